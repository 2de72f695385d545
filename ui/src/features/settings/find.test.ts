import { expect, it } from "vitest";

import { Words } from "../../strings/text";
import { find } from "./find";
import { sections } from "./sections";

const found = (language: "en" | "ru" | "de", typed: string) =>
  find(sections, typed, (key) => new Words(language).lookup(key)).map(({ name }) => name);

it("finds settings by their name first, then by their help and section, in every language", () => {
  expect(found("en", "days log")[0]).toBe("field-keep-traffic-days");
  expect(found("ru", "прокси")).toEqual(["field-proxy"]);
  expect(found("de", "ENDPUNKT prüfen")).toEqual(["field-probe-ms"]);
  expect(found("en", "delivery").length).toBeGreaterThan(3);
  expect(found("en", "no such words")).toEqual([]);
  expect(found("en", "  ")).toEqual([]);
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
