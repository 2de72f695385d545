/** The log's filter, as far as a page can judge a row by itself. */
import type { ExchangeRow, TrafficFilter } from "../../backend";

/** Whether a live row belongs to what is shown. Of a text only the store can tell. */
export function matches(row: ExchangeRow, filter: TrafficFilter): boolean {
  return (
    (filter.direction === undefined || row.direction === filter.direction) &&
    (filter.channel === undefined || row.channel === filter.channel) &&
    (filter.state === undefined || row.result === filter.state) &&
    (filter.from === undefined || row.at >= filter.from) &&
    (filter.to === undefined || row.at <= filter.to) &&
    (filter.unclaimed !== true || (row.channel === null && row.direction === "in"))
  );
}
