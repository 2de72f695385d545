/** What one event looks like when the platform tells of it, and the way to play it through: from samples, so only where there is one. */
import { Button } from "@mantine/core";
import { useState } from "react";

import type { ChannelView, EventKind, PracticeSample } from "../../backend";
import { SampleBody, SendSample } from "../../components/Sample";
import { useWords } from "../../strings/text";
import { eventKey, platformName } from "../../strings/words";
import css from "./channels.module.css";

/** Two buttons and what they open; nothing without a sample. */
export function EventTest({
  channel,
  kind,
  samples,
  unsaved,
}: {
  channel: ChannelView;
  kind: EventKind;
  /** Those of this event. */
  samples: readonly PracticeSample[];
  /** The form holds something else than the channel. */
  unsaved: boolean;
}) {
  const { text } = useWords();
  const [open, setOpen] = useState<"example" | "test">();
  if (samples.length === 0) return null;
  const event = text(eventKey(kind));
  const toggle = (what: "example" | "test", label: string) => (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-expanded={open === what}
      aria-label={`${label}: ${event}`}
      onClick={() => setOpen(open === what ? undefined : what)}
    >
      {label}
    </Button>
  );
  return (
    <div className={css.eventTest}>
      <div className="row">
        {toggle("example", text(open === "example" ? "practice-example-hide" : "practice-example-show"))}
        {toggle("test", text("events-test"))}
      </div>
      {open && (
        <div className={css.eventPanel}>
          {open === "test" && (
            <p className="small muted">
              {text("practice-samples-sentence", { platform: platformName(channel.platform, channel.preset) })}{" "}
              {unsaved && text("test-unsaved")}
            </p>
          )}
          {samples.map((sample) => (
            <div key={sample.id} className="stack">
              {samples.length > 1 && <span className="mono small">{sample.id}</span>}
              {open === "example" ? <SampleBody sample={sample} /> : <SendSample channel={channel} sample={sample} />}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
