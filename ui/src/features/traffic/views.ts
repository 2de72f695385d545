/** Views of the log as they stand in the address and as they are kept. Pure. */
import type { TrafficSearch } from "../../app/router";
import type { TrafficView } from "../../backend";

/** Those that come with the program. */
export const shippedViews = [
  { id: "all", search: {} },
  { id: "failed-today", search: { state: "failed", today: true } },
  { id: "waiting", search: { state: "onHold" } },
  { id: "unclaimed", search: { unclaimed: true } },
] as const satisfies readonly { id: string; search: TrafficSearch }[];

const narrowing = ({ channel, direction, state, text, today, days, from, to, unclaimed }: TrafficSearch) => ({
  channel,
  direction,
  state,
  text,
  today,
  days,
  from,
  to,
  unclaimed,
});

/** Whether two show the same rows. */
export const same = (a: TrafficSearch, b: TrafficSearch): boolean =>
  JSON.stringify(narrowing(a)) === JSON.stringify(narrowing(b));

/** A kept view as the address has it. */
export const searchOf = (view: TrafficView): TrafficSearch => ({
  channel: view.channel ?? undefined,
  direction: view.direction ?? undefined,
  state: view.state ?? undefined,
  text: view.text ?? undefined,
  today: view.today || undefined,
  days: view.days ?? undefined,
  from: view.from ?? undefined,
  to: view.to ?? undefined,
  unclaimed: view.unclaimed || undefined,
});

/** What is shown, to be kept under a name. Days that were counted from today are counted anew when it is looked at; others stay as they are. */
export const viewOf = (name: string, search: TrafficSearch): TrafficView => ({
  name,
  channel: search.channel ?? null,
  direction: search.direction ?? null,
  state: search.state ?? null,
  text: search.text ?? null,
  today: search.today ?? false,
  days: search.days ?? null,
  from: search.from ?? null,
  to: search.to ?? null,
  unclaimed: search.unclaimed ?? false,
});
