/** What the map reads. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useBackend } from "../../app/backend";
import type { SeriesQuery } from "../../backend";
import { chunk } from "./replay";

const MINUTE = 60_000;

/** The spans rates are of. */
export const windows = { minutes: 5 * MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE } as const;
/** One of them. */
export type Window = keyof typeof windows;

/** The map as it is. Asking for it also keeps the beats coming. */
export function useFlow(window: Window) {
  const backend = useBackend();
  return useQuery({
    queryKey: ["flow", window],
    queryFn: () => backend.call("flow.get", { window: windows[window] }),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
}

/** What moved in the hour around a moment that is past. */
export function useReplay(cursor: number | undefined) {
  const backend = useBackend();
  const { from, to } = chunk(cursor ?? 0);
  return useQuery({
    queryKey: ["replay", from],
    queryFn: () => backend.call("flow.replay", { from, to }),
    enabled: cursor !== undefined,
    // The hour that is now goes on.
    staleTime: ({ state }) => (state.dataUpdatedAt > to + MINUTE ? Infinity : 20_000),
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
}

/** Rate, time and answers of a part of the map. */
export function usePart(part: Pick<SeriesQuery, "channels" | "lane" | "via">, window: Window) {
  const backend = useBackend();
  const length = Math.max(windows[window], 30 * MINUTE);
  const bucketMs = window === "day" ? 15 * MINUTE : MINUTE;
  return useQuery({
    queryKey: ["part", window, part],
    queryFn: () => backend.call("stats.series", { ...part, from: Date.now() - length, bucketMs }),
    refetchInterval: 10_000,
    networkMode: "always",
  });
}

/** The newest rows of the log of these channels. */
export function useNewest(channels: readonly string[], direction: "in" | "out" | undefined) {
  const backend = useBackend();
  // Of many channels the newest of all are shown.
  const some = channels.length > 3 || channels.length === 0 ? [undefined] : channels;
  return useQuery({
    queryKey: ["newest", some, direction],
    queryFn: async () => {
      const pages = await Promise.all(
        some.map((channel) =>
          backend.call("traffic.page", {
            limit: 5,
            filter: { ...(channel === undefined ? {} : { channel }), ...(direction ? { direction } : {}) },
          }),
        ),
      );
      return pages
        .flatMap(({ rows }) => rows)
        .sort((a, b) => b.at - a.at)
        .slice(0, 5);
    },
    refetchInterval: 5_000,
    networkMode: "always",
  });
}
