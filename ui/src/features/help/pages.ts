/**
 * What the help consists of: pages of blocks. The words stand in the catalogue, under keys that begin with the page's name; here is only
 * what stands where. Knows no component.
 */
import type { Platform, Preset } from "../../backend";
import type { IconName } from "../../components/icons";

/** A picture of a platform's form. */
export type PictureName =
  "elma365-list" | "elma365-form" | "chatwoot-inbox" | "chatwoot-webhook" | "chatwoot-token" | "userlike-form" | "path";

/** One block of a page. */
export type Block =
  /** A heading (the value of the key) with what stands below it (its `.body`). */
  | { kind: "text"; key: string }
  | { kind: "picture"; name: PictureName; key: string }
  | { kind: "code"; name: "signature-node" | "signature-python" | "outbox-curl" | "event" }
  | { kind: "glossary" | "states" | "channelStates" | "skips" | "errors" | "keys" | "events" | "requests" };

/** One page. */
export interface HelpPage {
  id: string;
  icon: IconName;
  group: "begin" | "platforms" | "use" | "lookup";
  /** Whose set-up it tells of. */
  platform?: Platform;
  preset?: Preset;
  blocks: readonly Block[];
}

const texts = (page: string, ...names: string[]): Block[] =>
  names.map((name) => ({ kind: "text", key: `help-${page}-${name}` }));

/** A page of the Chatwoot family. OneHash Chat is of a time before webhooks were signed and private addresses refused. */
const chatwoot = (id: string, preset: Preset): HelpPage => ({
  id,
  icon: "channels",
  group: "platforms",
  platform: "chatwoot",
  preset,
  blocks: [
    { kind: "text", key: `help-${id}-about` },
    ...texts("chatwoot", "token"),
    { kind: "picture", name: "chatwoot-token", key: "help-chatwoot-token-picture" },
    ...texts("chatwoot", "wizard", "inbox"),
    { kind: "picture", name: "chatwoot-inbox", key: "help-chatwoot-inbox-picture" },
    ...texts("chatwoot", "all"),
    { kind: "picture", name: "chatwoot-webhook", key: "help-chatwoot-webhook-picture" },
    ...texts("chatwoot", ...(preset === "onehash" ? [] : ["secret", "own"]), "trouble"),
  ],
});

/** All pages, in the order of the list. */
export const helpPages: readonly HelpPage[] = [
  {
    id: "start",
    icon: "play",
    group: "begin",
    blocks: [
      ...texts("start", "what"),
      { kind: "picture", name: "path", key: "help-start-picture" },
      ...texts("start", "steps", "look", "next"),
    ],
  },
  {
    id: "elma365",
    icon: "channels",
    group: "platforms",
    platform: "elma365",
    blocks: [
      ...texts("elma365", "about", "open"),
      { kind: "picture", name: "elma365-list", key: "help-elma365-list-picture" },
      ...texts("elma365", "form"),
      { kind: "picture", name: "elma365-form", key: "help-elma365-form-picture" },
      ...texts("elma365", "hello", "trouble"),
    ],
  },
  chatwoot("chatwoot", "chatwoot"),
  chatwoot("chatlake", "chatlake"),
  chatwoot("onehash", "onehash"),
  {
    id: "userlike",
    icon: "channels",
    group: "platforms",
    platform: "userlike",
    blocks: [
      ...texts("userlike", "about", "form"),
      { kind: "picture", name: "userlike-form", key: "help-userlike-form-picture" },
      ...texts("userlike", "secret", "send", "trouble"),
    ],
  },
  {
    id: "reading",
    icon: "traffic",
    group: "use",
    blocks: texts("reading", "problems", "log", "journey", "map", "practice"),
  },
  {
    id: "endpoint",
    icon: "program",
    group: "use",
    blocks: [
      ...texts("endpoint", "answer"),
      { kind: "code", name: "event" },
      ...texts("endpoint", "signature"),
      { kind: "code", name: "signature-node" },
      { kind: "code", name: "signature-python" },
      ...texts("endpoint", "outbox"),
      { kind: "code", name: "outbox-curl" },
      ...texts("endpoint", "retries"),
    ],
  },
  { id: "links", icon: "both", group: "use", blocks: texts("links", "what", "make", "crosses", "not") },
  { id: "bulk", icon: "bulk", group: "use", blocks: texts("bulk", "what", "steps", "speed", "trouble", "crash") },
  {
    id: "privacy",
    icon: "key",
    group: "use",
    blocks: texts("privacy", "where", "secrets", "long", "backup", "person"),
  },
  { id: "requests", icon: "copy", group: "use", blocks: [...texts("requests", "what"), { kind: "requests" }] },
  { id: "glossary", icon: "note", group: "lookup", blocks: [...texts("glossary", "what"), { kind: "glossary" }] },
  {
    id: "states",
    icon: "flag",
    group: "lookup",
    blocks: [
      ...texts("states", "messages"),
      { kind: "states" },
      ...texts("states", "skipped"),
      { kind: "skips" },
      ...texts("states", "channels"),
      { kind: "channelStates" },
    ],
  },
  { id: "events", icon: "traffic", group: "lookup", blocks: [...texts("events", "what"), { kind: "events" }] },
  { id: "errors", icon: "warning", group: "lookup", blocks: [...texts("errors", "what"), { kind: "errors" }] },
  { id: "keyboard", icon: "screen", group: "lookup", blocks: [...texts("keyboard", "what"), { kind: "keys" }] },
];

/** The page of that name. */
export const helpPage = (id: string): HelpPage | undefined => helpPages.find((page) => page.id === id);

/** The page that tells how to set up a platform. */
export const setupPage = (platform: Platform, preset?: Preset | null): string =>
  helpPages.find((page) => page.platform === platform && (preset ?? page.preset) === page.preset)?.id ?? platform;

/** Keys of lists that cannot be changed: what each does, and how it is written. */
export const fixedKeys = [
  ["keys-moves", "↑ ↓ PgUp PgDn Home End"],
  ["keys-opens", "Enter"],
  ["keys-closes", "Esc"],
  ["keys-selects", "Shift, Ctrl"],
] as const;

/** Where on that page the token is told of. */
export const tokenPlace = { elma365: "elma365-form", chatwoot: "chatwoot-token", userlike: "userlike-secret" } as const;

/** The words of the app. Each has its `.meaning` in the catalogue, and what a platform calls the same, by the platform’s name. */
export const glossary = [
  "platform",
  "channel",
  "endpoint",
  "relay",
  "intake",
  "outbox",
  "token",
  "public-address",
  "exchange",
  "event",
  "delivery",
  "link",
  "conversation",
  "contact",
  "operator",
  "bulk-send",
  "problem",
  "webhook",
  "signature",
] as const;
