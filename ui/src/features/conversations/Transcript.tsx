/** The lines of a conversation: customers left, operators right, what happens besides thin in the middle. All of it is text. */
import { Button, Loader } from "@mantine/core";
import { memo, useLayoutEffect, useRef, type KeyboardEvent } from "react";

import { useCommand } from "../../app/queries";
import type { FileView, State, TranscriptLine, TranscriptMessage } from "../../backend";
import { Icon, Shape } from "../../components/icons";
import { OutsideLink } from "../../components/OutsideLink";
import { StateMark } from "../../components/StateMark";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { eventKey, skipKey, stateKey } from "../../strings/words";
import type { Conversation } from "./transcript";
import css from "./Transcript.module.css";

/** Lines are read on when the edge is nearer than this, in px. */
const NEAR = 400;

/** States that need no reason. */
const plain = new Set<State>(["received", "sending", "accepted", "delivered", "read"]);

/** The transcript. The newest line stays in view unless somebody reads further up. */
export function Transcript({
  conversation,
  platform,
  events,
  covered,
  failure,
  onNextFailure,
}: {
  conversation: Conversation;
  /** What the platform is called. */
  platform: string;
  /** Shows what happened besides messages. */
  events: boolean;
  /** What was said is covered until it is pointed at or reached by keyboard. */
  covered: boolean;
  /** The failure that was gone to last. */
  failure: string | undefined;
  onNextFailure: () => void;
}) {
  const { text, format } = useWords();
  const { held, reading, error } = conversation;
  const view = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  /** The first line and how far it was from the lower edge, so that what comes in above moves nothing. */
  const before = useRef<{ first: string | undefined; fromEnd: number }>({ first: undefined, fromEnd: 0 });
  const shown = useRef(0);
  const lines = events ? held.lines : held.lines.filter((line) => line.message !== null);
  const first = held.lines[0]?.id;

  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    if (held.show && held.show.time !== shown.current) {
      shown.current = held.show.time;
      const wanted = held.show.line;
      const line = [...element.querySelectorAll<HTMLElement>("[data-line]")].find(
        (one) => one.dataset["line"] === wanted,
      );
      // Nothing moves by itself for long: it is there at once.
      line?.scrollIntoView?.({ block: held.later || held.show.line === failure ? "center" : "end" });
      atEnd.current = false;
    } else if (atEnd.current && !held.later) element.scrollTop = element.scrollHeight;
    else if (before.current.first !== first && before.current.first !== undefined)
      element.scrollTop = element.scrollHeight - before.current.fromEnd;
    before.current = { first, fromEnd: element.scrollHeight - element.scrollTop };
  }, [held, first, failure, events]);

  // The box below grows with what is written, and takes from the height of this.
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // By the key's place and not its letter: on a Russian keyboard it writes another.
    if (event.code !== "KeyN" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onNextFailure();
  };
  return (
    <div
      ref={view}
      className={css.lines}
      data-covered={covered || undefined}
      role="log"
      aria-label={text("conversation-transcript")}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        const below = scrollHeight - scrollTop - clientHeight;
        atEnd.current = below < 40;
        before.current = { first, fromEnd: scrollHeight - scrollTop };
        if (scrollTop < NEAR) conversation.readEarlier();
        if (below < NEAR) conversation.readLater();
      }}
    >
      {error && (
        <TroubleNote
          trouble={error}
          action={<Button onClick={conversation.retry}>{text("action-try-again")}</Button>}
        />
      )}
      {held.earlier && (
        <div className={css.edge}>
          {reading === "earlier" ? (
            <Loader size={14} aria-label={text("conversation-reading")} />
          ) : (
            <Button variant="subtle" size="compact-sm" onClick={conversation.readEarlier}>
              {text("conversation-earlier")}
            </Button>
          )}
        </div>
      )}
      {lines.map((line, index) => {
        const on = format.day(line.at);
        const above = lines[index - 1];
        const begins = !above || format.day(above.at) !== on;
        return (
          <div key={line.id} data-line={line.id} className={css.line} data-found={line.id === failure || undefined}>
            {begins && <p className={css.day}>{on}</p>}
            {line.message ? (
              <Bubble line={line} message={line.message} covered={covered} onResent={conversation.renew} />
            ) : (
              <Happening line={line} platform={platform} covered={covered} />
            )}
          </div>
        );
      })}
      {held.later && (
        <div className={css.edge}>
          {reading === "later" ? (
            <Loader size={14} aria-label={text("conversation-reading")} />
          ) : (
            <Button variant="subtle" size="compact-sm" onClick={conversation.readLater}>
              {text("conversation-later")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Something that happened besides messages, in a thin line. */
function Happening({ line, platform, covered }: { line: TranscriptLine; platform: string; covered: boolean }) {
  const { text, format, sentence } = useWords();
  if (!line.event) return null;
  const { kind, platformName } = line.event;
  return (
    <p
      className={css.happening}
      tabIndex={covered ? 0 : undefined}
      title={text("conversation-event-title", { event: text(eventKey(kind)), platform, name: platformName })}
    >
      <span>{sentence(line.event.sentence)}</span>
      <time className="figures" dateTime={new Date(line.at).toISOString()} title={format.exact(line.at)}>
        {format.clock(line.at)}
      </time>
      <Way line={line} />
    </p>
  );
}

/** What became of a message: of what we know and what the platform says, whichever came later on its way. */
export function stateOf(state: State | null, status: TranscriptMessage["status"]): State | null {
  if (status === "read" || status === "failed") return status;
  if (state !== null && state !== "skipped" && state !== "received") return state;
  return status === "delivered" ? "delivered" : state;
}

const Bubble = memo(function Bubble({
  line,
  message,
  covered,
  onResent,
}: {
  line: TranscriptLine;
  message: TranscriptMessage;
  covered: boolean;
  onResent: (line: string) => void;
}) {
  const { text, format } = useWords();
  const from = message.private ? "note" : message.from;
  const state = stateOf(line.state, message.status);
  return (
    <figure className={css.bubble} data-from={from} tabIndex={covered ? 0 : undefined}>
      <figcaption className={css.author}>
        <b>{message.author || text(`side-${message.from}`)}</b>
        {message.private && (
          <span className={css.tag}>
            <Icon name="hidden" size={12} /> {text("conversation-note")}
          </span>
        )}
        {message.template && <span className={css.tag}>{text("message-template")}</span>}
      </figcaption>
      {message.status === "deleted" && <p className="muted">{text("conversation-deleted")}</p>}
      {message.text !== "" && <p className={css.words}>{message.text}</p>}
      {message.files.map((file, index) => (
        // Files of a message never move.
        <FileLine key={index} file={file} />
      ))}
      <div className={css.foot}>
        <time className="figures" dateTime={new Date(line.at).toISOString()} title={format.exact(line.at)}>
          {format.clock(line.at)}
        </time>
        {state !== null && <StateMark state={state} skipped={line.skipped} />}
        {message.status === "sent" && state !== "failed" && (
          <span className={css.sent} title={text("conversation-sent.meaning")}>
            <Icon name="check" size={12} /> {text("conversation-sent")}
          </span>
        )}
        <Way line={line} />
      </div>
      {line.repeats > 0 && (
        <p className="small muted" title={text("conversation-repeats.meaning")}>
          {text("conversation-repeats", { count: line.repeats })}
        </p>
      )}
      <Reason line={line} message={message} state={state} onResent={onResent} />
    </figure>
  );
});

/** The way to its journey. */
function Way({ line }: { line: TranscriptLine }) {
  const { text } = useWords();
  if (line.exchange === null) return null;
  return (
    <TextLink to="/traffic/journey/$id" params={{ id: line.exchange }}>
      {text("conversation-journey")}
    </TextLink>
  );
}

/** Why a message is not there yet, or never will be, and the way to send it again. */
function Reason({
  line,
  message,
  state,
  onResent,
}: {
  line: TranscriptLine;
  message: TranscriptMessage;
  state: State | null;
  onResent: (line: string) => void;
}) {
  const { text, trouble, remedy } = useWords();
  const resend = useCommand("delivery.resend", ["exchange", "channels"], "shown");
  const bad = line.error !== null || line.failed.length > 0 || message.status === "failed";
  if (!bad) {
    if (state === null || plain.has(state)) return null;
    const key = state === "skipped" && line.skipped ? skipKey(line.skipped) : stateKey(state);
    // That an endpoint did not want it is the admin's own choice, and said on hover of the word.
    if (line.skipped === "notSubscribed" || line.skipped === "noEndpoint" || line.skipped === "history") return null;
    return <p className="small muted">{text(`${key}.meaning`)}</p>;
  }
  return (
    <div className={css.reason}>
      <span className="red">
        <Shape name="diamond" size={10} />
      </span>
      <div className="grow">
        {message.said && <p>{text("conversation-said", { words: message.said })}</p>}
        {line.error ? (
          <p>
            <b>{trouble(line.error)}</b> <span className="muted">{remedy(line.error)}</span>
          </p>
        ) : (
          !message.said && <b>{text("state-failed.meaning")}</b>
        )}
        {resend.error && <p className="red">{trouble(resend.error)}</p>}
      </div>
      {line.failed.length > 0 && (
        <Button
          variant="default"
          size="compact-sm"
          loading={resend.isPending}
          onClick={() => resend.mutate({ ids: line.failed }, { onSuccess: () => onResent(line.id) })}
        >
          {text("action-resend")}
        </Button>
      )}
    </div>
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
      {file.error ? (
        <span className="red">{trouble(file.error)}</span>
      ) : (
        file.url === null && <span className="muted">{text("conversation-file-away")}</span>
      )}
    </p>
  );
}
