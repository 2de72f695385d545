/** "Test connection": each check on its own line, with its time, and what is wrong in words. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";

import { useCommand } from "../../app/queries";
import type { Check } from "../../backend";
import { Shape } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./channels.module.css";

/** The pause between two lines, in ms: an answer that is there at once would otherwise look as if nothing had been done. */
const BEAT = 140;

/** The button and the report. */
export function TestConnection({ id, unsaved }: { id: string; unsaved: boolean }) {
  const { text } = useWords();
  const test = useCommand("channel.test", ["channels"]);
  return (
    <div className="stack">
      <div className="row">
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate({ id })}>
          {text("test-button")}
        </Button>
        {unsaved && <span className="small muted">{text("test-unsaved")}</span>}
      </div>
      {test.error && <TroubleNote trouble={test.error} />}
      {test.data && <Report key={test.submittedAt} checks={test.data.checks} well={text("test-well")} />}
    </div>
  );
}

/** What was checked, one line after the other. `well`: what to say when nothing is wrong. */
export function Report({ checks, well: allWell }: { checks: readonly Check[]; well: string }) {
  const { text, format, trouble, remedy } = useWords();
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= checks.length) return;
    const timer = setTimeout(() => setShown(shown + 1), BEAT);
    return () => clearTimeout(timer);
  }, [shown, checks.length]);
  const done = shown >= checks.length;
  const well = checks.every((check) => check.error === null);
  return (
    <div className={css.checks} role="status">
      {checks.slice(0, shown).map((check, index) => (
        // Several endpoints may be checked one after the other.
        <div key={index} className={css.check}>
          <span className={check.error ? "red" : "green"}>
            <Shape name={check.error ? "diamond" : "tick"} />
          </span>
          <span>
            {text(`check-${check.name}`)}
            {check.error && (
              <>
                <br />
                <b>{trouble(check.error)}</b> <span className="muted">{remedy(check.error)}</span>
              </>
            )}
          </span>
          <span className="muted figures small">{format.took(check.tookUs)}</span>
        </div>
      ))}
      {done && well && <p className="small muted">{allWell}</p>}
    </div>
  );
}
