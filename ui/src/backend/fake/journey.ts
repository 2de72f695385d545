/** Journeys of the fake's log: as the engine would tell them, of a row and what it caused. */
import {
  mask,
  type DeliveryView,
  type ExchangeDetail,
  type Journey,
  type JourneyLane,
  type JourneyStep,
  type Sentence,
  type Tone,
} from "../schema";

const said = (key: string, params: Record<string, string> = {}, tone: Tone = "neutral"): Sentence => ({
  key,
  params,
  english: key,
  tone,
});

/** The journey of a row. */
export function fakeJourney(detail: ExchangeDetail): Journey {
  const { row } = detail;
  const lane = (kind: JourneyLane["kind"], channel: string | null = row.channel): JourneyLane => ({
    kind,
    channel: kind === "relay" ? null : channel,
    name: kind === "relay" ? "" : "Website chat",
    platform: kind === "relay" ? null : "chatwoot",
    preset: null,
  });
  const lanes = [lane("platform"), lane("relay"), lane("endpoint")];
  const step = (change: Partial<JourneyStep> & Pick<JourneyStep, "sentence">): JourneyStep => {
    const offsetUs = change.offsetUs === undefined ? 0 : change.offsetUs;
    return {
      kind: "try",
      state: "good",
      from: 1,
      to: 1,
      at: offsetUs === null ? null : row.at + Math.floor(offsetUs / 1_000),
      tookUs: 0,
      limit: null,
      slow: false,
      error: null,
      timings: null,
      exchange: null,
      delivery: null,
      ...change,
      offsetUs,
    };
  };
  const limit = said("journey-limit-fine", { platform: "Chatwoot", hasPlatform: "1", tookUs: "5000000" }, "good");
  const steps = [
    step({
      kind: "came",
      state: "neutral",
      from: 0,
      exchange: row.id,
      sentence: said("journey-came", {
        source: row.source,
        platform: "Chatwoot",
        what: "A message",
        kind: row.kind ?? "",
        hasWho: "1",
        who: row.who,
      }),
    }),
    step({
      kind: "answered",
      to: 0,
      tookUs: 37_000,
      exchange: row.id,
      limit,
      sentence: said("journey-answered", { status: "200", tookUs: "37000" }, "good"),
    }),
    ...detail.deliveries.filter(({ destination }) => destination === "endpoint").flatMap((one) => tries(one, step)),
  ];
  const took = Math.max(...steps.map(({ offsetUs, tookUs }) => (offsetUs ?? 0) + tookUs));
  return {
    exchange: row.id,
    channel: row.channel,
    sentence:
      row.result === "delivered"
        ? said("journey-delivered", { host: "crm.example.com", count: "1", tries: "2", tookUs: String(took) }, "good")
        : detail.sentence,
    state: row.result,
    began: row.at,
    tookUs: took,
    tries: 2,
    goingOn: row.result === "retrying",
    lanes,
    steps,
    copyOf: null,
    copies: [],
  };
}

function tries(
  delivery: DeliveryView,
  step: (change: Partial<JourneyStep> & Pick<JourneyStep, "sentence">) => JourneyStep,
): JourneyStep[] {
  const names = { host: "crm.example.com", status: "200", platform: "Chatwoot" };
  const steps: JourneyStep[] = [];
  let offsetUs = 50_000;
  for (const attempt of delivery.attempts) {
    const tookUs = attempt.error ? 30_000_000 : attempt.timings.totalUs;
    steps.push(
      step({
        state: attempt.error ? "bad" : "good",
        to: 2,
        offsetUs,
        tookUs,
        slow: tookUs > 2_000_000,
        error: attempt.error,
        timings: attempt.timings,
        exchange: attempt.exchange,
        delivery: delivery.id,
        sentence: said(
          attempt.error ? "journey-try-failed" : "journey-try",
          {
            ...names,
            number: String(attempt.number),
            tookUs: String(tookUs),
            ...(attempt.error ? { code: attempt.error.code, problem: attempt.error.message, seconds: "30" } : {}),
          },
          attempt.error ? "bad" : "good",
        ),
      }),
    );
    offsetUs += tookUs;
    if (attempt.error) {
      steps.push(
        step({
          kind: "wait",
          state: "neutral",
          offsetUs,
          tookUs: 300_000_000,
          delivery: delivery.id,
          sentence: said("journey-wait-next", { tookUs: "300000000" }),
        }),
      );
      offsetUs += 300_000_000;
    }
  }
  if (delivery.retry?.next)
    steps.push(
      step({
        kind: "next",
        state: "future",
        to: 2,
        offsetUs: offsetUs + 600_000_000,
        delivery: delivery.id,
        sentence: said("journey-next", { try: "3", of: "10", next: mask, nextAt: String(delivery.retry.next) }),
      }),
    );
  return steps;
}
