import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { FakeBackend } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { accountOf, draftOf, emptyDraft, freeName, inboxOf, isInside, mended, nameOf, NEW_INBOX } from "./draft";

describe("what is typed", () => {
  it("gets the scheme it most likely has, and loses what came along", () => {
    expect(mended(" crm.example.com/hook\n")).toEqual({ url: "https://crm.example.com/hook", scheme: "https" });
    expect(mended("“localhost:9000/x”")).toEqual({ url: "http://localhost:9000/x", scheme: "http" });
    expect(mended("192.168.1.7")).toEqual({ url: "http://192.168.1.7", scheme: "http" });
    expect(mended("https://crm.example.com")).toEqual({ url: "https://crm.example.com", scheme: undefined });
    expect(mended("two words")).toEqual({ url: "two words", scheme: undefined });
  });

  it("is known to be inside a network", () => {
    for (const inside of [
      "http://127.0.0.1:8787/in/x",
      "http://10.1.2.3",
      "https://desk",
      "http://nas.local",
      "http://[::1]/",
    ])
      expect(isInside(inside), inside).toBe(true);
    for (const outside of ["https://relay.example.com", "http://8.8.8.8", "nonsense"])
      expect(isInside(outside), outside).toBe(false);
  });
});

describe("names", () => {
  it("are free, whatever the case of their letters", () => {
    expect(freeName("Support", [])).toBe("Support");
    expect(freeName("Support", ["support", "Support 2"])).toBe("Support 3");
  });

  it("come from the inbox where nobody types one", () => {
    const draft = emptyDraft("chatwoot");
    const inbox = { id: 1, name: "Orders", kind: "Api", webhookUrl: null, usedBy: null, obstacle: null };
    expect(nameOf(draft, inbox, ["Orders"])).toBe("Orders 2");
    expect(nameOf({ ...draft, inboxName: "Fresh" }, NEW_INBOX, [])).toBe("Fresh");
    expect(nameOf({ ...draft, name: "Mine" }, inbox, [])).toBe("Mine");
    expect(nameOf(emptyDraft("userlike"), undefined, [])).toBe("Userlike");
  });
});

it("means the only account, and no inbox that cannot be chosen", () => {
  const { looked } = new FakeBackend(0, []).setups;
  const draft = emptyDraft("chatwoot");
  expect(accountOf(looked, draft)?.id).toBe(3);
  expect(inboxOf(looked, { ...draft, inboxId: 7 })).toMatchObject({ name: "Support" });
  expect(inboxOf(looked, { ...draft, inboxId: 4 })).toBeUndefined();
  expect(inboxOf({ ...looked, inboxId: 9 }, draft)).toMatchObject({ name: "Orders" });
});

it("takes a channel up as it is, and leaves its secrets where they are", () => {
  const [channel] = new FakeBackend(0).channels;
  if (!channel) throw new Error("the fake has channels");
  expect(draftOf(channel)).toMatchObject({ name: channel.name, token: "" });
});

describe("the wizard", () => {
  const next = () => fireEvent.click(screen.getByRole("button", { name: "Continue" }));

  it("makes a channel of Userlike with a secret nobody had to think of", async () => {
    const { backend } = renderApp("/setup", new FakeBackend(0, []));
    fireEvent.click(await screen.findByRole("radio", { name: /Userlike/ }));
    next();
    expect(screen.getByText("Step 2 of 4")).toBeDefined();
    next();
    fireEvent.click(await screen.findByRole("radio", { name: /I have none yet/ }));
    const made = backend.calls.find(({ command }) => command === "channel.create")?.payload;
    expect(made).toMatchObject({ platform: "userlike", name: "Userlike", token: expect.stringMatching(/^.{32}$/) });
    next();
    expect(await screen.findByText("Waiting for the first message from Userlike: write one there.")).toBeDefined();
    expect(backend.setups.all).toMatchObject([{ step: 4 }]);
    fireEvent.click(screen.getByRole("button", { name: "Finish" }));
    await waitFor(() => expect(backend.setups.all).toEqual([]));
  });

  it("asks a Chatwoot for its inboxes and says why one cannot be chosen", async () => {
    const { backend } = renderApp("/setup", new FakeBackend(0, []));
    fireEvent.click(await screen.findByRole("radio", { name: /Chatwoot/ }));
    next();
    next();
    expect(screen.getByText("Enter the access token first.")).toBeDefined();
    fireEvent.change(screen.getByLabelText("Access token"), { target: { value: " token " } });
    fireEvent.click(screen.getByRole("button", { name: "Show accounts and inboxes" }));
    const website = await screen.findByRole("radio", { name: /Website/ });
    expect(website).toHaveProperty("disabled", true);
    next();
    expect(screen.getByText("Choose an inbox, or create a new one.")).toBeDefined();
    fireEvent.click(screen.getByRole("radio", { name: /Support/ }));
    next();
    await screen.findByText("Step 3 of 4");
    expect(backend.calls).toContainEqual({
      command: "setup.useInbox",
      payload: { channel: "c1", accountId: 3, inboxId: 7 },
    });
    expect(backend.calls.find(({ command }) => command === "channel.create")?.payload).toMatchObject({
      name: "Support",
      token: "token",
    });
  });

  it("is offered again on Home until it is finished", async () => {
    const backend = new FakeBackend();
    backend.setups.all = [{ channel: "c1", step: 3, at: 0 }];
    renderApp("/", backend);
    fireEvent.click(await screen.findByRole("button", { name: /^Finish setting up / }));
    expect(await screen.findByText("Step 3 of 4")).toBeDefined();
  });
});
