/** Samples of what a platform sends: to be looked at, and to be sent to the channel's own intake. */
import { Button, Loader, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { ChannelView, PracticeSample } from "../../backend";
import { CopyIcon } from "../../components/CopyButton";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { eventKey, platformName } from "../../strings/words";
import css from "./practice.module.css";
import { usePractice } from "./usePractice";

/** The part of the screen. */
export function SamplesPart({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  const backend = useBackend();
  const samples = useQuery({
    queryKey: ["practiceSamples", channel.id],
    queryFn: () => backend.call("practice.samples", { channel: channel.id }),
    networkMode: "always",
  });
  return (
    <section className={css.part} aria-label={text("practice-samples")}>
      <h3>{text("practice-samples")}</h3>
      <p className="muted small">
        {text("practice-samples-sentence", { platform: platformName(channel.platform, channel.preset) })}
      </p>
      {samples.data ? (
        <Chooser channel={channel} samples={samples.data} />
      ) : samples.error ? (
        <TroubleNote
          trouble={samples.error}
          action={<Button onClick={() => void samples.refetch()}>{text("action-try-again")}</Button>}
        />
      ) : (
        <Loader size="sm" aria-label={text("practice-loading")} />
      )}
    </section>
  );
}

function Chooser({ channel, samples }: { channel: ChannelView; samples: readonly PracticeSample[] }) {
  const { text } = useWords();
  const practice = usePractice(channel.id).data;
  const send = useCommand("practice.send");
  const [id, setId] = useState(samples[0]?.id ?? "");
  const [agreed, setAgreed] = useState(false);
  const [example, setExample] = useState(false);
  const sample = samples.find((one) => one.id === id);
  if (!sample) return <p className="muted">{text("practice-samples-none")}</p>;
  // Only what really leaves this computer needs a second look.
  const real = sample.subscribed && !practice?.inUse && channel.callbackUrl;
  return (
    <>
      <Select
        label={text("practice-sample")}
        data={samples.map((one) => ({ value: one.id, label: `${text(eventKey(one.kind))} · ${one.id}` }))}
        value={id}
        allowDeselect={false}
        searchable
        onChange={(next) => {
          if (next === null) return;
          setId(next);
          setAgreed(false);
          send.reset();
        }}
      />
      <p className="small muted">{text(`${eventKey(sample.kind)}.meaning`)}</p>
      {!sample.subscribed && <p className="small">{text("practice-sample-unsubscribed")}</p>}
      {real && (
        <p className={css.warning} role="note">
          {text("practice-sample-real", { url: channel.callbackUrl ?? "" })}
        </p>
      )}
      <div className="row wrap">
        {real && !agreed ? (
          <Button variant="default" onClick={() => setAgreed(true)}>
            {text("practice-sample-agree")}
          </Button>
        ) : (
          <Button
            loading={send.isPending}
            onClick={() => send.mutate({ channel: channel.id, id }, { onSuccess: () => setAgreed(false) })}
          >
            {text("practice-sample-send")}
          </Button>
        )}
        <Button variant="default" aria-expanded={example} onClick={() => setExample(!example)}>
          {text(example ? "practice-example-hide" : "practice-example-show")}
        </Button>
      </div>
      {send.error && <TroubleNote trouble={send.error} />}
      {send.data && (
        <p role="status" className="small">
          {send.data.status === null
            ? text("practice-sent-silent")
            : text("practice-sent", { status: String(send.data.status) })}{" "}
          {send.data.exchange !== null && (
            <TextLink to="/traffic/journey/$id" params={{ id: send.data.exchange }}>
              {text("practice-sent-journey")}
            </TextLink>
          )}
        </p>
      )}
      {example && (
        <div className={css.example}>
          <div className="row">
            <span className="grow small muted">{text("practice-example")}</span>
            <CopyIcon label={text("payload-copy")} get={() => sample.body} />
          </div>
          <pre className={`mono ${css.body}`} tabIndex={0}>
            {sample.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
            {"\n\n"}
            {sample.body}
          </pre>
        </div>
      )}
    </>
  );
}
