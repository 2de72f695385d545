/** A letter to whoever can help: chosen, its blanks put right, copied. */
import { Button, Select, TextInput } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useKnown } from "../../app/known";
import { codes } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import {
  blanksOf,
  letterNamed,
  letterOf,
  mailOf,
  requestAnchor,
  requestBlanks,
  requests,
  requestsFor,
  type Blank,
  type RequestName,
} from "../../strings/requests";
import { useWords } from "../../strings/text";
import css from "./help.module.css";

/** The choice, the blanks and the letter. */
export function Requests() {
  const words = useWords();
  const { text } = words;
  const backend = useBackend();
  const navigate = useNavigate();
  const { ask, at, channel, host } = useSearch({ strict: false });
  const [typed, setTyped] = useState<Partial<Record<Blank, string>>>({});
  const name = requests.find((one) => one === ask || requestAnchor(one) === at) ?? requests[0];
  const known = useKnown({ channel, host });
  const filled = (one: RequestName) => ({ ...blanksOf(words, one, known), ...typed });
  const args = filled(name);
  const { subject, text: letter } = letterNamed(words, name, args);
  const calling = codes.filter((code) => requestsFor(code).includes(name));
  return (
    <div className="stack wide" id={requestAnchor(name)}>
      <Select
        label={text("help-request-choose")}
        allowDeselect={false}
        data={requests.map((one) => ({ value: one, label: text(`request-${one}`, filled(one)) }))}
        value={name}
        onChange={(value) =>
          value &&
          void navigate({
            to: "/help/$page",
            params: { page: "requests" },
            search: { ask: value, channel, host },
            replace: true,
          })
        }
      />
      {calling.length > 0 && <p className="small muted">{text("help-request-calls", { codes: calling.join(", ") })}</p>}
      <div className={css.blanks}>
        {requestBlanks[name].map((blank) => (
          <TextInput
            key={blank}
            label={text(`help-blank-${blank}`)}
            value={args[blank]}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped({ ...typed, [blank]: event.currentTarget.value })}
          />
        ))}
      </div>
      <section className={css.letter} aria-label={text("help-request-letter")}>
        <p>
          <span className="muted">{text("help-request-subject")}:</span> <b>{subject}</b>
        </p>
        <pre>{letter}</pre>
      </section>
      <div className="row wrap">
        <CopyButton primary get={() => letterOf(subject, letter)}>
          {text("help-request-copy")}
        </CopyButton>
        {backend.kind !== "window" && (
          // The window opens nothing but its own pages; there the letter is copied.
          <Button component="a" variant="default" href={mailOf(subject, letter)}>
            {text("help-request-mail")}
          </Button>
        )}
      </div>
    </div>
  );
}
