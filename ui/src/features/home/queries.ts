/** What Home reads of the statistics. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useBackend } from "../../app/backend";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The spans charts can show: how long, and how long one point is. */
export const spans = {
  hour: { length: HOUR, bucket: MINUTE },
  day: { length: DAY, bucket: 15 * MINUTE },
  week: { length: 7 * DAY, bucket: HOUR },
  month: { length: 30 * DAY, bucket: 6 * HOUR },
} as const;
/** One of them. */
export type Span = keyof typeof spans;

/** The spans strips can show: how long a bar is, and how many there are. */
export const strips = { day: { barMs: 15 * MINUTE, bars: 96 }, months: { barMs: DAY, bars: 90 } } as const;
/** One of them. */
export type StripSpan = keyof typeof strips;

/** What came in, arrived and failed today, in seven and in thirty days. */
export function useTotals() {
  const backend = useBackend();
  return useQuery({
    queryKey: ["totals"],
    queryFn: () => backend.call("stats.totals", {}),
    refetchInterval: 10_000,
    networkMode: "always",
  });
}

/** Traffic and times for charts. */
export function useSeries(span: Span) {
  const backend = useBackend();
  const { length, bucket } = spans[span];
  return useQuery({
    queryKey: ["series", span],
    queryFn: () => backend.call("stats.series", { from: Date.now() - length, bucketMs: bucket }),
    refetchInterval: Math.min(bucket, MINUTE) / 4,
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
}

/** How each channel fared, bar by bar. */
export function useStrips(span: StripSpan) {
  const backend = useBackend();
  return useQuery({
    queryKey: ["strips", span],
    queryFn: () => backend.call("stats.strips", strips[span]),
    refetchInterval: MINUTE,
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
}
