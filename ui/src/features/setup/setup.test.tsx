import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import type { CheckupRequest } from "../../backend";
import { FakeBackend, FakeDesktop } from "../../backend/fake";
import { fakeProblem } from "../../backend/fake/problems";
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
    await waitFor(() => expect(backend.setups.all).toMatchObject([{ step: 4 }]));
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

  // A Chatwoot inside the office could be told of, and not be used: its certificate could be trusted only once there was a channel.
  it("shows the certificate of a server this computer does not know, and goes by it once it is agreed to", async () => {
    const fake = new FakeBackend(0, []);
    const fingerprint = "AB:CD:EF";
    fake.setups.certificate = {
      pem: "-----BEGIN CERTIFICATE-----",
      seen: { subject: "CN=chat", issuer: "CN=Office", names: ["chat.office"], notBefore: 0, notAfter: 1, fingerprint },
    };
    const { backend } = renderApp("/setup", fake);
    fireEvent.click(await screen.findByRole("radio", { name: /Chatwoot/ }));
    next();
    fireEvent.change(await screen.findByLabelText("Access token"), { target: { value: "the token" } });
    fireEvent.click(screen.getByRole("button", { name: "Show accounts and inboxes" }));
    const shown = await screen.findByRole("region", { name: "The certificate of this server" });
    expect(shown.textContent).toContain("CN=chat, chat.office");
    expect(shown.textContent).toContain(fingerprint);
    fireEvent.click(within(shown).getByRole("button", { name: "Trust this certificate" }));
    fireEvent.click(await screen.findByRole("radio", { name: /Support/ }));
    expect(screen.queryByRole("region", { name: "The certificate of this server" })).toBeNull();
    next();
    await screen.findByText("Step 3 of 4");
    const [created] = backend.calls.filter(({ command }) => command === "channel.create");
    expect(created?.payload).toMatchObject({ platformCertificate: "-----BEGIN CERTIFICATE-----" });
  });

  it("begins anew at /setup, also where another set-up is open", async () => {
    const { backend } = renderApp("/setup", new FakeBackend(0, []));
    fireEvent.click(await screen.findByRole("radio", { name: /Userlike/ }));
    next();
    next();
    await screen.findByText("Step 3 of 4");
    const here = window.location.hash;
    expect(here).toContain("channel=c1");
    window.location.hash = "/setup";
    expect(await screen.findByText("Step 1 of 4")).toBeDefined();
    expect(screen.getByRole("heading", { level: 1, name: "Set up a channel" })).toBeDefined();
    // And the way back leads to the one that was begun, as it is kept.
    window.location.hash = here;
    expect(await screen.findByText("Step 3 of 4")).toBeDefined();
    expect(screen.getByRole("heading", { level: 1, name: "Set up Userlike" })).toBeDefined();
    expect(backend.channels).toHaveLength(1);
  });

  it("offers the practice endpoint in place of a program, and knows it again", async () => {
    const backend = new FakeBackend(0);
    renderApp("/setup?channel=c3", backend);
    fireEvent.click(await screen.findByRole("radio", { name: /To the practice endpoint/ }));
    next();
    await screen.findByText("Step 4 of 4");
    expect(backend.channels.find(({ id }) => id === "c3")?.callbackUrl).toBe("http://127.0.0.1:40123/");
    expect(await screen.findByRole("link", { name: "See what it gets" })).toBeDefined();
    window.location.hash = "/setup";
    await screen.findByText("Step 1 of 4");
    window.location.hash = "/setup?channel=c3";
    await screen.findByText("Step 4 of 4");
    fireEvent.click(screen.getByRole("button", { name: "Back" }));
    await screen.findByText("Step 3 of 4");
    await waitFor(() =>
      expect(screen.getByRole("radio", { name: /To the practice endpoint/ })).toHaveProperty("checked", true),
    );
  });

  it("takes the copied address when it is asked to, and says so where there is none", async () => {
    const backend = new FakeBackend(0);
    backend.readText = async () => "two words";
    renderApp("/setup?channel=c3", backend);
    fireEvent.click(await screen.findByRole("radio", { name: /To my own program/ }));
    const field = screen.getByLabelText<HTMLInputElement>("Address of your program");
    fireEvent.change(field, { target: { value: "" } });
    fireEvent.click(screen.getByRole("button", { name: "Use the copied address" }));
    expect(await screen.findByText(/^No address could be taken/)).toBeDefined();
    backend.readText = async () => " crm.example.com/hook ";
    fireEvent.click(screen.getByRole("button", { name: "Use the copied address" }));
    await waitFor(() => expect(field.value).toBe("https://crm.example.com/hook"));
  });

  it("asks once after the first message whether to start with the computer, where that can be done", async () => {
    localStorage.clear();
    const backend = new FakeBackend(0);
    const desktop = (backend.desktop = new FakeDesktop());
    backend.setups.all = [{ channel: "c1", step: 4, at: 0 }];
    backend.push({ channel: "c1", direction: "in", kind: "message.sent", status: 200 });
    const { unmount } = renderApp("/setup?channel=c1", backend);
    const question = await screen.findByRole("region", { name: "Should Switchboard start with this computer?" });
    fireEvent.click(within(question).getByRole("button", { name: "Start with this computer" }));
    await waitFor(() => expect(desktop.now.autostart).toBe(true));
    expect(await screen.findByText(/starts when you sign in/)).toBeDefined();
    unmount();
    desktop.now = { ...desktop.now, autostart: false };
    backend.setups.all = [{ channel: "c1", step: 4, at: 0 }];
    renderApp("/setup?channel=c1", backend);
    await screen.findByText(/^The first message is here/);
    expect(screen.queryByText("Should Switchboard start with this computer?")).toBeNull();
  });

  // A sample of the practice was taken for the platform's first message, and ended the set-up.
  it("waits for the platform itself: practice, the own program and what was refused are not heard", async () => {
    const backend = new FakeBackend(0);
    backend.setups.all = [{ channel: "c1", step: 4, at: 0 }];
    const came = { channel: "c1", direction: "in", kind: "message.sent", status: 200 } as const;
    backend.push({ ...came, source: "practice" });
    backend.push({ ...came, source: "endpoint" });
    backend.push({ ...came, source: "platform", kind: null, status: 401, result: "refused", code: "AUTH-03" });
    renderApp("/setup?channel=c1", backend);
    expect(await screen.findByText(/^A request came at .* and was refused\.$/)).toBeDefined();
    expect(screen.getByText(/^Waiting for ELMA365 to say hello/)).toBeDefined();
    expect(screen.queryByText(/^The first message is here/)).toBeNull();
    expect(screen.getByRole("button", { name: "Finish later" })).toBeDefined();
    expect(backend.setups.all).toHaveLength(1);
    backend.push({ ...came, source: "platform" });
    act(() => backend.gap());
    expect(await screen.findByText(/^The first message is here/)).toBeDefined();
    // What was refused before is past.
    expect(screen.queryByText(/was refused\.$/)).toBeNull();
    await waitFor(() => expect(backend.setups.all).toEqual([]));
  });

  it("offers what mends a refused hello", async () => {
    const backend = new FakeBackend(0);
    backend.problems.rows = [
      fakeProblem("p9", "AUTH-03", ["acceptToken", "keepRefusing"], {
        about: { kind: "channel", id: "c1", name: "ELMA365 sales", channel: "c1" },
      }),
    ];
    backend.setups.all = [{ channel: "c1", step: 4, at: 0 }];
    const refused = { status: 401, kind: null, result: "refused", code: "AUTH-03" } as const;
    backend.push({ channel: "c1", direction: "in", source: "platform", ...refused });
    renderApp("/setup?channel=c1", backend);
    const alert = within((await screen.findByText(/was refused\.$/)).closest<HTMLElement>('[role="alert"]')!);
    expect(await alert.findByRole("link", { name: "Open the problem" })).toBeDefined();
    expect(alert.getAllByRole("button")).not.toEqual([]);
  });

  // "Nothing has come yet" stayed beside the green card.
  it("checks again when the platform has been heard", async () => {
    const backend = new FakeBackend(0);
    backend.setups.all = [{ channel: "c1", step: 4, at: 0 }];
    const starts = () => backend.calls.filter(({ command }) => command === "doctor.start").length;
    renderApp("/setup?channel=c1", backend);
    await waitFor(() => expect(starts()).toBe(1));
    await screen.findByText("Your token is accepted");
    backend.push({ channel: "c1", direction: "in", kind: "channel.connected", status: 200, source: "platform" });
    act(() => backend.gap());
    await screen.findByText(/^ELMA365 said hello/);
    await waitFor(() => expect(starts()).toBe(2));
  });

  it("sends a test message only when asked to, and what came of it stays when its webhook comes", async () => {
    const backend = new FakeBackend(0);
    backend.setups.all = [{ channel: "c2", step: 4, at: 0 }];
    const parts = () =>
      backend.calls
        .filter(({ command }) => command === "doctor.start")
        .map(({ payload }) => (payload as CheckupRequest).parts);
    renderApp("/setup?channel=c2", backend);
    await screen.findByText("Your token is accepted");
    expect(screen.getByText(/Operators see it for a few seconds/)).toBeDefined();
    const test = screen.getByText("Send a test message").closest("button")!;
    await waitFor(() => expect(test).toHaveProperty("disabled", false));
    backend.push({ channel: "c2", direction: "in", kind: "conversation.created", status: 200, source: "platform" });
    fireEvent.click(test);
    act(() => backend.gap());
    await screen.findByText(/^Something has come/);
    await waitFor(() => expect(test).toHaveProperty("disabled", false));
    expect(parts()).toEqual([
      ["intake", "platform"],
      ["intake", "platform", "message"],
    ]);
  });

  it("shows in which language and look it is, and changes both at once", async () => {
    const { backend } = renderApp("/setup", new FakeBackend(0, []));
    fireEvent.click(await screen.findByRole("radio", { name: "Dark" }));
    await waitFor(() => expect(backend.settings.theme).toBe("dark"));
  });
});
