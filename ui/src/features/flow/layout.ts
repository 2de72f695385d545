/** Where everything stands on the map: three columns, every edge a straight line. Pure. */
import type { Flow, FlowEdge, FlowNode, Health } from "../../backend";

/** Sizes of a node, by column. */
export const CARD = { width: 208, height: 68, gap: 16 };
const RELAY_WIDTH = 148;
/** The same where there is little room, as beside the pane. */
const TIGHT = { room: 760, card: 164, relay: 116, gap: 92 };
/** The two lanes of a pair lie so far from the middle of their node. */
export const LANE = 11;

/** A rectangle. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A line from left to right or back. */
export interface Run {
  x1: number;
  x2: number;
  y: number;
}

/** The column a node stands in. */
export function columnOf(node: Pick<FlowNode, "kind">): 0 | 1 | 2 {
  return node.kind === "channel" ? 0 : node.kind === "relay" ? 1 : 2;
}

/** Boxes by node and runs by edge, for a place that is so wide. */
export function layOut(
  flow: Pick<Flow, "nodes" | "edges">,
  room: number,
): { boxes: Map<string, Box>; runs: Map<string, Run> } {
  const tight = room < TIGHT.room;
  const [card, relay, least] = tight ? [TIGHT.card, TIGHT.relay, TIGHT.gap] : [CARD.width, RELAY_WIDTH, 132];
  const gap = Math.round(Math.min(280, Math.max(least, (room - 2 * card - relay) / 2)));
  const columns: FlowNode[][] = [[], [], []];
  for (const node of flow.nodes) columns[columnOf(node)]?.push(node);
  const tall = (count: number) => count * CARD.height + Math.max(0, count - 1) * CARD.gap;
  const height = Math.max(tall(columns[0]?.length ?? 0), tall(columns[2]?.length ?? 0), 2 * CARD.height);
  const boxes = new Map<string, Box>();
  const lefts = [0, card + gap, card + gap + relay + gap];
  columns.forEach((nodes, column) => {
    const x = lefts[column] ?? 0;
    if (column === 1) {
      for (const node of nodes) boxes.set(node.id, { x, y: 0, width: relay, height });
      return;
    }
    // Fewer than beside them stand in the middle, so that lines stay straight and short.
    const top = (height - tall(nodes.length)) / 2;
    nodes.forEach((node, i) => {
      boxes.set(node.id, { x, y: top + i * (CARD.height + CARD.gap), width: card, height: CARD.height });
    });
  });
  const runs = new Map<string, Run>();
  for (const edge of flow.edges) {
    const [from, to] = [boxes.get(edge.source), boxes.get(edge.target)];
    if (!from || !to) continue;
    const forward = from.x < to.x;
    const small = from.height <= to.height ? from : to;
    const y = small.y + small.height / 2 + (forward ? -LANE : LANE);
    runs.set(edge.id, forward ? { x1: from.x + from.width, x2: to.x, y } : { x1: from.x, x2: to.x + to.width, y });
  }
  return { boxes, runs };
}

/** How thick a line is: by the logarithm of its rate, so that one busy edge does not make hairs of all others. */
export function thickness(perMinute: number): number {
  return perMinute <= 0 ? 1 : Math.min(6, 1.5 + Math.log2(1 + perMinute) * 0.6);
}

const rank: Record<Health, number> = { none: 0, ok: 1, degraded: 2, failing: 3 };

/** Edges as one. */
export function together(id: string, source: string, target: string, edges: readonly FlowEdge[]): FlowEdge {
  const [first] = edges;
  const sum = (of: (edge: FlowEdge) => number) => edges.reduce((all, edge) => all + of(edge), 0);
  const [ok, failed, retried] = [sum((it) => it.ok), sum((it) => it.failed), sum((it) => it.retried)];
  const tries = ok + failed + retried;
  const timed = edges.filter((edge) => edge.tookMs !== null);
  return {
    id,
    source,
    target,
    lane: first?.lane ?? "fromPlatform",
    channels: edges.flatMap((edge) => edge.channels),
    via: null,
    ok,
    failed,
    retried,
    perMinute: sum((it) => it.perMinute),
    success: tries > 0 ? ok / tries : null,
    tookMs: timed.length > 0 ? Math.max(...timed.map((edge) => edge.tookMs ?? 0)) : null,
    health: edges.reduce<Health>((worst, { health }) => (rank[health] > rank[worst] ? health : worst), "none"),
  };
}

/** Beyond so many channels each platform is one node, until it is opened. */
export const MANY = 20;

/** The group a channel belongs to. */
export const groupOf = (node: FlowNode) => `p-${node.preset ?? node.platform ?? ""}`;

/** The same map with the channels of each platform as one node, except of those that were opened. */
export function grouped(flow: Flow, opened: ReadonlySet<string>): Flow {
  const members = new Map<string, FlowNode[]>();
  for (const node of flow.nodes)
    if (node.kind === "channel" && !opened.has(groupOf(node)))
      members.set(groupOf(node), [...(members.get(groupOf(node)) ?? []), node]);
  const into = new Map<string, string>();
  const nodes: FlowNode[] = [];
  for (const [group, own] of members) for (const node of own) into.set(node.id, group);
  const done = new Set<string>();
  for (const node of flow.nodes) {
    const group = into.get(node.id);
    if (group === undefined) nodes.push(node);
    else if (!done.has(group)) {
      done.add(group);
      nodes.push(asOne(group, members.get(group) ?? []));
    }
  }
  const edges = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) {
    const id = `${into.get(edge.source) ?? edge.source}.${into.get(edge.target) ?? edge.target}`;
    edges.set(id, [...(edges.get(id) ?? []), edge]);
  }
  return {
    ...flow,
    nodes,
    edges: [...edges].map(([id, own]) => {
      const [only] = own;
      if (own.length === 1 && only && only.id === id) return only;
      return together(
        id,
        into.get(only?.source ?? "") ?? only?.source ?? "",
        into.get(only?.target ?? "") ?? only?.target ?? "",
        own,
      );
    }),
  };
}

const states = ["working", "waiting", "off", "paused", "problems", "disconnected", "failing"] as const;

function asOne(id: string, nodes: readonly FlowNode[]): FlowNode {
  const sum = (of: (node: FlowNode) => number) => nodes.reduce((all, node) => all + of(node), 0);
  const worst = Math.max(...nodes.map(({ state }) => states.indexOf((state ?? "working") as (typeof states)[number])));
  const last = Math.max(...nodes.map(({ lastAt }) => lastAt ?? 0));
  const [first] = nodes;
  return {
    id,
    kind: "channel",
    // Its platform names it.
    name: "",
    channels: nodes.flatMap(({ channels }) => channels),
    link: null,
    platform: first?.platform ?? null,
    preset: first?.preset ?? null,
    state: states[worst] ?? "working",
    paused: false,
    stopped: nodes.find(({ stopped }) => stopped !== null)?.stopped ?? null,
    today: sum((node) => node.today),
    failed: sum((node) => node.failed),
    waiting: sum((node) => node.waiting),
    lastAt: last > 0 ? last : null,
  };
}

/** The map with only what has those words in its name, and what that leads to. */
export function found(flow: Flow, words: string, nameOf: (node: FlowNode) => string): Flow {
  const wanted = words.trim().toLocaleLowerCase();
  if (wanted === "") return flow;
  const hits = new Set(
    flow.nodes
      .filter((node) => node.kind !== "relay" && nameOf(node).toLocaleLowerCase().includes(wanted))
      .map(({ id }) => id),
  );
  const channels = new Set(flow.nodes.filter(({ id }) => hits.has(id)).flatMap((node) => node.channels));
  const stays = (node: FlowNode) =>
    node.kind === "relay" || hits.has(node.id) || node.channels.some((channel) => channels.has(channel));
  const nodes = hits.size === 0 ? flow.nodes.filter(({ kind }) => kind === "relay") : flow.nodes.filter(stays);
  const left = new Set(nodes.map(({ id }) => id));
  return { ...flow, nodes, edges: flow.edges.filter(({ source, target }) => left.has(source) && left.has(target)) };
}
