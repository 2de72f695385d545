/** Lines over time, in the colours of the theme, with the same numbers as a table for whoever cannot see or point at them. */
import { Button, useComputedColorScheme } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

import { useWords } from "../strings/text";
import css from "./Chart.module.css";

/** One line of a chart. */
export interface Line {
  label: string;
  /** One value a point; none where there is nothing to say. */
  values: readonly (number | null)[];
  /** Its colour: the name of one of the theme's. */
  colour: "accent" | "green" | "red" | "amber" | "blue" | "grey";
  /** How it is drawn, so that colour is not the only thing that tells lines apart. */
  dash?: number[];
  /** Filled down to nought. */
  filled?: boolean;
}

/** A chart. `times` in UTC ms, the oldest first. */
export function Chart({
  title,
  summary,
  times,
  lines,
  word,
  limit,
  height = 150,
}: {
  title: string;
  /** What it shows, in one sentence. */
  summary: string;
  times: readonly number[];
  lines: readonly Line[];
  /** How a value is written. */
  word: (value: number) => string;
  /** A line that should not be crossed. */
  limit?: { at: number; label: string };
  height?: number;
}) {
  const { text, format } = useWords();
  const scheme = useComputedColorScheme("light");
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const [shown, setShown] = useState<number>();
  const [asTable, setAsTable] = useState(false);
  const span = times.length > 1 ? (times.at(-1) ?? 0) - (times[0] ?? 0) : 0;
  const when = useMemo(
    () => (at: number) => (span > 26 * 3_600_000 ? format.date(at, at + 86_400_000 * 2) : format.clock(at)),
    [span, format],
  );
  const data = useMemo<uPlot.AlignedData>(
    () => [times.map((at) => at / 1_000), ...lines.map((line) => [...line.values])],
    [times, lines],
  );
  const looks = JSON.stringify(lines.map(({ label, colour, dash, filled }) => [label, colour, dash, filled]));

  useEffect(() => {
    const element = holder.current;
    // Where nothing can be painted (a test's page), the table tells it all.
    if (!element || asTable || !canPaint()) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const axis = {
      stroke: colour("muted"),
      font: '12px "Inter Variable", system-ui, sans-serif',
      grid: { stroke: colour("line"), width: 1 },
      ticks: { show: false },
    };
    const made = new uPlot(
      {
        width: Math.max(element.clientWidth, 120),
        height,
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, points: { size: 7 }, y: false },
        scales: {
          y: {
            range: (_plot, _low, high) => {
              // Null values alone leave nothing to go by.
              const top = Number.isFinite(high) && high > 0 ? high : 1;
              return [0, Math.max(top * 1.1, limit && top > limit.at * 0.5 ? limit.at * 1.1 : 0)];
            },
          },
        },
        axes: [
          { ...axis, size: 26, space: 64, values: (_plot, ticks) => ticks.map((tick) => when(tick * 1_000)) },
          {
            ...axis,
            size: 58,
            space: 26,
            values: (_plot, ticks) => ticks.map((tick) => (tick === 0 || tick >= 1 ? word(tick) : "")),
          },
        ],
        series: [
          {},
          ...(JSON.parse(looks) as [string, string, number[]?, boolean?][]).map(
            ([label, name, dash, filled]): uPlot.Series => ({
              label,
              stroke: colour(name),
              width: 1.5,
              // A lone value has no line to be seen on.
              points: { show: true, size: 5, filter: lone },
              ...(dash ? { dash } : {}),
              ...(filled ? { fill: colour(`${name}-tint`) || colour("selected") } : {}),
            }),
          ),
        ],
        hooks: {
          setCursor: [(self) => setShown(self.cursor.idx ?? undefined)],
          draw: limit
            ? [
                ({ ctx, bbox, valToPos }) => {
                  const y = valToPos(limit.at, "y", true);
                  if (y < bbox.top) return;
                  ctx.save();
                  ctx.strokeStyle = colour("red");
                  ctx.setLineDash([6, 4]);
                  ctx.beginPath();
                  ctx.moveTo(bbox.left, y);
                  ctx.lineTo(bbox.left + bbox.width, y);
                  ctx.stroke();
                  ctx.restore();
                },
              ]
            : [],
        },
      },
      [[], ...(JSON.parse(looks) as unknown[]).map(() => [])],
      element,
    );
    plot.current = made;
    const watcher = new ResizeObserver(() => {
      const width = Math.max(element.clientWidth, 120);
      if (width !== made.width) made.setSize({ width, height });
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.destroy();
      plot.current = undefined;
    };
    // A chart knows its colours and words from its making: another theme or language makes another one.
  }, [looks, scheme, asTable, height, when, word, limit]);

  useEffect(() => {
    plot.current?.setData(data);
  }, [data, looks, scheme, asTable, height, when, word, limit]);

  const last = shown ?? times.length - 1;
  return (
    <figure className={`card ${css.chart}`} aria-label={title}>
      <figcaption className={css.head}>
        <h3 className="grow">{title}</h3>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {text(asTable ? "chart-as-picture" : "chart-as-table")}
        </Button>
      </figcaption>
      {asTable ? (
        <Rows title={title} times={times} lines={lines} word={word} />
      ) : (
        <>
          <div className={css.legend} aria-hidden="true">
            {lines.map((line) => {
              const value = shown === undefined ? undefined : line.values[last];
              return (
                <span key={line.label} className="row">
                  <svg width="18" height="8">
                    <path
                      d="M0 4h18"
                      stroke={`var(--${line.colour})`}
                      strokeWidth="2"
                      strokeDasharray={line.dash?.join(" ")}
                    />
                  </svg>
                  {line.label}
                  {value !== undefined && value !== null && <b className="figures">{word(value)}</b>}
                </span>
              );
            })}
            {shown !== undefined && times[last] !== undefined && (
              <span className="muted figures">{format.when(times[last])}</span>
            )}
          </div>
          <div ref={holder} role="img" aria-label={summary} style={{ height }} />
        </>
      )}
    </figure>
  );
}

/** The values that stand alone. */
const lone: uPlot.Series.Points.Filter = (plot, series) => {
  const values: (number | null | undefined)[] = Array.from(plot.data[series] ?? []);
  const some = (i: number) => values[i] !== null && values[i] !== undefined;
  return values.flatMap((_, i) => (some(i) && !some(i - 1) && !some(i + 1) ? [i] : []));
};

let paints: boolean | undefined;

function canPaint(): boolean {
  // Asked once: a page without a canvas complains each time.
  paints ??= !navigator.userAgent.includes("jsdom") && document.createElement("canvas").getContext("2d") !== null;
  return paints;
}

/** The same numbers, newest first, without the points at which nothing was. */
function Rows({
  title,
  times,
  lines,
  word,
}: {
  title: string;
  times: readonly number[];
  lines: readonly Line[];
  word: (value: number) => string;
}) {
  const { text, format } = useWords();
  const rows = times.map((at, i) => ({ at, values: lines.map((line) => line.values[i] ?? null) }));
  const some = rows.filter(({ values }) => values.some((value) => value !== null && value !== 0)).reverse();
  if (some.length === 0) return <p className={`muted ${css.none}`}>{text("chart-nothing")}</p>;
  return (
    // It scrolls, so it can be reached by keyboard.
    <div className={css.rows} role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text("chart-time")}</th>
            {lines.map((line) => (
              <th key={line.label} scope="col">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {some.map(({ at, values }) => (
            <tr key={at}>
              <th scope="row">{format.when(at)}</th>
              {values.map((value, i) => (
                <td key={i} className="figures">
                  {value === null ? "–" : word(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
