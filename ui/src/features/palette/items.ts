/** What the palette offers and how it is narrowed. Pure: knows no component. */
import { look, type Entry } from "../help/search";

/** The groups, in their order. */
export const groups = ["go", "problems", "channels", "actions", "settings", "conversations", "help"] as const;

/** Something to choose. */
export interface Item extends Entry {
  id: string;
  group: (typeof groups)[number];
  /** Shown before anything is typed. */
  first?: boolean;
  /** The engine found it already: it is shown whatever was typed. */
  found?: boolean;
  /** A key that does the same. */
  key?: string | undefined;
  act: () => void;
}

/** So many of a group are shown at most; of where one can go, all. */
export const MOST = 7;

/** What fits what was typed, by group; before anything is typed, what is asked for most. */
export function choose(items: readonly Item[], query: string): { group: Item["group"]; items: Item[] }[] {
  const fitting =
    query.trim() === ""
      ? items.filter(({ first }) => first)
      : [
          ...items.filter(({ found }) => found),
          ...look(
            items.filter(({ found }) => !found),
            query,
          ),
        ];
  return groups
    .map((group) => ({
      group,
      items: fitting.filter((item) => item.group === group).slice(0, group === "go" ? undefined : MOST),
    }))
    .filter(({ items: shown }) => shown.length > 0);
}
