/** The map in sentences: names, the short line under a name, what a screen reader hears. */
import type { DestinationStatus, Error, Flow, FlowEdge, FlowNode, Health, ProblemView, Timestamp } from "../../backend";
import type { ShapeName } from "../../components/icons";
import type { Words } from "../../strings/text";
import { platformName } from "../../strings/words";

/** The colour and shape of each health. */
export const healthLooks: Record<Health, [colour: string, shape: ShapeName]> = {
  none: ["grey", "dash"],
  ok: ["green", "tick"],
  degraded: ["amber", "triangle"],
  failing: ["red", "diamond"],
};

/** What a node is called. */
export function nameOf({ text }: Words, node: FlowNode): string {
  if (node.kind === "relay") return text("flow-relay");
  return node.name || (node.platform ? platformName(node.platform, node.preset) : "");
}

/** Why something stands still, and since when. */
export interface Stop {
  error: Error;
  /** When it was first seen; none where that is not known. */
  since: Timestamp | undefined;
}

/** Why each node stands still, by its id: what is said of its destinations, and since when there is a problem with them. */
export function stopsOf(
  nodes: readonly FlowNode[],
  stopped: readonly DestinationStatus[],
  problems: readonly ProblemView[],
): ReadonlyMap<string, Stop> {
  const stops = new Map<string, Stop>();
  for (const node of nodes) {
    if (node.stopped === null) continue;
    const which = stopped.find(
      (one) =>
        one.stopped?.code === node.stopped &&
        node.channels.includes(one.channel) &&
        (node.kind !== "endpoint" || one.kind === "endpoint"),
    );
    if (!which?.stopped) continue;
    const problem = problems.find(
      ({ state, about, code }) =>
        state !== "solved" && about.kind === "destination" && about.id === which.id && code === node.stopped,
    );
    stops.set(node.id, { error: which.stopped, since: problem?.openedAt });
  }
  return stops;
}

/** The short line under its name: at most some twenty characters. */
export function lineOf({ text, format }: Words, node: FlowNode, now: number, stop?: Stop): string {
  if (node.stopped)
    return stop?.since === undefined
      ? text("flow-stopped")
      : text("flow-stopped-since", { when: format.date(stop.since, now) });
  if (node.paused) return text("flow-paused");
  if (node.waiting > 0) return text("flow-waiting", { count: node.waiting });
  if (node.kind === "link") return text("flow-link");
  if (node.kind === "endpoint") return text("flow-endpoint");
  return node.lastAt === null ? text("flow-nothing-yet") : format.ago(node.lastAt, now);
}

/** A rate: whole numbers where they are large. */
export function rateOf({ format }: Words, perMinute: number): string {
  if (perMinute > 0 && perMinute < 0.1) return `<${format.number(0.1)}`;
  return format.number(perMinute < 10 ? Math.round(perMinute * 10) / 10 : Math.round(perMinute));
}

/** "12/min · 98 %"; nothing without traffic. */
export function labelOf(words: Words, edge: FlowEdge): string {
  if (edge.success === null) return "";
  const share = edge.success < 1 ? ` · ${words.format.share(edge.success)}` : "";
  return words.text("flow-rate", { rate: rateOf(words, edge.perMinute) }) + share;
}

/** A node in a sentence. Of the past nothing is known of it but who it is. */
export function nodeWords(
  words: Words,
  node: FlowNode,
  flow: Flow,
  now: number,
  { isPast = false, stop }: { isPast?: boolean; stop?: Stop | undefined } = {},
): string {
  const { text } = words;
  const name = nameOf(words, node);
  if (node.kind === "relay") return isPast ? `${name}.` : `${name}. ${queueWords(words, flow, now)}`;
  const kind = text(`flow-kind-${node.kind}`);
  if (isPast) return `${kind} ${name}.`;
  const state = node.state ? `${text(`channel-state-${node.state}`)}. ` : "";
  const today = text(node.kind === "endpoint" ? "flow-today-delivered" : "flow-today-received", { count: node.today });
  const why = stop ? ` ${words.trouble(stop.error)}` : "";
  const line = `${lineOf(words, node, now, stop)}.${why}`;
  return node.kind === "link" ? `${kind} ${name}. ${line}` : `${kind} ${name}. ${state}${today} ${line}`;
}

/** An edge in a sentence. */
export function edgeWords(words: Words, edge: FlowEdge, flow: Flow): string {
  const { text, format } = words;
  const named = (id: string) => {
    const node = flow.nodes.find((one) => one.id === id);
    return node ? nameOf(words, node) : "";
  };
  const ends = { from: named(edge.source), to: named(edge.target) };
  if (edge.success === null) return text("flow-edge-none", ends);
  const bad = 1 - edge.success;
  const took = edge.tookMs === null ? "" : ` ${text("flow-edge-took", { took: format.took(edge.tookMs * 1_000) })}`;
  return (
    text(bad > 0 ? "flow-edge-failing" : "flow-edge-well", {
      ...ends,
      rate: rateOf(words, edge.perMinute),
      share: format.share(Math.ceil(bad * 1_000) / 1_000),
    }) + took
  );
}

/** What waits, in a sentence. */
export function queueWords(
  { text, format }: Words,
  { waiting, oldest }: Pick<Flow, "waiting" | "oldest">,
  now: number,
): string {
  if (waiting === 0) return text("flow-queue-none");
  if (oldest === null || now - oldest < 5_000) return text("flow-queue", { count: waiting });
  return text("flow-queue-oldest", { count: waiting, span: format.span(now - oldest) });
}
