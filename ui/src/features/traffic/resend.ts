/** What can be sent again, and why not where it cannot. */
import type { DeliveryView } from "../../backend";

/** The deliveries worth sending again with what to say of it, or the key of the reason why there are none. */
export function resendable(deliveries: readonly DeliveryView[]): { ids: string[]; reason?: string; hint: string } {
  const nothing = (reason: string) => ({ ids: [], reason, hint: reason });
  if (deliveries.length === 0) return nothing("resend-nothing");
  // What went wrong comes before what went well: one press should not send delivered ones twice. What is retried is tried again by
  // itself, but perhaps not for hours: sending it again means now.
  const wrong = deliveries.filter(({ state }) => state === "failed" || state === "unknown" || state === "retrying");
  // An endpoint knows a repeat by its id. On a platform people would read it twice.
  const well = deliveries.filter(
    ({ destination, state, skipped }) =>
      destination === "endpoint" &&
      (state === "delivered" ||
        state === "accepted" ||
        state === "read" ||
        (state === "skipped" && skipped !== "nothingToSend" && skipped !== "noEndpoint")),
  );
  const chosen = wrong.length > 0 ? wrong : well;
  if (chosen.length > 0) return { ids: chosen.map(({ id }) => id), hint: hintOf(chosen) };
  if (deliveries.every(({ skipped }) => skipped === "noEndpoint")) return nothing("resend-no-endpoint");
  if (deliveries.every(({ state }) => state === "skipped")) return nothing("resend-nothing");
  const has = ({ state }: DeliveryView) => ["delivered", "accepted", "read", "skipped"].includes(state);
  return nothing(deliveries.every(has) ? "resend-platform-has-it" : "resend-on-its-way");
}

function hintOf(chosen: readonly DeliveryView[]): string {
  if (chosen.every(({ destination }) => destination === "endpoint")) return "resend-hint";
  return chosen.some(({ state }) => state === "unknown") ? "resend-hint-unknown" : "resend-hint-platform";
}
