import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { BackendError } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { fakeJourney } from "../../backend/fake/journey";
import { Words } from "../../strings/text";
import { renderApp } from "../../test/screen";
import { asText } from "./plain";

function delivered() {
  const backend = new FakeBackend(0);
  const row = backend.push({ kind: "message.received", channel: "c1", result: "delivered", source: "platform" });
  return { backend, row };
}

it("says the journey in a sentence and lists its steps", async () => {
  const { backend, row } = delivered();
  renderApp(`/traffic/journey/${row.id}`, backend);
  expect(
    await screen.findByText(/^Delivered to crm\.example\.com 5\.5 min after it came, at the second try\.$/),
  ).toBeDefined();
  const steps = within(screen.getByRole("list", { name: "Steps" })).getAllByRole("listitem");
  expect(steps).toHaveLength(5);
  expect(steps[1]?.textContent).toContain("Stored and answered 200 within 37 ms");
  expect(steps[1]?.textContent).toContain("Chatwoot waits 5 sec: fine");
  expect(steps[2]?.textContent).toContain("slow");
  expect(steps[3]?.textContent).toContain("Waits 5 min before the next try");
});

it("shows only what went wrong, and where the time of a step went", async () => {
  const { backend, row } = delivered();
  renderApp(`/traffic/journey/${row.id}`, backend);
  fireEvent.click(await screen.findByText("1 that went wrong"));
  const list = screen.getByRole("list", { name: "Steps" });
  await waitFor(() => expect(within(list).getAllByRole("listitem")).toHaveLength(1));
  const more = within(list).getByRole("button", { name: "Details" });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(more);
  expect(await within(list).findByText(/^Where the time went/)).toBeDefined();
});

it("is copied and saved as text", async () => {
  const { backend, row } = delivered();
  renderApp(`/traffic/journey/${row.id}`, backend);
  fireEvent.click(await screen.findByRole("button", { name: "Copy as text" }));
  await waitFor(() => expect(backend.copied).toHaveLength(1));
  expect(backend.copied[0]).toContain("✗ Switchboard → Your endpoint: Try 1:");
  fireEvent.click(screen.getByRole("button", { name: "Save as text" }));
  await waitFor(() => expect(backend.saved).toHaveLength(1));
  const asked = backend.calls.find(({ command }) => command === "export.create")?.payload;
  expect(asked).toMatchObject({ format: "txt", what: { kind: "text", name: `journey-${row.id}` } });
});

it("is written out in the language of the screen", () => {
  const { backend, row } = delivered();
  const text = asText(fakeJourney(backend.detail(row)), new Words("de"));
  expect(text).toContain("nach dem Eingang an crm.example.com zugestellt, beim zweiten Versuch.");
  expect(text).toContain("Switchboard → Ihr Endpunkt");
});

it("stands in the pane of an exchange, and goes on as news comes", async () => {
  const { backend, row } = delivered();
  renderApp(`/traffic?exchange=${row.id}`, backend);
  fireEvent.click(await screen.findByRole("tab", { name: "Journey" }));
  await screen.findByRole("list", { name: "Steps" });
  const asked = () => backend.calls.filter(({ command }) => command === "journey.get").length;
  const before = asked();
  backend.announce({ type: "exchange", row });
  await waitFor(() => expect(asked()).toBeGreaterThan(before));
  fireEvent.click(screen.getByRole("tab", { name: "Summary" }));
});

it("says so when the message is no longer there", async () => {
  const backend = new FakeBackend(0);
  backend.answers["journey.get"] = () => {
    throw new BackendError({ code: "ID-05", message: "Gone." });
  };
  renderApp("/traffic/journey/0000000000000", backend);
  expect(await screen.findByText("This message is no longer in the log")).toBeDefined();
});
