/**
 * Which events go to the endpoint: a preset, or a tree with our names, what they mean, and the platform's own names. Where the channel is
 * there already, each event can be looked at and tried.
 */
import { Checkbox, SegmentedControl } from "@mantine/core";
import { useState } from "react";

import { useEventNames, usePracticeSamples } from "../../app/queries";
import type { ChannelView, EventKind, Platform } from "../../backend";
import { useWords } from "../../strings/text";
import { eventKey } from "../../strings/words";
import css from "./channels.module.css";
import { EventTest } from "./EventTest";
import { eventGroups, messagesOnly, presetOf, type EventPreset } from "./events";

/** The choice of events. */
export function EventChoice({
  platform,
  value,
  onChange,
  channel,
  unsaved = false,
}: {
  platform: Platform;
  value: "all" | EventKind[];
  onChange: (value: "all" | EventKind[]) => void;
  /** Whose events are tried; without it they are only chosen. */
  channel?: ChannelView;
  /** The form holds something else than the channel. */
  unsaved?: boolean;
}) {
  const { text } = useWords();
  const names = useEventNames().data ?? [];
  const groups = eventGroups(names, platform);
  const known = groups.flatMap(({ events }) => events.map(({ kind }) => kind));
  const preset = presetOf(value, known);
  const chosen = new Set<EventKind>(value === "all" ? known : value);

  const chosenKnown = known.filter((kind) => chosen.has(kind));
  const [listed, setListed] = useState(false);
  const samples =
    usePracticeSamples(channel?.id ?? "", channel !== undefined && (listed || preset === "custom")).data ?? [];
  const tried = (kind: EventKind) =>
    channel && (
      <EventTest
        channel={channel}
        kind={kind}
        samples={samples.filter((sample) => sample.kind === kind)}
        unsaved={unsaved}
      />
    );

  const choosePreset = (next: EventPreset) => {
    if (next === "all") onChange("all");
    else if (next === "messages") onChange(messagesOnly.filter((kind) => known.includes(kind)));
    // Whoever wants to choose starts from what is chosen now, without one, so that it is no preset.
    else if (value === "all") onChange(known.filter((kind) => kind !== "platform.other"));
    else onChange(known.filter((kind) => kind.startsWith("message.") || kind.startsWith("conversation.")));
  };
  const toggle = (kinds: readonly EventKind[], on: boolean) =>
    onChange(known.filter((kind) => (kinds.includes(kind) ? on : chosen.has(kind))));

  return (
    <div className={css.events}>
      <SegmentedControl
        aria-label={text("events-title")}
        value={preset}
        onChange={(next) => choosePreset(next as EventPreset)}
        data={(["messages", "all", "custom"] as const).map((one) => ({
          value: one,
          label: text(`events-preset-${one}`),
        }))}
      />
      <p className="muted small">{text(`events-preset-${preset}.meaning`)}</p>
      {preset === "custom" &&
        groups.map(({ group, events }) => {
          const kinds = events.map(({ kind }) => kind);
          const on = kinds.filter((kind) => chosen.has(kind)).length;
          return (
            <fieldset key={group} className={css.eventGroup}>
              <legend>
                <Checkbox
                  size="xs"
                  label={text(`event-group-${group}`)}
                  checked={on === kinds.length}
                  indeterminate={on > 0 && on < kinds.length}
                  onChange={(event) => toggle(kinds, event.currentTarget.checked)}
                />
              </legend>
              {events.map(({ kind, platformNames }) => (
                <div key={kind}>
                  <Checkbox
                    size="xs"
                    pl={24}
                    checked={chosen.has(kind)}
                    onChange={(event) => toggle([kind], event.currentTarget.checked)}
                    label={
                      <>
                        {text(eventKey(kind))} <span className="mono muted">{platformNames.join(", ")}</span>
                      </>
                    }
                    description={text(`${eventKey(kind)}.meaning`)}
                  />
                  {tried(kind)}
                </div>
              ))}
            </fieldset>
          );
        })}
      {preset !== "custom" && channel && (
        <details onToggle={(event) => setListed(event.currentTarget.open)}>
          <summary className="small">{text("events-each", { count: chosenKnown.length })}</summary>
          {listed && (
            <ul className={css.eventList}>
              {chosenKnown.map((kind) => (
                <li key={kind}>
                  <b>{text(eventKey(kind))}</b> <span className="small muted">{text(`${eventKey(kind)}.meaning`)}</span>
                  {tried(kind)}
                </li>
              ))}
            </ul>
          )}
        </details>
      )}
    </div>
  );
}
