/** The second step: what would be sent and what not, how it will look, and whether the target can be reached. Nothing is sent. */
import { Button, Loader, SegmentedControl } from "@mantine/core";
import { useState } from "react";

import type { BulkPreview, BulkSample, Payload, WrongLine } from "../../backend";
import type { useCommand } from "../../app/queries";
import { Icon, Shape } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { bulkSkipKey } from "../../strings/words";
import { Report } from "../channels/TestConnection";
import { PayloadView } from "../traffic/PayloadView";
import css from "./bulk.module.css";

/** The report. `changed`: another number is ready now than the admin had agreed to. */
export function Check({
  preview,
  changed,
  onAgain,
  onBack,
  onNext,
}: {
  preview: ReturnType<typeof useCommand<"bulk.preview">>;
  changed: boolean;
  onAgain: () => void;
  onBack: () => void;
  onNext: () => void;
}) {
  const { text } = useWords();
  const found = preview.data;
  const possible = found !== undefined && found.ready > 0 && found.target.error === null;
  return (
    <div className="stack wide">
      {preview.isPending && (
        <p className="row" role="status">
          <Loader size="sm" /> {text("bulk-checking")}
        </p>
      )}
      {preview.error && <TroubleNote trouble={preview.error} />}
      {changed && found && (
        <p className={css.note} role="alert">
          <Icon name="warning" /> <span>{text("bulk-changed")}</span>
        </p>
      )}
      {found && <Found key={preview.submittedAt} found={found} />}
      <div className={css.foot}>
        {possible && <Button onClick={onNext}>{text("bulk-next")}</Button>}
        {!preview.isPending && (
          <Button variant={possible ? "default" : "filled"} onClick={onAgain}>
            {text("bulk-check-again")}
          </Button>
        )}
        <Button variant="default" onClick={onBack}>
          {text("bulk-back")}
        </Button>
      </div>
    </div>
  );
}

function Found({ found }: { found: BulkPreview }) {
  const { text } = useWords();
  const { ready, total, skipped, wrong, samples, target, test } = found;
  const failed = target.error !== null || test.checks.some((check) => check.error !== null);
  const not = skipped.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <section className={`card ${css.found}`} role="status">
        <p className={css.ready}>
          <span className={ready > 0 ? "green" : "red"}>
            <Shape name={ready > 0 ? "tick" : "diamond"} size={18} />
          </span>
          <span>
            {ready > 0 ? text("bulk-ready", { count: ready }) : text("bulk-ready-none")}{" "}
            {not > 0 && <span className="muted">{text("bulk-of-chosen", { total })}</span>}
          </span>
        </p>
        {not > 0 && (
          <div>
            <h3>{text("bulk-skipped-title", { count: not })}</h3>
            <ul className={css.reasons}>
              {skipped.map(({ reason, count }) => (
                <li key={reason}>
                  <span className="grey">
                    <Shape name="dash" />
                  </span>
                  <span>
                    {text("bulk-skipped-reason", { count, reason: text(bulkSkipKey(reason)) })}
                    <span className="small muted"> {text(`${bulkSkipKey(reason)}.meaning`)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {wrong.length > 0 && <Wrong lines={wrong} />}
      <section className="stack">
        <h2>{text("bulk-target-title")}</h2>
        <p>
          <b>{target.name}</b> {target.url && <span className="mono muted">{target.url}</span>}
        </p>
        {target.error && <TroubleNote trouble={target.error} />}
        {test.checks.length > 0 && <Report checks={test.checks} well={text("bulk-target-well")} />}
        {failed && !target.error && <p className="small muted">{text("bulk-target-trouble")}</p>}
      </section>
      {samples.length > 0 && <Samples samples={samples} toChannel={target.target.kind === "channel"} />}
    </>
  );
}

function Wrong({ lines }: { lines: readonly WrongLine[] }) {
  const { text, format } = useWords();
  return (
    <section className="stack">
      <h2 id="bulk-wrong">{text("bulk-wrong-title")}</h2>
      {/* What scrolls must be reachable by keys. */}
      <div className={css.wrong} tabIndex={0} role="region" aria-labelledby="bulk-wrong">
        <table>
          <thead>
            <tr>
              <th scope="col">{text("bulk-wrong-line")}</th>
              <th scope="col">{text("bulk-wrong-text")}</th>
              <th scope="col">{text("bulk-column-why")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line + line.text}>
                <td className="figures">{format.number(line.line)}</td>
                <td className="mono">{line.text}</td>
                <td title={text(`${bulkSkipKey(line.reason)}.meaning`)}>{text(bulkSkipKey(line.reason))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length >= 100 && <p className="small muted">{text("bulk-wrong-first", { count: lines.length })}</p>}
    </section>
  );
}

/** A body as the view of bodies takes it. */
function payloadOf(body: string): Payload {
  let json = true;
  try {
    JSON.parse(body);
  } catch {
    json = false;
  }
  return { headers: [], body, json, size: body.length, truncated: false };
}

function Samples({ samples, toChannel }: { samples: readonly BulkSample[]; toChannel: boolean }) {
  const { text } = useWords();
  const [shown, setShown] = useState(0);
  const sample = samples[shown];
  return (
    <section className="stack">
      <h2>{text(toChannel ? "bulk-samples-channel" : "bulk-samples")}</h2>
      {samples.length > 1 && (
        <div>
          <SegmentedControl
            size="xs"
            aria-label={text(toChannel ? "bulk-samples-channel" : "bulk-samples")}
            value={String(shown)}
            onChange={(value) => setShown(Number(value))}
            data={samples.map(({ who, id }, index) => ({ value: String(index), label: who || id }))}
          />
        </div>
      )}
      {sample && (
        <div className={`card ${css.sample}`}>
          <PayloadView
            key={sample.id}
            title={text("bulk-sample", { who: sample.who || sample.id })}
            note={text("bulk-sample-messages", { count: sample.messages })}
            payload={payloadOf(sample.body)}
          />
        </div>
      )}
    </section>
  );
}
