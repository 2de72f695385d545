/** The fake's practice: an endpoint that is told how to answer, and two samples. */
import {
  mask,
  type ChannelView,
  type Draft,
  type ExchangeDetail,
  type PracticeAnswer,
  type PracticeEndpoint,
  type PracticeSample,
} from "../schema";
import type { Command } from "../backend";

const samples: PracticeSample[] = [
  {
    id: "message_created.outgoing",
    name: "message_created",
    kind: "message.sent",
    subscribed: true,
    headers: [["x-chatwoot-signature", mask]],
    body: '{\n  "event": "message_created"\n}',
  },
  {
    id: "conversation_typing_on",
    name: "conversation_typing_on",
    kind: "typing.started",
    subscribed: false,
    headers: [],
    body: '{\n  "event": "conversation_typing_on"\n}',
  },
];

/** The practice of a fake. */
export class MadeUpPractice {
  readonly #answers = new Map<string, PracticeAnswer>();
  readonly #before = new Map<string, string | null>();

  /** `replace`: changes where a channel sends; `push`: a new row of the log. */
  constructor(
    private readonly channel: (id: string) => ChannelView,
    private readonly replace: (id: string, callbackUrl: string | null) => void,
    private readonly push: (channel: string) => string,
    private readonly detail: (id: string) => ExchangeDetail,
  ) {}

  answer(command: Command, payload: unknown): unknown {
    const asked = payload as { channel: string; id: string; on: boolean; answer: PracticeAnswer };
    switch (command) {
      case "practice.endpoint.get":
        return this.view(asked.channel);
      case "practice.endpoint.set":
        this.#answers.set(asked.channel, asked.answer);
        return this.view(asked.channel);
      case "practice.endpoint.use": {
        if (asked.on) this.#before.set(asked.channel, this.channel(asked.channel).callbackUrl);
        const before = this.#before.get(asked.channel) ?? null;
        if (!asked.on) this.#before.delete(asked.channel);
        if (asked.on && !this.#answers.has(asked.channel)) this.#answers.set(asked.channel, { kind: "ok" });
        this.replace(asked.channel, asked.on ? "http://127.0.0.1:40123/" : before);
        return this.view(asked.channel);
      }
      case "practice.samples":
        return samples;
      case "practice.send":
        return { status: 200, exchange: this.push(asked.channel) };
      case "traffic.draft": {
        const { row, request } = this.detail(asked.id);
        const to = row.direction === "in" ? "intake" : "endpoint";
        return {
          id: row.id,
          channel: row.channel ?? "",
          headers: request.headers,
          body: request.body,
          to,
          url: to === "intake" ? "" : "https://crm.example.com/hooks/chat",
          harmless: false,
        } satisfies Draft;
      }
      case "traffic.again":
        return { status: 200, exchange: this.push(this.detail(asked.id).row.channel ?? "c1") };
      default:
        return undefined;
    }
  }

  view(channel: string): PracticeEndpoint {
    const running = this.#answers.has(channel);
    const inUse = this.#before.has(channel);
    return {
      channel,
      url: running ? "http://127.0.0.1:40123/" : null,
      answer: this.#answers.get(channel) ?? { kind: "ok" },
      inUse,
      before: this.#before.get(channel) ?? null,
      received: inUse
        ? [
            {
              number: 1,
              at: Date.now(),
              kind: "message.sent",
              webhookId: "w1",
              signed: true,
              status: 200,
              headers: [["webhook-id", "w1"]],
              body: '{"type":"message.sent"}',
              size: 23,
            },
          ]
        : [],
    };
  }
}
