/** What the fake knows of pausing everything, of what is left undone, and of a desktop. */
import type { Desktop, DesktopState, DesktopTold } from "../backend";
import type { Owed, PauseRequest, Status } from "../schema";

/** A desktop that asks when it is told to and remembers the answers. */
export class FakeDesktop implements Desktop {
  readonly answers: string[] = [];
  now: DesktopState;
  #listener: ((told: DesktopTold) => void) | undefined;

  constructor(tray = true) {
    this.now = { tray, autostart: false };
  }

  /** Tells the page something, as the window would. */
  tell(told: DesktopTold): void {
    this.#listener?.(told);
  }

  listen(listener: (told: DesktopTold) => void): () => void {
    this.#listener = listener;
    return () => (this.#listener = undefined);
  }

  async answer(answer: string): Promise<void> {
    this.answers.push(answer);
  }

  async quit(): Promise<void> {
    this.tell({ type: "ask", guard: true, tray: this.now.tray });
  }

  async state(): Promise<DesktopState> {
    return this.now;
  }

  async setAutostart(on: boolean): Promise<DesktopState> {
    this.now = { ...this.now, autostart: on };
    return this.now;
  }
}

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
