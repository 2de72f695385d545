/** How a state looks: its colour, its shape and its word, the same on every screen. */
import { Tooltip } from "@mantine/core";

import type { ChannelState, LinkView, Retry, SkipReason, State } from "../backend";
import { useWords } from "../strings/text";
import { skipKey, stateKey } from "../strings/words";
import { Shape, type ShapeName } from "./icons";
import css from "./StateMark.module.css";
import { useNow } from "./Moment";

type Colour = "blue" | "green" | "amber" | "red" | "grey";

/** The colour and shape of each state. */
export const stateLooks: Record<State, [Colour, ShapeName]> = {
  received: ["blue", "ring"],
  sending: ["blue", "half"],
  accepted: ["blue", "tickRing"],
  delivered: ["green", "tick"],
  read: ["green", "twoTicks"],
  retrying: ["amber", "turn"],
  failed: ["red", "diamond"],
  onHold: ["grey", "bars"],
  waitingForPlatform: ["grey", "glass"],
  skipped: ["grey", "dash"],
  unknown: ["amber", "question"],
  refused: ["red", "barred"],
};

/** The colour and shape of each state of a channel. */
export const channelLooks: Record<ChannelState, [Colour, ShapeName]> = {
  waiting: ["blue", "ring"],
  working: ["green", "tick"],
  problems: ["amber", "triangle"],
  failing: ["red", "diamond"],
  disconnected: ["red", "barred"],
  paused: ["grey", "bars"],
  off: ["grey", "dash"],
};

/** What became of something. */
export function StateMark({
  state,
  skipped,
  retry,
}: {
  state: State;
  skipped?: SkipReason | null;
  retry?: Retry | null;
}) {
  const { text } = useWords();
  const [colour, shape] = stateLooks[state];
  let word = text(stateKey(state));
  if (state === "skipped" && skipped) word = text("state-skipped-why", { reason: text(skipKey(skipped)) });
  if (state === "retrying" && retry) word = text("state-retrying-count", { made: retry.made, of: retry.of });
  return (
    <span className={`${css.mark} ${css[colour]}`}>
      <Shape name={shape} />
      <span className="clip">{word}</span>
    </span>
  );
}

/** The same with its meaning on hover: for places where there are few of them. */
export function StatePill({
  state,
  skipped,
  retry,
}: {
  state: State;
  skipped?: SkipReason | null;
  retry?: Retry | null;
}) {
  const { text, format } = useWords();
  const now = useNow();
  let meaning = text(`${state === "skipped" && skipped ? skipKey(skipped) : stateKey(state)}.meaning`);
  if (retry?.next) meaning += ` ${text("state-next-try", { when: format.ago(retry.next, now) })}`;
  return (
    <Tooltip
      label={
        <>
          {meaning}
          <br />
          {text(`${stateKey(state)}.advice`)}
        </>
      }
    >
      <span className={`${css.pill} ${css[stateLooks[state][0]]}`}>
        <StateMark state={state} skipped={skipped ?? null} retry={retry ?? null} />
      </span>
    </Tooltip>
  );
}

/** How a channel fares: the word, and on hover what it means and what to do. */
export function ChannelPill({ state }: { state: ChannelState }) {
  const { text } = useWords();
  const [colour, shape] = channelLooks[state];
  return (
    <Tooltip
      label={
        <>
          {text(`channel-state-${state}.meaning`)}
          <br />
          {text(`channel-state-${state}.advice`)}
        </>
      }
    >
      <span className={`${css.pill} ${css[colour]}`}>
        <span className={css.mark}>
          <Shape name={shape} />
          <span className="clip">{text(`channel-state-${state}`)}</span>
        </span>
      </span>
    </Tooltip>
  );
}

/** Whether a link carries. */
export function LinkPill({ link }: { link: Pick<LinkView, "paused" | "error"> }) {
  const { text } = useWords();
  const state = link.paused ? "paused" : link.error ? "stuck" : "working";
  const [colour, shape] = (
    { paused: ["grey", "bars"], stuck: ["amber", "triangle"], working: ["green", "tick"] } as const
  )[state];
  return (
    <Tooltip
      label={
        <>
          {text(`link-state-${state}.meaning`)}
          <br />
          {text(`link-state-${state}.advice`)}
        </>
      }
    >
      <span className={`${css.pill} ${css[colour]}`}>
        <span className={css.mark}>
          <Shape name={shape} />
          <span className="clip">{text(`link-state-${state}`)}</span>
        </span>
      </span>
    </Tooltip>
  );
}
