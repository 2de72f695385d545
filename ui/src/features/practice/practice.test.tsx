import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import type { ExchangeDetail } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { renderApp } from "../../test/screen";
import { alike, comparable, differences } from "./compare";

it("lets a channel send to the practice endpoint and back", async () => {
  const backend = new FakeBackend(0);
  const before = backend.channels[0]?.callbackUrl;
  renderApp("/channels/c1/practice", backend);
  fireEvent.click(await screen.findByRole("button", { name: "Use it for this channel" }));
  expect(await screen.findByText(/^This channel sends to its practice endpoint/)).toBeDefined();
  expect(backend.channels[0]?.callbackUrl).toBe("http://127.0.0.1:40123/");
  const got = within(await screen.findByRole("list", { name: "Requests to the practice endpoint" }));
  fireEvent.click(got.getByRole("button", { name: "Details" }));
  expect(await got.findByText(/^Signed with this channel/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: `Send to ${String(before)} again` }));
  await waitFor(() => expect(backend.channels[0]?.callbackUrl).toBe(before));
});

it("asks before a sample reaches the admin's own program, and not where it cannot", async () => {
  const backend = new FakeBackend(0);
  renderApp("/channels/c1/practice", backend);
  const part = within(await screen.findByRole("region", { name: "Samples of the platform" }));
  expect(await part.findByText(/will get this message/)).toBeDefined();
  expect(part.queryByRole("button", { name: "Send the sample" })).toBeNull();
  fireEvent.click(part.getByRole("button", { name: "My program may get it" }));
  fireEvent.click(part.getByRole("button", { name: "Send the sample" }));
  expect(await part.findByText(/^Sent\. Our intake answered 200\./)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Use it for this channel" }));
  await waitFor(() => expect(part.queryByText(/will get this message/)).toBeNull());
  expect(part.getByRole("button", { name: "Send the sample" })).toBeDefined();
});

it("sends an exchange again only once it is agreed who will see it", async () => {
  const backend = new FakeBackend(0);
  const row = backend.push({ kind: "message.sent", channel: "c1", direction: "in", source: "platform" });
  renderApp(`/traffic?exchange=${row.id}`, backend);
  fireEvent.click(await screen.findByRole("button", { name: "Edit and resend" }));
  const dialog = within(await screen.findByRole("dialog"));
  const send = await dialog.findByRole("button", { name: "Send it" });
  expect(send).toHaveProperty("disabled", true);
  fireEvent.click(dialog.getByRole("checkbox", { name: "Your own program will get it" }));
  fireEvent.click(send);
  await waitFor(() => expect(backend.calls.some(({ command }) => command === "traffic.again")).toBe(true));
});

const detail = (change: Partial<ExchangeDetail["row"]>, request: Partial<ExchangeDetail["request"]> = {}) => {
  const backend = new FakeBackend(0);
  const made = backend.detail(
    backend.push({
      kind: "message.sent",
      channel: "c1",
      direction: "out",
      status: 200,
      code: null,
      tookUs: 5,
      ...change,
    }),
  );
  return { ...made, request: { ...made.request, ...request } };
};

it("tells what is different and never what was said", () => {
  const here = detail(
    { status: 422 },
    {
      headers: [
        ["content-type", "text/plain"],
        ["webhook-id", "1"],
      ],
      body: '{"text":"secret words","extra":{"a":1}}',
      size: 40,
    },
  );
  const there = detail(
    {},
    {
      headers: [
        ["Content-Type", "application/json"],
        ["webhook-id", "2"],
      ],
      body: '{"text":"other words"}',
      size: 22,
    },
  );
  const found = differences(here, there);
  expect(found).toContainEqual({ what: "status", kind: "fact", here: 422, there: 200 });
  expect(found).toContainEqual({ what: "size", kind: "fact", here: 40, there: 22 });
  expect(found).toContainEqual({ what: "content-type", kind: "header", here: "text/plain", there: "application/json" });
  expect(found).toContainEqual({ what: "extra", kind: "field", here: "object", there: undefined });
  expect(found.some(({ what }) => what === "webhook-id")).toBe(false);
  expect(JSON.stringify(found)).not.toContain("words");
});

it("compares with what worked on the same way", () => {
  const { row } = detail({ status: 422, code: "HTTP-01", step: null });
  expect(comparable(row, { ...row, id: "x", status: 200, code: null })).toBe(true);
  expect(comparable(row, { ...row, id: "x", status: 500, code: "HTTP-02" })).toBe(false);
  expect(comparable(row, { ...row, id: "x", status: 200, code: null, channel: "c9" })).toBe(false);
  expect(comparable(row, { ...row, status: 200, code: null })).toBe(false);
});

it("is compared with one of the same kind, which can be chosen", async () => {
  const backend = new FakeBackend(0);
  const sent = { channel: "c1", direction: "out", step: null, source: "platform" } as const;
  const fine = { ...sent, status: 200, code: null, result: "delivered" } as const;
  backend.push({ ...fine, kind: "message.sent", tookUs: 5_000 });
  backend.push({ ...fine, kind: "message.sent", tookUs: 7_000 });
  backend.push({ ...fine, kind: "contact.created" });
  const bad = backend.push({ ...sent, kind: "message.sent", status: 422, code: "HTTP-01", result: "failed" });
  const rows = (await backend.call("traffic.page", {})).rows;
  expect(alike(bad, rows).map(({ tookUs }) => tookUs)).toEqual([7_000, 5_000]);
  expect(alike({ ...bad, kind: "note.created" }, rows)).toHaveLength(3);

  renderApp(`/traffic?exchange=${bad.id}`, backend);
  fireEvent.click(await screen.findByRole("button", { name: "What changed?" }));
  const dialog = within(await screen.findByRole("dialog"));
  const other = await dialog.findByRole<HTMLInputElement>("combobox", { name: "Compare with this one that worked" });
  expect(other.value).toContain("7 ms");
  fireEvent.click(other);
  fireEvent.click(await screen.findByRole("option", { name: /5 ms$/, hidden: true }));
  await waitFor(() => expect(other.value).toContain("5 ms"));
  expect((await dialog.findByRole("row", { name: /^Took/ })).textContent).toContain("5 ms");
});
