/** Which conversations are chosen: some of those that are loaded, or all that match. */
import { useMemo, useState } from "react";

import type { ConversationFilter, ConversationRow } from "../../backend";

/** What is chosen. */
export interface Chosen {
  /** Chosen one by one, by their ids. */
  rows: ReadonlyMap<string, ConversationRow>;
  /** All that match this, when that was said explicitly, and how many they were then. */
  all: { filter: ConversationFilter; count: number; more: boolean } | undefined;
  /** The row that was touched last: where a range begins. */
  anchor: string | undefined;
}

const nothing: Chosen = { rows: new Map(), all: undefined, anchor: undefined };

/** Chooses a row or lets it go; with `range`, all between it and the last one that was touched. */
function toggled(before: Chosen, row: ConversationRow, shown: readonly ConversationRow[], range: boolean): Chosen {
  const rows = new Map(before.all ? [] : before.rows);
  const on = before.all !== undefined || !rows.has(row.id);
  const from = range ? shown.findIndex((one) => one.id === before.anchor) : -1;
  const to = shown.findIndex((one) => one.id === row.id);
  const reach = from < 0 ? [row] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const one of reach) {
    if (on) rows.set(one.id, one);
    else rows.delete(one.id);
  }
  return { rows, all: undefined, anchor: row.id };
}

/** What is chosen, with the ways to change it. */
export function useSelection() {
  const [chosen, setChosen] = useState(nothing);
  const ways = useMemo(
    () => ({
      toggle: (row: ConversationRow, shown: readonly ConversationRow[], range = false) =>
        setChosen((before) => toggled(before, row, shown, range)),
      /** Chooses these. */
      set: (rows: readonly ConversationRow[]) =>
        setChosen({ rows: new Map(rows.map((row) => [row.id, row])), all: undefined, anchor: undefined }),
      /** Chooses all that match. */
      setAll: (all: NonNullable<Chosen["all"]>) => setChosen((before) => ({ ...before, all })),
      clear: () => setChosen(nothing),
    }),
    [],
  );
  return {
    ...ways,
    chosen,
    /** How many. */
    count: chosen.all?.count ?? chosen.rows.size,
    has: (id: string) => chosen.all !== undefined || chosen.rows.has(id),
  };
}

/** What is chosen, with the ways to change it. */
export type Selection = ReturnType<typeof useSelection>;
