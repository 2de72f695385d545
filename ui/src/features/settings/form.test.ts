import { expect, it } from "vitest";

import { fakeSettings } from "../../backend/fake";
import { readDuration, readDurations, writeDuration, writeDurations } from "./durations";
import { changes, formOf } from "./form";

it("reads durations as people of all three languages type them", () => {
  expect(["5", "5 s", "5s.", "5 с", "2,5 sek"].map(readDuration)).toEqual([5_000, 5_000, 5_000, 5_000, 2_500]);
  expect(["2 min", "2 мин", "1 h", "1 ч", "1 Std", "50 ms"].map(readDuration)).toEqual([
    12e4, 12e4, 36e5, 36e5, 36e5, 50,
  ]);
  expect(["", "soon", "5 parsecs", "-1 s", "1 2"].map(readDuration)).toEqual(Array.from({ length: 5 }));
});

it("reads back every list it writes", () => {
  for (const language of ["en", "ru", "de"])
    for (const all of [[], [0], [50, 1_500, 12e4], fakeSettings.retryScheduleMs])
      expect(readDurations(writeDurations(all, language))).toEqual(all);
  expect(readDurations("5 s; 1 h")).toEqual([5_000, 36e5]);
  expect(readDurations("5 s, soon")).toBeUndefined();
  expect(writeDuration(90_000, "en")).toBe("90 s");
});

it("sends only what differs, in the engine's units", () => {
  const before = formOf(fakeSettings, "en");
  expect(changes(before, before)).toEqual({ update: {}, unreadable: [] });
  const form = {
    ...before,
    timeoutMs: "1 min",
    retryJitter: "10 %",
    concurrency: "8",
    proxyKind: "address",
    proxy: " http://p:1 ",
  };
  expect(changes(before, form)).toEqual({
    update: { timeoutMs: 60_000, retryJitter: 0.1, concurrency: 8, proxy: "http://p:1" },
    unreadable: [],
  });
  expect(changes(before, { ...before, fileHosts: " files.lan; 10.0.0.5,", fileAddressHours: "24" }).update).toEqual({
    fileHosts: ["files.lan", "10.0.0.5"],
    fileAddressHours: 24,
  });
  expect(changes({ ...before, fileHosts: "files.lan" }, { ...before, fileHosts: "" }).update).toEqual({
    fileHosts: [],
  });
  expect(changes(before, { ...before, probeMs: "often", breakerAfter: "" }).unreadable).toEqual([
    "probeMs",
    "breakerAfter",
  ]);
});
