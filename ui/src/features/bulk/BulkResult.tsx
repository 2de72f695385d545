/** One bulk send: how far it is, what can be done about it, and what became of each conversation. */
import { Button, Checkbox, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import { useBackend } from "../../app/backend";
import { useChannels, useCommand } from "../../app/queries";
import type { BulkView } from "../../backend";
import { ExportMenu } from "../../components/ExportMenu";
import { HelpLink } from "../../components/HelpLink";
import { Icon, Shape } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Page } from "../../components/Page";
import { stateLooks } from "../../components/StateMark";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./bulk.module.css";
import { ItemTable } from "./ItemTable";
import { Bar, BulkPill, doneOf, needsAdmin, numberNames, numbers, ProgressLine, useSpeedWords } from "./looks";
import { CancelRest, GoOn, Stopped } from "./Stopped";

/** The page of one bulk send. */
export function BulkResult({ id }: { id: string }) {
  const { text } = useWords();
  const backend = useBackend();
  const bulk = useQuery({
    queryKey: ["bulk", id],
    queryFn: () => backend.call("bulk.get", { id }),
    networkMode: "always",
  });
  const back = (
    <p className={css.back}>
      <TextLink to="/bulk" search={{}}>
        {text("bulk-all")}
      </TextLink>
    </p>
  );
  if (!bulk.data)
    return (
      <Page title={text("bulk-title")} tabs={back}>
        {bulk.error ? (
          <TroubleNote
            trouble={bulk.error}
            action={<Button onClick={() => void bulk.refetch()}>{text("action-try-again")}</Button>}
          />
        ) : (
          <Loader size="sm" aria-label={text("bulk-loading")} />
        )}
      </Page>
    );
  return <Result bulk={bulk.data} back={back} />;
}

function Result({ bulk, back }: { bulk: BulkView; back: React.ReactNode }) {
  const { text, sentence } = useWords();
  const speed = useSpeedWords();
  const channels = useChannels().data;
  const names = useMemo(() => new Map(channels?.map((one) => [one.id, one.name])), [channels]);
  const channelName = useCallback((id: string | null) => (id === null ? "" : (names.get(id) ?? "")), [names]);
  return (
    <Page
      title={text("bulk-to", { name: bulk.targetName })}
      sentence={
        <>
          {sentence(bulk.choice)}, {speed(bulk.rate)} · {text("bulk-created")} <Moment at={bulk.createdAt} />
          {bulk.endedAt !== null && (
            <>
              {" · "}
              {text("bulk-ended")} <Moment at={bulk.endedAt} />
            </>
          )}
        </>
      }
      tabs={back}
      action={<ExportMenu what={() => ({ kind: "bulk", id: bulk.id, failed: false })} />}
    >
      <div className="stack wide">
        <State bulk={bulk} />
        <ItemTable bulk={bulk} channelName={channelName} />
      </div>
    </Page>
  );
}

/** How it stands: the bar, the numbers, and what can be done. */
function State({ bulk }: { bulk: BulkView }) {
  const { text, format, trouble, remedy } = useWords();
  const running = bulk.state === "running" || bulk.state === "preparing";
  // At the speed it was told to keep there is nothing to say.
  const told = bulk.rate !== null && bulk.speed !== null && bulk.speed > bulk.rate * 0.8;
  const slow = bulk.state === "running" && bulk.speed !== null && !told ? Math.round(bulk.speed * 10) / 10 : 0;
  return (
    <section className={`card ${css.progress}`} aria-label={text(`bulk-state-${bulk.state}`)}>
      <div className="row wrap">
        <BulkPill state={bulk.state} />
        <span className="grow">
          <ProgressLine bulk={bulk} />
          {slow > 0 && (
            <span className="muted figures">
              {" · "}
              {text("bulk-speed-now", { speed: slow })}
            </span>
          )}
        </span>
        <Actions bulk={bulk} />
      </div>
      <Bar bulk={bulk} />
      <dl className={css.numbers}>
        {numberNames.map((name) => {
          const [colour, shape] = name === "left" ? (["grey", "ring"] as const) : stateLooks[numbers[name]];
          return (
            <div key={name}>
              <dt className="small muted">
                <i className={colour}>
                  <Shape name={shape} size={10} />
                </i>
                {text(`bulk-${name}`)}
                {name === "unknown" && bulk.unknown > 0 && <HelpLink page="states" at="state-unknown" />}
              </dt>
              <dd className="figures">{format.number(bulk[name])}</dd>
            </div>
          );
        })}
        <div className={css.sum}>
          <dt className="small muted">{text("bulk-total")}</dt>
          <dd className="figures">{format.number(bulk.total)}</dd>
        </div>
      </dl>
      {bulk.waitsUntil !== null && (
        <p className={css.waits}>
          <span className="grey">
            <Shape name="glass" />
          </span>
          <span>
            {text("bulk-waits", { time: format.time(bulk.waitsUntil) })}{" "}
            {bulk.error && <span className="muted">{trouble(bulk.error)}</span>}
          </span>
        </p>
      )}
      {needsAdmin(bulk) ? (
        <Stopped bulk={bulk} details={false} />
      ) : (
        <>
          {bulk.state === "paused" && <GoOn bulk={bulk} />}
          {bulk.error && bulk.waitsUntil === null && (
            <p>
              <b>{trouble(bulk.error)}</b> <span className="muted">{remedy(bulk.error)}</span>
            </p>
          )}
          {running && <p className="small muted">{text("bulk-closing")}</p>}
        </>
      )}
      {(bulk.state === "done" || bulk.state === "cancelled") && bulk.unknown > 0 && <ResendUnknown bulk={bulk} />}
      <Said bulk={bulk} />
    </section>
  );
}

function Actions({ bulk }: { bulk: BulkView }) {
  const { text } = useWords();
  const pause = useCommand("bulk.pause", ["bulks", "bulk"], "shown");
  const retry = useCommand("bulk.retry", ["bulks", "bulk"], "shown");
  const error = pause.error ?? retry.error;
  return (
    <>
      {bulk.state === "running" && (
        <Button
          variant="default"
          leftSection={<Icon name="pause" />}
          loading={pause.isPending}
          onClick={() => pause.mutate({ id: bulk.id })}
        >
          {text("bulk-pause")}
        </Button>
      )}
      {(bulk.state === "running" || bulk.state === "preparing") && <CancelRest bulk={bulk} />}
      {bulk.failed > 0 && (bulk.state === "done" || bulk.state === "cancelled") && (
        <Button
          leftSection={<Icon name="again" />}
          loading={retry.isPending}
          onClick={() => retry.mutate({ id: bulk.id })}
        >
          {text("bulk-retry", { count: bulk.failed })}
        </Button>
      )}
      {error && <TroubleNote trouble={error} />}
    </>
  );
}

/** Those nobody can tell of, of a bulk send that is over: only by an explicit tick. */
function ResendUnknown({ bulk }: { bulk: BulkView }) {
  const { text } = useWords();
  const resume = useCommand("bulk.resume", ["bulks", "bulk"], "shown");
  const [agreed, setAgreed] = useState(false);
  return (
    <div className="stack">
      <Checkbox
        size="xs"
        label={text("bulk-resend-unknown", { count: bulk.unknown })}
        description={text("bulk-unknown-why")}
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      {agreed && (
        <div>
          <Button
            loading={resume.isPending}
            onClick={() => resume.mutate({ id: bulk.id, resendUnknown: true }, { onSuccess: () => setAgreed(false) })}
          >
            {text("bulk-resend-button", { count: bulk.unknown })}
          </Button>
        </div>
      )}
      {resume.error && <TroubleNote trouble={resume.error} />}
    </div>
  );
}

/** How often a screen reader is told how far it is, in ms, unless a tenth of it is done sooner. */
const ANNOUNCE = 10_000;

/** Says how far it is: at every tenth, every ten seconds while it moves, and when its state changes. */
function Said({ bulk }: { bulk: BulkView }) {
  const { text } = useWords();
  const done = doneOf(bulk);
  const tenth = bulk.total === 0 ? 0 : Math.floor((done / bulk.total) * 10);
  const latest = useRef("");
  const words = text("bulk-said-state", {
    state: text(`bulk-state-${bulk.state}`),
    done,
    total: bulk.total,
    failed: bulk.failed,
  });
  useEffect(() => {
    latest.current = words;
  }, [words]);
  const [said, setSaid] = useState("");
  useEffect(() => setSaid(latest.current), [tenth, bulk.state]);
  useEffect(() => {
    if (bulk.state !== "running") return;
    const timer = setInterval(() => setSaid(latest.current), ANNOUNCE);
    return () => clearInterval(timer);
  }, [bulk.state]);
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  );
}
