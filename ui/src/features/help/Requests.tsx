/** A letter to whoever can help: chosen, its blanks put right, copied. */
import { Button, Select, TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useChannels, useSettings, useStatus } from "../../app/queries";
import { codes } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import css from "./help.module.css";
import { sampleLetter } from "./lookup";
import { mailOf, requestBlanks, requests, requestsFor, type Blank, type RequestName } from "./requests";

const hostOf = (url: string | null | undefined): string | undefined => {
  try {
    return url ? new URL(url).host : undefined;
  } catch {
    return undefined;
  }
};

/** What is known of the blanks: from the address, else from the channels and settings there are. */
function useKnown(): Record<Blank, string> {
  const { text } = useWords();
  const search = useSearch({ strict: false });
  const channels = useChannels().data ?? [];
  const settings = useSettings().data;
  const status = useStatus().data;
  const channel = channels.find(({ id }) => id === search.channel) ?? channels.find(({ demo }) => !demo) ?? channels[0];
  const sample = sampleLetter({ text });
  return {
    host: search.host ?? hostOf(channel?.callbackUrl) ?? sample["host"] ?? "",
    platform: channel ? platformName(channel.platform, channel.preset) : (sample["platform"] ?? ""),
    intake: channel?.intakeUrl.replace(/\/in\/.*$/, "/in/…") ?? sample["intake"] ?? "",
    public: settings?.publicUrl || (sample["public"] ?? ""),
    relay: status?.relay.listen ?? settings?.listen ?? sample["relay"] ?? "",
    computer: sample["computer"] ?? "",
  };
}

/** The choice, the blanks and the letter. */
export function Requests() {
  const { text } = useWords();
  const backend = useBackend();
  const { ask } = useSearch({ strict: false });
  const known = useKnown();
  const [chosen, setChosen] = useState<RequestName>();
  const [typed, setTyped] = useState<Partial<Record<Blank, string>>>({});
  const name = chosen ?? requests.find((one) => one === ask) ?? requests[0];
  const args = { ...known, ...typed };
  const subject = text(`request-${name}`, args);
  const letter = text(`request-${name}.letter`, args);
  const calling = codes.filter((code) => requestsFor(code).includes(name));
  return (
    <div className="stack wide">
      <Select
        label={text("help-request-choose")}
        allowDeselect={false}
        data={requests.map((one) => ({ value: one, label: text(`request-${one}`, args) }))}
        value={name}
        onChange={(value) => value && setChosen(value as RequestName)}
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
        <CopyButton primary get={() => `${subject}\n\n${letter}`}>
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
