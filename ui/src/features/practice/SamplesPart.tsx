/** Samples of what a platform sends: to be looked at, and to be sent to the channel's own intake. */
import { Button, Loader, Select } from "@mantine/core";
import { useState } from "react";

import { usePracticeSamples } from "../../app/queries";
import type { ChannelView, PracticeSample } from "../../backend";
import { SampleBody, SendSample } from "../../components/Sample";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { eventKey, platformName } from "../../strings/words";
import css from "./practice.module.css";

/** The part of the screen. */
export function SamplesPart({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  const samples = usePracticeSamples(channel.id);
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
  const [id, setId] = useState(samples[0]?.id ?? "");
  const [example, setExample] = useState(false);
  const sample = samples.find((one) => one.id === id);
  if (!sample) return <p className="muted">{text("practice-samples-none")}</p>;
  return (
    <>
      <Select
        label={text("practice-sample")}
        data={samples.map((one) => ({ value: one.id, label: `${text(eventKey(one.kind))} · ${one.id}` }))}
        value={id}
        allowDeselect={false}
        searchable
        onChange={(next) => next !== null && setId(next)}
      />
      <p className="small muted">{text(`${eventKey(sample.kind)}.meaning`)}</p>
      <SendSample key={id} channel={channel} sample={sample}>
        <Button variant="default" aria-expanded={example} onClick={() => setExample(!example)}>
          {text(example ? "practice-example-hide" : "practice-example-show")}
        </Button>
      </SendSample>
      {example && <SampleBody sample={sample} />}
    </>
  );
}
