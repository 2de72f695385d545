/** What of one day the log holds. Knows no component. */
import type { Log } from "./log";

/** A day of the log, as far as it is held. */
export interface Day {
  /** Its first and last millisecond, by this computer's clock. */
  from: number;
  to: number;
  /** Rows of it that are held, and how many of them failed. */
  count: number;
  failed: number;
  /** These are all there are. */
  whole: boolean;
}

/** The day of the row at the upper edge; nothing while that row is not held. */
export function dayShown(log: Log): Day | undefined {
  const at = Math.floor(log.place);
  const top = log.at(at);
  if (!top) return undefined;
  const date = new Date(top.at);
  const from = new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const to = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() - 1;
  let failed = 0;
  const inside = (index: number) => {
    const row = log.at(index);
    if (!row || row.at < from || row.at > to) return false;
    if (row.result === "failed") failed += 1;
    return true;
  };
  let first = at;
  let end = at;
  while (inside(end)) end += 1;
  while (inside(first - 1)) first -= 1;
  const begins = first === 0 ? log.unseen === 0 : log.at(first - 1) !== undefined;
  const ends = log.at(end) !== undefined || log.exact;
  return { from, to, count: end - first, failed, whole: begins && ends };
}
