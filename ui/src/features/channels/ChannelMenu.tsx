/** What can be done with a whole channel: try, pause, turn off, duplicate, disconnect, delete. What cannot be taken back says first what it does. */
import { ActionIcon, Anchor, Button, Menu, Modal, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand, useLinks } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { ChannelView } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { DisconnectQuestion, isConnected } from "./Disconnect";

const modeNotes = { active: "channel-resumed", paused: "channel-paused", off: "channel-off" } as const;

/** The menu and its questions. */
export function ChannelMenu({
  channel,
  onDeleted,
  onOpen,
}: {
  channel: ChannelView;
  onDeleted: () => void;
  onOpen: (id: string) => void;
}) {
  const { text } = useWords();
  const update = useCommand("channel.update", ["channels", "status"]);
  // Its question shows why it failed.
  const answer = useCommand("channel.update", ["channels", "status"], "shown");
  const duplicate = useCommand("channel.duplicate", ["channels", "status"]);
  const offerUndo = useUndo();
  const [asking, setAsking] = useState<"off" | "disconnect" | "delete">();
  const navigate = useNavigate();
  const { id, name, mode: before } = channel;
  const setMode = (mode: ChannelView["mode"], through = update, done?: () => void) =>
    through.mutate(
      { id, mode },
      {
        onSuccess() {
          done?.();
          offerUndo({
            done: { kind: modeNotes[mode], params: { name } },
            reverse: () => update.mutateAsync({ id, mode: before }),
          });
        },
      },
    );
  const platform = platformName(channel.platform, channel.preset);
  const close = () => {
    setAsking(undefined);
    answer.reset();
  };
  return (
    <>
      {channel.mode === "active" ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={update.isPending}
          onClick={() => setMode("paused")}
          title={text("channel-pause.meaning")}
        >
          {text("channel-pause")}
        </Button>
      ) : (
        <Button variant="default" size="compact-sm" loading={update.isPending} onClick={() => setMode("active")}>
          {text(channel.mode === "paused" ? "channel-resume" : "channel-turn-on")}
        </Button>
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon aria-label={text("channel-menu", { name: channel.name })}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon name="chat" />}
            onClick={() => void navigate({ to: "/channels/$id/customer", params: { id: channel.id } })}
          >
            {text("channel-try")}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="again" />}
            onClick={() => void navigate({ to: "/channels/$id/practice", params: { id: channel.id } })}
          >
            {text("practice-open")}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="copy" />}
            onClick={() => duplicate.mutate({ id: channel.id }, { onSuccess: (copy) => onOpen(copy.id) })}
          >
            {text("channel-duplicate")}
          </Menu.Item>
          {channel.mode !== "off" && (
            <Menu.Item leftSection={<Icon name="close" />} onClick={() => setAsking("off")}>
              {text("channel-turn-off")}
            </Menu.Item>
          )}
          {isConnected(channel) && (
            <Menu.Item leftSection={<Icon name="barred" />} onClick={() => setAsking("disconnect")}>
              {text("channel-disconnect")}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<Icon name="trash" />} onClick={() => setAsking("delete")}>
            {text("channel-delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        closeButtonProps={{ "aria-label": text("action-close") }}
        opened={asking === "off"}
        onClose={close}
        title={text("channel-off-question", { name: channel.name })}
      >
        <div className="stack wide">
          <p>{text(`channel-off-${channel.platform}`, { platform })}</p>
          <p>{text("channel-off-pause")}</p>
          {answer.error && <TroubleNote trouble={answer.error} />}
          <div className="row wrap">
            <Button loading={answer.isPending} onClick={() => setMode("off", answer, close)}>
              {text("channel-turn-off")}
            </Button>
            <Button variant="default" onClick={() => setMode("paused", answer, close)}>
              {text("channel-off-pause-instead")}
            </Button>
            <Button variant="subtle" color="gray" onClick={close}>
              {text("action-cancel")}
            </Button>
          </div>
        </div>
      </Modal>
      <DisconnectQuestion channel={channel} opened={asking === "disconnect"} onClose={close} />
      <DeleteQuestion
        channel={channel}
        opened={asking === "delete"}
        onClose={close}
        onDeleted={onDeleted}
        onDisconnect={() => setAsking("disconnect")}
      />
    </>
  );
}

function DeleteQuestion({
  channel,
  opened,
  onClose,
  onDeleted,
  onDisconnect,
}: {
  channel: ChannelView;
  opened: boolean;
  onClose: () => void;
  onDeleted: () => void;
  onDisconnect: () => void;
}) {
  const { text } = useWords();
  const backend = useBackend();
  const remove = useCommand("channel.delete", ["channels", "links", "status", "conversations"], "shown");
  const [typed, setTyped] = useState("");
  const links =
    useLinks().data?.filter(({ customers, operators }) => [customers, operators].includes(channel.id)) ?? [];
  const conversations = useQuery({
    queryKey: ["conversationCount", { channel: channel.id }],
    queryFn: () => backend.call("conversation.count", { filter: { channel: channel.id } }),
    enabled: opened,
    gcTime: 0,
    staleTime: 0,
    networkMode: "always",
  });
  const count = conversations.data?.count ?? 0;
  const hasHistory = channel.lastAt !== null || count > 0;
  // What could not be counted is deleted all the same, and then said without its number.
  const counted = !conversations.isPending;
  const agreed = counted && (!hasHistory || typed.trim() === channel.name);
  return (
    <Modal
      closeButtonProps={{ "aria-label": text("action-close") }}
      opened={opened}
      onClose={onClose}
      title={text("channel-delete-question", { name: channel.name })}
    >
      <form
        className="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          if (agreed) remove.mutate({ id: channel.id }, { onSuccess: onDeleted });
        }}
      >
        <p>{text("channel-delete-consequence", { waiting: channel.waiting })}</p>
        {!counted && <p className="muted">{text("keeping-counting")}</p>}
        {counted && hasHistory && <p>{text("channel-delete-history", { count })}</p>}
        {links.length > 0 && <p>{text("channel-delete-links", { count: links.length })}</p>}
        {isConnected(channel) && (
          <p>
            {text("channel-delete-connected")}{" "}
            <Anchor component="button" type="button" inherit onClick={onDisconnect}>
              {text("channel-delete-disconnect")}
            </Anchor>
          </p>
        )}
        {hasHistory && (
          <TextInput
            label={text("channel-delete-type", { name: channel.name })}
            value={typed}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {remove.error && <TroubleNote trouble={remove.error} />}
        <div className="row wrap">
          <Button type="submit" color="red" disabled={!agreed} loading={remove.isPending}>
            {text("channel-delete-confirm", { count })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text("channel-delete-keep")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
