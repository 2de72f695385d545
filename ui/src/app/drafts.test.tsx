import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { FakeBackend, FakeDesktop } from "../backend/fake";
import { renderApp } from "../test/screen";
import { readDraft } from "./drafts";

beforeEach(() => localStorage.clear());

const typed = () => screen.findByLabelText<HTMLInputElement>(/^Name/);

/** Ends the page without leaving the form, as closing the window does. */
function endPage(unmount: () => void) {
  const storage = { ...localStorage };
  unmount();
  for (const [key, value] of Object.entries(storage)) localStorage.setItem(key, value as string);
}

it("offers what was typed into a channel after the page was made anew, and takes it up", async () => {
  const { unmount } = renderApp("/channels?channel=c1");
  fireEvent.change(await typed(), { target: { value: "Other" } });
  await waitFor(() => expect(readDraft("channel-c1", Date.now())?.values).toEqual({ name: "Other" }));
  endPage(unmount);

  renderApp("/channels?channel=c1");
  expect((await typed()).value).toBe("ELMA365 sales");
  expect(screen.getByText(/^Your unfinished changes of .* are still here\. Secrets/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Take them up" }));
  expect((await typed()).value).toBe("Other");
  expect(screen.queryByText(/^Your unfinished changes/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Discard" }));
  await waitFor(() => expect(readDraft("channel-c1", Date.now())).toBeUndefined());
});

it("forgets what was discarded, and what was left on purpose", async () => {
  localStorage.setItem("switchboard-draft-link", JSON.stringify({ at: Date.now(), values: { customers: "c2" } }));
  const { unmount } = renderApp("/channels/links?create=true");
  fireEvent.click(await screen.findByRole("button", { name: "Discard them" }));
  expect(readDraft("link", Date.now())).toBeUndefined();
  unmount();
  const left = renderApp("/channels?channel=c1");
  fireEvent.change(await typed(), { target: { value: "Other" } });
  await waitFor(() => expect(readDraft("channel-c1", Date.now())).toBeDefined());
  left.unmount();
  expect(readDraft("channel-c1", Date.now())).toBeUndefined();
});

it("passes over what is old or was not written by it", () => {
  localStorage.setItem("switchboard-draft-link", JSON.stringify({ at: 0, values: { mode: "copy" } }));
  expect(readDraft("link", Date.now())).toBeUndefined();
  expect(readDraft("link", 1_000)).toEqual({ at: 0, values: { mode: "copy" } });
  localStorage.setItem("switchboard-draft-link", "{");
  expect(readDraft("link", 0)).toBeUndefined();
});

it("goes back to where a window was, and leaves a browser to its address", async () => {
  const inWindow = () => {
    const backend = new FakeBackend();
    backend.desktop = new FakeDesktop();
    return backend;
  };
  const { unmount } = renderApp("/problems?tab=activity", inWindow());
  await waitFor(() => expect(localStorage.getItem("switchboard-place")).toContain("tab=activity"));
  unmount();
  const again = renderApp("", inWindow());
  expect(await screen.findByRole("heading", { name: "Problems" })).toBeDefined();
  again.unmount();
  renderApp("");
  expect(await screen.findByRole("heading", { name: "Home" })).toBeDefined();
});
