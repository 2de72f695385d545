/** What several screens read: the state of the whole, the channels, the settings, the platforms' event names. */
import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { AnswerOf, BackendError, Command, RequestOf } from "../backend";
import { useBackend } from "./backend";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: BackendError;
  }
}

/** The cache of what was read. The stream says when something changed, so nothing is read again for its age alone. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => error.code === "offline" && count < 3,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** How things are. The stream brings it; reading it every 15 s heals a stream that fell silent. */
export function useStatus() {
  const backend = useBackend();
  return useQuery({
    queryKey: ["status"],
    queryFn: () => backend.call("status.get", {}),
    refetchInterval: 15_000,
    networkMode: "always",
  });
}

/** All channels. Their counts and last messages change without notice, so they are read again every few seconds while shown. */
export function useChannels() {
  const backend = useBackend();
  return useQuery({
    queryKey: ["channels"],
    queryFn: () => backend.call("channel.list", {}),
    refetchInterval: 5_000,
    networkMode: "always",
  });
}

/** All links. Whether each carries depends on its channels, and is told by the stream. */
export function useLinks() {
  const backend = useBackend();
  return useQuery({ queryKey: ["links"], queryFn: () => backend.call("link.list", {}), networkMode: "always" });
}

/** All bulk sends, the newest first. The stream tells how each goes on. */
export function useBulks() {
  const backend = useBackend();
  return useQuery({ queryKey: ["bulks"], queryFn: () => backend.call("bulk.list", {}), networkMode: "always" });
}

/** The settings of the whole app. */
export function useSettings() {
  const backend = useBackend();
  return useQuery({ queryKey: ["settings"], queryFn: () => backend.call("settings.get", {}), networkMode: "always" });
}

/** The platforms' own event names beside ours. */
export function useEventNames() {
  const backend = useBackend();
  return useQuery({
    queryKey: ["eventNames"],
    queryFn: () => backend.call("event.names", {}),
    staleTime: Infinity,
    networkMode: "always",
  });
}

/** What each platform takes at the outbox. */
export function useOutboxKinds() {
  const backend = useBackend();
  return useQuery({
    queryKey: ["outboxKinds"],
    queryFn: () => backend.call("outbox.kinds", {}),
    staleTime: Infinity,
    networkMode: "always",
  });
}

/** How a channel's practice endpoint stands. It is not told of by the stream. */
export function usePracticeEndpoint(channel: string, refetchInterval: number | false = false) {
  const backend = useBackend();
  return useQuery({
    queryKey: ["practice", channel],
    queryFn: () => backend.call("practice.endpoint.get", { channel }),
    refetchInterval,
    networkMode: "always",
  });
}

/** Samples of what a channel's platform sends. */
export function usePracticeSamples(channel: string, enabled = true) {
  const backend = useBackend();
  return useQuery({
    queryKey: ["practiceSamples", channel],
    queryFn: () => backend.call("practice.samples", { channel }),
    enabled,
    networkMode: "always",
  });
}

/** A command that changes something; what is shown of it is read again afterwards. */
export function useCommand<K extends Command>(command: K, touches: readonly string[] = []) {
  const backend = useBackend();
  const queries = useQueryClient();
  return useMutation<AnswerOf<K>, BackendError, RequestOf<K>>({
    mutationFn: (payload) => backend.call(command, payload),
    onSettled: () => Promise.all(touches.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
