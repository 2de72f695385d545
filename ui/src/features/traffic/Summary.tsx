/** An exchange in words: what became of it, what only the admin can decide, the facts, and an explanation built from rules. */
import { Button } from "@mantine/core";
import { useId, useState, type ReactNode } from "react";

import type { ChannelView, DeliveryView, ExchangeDetail, State } from "../../backend";
import { HelpLink } from "../../components/HelpLink";
import { RemedyFor } from "../../components/Remedy";
import { TextLink } from "../../components/TextLink";
import { useWords, type Words } from "../../strings/text";
import { eventKey, skipKey, sourceKey, stateKey } from "../../strings/words";
import { Accept, TrustCertificate } from "./Decisions";
import css from "./ExchangePane.module.css";

/** How bad a state is to whoever looks: the worst is explained. */
const worst: readonly State[] = ["failed", "refused", "unknown", "retrying", "onHold", "waitingForPlatform", "sending"];

/** The delivery that fares worst; none where nothing is owed. */
export function worstOf(deliveries: readonly DeliveryView[]): DeliveryView | undefined {
  const rank = ({ state }: DeliveryView) => (worst.includes(state) ? worst.indexOf(state) : worst.length);
  return deliveries.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** The summary. */
export function Summary({
  detail,
  channels,
  onTab,
}: {
  detail: ExchangeDetail;
  channels: readonly ChannelView[];
  onTab: (name: string) => void;
}) {
  const { text, format, sentence, remedy } = useWords();
  const { row } = detail;
  const channel = channels.find(({ id }) => id === row.channel);
  // An endpoint's certificate is trusted right here, a platform's by the button of its problem.
  const ofEndpoint = detail.deliveries.every(({ destination }) => destination === "endpoint");
  const owed = worstOf(detail.deliveries);
  const error = owed?.error && owed.state !== "delivered" && owed.state !== "read" ? owed.error : undefined;
  // What needs a decision has its buttons below; what went wrong elsewhere has the button of its problem.
  const code = error?.code ?? (owed ? undefined : row.code);
  const tries = detail.deliveries.reduce((sum, { attempts }) => sum + attempts.length, 0);
  return (
    <>
      <p className={css.sentence} data-tone={detail.sentence.tone}>
        {sentence(detail.sentence)}
      </p>
      {error && <p className="small muted">{remedy(error)}</p>}
      {code && !detail.canProcess && !(detail.certificate && ofEndpoint) && (
        <RemedyFor channel={owed?.channel ?? row.channel} code={code} without={["showTraffic"]} />
      )}
      {detail.canProcess && <Accept detail={detail} channels={channels} />}
      {detail.certificate && ofEndpoint && <TrustCertificate certificate={detail.certificate} detail={detail} />}
      {row.preview && <blockquote className={css.quote}>{row.preview}</blockquote>}
      <dl className={css.facts}>
        <Fact name={text("column-time")}>
          <time dateTime={new Date(row.at).toISOString()}>{format.exact(row.at)}</time>
        </Fact>
        <Fact name={text("column-direction")}>
          {text(`direction-${row.direction}`)}
          {row.source !== "platform" && `, ${text(sourceKey(row.source))}`}
        </Fact>
        {channel && (
          <Fact name={text("column-channel")}>
            <TextLink to="/channels" search={{ channel: channel.id }}>
              {channel.name}
            </TextLink>
          </Fact>
        )}
        {row.who && <Fact name={text("column-who")}>{row.who}</Fact>}
        <Fact name={text("column-took")}>
          {row.status === null
            ? format.took(row.tookUs)
            : text("exchange-status", { status: String(row.status), took: format.took(row.tookUs) })}
        </Fact>
        {tries > 0 && (
          <Fact name={text("exchange-tab-attempts")}>
            <button type="button" className={css.link} onClick={() => onTab("attempts")}>
              {format.number(tries)}
            </button>
          </Fact>
        )}
      </dl>
      <Explain detail={detail} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt className="muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** An explanation of an exchange, sentence by sentence, out of the words for what it was, how it stands and what went wrong. */
export function explained(detail: ExchangeDetail, words: Words): string[] {
  const { text, trouble, remedy, format } = words;
  const { row } = detail;
  const said: (string | undefined)[] = [];
  said.push(row.kind ? `${text(eventKey(row.kind))}: ${text(`${eventKey(row.kind)}.meaning`)}` : undefined);
  said.push(text(row.direction === "in" ? `explain-in-${row.source}` : row.step ? "explain-call" : "explain-out"));
  const owed = worstOf(detail.deliveries);
  const state = owed?.state ?? row.result;
  const skipped = owed?.skipped ?? row.skipped;
  said.push(
    `${text(stateKey(state))}: ${text(`${state === "skipped" && skipped ? skipKey(skipped) : stateKey(state)}.meaning`)}`,
  );
  const error = owed ? (state === "delivered" || state === "read" ? null : owed.error) : null;
  if (error) said.push(trouble(error), remedy(error));
  else if (!owed && row.code)
    said.push(trouble({ code: row.code, message: row.code }), remedy({ code: row.code, message: "" }));
  if (owed?.retry?.next)
    said.push(
      text("explain-next", {
        number: owed.retry.made + 1,
        of: owed.retry.of,
        when: format.when(owed.retry.next),
      }),
    );
  if (state === "failed") said.push(text("explain-kept"));
  return said.filter((one) => one !== undefined && one !== "") as string[];
}

function Explain({ detail }: { detail: ExchangeDetail }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="stack">
      <div className="row">
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {words.text(open ? "explain-close" : "explain-open")}
        </Button>
        <HelpLink page="states" at={stateKey(detail.row.result)} />
      </div>
      <div id={id} hidden={!open} className={css.explained}>
        {open && explained(detail, words).map((one, index) => <p key={index}>{one}</p>)}
      </div>
    </section>
  );
}
