/** Finds settings by the words on them. Pure. */
import type { Section } from "./sections";

/** A setting that was found. */
export interface Found {
  section: string;
  /** Its name: the key of its words and the id of its place. */
  name: string;
}

/**
 * The settings whose name, help or section has every word of `typed`, those with all of them in the name first. The key of a setting counts
 * as help: it calls things as whoever helps does ("retry", "timeout").
 */
export function find(
  sections: readonly Pick<Section, "id" | "settings">[],
  typed: string,
  lookup: (key: string) => string | undefined,
): Found[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const all = sections.flatMap(({ id, settings }) =>
    settings.map((name) => {
      const title = lookup(name) ?? "";
      const rest = [lookup(`${name}.help`), lookup(`section-${id}`), name.replaceAll("-", " ")].join(" ");
      return { section: id, name, rank: has(title) ? 0 : has(`${title} ${rest}`) ? 1 : 2 };
    }),
  );
  return all
    .filter(({ rank }) => rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ section, name }) => ({ section, name }));
}
