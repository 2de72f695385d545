/** The backend of the page, for the screens inside. */
import { createContext, useContext } from "react";

import type { Backend } from "../backend";

const Context = createContext<Backend | undefined>(undefined);

/** Gives the backend to the screens inside. */
export const BackendProvider = Context;

/** The backend of the page. */
export function useBackend(): Backend {
  const backend = useContext(Context);
  if (!backend) throw new Error("A screen outside BackendProvider has nobody to ask.");
  return backend;
}
