import { expect, it } from "vitest";

import { allColumns, firstLayout, isChanged, keep, read, resized, shifted, template, toggled } from "./columns";

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

it("shows, hides and moves columns, and never hides the last", () => {
  const more = toggled(firstLayout, "id");
  expect(more.shown.at(-1)).toBe("id");
  expect(toggled(more, "id")).toEqual(firstLayout);
  expect(shifted(firstLayout, "time", 1).shown.slice(0, 2)).toEqual(["direction", "time"]);
  expect(shifted(firstLayout, "time", -1)).toBe(firstLayout);
  const one = { shown: ["text"] as const, widths: {} };
  expect(toggled(one, "text")).toBe(one);
});

it("keeps widths within bounds and leaves the rest to the window", () => {
  const layout = resized(resized(firstLayout, "who", 5), "text", 300.4);
  expect(layout.widths).toEqual({ who: 32, text: 300 });
  expect(template(layout)).toContain("300px");
  expect(template(layout)).toContain("minmax(80px, 1fr)");
});

it("remembers what was changed and forgets what is as at first", () => {
  const storage = shelf();
  expect(read(storage)).toEqual(firstLayout);
  const layout = resized(toggled(firstLayout, "who"), "text", 240);
  keep(layout, storage);
  expect(read(storage)).toEqual(layout);
  keep(firstLayout, storage);
  expect(storage.getItem("switchboard-traffic-columns")).toBe(null);
});

it("reads nothing into what somebody else wrote there", () => {
  for (const text of ["nonsense", "7", '{"shown":["nothing"]}', '{"shown":7}', '{"shown":[]}'])
    expect(read({ getItem: () => text })).toEqual(firstLayout);
  const odd = read({ getItem: () => '{"shown":["text","text","time","x"],"widths":{"time":"wide","x":9,"text":1}}' });
  expect(odd).toEqual({ shown: ["text", "time"], widths: {} });
  expect(isChanged(odd)).toBe(true);
  expect(new Set(allColumns).size).toBe(allColumns.length);
});
