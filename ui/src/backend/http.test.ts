import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { BackendError, type StreamListener } from "./backend";
import { httpBackend, takeToken } from "./http";
import type { Batch, Numbered } from "./schema";

const backend = httpBackend("http://relay", "secret");
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function reply(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

describe("files", () => {
  test("go up as they are, with their name and channel in the address", async () => {
    fetched.mockResolvedValue(reply({ ok: { id: "f1", name: "счёт 1.pdf" } }));
    const file = new File(["%PDF"], "счёт 1.pdf", { type: "application/pdf" });
    expect(await backend.uploadFile("c1", file)).toMatchObject({ id: "f1" });
    const [url, request] = fetched.mock.calls[0] ?? [];
    expect(new URL(String(url)).pathname).toBe("/api/files");
    expect(Object.fromEntries(new URL(String(url)).searchParams)).toEqual({ name: "счёт 1.pdf", channel: "c1" });
    expect(request?.headers).toMatchObject({ authorization: "Bearer secret", "content-type": "application/pdf" });
    expect(request?.body).toBe(file);
  });

  test("that are refused say why", async () => {
    fetched.mockResolvedValue(reply({ error: { code: "SIZE-01", message: "Too large." } }, 413));
    const error = await backend.uploadFile("c1", new File(["x"], "x")).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "SIZE-01" });
  });
});

describe("commands", () => {
  test("carry the token and give what the command answers", async () => {
    fetched.mockResolvedValue(reply({ ok: { text: "curl" } }));
    expect(await backend.call("traffic.curl", { id: "x" })).toEqual({ text: "curl" });
    const [url, request] = fetched.mock.calls[0] ?? [];
    expect(url).toBe("http://relay/api/rpc");
    expect(request?.headers).toMatchObject({ authorization: "Bearer secret" });
    expect(request?.body).toBe('{"cmd":"traffic.curl","payload":{"id":"x"}}');
  });

  test("throw what the engine says, with its code", async () => {
    fetched.mockResolvedValue(reply({ error: { code: "NAME-01", message: "Taken.", params: { name: "Sales" } } }));
    const error = await backend.call("channel.create", { name: "Sales" }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackendError);
    expect(error).toMatchObject({ code: "NAME-01", message: "Taken.", params: { name: "Sales" } });
  });

  test("say offline when nobody answers", async () => {
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    await expect(backend.call("status.get", {})).rejects.toMatchObject({ code: "offline" });
  });
});

/** A stream whose other end the test holds. */
function streaming(): { response: Response; send(text: string): void; end(): void } {
  let control!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (control = given) });
  return {
    response: new Response(body),
    send: (text) => control.enqueue(new TextEncoder().encode(text)),
    end: () => control.close(),
  };
}

function listening(): { heard: string[]; listener: StreamListener } {
  const heard: string[] = [];
  return {
    heard,
    listener: {
      rows: (rows) => heard.push(`rows ${rows.map((row) => row.seq).join()}`),
      gap: () => heard.push("gap"),
      connected: (up, error) => heard.push(up ? "up" : `down ${error?.code}`),
    },
  };
}

function batch(seqs: number[], dropped = 0): string {
  const rows: Numbered[] = seqs.map((seq) => ({ seq, type: "settings" }));
  return `data:${JSON.stringify({ rows, dropped } satisfies Batch)}\n\n`;
}

describe("the stream", () => {
  test("gives rows in order, however the bytes are cut, and tells of lost ones first", async () => {
    const stream = streaming();
    fetched.mockResolvedValue(stream.response);
    const { heard, listener } = listening();
    const stop = backend.stream(listener);
    const text = batch([1, 2]) + batch([]) + batch([9], 6);
    for (const letter of text) stream.send(letter);
    await vi.waitFor(() => expect(heard).toEqual(["up", "rows 1,2", "gap", "rows 9"]));
    stop();
  });

  test("comes back after a break and says that rows may be missing", async () => {
    vi.useFakeTimers();
    const [first, second] = [streaming(), streaming()];
    fetched.mockResolvedValueOnce(first.response);
    fetched.mockRejectedValueOnce(new TypeError("refused"));
    fetched.mockResolvedValueOnce(second.response);
    const { heard, listener } = listening();
    const stop = backend.stream(listener);
    await vi.advanceTimersByTimeAsync(0);
    first.end();
    await vi.advanceTimersByTimeAsync(2_000);
    second.send(batch([5]));
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(["up", "down offline", "down offline", "up", "gap", "rows 5"]);
    stop();
  });

  test("a connection on which nothing comes any more is given up", async () => {
    vi.useFakeTimers();
    const [first, second] = [streaming(), streaming()];
    fetched.mockImplementationOnce(async (_url, request) => {
      // As a real fetch does: what is being read ends with the signal.
      request?.signal?.addEventListener("abort", () => first.end());
      return first.response;
    });
    fetched.mockResolvedValueOnce(second.response);
    const { heard, listener } = listening();
    const stop = backend.stream(listener);
    await vi.advanceTimersByTimeAsync(35_000);
    expect(heard).toEqual(["up", "down offline", "up", "gap"]);
    stop();
  });

  test("works in browsers that cannot combine signals, and a stop ends the request under way", async () => {
    vi.useFakeTimers();
    vi.spyOn(AbortSignal, "any").mockImplementation(() => {
      throw new TypeError("AbortSignal.any is not a function");
    });
    const stream = streaming();
    fetched.mockResolvedValue(stream.response);
    const { heard, listener } = listening();
    const stop = backend.stream(listener);
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(["up"]);
    const signal = fetched.mock.calls[0]?.[1]?.signal;
    expect(signal?.aborted).toBe(false);
    stop();
    expect(signal?.aborted).toBe(true);
    // Nothing is left that would wake up later.
    stream.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    vi.restoreAllMocks();
  });

  test("a refused token ends it for good", async () => {
    vi.useFakeTimers();
    fetched.mockImplementation(async () => reply({ error: { code: "AUTH-06", message: "No." } }, 401));
    const { heard, listener } = listening();
    backend.stream(listener);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(["down AUTH-06"]);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test("stopped, it says nothing more and does not come back", async () => {
    vi.useFakeTimers();
    const stream = streaming();
    fetched.mockResolvedValue(stream.response);
    const { heard, listener } = listening();
    const stop = backend.stream(listener);
    await vi.advanceTimersByTimeAsync(0);
    stop();
    stream.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(["up"]);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

test("the token is taken out of the address and kept for the tab", () => {
  history.replaceState(null, "", "/traffic?channel=x#token=abc");
  expect(takeToken()).toBe("abc");
  expect(window.location.href).toMatch(/\/traffic\?channel=x$/);
  expect(takeToken()).toBe("abc");
});
