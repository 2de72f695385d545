/** What the desktop asks before the window is closed or everything is ended, and where it wants to go. */
import { Button, Checkbox, Modal, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import { sayTrouble } from "../../app/say";
import { useShortcut } from "../../app/shortcuts";
import type { Desktop, DesktopTold } from "../../backend";
import { useWords } from "../../strings/text";

type Question = Extract<DesktopTold, { type: "ask" }>;

/** The questions of a desktop; nothing in a browser. `go` shows a place. */
export function Closing({ go }: { go: (to: string) => void }) {
  const { desktop } = useBackend();
  return desktop ? <Questions desktop={desktop} go={go} /> : null;
}

function Questions({ desktop, go }: { desktop: Desktop; go: (to: string) => void }) {
  const [question, setQuestion] = useState<Question>();
  useEffect(
    () =>
      desktop.listen((told) => {
        if (told.type === "go") go(told.to);
        else setQuestion(told);
      }),
    [desktop, go],
  );
  useShortcut("quit", () => void desktop.quit().catch(sayTrouble));
  const done = (answer: "background" | "quit" | "stay") => {
    setQuestion(undefined);
    void desktop.answer(answer);
  };
  return question ? <Ask key={String(question.guard)} desktop={desktop} question={question} done={done} /> : null;
}

function Ask({
  desktop,
  question,
  done,
}: {
  desktop: Desktop;
  question: Question;
  done: (answer: "background" | "quit" | "stay") => void;
}) {
  const { text } = useWords();
  const { guard, tray } = question;
  const [remembers, setRemembers] = useState(true);
  const update = useCommand("settings.update", ["settings"], "shown");
  useEffect(() => void desktop.answer("shown"), [desktop, question]);
  const choose = (answer: "background" | "quit") => {
    if (guard || !remembers) return done(answer);
    // What could not be remembered is asked again; nobody who closes a window waits for that.
    update.mutate({ closeTo: answer === "quit" ? "quit" : "tray" }, { onSettled: () => done(answer) });
  };
  const stay = guard ? "quitting-stay" : tray ? "closing-background" : "closing-minimise";
  return (
    <Modal
      opened
      onClose={() => done("stay")}
      title={text(guard ? "quitting-title" : "closing-title")}
      closeButtonProps={{ "aria-label": text("action-cancel") }}
      size="lg"
    >
      <Stack gap="md">
        {!guard && <p>{text(tray ? "closing-text" : "closing-text-no-tray")}</p>}
        <LeftUndone guard={guard} />
        {!guard && (
          <Checkbox
            label={text("closing-remember")}
            description={text("closing-remember.help")}
            checked={remembers}
            onChange={(event) => setRemembers(event.currentTarget.checked)}
          />
        )}
        <div className="row wrap">
          <Button data-autofocus onClick={() => choose("background")}>
            {text(stay)}
          </Button>
          <Button variant="default" onClick={() => choose("quit")}>
            {text(guard ? "quitting-quit" : "closing-quit")}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}

/** What would wait until the next start. */
function LeftUndone({ guard }: { guard: boolean }) {
  const { text } = useWords();
  const backend = useBackend();
  const owed = useQuery({
    queryKey: ["owed"],
    queryFn: () => backend.call("relay.owed", {}),
    networkMode: "always",
    gcTime: 0,
    staleTime: 0,
    refetchInterval: 1_000,
  }).data;
  if (!owed) return null;
  return (
    <Stack gap={6} role="status">
      {!guard && <p className="muted">{text("closing-if-quit")}</p>}
      {owed.waiting > 0 && <p>{text("quitting-waiting", { count: owed.waiting })}</p>}
      {owed.bulks.map((bulk, index) => (
        <p key={index}>{text("quitting-bulk", { name: bulk.name, done: bulk.done, total: bulk.total })}</p>
      ))}
      <p>{text("quitting-incoming")}</p>
    </Stack>
  );
}
