import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it } from "vitest";

import { keep, readAgain } from "./fresh";

let queries: QueryClient;
/** Readings under way, in the order in which they began. */
let readings: ((answer: string) => void)[];

beforeEach(() => {
  queries = new QueryClient();
  readings = [];
});

/** Shows what is known under a key, read by answers of the test's own. */
function shown() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const queryFn = () => new Promise<string>((resolve) => readings.push(resolve));
  return renderHook(() => useQuery({ queryKey: ["thing", "1"], queryFn, networkMode: "always" }).data, { wrapper })
    .result;
}

const read = (index: number, answer: string) => act(async () => readings[index]?.(answer));

// A bulk send stayed "Sending 1 of 3" for ever: the answer to a reading came after the row that told of its end.
it("keeps what the stream told when an older reading comes to its end after it", async () => {
  const data = shown();
  await read(0, "running");
  act(() => void queries.invalidateQueries());
  await waitFor(() => expect(readings).toHaveLength(2));
  act(() => keep(queries, ["thing", "1"], "done"));
  await waitFor(() => expect(data.current).toBe("done"));
  await read(1, "running");
  expect(data.current).toBe("done");
  act(() => void readAgain(queries, ["thing"]));
  await waitFor(() => expect(readings).toHaveLength(3));
  await read(2, "older");
  await waitFor(() => expect(data.current).toBe("older"));
});

it("keeps what the stream told before anything was read", async () => {
  const data = shown();
  act(() => keep(queries, ["thing", "1"], "done"));
  await waitFor(() => expect(data.current).toBe("done"));
  await read(0, "running");
  expect(data.current).toBe("done");
});

it("reads once more after a reading that began before the change, even the first, and lets it come to its end", async () => {
  const data = shown();
  act(() => {
    for (let change = 0; change < 5; change += 1) void readAgain(queries, ["thing"]);
  });
  await read(0, "before");
  await waitFor(() => expect(data.current).toBe("before"));
  await waitFor(() => expect(readings).toHaveLength(2));
  await read(1, "after");
  await waitFor(() => expect(data.current).toBe("after"));
  expect(readings).toHaveLength(2);
});
