/** What the help draws out of the catalogue itself, so that it can neither lag behind nor differ: words, states, events, errors, keys. */
import { TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useMemo, useState, type ReactNode } from "react";

import { actionGroups, type Action } from "../../app/keys";
import { useActions, useKeys } from "../../app/shortcuts";
import { codes, eventKinds, platforms, skipReasons, states } from "../../backend";
import { Icon } from "../../components/icons";
import { ChannelPill, StatePill } from "../../components/StateMark";
import { TextLink } from "../../components/TextLink";
import { requestsFor, sampleLetter } from "../../strings/requests";
import { useWords } from "../../strings/text";
import { actionKey, errorKey, eventKey, platformName, skipKey, stateKey } from "../../strings/words";
import { channelStates, sampleArgs, sampleSentence, theirWord } from "./book";
import css from "./help.module.css";
import { fixedKeys, glossary } from "./pages";
import { look } from "./search";

function Lines({ children }: { children: ReactNode }) {
  return <dl className={css.lines}>{children}</dl>;
}

/** Our words, each with the platforms' own. */
export function Glossary() {
  const words = useWords();
  const { text } = words;
  return (
    <Lines>
      {glossary.map((word) => {
        const theirs = platforms.flatMap((platform) => {
          const name = theirWord(words, word, platform);
          return name === undefined ? [] : [{ platform, name }];
        });
        return (
          <div key={word} id={`word-${word}`}>
            <dt>
              <b>{text(`word-${word}`)}</b>
            </dt>
            <dd>
              {text(`word-${word}.meaning`)}
              {theirs.length > 0 && (
                <ul className={css.theirs} aria-label={text("help-theirs")}>
                  {theirs.map(({ platform, name }) => (
                    <li key={platform}>
                      <span className="muted">{platformName(platform)}:</span> {name}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        );
      })}
    </Lines>
  );
}

/** Every state of a message. */
export function StatesOfMessages() {
  const { text } = useWords();
  return (
    <Lines>
      {states.map((state) => (
        <div key={state} id={stateKey(state)}>
          <dt>
            <StatePill state={state} />
          </dt>
          <dd>{text(`${stateKey(state)}.meaning`)}</dd>
        </div>
      ))}
    </Lines>
  );
}

/** Every reason for not sending. */
export function Reasons() {
  const { text } = useWords();
  return (
    <Lines>
      {skipReasons.map((reason) => (
        <div key={reason} id={skipKey(reason)}>
          <dt>{text(skipKey(reason))}</dt>
          <dd>{text(`${skipKey(reason)}.meaning`)}</dd>
        </div>
      ))}
    </Lines>
  );
}

/** Every state of a channel, with what to do. */
export function StatesOfChannels() {
  const { text } = useWords();
  return (
    <Lines>
      {channelStates.map((state) => (
        <div key={state} id={`channel-state-${state}`}>
          <dt>
            <ChannelPill state={state} />
          </dt>
          <dd>
            {text(`channel-state-${state}.meaning`)} {text(`channel-state-${state}.advice`)}
          </dd>
        </div>
      ))}
    </Lines>
  );
}

/** Every kind of event. */
export function EventNames() {
  const { text } = useWords();
  return (
    <Lines>
      {eventKinds.map((kind) => (
        <div key={kind} id={eventKey(kind)}>
          <dt>
            {text(eventKey(kind))}
            <br />
            <code className="mono muted">{kind}</code>
          </dt>
          <dd>{text(`${eventKey(kind)}.meaning`)}</dd>
        </div>
      ))}
    </Lines>
  );
}

/** Every code with its sentence, what to do, and whom to ask. */
export function Errors() {
  const words = useWords();
  const { text } = words;
  // What the error is about stays with the letters it calls for.
  const { channel, host } = useSearch({ strict: false });
  const [query, setQuery] = useState("");
  const all = useMemo(
    () =>
      codes.map((code) => ({
        code,
        title: `${code} ${sampleSentence(words, code)}`,
        body: words.lookup(`${errorKey(code)}.hint`, sampleArgs(words)) ?? "",
      })),
    [words],
  );
  const shown = query.trim() === "" ? all : look(all, query);
  return (
    <>
      <TextInput
        type="search"
        aria-label={text("help-filter-errors")}
        placeholder={text("help-filter-errors")}
        leftSection={<Icon name="search" />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {shown.length === 0 && <p className="muted">{text("help-filter-none")}</p>}
      <Lines>
        {shown.map(({ code, body }) => (
          <div key={code} id={errorKey(code)}>
            <dt>
              <code className="mono">{code}</code>
            </dt>
            <dd>
              <b>{sampleSentence(words, code)}</b>
              <br />
              {body}
              {requestsFor(code).map((name) => (
                <span key={name} className={css.ask}>
                  <Icon name="copy" size={12} />{" "}
                  <TextLink to="/help/$page" params={{ page: "requests" }} search={{ ask: name, channel, host }}>
                    {text(`request-${name}`, sampleLetter(words))}
                  </TextLink>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </Lines>
    </>
  );
}

/** Every action with its key, as the admin set it. */
export function KeyTable() {
  const { text } = useWords();
  const keys = useKeys();
  const offered = useActions();
  return (
    <>
      {(Object.keys(actionGroups) as (keyof typeof actionGroups)[]).map((group) => (
        <section key={group} className={css.block}>
          <h3 className={css.heading}>{text(`keys-group-${group}`)}</h3>
          <dl className={css.keys}>
            {offered
              .filter((action) => (actionGroups[group] as readonly Action[]).includes(action))
              .map((action) => (
                <div key={action} id={actionKey(action)}>
                  <dt>{text(actionKey(action))}</dt>
                  <dd>
                    {keys.label(action) ? (
                      <kbd>{keys.label(action)}</kbd>
                    ) : (
                      <span className="muted">{text("keys-none")}</span>
                    )}
                  </dd>
                </div>
              ))}
            {group === "lists" &&
              fixedKeys.map(([key, label]) => (
                <div key={key} id={key}>
                  <dt>{text(key)}</dt>
                  <dd>
                    <kbd>{label}</kbd>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
