/** The practice endpoint of a channel: how it answers, whether the channel sends to it, and what came. */
import { Anchor, Badge, Button, Loader, NumberInput, Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";

import { useCommand } from "../../app/queries";
import type { ChannelView, PracticeAnswer, PracticeEndpoint, PracticeReceived } from "../../backend";
import { CopyIcon } from "../../components/CopyButton";
import { Shape } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./practice.module.css";
import { BackFromPractice } from "./Practising";
import { usePractice } from "./usePractice";

/** The ways it can answer. */
export const answers = [
  "ok",
  "slow",
  "unauthorised",
  "rejecting",
  "failing",
  "busy",
  "reset",
  "silent",
  "notJson",
] as const satisfies PracticeAnswer["kind"][];

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The key of an answer's name; its `.meaning` says what happens. */
export const answerKey = (kind: PracticeAnswer["kind"]) => `practice-answer-${kebab(kind)}`;

/** The part of the screen. */
export function EndpointPart({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  const practice = usePractice(channel.id);
  return (
    <section className={css.part} aria-label={text("practice-endpoint")}>
      <h3>{text("practice-endpoint")}</h3>
      {practice.data ? (
        <Endpoint channel={channel} endpoint={practice.data} />
      ) : practice.error ? (
        <TroubleNote
          trouble={practice.error}
          action={<Button onClick={() => void practice.refetch()}>{text("action-try-again")}</Button>}
        />
      ) : (
        <Loader size="sm" aria-label={text("practice-loading")} />
      )}
    </section>
  );
}

function Endpoint({ channel, endpoint }: { channel: ChannelView; endpoint: PracticeEndpoint }) {
  const { text } = useWords();
  const queries = useQueryClient();
  const keep = { onSuccess: (next: PracticeEndpoint) => queries.setQueryData(["practice", channel.id], next) };
  const use = useCommand("practice.endpoint.use", ["channels"], "shown");
  const set = useCommand("practice.endpoint.set", [], "shown");
  const [ms, setMs] = useState(endpoint.answer.kind === "slow" ? endpoint.answer.ms : 3_000);
  const choose = (kind: string | null) => {
    const chosen = answers.find((one) => one === kind);
    if (chosen === undefined) return;
    const answer: PracticeAnswer = chosen === "slow" ? { kind: "slow", ms } : { kind: chosen };
    set.mutate({ channel: channel.id, answer }, keep);
  };
  return (
    <>
      <p className="small">{text(endpoint.inUse ? "practice-in-use" : "practice-not-in-use")}</p>
      {endpoint.url && (
        <div className="row">
          <Badge color="gray" variant="light" tt="none">
            {text("practice-badge")}
          </Badge>
          <span className="mono clip grow">{endpoint.url}</span>
          <CopyIcon label={text("practice-copy-url")} get={() => endpoint.url ?? ""} />
        </div>
      )}
      <div className="row wrap">
        {endpoint.inUse ? (
          <BackFromPractice endpoint={endpoint} />
        ) : (
          <Button loading={use.isPending} onClick={() => use.mutate({ channel: channel.id, on: true }, keep)}>
            {text("practice-use")}
          </Button>
        )}
      </div>
      {!endpoint.inUse && channel.callbackUrl && (
        <p className="small muted">{text("practice-use-consequence", { url: channel.callbackUrl })}</p>
      )}
      <div className={css.answer}>
        <Select
          label={text("practice-answer")}
          description={text(`${answerKey(endpoint.answer.kind)}.meaning`)}
          data={answers.map((kind) => ({ value: kind, label: text(answerKey(kind)) }))}
          value={endpoint.answer.kind}
          allowDeselect={false}
          onChange={choose}
        />
        {endpoint.answer.kind === "slow" && (
          <NumberInput
            label={text("practice-slow-ms")}
            min={1}
            max={120_000}
            step={1_000}
            value={ms}
            onChange={(value) => setMs(Number(value) || 1)}
            onBlur={() => choose("slow")}
          />
        )}
      </div>
      {(use.error ?? set.error) && <TroubleNote trouble={(use.error ?? set.error)!} />}
      <Received received={endpoint.received} />
    </>
  );
}

function Received({ received }: { received: readonly PracticeReceived[] }) {
  const { text } = useWords();
  return (
    <>
      <h4 className={css.sub}>{text("practice-received", { count: received.length })}</h4>
      {received.length === 0 ? (
        <p className="muted small">{text("practice-received-none")}</p>
      ) : (
        <ol className={css.received} aria-label={text("practice-received-list")}>
          {received.map((one) => (
            <One key={one.number} one={one} />
          ))}
        </ol>
      )}
    </>
  );
}

function One({ one }: { one: PracticeReceived }) {
  const { text, format } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const good = one.status !== null && one.status < 400;
  return (
    <li className={css.one}>
      <div className="row wrap small">
        <span className={good ? "green" : "red"}>
          <Shape name={good ? "tick" : "diamond"} />
        </span>
        <time className="figures muted" title={format.exact(one.at)}>
          {format.precise(one.at)}
        </time>
        <span className="mono grow clip">{one.kind || text("practice-kind-unknown")}</span>
        <span>
          {one.status === null
            ? text("practice-unanswered")
            : text("practice-answered", { status: String(one.status) })}
        </span>
        <Anchor
          component="button"
          type="button"
          size="xs"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {text(open ? "journey-less" : "journey-more")}
        </Anchor>
      </div>
      <div id={id} hidden={!open} className={css.detail}>
        {open && (
          <>
            <p className="small">
              {one.signed === null
                ? text("practice-unsigned")
                : text(one.signed ? "practice-signed" : "practice-signed-wrong")}
            </p>
            <dl className={`mono ${css.headers}`}>
              {one.headers.map(([name, value], index) => (
                <div key={index}>
                  <dt className="muted">{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <pre className={`mono ${css.body}`} tabIndex={0}>
              {pretty(one.body)}
            </pre>
          </>
        )}
      </div>
    </li>
  );
}

/** JSON with a line for each field; anything else as it is. */
export function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
