/** The days that the log is narrowed to, and how they are told. Pure. */
import type { TrafficSearch } from "../../app/router";
import { dayStart } from "../../components/days";
import type { Words } from "../../strings/text";

type Range = Pick<TrafficSearch, "today" | "days" | "from" | "to">;

/** No narrowing to days at all. */
export const everyDay = { today: undefined, days: undefined, from: undefined, to: undefined } satisfies Range;

/** Whether the days are counted from the day it is looked at. */
export const isCounted = ({ today, days }: Range): boolean => today === true || days !== undefined;

/** The days in words; undefined where there is no narrowing to days. */
export function rangeText({ text, format }: Words, range: Range): string | undefined {
  const { today, days, from, to } = range;
  if (today) return text("traffic-today");
  if (days !== undefined) return text("traffic-dates-last", { count: days });
  if (from === undefined && to === undefined) return undefined;
  const word = (day: string | undefined) => {
    const at = day === undefined ? undefined : dayStart(day);
    return at === undefined ? "" : format.day(at);
  };
  return from === to ? word(from) : text("traffic-dates-chosen", { from: word(from), to: word(to) });
}
