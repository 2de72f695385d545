import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { placed } from "../../app/problems";
import type { BulkView } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { fakeProblem } from "../../backend/fake/problems";
import { Words } from "../../strings/text";
import { renderApp } from "../../test/screen";
import { linesOf } from "./ActivityList";

it("lists what needs somebody, each with one button, and folds away what is solved", async () => {
  renderApp("/problems");
  const list = await screen.findByRole("list", { name: "Problems" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(3);
  expect(within(list).getByText("crm.example.com is there, but nothing answers at that port")).toBeDefined();
  expect(within(list).getByText("12 messages are waiting. Nothing is lost.")).toBeDefined();
  expect(screen.getByText("1 solved in the last 30 days")).toBeDefined();
});

it("mends a problem with one press and says what was done", async () => {
  const { backend } = renderApp("/problems");
  fireEvent.click(await screen.findByRole("button", { name: "Try now" }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({ command: "problem.remedy", payload: { id: "p1", action: "retry" } }),
  );
  await screen.findByText("2 solved in the last 30 days");
  // The row has moved away with its problem; what was done is told all the same.
  expect(await screen.findByText("Trying now; 1 message waits.")).toBeDefined();
});

it("offers to send what is left of a solved problem, and to leave it out", async () => {
  const backend = new FakeBackend();
  backend.problems.rows = [
    fakeProblem("p1", "HTTP-02", ["resend", "skip"], { state: "solved", solvedAt: Date.now(), failed: 2 }),
  ];
  renderApp("/problems?problem=p1", backend);
  const [list] = await screen.findAllByRole("group");
  const solved = within(list!);
  expect(solved.getByRole("button", { name: "Send 2 again" })).toBeDefined();
  expect(solved.getByRole("button", { name: "Leave them out" })).toBeDefined();
});

it("copies the letter to whoever can help, not our own sentences", async () => {
  const backend = new FakeBackend();
  backend.problems.rows = [fakeProblem("p1", "AUTH-02", ["copyNote", "checkAgain"])];
  renderApp("/problems", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Copy a note for whoever runs it" }));
  await waitFor(() => expect(backend.copied).toHaveLength(1));
  expect(backend.copied[0]).toContain("underscores_in_headers on;");
  expect(backend.copied[0]).toContain("crm.example.com");
});

it("leads to the very setting that mends it, folded away or not", async () => {
  const backend = new FakeBackend();
  backend.problems.rows = [fakeProblem("p1", "PORT-01", ["choosePort"])];
  const { unmount } = renderApp("/problems", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Choose another port" }));
  await waitFor(() => expect(window.location.hash).toContain("at=field-listen"));
  expect(window.location.hash).toContain("section=addresses");
  unmount();
  backend.problems.rows = [fakeProblem("p2", "AUTH-04", ["editSignIn"])];
  renderApp("/problems", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Edit the sign-in" }));
  await waitFor(() => expect(document.getElementById("field-headers")?.closest("details")?.open).toBe(true));
});

it("says that a slower speed is for all channels, and takes it back", async () => {
  const backend = new FakeBackend();
  backend.problems.rows = [fakeProblem("p1", "RATE-01", ["sendSlower"], { failed: 8 })];
  renderApp("/problems", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Send slower" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/This holds for all channels\.$/)).toBeDefined();
  fireEvent.click(dialog.getByRole("button", { name: "Send slower" }));
  fireEvent.click(await screen.findByRole("button", { name: /Undo/ }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({ command: "settings.update", payload: { concurrency: 16 } }),
  );
});

it("names a port without a separator", () => {
  const words = new Words("en");
  const sentence = { key: "problem-did-use-free-port", params: { port: "8788" }, english: "", tone: "good" as const };
  expect(words.sentence(sentence)).toBe("The relay listens at port 8788.");
});

it("asks before it sends many again, with their count", async () => {
  const { backend } = renderApp("/problems");
  fireEvent.click(await screen.findByRole("button", { name: "Send 4 again" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText(/^4 messages that were given up are sent again now/)).toBeDefined();
  fireEvent.click(within(dialog).getByRole("button", { name: "Send 4 again" }));
  await waitFor(() =>
    expect(backend.calls).toContainEqual({ command: "problem.remedy", payload: { id: "p3", action: "resend" } }),
  );
});

it("takes a new token in place, and shows why it does not help", async () => {
  const backend = new FakeBackend();
  backend.answers["problem.remedy"] = ({ id }) => ({
    problem: fakeProblem(id, "AUTH-01", ["newToken"]),
    sentence: null,
    error: { code: "AUTH-01", message: "", params: { platform: "Chatwoot" } },
  });
  renderApp("/problems", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Paste a new token" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText("New token"), { target: { value: " a token " } });
  fireEvent.click(dialog.getByRole("button", { name: "Test and save the token" }));
  expect(await dialog.findByText("Chatwoot does not accept this token.")).toBeDefined();
  expect(screen.queryByText(/The token is saved/)).toBeNull();
  expect(backend.calls).toContainEqual({
    command: "problem.remedy",
    payload: { id: "p2", action: "newToken", value: "a token" },
  });
});

it("opens a problem beside the list, where somebody says that they know", async () => {
  const { backend } = renderApp("/problems?problem=p1");
  const pane = within(await screen.findByRole("region", { name: "Problem" }));
  expect(await pane.findByText("NET-05")).toBeDefined();
  fireEvent.click(pane.getByRole("button", { name: "I know about it" }));
  await pane.findByRole("button", { name: "Count it again" });
  fireEvent.click(pane.getByRole("button", { name: "Copy for support" }));
  await waitFor(() => expect(backend.copied).toHaveLength(1));
});

it("says so when nothing needs anybody", async () => {
  const backend = new FakeBackend();
  backend.problems.rows = [];
  renderApp("/problems", backend);
  expect(await screen.findByText("Nothing needs you")).toBeDefined();
});

it("keeps what was noted, with the way to its problem", async () => {
  renderApp("/problems?tab=activity");
  const noted = await screen.findByRole("link", { name: /^Website chat: crm.example.com is there/ });
  fireEvent.click(noted);
  expect(await screen.findByRole("region", { name: "Problem" })).toBeDefined();
});

it("puts a problem that changed where it belongs", () => {
  const rows = [
    fakeProblem("a", "NET-05", ["retry"], { lastAt: 2 }),
    fakeProblem("b", "NET-06", ["retry"], { lastAt: 1 }),
  ];
  expect(placed(rows, fakeProblem("b", "NET-06", ["retry"], { lastAt: 3 })).map(({ id }) => id)).toEqual(["b", "a"]);
  expect(
    placed(rows, fakeProblem("a", "NET-05", ["retry"], { lastAt: 9, state: "solved" })).map(({ id }) => id),
  ).toEqual(["b", "a"]);
});

it("lists bulk sends that ended among what was noted, and none twice", () => {
  const backend = new FakeBackend();
  backend.bulks.begin();
  const [some] = backend.bulks.answer("bulk.list", {}) as BulkView[];
  const bulk = (id: string, endedAt: number | null) => ({ ...some!, id, endedAt });
  const now = Date.now();
  const row = {
    id: "r",
    at: now - 50,
    sentence: { key: "", params: {}, english: "", tone: "neutral" as const },
    problem: null,
  };
  const bulks = [bulk("new", now - 10), bulk("runs", null), bulk("older", now - 90)];
  expect(linesOf([row], bulks).map(({ id }) => id)).toEqual(["bulk-new", "r", "bulk-older"]);
  expect(linesOf([row], bulks, true).map(({ id }) => id)).toEqual(["bulk-new", "r"]);
});

it("is found in the palette by its title, and leads to its pane", async () => {
  renderApp("/");
  fireEvent.keyDown(await screen.findByRole("heading", { name: "Home" }), { code: "KeyK", ctrlKey: true });
  const search = await screen.findByRole("textbox", { name: "Go to, do or look up anything" });
  expect(screen.getByRole("button", { name: /^Problems/ })).toBeDefined();
  fireEvent.change(search, { target: { value: "accept token" } });
  fireEvent.click(await screen.findByRole("button", { name: "Chatwoot does not accept this token" }));
  expect(await screen.findByRole("region", { name: "Problem" })).toBeDefined();
});
