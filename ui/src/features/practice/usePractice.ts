/** A channel's practice endpoint, read again as requests come to it. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { readAgain } from "../../app/fresh";
import { useLive } from "../../app/live";
import { usePracticeEndpoint } from "../../app/queries";

/** How soon after news it is read again, in ms. */
const SOON = 300;

/** How the endpoint stands and what came to it. */
export function usePractice(channel: string) {
  const live = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      void readAgain(queries, ["practice", channel]);
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
  // A request that hangs is told by no row until it has ended.
  return usePracticeEndpoint(channel, 5_000);
}
