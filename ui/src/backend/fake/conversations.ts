/** Conversations of every kind, made up: the same ones every time. What is asked of them changes them. */
import { BackendError, type Command } from "../backend";
import type {
  ChannelView,
  ContactErased,
  ContactRef,
  ConversationDetail,
  ConversationFilter,
  ConversationPage,
  ConversationQuery,
  ConversationRow,
  ConversationSend,
  ConversationsSent,
  ConversationStatus,
  PullRequest,
  PullView,
  ReplyRequest,
  SavedView,
  TargetView,
  TargetsQuery,
  TranscriptLine,
  TranscriptPage,
  TranscriptQuery,
  ViewInput,
} from "../schema";
import { silent, trouble } from "./samples";
import { lineOf, words } from "./transcript";

const MINUTE = 60_000;
/** A search for words looks at so many conversations before it stops. */
const BUDGET = 500;

const names = ["Anna Petrova", "Jonas Weber", "Мария Иванова", "Dr. Ahmed El-Sayed", "Léa Fontaine", "Søren Kjær"];
const families = ["", " (Acme)", " jun.", " – Hausverwaltung Nord", "", ""];
const operators = ["Olga Smirnova", "Max Brandt", "Priya Nair", null];
const statuses: ConversationStatus[] = ["open", "resolved", "open", "pending", "resolved", "snoozed", "ended"];
const labels = [["vip"], [], ["delivery", "urgent"], [], ["returns"], ["vip", "invoice", "second line"]];

/** The made-up conversations. */
export class MadeUpConversations {
  rows: ConversationRow[];
  views: SavedView[] = [
    { id: "v1", name: "Failed this week", filter: { failed: true }, sort: "lastActivity", ascending: false },
    { id: "v2", name: "Open, VIP", filter: { statuses: ["open"], label: "vip" }, sort: "started", ascending: false },
  ];
  pulls: PullView[] = [];
  /** Older ones are said to be still sorted in. */
  behind = false;
  readonly #replies = new Map<string, TranscriptLine[]>();
  readonly #resent = new Set<string>();

  /** `count`: how many; `changed` is called when something of a channel changed. */
  constructor(
    count: number,
    readonly now: number,
    readonly channels: () => ChannelView[],
    readonly changed: (channel: string) => void,
    readonly pulled: (pull: PullView) => void,
  ) {
    this.rows = Array.from({ length: count }, (_, index) => this.#make(index));
  }

  /** The answer of a command; undefined for one that is about something else. */
  answer(command: Command, payload: unknown): unknown {
    const { id, ids } = payload as { id: string; ids: string[] };
    switch (command) {
      case "conversation.page":
        return this.#page(payload as ConversationQuery);
      case "conversation.count":
        return { count: this.#matching((payload as ConversationQuery).filter ?? {}).length, more: false };
      case "conversation.get":
        return this.#get(id);
      case "conversation.transcript":
        return this.#transcript(payload as TranscriptQuery);
      case "conversation.reply":
        return this.#reply(payload as ReplyRequest);
      case "conversation.send":
        return this.#send(payload as ConversationSend);
      case "conversation.unflag":
        this.rows = this.rows.map((row) => (ids.includes(row.id) ? { ...row, flag: null } : row));
        return {};
      case "conversation.targets":
        return this.#targets(payload as TargetsQuery);
      case "contact.delete":
        return this.#erase(payload as ContactRef);
      case "view.list":
        return this.views;
      case "view.put":
        return this.#putView(payload as ViewInput);
      case "view.delete":
        this.views = this.views.filter((view) => view.id !== id);
        return {};
      case "pull.start":
        return this.#pull(payload as PullRequest);
      case "pull.cancel":
        this.movePull(id, { state: "cancelled" });
        return {};
      case "pull.list":
        return this.pulls;
      case "delivery.resend":
        for (const delivery of ids ?? []) this.#resent.add(delivery);
        this.rows = this.rows.map((row) =>
          (ids ?? []).some((delivery) => delivery.startsWith(`${row.id}-`)) ? { ...row, failed: row.failed - 1 } : row,
        );
        return undefined;
      default:
        return undefined;
    }
  }

  /** Something is said in a conversation: it comes to the top. */
  say(id: string, text: string, at = Date.now()): void {
    const row = this.#row(id);
    const index = row.messages;
    this.rows = this.rows.map((one) =>
      one.id === id ? { ...one, messages: index + 1, preview: text, previewFrom: "customer", lastAt: at } : one,
    );
    const line = lineOf(row, 0);
    const said = { ...line, id: `z${String(index).padStart(5, "0")}`, at, event: null, failed: [], error: null };
    const message = { ...words, from: "customer" as const, author: row.who, text };
    this.#replies.set(id, [...(this.#replies.get(id) ?? []), { ...said, state: "delivered", skipped: null, message }]);
    this.changed(row.channel);
  }

  /** What was said last comes once more. */
  repeat(id: string): void {
    const said = this.#replies.get(id) ?? [];
    const last = said.at(-1);
    if (last) this.#replies.set(id, [...said.slice(0, -1), { ...last, repeats: last.repeats + 1 }]);
    this.changed(this.#row(id).channel);
  }

  /** Lets a pull go on. */
  movePull(channel: string, change: Partial<PullView>): void {
    this.pulls = this.pulls.map((pull) => (pull.channel === channel ? { ...pull, ...change } : pull));
    const pull = this.pulls.find((one) => one.channel === channel);
    if (pull) this.pulled(pull);
  }

  #make(index: number): ConversationRow {
    const dice = (index * 2_654_435_761) % 4_294_967_296;
    const pick = <T>(all: readonly T[], salt: number): T => all[Math.floor(dice / salt) % all.length] as T;
    const channel = pick(["c1", "c2", "c3", "c2", "c4"], 7);
    const name = pick(names, 11) + pick(families, 31);
    const operator = pick(operators, 13);
    const lastAt = this.now - (index + 1) * 7 * MINUTE - (dice % MINUTE);
    const messages = index === 0 ? 640 : 2 + (dice % 40);
    const id = `v${String(index).padStart(5, "0")}`;
    const status = channel === "c1" ? null : pick(statuses, 17);
    const row: ConversationRow = {
      id,
      channel,
      key: String(48_000 - index),
      contact: index % 9 === 8 ? null : `p${String(index % 211)}`,
      who: index % 9 === 8 ? "" : index % 9 === 7 ? "+49 151 2345678" : name,
      status: index === 0 ? "open" : status,
      operator:
        operator === null ? null : { key: `o${operator.length}`, name: operator, email: null, group: "First line" },
      inbox: channel === "c2" || channel === "c4" ? "7" : null,
      labels: pick(labels, 19),
      attributes: index % 3 === 0 ? { plan: "Pro", "order number": 100_000 + index, city: "Köln" } : {},
      messages,
      failed: 0,
      preview: "",
      previewFrom: null,
      startedAt: lastAt - (1 + (dice % 90)) * 37 * MINUTE,
      lastAt,
      endedAt: status === "ended" ? lastAt : null,
      flag: null,
    };
    const last = lineOf(row, messages - 1);
    row.preview = last.message?.text ?? "";
    row.previewFrom = last.message?.from ?? null;
    row.failed = this.#failures(row).length;
    if (index % 23 === 4) row.flag = { to: "crm.example.com", when: "statusChanged", at: lastAt };
    if (index % 31 === 6) row.flag = { to: "ELMA365 sales", when: "ended", at: lastAt };
    if (channel === "c3" && index % 8 === 1) row.flag = { to: "Userlike", when: "platform", at: lastAt };
    return row;
  }

  #matching(filter: ConversationFilter): ConversationRow[] {
    const text = filter.text?.toLowerCase();
    return this.rows.filter(
      (row) =>
        (filter.channel === undefined || row.channel === filter.channel) &&
        (!filter.statuses?.length || (row.status !== null && filter.statuses.includes(row.status))) &&
        (filter.contact === undefined || row.contact === filter.contact) &&
        (filter.operator === undefined || row.operator?.name === filter.operator) &&
        (filter.label === undefined || row.labels.includes(filter.label)) &&
        (filter.failed !== true || row.failed > 0) &&
        (filter.flagged !== true || row.flag !== null) &&
        (filter.from === undefined || row.lastAt >= filter.from) &&
        (filter.to === undefined || row.lastAt <= filter.to) &&
        (text === undefined || `${row.who} ${row.preview} ${row.key}`.toLowerCase().includes(text)),
    );
  }

  #page({ limit = 100, before, filter = {}, sort = "lastActivity", ascending = false }: ConversationQuery) {
    const value = (row: ConversationRow) =>
      sort === "messages" ? row.messages : sort === "started" ? row.startedAt : row.lastAt;
    const sorted = this.#matching(filter).toSorted(
      (a, b) => (ascending ? 1 : -1) * (value(a) - value(b) || (a.id < b.id ? 1 : -1)),
    );
    const start = before === undefined ? 0 : sorted.findIndex((row) => row.id === before) + 1;
    const rows = sorted.slice(start, start + limit);
    const more = start + limit < sorted.length;
    const page: ConversationPage = { rows, next: null, searchedBack: null, behind: this.behind };
    if (more) page.next = rows.at(-1)?.id ?? null;
    // A search that finds little has looked at much.
    if (filter.text !== undefined && rows.length < limit && this.rows.length > BUDGET && before === undefined) {
      page.next = rows.at(-1)?.id ?? this.rows.at(-1)?.id ?? null;
      page.searchedBack = this.rows[BUDGET]?.lastAt ?? null;
    }
    return page;
  }

  #row(id: string): ConversationRow {
    const found = this.rows.find((row) => row.id === id);
    if (!found) throw new BackendError(trouble("ID-05"));
    return found;
  }

  #lines(row: ConversationRow): TranscriptLine[] {
    const made = Array.from({ length: row.id === "v00000" ? 640 : Math.min(row.messages, 41) }, (_, index) =>
      lineOf(row, index),
    );
    return [...made, ...(this.#replies.get(row.id) ?? [])].map((line) =>
      line.failed.some((delivery) => this.#resent.has(delivery))
        ? { ...line, failed: [], error: null, state: "delivered" }
        : line,
    );
  }

  #failures(row: ConversationRow): string[] {
    return this.#lines(row).flatMap((line) => (line.failed.length > 0 ? line.id : []));
  }

  #transcript({ id, limit = 100, before, after, around }: TranscriptQuery): TranscriptPage {
    const lines = this.#lines(this.#row(id));
    const at = (line: string) => lines.findIndex((one) => one.id === line);
    let start = lines.length - limit;
    if (before !== undefined) start = at(before) - limit;
    else if (after !== undefined) start = at(after) + 1;
    else if (around !== undefined) start = at(around) - Math.floor(limit / 2);
    const end = before !== undefined ? at(before) : Math.max(start, 0) + limit;
    return {
      lines: lines.slice(Math.max(start, 0), end),
      earlier: start > 0,
      later: end < lines.length,
    };
  }

  #get(id: string): ConversationDetail {
    const row = this.#row(id);
    const chatwoot = row.inbox !== null;
    return {
      row,
      chat: chatwoot ? `chat-${row.key}` : null,
      session: row.channel === "c3" ? `s-${row.key}` : null,
      contact:
        row.contact === null
          ? null
          : {
              channel: row.channel,
              contact: {
                key: row.contact,
                identifier: chatwoot ? `crm-${row.contact}` : null,
                name: row.who,
                email: "anna@example.com",
                phone: "+49 151 2345678",
                avatarUrl: null,
                attributes: { company: "Acme GmbH", language: "de" },
              },
              inbox: chatwoot ? "7 · Website" : null,
              contactInbox: chatwoot ? `5f0c1f6e-51f1-4d1c-a7cd-${row.key}` : null,
              conversations: this.rows.filter((one) => one.contact === row.contact).length,
              firstAt: row.startedAt - 86_400_000,
            },
      reply: chatwoot
        ? null
        : trouble("KIND-01", { platform: row.channel === "c3" ? "Userlike" : "ELMA365", kind: "message" }),
      failures: this.#failures(row),
      transcript: this.#transcript({ id }),
    };
  }

  #reply({ channel, conversation, text = "", private: note = false }: ReplyRequest) {
    const row = this.rows.find((one) => one.channel === channel && one.key === conversation);
    if (!row) throw new BackendError(trouble("ID-05"));
    const said = this.#replies.get(row.id) ?? [];
    const line = lineOf(row, 0);
    const id = `z${String(said.length).padStart(5, "0")}`;
    const message = { ...words, from: "operator" as const, author: "You", text, private: note };
    this.#replies.set(row.id, [
      ...said,
      { ...line, id, at: Date.now(), event: null, message, state: "delivered", failed: [], error: null, skipped: null },
    ]);
    this.changed(channel);
    return { event: `e-${id}`, exchange: line.exchange };
  }

  #send({ ids, target, when = "now" }: ConversationSend): ConversationsSent {
    const refused = ids.filter((id) => target?.kind === "channel" && this.#row(id).channel === target.channel);
    const sent = ids.filter((id) => !refused.includes(id));
    const to = target?.kind === "address" ? new URL(target.url).host : "crm.example.com";
    if (when !== "now")
      this.rows = this.rows.map((row) =>
        sent.includes(row.id) ? { ...row, flag: { to, when, at: Date.now() } } : row,
      );
    return {
      events: when === "now" ? sent.map((id) => `e-${id}`) : [],
      exchanges: when === "now" ? sent.map((id) => lineOf(this.#row(id), 0).exchange ?? "") : [],
      flagged: when === "now" ? 0 : sent.length,
      refused: refused.map((id) => ({ id, error: trouble("LOOP-01", { channel: this.#row(id).channel }) })),
    };
  }

  #targets({ channel }: TargetsQuery): TargetView[] {
    const from = this.channels().find((one) => one.id === channel);
    const whens: TargetView["whens"] = from?.platform === "elma365" ? ["now"] : ["now", "statusChanged", "ended"];
    return [
      {
        target: { kind: "endpoint" },
        name: "crm.example.com",
        url: "https://crm.example.com/hooks/chat",
        error: null,
        whens,
      },
      ...this.channels().map((one): TargetView => ({
        target: { kind: "channel", channel: one.id },
        name: one.name,
        url: one.apiUrl ?? "",
        error:
          one.platform === "userlike" ? trouble("KIND-01", { platform: "Userlike" }) : one.id === "c4" ? silent : null,
        whens,
      })),
    ];
  }

  #erase({ channel, key }: ContactRef): ContactErased {
    const gone = this.rows.filter((row) => row.channel === channel && row.contact === key);
    this.rows = this.rows.filter((row) => !gone.includes(row));
    this.changed(channel);
    return {
      conversations: gone.length,
      messages: gone.reduce((sum, row) => sum + row.messages, 0),
      exchanges: gone.length * 31,
      files: gone.length,
      backups: ["settings-2026-11-20.db", "journal-2026-11-20.db"],
    };
  }

  #putView({ id, name, filter, sort = "lastActivity", ascending = false }: ViewInput): SavedView {
    const view = { id: id ?? `v${this.views.length + 1}-${name}`, name, filter, sort, ascending };
    this.views = id === undefined ? [...this.views, view] : this.views.map((one) => (one.id === id ? view : one));
    return view;
  }

  #pull({ channel }: PullRequest): PullView {
    const pull: PullView = {
      channel,
      state: "running",
      startedAt: Date.now(),
      conversations: 0,
      total: null,
      messages: 0,
      error: null,
    };
    this.pulls = [...this.pulls.filter((one) => one.channel !== channel), pull];
    setTimeout(() => this.movePull(channel, { conversations: 120, total: 812, messages: 1_934 }), 400);
    return pull;
  }
}
