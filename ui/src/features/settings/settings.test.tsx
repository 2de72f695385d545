import { fireEvent, screen, waitFor, within } from "@testing-library/react";
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
