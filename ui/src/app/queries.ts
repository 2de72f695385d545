/** What several screens read: the state of the whole, the channels, the settings, the platforms' event names. */
import { QueryClient, useMutation, useQuery, useQueryClient, type MutateOptions } from "@tanstack/react-query";
import { useCallback } from "react";

import type { AnswerOf, BackendError, Command, RequestOf, Settings, SettingsView } from "../backend";
import { useBackend } from "./backend";
import { readAgain } from "./fresh";
import { sayTrouble } from "./say";

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

/**
 * A command that changes something; what is shown of it is read again afterwards.
 *
 * Why `mutate` failed is said in a note, also when the screen was left meanwhile, unless whoever calls it shows it beside its button
 * (`"shown"`). Whoever waits for `mutateAsync` answers for its failure.
 */
export function useCommand<K extends Command>(command: K, touches: readonly string[] = [], failure: Failure = "said") {
  const backend = useBackend();
  return useChange<AnswerOf<K>, RequestOf<K>>((payload) => backend.call(command, payload), touches, failure);
}

/** What changes settings: the new values, or how they come out of the values there are. */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>);

/**
 * Changes settings. Where a setting holds several entries, a function changes one of them in what the engine has at that moment: a map
 * out of the cache would undo what was changed elsewhere since it was read.
 */
export function useSettingsChange(touches: readonly string[] = ["settings"], failure: Failure = "said") {
  const backend = useBackend();
  return useChange<SettingsView, SettingsChange>(
    async (change) =>
      backend.call(
        "settings.update",
        typeof change === "function" ? change(await backend.call("settings.get", {})) : change,
      ),
    touches,
    failure,
  );
}

/** Where it is told that a change failed: in a note, or by whoever asked for it. */
type Failure = "said" | "shown";

function useChange<A, R>(change: (request: R) => Promise<A>, touches: readonly string[], failure: Failure) {
  const queries = useQueryClient();
  const mutation = useMutation<A, BackendError, R>({
    mutationFn: change,
    onSettled: () => Promise.all(touches.map((key) => readAgain(queries, [key]))),
  });
  const { mutateAsync } = mutation;
  const mutate = useCallback(
    (request: R, options?: MutateOptions<A, BackendError, R>) => {
      mutateAsync(request, options).catch((error: BackendError) => {
        if (failure === "said") sayTrouble(error);
      });
    },
    [mutateAsync, failure],
  );
  return { ...mutation, mutate };
}
