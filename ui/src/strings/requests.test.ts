import { expect, it } from "vitest";

import { codes } from "../backend";
import { fakeChannel } from "../backend/fake";
import { Words } from "./text";
import { blanksOf, channelFor, lettersFor, mailOf, requestBlanks, requests, requestsFor } from "./requests";
import { languages } from "./words";

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

const words = new Words("en");
const chatwoot = fakeChannel("w", "Website", {
  platform: "chatwoot",
  preset: "chatlake",
  apiUrl: "https://chats.example.org",
});
const elma = fakeChannel("e", "ELMA365");

it("asks those who run the platform about the platform’s own server, not about the endpoint", () => {
  expect(blanksOf(words, "underscores", { channel: chatwoot }).host).toBe("chats.example.org");
  expect(blanksOf(words, "underscores", { channel: chatwoot, host: "crm.example.com" }).host).toBe("chats.example.org");
  expect(blanksOf(words, "endpoint-down", { channel: chatwoot }).host).toBe("crm.example.com");
  expect(blanksOf(words, "endpoint-down", { channel: chatwoot, host: "else.example.com" }).host).toBe(
    "else.example.com",
  );
});

it("writes of Chatwoot’s settings only where a Chatwoot or one of its family is meant", () => {
  expect(lettersFor(words, "URL-02", { channel: elma }).map(({ name }) => name)).toEqual(["reverse-proxy"]);
  const [letter] = lettersFor(words, "URL-02", { channel: chatwoot });
  expect(letter?.text).toContain("Chatlake is built on Chatwoot, which since version 4.14 refuses private addresses");
  expect(letter?.text).toContain("http://127.0.0.1:8787/in/…");
  expect(letter?.text).not.toContain("k7f2m9qx4tz8w1r5");
  expect(blanksOf(words, "private-network", { channel: elma, channels: [elma, chatwoot] }).platform).toBe("Chatlake");
  expect(channelFor("endpoint-down", [elma, chatwoot])?.id).toBe("e");
  expect(channelFor("endpoint-down", [{ ...elma, demo: true }])).toBeUndefined();
  const oneHash = { ...chatwoot, preset: "onehash" as const };
  expect(channelFor("private-network", [oneHash])).toBeUndefined();
});

it.each(languages)("lets a form with all its files through a proxy in %s", (language) => {
  // A form brings up to 20 files of 40 MiB.
  const known = blanksOf(new Words(language), "reverse-proxy", {});
  expect(new Words(language).text("request-reverse-proxy.letter", known)).toContain("client_max_body_size 850m;");
});
