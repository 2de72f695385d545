/** Which page of the help belongs to which screen. Pure. */

const pages: readonly (readonly [string, string])[] = [
  ["/channels/links", "links"],
  ["/channels", "start"],
  ["/traffic", "states"],
  ["/conversations", "states"],
  ["/bulk", "bulk"],
  ["/problems", "errors"],
  ["/settings", "privacy"],
  ["/setup", "start"],
  ["/flow", "states"],
  ["/help", "keyboard"],
];

/** The page that F1 opens on the screen at `path`. */
export const helpFor = (path: string): string => pages.find(([start]) => path.startsWith(start))?.[1] ?? "start";
