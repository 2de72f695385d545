/** One conversation: who and where, what was said, what became of it, and the box to answer. */
import { ActionIcon, Button, Loader, Menu, SegmentedControl, Switch } from "@mantine/core";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useChannels, useCommand } from "../../app/queries";
import type { ChannelView, ConversationDetail, ConversationRow } from "../../backend";
import { CopyIcon, useCopy } from "../../components/CopyButton";
import { ExportMenu } from "../../components/ExportMenu";
import { Icon, Shape } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { ContactTab } from "./ContactTab";
import css from "./conversations.module.css";
import { FlagMark, StatusMark } from "./looks";
import { printLines, transcriptText } from "./plain";
import { Reply } from "./Reply";
import { SendDialog } from "./SendDialog";
import { Transcript } from "./Transcript";
import { nextFailure, useConversation, wholeTranscript, type Conversation } from "./transcript";

/** Under this key it is kept that what was said is covered: whoever looks on today does so in the next conversation too. */
const COVERED = "switchboard-transcript-covered";

/** The pane of a conversation. */
export function ConversationPane({
  id,
  onClose,
  onChanged,
  onContact,
}: {
  id: string;
  onClose: () => void;
  /** What the list shows of it changed. */
  onChanged: () => void;
  /** Shows all conversations with the same person. */
  onContact: (row: ConversationRow) => void;
}) {
  const { text } = useWords();
  const conversation = useConversation(id);
  const { data, error, refetch } = conversation.detail;
  const title = text("conversation-title");
  if (!data)
    return (
      <Pane title={<h2>{title}</h2>} label={title} onClose={onClose}>
        {error ? (
          <TroubleNote
            trouble={error}
            action={<Button onClick={() => void refetch()}>{text("action-try-again")}</Button>}
          />
        ) : (
          <Loader size="sm" aria-label={text("conversation-reading")} />
        )}
      </Pane>
    );
  return (
    <Shown
      conversation={conversation}
      detail={data}
      onClose={onClose}
      onChanged={onChanged}
      onContact={() => onContact(data.row)}
    />
  );
}

function Shown({
  conversation,
  detail,
  onClose,
  onChanged,
  onContact,
}: {
  conversation: Conversation;
  detail: ConversationDetail;
  onClose: () => void;
  onChanged: () => void;
  onContact: () => void;
}) {
  const { text } = useWords();
  const channels = useChannels().data;
  const { row, failures } = detail;
  const channel = channels?.find((one) => one.id === row.channel);
  const [tab, setTab] = useState<"transcript" | "contact">("transcript");
  const [events, setEvents] = useState(true);
  const [covered, setCovered] = useState(() => localStorage.getItem(COVERED) !== null);
  const cover = (wanted: boolean) => {
    setCovered(wanted);
    if (wanted) localStorage.setItem(COVERED, "1");
    else localStorage.removeItem(COVERED);
  };
  const [failure, setFailure] = useState<string>();
  const [sending, setSending] = useState(false);
  const unflag = useCommand("conversation.unflag", ["conversation"], "shown");

  const onNextFailure = () => {
    const next = nextFailure(failures, failure);
    if (next === undefined) return;
    setTab("transcript");
    setFailure(next);
    conversation.goTo(next);
  };
  const changed = () => {
    void conversation.refresh();
    onChanged();
  };
  return (
    <Pane
      label={text("conversation-title")}
      onClose={onClose}
      title={
        <>
          {channel && <PlatformMark platform={channel.platform} preset={channel.preset} />}
          <div className="grow">
            <h2 className="clip">{row.who || text("conversation-nobody")}</h2>
            <p className="muted small clip">{channel?.name ?? text("link-channel-gone")}</p>
          </div>
          <Button size="compact-sm" onClick={() => setSending(true)}>
            {text("send-button")}
          </Button>
          <ExportMenu compact what={() => ({ kind: "conversation", id: row.id })} />
          <More
            detail={detail}
            channel={channel}
            onUnflag={() => unflag.mutate({ ids: [row.id] }, { onSuccess: changed })}
          />
        </>
      }
    >
      <div className={css.pane}>
        <Facts row={row} />
        {row.flag && (
          <div className={css.flagged}>
            <FlagMark flag={row.flag} />
            <span className="grow small muted">
              {text(`flag-${row.flag.when === "statusChanged" ? "status" : row.flag.when}.meaning`, {
                to: row.flag.to,
              })}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              loading={unflag.isPending}
              onClick={() => unflag.mutate({ ids: [row.id] }, { onSuccess: changed })}
            >
              {text("flag-remove")}
            </Button>
          </div>
        )}
        {unflag.error && <TroubleNote trouble={unflag.error} />}
        <div className={css.tabs}>
          <SegmentedControl
            size="xs"
            aria-label={text("conversation-parts")}
            data={[
              { value: "transcript", label: text("conversation-transcript") },
              { value: "contact", label: text("conversation-contact") },
            ]}
            value={tab}
            onChange={(value) => setTab(value === "contact" ? "contact" : "transcript")}
          />
          <span className="grow" />
          {tab === "transcript" && failures.length > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              title={text("conversation-next-failure.key")}
              aria-keyshortcuts="N"
              leftSection={
                <span className="red">
                  <Shape name="diamond" size={10} />
                </span>
              }
              onClick={onNextFailure}
            >
              {text("conversation-next-failure", { count: failures.length })}
            </Button>
          )}
          {tab === "transcript" && (
            <ActionIcon
              variant={covered ? "light" : "subtle"}
              aria-pressed={covered}
              aria-label={text("conversation-cover")}
              title={text("conversation-cover.meaning")}
              onClick={() => cover(!covered)}
            >
              <Icon name={covered ? "hidden" : "eye"} />
            </ActionIcon>
          )}
          {tab === "transcript" && (
            <Switch
              size="xs"
              label={text("conversation-events")}
              checked={events}
              onChange={(event) => setEvents(event.currentTarget.checked)}
            />
          )}
        </div>
        {tab === "contact" ? (
          <ContactTab detail={detail} channel={channel} onContact={onContact} onErased={onChanged} onClose={onClose} />
        ) : (
          <>
            <Transcript
              conversation={conversation}
              platform={channel ? platformName(channel.platform, channel.preset) : ""}
              events={events}
              covered={covered}
              failure={failure}
              onNextFailure={onNextFailure}
            />
            {conversation.held.later && (
              <div className={css.toEnd}>
                <Button variant="light" size="compact-sm" onClick={conversation.goToEnd}>
                  {text("conversation-to-end")}
                </Button>
              </div>
            )}
            {channel && <Reply detail={detail} channel={channel} onSent={() => void conversation.refresh()} />}
          </>
        )}
      </div>
      {sending && <SendDialog rows={[row]} onClose={() => setSending(false)} onSent={changed} />}
    </Pane>
  );
}

/** What one wants to know before reading: where it stands, who answers, how much, since when. */
function Facts({ row }: { row: ConversationRow }) {
  const { text, format } = useWords();
  return (
    <dl className={css.facts}>
      <div>
        <dt className="visually-hidden">{text("column-conversation-status")}</dt>
        <dd>
          <StatusMark status={row.status} />
        </dd>
      </div>
      <div>
        <dt>{text("conversation-number")}</dt>
        <dd className={css.id}>
          <span className="mono clip">{row.key}</span>
          <CopyIcon get={() => row.key} label={text("conversation-copy-id", { what: text("conversation-number") })} />
        </dd>
      </div>
      <div>
        <dt>{text("column-operator")}</dt>
        <dd className="clip">
          {row.operator ? (row.operator.name ?? row.operator.key) : text("conversation-no-operator")}
        </dd>
      </div>
      <div>
        <dt className="visually-hidden">{text("column-conversation-messages")}</dt>
        <dd className="figures">{text("conversation-messages", { count: row.messages })}</dd>
        {row.failed > 0 && (
          <dd className="red figures">
            <Shape name="diamond" size={10} /> {text("conversation-failures", { count: row.failed })}
          </dd>
        )}
      </div>
      <div>
        <dt>{text("column-conversation-started")}</dt>
        <dd className="figures" title={format.exact(row.startedAt)}>
          {format.date(row.startedAt)}
        </dd>
      </div>
      <div>
        <dt>{text("column-conversation-when")}</dt>
        <dd>
          <Moment at={row.lastAt} />
        </dd>
      </div>
    </dl>
  );
}

/** What is done with a conversation now and then. */
function More({
  detail: { row },
  channel,
  onUnflag,
}: {
  detail: ConversationDetail;
  channel: ChannelView | undefined;
  onUnflag: () => void;
}) {
  const words = useWords();
  const { text } = words;
  const backend = useBackend();
  const title = [row.who || text("conversation-nobody"), channel?.name, row.key].filter(Boolean).join(" · ");
  const { result, copy } = useCopy(async () => transcriptText(await wholeTranscript(backend, row.id), words, title));
  const print = async () => printLines(transcriptText(await wholeTranscript(backend, row.id), words, title), title);
  return (
    <Menu position="bottom-end" width={240} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon aria-label={text("conversation-menu")} title={text("conversation-menu")}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name={result === "copied" ? "check" : "copy"} />} onClick={() => void copy()}>
          {text(
            result === "copied" ? "copy-done" : result === "failed" ? "copy-refused" : "conversation-copy-transcript",
          )}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<Icon name="print" />}
          onClick={() => void print().catch(() => undefined)}
        >
          {text("conversation-print")}
        </Menu.Item>
        {row.flag && (
          <Menu.Item closeMenuOnClick leftSection={<Icon name="flag" />} onClick={onUnflag}>
            {text("flag-remove")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
