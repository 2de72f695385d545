/** Every channel with how it fares; one of them, or a new one, in the pane. */
import { ActionIcon, Button, Loader } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState, type ReactNode } from "react";

import { useChannels, useCommand } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { ChannelView } from "../../backend";
import { SearchField } from "../../components/FilterBar";
import { Icon } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Empty, Page } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { ChannelPill } from "../../components/StateMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { PractisingPill } from "../practice/Practising";
import { groupsOf, MANY, moved, narrowed } from "./arrange";
import { ChannelTabs } from "./ChannelTabs";
import { ChannelEditor } from "./ChannelEditor";
import css from "./channels.module.css";

/** The Channels screen. */
export function ChannelsPage() {
  const channels = useChannels().data;
  const search = useSearch({ from: "/channels" });
  const navigate = useNavigate({ from: "/channels" });
  const open = (channel: string | undefined) => void navigate({ search: channel === undefined ? {} : { channel } });
  const shown = channels?.find((channel) => channel.id === search.channel);
  return (
    <ChannelList
      shown={shown?.id}
      pane={
        shown ? (
          <ChannelEditor key={shown.id} channel={shown} at={search.at} onClose={() => open(undefined)} onOpen={open} />
        ) : undefined
      }
    />
  );
}

/** Puts a channel to another place, and offers to put it back. */
function useReorder(channels: readonly ChannelView[]) {
  const offerUndo = useUndo();
  const queries = useQueryClient();
  const reorder = useCommand("channel.reorder", ["channels"]);
  return (from: number, to: number) => {
    const before = channels.map(({ id }) => id);
    const after = moved(channels, from, to);
    if (after === channels) return;
    // The row is where it was put at once; the answer confirms it.
    queries.setQueryData(["channels"], after);
    reorder.mutate(
      { ids: after.map(({ id }) => id) },
      {
        onSuccess: () => offerUndo({ done: { kind: "order" }, reverse: () => reorder.mutateAsync({ ids: before }) }),
      },
    );
  };
}

/** All channels, with something in the pane beside them. */
export function ChannelList({
  shown,
  pane,
  paneAlone = false,
}: {
  shown: string | undefined;
  pane: ReactNode;
  paneAlone?: boolean;
}) {
  const { text } = useWords();
  const channels = useChannels();
  const navigate = useNavigate();
  const create = () => void navigate({ to: "/setup", search: {} });
  return (
    <Page
      title={text("channels-title")}
      sentence={text("channels-sentence")}
      tabs={<ChannelTabs />}
      action={
        <Button leftSection={<Icon name="plus" />} onClick={create}>
          {text("channels-add")}
        </Button>
      }
      pane={pane}
      paneAlone={paneAlone}
    >
      {channels.error && !channels.data ? (
        <TroubleNote
          trouble={channels.error}
          action={<Button onClick={() => void channels.refetch()}>{text("action-try-again")}</Button>}
        />
      ) : !channels.data ? (
        <Loader size="sm" aria-label={text("channels-loading")} />
      ) : channels.data.length === 0 ? (
        <div className="card">
          <Empty title={text("channels-empty")} action={<Button onClick={create}>{text("channels-add")}</Button>}>
            {text("channels-empty-hint")}
          </Empty>
        </div>
      ) : (
        <Channels
          channels={channels.data}
          shown={shown}
          onOpen={(channel) => void navigate({ to: "/channels", search: { channel } })}
        />
      )}
    </Page>
  );
}

/** The channels with what narrows and orders them, where there are enough for that. */
function Channels({
  channels,
  shown,
  onOpen,
}: {
  channels: readonly ChannelView[];
  shown: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { text } = useWords();
  const [query, setQuery] = useState("");
  const [ordering, setOrdering] = useState(false);
  const onMove = useReorder(channels);
  const fitting = narrowed(channels, query);
  return (
    <>
      {channels.length > 1 && (
        <div className={`row ${css.tools}`}>
          <div className={css.find}>
            <SearchField label={text("channels-search")} value={query} onChange={setQuery} />
          </div>
          <span className="grow" />
          <Button
            variant="default"
            aria-pressed={ordering}
            onClick={() => {
              setQuery("");
              setOrdering(!ordering);
            }}
          >
            {text(ordering ? "channels-order-done" : "channels-order")}
          </Button>
        </div>
      )}
      {fitting.length === 0 ? (
        <div className="card">
          <Empty
            title={text("channels-no-match")}
            action={
              <Button variant="default" onClick={() => setQuery("")}>
                {text("traffic-search-clear")}
              </Button>
            }
          >
            {text("channels-no-match-hint")}
          </Empty>
        </div>
      ) : (
        <ChannelTable
          channels={fitting}
          shown={shown}
          onOpen={onOpen}
          grouped={!ordering && query === "" && channels.length > MANY}
          onMove={ordering ? onMove : undefined}
        />
      )}
    </>
  );
}

/** The channels as a table. */
export function ChannelTable({
  channels,
  shown,
  onOpen,
  grouped = false,
  onMove,
}: {
  channels: readonly ChannelView[];
  shown?: string | undefined;
  onOpen: (id: string) => void;
  /** Those of a platform stand together under its name. */
  grouped?: boolean;
  /** Puts the channel of one place to another; without it the order stands. */
  onMove?: ((from: number, to: number) => void) | undefined;
}) {
  const { text, format } = useWords();
  const dragged = useRef<number>(undefined);
  const [over, setOver] = useState<number>();
  return (
    <div className="card" style={{ overflowX: "auto" }}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{text("column-name")}</th>
            <th scope="col">{text("column-state")}</th>
            <th scope="col" className={css.last}>
              {text("column-last")}
            </th>
            <th scope="col" className={css.number}>
              {text("column-waiting")}
            </th>
            <th scope="col" className={css.number} title={text("column-failed.meaning")}>
              {text("column-failed")}
            </th>
          </tr>
        </thead>
        {groupsOf(channels, grouped).map((group) => (
          <tbody key={group.name}>
            {grouped && (
              <tr className={css.group}>
                <th scope="rowgroup" colSpan={5}>
                  {group.name} <span className="figures">{format.number(group.channels.length)}</span>
                </th>
              </tr>
            )}
            {group.channels.map((channel, index) => (
              // The name is a button: keys work there.
              <tr
                key={channel.id}
                aria-current={channel.id === shown}
                data-over={onMove && over === index ? true : undefined}
                draggable={onMove !== undefined}
                onDragStart={(event) => {
                  dragged.current = index;
                  event.dataTransfer.effectAllowed = "move";
                }}
                onDragOver={(event) => {
                  if (dragged.current === undefined) return;
                  event.preventDefault();
                  setOver(index);
                }}
                onDragEnd={() => {
                  dragged.current = undefined;
                  setOver(undefined);
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged.current !== undefined) onMove?.(dragged.current, index);
                }}
                onClick={() => onOpen(channel.id)}
              >
                <td>
                  {onMove && (
                    <span className={css.movers}>
                      {([-1, 1] as const).map((way) => (
                        <ActionIcon
                          key={way}
                          aria-label={text(way < 0 ? "channel-move-up" : "channel-move-down", { name: channel.name })}
                          title={text(way < 0 ? "channel-move-up" : "channel-move-down", { name: channel.name })}
                          disabled={way < 0 ? index === 0 : index === channels.length - 1}
                          onClick={(event) => {
                            event.stopPropagation();
                            onMove(index, index + way);
                          }}
                        >
                          <Icon name="up" {...(way > 0 ? { style: { transform: "rotate(180deg)" } } : {})} />
                        </ActionIcon>
                      ))}
                    </span>
                  )}
                  <button type="button" className={css.name}>
                    <PlatformMark platform={channel.platform} preset={channel.preset} size={22} />
                    <span className="clip">{channel.name}</span>
                    {channel.demo && <span className="muted small">{text("channel-demo")}</span>}
                    <PractisingPill channel={channel} />
                  </button>
                </td>
                <td>
                  <ChannelPill state={channel.state} />
                </td>
                <td className={`muted ${css.last}`}>
                  {channel.lastAt === null ? text("channel-no-message") : <Moment at={channel.lastAt} />}
                </td>
                <td className={`${css.number} figures`}>{format.number(channel.waiting)}</td>
                <td className={`${css.number} figures ${channel.failed > 0 ? "red" : ""}`}>
                  {format.number(channel.failed)}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
