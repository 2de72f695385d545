/** What the map reads. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useBackend } from "../../app/backend";
import type { Lane, SeriesQuery } from "../../backend";
import { isIn, laneOf } from "./lanes";
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

/** Every destination with what it is; a problem names its destination and not what that is. */
export function useDestinations() {
  const backend = useBackend();
  return useQuery({
    queryKey: ["destinations"],
    queryFn: () => backend.call("destination.list", {}),
    refetchInterval: 10_000,
    networkMode: "always",
  });
}

/** The end of the minute that is shown; none: now. What is past is not read again. */
const endOf = (cursor: number | undefined) =>
  cursor === undefined ? undefined : (Math.floor(cursor / MINUTE) + 1) * MINUTE;

/** Rate, time and answers of a part of the map, up to now or to a moment that is past. */
export function usePart(
  part: Pick<SeriesQuery, "channels" | "lane" | "via">,
  window: Window,
  cursor: number | undefined,
) {
  const backend = useBackend();
  const length = Math.max(windows[window], 30 * MINUTE);
  const bucketMs = window === "day" ? 15 * MINUTE : MINUTE;
  const to = endOf(cursor);
  return useQuery({
    queryKey: ["part", window, part, to],
    queryFn: () =>
      backend.call("stats.series", {
        ...part,
        from: (to ?? Date.now()) - length,
        ...(to === undefined ? {} : { to }),
        bucketMs,
      }),
    refetchInterval: to === undefined && 10_000,
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
}

/** Rows read to find five of a lane or of many channels: the log is filtered by one channel and by direction, not by where something goes. */
const READ = 100;

/** The newest rows of the log of these channels and lanes, up to now or to a moment that is past. */
export function useNewest(channels: readonly string[], lanes: readonly Lane[], cursor: number | undefined) {
  const backend = useBackend();
  // Of many channels the newest of all are shown.
  const some = channels.length > 3 || channels.length === 0 ? [undefined] : channels;
  const to = endOf(cursor);
  return useQuery({
    queryKey: ["newest", some, lanes, to],
    queryFn: async () => {
      const directions = new Set(lanes.map((lane) => (isIn(lane) ? ("in" as const) : ("out" as const))));
      const [only] = directions;
      const direction = directions.size === 1 && only ? { direction: only } : {};
      const pages = await Promise.all(
        some.map((channel) =>
          backend.call("traffic.page", {
            limit: lanes.length === 0 && channels.length <= 3 ? 5 : READ,
            filter: {
              ...(channel === undefined ? {} : { channel }),
              ...direction,
              ...(to === undefined ? {} : { to: to - 1 }),
            },
          }),
        ),
      );
      return pages
        .flatMap(({ rows }) => rows)
        .filter(
          (row) =>
            (lanes.length === 0 || lanes.includes(laneOf(row) ?? "asked")) &&
            // Where the channels are too many to be asked for, there are rows of others among them.
            (channels.length === 0 || (row.channel !== null && channels.includes(row.channel))),
        )
        .sort((a, b) => b.at - a.at)
        .slice(0, 5);
    },
    refetchInterval: to === undefined && 5_000,
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
}
