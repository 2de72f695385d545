import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { BackendError, type DeliveryView, type TrafficQuery } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { fakeProblem } from "../../backend/fake/problems";
import { dayEnd, dayOf, dayStart } from "../../components/days";
import { renderApp } from "../../test/screen";
import { resendable } from "./resend";
import { failedOf, filterOf } from "./TrafficPage";
import { Words } from "../../strings/text";
import { explained } from "./Summary";
import { parts } from "./TimingBars";

// jsdom lays nothing out: the list is twenty rows high.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(560);
});

it("draws only the rows that are looked at, of a million", async () => {
  renderApp("/traffic", new FakeBackend(1_000_000));
  const grid = await screen.findByRole("grid");
  await waitFor(() => expect(grid.getAttribute("aria-rowcount")).toBe("1000001"));
  expect(screen.getAllByRole("row").length).toBeLessThan(25);
});

it("shows text from outside as text", async () => {
  const backend = new FakeBackend(50);
  renderApp("/traffic", backend);
  expect((await screen.findAllByText("<b>not bold</b> & <script>alert(1)</script>")).length).toBeGreaterThan(0);
});

it("is moved through by keys, and Enter opens the details", async () => {
  renderApp("/traffic", new FakeBackend(1_000));
  const grid = await screen.findByRole("grid");
  await screen.findAllByText("Customer message");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) fireEvent.keyDown(grid, { key });
  const selected = await screen.findByRole("row", { selected: true });
  expect(selected.getAttribute("aria-rowindex")).toBe("3");
  expect(grid.getAttribute("aria-activedescendant")).toBe(selected.id);
  fireEvent.keyDown(grid, { key: "Enter" });
  expect(await screen.findByRole("region", { name: "Details" })).toBeDefined();
});

it("is held and tells how many came meanwhile", async () => {
  const backend = new FakeBackend(100);
  renderApp("/traffic", backend);
  await screen.findAllByText("Customer message");
  fireEvent.click(screen.getByRole("button", { name: "Pause" }));
  backend.push();
  backend.push();
  fireEvent.click(await screen.findByRole("button", { name: "Paused · 2 new" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /Paused/ })).toBeNull());
});

it("has a word and one button for nothing yet, no match, and an error", async () => {
  const { unmount } = renderApp("/traffic", new FakeBackend(0));
  expect(await screen.findByRole("heading", { name: "Nothing has come yet" })).toBeDefined();
  unmount();

  const searching = renderApp("/traffic?text=nosuchwords", new FakeBackend(100_000));
  expect(await screen.findByRole("button", { name: "Search further" })).toBeDefined();
  expect(screen.getByText(/^Searched back to/)).toBeDefined();
  searching.unmount();

  const backend = new FakeBackend(10);
  backend.answers["traffic.page"] = () => {
    throw new BackendError({ code: "DB-02", message: "Damaged." });
  };
  renderApp("/traffic", backend);
  expect(await screen.findByText("The data file is damaged.")).toBeDefined();
  delete backend.answers["traffic.page"];
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByText("The data file is damaged.")).toBeNull());
});

it("reads the filter out of the address", () => {
  const noon = new Date(2026, 10, 20, 12);
  expect(filterOf({ state: "failed", today: true, unclaimed: true, text: "42" }, noon)).toEqual({
    state: "failed",
    text: "42",
    unclaimed: true,
    from: new Date(2026, 10, 20).getTime(),
  });
});

it("sends again what went wrong before what went well, and says why not where nothing can be sent", () => {
  const detail = new FakeBackend().detail(new FakeBackend().row(0));
  const one = { ...detail.deliveries[0], id: "d", skipped: null } as NonNullable<(typeof detail.deliveries)[0]>;
  expect(
    resendable([
      { ...one, id: "a", state: "delivered" },
      { ...one, id: "b", state: "failed" },
    ]),
  ).toMatchObject({ ids: ["b"] });
  expect(resendable([{ ...one, state: "delivered" }]).ids).toEqual(["d"]);
  // What waits for its next try can be tried now; what is under way cannot.
  expect(resendable([{ ...one, state: "retrying" }]).ids).toEqual(["d"]);
  expect(resendable([{ ...one, state: "sending" }]).reason).toBe("resend-on-its-way");
  expect(resendable([{ ...one, state: "skipped", skipped: "noEndpoint" }]).reason).toBe("resend-no-endpoint");
  expect(resendable([]).reason).toBe("resend-nothing");
});

it("sends nothing to a platform that has it already, and says when it may arrive twice", () => {
  const [one] = new FakeBackend().detail(new FakeBackend().push({ kind: "message.sent" })).deliveries;
  const to = { ...(one as DeliveryView), destination: "platform" as const, skipped: null };
  expect(resendable([{ ...to, state: "accepted" }]).reason).toBe("resend-platform-has-it");
  expect(resendable([{ ...to, state: "skipped", skipped: "circle" }]).reason).toBe("resend-nothing");
  expect(resendable([{ ...to, state: "waitingForPlatform" }]).reason).toBe("resend-on-its-way");
  expect(resendable([{ ...to, state: "failed" }]).hint).toBe("resend-hint-platform");
  expect(resendable([{ ...to, state: "unknown" }]).hint).toBe("resend-hint-unknown");
});

it("says where a row came from and what a call was for, in words where there are some", async () => {
  const backend = new FakeBackend(0);
  backend.push({ kind: "message.received", channel: "c2", source: "endpoint", who: "Anna", step: null });
  backend.push({ kind: "message.received", channel: "c2", direction: "out", source: "platform", step: "contact.find" });
  backend.push({ kind: "message.received", channel: "c2", direction: "out", source: "platform", step: "odd.step" });
  renderApp("/traffic", backend);
  expect(await screen.findByText("from your program")).toBeDefined();
  expect(screen.getByText("Look up the contact")).toBeDefined();
  expect(screen.getByText("odd.step")).toBeDefined();
});

it("groups what is owed by where it goes, the own channel first", async () => {
  const backend = new FakeBackend(0);
  const { id } = backend.push({ kind: "message.sent", channel: "c2", result: "delivered", source: "catchUp" });
  renderApp(`/traffic?exchange=${id}`, backend);
  fireEvent.click(await screen.findByRole("tab", { name: "Attempts" }));
  const pane = within(screen.getByRole("region", { name: "Details" }));
  await pane.findByText("To your endpoint");
  const headings = pane.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent);
  expect(headings.slice(0, 3)).toEqual(["To your endpoint", "Report back to Website chat", "To ELMA365 sales"]);
  expect(pane.getByText(/caught up/)).toBeDefined();
  expect(pane.getByText("They have it; their own confirmation is due.")).toBeDefined();
  expect(pane.getByText(/^Send the message: answered 200/)).toBeDefined();
  fireEvent.click(pane.getByRole("tab", { name: "Message" }));
  expect(await pane.findByText("A link carried it to ELMA365 sales.")).toBeDefined();
  fireEvent.click(pane.getByRole("tab", { name: "Summary" }));
});

it("lays the parts of a request end to end, with what remains as reading", () => {
  expect(parts({ dnsUs: 10, connectUs: null, tlsUs: 20, firstByteUs: 30, totalUs: 70 })).toEqual([
    { name: "dns", start: 0, took: 10 },
    { name: "tls", start: 10, took: 20 },
    { name: "first-byte", start: 30, took: 30 },
    { name: "rest", start: 60, took: 10 },
  ]);
});

it("offers to send all again only where the rows shown are all that failed", () => {
  const noon = new Date(2026, 10, 20, 12);
  expect(failedOf({ state: "failed", channel: "c1", today: true }, noon)).toEqual({
    state: "failed",
    channel: "c1",
    from: new Date(2026, 10, 20).getTime(),
  });
  expect(failedOf({ state: "failed", from: "2026-11-18", to: "2026-11-18" }, noon)).toEqual({
    state: "failed",
    from: new Date(2026, 10, 18).getTime(),
    to: new Date(2026, 10, 19).getTime() - 1,
  });
  expect(failedOf({ state: "retrying" }, noon)).toBeUndefined();
  expect(failedOf({ state: "failed", text: "order" }, noon)).toBeUndefined();
});

it("explains a row out of what is known of it", () => {
  const words = new Words("en");
  const backend = new FakeBackend(0);
  const failed = explained(
    backend.detail(
      backend.push({ kind: "message.received", channel: "c1", result: "failed", source: "platform", direction: "in" }),
    ),
    words,
  );
  expect(failed[0]).toMatch(/^Customer message: /);
  expect(failed[1]).toMatch(/^The platform called Switchboard by itself/);
  expect(failed).toContain("Failed: Given up; it needs you.");
  expect(failed.at(-1)).toMatch(/^The message is kept/);
  const retrying = explained(
    backend.detail(
      backend.push({
        kind: "message.sent",
        channel: "c1",
        result: "retrying",
        retry: { made: 2, of: 10, next: Date.now() + 60_000 },
        source: "endpoint",
        direction: "in",
      }),
    ),
    words,
  );
  expect(retrying.some((one) => one.startsWith("Nothing needs to be done: try 3 of 10"))).toBe(true);
});

it("asks before it draws a body that would choke a window", async () => {
  const backend = new FakeBackend(0);
  const row = backend.push({ kind: "message.received", channel: "c1", result: "delivered" });
  const detail = backend.detail(row);
  const body = `"${"x".repeat(2_100_000)}"`;
  backend.answers["traffic.get"] = () => ({ ...detail, request: { ...detail.request, body, size: body.length } });
  renderApp(`/traffic?exchange=${row.id}`, backend);
  fireEvent.click(await screen.findByRole("tab", { name: "Technical" }));
  const pane = within(screen.getByRole("region", { name: "Details" }));
  expect(await pane.findByText(/^This body is large \(2\.1 MB\)/)).toBeDefined();
  fireEvent.click(pane.getByRole("button", { name: "Save the body" }));
  await waitFor(() => expect(backend.saved).toHaveLength(1));
  fireEvent.click(pane.getByRole("button", { name: "Show it all the same" }));
  expect(await pane.findByText(/^Show all of it/)).toBeDefined();
  fireEvent.click(pane.getByRole("tab", { name: "Summary" }));
});

it("offers what mends the cause beside a message that failed of it", async () => {
  const backend = new FakeBackend(0);
  const row = backend.push({ kind: "message.received", channel: "c1", result: "failed", direction: "in" });
  backend.answers["traffic.get"] = () => ({ ...backend.detail(row), certificate: null });
  const about = { kind: "destination", id: "d1", name: "ELMA365 sales", channel: "c1" } as const;
  backend.problems.rows = [fakeProblem("p", "NET-06", ["waitLonger", "retry"], { about })];
  renderApp(`/traffic?exchange=${row.id}`, backend);
  fireEvent.click(await screen.findByRole("tab", { name: "Summary" }));
  const pane = within(screen.getByRole("region", { name: "Details" }));
  const open = await pane.findByRole("link", { name: "Open the problem" });
  expect(open.getAttribute("href")).toContain("problem=p");
  fireEvent.click(pane.getByRole("button", { name: "Wait 30 seconds" }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({ command: "problem.remedy", payload: { id: "p", action: "waitLonger" } }),
  );
});

it("sends again what failed on a day after a question that names how much and which day", async () => {
  const backend = new FakeBackend(0);
  const row = backend.push({ channel: "c1", kind: "message.sent", result: "failed" });
  const [delivery] = backend.detail(row).deliveries;
  const asked: unknown[] = [];
  backend.answers["delivery.page"] = (query) => {
    asked.push(query.filter);
    const rows = ["a", "b"].map((id) => ({ ...(delivery as DeliveryView), id }));
    return { rows, next: null };
  };
  renderApp("/traffic", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Resend failed" }));
  const question = within(await screen.findByRole("dialog", { name: /^Send what failed on .+ again$/ }));
  expect(await question.findByText(/^2 messages were given up/)).toBeDefined();
  const day = new Date(row.at);
  expect(asked).toEqual([
    {
      state: "failed",
      from: new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime(),
      to: new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1,
    },
  ]);
  fireEvent.click(question.getByRole("button", { name: "Send 2 again" }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({ command: "delivery.resend", payload: { ids: ["a", "b"] } }),
  );
});

it("shows the days from the address, another day from the bar, and all of them again", async () => {
  const now = new Date();
  const day = (ago: number) => dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - ago, 12).getTime());
  const { backend } = renderApp(`/traffic?from=${day(2)}&to=${day(0)}`, new FakeBackend(1_000));
  const asked = () =>
    backend.calls.flatMap(({ command, payload }) =>
      command === "traffic.page" ? [(payload as TrafficQuery).filter] : [],
    );
  fireEvent.click(await screen.findByTitle("Choose another day"));
  expect(asked()[0]).toEqual({ from: dayStart(day(2)), to: dayEnd(day(0)) });
  fireEvent.change(await screen.findByLabelText("Day"), { target: { value: day(3) } });
  fireEvent.click(screen.getByRole("button", { name: "Show this day", hidden: true }));
  await waitFor(() => expect(asked().at(-1)).toEqual({ from: dayStart(day(3)), to: dayEnd(day(3)) }));
  fireEvent.click(screen.getByRole("button", { name: "Today" }));
  await waitFor(() => expect(asked().at(-1)).toEqual({ from: dayStart(day(0)) }));
});

it("sends the open row again by its key, and asks first for one that is only selected", async () => {
  const backend = new FakeBackend(0);
  const row = backend.push({ kind: "message.received", channel: "c1", result: "failed", direction: "in" });
  const detail = backend.detail(row);
  const [one] = detail.deliveries as [DeliveryView];
  const failed = { ...one, id: "d", state: "failed", skipped: null } as DeliveryView;
  backend.answers["traffic.get"] = () => ({ ...detail, certificate: null, deliveries: [failed] });
  backend.answers["delivery.page"] = () => ({ rows: [failed], next: null });
  renderApp("/traffic", backend);
  const grid = await screen.findByRole("grid");
  await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(2));
  const press = () => fireEvent.keyDown(grid, { code: "KeyR", key: "r", ctrlKey: true });
  const sent = () => backend.calls.filter(({ command }) => command === "delivery.resend").length;
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  await screen.findByRole("row", { selected: true });
  press();
  const question = within(await screen.findByRole("dialog"));
  expect(await question.findByRole("button", { name: "Send 1 again" })).toBeDefined();
  expect(sent()).toBe(0);
  fireEvent.click(question.getByRole("button", { name: "Not now" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Choose none" }));
  fireEvent.keyDown(grid, { key: "Enter" });
  const button = await screen.findByRole("button", { name: "Send again" });
  expect(button.getAttribute("aria-keyshortcuts")).toBe("Control+R");
  press();
  await waitFor(() => expect(sent()).toBe(1));
});
