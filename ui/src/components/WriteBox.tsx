/** Where a message is written: text, files, and a press of Enter. What could not be sent stays in it. */
import { ActionIcon, Button, Loader, Textarea } from "@mantine/core";
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from "react";

import type { BackendError, ChannelView, FileId } from "../backend";
import { useWords } from "../strings/text";
import { allIn, type Attachment, type useAttachments } from "./attachments";
import { Icon, Shape } from "./icons";
import { TextLink } from "./TextLink";
import { TroubleNote } from "./Trouble";
import css from "./WriteBox.module.css";

/** What was written. */
export interface Written {
  text?: string;
  files?: FileId[];
}

/** The box. */
export function WriteBox({
  channel: { platform, localOnly },
  files,
  pending,
  error,
  label,
  focus = false,
  children,
  onSend,
}: {
  channel: Pick<ChannelView, "platform" | "localOnly">;
  files: ReturnType<typeof useAttachments>;
  /** It is being sent. */
  pending: boolean;
  /** Why it could not be sent. */
  error: BackendError | null;
  /** What is written here. */
  label: string;
  /** The box has the focus from the start. */
  focus?: boolean;
  /** What stands below it. */
  children?: ReactNode;
  /** Sends; `sent` empties the box. */
  onSend: (written: Written, sent: () => void) => void;
}) {
  const { text } = useWords();
  const [typed, setTyped] = useState("");
  const chooser = useRef<HTMLInputElement>(null);
  const words = typed.trim();
  const something = words !== "" || files.attachments.length > 0;
  const ready = something && allIn(files.attachments) && !pending;

  const submit = () => {
    if (!ready) return;
    const ids = files.attachments.flatMap(({ id }) => id ?? []);
    onSend({ ...(words === "" ? {} : { text: words }), ...(ids.length === 0 ? {} : { files: ids }) }, () => {
      setTyped("");
      files.clear();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends the composing of a letter, in languages that compose them.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    files.add(event.clipboardData.files);
  };

  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {error && <TroubleNote trouble={error} />}
      {files.attachments.length > 0 && (
        <ul className={css.attachments} aria-label={text("customer-files")}>
          {files.attachments.map((attachment) => (
            <Chosen key={attachment.key} attachment={attachment} onRemove={() => files.remove(attachment.key)} />
          ))}
        </ul>
      )}
      {files.attachments.length > 0 && platform === "elma365" && localOnly && (
        <p className="small" role="note">
          {text("customer-file-local")}{" "}
          <TextLink to="/settings" search={{ section: "addresses", at: "field-public-url" }}>
            {text("address-set-public")}
          </TextLink>
        </p>
      )}
      <div className={css.box}>
        <ActionIcon
          size={32}
          aria-label={text("customer-attach")}
          title={text("customer-attach.meaning")}
          onClick={() => chooser.current?.click()}
        >
          <Icon name="clip" />
        </ActionIcon>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={text("customer-attach")}
          onChange={(event) => {
            files.add(event.currentTarget.files ?? []);
            // The same file can be chosen again.
            event.currentTarget.value = "";
          }}
        />
        <Textarea
          className="grow"
          aria-label={label}
          placeholder={label}
          autosize
          minRows={1}
          maxRows={6}
          data-autofocus={focus || undefined}
          autoFocus={focus}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <Button type="submit" loading={pending} data-disabled={!ready || undefined} aria-disabled={!ready}>
          {text("customer-send")}
        </Button>
      </div>
      {children}
      <p className="small muted">{text("customer-keys")}</p>
    </form>
  );
}

/** A file that was chosen, and how its coming in goes. */
function Chosen({ attachment, onRemove }: { attachment: Attachment; onRemove: () => void }) {
  const { text, format, trouble } = useWords();
  const { name, size, id, error } = attachment;
  return (
    <li className={css.attachment}>
      {error ? (
        <span className="red">
          <Shape name="diamond" />
        </span>
      ) : id === undefined ? (
        <Loader size={12} aria-label={text("customer-file-coming")} />
      ) : (
        <Icon name="file" />
      )}
      <span className="clip">{name}</span>
      <span className="muted figures">{format.size(size)}</span>
      {error && (
        <span className="red" role="alert">
          {error === "too-large" ? text("customer-file-too-large") : trouble(error)}
        </span>
      )}
      <ActionIcon size={24} aria-label={text("customer-file-remove", { name })} onClick={onRemove}>
        <Icon name="close" size={12} />
      </ActionIcon>
    </li>
  );
}
