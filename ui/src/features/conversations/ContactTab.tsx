/** Whom a conversation is with: what is known of them and of the conversation, and the way to have all of it deleted. */
import { Anchor, Button, Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";

import { useCommand } from "../../app/queries";
import type { ChannelView, ContactErased, ConversationDetail } from "../../backend";
import { CopyIcon } from "../../components/CopyButton";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import css from "./conversations.module.css";
import { attribute } from "./looks";

/** Everything besides the transcript. */
export function ContactTab({
  detail,
  channel,
  onContact,
  onErased,
  onClose,
}: {
  detail: ConversationDetail;
  channel: ChannelView | undefined;
  onContact: () => void;
  onErased: () => void;
  onClose: () => void;
}) {
  const { text, format } = useWords();
  const { row, contact } = detail;
  const platform = channel ? platformName(channel.platform, channel.preset) : "";
  const known = contact?.contact;
  return (
    <div className={css.contact}>
      <section className="stack">
        <h3>{text("conversation-contact")}</h3>
        {contact && known ? (
          <dl>
            <Fact name={text("contact-name")} value={known.name} />
            <Fact name={text("contact-email")} value={known.email} copy />
            <Fact name={text("contact-phone")} value={known.phone} copy />
            <Fact name={text("contact-identifier")} value={known.identifier} copy mono />
            <Fact name={text("contact-key", { platform })} value={known.key} copy mono />
            {Object.entries(known.attributes ?? {}).map(([name, value]) => (
              <Fact key={name} name={name} value={attribute(value)} />
            ))}
            <Fact name={text("contact-inbox", { platform })} value={contact.inbox} />
            <Fact name={text("contact-inbox-contact", { platform })} value={contact.contactInbox} copy mono />
            <Fact name={text("contact-first")} value={format.exact(contact.firstAt)} />
            <Fact name={text("contact-conversations")}>
              {contact.conversations > 1 ? (
                <Anchor component="button" type="button" inherit onClick={onContact}>
                  {text("contact-show-conversations", { count: contact.conversations })}
                </Anchor>
              ) : (
                text("contact-only-this")
              )}
            </Fact>
          </dl>
        ) : (
          <p className="muted">{text("contact-unknown")}</p>
        )}
      </section>
      <section className="stack">
        <h3>{text("conversation-details")}</h3>
        <dl>
          <Fact name={text("conversation-number")} value={row.key} copy mono />
          <Fact name={text("conversation-chat")} value={detail.chat} copy mono />
          <Fact name={text("conversation-session")} value={detail.session} copy mono />
          <Fact name={text("conversation-own-id")} value={row.id} copy mono />
          {row.operator && (
            <Fact
              name={text("column-operator")}
              value={[row.operator.name, row.operator.email, row.operator.group].filter(Boolean).join(" · ")}
            />
          )}
          {row.labels.length > 0 && <Fact name={text("column-conversation-labels")} value={row.labels.join(", ")} />}
          {Object.entries(row.attributes).map(([name, value]) => (
            <Fact key={name} name={name} value={attribute(value)} />
          ))}
          <Fact name={text("column-conversation-started")} value={format.exact(row.startedAt)} />
          {row.endedAt !== null && <Fact name={text("conversation-ended-at")} value={format.exact(row.endedAt)} />}
        </dl>
      </section>
      {contact && <Erase detail={detail} name={row.who || contact.contact.key} onErased={onErased} onClose={onClose} />}
    </div>
  );
}

function Fact({
  name,
  value,
  copy = false,
  mono = false,
  children,
}: {
  name: string;
  value?: string | null;
  copy?: boolean;
  mono?: boolean;
  children?: ReactNode;
}) {
  const { text } = useWords();
  if (!children && (value === undefined || value === null || value === "")) return null;
  return (
    <div className={css.fact}>
      <dt className="muted">{name}</dt>
      <dd className={mono ? "mono" : undefined}>
        {children ?? value}
        {copy && value && <CopyIcon get={() => value} label={text("conversation-copy-id", { what: name })} />}
      </dd>
    </div>
  );
}

/** Deletes everything of a person, after a question that names what goes and what does not. */
function Erase({
  detail,
  name,
  onErased,
  onClose,
}: {
  detail: ConversationDetail;
  name: string;
  onErased: () => void;
  onClose: () => void;
}) {
  const { text } = useWords();
  const remove = useCommand("contact.delete", ["exchange", "status"], "shown");
  const [asking, setAsking] = useState(false);
  const contact = detail.contact;
  if (!contact) return null;
  const close = () => {
    setAsking(false);
    // What the pane shows is there no more.
    if (remove.data) onClose();
    remove.reset();
  };
  return (
    <section className="stack">
      <div>
        <Button variant="default" color="red" onClick={() => setAsking(true)}>
          {text("contact-erase")}
        </Button>
      </div>
      <Modal
        opened={asking}
        onClose={close}
        title={text(remove.data ? "contact-erased" : "contact-erase-question", { name })}
        closeButtonProps={{ "aria-label": text("action-close") }}
      >
        <div className="stack wide">
          {remove.data ? (
            <Erased erased={remove.data} />
          ) : (
            <>
              <p>{text("contact-erase-goes", { count: contact.conversations })}</p>
              <p>{text("contact-erase-stays")}</p>
              <p>{text("contact-erase-final")}</p>
            </>
          )}
          {remove.error && <TroubleNote trouble={remove.error} />}
          <div className="row">
            {remove.data ? (
              <Button onClick={close}>{text("action-close")}</Button>
            ) : (
              <>
                <Button
                  color="red"
                  loading={remove.isPending}
                  onClick={() =>
                    remove.mutate({ channel: contact.channel, key: contact.contact.key }, { onSuccess: onErased })
                  }
                >
                  {text("contact-erase-confirm")}
                </Button>
                <Button variant="default" onClick={close}>
                  {text("contact-erase-keep")}
                </Button>
              </>
            )}
          </div>
        </div>
      </Modal>
    </section>
  );
}

function Erased({ erased }: { erased: ContactErased }) {
  const { text } = useWords();
  return (
    <div className="stack" role="status">
      <ul className={css.erased}>
        <li>{text("erased-conversations", { count: erased.conversations })}</li>
        <li>{text("erased-messages", { count: erased.messages })}</li>
        <li>{text("erased-exchanges", { count: erased.exchanges })}</li>
        <li>{text("erased-files", { count: erased.files })}</li>
      </ul>
      {erased.backups.length > 0 && (
        <>
          <p>{text("erased-backups", { count: erased.backups.length })}</p>
          <ul className={`mono ${css.erased}`}>
            {erased.backups.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
