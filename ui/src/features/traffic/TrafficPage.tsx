/** Every request in either direction, as it happens and as far back as it is kept. */
import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";

import { useBackend } from "../../app/backend";
import { useLive } from "../../app/live";
import { useChannels } from "../../app/queries";
import type { TrafficSearch } from "../../app/router";
import { useKeys, useShortcut } from "../../app/shortcuts";
import type { DeliveryFilter, TrafficFilter } from "../../backend";
import { ExportMenu } from "../../components/ExportMenu";
import { dayEnd, dayStart, firstOf } from "../../components/days";
import { Empty, Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { ExchangePane } from "./ExchangePane";
import { ColumnMenu } from "./ColumnMenu";
import { keep, read, type Layout } from "./columns";
import { DayBar } from "./DayBar";
import { Filters } from "./Filters";
import { Log } from "./log";
import { LogGrid } from "./LogGrid";
import { ResendFailed } from "./ResendFailed";
import { TrafficTabs } from "./TrafficTabs";
import { MOST_CHOSEN, Selected } from "./Selected";
import css from "./TrafficPage.module.css";
import { TrafficViews } from "./TrafficViews";

/** How often a screen reader is told of new rows, in ms. */
const ANNOUNCE = 10_000;

/** The filter that an address asks for. Times are of this computer's day. */
export function filterOf(search: TrafficSearch, now: Date): TrafficFilter {
  const filter: TrafficFilter = {};
  if (search.channel !== undefined) filter.channel = search.channel;
  if (search.direction !== undefined) filter.direction = search.direction;
  if (search.state !== undefined) filter.state = search.state;
  if (search.text !== undefined) filter.text = search.text;
  if (search.unclaimed) filter.unclaimed = true;
  const days = search.today ? 1 : search.days;
  const from = dayStart(days === undefined ? (search.from ?? "") : firstOf(now.getTime(), days));
  const to = dayEnd(search.to ?? "");
  if (from !== undefined) filter.from = from;
  if (to !== undefined) filter.to = to;
  return filter;
}

/** The deliveries behind the rows that are shown, when those are all that was given up; undefined when they are more or fewer. */
export function failedOf(search: TrafficSearch, now: Date): DeliveryFilter | undefined {
  if (search.state !== "failed" || search.text !== undefined || search.unclaimed) return undefined;
  const { channel, from, to } = filterOf(search, now);
  return {
    state: "failed",
    ...(channel === undefined ? {} : { channel }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** The Traffic screen. */
export function TrafficPage() {
  const { text } = useWords();
  const backend = useBackend();
  const live = useLive();
  const channels = useChannels().data;
  const search = useSearch({ from: "/traffic" });
  const navigate = useNavigate({ from: "/traffic" });
  const {
    exchange: selectedInAddress,
    channel,
    direction,
    state,
    text: words,
    today,
    days,
    from,
    to,
    unclaimed,
  } = search;
  const narrowing: TrafficSearch = { channel, direction, state, text: words, today, days, from, to, unclaimed };
  const [selected, setSelected] = useState(selectedInAddress);
  const [open, setOpen] = useState(selectedInAddress !== undefined);
  const [layout, setLayout] = useState(() => read());
  const [asks, setAsks] = useState(false);
  const [choice, setChoice] = useState<{ of: string; ids: ReadonlySet<string> }>({ of: "", ids: new Set() });

  const [log] = useState(
    () =>
      new Log({
        read: (query) => backend.call("traffic.page", query),
        frame: (callback) => requestAnimationFrame(callback),
      }),
  );
  useEffect(() => () => log.close(), [log]);
  useEffect(() => live.listen({ exchanges: (rows) => log.offer(rows), gap: () => void log.reread() }), [live, log]);

  const key = JSON.stringify(narrowing);
  // What was chosen among other rows than these is chosen no more.
  const chosen = useMemo(() => (choice.of === key ? choice.ids : new Set<string>()), [choice, key]);
  useEffect(() => {
    void log.show(filterOf(JSON.parse(key) as TrafficSearch, new Date()));
  }, [log, key]);

  const names = useMemo(() => new Map(channels?.map((one) => [one.id, one.name])), [channels]);
  const unknown = text("traffic-no-channel");
  const channelName = useCallback(
    (id: string | null) => (id === null ? unknown : (names.get(id) ?? "")),
    [names, unknown],
  );
  const onSelect = useCallback((id: string | undefined, show: boolean) => {
    setSelected(id);
    if (id === undefined) setOpen(false);
    else if (show) setOpen(true);
  }, []);
  const narrow = (change: Partial<TrafficSearch>) =>
    void navigate({ search: (before) => ({ ...before, exchange: undefined, ...change }), replace: true });
  const clear = () => void navigate({ search: {}, replace: true });
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  useShortcut("clear", narrowed ? clear : undefined);
  const arrange = (next: Layout) => {
    keep(next);
    setLayout(next);
  };
  const choose = (ids: readonly string[], how: "add" | "toggle") => {
    const next = new Set(chosen);
    for (const id of ids)
      if (how === "toggle" && chosen.has(id)) next.delete(id);
      else if (next.size < MOST_CHOSEN) next.add(id);
    setChoice({ of: key, ids: next });
  };
  // The row that is open is sent again by its pane; the one that is only selected becomes the one that is chosen.
  const alone = !open && chosen.size === 0 ? selected : undefined;
  useShortcut(
    "resend",
    alone === undefined
      ? undefined
      : () => {
          setChoice({ of: key, ids: new Set([alone]) });
          setAsks(true);
        },
  );
  const failed = useMemo(() => failedOf(JSON.parse(key) as TrafficSearch, new Date()), [key]);

  return (
    <Page
      wide
      title={text("traffic-title")}
      sentence={text("traffic-sentence")}
      tabs={<TrafficTabs />}
      action={
        <div className="row wrap">
          <TrafficViews search={search} onChoose={(view) => void navigate({ search: view, replace: true })} />
          <ColumnMenu layout={layout} onChange={arrange} />
          <PauseButton log={log} />
          <ExportMenu what={() => ({ kind: "traffic", filter: filterOf(narrowing, new Date()) })} />
          {failed && <ResendFailed filter={failed} />}
        </div>
      }
      pane={
        open && selected !== undefined ? (
          <ExchangePane
            key={selected}
            id={selected}
            onClose={() => setOpen(false)}
            onShow={(id) => onSelect(id, true)}
            byKey={chosen.size === 0}
          />
        ) : undefined
      }
    >
      <Filters search={search} channels={channels ?? []} onChange={narrow} onClear={clear} narrowed={narrowed} />
      <DayBar
        log={log}
        search={narrowing}
        onDay={(day) => narrow({ today: undefined, days: undefined, from: day, to: day })}
      />
      <LogGrid
        log={log}
        selected={selected}
        onSelect={onSelect}
        channelName={channelName}
        layout={layout}
        onLayout={arrange}
        chosen={chosen}
        onChoose={choose}
      >
        <NoRows log={log} narrowed={narrowed} hasChannels={(channels?.length ?? 0) > 0} onClear={clear} />
      </LogGrid>
      {chosen.size > 0 ? (
        <Selected
          chosen={[...chosen]}
          asks={asks}
          onClear={() => {
            setChoice({ of: key, ids: new Set() });
            setAsks(false);
          }}
        />
      ) : (
        <Foot log={log} narrowed={narrowed} />
      )}
    </Page>
  );
}

function PauseButton({ log }: { log: Log }) {
  const { text } = useWords();
  const keys = useKeys();
  useSyncExternalStore(log.subscribe, log.snapshot);
  return (
    <Button
      variant="default"
      aria-pressed={log.paused}
      title={keys.hint(text(log.paused ? "traffic-resume" : "traffic-pause"), "pause")}
      onClick={() => log.pause(!log.paused)}
    >
      {text(log.paused ? "traffic-resume" : "traffic-pause")}
    </Button>
  );
}

/** What stands in place of rows: loading, an error, nothing yet, nothing that matches. Each with one button. */
function NoRows({
  log,
  narrowed,
  hasChannels,
  onClear,
}: {
  log: Log;
  narrowed: boolean;
  hasChannels: boolean;
  onClear: () => void;
}) {
  const { text, format } = useWords();
  const navigate = useNavigate();
  useSyncExternalStore(log.subscribe, log.snapshot);
  if (log.rows.length > 0) return null;
  if (log.phase === "loading")
    return (
      <Empty
        title={text("traffic-loading")}
        action={
          <Button variant="default" onClick={() => void log.show(log.filter)}>
            {text("action-try-again")}
          </Button>
        }
      />
    );
  if (log.phase === "failed" && log.error)
    return (
      <div className={css.failed}>
        <TroubleNote
          trouble={log.error}
          action={<Button onClick={() => void log.retry()}>{text("action-try-again")}</Button>}
        />
      </div>
    );
  if (log.searchedBack)
    return (
      <Empty
        title={text("traffic-no-match")}
        action={
          <Button loading={log.searching} onClick={() => void log.searchFurther()}>
            {text("traffic-search-further")}
          </Button>
        }
      >
        {text("traffic-searched-back", { when: format.exact(log.searchedBack.at) })}
      </Empty>
    );
  if (narrowed)
    return (
      <Empty
        title={text("traffic-no-match")}
        action={
          <Button variant="default" onClick={onClear}>
            {text("traffic-clear")}
          </Button>
        }
      >
        {text(log.paused ? "traffic-no-match-paused" : "traffic-no-match-hint")}
      </Empty>
    );
  return (
    <Empty
      title={text(log.paused ? "traffic-empty-paused" : "traffic-empty")}
      action={
        log.paused ? (
          <Button onClick={() => log.pause(false)}>{text("traffic-resume")}</Button>
        ) : (
          <Button
            onClick={() => void navigate(hasChannels ? { to: "/channels", search: {} } : { to: "/setup", search: {} })}
          >
            {text(hasChannels ? "traffic-empty-channels" : "channels-add")}
          </Button>
        )
      }
    >
      {text("traffic-empty-hint")}
    </Empty>
  );
}

/** How much there is, whether it moves, and the way back to the newest. */
function Foot({ log, narrowed }: { log: Log; narrowed: boolean }) {
  const { text, format, trouble } = useWords();
  useSyncExternalStore(log.subscribe, log.snapshot);
  return (
    <div className={css.foot}>
      <span className="figures">
        {log.rows.length > 0 &&
          text(narrowed && !log.exact ? "traffic-count-matching" : "traffic-count", { count: log.total })}
      </span>
      {log.searchedBack && log.rows.length > 0 && (
        <span className="row">
          {text("traffic-searched-back", { when: format.when(log.searchedBack.at) })}
          <Button variant="default" size="compact-xs" loading={log.searching} onClick={() => void log.searchFurther()}>
            {text("traffic-search-further")}
          </Button>
        </span>
      )}
      {log.error && log.phase === "ready" && (
        <span className="row red">
          {trouble(log.error)}
          <Button variant="default" size="compact-xs" onClick={() => void log.retry()}>
            {text("action-try-again")}
          </Button>
        </span>
      )}
      <span className="grow" />
      {log.paused || log.unseen > 0 ? (
        <Button size="compact-sm" variant="light" onClick={() => void log.toNewest()}>
          {log.paused ? text("traffic-paused-new", { count: log.unseen }) : text("traffic-new", { count: log.unseen })}
        </Button>
      ) : log.following ? (
        <span className="muted">{text("traffic-following")}</span>
      ) : (
        <Button size="compact-sm" variant="subtle" onClick={() => void log.toNewest()}>
          {text("traffic-to-newest")}
        </Button>
      )}
      <Announcement log={log} />
    </div>
  );
}

/** Says how many rows came, at most every ten seconds: a screen reader cannot listen to each of them. */
function Announcement({ log }: { log: Log }) {
  const { text } = useWords();
  const [said, setSaid] = useState("");
  useEffect(() => {
    let before = log.total + log.unseen;
    const timer = setInterval(() => {
      const now = log.total + log.unseen;
      if (now > before && log.phase === "ready") setSaid(text("traffic-new", { count: now - before }));
      before = now;
    }, ANNOUNCE);
    return () => clearInterval(timer);
  }, [log, text]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
