/** Names of keys in the strings catalogue for what the engine names in its own way, and the languages there are. */
import type {
  AboutKind,
  BulkSkip,
  Code,
  DestinationKind,
  EventKind,
  Platform,
  Preset,
  SkipReason,
  Source,
  State,
} from "../backend";

/** The languages of the catalogue. */
export const languages = ["en", "ru", "de"] as const;
/** One of them. */
export type Language = (typeof languages)[number];
/** What each calls itself. */
export const languageNames: Record<Language, string> = { en: "English", ru: "Русский", de: "Deutsch" };

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/[._]/g, "-");

/** The key of a state's name. */
export const stateKey = (state: State | "all") => `state-${kebab(state)}`;
/** The key of a skip reason's name. */
export const skipKey = (reason: SkipReason) => `skip-${kebab(reason)}`;
/** The key of an event's name. */
export const eventKey = (kind: EventKind) => `event-${kebab(kind)}`;
/** The key of a code's sentence; its `.hint` says what to do. */
export const errorKey = (code: Code | "offline") => `error-${code.toLowerCase()}`;
/** The key of a form field's label. */
export const fieldKey = (field: string) => `field-${kebab(field)}`;

/** The key of what a remedy is called; of `ask-` and a remedy, the question before it. */
export const remedyKey = (action: string) => `remedy-${kebab(action)}`;
/** The key of what a problem is about. */
export const aboutKey = (kind: AboutKind) => `problem-about-${kebab(kind)}`;

/** The key of what an action does, in words. */
export const actionKey = (action: string): string =>
  ({
    cheatSheet: "action-cheat-sheet",
    newChannel: "action-new-channel",
    undo: "action-undo-last",
    quit: "desktop-quit",
    resend: "action-resend-selected",
    clear: "action-clear-filters",
  })[action] ?? `action-${action}`;

/** The key of what a kind of request at the outbox does. */
export const outboxKey = (kind: string) => `outbox-kind-${kebab(kind)}`;

/** The key of where a row of the log came from. */
export const sourceKey = (source: Source) => `source-${kebab(source)}`;

/** The key of a destination, as something a message goes to. */
export const destinationKey = (destination: DestinationKind) => `destination-${kebab(destination)}`;

/** The key of why a conversation of a bulk send is not sent. */
export const bulkSkipKey = (reason: BulkSkip) => `bulk-skip-${kebab(reason)}`;

/** The key of what is stopped, as a sentence. */
export const stoppedKey = (destination: DestinationKind) => `stopped-${kebab(destination)}`;

/** What calls are for, as far as there are words for it: those of the platforms, and our own errands. */
export const steps = [
  "contact.find",
  "contact.create",
  "contact.update",
  "contact.inbox",
  "inbox.list",
  "conversation.find",
  "conversation.create",
  "conversation.status",
  "conversation.typing",
  "conversation.read",
  "conversation.label",
  "message.find",
  "message.create",
  "message.status",
  "message.send",
  "user.ask",
  "channel.disconnect",
  "file.fetch",
  "conversation.list",
  "message.list",
  "practice.again",
] as const;

/** The key of what a call is for; nothing for one that has no words yet, which is shown as it is. */
export const stepKey = (step: string): string | undefined =>
  (steps as readonly string[]).includes(step) ? `step-${kebab(step)}` : undefined;

/** The platform's own name, the same in every language. */
export function platformName(platform: Platform, preset?: Preset | null): string {
  if (platform === "elma365") return "ELMA365";
  if (platform === "userlike") return "Userlike";
  if (preset === "chatlake") return "Chatlake";
  if (preset === "onehash") return "OneHash Chat";
  return "Chatwoot";
}

/** The language to speak: the admin's choice, else the first of the system's that the catalogue has. */
export function negotiate(wanted: string | undefined, system: readonly string[]): Language {
  const candidates = wanted && wanted !== "system" ? [wanted] : system;
  for (const candidate of candidates) {
    const found = languages.find((language) => language === candidate.slice(0, 2).toLowerCase());
    if (found) return found;
  }
  return "en";
}
