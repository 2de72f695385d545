/** What the fake knows of pausing everything and of what is left undone. */
import type { Owed, PauseRequest, Status } from "../schema";

/** Everything is paused, or resumed. */
export function pauseAll(status: Partial<Status>, request: PauseRequest | undefined): void {
  if (!request) {
    delete status.paused;
    delete status.sign;
    delete status.sentence;
    return;
  }
  const until = request.untilMs ?? null;
  const params: Record<string, string> = { waiting: "12" };
  if (until !== null) Object.assign(params, { next: "", nextAt: String(until) });
  const key = until === null ? "status-paused" : "status-paused-until";
  status.paused = { until };
  status.sign = "paused";
  status.sentence = { key, params, english: "Everything is paused.", tone: "neutral" };
}

/** What would be left undone if the program ended now. */
export const fakeOwed = (): Owed => ({ waiting: 12, bulks: [{ name: "CRM", done: 412, total: 1_284 }] });
