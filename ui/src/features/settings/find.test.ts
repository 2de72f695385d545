import { expect, it } from "vitest";

import { Words } from "../../strings/text";
import { find } from "./find";
import { sections } from "./sections";

const languages = { en: new Words("en"), ru: new Words("ru"), de: new Words("de") };
const found = (language: keyof typeof languages, typed: string) =>
  find(sections, typed, (key) => languages[language].lookup(key)).map(({ name }) => name);

it("finds settings by their name first, then by their help and section, in every language", () => {
  expect(found("en", "days log")[0]).toBe("field-keep-traffic-days");
  expect(found("ru", "прокси")).toEqual(["field-proxy"]);
  expect(found("de", "ENDPUNKT prüfen")).toEqual(["field-probe-ms"]);
  expect(found("en", "delivery").length).toBeGreaterThan(3);
  expect(found("en", "no such words")).toEqual([]);
  expect(found("en", "  ")).toEqual([]);
});

it("finds something for each word that is suggested where nothing was found", () => {
  for (const language of ["en", "ru", "de"] as const) {
    const hint = languages[language].lookup("settings-none-hint") ?? "";
    const suggested = [...hint.matchAll(/[“„«]([^”“»]+)[”“»]/g)].map(([, word]) => word ?? "");
    expect(suggested).toHaveLength(3);
    for (const word of suggested) expect(found(language, word), `${language}: ${word}`).not.toEqual([]);
  }
});

it("lists every setting once, under words that exist in every language", () => {
  const names = sections.flatMap(({ settings }) => settings);
  expect(new Set(names).size).toBe(names.length);
  for (const language of ["en", "ru", "de"] as const) {
    const words = new Words(language);
    const needed = [...names, ...sections.flatMap(({ id }) => [`section-${id}`, `section-${id}.sentence`])];
    expect(needed.filter((key) => words.lookup(key) === undefined)).toEqual([]);
  }
});
