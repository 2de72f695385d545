/** How a channel fared: bars, told apart by height as well as colour, and one sentence that says the same. */
import { Tooltip } from "@mantine/core";
import { memo, useState } from "react";

import type { Bar } from "../../backend";
import { useWords, type Words } from "../../strings/text";

const WIDTH = 3;
const HEIGHT = 22;

const looks: Record<Bar["health"], [colour: string, height: number]> = {
  none: ["line-strong", 3],
  ok: ["green", HEIGHT],
  degraded: ["amber", 15],
  failing: ["red", 9],
};

/** One bar in words. */
export function barWords({ text, format }: Words, bar: Bar, length: number): string {
  const span = length >= 86_400_000 ? format.day(bar.at) : `${format.when(bar.at)} – ${format.clock(bar.at + length)}`;
  const { received, delivered, failed } = bar;
  return `${span}: ${text(`strip-${bar.health}`)} ${bar.health === "none" ? "" : text("strip-counts", { received, delivered, failed })}`.trim();
}

/** A whole strip in words. */
export function stripWords({ text, format }: Words, bars: readonly Bar[]): string {
  const count = (health: Bar["health"]) => bars.filter((bar) => bar.health === health).length;
  const [ok, degraded, failing] = [count("ok"), count("degraded"), count("failing")];
  if (ok + degraded + failing === 0) return text("strip-all-none");
  const worst = bars.findLast((bar) => bar.health === "failing") ?? bars.findLast((bar) => bar.health === "degraded");
  const sentence = text("strip-summary", { active: ok + degraded + failing, ok, degraded, failing });
  return worst ? `${sentence} ${text("strip-last", { when: format.when(worst.at) })}` : sentence;
}

/** The bars. */
export const HealthStrip = memo(function HealthStrip({ name, bars }: { name: string; bars: readonly Bar[] }) {
  const words = useWords();
  const [at, setAt] = useState<number>();
  const length = (bars[1]?.at ?? 0) - (bars[0]?.at ?? 0);
  const bar = at === undefined ? undefined : bars[at];
  // One path for each health: four shapes to paint instead of one a bar.
  const paths: Record<string, string> = {};
  bars.forEach(({ health }, i) => {
    const [, height] = looks[health];
    paths[health] = `${paths[health] ?? ""}M${i * WIDTH} ${HEIGHT}v${-height}h${WIDTH - 1}v${height}z`;
  });
  return (
    <Tooltip.Floating label={bar ? barWords(words, bar, length) : ""} disabled={!bar} multiline maw={320}>
      <svg
        role="img"
        aria-label={`${name}: ${stripWords(words, bars)}`}
        width={bars.length * WIDTH}
        height={HEIGHT}
        style={{ display: "block" }}
        onMouseMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt(
            Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * bars.length))),
          );
        }}
        onMouseLeave={() => setAt(undefined)}
      >
        <rect width="100%" height="100%" fill="transparent" />
        {Object.entries(paths).map(([health, d]) => (
          <path key={health} d={d} fill={`var(--${looks[health as Bar["health"]][0]})`} />
        ))}
      </svg>
    </Tooltip.Floating>
  );
});

/** What came in hour by hour, as a small line. Decoration: the numbers stand beside it. */
export const Sparkline = memo(function Sparkline({ values }: { values: readonly number[] }) {
  const top = Math.max(...values, 1);
  const [width, height] = [72, 20];
  const step = width / Math.max(values.length - 1, 1);
  const points = values.map(
    (value, i) => `${(i * step).toFixed(1)} ${(height - 1 - (value / top) * (height - 3)).toFixed(1)}`,
  );
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ display: "block" }}>
      <path d={`M${points.join("L")}`} fill="none" stroke="var(--muted)" strokeWidth="1.3" strokeLinejoin="round" />
    </svg>
  );
});
