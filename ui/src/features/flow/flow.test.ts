import { expect, it, vi } from "vitest";

import { FakeBackend } from "../../backend/fake";
import { fakeChannel, trouble } from "../../backend/fake";
import { fakeProblem } from "../../backend/fake/problems";
import { Words } from "../../strings/text";
import { laneOf, problemsOf } from "./lanes";
import { CARD, found, grouped, layOut, thickness } from "./layout";
import { CALM_FROM, mayMove, Motion, MOST, shows, travel } from "./motion";
import { asItWas, beatOf, chunk, frameAt, HOUR, MINUTE, onward } from "./replay";
import { edgeWords, labelOf, lineOf, nameOf, nodeWords, queueWords, stopsOf } from "./words";

const words = new Words("en");
const flow = new FakeBackend().stats.flow({});
const many = new FakeBackend(
  0,
  Array.from({ length: 30 }, (_, i) =>
    fakeChannel(`c${i}`, `Channel ${i}`, {
      platform: i % 2 ? "chatwoot" : "userlike",
      preset: i % 2 ? "chatwoot" : null,
    }),
  ),
).stats.flow({});

it("stands channels left, the relay in the middle and what is called right, without overlaps", () => {
  const { boxes, runs } = layOut(flow, 1_000);
  const column = (kind: string) => flow.nodes.filter((node) => node.kind === kind).map(({ id }) => boxes.get(id)!);
  const [relay] = column("relay");
  for (const box of column("channel")) expect(box.x + box.width).toBeLessThan(relay!.x);
  for (const box of [...column("endpoint"), ...column("link")]) expect(box.x).toBeGreaterThan(relay!.x + relay!.width);
  const left = column("channel").sort((a, b) => a.y - b.y);
  left.slice(1).forEach((box, i) => expect(box.y - left[i]!.y).toBeGreaterThanOrEqual(CARD.height));
  expect(runs.size).toBe(flow.edges.length);
  for (const { x1, x2 } of runs.values()) expect(Math.abs(x2 - x1)).toBeGreaterThan(100);
});

it("draws the two directions of a pair as lanes of their own", () => {
  const { runs } = layOut(flow, 1_000);
  const there = runs.get("relay.e-c1")!;
  const back = runs.get("e-c1.relay")!;
  expect(there.x1).toBe(back.x2);
  expect(Math.abs(there.y - back.y)).toBeGreaterThan(12);
});

it("makes a line thicker with its rate, slowly", () => {
  expect(thickness(0)).toBe(1);
  expect(thickness(10)).toBeGreaterThan(thickness(1));
  expect(thickness(1_000) / thickness(100)).toBeLessThan(1.5);
});

it("shows many channels as one node a platform, with their numbers added up, until it is opened", () => {
  const few = grouped(many, new Set());
  expect(few.nodes.filter(({ kind }) => kind === "channel").map(({ id }) => id)).toEqual(["p-userlike", "p-chatwoot"]);
  expect(few.nodes.find(({ id }) => id === "p-chatwoot")!.today).toBe(15 * 214);
  const edge = few.edges.find(({ id }) => id === "p-chatwoot.relay")!;
  expect(edge.channels).toHaveLength(15);
  const own = many.edges.filter(
    ({ source, lane }) =>
      lane === "fromPlatform" && few.nodes.find(({ id }) => id === "p-chatwoot")!.channels.includes(source.slice(2)),
  );
  expect(edge.ok).toBe(own.reduce((sum, { ok }) => sum + ok, 0));
  const opened = grouped(many, new Set(["p-chatwoot"]));
  expect(opened.nodes.filter(({ kind }) => kind === "channel")).toHaveLength(16);
  expect(new Set(opened.edges.map(({ id }) => id)).size).toBe(opened.edges.length);
});

it("finds by name and keeps what that leads to", () => {
  const name = (node: (typeof flow.nodes)[number]) => nameOf(words, node);
  const some = found(flow, "website", name);
  expect(some.nodes.map((node) => name(node))).toContain("Website chat");
  expect(some.nodes.map((node) => name(node))).not.toContain("Userlike support");
  expect(some.nodes.some(({ kind }) => kind === "endpoint")).toBe(true);
  for (const edge of some.edges) expect(some.nodes.some(({ id }) => id === edge.source)).toBe(true);
  expect(found(flow, "no such thing", name).edges).toEqual([]);
  expect(found(flow, " ", name)).toBe(flow);
});

it("moves nothing when it is not wanted, not seen, or too much", () => {
  const calm = { wanted: undefined, channels: 3, reduced: false, hidden: false };
  expect(mayMove(calm)).toBe(true);
  expect(mayMove({ ...calm, wanted: false })).toBe(false);
  expect(mayMove({ ...calm, reduced: true, wanted: true })).toBe(false);
  expect(mayMove({ ...calm, hidden: true })).toBe(false);
  expect(mayMove({ ...calm, channels: CALM_FROM + 1 })).toBe(false);
  expect(mayMove({ ...calm, channels: CALM_FROM + 1, wanted: true })).toBe(true);
});

it("shows few messages one by one and many as a steady stripe", () => {
  expect(shows({ ok: 3, failed: 1 })).toEqual({ stripe: false, dots: 3, diamonds: 1 });
  expect(shows({ ok: MOST + 1, failed: 0 })).toEqual({ stripe: true, dots: 0, diamonds: 0 });
  expect(shows({ ok: 0, failed: 50 }).diamonds).toBeLessThanOrEqual(2);
  expect(travel(5)).toBeLessThan(travel(3_000));
});

it("calms down by itself: what arrived is gone, a stripe ends with its traffic", () => {
  vi.useFakeTimers();
  const motion = new Motion();
  let told = 0;
  motion.listen("a", () => (told += 1));
  motion.offer([{ id: "a", ok: 2, failed: 1 }]);
  expect(motion.of("a").tokens.map(({ failed }) => failed)).toEqual([true, false, false]);
  expect(told).toBe(1);
  for (const { key } of motion.of("a").tokens) motion.end("a", key);
  expect(motion.of("a")).toEqual({ tokens: [], stripe: false });
  motion.offer([{ id: "a", ok: 90, failed: 0 }]);
  vi.advanceTimersByTime(2_000);
  motion.offer([{ id: "a", ok: 90, failed: 0 }]);
  vi.advanceTimersByTime(1_000);
  expect(motion.of("a")).toEqual({ tokens: [], stripe: true });
  // Once nothing moves nothing is told any more, and the stripe stayed for ever.
  told = 0;
  vi.advanceTimersByTime(5_000);
  expect(motion.of("a").stripe).toBe(false);
  expect(told).toBe(1);
  motion.offer([
    { id: "a", ok: 2, failed: 0 },
    { id: "b", ok: 90, failed: 0 },
  ]);
  motion.stop();
  expect(motion.of("a").tokens).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it("never has more under way than can be followed", () => {
  const motion = new Motion();
  for (let i = 0; i < 40; i += 1) motion.offer([{ id: `e${i}`, ok: 5, failed: 0 }]);
  const all = Array.from({ length: 40 }, (_, i) => motion.of(`e${i}`).tokens.length).reduce((a, b) => a + b);
  expect(all).toBeLessThan(60);
});

it("replays a past minute with what moved in it, as fast as asked, and ends at its end", () => {
  const at = 1_000 * HOUR;
  const frames = [
    { at, edges: [{ id: "relay.e-c1", ok: 6, failed: 0 }] },
    { at: at + MINUTE, edges: [{ id: "relay.e-c1", ok: 1, failed: 3 }] },
  ];
  expect(frameAt(frames, at + 59_000)).toBe(frames[0]);
  expect(frameAt(frames, at + 2 * MINUTE)).toBeUndefined();
  const then = asItWas(flow, frames[1], at + MINUTE + 5);
  const edge = then.edges.find(({ id }) => id === "relay.e-c1")!;
  expect([edge.ok, edge.failed, edge.success, edge.health]).toEqual([1, 3, 0.25, "failing"]);
  expect(then.edges.find(({ id }) => id === "c-c1.relay")!.health).toBe("none");
  const owed = new Map<string, [number, number]>();
  let shown = 0;
  for (let i = 0; i < 120; i += 1) shown += beatOf(frames[0], 500, 1, owed).reduce((sum, { ok }) => sum + ok, 0);
  expect(shown).toBe(6);
  expect(beatOf(frames[0], 1_000, 60, new Map())).toEqual([{ id: "relay.e-c1", ok: 6, failed: 0 }]);
  expect(onward(at, 500, 60, at + 20_000)).toBe(at + 20_000);
  expect(chunk(at + 5)).toEqual({ from: at, to: at + HOUR });
});

it("says everything in sentences too", () => {
  const node = (id: string) => flow.nodes.find((one) => one.id === id)!;
  const edge = (id: string) => flow.edges.find((one) => one.id === id)!;
  expect(edgeWords(words, edge("relay.e-c1"), flow)).toMatch(
    /^Switchboard to crm\.example\.com: 12 per minute, \d.*% did not arrive at once\. Half was answered within 42 ms\.$/,
  );
  expect(edgeWords(words, edge("c-c3.relay"), flow)).toBe("Userlike support to Switchboard: no traffic in this span.");
  expect(labelOf(words, edge("c-c1.relay"))).toBe("12/min");
  expect(labelOf(words, edge("relay.e-c1"))).toMatch(/^12\/min · 9\d/);
  expect(nodeWords(words, node("c-c1"), flow, Date.now())).toMatch(
    /^Channel ELMA365 sales\. Works with problems\. 214 received today\. 12 waiting\.$/i,
  );
  expect(queueWords(words, { waiting: 12, oldest: 0 }, 3 * MINUTE)).toBe("12 waiting, oldest 3 min");
  for (const one of flow.nodes) expect(lineOf(words, one, Date.now()).length).toBeLessThanOrEqual(20);
});

it("says why something stands still and since when, and no code", () => {
  const error = trouble("AUTH-04", { host: "crm.example.com" });
  const node = { ...flow.nodes.find(({ id }) => id === "e-c1")!, stopped: "AUTH-04" as const };
  const at = {
    id: "d7",
    channel: "c1",
    channelName: "ELMA365 sales",
    url: "",
    stopped: error,
    nextProbe: null,
    waiting: 3,
  };
  const about = { kind: "destination", id: "d7", name: "", channel: "c1" } as const;
  const since = new Date(2026, 10, 30, 10, 42).getTime();
  const now = since + HOUR;
  const problem = fakeProblem("p7", "AUTH-04", ["retry"], { about, openedAt: since });
  // The platform of the same channel is another matter.
  expect(stopsOf([node], [{ ...at, kind: "platform" }], [problem]).size).toBe(0);
  const stop = stopsOf([node], [{ ...at, kind: "endpoint" }], [problem]).get(node.id);
  expect(lineOf(words, node, now, stop)).toMatch(/^stopped since 10:42/);
  expect(nodeWords(words, node, flow, now, { stop })).toMatch(/crm\.example\.com refuses our sign-in\.$/);
  const solved = stopsOf([node], [{ ...at, kind: "endpoint" }], [{ ...problem, state: "solved" }]).get(node.id);
  expect(lineOf(words, node, now, solved)).toBe("stopped");
});

// Boxes said in the past how they are now, and that nothing waits.
it("says of the past no more than is known of it", () => {
  for (const node of flow.nodes)
    expect(nodeWords(words, node, flow, Date.now(), { isPast: true })).toMatch(
      node.kind === "relay" ? /^Switchboard\.$/ : /^(Channel|Endpoint|Link) [^:]+\.$/,
    );
  expect(
    nodeWords(
      words,
      flow.nodes.find(({ id }) => id === "c-c1")!,
      flow,
      0,
      { isPast: true },
    ),
  ).toBe("Channel ELMA365 sales.");
});

it("knows the line a row of the log and a problem belong to", () => {
  const row = new FakeBackend(1).row(0);
  expect(laneOf({ ...row, direction: "in", source: "platform" })).toBe("fromPlatform");
  expect(laneOf({ ...row, direction: "in", source: "endpoint" })).toBe("fromEndpoint");
  expect(laneOf({ ...row, direction: "out", source: "platform", step: null })).toBe("toEndpoint");
  expect(laneOf({ ...row, direction: "out", source: "platform", step: "message.create" })).toBe("toPlatform");
  expect(laneOf({ ...row, direction: "out", source: "catchUp", step: "message.list" })).toBeUndefined();
  const about = (kind: "destination" | "channel", id: string, channel: string) => ({ kind, id, name: "", channel });
  const problems = [
    fakeProblem("p1", "NET-05", ["retry"], { about: about("destination", "d1", "c1") }),
    fakeProblem("p2", "AUTH-01", ["newToken"], { about: about("destination", "d2", "c1") }),
    fakeProblem("p3", "AUTH-03", ["process"], { about: about("channel", "c1", "c1") }),
    fakeProblem("p4", "NET-05", ["retry"], { about: about("destination", "d4", "c2") }),
    fakeProblem("p5", "NET-05", ["retry"], { about: about("destination", "d1", "c1"), state: "solved" }),
  ];
  const destinations = [
    { id: "d1", kind: "endpoint" },
    { id: "d2", kind: "platform" },
    { id: "d4", kind: "endpoint" },
  ] as const;
  const found = (lane: "toEndpoint" | "toPlatform" | "fromPlatform" | "fromEndpoint") =>
    problemsOf({ lane, channels: ["c1"] }, problems, destinations).map(({ id }) => id);
  expect(found("toEndpoint")).toEqual(["p1"]);
  expect(found("toPlatform")).toEqual(["p2"]);
  expect(found("fromPlatform")).toEqual(["p3"]);
  expect(found("fromEndpoint")).toEqual([]);
});
