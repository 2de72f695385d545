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
/** A file as a browser gives it, which knows its text. */
const settingsFile = () => Object.assign(new File(["{}"], "settings.json"), { text: () => Promise.resolve("{}") });
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
  fireEvent.click(await screen.findByRole("button", { name: "Save and delete" }));
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

it("asks with the counts before settings that keep less are saved", async () => {
  const { backend } = await open("/settings?section=keeping");
  const days = await screen.findByRole("textbox", { name: "Days the traffic log is kept" });
  fireEvent.change(days, { target: { value: "7" } });
  fireEvent.click(screen.getByRole("button", { name: "Save settings" }));
  const question = await screen.findByRole("dialog", { name: "Keep less and delete the rest?" });
  expect(await within(question).findByText(/12,304 rows of the log/)).toBeDefined();
  fireEvent.click(within(question).getByRole("button", { name: "Keep everything" }));
  expect(backend.settings.keepTrafficDays).toBe(30);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Save settings" }));
  fireEvent.click(await screen.findByRole("button", { name: "Save and delete" }));
  await waitFor(() => expect(backend.settings.keepTrafficDays).toBe(7));
});

it("takes over what is ticked, without the other computer's addresses unless they are", async () => {
  const { backend, container } = await open("/settings?section=backup");
  const choose = async () => {
    const input = container.ownerDocument.querySelector('input[accept="application/json,.json"]') as HTMLInputElement;
    fireEvent.change(input, { target: { files: [settingsFile()] } });
    return screen.findByRole("dialog");
  };
  const question = await choose();
  const address = await within(question).findByRole("checkbox", { name: "Setting Public address" });
  expect((address as HTMLInputElement).checked).toBe(false);
  fireEvent.click(within(question).getByRole("checkbox", { name: "Channel Sales" }));
  fireEvent.click(within(question).getByRole("button", { name: "Take over 2 changes" }));
  await screen.findByText("The settings were taken over.");
  expect(backend.keeping.taken.map(({ name }) => name)).toEqual(["timeoutMs", "Support → Sales"]);
});

it("says what goes with an import that is undone after its channels were used", async () => {
  const backend = new FakeBackend();
  backend.keeping.usedSince = true;
  const { container } = await open("/settings?section=backup", backend);
  const input = container.ownerDocument.querySelector('input[accept="application/json,.json"]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [settingsFile()] } });
  fireEvent.click(await screen.findByRole("button", { name: "Take over 3 changes" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText(/1 channel that was made has 3 conversations/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Undo, but keep these channels" }));
  expect(await screen.findByText(/^Undone\. 1 thing/)).toBeDefined();
  expect(backend.keeping.undone).toEqual({ withConversations: false });
});
