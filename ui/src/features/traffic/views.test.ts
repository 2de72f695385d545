import { expect, it } from "vitest";

import { same, searchOf, shippedViews, viewOf } from "./views";

it("shows after being kept what it showed before", () => {
  for (const search of [
    {},
    { state: "failed", today: true, channel: "c1", direction: "in", text: "ab", unclaimed: true },
  ] as const)
    expect(same(searchOf(viewOf("Mine", search)), search)).toBe(true);
});

it("ships four that differ", () => {
  expect(shippedViews).toHaveLength(4);
  for (const [at, a] of shippedViews.entries())
    for (const b of shippedViews.slice(at + 1)) expect(same(a.search, b.search), `${a.id} ${b.id}`).toBe(false);
});

it("is not the view of other days, which no view keeps", () => {
  expect(same({ state: "failed" }, { state: "failed", from: "2026-11-20" })).toBe(false);
  expect(searchOf(viewOf("Mine", { state: "failed", from: "2026-11-20" }))).toMatchObject({ state: "failed" });
});
