/**
 * Conversations picked in their list, on their way to the screen of bulk sends: ten thousand of them are too many for an address.
 * They wait in this tab, so that a reload of the page does not lose them.
 */

const STORAGE = "switchboard-bulk-choice";

/** Puts the chosen conversations down for the screen of bulk sends, which is opened with `create`. */
export function rememberChoice(ids: readonly string[]): void {
  sessionStorage.setItem(STORAGE, JSON.stringify(ids));
}

/** The conversations put down last, once; none when none are waiting. */
export function takeChoice(): string[] {
  const kept = sessionStorage.getItem(STORAGE);
  sessionStorage.removeItem(STORAGE);
  const ids: unknown = kept === null ? [] : JSON.parse(kept);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}
