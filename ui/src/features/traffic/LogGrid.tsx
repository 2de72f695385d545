/** The rows of the log: drawn only where they are looked at, moved by wheel, keys, finger and its own scroll bar. */
import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";

import type { ExchangeRow, Source } from "../../backend";
import { Icon, type IconName } from "../../components/icons";
import { StateMark } from "../../components/StateMark";
import { useKeys } from "../../app/shortcuts";
import { useWords } from "../../strings/text";
import { eventKey, sourceKey } from "../../strings/words";
import { isChanged, resized, template, type Column, type Layout } from "./columns";
import type { Log } from "./log";
import css from "./LogGrid.module.css";
import { placeOfThumb, placeToShow, ROW, thumb, visibleRows } from "./window";

/** A sign for each row that no platform sent and no delivery made; its words stand beside it. */
const sourceIcons = {
  endpoint: "program",
  screen: "screen",
  catchUp: "caughtUp",
  file: "file",
  practice: "again",
} as const satisfies Record<Exclude<Source, "platform">, IconName>;

/** The rows of the log. */
export function LogGrid({
  log,
  selected,
  onSelect,
  channelName,
  layout,
  onLayout,
  chosen,
  onChoose,
  children,
}: {
  log: Log;
  selected: string | undefined;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** The rows that something is to be done with. */
  chosen: ReadonlySet<string>;
  /** `to`: that row; `with` the rows between it and the last one, or it alone, which goes again when it is chosen. */
  onChoose: (ids: readonly string[], how: "add" | "toggle") => void;
  /** A row was chosen; `open` when its details should open. */
  onSelect: (id: string | undefined, open: boolean) => void;
  channelName: (id: string | null) => string;
  /** What stands in place of rows when there are none. */
  children?: ReactNode;
}) {
  const { text } = useWords();
  const keys = useKeys();
  useSyncExternalStore(log.subscribe, log.snapshot);
  const anchor = useRef<string>(undefined);
  /** Chooses all rows from the one touched last to this one, as far as they are held. */
  const chooseTo = (id: string) => {
    const to = log.indexOf(id);
    const from = log.indexOf(anchor.current ?? selected ?? id) ?? to;
    if (to === undefined || from === undefined) return;
    const ids: string[] = [];
    for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
      const row = log.at(index);
      if (row) ids.push(row.id);
    }
    onChoose(ids, "add");
  };
  const touch = (id: string, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => {
    if (event.shiftKey) chooseTo(id);
    else if (event.ctrlKey || event.metaKey) onChoose([id], "toggle");
    anchor.current = id;
    return event.shiftKey || event.ctrlKey || event.metaKey;
  };
  // The same one every time, so that a row is drawn anew only when it changes.
  const latest = useRef((id: string, event: MouseEvent) => void [id, event]);
  useEffect(() => {
    latest.current = (id, event) => {
      if (!touch(id, event)) onSelect(id, true);
    };
  });
  const onTouch = useCallback((id: string, event: MouseEvent) => latest.current(id, event), []);
  const [height, setHeight] = useState(0);
  const view = useRef<HTMLDivElement>(null);

  const lit = useRef(selected);
  useLayoutEffect(() => {
    lit.current = selected;
  });
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const measure = () => {
      const rowsVisible = element.clientHeight / ROW;
      const at = lit.current === undefined ? undefined : log.indexOf(lit.current);
      const seen = at !== undefined && at + 1 > log.place && at < log.place + log.rowsVisible;
      setHeight(element.clientHeight);
      log.resize(rowsVisible);
      // The pane that opens below must not cover the very row it tells of.
      if (seen && rowsVisible >= 1) log.moveTo(placeToShow(at, log.place, Math.floor(rowsVisible)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [log]);

  // React listens to wheels passively, and then the page would move as well.
  useEffect(() => {
    const element = view.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 1 : event.deltaMode === 2 ? log.rowsVisible : 1 / ROW;
      log.moveTo(log.place + event.deltaY * unit);
    };
    let finger: number | undefined;
    const onTouchStart = (event: TouchEvent) => (finger = event.touches[0]?.clientY);
    const onTouchMove = (event: TouchEvent) => {
      const at = event.touches[0]?.clientY;
      if (finger === undefined || at === undefined) return;
      event.preventDefault();
      log.moveTo(log.place + (finger - at) / ROW);
      finger = at;
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("touchstart", onTouchStart, { passive: true });
    element.addEventListener("touchmove", onTouchMove, { passive: false });
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("touchstart", onTouchStart);
      element.removeEventListener("touchmove", onTouchMove);
    };
  }, [log]);

  const total = log.total;
  const { first, end } = visibleRows(log.place, log.rowsVisible, total);

  const at = selected === undefined ? undefined : log.indexOf(selected);
  const isDrawn = at !== undefined && at >= first && at < end;

  const choose = (index: number, more = false) => {
    const target = Math.max(0, Math.min(index, total - 1));
    log.moveTo(placeToShow(target, log.place, Math.max(1, Math.floor(log.rowsVisible))));
    const row = log.at(target);
    if (!row) return;
    if (more) chooseTo(row.id);
    else anchor.current = row.id;
    onSelect(row.id, false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (keys.is(event, "pause")) {
      event.preventDefault();
      return log.pause(!log.paused);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(log.rowsVisible) - 1);
    const from = at ?? first - 1;
    if (event.key === "ArrowDown") choose(from + 1, event.shiftKey);
    else if (event.key === "ArrowUp") choose(at === undefined ? first : at - 1, event.shiftKey);
    else if (event.key === "PageDown") choose((at ?? first) + page);
    else if (event.key === "PageUp") choose((at ?? first) - page);
    else if (event.key === "Home") choose(0);
    else if (event.key === "End") log.moveTo(total);
    else if (event.key === "Enter" && selected !== undefined) onSelect(selected, true);
    else if (event.key === "Escape" && chosen.size > 0) onChoose([...chosen], "toggle");
    else if (event.key === "Escape") onSelect(undefined, false);
    else return;
    event.preventDefault();
  };

  const drawn: ReactNode[] = [];
  for (let index = first; index < end; index += 1) {
    const row = log.at(index);
    drawn.push(
      row ? (
        <LogRow
          key={row.id}
          row={row}
          index={index}
          selected={row.id === selected}
          chosen={chosen.has(row.id)}
          channel={channelName(row.channel)}
          columns={layout.shown}
          newDay={index > 0 && isOtherDay(log.at(index - 1)?.at, row.at)}
          onTouch={onTouch}
        />
      ) : (
        <div key={index} className={css.row} role="row" aria-rowindex={index + 2} aria-busy="true">
          <span className={css.ghost} role="gridcell" aria-label={text("traffic-loading")} />
        </div>
      ),
    );
  }

  return (
    <div
      className={css.grid}
      role="grid"
      aria-label={text("traffic-grid")}
      aria-rowcount={total + 1}
      aria-colcount={layout.shown.length}
      aria-multiselectable
      data-custom={isChanged(layout) || undefined}
      style={isChanged(layout) ? ({ "--columns": template(layout) } as CSSProperties) : undefined}
      aria-activedescendant={isDrawn ? `row-${selected}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={`${css.row} ${css.head}`} role="row" aria-rowindex={1}>
        {layout.shown.map((column) => (
          <span key={column} role="columnheader" className={css[column]} data-column={column}>
            {column === "direction" ? (
              <span className="visually-hidden">{text("column-direction")}</span>
            ) : (
              text(`column-${column}`)
            )}
            <Grip onDrag={(width) => onLayout(resized(layout, column, width))} />
          </span>
        ))}
      </div>
      <div className={css.view} ref={view}>
        <div
          className={css.rows}
          role="rowgroup"
          style={{ transform: `translateY(${Math.round((first - log.place) * ROW)}px)` }}
        >
          {drawn}
        </div>
        {children}
        <ScrollBar log={log} total={total} height={height} />
      </div>
    </div>
  );
}

const LogRow = memo(function LogRow({
  row,
  index,
  selected,
  chosen,
  channel,
  columns,
  newDay,
  onTouch,
}: {
  row: ExchangeRow;
  index: number;
  selected: boolean;
  chosen: boolean;
  channel: string;
  columns: readonly Column[];
  /** It is the newest of its day. */
  newDay: boolean;
  onTouch: (id: string, event: MouseEvent) => void;
}) {
  const { text, format, step } = useWords();
  const event = row.kind && text(eventKey(row.kind));
  const what = row.step ? step(row.step) : event || row.platformName || text("traffic-unreadable");
  // That a file was fetched the step says already.
  const source = row.source === "platform" || row.source === "file" ? undefined : text(sourceKey(row.source));
  const cells: Record<Column, ReactNode> = {
    time: (
      <span key="time" role="gridcell" className={css.time} title={format.exact(row.at)}>
        {format.when(row.at)}
      </span>
    ),
    direction: (
      <span key="direction" role="gridcell" className={css.direction}>
        <Icon name={row.direction} size={14} />
        <span className="visually-hidden">{text(`direction-${row.direction}`)}</span>
      </span>
    ),
    channel: (
      <span key="channel" role="gridcell" className={css.channel}>
        {channel}
      </span>
    ),
    what: (
      <span
        key="what"
        role="gridcell"
        className={css.what}
        title={[what, row.step && event, source, row.platformName].filter(Boolean).join(" · ")}
      >
        {row.source !== "platform" && <Icon name={sourceIcons[row.source]} size={14} className={css.source} />}
        {what}
        {source && <span className="muted"> {source}</span>}
      </span>
    ),
    who: (
      <span key="who" role="gridcell" className={css.who}>
        {row.who}
      </span>
    ),
    text: (
      <span key="text" role="gridcell" className={css.text}>
        {row.preview}
      </span>
    ),
    result: (
      <span key="result" role="gridcell" className={css.result}>
        <StateMark state={row.result} skipped={row.skipped} retry={row.retry} />
      </span>
    ),
    took: (
      <span key="took" role="gridcell" className={css.took}>
        {format.took(row.tookUs)}
      </span>
    ),
    status: (
      <span key="status" role="gridcell" className={css.took}>
        {row.status ?? "–"}
      </span>
    ),
    size: (
      <span key="size" role="gridcell" className={css.took}>
        {format.size(row.size)}
      </span>
    ),
    id: (
      <span key="id" role="gridcell" className="mono muted">
        {row.id}
      </span>
    ),
  };
  return (
    // Keys are handled by the grid, which has the focus.
    <div
      id={`row-${row.id}`}
      className={css.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected || chosen}
      data-chosen={chosen || undefined}
      data-day={newDay ? format.day(row.at) : undefined}
      onClick={(event) => onTouch(row.id, event)}
    >
      {columns.map((column) => cells[column])}
    </div>
  );
});

const isOtherDay = (newer: number | undefined, at: number) =>
  newer !== undefined && new Date(newer).toDateString() !== new Date(at).toDateString();

/** The edge of a column, to be drawn with the mouse; the menu of columns has buttons for the same. */
function Grip({ onDrag }: { onDrag: (width: number) => void }) {
  const from = useRef<{ at: number; width: number }>(undefined);
  return (
    <i
      className={css.grip}
      aria-hidden="true"
      onPointerDown={(event) => {
        const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 0;
        from.current = { at: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (from.current) onDrag(from.current.width + event.clientX - from.current.at);
      }}
      onPointerUp={() => (from.current = undefined)}
      onPointerCancel={() => (from.current = undefined)}
    />
  );
}

/**
 * The scroll bar of a list that the browser cannot scroll by itself. It is the mouse's alone, as a browser's own is: rows say their number,
 * and a grid may have nothing in it but rows.
 */
function ScrollBar({ log, total, height }: { log: Log; total: number; height: number }) {
  const grip = useRef<{ pointer: number; offset: number }>(undefined);
  const bar = thumb(log.place, log.rowsVisible, total, height);
  if (!bar) return null;
  return (
    <div
      className={css.track}
      aria-hidden="true"
      onPointerDown={(event) => {
        const track = event.currentTarget.getBoundingClientRect();
        const at = event.clientY - track.top;
        const onThumb = at >= bar.offset && at <= bar.offset + bar.size;
        const offset = onThumb ? bar.offset : at - bar.size / 2;
        grip.current = { pointer: event.clientY, offset };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
        if (!onThumb) log.moveTo(placeOfThumb(offset, log.rowsVisible, total, height));
      }}
      onPointerMove={(event) => {
        if (!grip.current) return;
        const offset = grip.current.offset + event.clientY - grip.current.pointer;
        log.moveTo(placeOfThumb(offset, log.rowsVisible, total, height));
      }}
      onPointerUp={() => (grip.current = undefined)}
      onPointerCancel={() => (grip.current = undefined)}
    >
      <div className={css.thumb} style={{ height: bar.size, transform: `translateY(${bar.offset}px)` }} />
    </div>
  );
}
