import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { BackendError, type Status } from "../backend";
import { FakeBackend } from "../backend/fake";
import { renderApp } from "../test/screen";
import { signLook } from "./Frame";

it("has no style and no script written into its page, which the window's policy would turn against all the others", () => {
  const page = readFileSync(join(import.meta.dirname, "../../index.html"), "utf8");
  expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)/);
});

it("shows Home with the sentence, what is stopped, and what nobody claimed", async () => {
  const { backend } = renderApp("/");
  expect(
    await screen.findAllByText(
      /^2 of 4 channels are working\. ELMA365 sales: crm\.example\.com did not answer within 30 seconds; 12 messages are waiting\.$/,
    ),
  ).toHaveLength(2);
  expect(screen.getByText(/4 requests came to addresses/)).toBeDefined();
  expect(screen.getByText(/Nothing is sent to the endpoint of “ELMA365 sales”\. 12 messages wait\./)).toBeDefined();
  fireEvent.click(screen.getAllByRole("button", { name: "Try now" })[0] as HTMLElement);
  await waitFor(() => expect(backend.calls).toContainEqual({ command: "destination.retry", payload: { id: "d1" } }));
});

it("tells what was missed and what became of it, also where nothing can be done", async () => {
  const { backend } = renderApp("/");
  const missed = within(await screen.findByRole("region", { name: "Missed while nothing could be heard" }));
  expect(missed.getByText(/12 messages were missed and have been fetched/)).toBeDefined();
  expect(missed.getByText(/41 conversations looked at, 3 missed so far/)).toBeDefined();
  expect(missed.getByText(/Chatlake does not accept this token/)).toBeDefined();
  fireEvent.click(missed.getByRole("button", { name: "Try now" }));
  await waitFor(() => expect(backend.calls).toContainEqual({ command: "channel.catchUp", payload: { id: "c5" } }));
  fireEvent.click(missed.getByRole("button", { name: "Show 1 more" }));
  expect(missed.getAllByText(/this platform cannot be asked for it/)).toHaveLength(2);
});

it("offers the two ways to begin where there is no channel", async () => {
  const { backend } = renderApp("/", new FakeBackend(0, []));
  fireEvent.click(await screen.findByRole("button", { name: "Try with sample traffic" }));
  await waitFor(() => expect(backend.calls.some(({ command }) => command === "demo.start")).toBe(true));
  expect(await screen.findByRole("button", { name: "Remove the demo" })).toBeDefined();
  fireEvent.click(screen.getAllByRole("button", { name: "Add a channel" })[0] as HTMLElement);
  expect(await screen.findByRole("heading", { name: "Set up a channel" })).toBeDefined();
});

it("says why there is nothing to see when the engine cannot start, and tries again when asked", async () => {
  const backend = new FakeBackend();
  backend.answers["status.get"] = () => {
    throw new BackendError({ code: "DB-01", message: "In use." });
  };
  renderApp("/", backend);
  expect(await screen.findByRole("heading", { name: /Another program is using the data/ })).toBeDefined();
  delete backend.answers["status.get"];
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Home" })).toBeDefined();
});

it("does not give way to a file that is dropped beside the place for it", async () => {
  renderApp("/");
  const rail = await screen.findByRole("navigation");
  // False: somebody has prevented what the browser would do.
  expect(fireEvent.drop(rail, { dataTransfer: { types: ["Files"], files: [] } })).toBe(false);
  expect(fireEvent.drop(rail, { dataTransfer: { types: ["text/plain"] } })).toBe(true);
});

it("shows the sign of the tray in the rail, and tells a warning from a failure", () => {
  const said = (tone: Status["sentence"]["tone"]) => ({ key: "status", params: {}, english: "", tone });
  const bad = said("bad");
  // Every channel paused was "working", and a channel with problems too.
  expect(signLook({ sign: "paused", sentence: said("neutral") })[0]).toBe("relay-paused");
  expect(signLook({ sign: "problem", sentence: said("good") })).toEqual(["relay-attention", "triangle", "amber"]);
  expect(signLook({ sign: "problem", sentence: bad })[0]).toBe("relay-problem");
  expect(signLook({ sign: "stopped", sentence: bad })[0]).toBe("relay-stopped");
  expect(signLook({ sign: "working", sentence: bad })[0]).toBe("relay-working");
});

it("tells the state of the relay at the foot of the rail", async () => {
  renderApp("/");
  const rail = await screen.findByRole("navigation");
  await waitFor(() => expect(within(rail).getByRole("status").textContent).toBe("Problem"));
});

it("keeps what was typed until the admin says to leave it", async () => {
  renderApp("/channels?channel=c1");
  const name = await screen.findByLabelText(/^Name/);
  fireEvent.change(name, { target: { value: "Other" } });
  fireEvent.click(screen.getByRole("link", { name: "Home" }));
  fireEvent.click(await screen.findByRole("button", { name: "Keep editing" }));
  // The question that was answered takes a moment to go.
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect((screen.getByLabelText(/^Name/) as HTMLInputElement).value).toBe("Other");
  fireEvent.click(screen.getByRole("link", { name: "Home" }));
  fireEvent.click(await screen.findByRole("button", { name: "Leave without saving" }));
  expect(await screen.findByRole("heading", { name: "Home" })).toBeDefined();
});

it("tells of a backup that takes over at the next start, and calls it off", async () => {
  const backend = new FakeBackend();
  backend.keeping.ready = { at: 1_764_500_000_000, from: 1_764_400_000_000 };
  renderApp("/channels", backend);
  expect(await screen.findByText(/takes over at the next start/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Call it off" }));
  await waitFor(() => expect(screen.queryByText(/takes over at the next start/)).toBeNull());
});
