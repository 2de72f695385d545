/** Where the admin writes as a customer. */
import { useCommand } from "../../app/queries";
import type { ChannelView, CustomerView } from "../../backend";
import type { useAttachments } from "../../components/attachments";
import { WriteBox } from "../../components/WriteBox";
import { useWords } from "../../strings/text";

/** The box. */
export function Composer({
  channel,
  files,
  onSent,
}: {
  channel: Pick<ChannelView, "id" | "platform" | "localOnly">;
  files: ReturnType<typeof useAttachments>;
  onSent: (chat: CustomerView) => void;
}) {
  const { text } = useWords();
  const send = useCommand("customer.send", [], "shown");
  return (
    <WriteBox
      channel={channel}
      files={files}
      pending={send.isPending}
      error={send.error}
      label={text("customer-write")}
      focus
      onSend={(written, sent) =>
        send.mutate(
          { channel: channel.id, ...written },
          {
            onSuccess(chat) {
              sent();
              onSent(chat);
            },
          },
        )
      }
    />
  );
}
