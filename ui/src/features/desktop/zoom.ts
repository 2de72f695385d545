/** How large everything in the window may be. Pure. */

/** The sizes there are to choose from, in percent, the smallest first. */
export const zooms = [75, 90, 100, 110, 125, 150, 175, 200] as const;

/** The size after a key was pressed with Ctrl; nothing for other keys. By the sign on the key: it lies elsewhere on other keyboards. */
export function zoomAfter(key: string, now: number): number | undefined {
  if (key === "+" || key === "=") return zooms.find((zoom) => zoom > now) ?? now;
  if (key === "-" || key === "_") return zooms.findLast((zoom) => zoom < now) ?? now;
  return key === "0" ? 100 : undefined;
}
