import { expect, it } from "vitest";

import { FakeBackend } from "../../backend/fake";
import { dayShown } from "./days";
import { Log } from "./log";

const NOON = new Date(2026, 10, 20, 12).getTime();
const midnight = new Date(2026, 10, 20).getTime();

async function logOf(rows: number): Promise<Log> {
  const { log: made } = new FakeBackend(rows, undefined, NOON);
  const log = new Log({ read: async (query) => made.page(query), frame: (callback) => callback() });
  await log.show({});
  for (let i = 0; i < 400; i += 1) await Promise.resolve();
  return log;
}

it("knows nothing while there is no row", async () => {
  expect(dayShown(await logOf(0))).toBeUndefined();
});

it("counts a day that is held as a whole", async () => {
  const log = await logOf(50);
  const day = dayShown(log);
  expect(day).toMatchObject({ from: midnight, count: 50, whole: true });
  expect(day?.to).toBe(new Date(2026, 10, 21).getTime() - 1);
  expect(day?.failed).toBe(log.rows.filter(({ result }) => result === "failed").length);
});

it("says so where there may be more of the day", async () => {
  const log = await logOf(100_000);
  expect(dayShown(log)?.whole).toBe(false);
  // Rows that came while the list stands still are of the same day and not in it.
  const short = await logOf(50);
  short.unseen = 3;
  expect(dayShown(short)?.whole).toBe(false);
});

it("tells days apart", async () => {
  // Noon is 25,411 rows after midnight.
  const log = await logOf(25_500);
  log.moveTo(log.total);
  for (let i = 0; i < 400; i += 1) await Promise.resolve();
  const day = dayShown(log);
  expect(day?.to).toBe(midnight - 1);
  expect(day).toMatchObject({ whole: true, count: 25_500 - 1 - Math.floor((NOON - midnight) / 1_700) });
});
