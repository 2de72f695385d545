/** What is shown of the outbox beside its address: which kinds of requests a platform takes, and one to copy. Knows no component. */
import type { ChannelView, OutboxKind, Platform, Side } from "../../backend";

/** Stands in the example where the token belongs. */
export const TOKEN = "TOKEN";

/** A kind of request, and from whom this platform takes it. */
export interface KindRow {
  kind: string;
  from: readonly Side[];
}

/** The rows of one platform, those it takes first. */
export function kindsOf(table: readonly OutboxKind[], platform: Platform): KindRow[] {
  const rows = table.filter((line) => line.platform === platform).map(({ kind, from }) => ({ kind, from }));
  return [...rows.filter(({ from }) => from.length > 0), ...rows.filter(({ from }) => from.length === 0)];
}

/** Where the relay serves the description of the outbox for programs. */
export const openApiUrl = (outboxUrl: string): string => outboxUrl.replace(/\/out\/[^/]*$/, "/out/openapi.json");

/** A whole request, for a shell: a customer's message with everything a first one needs. */
export function curlExample({ outboxUrl }: Pick<ChannelView, "outboxUrl">): string {
  const body = {
    chat: "order-1042",
    contact: { id: "customer-7", name: "Anna Petrova", email: "anna@example.com" },
    text: "Hello, where is my order?",
    messageId: "message-1",
  };
  return [
    `curl -X POST '${outboxUrl}'`,
    `  -H 'Authorization: Bearer ${TOKEN}'`,
    "  -H 'Content-Type: application/json'",
    `  -d '${JSON.stringify(body)}'`,
  ].join(" \\\n");
}
