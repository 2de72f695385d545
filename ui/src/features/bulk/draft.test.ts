import { expect, it } from "vitest";

import { decode, emptyDraft, keptOf, inputOf, linesOf, missing } from "./draft";

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

it("says what it lacks, and sends nothing before", () => {
  const draft = emptyDraft(false);
  expect(missing(draft)).toEqual({ choice: "bulk-missing-choice", target: "bulk-missing-target" });
  const addressed = { ...draft, text: "1", target: { kind: "address", url: "crm.example.com" } as const };
  expect(missing(addressed)).toEqual({ address: "bulk-missing-address" });
  expect(inputOf(addressed, undefined)).toBeUndefined();
});

it("becomes what the engine takes", () => {
  const draft = { ...emptyDraft(true), target: { kind: "endpoint" } as const };
  const given = { kind: "ids", ids: ["a", "b"] } as const;
  expect(inputOf(draft, { ...given, ids: [...given.ids] })).toEqual({
    choice: given,
    target: { kind: "endpoint" },
    rate: 5,
    pauseAfter: 10,
  });
  const typed = {
    ...draft,
    source: "text" as const,
    text: "typed",
    file: { name: "a.csv", text: "48000\n" },
    channel: "c2",
    target: { kind: "address", url: " https://crm.example.com/in " } as const,
    fast: true,
    pauses: false,
  };
  expect(inputOf(typed, undefined)).toEqual({
    choice: { kind: "text", text: "48000\n", channel: "c2" },
    target: { kind: "address", url: "https://crm.example.com/in" },
    pauseAfter: 0,
  });
});

it("reads files as spreadsheets of the language write them, and refuses what is no text", () => {
  expect(decode(new TextEncoder().encode("канал").buffer, "en")).toBe("канал");
  expect(decode(bytes(0xea, 0xe0, 0xed, 0xe0, 0xeb), "ru")).toBe("канал");
  expect(decode(bytes(0x4d, 0xfc, 0x6c, 0x6c), "de")).toBe("Müll");
  expect(decode(bytes(0xff, 0xfe, 0x31, 0x00), "en")).toBe("1");
  expect(() => decode(bytes(0x50, 0x4b, 0x03, 0x04, 0x00), "en")).toThrow();
});

it("counts lines that say something", () => expect(linesOf("a\n\n b \r\n\n")).toBe(2));

it("puts down what was chosen and pasted, not a file and no address that may hold a secret", () => {
  const draft = emptyDraft(false);
  expect(keptOf(draft, undefined)).toBeUndefined();
  expect(
    keptOf(
      { ...draft, text: "42", file: { name: "a.csv", text: "1" }, target: { kind: "address", url: "https://x/?k=1" } },
      undefined,
    )?.draft,
  ).toEqual({ ...draft, text: "42" });
  expect(keptOf(draft, { kind: "ids", ids: ["v1"] })?.given).toEqual({ kind: "ids", ids: ["v1"] });
});
