/** Entering something in the activity, so that nothing is only ever said in a notice that goes away. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

import { useBackend } from "./backend";
import { readAgain } from "./fresh";

/** What screens enter; each has its sentence in the catalogue. What engines enter themselves is not here. */
export const noteKinds = [
  "channel-paused",
  "channel-resumed",
  "channel-off",
  "channel-saved",
  "link-paused",
  "link-resumed",
  "link-saved",
  "theme",
  "language",
  "keys",
  "order",
  "sent-slower",
  "view-deleted",
  "undone",
  "test-well",
  "test-failed",
  "export-saved",
  "export-failed",
] as const;

/** Something to enter. */
export interface Note {
  kind: (typeof noteKinds)[number];
  /** What fills its sentence. */
  params?: Record<string, string>;
}

/** Enters something. */
export function useNote(): (note: Note) => void {
  const backend = useBackend();
  const queries = useQueryClient();
  return useCallback(
    (note) =>
      void backend
        .call("activity.note", note)
        // What was done is done: a line less is no reason to say that it failed.
        .catch(() => undefined)
        .then(() => readAgain(queries, ["activity"])),
    [backend, queries],
  );
}
