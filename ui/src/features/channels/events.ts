/** How the events a channel can send are grouped, and what the presets hold. */
import type { EventKind, EventName, Platform } from "../../backend";

/** Messages and what becomes of them; private notes are not among them. */
export const messagesOnly: readonly EventKind[] = [
  "message.received",
  "message.sent",
  "message.updated",
  "message.read",
  "message.outcome",
];

/** Which preset a choice of events is. */
export type EventPreset = "messages" | "all" | "custom";

/** An event a platform can tell of. */
export interface EventChoice {
  kind: EventKind;
  /** The platform's own names for it. */
  platformNames: string[];
}

/** The events a platform knows, in the order given, grouped by what they are about. */
export function eventGroups(
  names: readonly EventName[],
  platform: Platform,
): { group: string; events: EventChoice[] }[] {
  const groups = new Map<string, Map<EventKind, string[]>>();
  for (const name of names) {
    if (name.platform !== platform) continue;
    const group = name.kind.split(".")[0] ?? "";
    const events = groups.get(group) ?? new Map<EventKind, string[]>();
    groups.set(group, events);
    events.set(name.kind, [...(events.get(name.kind) ?? []), name.platformName]);
  }
  return [...groups].map(([group, events]) => ({
    group,
    events: [...events].map(([kind, platformNames]) => ({ kind, platformNames })),
  }));
}

/** Which preset this choice is, among the events a platform knows. */
export function presetOf(subscriptions: "all" | readonly EventKind[], known: readonly EventKind[]): EventPreset {
  if (subscriptions === "all") return "all";
  const wanted = messagesOnly.filter((kind) => known.includes(kind));
  const chosen = subscriptions.filter((kind) => known.includes(kind));
  return chosen.length === wanted.length && wanted.every((kind) => chosen.includes(kind)) ? "messages" : "custom";
}
