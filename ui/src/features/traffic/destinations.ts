/** Deliveries by where they go. Knows no component. */
import type { DestinationKind, DeliveryView } from "../../backend";

/** Where several deliveries go. */
export interface Destination {
  channel: string;
  destination: DestinationKind;
  deliveries: DeliveryView[];
}

const order: readonly DestinationKind[] = ["endpoint", "platform", "writeBack", "address"];

/** The destinations of deliveries: those of the exchange's own channel first, then those that links lead to. */
export function destinationsOf(deliveries: readonly DeliveryView[], home: string | null): Destination[] {
  const found: Destination[] = [];
  for (const delivery of deliveries) {
    const { channel, destination } = delivery;
    const group = found.find((one) => one.channel === channel && one.destination === destination);
    if (group) group.deliveries.push(delivery);
    else found.push({ channel, destination, deliveries: [delivery] });
  }
  const rank = ({ channel, destination }: Destination) => (channel === home ? 0 : 10) + order.indexOf(destination);
  return found.sort((a, b) => rank(a) - rank(b));
}
