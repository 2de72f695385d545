/**
 * The arithmetic of a list that is drawn only where it is looked at.
 *
 * A list's place is the index of the row at its upper edge, with a fraction. Nothing here depends on how tall the list would be in
 * pixels, because browsers cannot draw a million rows as one element.
 */

/** The height of a row, in px. */
export const ROW = 28;

/** The smallest thumb that can still be grasped, in px. */
const THUMB = 28;

/** The nearest place there is: from the first row to where the last row stands at the lower edge. */
export function clampPlace(place: number, rowsVisible: number, total: number): number {
  return Math.max(0, Math.min(place, total - rowsVisible));
}

/** The rows to draw, the partly visible ones included: from `first` up to but without `end`. */
export function visibleRows(place: number, rowsVisible: number, total: number): { first: number; end: number } {
  const first = Math.max(0, Math.floor(place));
  return { first, end: Math.max(first, Math.min(total, Math.ceil(place + rowsVisible))) };
}

/** The least move that brings a row wholly into view. */
export function placeToShow(index: number, place: number, rowsVisible: number): number {
  if (index < place) return index;
  if (index + 1 > place + rowsVisible) return index + 1 - rowsVisible;
  return place;
}

/** Where the scroll bar's thumb stands on a track of `track` px; nothing when all rows are visible. */
export function thumb(place: number, rowsVisible: number, total: number, track: number) {
  if (total <= rowsVisible || track <= THUMB) return undefined;
  const size = Math.max(THUMB, (track * rowsVisible) / total);
  return { size, offset: ((track - size) * place) / (total - rowsVisible) };
}

/** The place that belongs to a thumb dragged to `offset` px. */
export function placeOfThumb(offset: number, rowsVisible: number, total: number, track: number): number {
  const bar = thumb(0, rowsVisible, total, track);
  if (!bar) return 0;
  return clampPlace((offset / (track - bar.size)) * (total - rowsVisible), rowsVisible, total);
}
