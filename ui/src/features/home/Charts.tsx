/** How much goes through and how long it takes, over an hour, a day, a week or a month. */
import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";

import type { Speed } from "../../backend";
import { Chart, type Line } from "../../components/Chart";
import { Icon } from "../../components/icons";
import { TextLink } from "../../components/TextLink";
import { useWords } from "../../strings/text";
import css from "./home.module.css";
import { spans, useSeries, type Span } from "./queries";

/** From here on it is time to say so: Chatwoot and its family wait 5,000 ms for an answer. */
const WARN_MS = 3_000;

/** The two charts. Where the first channel is not two hours old, they begin with the last hour. */
export function Charts({ since }: { since: number }) {
  const { text, format } = useWords();
  const [span, setSpan] = useState<Span>(() => (Date.now() - since < 2 * spans.hour.length ? "hour" : "day"));
  const series = useSeries(span).data;
  const [number, took] = [format.number, useMemo(() => (ms: number) => format.took(ms * 1_000), [format])];
  const points = series?.points;
  const times = useMemo(() => points?.map(({ at }) => at) ?? [], [points]);
  const traffic = useMemo<Line[]>(
    () => [
      {
        label: text("chart-received"),
        values: points?.map((it) => it.received) ?? [],
        colour: "accent",
        dash: [5, 3],
      },
      { label: text("chart-delivered"), values: points?.map((it) => it.delivered) ?? [], colour: "green" },
      {
        label: text("chart-failed"),
        values: points?.map((it) => it.failed + it.retried) ?? [],
        colour: "red",
        dash: [2, 2],
      },
    ],
    [points, text],
  );
  const speed = useMemo<Line[]>(
    () => [
      { label: text("chart-through"), values: points?.map((it) => it.throughMs) ?? [], colour: "green" },
      { label: text("chart-answer"), values: points?.map((it) => it.answerMs) ?? [], colour: "blue", dash: [5, 3] },
      { label: text("chart-ack"), values: points?.map((it) => it.ackMs) ?? [], colour: "amber", dash: [2, 2] },
    ],
    [points, text],
  );
  const sum = series?.sum;
  return (
    <section className="stack" aria-label={text("home-traffic")}>
      <div className="row wrap">
        <h2 className="grow">{text("home-traffic")}</h2>
        {series?.behind && <span className="small muted">{text("home-counting")}</span>}
        <TextLink to="/traffic/map">{text("home-map")}</TextLink>
        <SegmentedControl
          size="xs"
          aria-label={text("chart-span")}
          value={span}
          onChange={(value) => setSpan(value as Span)}
          data={(["hour", "day", "week", "month"] as const).map((value) => ({
            value,
            label: text(`chart-span-${value}`),
          }))}
        />
      </div>
      <div className={css.charts}>
        <Chart
          title={text("chart-traffic")}
          summary={text("chart-traffic-summary", {
            received: sum?.received ?? 0,
            delivered: sum?.delivered ?? 0,
            failed: sum?.failed ?? 0,
          })}
          times={times}
          lines={traffic}
          word={number}
        />
        <Chart
          title={text("chart-speed")}
          summary={
            sum && sum.throughMs !== null
              ? text("chart-speed-summary", {
                  through: took(sum.throughMs),
                  slow: took(sum.throughSlowMs ?? sum.throughMs),
                })
              : text("chart-nothing")
          }
          times={times}
          lines={speed}
          word={took}
        />
      </div>
    </section>
  );
}

/** Says so when our answers come near the limit after which Chatwoot gives up on us. */
export function SpeedWarning({ speed }: { speed: Speed | null | undefined }) {
  const { text, format } = useWords();
  if (!speed || (speed.slowMs < WARN_MS && speed.late === 0)) return null;
  return (
    <div className={css.notice} role="note">
      <Icon name="warning" style={{ flex: "none" }} />
      <span>
        {text("speed-warning", { late: speed.late, of: speed.of, slow: format.took(speed.slowMs * 1_000) })}{" "}
        <span className="muted">{text("speed-warning.advice")}</span>
      </span>
    </div>
  );
}
