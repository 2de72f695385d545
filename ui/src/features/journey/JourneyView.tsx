/** The journey of one message: the sentence, the steps with who takes part drawn beside them, and what can be done with it. */
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";

import type { Journey } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import { SaveButton } from "../../components/SaveButton";
import { StatePill } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import css from "./journey.module.css";
import { asText, total, wrong } from "./plain";
import { Steps } from "./Steps";

/** The journey. `onShow` shows an exchange. */
export function JourneyView({
  journey,
  current,
  onShow,
}: {
  journey: Journey;
  /** The exchange it is shown beside. */
  current?: string | undefined;
  onShow: (exchange: string) => void;
}) {
  const words = useWords();
  const { text, sentence } = words;
  const [only, setOnly] = useState<"all" | "wrong">("all");
  const troubled = journey.steps.filter(wrong).length;
  const steps = only === "wrong" && troubled > 0 ? journey.steps.filter(wrong) : journey.steps;
  return (
    <div className="stack wide">
      <p className={css.sentence} data-tone={journey.sentence.tone} role="status">
        {sentence(journey.sentence)}
      </p>
      <div className={css.bar}>
        <StatePill state={journey.state} />
        <span className="muted figures grow">{total(journey, words)}</span>
        {troubled > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={text("journey-filter")}
            value={only}
            onChange={(value) => setOnly(value === "wrong" ? "wrong" : "all")}
            data={[
              { value: "all", label: text("journey-filter-all") },
              { value: "wrong", label: text("journey-filter-wrong", { count: troubled }) },
            ]}
          />
        )}
      </div>
      <Kin journey={journey} onShow={onShow} />
      <Steps all={journey.steps} steps={steps} lanes={journey.lanes} current={current} onShow={onShow} />
      <div className="row wrap">
        <CopyButton get={() => asText(journey, words)}>{text("journey-copy")}</CopyButton>
        <SaveButton
          what={() => ({ kind: "text", name: `journey-${journey.exchange}`, text: asText(journey, words) })}
          format="txt"
        >
          {text("journey-save")}
        </SaveButton>
      </div>
    </div>
  );
}

/** What it was made out of by hand, and what was made out of it. */
function Kin({ journey, onShow }: { journey: Journey; onShow: (exchange: string) => void }) {
  const { text } = useWords();
  if (journey.copyOf === null && journey.copies.length === 0) return null;
  const link = (id: string, label: string) => (
    <Button key={id} variant="default" size="compact-sm" onClick={() => onShow(id)}>
      {label}
    </Button>
  );
  return (
    <div className="row wrap small">
      {journey.copyOf !== null && (
        <>
          <span className="muted">{text("journey-copy-of")}</span>
          {link(journey.copyOf, text("journey-show-original"))}
        </>
      )}
      {journey.copies.length > 0 && (
        <>
          <span className="muted">{text("journey-copies", { count: journey.copies.length })}</span>
          {journey.copies.map((id, index) => link(id, text("journey-show-copy", { number: index + 1 })))}
        </>
      )}
    </div>
  );
}
