/** The links: which channels are joined, and whether each carries; one of them, or a new one, in the pane. */
import { Button, Loader } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";

import { useChannels, useLinks } from "../../app/queries";
import type { ChannelView, LinkView } from "../../backend";
import { Icon } from "../../components/icons";
import { Empty, Page } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { LinkPill } from "../../components/StateMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { ChannelTabs } from "../channels/ChannelTabs";
import { LinkMenu } from "./LinkMenu";
import { CreateLink, EditLink } from "./LinkPane";
import { LinkSentence } from "./LinkPicture";
import css from "./links.module.css";

/** The Links screen. */
export function LinksPage() {
  const { text } = useWords();
  const channels = useChannels();
  const links = useLinks();
  const search = useSearch({ from: "/channels/links" });
  const navigate = useNavigate({ from: "/channels/links" });
  const open = (link: string | undefined) => void navigate({ search: link === undefined ? {} : { link } });
  const create = () => void navigate({ search: { create: true } });
  const error = links.error ?? channels.error;
  const ready = links.data && channels.data;
  const shown = links.data?.find((link) => link.id === search.link);
  // It takes two to be joined.
  const few = (channels.data?.length ?? 0) < 2;

  return (
    <Page
      title={text("links-title")}
      sentence={text("links-sentence")}
      tabs={<ChannelTabs />}
      action={
        <Button leftSection={<Icon name="plus" />} disabled={!ready || few} onClick={create}>
          {text("links-add")}
        </Button>
      }
      pane={
        !ready ? undefined : search.create && !few ? (
          <CreateLink
            channels={channels.data}
            links={links.data}
            onClose={() => open(undefined)}
            onCreated={(link) => open(link.id)}
          />
        ) : shown ? (
          <EditLink key={shown.id} link={shown} channels={channels.data} onClose={() => open(undefined)} />
        ) : undefined
      }
    >
      {error && !ready ? (
        <TroubleNote
          trouble={error}
          action={
            <Button onClick={() => void Promise.all([links.refetch(), channels.refetch()])}>
              {text("action-try-again")}
            </Button>
          }
        />
      ) : !ready ? (
        <Loader size="sm" aria-label={text("links-loading")} />
      ) : links.data.length === 0 ? (
        <div className="card">
          <Empty
            title={text("links-empty")}
            action={
              few ? (
                <Button onClick={() => void navigate({ to: "/setup", search: {} })}>{text("channels-add")}</Button>
              ) : (
                <Button onClick={create}>{text("links-add")}</Button>
              )
            }
          >
            {text(few ? "links-empty-few" : "links-empty-hint")}
          </Empty>
        </div>
      ) : (
        <ul className={`card ${css.list}`} aria-label={text("links-title")}>
          {links.data.map((link) => (
            <LinkItem
              key={link.id}
              link={link}
              channels={channels.data}
              current={link.id === shown?.id}
              onOpen={() => open(link.id)}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}

function LinkItem({
  link,
  channels,
  current,
  onOpen,
}: {
  link: LinkView;
  channels: readonly ChannelView[];
  current: boolean;
  onOpen: () => void;
}) {
  const { text, trouble } = useWords();
  const customers = channels.find((channel) => channel.id === link.customers);
  const operators = channels.find((channel) => channel.id === link.operators);
  return (
    <li className={css.item} aria-current={current}>
      <button type="button" className={css.open} onClick={onOpen}>
        <span className={css.names}>
          <Named channel={customers} />
          <span className="muted" aria-hidden="true">
            <Icon name={link.mode === "two-way" ? "both" : "out"} />
          </span>
          <Named channel={operators} />
        </span>
        <span className={css.what}>
          <LinkSentence customers={customers} operators={operators} mode={link.mode} />
        </span>
        {link.error && !link.paused && (
          <span className="small">
            <b>{text("link-cannot")}</b> {trouble(link.error)}
          </span>
        )}
      </button>
      <LinkPill link={link} />
      <span className={css.tools}>
        <LinkMenu link={link} channels={channels} />
      </span>
    </li>
  );
}

function Named({ channel }: { channel: ChannelView | undefined }) {
  const { text } = useWords();
  return (
    <span className={css.named}>
      {channel && <PlatformMark platform={channel.platform} preset={channel.preset} size={22} />}
      <b className="clip">{channel?.name ?? text("link-channel-gone")}</b>
    </span>
  );
}
