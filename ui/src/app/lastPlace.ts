/**
 * Where the admin was, for a window that is made anew: it begins with no address, while a browser keeps its own.
 */
import type { AnyRouter } from "@tanstack/react-router";

const STORAGE = "switchboard-place";

/** After so long nobody goes on where they stopped, in ms: a day. */
const KEPT_MS = 24 * 3_600_000;

/** Goes back to the place, unless this page was given one. To be called before the router reads the address. */
export function restorePlace(now: number): void {
  if (window.location.hash.replace(/^#\/?/, "") !== "") return;
  try {
    const { at, hash } = JSON.parse(localStorage.getItem(STORAGE) ?? "{}") as { at?: unknown; hash?: unknown };
    if (typeof at === "number" && typeof hash === "string" && hash.startsWith("#/") && now - at < KEPT_MS)
      window.history.replaceState(null, "", hash);
  } catch {
    // Something else has written there: then it begins at Home.
  }
}

/** Remembers each place that is gone to; the answer ends it. */
export const rememberPlaces = (router: AnyRouter): (() => void) =>
  router.subscribe("onResolved", ({ toLocation }) =>
    localStorage.setItem(STORAGE, JSON.stringify({ at: Date.now(), hash: `#${toLocation.href}` })),
  );
