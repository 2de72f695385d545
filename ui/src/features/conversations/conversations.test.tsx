import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";

import { BackendError } from "../../backend";
import { FakeBackend, trouble } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { takeChoice } from "../bulk/choice";
import { stateOf } from "./Transcript";

// jsdom lays nothing out: the list is twenty rows high.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(640);
});

const asked = (backend: FakeBackend, command: string) =>
  backend.calls.filter((call) => call.command === command).map(({ payload }) => payload);

async function begin(address = "/conversations", backend = new FakeBackend()) {
  renderApp(address, backend);
  const grid = await screen.findByRole("grid", { name: "Conversations" });
  await within(grid).findAllByRole("gridcell");
  return { backend, grid, rows: () => within(grid).getAllByRole("row").slice(1) };
}

async function open(id: string, backend = new FakeBackend()) {
  renderApp(`/conversations?conversation=${id}`, backend);
  await screen.findByRole("log", { name: "Transcript" });
  return { backend, pane: within(screen.getByRole("region", { name: "Conversation" })) };
}

/** The first conversation of a channel. */
const of = (backend: FakeBackend, channel: string) =>
  backend.conversations.rows.find((row) => row.channel === channel && row.id !== "v00000") as { id: string };

it("draws only the rows that are looked at, and reads on as one scrolls", async () => {
  const { backend, grid, rows } = await begin();
  expect(rows().length).toBeLessThan(40);
  const view = grid.querySelector("[role=rowgroup]")?.parentElement as HTMLElement;
  view.scrollTop = 80 * 32;
  fireEvent.scroll(view);
  await screen.findByText("200 conversations loaded");
  expect(asked(backend, "conversation.page").at(-1)).toMatchObject({ limit: 100, before: "v00099" });
});

it("narrows by chips and search, says that nothing matches, and clears", async () => {
  const { backend } = await begin();
  fireEvent.click(screen.getByRole("button", { name: "Pending" }));
  fireEvent.click(screen.getByRole("button", { name: "With failures" }));
  await waitFor(() =>
    expect(asked(backend, "conversation.page").at(-1)).toMatchObject({
      filter: { statuses: ["pending"], failed: true },
    }),
  );
  fireEvent.click(screen.getByRole("button", { name: "All" }));
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "nosuchwords" } });
  expect(await screen.findByRole("heading", { name: "No conversation matches" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Search further" }));
  fireEvent.click(await screen.findByRole("button", { name: "Clear the filters" }));
  expect(await screen.findByText("100 conversations loaded")).toBeDefined();
});

it("has a word and one button for nothing yet and for an error, and says that the list is not whole", async () => {
  const { unmount } = renderApp("/conversations", new FakeBackend(0));
  expect(await screen.findByRole("heading", { name: "No conversations yet" })).toBeDefined();
  unmount();

  const backend = new FakeBackend(10);
  backend.conversations.behind = true;
  backend.answers["conversation.page"] = () => {
    throw new BackendError({ code: "DB-02", message: "Damaged." });
  };
  renderApp("/conversations", backend);
  expect(await screen.findByText("The data file is damaged.")).toBeDefined();
  delete backend.answers["conversation.page"];
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Older conversations are still being sorted in.")).toBeDefined();
});

it("shows what is flagged with a word, and text from outside as text", async () => {
  const { grid } = await begin();
  expect(within(grid).getAllByText("Waiting: status change").length).toBeGreaterThan(0);
  expect(within(grid).getAllByText("<b>not bold</b> & <script>alert(1)</script>").length).toBeGreaterThan(0);
});

it("is sorted by its columns", async () => {
  const { backend } = await begin();
  fireEvent.click(screen.getByRole("button", { name: "Messages" }));
  await waitFor(() =>
    expect(asked(backend, "conversation.page").at(-1)).toMatchObject({ sort: "messages", ascending: false }),
  );
  fireEvent.click(screen.getByRole("button", { name: "Messages" }));
  await waitFor(() =>
    expect(asked(backend, "conversation.page").at(-1)).toMatchObject({ sort: "messages", ascending: true }),
  );
  const header = screen.getByRole("columnheader", { name: "Messages" });
  expect(header.getAttribute("aria-sort")).toBe("ascending");
});

it("is chosen by box, Shift and Space, and all that match only in a second step", async () => {
  const { backend, grid, rows } = await begin();
  const boxes = () => within(grid).getAllByRole("checkbox").slice(1);
  fireEvent.click(boxes()[1] as HTMLElement);
  fireEvent.click(boxes()[4] as HTMLElement, { shiftKey: true });
  expect(await screen.findByText("4 selected")).toBeDefined();
  expect(rows().filter((row) => row.getAttribute("aria-selected") === "true")).toHaveLength(4);
  fireEvent.keyDown(grid, { key: "Home" });
  fireEvent.keyDown(grid, { key: " " });
  expect(await screen.findByText("5 selected")).toBeDefined();
  fireEvent.keyDown(grid, { key: "Escape" });
  await waitFor(() => expect(screen.queryByText("5 selected")).toBeNull());

  fireEvent.click(screen.getByRole("checkbox", { name: "Choose all that are loaded" }));
  fireEvent.click(await screen.findByRole("button", { name: "Select all 640 matching" }));
  expect(await screen.findByText("All matching: 640 selected")).toBeDefined();
  expect(asked(backend, "conversation.count")).toEqual([{ filter: {} }]);
  // More than can be sent from here go to the screen of bulk sends, as their filter.
  fireEvent.click(screen.getByRole("button", { name: "Send…" }));
  await waitFor(() => expect(window.location.hash).toContain("/bulk?create=true"));
  expect(window.location.hash).toContain("filter");
  expect(takeChoice()).toEqual([]);
});

it("hands chosen ones over to the screen of bulk sends", async () => {
  const { grid } = await begin();
  for (const at of [1, 3]) fireEvent.click(within(grid).getAllByRole("checkbox")[at] as HTMLElement);
  fireEvent.click(await screen.findByRole("button", { name: "Send in bulk" }));
  await waitFor(() => expect(window.location.hash).toContain("/bulk?create=true"));
  expect(sessionStorage.getItem("switchboard-bulk-choice") ?? "taken").toMatch(/taken|\["v00000","v00002"\]/);
});

it("asks where to and when, and tells what came of it", async () => {
  const { backend, grid } = await begin();
  for (const at of [1, 2, 5]) fireEvent.click(within(grid).getAllByRole("checkbox")[at] as HTMLElement);
  fireEvent.click(await screen.findByRole("button", { name: "Send…" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect((await dialog.findByRole("radio", { name: /Userlike support/ })).hasAttribute("disabled")).toBe(true);
  fireEvent.click(dialog.getByRole("radio", { name: /Website chat/ }));
  fireEvent.click(dialog.getByRole("button", { name: "Send 3 conversations" }));
  expect(await dialog.findByText(/2 cannot be sent there/)).toBeDefined();
  expect(asked(backend, "conversation.send")).toEqual([
    { ids: ["v00000", "v00001", "v00004"], target: { kind: "channel", channel: "c2" }, when: "now" },
  ]);
});

it("sends to an address only once it is one, and flags when it is to be sent later", async () => {
  const backend = new FakeBackend();
  const { id } = of(backend, "c2");
  const { pane } = await open(id, backend);
  fireEvent.click(pane.getByRole("button", { name: "Send…" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.click(await dialog.findByRole("radio", { name: /Another address/ }));
  fireEvent.click(dialog.getByRole("radio", { name: /When it ends/ }));
  fireEvent.change(dialog.getByRole("textbox"), { target: { value: "crm.example.com" } });
  fireEvent.click(dialog.getByRole("button", { name: "Flag for sending" }));
  expect(await dialog.findByText(/begins with https/)).toBeDefined();
  fireEvent.change(dialog.getByRole("textbox"), { target: { value: "https://once.example.com/in" } });
  fireEvent.click(dialog.getByRole("button", { name: "Flag for sending" }));
  expect(await dialog.findByText("1 conversation is flagged and will be sent later.")).toBeDefined();
  expect(asked(backend, "conversation.send")).toEqual([
    { ids: [id], target: { kind: "address", url: "https://once.example.com/in" }, when: "ended" },
  ]);
});

it("is unflagged from its pane", async () => {
  const backend = new FakeBackend();
  const { id } = backend.conversations.rows.find((row) => row.flag !== null) as { id: string };
  const { pane } = await open(id, backend);
  fireEvent.click(pane.getByRole("button", { name: "Remove flag" }));
  await waitFor(() => expect(asked(backend, "conversation.unflag")).toEqual([{ ids: [id] }]));
  await waitFor(() => expect(pane.queryByRole("button", { name: "Remove flag" })).toBeNull());
});

it("shows who said what and what happened, and hides the latter", async () => {
  const { pane } = await open("v00000");
  const log = within(pane.getByRole("log"));
  expect(log.getAllByText("Rated 5").length).toBeGreaterThan(0);
  expect(log.getAllByText("private note").length).toBeGreaterThan(0);
  expect(log.getAllByText("<b>not bold</b> & <script>alert(1)</script>").length).toBeGreaterThan(0);
  expect(log.getAllByRole("link", { name: "Journey" })[0]?.getAttribute("href")).toContain("/traffic/journey/");
  fireEvent.click(pane.getByRole("switch", { name: "Events" }));
  await waitFor(() => expect(log.queryByText("Rated 5")).toBeNull());
});

it("covers what was said, lets it be reached by keyboard, and remembers that", async () => {
  localStorage.clear();
  const { pane } = await open("v00000");
  const log = pane.getByRole("log", { name: "Transcript" });
  const [author] = await within(log).findAllByText(/./, { selector: "figcaption b" });
  const bubble = author!.closest("figure")!;
  expect(log.dataset["covered"]).toBeUndefined();
  expect(bubble.tabIndex).toBe(-1);
  fireEvent.click(pane.getByLabelText("Cover texts"));
  expect(log.dataset["covered"]).toBe("true");
  expect(bubble.tabIndex).toBe(0);
  cleanup();
  await open("v00000");
  expect(screen.getByRole("log", { name: "Transcript" }).dataset["covered"]).toBe("true");
  fireEvent.click(screen.getByLabelText("Cover texts"));
  expect(screen.getByRole("log", { name: "Transcript" }).dataset["covered"]).toBeUndefined();
});

it("reads earlier messages, goes from failure to failure by button and key, and sends again", async () => {
  const { backend, pane } = await open("v00000");
  const log = pane.getByRole("log");
  fireEvent.click(within(log).getByRole("button", { name: "Earlier messages" }));
  await waitFor(() => expect(log.querySelectorAll("[data-line]")).toHaveLength(200));
  const failures = asked(backend, "conversation.get").length;
  expect(failures).toBeGreaterThan(0);
  fireEvent.click(pane.getByRole("button", { name: /^Next failure/ }));
  const found = await waitFor(() => {
    const line = log.querySelector("[data-found]");
    expect(line).not.toBeNull();
    return line as HTMLElement;
  });
  expect(within(found).getByText(/did not answer within 30 seconds/)).toBeDefined();
  fireEvent.keyDown(log, { code: "KeyN" });
  await waitFor(() =>
    expect(log.querySelector("[data-found]")?.getAttribute("data-line")).not.toBe(found.dataset["line"]),
  );
  const next = log.querySelector("[data-found]") as HTMLElement;
  fireEvent.click(within(next).getByRole("button", { name: "Send again" }));
  await waitFor(() => expect(within(next).queryByRole("button", { name: "Send again" })).toBeNull());
  expect(asked(backend, "delivery.resend")).toHaveLength(1);
});

it("answers as an operator, privately when told to, and says why not where nobody can", async () => {
  const backend = new FakeBackend();
  const { id } = of(backend, "c2");
  const { pane } = await open(id, backend);
  const key = backend.conversations.rows.find((row) => row.id === id)?.key;
  fireEvent.click(pane.getByRole("switch", { name: /Private note/ }));
  fireEvent.change(pane.getByRole("textbox", { name: "Write a private note" }), { target: { value: "Call her" } });
  fireEvent.click(pane.getByRole("button", { name: "Send" }));
  expect(await pane.findByText("Call her")).toBeDefined();
  expect(asked(backend, "conversation.reply")).toEqual([
    { channel: "c2", conversation: key, private: true, text: "Call her" },
  ]);
});

it("has no box where nobody can answer, but the reason", async () => {
  const backend = new FakeBackend();
  const { pane } = await open(of(backend, "c3").id, backend);
  expect(pane.getByText(/^Userlike cannot be answered/)).toBeDefined();
  expect(pane.queryByRole("textbox")).toBeNull();
});

it("takes in what is said meanwhile", async () => {
  const backend = new FakeBackend();
  const { id } = of(backend, "c2");
  const { pane } = await open(id, backend);
  backend.conversations.say(id, "One more thing");
  expect(await pane.findByText("One more thing")).toBeDefined();
  const grid = within(screen.getByRole("grid"));
  expect(await grid.findByText("One more thing")).toBeDefined();
});

it("tells what is known of the contact, and deletes everything after a question", async () => {
  const backend = new FakeBackend();
  const { id } = of(backend, "c2");
  const { pane } = await open(id, backend);
  fireEvent.click(pane.getByRole("radio", { name: "Contact" }));
  expect(pane.getByText("Contact inbox in Chatwoot")).toBeDefined();
  fireEvent.click(pane.getByRole("button", { name: "Delete everything of this contact…" }));
  const question = within(await screen.findByRole("dialog"));
  expect(question.getByText(/Backups made before keep their copies/)).toBeDefined();
  fireEvent.click(question.getByRole("button", { name: "Delete everything" }));
  expect(await question.findByText("journal-2026-11-20.db")).toBeDefined();
  expect(backend.conversations.rows.some((row) => row.id === id)).toBe(false);
});

it("is copied as text, whole", async () => {
  const { backend, pane } = await open("v00000");
  fireEvent.click(pane.getByRole("button", { name: "More for this conversation" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Copy the transcript" }));
  await waitFor(() => expect(backend.copied).toHaveLength(1));
  expect(backend.copied[0]).toContain("– Rated 5");
  expect((backend.copied[0]?.match(/\n\n/g) ?? []).length).toBeGreaterThanOrEqual(640);
});

it("keeps views: chosen, saved, deleted and brought back", async () => {
  const { backend } = await begin();
  fireEvent.click(screen.getByRole("button", { name: "Saved views" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Failed this week" }));
  await waitFor(() => expect(asked(backend, "conversation.page").at(-1)).toMatchObject({ filter: { failed: true } }));
  fireEvent.click(screen.getByRole("button", { name: "Open" }));
  fireEvent.click(await screen.findByRole("button", { name: "Saved views" }));
  // jsdom lays nothing out, and a menu without a place is hidden.
  fireEvent.click(await screen.findByRole("menuitem", { name: "Save this view as…", hidden: true }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByRole("textbox"), { target: { value: "Mine" } });
  fireEvent.click(dialog.getByRole("button", { name: "Save view" }));
  const current = await screen.findByRole("button", { name: "Mine" });
  expect(backend.conversations.views.at(-1)?.filter).toEqual({ failed: true, statuses: ["open"] });
  fireEvent.click(current);
  fireEvent.click(await screen.findByRole("button", { name: "Delete “Mine”", hidden: true }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(backend.conversations.views.map((view) => view.name)).toContain("Mine"));
});

it("fetches history, shows how it goes, and stops", async () => {
  const { backend } = await begin();
  fireEvent.click(screen.getByRole("button", { name: "Fetch history…" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText(/^Only conversations active since/), { target: { value: "2026-11-01" } });
  fireEvent.click(dialog.getByRole("button", { name: "Fetch history" }));
  expect(await screen.findByText("120 of 812 conversations, 1,934 new messages.")).toBeDefined();
  expect(asked(backend, "pull.start")).toEqual([{ channel: "c2", from: new Date(2026, 10, 1).getTime() }]);
  fireEvent.click(screen.getByRole("button", { name: "Stop fetching" }));
  expect(await screen.findByText(/was stopped/)).toBeDefined();
  backend.conversations.movePull("c2", { state: "failed", error: trouble("AUTH-01", { platform: "Chatwoot" }) });
  expect(await screen.findByText(/does not accept this token/)).toBeDefined();
});

it("takes the platform's word for what became of a message", () => {
  expect(stateOf("delivered", "read")).toBe("read");
  expect(stateOf("failed", "delivered")).toBe("failed");
  expect(stateOf("skipped", "delivered")).toBe("delivered");
  expect(stateOf(null, null)).toBeNull();
});

it("folds what came again into the line it repeats", async () => {
  const { backend } = await open("v00000");
  backend.conversations.say("v00000", "Said once");
  const transcript = within(screen.getByRole("log", { name: "Transcript" }));
  const line = (await transcript.findByText("Said once")).closest("figure") as HTMLElement;
  expect(within(line).queryByText(/duplicate/)).toBeNull();
  backend.conversations.repeat("v00000");
  expect(await within(line).findByText("1 duplicate skipped")).toBeDefined();
  backend.conversations.repeat("v00000");
  expect(await within(line).findByText("2 duplicates skipped")).toBeDefined();
  expect(transcript.getAllByText("Said once")).toHaveLength(1);
});
