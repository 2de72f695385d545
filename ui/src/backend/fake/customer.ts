/** Practice chats: what is written is delivered a moment later, and somebody answers. */
import { BackendError } from "../backend";
import type { ChannelView, CustomerMessage, CustomerSend, CustomerView, FileId, FileView } from "../schema";
import { trouble } from "./samples";

/** The practice chats of all channels. */
export class PracticeChats {
  readonly #messages = new Map<string, CustomerMessage[]>();
  readonly #files = new Map<FileId, FileView>();

  /** `changed` is called when a channel's chat has news. */
  constructor(readonly changed: (channel: string) => void) {}

  /** Takes a file in. */
  keep(name: string, size: number, type: string): FileView {
    const id = `f${this.#files.size + 1}`;
    const url = `http://127.0.0.1:8787/file/${id}/1795000000-9f3a/${encodeURIComponent(name)}`;
    const file: FileView = { id, name, contentType: type || null, size, url, error: null };
    this.#files.set(id, file);
    return file;
  }

  /** The chat of a channel. */
  view(channel: ChannelView): CustomerView {
    const messages = this.#messages.get(channel.id) ?? [];
    return {
      channel: channel.id,
      chat: messages.length > 0 ? `practice:${channel.id}` : null,
      error: channel.platform === "userlike" ? trouble("KIND-01", { platform: "Userlike" }) : null,
      canClean: channel.platform === "chatwoot",
      messages,
    };
  }

  /** Puts a message into a channel's chat. */
  add(channel: string, message: Partial<CustomerMessage>): void {
    const whole: CustomerMessage = {
      exchange: null,
      from: "customer",
      author: null,
      text: "",
      files: [],
      at: Date.now(),
      state: "received",
      skipped: null,
      status: null,
      error: null,
      ...message,
    };
    this.#messages.set(channel, [...(this.#messages.get(channel) ?? []), whole]);
    this.changed(channel);
  }

  /** Writes as the customer. */
  send(channel: ChannelView, { text = "", files = [] }: CustomerSend): CustomerView {
    if (channel.platform === "userlike") throw new BackendError(trouble("KIND-01", { platform: "Userlike" }));
    const found = files.flatMap((id) => this.#files.get(id) ?? []);
    this.add(channel.id, { text, files: found, exchange: `x${Date.now()}`, state: "sending" });
    const last = (this.#messages.get(channel.id) ?? []).length - 1;
    setTimeout(() => this.#change(channel.id, last, { state: "delivered" }), 400);
    setTimeout(() => this.#change(channel.id, last, { state: "read", status: "read" }), 1_200);
    setTimeout(
      () => this.add(channel.id, { from: "operator", author: "Olga Petrova", text: `You wrote: ${text}` }),
      1_600,
    );
    return this.view(channel);
  }

  /** Cleans a chat up. */
  clear(channel: ChannelView): CustomerView {
    this.#messages.delete(channel.id);
    return this.view(channel);
  }

  #change(channel: string, index: number, change: Partial<CustomerMessage>): void {
    const messages = this.#messages.get(channel);
    if (!messages?.[index]) return;
    this.#messages.set(
      channel,
      messages.map((one, at) => (at === index ? { ...one, ...change } : one)),
    );
    this.changed(channel);
  }
}
