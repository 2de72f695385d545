/** What an exchange was read as: our name and the platform's, the people, and the message as a bubble. */
import type { EventView, Message, Platform } from "../../backend";
import { Icon } from "../../components/icons";
import { useWords } from "../../strings/text";
import { eventKey, skipKey } from "../../strings/words";
import css from "./ExchangePane.module.css";

/** Of a long transcript the end is shown. */
const SHOWN = 20;

/** The events of an exchange. */
export function Events({
  events,
  platform,
  carriedTo,
}: {
  events: readonly EventView[];
  platform: Platform | undefined;
  /** The channel to which a link carried an event; nothing for one that happened here. */
  carriedTo: (event: EventView) => string | undefined;
}) {
  const { text } = useWords();
  if (events.length === 0) return <p className="muted">{text("exchange-no-events")}</p>;
  return (
    <section className="stack">
      {events.map((event) => {
        const name = carriedTo(event);
        return name === undefined ? (
          <div key={event.id} className="stack">
            {event.message && <Bubble message={event.message} />}
            {event.conversation?.transcript?.slice(-SHOWN).map((message, index) => (
              // A transcript never changes its order while it is shown.
              <Bubble key={index} message={message} />
            ))}
            <dl className={css.facts}>
              <Fact name={text("event-fact-event")}>
                {text(eventKey(event.kind))}
                {event.platformName && platform && <span className="muted mono"> {event.platformName}</span>}
              </Fact>
              {event.skipped && (
                <Fact name={text("event-fact-skipped")}>{text(`${skipKey(event.skipped)}.meaning`)}</Fact>
              )}
              {event.contact && (
                <Fact name={text("event-fact-contact")}>
                  {[event.contact.name, event.contact.email, event.contact.phone].filter(Boolean).join(" · ") ||
                    event.contact.key}
                </Fact>
              )}
              {event.operator && (
                <Fact name={text("event-fact-operator")}>{event.operator.name ?? event.operator.key}</Fact>
              )}
              {event.conversation && (
                <Fact name={text("event-fact-conversation")}>{event.conversation.chat ?? event.conversation.key}</Fact>
              )}
            </dl>
          </div>
        ) : (
          <Carried key={event.id} event={event} name={name} original={events[0]} />
        );
      })}
    </section>
  );
}

/** A copy on another channel. What it says is shown again only where it says something else. */
function Carried({ event, name, original }: { event: EventView; name: string; original: EventView | undefined }) {
  const { text } = useWords();
  const same = event.message?.text === original?.message?.text;
  return (
    <div className="stack">
      <p className="small muted">{text("event-carried", { name })}</p>
      {event.message && !same && <Bubble message={event.message} />}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className={css.fact}>
      <dt className="muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A message: the customer's on the left, the operator's on the right, notes and the platform's own apart. Text only. */
function Bubble({ message }: { message: Message }) {
  const { text, format } = useWords();
  return (
    <figure className={css.bubble} data-from={message.private ? "note" : message.from}>
      <figcaption className="small muted">
        {message.author ?? text(`side-${message.from}`)}
        {message.private && ` · ${text("event-note-created")}`}
        {message.template && ` · ${text("message-template")}`}
        {message.sentAt !== null && ` · ${format.when(message.sentAt)}`}
      </figcaption>
      {message.text && <p className={css.words}>{message.text}</p>}
      {message.files?.map((file) => (
        <p key={file.url} className="row small">
          <Icon name="file" /> <span className="clip">{file.name || text("message-file")}</span>
          {file.size !== null && <span className="muted">{format.size(file.size)}</span>}
        </p>
      ))}
      {message.error && <p className="small red">{message.error}</p>}
    </figure>
  );
}
