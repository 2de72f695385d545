import { expect, it } from "vitest";

import type { JourneyStep } from "../../backend";
import { axisOf } from "./axis";

const step = (offsetUs: number | null, tookUs: number, kind: JourneyStep["kind"] = "try") =>
  ({ kind, offsetUs, tookUs }) as JourneyStep;

const SECOND = 1_000_000;

it("draws what happened in its proportions", () => {
  const axis = axisOf([step(0, 40), step(40, 60)]);
  expect(axis.breaks).toEqual([]);
  expect(axis.place(0)).toBe(0);
  expect(axis.place(40)).toBeCloseTo(0.4);
  expect(axis.place(100)).toBe(1);
});

it("draws a long gap short and says how long it was", () => {
  const axis = axisOf([step(0, SECOND), step(SECOND, 600 * SECOND, "wait"), step(601 * SECOND, SECOND)]);
  expect(axis.breaks).toHaveLength(1);
  expect(axis.breaks[0]).toMatchObject({ tookUs: 600 * SECOND });
  expect(axis.breaks[0]?.at).toBeCloseTo(0.5);
  // Both tries are as wide as each other, and the gap is narrow.
  const wide = axis.place(SECOND) - axis.place(0);
  expect(axis.place(602 * SECOND) - axis.place(601 * SECOND)).toBeCloseTo(wide);
  expect(axis.place(601 * SECOND) - axis.place(SECOND)).toBeCloseTo(0.1);
});

it("leaves a gap alone that is no longer than what is around it", () => {
  expect(axisOf([step(0, 30 * SECOND), step(40 * SECOND, SECOND)]).breaks).toEqual([]);
  expect(axisOf([step(0, 10), step(400_000, 10)]).breaks).toEqual([]);
});

it("keeps the order of times, whatever the gaps", () => {
  const steps = [step(0, 5), step(2 * SECOND, 0), step(3_000 * SECOND, 10), step(90_000 * SECOND, 0), step(null, 0)];
  const axis = axisOf(steps);
  const places = [0, 5, SECOND, 2 * SECOND, 100 * SECOND, 3_000 * SECOND, 80_000 * SECOND, 90_000 * SECOND].map((us) =>
    axis.place(us),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
  expect(axis.breaks.map(({ tookUs }) => tookUs)).toEqual([2 * SECOND - 5, 2_998 * SECOND, 87_000 * SECOND - 10]);
});

it("has room for many gaps and for nothing at all", () => {
  const many = axisOf(Array.from({ length: 20 }, (_, index) => step(index * 100 * SECOND, 0)));
  expect(many.breaks).toHaveLength(19);
  expect(many.place(1_900 * SECOND)).toBeLessThanOrEqual(1);
  expect(axisOf([]).place(5)).toBe(0);
});
