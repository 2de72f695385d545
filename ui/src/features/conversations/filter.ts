/** The filter of the list as it stands in the address. */
import type { ConversationFilter } from "../../backend";

/** A change of a filter; what is undefined narrows no longer. */
export type Narrowing = { [K in keyof ConversationFilter]?: ConversationFilter[K] | undefined };

/** A filter with a change; without what narrows nothing. */
export function narrow(filter: ConversationFilter, change: Narrowing): ConversationFilter {
  return Object.fromEntries(
    Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined),
  ) as ConversationFilter;
}
