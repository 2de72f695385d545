/** How a bulk send looks: its state, its bar, its numbers; the same in the list, on its own page and on Home. */
import { Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";

import type { BulkItemView, BulkState, BulkView, State } from "../../backend";
import { Shape, type ShapeName } from "../../components/icons";
import { stateLooks } from "../../components/StateMark";
import marks from "../../components/StateMark.module.css";
import { useWords } from "../../strings/text";
import { bulkSkipKey, stateKey } from "../../strings/words";
import css from "./bulk.module.css";

/** The colour and shape of each state. */
export const bulkLooks: Record<BulkState, ["blue" | "green" | "amber" | "grey", ShapeName]> = {
  preparing: ["blue", "ring"],
  running: ["blue", "half"],
  paused: ["grey", "bars"],
  interrupted: ["amber", "triangle"],
  cancelled: ["grey", "dash"],
  done: ["green", "tick"],
};

/** The five numbers that sum up to all, in their order, and the item state each of them counts. */
export const numbers = {
  delivered: "delivered",
  skipped: "skipped",
  failed: "failed",
  unknown: "unknown",
  left: "received",
} as const satisfies Record<string, State>;

/** One of the five numbers. */
export type NumberName = keyof typeof numbers;
/** Their names. */
export const numberNames = Object.keys(numbers) as NumberName[];

/** How many have come to an end. */
export const doneOf = (bulk: BulkView): number => bulk.total - bulk.left;

/** It is not over: it goes on, or waits for the admin. */
export const isOpen = ({ state }: BulkView): boolean => state !== "cancelled" && state !== "done";

/** It stands still and nobody told it to. */
export const needsAdmin = ({ state, error }: BulkView): boolean =>
  state === "interrupted" || (state === "paused" && error !== null);

/** The state in a word and a shape, and on hover what it means. */
export function BulkPill({ state }: { state: BulkState }) {
  const { text } = useWords();
  const [colour, shape] = bulkLooks[state];
  return (
    <Tooltip label={text(`bulk-state-${state}.meaning`)}>
      <span className={`${marks.pill} ${marks[colour]} ${css.pill}`}>
        <span className={marks.mark}>
          <Shape name={shape} />
          <span className="clip">{text(`bulk-state-${state}`)}</span>
        </span>
      </span>
    </Tooltip>
  );
}

/** The bar: what came to which end, and what is left. */
export function Bar({ bulk }: { bulk: BulkView }) {
  const { text } = useWords();
  const done = doneOf(bulk);
  return (
    <div
      className={css.bar}
      role="progressbar"
      aria-label={text("bulk-to", { name: bulk.targetName })}
      aria-valuemin={0}
      aria-valuemax={bulk.total}
      aria-valuenow={done}
      aria-valuetext={text("bulk-progress", { done, total: bulk.total })}
    >
      {numberNames.map(
        (name) =>
          name !== "left" &&
          bulk[name] > 0 && <span key={name} className={css[name]} style={{ flexGrow: bulk[name] }} />,
      )}
      <span style={{ flexGrow: bulk.left }} />
    </div>
  );
}

/** How far it is, in a line. */
export function ProgressLine({ bulk }: { bulk: BulkView }) {
  const { text } = useWords();
  const left = useTimeLeft(bulk);
  return (
    <span className="figures">
      {text("bulk-progress", { done: doneOf(bulk), total: bulk.total })}
      {bulk.failed > 0 && (
        <>
          {" · "}
          <span className="red">{text("bulk-failed-count", { count: bulk.failed })}</span>
        </>
      )}
      {left && ` · ${left}`}
    </span>
  );
}

/** How long a time is not told for, because the first seconds say little, in ms. */
const SETTLING = 5_000;

/** How long it will still take, in words; nothing while there is nothing to say. */
function useTimeLeft({ state, createdAt, left, leftMs, waitsUntil }: BulkView): string | undefined {
  const { text, format } = useWords();
  const running = state === "running" && left > 0 && waitsUntil === null;
  const [settled, setSettled] = useState(() => Date.now() - createdAt > SETTLING);
  useEffect(() => {
    if (settled) return;
    const timer = setTimeout(() => setSettled(true), createdAt + SETTLING - Date.now());
    return () => clearTimeout(timer);
  }, [settled, createdAt]);
  if (!running || !settled) return undefined;
  return leftMs === null ? text("bulk-estimating") : text("bulk-time-left", { time: format.span(Math.max(0, leftMs)) });
}

/** How fast it was told to go. */
export function useSpeedWords(): (rate: number | null, at?: boolean) => string {
  const { text } = useWords();
  return (rate, at = false) =>
    rate === null ? text("bulk-speed-fast") : text(at ? "bulk-speed-at" : "bulk-speed", { count: rate });
}

/** How one of its conversations stands. */
export function ItemMark({ state }: Pick<BulkItemView, "state">) {
  const { text } = useWords();
  const [colour, shape] = state === "received" ? (["grey", "ring"] as const) : stateLooks[state];
  return (
    <span className={`${marks.mark} ${marks[colour]}`}>
      <Shape name={shape} />
      <span className="clip">{text(state === "received" ? "bulk-item-received" : stateKey(state))}</span>
    </span>
  );
}

/** Why it was not sent, or what went wrong, in words. */
export function useItemReason(): (item: BulkItemView) => { words: string; meaning: string } {
  const { text, trouble, remedy } = useWords();
  return ({ reason, error }) => {
    if (reason) return { words: text(bulkSkipKey(reason)), meaning: text(`${bulkSkipKey(reason)}.meaning`) };
    if (error) return { words: trouble(error), meaning: remedy(error) ?? "" };
    return { words: "", meaning: "" };
  };
}
