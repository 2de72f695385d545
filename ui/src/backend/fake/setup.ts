/** The fake's checks and set-ups: every check is well but for the endpoint's certificate, and the Chatwoot has one account with three inboxes. */
import { BackendError, type Command } from "../backend";
import type {
  ChannelView,
  Check,
  Checkup,
  CheckupRequest,
  Setup,
  SetupApplyWebhook,
  SetupCertificate,
  SetupCreateInbox,
  SetupLook,
  SetupLooked,
  SetupUseInbox,
  SetupWebhook,
} from "../schema";
import { fakeCheck, trouble } from "./samples";

/** What the fake needs of its channels. */
interface Surroundings {
  channel(id: string): ChannelView;
  replace(id: string, change: Partial<ChannelView>): ChannelView;
  announce(row: Checkup): void;
}

/** What they find unless told otherwise. */
const found: Check[] = [
  fakeCheck("platform", "address", 9),
  fakeCheck("platform", "dns", 8_100),
  fakeCheck("platform", "connect", 19_000),
  fakeCheck("platform", "token", 84_000),
  fakeCheck("intake", "listening", 0),
  fakeCheck("intake", "local", 900),
  fakeCheck("endpoint", "address", 12),
  fakeCheck("endpoint", "dns", 8_400),
  fakeCheck("endpoint", "connect", 21_000),
  fakeCheck("endpoint", "certificate", 33_000, {
    state: "failed",
    error: trouble("TLS-03", { host: "crm.example.com" }),
  }),
];

/** The made-up checks and set-ups. */
export class MadeUpSetups {
  /** The set-ups that are not finished. */
  all: Setup[] = [];
  /** What the Chatwoot shows. */
  looked: SetupLooked = {
    apiUrl: "https://app.chatwoot.com",
    user: "Olga Petrova",
    accounts: [
      {
        id: 3,
        name: "Example Ltd.",
        administrator: true,
        error: null,
        inboxes: [
          { id: 7, name: "Support", kind: "Api", webhookUrl: null, usedBy: null, obstacle: null },
          { id: 9, name: "Orders", kind: "Api", webhookUrl: "https://old.example/x", usedBy: null, obstacle: null },
          { id: 4, name: "Website", kind: "WebWidget", webhookUrl: null, usedBy: null, obstacle: trouble("ID-02") },
        ],
      },
    ],
    accountId: null,
    inboxId: null,
    notes: [],
  };
  /** The certificate of the Chatwoot that this computer does not know; looked in is then only by whoever trusts it. */
  certificate: SetupCertificate | null = null;
  /** What the checks of a channel find. */
  found = found;
  readonly #around: Surroundings;
  readonly #checkups: Checkup[] = [];
  readonly #webhooks = new Map<string, string>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The answer to a command of these; nothing for others. */
  answer(command: Command, payload: unknown): unknown {
    const { id, channel } = payload as { id: string; channel: string };
    switch (command) {
      case "doctor.start":
        return this.#start(payload as CheckupRequest);
      case "doctor.get":
        return this.#checkups.find((one) => one.id === id);
      case "doctor.stop":
        return {};
      case "setup.look":
        return this.#look(payload as SetupLook);
      case "setup.certificate":
        return this.certificate;
      case "setup.useInbox":
        return this.#bind(payload as SetupUseInbox);
      case "setup.createInbox": {
        const { accountId, name } = payload as SetupCreateInbox;
        const inboxId = 21;
        this.looked.accounts[0]?.inboxes.push({
          id: inboxId,
          name,
          kind: "Api",
          webhookUrl: null,
          usedBy: null,
          obstacle: null,
        });
        this.#webhooks.set(channel, this.#around.channel(channel).intakeUrl);
        return this.#bind({ channel, accountId, inboxId });
      }
      case "setup.webhook":
        return this.#webhook(id, this.#webhooks.get(id) ?? "");
      case "setup.applyWebhook": {
        const before = this.#webhooks.get(channel) ?? "";
        const { url } = payload as SetupApplyWebhook;
        this.#webhooks.set(channel, url ?? this.#around.channel(channel).intakeUrl);
        return this.#webhook(channel, before);
      }
      case "setup.list":
        return this.all;
      case "setup.put": {
        const put = { ...(payload as Setup), at: Date.now() };
        this.all = [put, ...this.all.filter((one) => one.channel !== channel)];
        return put;
      }
      case "setup.done":
        this.all = this.all.filter((one) => one.channel !== id);
        return {};
      default:
        return undefined;
    }
  }

  #start({ channel, parts }: CheckupRequest): Checkup {
    const checks = this.found.filter(({ part }) => parts === undefined || parts.includes(part));
    const done = { id: `k${this.#checkups.length + 1}`, channel: channel ?? null, checks, running: null, done: true };
    this.#checkups.push(done);
    setTimeout(() => this.#around.announce(done));
    return { ...done, checks: [], done: false };
  }

  #look({ token, channel, platformCertificate }: SetupLook): SetupLooked {
    if (this.certificate && platformCertificate !== this.certificate.pem)
      throw new BackendError(trouble("TLS-03", { host: "chat.example.com" }));
    const shown = token ?? (channel === undefined ? "" : this.#around.channel(channel).token);
    return shown === "" ? { ...this.looked, accounts: [] } : this.looked;
  }

  #bind({ channel, accountId, inboxId }: SetupUseInbox): ChannelView {
    const { options } = this.#around.channel(channel);
    return this.#around.replace(channel, { options: { ...options, accountId, inboxId } });
  }

  #webhook(channel: string, before: string): SetupWebhook {
    const url = this.#webhooks.get(channel) ?? "";
    return { inbox: "Support", url, before, ours: url === this.#around.channel(channel).intakeUrl };
  }
}
