/** The words of the screens by their keys, from the catalogue the screens use, so that a better wording breaks no test. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../ui/src/strings/en");
const catalogue = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");

const plain = new Map<string, string>();
// Those that choose between several wordings go on over several lines and are left out.
for (const [, key, value] of catalogue.matchAll(/^([a-z][a-z0-9-]*) = (.+[^>])$/gm)) plain.set(key, value.trim());

/** The text of a key; what is filled in at run time matches anything. */
export function word(key: string): string | RegExp {
  const text = plain.get(key);
  if (text === undefined) throw new Error(`the English catalogue has no line for ${key}`);
  if (!text.includes("{")) return text;
  const parts = text.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
