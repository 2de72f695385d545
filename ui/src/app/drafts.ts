/**
 * What was typed into a form and not saved, put down beside it: the window is made anew when it was closed to the tray, and a page when it
 * is reloaded.
 *
 * It lies in the page's own storage in clear, so a form hands over no secret, and no address that may hold one.
 */
import { useEffect, useRef, useState } from "react";

/** How long it is worth offering, in ms: a week. */
const KEPT_MS = 7 * 24 * 3_600_000;

const place = (form: string) => `switchboard-draft-${form}`;

/** What was put down, and when. */
export interface Kept<T> {
  at: number;
  values: T;
}

/** What was put down of a form; nothing when that is too long ago or cannot be read. */
export function readDraft<T>(form: string, now: number): Kept<T> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(place(form)) ?? "null") as Kept<T> | null;
    return kept !== null && typeof kept.at === "number" && typeof kept.values === "object" && now - kept.at < KEPT_MS
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
}

function put(form: string, values: string, now: number): void {
  try {
    localStorage.setItem(place(form), `{"at":${now},"values":${values}}`);
  } catch {
    // No room left: then this draft is lost with the page, as all were before.
  }
}

/**
 * Keeps the values of a form while there is something unsaved in it (`undefined`: there is nothing), and tells what an earlier page kept,
 * until that is taken up or dropped. Whoever leaves the form, saves or discards it, leaves nothing behind.
 */
export function useDraft<T extends object>(form: string, values: T | undefined) {
  const [found, setFound] = useState(() => readDraft<T>(form, Date.now()));
  const wrote = useRef(false);
  const written = values && JSON.stringify(values);
  useEffect(() => {
    if (written !== undefined) put(form, written, Date.now());
    else if (wrote.current) localStorage.removeItem(place(form));
    wrote.current = written !== undefined;
  }, [form, written]);
  // A page that is closed or made anew does not come here; a form that is left does.
  useEffect(() => () => void (wrote.current && localStorage.removeItem(place(form))), [form]);
  return {
    found,
    /** Offers it no longer; `drop` forgets it as well. */
    answer(how: "take" | "drop") {
      setFound(undefined);
      if (how === "drop" && !wrote.current) localStorage.removeItem(place(form));
    },
  };
}
