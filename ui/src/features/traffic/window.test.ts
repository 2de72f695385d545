import { expect, it } from "vitest";

import { idAt, justAbove, smallestId, timeOf } from "../../backend/ids";
import { clampPlace, placeOfThumb, placeToShow, thumb, visibleRows } from "./window";

const MILLION = 1_000_000;

it("draws the rows that are looked at, the partly visible ones included", () => {
  expect(visibleRows(0, 20.5, MILLION)).toEqual({ first: 0, end: 21 });
  expect(visibleRows(499_999.5, 20, MILLION)).toEqual({ first: 499_999, end: 500_020 });
  expect(visibleRows(0, 20, 3)).toEqual({ first: 0, end: 3 });
  expect(visibleRows(0, 20, 0)).toEqual({ first: 0, end: 0 });
});

it("never moves past the ends", () => {
  expect(clampPlace(-3, 20, MILLION)).toBe(0);
  expect(clampPlace(2 * MILLION, 20, MILLION)).toBe(MILLION - 20);
  expect(clampPlace(5, 20, 10)).toBe(0);
});

it("shows a row by the least move", () => {
  expect(placeToShow(5, 10, 20)).toBe(5);
  expect(placeToShow(15, 10, 20)).toBe(10);
  expect(placeToShow(30, 10, 20)).toBe(11);
});

it("keeps the thumb graspable and turns a drag back into the place it shows", () => {
  const track = 500;
  for (const place of [0, 1, 123_456, MILLION - 20]) {
    const bar = thumb(place, 20, MILLION, track);
    expect(bar?.size).toBeGreaterThanOrEqual(28);
    expect(placeOfThumb(bar?.offset ?? 0, 20, MILLION, track)).toBeCloseTo(place, 3);
  }
  expect(placeOfThumb(10_000, 20, MILLION, track)).toBe(MILLION - 20);
  expect(thumb(0, 20, 20, track)).toBeUndefined();
});

it("turns times into identifiers that sort with those of the engine", () => {
  const at = Date.UTC(2026, 10, 20, 23, 0, 0, 123);
  expect(timeOf(idAt(at))).toBe(at);
  expect(idAt(at) < idAt(at + 1)).toBe(true);
  expect(justAbove(idAt(at)) > idAt(at)).toBe(true);
  expect(idAt(0)).toBe(smallestId);
});
