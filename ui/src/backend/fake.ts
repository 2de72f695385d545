/**
 * A backend without an engine, for unit tests and for looking at screens: a log of any length, made up row by row. Never shipped.
 *
 * Long because it answers every command there is; what one of them gives is looked up here and nowhere else.
 */
import { idAt, timeOf } from "../features/traffic/ids";
import {
  BackendError,
  type AnswerOf,
  type Backend,
  type Command,
  type RequestOf,
  type StreamListener,
} from "./backend";
import {
  mask,
  type ChannelInput,
  type ChannelView,
  type DeliveryView,
  type EventKind,
  type ExchangeDetail,
  type ExchangeRow,
  type Numbered,
  type Settings,
  type State,
  type Status,
  type TrafficFilter,
  type TrafficPage,
  type TrafficQuery,
} from "./schema";

/** A live row without its number. */
type Live = Numbered extends infer Row ? (Row extends unknown ? Omit<Row, "seq"> : never) : never;

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

/** A channel with everything at its default. */
export function fakeChannel(id: string, name: string, more: Partial<ChannelView> = {}): ChannelView {
  return {
    id,
    name,
    platform: "elma365",
    preset: null,
    token: mask,
    apiUrl: null,
    callbackUrl: "https://crm.example.com/hooks/chat",
    subscriptions: "all",
    format: "switchboard",
    endpoint: { headers: [], timeoutMs: null, trustedCertificate: null },
    options: {},
    intakeUrl: `http://127.0.0.1:8787/in/${id}/k7f2m9qx4tz8w1r5`,
    outboxUrl: `http://127.0.0.1:8787/out/${id}`,
    localOnly: true,
    endpointToken: mask,
    signingSecret: mask,
    mode: "active",
    state: "working",
    demo: false,
    createdAt: Date.now() - 9e8,
    lastAt: Date.now() - 40_000,
    waiting: 0,
    failed: 0,
    notes: [],
    ...more,
  };
}

/** The settings the engine starts with. */
export const fakeSettings: Settings = {
  listen: "127.0.0.1:8787",
  publicUrl: "",
  theme: "system",
  language: "en",
  retryScheduleMs: [5e3, 3e4, 12e4, 6e5, 18e5, 36e5, 108e5, 216e5, 432e5],
  retryJitter: 0.2,
  timeoutMs: 3e4,
  holdLaneMs: 6e5,
  rejectedScheduleMs: [5e3, 3e4],
  breakerAfter: 10,
  probeMs: 3e4,
  concurrency: 16,
  proxy: "system",
  intakeTimeoutMs: 3e4,
  keepTrafficDays: 30,
  keepTriesDays: 0,
  keepConversationsDays: 0,
  fileHosts: [],
  fileAddressHours: 168,
};

const trouble = (code: "NET-06" | "TLS-03" | "AUTH-03", params: Record<string, string>) => ({
  code,
  message: `${code} in English.`,
  hint: "A hint in English.",
  params,
});

/** A backend that remembers what it is told. Every call can be watched and every answer replaced. */
export class FakeBackend implements Backend {
  readonly kind = "fake";
  readonly calls: { command: Command; payload: unknown }[] = [];
  readonly copied: string[] = [];
  channels: ChannelView[];
  settings: Settings = { ...fakeSettings };
  /** Replaces the answer of a command; may throw. */
  answers: { [K in Command]?: (payload: RequestOf<K>) => AnswerOf<K> } = {};
  status: Partial<Status> = {};
  /** How long each answer takes, in ms. */
  latency = 0;
  readonly #start: number;
  readonly #made: ExchangeRow[] = [];
  #listener: StreamListener | undefined;
  #seq = 0;

  /** `rows`: how long the log is. */
  constructor(
    readonly rows = 1_000,
    channels?: ChannelView[],
    now = Date.now(),
  ) {
    this.#start = now;
    this.channels = channels ?? [
      fakeChannel("c1", "ELMA365 sales", { state: "problems", waiting: 12, failed: 3 }),
      fakeChannel("c2", "Website chat", {
        platform: "chatwoot",
        preset: "chatwoot",
        apiUrl: "https://app.chatwoot.com",
        options: { accountId: 3, inboxId: 7, webhookSecrets: [`${mask}1`], signature: "strict" },
      }),
      fakeChannel("c3", "Userlike support", { platform: "userlike", token: "", state: "waiting", lastAt: null }),
      fakeChannel("c4", "OneHash shop", {
        platform: "chatwoot",
        preset: "onehash",
        state: "paused",
        mode: "paused",
        waiting: 1_284,
      }),
    ];
  }

  async call<K extends Command>(command: K, payload: RequestOf<K>): Promise<AnswerOf<K>> {
    this.calls.push({ command, payload });
    await new Promise((resolve) => setTimeout(resolve, this.latency));
    const replaced = this.answers[command];
    return replaced ? replaced(payload) : (this.#answer(command, payload) as AnswerOf<K>);
  }

  stream(listener: StreamListener): () => void {
    this.#listener = listener;
    listener.connected(true);
    return () => (this.#listener = undefined);
  }

  async copyText(text: string): Promise<void> {
    this.copied.push(text);
  }

  /** Announces live rows, as the engine would. */
  announce(...live: Live[]): void {
    this.#listener?.rows(live.map((one) => ({ seq: (this.#seq += 1), ...one }) as Numbered));
  }

  /** Tells that rows were lost. */
  gap(): void {
    this.#listener?.gap();
  }

  /** Adds a new row on top and announces it. */
  push(change: Partial<ExchangeRow> = {}): ExchangeRow {
    const at = this.#start + (this.#made.length + 1) * STEP;
    const row = { ...this.row(this.#made.length + 7, at), ...change };
    this.#made.unshift(row);
    this.announce({ type: "exchange", row });
    return row;
  }

  /** The row of an index, made up: the same one every time. */
  row(index: number, at = this.#start - index * STEP): ExchangeRow {
    const dice = (index * 2_654_435_761) % 4_294_967_296;
    const pick = <T>(all: readonly T[], salt: number): T => all[Math.floor(dice / salt) % all.length] as T;
    const result = pick(states, 7);
    const direction = dice % 3 === 0 ? "out" : "in";
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
      source: "platform",
      step: null,
    };
  }

  #find(id: string): ExchangeRow {
    return this.#made.find((row) => row.id === id) ?? this.row(Math.round((this.#start - timeOf(id)) / STEP));
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

  #answer(command: Command, payload: unknown): unknown {
    switch (command) {
      case "status.get":
        return this.currentStatus();
      case "channel.list":
        return this.channels;
      case "channel.get":
        return this.#channel(payload);
      case "channel.create": {
        const input = payload as ChannelInput;
        const channel = fakeChannel(`c${this.channels.length + 1}`, input.name ?? "", {
          platform: input.platform ?? "elma365",
          preset: input.preset ?? null,
          callbackUrl: input.callbackUrl ?? null,
          state: "waiting",
          lastAt: null,
        });
        this.channels = [...this.channels, channel];
        return channel;
      }
      case "channel.update": {
        const { id, endpoint, options, ...rest } = payload as ChannelInput & { id: string };
        const before = this.#channel({ id });
        const after = {
          ...before,
          ...rest,
          endpoint: { ...before.endpoint, ...endpoint },
          options: { ...before.options, ...options },
        } as ChannelView;
        if (rest.token) after.token = mask;
        if (rest.mode) after.state = rest.mode === "active" ? "working" : rest.mode;
        this.channels = this.channels.map((one) => (one.id === id ? after : one));
        return after;
      }
      case "channel.delete":
        this.channels = this.channels.filter((one) => one.id !== (payload as { id: string }).id);
        return {};
      case "channel.test":
        return {
          checks: [
            { name: "address", tookUs: 12, error: null },
            { name: "dns", tookUs: 8_400, error: null },
            { name: "connect", tookUs: 21_000, error: null },
            { name: "certificate", tookUs: 33_000, error: trouble("TLS-03", { host: "crm.example.com" }) },
          ],
        };
      case "channel.reveal":
      case "channel.rotate":
        return { value: "whsec_c2VjcmV0IG9mIHRoZSBmYWtl" };
      case "event.names":
        return [
          { platform: "elma365", platformName: "message", kind: "message.sent" },
          { platform: "elma365", platformName: "markAsRead", kind: "message.read" },
          { platform: "elma365", platformName: "messageOutcome", kind: "message.outcome" },
          { platform: "elma365", platformName: "userInfo", kind: "contact.requested" },
          { platform: "elma365", platformName: "connect", kind: "channel.connected" },
          { platform: "elma365", platformName: "disconnect", kind: "channel.disconnected" },
          { platform: "chatwoot", platformName: "message_created", kind: "message.received" },
          { platform: "chatwoot", platformName: "message_created", kind: "message.sent" },
          { platform: "chatwoot", platformName: "conversation_created", kind: "conversation.created" },
          { platform: "userlike", platformName: "chat_session start", kind: "session.started" },
        ];
      case "traffic.page":
        return this.page(payload as TrafficQuery);
      case "traffic.get":
        return this.detail(this.#find((payload as { id: string }).id));
      case "traffic.curl":
        return { text: "curl -X POST https://crm.example.com/hooks/chat" };
      case "delivery.resend":
        return { queued: 1, left: 0 };
      case "destination.list":
        return this.currentStatus().stopped;
      case "settings.get":
        return { ...this.settings, restartNeeded: false, notes: [] };
      case "settings.update":
        this.settings = { ...this.settings, ...(payload as Partial<Settings>) };
        return { ...this.settings, restartNeeded: false, notes: [] };
      case "demo.start":
      case "demo.stop":
        this.status.demo = command === "demo.start";
        return this.currentStatus();
      default:
        throw new BackendError({ code: "APP-01", message: `The fake does not know ${command}.` });
    }
  }

  #channel(payload: unknown): ChannelView {
    const { id } = payload as { id: string };
    const found = this.channels.find((one) => one.id === id);
    if (!found) throw new BackendError({ code: "ID-05", message: "This does not exist here any more." });
    return found;
  }

  currentStatus(): Status {
    return {
      sentence: {
        key: "status-stopped",
        params: {
          channels: "4",
          working: "2",
          waiting: "12",
          name: "ELMA365 sales",
          code: "NET-06",
          host: "crm.example.com",
          seconds: "30",
          problem: "",
        },
        english: "2 of 4 channels are working.",
        tone: "bad",
      },
      relay: { listen: this.settings.listen, publicUrl: this.settings.publicUrl || null, error: null },
      key: { home: "file", error: null },
      channels: { total: this.channels.length, working: 2, troubled: 1, resting: 1 },
      today: { received: 1_214, delivered: 1_199, failed: 3 },
      waiting: 1_296,
      unclaimed: 4,
      stopped: [
        {
          id: "d1",
          channel: "c1",
          kind: "endpoint",
          channelName: "ELMA365 sales",
          url: "https://crm.example.com/hooks/chat",
          stopped: trouble("NET-06", { host: "crm.example.com", seconds: "30" }),
          nextProbe: Date.now() + 22_000,
          waiting: 12,
        },
      ],
      catchUps: [],
      demo: false,
      version: "0.1.0",
      dataFolder: "/home/anna/.local/share/switchboard",
      ...this.status,
    };
  }

  detail(row: ExchangeRow): ExchangeDetail {
    const body = JSON.stringify({
      event: "message_created",
      content: row.preview,
      conversation: { id: 42, status: "open", labels: ["vip"] },
      private: false,
      sender: { name: row.who, email: null },
    });
    const deliveries: DeliveryView[] =
      row.channel === null || row.kind === null
        ? []
        : [
            {
              id: `d${row.id}`,
              event: "e1",
              kind: row.kind,
              channel: row.channel,
              exchange: row.id,
              destination: "endpoint",
              url: "https://crm.example.com/hooks/chat",
              state: row.result,
              skipped: row.skipped,
              error:
                row.result === "failed" || row.result === "retrying"
                  ? trouble("NET-06", { host: "crm.example.com", seconds: "30" })
                  : null,
              retry: row.retry,
              outOfOrder: row.result === "retrying",
              createdAt: row.at,
              attempts:
                row.result === "skipped"
                  ? []
                  : [1, 2].map((number) => ({
                      number,
                      exchange: `x${number}`,
                      at: row.at + number * 5e3,
                      status: number === 2 ? 200 : null,
                      error: number === 1 ? trouble("NET-06", { host: "crm.example.com", seconds: "30" }) : null,
                      timings: { dnsUs: null, connectUs: null, tlsUs: null, firstByteUs: 31_000, totalUs: 33_000 },
                      step: null,
                    })),
            },
          ];
    return {
      row,
      sentence: {
        key: row.result === "failed" ? "exchange-failed" : "exchange-delivered",
        params: {
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
        tone: row.result === "failed" ? "bad" : "good",
      },
      method: "POST",
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
      events:
        row.kind === null
          ? []
          : [
              {
                id: "e1",
                kind: row.kind,
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
                  from: row.kind === "message.sent" ? "operator" : "customer",
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
              },
            ],
      deliveries,
      canProcess: row.result === "refused",
      certificate:
        row.result === "failed"
          ? {
              fingerprint:
                "4F:9A:11:C2:7B:E0:53:88:19:AD:6C:42:D5:0E:71:3F:9A:11:C2:7B:E0:53:88:19:AD:6C:42:D5:0E:71:3F:4F",
              pem: "-----BEGIN CERTIFICATE-----",
            }
          : null,
    };
  }
}

function fits(row: ExchangeRow, filter: TrafficFilter): boolean {
  return (
    (filter.direction === undefined || row.direction === filter.direction) &&
    (filter.channel === undefined || row.channel === filter.channel) &&
    (filter.state === undefined || row.result === filter.state) &&
    (filter.from === undefined || row.at >= filter.from) &&
    (filter.unclaimed !== true || row.channel === null) &&
    (filter.text === undefined || `${row.who} ${row.preview}`.toLowerCase().includes(filter.text.toLowerCase()))
  );
}
