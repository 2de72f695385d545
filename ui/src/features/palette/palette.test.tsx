import { notifications } from "@mantine/notifications";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import { FakeBackend, FakeDesktop } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { openPalette } from "./Palette";

// A window goes back to where the one before it was.
beforeEach(() => localStorage.clear());
afterEach(() => act(() => notifications.clean()));

async function choose(typed: string, name: RegExp | string) {
  act(() => openPalette());
  fireEvent.change(await screen.findByRole("textbox", { name: "Go to, do or look up anything" }), {
    target: { value: typed },
  });
  // Banners have buttons of the same name.
  fireEvent.click(await within(screen.getByRole("dialog", { name: "Command palette" })).findByRole("button", { name }));
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Go to, do or look up anything" })).toBeNull());
}

it("leads to single settings, and does what is done with the whole", async () => {
  const { backend } = renderApp("/");
  await screen.findByRole("heading", { name: "Home" });
  await choose("time-out of one", /^Time-out of one try/);
  expect(await screen.findByRole("heading", { name: "Delivery" })).toBeDefined();
  await choose("pause everything", "Pause everything: For 1 hour");
  await waitFor(() => expect(backend.calls.some(({ command }) => command === "relay.pause")).toBe(true));
  await choose("resume send", "Resume sending");
  await waitFor(() => expect(backend.calls.some(({ command }) => command === "relay.resume")).toBe(true));
  await choose("back up", "Back up now");
  expect(await screen.findByText("A backup was made.")).toBeDefined();
  await choose("report", "Create a report");
  expect(await screen.findByRole("heading", { name: "Diagnostics" })).toBeDefined();
  await choose("new bulk", "New bulk send");
  expect(await screen.findByRole("heading", { name: "New bulk send" })).toBeDefined();
});

it("ends the program where it is a window, and does not offer that in a browser", async () => {
  const backend = new FakeBackend();
  backend.desktop = new FakeDesktop();
  const window = renderApp("/", backend);
  await screen.findByRole("heading", { name: "Home" });
  await choose("quit", /^Quit Switchboard\s*Ctrl\+Q/);
  expect(await screen.findByRole("dialog", { name: "Quit Switchboard?" })).toBeDefined();
  window.unmount();
  renderApp("/");
  await screen.findByRole("heading", { name: "Home" });
  act(() => openPalette());
  fireEvent.change(await screen.findByRole("textbox", { name: "Go to, do or look up anything" }), {
    target: { value: "quit" },
  });
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Quit Switchboard/ })).toBeNull());
});
