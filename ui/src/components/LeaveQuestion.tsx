/** Asks before what was typed and not saved is left. */
import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";

import { useWords } from "../strings/text";

/**
 * The question; asked only while `dirty`. Closing the page asks as well, in the browser's own words. Nothing is left by going from one part
 * to another of the screen at the path `within`.
 */
export function LeaveQuestion({ dirty, within }: { dirty: boolean; within?: string }) {
  const { text } = useWords();
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => dirty && next.pathname !== within,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Modal
      closeButtonProps={{ "aria-label": text("action-close") }}
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      title={text("leave-question")}
    >
      <div className="row wrap">
        <Button onClick={() => blocker.reset?.()}>{text("leave-stay")}</Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {text("leave-go")}
        </Button>
      </div>
    </Modal>
  );
}
