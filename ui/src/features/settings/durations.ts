/** Durations as people type them: "5 s, 30 s, 2 min, 1 h", in any of the app's languages. */

const units: [RegExp, number][] = [
  [/^(ms|мс)$/u, 1],
  [/^(|s|sec|sek|с|сек)$/u, 1_000],
  [/^(m|min|мин|м)$/u, 60_000],
  [/^(h|hr|std|ч|час)$/u, 3_600_000],
  [/^(d|tag|tage|д|дн)$/u, 86_400_000],
];

/** A duration in ms; nothing when it cannot be read. A number alone is seconds. */
export function readDuration(typed: string): number | undefined {
  const found = /^(\d+(?:[.,]\d+)?)\s*(\p{L}*)\.?$/u.exec(typed.trim().toLowerCase());
  if (!found) return undefined;
  const unit = units.find(([names]) => names.test(found[2] ?? ""));
  return unit && Math.round(Number((found[1] ?? "").replace(",", ".")) * unit[1]);
}

/** Several, between commas or semicolons; nothing when one cannot be read. An empty text is none at all. */
export function readDurations(typed: string): number[] | undefined {
  if (typed.trim() === "") return [];
  // A comma between two digits is a decimal one.
  const all = typed.split(/;|,(?!\d)|,(?=\d+\s*\p{L})(?<!\d,)/u).map(readDuration);
  return all.every((one) => one !== undefined) ? all : undefined;
}

const names: Record<string, [string, string, string, string]> = {
  en: ["ms", "s", "min", "h"],
  de: ["ms", "s", "min", "h"],
  ru: ["мс", "с", "мин", "ч"],
};

/** A duration as it would be typed: in the largest unit that leaves a whole number. */
export function writeDuration(ms: number, language: string): string {
  const [millisecond, second, minute, hour] = names[language] ?? ["ms", "s", "min", "h"];
  if (ms > 0 && ms % 3_600_000 === 0) return `${ms / 3_600_000} ${hour}`;
  if (ms > 0 && ms % 60_000 === 0) return `${ms / 60_000} ${minute}`;
  if (ms % 1_000 === 0) return `${ms / 1_000} ${second}`;
  return `${ms} ${millisecond}`;
}

/** Several as they would be typed. */
export const writeDurations = (all: readonly number[], language: string): string =>
  all.map((ms) => writeDuration(ms, language)).join(", ");
