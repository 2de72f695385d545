import { createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { BackendError } from "../../backend";
import { FakeBackend, trouble } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { LARGEST } from "../../components/attachments";
import { stateOf } from "./Messages";

async function begin(backend = new FakeBackend()) {
  renderApp("/channels/c2/customer", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Write as a customer" }));
  const box = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Write a message" });
  return { backend, box };
}

const sends = (backend: FakeBackend) =>
  backend.calls.filter(({ command }) => command === "customer.send").map(({ payload }) => payload);

it("says beforehand that operators will see it, and lets nobody write until that was read", async () => {
  renderApp("/channels/c2/customer");
  expect(await screen.findByText("Operators will see what you write")).toBeDefined();
  expect(screen.queryByRole("textbox", { name: "Write a message" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Write as a customer" }));
  expect(screen.getByRole("textbox", { name: "Write a message" })).toBeDefined();
  expect(screen.queryByText("Operators will see what you write")).toBeNull();
});

it("sends with Enter, begins a line with Shift and Enter, and shows what became of it and the answer", async () => {
  const { backend, box } = await begin();
  fireEvent.change(box, { target: { value: "Where is my order?" } });
  fireEvent.keyDown(box, { key: "Enter", shiftKey: true });
  // Enter that ends the composing of a letter sends nothing.
  const composing = createEvent.keyDown(box, { key: "Enter" });
  Object.defineProperty(composing, "isComposing", { value: true });
  fireEvent(box, composing);
  expect(sends(backend)).toEqual([]);
  fireEvent.keyDown(box, { key: "Enter" });
  await waitFor(() => expect(sends(backend)).toEqual([{ channel: "c2", text: "Where is my order?" }]));
  const log = within(await screen.findByRole("log"));
  expect(log.getByText("Where is my order?")).toBeDefined();
  await waitFor(() => expect(box.value).toBe(""));
  expect(await log.findByText("Read")).toBeDefined();
  expect(await log.findByText("You wrote: Where is my order?")).toBeDefined();
  expect(log.getByText("Olga Petrova")).toBeDefined();
});

it("sends no empty message", async () => {
  const { backend, box } = await begin();
  fireEvent.change(box, { target: { value: "   " } });
  fireEvent.keyDown(box, { key: "Enter" });
  fireEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(sends(backend)).toEqual([]);
});

it("brings files in when they are chosen, and sends them once they are in", async () => {
  const { backend } = await begin();
  const chooser = document.querySelector("input[type=file]") as HTMLInputElement;
  const huge = new File(["x"], "film.mp4");
  Object.defineProperty(huge, "size", { value: LARGEST + 1 });
  fireEvent.change(chooser, { target: { files: [new File(["%PDF"], "invoice.pdf"), huge] } });
  const files = within(screen.getByRole("list", { name: "Files to be sent" }));
  expect(await files.findByText("Larger than 40 MB")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(sends(backend)).toEqual([]);
  fireEvent.click(files.getByRole("button", { name: "Do not send film.mp4" }));
  await waitFor(() => expect(files.queryByLabelText("Being brought in")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(sends(backend)).toEqual([{ channel: "c2", files: ["f1"] }]));
  const link = await screen.findByRole("link", { name: "invoice.pdf" });
  fireEvent.click(link);
  expect(backend.opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:8787\/file\/f1\//)]);
});

it("keeps what could not be sent, and a file that was refused says why", async () => {
  const { backend, box } = await begin();
  backend.answers["customer.send"] = () => {
    throw new BackendError({ code: "RATE-02", message: "Later." });
  };
  fireEvent.change(box, { target: { value: "Hello" } });
  fireEvent.keyDown(box, { key: "Enter" });
  expect(await screen.findByText(/More messages are coming in/)).toBeDefined();
  expect(box.value).toBe("Hello");
  backend.upload = () => Promise.reject(new BackendError({ code: "DB-03", message: "Full." }));
  fireEvent.drop(box, { dataTransfer: { types: ["Files"], files: [new File(["x"], "a.txt")] } });
  expect(await screen.findByText(/The disk is full/)).toBeDefined();
});

it("shows hostile text as text, opens no hostile address, and says why something failed or waits", async () => {
  const backend = new FakeBackend();
  const url = "javascript:alert(1)";
  backend.chats.add("c2", {
    text: "<img src=x onerror=alert(1)>",
    exchange: "x1",
    state: "failed",
    error: trouble("NET-06", { host: "app.chatwoot.com", seconds: "30" }),
    files: [{ id: null, name: "<b>.txt", contentType: null, size: 3, url, error: null }],
  });
  backend.chats.add("c2", { text: "Second", state: "waitingForPlatform" });
  backend.chats.add("c2", { text: "Third", state: "skipped", skipped: "circle" });
  renderApp("/channels/c2/customer", backend);
  const log = within(await screen.findByRole("log"));
  expect(log.getByText("<img src=x onerror=alert(1)>")).toBeDefined();
  expect(document.querySelector("img[src=x]")).toBeNull();
  expect(log.getByText("<b>.txt").closest("a")).toBeNull();
  expect(log.getByText(/did not answer within 30 seconds/)).toBeDefined();
  expect(log.getByText("Something must come from the platform first.")).toBeDefined();
  expect(log.getByText(/carried it back to a channel/)).toBeDefined();
  expect(log.getByRole("link", { name: "Show in Traffic" }).getAttribute("href")).toContain("exchange=x1");
});

it("says where nothing can be written, and why", async () => {
  renderApp("/channels/c3/customer");
  expect(await screen.findByRole("heading", { name: "Nobody can write here" })).toBeDefined();
  expect(screen.getByText(/Userlike cannot be answered/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Write as a customer" })).toBeNull();
  expect(screen.queryByText("Nothing written yet")).toBeNull();
});

it("says what is missing before somebody can write, and leads to it", async () => {
  const backend = new FakeBackend();
  backend.answers["customer.get"] = ({ channel }) => ({
    channel,
    chat: null,
    error: trouble("LINK-04", { channel: "ELMA365 sales" }),
    canClean: false,
    messages: [],
  });
  renderApp("/channels/c1/customer", backend);
  expect(await screen.findByText(/does not know the channel “ELMA365 sales”/)).toBeDefined();
  fireEvent.click(screen.getByRole("link", { name: "Open the channel" }));
  expect(await screen.findByRole("region", { name: "Channel ELMA365 sales" })).toBeDefined();
});

it("is cleaned up after a question that says what stays", async () => {
  const backend = new FakeBackend();
  backend.chats.add("c1", { text: "Hello" });
  renderApp("/channels/c1/customer", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Clean up" }));
  const question = within(await screen.findByRole("dialog"));
  expect(question.getByText(/ELMA365 keeps what was written/)).toBeDefined();
  fireEvent.click(question.getByRole("button", { name: "Clean up" }));
  expect(await screen.findByRole("heading", { name: "Nothing written yet" })).toBeDefined();
});

it("is reached from a channel's menu and its editor, and leads back", async () => {
  renderApp("/channels?channel=c2");
  fireEvent.click(await screen.findByRole("button", { name: "Try it as a customer" }));
  const pane = within(await screen.findByRole("region", { name: "Practice customer" }));
  fireEvent.click(pane.getByRole("button", { name: "Close" }));
  fireEvent.click(await screen.findByRole("button", { name: "More for Website chat" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Try it as a customer" }));
  expect(await screen.findByRole("region", { name: "Practice customer" })).toBeDefined();
});

it("takes the platform's word for what became of a message", () => {
  expect(stateOf({ state: "delivered", status: "read" })).toBe("read");
  expect(stateOf({ state: "delivered", status: "failed" })).toBe("failed");
  expect(stateOf({ state: "sending", status: "sent" })).toBe("sending");
});
