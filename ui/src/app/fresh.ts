/**
 * What is shown stays as new as what was told.
 *
 * A reading that began before a change may bring what was true before it, and bring it after the stream told of the change.
 */
import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Keeps a row of the stream as what is known under a key. What is being read of it may be older, and is not waited for. */
export function keep<T>(queries: QueryClient, queryKey: QueryKey, row: T): void {
  queries.setQueryData(queryKey, row);
  void queries.cancelQueries({ queryKey, exact: true });
}

/**
 * Reads again what is shown under a key and the keys it begins. What is being read already is let come to its end, so that a stream of
 * changes keeps nothing from being shown, and is then read once more.
 */
export async function readAgain(queries: QueryClient, queryKey: QueryKey = []): Promise<void> {
  const begun = new Set(queries.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" }));
  await queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
  if (begun.size > 0)
    await queries.invalidateQueries({ queryKey, predicate: (query) => begun.has(query) }, { cancelRefetch: false });
}
