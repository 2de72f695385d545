/** The conversations of a bulk send and what became of each, drawn only where they are looked at. */
import { Button } from "@mantine/core";
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";

import { useBackend } from "../../app/backend";
import type { BulkItemView, BulkView } from "../../backend";
import { Shape } from "../../components/icons";
import { Empty } from "../../components/Page";
import { stateLooks } from "../../components/StateMark";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./bulk.module.css";
import { Items } from "./items";
import { ItemMark, numberNames, numbers, useItemReason, type NumberName } from "./looks";

/** The height of a row, in px. */
const ROW = 32;

/** The table and what narrows it. */
export function ItemTable({ bulk, channelName }: { bulk: BulkView; channelName: (id: string | null) => string }) {
  const { text } = useWords();
  const backend = useBackend();
  const [shown, setShown] = useState<NumberName>();
  const [items] = useState(() => new Items(bulk.id, (query) => backend.call("bulk.items", query)));
  const { total, delivered, skipped, failed, unknown, left, sending } = bulk;
  useEffect(() => items.filter(shown === undefined ? undefined : numbers[shown]), [items, shown]);
  useEffect(() => items.resize(total), [items, total]);
  useEffect(() => items.refresh(), [items, delivered, skipped, failed, unknown, left, sending]);
  useEffect(() => () => items.close(), [items]);
  return (
    <section className={css.items} aria-label={text("bulk-items")}>
      <div className={css.chips} role="group" aria-label={text("bulk-items-filter")}>
        <Chip name={undefined} count={total} pressed={shown === undefined} onPress={() => setShown(undefined)} />
        {numberNames
          .filter((name) => bulk[name] > 0 || shown === name)
          .map((name) => (
            <Chip
              key={name}
              name={name}
              count={bulk[name]}
              pressed={shown === name}
              onPress={() => setShown(shown === name ? undefined : name)}
            />
          ))}
      </div>
      <Rows items={items} channelName={channelName} />
    </section>
  );
}

function Chip({
  name,
  count,
  pressed,
  onPress,
}: {
  name: NumberName | undefined;
  count: number;
  pressed: boolean;
  onPress: () => void;
}) {
  const { text, format } = useWords();
  const [colour, shape] =
    name === undefined || name === "left" ? (["grey", "ring"] as const) : stateLooks[numbers[name]];
  return (
    <button type="button" className={css.chip} aria-pressed={pressed} onClick={onPress}>
      {name && (
        <i className={colour} style={{ display: "flex" }}>
          <Shape name={shape} size={10} />
        </i>
      )}
      {text(`bulk-${name ?? "total"}`)} <span className="figures muted">{format.number(count)}</span>
    </button>
  );
}

const columns = ["bulk-column-number", "column-who", "column-channel", "column-state", "bulk-column-why"] as const;
const narrow = ["bulk-column-tries", "column-time", "bulk-column-links"] as const;

function Rows({ items, channelName }: { items: Items; channelName: (id: string | null) => string }) {
  const { text } = useWords();
  useSyncExternalStore(items.subscribe, items.snapshot);
  const view = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ top: 0, height: 320 });
  const { count } = items;
  const first = Math.max(0, Math.floor(place.top / ROW) - 5);
  const end = Math.min(count, Math.ceil((place.top + place.height) / ROW) + 5);

  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const measure = () => setPlace({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => items.look(first, end), [items, first, end]);

  const drawn = [];
  for (let index = first; index < end; index += 1) {
    const item = items.at(index);
    drawn.push(
      item ? (
        <Row key={index} item={item} index={index} channel={channelName(item.channel)} />
      ) : (
        <div
          key={index}
          className={css.row}
          style={{ top: index * ROW }}
          role="row"
          aria-rowindex={index + 2}
          aria-busy
        >
          <span className={css.ghost} role="cell" aria-label={text("bulk-items-loading")} />
        </div>
      ),
    );
  }
  const empty = !items.loading && !items.error && count === 0;
  return (
    <div className={css.table}>
      {/* What scrolls must be reachable by keys. */}
      <div
        className={css.view}
        ref={view}
        tabIndex={0}
        role="table"
        aria-label={text("bulk-items")}
        aria-rowcount={count + 1}
        onScroll={(event) => {
          const { scrollTop: top, clientHeight: height } = event.currentTarget;
          setPlace({ top, height });
        }}
      >
        <div role="rowgroup">
          <div className={`${css.row} ${css.head}`} role="row" aria-rowindex={1}>
            {[...columns, ...narrow].map((key) => (
              <span key={key} role="columnheader" className={css[key.replace(/^.*-/, "")]}>
                {text(key)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: count * ROW, position: "relative" }}>
          {drawn}
        </div>
      </div>
      {items.error && (
        <TroubleNote
          trouble={items.error}
          action={<Button onClick={() => items.retry()}>{text("action-try-again")}</Button>}
        />
      )}
      {empty && <Empty title={text("bulk-items-none")}>{text("bulk-items-none-hint")}</Empty>}
    </div>
  );
}

function Row({ item, index, channel }: { item: BulkItemView; index: number; channel: string }) {
  const { text, format } = useWords();
  const reason = useItemReason()(item);
  const line = item.line !== null && text("bulk-item-line", { line: item.line });
  const who = item.who || item.key;
  return (
    <div className={css.row} style={{ top: index * ROW }} role="row" aria-rowindex={index + 2}>
      <span role="cell" className={css.number}>
        {format.number(item.n)}
      </span>
      <span role="cell" className={css.who} title={[who, line].filter(Boolean).join(" · ")}>
        {who}
        {line && <span className="muted"> {line}</span>}
      </span>
      <span role="cell" className={css.channel} title={channel}>
        {channel}
      </span>
      <span role="cell" className={css.state}>
        <ItemMark state={item.state} />
      </span>
      <span role="cell" className={css.why} title={[reason.words, reason.meaning].filter(Boolean).join(" ")}>
        {reason.words}
      </span>
      <span role="cell" className={css.tries}>
        {item.tries > 0 && format.number(item.tries)}
      </span>
      <span role="cell" className={css.time} title={item.at === null ? undefined : format.exact(item.at)}>
        {item.at !== null && format.when(item.at)}
      </span>
      <span role="cell" className={css.links}>
        {item.exchange !== null && (
          <>
            <TextLink
              to="/traffic/journey/$id"
              params={{ id: item.exchange }}
              aria-label={text("bulk-item-journey-of", { who })}
            >
              {text("bulk-item-journey")}
            </TextLink>
            <TextLink
              to="/traffic"
              search={{ exchange: item.exchange }}
              className={css.log}
              aria-label={text("bulk-item-log-of", { who })}
            >
              {text("bulk-item-log")}
            </TextLink>
          </>
        )}
        {item.conversation !== null && (
          <TextLink
            to="/conversations"
            search={{ conversation: item.conversation }}
            aria-label={text("bulk-item-conversation-of", { who })}
          >
            {text("bulk-item-conversation")}
          </TextLink>
        )}
      </span>
    </div>
  );
}
