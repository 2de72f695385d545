/** Above the rows: which day is looked at, how much of it there is, and what failed of it sent again. */
import { useMemo, useSyncExternalStore } from "react";

import type { TrafficSearch } from "../../app/router";
import { stateLooks } from "../../components/StateMark";
import { Shape } from "../../components/icons";
import { useWords } from "../../strings/text";
import { dayShown } from "./days";
import type { Log } from "./log";
import { ResendFailed } from "./ResendFailed";
import css from "./TrafficPage.module.css";

/** The bar; nothing while there are no rows. */
export function DayBar({ log, search }: { log: Log; search: TrafficSearch }) {
  const { text, format } = useWords();
  useSyncExternalStore(log.subscribe, log.snapshot);
  const day = dayShown(log);
  const { from, to } = day ?? { from: 0, to: 0 };
  const { channel } = search;
  const filter = useMemo(
    () => ({ state: "failed" as const, from, to, ...(channel === undefined ? {} : { channel }) }),
    [from, to, channel],
  );
  if (!day) return log.rows.length > 0 ? <div className={css.day} /> : null;
  const name = format.day(from);
  const today = new Date().toDateString() === new Date(from).toDateString();
  const [colour, shape] = stateLooks.failed;
  return (
    <div className={css.day} role="group" aria-label={name}>
      <b>{today ? `${text("traffic-today")}, ${name}` : name}</b>
      <span className="figures muted">
        {text(day.whole ? "traffic-count" : "traffic-day-least", { count: day.count })}
      </span>
      {day.failed > 0 && search.state !== "failed" && (
        <span className={`row figures ${colour}`}>
          <Shape name={shape} size={11} />
          {text(day.whole ? "traffic-day-failed" : "traffic-day-failed-least", { count: day.failed })}
        </span>
      )}
      <span style={{ flex: 1 }} />
      {/* What was given up is known by channel and day; of words and unknown addresses it knows nothing. */}
      {day.failed > 0 && search.text === undefined && !search.unclaimed && (
        <ResendFailed key={from} filter={filter} day={name} />
      )}
    </div>
  );
}
