import { notifications } from "@mantine/notifications";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { FakeBackend } from "../../backend/fake";
import { renderApp } from "../../test/screen";

const open = async (at = "/settings", backend = new FakeBackend()) => {
  const view = renderApp(at, backend);
  await screen.findByRole("navigation", { name: "Sections of the settings" });
  return { ...view, backend };
};
const entry = (name: string) =>
  within(screen.getByRole("navigation", { name: "Sections of the settings" })).getByRole("link", { name });

it("keeps what was typed while other sections are looked at, and saves all of it at once", async () => {
  const { backend } = await open("/settings?section=delivery");
  fireEvent.change(await screen.findByRole("textbox", { name: "Time-out of one try" }), { target: { value: "1 min" } });
  fireEvent.click(entry("Keeping and privacy"));
  fireEvent.change(await screen.findByRole("textbox", { name: "Days the traffic log is kept" }), {
    target: { value: "7" },
  });
  expect(screen.getByText("Not saved yet")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Save settings" }));
  await waitFor(() => expect(backend.settings).toMatchObject({ timeoutMs: 60_000, keepTrafficDays: 7 }));
  await waitFor(() => expect(screen.queryByText("Not saved yet")).toBeNull());
});

it("leads to the field that cannot be read, wherever it is", async () => {
  await open("/settings?section=delivery");
  fireEvent.change(await screen.findByRole("textbox", { name: "Time-out of one try" }), { target: { value: "soon" } });
  fireEvent.click(entry("About"));
  fireEvent.click(screen.getByRole("button", { name: "Save settings" }));
  const field = await screen.findByRole("textbox", { name: "Time-out of one try" });
  expect(field.getAttribute("aria-invalid")).toBe("true");
});

it("asks before the screen is left with something unsaved", async () => {
  await open("/settings?section=addresses");
  fireEvent.change(await screen.findByRole("textbox", { name: "Public address" }), { target: { value: "x.example" } });
  fireEvent.click(screen.getByRole("link", { name: "Channels" }));
  expect(await screen.findByRole("dialog")).toBeDefined();
});

it("finds a setting by a word and goes to it", async () => {
  await open();
  const search = screen.getByRole("searchbox", { name: "Search settings" });
  fireEvent.change(search, { target: { value: "proxy" } });
  fireEvent.click(await screen.findByRole("link", { name: /^Proxy/ }));
  expect(await screen.findByRole("heading", { name: "Network" })).toBeDefined();
  fireEvent.change(search, { target: { value: "qwertz" } });
  expect(await screen.findByText("No setting has these words")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Clear the search" }));
  expect(await screen.findByRole("heading", { name: "Network" })).toBeDefined();
});

it("changes one key in what there is now, and takes back that one alone", async () => {
  const { backend } = await open("/settings?section=shortcuts");
  const remove = await screen.findByRole("button", { name: "Take the key away: Home" });
  // Given in another window since this page read the settings; the whole map of this page overwrote it.
  backend.settings = { ...backend.settings, shortcuts: { export: "Mod+KeyB" } };
  fireEvent.click(remove);
  await waitFor(() => expect(backend.settings.shortcuts).toEqual({ export: "Mod+KeyB", home: "" }));
  backend.settings = { ...backend.settings, shortcuts: { ...backend.settings.shortcuts, bulk: "Mod+KeyY" } };
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(backend.settings.shortcuts).toEqual({ export: "Mod+KeyB", bulk: "Mod+KeyY" }));
  act(() => notifications.clean());
});

it("changes what is kept of one channel without a word on the others", async () => {
  const { backend } = await open("/settings?section=keeping");
  const select = await screen.findByRole("combobox", { name: /Website chat/ });
  backend.settings = { ...backend.settings, privacyOf: { c1: "metadataOnly" } };
  fireEvent.click(select);
  const [, ofSecond] = await screen.findAllByRole("option", { name: "Without text", hidden: true });
  fireEvent.click(ofSecond as HTMLElement);
  await waitFor(() => expect(backend.settings.privacyOf).toEqual({ c1: "metadataOnly", c2: "withoutText" }));
});
