/** What the fake starts with: channels, links, settings, how things are. */
import {
  mask,
  type CatchUp,
  type ChannelView,
  type Check,
  type Code,
  type DestinationStatus,
  type Error,
  type EventName,
  type LinkView,
  type OutboxKind,
  type Settings,
  type Status,
} from "../schema";

/** A check as the engine would tell it. */
export function fakeCheck(part: Check["part"], name: string, tookUs: number, change: Partial<Check> = {}): Check {
  return { part, name, tookUs, state: "well", error: null, note: null, ...change };
}

/** An error as the engine would tell it. */
export const trouble = (code: Code, params: Record<string, string> = {}): Error => ({
  code,
  message: `${code} in English.`,
  hint: "A hint in English.",
  params,
});

/** The error of an endpoint that is silent. */
export const silent = trouble("NET-06", { host: "crm.example.com", seconds: "30" });

/** A channel with everything at its default. */
export function fakeChannel(id: string, name: string, more: Partial<ChannelView> = {}): ChannelView {
  return {
    id,
    name,
    platform: "elma365",
    preset: null,
    token: mask,
    apiUrl: null,
    platformCertificate: null,
    callbackUrl: "https://crm.example.com/hooks/chat",
    subscriptions: "all",
    format: "switchboard",
    endpoint: { headers: [], timeoutMs: null, trustedCertificate: null },
    options: {},
    intakeUrl: `http://127.0.0.1:8787/in/${id}/k7f2m9qx4tz8w1r5`,
    outboxUrl: `http://127.0.0.1:8787/out/${id}`,
    localOnly: true,
    endpointToken: mask,
    signingSecret: mask,
    mode: "active",
    state: "working",
    demo: false,
    createdAt: Date.now() - 9e8,
    lastAt: Date.now() - 40_000,
    waiting: 0,
    failed: 0,
    notes: [],
    ...more,
  };
}

/** The channels of an admin who has one of each. */
export const fakeChannels = (): ChannelView[] => [
  fakeChannel("c1", "ELMA365 sales", {
    state: "problems",
    waiting: 12,
    failed: 3,
    options: {
      channelId: "8f0c1f6e-51f1-4d1c-a7cd-0d1a5b7a1b11",
      webhook: "https://acme.elma365.com/api/messengers/external/a/webhook/8f0c1f6e",
      outcomesUsed: true,
    },
  }),
  fakeChannel("c2", "Website chat", {
    platform: "chatwoot",
    preset: "chatwoot",
    apiUrl: "https://app.chatwoot.com",
    options: { accountId: 3, inboxId: 7, webhookSecrets: [`${mask}1`], signature: "strict" },
  }),
  fakeChannel("c3", "Userlike support", { platform: "userlike", token: "", state: "waiting", lastAt: null }),
  fakeChannel("c4", "OneHash shop", {
    platform: "chatwoot",
    preset: "onehash",
    token: "",
    state: "paused",
    mode: "paused",
    waiting: 1_284,
  }),
];

/** A link with everything at its default. */
export const fakeLink = (id: string, customers: string, operators: string, more: Partial<LinkView> = {}): LinkView => ({
  id,
  customers,
  operators,
  mode: "two-way",
  choices: { agents: false, templates: false, surveys: false },
  paused: false,
  error: null,
  createdAt: Date.now() - 4e8,
  ...more,
});

/** One link that works and one that cannot. */
export const fakeLinks = (): LinkView[] => [
  fakeLink("l1", "c2", "c1"),
  fakeLink("l2", "c3", "c4", { mode: "copy", error: trouble("OFF-01") }),
];

/** The settings the engine starts with. */
export const fakeSettings: Settings = {
  listen: "127.0.0.1:8787",
  publicUrl: "",
  theme: "system",
  language: "en",
  retryScheduleMs: [5e3, 3e4, 12e4, 6e5, 18e5, 36e5, 108e5, 216e5, 432e5],
  retryJitter: 0.2,
  timeoutMs: 3e4,
  holdLaneMs: 6e5,
  rejectedScheduleMs: [5e3, 3e4],
  bulkScheduleMs: [1e3, 5e3, 2e4],
  breakerAfter: 10,
  probeMs: 3e4,
  concurrency: 16,
  proxy: "system",
  intakeTimeoutMs: 3e4,
  keepTrafficDays: 30,
  keepTriesDays: 0,
  keepConversationsDays: 0,
  keepTrafficMb: 0,
  privacy: "full",
  privacyOf: {},
  backupDaily: true,
  backupKeep: 3,
  backupFolder: "",
  fileHosts: [],
  fileAddressHours: 168,
  sendCommand: "$api",
  closeTo: "ask",
  startHidden: false,
  zoom: 100,
  notifications: "all",
  dailyDigest: false,
  quietFrom: 0,
  quietTo: 0,
  safeGraphics: false,
  shortcuts: {},
  singleKeys: true,
  channelOrder: [],
  trafficViews: [],
};

/** Some of the platforms' own event names. */
export const fakeEventNames: EventName[] = [
  { platform: "elma365", platformName: "message", kind: "message.sent" },
  { platform: "elma365", platformName: "markAsRead", kind: "message.read" },
  { platform: "elma365", platformName: "messageOutcome", kind: "message.outcome" },
  { platform: "elma365", platformName: "userInfo", kind: "contact.requested" },
  { platform: "elma365", platformName: "connect", kind: "channel.connected" },
  { platform: "elma365", platformName: "disconnect", kind: "channel.disconnected" },
  { platform: "chatwoot", platformName: "message_created", kind: "message.received" },
  { platform: "chatwoot", platformName: "message_created", kind: "message.sent" },
  { platform: "chatwoot", platformName: "conversation_created", kind: "conversation.created" },
  { platform: "userlike", platformName: "chat_session start", kind: "session.started" },
];

/** The published table of the outbox. */
export const fakeKinds: OutboxKind[] = (
  ["message", "contact", "read", "typing", "state", "end", "userInfo", "conversation.send"] as const
).flatMap((kind) => [
  { kind, platform: "elma365", from: ["message", "contact", "userInfo"].includes(kind) ? ["customer"] : [] },
  {
    kind,
    platform: "chatwoot",
    from: kind === "userInfo" || kind === "conversation.send" ? [] : ["customer", "operator"],
  },
  { kind, platform: "userlike", from: [] },
]);

/** What is stopped: an endpoint and a platform. */
const stopped = (): DestinationStatus[] => [
  {
    id: "d1",
    channel: "c1",
    kind: "endpoint",
    channelName: "ELMA365 sales",
    url: "https://crm.example.com/hooks/chat",
    stopped: silent,
    nextProbe: Date.now() + 22_000,
    waiting: 12,
  },
];

/** What was missed, one of each outcome. */
export const fakeCatchUps = (): CatchUp[] => {
  const gap = { from: Date.now() - 8_100_000, to: Date.now() - 900_000, error: null };
  return [
    { ...gap, channel: "c2", channelName: "Website chat", state: "done", recovered: 12, conversations: 5 },
    { ...gap, channel: "c4", channelName: "OneHash shop", state: "running", recovered: 3, conversations: 41 },
    {
      ...gap,
      channel: "c5",
      channelName: "Chatlake",
      state: "failed",
      recovered: 0,
      conversations: 0,
      error: trouble("AUTH-01", { platform: "Chatlake" }),
    },
    { ...gap, channel: "c1", channelName: "ELMA365 sales", state: "impossible", recovered: 0, conversations: 0 },
    { ...gap, channel: "c3", channelName: "Userlike support", state: "impossible", recovered: 0, conversations: 0 },
  ];
};

/** How things are. */
export const fakeStatus = (channels: number, settings: Settings): Status => ({
  sentence: {
    key: "status-stopped",
    params: {
      channels: "4",
      working: "2",
      waiting: "12",
      name: "ELMA365 sales",
      code: "NET-06",
      host: "crm.example.com",
      seconds: "30",
      problem: "",
    },
    english: "2 of 4 channels are working.",
    tone: "bad",
  },
  relay: { listen: settings.listen, publicUrl: settings.publicUrl || null, error: null, stays: null },
  key: { home: "file", error: null },
  paused: null,
  sign: "problem",
  channels: { total: channels, working: 2, troubled: 1, resting: 1 },
  today: { received: 1_214, delivered: 1_199, failed: 3 },
  waiting: 1_296,
  unclaimed: 4,
  problems: 3,
  stopped: stopped(),
  catchUps: fakeCatchUps(),
  restoreReady: null,
  demo: false,
  version: "0.1.0",
  dataFolder: "/home/anna/.local/share/switchboard",
});
