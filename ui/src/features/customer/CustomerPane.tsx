/** A small chat in which the admin plays a customer of a channel: how one proves that it works. */
import { Button, Loader, Modal } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useBackend } from "../../app/backend";
import { useLive } from "../../app/live";
import { useCommand } from "../../app/queries";
import type { ChannelView, CustomerView } from "../../backend";
import { useAttachments, useDrop } from "../../components/attachments";
import { Icon } from "../../components/icons";
import { Empty, Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { Composer } from "./Composer";
import css from "./customer.module.css";
import { Messages } from "./Messages";

/** Of a channel with much going on the chat is read again this often at most, in ms. */
const PAUSE = 250;

/** The chat of a channel, read again whenever something happens on that channel. */
function useChat(channel: string) {
  const backend = useBackend();
  const live = useLive();
  const queries = useQueryClient();
  const key = ["customer", channel];
  const { refetch, ...chat } = useQuery({
    queryKey: key,
    queryFn: () => backend.call("customer.get", { channel }),
    refetchInterval: 15_000,
    networkMode: "always",
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refetch();
      }, PAUSE);
    };
    const end = live.listen({
      exchanges: (rows) => rows.some((row) => row.channel === channel) && readSoon(),
      gap: readSoon,
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [live, channel, refetch]);
  return { ...chat, refetch, set: (view: CustomerView) => queries.setQueryData(key, view) };
}

/** The practice customer of a channel. */
export function CustomerPane({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const { text } = useWords();
  const chat = useChat(channel.id);
  const files = useAttachments(channel.id);
  const [started, setStarted] = useState(false);
  const platform = platformName(channel.platform, channel.preset);
  const view = chat.data;
  const canWrite = started && view !== undefined && view.error === null;
  const { over, ...drop } = useDrop(canWrite ? files.add : undefined);
  return (
    <Pane
      label={text("customer-title")}
      onClose={onClose}
      title={
        <>
          <PlatformMark platform={channel.platform} preset={channel.preset} />
          <div className="grow">
            <h2 className="clip">{text("customer-title")}</h2>
            <p className="muted small clip">{channel.name}</p>
          </div>
          {view && view.messages.length > 0 && (
            <CleanUp channel={channel} view={view} platform={platform} onCleaned={chat.set} />
          )}
        </>
      }
    >
      <div className={css.chat} {...drop}>
        {chat.error && !view ? (
          <TroubleNote
            trouble={chat.error}
            action={<Button onClick={() => void chat.refetch()}>{text("action-try-again")}</Button>}
          />
        ) : !view ? (
          <Loader size="sm" aria-label={text("customer-loading")} />
        ) : (
          <>
            {view.messages.length > 0 ? (
              <Messages messages={view.messages} />
            ) : view.error ? null : (
              <Empty title={text("customer-empty")}>{text("customer-empty-hint", { platform })}</Empty>
            )}
            {view.error ? (
              <Impossible channel={channel} view={view} />
            ) : canWrite ? (
              <Composer channel={channel} files={files} onSent={chat.set} />
            ) : (
              <div className={css.notice}>
                <Icon name="note" />
                <div className="stack">
                  <b>{text("customer-notice")}</b>
                  <p>{text("customer-notice.meaning", { platform })}</p>
                  <div>
                    <Button onClick={() => setStarted(true)}>{text("customer-start")}</Button>
                  </div>
                </div>
              </div>
            )}
          </>
        )}
        {over && <div className={css.drop}>{text("customer-drop")}</div>}
      </div>
    </Pane>
  );
}

/** Why nothing can be written here. Userlike's reason is none that could be mended. */
function Impossible({ channel, view }: { channel: ChannelView; view: CustomerView }) {
  const { text } = useWords();
  if (!view.error) return null;
  if (channel.platform === "userlike")
    return <Empty title={text("customer-impossible")}>{text("outbox-userlike")}</Empty>;
  return (
    <TroubleNote
      trouble={view.error}
      action={
        <TextLink to="/channels" search={{ channel: channel.id }}>
          {text("stopped-open")}
        </TextLink>
      }
    />
  );
}

/** Ends the practice chat after a question that says what goes and what stays. */
function CleanUp({
  channel,
  view,
  platform,
  onCleaned,
}: {
  channel: ChannelView;
  view: CustomerView;
  platform: string;
  onCleaned: (view: CustomerView) => void;
}) {
  const { text } = useWords();
  const clear = useCommand("customer.clear", [], "shown");
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    clear.reset();
  };
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        {text("customer-clean")}
      </Button>
      <Modal
        closeButtonProps={{ "aria-label": text("action-close") }}
        opened={asking}
        onClose={close}
        title={text("customer-clean-question")}
      >
        <div className="stack wide">
          <p>{text(view.canClean ? "customer-clean-there" : "customer-clean-here", { platform })}</p>
          {clear.error && <TroubleNote trouble={clear.error} />}
          <div className="row">
            <Button
              loading={clear.isPending}
              onClick={() =>
                clear.mutate({ channel: channel.id }, { onSuccess: (cleaned) => (onCleaned(cleaned), close()) })
              }
            >
              {text("customer-clean")}
            </Button>
            <Button variant="default" onClick={close}>
              {text("customer-clean-keep")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
