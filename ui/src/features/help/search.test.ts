import { expect, it } from "vitest";

import { Words } from "../../strings/text";
import { languages } from "../../strings/words";
import { bookOf } from "./book";
import { look, near, wordsOf } from "./search";

const entries = [
  { title: "Paste the address", body: "Copy the intake address and paste it into the platform." },
  { title: "Signature", body: "How an endpoint checks where a request comes from." },
  { title: "Связка каналов", body: "Клиенты одного канала пишут операторам другого. Ещё: пауза." },
  { title: "Schlüssel", body: "Der Schlüssel liegt im Passwortspeicher." },
];
const titles = (query: string) => look(entries, query).map(({ title }) => title);

it("finds by the beginnings of words, those in titles first", () => {
  expect(titles("pas")).toEqual(["Paste the address", "Schlüssel"]);
  expect(titles("SIGN")).toEqual(["Signature"]);
  expect(titles("endp req")).toEqual(["Signature"]);
});

it("needs every word that was asked for", () => {
  expect(titles("paste nothing")).toEqual([]);
  expect(titles("  ")).toEqual([]);
});

it("forgives one slip in a longer word and none in a short one", () => {
  expect(titles("singature")).toEqual(["Signature"]);
  expect(titles("adress")).toEqual(["Paste the address"]);
  expect(titles("opxrator")).toEqual([]);
  expect(near("abcde", "abdce")).toBe(true);
  expect(near("abcde", "edcba")).toBe(false);
  expect(titles("pasr")).toEqual([]);
});

it("reads ё as е and ü as u", () => {
  expect(titles("еще")).toEqual(["Связка каналов"]);
  expect(titles("schlussel")).toEqual(["Schlüssel"]);
  expect(wordsOf("Größe $api 1,284")).toEqual(["grosse", "$api", "1", "284"]);
});

it.each(languages)("finds a code, a state and a set-up page in %s", (language) => {
  const words = new Words(language);
  const book = bookOf(words);
  const first = (query: string) => look(book, query)[0];
  expect(first("NET-06")?.anchor).toBe("error-net-06");
  expect(first(words.text("state-retrying"))?.page).toBe("states");
  expect(first("ELMA365")?.page).toBe("elma365");
  expect(first("Userlike")?.page).toBe("userlike");
});

it("finds letters, keys and samples, which had been left out", () => {
  const book = bookOf(new Words("en"));
  const first = (query: string) => look(book, query)[0]?.anchor;
  expect(first("client_max_body_size")).toBe("request-reverse-proxy");
  expect(first("last step")).toBe("action-undo-last");
  expect(first("hmac python")).toBe("code-signature-python");
  expect(first("agent operator")).toBe("word-operator");
});

it("says on the page of OneHash Chat nothing of secrets and private addresses, which it does not know", () => {
  const of = (page: string) => bookOf(new Words("en")).filter((place) => place.page === page);
  expect(of("onehash").map(({ anchor }) => anchor)).not.toContain("chatwoot-secret");
  expect(of("chatlake").map(({ anchor }) => anchor)).toContain("chatwoot-secret");
  expect(of("chatlake").find(({ anchor }) => anchor === "chatwoot-token")?.body).toContain("In Chatlake click");
});

it.each(["en", "de"] as const)("shows nobody Russian who does not read it, in %s", (language) => {
  expect(bookOf(new Words(language)).filter(({ body }) => /[а-яё]/i.test(body))).toEqual([]);
});

it.each(languages)("has all its words in %s", (language) => {
  const words = new Words(language);
  for (const place of bookOf(words)) {
    expect(place.title, `${place.page} ${place.anchor}`).not.toMatch(/^(help|word|state|skip|event|error|channel)-/);
    expect(place.body, `${place.page} ${place.anchor}`).not.toMatch(/^(help|word|state|skip|event|error|channel)-|^$/);
  }
});
