import { expect, it } from "vitest";

import { fakeChannel } from "../../backend/fake";
import { groupsOf, moved, narrowed } from "./arrange";
import { changes, formOf, reverseOf } from "./form";

const channels = [
  fakeChannel("c1", "Sales", { platform: "elma365" }),
  fakeChannel("c2", "Website", { platform: "chatwoot", preset: "chatlake" }),
  fakeChannel("c3", "Support", { platform: "userlike" }),
  fakeChannel("c4", "Sales abroad", { platform: "elma365" }),
];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join(" ");

it("finds channels by name and by platform, in the order they have", () => {
  expect(ids(narrowed(channels, "sal"))).toBe("c1 c4");
  expect(ids(narrowed(channels, "chatlake"))).toBe("c2");
  expect(ids(narrowed(channels, "elma abr"))).toBe("c4");
  expect(narrowed(channels, " ")).toBe(channels);
});

it("puts one to another place and leaves the rest in order", () => {
  expect(ids(moved(channels, 0, 2))).toBe("c2 c3 c1 c4");
  expect(ids(moved(channels, 3, 0))).toBe("c4 c1 c2 c3");
  expect(moved(channels, 0, -1)).toBe(channels);
  expect(moved(channels, 3, 4)).toBe(channels);
});

it("puts those of a platform together", () => {
  expect(groupsOf(channels, true).map(({ name, channels: of }) => [name, ids(of)])).toEqual([
    ["ELMA365", "c1 c4"],
    ["Chatwoot", "c2"],
    ["Userlike", "c3"],
  ]);
  expect(groupsOf(channels, false)).toHaveLength(1);
});

it("takes a saved form back, but no secret, which nobody can put back", () => {
  const before = formOf(fakeChannel("c1", "Sales", { callbackUrl: "https://crm.example.com/a" }));
  const after = { ...before, name: "Sales 2", callbackUrl: "https://crm.example.com/b", timeout: "10" };
  const reverse = reverseOf(before, after);
  expect(reverse).toMatchObject({ name: "Sales", callbackUrl: "https://crm.example.com/a" });
  expect(changes(before, after)).not.toEqual(reverse);
  expect(reverseOf(before, { ...after, token: "new" })).toBe(undefined);
});
