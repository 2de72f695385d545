/** The practice chat: the customer's messages on the right, as in every messenger, and what became of each. All of it is text. */
import { useLayoutEffect, useRef } from "react";

import type { CustomerMessage, FileView, State } from "../../backend";
import { Icon } from "../../components/icons";
import { OutsideLink } from "../../components/OutsideLink";
import { StateMark } from "../../components/StateMark";
import { TextLink } from "../../components/TextLink";
import { useWords } from "../../strings/text";
import { skipKey, stateKey } from "../../strings/words";
import css from "./customer.module.css";

/** States that need no reason. */
const plain = new Set<State>(["received", "sending", "accepted", "delivered", "read"]);

/** What became of a message: of what we know and what the platform says, whichever came later on its way. */
export function stateOf({ state, status }: Pick<CustomerMessage, "state" | "status">): State {
  if (status === "read" || status === "failed") return status;
  return state;
}

/** The messages, oldest first. The newest stays in view unless somebody reads further up. */
export function Messages({ messages }: { messages: readonly CustomerMessage[] }) {
  const { text } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [messages]);
  // The box below grows with what is written, and takes from the height of this.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={list}
      className={css.messages}
      role="log"
      aria-label={text("customer-messages")}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
    >
      {messages.map((message, index) => (
        // They stand in the order of time and none is ever taken out of the middle.
        <Bubble key={index} message={message} />
      ))}
    </div>
  );
}

function Bubble({ message }: { message: CustomerMessage }) {
  const { text, format } = useWords();
  const mine = message.from === "customer";
  return (
    <figure className={css.bubble} data-from={message.from}>
      <figcaption className="small muted">
        {mine ? text("customer-you") : (message.author ?? text(`side-${message.from}`))}
      </figcaption>
      {message.text !== "" && <p className={css.words}>{message.text}</p>}
      {message.files.map((file, index) => (
        // Files of a message never move.
        <FileLine key={index} file={file} />
      ))}
      <div className={css.foot}>
        <time className="figures" dateTime={new Date(message.at).toISOString()} title={format.exact(message.at)}>
          {format.when(message.at)}
        </time>
        <StateMark state={stateOf(message)} skipped={message.skipped} />
        {message.exchange !== null && (
          <TextLink to="/traffic" search={{ exchange: message.exchange }}>
            {text("customer-in-traffic")}
          </TextLink>
        )}
      </div>
      <Reason message={message} />
    </figure>
  );
}

/** Why a message is not there yet, or never will be. */
function Reason({ message }: { message: CustomerMessage }) {
  const { text, trouble, remedy } = useWords();
  const state = stateOf(message);
  if (message.error)
    return (
      <p className="small">
        <b>{trouble(message.error)}</b> <span className="muted">{remedy(message.error)}</span>
      </p>
    );
  if (plain.has(state)) return null;
  return (
    <p className="small muted">
      {text(`${state === "skipped" && message.skipped ? skipKey(message.skipped) : stateKey(state)}.meaning`)}
    </p>
  );
}

function FileLine({ file }: { file: FileView }) {
  const { text, format, trouble } = useWords();
  const name = file.name || text("message-file");
  return (
    <p className={css.file}>
      <Icon name="file" />
      <span className="clip">{file.url === null ? name : <OutsideLink url={file.url}>{name}</OutsideLink>}</span>
      {file.size !== null && <span className="muted figures">{format.size(file.size)}</span>}
      {file.error && <span className="red">{trouble(file.error)}</span>}
    </p>
  );
}
