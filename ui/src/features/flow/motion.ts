/**
 * What moves on the map and when nothing may. Pure, but for the store of what is under way at the end, which lets stripes end by
 * themselves.
 *
 * Dots tell of messages, diamonds of failures. More than five a second nobody can follow: such an edge becomes a steady stripe. When
 * nothing happens nothing moves.
 */
import type { FlowMoved } from "../../backend";

/** So many a second are shown one by one. */
export const MOST = 5;
/** On the whole map at once. */
const ALL = 48;
/** Beyond so many channels it does not move until it is asked to. */
export const CALM_FROM = 10;
/** A stripe stays so long after the last beat that was that fast, in ms. */
const STRIPE = 2_500;
/** How long a dot is under way, in ms: shorter where answers come sooner. */
export const travel = (tookMs: number | null): number =>
  Math.min(2_400, Math.max(700, 600 + Math.sqrt(tookMs ?? 100) * 30));

/** Something under way. */
export interface Token {
  key: number;
  failed: boolean;
  /** Begins so much later, in ms. */
  delay: number;
}

/** What an edge shows. */
export interface Moving {
  tokens: readonly Token[];
  stripe: boolean;
}

export const still: Moving = { tokens: [], stripe: false };

/** Whether anything may move. */
export function mayMove(of: {
  wanted: boolean | undefined;
  channels: number;
  reduced: boolean;
  hidden: boolean;
}): boolean {
  if (of.reduced || of.hidden) return false;
  return of.wanted ?? of.channels <= CALM_FROM;
}

/** What an edge shows for what moved on it in a second. */
export function shows({ ok, failed }: Pick<FlowMoved, "ok" | "failed">): {
  stripe: boolean;
  dots: number;
  diamonds: number;
} {
  if (ok + failed > MOST) return { stripe: true, dots: 0, diamonds: Math.min(failed, 2) };
  return { stripe: false, dots: ok, diamonds: failed };
}

/** What is under way, edge by edge; whoever shows an edge hears of that edge alone. */
export class Motion {
  readonly #moving = new Map<string, Moving>();
  readonly #listeners = new Map<string, Set<() => void>>();
  /** What ends each stripe: nothing is told any more of an edge on which nothing moves. */
  readonly #stripes = new Map<string, ReturnType<typeof setTimeout>>();
  #key = 0;

  /** A second's worth. */
  offer(moved: readonly FlowMoved[]): void {
    for (const one of moved) {
      const { stripe, dots, diamonds } = shows(one);
      const before = this.#moving.get(one.id) ?? still;
      if (stripe) this.#stripeFor(one.id);
      const count = dots + diamonds;
      const room = Math.max(0, ALL - this.#under());
      const tokens = Array.from({ length: Math.min(count, room) }, (_, i): Token => {
        this.#key += 1;
        // Failures go first: they are what is looked for.
        return { key: this.#key, failed: i < diamonds, delay: Math.round((i / Math.max(count, 1)) * 900) };
      });
      this.#set(one.id, { tokens: [...before.tokens, ...tokens], stripe: before.stripe || stripe });
    }
  }

  /** One has arrived. */
  end(edge: string, key: number): void {
    const before = this.#moving.get(edge);
    if (before) this.#set(edge, { ...before, tokens: before.tokens.filter((token) => token.key !== key) });
  }

  /** Everything stands still. */
  stop(): void {
    for (const timer of this.#stripes.values()) clearTimeout(timer);
    this.#stripes.clear();
    for (const id of [...this.#moving.keys()]) this.#set(id, still);
  }

  of(edge: string): Moving {
    return this.#moving.get(edge) ?? still;
  }

  listen(edge: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(edge) ?? new Set();
    this.#listeners.set(edge, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  #stripeFor(id: string): void {
    clearTimeout(this.#stripes.get(id));
    const end = () => {
      this.#stripes.delete(id);
      this.#set(id, { ...(this.#moving.get(id) ?? still), stripe: false });
    };
    this.#stripes.set(id, setTimeout(end, STRIPE));
  }

  #under(): number {
    let count = 0;
    for (const { tokens } of this.#moving.values()) count += tokens.length;
    return count;
  }

  #set(edge: string, moving: Moving): void {
    if (moving.tokens.length === 0 && !moving.stripe) this.#moving.delete(edge);
    else this.#moving.set(edge, moving);
    for (const listener of this.#listeners.get(edge) ?? []) listener();
  }
}
