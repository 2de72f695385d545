import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { BackendError, type BulkInput } from "../../backend";
import { FakeBackend, trouble } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { rememberChoice } from "./choice";

// jsdom lays nothing out: the table is ten rows high.
beforeEach(() => {
  sessionStorage.clear();
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(320);
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const input: BulkInput = { choice: { kind: "filter", filter: {} }, target: { kind: "endpoint" }, rate: 5 };

/** One that has sent so many. */
async function sending(count: number, more: Partial<BulkInput> = {}) {
  const backend = new FakeBackend(100);
  const { id } = await backend.call("bulk.create", { ...input, ...more });
  backend.bulks.step(0);
  backend.bulks.step(count);
  return { backend, id };
}

it("explains itself where there is none yet, says why it cannot be read, and shows what somebody else began", async () => {
  const backend = new FakeBackend(100);
  backend.answers["bulk.list"] = () => {
    throw new BackendError({ code: "DB-02", message: "Damaged." });
  };
  renderApp("/bulk", backend);
  expect(await screen.findByText("The data file is damaged.")).toBeDefined();
  delete backend.answers["bulk.list"];
  press("Try again");
  expect(await screen.findByRole("heading", { name: "No bulk send yet" })).toBeDefined();
  await backend.call("bulk.create", input);
  expect(await screen.findByRole("link", { name: "To crm.example.com" })).toBeDefined();
  expect(screen.getByText("Preparing")).toBeDefined();
});

it("lists what needs the admin before what runs and what is over, with counts that sum up", async () => {
  const backend = new FakeBackend(100);
  backend.bulks.begin();
  renderApp("/bulk", backend);
  const [open, over] = await screen.findAllByRole("list", { name: /Needs you|Earlier/ });
  expect(
    within(open as HTMLElement)
      .getAllByText(/^(Sending|Interrupted)$/)
      .map((one) => one.textContent),
  ).toEqual(["Sending", "Interrupted"]);
  expect(within(over as HTMLElement).getAllByText(/^(Cancelled|Done)$/)).toHaveLength(2);
  for (const bulk of backend.bulks.all)
    expect(bulk.delivered + bulk.skipped + bulk.failed + bulk.unknown + bulk.left).toBe(bulk.total);
  expect(screen.getByText(/^A bulk send stopped at \d+ of 640$/)).toBeDefined();
});

it("is chosen, checked, confirmed by count, target and speed, and leads to its result", async () => {
  const backend = new FakeBackend(100);
  rememberChoice(backend.conversations.rows.slice(0, 100).map(({ id }) => id));
  renderApp("/bulk?create=true", backend);
  expect(await screen.findByText("100 conversations that you picked")).toBeDefined();
  press("Check");
  expect((await screen.findAllByText("Choose where to send.")).length).toBeGreaterThan(0);
  const userlike = screen.getByRole<HTMLInputElement>("radio", { name: /Userlike support/ });
  expect(userlike.disabled).toBe(true);
  fireEvent.click(screen.getByRole("radio", { name: /Your endpoint/ }));
  press("Check");

  expect(await screen.findByText(/98 conversations are ready/)).toBeDefined();
  expect(screen.getByText(/2: no messages/)).toBeDefined();
  expect(await screen.findByText("The target can be reached.")).toBeDefined();
  // As text, whatever is in it.
  fireEvent.click(screen.getByRole("radio", { name: "Raw" }));
  expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeDefined();
  press("Go on");
  expect(
    await screen.findByText(/^Send 98 conversations to crm\.example\.com at 5 per second \(about 20 sec\)\?$/),
  ).toBeDefined();
  expect(screen.getByText(/cannot be recalled/)).toBeDefined();
  expect(screen.getByText("You can close this window; sending continues.")).toBeDefined();
  press("Send 98");
  expect(await screen.findByRole("heading", { level: 1, name: "To crm.example.com" })).toBeDefined();
  const sent = backend.calls.find(({ command }) => command === "bulk.create")?.payload as BulkInput;
  expect(sent).toMatchObject({ target: { kind: "endpoint" }, rate: 5, pauseAfter: 10, confirmed: 98 });
  expect(sent.choice.kind === "ids" && sent.choice.ids.length).toBe(100);
});

it("goes back without losing what was filled in, and tells each wrong line by its number and reason", async () => {
  renderApp("/bulk?create=true");
  const typed = 'channel,conversation\nWebsite chat,47999\nShop,99\n"broken';
  fireEvent.change(await screen.findByRole("textbox", { name: "Ids, or a table" }), { target: { value: typed } });
  fireEvent.click(await screen.findByRole("radio", { name: /Another address/ }));
  press("Check");
  expect((await screen.findAllByText(/Enter an address that begins with/)).length).toBeGreaterThan(0);
  fireEvent.change(screen.getByRole("textbox", { name: "Address" }), {
    target: { value: "https://bi.example.com/in" },
  });
  fireEvent.click(screen.getByRole("checkbox", { name: /As fast as the target allows/ }));
  press("Check");
  const wrong = within(await screen.findByRole("region", { name: "Lines that cannot be used" }));
  expect(wrong.getAllByRole("row").map((row) => row.textContent)).toEqual([
    "LineTextReason",
    "3Shop,99not found",
    '4"brokencannot be read',
  ]);
  press("Go on");
  expect(await screen.findByText("Send 1 conversation to bi.example.com as fast as the target allows?")).toBeDefined();
  press(/Choose \(done\)/);
  expect((await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Ids, or a table" })).value).toBe(typed);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Address" }).value).toBe("https://bi.example.com/in");

  // What was typed is not lost by a wrong step.
  fireEvent.click(screen.getByRole("link", { name: "Home" }));
  expect(await screen.findByRole("button", { name: "Keep editing" })).toBeDefined();
});

it("takes a file and refuses one that is too large", async () => {
  const { container, backend } = renderApp("/bulk?create=true");
  await screen.findByRole("textbox", { name: "Ids, or a table" });
  const field = container.ownerDocument.querySelector("input[type=file]") as HTMLInputElement;
  const pick = (file: File) => fireEvent.change(field, { target: { files: [file] } });
  pick(new File([new Uint8Array(5_000_001)], "huge.csv"));
  expect(await screen.findByText(/This file is larger than 5 MB/)).toBeDefined();
  const chosen = new File([], "chosen.csv");
  // jsdom's files cannot be read so.
  chosen.arrayBuffer = async () => new TextEncoder().encode("conversation\n47999\n47998\n").buffer;
  pick(chosen);
  expect(await screen.findByText("chosen.csv")).toBeDefined();
  expect(screen.getByText(/^3 lines/)).toBeDefined();
  fireEvent.click(screen.getByRole("radio", { name: /Your endpoint/ }));
  press("Check");
  expect(await screen.findByText(/2 conversations are ready/)).toBeDefined();
  expect(backend.calls.find(({ command }) => command === "bulk.preview")?.payload).toMatchObject({
    choice: { kind: "text", text: "conversation\n47999\n47998\n" },
  });
});

it("asks again when another number is ready by the time it is confirmed", async () => {
  const backend = new FakeBackend(100);
  renderApp(`/bulk?create=true&filter=${encodeURIComponent('{"channel":"c2"}')}`, backend);
  expect(await screen.findByText(/^\d+ conversations that match the filter$/)).toBeDefined();
  expect(await screen.findByText("Channel: Website chat")).toBeDefined();
  fireEvent.click(await screen.findByRole("radio", { name: /Your endpoint/ }));
  press("Check");
  fireEvent.click(await screen.findByRole("button", { name: "Go on" }));
  backend.conversations.rows = backend.conversations.rows.slice(0, 60);
  fireEvent.click(await screen.findByRole("button", { name: /^Send \d+$/ }));
  expect(await screen.findByText(/Meanwhile the number of conversations that are ready has changed/)).toBeDefined();
  expect(backend.bulks.all).toEqual([]);
});

it("cannot go on where nothing is ready or nothing can be sent there", async () => {
  renderApp("/bulk?create=true");
  fireEvent.change(await screen.findByRole("textbox", { name: "Ids, or a table" }), { target: { value: "99" } });
  fireEvent.click(await screen.findByRole("radio", { name: /Your endpoint/ }));
  press("Check");
  expect(await screen.findByText("No conversation is ready")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Go on" })).toBeNull();
});

it("is followed live, paused, and goes on", async () => {
  const { backend, id } = await sending(100);
  renderApp(`/bulk?bulk=${id}`, backend);
  const bar = await screen.findByRole("progressbar");
  const at = () => Number(bar.getAttribute("aria-valuenow"));
  const before = at();
  expect(bar.getAttribute("aria-valuetext")).toMatch(/^\d+ of 640$/);
  act(() => backend.bulks.step(200));
  await waitFor(() => expect(at()).toBeGreaterThan(before));
  // A screen reader is told of every tenth of it.
  const said = screen.getAllByRole("status").map((one) => one.textContent);
  expect(said.some((words) => /^Bulk send: Sending\. \d+ of 640 done, \d+ failed\.$/.test(words ?? ""))).toBe(true);
  press("Pause");
  fireEvent.click(await screen.findByRole("button", { name: "Resume" }));
  await waitFor(() => expect(backend.bulks.all[0]?.state).toBe("running"));
  act(() => void backend.bulks.change(id, { waitsUntil: new Date(2026, 10, 21, 10, 42).getTime() }));
  expect(await screen.findByText(/The target asks to wait until 10:42/)).toBeDefined();
});

it("cancels the rest after saying what cannot be recalled", async () => {
  const { backend, id } = await sending(100);
  renderApp(`/bulk?bulk=${id}`, backend);
  fireEvent.click(await screen.findByRole("button", { name: "Cancel the rest" }));
  expect(await screen.findByText(/that have been sent cannot be recalled/)).toBeDefined();
  press(/^Cancel the \d+ left$/);
  expect(await screen.findByText("Cancelled")).toBeDefined();
  expect(backend.bulks.all[0]).toMatchObject({ state: "cancelled", left: 0 });
});

it("resends unknown ones only when the admin says so", async () => {
  const { backend, id } = await sending(100);
  backend.bulks.interrupt();
  renderApp(`/bulk?bulk=${id}`, backend);
  const tick = await screen.findByRole("checkbox", { name: "Resend the 3 unknown (they may arrive twice)" });
  press("Resume");
  await waitFor(() => expect(backend.calls).toContainEqual({ command: "bulk.resume", payload: { id } }));
  act(() => backend.bulks.interrupt(0));
  fireEvent.click(await screen.findByRole("checkbox", { name: /Resend the 3 unknown/ }));
  press("Resume");
  await waitFor(() =>
    expect(backend.calls).toContainEqual({ command: "bulk.resume", payload: { id, resendUnknown: true } }),
  );
  expect(tick).toBeDefined();
});

it("says why it paused itself, there and on every other screen", async () => {
  const { backend, id } = await sending(100);
  backend.bulks.change(id, { state: "paused", error: trouble("AUTH-04", { host: "crm.example.com" }) });
  const page = renderApp(`/bulk?bulk=${id}`, backend);
  expect(await screen.findByText(/^A bulk send paused itself at \d+ of 640$/)).toBeDefined();
  expect(screen.getByText(/endpoint refuses|refuses our sign-in/i)).toBeDefined();
  page.unmount();
  renderApp("/settings", backend);
  expect(await screen.findByText(/^A bulk send paused itself at/)).toBeDefined();
  fireEvent.click(screen.getByRole("link", { name: "See details" }));
  expect(await screen.findByRole("button", { name: "Resume" })).toBeDefined();
});

it("shows what became of each, with the way to the log and the conversation, and sends failed ones again", async () => {
  const { backend, id } = await sending(10_000);
  renderApp(`/bulk?bulk=${id}`, backend);
  const table = await screen.findByRole("table");
  await waitFor(() => expect(table.getAttribute("aria-rowcount")).toBe("641"));
  expect(within(table).getAllByRole("row").length).toBeLessThan(30);
  press(/^Failed/);
  await waitFor(() => expect(within(table).getAllByText(/did not answer within 30 seconds/).length).toBeGreaterThan(0));
  expect(within(table).queryByText("Delivered")).toBeNull();
  expect(
    within(table)
      .getAllByRole("link", { name: /in the log$/ })[0]
      ?.getAttribute("href"),
  ).toContain("/traffic?exchange=");
  expect(
    within(table)
      .getAllByRole("link", { name: /^Conversation with/ })[0]
      ?.getAttribute("href"),
  ).toContain("/conversations?conversation=");
  expect(
    within(table)
      .getAllByRole("link", { name: /^Journey of what was sent to/ })[0]
      ?.getAttribute("href"),
  ).toContain("/traffic/journey/");
  press(/^Retry \d+ failed$/);
  await waitFor(() => expect(backend.bulks.all[0]).toMatchObject({ state: "running", failed: 0 }));
});
