/** Which rows of the log and which problems belong to a line of the map. Pure. */
import type { DestinationKind, DestinationStatus, ExchangeRow, FlowEdge, Lane, ProblemView } from "../../backend";

/** Whether what takes a lane comes to us. */
export const isIn = (lane: Lane): boolean => lane === "fromPlatform" || lane === "fromEndpoint";

/** The lane a row of the log took; none for what is on no line of the map: errands of our own, and what is sent in bulk. */
export function laneOf({ direction, source, step }: ExchangeRow): Lane | undefined {
  if (direction === "in")
    return source === "endpoint" ? "fromEndpoint" : source === "screen" ? undefined : "fromPlatform";
  if (source !== "platform") return undefined;
  // Calls to a platform say what they are for.
  return step === null ? "toEndpoint" : "toPlatform";
}

const kinds: Partial<Record<Lane, readonly DestinationKind[]>> = {
  toEndpoint: ["endpoint"],
  toPlatform: ["platform", "writeBack"],
};

/** The problems of a line that are not solved: of where it goes to; of what comes from a platform, those of its channel's requests. */
export function problemsOf(
  { lane, channels }: Pick<FlowEdge, "lane" | "channels">,
  problems: readonly ProblemView[],
  destinations: readonly Pick<DestinationStatus, "id" | "kind">[],
): ProblemView[] {
  return problems.filter(({ state, about }) => {
    if (state === "solved" || about.channel === null || !channels.includes(about.channel)) return false;
    if (lane === "fromPlatform") return about.kind === "channel";
    const kind = destinations.find(({ id }) => id === about.id)?.kind;
    return about.kind === "destination" && kind !== undefined && (kinds[lane]?.includes(kind) ?? false);
  });
}
