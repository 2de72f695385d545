/** A common axis of time for the steps of a journey: long gaps in which nothing happened are drawn short and labelled. Knows no component. */
import type { JourneyStep } from "../../backend";

/** A part of the axis: time in which something happened, or a gap. */
interface Part {
  from: number;
  to: number;
  /** Where it is drawn, as shares of the width. */
  left: number;
  right: number;
  gap: boolean;
}

/** A gap that is drawn shorter than it was. */
export interface Break {
  /** Its middle, as a share of the width. */
  at: number;
  /** How long it was, in µs. */
  tookUs: number;
}

/** The axis of one journey. */
export interface Axis {
  /** Where a time (µs since the beginning) is drawn, as a share of the width. */
  place(us: number): number;
  /** The gaps that are drawn short. */
  breaks: Break[];
}

/** How wide a gap is drawn that is drawn short, as a share of the width. */
const SHORT = 0.1;
/** A gap is long when it is longer than this share of all the time in which something happened. */
const LONG = 0.5;
/** Shorter gaps are never drawn short, in µs. */
const WORTH_IT = 500_000;

/** Steps in which something happened; waiting is what lies between them. */
const busy = (step: JourneyStep) => step.kind !== "wait" && step.offsetUs !== null;

/** The axis for these steps. */
export function axisOf(steps: readonly JourneyStep[]): Axis {
  const spans = steps
    .filter(busy)
    .map((step) => ({ from: step.offsetUs ?? 0, to: (step.offsetUs ?? 0) + step.tookUs }))
    .toSorted((a, b) => a.from - b.from);
  const parts = laidOut(merged(spans));
  return {
    place(us) {
      const part = parts.find(({ to }) => us <= to) ?? parts.at(-1);
      if (!part) return 0;
      const share = part.to > part.from ? (us - part.from) / (part.to - part.from) : 0;
      return part.left + Math.min(1, Math.max(0, share)) * (part.right - part.left);
    },
    breaks: parts
      .filter(({ gap }) => gap)
      .map(({ left, right, from, to }) => ({ at: (left + right) / 2, tookUs: to - from })),
  };
}

/** Spans that touch are one; gaps too short to be drawn short belong to what is around them. */
function merged(spans: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const all = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const long = Math.max(WORTH_IT, all * LONG);
  const found: { from: number; to: number }[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last && span.from - last.to < long) last.to = Math.max(last.to, span.to);
    else found.push({ ...span });
  }
  return found;
}

/** The parts side by side: gaps have a width of their own, the rest share what remains by their length. */
function laidOut(spans: readonly { from: number; to: number }[]): Part[] {
  const gaps = spans.length - 1;
  const short = gaps > 0 ? Math.min(SHORT, 0.6 / gaps) : 0;
  const all = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const room = 1 - short * Math.max(0, gaps);
  // A moment is a point, but it must stand somewhere.
  const weight = ({ from, to }: { from: number; to: number }) =>
    (to - from + all * 0.02 + 1) / (all + spans.length * (all * 0.02 + 1));
  const parts: Part[] = [];
  let left = 0;
  spans.forEach((span, index) => {
    const right = left + weight(span) * room;
    parts.push({ ...span, left, right, gap: false });
    left = right;
    const next = spans[index + 1];
    if (next === undefined) return;
    parts.push({ from: span.to, to: next.from, left, right: left + short, gap: true });
    left += short;
  });
  return parts;
}
