/** Which columns the log shows, in which order, how wide. Pure but for where it is kept: on this screen's own computer, as window sizes are. */

/** Every column there is, in the order they have at first. */
export const allColumns = [
  "time",
  "direction",
  "channel",
  "what",
  "who",
  "text",
  "result",
  "took",
  "status",
  "size",
  "id",
] as const;

/** One of them. */
export type Column = (typeof allColumns)[number];

/** What is shown. */
export interface Layout {
  /** In order. */
  shown: readonly Column[];
  /** In px, of those that were drawn wider or narrower. */
  widths: Readonly<Partial<Record<Column, number>>>;
}

/** The layout at first: as wide as the window allows. */
export const firstLayout: Layout = { shown: allColumns.slice(0, 8), widths: {} };

/** How wide each is by itself. */
const tracks: Record<Column, string> = {
  time: "92px",
  direction: "16px",
  channel: "minmax(80px, 1fr)",
  what: "minmax(110px, 1.1fr)",
  who: "minmax(70px, 1fr)",
  text: "minmax(70px, 2fr)",
  result: "minmax(120px, 1.1fr)",
  took: "56px",
  status: "56px",
  size: "68px",
  id: "116px",
};

/** The narrowest and the widest a column can be drawn, in px. */
export const NARROWEST = 32;
const WIDEST = 900;

/** The columns of the grid, as CSS wants them. */
export const template = ({ shown, widths }: Layout): string =>
  shown.map((column) => (widths[column] === undefined ? tracks[column] : `${widths[column]}px`)).join(" ");

/** Whether anything differs from the first layout. */
export const isChanged = (layout: Layout): boolean =>
  layout.shown.join() !== firstLayout.shown.join() || Object.keys(layout.widths).length > 0;

/** With a column shown or not. The last one stays: a log without columns shows nothing. */
export function toggled(layout: Layout, column: Column): Layout {
  if (!layout.shown.includes(column)) return { ...layout, shown: [...layout.shown, column] };
  if (layout.shown.length === 1) return layout;
  return { ...layout, shown: layout.shown.filter((one) => one !== column) };
}

/** With a column moved one place to the left (-1) or right (1). */
export function shifted(layout: Layout, column: Column, way: -1 | 1): Layout {
  const from = layout.shown.indexOf(column);
  const to = from + way;
  if (from < 0 || to < 0 || to >= layout.shown.length) return layout;
  return { ...layout, shown: layout.shown.toSpliced(from, 1).toSpliced(to, 0, column) };
}

/** With a column of that width. */
export function resized(layout: Layout, column: Column, width: number): Layout {
  const px = Math.round(Math.max(NARROWEST, Math.min(width, WIDEST)));
  return { ...layout, widths: { ...layout.widths, [column]: px } };
}

const KEPT = "switchboard-traffic-columns";

/** What was kept; the first layout where nothing was, or nothing that can be read. */
export function read(storage: Pick<Storage, "getItem"> = localStorage): Layout {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEPT) ?? "null");
    if (typeof kept !== "object" || kept === null) return firstLayout;
    const { shown, widths } = kept as { shown?: unknown; widths?: unknown };
    const known = Array.isArray(shown) ? allColumns.filter((column) => shown.includes(column)) : [];
    if (known.length === 0) return firstLayout;
    const ordered = (shown as Column[]).filter(
      (column, at, all) => known.includes(column) && all.indexOf(column) === at,
    );
    const wide = Object.entries((widths ?? {}) as Record<string, unknown>).filter(
      ([column, px]) => (allColumns as readonly string[]).includes(column) && typeof px === "number" && px >= NARROWEST,
    );
    return { shown: ordered, widths: Object.fromEntries(wide) };
  } catch {
    return firstLayout;
  }
}

/** Keeps a layout. */
export function keep(layout: Layout, storage: Pick<Storage, "setItem" | "removeItem"> = localStorage): void {
  if (isChanged(layout)) storage.setItem(KEPT, JSON.stringify(layout));
  else storage.removeItem(KEPT);
}
