/** What can be sent again, and why not where it cannot. */
import type { DeliveryView } from "../../backend";

/** The deliveries worth sending again, or the key of the reason why there are none. */
export function resendable(deliveries: readonly DeliveryView[]): { ids: string[]; reason?: string } {
  if (deliveries.length === 0) return { ids: [], reason: "resend-nothing" };
  const settled = deliveries.filter(
    ({ state, skipped }) =>
      state === "failed" ||
      state === "unknown" ||
      // It is tried again by itself, but perhaps not for hours: sending it again means now.
      state === "retrying" ||
      state === "delivered" ||
      state === "accepted" ||
      state === "read" ||
      (state === "skipped" && skipped !== "nothingToSend" && skipped !== "noEndpoint"),
  );
  // What went wrong comes before what went well: one press should not send delivered ones twice.
  const wrong = settled.filter(({ state }) => state === "failed" || state === "unknown" || state === "retrying");
  const chosen = wrong.length > 0 ? wrong : settled;
  if (chosen.length > 0) return { ids: chosen.map(({ id }) => id) };
  if (deliveries.every(({ skipped }) => skipped === "noEndpoint")) return { ids: [], reason: "resend-no-endpoint" };
  if (deliveries.every(({ state }) => state === "skipped")) return { ids: [], reason: "resend-nothing" };
  return { ids: [], reason: "resend-on-its-way" };
}
