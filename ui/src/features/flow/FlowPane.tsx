/** What is selected on the map: rate and time, what was answered, the last messages, and the ways on. */
import { Button, Loader } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";

import { useProblems } from "../../app/problems";
import { useCommand, useStatus } from "../../app/queries";
import type { AnswerCount, DestinationStatus, Flow, FlowEdge, FlowNode, Lane } from "../../backend";
import { Chart, type Line } from "../../components/Chart";
import { Shape } from "../../components/icons";
import { Moment, useNow } from "../../components/Moment";
import { Pane } from "../../components/Page";
import { ProblemLines } from "../../components/ProblemLines";
import { PlatformMark } from "../../components/PlatformMark";
import { RemedyFor } from "../../components/Remedy";
import { ChannelPill, StateMark } from "../../components/StateMark";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./flow.module.css";
import { problemsOf } from "./lanes";
import { MANY } from "./layout";
import { useDestinations, useNewest, usePart, type Window } from "./queries";
import { edgeWords, healthLooks, lineOf, nameOf, queueWords } from "./words";

/** The pane. `cursor`: the moment that is shown, if it is past: then nothing is said that is known of now alone. */
export function FlowPane({
  id,
  flow,
  window,
  cursor,
  onClose,
  onLog,
  onOpen,
}: {
  id: string;
  flow: Flow;
  window: Window;
  cursor: number | undefined;
  onClose: () => void;
  onLog: () => void;
  onOpen: (node: FlowNode) => void;
}) {
  const words = useWords();
  const { text } = words;
  const node = flow.nodes.find((one) => one.id === id);
  const edge = flow.edges.find((one) => one.id === id);
  const name = node ? nameOf(words, node) : edge ? edgeName(words, edge, flow) : "";
  const navigate = useNavigate();
  const isPast = cursor !== undefined;
  if (!node && !edge) return null;
  const [channel] = (node ?? edge)?.channels ?? [];
  return (
    <Pane
      label={text("flow-pane", { name })}
      onClose={onClose}
      title={
        <>
          {node?.platform && <PlatformMark platform={node.platform} preset={node.preset} size={22} />}
          <h2 className="clip" title={name}>
            {name}
          </h2>
          {node?.state && !isPast && <ChannelPill state={node.state} />}
        </>
      }
      foot={
        <div className="row wrap">
          <Button variant="default" onClick={onLog}>
            {text("flow-open-log")}
          </Button>
          {node?.kind === "channel" && node.id.startsWith("c-") && channel !== undefined && (
            <Button variant="default" onClick={() => void navigate({ to: "/channels", search: { channel } })}>
              {text("stopped-open")}
            </Button>
          )}
          {node?.kind === "link" && node.link !== null && (
            <Button
              variant="default"
              onClick={() => void navigate({ to: "/channels/links", search: { link: node.link ?? undefined } })}
            >
              {text("flow-open-link")}
            </Button>
          )}
          {node?.id.startsWith("p-") && (
            <Button variant="default" onClick={() => onOpen(node)}>
              {text("flow-ungroup", { count: node.channels.length })}
            </Button>
          )}
        </div>
      }
    >
      <div className="stack wide">
        {isPast && <p className="small muted">{text("flow-past", { when: words.format.when(cursor) })}</p>}
        {edge && <EdgeFacts edge={edge} flow={flow} />}
        {edge && !isPast && <EdgeProblems edge={edge} />}
        {node && !isPast && <NodeFacts node={node} flow={flow} />}
        <Counted part={partOf(node, edge)} window={window} cursor={cursor} />
        <Newest channels={(node ?? edge)?.channels ?? []} lanes={lanesOf(node, edge)} cursor={cursor} />
      </div>
    </Pane>
  );
}

function edgeName(words: ReturnType<typeof useWords>, edge: FlowEdge, flow: Flow): string {
  const named = (id: string) => {
    const node = flow.nodes.find((one) => one.id === id);
    return node ? nameOf(words, node) : "";
  };
  return `${named(edge.source)} → ${named(edge.target)}`;
}

/** What is counted of it. */
function partOf(node: FlowNode | undefined, edge: FlowEdge | undefined) {
  if (edge) return { channels: edge.channels, lane: edge.lane, ...(edge.via === null ? {} : { via: edge.via }) };
  if (!node || node.kind === "relay") return {};
  if (node.kind === "endpoint") return { channels: node.channels, lane: "toEndpoint" as Lane };
  if (node.kind === "link") return { channels: node.channels, lane: "toPlatform" as Lane };
  return { channels: node.channels };
}

const none: readonly Lane[] = [];
const endpointLanes: readonly Lane[] = ["toEndpoint", "fromEndpoint"];

/** The lanes whose messages are listed; none: all. */
function lanesOf(node: FlowNode | undefined, edge: FlowEdge | undefined): readonly Lane[] {
  if (edge) return [edge.lane];
  return node?.kind === "endpoint" ? endpointLanes : none;
}

function NodeFacts({ node, flow }: { node: FlowNode; flow: Flow }) {
  const words = useWords();
  const { text, format } = words;
  const now = useNow();
  const stopped = useStatus().data?.stopped.filter(({ channel }) => node.channels.includes(channel)) ?? [];
  const problems = (useProblems().data ?? []).filter(
    ({ state, code, about }) =>
      state !== "solved" &&
      about.channel !== null &&
      node.channels.includes(about.channel) &&
      !stopped.some((one) => one.channel === about.channel && one.stopped?.code === code),
  );
  if (node.kind === "relay") return <p>{queueWords(words, flow, now)}</p>;
  return (
    <>
      {stopped.map((one) => (
        <StoppedHere key={one.id} destination={one} />
      ))}
      <ProblemLines problems={problems} lead={stopped.length === 0} />
      {node.kind === "link" ? (
        <p>{lineOf(words, node, now)}</p>
      ) : (
        <dl className={css.facts}>
          <dt>{text(node.kind === "endpoint" ? "counts-delivered" : "counts-received")}</dt>
          <dd className="figures">{text("flow-today", { count: format.number(node.today) })}</dd>
          <dt>{text("column-failed")}</dt>
          <dd className={`figures ${node.failed > 0 ? "red" : ""}`}>{format.number(node.failed)}</dd>
          <dt>{text("column-waiting")}</dt>
          <dd className="figures">{format.number(node.waiting)}</dd>
          {node.lastAt !== null && (
            <>
              <dt>{text("column-last")}</dt>
              <dd>
                <Moment at={node.lastAt} />
              </dd>
            </>
          )}
        </dl>
      )}
      {node.channels.length > 1 && node.channels.length <= MANY && (
        <p className="small muted">{text("flow-channels", { count: node.channels.length })}</p>
      )}
    </>
  );
}

/** What stands still here, and the way to try it at once. */
function StoppedHere({ destination }: { destination: DestinationStatus }) {
  const { text } = useWords();
  const retry = useCommand("destination.retry", ["status", "channels", "flow"]);
  if (!destination.stopped) return null;
  return (
    <TroubleNote
      trouble={destination.stopped}
      action={
        <div className="row wrap">
          <Button size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate({ id: destination.id })}>
            {text("action-try-now")}
          </Button>
          <RemedyFor channel={destination.channel} code={destination.stopped.code} without={["retry"]} />
        </div>
      }
    />
  );
}

function EdgeFacts({ edge, flow }: { edge: FlowEdge; flow: Flow }) {
  const words = useWords();
  const [colour, shape] = healthLooks[edge.health];
  return (
    <p className="row" style={{ alignItems: "baseline" }}>
      <span className={colour}>
        <Shape name={shape} />
      </span>
      <span>{edgeWords(words, edge, flow)}</span>
    </p>
  );
}

/** What is wrong where a line leads or comes from, with what mends it. */
function EdgeProblems({ edge }: { edge: FlowEdge }) {
  const destinations = useDestinations().data ?? [];
  const problems = useProblems().data ?? [];
  return <ProblemLines problems={problemsOf(edge, problems, destinations)} lead />;
}

/** Rate, time and answers. */
function Counted({
  part,
  window,
  cursor,
}: {
  part: Parameters<typeof usePart>[0];
  window: Window;
  cursor: number | undefined;
}) {
  const { text, format } = useWords();
  const { data, error } = usePart(part, window, cursor);
  const points = data?.points;
  const times = useMemo(() => points?.map(({ at }) => at) ?? [], [points]);
  const took = useMemo(() => (ms: number) => format.took(ms * 1_000), [format]);
  const rate = useMemo<Line[]>(
    () => [
      { label: text("chart-received"), values: points?.map((it) => it.received) ?? [], colour: "accent", dash: [5, 3] },
      { label: text("chart-delivered"), values: points?.map((it) => it.delivered) ?? [], colour: "green" },
      {
        label: text("chart-failed"),
        values: points?.map((it) => it.failed + it.retried + it.refused) ?? [],
        colour: "red",
        dash: [2, 2],
      },
    ],
    [points, text],
  );
  const time = useMemo<Line[]>(
    () => [{ label: text("flow-took"), values: points?.map((it) => it.answerMs ?? it.ackMs) ?? [], colour: "blue" }],
    [points, text],
  );
  if (error) return <TroubleNote trouble={error} />;
  if (!data) return <Loader size="sm" aria-label={text("flow-loading")} />;
  const { sum } = data;
  const middle = sum.answerMs ?? sum.ackMs;
  return (
    <>
      <Chart
        title={text("chart-traffic")}
        summary={text("chart-traffic-summary", {
          received: sum.received,
          delivered: sum.delivered,
          failed: sum.failed,
        })}
        times={times}
        lines={rate}
        word={format.number}
        height={110}
      />
      <Chart
        title={text("flow-took")}
        summary={middle === null ? text("chart-nothing") : text("flow-took-summary", { took: took(middle) })}
        times={times}
        lines={time}
        word={took}
        height={90}
      />
      <section className="stack" aria-label={text("flow-answers")}>
        <h3>{text("flow-answers")}</h3>
        {data.answers.length === 0 ? (
          <p className="muted">{text("chart-nothing")}</p>
        ) : (
          <ul className={css.answers}>
            {data.answers.slice(0, 8).map((answer) => (
              <Answer
                key={`${answer.status ?? ""}-${answer.code ?? ""}`}
                answer={answer}
                of={data.answers.reduce((all, { count }) => all + count, 0)}
              />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Answer({ answer: { status, code, count }, of }: { answer: AnswerCount; of: number }) {
  const { text, format } = useWords();
  const bad = code !== null || (status ?? 0) >= 400;
  return (
    <li>
      <span className={bad ? "red" : "green"}>
        <Shape name={bad ? "diamond" : "tick"} />
      </span>
      <span className="grow">
        <span className="mono">{status ?? text("flow-no-answer")}</span>
        {code && <span className="muted mono"> {code}</span>}
      </span>
      <span className="figures">{format.number(count)}</span>
      <span className="figures muted">{format.share(count / of)}</span>
    </li>
  );
}

/** The last five rows of the log. */
function Newest({
  channels,
  lanes,
  cursor,
}: {
  channels: readonly string[];
  lanes: readonly Lane[];
  cursor: number | undefined;
}) {
  const { text, format } = useWords();
  const rows = useNewest(channels, lanes, cursor).data;
  if (!rows) return null;
  return (
    <section className="stack" aria-label={text("flow-newest")}>
      <h3>{text("flow-newest")}</h3>
      {rows.length === 0 && <p className="muted">{text("flow-newest-none")}</p>}
      <ul className={css.newest}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="muted figures">{format.when(row.at)}</span>
            <TextLink to="/traffic" search={{ exchange: row.id }} className="clip grow">
              {row.preview || row.platformName || text("flow-no-text")}
            </TextLink>
            <StateMark state={row.result} skipped={row.skipped} retry={row.retry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
