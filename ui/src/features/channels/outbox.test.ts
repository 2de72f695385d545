import { expect, it } from "vitest";

import { curlExample, kindsOf, openApiUrl } from "./outbox";

it("shows what a platform takes before what it does not", () => {
  const table = [
    { kind: "read", platform: "elma365" as const, from: [] },
    { kind: "message", platform: "chatwoot" as const, from: ["customer" as const] },
    { kind: "message", platform: "elma365" as const, from: ["customer" as const] },
  ];
  expect(kindsOf(table, "elma365")).toEqual([
    { kind: "message", from: ["customer"] },
    { kind: "read", from: [] },
  ]);
});

it("finds the description beside the outboxes, also below a path", () => {
  expect(openApiUrl("https://relay.example.com/sb/out/0abc")).toBe("https://relay.example.com/sb/out/openapi.json");
});

it("makes an example that is one command with JSON in it", () => {
  const example = curlExample({ outboxUrl: "http://127.0.0.1:8787/out/c1" });
  expect(example.split("\n").slice(0, -1)).toSatisfy((lines: string[]) => lines.every((line) => line.endsWith(" \\")));
  expect(JSON.parse(/-d '(.*)'$/.exec(example)?.[1] ?? "")).toMatchObject({ chat: "order-1042" });
});
