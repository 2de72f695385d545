/** A relay and an endpoint of its own for each test, and the page of its console. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { test as base } from "@playwright/test";
import type { Page } from "@playwright/test";

export { expect } from "@playwright/test";

const programs = process.env.SWITCHBOARD_BIN ?? join(import.meta.dirname, "../../target/debug");
const fixtures = join(import.meta.dirname, "../fixtures");

export type Json = { [name: string]: any };

/** The server host as a child process, with a data folder that goes with it. */
export class Relay {
  constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly relay: string,
    readonly console: string,
    readonly token: string,
  ) {}

  static start(...more: string[]): Promise<Relay> {
    return Relay.startIn(mkdtempSync(join(tmpdir(), "switchboard-ui-")), ...more);
  }

  private static async startIn(folder: string, ...more: string[]): Promise<Relay> {
    // The tests must not touch the keychain, and use no proxy, of whoever runs them.
    const env: NodeJS.ProcessEnv = { ...process.env, DBUS_SESSION_BUS_ADDRESS: "disabled:" };
    for (const name of ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"]) delete env[name];
    const args = ["--data", join(folder, "data"), "--relay", "127.0.0.1:0", "--console", "127.0.0.1:0", ...more];
    const child = spawn(join(programs, "switchboard-server"), args, { env, stdio: ["ignore", "pipe", openSync(join(folder, "log"), "a")] });
    const line = await new Promise<string>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the relay ended with ${code}: ${readFileSync(join(folder, "log"), "utf8")}`)));
      createInterface({ input: child.stdout! }).once("line", resolve);
    });
    const ready = JSON.parse(line);
    return new Relay(child, folder, ready.relay, ready.console, ready.token);
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends it as a power cut would, and starts it again on the same data, or on what `meanwhile` makes of it. */
  async restart(meanwhile?: (data: string) => void): Promise<Relay> {
    await this.kill();
    meanwhile?.(join(this.folder, "data"));
    return Relay.startIn(this.folder);
  }

  private async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGKILL");
    await ended;
  }

  async call(cmd: string, payload: Json = {}): Promise<any> {
    const answer = await fetch(`${this.console}/api/rpc`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.token}`, "content-type": "application/json" },
      body: JSON.stringify({ cmd, payload }),
    });
    const { ok, error } = await answer.json();
    if (error) throw new Error(`${cmd}: ${JSON.stringify(error)}`);
    return ok;
  }

  /** The console's address as the server prints it. */
  get link(): string {
    return `${this.console}/#token=${this.token}`;
  }
}

/** The admin's own program: keeps what it gets, and answers with `status`. */
export class Endpoint {
  status = 200;
  received: Json[] = [];

  constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Endpoint> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (data) => (body += data));
      request.on("end", () => {
        endpoint.received.push(JSON.parse(body || "{}"));
        response.writeHead(endpoint.status, { "content-type": "application/json" }).end("{}");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endpoint = new Endpoint(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return endpoint;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A live chat in ELMA365 as far as a browser test needs one: it takes what we send, and its operators write when told to. */
export class LiveChat {
  status = 200;
  received: Json[] = [];

  constructor(
    private readonly server: Server,
    readonly webhook: string,
    readonly channel: Json,
  ) {}

  /** Starts it and connects a channel of the relay to it, as ELMA365 does when it is saved there. */
  static async start(relay: Relay): Promise<LiveChat> {
    const created = await relay.call("channel.create", { name: "Sales", platform: "elma365", token: "confirm" });
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (data) => (body += data));
      request.on("end", () => {
        // A look whether anybody is there says nothing.
        if (body !== "") chat.received.push(JSON.parse(body));
        response.writeHead(chat.status, { "content-type": "application/json" }).end("{}");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const chat = new LiveChat(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`, created);
    const hello = sample("elma365/to_messenger.connect.json");
    await post(created.intakeUrl, { ...hello, data: { webhook: chat.webhook } });
    return chat;
  }

  /** An operator writes to a chat. */
  async write(chat: string, text: string, files: Json[] = []): Promise<void> {
    const body = sample("elma365/to_messenger.message.json");
    await post(this.channel.intakeUrl, { ...body, data: { targetChatId: chat, text, files } });
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A body of a platform, from the samples. */
export function sample(path: string): Json {
  return JSON.parse(readFileSync(join(fixtures, path), "utf8"));
}

let messages = 0;

/** An agent's message as Chatwoot posts it. */
export function message(text: string, chat = "chat1"): Json {
  const body = sample("chatwoot/webhook.message_created.outgoing.json");
  body.id = ++messages;
  body.content = text;
  body.conversation.contact_inbox.source_id = chat;
  body.conversation.messages = [];
  return body;
}

/** Posts JSON as a platform does, and gives the status. */
export async function post(url: string, body: Json): Promise<number> {
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return answer.status;
}

/** Goes by the Tab key to what has this label, as somebody without a mouse does. */
export async function tab(page: Page, label: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
  for (let i = 0; i < 80; i += 1) {
    const now = (await focused()).trim();
    // A field's label may go on with an asterisk, that of another with more words.
    if (now === label || (now.startsWith(label) && !now.startsWith(`${label} of`))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${label}`);
}

type Parts = {
  relay: Relay;
  endpoint: Endpoint;
  open: (screen?: string) => Promise<Page>;
  chatwoot: Json;
  liveChat: LiveChat;
};

export const test = base.extend<Parts>({
  relay: async ({}, use) => {
    const relay = await Relay.start();
    await relay.call("settings.update", { retryScheduleMs: [50, 50], retryJitter: 0, rejectedScheduleMs: [20, 20] });
    await use(relay);
    await relay.stop();
  },
  endpoint: async ({}, use) => {
    const endpoint = await Endpoint.start();
    await use(endpoint);
    endpoint.stop();
  },
  /** Opens the console on a screen (`/traffic`). What the page complains about fails the test. */
  open: async ({ page, relay }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await use(async (screen = "") => {
      await page.goto(relay.link);
      await page.getByRole("navigation").waitFor();
      // Screens have their address after #; the token took that place and is gone by now.
      if (screen) await page.evaluate((to) => (window.location.hash = to), screen);
      return page;
    });
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join("\n")}`);
  },
  /** A live chat in ELMA365, connected. */
  liveChat: async ({ relay }, use) => {
    const chat = await LiveChat.start(relay);
    await use(chat);
    chat.stop();
  },
  /** A Chatwoot channel whose messages go to the endpoint. */
  chatwoot: async ({ relay, endpoint }, use) => {
    await use(await relay.call("channel.create", { name: "Support", platform: "chatwoot", callbackUrl: endpoint.url }));
  },
});
