/** Every channel with how it fares; one of them, or a new one, in the pane. */
import { Button, Loader } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";

import { useChannels } from "../../app/queries";
import type { ChannelView, Sentence } from "../../backend";
import { Icon } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Empty, Page } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { ChannelPill } from "../../components/StateMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { ChannelTabs } from "./ChannelTabs";
import { ChannelEditor } from "./ChannelEditor";
import css from "./channels.module.css";
import { CreateChannel } from "./CreateChannel";

/** The Channels screen. */
export function ChannelsPage() {
  const channels = useChannels().data;
  const search = useSearch({ from: "/channels" });
  const navigate = useNavigate({ from: "/channels" });
  const [created, setCreated] = useState<{ id: string; notes: readonly Sentence[] }>();
  const open = (channel: string | undefined) => void navigate({ search: channel === undefined ? {} : { channel } });
  const shown = channels?.find((channel) => channel.id === search.channel);
  return (
    <ChannelList
      shown={shown?.id}
      pane={
        search.create ? (
          <CreateChannel
            onClose={() => open(undefined)}
            onCreated={(channel) => {
              setCreated({ id: channel.id, notes: channel.notes ?? [] });
              open(channel.id);
            }}
          />
        ) : shown ? (
          <ChannelEditor
            key={shown.id}
            channel={shown}
            created={created?.id === shown.id ? created.notes : undefined}
            onClose={() => open(undefined)}
            onOpen={open}
          />
        ) : undefined
      }
    />
  );
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
  const create = () => void navigate({ to: "/channels", search: { create: true } });
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
        <ChannelTable
          channels={channels.data}
          shown={shown}
          onOpen={(channel) => void navigate({ to: "/channels", search: { channel } })}
        />
      )}
    </Page>
  );
}

/** The channels as a table. */
export function ChannelTable({
  channels,
  shown,
  onOpen,
}: {
  channels: readonly ChannelView[];
  shown?: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { text, format } = useWords();
  return (
    <div className="card" style={{ overflowX: "auto" }}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{text("column-name")}</th>
            <th scope="col">{text("column-state")}</th>
            <th scope="col">{text("column-last")}</th>
            <th scope="col" className={css.number}>
              {text("column-waiting")}
            </th>
            <th scope="col" className={css.number} title={text("column-failed.meaning")}>
              {text("column-failed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            // The name is a button: keys work there.
            <tr key={channel.id} aria-current={channel.id === shown} onClick={() => onOpen(channel.id)}>
              <td>
                <button type="button" className={css.name}>
                  <PlatformMark platform={channel.platform} preset={channel.preset} size={22} />
                  <span className="clip">{channel.name}</span>
                  {channel.demo && <span className="muted small">{text("channel-demo")}</span>}
                </button>
              </td>
              <td>
                <ChannelPill state={channel.state} />
              </td>
              <td className="muted">
                {channel.lastAt === null ? text("channel-no-message") : <Moment at={channel.lastAt} />}
              </td>
              <td className={`${css.number} figures`}>{format.number(channel.waiting)}</td>
              <td className={`${css.number} figures ${channel.failed > 0 ? "red" : ""}`}>
                {format.number(channel.failed)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
