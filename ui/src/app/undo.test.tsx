import { notifications } from "@mantine/notifications";
import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useEffect } from "react";

import { BackendError } from "../backend";
import { Words } from "../strings/text";
import { renderPart } from "../test/screen";
import { Notes } from "./say";
import { ShortcutsProvider } from "./shortcuts";
import { UNDO_MS, useUndo } from "./undo";

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  act(() => notifications.clean());
  vi.useRealTimers();
});

let offerUndo: ReturnType<typeof useUndo>;
function Offers() {
  const offers = useUndo();
  useEffect(() => {
    offerUndo = offers;
  });
  return null;
}
const show = () =>
  renderPart(
    <ShortcutsProvider>
      <Offers />
      <Notes />
    </ShortcutsProvider>,
  );
const offer = (reverse: () => Promise<unknown>) =>
  act(() => offerUndo({ done: { kind: "channel-paused", params: { name: "Sales" } }, reverse }));

it("takes back what was done, says so, and keeps both in the activity", async () => {
  const { backend } = show();
  const reverse = vi.fn(async () => undefined);
  offer(reverse);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  const note = await screen.findByText("It is as it was before.");
  // It interrupted whoever listens like an error, and its close button had no name.
  expect(note.closest('[role="alert"]')).toBeNull();
  expect(note.closest('[role="status"]')).not.toBeNull();
  expect(screen.getByRole("button", { name: "Close" })).toBeDefined();
  expect(reverse).toHaveBeenCalledTimes(1);
  const words = new Words("de");
  expect(backend.problems.activity.slice(0, 2).map(({ sentence }) => words.sentence(sentence))).toEqual([
    "Zurückgenommen: Sales pausiert.",
    "Sales pausiert.",
  ]);
});

it("does it for Ctrl and the key at Z as well, whatever letter that key writes", async () => {
  show();
  const reverse = vi.fn(async () => undefined);
  offer(reverse);
  await screen.findByText("Sales is paused.");
  fireEvent.keyDown(document.body, { code: "KeyZ", key: "я", ctrlKey: true });
  expect(await screen.findByText("It is as it was before.")).toBeDefined();
  expect(reverse).toHaveBeenCalledTimes(1);
});

it("goes after ten seconds, and not while it has the focus", async () => {
  show();
  offer(async () => undefined);
  const button = await screen.findByRole("button", { name: "Undo" });
  act(() => button.focus());
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS * 3));
  expect(screen.getByText("Sales is paused.")).toBeDefined();
  act(() => button.blur());
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS + 1_000));
  expect(screen.queryByText("Sales is paused.")).toBeNull();
});

it("says why something could not be taken back, and lets it be tried again", async () => {
  show();
  offer(() => Promise.reject(new BackendError({ code: "ID-05", message: "gone" })));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("This does not exist here any more.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});
