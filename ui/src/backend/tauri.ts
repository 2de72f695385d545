/** The desktop window: one command for everything, one for files, one channel for live rows. The only file that imports Tauri. */
import { Channel, invoke } from "@tauri-apps/api/core";

import { BackendError, deliver } from "./backend";
import type { AnswerOf, Backend, Command, DesktopState, DesktopTold, RequestOf, StreamListener } from "./backend";
import { copyText } from "./clipboard";
import type { BackupInspected, Batch, Error as WireError, FileView } from "./schema";

/** The backend of the window. */
export function tauriBackend(): Backend {
  return {
    kind: "window",
    copyText,
    readText: () => wordErrors(invoke<string>("read_clipboard")),

    call<K extends Command>(command: K, payload: RequestOf<K>): Promise<AnswerOf<K>> {
      return wordErrors(invoke<AnswerOf<K>>("rpc", { cmd: command, payload }));
    },

    async uploadFile(channel: string, file: File): Promise<FileView> {
      // Headers hold ASCII only, and `content-type` is Tauri's own.
      const headers = {
        "x-name": encodeURIComponent(file.name),
        "x-channel": channel,
        "x-type": file.type || "application/octet-stream",
      };
      return wordErrors(file.arrayBuffer().then((bytes) => invoke<FileView>("put_file", bytes, { headers })));
    },

    saveExport(ticket: string, name: string): Promise<boolean> {
      return wordErrors(invoke<boolean>("save_export", { ticket, name }));
    },

    async bringBackup(): Promise<BackupInspected | undefined> {
      return (await wordErrors(invoke<BackupInspected | null>("pick_backup"))) ?? undefined;
    },

    openFolder(): Promise<void> {
      return wordErrors(invoke("open_folder"));
    },

    openLink(url: string): Promise<void> {
      return wordErrors(invoke("open_link", { url }));
    },

    desktop: {
      listen(listener) {
        let open = true;
        const channel = new Channel<DesktopTold>();
        channel.onmessage = (told) => {
          if (open) listener(told);
        };
        // Without it a question that is not shown ends the program: there is nobody else to tell.
        invoke("desktop_listen", { channel }).catch(() => undefined);
        return () => (open = false);
      },
      answer: (answer) => wordErrors(invoke("desktop_answer", { answer })),
      quit: () => wordErrors(invoke("desktop_quit")),
      state: () => wordErrors(invoke<DesktopState>("desktop_state")),
      setAutostart: (on) => wordErrors(invoke<DesktopState>("desktop_autostart", { on })),
    },

    stream(listener: StreamListener): () => void {
      let open = true;
      const channel = new Channel<Batch>();
      channel.onmessage = (batch) => {
        if (open) deliver(batch, listener);
      };
      const handle = invoke<number | null>("subscribe", { channel });
      handle.then(
        () => open && listener.connected(true),
        (error) =>
          open && listener.connected(false, isWireError(error) ? new BackendError(error) : BackendError.offline(error)),
      );
      return () => {
        open = false;
        // A subscription that was refused has nothing to give back.
        handle.then((id) => id !== null && invoke("unsubscribe", { id })).catch(() => undefined);
      };
    },
  };
}

/** Makes errors of the engine ours, and all others a missing engine. */
async function wordErrors<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw isWireError(error) ? new BackendError(error) : BackendError.offline(error);
  }
}

function isWireError(error: unknown): error is WireError {
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}
