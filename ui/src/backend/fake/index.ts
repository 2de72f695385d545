/** A backend without an engine, for unit tests and for looking at screens. It knows every command and forgets nothing. Never shipped. */
import {
  BackendError,
  type AnswerOf,
  type Backend,
  type Command,
  type RequestOf,
  type StreamListener,
} from "../backend";
import {
  mask,
  type ChannelInput,
  type ChannelOrder,
  type ChannelView,
  type ConversationPage,
  type CustomerSend,
  type ExchangeDetail,
  type ExchangeRow,
  type ExportRequest,
  type FileView,
  type JourneyRef,
  type LinkInput,
  type LinkUpdate,
  type LinkView,
  type Numbered,
  type PauseRequest,
  type Settings,
  type Status,
  type TrafficQuery,
} from "../schema";
import { MadeUpConversations } from "./conversations";
import { MadeUpBulks } from "./bulk";
import { PracticeChats } from "./customer";
import { FakeDesktop, fakeOwed, pauseAll } from "./desktop";
import { MadeUpExports } from "./exports";
import { fakeJourney } from "./journey";
import { MadeUpPractice } from "./practice";
import { MadeUpKeeping } from "./keeping";
import { MadeUpSetups } from "./setup";
import {
  fakeChannel,
  fakeChannels,
  fakeCheck,
  fakeEventNames,
  fakeKinds,
  fakeLink,
  fakeLinks,
  fakeSettings,
  fakeStatus,
} from "./samples";
import { MadeUpStats } from "./stats";
import { MadeUpProblems } from "./problems";
import { MadeUpLog } from "./traffic";

export { FakeDesktop } from "./desktop";
export { fakeCatchUps, fakeChannel, fakeCheck, fakeKinds, fakeLink, fakeSettings, trouble } from "./samples";

/** A live row without its number. */
type Live = Numbered extends infer Row ? (Row extends unknown ? Omit<Row, "seq"> : never) : never;

/** A backend that remembers what it is told. Every call can be watched and every answer replaced. */
export class FakeBackend implements Backend {
  readonly kind = "fake";
  readonly calls: { command: Command; payload: unknown }[] = [];
  readonly copied: string[] = [];
  readonly opened: string[] = [];
  readonly saved: string[] = [];
  readonly chats: PracticeChats;
  readonly bulks = new MadeUpBulks({
    rows: () => this.conversations.rows,
    matching: (filter) =>
      (this.conversations.answer("conversation.page", { filter, limit: 1_000_000 }) as ConversationPage).rows,
    channels: () => this.channels,
    announce: (row) => this.announce({ type: "bulk", row }),
  });
  readonly practice = new MadeUpPractice(
    (id) => this.#channel(id),
    (id, callbackUrl) => this.#replace(id, { callbackUrl }),
    (channel) => this.push({ channel, kind: "message.sent", direction: "in", source: "practice" }).id,
    (id) => this.log.detail(this.log.find(id)),
  );
  readonly exports = new MadeUpExports((row) => this.announce({ type: "export", row }));
  readonly stats = new MadeUpStats(
    () => this.channels,
    () => this.links,
    () => this.currentStatus().waiting,
  );
  readonly problems = new MadeUpProblems((row) => this.announce({ type: "problem", row }));
  readonly setups = new MadeUpSetups({
    channel: (id) => this.#channel(id),
    replace: (id, change) => this.#replace(id, change),
    announce: (row) => this.announce({ type: "checkup", row }),
  });
  readonly log: MadeUpLog;
  readonly conversations: MadeUpConversations;
  readonly keeping: MadeUpKeeping;
  channels: ChannelView[];
  links: LinkView[];
  settings: Settings = { ...fakeSettings };
  /** Replaces the answer of a command; may throw. */
  answers: { [K in Command]?: (payload: RequestOf<K>) => AnswerOf<K> } = {};
  /** Replaces what becomes of a file. */
  upload: ((channel: string, file: File) => Promise<FileView>) | undefined;
  status: Partial<Status> = {};
  /** A desktop, where a test gives it one. */
  desktop?: FakeDesktop;
  /** The clipboard, where a test gives it one. */
  readText?: () => Promise<string>;
  /** How long each answer takes, in ms. */
  latency = 0;
  #listener: StreamListener | undefined;
  #seq = 0;

  /** `rows`: how long the log is; `conversations`: how many there are. */
  constructor(rows = 1_000, channels?: ChannelView[], now = Date.now(), conversations = rows === 0 ? 0 : 640) {
    this.log = new MadeUpLog(rows, now);
    this.keeping = new MadeUpKeeping(now);
    this.channels = channels ?? fakeChannels();
    this.links = channels ? [] : fakeLinks();
    this.chats = new PracticeChats((channel) => this.push({ channel, kind: "message.sent" }));
    this.conversations = new MadeUpConversations(
      conversations,
      now,
      () => this.channels,
      (channel) => this.push({ channel, kind: "message.sent" }),
      (row) => this.announce({ type: "pull", row }),
    );
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

  async saveExport(ticket: string): Promise<boolean> {
    this.saved.push(ticket);
    void this.exports.redeem(ticket);
    return true;
  }

  async bringBackup() {
    return this.keeping.bring();
  }

  async openLink(url: string): Promise<void> {
    this.opened.push(url);
  }

  async uploadFile(channel: string, file: File): Promise<FileView> {
    return this.upload ? this.upload(channel, file) : this.chats.keep(file.name, file.size, file.type);
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
    const row = this.log.push(change);
    this.announce({ type: "exchange", row });
    return row;
  }

  /** The row of an index, made up: the same one every time. */
  row(index: number): ExchangeRow {
    return this.log.row(index);
  }

  /** Everything about a row. */
  detail(row: ExchangeRow): ExchangeDetail {
    return this.log.detail(row);
  }

  /** How things are. */
  currentStatus(): Status {
    return {
      ...fakeStatus(this.channels.length, this.settings),
      restoreReady: this.keeping.ready,
      ...this.status,
    };
  }

  #answer(command: Command, payload: unknown): unknown {
    const { id, channel } = payload as { id: string; channel: string };
    const made =
      this.conversations.answer(command, payload) ??
      this.bulks.answer(command, payload) ??
      this.stats.answer(command, payload) ??
      this.problems.answer(command, payload) ??
      this.practice.answer(command, payload) ??
      this.keeping.answer(command, payload) ??
      this.setups.answer(command, payload);
    if (made !== undefined) return made;
    switch (command) {
      case "status.get":
        return this.currentStatus();
      case "recovery.get":
        return null;
      case "channel.list":
        return this.channels;
      case "channel.get":
        return this.#channel(id);
      case "channel.create":
        return this.#create(payload as ChannelInput);
      case "channel.update":
        return this.#update(payload as ChannelInput & { id: string });
      case "channel.delete":
        this.channels = this.channels.filter((one) => one.id !== id);
        this.links = this.links.filter((one) => one.customers !== id && one.operators !== id);
        return {};
      case "channel.reorder": {
        const { ids } = payload as ChannelOrder;
        const place = (one: ChannelView) => (ids.includes(one.id) ? ids.indexOf(one.id) : ids.length);
        this.channels = this.channels.toSorted((a, b) => place(a) - place(b));
        return this.channels;
      }
      case "channel.disconnect":
        this.#replace(id, { state: "disconnected" });
        return {};
      case "channel.catchUp":
        return {};
      case "channel.test":
        return {
          checks: [fakeCheck("endpoint", "address", 12)],
        };
      case "channel.reveal":
      case "channel.rotate":
        return { value: "whsec_c2VjcmV0IG9mIHRoZSBmYWtl" };
      case "event.names":
        return fakeEventNames;
      case "outbox.kinds":
        return fakeKinds;
      case "link.list":
        return this.links;
      case "link.create": {
        const { customers = "", operators = "", ...rest } = payload as LinkInput;
        const link = fakeLink(`l${this.links.length + 1}`, customers, operators, { ...rest, createdAt: Date.now() });
        this.links = [...this.links, link];
        return link;
      }
      case "link.update":
        this.links = this.links.map((one) => (one.id === id ? { ...one, ...(payload as LinkUpdate) } : one));
        return this.links.find((one) => one.id === id);
      case "link.delete":
        this.links = this.links.filter((one) => one.id !== id);
        return {};
      case "customer.get":
        return this.chats.view(this.#channel(channel));
      case "customer.send":
        return this.chats.send(this.#channel(channel), payload as CustomerSend);
      case "customer.clear":
        return this.chats.clear(this.#channel(channel));
      case "traffic.page":
        return this.log.page(payload as TrafficQuery);
      case "traffic.get":
        return this.log.detail(this.log.find(id));
      case "journey.get":
        return fakeJourney(this.log.detail(this.log.find((payload as JourneyRef).exchange ?? "")));
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
      case "relay.pause":
      case "relay.resume":
        pauseAll(this.status, command === "relay.pause" ? (payload as PauseRequest) : undefined);
        return this.currentStatus();
      case "relay.owed":
        return fakeOwed();
      case "relay.usePort":
        this.settings = { ...this.settings, listen: `127.0.0.1:${(payload as { port: number }).port}` };
        return { ...this.settings, restartNeeded: false, notes: [] };
      case "demo.start":
      case "demo.stop":
        this.status.demo = command === "demo.start";
        return this.currentStatus();
      case "export.create":
        return this.exports.create(payload as ExportRequest);
      case "export.cancel":
        this.exports.cancel(id);
        return {};
      default:
        throw new BackendError({ code: "APP-01", message: `The fake does not know ${command}.` });
    }
  }

  #channel(id: string): ChannelView {
    const found = this.channels.find((one) => one.id === id);
    if (!found) throw new BackendError({ code: "ID-05", message: "This does not exist here any more." });
    return found;
  }

  #replace(id: string, change: Partial<ChannelView>): ChannelView {
    const after = { ...this.#channel(id), ...change };
    this.channels = this.channels.map((one) => (one.id === id ? after : one));
    return after;
  }

  #create(input: ChannelInput): ChannelView {
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

  #update({ id, endpoint, options, ...rest }: ChannelInput & { id: string }): ChannelView {
    const before = this.#channel(id);
    const after = {
      ...rest,
      endpoint: { ...before.endpoint, ...endpoint },
      options: { ...before.options, ...options },
    } as Partial<ChannelView>;
    if (rest.token) after.token = mask;
    if (rest.mode) after.state = rest.mode === "active" ? "working" : rest.mode;
    return this.#replace(id, after);
  }
}
