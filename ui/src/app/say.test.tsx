import { notifications } from "@mantine/notifications";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { BackendError, type Command } from "../backend";
import { FakeBackend } from "../backend/fake";
import { renderApp } from "../test/screen";

afterEach(() => act(() => notifications.clean()));

const refuse = (backend: FakeBackend, command: Command) => {
  backend.answers[command] = () => {
    throw new BackendError({ code: "DB-01", message: "In use." });
  };
};
const sentence = /^Another program is using the data/;

it("says why everything was not paused, and the note can be closed by name", async () => {
  const backend = new FakeBackend();
  refuse(backend, "relay.pause");
  renderApp("/", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Pause everything" }));
  // Nothing at all was shown: the button only stopped turning.
  fireEvent.click(await screen.findByRole("menuitem", { name: "Until I resume it" }));
  expect((await screen.findByText(sentence)).closest('[role="alert"]')).not.toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
});

it("says why a channel was not paused or copied, and why a destination was not tried", async () => {
  const backend = new FakeBackend();
  refuse(backend, "channel.update");
  const channel = renderApp("/channels?channel=c2", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Pause" }));
  expect(await screen.findByText(sentence)).toBeDefined();
  act(() => notifications.clean());
  channel.unmount();

  refuse(backend, "destination.retry");
  renderApp("/", backend);
  fireEvent.click((await screen.findAllByRole("button", { name: "Try now" }))[0] as HTMLElement);
  expect(await screen.findByText(sentence)).toBeDefined();
});

it("says it once, beside the button, where the screen shows it", async () => {
  const backend = new FakeBackend(0, []);
  refuse(backend, "demo.start");
  renderApp("/", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Try with sample traffic" }));
  expect(await screen.findByText(sentence)).toBeDefined();
  expect(screen.getAllByText(sentence)).toHaveLength(1);
  expect(screen.getByText(sentence).closest(".mantine-Notification-root")).toBeNull();
});
