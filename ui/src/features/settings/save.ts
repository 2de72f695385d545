/** Saves what a command wrote: a browser downloads it, the window asks where to. */
import { useMutation } from "@tanstack/react-query";

import { useBackend } from "../../app/backend";
import type { Backend, BackendError, ExportView } from "../../backend";

/** Runs a command that answers with a ticket and saves what it is for. False when the admin thought better of it. */
export function useSave<T>(make: (backend: Backend, what: T) => Promise<ExportView>) {
  const backend = useBackend();
  return useMutation<boolean, BackendError, T>({
    networkMode: "always",
    mutationFn: async (what) => {
      const { ticket, name } = await make(backend, what);
      return ticket !== null && backend.saveExport(ticket, name);
    },
  });
}
