import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { BackendError } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { Words } from "../../strings/text";
import { fakeProblem } from "../../backend/fake/problems";
import { held, otherProblems } from "./HomePage";
import { success } from "./ChannelRows";
import { barWords, stripWords } from "./HealthStrip";
import { recall, remember } from "./lastKnown";

const words = new Words("en");
const status = new FakeBackend().currentStatus();
const sums = (received: number, delivered: number, failed: number) => ({
  received,
  delivered,
  failed,
  troubled: failed,
});

beforeEach(() => localStorage.clear());

it("remembers how things were, without anything that could be a secret, and takes nothing that is not whole", () => {
  expect(recall()).toBeUndefined();
  remember(status, 5);
  expect(recall()).toEqual({ at: 5, sentence: status.sentence, channels: status.channels, today: status.today });
  expect(Object.keys(JSON.parse(localStorage.getItem("switchboard-last-known")!) as object)).not.toContain(
    "dataFolder",
  );
  localStorage.setItem("switchboard-last-known", '{"at":1}');
  expect(recall()).toBeUndefined();
  localStorage.setItem("switchboard-last-known", "{");
  expect(recall()).toBeUndefined();
});

it("shows how things were while it asks how they are", async () => {
  remember(
    { ...status, sentence: { key: "nothing", params: {}, english: "All 3 channels are working.", tone: "good" } },
    Date.now(),
  );
  const backend = new FakeBackend();
  backend.latency = 600;
  renderApp("/", backend);
  expect(await screen.findByText(/All 3 channels are working\./)).toBeDefined();
  expect(screen.getByText(/as of \d\d:\d\d/)).toBeDefined();
  await waitFor(() => expect(screen.queryByText(/as of/)).toBeNull());
  expect(screen.getAllByText(/2 of 4 channels are working/)).toHaveLength(2);
});

it("counts today, seven and thirty days, and each channel by itself", async () => {
  renderApp("/");
  const counts = within(await screen.findByRole("region", { name: "Messages so far" }));
  await waitFor(() => expect(counts.getByText("7,420")).toBeDefined());
  expect(counts.getByText("2,498")).toBeDefined();
  const channels = within(screen.getByRole("region", { name: "Channels" }));
  const row = within(channels.getByRole("button", { name: /ELMA365 sales/ }).closest("tr")!);
  expect(row.getByText("98.5%")).toBeDefined();
  expect(await row.findByRole("img", { name: /^ELMA365 sales: \d+ spans with traffic/ })).toBeDefined();
});

it("shows the numbers of a chart as a table", async () => {
  renderApp("/");
  const chart = within(await screen.findByRole("figure", { name: "Messages" }));
  fireEvent.click(chart.getByRole("button", { name: "Show as table" }));
  expect(await chart.findByRole("columnheader", { name: "Delivered" })).toBeDefined();
  expect(chart.getAllByRole("row").length).toBeGreaterThan(10);
});

it("warns when our answers come near the limit after which Chatwoot gives up", async () => {
  const backend = new FakeBackend();
  const totals = backend.stats.totals();
  backend.answers["stats.totals"] = () => ({ ...totals, speed: { ms: 900, slowMs: 3_400, late: 4, of: 90 } });
  renderApp("/", backend);
  expect(await screen.findByText(/4 of 90 answers to Chatwoot took more than 3 seconds/)).toBeDefined();
});

it("lets the language and the look be chosen before anything else", async () => {
  const { backend } = renderApp("/", new FakeBackend(0, []));
  fireEvent.click(await screen.findByRole("radio", { name: "Dark" }));
  await waitFor(() => expect(backend.settings.theme).toBe("dark"));
  expect(screen.getByRole("combobox", { name: "Language" })).toBeDefined();
  expect(screen.getByText(/There is no account\./)).toBeDefined();
});

it("says strips and shares in words", () => {
  expect(success(sums(0, 0, 0))).toBeUndefined();
  expect(success(sums(4, 3, 1))).toBe(0.75);
  const bar = { at: 0, health: "degraded" as const, ...sums(12, 11, 1) };
  expect(barWords(words, bar, 86_400_000)).toMatch(
    /had to be tried again or failed \(12 received, 11 delivered, 1 failed\)$/,
  );
  expect(stripWords(words, [])).toBe("no traffic");
  expect(stripWords(words, [bar, { ...bar, health: "ok" }])).toMatch(
    /^2 spans with traffic: 1 well, 1 with retries or failures, 0 failing\. The last trouble began/,
  );
});

it("tells of open problems in the same words everywhere, and leads to them", async () => {
  const backend = new FakeBackend();
  backend.status = {
    channels: { total: 3, working: 3, troubled: 2, resting: 0 },
    problems: 3,
    stopped: [],
    today: { received: 20, delivered: 20, failed: 0 },
  };
  renderApp("/", backend);
  const card = await screen.findByRole("link", { name: /^Problems.*3 open/ });
  expect(card.getAttribute("href")).toContain("#/problems");
  expect(screen.getByRole("link", { name: /^Channels.*3 of 3 working.*2 work with problems/ })).toBeDefined();
  const lines = within(await screen.findByRole("list", { name: "Problems" }));
  expect(lines.getAllByRole("listitem")).toHaveLength(3);
  fireEvent.click(lines.getByRole("button", { name: "Try now" }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({ command: "problem.remedy", payload: { id: "p1", action: "retry" } }),
  );
});

it("is calm when nothing is open", async () => {
  const backend = new FakeBackend();
  backend.problems.rows = [];
  backend.status = { problems: 0, today: { received: 20, delivered: 20, failed: 0 } };
  renderApp("/", backend);
  expect(await screen.findByRole("link", { name: /^Problems.*None open.*Nothing needs you/ })).toBeDefined();
  expect(screen.queryByRole("list", { name: "Problems" })).toBeNull();
});

it("tells of a problem once: with its destination or its bulk send where that is shown", () => {
  const backend = new FakeBackend();
  const [stopped] = backend.currentStatus().stopped;
  const about = { kind: "destination", id: "d1", name: "", channel: stopped!.channel } as const;
  const rows = [
    fakeProblem("a", "NET-06", ["retry"], { about }),
    fakeProblem("b", "AUTH-01", ["newToken"], { about }),
    fakeProblem("c", "NET-05", ["retry"], { state: "acknowledged" }),
  ];
  expect(otherProblems(rows, [stopped!], []).map(({ id }) => id)).toEqual(["b"]);
});

it("shows what happened lately, with the way to all of it", async () => {
  renderApp("/");
  const lately = within(await screen.findByRole("region", { name: "Activity" }));
  expect(lately.getByRole("link", { name: /^Website chat: / })).toBeDefined();
  expect(lately.getByRole("link", { name: "Show all" }).getAttribute("href")).toContain("tab=activity");
});

it("tells a screen reader what is new, not each message, and not twice within ten seconds", async () => {
  const backend = new FakeBackend();
  const say = (key: string, received: string) => {
    const params = { received, waiting: "0", channels: "2", total: "2" };
    backend.status = { sentence: { key, params, english: `${key} ${received}`, tone: "good" } };
    act(() => backend.announce({ type: "status", row: backend.currentStatus() }));
  };
  say("said-a", "1");
  renderApp("/", backend);
  const said = (await screen.findAllByText("said-a 1")).find((one) => one.getAttribute("role") === "status");
  expect(said).toBeDefined();
  say("said-a", "2");
  expect(await screen.findByText("said-a 2")).toBeDefined();
  expect(said?.textContent).toBe("said-a 1");
  say("said-b", "3");
  await waitFor(() => expect(said?.textContent).toBe("said-b 3"));
  say("said-c", "4");
  expect(await screen.findByText("said-c 4")).toBeDefined();
  expect(said?.textContent).toBe("said-b 3");
});

it("says of what waits why it waits, and leads to it", async () => {
  const active = { mode: "active", waiting: 3 } as const;
  const now = { waiting: 3, paused: null, stopped: [] };
  expect(held(now, [active])).toBeUndefined();
  expect(held({ ...now, paused: { until: null } }, [active])).toBe("all");
  expect(held(now, [active, { mode: "paused", waiting: 1 }])).toBe("channel");
  expect(held(now, [active, { mode: "paused", waiting: 0 }])).toBeUndefined();
  const backend = new FakeBackend();
  // "Sent by themselves" is not so while everything is paused, and nothing of it is retried.
  backend.status = { paused: { until: null }, stopped: [], waiting: 3 };
  renderApp("/", backend);
  const card = await screen.findByRole("link", { name: /^Waiting/ });
  expect(card.textContent).toContain("sent when you resume sending");
  expect(card.getAttribute("href")).toContain("state=onHold");
});

it("leads from the public address to its field", async () => {
  renderApp("/");
  const card = await screen.findByRole("link", { name: /^Public address/ });
  expect(card.getAttribute("href")).toContain("section=addresses");
  expect(card.getAttribute("href")).toContain("at=field-public-url");
});

it("says so when the channels cannot be read, and reads them again", async () => {
  const backend = new FakeBackend();
  backend.answers["channel.list"] = () => {
    throw new BackendError({ code: "DB-02", message: "Damaged." });
  };
  renderApp("/", backend);
  expect(await screen.findByText("The data file is damaged.")).toBeDefined();
  delete backend.answers["channel.list"];
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("region", { name: "Channels" })).toBeDefined();
});
