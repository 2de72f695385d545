import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { helpFor } from "../../app/contextHelp";
import { codes, platforms, states } from "../../backend";
import { Words } from "../../strings/text";
import { errorKey, stateKey } from "../../strings/words";
import { sections } from "../settings/sections";
import { bookOf } from "./book";
import { setupPage, tokenPlace } from "./pages";

const places = new Set(bookOf(new Words("en")).map(({ page, anchor }) => `${page} ${anchor ?? ""}`));
const isThere = (page: string, at = "") => places.has(`${page} ${at}`);

/** What stands in braces, with every page or place it may mean. */
const meant: Record<string, readonly string[]> = {
  "setupPage(channel.platform, channel.preset)": platforms.map((one) => setupPage(one)),
  "setupPage(draft.platform, draft.preset)": platforms.map((one) => setupPage(one)),
  "setupPage(form.platform, form.preset)": [setupPage("chatwoot", "chatlake"), setupPage("chatwoot", null)],
  "errorKey(problem.code)": codes.map(errorKey),
  "stateKey(detail.row.result)": states.map(stateKey),
};

function sources(at: string): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx$/.test(entry.name) && !entry.name.includes(".test.") ? [readFileSync(path, "utf8")] : [];
  });
}

it("has every page and place that a question mark leads to", () => {
  const uses = sources(join(import.meta.dirname, "../.."))
    .flatMap((code) => [...code.matchAll(/<HelpLink\s+([^>]*?)\s*\/>/g)])
    .map((match) => match[1] ?? "")
    .filter((props) => props !== "{...section.help}");
  expect(uses.length).toBeGreaterThan(15);
  for (const props of uses) {
    const value = (name: string): readonly string[] | undefined => {
      const found = new RegExp(`${name}=(?:"([^"]+)"|\\{([^}]+)\\})`).exec(props);
      return found?.[1] !== undefined ? [found[1]] : found?.[2] === undefined ? undefined : meant[found[2]];
    };
    // Where both depend on the platform they are looked at together below.
    if (props.includes("tokenPlace[")) continue;
    const pages = value("page");
    expect(pages, props).toBeDefined();
    if (props.includes("at=")) expect(value("at"), props).toBeDefined();
    for (const page of pages ?? [])
      for (const at of value("at") ?? [""]) expect(isThere(page, at), `${props}: ${page} ${at}`).toBe(true);
  }
});

it("tells of the token on the page of every platform and preset", () => {
  for (const platform of platforms) expect(isThere(setupPage(platform), tokenPlace[platform]), platform).toBe(true);
  for (const preset of ["chatwoot", "chatlake", "onehash"] as const)
    expect(isThere(setupPage("chatwoot", preset), tokenPlace.chatwoot), preset).toBe(true);
});

it("has what the sections of the settings and F1 lead to", () => {
  for (const section of sections) {
    // F1 opened the page on privacy on each of them.
    const { page, at } = helpFor("/settings", section);
    expect({ page, at }).toEqual({
      page: section.help?.page ?? "start",
      at: section.help ? section.help.at : "start-look",
    });
    expect(isThere(page, at), `${page} ${at ?? ""}`).toBe(true);
  }
  for (const path of [
    "/",
    "/channels",
    "/channels/links",
    "/channels/c1/practice",
    "/channels/c1/customer",
    "/traffic",
    "/traffic/map",
    "/bulk",
    "/problems",
    "/settings",
    "/setup",
    "/help",
  ]) {
    const { page, at } = helpFor(path);
    expect(isThere(page, at), path).toBe(true);
  }
  expect(helpFor("/channels/c1/practice").page).not.toBe("start");
});
