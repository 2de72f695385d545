/**
 * Looking something up in texts that are all at hand: by the beginnings of words, a slip of the finger forgiven. Pure.
 *
 * Every word asked for must be found in the title or the body; what stands in a title counts more.
 */

/** Something that can be found. */
export interface Entry {
  title: string;
  body: string;
}

/** Words as they are compared: small letters, no accents, ё as е. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replaceAll("ß", "ss")
      .match(/[\p{L}\p{N}$]+/gu) ?? []
  );
}

/** Whether two words differ by one letter too many, too few, wrong, or by two that changed places. */
export function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const rest = (one: string, from: number) => one.slice(from);
  if (a.length === b.length)
    return (
      rest(a, start + 1) === rest(b, start + 1) ||
      (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, start + 2) === rest(b, start + 2))
    );
  return a.length > b.length ? rest(a, start + 1) === rest(b, start) : rest(a, start) === rest(b, start + 1);
}

/** Words shorter than this are taken as they are typed. */
const LONG = 5;

/** How well a word that was asked for fits one that is there; nought when it does not. */
function fit(asked: string, there: string): number {
  if (there === asked) return 3;
  if (there.startsWith(asked)) return 2;
  // What is still being typed is compared with as much of the word.
  if (asked.length >= LONG && (near(asked, there) || near(asked, there.slice(0, asked.length)))) return 1;
  return 0;
}

const best = (asked: string, there: readonly string[]) =>
  there.reduce((found, word) => Math.max(found, fit(asked, word)), 0);

/** What fits, the best first; where two fit alike, in the order given. */
export function look<E extends Entry>(entries: readonly E[], query: string): E[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return [];
  const ranked: { entry: E; rank: number }[] = [];
  for (const entry of entries) {
    const [title, body] = [wordsOf(entry.title), wordsOf(entry.body)];
    let rank = 0;
    for (const word of asked) {
      const found = Math.max(best(word, title) * 4, best(word, body));
      if (found === 0) {
        rank = 0;
        break;
      }
      rank += found;
    }
    if (rank > 0) ranked.push({ entry, rank });
  }
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ entry }) => entry);
}
