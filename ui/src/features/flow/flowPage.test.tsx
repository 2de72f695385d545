import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

import type { SeriesQuery, TrafficQuery } from "../../backend";
import { FakeBackend } from "../../backend/fake";
import { fakeProblem } from "../../backend/fake/problems";
import { renderApp } from "../../test/screen";

const asked = <T,>(backend: FakeBackend, wanted: string) =>
  backend.calls.filter(({ command }) => command === wanted).map(({ payload }) => payload as T);

async function table(backend = new FakeBackend()) {
  renderApp("/traffic/map", backend);
  fireEvent.click(await screen.findByText("Table"));
  return { backend, tables: within(await screen.findByLabelText("The map as a table")) };
}

it("has who is there as a table too: state, today, what waits; Enter opens their log", async () => {
  const { tables } = await table();
  const row = tables
    .getAllByText("OneHash shop")
    .map((one) => one.closest("tr")!)
    .at(-1)!;
  expect(within(row).getByText(/Paused/i)).toBeDefined();
  expect(within(row).getByText("1,284")).toBeDefined();
  fireEvent.keyDown(within(row).getByText("OneHash shop").closest("button")!, { key: "Enter" });
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/traffic\?.*channel=c4/));
});

// A line's details had neither its problem nor its own messages.
it("shows beside a line what is wrong with it and what mends it, and its own messages", async () => {
  const backend = new FakeBackend();
  const about = { kind: "destination", id: "d1", name: "crm.example.com", channel: "c1" } as const;
  backend.problems.rows = [
    fakeProblem("p1", "NET-05", ["retry", "editAddress"], { about }),
    fakeProblem("p2", "AUTH-01", ["newToken"], { about: { ...about, id: "d9" } }),
  ];
  const { tables } = await table(backend);
  const way = tables.getAllByText("crm.example.com").find((one) => one.parentElement?.lastElementChild === one);
  fireEvent.click(way!.closest("tr")!);
  const pane = within(await screen.findByLabelText("Details of Switchboard → crm.example.com"));
  const problems = within(await pane.findByLabelText("Problems"));
  expect(problems.getAllByRole("listitem")).toHaveLength(1);
  expect(problems.getByText(/nothing answers at that port/)).toBeDefined();
  expect(problems.getByText("Try now")).toBeDefined();
  await pane.findByLabelText("Last messages");
  expect(asked<TrafficQuery>(backend, "traffic.page").at(-1)?.filter?.direction).toBe("out");
});

// The details spoke of now while the map showed the past.
it("asks for the past while that is shown, and says nothing of now", async () => {
  const { backend, tables } = await table();
  fireEvent.click(tables.getAllByText("ELMA365 sales").at(-1)!.closest("tr")!);
  const pane = within(await screen.findByLabelText("Details of ELMA365 sales"));
  expect(pane.getByText("214 today")).toBeDefined();
  fireEvent.click(screen.getByText("Replay"));
  expect(await pane.findByText(/^As it was at /)).toBeDefined();
  expect(pane.queryByText("214 today")).toBeNull();
  // What waits and how they fare is of now.
  expect(tables.queryByText("1,284")).toBeNull();
  await waitFor(() => {
    const { from, to } = asked<SeriesQuery>(backend, "stats.series").at(-1)!;
    expect(to).toBeLessThan(Date.now());
    expect(from).toBeLessThan(to!);
  });
  await waitFor(() => expect(asked<TrafficQuery>(backend, "traffic.page").at(-1)?.filter?.to).toBeDefined());
});
