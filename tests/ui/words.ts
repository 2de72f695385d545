/** The words of the screens by their keys, from the catalogue the screens use, so that a better wording breaks no test. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A language of the screens. */
export type Language = "en" | "ru" | "de";

/** Gives the text of a key; what is filled in at run time matches anything. */
export type Word = (key: string) => string | RegExp;

/** The words of a language. */
export function words(language: Language): Word {
  const folder = join(import.meta.dirname, "../../ui/src/strings", language);
  const catalogue = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const texts = new Map<string, string>();
  // A text goes on over lines that are further in, up to the first of its attributes.
  for (const [, key, value] of catalogue.matchAll(/^([a-z][a-z0-9-]*) =(.*(?:\n[ \t]+[^.\s].*)*)/gm)) texts.set(key!, value!.trim());
  return (key) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`the catalogue of ${language} has no line for ${key}`);
    return text.includes("{") ? new RegExp(`^${pattern(text)}$`) : text;
  };
}

/** The words in English. */
export const word = words("en");

/** What contains a text, whatever stands around it. */
export function having(text: string | RegExp): RegExp {
  return typeof text === "string" ? new RegExp(literal(text)) : text;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A text with places to fill in, some of which choose between wordings, as a regular expression. */
function pattern(text: string): string {
  const choice = /\{[^{}]*->((?:[^{}]|\{[^{}]*\})*)\}/.exec(text);
  if (!choice) return text.split(/\{[^}]*\}/).map(literal).join(".*");
  const wordings = choice[1]!.split(/\n\s*\*?\[[^\]]*\]/).slice(1);
  const before = text.slice(0, choice.index);
  const after = text.slice(choice.index + choice[0].length);
  return `${pattern(before)}(?:${wordings.map((wording) => pattern(wording.trim())).join("|")})${pattern(after)}`;
}
