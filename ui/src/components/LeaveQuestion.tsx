/** Asks before what was typed and not saved is left. */
import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";

import { useWords } from "../strings/text";

/** The question; asked only while `dirty`. Closing the page asks as well, in the browser's own words. */
export function LeaveQuestion({ dirty }: { dirty: boolean }) {
  const { text } = useWords();
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });
  return (
    <Modal opened={blocker.status === "blocked"} onClose={() => blocker.reset?.()} title={text("leave-question")}>
      <div className="row wrap">
        <Button onClick={() => blocker.reset?.()}>{text("leave-stay")}</Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {text("leave-go")}
        </Button>
      </div>
    </Modal>
  );
}
