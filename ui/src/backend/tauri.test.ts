import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, expect, test, vi } from "vitest";

import { BackendError } from "./backend";
import { tauriBackend } from "./tauri";

afterEach(() => clearMocks());

test("a command goes through rpc, and its error keeps its code", async () => {
  mockIPC((command, payload) => {
    expect(command).toBe("rpc");
    const { cmd } = payload as { cmd: string };
    if (cmd === "status.get") return { version: "1" };
    throw { code: "DB-01", message: "In use." };
  });
  const backend = tauriBackend();
  expect(await backend.call("status.get", {})).toEqual({ version: "1" });
  const error = await backend.call("channel.list", {}).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(BackendError);
  expect(error).toMatchObject({ code: "DB-01" });
});

test("a file goes over as bytes, and one that is refused says why", async () => {
  const taken: unknown[] = [];
  mockIPC((command, payload) => {
    expect(command).toBe("put_file");
    taken.push(payload);
    if (taken.length > 1) throw { code: "SIZE-01", message: "Too large." };
    return { id: "f1", name: "a.txt" };
  });
  const file = Object.assign(new Blob(["abc"]), { name: "a.txt", lastModified: 0, webkitRelativePath: "" }) as File;
  file.arrayBuffer = async () => new TextEncoder().encode("abc").buffer;
  expect(await tauriBackend().uploadFile("c1", file)).toMatchObject({ id: "f1" });
  expect(new TextDecoder().decode(taken[0] as ArrayBuffer)).toBe("abc");
  const error = await tauriBackend()
    .uploadFile("c1", file)
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: "SIZE-01" });
});

test("a stream is given back when it is stopped, also before it was granted", async () => {
  const calls: string[] = [];
  mockIPC((command, payload) => {
    calls.push(command);
    if (command === "subscribe") return 7;
    expect(payload).toEqual({ id: 7 });
    return undefined;
  });
  const connected = vi.fn();
  const stop = tauriBackend().stream({ rows: vi.fn(), gap: vi.fn(), connected });
  stop();
  await vi.waitFor(() => expect(calls).toEqual(["subscribe", "unsubscribe"]));
  expect(connected).not.toHaveBeenCalled();
});

test("an engine that did not start says why", async () => {
  mockIPC(() => {
    throw { code: "DB-04", message: "Newer." };
  });
  const connected = vi.fn();
  tauriBackend().stream({ rows: vi.fn(), gap: vi.fn(), connected });
  await vi.waitFor(() => expect(connected).toHaveBeenCalledWith(false, expect.objectContaining({ code: "DB-04" })));
});
