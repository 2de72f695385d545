/**
 * What the screens need from whoever hosts them: commands, a stream of live rows, files brought in, the clipboard.
 *
 * Screens know this interface and nothing of Tauri or HTTP, so that they run in the window, in a browser and in unit tests alike.
 */
import type { BackupInspected, Batch, Code, Commands, Error as WireError, FileView, Numbered } from "./schema";

/** The name of a command. */
export type Command = keyof Commands;

/** What a command takes. */
export type RequestOf<K extends Command> = Commands[K]["request"];

/** What a command answers. */
export type AnswerOf<K extends Command> = Commands[K]["answer"];

/** Trouble told by the engine, or by the way to it. Decide by `code`; word it by `code` and `params`. */
export class BackendError extends Error {
  /** A code of the catalogue; `offline` when the engine could not be asked at all. */
  readonly code: Code | "offline";
  /** What to do about it, in English. */
  readonly hint: string | undefined;
  /** What the sentence is filled with. */
  readonly params: Record<string, string>;

  constructor(error: Omit<WireError, "code"> & { code: Code | "offline" }) {
    super(error.message);
    this.name = "BackendError";
    this.code = error.code;
    this.hint = error.hint;
    this.params = error.params ?? {};
  }

  /** The engine could not be asked: it ended, or the connection to it is down. */
  static offline(cause: unknown): BackendError {
    return new BackendError({ code: "offline", message: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** Who listens to live rows. */
export interface StreamListener {
  /** Rows in order. Each replaces what is shown under its id. */
  rows(rows: Numbered[]): void;
  /** Rows were lost, or may have been: read again whatever is shown. */
  gap(): void;
  /** The stream came up or broke; it comes back by itself, unless the error says that it may not be had at all. */
  connected(up: boolean, error?: BackendError): void;
}

/** What a desktop asks the page, or tells it. */
export type DesktopTold =
  /** Ask what to do. `guard`: only whether to quit all the same. `tray`: a sign in the tray stays when the window goes. */
  | { type: "ask"; guard: boolean; tray: boolean }
  /** Show this place. */
  | { type: "go"; to: string };

/** How the desktop is. */
export interface DesktopState {
  /** There is a tray to show signs in. */
  tray: boolean;
  /** The app starts with the computer. */
  autostart: boolean;
}

/** What only a host on the desktop has. */
export interface Desktop {
  /** Listens to questions until the returned function is called. */
  listen(listener: (told: DesktopTold) => void): () => void;
  /** Answers one: it is on the screen; go on without the window; end; never mind. */
  answer(answer: "shown" | "background" | "quit" | "stay"): Promise<void>;
  /** Quits; asks before, where something is left undone. */
  quit(): Promise<void>;
  /** How the desktop is, read anew. */
  state(): Promise<DesktopState>;
  /** Has the app start with the computer, or not. Throws {@link BackendError}. */
  setAutostart(on: boolean): Promise<DesktopState>;
}

/** Whoever hosts the screens. */
export interface Backend {
  /** Where the screens run. */
  readonly kind: "window" | "browser" | "fake";
  /** Runs a command. Throws {@link BackendError}. */
  call<K extends Command>(command: K, payload: RequestOf<K>): Promise<AnswerOf<K>>;
  /** Listens to live rows until the returned function is called. */
  stream(listener: StreamListener): () => void;
  /** Brings a file in for messages of a channel, up to 40 MiB. Throws {@link BackendError}. */
  uploadFile(channel: string, file: File): Promise<FileView>;
  /**
   * Saves what a ticket of `export.create` stands for: a browser downloads it, the window asks where to. False when the admin thought
   * better of it. Throws {@link BackendError}.
   */
  saveExport(ticket: string, name: string): Promise<boolean>;
  /**
   * Brings a backup in and tells what is in it. A browser gives the file; the window asks which. Nothing when the admin thought better of
   * it. Throws {@link BackendError}.
   */
  bringBackup(file?: File): Promise<BackupInspected | undefined>;
  /** Shows the data folder where the system shows folders; only in the window. */
  openFolder?(): Promise<void>;
  /** Opens one of the relay's own addresses outside these screens, so that nothing it shows can reach them. */
  openLink(url: string): Promise<void>;
  /** Reads the clipboard's text, after a click; absent where this host cannot. Throws when the system refuses. */
  readText?(): Promise<string>;
  /** Puts a text on the clipboard. Throws when the system refuses. */
  copyText(text: string): Promise<void>;
  /** What only the window on a desktop has. */
  readonly desktop?: Desktop;
}

/** Hands a batch on. */
export function deliver(batch: Batch, listener: StreamListener): void {
  if (batch.dropped > 0) listener.gap();
  if (batch.rows.length > 0) listener.rows(batch.rows);
}
