/** The rows of the list: drawn only where they are looked at, chosen by mouse and keys, read on as one scrolls. */
import { Checkbox } from "@mantine/core";
import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";

import type { ChannelView, ConversationRow, ConversationSort } from "../../backend";
import { Icon, Shape } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { PlatformMark } from "../../components/PlatformMark";
import { useWords } from "../../strings/text";
import css from "./Grid.module.css";
import type { List } from "./list";
import { attribute, FlagMark, StatusMark } from "./looks";
import type { Selection } from "./selection";

/** The height of a row, in px. */
const ROW = 32;
/** Rows drawn beyond what is looked at, on either side. */
const BEYOND = 8;
/** The next page is read when fewer rows than this lie ahead. */
const AHEAD = 40;

const columns = [
  "channel",
  "contact",
  "status",
  "operator",
  "last",
  "when",
  "messages",
  "failed",
  "labels",
  "started",
] as const;

/** The columns by which the list can be sorted. */
const sorts: Partial<Record<(typeof columns)[number], ConversationSort>> = {
  when: "lastActivity",
  messages: "messages",
  started: "started",
};

/** The rows. */
export function Grid({
  list,
  selection,
  current,
  channels,
  onOpen,
  onSort,
  children,
}: {
  list: List;
  selection: Selection;
  /** The row that is open or was moved to. */
  current: string | undefined;
  channels: ReadonlyMap<string, ChannelView>;
  /** A row was moved to; `open` when it should be shown. */
  onOpen: (id: string | undefined, open: boolean) => void;
  onSort: (sort: ConversationSort, ascending: boolean) => void;
  /** What stands in place of rows when there are none. */
  children?: ReactNode;
}) {
  const { text } = useWords();
  const version = useSyncExternalStore(list.subscribe, list.snapshot);
  const view = useRef<HTMLDivElement>(null);
  const [{ top, height }, setPlace] = useState({ top: 0, height: 0 });
  const { rows } = list;
  const { sort, ascending, filter } = list.order;

  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const measure = () => setPlace({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Another list begins at its top.
  const shown = JSON.stringify([sort, ascending, filter]);
  useLayoutEffect(() => {
    if (view.current) view.current.scrollTop = 0;
  }, [shown]);

  const first = Math.max(0, Math.floor(top / ROW) - BEYOND);
  const end = Math.min(rows.length, Math.ceil((top + height) / ROW) + BEYOND);
  useEffect(() => {
    if (height > 0 && end + AHEAD > rows.length) void list.more();
  }, [list, version, end, rows.length, height]);

  const index = rows.findIndex((row) => row.id === current);
  const reveal = (target: number) => {
    const element = view.current;
    if (!element) return;
    if (target * ROW < element.scrollTop) element.scrollTop = target * ROW;
    else if ((target + 1) * ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = (target + 1) * ROW - element.clientHeight;
  };
  const go = (target: number, range: boolean) => {
    const to = Math.max(0, Math.min(target, rows.length - 1));
    const row = rows[to];
    if (!row) return;
    reveal(to);
    onOpen(row.id, false);
    if (range && !selection.has(row.id)) selection.toggle(row, rows);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return;
    const row = rows[index];
    const page = Math.max(1, Math.floor(height / ROW) - 1);
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyA") selection.set(rows);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "ArrowDown") {
      if (event.shiftKey && row && !selection.has(row.id)) selection.toggle(row, rows);
      go(index + 1, event.shiftKey);
    } else if (event.key === "ArrowUp") {
      if (event.shiftKey && row && !selection.has(row.id)) selection.toggle(row, rows);
      go(index < 0 ? first : index - 1, event.shiftKey);
    } else if (event.key === "PageDown") go(index + page, false);
    else if (event.key === "PageUp") go(index - page, false);
    else if (event.key === "Home") go(0, false);
    else if (event.key === "End") go(rows.length - 1, false);
    else if (event.key === "Enter" && row) onOpen(row.id, true);
    else if (event.key === " " && row) selection.toggle(row, rows, event.shiftKey);
    else if (event.key === "Escape") {
      if (selection.count === 0) onOpen(undefined, false);
      else selection.clear();
    } else return;
    event.preventDefault();
  };

  const everyLoaded = rows.length > 0 && rows.every((row) => selection.has(row.id));
  return (
    <div className={css.frame}>
      <div
        className={css.grid}
        data-empty={rows.length === 0 || undefined}
        role="grid"
        aria-label={text("conversations-grid")}
        aria-multiselectable="true"
        aria-rowcount={list.complete ? rows.length + 1 : -1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={index >= first && index < end ? `conversation-${current ?? ""}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={`${css.row} ${css.head}`} role="row" aria-rowindex={1}>
          <span role="columnheader" className={css.check}>
            <Checkbox
              size="xs"
              aria-label={text("conversations-select-loaded")}
              checked={everyLoaded}
              indeterminate={!everyLoaded && selection.count > 0}
              disabled={rows.length === 0}
              onChange={() => (everyLoaded ? selection.clear() : selection.set(rows))}
            />
          </span>
          {columns.map((column) => {
            const by = sorts[column];
            const name = text(
              `column-${column === "channel" || column === "operator" ? column : `conversation-${column}`}`,
            );
            return (
              <span
                key={column}
                role="columnheader"
                className={css[column]}
                aria-sort={by === undefined ? undefined : by !== sort ? "none" : ascending ? "ascending" : "descending"}
              >
                {by === undefined ? (
                  name
                ) : (
                  <button
                    type="button"
                    className={css.sort}
                    title={name}
                    onClick={() => onSort(by, by === sort ? !ascending : false)}
                  >
                    <span className="clip">{name}</span>
                    {by === sort && <Icon name="down" size={10} className={ascending ? css.ascending : undefined} />}
                  </button>
                )}
              </span>
            );
          })}
        </div>
        <div
          className={css.view}
          ref={view}
          onScroll={({ currentTarget }) => {
            setPlace({ top: currentTarget.scrollTop, height: currentTarget.clientHeight });
            list.lookAtTop(currentTarget.scrollTop < ROW);
          }}
        >
          <div className={css.rows} role="rowgroup" style={{ height: rows.length * ROW }}>
            {rows.slice(first, end).map((row, at) => (
              <Row
                key={row.id}
                row={row}
                rows={rows}
                at={first + at}
                chosen={selection.has(row.id)}
                current={row.id === current}
                channel={channels.get(row.channel)}
                onOpen={onOpen}
                onToggle={selection.toggle}
              />
            ))}
          </div>
          {list.reading && <p className={css.reading}>{text("conversations-reading")}</p>}
        </div>
      </div>
      {children}
    </div>
  );
}

const Row = memo(function Row({
  row,
  rows,
  at,
  chosen,
  current,
  channel,
  onOpen,
  onToggle,
}: {
  row: ConversationRow;
  rows: readonly ConversationRow[];
  at: number;
  chosen: boolean;
  current: boolean;
  channel: ChannelView | undefined;
  onOpen: (id: string, open: boolean) => void;
  onToggle: Selection["toggle"];
}) {
  const { text, format } = useWords();
  const who = row.who || text("conversation-nobody");
  const more = Object.entries(row.attributes).map(([name, value]) => `${name}: ${attribute(value)}`);
  return (
    // Keys are handled by the grid, which has the focus.
    <div
      id={`conversation-${row.id}`}
      className={css.row}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={chosen}
      data-current={current || undefined}
      style={{ transform: `translateY(${at * ROW}px)` }}
      onMouseDown={(event) => {
        // A range is meant, and no text.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event: MouseEvent) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) onToggle(row, rows, event.shiftKey);
        else onOpen(row.id, true);
      }}
    >
      <span
        role="gridcell"
        className={css.check}
        onClick={(event) => {
          event.stopPropagation();
          if (event.target instanceof HTMLInputElement || event.currentTarget === event.target)
            onToggle(row, rows, event.shiftKey);
        }}
      >
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={text("conversation-select", { name: who })}
          checked={chosen}
          readOnly
        />
      </span>
      <span role="gridcell" className={css.channel} title={channel?.name}>
        {channel && <PlatformMark platform={channel.platform} preset={channel.preset} size={18} />}
        <span className="clip">{channel?.name ?? text("link-channel-gone")}</span>
      </span>
      <span role="gridcell" className={css.contact} title={row.who ? undefined : row.key}>
        {row.who || <span className="muted">{who}</span>}
      </span>
      <span role="gridcell" className={css.status}>
        <StatusMark status={row.status} />
      </span>
      <span role="gridcell" className={css.operator}>
        {row.operator ? (row.operator.name ?? row.operator.key) : <span className="muted">–</span>}
      </span>
      <span role="gridcell" className={css.last} title={row.preview}>
        {row.flag && <FlagMark flag={row.flag} />}
        {row.previewFrom === "operator" && <span className="muted">{text("conversation-operator-said")} </span>}
        {row.preview}
      </span>
      <span role="gridcell" className={css.when}>
        <Moment at={row.lastAt} />
      </span>
      <span role="gridcell" className={css.messages}>
        {format.number(row.messages)}
      </span>
      <span role="gridcell" className={css.failed}>
        {row.failed > 0 && (
          <span className="red" title={text("conversation-failures", { count: row.failed })}>
            <Shape name="diamond" size={10} /> {format.number(row.failed)}
          </span>
        )}
      </span>
      <span role="gridcell" className={css.labels} title={[row.labels.join(", "), ...more].filter(Boolean).join("\n")}>
        {row.labels.map((label) => (
          <span key={label} className={css.label}>
            {label}
          </span>
        ))}
        {more.length > 0 && <span className="muted">+{more.length}</span>}
      </span>
      <span role="gridcell" className={css.started} title={format.exact(row.startedAt)}>
        {format.date(row.startedAt)}
      </span>
    </div>
  );
});
