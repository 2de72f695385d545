/**
 * The traffic log as far as a page holds it: a stretch of rows out of perhaps a million, kept outside React because it changes with
 * every message.
 *
 * The log knows which rows are near the place looked at, reads pages by key when the place moves, and takes live rows in. While the
 * place is not the top, or the log is paused, nothing is put in above: new rows are only counted. It must not know how rows are drawn.
 */
import type { BackendError, ExchangeRow, TrafficFilter, TrafficPage, TrafficQuery } from "../../backend";
import { idAt, justAbove, smallestId, timeOf } from "../../backend/ids";
import { matches } from "./match";
import { clampPlace } from "./window";

/** Rows asked for at a time. */
export const PAGE = 200;
/** Rows held at most. */
export const HELD = 2_000;
/** A page is read when fewer rows than this lie beyond the edge of what is looked at. */
const AHEAD = 60;
/** Live rows that wait for the next frame at most; with more, the store is read instead. */
const QUEUED = 1_000;
/** How often a text search is asked again for new rows, in ms: only the store can tell which ones match. */
const SEARCH_AGAIN = 1_000;

/** How the log reaches the world. */
export interface Surroundings {
  /** Reads a page. */
  read(query: TrafficQuery): Promise<TrafficPage>;
  /** Calls back before the next frame. */
  frame(callback: () => void): void;
}

/** The log of one screen. */
export class Log {
  /** What is shown, in a word. */
  phase: "loading" | "failed" | "ready" = "loading";
  /** Why reading failed. */
  error: BackendError | undefined;
  /** The rows held, newest first, without gaps. */
  rows: ExchangeRow[] = [];
  /** The index of the first row held among all rows that match. An estimate after a leap. */
  base = 0;
  /** The index of the row at the upper edge, with a fraction. */
  place = 0;
  /** How many rows fit. */
  rowsVisible = 20;
  /** The admin wants the list to stand still. */
  paused = false;
  /** Rows that came and are not shown, because the list stands still. */
  unseen = 0;
  /** How far back a search looked before it stopped; where it goes on. */
  searchedBack: { at: number; next: string } | undefined;
  /** A further stretch of the search is under way. */
  searching = false;
  /** Rises with every change. */
  version = 0;

  filter: TrafficFilter = {};

  #around: Surroundings;
  #listeners = new Set<() => void>();
  /** Rises when what was asked before no longer matters. */
  #generation = 0;
  /** All rows that match, where known. */
  #known: number | undefined;
  /** The oldest row is among those held. */
  #complete = false;
  #busy = false;
  #oldest: Promise<string | undefined> | undefined;
  #newestSeen = "";
  #queue = new Map<string, ExchangeRow>();
  #overflowed = false;
  #framed = false;
  /** Readings under way. */
  #readings = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** For useSyncExternalStore. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For useSyncExternalStore. */
  snapshot = (): number => this.version;

  /** How many rows match, as far as is known. */
  get total(): number {
    const held = this.base + this.rows.length;
    if (this.#complete) return held;
    if (this.searchedBack) return held;
    return Math.max(this.#known ?? 0, held + (this.rows.length > 0 ? 1 : 0));
  }

  /** The total is no estimate. */
  get exact(): boolean {
    return this.#complete;
  }

  /** New rows appear by themselves. */
  get following(): boolean {
    return !this.paused && this.place === 0 && this.base === 0;
  }

  /** The row of that index, when it is held. */
  at(index: number): ExchangeRow | undefined {
    return this.rows[index - this.base];
  }

  /** The index of a row that is held. */
  indexOf(id: string): number | undefined {
    const found = this.#find(id);
    return this.rows[found]?.id === id ? this.base + found : undefined;
  }

  /** Shows the newest rows that match. */
  show(filter: TrafficFilter): Promise<void> {
    this.filter = filter;
    this.rows = [];
    this.base = 0;
    this.place = 0;
    this.unseen = 0;
    this.searchedBack = undefined;
    this.phase = "loading";
    this.#known = undefined;
    this.#complete = false;
    this.#oldest = undefined;
    this.#changed();
    return this.#readNewest();
  }

  /** Reads again after an error. */
  retry(): Promise<void> {
    if (this.rows.length === 0) return this.show(this.filter);
    this.error = undefined;
    this.#changed();
    return this.#ensure();
  }

  /** Lets go of timers. */
  close(): void {
    this.#generation += 1;
    clearTimeout(this.#timer);
  }

  /** Makes the list stand still, or go on. */
  pause(paused: boolean): void {
    this.paused = paused;
    this.#changed();
    if (!paused && this.place === 0) void this.#readNewest();
  }

  /** Goes to the newest rows and follows them. */
  toNewest(): Promise<void> {
    this.paused = false;
    this.place = 0;
    this.#changed();
    return this.#readNewest();
  }

  /** Moves the upper edge. */
  moveTo(place: number): void {
    const next = clampPlace(place, this.rowsVisible, this.total);
    if (next === this.place) return;
    this.place = next;
    this.#changed();
    if (next === 0 && this.unseen > 0 && !this.paused) void this.#readNewest();
    else void this.#ensure();
  }

  /** Tells how many rows fit. */
  resize(rowsVisible: number): void {
    if (rowsVisible === this.rowsVisible) return;
    this.rowsVisible = rowsVisible;
    this.place = clampPlace(this.place, rowsVisible, this.total);
    this.#changed();
    if (this.phase === "ready") void this.#ensure();
  }

  /** Goes on with a search that stopped at its budget. */
  async searchFurther(): Promise<void> {
    if (!this.searchedBack || this.searching) return;
    this.searching = true;
    this.#changed();
    await this.#readOlder(this.searchedBack.next);
    this.searching = false;
    this.#changed();
  }

  /** Takes live rows; they are shown at the next frame. */
  offer(rows: readonly ExchangeRow[]): void {
    for (const row of rows) this.#queue.set(row.id, row);
    if (this.#queue.size > QUEUED) {
      this.#queue.clear();
      this.#overflowed = true;
    }
    this.#takeSoon();
  }

  /** Rows were lost: what is shown is read again. */
  async reread(): Promise<void> {
    if (this.phase !== "ready") return;
    if (this.following) return this.#readNewest();
    const generation = this.#generation;
    const first = this.at(Math.floor(this.place));
    const newest = this.rows[0];
    if (!first || !newest) return;
    try {
      const [shown, above] = await Promise.all([
        this.#read({ before: justAbove(first.id), limit: PAGE, filter: this.filter }),
        this.#read({ after: newest.id, limit: 500, filter: this.filter }),
      ]);
      if (generation !== this.#generation) return;
      for (const row of shown.rows) this.#replace(row);
      if (this.base === 0) this.unseen = Math.max(this.unseen, above.rows.length);
      this.#changed();
    } catch {
      // The stream will come back and ask for this again.
    }
  }

  #takeSoon(): void {
    if (this.#framed) return;
    this.#framed = true;
    this.#around.frame(() => {
      this.#framed = false;
      this.#takeQueue();
    });
  }

  /** Reads a page. What comes live meanwhile may be newer than what is read, and is taken after it. */
  async #read(query: TrafficQuery): Promise<TrafficPage> {
    this.#readings += 1;
    try {
      return await this.#around.read(query);
    } finally {
      this.#readings -= 1;
      if (this.#queue.size > 0 || this.#overflowed) this.#takeSoon();
    }
  }

  #takeQueue(): void {
    if (this.#readings > 0) return;
    const rows = [...this.#queue.values()];
    this.#queue.clear();
    if (this.#overflowed) {
      this.#overflowed = false;
      void this.reread();
      return;
    }
    if (this.phase !== "ready") return;
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    let changed = false;
    for (const row of rows) changed = this.#take(row) || changed;
    if (changed) {
      this.#trim("old");
      this.#changed();
    }
  }

  /** Takes one live row; tells whether anything shown changed. */
  #take(row: ExchangeRow): boolean {
    if (this.#replace(row)) return true;
    if (!matches(row, this.filter)) return false;
    if (this.filter.text !== undefined) {
      this.#searchAgain();
      return false;
    }
    const newest = this.rows[0]?.id ?? "";
    const oldest = this.rows.at(-1)?.id ?? "";
    if (row.id > newest) {
      if (row.id <= this.#newestSeen) return false;
      if (!this.following) {
        this.#newestSeen = row.id;
        this.unseen += 1;
        return true;
      }
      this.rows.unshift(row);
      this.#newestSeen = row.id;
    } else {
      if (row.id < oldest) return false;
      // A row that came late, or began to match.
      const at = this.#find(row.id);
      this.rows.splice(at, 0, row);
      if (this.base + at < this.place) this.place += 1;
    }
    if (this.#known !== undefined) this.#known += 1;
    return true;
  }

  #searchAgain(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.following) void this.#readNewest();
    }, SEARCH_AGAIN);
  }

  #replace(row: ExchangeRow): boolean {
    const at = this.#find(row.id);
    if (this.rows[at]?.id !== row.id) return false;
    this.rows[at] = row;
    return true;
  }

  /** The index in `rows` where the identifier stands or would stand. */
  #find(id: string): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.id ?? "") > id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Reads the newest page and joins it to what is held, or puts it in its place. */
  async #readNewest(): Promise<void> {
    const generation = (this.#generation += 1);
    this.#busy = true;
    try {
      const page = sorted(await this.#read({ limit: PAGE, filter: this.filter }));
      if (generation !== this.#generation) return;
      const bottom = page.rows.at(-1)?.id ?? "";
      const joins = this.base === 0 && this.rows.length > 0 && page.next !== null && bottom <= (this.rows[0]?.id ?? "");
      if (joins) {
        // Rows of the page win over those held; what is held below the page stays.
        this.rows = [...page.rows, ...this.rows.filter((row) => row.id < bottom)];
      } else {
        this.rows = page.rows;
        this.#complete = page.next === null;
        this.searchedBack = stop(page);
      }
      this.base = 0;
      this.place = clampPlace(this.place, this.rowsVisible, this.total);
      this.unseen = 0;
      this.#newestSeen = this.rows[0]?.id ?? "";
      this.#known = page.total ?? undefined;
      this.#trim("old");
      this.#arrived();
    } catch (error) {
      this.#failed(generation, error);
    }
    void this.#ensure();
  }

  async #readOlder(before: string): Promise<void> {
    const generation = this.#generation;
    this.#busy = true;
    try {
      const page = sorted(await this.#read({ before, limit: PAGE, filter: this.filter }));
      if (generation !== this.#generation) return;
      this.rows.push(...page.rows);
      this.#complete = page.next === null;
      this.searchedBack = stop(page);
      this.#trim("new");
      this.place = clampPlace(this.place, this.rowsVisible, this.total);
      this.#arrived();
    } catch (error) {
      this.#failed(generation, error);
    }
  }

  async #readNewer(after: string): Promise<void> {
    const generation = this.#generation;
    this.#busy = true;
    try {
      const page = sorted(await this.#read({ after, limit: PAGE, filter: this.filter }));
      if (generation !== this.#generation) return;
      this.rows.unshift(...page.rows);
      this.base -= page.rows.length;
      // Indices were estimates since the last leap: at the top, or past it, they are put right.
      if (this.base < 0 || page.next === null) this.#shift(-this.base);
      if (page.next === null) {
        this.unseen = 0;
        this.#newestSeen = this.rows[0]?.id ?? "";
      }
      this.#trim("old");
      this.#arrived();
    } catch (error) {
      this.#failed(generation, error);
    }
  }

  /** Reads the rows around a place far from those held. */
  async #leap(): Promise<void> {
    const generation = (this.#generation += 1);
    this.#busy = true;
    try {
      const target = Math.max(0, Math.floor(this.place) - AHEAD);
      if (target === 0) return await this.#readNewest();
      const total = this.total;
      if (this.place + this.rowsVisible + AHEAD >= total) {
        const page = sorted(await this.#read({ after: smallestId, limit: PAGE, filter: this.filter }));
        if (generation !== this.#generation) return;
        this.#hold(page.rows, Math.max(0, total - page.rows.length));
        this.#complete = true;
      } else {
        const before = await this.#estimate(target);
        if (generation !== this.#generation) return;
        const page = sorted(await this.#read({ before, limit: PAGE, filter: this.filter }));
        if (generation !== this.#generation) return;
        this.#hold(page.rows, target);
        this.#complete = page.next === null;
        if (this.#complete) this.#shift(total - this.base - this.rows.length);
      }
      this.#arrived();
    } catch (error) {
      this.#failed(generation, error);
    }
    // The place may have moved on in the meantime.
    void this.#ensure();
  }

  #hold(rows: ExchangeRow[], base: number): void {
    this.rows = rows;
    this.base = base;
    this.searchedBack = undefined;
  }

  /** Moves all indices, with the place: what is looked at stays where it is. */
  #shift(by: number): void {
    this.base += by;
    if (this.#known !== undefined) this.#known = Math.max(this.#known, this.base + this.rows.length);
    this.place = clampPlace(this.place + by, this.rowsVisible, this.total);
  }

  /** About which identifier stands at an index: identifiers are times, and between two known ones they are taken as even. */
  async #estimate(index: number): Promise<string> {
    this.#oldest ??= this.#read({ after: smallestId, limit: 1, filter: this.filter }).then(
      (page) => page.rows[0]?.id,
      (error: unknown) => {
        this.#oldest = undefined;
        throw error;
      },
    );
    const oldest = await this.#oldest;
    const last = this.rows.at(-1);
    const first = this.rows[0];
    const points: { index: number; at: number }[] = [{ index: 0, at: timeOf(this.#newestSeen) }];
    if (first && last) {
      points.push({ index: this.base, at: timeOf(first.id) });
      points.push({ index: this.base + this.rows.length - 1, at: timeOf(last.id) });
    }
    points.push({ index: this.total, at: timeOf(oldest ?? smallestId) });
    const after = Math.max(
      1,
      points.findIndex((point) => point.index >= index),
    );
    const [a, b] = [points[after - 1], points[after]];
    if (!a || !b || b.index === a.index) return idAt((a ?? b)?.at ?? 0);
    return idAt(a.at + ((b.at - a.at) * (index - a.index)) / (b.index - a.index));
  }

  /** Reads what the place needs, one page at a time. */
  async #ensure(): Promise<void> {
    // After an error nothing is read by itself: the admin is asked to try again.
    if (this.#busy || this.error || this.phase !== "ready") return;
    const [first, end] = [this.place, this.place + this.rowsVisible];
    const last = this.rows.at(-1);
    const newest = this.rows[0];
    if (!last || !newest) return;
    const heldEnd = this.base + this.rows.length;
    if (first > heldEnd + PAGE || end < this.base - PAGE) return this.#leap();
    if (end > heldEnd - AHEAD && !this.#complete && !this.searchedBack) await this.#readOlder(last.id);
    else if (first < this.base + AHEAD && this.base > 0) await this.#readNewer(newest.id);
    else return;
    await this.#ensure();
  }

  /** Lets go of rows on one side when too many are held, never of those looked at. */
  #trim(side: "old" | "new"): void {
    const excess = this.rows.length - HELD;
    if (excess <= 0) return;
    if (side === "old") {
      this.rows.length = HELD;
      this.#complete = false;
      this.searchedBack = undefined;
    } else {
      this.rows.splice(0, excess);
      this.base += excess;
    }
  }

  #arrived(): void {
    this.#busy = false;
    this.phase = "ready";
    this.error = undefined;
    this.#changed();
  }

  #failed(generation: number, error: unknown): void {
    if (generation !== this.#generation) return;
    this.#busy = false;
    this.error = error as BackendError;
    if (this.rows.length === 0) this.phase = "failed";
    this.#changed();
  }

  #changed(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function sorted(page: TrafficPage): TrafficPage {
  return { ...page, rows: [...page.rows].sort((a, b) => (a.id < b.id ? 1 : -1)) };
}

function stop(page: TrafficPage): { at: number; next: string } | undefined {
  return page.searchedBack !== null && page.next !== null ? { at: page.searchedBack, next: page.next } : undefined;
}
