/** The map in sentences: names, the short line under a name, what a screen reader hears. */
import type { Flow, FlowEdge, FlowNode, Health } from "../../backend";
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

/** The short line under its name: at most some twenty characters. */
export function lineOf({ text, format }: Words, node: FlowNode, now: number): string {
  if (node.stopped) return text("flow-stopped", { code: node.stopped });
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

/** A node in a sentence. */
export function nodeWords(words: Words, node: FlowNode, flow: Flow, now: number): string {
  const { text } = words;
  const name = nameOf(words, node);
  if (node.kind === "relay") return `${name}. ${queueWords(words, flow, now)}`;
  const state = node.state ? `${text(`channel-state-${node.state}`)}. ` : "";
  const today = text(node.kind === "endpoint" ? "flow-today-delivered" : "flow-today-received", { count: node.today });
  const kind = text(`flow-kind-${node.kind}`);
  return node.kind === "link"
    ? `${kind} ${name}. ${lineOf(words, node, now)}.`
    : `${kind} ${name}. ${state}${today} ${lineOf(words, node, now)}.`;
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
