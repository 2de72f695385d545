/** A log of any length, made up row by row: the same row every time. */
import { idAt, timeOf } from "../ids";
import {
  mask,
  type AttemptView,
  type DeliveryView,
  type EventKind,
  type EventView,
  type ExchangeDetail,
  type ExchangeRow,
  type Source,
  type State,
  type TrafficFilter,
  type TrafficPage,
  type TrafficQuery,
} from "../schema";
import { silent } from "./samples";

/** How many ms lie between two made-up rows. */
const STEP = 1_700;
/** Rows a text search looks at before it stops. */
const BUDGET = 20_000;

const kinds: EventKind[] = [
  "message.received",
  "message.sent",
  "message.received",
  "message.outcome",
  "conversation.updated",
  "contact.requested",
];
const states: State[] = [
  "delivered",
  "delivered",
  "delivered",
  "delivered",
  "skipped",
  "retrying",
  "delivered",
  "failed",
  "onHold",
  "delivered",
  "refused",
  "delivered",
  "received",
  "sending",
  "read",
  "accepted",
  "unknown",
  "waitingForPlatform",
];
const sources: Source[] = ["platform", "platform", "endpoint", "platform", "screen", "platform", "catchUp", "file"];
const steps = ["contact.find", "contact.create", "conversation.create", "message.create", null, null, "message.send"];
const people = [
  "Anna Petrova",
  "Jonas Weber",
  "Мария Иванова",
  "Dr. Ahmed El-Sayed",
  "+49 151 2345678",
  "lea@example.com",
];
const texts = [
  "Hello, where is my order?",
  "Добрый день! Подскажите, пожалуйста, когда приедет курьер?",
  "Ihre Bestellung ist unterwegs und kommt morgen an.",
  "<b>not bold</b> & <script>alert(1)</script>",
  "ok",
  "I would like to return the blue one and get the red one instead, is that possible before the weekend?",
];

/** The made-up log. */
export class MadeUpLog {
  readonly #made: ExchangeRow[] = [];

  /** `rows`: how long it is; `start`: when its newest row came. */
  constructor(
    readonly rows: number,
    readonly start: number,
  ) {}

  /** Puts a new row on top. */
  push(change: Partial<ExchangeRow> = {}): ExchangeRow {
    const at = this.start + (this.#made.length + 1) * STEP;
    const row = { ...this.row(this.#made.length + 7, at), ...change };
    this.#made.unshift(row);
    return row;
  }

  /** The row of an index. */
  row(index: number, at = this.start - index * STEP): ExchangeRow {
    const dice = (index * 2_654_435_761) % 4_294_967_296;
    const pick = <T>(all: readonly T[], salt: number): T => all[Math.floor(dice / salt) % all.length] as T;
    const result = pick(states, 7);
    const direction = dice % 3 === 0 ? "out" : "in";
    const source = result === "refused" ? "platform" : direction === "in" ? pick(sources, 23) : "platform";
    return {
      id: idAt(at),
      at,
      direction,
      channel: result === "refused" && dice % 2 === 0 ? null : pick(["c1", "c2", "c3"], 11),
      kind: result === "refused" ? null : pick(kinds, 13),
      platformName: result === "refused" ? "" : "message_created",
      who: pick(people, 17),
      preview: pick(texts, 19),
      status: 200,
      result,
      skipped: result === "skipped" ? "notSubscribed" : null,
      code: result === "failed" ? "NET-06" : null,
      tookUs: 800 + (dice % 900_000),
      size: 900,
      retry: result === "retrying" ? { made: 2, of: 10, next: at + 60_000 } : null,
      source,
      step: direction === "out" ? pick(steps, 29) : source === "file" ? "file.fetch" : null,
    };
  }

  /** The row of that id. */
  find(id: string): ExchangeRow {
    return this.#made.find((row) => row.id === id) ?? this.row(Math.round((this.start - timeOf(id)) / STEP));
  }

  /** A page by key, over rows that exist only as numbers. */
  page({ limit = 100, before, after, filter = {} }: TrafficQuery): TrafficPage {
    const all = this.rows + this.#made.length;
    const at = (index: number) => this.#made[index] ?? this.row(index - this.#made.length);
    const indexOf = (id: string) => {
      let low = 0;
      let high = all;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (at(middle).id > id) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const rows: ExchangeRow[] = [];
    const down = after === undefined;
    let index = after !== undefined ? indexOf(after) - 1 : before !== undefined ? indexOf(before) : 0;
    if (before !== undefined && index < all && at(index).id === before) index += 1;
    let looked = 0;
    for (; index >= 0 && index < all && rows.length < limit && looked < BUDGET; index += down ? 1 : -1, looked += 1)
      if (fits(at(index), filter)) rows.push(at(index));
    const more = index >= 0 && index < all;
    const last = more ? at(index - (down ? 1 : -1)) : undefined;
    return {
      rows: down ? rows : rows.reverse(),
      next: last?.id ?? null,
      searchedBack: more && looked >= BUDGET ? (last?.at ?? null) : null,
      total: Object.keys(filter).length === 0 ? all : null,
    };
  }

  /** Everything about a row: for one that came in also what a link made of it. */
  detail(row: ExchangeRow): ExchangeDetail {
    const body = JSON.stringify({
      event: "message_created",
      content: row.preview,
      conversation: { id: 42, status: "open", labels: ["vip"] },
      private: false,
      sender: { name: row.who, email: null },
    });
    const failed = row.result === "failed";
    return {
      row,
      sentence: {
        key: failed ? "exchange-failed" : "exchange-delivered",
        params: {
          source: row.source === "catchUp" ? "catch-up" : row.source,
          count: "1",
          hasWho: "1",
          who: row.who,
          kind: row.kind ?? "",
          what: "A request",
          host: "crm.example.com",
          code: "NET-06",
          seconds: "30",
          problem: "",
          made: "10",
        },
        english: "A request came in.",
        tone: failed ? "bad" : "good",
      },
      method: row.source === "screen" || row.source === "catchUp" ? "" : "POST",
      url: "http://127.0.0.1:8787/in/c1/••••",
      peer: "203.0.113.7",
      request: {
        headers: [
          ["content-type", "application/json"],
          ["x-chatwoot-signature", mask],
        ],
        body,
        json: true,
        size: body.length,
        truncated: false,
      },
      answer: { headers: [["content-length", "2"]], body: "{}", json: true, size: 2, truncated: false },
      timings:
        row.direction === "out"
          ? { dnsUs: 2_400, connectUs: 18_000, tlsUs: 24_000, firstByteUs: 210_000, totalUs: 268_000 }
          : null,
      events: events(row),
      deliveries: deliveries(row),
      canProcess: row.result === "refused",
      certificate: failed
        ? {
            fingerprint:
              "4F:9A:11:C2:7B:E0:53:88:19:AD:6C:42:D5:0E:71:3F:9A:11:C2:7B:E0:53:88:19:AD:6C:42:D5:0E:71:3F:4F",
            pem: "-----BEGIN CERTIFICATE-----",
          }
        : null,
    };
  }
}

function deliveries(row: ExchangeRow): DeliveryView[] {
  if (row.channel === null || row.kind === null) return [];
  const attempt = (number: number, step: string | null, bad: boolean): AttemptView => ({
    number,
    exchange: `x${number}`,
    at: row.at + number * 5e3,
    status: bad ? null : 200,
    error: bad ? silent : null,
    timings: { dnsUs: null, connectUs: null, tlsUs: null, firstByteUs: 31_000, totalUs: 33_000 },
    step,
  });
  const endpoint: DeliveryView = {
    id: `d${row.id}`,
    event: "e1",
    kind: row.kind,
    channel: row.channel,
    exchange: row.id,
    destination: "endpoint",
    url: "https://crm.example.com/hooks/chat",
    state: row.result,
    skipped: row.skipped,
    error: row.result === "failed" || row.result === "retrying" ? silent : null,
    retry: row.retry,
    outOfOrder: row.result === "retrying",
    createdAt: row.at,
    attempts: row.result === "skipped" ? [] : [attempt(1, null, true), attempt(2, null, false)],
  };
  if (row.channel !== "c2") return [endpoint];
  const settled = { skipped: null, error: null, retry: null, outOfOrder: false };
  return [
    endpoint,
    {
      ...endpoint,
      ...settled,
      id: `p${row.id}`,
      event: "e2",
      channel: "c1",
      destination: "platform",
      url: "https://acme.elma365.com",
      state: "accepted",
      attempts: [attempt(1, "message.send", false)],
    },
    {
      ...endpoint,
      ...settled,
      id: `w${row.id}`,
      kind: "message.updated",
      destination: "writeBack",
      url: "https://app.chatwoot.com",
      state: "delivered",
      attempts: [attempt(1, "message.find", true), attempt(2, "message.find", false), attempt(3, "odd.step", false)],
    },
  ];
}

function events(row: ExchangeRow): ExchangeDetail["events"] {
  if (row.kind === null) return [];
  const event = happened(row, row.kind);
  return row.channel === "c2" ? [event, { ...event, id: "e2" }] : [event];
}

function happened(row: ExchangeRow, kind: EventKind): EventView {
  return {
    id: "e1",
    kind,
    platformName: row.platformName,
    skipped: row.skipped,
    conversation: null,
    contact: {
      key: "77",
      identifier: null,
      name: row.who,
      email: "anna@example.com",
      phone: null,
      avatarUrl: null,
    },
    message: {
      key: "m1",
      from: kind === "message.sent" ? "operator" : "customer",
      author: row.who,
      text: row.preview,
      contentType: null,
      files: [{ name: "invoice.pdf", url: "https://files.example.com/1", size: 48_000, contentType: null }],
      private: false,
      template: false,
      sentAt: row.at,
      status: null,
      error: null,
    },
    operator: null,
    detail: {},
  };
}

function fits(row: ExchangeRow, filter: TrafficFilter): boolean {
  return (
    (filter.direction === undefined || row.direction === filter.direction) &&
    (filter.channel === undefined || row.channel === filter.channel) &&
    (filter.state === undefined || row.result === filter.state) &&
    (filter.from === undefined || row.at >= filter.from) &&
    (filter.to === undefined || row.at <= filter.to) &&
    (filter.unclaimed !== true || row.channel === null) &&
    (filter.text === undefined || `${row.who} ${row.preview}`.toLowerCase().includes(filter.text.toLowerCase()))
  );
}
