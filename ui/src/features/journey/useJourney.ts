/** A journey as it goes on. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { useBackend } from "../../app/backend";
import { readAgain } from "../../app/fresh";
import { useLive } from "../../app/live";
import type { JourneyRef } from "../../backend";

/** How soon after news it is read again, in ms. */
const SOON = 400;

/** The journey of a message, read again whenever something of it may have changed. */
export function useJourney(which: JourneyRef) {
  const backend = useBackend();
  const live = useLive();
  const queries = useQueryClient();
  const key = JSON.stringify(which);
  const journey = useQuery({
    queryKey: ["journey", key],
    queryFn: () => backend.call("journey.get", JSON.parse(key) as JourneyRef),
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
  const { data } = journey;
  useEffect(() => {
    const read = () => void readAgain(queries, ["journey", key]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const own = new Set([data?.exchange, ...(data?.steps.map((step) => step.exchange) ?? [])]);
    const channels = new Set(data?.lanes.map((lane) => lane.channel));
    const stop = live.listen({
      exchanges(rows) {
        // A new try is an exchange nobody has heard of, on a channel that takes part.
        const news = rows.some((row) => own.has(row.id) || (data?.goingOn && channels.has(row.channel)));
        if (news && timer === undefined) timer = setTimeout(read, SOON);
      },
      gap: read,
    });
    return () => {
      stop();
      // What was about to be read is read at once: news must not be lost to a rendering.
      if (timer !== undefined) {
        clearTimeout(timer);
        read();
      }
    };
  }, [live, queries, key, data]);
  return journey;
}
