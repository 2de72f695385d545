/** Where the time of a request went, as small bars on one axis. */
import type { Timings } from "../../backend";
import { useWords } from "../../strings/text";
import css from "./ExchangePane.module.css";

/** The parts of a request, one after the other; what remains is the reading of the answer. */
export function parts(timings: Timings): { name: string; start: number; took: number }[] {
  const known = [
    { name: "dns", took: timings.dnsUs },
    { name: "connect", took: timings.connectUs },
    { name: "tls", took: timings.tlsUs },
    { name: "first-byte", took: timings.firstByteUs },
  ];
  const shown: { name: string; start: number; took: number }[] = [];
  let start = 0;
  for (const { name, took } of known) {
    if (took === null) continue;
    shown.push({ name, start, took });
    start += took;
  }
  if (timings.totalUs > start) shown.push({ name: "rest", start, took: timings.totalUs - start });
  return shown;
}

/** The bars. */
export function TimingBars({ timings }: { timings: Timings }) {
  const { text, format } = useWords();
  const all = Math.max(1, timings.totalUs);
  return (
    <section className="stack">
      <h3>{text("timing-title", { took: format.took(timings.totalUs) })}</h3>
      <dl className={css.timings}>
        {parts(timings).map(({ name, start, took }) => (
          <div key={name} className={css.timing}>
            <dt className="muted">{text(`timing-${name}`)}</dt>
            <dd aria-hidden="true" className={css.axis}>
              <i
                style={{ left: `${Math.min(99, (100 * start) / all)}%`, width: `${Math.max(1, (100 * took) / all)}%` }}
              />
            </dd>
            <dd className="figures">{format.took(took)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
