/** What can be done with a whole link: pause it, go on, delete it after a question that says what that does. */
import { ActionIcon, Button, Menu, Modal } from "@mantine/core";
import { useState } from "react";

import { useCommand } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { ChannelView, LinkView } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";

/** The buttons and the question. */
export function LinkMenu({
  link,
  channels,
  onDeleted,
}: {
  link: LinkView;
  channels: readonly ChannelView[];
  onDeleted?: () => void;
}) {
  const { text } = useWords();
  const update = useCommand("link.update", ["links", "status"]);
  const remove = useCommand("link.delete", ["links", "status"], "shown");
  const [asking, setAsking] = useState(false);
  const name = (id: string) => channels.find((channel) => channel.id === id)?.name ?? text("link-channel-gone");
  const names = { customers: name(link.customers), operators: name(link.operators) };
  const offerUndo = useUndo();
  const close = () => {
    setAsking(false);
    remove.reset();
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={update.isPending}
        title={link.paused ? undefined : text("link-pause.meaning")}
        onClick={() =>
          update.mutate(
            { id: link.id, paused: !link.paused },
            {
              onSuccess: () =>
                offerUndo({
                  done: {
                    kind: link.paused ? "link-resumed" : "link-paused",
                    params: { name: `${names.customers} ↔ ${names.operators}` },
                  },
                  reverse: () => update.mutateAsync({ id: link.id, paused: link.paused }),
                }),
            },
          )
        }
      >
        {text(link.paused ? "channel-resume" : "channel-pause")}
      </Button>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon aria-label={text("link-menu", names)}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<Icon name="trash" />} onClick={() => setAsking(true)}>
            {text("link-delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        closeButtonProps={{ "aria-label": text("action-close") }}
        opened={asking}
        onClose={close}
        title={text("link-delete-question", names)}
      >
        <div className="stack wide">
          <p>{text("link-delete-consequence", names)}</p>
          {!link.paused && <p>{text("link-delete-pause")}</p>}
          {remove.error && <TroubleNote trouble={remove.error} />}
          <div className="row wrap">
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id: link.id }, { onSuccess: () => (close(), onDeleted?.()) })}
            >
              {text("link-delete-confirm")}
            </Button>
            <Button variant="default" onClick={close}>
              {text("link-delete-keep")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
