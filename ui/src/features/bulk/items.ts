/**
 * The items of a bulk send as far as a page holds them, kept outside React.
 *
 * Without a filter an item's place is its number, and any place can be read at once. With one, only reading on from the row before it
 * tells which comes next, and so those rows are held from the first on. It must not know how rows are drawn.
 */
import type { BackendError, BulkItemPage, BulkItemQuery, BulkItemView, State } from "../../backend";

/** Rows asked for at a time. */
export const PAGE = 200;

/** How often what is shown is read again while it changes, in ms. */
const AGAIN = 1_000;

/** The items of one bulk send. */
export class Items {
  error: BackendError | undefined;
  /** Nothing has been read yet. */
  loading = true;

  #id: string;
  #read: (query: BulkItemQuery) => Promise<BulkItemPage>;
  #state: State | undefined;
  #total = 0;
  #rows: (BulkItemView | undefined)[] = [];
  /** Behind the rows held there are no others; only with a filter. */
  #complete = false;
  #shown = { first: 0, end: 30 };
  #generation = 0;
  #busy = false;
  #due: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  #listeners = new Set<() => void>();

  constructor(id: string, read: (query: BulkItemQuery) => Promise<BulkItemPage>) {
    this.#id = id;
    this.#read = read;
  }

  /** For useSyncExternalStore. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For useSyncExternalStore. */
  snapshot = (): number => this.#version;

  /** How many rows there are, as far as is known. */
  get count(): number {
    if (this.#state === undefined) return this.#total;
    return this.#rows.length + (this.#complete ? 0 : 1);
  }

  /** The row at a place, when it is held. */
  at(index: number): BulkItemView | undefined {
    return this.#rows[index];
  }

  /** Shows those in a state, or all of them. */
  filter(state: State | undefined): void {
    this.#state = state;
    this.#rows = [];
    this.#complete = false;
    this.loading = true;
    this.#generation += 1;
    this.#busy = false;
    this.#changed();
    void this.#fill();
  }

  /** The bulk send has so many items. */
  resize(total: number): void {
    if (total === this.#total) return;
    this.#total = total;
    this.#changed();
    void this.#fill();
  }

  /** These places are looked at. */
  look(first: number, end: number): void {
    this.#shown = { first, end };
    void this.#fill();
  }

  /** The bulk send went on: what is looked at is read again, not too often. */
  refresh(): void {
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      // What is being read may be older than what changed: it comes to its end first.
      if (this.#busy) this.refresh();
      else void this.#load(this.#shown.first);
    }, AGAIN);
  }

  /** Reads again after an error. */
  retry(): void {
    this.error = undefined;
    this.#changed();
    void this.#load(this.#shown.first);
  }

  /** Lets go of timers. */
  close(): void {
    this.#generation += 1;
    clearTimeout(this.#due);
    this.#due = undefined;
  }

  /** Reads what is looked at and missing. */
  async #fill(): Promise<void> {
    if (this.#busy || this.error) return;
    const { first, end } = this.#shown;
    let from: number | undefined;
    if (this.#state === undefined) {
      for (let index = first; index < Math.min(end, this.#total) && from === undefined; index += 1)
        if (!this.#rows[index]) from = index;
      if (from === undefined && this.loading) from = 0;
    } else if (!this.#complete && end > this.#rows.length) from = this.#rows.length;
    if (from === undefined) return;
    if (await this.#load(from)) await this.#fill();
  }

  /** Reads a page from a place on. */
  async #load(from: number): Promise<boolean> {
    const generation = this.#generation;
    const state = this.#state;
    const start = state === undefined ? from : Math.min(from, this.#rows.length);
    const after = state === undefined ? start : (this.#rows[start - 1]?.n ?? 0);
    this.#busy = true;
    try {
      const page = await this.#read({ id: this.#id, after, limit: PAGE, ...(state ? { filter: { state } } : {}) });
      if (generation !== this.#generation) return false;
      if (state === undefined) for (const row of page.rows) this.#rows[row.n - 1] = row;
      else {
        // Those that left this state are gone, and what stood behind them has moved up.
        this.#rows = [...this.#rows.slice(0, start), ...page.rows];
        this.#complete = page.next === null;
      }
      this.error = undefined;
      this.loading = false;
    } catch (error) {
      if (generation !== this.#generation) return false;
      this.error = error as BackendError;
    }
    this.#busy = false;
    this.#changed();
    return this.error === undefined;
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
