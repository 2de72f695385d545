/** How things were when this page last knew, for the moment before it knows again. Nothing of it is a secret. */
import type { Status } from "../../backend";

const KEY = "switchboard-last-known";

/** What is remembered. */
export interface LastKnown {
  at: number;
  sentence: Status["sentence"];
  channels: Status["channels"];
  today: Status["today"];
}

/** Remembers. */
export function remember({ sentence, channels, today }: Status, at: number): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ at, sentence, channels, today } satisfies LastKnown));
  } catch {
    // A full or forbidden storage costs a sentence at the next start, no more.
  }
}

/** What was remembered, unless it is missing or of another shape. */
export function recall(): LastKnown | undefined {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<LastKnown> | null;
    const whole =
      typeof known?.at === "number" &&
      typeof known.sentence?.key === "string" &&
      typeof known.sentence.english === "string" &&
      typeof known.sentence.params === "object" &&
      typeof known.channels?.total === "number" &&
      typeof known.today?.received === "number";
    return whole ? (known as LastKnown) : undefined;
  } catch {
    return undefined;
  }
}
