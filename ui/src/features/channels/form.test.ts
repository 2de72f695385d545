import { expect, it } from "vitest";

import { mask } from "../../backend";
import { fakeChannel } from "../../backend/fake";
import { eventGroups, messagesOnly, presetOf } from "./events";
import { changes, draftOf, cleanSecret, emptyForm, fieldOf, formOf, isDirty, isMasked, makeToken } from "./form";

const channel = fakeChannel("c1", "Website chat", {
  platform: "chatwoot",
  preset: "chatwoot",
  endpoint: { headers: [{ name: "Authorization", value: mask }], timeoutMs: 5_000, trustedCertificate: null },
  options: { accountId: 3, inboxId: 7, webhookSecrets: [`${mask}1`, `${mask}2`], signature: "strict" },
});
const before = formOf(channel);

it("is clean until something differs, and clean again when it is put back", () => {
  expect(isDirty(before, before)).toBe(false);
  expect(isDirty(before, { ...before, name: "Other" })).toBe(true);
  expect(isDirty(before, { ...before, name: "Website chat" })).toBe(false);
});

it("sends only what differs", () => {
  expect(changes(before, { ...before, name: "Shop", callbackUrl: "" })).toEqual({ name: "Shop", callbackUrl: "" });
  expect(changes(before, { ...before, subscriptions: ["message.sent"] })).toEqual({ subscriptions: ["message.sent"] });
});

it("never sends a masked secret that was not touched", () => {
  expect(JSON.stringify(changes(before, { ...before, name: "Shop" }))).not.toContain(mask);
  expect(changes(before, { ...before, token: "new" })).toEqual({ token: "new" });
});

it("sends lists of secrets whole, the untouched ones masked as they came", () => {
  const form = { ...before, headers: [...before.headers, { name: "X-Key", value: "a" }, { name: "", value: "" }] };
  expect(changes(before, form)).toEqual({
    endpoint: {
      headers: [
        { name: "Authorization", value: mask },
        { name: "X-Key", value: "a" },
      ],
    },
  });
  expect(changes(before, { ...before, webhookSecrets: [`${mask}2`, "third", " "] })).toEqual({
    options: { webhookSecrets: [`${mask}2`, "third"] },
  });
});

it("clears numbers with 0 and what may be empty with null, and lets the engine refuse what is no number", () => {
  expect(changes(before, { ...before, inboxId: "" })).toEqual({ options: { inboxId: 0 } });
  expect(changes(before, { ...before, inboxId: "seven" })).toEqual({ options: { inboxId: -1 } });
  expect(changes(before, { ...before, timeout: "" })).toEqual({ endpoint: { timeoutMs: null } });
  expect(changes(before, { ...before, timeout: "2,5" })).toEqual({ endpoint: { timeoutMs: 2_500 } });
});

it("sends a choice that was made and not the one that is the default", () => {
  expect(changes(before, { ...before, agentsLanguage: "de", newConversation: true })).toEqual({
    options: { agentsLanguage: "de", newConversation: true },
  });
  expect(changes(emptyForm("elma365"), { ...emptyForm("elma365"), resendSilent: true })).toEqual({
    options: { resendSilent: true },
  });
});

it("cleans a pasted secret of what came along with it, and of nothing inside", () => {
  expect(cleanSecret(' "abc def"\n')).toEqual({ value: "abc def", cleaned: true });
  expect(cleanSecret("«abc»")).toEqual({ value: "abc", cleaned: true });
  expect(cleanSecret("a\"b'c")).toEqual({ value: "a\"b'c", cleaned: false });
  expect(isMasked(mask)).toBe(true);
  expect(isMasked("")).toBe(false);
});

it("finds the field an error is about", () => {
  expect(fieldOf({ code: "DATA-02", params: { field: "options.timeZone" } })).toBe("timeZone");
  expect(fieldOf({ code: "DATA-02", params: { field: "endpoint.timeoutMs" } })).toBe("timeout");
  expect(fieldOf({ code: "NAME-01", params: { name: "x" } })).toBe("name");
  expect(fieldOf({ code: "LOOP-01", params: {} })).toBe("callbackUrl");
  expect(fieldOf({ code: "DATA-02", params: { field: "payload" } })).toBeUndefined();
  expect(fieldOf({ code: "APP-01", params: {} })).toBeUndefined();
});

it("makes tokens that differ and need no escaping", () => {
  expect(makeToken()).not.toBe(makeToken());
  expect(makeToken()).toMatch(/^[\w-]{32}$/);
});

it("groups a platform's events and gathers its several names for one of ours", () => {
  const names = [
    { platform: "userlike" as const, platformName: "start", kind: "session.started" as const },
    { platform: "chatwoot" as const, platformName: "message_created", kind: "message.sent" as const },
    { platform: "userlike" as const, platformName: "message_sent", kind: "message.sent" as const },
    { platform: "userlike" as const, platformName: "operator_message", kind: "message.sent" as const },
  ];
  expect(eventGroups(names, "userlike")).toEqual([
    { group: "session", events: [{ kind: "session.started", platformNames: ["start"] }] },
    { group: "message", events: [{ kind: "message.sent", platformNames: ["message_sent", "operator_message"] }] },
  ]);
});

it("recognises the presets among the events a platform knows", () => {
  const known = ["message.sent", "message.read", "note.created", "contact.requested"] as const;
  expect(presetOf("all", known)).toBe("all");
  expect(presetOf(["message.sent", "message.read"], known)).toBe("messages");
  expect(presetOf(messagesOnly, known)).toBe("messages");
  expect(presetOf(["message.sent", "note.created"], known)).toBe("custom");
  expect(presetOf([], known)).toBe("custom");
  expect(messagesOnly).not.toContain("note.created");
  expect(emptyForm("userlike").subscriptions).toBe("all");
});

it("puts no secret down in clear, nor an address that may hold one", () => {
  expect(
    draftOf({
      name: "Sales",
      token: "t",
      sendToken: "s",
      webhookSecrets: ["w"],
      headers: [{ name: "authorization", value: "v" }],
      webhook: "https://x.example/k",
      apiUrl: "https://anna:pw@x.example",
      callbackUrl: "https://x.example/hook",
    }),
  ).toEqual({ name: "Sales", callbackUrl: "https://x.example/hook" });
  expect(draftOf({ token: "t", callbackUrl: "https://x.example/?key=k" })).toBeUndefined();
});
