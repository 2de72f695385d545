/** What the screens about problems read. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import type { ProblemView } from "../backend";
import { useBackend } from "./backend";

/** Every problem there is, what is not solved first. The stream brings each that changes; what waits because of it is read again now and then. */
export function useProblems() {
  const backend = useBackend();
  return useQuery({
    queryKey: ["problems"],
    queryFn: () => backend.call("problem.list", {}),
    refetchInterval: 10_000,
    networkMode: "always",
  });
}

/** One problem with everything about it. It is read again whenever it was seen again. */
export function useProblem(problem: ProblemView, enabled = true) {
  const backend = useBackend();
  return useQuery({
    queryKey: ["problem", problem.id, problem.lastAt, problem.state],
    queryFn: () => backend.call("problem.get", { id: problem.id }),
    enabled,
    networkMode: "always",
  });
}

/** What was noted, a page at a time. */
export function useActivity() {
  const backend = useBackend();
  return useInfiniteQuery({
    queryKey: ["activity"],
    queryFn: ({ pageParam }) =>
      backend.call("activity.list", { limit: 100, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    networkMode: "always",
  });
}

/** Puts a problem that changed where it belongs among those known: what is not solved first, the newest first. */
export function placed(known: readonly ProblemView[], row: ProblemView): ProblemView[] {
  const over = (one: ProblemView) => (one.state === "solved" ? 1 : 0);
  return [row, ...known.filter((one) => one.id !== row.id)].toSorted(
    (one, other) => over(one) - over(other) || other.lastAt - one.lastAt,
  );
}
