/** The map as tables: the same ways and who is there, the same numbers, the same keys. */
import type { KeyboardEvent } from "react";

import type { Flow } from "../../backend";
import { Shape } from "../../components/icons";
import { channelLooks } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import css from "./flow.module.css";
import { healthLooks, lineOf, nameOf, rateOf, type Stop } from "./words";

interface Props {
  flow: Flow;
  stops: ReadonlyMap<string, Stop>;
  /** What is only known of now is left out. */
  isPast: boolean;
  now: number;
  selected: string | undefined;
  onSelect: (id: string) => void;
  onLog: (id: string) => void;
}

/** The tables. */
export function FlowTable(props: Props) {
  const { text } = useWords();
  return (
    // It scrolls, so it can be reached by keyboard.
    <div className={`card ${css.tableHolder}`} role="region" aria-label={text("flow-table")} tabIndex={0}>
      <Ways {...props} />
      {!props.isPast && <Who {...props} />}
      <p className={`small muted ${css.keys}`}>{text("flow-keys")}</p>
    </div>
  );
}

/** As on the map: Enter opens the log, Space what is pressed. */
const onEnter = (open: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  open();
};

/** The lines of the map. */
function Ways({ flow, selected, onSelect, onLog }: Props) {
  const words = useWords();
  const { text, format } = words;
  const named = new Map(flow.nodes.map((node) => [node.id, nameOf(words, node)]));
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{text("flow-column-way")}</th>
          <th scope="col">{text("flow-column-health")}</th>
          <th scope="col" className={css.number}>
            {text("flow-column-rate")}
          </th>
          <th scope="col" className={css.number}>
            {text("flow-column-success")}
          </th>
          <th scope="col" className={css.number}>
            {text("flow-column-bad")}
          </th>
          <th scope="col" className={css.number}>
            {text("flow-column-took")}
          </th>
        </tr>
      </thead>
      <tbody>
        {flow.edges.map((edge) => {
          const [colour, shape] = healthLooks[edge.health];
          return (
            // The way is a button: keys work there.
            <tr key={edge.id} aria-current={edge.id === selected} onClick={() => onSelect(edge.id)}>
              <td>
                <button type="button" className={css.way} onKeyDown={onEnter(() => onLog(edge.id))}>
                  <span className="clip">{named.get(edge.source)}</span>
                  <span aria-label={text("flow-to")}>→</span>
                  <span className="clip">{named.get(edge.target)}</span>
                </button>
              </td>
              <td>
                <span className={`row ${colour}`} style={{ gap: 6 }}>
                  <Shape name={shape} /> {text(`flow-health-${edge.health}`)}
                </span>
              </td>
              <td className={`${css.number} figures`}>
                {edge.success === null ? "–" : text("flow-rate", { rate: rateOf(words, edge.perMinute) })}
              </td>
              <td className={`${css.number} figures`}>{edge.success === null ? "–" : format.share(edge.success)}</td>
              <td className={`${css.number} figures ${edge.failed > 0 ? "red" : ""}`}>
                {format.number(edge.failed + edge.retried)}
              </td>
              <td className={`${css.number} figures`}>
                {edge.tookMs === null ? "–" : format.took(edge.tookMs * 1_000)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The boxes of the map; of the relay only what waits. */
function Who({ flow, stops, now, selected, onSelect, onLog }: Props) {
  const words = useWords();
  const { text, format, trouble } = words;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{text("flow-column-who")}</th>
          <th scope="col">{text("column-state")}</th>
          <th scope="col" className={css.number} title={text("flow-column-today.meaning")}>
            {text("flow-column-today")}
          </th>
          <th scope="col" className={css.number}>
            {text("column-waiting")}
          </th>
          <th scope="col" className={css.number} title={text("column-failed.meaning")}>
            {text("column-failed")}
          </th>
        </tr>
      </thead>
      <tbody>
        {flow.nodes.map((node) => {
          const look = node.state ? channelLooks[node.state] : undefined;
          const stop = stops.get(node.id);
          const counted = node.kind === "channel" || node.kind === "endpoint";
          return (
            // The name is a button: keys work there.
            <tr key={node.id} aria-current={node.id === selected} onClick={() => onSelect(node.id)}>
              <td>
                <button type="button" className={css.way} onKeyDown={onEnter(() => onLog(node.id))}>
                  <span className="clip">{nameOf(words, node)}</span>
                  {node.kind !== "relay" && <span className="muted small">{text(`flow-kind-${node.kind}`)}</span>}
                </button>
              </td>
              <td title={stop && trouble(stop.error)}>
                <span className={`row ${look?.[0] ?? ""}`} style={{ gap: 6 }}>
                  {look && <Shape name={look[1]} />}
                  {[
                    node.state && text(`channel-state-${node.state}`),
                    node.stopped ? lineOf(words, node, now, stop) : node.paused && text("flow-paused"),
                  ]
                    .filter(Boolean)
                    .join(" · ") || "–"}
                </span>
              </td>
              <td className={`${css.number} figures`}>{counted ? format.number(node.today) : "–"}</td>
              <td className={`${css.number} figures`}>
                {node.kind === "link" ? "–" : format.number(node.kind === "relay" ? flow.waiting : node.waiting)}
              </td>
              <td className={`${css.number} figures ${node.failed > 0 ? "red" : ""}`}>
                {counted ? format.number(node.failed) : "–"}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
