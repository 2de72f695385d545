/** A past span seen again: which minute is shown, what it held, what moves in a second of watching. Pure. */
import type { Flow, FlowEdge, FlowFrame, FlowMoved, Health } from "../../backend";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** How far back one can go: minutes are kept for two days. */
export const REACH = 24 * HOUR;

/** How much faster than it was. */
export const speeds = [1, 10, 60] as const;
/** One of them. */
export type Speed = (typeof speeds)[number];

/** Where it is after `elapsed` ms of watching, and that is no later than `end`. */
export const onward = (cursor: number, elapsed: number, speed: Speed, end: number): number =>
  Math.min(end, cursor + elapsed * speed);

/** The hour a moment lies in: what is read at once. */
export const chunk = (cursor: number): { from: number; to: number } => {
  const from = Math.floor(cursor / HOUR) * HOUR;
  return { from, to: from + HOUR };
};

/** The minute that holds a moment. */
export const frameAt = (frames: readonly FlowFrame[], cursor: number): FlowFrame | undefined => {
  const at = Math.floor(cursor / MINUTE) * MINUTE;
  return frames.find((frame) => frame.at === at);
};

function health(ok: number, failed: number): Health {
  if (ok + failed === 0) return "none";
  return failed === 0 ? "ok" : failed >= ok ? "failing" : "degraded";
}

/** The map as it was in that minute. What is only known of now is left out. */
export function asItWas(flow: Flow, frame: FlowFrame | undefined, cursor: number): Flow {
  const moved = new Map(frame?.edges.map((one) => [one.id, one]));
  const at = Math.floor(cursor / MINUTE) * MINUTE;
  const edges = flow.edges.map((edge): FlowEdge => {
    const { ok, failed } = moved.get(edge.id) ?? { ok: 0, failed: 0 };
    return {
      ...edge,
      ok,
      failed,
      retried: 0,
      perMinute: ok,
      success: ok + failed > 0 ? ok / (ok + failed) : null,
      tookMs: null,
      health: health(ok, failed),
    };
  });
  return { ...flow, from: at, to: at + MINUTE, edges, waiting: 0, oldest: null };
}

/** What moves while `elapsed` ms of it are shown: whole messages, the rest is kept in `owed` for the next time. */
export function beatOf(
  frame: FlowFrame | undefined,
  elapsed: number,
  speed: Speed,
  owed: Map<string, [number, number]>,
): FlowMoved[] {
  const share = (elapsed * speed) / MINUTE;
  const moved: FlowMoved[] = [];
  for (const { id, ok, failed } of frame?.edges ?? []) {
    const [restOk, restFailed] = owed.get(id) ?? [0, 0];
    const [sumOk, sumFailed] = [restOk + ok * share, restFailed + failed * share];
    const [nowOk, nowFailed] = [Math.floor(sumOk + 1e-9), Math.floor(sumFailed + 1e-9)];
    owed.set(id, [sumOk - nowOk, sumFailed - nowFailed]);
    if (nowOk + nowFailed > 0) moved.push({ id, ok: nowOk, failed: nowFailed });
  }
  return moved;
}
