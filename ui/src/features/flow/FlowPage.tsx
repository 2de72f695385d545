/** The traffic as a map: who is there, what moves between them, and how well. The same as a table, and as it was. */
import { Button, Loader, SegmentedControl, TextInput } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";

import { useLive } from "../../app/live";
import { useProblems } from "../../app/problems";
import { useStatus } from "../../app/queries";
import type { Flow, FlowNode } from "../../backend";
import { HelpLink } from "../../components/HelpLink";
import { Icon } from "../../components/icons";
import { useNow } from "../../components/Moment";
import { Empty, Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { TrafficTabs } from "../traffic/TrafficTabs";
import css from "./flow.module.css";
import { FlowMap } from "./FlowMap";
import { FlowPane } from "./FlowPane";
import { FlowTable } from "./FlowTable";
import { isIn } from "./lanes";
import { found, grouped, groupOf, MANY } from "./layout";
import { mayMove, Motion } from "./motion";
import { useFlow, useReplay, type Window } from "./queries";
import { asItWas, frameAt } from "./replay";
import { ReplayBar, useReplaying } from "./ReplayBar";
import { nameOf, stopsOf } from "./words";

/** The Map screen. */
export function FlowPage() {
  const words = useWords();
  const { text } = words;
  const navigate = useNavigate();
  const live = useLive();
  const [window, setWindow] = useState<Window>("minutes");
  const [table, setTable] = useState(false);
  const [wanted, setWanted] = useState<boolean>();
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set());
  const [selected, setSelected] = useState<string>();
  const [motion] = useState(() => new Motion());
  const { data, error } = useFlow(window);
  const replaying = useReplaying(motion);
  const { cursor } = replaying;
  const past = useReplay(cursor);
  const frame = cursor === undefined ? undefined : frameAt(past.data?.frames ?? [], cursor);
  const { setFrame } = replaying;
  useEffect(() => setFrame(frame), [setFrame, frame]);

  const channels = data?.nodes.filter(({ kind }) => kind === "channel").length ?? 0;
  const hidden = useSyncExternalStore(whenSeen, () => document.hidden);
  const reduced = useReducedMotion();
  const moves = mayMove({ wanted, channels, reduced, hidden });
  useEffect(() => {
    if (!moves) motion.stop();
    if (!moves || cursor !== undefined) return undefined;
    return live.watch((beat) => motion.offer(beat.edges));
  }, [live, motion, moves, cursor]);
  useEffect(() => replaying.setMoves(moves), [replaying, moves]);

  const asShown = useCallback(
    (flow: Flow) => found(channels > MANY ? grouped(flow, opened) : flow, search, (node) => nameOf(words, node)),
    [channels, opened, search, words],
  );
  const shown = useMemo(() => {
    if (!data) return undefined;
    return asShown(cursor === undefined ? data : asItWas(data, frame, cursor));
  }, [data, asShown, frame, cursor]);
  const now = useNow();
  const stopped = useStatus().data?.stopped;
  const problems = useProblems().data;
  const stops = useMemo(() => stopsOf(shown?.nodes ?? [], stopped ?? [], problems ?? []), [shown, stopped, problems]);

  /** The log of what is selected. */
  const openLog = (id: string) => {
    const node = shown?.nodes.find((one) => one.id === id);
    const edge = shown?.edges.find((one) => one.id === id);
    const whose = node?.channels ?? edge?.channels ?? [];
    const [only] = whose;
    void navigate({
      to: "/traffic",
      search: {
        ...(whose.length === 1 && only !== undefined ? { channel: only } : {}),
        ...(edge ? { direction: isIn(edge.lane) ? ("in" as const) : ("out" as const) } : {}),
      },
    });
  };
  const open = (node: FlowNode) => {
    setOpened((before) => new Set([...before, groupOf(node)]));
    setSelected(undefined);
  };
  const isNowhere = shown !== undefined && shown.nodes.length <= 1 && search !== "";

  return (
    <Page
      wide
      title={text("traffic-title")}
      sentence={text("flow-sentence")}
      tabs={<TrafficTabs />}
      pane={
        selected !== undefined && shown ? (
          <FlowPane
            key={selected}
            id={selected}
            flow={shown}
            window={window}
            cursor={cursor}
            onClose={() => setSelected(undefined)}
            onLog={() => openLog(selected)}
            onOpen={open}
          />
        ) : undefined
      }
    >
      <div className={css.tools}>
        <SegmentedControl
          size="xs"
          aria-label={text("flow-window")}
          value={window}
          disabled={cursor !== undefined}
          onChange={(value) => setWindow(value as Window)}
          data={(["minutes", "hour", "day"] as const).map((value) => ({ value, label: text(`flow-window-${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={text("flow-view")}
          value={table ? "table" : "map"}
          onChange={(value) => setTable(value === "table")}
          data={(["map", "table"] as const).map((value) => ({ value, label: text(`flow-view-${value}`) }))}
        />
        {channels > 3 && (
          <TextInput
            size="xs"
            w={190}
            aria-label={text("flow-search")}
            placeholder={text("flow-search")}
            leftSection={<Icon name="search" size={14} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        {channels > MANY && opened.size > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => setOpened(new Set())}>
            {text("flow-group")}
          </Button>
        )}
        <HelpLink page="states" at="states-channels" />
        <span className="grow" />
        {data?.behind && <span className="small muted">{text("home-counting")}</span>}
        {!table && !reduced && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name={moves ? "pause" : "play"} size={14} />}
            onClick={() => setWanted(!moves)}
          >
            {text(moves ? "flow-still" : "flow-move")}
          </Button>
        )}
        {cursor === undefined && (
          <Button variant="default" size="compact-sm" onClick={replaying.begin}>
            {text("flow-replay")}
          </Button>
        )}
      </div>
      {cursor !== undefined && <ReplayBar replaying={replaying} loading={past.isFetching && !past.data} />}
      {error && !data ? (
        <TroubleNote trouble={error} />
      ) : !shown ? (
        <Loader size="sm" aria-label={text("flow-loading")} />
      ) : channels === 0 ? (
        <Empty
          title={text("flow-empty")}
          action={<Button onClick={() => void navigate({ to: "/setup", search: {} })}>{text("channels-add")}</Button>}
        >
          {text("flow-empty.meaning")}
        </Empty>
      ) : isNowhere ? (
        <Empty
          title={text("flow-no-match")}
          action={
            <Button variant="default" onClick={() => setSearch("")}>
              {text("flow-show-all")}
            </Button>
          }
        />
      ) : table ? (
        <FlowTable
          flow={shown}
          stops={stops}
          isPast={cursor !== undefined}
          now={now}
          selected={selected}
          onSelect={setSelected}
          onLog={openLog}
        />
      ) : (
        <FlowMap
          flow={shown}
          stops={stops}
          motion={motion}
          isPast={cursor !== undefined}
          now={now}
          selected={selected}
          onSelect={setSelected}
          onLog={openLog}
        />
      )}
    </Page>
  );
}

function whenSeen(told: () => void) {
  document.addEventListener("visibilitychange", told);
  return () => document.removeEventListener("visibilitychange", told);
}
