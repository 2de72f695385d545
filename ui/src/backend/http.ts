/** The server host: commands and files by POST, live rows as server-sent events read with fetch, because EventSource can send no token. */
import { BackendError, deliver } from "./backend";
import type { AnswerOf, Backend, Command, RequestOf, StreamListener } from "./backend";
import { copyText } from "./clipboard";
import type { BackupInspected, Batch, Error as WireError, FileView } from "./schema";

const STORAGE = "switchboard-token";
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** The server gives a sign of life every 10 s; three of them missing means that the connection is dead. */
const SILENCE_MS = 30_000;

/** Takes the console's token out of the address, where it would be copied and shown, and keeps it for this tab. */
export function takeToken(): string {
  const token = new URLSearchParams(window.location.hash.slice(1)).get("token");
  if (token) {
    sessionStorage.setItem(STORAGE, token);
    history.replaceState(history.state, "", window.location.pathname + window.location.search);
  }
  return token ?? sessionStorage.getItem(STORAGE) ?? "";
}

/** The backend over HTTP. `console` is the origin of the server, without a slash at its end. */
export function httpBackend(console: string, token: string): Backend {
  const authorization = `Bearer ${token}`;
  return {
    kind: "browser",
    copyText,
    // Only where the page is served securely, and the browser asks the admin.
    ...("clipboard" in navigator && "readText" in navigator.clipboard
      ? { readText: () => navigator.clipboard.readText() }
      : {}),

    call<K extends Command>(command: K, payload: RequestOf<K>): Promise<AnswerOf<K>> {
      return ask(`${console}/api/rpc`, {
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify({ cmd: command, payload }),
      });
    },

    uploadFile(channel: string, file: File): Promise<FileView> {
      const query = new URLSearchParams({ name: file.name, channel });
      return ask(`${console}/api/files?${query}`, {
        headers: { authorization, "content-type": file.type || "application/octet-stream" },
        body: file,
      });
    },

    async bringBackup(file?: File): Promise<BackupInspected | undefined> {
      if (!file) return undefined;
      return ask(`${console}/api/backups`, {
        headers: { authorization, "content-type": "application/octet-stream" },
        body: file,
      });
    },

    async saveExport(ticket: string, name: string): Promise<boolean> {
      // The ticket is all it takes, so that the browser itself can stream it to the disk.
      const link = document.createElement("a");
      link.href = `${console}/api/exports/${encodeURIComponent(ticket)}`;
      link.download = name;
      link.click();
      return true;
    },

    async openLink(url: string): Promise<void> {
      window.open(url, "_blank", "noopener,noreferrer");
    },

    stream(listener: StreamListener): () => void {
      const stop = new AbortController();
      void follow(`${console}/api/stream`, authorization, listener, stop.signal);
      return () => stop.abort();
    },
  };
}

/** Posts, and gives what the engine answers. */
async function ask<T>(url: string, request: RequestInit): Promise<T> {
  let reply: { ok?: T; error?: WireError };
  try {
    const response = await fetch(url, { method: "POST", ...request });
    reply = await response.json();
  } catch (cause) {
    throw BackendError.offline(cause);
  }
  if (reply.error) throw new BackendError(reply.error);
  return reply.ok as T;
}

/** Keeps a stream open, coming back after each break, until told to stop or refused for good. */
async function follow(url: string, authorization: string, listener: StreamListener, stop: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS;
  let again = false;
  while (!stop.aborted) {
    let error: BackendError;
    const silence = new Silence(stop);
    try {
      const response = await fetch(url, { headers: { authorization }, signal: silence.signal });
      if (!response.ok || !response.body) {
        const reply: { error?: WireError } = await response.json().catch(() => ({}));
        error = reply.error ? new BackendError(reply.error) : BackendError.offline(response.statusText);
        if (response.status === 401 || response.status === 403) {
          listener.connected(false, error);
          return;
        }
      } else {
        listener.connected(true);
        // Whatever happened while nobody listened was not sent.
        if (again) listener.gap();
        again = true;
        wait = FIRST_WAIT_MS;
        await read(response.body, (batch) => {
          silence.broken();
          deliver(batch, listener);
        });
        error = BackendError.offline("The stream ended.");
      }
    } catch (cause) {
      error = BackendError.offline(cause);
    } finally {
      silence.over();
    }
    if (stop.aborted) return;
    listener.connected(false, error);
    await pause(wait, stop);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

/** Reads server-sent events: lines, of which those with `data:` count and an empty one ends an event. */
async function read(body: ReadableStream<Uint8Array>, take: (batch: Batch) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let data = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("data:")) data += line.slice(5);
      else if (line === "" && data !== "") {
        take(JSON.parse(data) as Batch);
        data = "";
      }
    }
  }
}

/**
 * Ends a connection on which nothing has come for too long, because a broken network shows in no other way, or that is to stop.
 * One signal of its own for both: AbortSignal.any is newer than the oldest browser this is built for.
 */
class Silence {
  readonly #end = new AbortController();
  readonly #onStop = () => this.#end.abort();
  readonly signal = this.#end.signal;
  #timer = this.#start();

  constructor(private readonly stop: AbortSignal) {
    if (stop.aborted) this.#end.abort();
    stop.addEventListener("abort", this.#onStop);
  }

  /** The connection is done with, one way or the other. */
  over(): void {
    clearTimeout(this.#timer);
    this.stop.removeEventListener("abort", this.#onStop);
  }

  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  #start(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#end.abort(), SILENCE_MS);
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
