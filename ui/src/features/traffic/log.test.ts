import { beforeEach, describe, expect, it, vi } from "vitest";

import { BackendError, type ExchangeRow, type TrafficQuery } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { HELD, Log, PAGE } from "./log";
import { matches } from "./match";

const START = Date.UTC(2026, 10, 20, 12);

let fake: FakeBackend;
let log: Log;
let frames: (() => void)[];
let asked: TrafficQuery[];
let fail: boolean;

function make(rows: number) {
  fake = new FakeBackend(rows, undefined, START);
  frames = [];
  asked = [];
  fail = false;
  log = new Log({
    read: async (query) => {
      asked.push(query);
      if (fail) throw BackendError.offline("gone");
      return fake.log.page(query);
    },
    frame: (callback) => frames.push(callback),
  });
}

/** Lets all reading come to its end. */
async function settled() {
  for (let i = 0; i < 200; i += 1) await Promise.resolve();
}

function frame() {
  for (const callback of frames.splice(0)) callback();
}

/** What must hold at any moment. */
function expectSound() {
  expect(log.rows.length).toBeLessThanOrEqual(HELD);
  for (let i = 1; i < log.rows.length; i += 1)
    expect(
      (log.rows[i]?.id ?? "") < (log.rows[i - 1]?.id ?? ""),
      `rows ${i - 1} and ${i} are out of order or doubled`,
    ).toBe(true);
  const first = Math.floor(log.place);
  const end = Math.min(log.total, Math.ceil(log.place + log.rowsVisible));
  for (let index = first; index < end; index += 1)
    expect(log.at(index), `row ${index} is looked at and not held`).toBeDefined();
}

describe("a log of a million rows", () => {
  beforeEach(async () => {
    make(1_000_000);
    await log.show({});
    await settled();
  });

  it("begins at the newest and knows how long it is", () => {
    expect(log.phase).toBe("ready");
    expect(log.total).toBe(1_000_000);
    expect(log.following).toBe(true);
    expectSound();
  });

  it("holds what is looked at while it is scrolled down far and up again, and never more than it should", async () => {
    for (let i = 0; i < 100; i += 1) {
      log.moveTo(log.place + 90);
      await settled();
    }
    expectSound();
    expect(log.at(9_000)?.id).toBe(fake.row(9_000).id);
    for (let i = 0; i < 120; i += 1) {
      log.moveTo(log.place - 90);
      await settled();
    }
    expect(log.place).toBe(0);
    expect(log.base).toBe(0);
    expect(log.at(0)?.id).toBe(fake.row(0).id);
    expectSound();
  });

  it("leaps to any place by one page, about where it was asked to", async () => {
    const before = asked.length;
    log.moveTo(500_000);
    await settled();
    expectSound();
    expect(asked.length - before).toBeLessThanOrEqual(3);
    const there = log.at(500_000);
    expect(Math.abs((there?.at ?? 0) - fake.row(500_000).at)).toBeLessThan(1_700 * 2_000);
  });

  it("shows the very oldest rows at the end", async () => {
    log.moveTo(1_000_000);
    await settled();
    expect(log.at(log.total - 1)?.id).toBe(fake.row(999_999).id);
    expectSound();
    log.moveTo(log.place - 1_000);
    await settled();
    expectSound();
  });

  it("comes back to the exact top after a leap", async () => {
    log.moveTo(700);
    await settled();
    log.moveTo(300_000);
    await settled();
    log.moveTo(0);
    await settled();
    expect(log.at(0)?.id).toBe(fake.row(0).id);
    expect(log.following).toBe(true);
  });
});

describe("live rows", () => {
  beforeEach(async () => {
    make(1_000);
    fake.stream({
      rows: (rows) => log.offer(rows.flatMap((one) => (one.type === "exchange" ? [one.row] : []))),
      gap: () => undefined,
      connected: () => undefined,
    });
    await log.show({});
    await settled();
  });

  it("appear on top, all of a frame at once", () => {
    const changes = vi.fn();
    log.subscribe(changes);
    const rows = [fake.push(), fake.push(), fake.push()];
    expect(log.at(0)?.id).not.toBe(rows[2]?.id);
    frame();
    expect(log.at(0)?.id).toBe(rows[2]?.id);
    expect(log.at(2)?.id).toBe(rows[0]?.id);
    expect(changes).toHaveBeenCalledTimes(1);
    expect(log.total).toBe(1_003);
    expectSound();
  });

  it("replace the row of their id wherever it stands", () => {
    const row = log.at(7) as ExchangeRow;
    log.offer([{ ...row, result: "failed" }]);
    frame();
    expect(log.at(7)?.result).toBe("failed");
    expect(log.total).toBe(1_000);
  });

  it("are only counted while the list stands still, each once", async () => {
    log.moveTo(30);
    const looked = log.at(30)?.id;
    const row = fake.push();
    frame();
    fake.announce({ type: "exchange", row: { ...row, result: "read" } });
    fake.push();
    frame();
    expect(log.unseen).toBe(2);
    expect(log.at(30)?.id).toBe(looked);
    await log.toNewest();
    expect(log.unseen).toBe(0);
    expect(log.at(1)?.id).toBe(row.id);
    expectSound();
  });

  it("wait while the log is paused at the top", async () => {
    log.pause(true);
    fake.push();
    frame();
    expect(log.unseen).toBe(1);
    expect(log.at(0)?.id).toBe(fake.row(0).id);
    log.pause(false);
    await settled();
    expect(log.unseen).toBe(0);
    expect(log.following).toBe(true);
    expect(log.at(0)?.id).not.toBe(fake.row(0).id);
  });

  it("never make the page hold more than it should, not even a flood between two frames", async () => {
    for (let i = 0; i < 40; i += 1) {
      for (let j = 0; j < 200; j += 1) fake.push();
      frame();
    }
    await settled();
    expectSound();
    for (let i = 0; i < 5_000; i += 1) fake.push();
    const before = asked.length;
    frame();
    await settled();
    expect(asked.length).toBeGreaterThan(before);
    expect(log.at(0)?.id).toBe(fake.log.page({ limit: 1 }).rows[0]?.id);
    expectSound();
  });

  it("are read from the store after a gap", async () => {
    fake.announce = () => undefined;
    const row = fake.push();
    await log.reread();
    await settled();
    expect(log.at(0)?.id).toBe(row.id);
    log.moveTo(40);
    fake.push();
    await log.reread();
    expect(log.unseen).toBe(1);
    expectSound();
  });

  // What came while the first page was on its way was in neither, and was missing until something else was read.
  it("are kept while a page is read, and taken after it", async () => {
    // Put together as it is asked for, before the row comes.
    const reading = log.show({ direction: "in" });
    const came = fake.push({ direction: "in" });
    frame();
    await reading;
    await settled();
    frame();
    expect(log.at(0)?.id).toBe(came.id);
    expectSound();
  });

  it("win over an older state that a page brings", async () => {
    const row = log.at(3) as ExchangeRow;
    const reading = log.toNewest();
    log.offer([{ ...row, result: "failed" }]);
    frame();
    await reading;
    await settled();
    frame();
    expect(log.at(3)?.result).toBe("failed");
  });

  it("enter only where they match the filter", async () => {
    await log.show({ state: "failed" });
    await settled();
    const total = log.total;
    fake.push({ result: "delivered" });
    frame();
    expect(log.total).toBe(total);
    const failed = fake.push({ result: "failed" });
    frame();
    expect(log.at(0)?.id).toBe(failed.id);
    expectSound();
  });
});

it("tells how far back a search looked, and goes on when asked", async () => {
  make(1_000_000);
  await log.show({ text: "no such words" });
  await settled();
  const first = log.searchedBack?.at ?? 0;
  expect(log.rows).toHaveLength(0);
  expect(first).toBeLessThan(START);
  expect(asked).toHaveLength(1);
  await log.searchFurther();
  expect(log.searchedBack?.at).toBeLessThan(first);
});

it("ends a short log at its last row", async () => {
  make(3);
  await log.show({});
  await settled();
  expect(log.total).toBe(3);
  expect(log.at(3)).toBeUndefined();
});

it("says what went wrong and reads again when asked", async () => {
  make(5_000);
  fail = true;
  await log.show({});
  expect(log.phase).toBe("failed");
  expect(log.error?.code).toBe("offline");
  fail = false;
  await log.retry();
  expect(log.phase).toBe("ready");
  await settled();
  fail = true;
  log.moveTo(PAGE * 4);
  await settled();
  expect(log.phase).toBe("ready");
  expect(log.error?.code).toBe("offline");
  fail = false;
  await log.retry();
  await settled();
  expect(log.error).toBeUndefined();
  expectSound();
});

it("forgets an answer that comes after the filter was changed", async () => {
  make(1_000);
  const slow = log.show({ state: "failed" });
  const quick = log.show({});
  await Promise.all([slow, quick]);
  await settled();
  expect(log.filter).toEqual({});
  expect(log.total).toBe(1_000);
});

it("matches rows by every field of the filter", () => {
  make(1);
  const row = { ...fake.row(0), channel: null, direction: "in" as const, result: "refused" as const };
  expect(matches(row, { unclaimed: true, direction: "in", state: "refused", from: row.at, to: row.at })).toBe(true);
  for (const filter of [
    { channel: "c1" },
    { direction: "out" as const },
    { state: "failed" as const },
    { from: row.at + 1 },
    { to: row.at - 1 },
  ])
    expect(matches(row, filter)).toBe(false);
});
