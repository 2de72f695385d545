/** Made-up statistics: the same numbers for the same moment, with a quiet night and one bad quarter of an hour. */
import type {
  Bar,
  ChannelView,
  Commands,
  Flow,
  FlowEdge,
  FlowNode,
  LinkView,
  Point,
  Replay,
  ReplayQuery,
  Series,
  SeriesQuery,
  Strip,
  StripsQuery,
  Sums,
  Totals,
} from "../schema";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Command = keyof Commands;

/** Statistics of these channels and links. */
export class MadeUpStats {
  constructor(
    readonly channels: () => ChannelView[],
    readonly links: () => LinkView[],
    readonly waiting: () => number,
    readonly now: () => number = Date.now,
  ) {}

  /** The answer of one of its commands; nothing for any other. */
  answer(command: Command, payload: unknown): Commands[Command]["answer"] | undefined {
    switch (command) {
      case "stats.series":
        return this.series(payload as SeriesQuery);
      case "stats.totals":
        return this.totals();
      case "stats.strips":
        return this.strips(payload as StripsQuery);
      case "flow.get":
        return this.flow(payload as Commands["flow.get"]["request"]);
      case "flow.replay":
        return this.replay(payload as ReplayQuery);
      default:
        return undefined;
    }
  }

  series({ from = 0, to = this.now(), bucketMs = MINUTE, channels }: SeriesQuery): Series {
    const begin = Math.floor(from / bucketMs) * bucketMs;
    const size = channels?.length ?? this.channels().length;
    const points: Point[] = [];
    for (let at = begin; at < to; at += bucketMs) points.push(point(at, (bucketMs / MINUTE) * size));
    const sum = point(begin, 0);
    for (const one of points) {
      sum.received += one.received;
      sum.delivered += one.delivered;
      sum.failed += one.failed;
      sum.retried += one.retried;
    }
    return {
      bucketMs,
      points,
      sum: { ...sum, ackMs: 2, ackSlowMs: 6, answerMs: 41, throughMs: 46, throughSlowMs: 380 },
      answers: [
        { status: 200, code: null, count: sum.delivered },
        { status: 500, code: "HTTP-02", count: sum.retried },
        { status: null, code: "NET-06", count: sum.failed },
      ].filter(({ count }) => count > 0) as Series["answers"],
      behind: false,
    };
  }

  totals(): Totals {
    const one = (days: number): Sums => ({
      received: 214 * days,
      delivered: 208 * days,
      failed: 3 * days,
      troubled: 9 * days,
    });
    const none: Sums = { received: 0, delivered: 0, failed: 0, troubled: 0 };
    const all = { today: one(1), week: one(7), month: one(30) };
    return {
      all,
      channels: this.channels().map((channel, i) => ({
        channel: channel.id,
        ...(channel.lastAt === null ? { today: none, week: none, month: none } : all),
        hours: Array.from({ length: 24 }, (_, hour) =>
          channel.lastAt === null ? 0 : Math.round(4 + 4 * wave(hour + i)),
        ),
      })),
      speed: { ms: 2, slowMs: 6, late: 0, of: 840 },
      behind: false,
    };
  }

  strips({ barMs = DAY, bars = 90 }: StripsQuery): Strip[] {
    const end = (Math.floor(this.now() / barMs) + 1) * barMs;
    return this.channels().map((channel, i) => ({
      channel: channel.id,
      bars: Array.from({ length: bars }, (_, n): Bar => {
        const at = end - (bars - n) * barMs;
        const health =
          channel.lastAt === null || (n + i) % 11 === 0
            ? "none"
            : n === 61 + i
              ? "failing"
              : n % 29 === 4
                ? "degraded"
                : "ok";
        const [received, failed] =
          health === "none" ? [0, 0] : [12, health === "failing" ? 8 : health === "degraded" ? 1 : 0];
        return { at, health, received, delivered: received - failed, failed, troubled: failed };
      }),
    }));
  }

  flow({ window = 5 * MINUTE, from, to }: Commands["flow.get"]["request"]): Flow {
    const until = to ?? this.now();
    const since = from ?? until - window;
    const channels = this.channels();
    const nodes: FlowNode[] = [];
    const edges: FlowEdge[] = [];
    const edge = (source: string, target: string, lane: FlowEdge["lane"], whose: string[], rate: number, bad = 0) =>
      edges.push({
        id: `${source}.${target}`,
        source,
        target,
        lane,
        channels: whose,
        via: null,
        ok: Math.round(rate * 5),
        failed: bad,
        retried: bad * 2,
        perMinute: rate,
        success: rate + bad === 0 ? null : (rate * 5) / (rate * 5 + bad * 3),
        tookMs: rate === 0 ? null : 42,
        health: rate + bad === 0 ? "none" : bad === 0 ? "ok" : rate === 0 ? "failing" : "degraded",
      });
    const endpoints = new Map<string, string[]>();
    channels.forEach((channel, i) => {
      const active = channel.state === "working" || channel.state === "problems";
      nodes.push(
        node(`c-${channel.id}`, "channel", channel.name, [channel.id], {
          platform: channel.platform,
          preset: channel.preset,
          state: channel.state,
          today: active ? 214 : 0,
          failed: channel.failed,
          waiting: channel.waiting,
          lastAt: channel.lastAt,
          stopped: channel.state === "failing" ? "HTTP-02" : null,
        }),
      );
      edge(`c-${channel.id}`, "relay", "fromPlatform", [channel.id], active ? 12 / (i + 1) : 0);
      if (channel.platform !== "userlike") edge("relay", `c-${channel.id}`, "toPlatform", [channel.id], active ? 3 : 0);
      const url = channel.callbackUrl;
      if (url) endpoints.set(url, [...(endpoints.get(url) ?? []), channel.id]);
    });
    nodes.push(node("relay", "relay", "", []));
    for (const [url, whose] of endpoints) {
      const id = `e-${whose[0] ?? ""}`;
      nodes.push(node(id, "endpoint", new URL(url).host, whose, { today: 208, failed: 3, waiting: this.waiting() }));
      edge("relay", id, "toEndpoint", whose, 11.6, 1);
      edge(id, "relay", "fromEndpoint", whose, 3);
    }
    for (const link of this.links()) {
      const name = (id: string) => channels.find((one) => one.id === id)?.name ?? "";
      const id = `l-${link.id}`;
      nodes.push(
        node(id, "link", `${name(link.customers)} → ${name(link.operators)}`, [link.customers, link.operators], {
          link: link.id,
          paused: link.paused,
        }),
      );
      edge("relay", id, "toPlatform", [link.operators], 2);
      edge(id, "relay", "toPlatform", [link.customers], 0);
    }
    return {
      from: since,
      to: until,
      nodes,
      edges,
      waiting: this.waiting(),
      oldest: this.waiting() > 0 ? this.now() - 3 * MINUTE : null,
      behind: false,
    };
  }

  replay({ from, to }: ReplayQuery): Replay {
    const edges = this.flow({}).edges.filter(({ perMinute }) => perMinute > 0);
    const frames: Replay["frames"] = [];
    for (let at = Math.floor(from / MINUTE) * MINUTE; at < to; at += MINUTE)
      frames.push({
        at,
        edges: edges.map(({ id, perMinute }) => ({
          id,
          ok: Math.round(perMinute),
          failed: at % (10 * MINUTE) === 0 ? 1 : 0,
        })),
      });
    return { frameMs: MINUTE, frames };
  }
}

function node(
  id: string,
  kind: FlowNode["kind"],
  name: string,
  channels: string[],
  more: Partial<FlowNode> = {},
): FlowNode {
  return {
    id,
    kind,
    name,
    channels,
    link: null,
    platform: null,
    preset: null,
    state: null,
    paused: false,
    stopped: null,
    today: 0,
    failed: 0,
    waiting: 0,
    lastAt: null,
    ...more,
  };
}

const wave = (hours: number) => 1 + Math.sin((hours / 24) * 2 * Math.PI - 2);

function point(at: number, scale: number): Point {
  const received = Math.round(scale * wave(at / HOUR) * 3);
  const bad = Math.floor(at / (15 * MINUTE)) % 37 === 5;
  const failed = bad ? Math.ceil(received / 8) : 0;
  const some = received > 0;
  return {
    at,
    received,
    refused: 0,
    delivered: received - failed,
    failed,
    retried: failed * 2,
    ackMs: some ? 2 : null,
    ackSlowMs: some ? 6 : null,
    ackLate: 0,
    answerMs: some ? 38 + 20 * wave(at / HOUR) + (bad ? 400 : 0) : null,
    throughMs: some ? 44 + 22 * wave(at / HOUR) + (bad ? 2_100 : 0) : null,
    throughSlowMs: some ? 380 : null,
  };
}
