import { beforeEach, expect, it, vi } from "vitest";

import { BackendError, type ConversationPage, type ConversationQuery, type ConversationRow } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { dayEnd, dayOf, dayStart } from "../../components/days";
import { narrow } from "./filter";
import { AGAIN, List, PAGE } from "./list";
import { nextFailure, withEarlier, withLater, withLatest, type Held } from "./transcript";

let backend: FakeBackend;
let list: List;
const read = (query: ConversationQuery) => backend.call("conversation.page", query) as Promise<ConversationPage>;
const all = { filter: {}, sort: "lastActivity", ascending: false } as const;

beforeEach(() => {
  backend = new FakeBackend(350, undefined, Date.now(), 350);
  list = new List(read);
});

it("reads page after page to the end", async () => {
  await list.show(all);
  expect(list.rows).toHaveLength(PAGE);
  for (let page = 0; page < 5; page += 1) await list.more();
  expect(list.rows).toHaveLength(350);
  expect(list.complete).toBe(true);
  expect(new Set(list.rows.map((row) => row.id)).size).toBe(350);
});

it("puts what is new on top while the top is looked at, and nothing twice", async () => {
  await list.show(all);
  await list.more();
  backend.conversations.say("v00150", "Back again");
  await list.refresh();
  expect(list.rows[0]?.preview).toBe("Back again");
  expect(list.rows).toHaveLength(200);
  expect(list.rows.filter((row) => row.id === "v00150")).toHaveLength(1);
});

// What changed while the first page was on its way was not asked for again.
it("reads once more when something changed while it was being read", async () => {
  vi.useFakeTimers();
  try {
    const answers: (() => void)[] = [];
    const slow = new List((query) => new Promise((resolve) => answers.push(() => void read(query).then(resolve))));
    void slow.show(all);
    slow.touch();
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect(answers).toHaveLength(2);
    slow.close();
  } finally {
    vi.useRealTimers();
  }
});

it("moves nothing while one reads further down, and tells that there is something", async () => {
  await list.show(all);
  await list.more();
  list.lookAtTop(false);
  const before = list.rows.map((row) => row.id);
  backend.conversations.say("v00150", "Back again");
  await list.refresh();
  expect(list.rows.map((row) => row.id)).toEqual(before);
  expect(list.rows[150]?.preview).toBe("Back again");
  expect(list.stale).toBe(true);
  list.lookAtTop(true);
  await expect.poll(() => list.rows[0]?.id).toBe("v00150");
  expect(list.stale).toBe(false);
});

it("lets go of what matches no longer", async () => {
  await list.show({ ...all, filter: { flagged: true } });
  const flagged = list.rows.map((row) => row.id);
  await backend.call("conversation.unflag", { ids: flagged.slice(0, 1) });
  await list.refresh();
  expect(list.rows.map((row) => row.id)).toEqual(flagged.slice(1));
});

it("forgets the answer to what is no longer asked", async () => {
  const slow = list.show(all);
  await list.show({ ...all, filter: { failed: true } });
  await slow;
  expect(list.rows.every((row: ConversationRow) => row.failed > 0)).toBe(true);
});

it("keeps what it has when a further page cannot be read, and reads it when asked again", async () => {
  await list.show(all);
  backend.answers["conversation.page"] = () => {
    throw new BackendError({ code: "DB-01", message: "In use." });
  };
  await list.more();
  expect(list.error?.code).toBe("DB-01");
  expect(list.rows).toHaveLength(PAGE);
  delete backend.answers["conversation.page"];
  await list.retry();
  expect(list.rows).toHaveLength(200);
});

it("keeps a filter free of what narrows nothing, and takes days as this computer has them", () => {
  expect(narrow({ failed: true, channel: "c1" }, { failed: undefined, label: "vip" })).toEqual({
    channel: "c1",
    label: "vip",
  });
  expect(dayStart("2026-11-20")).toBe(new Date(2026, 10, 20).getTime());
  expect(dayEnd("2026-11-20")).toBe(new Date(2026, 10, 21).getTime() - 1);
  expect(dayOf(dayEnd("2026-11-20"))).toBe("2026-11-20");
  expect(dayStart("")).toBeUndefined();
});

it("holds the lines of a transcript without gaps, wherever they come from", async () => {
  const page = (query: object) => backend.call("conversation.transcript", { id: "v00000", limit: 100, ...query });
  let held: Held = withLatest({ lines: [], earlier: false, later: false, show: undefined }, await page({}));
  held = withEarlier(held, await page({ before: held.lines[0]?.id ?? "" }));
  expect(held.lines).toHaveLength(200);
  backend.conversations.say("v00000", "And now?");
  held = withLatest(held, await page({}));
  expect(held.lines).toHaveLength(201);
  expect(held.lines.at(-1)?.message?.text).toBe("And now?");
  // In the middle only what is there already is renewed.
  let middle: Held = { ...(await page({ around: "t00100" })), show: undefined };
  middle = withLatest(middle, await page({}));
  expect(middle.lines).toHaveLength(100);
  middle = withLater(middle, await page({ after: middle.lines.at(-1)?.id ?? "" }));
  expect(middle.lines).toHaveLength(200);
  const ids = middle.lines.map((line) => line.id);
  expect(ids).toEqual(ids.toSorted());
});

it("goes round from the last failure to the first", () => {
  expect(nextFailure(["a", "c"], undefined)).toBe("a");
  expect(nextFailure(["a", "c"], "b")).toBe("c");
  expect(nextFailure(["a", "c"], "c")).toBe("a");
  expect(nextFailure([], "c")).toBeUndefined();
});
