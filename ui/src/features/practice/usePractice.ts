/** A channel's practice endpoint, read again as requests come to it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { useBackend } from "../../app/backend";
import { useLive } from "../../app/live";

/** How soon after news it is read again, in ms. */
const SOON = 300;

/** How the endpoint stands and what came to it. */
export function usePractice(channel: string) {
  const backend = useBackend();
  const live = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      void queries.invalidateQueries({ queryKey: ["practice", channel] });
    };
    const stop = live.listen({
      exchanges(rows) {
        // Whatever comes to it was sent by the relay, and is told as a row of the log.
        if (rows.some((row) => row.channel === channel)) timer ??= setTimeout(read, SOON);
      },
      gap: read,
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, queries, channel]);
  return useQuery({
    queryKey: ["practice", channel],
    queryFn: () => backend.call("practice.endpoint.get", { channel }),
    // A request that hangs is told by no row until it has ended.
    refetchInterval: 5_000,
    networkMode: "always",
  });
}
