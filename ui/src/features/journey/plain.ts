/** A journey as plain text: for a letter, a ticket, a colleague. Knows no component. */
import type { Journey, JourneyLane, JourneyStep } from "../../backend";
import { parts } from "../traffic/TimingBars";
import type { Words } from "../../strings/text";
import { platformName, stateKey } from "../../strings/words";

/** What a lane is called. */
export function laneName(lane: JourneyLane, { text }: Words): string {
  if (lane.kind === "relay") return text("journey-lane-relay");
  if (lane.kind === "endpoint") return text("journey-lane-endpoint");
  const brand = lane.platform ? platformName(lane.platform, lane.preset) : lane.name;
  if (lane.kind === "back") return text("journey-lane-back", { platform: brand });
  return brand || text("journey-lane-unknown");
}

/** Steps worth looking at when something went wrong. */
export const wrong = (step: JourneyStep) => step.state === "bad" || step.state === "missing";

const marks: Record<JourneyStep["state"], string> = {
  good: "✓",
  bad: "✗",
  neutral: "·",
  missing: "?",
  future: "…",
};

/** All of it, a line a step. Times are of this computer, to the millisecond. */
export function asText(journey: Journey, words: Words): string {
  const { text, format, sentence } = words;
  const names = journey.lanes.map((lane) => laneName(lane, words));
  const lines = journey.steps.map((step) => {
    const way = step.from === step.to ? names[step.from] : `${names[step.from] ?? ""} → ${names[step.to] ?? ""}`;
    const limit = step.limit ? ` (${sentence(step.limit)})` : "";
    const when = step.at === null ? "" : format.precise(step.at);
    const line = `${when.padEnd(12)}  ${marks[step.state]} ${way ?? ""}: ${sentence(step.sentence)}${limit}`;
    const timings = step.timings
      ? parts(step.timings).map(({ name, took }) => `${" ".repeat(16)}${text(`timing-${name}`)}: ${format.took(took)}`)
      : [];
    return [line, ...(timings.length > 1 ? timings : [])].join("\n");
  });
  return [
    sentence(journey.sentence),
    `${format.exact(journey.began)} · ${total(journey, words)} · ${text(stateKey(journey.state))}`,
    "",
    ...lines,
    "",
    journey.exchange,
    "",
  ].join("\n");
}

/** How long it took, in how many tries. */
export const total = (journey: Journey, { text, format }: Words) =>
  text("journey-total", { took: format.took(journey.tookUs), tries: journey.tries });
