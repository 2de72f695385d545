import { expect, it } from "vitest";

import { fakeChannel, fakeLink } from "../../backend/fake";
import { emptyDraft, inputOf, modesOf, obstacle, withCustomers } from "./rules";

const elma = fakeChannel("e", "ELMA365");
const chatwoot = (id: string) =>
  fakeChannel(id, id, {
    platform: "chatwoot",
    apiUrl: "https://chat.example.com",
    options: { accountId: 1, inboxId: 2 },
  });
const a = chatwoot("a");
const b = chatwoot("b");
const c = chatwoot("c");
const userlike = fakeChannel("u", "Userlike", { platform: "userlike" });

it("lets each platform play only the part it can", () => {
  expect(obstacle("customers", elma, emptyDraft, [])?.key).toBe("link-obstacle-elma365");
  expect(obstacle("operators", elma, emptyDraft, [])).toBeUndefined();
  expect(obstacle("operators", userlike, emptyDraft, [])?.key).toBe("link-obstacle-userlike");
  expect(obstacle("customers", userlike, emptyDraft, [])).toBeUndefined();
  expect(obstacle("customers", a, emptyDraft, [])).toBeUndefined();
  expect(obstacle("operators", a, emptyDraft, [])).toBeUndefined();
});

it("copies from Userlike, whose operators' words are the half of it", () => {
  const draft = withCustomers(emptyDraft, userlike);
  expect(draft).toMatchObject({ customers: "u", mode: "copy", choices: { agents: true } });
  expect(modesOf("userlike")).toEqual(["copy"]);
  expect(withCustomers(emptyDraft, a)).toMatchObject({ mode: "two-way", choices: { agents: false } });
});

it("asks for what writing needs, and for nothing where nothing is written", () => {
  const bare = fakeChannel("x", "Bare", { platform: "chatwoot", token: "" });
  expect(obstacle("operators", bare, emptyDraft, [])?.missing).toEqual([
    "field-api-url",
    "field-account-id",
    "field-inbox-id",
    "token-chatwoot",
  ]);
  expect(obstacle("customers", bare, emptyDraft, [])?.missing).toEqual([
    "field-api-url",
    "field-account-id",
    "token-chatwoot",
  ]);
  expect(obstacle("customers", bare, { ...emptyDraft, mode: "copy" }, [])).toBeUndefined();
});

it("sees the same channel twice, the same pair twice, and circles of any length", () => {
  expect(obstacle("operators", a, { ...emptyDraft, customers: "a" }, [])?.key).toBe("link-obstacle-same");
  const links = [fakeLink("1", "a", "b"), fakeLink("2", "b", "c", { paused: true })];
  expect(obstacle("operators", b, { ...emptyDraft, customers: "a" }, links)?.key).toBe("link-obstacle-joined");
  expect(obstacle("operators", a, { ...emptyDraft, customers: "c" }, links)?.key).toBe("link-obstacle-circle");
  expect(obstacle("customers", c, { ...emptyDraft, operators: "a" }, links)?.key).toBe("link-obstacle-circle");
  expect(obstacle("operators", c, { ...emptyDraft, customers: "a" }, links)).toBeUndefined();
  expect(obstacle("operators", elma, { ...emptyDraft, customers: "a" }, links)).toBeUndefined();
});

it("is sent when both channels are chosen", () => {
  expect(inputOf({ ...emptyDraft, customers: "a" })).toBeUndefined();
  expect(inputOf({ ...emptyDraft, customers: "a", operators: "e" })).toEqual({
    customers: "a",
    operators: "e",
    mode: "two-way",
    choices: { agents: false, templates: false, surveys: false },
  });
});
