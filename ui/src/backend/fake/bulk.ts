/** The fake's bulk sends: made of its conversations, and moved on a step at a time. Some items fail; all of them are accounted for. */
import { BackendError, type Command } from "../backend";
import type {
  BulkInput,
  BulkItemPage,
  BulkItemQuery,
  BulkItemView,
  BulkPreview,
  BulkSkip,
  BulkView,
  ChannelView,
  ConversationRow,
  State,
  TargetView,
} from "../schema";
import { fakeCheck, silent, trouble } from "./samples";

/** Where the fake finds what it sends. */
interface Surroundings {
  rows(): ConversationRow[];
  matching(filter: object): ConversationRow[];
  channels(): ChannelView[];
  announce(view: BulkView): void;
}

/** The made-up bulk sends. */
export class MadeUpBulks {
  /** How they stand; the newest first. */
  all: BulkView[] = [];
  /** What the check of the target finds. */
  test: BulkPreview["test"] = {
    checks: [
      fakeCheck("endpoint", "address", 12),
      fakeCheck("endpoint", "dns", 8_400),
      fakeCheck("endpoint", "connect", 21_000),
      fakeCheck("endpoint", "certificate", 33_000),
      fakeCheck("endpoint", "answer", 61_000),
    ],
  };
  readonly #items = new Map<string, BulkItemView[]>();
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The answer of a command; undefined for one that is about something else. */
  answer(command: Command, payload: unknown): unknown {
    const { id } = payload as { id: string };
    switch (command) {
      case "bulk.list":
        return this.all;
      case "bulk.get":
        return this.get(id);
      case "bulk.preview":
        return this.#preview(payload as BulkInput);
      case "bulk.create":
        return this.#create(payload as BulkInput);
      case "bulk.pause":
        return this.change(id, { state: "paused" });
      case "bulk.resume":
        if ((payload as { resendUnknown?: boolean }).resendUnknown) this.#again(id, "unknown");
        return this.change(id, { state: "running", error: null });
      case "bulk.cancel":
        this.#move(id, ["received"], () => ({ state: "skipped", reason: "cancelled" }));
        return this.change(id, { state: "cancelled", endedAt: Date.now() });
      case "bulk.retry":
        this.#again(id, "failed");
        return this.change(id, { state: "running", error: null });
      case "bulk.items":
        return this.#page(payload as BulkItemQuery);
      default:
        return undefined;
    }
  }

  get(id: string): BulkView {
    const found = this.all.find((one) => one.id === id);
    if (!found) throw new BackendError(trouble("ID-05"));
    return found;
  }

  /** Changes one, counts its items, and tells of it. */
  change(id: string, change: Partial<BulkView> = {}): BulkView {
    const items = this.#items.get(id) ?? [];
    const count = (...states: State[]) => items.filter((item) => states.includes(item.state)).length;
    const after = {
      ...this.get(id),
      delivered: count("delivered"),
      skipped: count("skipped"),
      failed: count("failed"),
      unknown: count("unknown"),
      left: count("received", "sending"),
      ...change,
    };
    if (after.state !== "running") Object.assign(after, { speed: null, leftMs: null, sending: 0, waitsUntil: null });
    this.all = this.all.map((one) => (one.id === id ? after : one));
    this.#around.announce(after);
    return after;
  }

  /** Sends so many more of each that runs; every ninth of them fails. */
  step(count = 1): void {
    for (const { id, state, rate } of this.all) {
      if (state === "preparing") this.change(id, { state: "running" });
      if (state !== "running") continue;
      let sent = 0;
      this.#move(
        id,
        ["received"],
        (item) =>
          item.n % 9 === 0
            ? { state: "failed", error: silent, tries: 3 }
            : { state: "delivered", tries: item.n % 23 === 0 ? 2 : 1 },
        () => (sent += 1) <= count,
      );
      const { left } = this.change(id);
      const speed = rate ?? 40;
      if (left === 0) this.change(id, { state: "done", endedAt: Date.now() });
      else this.change(id, { speed, leftMs: (left / speed) * 1_000, sending: Math.min(left, 4) });
    }
  }

  /** Ends the program and starts it again: what ran is interrupted, what was under way unknown. */
  interrupt(unknown = 3): void {
    for (const { id, state } of this.all) {
      if (state !== "running") continue;
      let seen = 0;
      this.#move(
        id,
        ["received"],
        () => ({ state: "unknown", tries: 1 }),
        () => (seen += 1) <= unknown,
      );
      this.change(id, { state: "interrupted" });
    }
  }

  /** Some of every kind, for looking at. */
  begin(): void {
    const everything = { kind: "filter", filter: {} } as const;
    const first = this.#create({ choice: everything, target: { kind: "channel", channel: "c1" }, rate: 20 });
    this.step(0);
    this.step(1_000);
    const second = this.#create({ choice: everything, target: { kind: "address", url: "https://bi.example.com/in" } });
    this.step(0);
    this.step(80);
    this.answer("bulk.cancel", { id: second.id });
    const third = this.#create({ choice: everything, target: { kind: "endpoint" }, rate: 5 });
    this.step(0);
    this.step(206);
    this.interrupt();
    const fourth = this.#create({
      choice: { kind: "filter", filter: { channel: "c2" } },
      target: { kind: "endpoint" },
      rate: 5,
    });
    this.step(0);
    this.step(40);
    const day = 86_400_000;
    this.change(first.id, { createdAt: Date.now() - 9 * day, endedAt: Date.now() - 9 * day + 64_000 });
    this.change(second.id, { createdAt: Date.now() - 2 * day, endedAt: Date.now() - 2 * day + 9_000 });
    this.change(third.id, { createdAt: Date.now() - 3_600_000 });
    this.change(fourth.id, { createdAt: Date.now() - 40_000 });
  }

  #again(id: string, from: State): void {
    this.#move(id, [from], () => ({ state: "received", error: null }));
  }

  #move(
    id: string,
    from: State[],
    change: (item: BulkItemView) => Partial<BulkItemView>,
    wanted: () => boolean = () => true,
  ): void {
    const moved = (this.#items.get(id) ?? []).map((item) =>
      from.includes(item.state) && wanted()
        ? { ...item, at: Date.now(), exchange: `x${item.n}`, ...change(item) }
        : item,
    );
    this.#items.set(id, moved);
  }

  #page({ id, limit = 100, after = 0, filter }: BulkItemQuery): BulkItemPage {
    const all = (this.#items.get(id) ?? []).filter(
      (item) => item.n > after && (!filter?.state || item.state === filter.state),
    );
    const rows = all.slice(0, limit);
    return { rows, next: all.length > limit ? (rows.at(-1)?.n ?? null) : null };
  }

  #target({ target }: BulkInput): TargetView {
    const channel = target.kind === "channel" ? this.#around.channels().find((one) => one.id === target.channel) : null;
    const url = target.kind === "address" ? target.url : (channel?.apiUrl ?? "https://crm.example.com/hooks/chat");
    if (!URL.canParse(url)) throw new BackendError(trouble("DATA-02", { field: "target" }));
    return { target, name: channel?.name ?? new URL(url).host, url, error: null, whens: ["now"] };
  }

  #chosen({ choice, target }: BulkInput): BulkItemView[] {
    const of = (row: ConversationRow, n: number, more: Partial<BulkItemView> = {}): BulkItemView => ({
      n,
      conversation: row.id,
      channel: row.channel,
      key: row.key,
      who: row.who,
      line: null,
      state: "received",
      reason: null,
      error: null,
      tries: 0,
      at: null,
      exchange: null,
      delivery: null,
      ...more,
    });
    const skip = (reason: BulkSkip) => ({ state: "skipped", reason }) as const;
    const why = (row: ConversationRow, n: number) =>
      target.kind === "channel" && row.channel === target.channel
        ? skip("sameChannel")
        : n % 50 === 49
          ? skip("empty")
          : {};
    if (choice.kind !== "text") {
      const rows = choice.kind === "filter" ? this.#around.matching(choice.filter) : this.#around.rows();
      return rows
        .filter((row) => choice.kind === "filter" || choice.ids.includes(row.id))
        .map((row, index) => of(row, index + 1, why(row, index)));
    }
    const lines = choice.text.split("\n").map((line) => line.trim());
    return lines.flatMap((line, index) => {
      if (line === "" || line.startsWith("channel")) return [];
      const key = line.split(/[,;]/).at(-1);
      const row = this.#around.rows().find((one) => one.key === key || one.id === key);
      const at = { line: index + 1 };
      if (row) return of(row, index + 1, { ...at, ...why(row, index) });
      const nobody = { ...at, conversation: null, channel: null, key: line, who: "" };
      return of({} as ConversationRow, index + 1, {
        ...nobody,
        ...skip(line.includes('"') ? "unreadable" : "notFound"),
      });
    });
  }

  #preview(input: BulkInput): BulkPreview {
    const items = this.#chosen(input);
    const target = this.#target(input);
    const going = items.filter((item) => item.state === "received");
    const reasons = [...new Set(items.flatMap((item) => item.reason ?? []))];
    return {
      total: items.length,
      ready: going.length,
      skipped: reasons.map((reason) => ({ reason, count: items.filter((item) => item.reason === reason).length })),
      wrong: items
        .filter((item) => item.conversation === null && item.reason !== null)
        .slice(0, 100)
        .map((item) => ({ line: item.line ?? 0, text: item.key, reason: item.reason ?? "notFound" })),
      samples: going.slice(0, 3).map((item) => ({
        id: item.conversation ?? "",
        who: item.who,
        messages: 4,
        body:
          input.target.kind === "channel"
            ? `${item.who}\n14:03 <b>not bold</b> & <script>alert(1)</script>\n14:05 Olga: One moment, I am looking it up.`
            : JSON.stringify({
                type: "conversation.snapshot",
                timestamp: "2026-11-21T05:00:00.000Z",
                data: {
                  channel: { id: item.channel, name: "Website chat" },
                  contact: { name: item.who, email: "anna@example.com" },
                  conversation: { key: item.key, status: "resolved", labels: ["vip"] },
                  messages: [{ from: "customer", text: "<b>not bold</b> & <script>alert(1)</script>" }],
                },
              }),
      })),
      target,
      test: this.test,
      estimateMs: input.rate === undefined ? null : (going.length / input.rate) * 1_000,
    };
  }

  #create(input: BulkInput): BulkView {
    const items = this.#chosen(input);
    const ready = items.filter((item) => item.state === "received").length;
    if (input.confirmed !== undefined && input.confirmed !== ready)
      throw new BackendError(trouble("DATA-02", { field: "confirmed" }));
    const { name, url } = this.#target(input);
    const id = `b${this.all.length + 1}`;
    this.#items.set(id, items);
    const choice = { ids: "ids", filter: "filter", text: "text" }[input.choice.kind];
    const view: BulkView = {
      id,
      state: "preparing",
      createdAt: Date.now(),
      endedAt: null,
      targetName: name,
      targetUrl: url,
      targetChannel: input.target.kind === "channel" ? input.target.channel : null,
      choice: {
        key: `bulk-choice-${choice}`,
        params: { count: String(items.length) },
        english: `${items.length} conversations`,
        tone: "neutral",
      },
      rate: input.rate ?? null,
      pauseAfter: input.pauseAfter ?? 10,
      total: items.length,
      delivered: 0,
      skipped: items.length - ready,
      failed: 0,
      unknown: 0,
      left: ready,
      sending: 0,
      error: null,
      waitsUntil: null,
      speed: null,
      leftMs: null,
    };
    this.all = [view, ...this.all];
    this.#around.announce(view);
    return view;
  }
}
