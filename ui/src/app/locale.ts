/**
 * A language that the browser's own functions take, before anything asks for it.
 *
 * In a webview whose system has no language set (`LANG=C`) the name of the language is "C", which is none: whatever formats numbers by it
 * throws, and libraries do so while they are loaded. To be imported before them.
 */

/** The language where the system names none that can be used. */
const PLAIN = "en";

/** Whether numbers and times can be written in it. */
export function isLanguage(tag: string | undefined): boolean {
  try {
    return tag !== undefined && Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Gives it languages that can be used, where it has others. */
export function mend(browser: Pick<Navigator, "language" | "languages">): void {
  if (!isLanguage(browser.language)) Object.defineProperty(browser, "language", { value: PLAIN });
  if (!browser.languages.every(isLanguage))
    Object.defineProperty(browser, "languages", { value: browser.languages.filter(isLanguage) });
}

mend(navigator);
