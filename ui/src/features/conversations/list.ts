/**
 * The list of conversations as far as a page holds it: the first pages of what matches, kept outside React because they change with
 * every message.
 *
 * Pages follow each other by an opaque key and are read as one scrolls. What is new is learned by reading the first page again, at
 * most every two seconds: it is put in while the top is looked at, and otherwise only told. It must not know how rows are drawn.
 */
import type {
  BackendError,
  ConversationFilter,
  ConversationPage,
  ConversationQuery,
  ConversationRow,
  ConversationSort,
} from "../../backend";

/** Rows asked for at a time. */
export const PAGE = 100;
/** The first page is read again this often at most, in ms. */
export const AGAIN = 2_000;

/** What is listed, and how. */
export interface Order {
  filter: ConversationFilter;
  sort: ConversationSort;
  ascending: boolean;
}

/** The list of one screen. */
export class List {
  /** What is shown, in a word. */
  phase: "loading" | "failed" | "ready" = "loading";
  /** Why reading failed. */
  error: BackendError | undefined;
  /** The rows held, from the first on. */
  rows: readonly ConversationRow[] = [];
  /** Where the rows go on; null at the end. */
  next: string | null = null;
  /** How far back a search for words looked before it stopped. */
  searchedBack: number | null = null;
  /** Older conversations are still being entered in the list. */
  behind = false;
  /** A further page is on its way. */
  reading = false;
  /** Something changed above, and is not put in while the admin reads further down. */
  stale = false;
  /** Rises with every change. */
  version = 0;

  order: Order = { filter: {}, sort: "lastActivity", ascending: false };
  /** The top of the list is looked at. */
  #atTop = true;
  #listeners = new Set<() => void>();
  /** Rises when what was asked before no longer matters. */
  #generation = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readAt = 0;
  /** The first page is being read again. */
  #refreshing = false;

  constructor(private readonly read: (query: ConversationQuery) => Promise<ConversationPage>) {}

  /** For useSyncExternalStore. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For useSyncExternalStore. */
  snapshot = (): number => this.version;

  /** All that match are held. */
  get complete(): boolean {
    return this.phase === "ready" && this.next === null;
  }

  /** Shows the first of those that match. */
  async show(order: Order): Promise<void> {
    const generation = this.#begin();
    this.order = order;
    this.rows = [];
    this.phase = "loading";
    this.#changed();
    await this.#first(generation);
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    if (this.phase !== "ready") return this.show(this.order);
    this.error = undefined;
    await this.more();
  }

  /** Reads the next page. A search that stopped goes on only when `asked` to. */
  async more(asked = false): Promise<void> {
    if (this.reading || this.phase !== "ready" || this.next === null || this.error) return;
    if (this.searchedBack !== null && !asked) return;
    const generation = this.#generation;
    this.reading = true;
    this.#changed();
    try {
      const page = await this.read(this.#query(this.next));
      if (generation !== this.#generation) return;
      const held = new Set(this.rows.map((row) => row.id));
      // What moved meanwhile may come a second time.
      this.rows = [...this.rows, ...page.rows.filter((row) => !held.has(row.id))];
      this.#take(page);
    } catch (error) {
      if (generation !== this.#generation) return;
      this.error = error as BackendError;
    }
    this.reading = false;
    this.#changed();
  }

  /** Something happened: what is shown is read again soon. */
  touch(): void {
    const wait = this.#readAt + AGAIN - Date.now();
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        void this.refresh();
      },
      Math.max(0, wait),
    );
  }

  /** Reads the first page again and brings what is held up to date. */
  async refresh(): Promise<void> {
    // What is being read was perhaps read before the change.
    if (this.#refreshing || this.phase === "loading") return this.touch();
    if (this.phase === "failed") return this.show(this.order);
    const generation = this.#generation;
    this.#readAt = Date.now();
    this.#refreshing = true;
    try {
      const page = await this.read(this.#query());
      if (generation !== this.#generation) return;
      this.#merge(page);
      this.#changed();
    } catch {
      // What is shown stays; the next sign of life reads again.
    } finally {
      if (generation === this.#generation) this.#refreshing = false;
    }
  }

  /** Whether the top of the list is looked at. */
  lookAtTop(atTop: boolean): void {
    if (this.#atTop === atTop) return;
    this.#atTop = atTop;
    if (atTop && this.stale) void this.refresh();
  }

  /** Nobody looks any more. */
  close(): void {
    this.#begin();
  }

  #begin(): number {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#readAt = Date.now();
    this.error = undefined;
    this.reading = false;
    this.#refreshing = false;
    this.stale = false;
    this.#atTop = true;
    return (this.#generation += 1);
  }

  async #first(generation: number): Promise<void> {
    try {
      const page = await this.read(this.#query());
      if (generation !== this.#generation) return;
      this.rows = page.rows;
      this.#take(page);
      this.phase = "ready";
    } catch (error) {
      if (generation !== this.#generation) return;
      this.error = error as BackendError;
      this.phase = "failed";
    }
    this.#changed();
  }

  #query(before?: string): ConversationQuery {
    return { limit: PAGE, ...this.order, ...(before === undefined ? {} : { before }) };
  }

  #take(page: ConversationPage): void {
    this.next = page.next;
    this.searchedBack = page.searchedBack;
    this.behind = page.behind;
  }

  /** Takes a fresh first page in. Further down only rows that are shown are renewed, and none moves. */
  #merge(page: ConversationPage): void {
    const fresh = new Map(page.rows.map((row) => [row.id, row]));
    this.behind = page.behind;
    if (!this.#atTop) {
      this.stale ||= page.rows.some((row, index) => this.rows[index]?.id !== row.id);
      this.rows = this.rows.map((row) => fresh.get(row.id) ?? row);
      return;
    }
    this.stale = false;
    const last = page.rows.at(-1);
    if (page.next === null || last === undefined || this.rows.length <= page.rows.length) {
      this.rows = page.rows;
      this.#take(page);
      return;
    }
    // Behind the page stays what was read before; what should stand within it and does not, matches no longer.
    const edge = this.#place(last);
    const behind = (row: ConversationRow) =>
      this.order.ascending ? this.#place(row) >= edge : this.#place(row) <= edge;
    this.rows = [...page.rows, ...this.rows.filter((row) => !fresh.has(row.id) && behind(row))];
  }

  #place(row: ConversationRow): number {
    if (this.order.sort === "messages") return row.messages;
    return this.order.sort === "started" ? row.startedAt : row.lastAt;
  }

  #changed(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}
