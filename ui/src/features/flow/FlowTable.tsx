/** The map as a table: the same ways, the same numbers. */
import { Shape } from "../../components/icons";
import type { Flow } from "../../backend";
import { useWords } from "../../strings/text";
import css from "./flow.module.css";
import { healthLooks, nameOf, rateOf } from "./words";

/** The table. */
export function FlowTable({
  flow,
  selected,
  onSelect,
}: {
  flow: Flow;
  selected: string | undefined;
  onSelect: (id: string) => void;
}) {
  const words = useWords();
  const { text, format } = words;
  const named = new Map(flow.nodes.map((node) => [node.id, nameOf(words, node)]));
  return (
    // It scrolls, so it can be reached by keyboard.
    <div className={`card ${css.tableHolder}`} role="region" aria-label={text("flow-table")} tabIndex={0}>
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
                  <button type="button" className={css.way}>
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
    </div>
  );
}
