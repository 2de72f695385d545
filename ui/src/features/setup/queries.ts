/** What the wizard and the places that lead to it read. */
import { useQuery } from "@tanstack/react-query";

import { useBackend } from "../../app/backend";
import { heardOf } from "./heard";

/** The set-ups that are not finished, the one last worked on first. */
export function useSetups() {
  const backend = useBackend();
  return useQuery({ queryKey: ["setups"], queryFn: () => backend.call("setup.list", {}), networkMode: "always" });
}

/** Where a channel's inbox sends to. */
export function useWebhook(channel: string, enabled: boolean) {
  const backend = useBackend();
  return useQuery({
    queryKey: ["setupWebhook", channel],
    queryFn: () => backend.call("setup.webhook", { id: channel }),
    enabled,
    retry: false,
    networkMode: "always",
  });
}

/** What has come on a channel from its platform, and whether that is still being read. */
export function useArrivals(channel: string) {
  const backend = useBackend();
  const page = useQuery({
    queryKey: ["arrivals", channel],
    queryFn: () => backend.call("traffic.page", { limit: 50, filter: { channel, direction: "in" } }),
    refetchInterval: 3_000,
    networkMode: "always",
  });
  return { ...heardOf(page.data?.rows ?? []), reading: page.isPending };
}
