/** Chooses, at run time, whoever hosts the screens: the desktop window where there is one, else the server that sent the page. */
import type { Backend } from "./backend";

export { BackendError } from "./backend";
export type {
  AnswerOf,
  Backend,
  Command,
  Desktop,
  DesktopState,
  DesktopTold,
  RequestOf,
  StreamListener,
} from "./backend";
export type * from "./schema";
export { codes, commandNames, eventKinds, mask, modes, platforms, skipReasons, states } from "./schema";

/** The backend of this page. Call it once, before the router reads the address: the console's token is taken out of it here. */
export async function connect(): Promise<Backend> {
  if ("__TAURI_INTERNALS__" in window) {
    const { tauriBackend } = await import("./tauri");
    return tauriBackend();
  }
  const { httpBackend, takeToken } = await import("./http");
  return httpBackend(window.location.origin, takeToken());
}
