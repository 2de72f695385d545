/** Fetching what a Chatwoot channel's platform still knows of past conversations: the question, and how it goes. */
import { ActionIcon, Button, Modal, Progress, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { ChannelView, PullView } from "../../backend";
import { dayStart } from "../../components/days";
import { Icon, Shape, type ShapeName } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import css from "./conversations.module.css";

/** The button and its question. Only the Chatwoot family can be asked. */
export function FetchHistory({ channels }: { channels: readonly ChannelView[] }) {
  const { text } = useWords();
  const able = channels.filter((channel) => channel.platform === "chatwoot");
  const [asking, setAsking] = useState(false);
  const [channel, setChannel] = useState<string>();
  const [from, setFrom] = useState("");
  const start = useCommand("pull.start", ["pulls"], "shown");
  if (able.length === 0) return null;
  const chosen = able.find((one) => one.id === channel) ?? able[0];
  const close = () => {
    setAsking(false);
    start.reset();
  };
  const day = dayStart(from);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {text("pull-button")}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={text("pull-title")}
        closeButtonProps={{ "aria-label": text("action-close") }}
      >
        <form
          className="stack wide"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen)
              start.mutate({ channel: chosen.id, ...(day === undefined ? {} : { from: day }) }, { onSuccess: close });
          }}
        >
          <p>
            {text("pull-meaning", { platform: chosen ? platformName(chosen.platform, chosen.preset) : "Chatwoot" })}
          </p>
          <Select
            label={text("column-channel")}
            allowDeselect={false}
            data={able.map((one) => ({ value: one.id, label: one.name }))}
            value={chosen?.id ?? null}
            onChange={(id) => setChannel(id ?? undefined)}
          />
          <TextInput
            type="date"
            label={text("pull-from")}
            description={text("pull-from.meaning")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          {start.error && <TroubleNote trouble={start.error} />}
          <div className="row">
            <Button type="submit" loading={start.isPending}>
              {text("pull-start")}
            </Button>
            <Button variant="default" onClick={close}>
              {text("action-cancel")}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

const looks: Record<PullView["state"], [string, ShapeName]> = {
  running: ["blue", "half"],
  done: ["green", "tick"],
  failed: ["red", "diamond"],
  cancelled: ["grey", "dash"],
};

/** What is being fetched, and what came of it until that is put away. */
export function Pulls({
  channels,
  onProgress,
}: {
  channels: ReadonlyMap<string, ChannelView>;
  /** Something came in. */
  onProgress: () => void;
}) {
  const { text } = useWords();
  const backend = useBackend();
  const pulls = useQuery({ queryKey: ["pulls"], queryFn: () => backend.call("pull.list", {}), networkMode: "always" });
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const came = pulls.data?.reduce((sum, pull) => sum + pull.messages + pull.conversations, 0) ?? 0;
  useEffect(() => {
    if (came > 0) onProgress();
  }, [came, onProgress]);
  const shown = pulls.data?.filter((pull) => pull.state === "running" || !hidden.has(pull.startedAt)) ?? [];
  if (shown.length === 0) return null;
  return (
    <ul className={css.pulls} aria-label={text("pull-list")}>
      {shown.map((pull) => (
        <PullLine
          key={pull.channel}
          pull={pull}
          name={channels.get(pull.channel)?.name ?? text("link-channel-gone")}
          onHide={() => setHidden(new Set([...hidden, pull.startedAt]))}
        />
      ))}
    </ul>
  );
}

function PullLine({ pull, name, onHide }: { pull: PullView; name: string; onHide: () => void }) {
  const { text, format, trouble } = useWords();
  const cancel = useCommand("pull.cancel", ["pulls"]);
  const [colour, shape] = looks[pull.state];
  const running = pull.state === "running";
  const share = pull.total ? Math.min(100, (100 * pull.conversations) / pull.total) : 0;
  return (
    <li className={css.pull}>
      <i className={colour}>
        <Shape name={shape} />
      </i>
      <span className="grow">
        {text(`pull-${pull.state}`, { name })}{" "}
        <span className="muted figures">
          {text(running && pull.total !== null ? "pull-progress-of" : "pull-progress", {
            conversations: pull.conversations,
            total: format.number(pull.total ?? 0),
            messages: pull.messages,
          })}
        </span>
        {pull.error && <b> {trouble(pull.error)}</b>}
      </span>
      {running && pull.total !== null && (
        <Progress className={css.pullBar} value={share} aria-label={text("pull-running", { name })} />
      )}
      {running && (
        <Button
          variant="default"
          size="compact-sm"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id: pull.channel })}
        >
          {text("pull-cancel")}
        </Button>
      )}
      {!running && (
        <ActionIcon aria-label={text("pull-hide", { name })} title={text("pull-hide", { name })} onClick={onHide}>
          <Icon name="close" size={12} />
        </ActionIcon>
      )}
    </li>
  );
}
