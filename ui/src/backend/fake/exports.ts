/** The fake's exports: a ticket, rows that are written while one looks, an end. */
import type { ExportRequest, ExportView } from "../schema";

/** The exports of a fake. */
export class MadeUpExports {
  /** Rows each of them has. */
  total: number | null = 1_284;
  /** Rows written at a time. */
  step = 400;
  readonly all: ExportView[] = [];

  /** `announce`: tells the stream how one stands. */
  constructor(private readonly announce: (view: ExportView) => void) {}

  create({ what, format }: ExportRequest): ExportView {
    const id = `x${this.all.length + 1}`;
    const view: ExportView = {
      id,
      name: `switchboard-${what.kind}-2026-11-21.${format}`,
      ticket: `ticket-${id}`,
      state: "ready",
      rows: 0,
      total: this.total,
      error: null,
    };
    this.all.push(view);
    return view;
  }

  cancel(id: string): void {
    this.change(id, { state: "cancelled" });
  }

  /** The host came with the ticket. */
  async redeem(ticket: string): Promise<void> {
    const id = ticket.replace("ticket-", "");
    const total = this.total ?? 3_000;
    for (let rows = 0; rows < total; rows += this.step) {
      if (!this.change(id, { state: "running", rows })) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    this.change(id, { state: "done", rows: total });
  }

  /** Changes one that is not over yet, and tells of it. */
  change(id: string, change: Partial<ExportView>): boolean {
    const at = this.all.findIndex((one) => one.id === id);
    const before = this.all[at];
    if (!before || (before.state !== "ready" && before.state !== "running")) return false;
    const after = { ...before, ticket: null, ...change };
    this.all[at] = after;
    this.announce(after);
    return true;
  }
}
