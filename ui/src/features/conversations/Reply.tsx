/** The box to answer in, as an operator; where nobody can, the reason. */
import { Switch } from "@mantine/core";
import { useState } from "react";

import { useCommand } from "../../app/queries";
import type { ChannelView, ConversationDetail } from "../../backend";
import { useAttachments, useDrop } from "../../components/attachments";
import { Icon } from "../../components/icons";
import { WriteBox } from "../../components/WriteBox";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import css from "./conversations.module.css";

/** The box, or why there is none. */
export function Reply({
  detail,
  channel,
  onSent,
}: {
  detail: ConversationDetail;
  channel: ChannelView;
  onSent: () => void;
}) {
  const { text, trouble, remedy } = useWords();
  if (detail.reply) {
    // That a platform has no such thing is said in its own terms; everything else can be mended.
    const never = detail.reply.code === "KIND-01";
    return (
      <p className={css.noReply} role="note">
        <Icon name="note" />
        {never ? (
          <span>
            {text(channel.platform === "userlike" ? "outbox-userlike" : "reply-none", {
              platform: platformName(channel.platform, channel.preset),
            })}
          </span>
        ) : (
          <span>
            <b>{text("reply-impossible")}</b> {trouble(detail.reply)}{" "}
            <span className="muted">{remedy(detail.reply)}</span>
          </span>
        )}
      </p>
    );
  }
  return <Box conversation={detail.row.key} channel={channel} onSent={onSent} />;
}

function Box({ conversation, channel, onSent }: { conversation: string; channel: ChannelView; onSent: () => void }) {
  const { text } = useWords();
  const files = useAttachments(channel.id);
  const reply = useCommand("conversation.reply", [], "shown");
  const [note, setNote] = useState(false);
  const { over, ...drop } = useDrop(files.add);
  return (
    <div className={css.reply} data-note={note || undefined} {...drop}>
      <WriteBox
        channel={channel}
        files={files}
        pending={reply.isPending}
        error={reply.error}
        label={text(note ? "reply-note-write" : "reply-write")}
        onSend={(written, sent) =>
          reply.mutate(
            { channel: channel.id, conversation, private: note, ...written },
            {
              onSuccess() {
                sent();
                onSent();
              },
            },
          )
        }
      >
        <Switch
          size="xs"
          label={text("reply-note")}
          description={note ? text("reply-note.meaning") : undefined}
          checked={note}
          onChange={(event) => setNote(event.currentTarget.checked)}
        />
      </WriteBox>
      {over && <div className={css.drop}>{text("customer-drop")}</div>}
    </div>
  );
}
