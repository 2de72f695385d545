/** Ends a channel of ELMA365 there as well, after a question that says what that does. */
import { Button, Modal } from "@mantine/core";

import { useCommand } from "../../app/queries";
import type { ChannelView } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";

/** Whether there is a connection to be ended: only ELMA365 has such a thing, once it has said hello. */
export const isConnected = (channel: ChannelView): boolean =>
  channel.platform === "elma365" && Boolean(channel.options.webhook) && channel.state !== "disconnected";

/** The question. */
export function DisconnectQuestion({
  channel,
  opened,
  onClose,
}: {
  channel: ChannelView;
  opened: boolean;
  onClose: () => void;
}) {
  const { text } = useWords();
  const disconnect = useCommand("channel.disconnect", ["channels", "status"], "shown");
  const close = () => {
    disconnect.reset();
    onClose();
  };
  return (
    <Modal
      closeButtonProps={{ "aria-label": text("action-close") }}
      opened={opened}
      onClose={close}
      title={text("channel-disconnect-question", { name: channel.name })}
    >
      <div className="stack wide">
        <p>{text("channel-disconnect-consequence")}</p>
        <p>{text("channel-disconnect-back")}</p>
        {disconnect.error && <TroubleNote trouble={disconnect.error} />}
        <div className="row wrap">
          <Button
            color="red"
            loading={disconnect.isPending}
            onClick={() => disconnect.mutate({ id: channel.id }, { onSuccess: close })}
          >
            {text("channel-disconnect")}
          </Button>
          <Button variant="default" onClick={close}>
            {text("channel-disconnect-keep")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
