import { expect, it } from "vitest";

import { codes } from "../../backend";
import { languages } from "../../strings/words";
import { Words } from "../../strings/text";
import { mailOf, requestBlanks, requests, requestsFor } from "./requests";

it.each(languages)("has a subject and a whole letter for each request in %s", (language) => {
  const words = new Words(language);
  for (const name of requests) {
    const args = Object.fromEntries(requestBlanks[name].map((blank) => [blank, `‹${blank}›`]));
    const letter = words.lookup(`request-${name}.letter`, args);
    expect(words.lookup(`request-${name}`, args), name).toBeDefined();
    expect(letter, name).toBeDefined();
    for (const blank of requestBlanks[name]) expect(letter, `${name} names ${blank}`).toContain(`‹${blank}›`);
  }
});

it("knows what to ask for where somebody else must act, and nothing where nobody can", () => {
  expect(requestsFor("AUTH-02")).toEqual(["underscores"]);
  expect(requestsFor("NAME-01")).toEqual([]);
  expect(codes.filter((code) => requestsFor(code).length > 0).length).toBeGreaterThan(10);
});

it("writes a letter that mail programs can read", () => {
  expect(mailOf("A & B", "one\ntwo?")).toBe("mailto:?subject=A%20%26%20B&body=one%0D%0Atwo%3F");
});
