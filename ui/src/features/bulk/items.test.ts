import { expect, it, vi } from "vitest";

import type { BulkItemQuery, BulkItemView } from "../../backend";
import { Items, PAGE } from "./items";

const item = (n: number, state: BulkItemView["state"]): BulkItemView => ({
  n,
  conversation: `v${n}`,
  channel: "c1",
  key: String(n),
  who: `Who ${n}`,
  line: null,
  state,
  reason: null,
  error: null,
  tries: 1,
  at: null,
  exchange: null,
  delivery: null,
});

/** Every tenth failed. */
function made(total: number) {
  const all = Array.from({ length: total }, (_, index) => item(index + 1, index % 10 === 9 ? "failed" : "delivered"));
  const asked: BulkItemQuery[] = [];
  const read = async (query: BulkItemQuery) => {
    asked.push(query);
    const left = all.filter(
      ({ n, state }) => n > (query.after ?? 0) && [undefined, state].includes(query.filter?.state),
    );
    const rows = left.slice(0, query.limit);
    return { rows, next: left.length > rows.length ? (rows.at(-1)?.n ?? null) : null };
  };
  return { all, asked, items: new Items("b1", read) };
}

it("reads any place at once where all are shown", async () => {
  const { asked, items } = made(50_000);
  items.resize(50_000);
  items.look(40_000, 40_030);
  await vi.waitFor(() => expect(items.at(40_029)?.n).toBe(40_030));
  expect(items.count).toBe(50_000);
  expect(items.at(30_000)).toBeUndefined();
  expect(asked.length).toBeLessThan(4);
});

it("reads on from row to row where only some are shown", async () => {
  const { asked, items } = made(5_000);
  items.resize(5_000);
  items.filter("failed");
  items.look(0, 30);
  await vi.waitFor(() => expect(items.at(29)?.n).toBe(300));
  expect(items.at(0)?.n).toBe(10);
  items.look(PAGE, PAGE + 30);
  await vi.waitFor(() => expect(items.at(PAGE)?.n).toBe(PAGE * 10 + 10));
  expect(asked.at(-1)?.after).toBe(PAGE * 10);
  items.look(470, 500);
  await vi.waitFor(() => expect(items.count).toBe(500));
});

it("reads again what is looked at, and lets go of those that left their state", async () => {
  vi.useFakeTimers();
  const { all, items } = made(100);
  items.resize(100);
  items.filter("failed");
  await vi.waitFor(() => expect(items.count).toBe(10));
  all[9] = item(10, "delivered");
  items.refresh();
  items.refresh();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(items.count).toBe(9);
  expect(items.at(0)?.n).toBe(20);
  vi.useRealTimers();
});

it("tells of an error, and reads when asked", async () => {
  let broken = true;
  const { items } = made(10);
  const fine = new Items("b1", async () => {
    if (broken) throw new Error("Damaged.");
    return { rows: [item(1, "delivered")], next: null };
  });
  fine.resize(1);
  await vi.waitFor(() => expect(fine.error).toBeDefined());
  broken = false;
  fine.retry();
  await vi.waitFor(() => expect(fine.at(0)?.n).toBe(1));
  expect(fine.error).toBeUndefined();
  items.close();
});
