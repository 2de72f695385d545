import { expect, it } from "vitest";

import { choose, MOST, type Item } from "./items";

const item = (id: string, group: Item["group"], title: string, more: Partial<Item> = {}): Item => ({
  id,
  group,
  title,
  body: "",
  act: () => undefined,
  ...more,
});

const items = [
  item("home", "go", "Home", { first: true }),
  item("traffic", "go", "Traffic", { first: true, body: "log requests" }),
  item("open", "channels", "Open ELMA365 sales"),
  item("pause", "actions", "Pause ELMA365 sales"),
  ...Array.from({ length: 20 }, (_, index) => item(`page${index}`, "help", `Traffic ${index}`)),
];
const shown = (query: string) =>
  choose(items, query).map(({ group, items: of }) => [group, of.map(({ id }) => id).slice(0, 2)]);

it("offers what is asked for most before anything is typed", () => {
  expect(shown("")).toEqual([["go", ["home", "traffic"]]]);
});

it("narrows by the beginnings of words, group by group, never without end", () => {
  expect(shown("sal")).toEqual([
    ["channels", ["open"]],
    ["actions", ["pause"]],
  ]);
  expect(shown("pause sal")).toEqual([["actions", ["pause"]]]);
  expect(choose(items, "traffic").find(({ group }) => group === "help")?.items).toHaveLength(MOST);
  expect(shown("nothing like it")).toEqual([]);
});

it("keeps what the engine found, whatever its words are", () => {
  const found = item("c1", "conversations", "Anna", { found: true });
  expect(choose([...items, found], "order 1042")).toEqual([{ group: "conversations", items: [found] }]);
});
