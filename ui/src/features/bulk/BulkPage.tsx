/** Bulk sends: their history, one of them, or a new one. */
import { useSearch } from "@tanstack/react-router";

import { BulkList } from "./BulkList";
import { BulkResult } from "./BulkResult";
import { NewBulk } from "./NewBulk";

/** The screen of bulk sends. */
export function BulkPage() {
  const { bulk, create, filter } = useSearch({ from: "/bulk" });
  if (bulk !== undefined) return <BulkResult key={bulk} id={bulk} />;
  if (create) return <NewBulk key={JSON.stringify(filter)} filter={filter} />;
  return <BulkList />;
}
