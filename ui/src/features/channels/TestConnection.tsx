/** "Test connection": the whole way from the platform to the endpoint, and on request a message there and back. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";

import type { ChannelView, Check, Error } from "../../backend";
import { Checks, useCheckup } from "../../components/Checks";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { isBound, Webhook } from "../setup/Webhook";

/** The pause between two lines, in ms: an answer that is there at once would otherwise look as if nothing had been done. */
const BEAT = 140;

/** The buttons and the report. */
export function TestConnection({
  channel,
  unsaved,
  onChooseInbox,
}: {
  channel: ChannelView;
  unsaved: boolean;
  /** Shows the inboxes there are. */
  onChooseInbox: () => void;
}) {
  const { text } = useWords();
  const { checkup, running, error, start, stop } = useCheckup();
  const platform = channel.platform === "chatwoot";
  const action = ({ code }: Error) => {
    if (code === "HOOK-01" && isBound(channel))
      return <Webhook channel={channel} onTold={() => start({ channel: channel.id })} />;
    if (code === "ID-01" || code === "ID-02")
      return (
        <div>
          <Button variant="default" size="compact-sm" onClick={onChooseInbox}>
            {text("inbox-choose")}
          </Button>
        </div>
      );
    return null;
  };
  const well = checkup?.done && checkup.checks.every((check) => check.state !== "failed");
  return (
    <div className="stack">
      <div className="row wrap">
        <Button variant="default" loading={running} onClick={() => start({ channel: channel.id })}>
          {text("test-button")}
        </Button>
        {platform && (
          <Button
            variant="default"
            disabled={running}
            title={text("test-message.meaning")}
            onClick={() => start({ channel: channel.id, parts: ["platform", "intake", "message"] })}
          >
            {text("test-message")}
          </Button>
        )}
        {running && checkup && (
          <Button variant="subtle" onClick={stop}>
            {text("test-stop")}
          </Button>
        )}
        {unsaved && <span className="small muted">{text("test-unsaved")}</span>}
      </div>
      {platform && <p className="small muted">{text("test-message.meaning")}</p>}
      {error && <TroubleNote trouble={error} />}
      {checkup && (
        <Checks checks={checkup.checks} running={checkup.running} channel={channel.id} action={action} parts />
      )}
      {well && <p className="small muted">{text("test-well")}</p>}
    </div>
  );
}

/** A report that is there as a whole, one line after the other. `well`: what to say when nothing is wrong. */
export function Report({ checks, well: allWell }: { checks: readonly Check[]; well: string }) {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= checks.length) return;
    const timer = setTimeout(() => setShown(shown + 1), BEAT);
    return () => clearTimeout(timer);
  }, [shown, checks.length]);
  const well = shown >= checks.length && checks.every((check) => check.state !== "failed");
  return (
    <>
      <Checks checks={checks.slice(0, shown)} />
      {well && <p className="small muted">{allWell}</p>}
    </>
  );
}
