/** One side of an exchange: first line, headers, body. Everything in it came from outside and is shown as text alone. */
import { Anchor, Button, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { JsonView } from "react-json-view-lite";

import type { Payload } from "../../backend";
import { CopyButton, CopyIcon } from "../../components/CopyButton";
import { SaveButton } from "../../components/SaveButton";
import { useWords } from "../../strings/text";
import css from "./PayloadView.module.css";

/** Of a longer text only this much is drawn until it is asked for, in characters. */
const DRAWN = 20_000;
/** A longer body is not drawn at all until it is asked for, in characters. */
const LARGE = 2_000_000;

const jsonStyle = {
  container: css["json"] ?? "",
  basicChildStyle: css["child"] ?? "",
  childFieldsContainer: css["children"] ?? "",
  label: css["key"] ?? "",
  clickableLabel: css["key"] ?? "",
  nullValue: css["other"] ?? "",
  undefinedValue: css["other"] ?? "",
  numberValue: css["number"] ?? "",
  stringValue: css["string"] ?? "",
  booleanValue: css["other"] ?? "",
  otherValue: css["other"] ?? "",
  punctuation: css["mark"] ?? "",
  expandIcon: css["expand"] ?? "",
  collapseIcon: css["collapse"] ?? "",
  collapsedContent: css["collapsed"] ?? "",
};

/** The body as JSON, when it is some and whole. */
export function parsed(payload: Payload): object | undefined {
  if (!payload.json || payload.truncated || payload.body.length > 1_000_000) return undefined;
  try {
    const value: unknown = JSON.parse(payload.body);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A request or an answer. */
export function PayloadView({
  title,
  line,
  note,
  payload,
  of,
}: {
  title: string;
  /** Its first line, where it was a request or an answer. */
  line?: string;
  note?: string | undefined;
  payload: Payload;
  /** Whose body it is: a long one can be saved whole. */
  of?: { id: string; answer?: boolean };
}) {
  const { text, format } = useWords();
  const [raw, setRaw] = useState(false);
  const [all, setAll] = useState(false);
  const value = useMemo(() => parsed(payload), [payload]);
  const [revealed, setRevealed] = useState(false);
  const pretty = value !== undefined && !raw;
  const large = payload.body.length > LARGE && !revealed;
  const body = all ? payload.body : payload.body.slice(0, DRAWN);
  return (
    <section className="stack">
      <div className="row">
        <h3 className="grow">{title}</h3>
        {value !== undefined && (
          <SegmentedControl
            size="xs"
            aria-label={text("payload-form")}
            value={raw ? "raw" : "pretty"}
            onChange={(form) => setRaw(form === "raw")}
            data={[
              { value: "pretty", label: text("payload-pretty") },
              { value: "raw", label: text("payload-raw") },
            ]}
          />
        )}
        {payload.body !== "" && <CopyIcon label={text("payload-copy")} get={() => payload.body} />}
      </div>
      {line && <p className={`mono ${css.line}`}>{line}</p>}
      {note && <p className="small muted">{note}</p>}
      {payload.headers.length > 0 && (
        <details className={css.headers}>
          <summary>{text("payload-headers", { count: payload.headers.length })}</summary>
          <dl className="mono">
            {payload.headers.map(([name, content], index) => (
              // Headers repeat and never move.
              <div key={index}>
                <dt className="muted">{name}</dt>
                <dd>{content}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {payload.body === "" ? (
        <p className="muted small">{text("payload-empty")}</p>
      ) : large ? (
        <Large payload={payload} of={of} onReveal={() => setRevealed(true)} />
      ) : pretty ? (
        <div className={`mono ${css.body}`}>
          <JsonView
            data={value}
            style={{
              ...jsonStyle,
              ariaLables: { expandJson: text("payload-expand"), collapseJson: text("payload-collapse") },
            }}
            shouldExpandNode={(level) => level < 3}
            clickToExpandNode
          />
        </div>
      ) : (
        // What scrolls must be reachable by keys.
        <pre className={`mono ${css.body}`} tabIndex={0}>
          {body}
        </pre>
      )}
      {!pretty && !large && payload.body.length > DRAWN && !all && (
        <Anchor component="button" type="button" size="xs" ta="left" onClick={() => setAll(true)}>
          {text("payload-show-all", { size: format.size(payload.body.length) })}
        </Anchor>
      )}
      {payload.truncated && (
        <p className="small muted">
          {text("payload-truncated", { kept: format.size(payload.body.length), size: format.size(payload.size) })}
        </p>
      )}
    </section>
  );
}

/** In place of a body that would choke a window. */
function Large({
  payload,
  of,
  onReveal,
}: {
  payload: Payload;
  of: { id: string; answer?: boolean } | undefined;
  onReveal: () => void;
}) {
  const { text, format } = useWords();
  return (
    <div className={css.large}>
      <p>{text("payload-large", { size: format.size(payload.size) })}</p>
      <div className="row wrap">
        <Button variant="default" onClick={onReveal}>
          {text("payload-reveal")}
        </Button>
        {of && (
          <SaveButton
            what={() => ({ kind: "body", id: of.id, answer: of.answer ?? false })}
            format={payload.json ? "json" : "txt"}
          >
            {text("payload-save")}
          </SaveButton>
        )}
        <CopyButton get={() => payload.body}>{text("payload-copy")}</CopyButton>
      </div>
    </div>
  );
}
