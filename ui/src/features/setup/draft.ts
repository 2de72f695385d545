/**
 * What the wizard holds before and while there is a channel, and what may be concluded from it. Knows no component.
 */
import type { ChannelView, EventKind, Platform, Preset, SetupAccount, SetupInbox, SetupLooked } from "../../backend";
import { platformName } from "../../strings/words";
import { makeToken } from "../channels/form";

/** The steps, in order. */
export const steps = ["platform", "connect", "endpoint", "address"] as const;
/** One of them. */
export type Step = (typeof steps)[number];

/** The inbox that is to be made. */
export const NEW_INBOX = "new";

/** The header in which Userlike shows its secret, when nobody names another. */
export const secretHeader = "x-switchboard-secret";

/** Where messages can go. */
export const targets = ["own", "practice", "none"] as const;
/** One of them. */
export type Target = (typeof targets)[number];

/** What was entered. Texts as they are typed. */
export interface Draft {
  platform: Platform;
  preset: Preset | null;
  name: string;
  apiUrl: string;
  /** In clear; empty also where the channel has one already. */
  token: string;
  /** PEM of a certificate trusted at that address; empty where none was agreed to. */
  platformCertificate: string;
  accountId: number | undefined;
  inboxId: number | typeof NEW_INBOX | undefined;
  inboxName: string;
  secretHeader: string;
  /** Whether messages go to an own program, to the practice endpoint, or nowhere yet. */
  target: Target;
  callbackUrl: string;
  subscriptions: "all" | EventKind[];
  /** The channel it is joined with. */
  joined: string | null;
}

/** What is chosen of a Chatwoot. */
export type Chosen = Pick<Draft, "accountId" | "inboxId" | "inboxName">;

/** The draft of a channel that is to be. `made` is the secret offered to platforms that are told one. */
export function emptyDraft(platform: Platform, made: string = makeToken()): Draft {
  return {
    platform,
    preset: platform === "chatwoot" ? "chatwoot" : null,
    name: "",
    apiUrl: "",
    token: platform === "chatwoot" ? "" : made,
    platformCertificate: "",
    accountId: undefined,
    inboxId: undefined,
    inboxName: "",
    secretHeader,
    target: "own",
    callbackUrl: "",
    subscriptions: "all",
    joined: null,
  };
}

/** The draft of a channel that is there. Its secrets stay where they are. */
export function draftOf(channel: ChannelView): Draft {
  return {
    ...emptyDraft(channel.platform, ""),
    preset: channel.preset,
    name: channel.name,
    apiUrl: channel.apiUrl ?? "",
    platformCertificate: channel.platformCertificate ?? "",
    accountId: channel.options.accountId,
    inboxId: channel.options.inboxId,
    secretHeader: channel.options.secretHeader || secretHeader,
    target: channel.callbackUrl === null ? "none" : "own",
    callbackUrl: channel.callbackUrl ?? "",
    subscriptions: channel.subscriptions,
  };
}

/** A name that no channel has: the one wished for, or that with a number. */
export function freeName(wished: string, taken: readonly string[]): string {
  const folded = new Set(taken.map((name) => name.toLowerCase()));
  if (!folded.has(wished.toLowerCase())) return wished;
  for (let number = 2; ; number += 1)
    if (!folded.has(`${wished} ${number}`.toLowerCase())) return `${wished} ${number}`;
}

/** The account that is meant: the one chosen, the one the pasted address names, or the only one. */
export function accountOf(looked: SetupLooked | undefined, draft: Pick<Chosen, "accountId">): SetupAccount | undefined {
  const wanted =
    draft.accountId ?? looked?.accountId ?? (looked?.accounts.length === 1 ? looked.accounts[0]?.id : undefined);
  return looked?.accounts.find(({ id }) => id === wanted);
}

/** The inbox that is meant: the one chosen, or the one the pasted address names. */
export function inboxOf(
  looked: SetupLooked | undefined,
  draft: Pick<Chosen, "accountId" | "inboxId">,
): SetupInbox | typeof NEW_INBOX | undefined {
  if (draft.inboxId === NEW_INBOX) return NEW_INBOX;
  const wanted = draft.inboxId ?? looked?.inboxId ?? undefined;
  return accountOf(looked, draft)?.inboxes.find(({ id, obstacle }) => id === wanted && obstacle === null);
}

/** The name a channel gets when nobody types one. */
export function nameOf(
  draft: Draft,
  inbox: SetupInbox | typeof NEW_INBOX | undefined,
  taken: readonly string[],
): string {
  if (draft.name.trim() !== "") return draft.name;
  const platform = platformName(draft.platform, draft.preset);
  if (inbox === NEW_INBOX) return freeName(draft.inboxName.trim() || platform, taken);
  return freeName(inbox ? inbox.name : platform, taken);
}

/** An address as it was meant: without what surrounds it, with the scheme it most likely has. */
export function mended(typed: string): { url: string; scheme: "http" | "https" | undefined } {
  const url = typed.trim().replace(/^["'`<«„“]+|["'`>»”]+$/gu, "");
  if (url === "" || url.includes("://") || /\s/.test(url)) return { url, scheme: undefined };
  const inside =
    /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])|^[^/]+\.(local|lan|internal)(?=[:/]|$)/i.test(
      url,
    );
  const scheme = inside ? "http" : "https";
  return { url: `${scheme}://${url.replace(/^\/+/, "")}`, scheme };
}

/** Whether an address exists only inside a network, as far as its text tells. */
export function isInside(address: string): boolean {
  let host: string;
  try {
    host = new URL(address).hostname.toLowerCase();
  } catch {
    return false;
  }
  if (host.startsWith("[")) return /^\[(::1|f[cd]|fe80)/.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host))
    return /^(0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(
      host,
    );
  return !host.includes(".") || /\.(local|localhost|lan|internal|home\.arpa)$/.test(host);
}
