import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { fakeChannel } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { languages } from "../../strings/words";
import { Words } from "../../strings/text";
import { backOf, stepsOf } from "./Sheet";

const channels = [
  fakeChannel("e", "ELMA365"),
  fakeChannel("w", "Website", { platform: "chatwoot", preset: "chatwoot", token: "" }),
  fakeChannel("k", "Known", {
    platform: "chatwoot",
    preset: "chatwoot",
    apiUrl: "https://chat.example.com/",
    options: { accountId: 3, inboxId: 1_007, webhookSecrets: ["••••1"] },
  }),
  fakeChannel("u", "Userlike", { platform: "userlike", options: { secretHeader: "x-own" } }),
];
const [elma, website, known, userlike] = channels as [
  (typeof channels)[0],
  (typeof channels)[0],
  (typeof channels)[0],
  (typeof channels)[0],
];

it.each(languages)(
  "says every step of its own, filled in, and nothing of “here” and “below” of a screen in %s",
  (language) => {
    const words = new Words(language);
    for (const channel of channels) {
      for (const [key, args] of stepsOf(channel)) expect(words.lookup(key, args), key).toBeDefined();
      for (const key of backOf(channel)) expect(words.lookup(key), key).toBeDefined();
    }
  },
);

it("tells only the way to the inbox that is known, by the address of its page", () => {
  expect(stepsOf(known)[0]).toEqual([
    "sheet-steps-chatwoot-known",
    { inbox: "1007", page: "https://chat.example.com/app/accounts/3/settings/inboxes/1007" },
  ]);
  expect(stepsOf(website).map(([key]) => key)).toContain("sheet-steps-chatwoot-all");
});

it("names the header as the channel has it", () => {
  expect(stepsOf(userlike)).toContainEqual(["sheet-steps-userlike-3", { name: "x-own" }]);
  expect(stepsOf({ ...userlike, token: "" }).map(([key]) => key)).not.toContain("sheet-steps-userlike-3");
});

it("asks back for what the channel does not know, and for nothing else", () => {
  expect(backOf(website)).toEqual(["sheet-back-token", "sheet-back-account", "sheet-back-secret"]);
  expect(backOf({ ...website, preset: "onehash" })).not.toContain("sheet-back-secret");
  expect(backOf(known)).toEqual([]);
  expect(backOf(elma)).toEqual(["sheet-back-code"]);
});

it("has room for what is given back", async () => {
  renderApp("/help/sheet?channel=c4");
  const sheet = within(await screen.findByRole("article"));
  expect(sheet.getByRole("heading", { name: "Give back" })).toBeDefined();
  expect(sheet.getByRole("rowheader", { name: /^Access token of an administrator/ })).toBeDefined();
});

it("offers to print a token only where the sheet would have one", async () => {
  renderApp("/help/sheet?channel=c2");
  await screen.findByRole("article");
  expect(screen.queryByRole("checkbox", { name: "Print the token as well" })).toBeNull();
});
