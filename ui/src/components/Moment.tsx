/** Times as people say them, exact on hover. One clock ticks for all of them, and only while somebody looks. */
import { useSyncExternalStore } from "react";

import { useWords } from "../strings/text";

const TICK = 10_000;

const watchers = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  if (document.hidden) return;
  now = Date.now();
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(tick, TICK);
    document.addEventListener("visibilitychange", tick);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener("visibilitychange", tick);
  };
}

/** Now, to about ten seconds, in UTC ms. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

/** How long ago something was, or in how long it will be. */
export function Moment({ at }: { at: number }) {
  const { format } = useWords();
  const current = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.exact(at)}>
      {/* What has just happened may be ahead of a clock that ticks every ten seconds. */}
      {format.ago(at, at > current && at < current + TICK ? at : current)}
    </time>
  );
}
