/** The drawn map: three columns, straight lanes, few shapes. Software rendering must keep up: transforms only, no filters. */
import {
  Controls,
  Handle,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Edge as DrawnEdge,
  type EdgeProps,
  type FitViewOptions,
  type Node as DrawnNode,
  type NodeProps,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useElementSize } from "@mantine/hooks";
import { memo, useEffect, useMemo, useSyncExternalStore, type KeyboardEvent } from "react";

import type { Flow, FlowEdge, FlowNode } from "../../backend";
import { Icon, Shape } from "../../components/icons";
import { PlatformMark } from "../../components/PlatformMark";
import { channelLooks } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import css from "./flow.module.css";
import { CARD, layOut, thickness, type Box, type Run } from "./layout";
import { travel, type Motion } from "./motion";
import { edgeWords, labelOf, lineOf, nameOf, nodeWords, queueWords, type Stop } from "./words";

interface Card extends Record<string, unknown> {
  node: FlowNode;
  flow: Flow;
  box: Box;
  now: number;
  isPast: boolean;
  stop: Stop | undefined;
}
interface Lane extends Record<string, unknown> {
  edge: FlowEdge;
  run: Run;
  motion: Motion;
}
/** A button as any other: the library would call it a node or an edge, in English. */
const ROLE = undefined;

/** Room around the map; below it stand the buttons that size it. */
const around: FitViewOptions = { padding: { top: "16px", right: "16px", bottom: "48px", left: "16px" }, maxZoom: 1 };

type CardNode = DrawnNode<Card, "card">;
type LaneEdge = DrawnEdge<Lane, "lane">;

/** The map. */
export function FlowMap(props: {
  flow: Flow;
  stops: ReadonlyMap<string, Stop>;
  motion: Motion;
  isPast: boolean;
  now: number;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
  onLog: (id: string) => void;
}) {
  return (
    <ReactFlowProvider>
      <Drawn {...props} />
    </ReactFlowProvider>
  );
}

function Drawn({ flow, stops, motion, isPast, now, selected, onSelect, onLog }: Parameters<typeof FlowMap>[0]) {
  const words = useWords();
  const { text } = words;
  const { ref, width, height } = useElementSize();
  const map = useReactFlow();
  // What was counted changes all the time, where things stand only with who is there.
  const who = JSON.stringify([
    flow.nodes.map(({ id, kind }) => [id, kind]),
    flow.edges.map(({ id, source, target }) => [id, source, target]),
  ]);
  const room = Math.round(width / 20) * 20;
  const places = useMemo(() => {
    const [nodes, edges] = JSON.parse(who) as [[string, FlowNode["kind"]][], [string, string, string][]];
    return layOut(
      {
        nodes: nodes.map(([id, kind]) => ({ id, kind })) as FlowNode[],
        edges: edges.map(([id, source, target]) => ({ id, source, target })) as FlowEdge[],
      },
      room - 48,
    );
  }, [who, room]);
  useEffect(() => {
    if (room > 0 && height > 0) requestAnimationFrame(() => void map.fitView(around));
  }, [places, room, height, map]);

  const nodes = useMemo(
    () =>
      flow.nodes.map((node): CardNode => {
        const box = places.boxes.get(node.id) ?? { x: 0, y: 0, width: CARD.width, height: CARD.height };
        return {
          id: node.id,
          type: "card",
          position: { x: box.x, y: box.y },
          width: box.width,
          height: box.height,
          selected: node.id === selected,
          data: { node, flow, box, now, isPast, stop: stops.get(node.id) },
          ariaLabel: nodeWords(words, node, flow, now, { isPast, stop: stops.get(node.id) }),
          ariaRole: "button",
          domAttributes: { "aria-roledescription": ROLE },
        };
      }),
    [flow, stops, places, selected, now, isPast, words],
  );
  const edges = useMemo(
    () =>
      flow.edges.flatMap((edge): LaneEdge[] => {
        const run = places.runs.get(edge.id);
        if (!run) return [];
        return [
          {
            id: edge.id,
            type: "lane",
            source: edge.source,
            target: edge.target,
            selected: edge.id === selected,
            data: { edge, run, motion },
            // What is written on it belongs to its name.
            ariaLabel: `${edgeWords(words, edge, flow)} ${mark(edge, labelOf(words, edge))}`.trim(),
            ariaRole: "button",
            domAttributes: { "aria-roledescription": ROLE },
          },
        ];
      }),
    [flow, places, selected, motion, words],
  );
  const labels = useMemo(
    () => ({
      "node.a11yDescription.default": text("flow-keys"),
      "node.a11yDescription.keyboardDisabled": text("flow-keys"),
      "edge.a11yDescription.default": text("flow-keys"),
      "controls.ariaLabel": text("flow-controls"),
      "controls.zoomIn.ariaLabel": text("flow-zoom-in"),
      "controls.zoomOut.ariaLabel": text("flow-zoom-out"),
      "controls.fitView.ariaLabel": text("flow-fit"),
      "minimap.ariaLabel": text("flow-title"),
      "handle.ariaLabel": "",
    }),
    [text],
  );
  const onKeys = (event: KeyboardEvent<HTMLDivElement>) => {
    const part = (event.target as Element).closest<HTMLElement>(".react-flow__node, .react-flow__edge");
    const id = part?.getAttribute("data-id");
    if (!id || event.target !== part) return;
    if (event.key === "Enter") onLog(id);
    else if (event.key === " ") onSelect(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.map} ref={ref} onKeyDownCapture={onKeys}>
      <ReactFlow<CardNode, LaneEdge>
        aria-label={text("flow-title")}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        ariaLabelConfig={labels}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesReconnectable={false}
        elementsSelectable
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        autoPanOnNodeFocus
        minZoom={0.3}
        maxZoom={1.6}
        zoomOnDoubleClick={false}
        panOnScroll
        fitView
        fitViewOptions={around}
        onNodeClick={(_event, { id }) => onSelect(id)}
        onEdgeClick={(_event, { id }) => onSelect(id)}
        onNodeDoubleClick={(_event, { id }) => onLog(id)}
        onEdgeDoubleClick={(_event, { id }) => onLog(id)}
        onPaneClick={() => onSelect(undefined)}
      >
        <Controls showInteractive={false} position="bottom-center" orientation="horizontal" />
      </ReactFlow>
    </div>
  );
}

const CardView = memo(function CardView({ data: { node, flow, now, isPast, stop }, selected }: NodeProps<CardNode>) {
  const words = useWords();
  const { text, format, trouble } = words;
  const look = node.state && !isPast ? channelLooks[node.state] : undefined;
  const rests = !isPast && (node.paused || node.state === "paused" || node.state === "off");
  return (
    // What it shows is said by the sentence that names it.
    <div
      aria-hidden="true"
      className={css.card}
      data-kind={node.kind}
      data-selected={selected || undefined}
      data-rests={rests || undefined}
      data-off={(!isPast && node.state === "off") || undefined}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
      {node.kind === "relay" ? (
        <div className={css.relay}>
          <img src="./icon.svg" width="28" height="28" alt="" />
          <b>{nameOf(words, node)}</b>
          {isPast ? null : (
            <span className="small muted">
              {flow.waiting > 0 && <Stack count={flow.waiting} />}
              {queueWords(words, flow, now)}
            </span>
          )}
        </div>
      ) : (
        <>
          <div className={css.cardHead}>
            {node.platform ? (
              <PlatformMark platform={node.platform} preset={node.preset} size={20} />
            ) : (
              <Icon name={node.kind === "link" ? "channels" : "out"} />
            )}
            <b className="clip grow" title={nameOf(words, node)}>
              {nameOf(words, node)}
            </b>
            {!isPast && node.failed > 0 && node.kind === "channel" && (
              <span className={css.badge} title={text("flow-failed", { count: node.failed })}>
                <Shape name="diamond" size={9} /> {format.number(node.failed)}
              </span>
            )}
          </div>
          {!isPast && (
            <div className={css.cardFoot}>
              {look ? (
                <span className={`${css.state} ${look[0]}`}>
                  <Shape name={look[1]} size={11} />
                  <span className="clip" title={text(`channel-state-${node.state ?? ""}`)}>
                    {text(`channel-state-${node.state ?? ""}`)}
                  </span>
                </span>
              ) : (
                node.stopped && (
                  <span className={`${css.state} red`}>
                    <Shape name="diamond" size={11} />
                  </span>
                )
              )}
              {/* There is room for two short things or one long one. */}
              {(node.state !== "problems" || isPast || node.stopped) && (
                <span className={`clip muted ${node.stopped ? "red" : ""}`} title={stop && trouble(stop.error)}>
                  {lineOf(words, node, now, stop)}
                </span>
              )}
              <span className="grow" />
              {node.kind !== "link" && (
                <span className="figures" title={text("flow-today", { count: format.number(node.today) })}>
                  {format.number(node.today)}
                </span>
              )}
            </div>
          )}
        </>
      )}
    </div>
  );
});

/** What waits, as a pile: the more, the higher. */
function Stack({ count }: { count: number }) {
  const layers = Math.min(5, 1 + Math.floor(Math.log10(count + 1) * 2));
  return (
    <svg width="44" height={10 + layers * 5} aria-hidden="true" style={{ display: "block", margin: "0 auto 4px" }}>
      {Array.from({ length: layers }, (_, i) => (
        <rect
          key={i}
          x="4"
          y={2 + i * 5}
          width="36"
          height="7"
          rx="2"
          fill="var(--grey-tint)"
          stroke="var(--grey)"
          strokeWidth="1"
        />
      ))}
    </svg>
  );
}

/** What is written on a line. */
const mark = (edge: FlowEdge, label: string) => (label && edge.health === "failing" ? `◆ ${label}` : label);

const patterns: Record<FlowEdge["health"], string | undefined> = {
  none: "2 6",
  ok: undefined,
  degraded: "12 4",
  failing: "5 5",
};
const colours: Record<FlowEdge["health"], string> = {
  none: "var(--line-strong)",
  ok: "var(--green)",
  degraded: "var(--amber)",
  failing: "var(--red)",
};

const LaneView = memo(function LaneView({ id, data, selected }: EdgeProps<LaneEdge>) {
  const words = useWords();
  if (!data) return null;
  const { edge, run, motion } = data;
  const { x1, x2, y } = run;
  const forward = x2 > x1;
  const tip = forward ? x2 - 3 : x2 + 3;
  const path = `M${x1} ${y}H${tip}`;
  const colour = colours[edge.health];
  const label = labelOf(words, edge);
  return (
    <g className={css.lane} data-selected={selected || undefined} aria-hidden="true">
      <path d={path} fill="none" stroke="transparent" strokeWidth={LANE_HIT} />
      <path
        className={css.line}
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={thickness(edge.perMinute)}
        strokeDasharray={patterns[edge.health]}
      />
      <path d={forward ? `M${x2} ${y}l-8 -5v10z` : `M${x2} ${y}l8 -5v10z`} fill={colour} />
      <Tokens id={id} motion={motion} run={run} took={edge.tookMs} />
      {label && (
        <text className={css.laneLabel} x={(x1 + x2) / 2} y={forward ? y - 7 : y + 16} textAnchor="middle">
          {mark(edge, label)}
        </text>
      )}
    </g>
  );
});

/** The place around a line that counts as the line: lanes lie 22 px apart. */
const LANE_HIT = 20;

/** What is under way on an edge. */
function Tokens({ id, motion, run, took }: { id: string; motion: Motion; run: Run; took: number | null }) {
  const { tokens, stripe } = useSyncExternalStore(
    (told) => motion.listen(id, told),
    () => motion.of(id),
  );
  const { x1, x2, y } = run;
  return (
    <>
      {stripe && <path d={`M${x1} ${y}H${x2}`} stroke="var(--ground)" strokeWidth="1.5" strokeDasharray="3 7" />}
      {tokens.map((token) => (
        <g key={token.key} transform={`translate(${x1} ${y})`}>
          <path
            className={css.token}
            d={token.failed ? "M0 -6 6 0 0 6 -6 0Z" : "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"}
            fill={token.failed ? "var(--red)" : "var(--green)"}
            style={
              {
                "--way": `${x2 - x1}px`,
                animationDuration: `${travel(took)}ms`,
                animationDelay: `${token.delay}ms`,
              } as React.CSSProperties
            }
            onAnimationEnd={() => motion.end(id, token.key)}
          />
        </g>
      ))}
    </>
  );
}

const nodeTypes = { card: CardView };
const edgeTypes = { lane: LaneView };
