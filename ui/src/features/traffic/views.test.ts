import { expect, it } from "vitest";

import type { TrafficSearch } from "../../app/router";
import { Words } from "../../strings/text";
import { isCounted, rangeText } from "./range";
import { filterOf } from "./TrafficPage";
import { same, searchOf, shippedViews, viewOf } from "./views";

it("shows after being kept what it showed before", () => {
  for (const search of [
    {},
    { state: "failed", today: true, channel: "c1", direction: "in", text: "ab", unclaimed: true },
    { days: 7 },
    { from: "2026-11-20", to: "2026-11-22" },
    { to: "2026-11-22" },
  ] as const)
    expect(same(searchOf(viewOf("Mine", search)), search)).toBe(true);
});

it("ships four that differ", () => {
  expect(shippedViews).toHaveLength(4);
  for (const [at, a] of shippedViews.entries())
    for (const b of shippedViews.slice(at + 1)) expect(same(a.search, b.search), `${a.id} ${b.id}`).toBe(false);
});

/** The days that were chosen were left out of what was saved. */
it("keeps days that are counted as such, and days that were chosen as they are", () => {
  const [monday, tuesday] = [new Date(2026, 10, 23, 12), new Date(2026, 10, 24, 12)];
  const from = (search: TrafficSearch, now: Date) => filterOf(searchOf(viewOf("Mine", search)), now).from;
  expect(from({ today: true }, monday)).toBe(new Date(2026, 10, 23).getTime());
  expect(from({ today: true }, tuesday)).toBe(new Date(2026, 10, 24).getTime());
  expect(from({ days: 7 }, monday)).toBe(new Date(2026, 10, 17).getTime());
  expect(from({ days: 7 }, tuesday)).toBe(new Date(2026, 10, 18).getTime());
  const fixed = { from: "2026-11-20", to: "2026-11-22" };
  for (const day of [monday, tuesday])
    expect(filterOf(searchOf(viewOf("Mine", fixed)), day)).toEqual({
      from: new Date(2026, 10, 20).getTime(),
      to: new Date(2026, 10, 23).getTime() - 1,
    });
});

it("is not the view of other days", () => {
  expect(same({ state: "failed" }, { state: "failed", from: "2026-11-20" })).toBe(false);
  expect(same({ days: 7 }, { days: 30 })).toBe(false);
});

it("tells of which days it is", () => {
  const words = new Words("en");
  expect([{ today: true as const }, { days: 7 }, { days: 30 }, {}].map((range) => rangeText(words, range))).toEqual([
    "Today",
    "Last 7 days",
    "Last 30 days",
    undefined,
  ]);
  const [first, last] = [20, 22].map((day) => words.format.day(new Date(2026, 10, day).getTime()));
  expect(rangeText(words, { from: "2026-11-20", to: "2026-11-22" })).toBe(`${first} – ${last}`);
  expect(rangeText(words, { from: "2026-11-20", to: "2026-11-20" })).toBe(first);
  expect([{ days: 1 }, { from: "2026-11-20" }].map(isCounted)).toEqual([true, false]);
});
