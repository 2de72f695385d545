import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { act } from "react";
import { beforeEach, expect, it } from "vitest";

import { FakeBackend, FakeDesktop } from "../../backend/fake";
import { renderApp } from "../../test/screen";

// A window goes back to where the one before it was.
beforeEach(() => localStorage.clear());

function onDesktop(tray = true) {
  const backend = new FakeBackend();
  backend.desktop = new FakeDesktop(tray);
  return { backend, desktop: backend.desktop };
}

it("asks once what closing the window means, names what waits, and remembers the answer", async () => {
  const { backend, desktop } = onDesktop();
  renderApp("/", backend);
  await screen.findByRole("heading", { name: "Home" });
  act(() => desktop.tell({ type: "ask", guard: false, tray: true }));
  const dialog = within(await screen.findByRole("dialog", { name: "Close the window" }));
  await waitFor(() => expect(desktop.answers).toEqual(["shown"]));
  expect(await dialog.findByText(/^12 messages wait to be sent\./)).toBeDefined();
  expect(dialog.getByText(/“CRM” is at 412 of 1,284\./)).toBeDefined();
  fireEvent.click(dialog.getByRole("button", { name: "Keep relaying in the background" }));
  await waitFor(() => expect(desktop.answers).toEqual(["shown", "background"]));
  expect(backend.calls).toContainEqual({ command: "settings.update", payload: { closeTo: "tray" } });
});

it("remembers nothing where it is told not to, and nothing when the question is dropped", async () => {
  const { backend, desktop } = onDesktop(false);
  renderApp("/", backend);
  await screen.findByRole("heading", { name: "Home" });
  act(() => desktop.tell({ type: "ask", guard: false, tray: false }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/no system tray/)).toBeDefined();
  expect(dialog.getByRole("button", { name: "Keep relaying, minimise the window" })).toBeDefined();
  fireEvent.click(dialog.getByRole("checkbox"));
  fireEvent.click(dialog.getByRole("button", { name: "Quit Switchboard" }));
  await waitFor(() => expect(desktop.answers).toEqual(["shown", "quit"]));
  act(() => desktop.tell({ type: "ask", guard: false, tray: false }));
  fireEvent.keyDown(await screen.findByRole("dialog"), { key: "Escape" });
  await waitFor(() => expect(desktop.answers).toEqual(["shown", "quit", "shown", "stay"]));
  expect(backend.calls.some(({ command }) => command === "settings.update")).toBe(false);
});

it("quits by the place of the key, and asks while something is left undone", async () => {
  const { backend, desktop } = onDesktop();
  renderApp("/", backend);
  await screen.findByRole("heading", { name: "Home" });
  fireEvent.keyDown(document.body, { code: "KeyQ", key: "й", ctrlKey: true });
  const dialog = within(await screen.findByRole("dialog", { name: "Quit Switchboard?" }));
  expect(dialog.queryByRole("checkbox")).toBeNull();
  fireEvent.click(dialog.getByRole("button", { name: "Keep running in the background" }));
  await waitFor(() => expect(desktop.answers).toEqual(["shown", "background"]));
});

it("makes everything larger and smaller by the signs of keys, and only in a window", async () => {
  const { backend } = onDesktop();
  const { unmount } = renderApp("/", backend);
  await screen.findByRole("heading", { name: "Home" });
  const press = (key: string) => fireEvent.keyDown(document.body, { key, ctrlKey: true });
  press("+");
  await waitFor(() => expect(backend.settings.zoom).toBe(110));
  press("=");
  await waitFor(() => expect(backend.settings.zoom).toBe(125));
  press("-");
  await waitFor(() => expect(backend.settings.zoom).toBe(110));
  press("0");
  await waitFor(() => expect(backend.settings.zoom).toBe(100));
  unmount();
  const { backend: inBrowser } = renderApp("/");
  await screen.findByRole("heading", { name: "Home" });
  expect(fireEvent.keyDown(document.body, { key: "+", ctrlKey: true })).toBe(true);
  expect(inBrowser.settings.zoom).toBe(100);
});

it("goes where the tray wants it to", async () => {
  const { backend, desktop } = onDesktop();
  renderApp("/", backend);
  await screen.findByRole("heading", { name: "Home" });
  act(() => desktop.tell({ type: "go", to: "/bulk" }));
  expect(await screen.findByRole("heading", { name: "Bulk sends" })).toBeDefined();
});

it("pauses everything from the rail and resumes it from the banner", async () => {
  const { backend } = renderApp("/");
  fireEvent.click(await screen.findByRole("button", { name: "Pause everything" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Until I resume it" }));
  expect((await screen.findAllByText(/^Everything is paused until you resume it\./)).length).toBeGreaterThan(0);
  expect(backend.calls).toContainEqual({ command: "relay.pause", payload: {} });
  fireEvent.click(screen.getAllByRole("button", { name: "Resume sending" })[0] as HTMLElement);
  await screen.findByRole("button", { name: "Pause everything" });
});

it("has settings of the desktop in the window and none in a browser", async () => {
  const { backend, desktop } = onDesktop(false);
  const { unmount } = renderApp("/settings?section=desktop", backend);
  expect(await screen.findByText(/minimised instead of hidden/)).toBeDefined();
  fireEvent.click(screen.getByRole("switch", { name: /^Start with this computer/ }));
  await waitFor(() => expect(desktop.now.autostart).toBe(true));
  fireEvent.click(screen.getByRole("switch", { name: /^Start without the window/ }));
  await waitFor(() => expect(backend.settings.startHidden).toBe(true));
  fireEvent.click(screen.getByRole("radio", { name: "Keep relaying" }));
  await waitFor(() => expect(backend.settings.closeTo).toBe("tray"));
  fireEvent.click(screen.getByRole("switch", { name: /^Quiet hours/ }));
  fireEvent.change(await screen.findByLabelText("To"), { target: { value: "390" } });
  await waitFor(() => expect([backend.settings.quietFrom, backend.settings.quietTo]).toEqual([1_320, 390]));
  unmount();
  renderApp("/settings?section=desktop");
  expect(await screen.findByText(/^These screens run in a browser\./)).toBeDefined();
  expect(screen.queryByRole("switch")).toBeNull();
});

it("quits by a button and by the key the admin gave it, and lists that only where there is a window", async () => {
  const { backend, desktop } = onDesktop();
  backend.settings.shortcuts = { quit: "Mod+Shift+KeyQ" };
  const { unmount } = renderApp("/settings?section=desktop", backend);
  const button = await screen.findByRole("button", { name: "Quit Switchboard" });
  await waitFor(() => expect(button.title).toBe("Quit Switchboard (Ctrl+Shift+Q)"));
  fireEvent.click(button);
  fireEvent.click(await screen.findByRole("button", { name: "Keep running in the background" }));
  await waitFor(() => expect(desktop.answers).toEqual(["shown", "background"]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.keyDown(document.body, { code: "KeyQ", ctrlKey: true });
  fireEvent.keyDown(document.body, { code: "KeyQ", ctrlKey: true, shiftKey: true });
  expect(await screen.findByRole("dialog", { name: "Quit Switchboard?" })).toBeDefined();
  unmount();
  renderApp("/settings?section=shortcuts");
  expect(await screen.findByRole("button", { name: /^Change the key: Export/ })).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Change the key: Quit/ })).toBeNull();
});
