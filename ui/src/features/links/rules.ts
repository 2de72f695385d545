/**
 * Which channels can be joined, for greying out what cannot. The engine decides; this only spares the admin the refusal.
 *
 * Knows no component.
 */
import type { ChannelView, LinkChoices, LinkInput, LinkMode, LinkView, Platform } from "../../backend";

/** The two sides of a link. */
export const sides = ["customers", "operators"] as const;
/** A side of a link. */
export type LinkSide = (typeof sides)[number];

/** A link that is about to be made. */
export interface Draft {
  customers: string | undefined;
  operators: string | undefined;
  mode: LinkMode;
  choices: LinkChoices;
}

/** Nothing chosen yet. */
export const emptyDraft: Draft = {
  customers: undefined,
  operators: undefined,
  mode: "two-way",
  choices: { agents: false, templates: false, surveys: false },
};

/** What an admin wants who chose nothing: of Userlike, which is copied to be read, both sides of the talk. */
export function withCustomers(draft: Draft, channel: Pick<ChannelView, "id" | "platform">): Draft {
  const copied = channel.platform === "userlike";
  return {
    ...draft,
    customers: channel.id,
    mode: copied ? "copy" : draft.mode,
    choices: { ...draft.choices, agents: copied },
  };
}

/** The modes a platform's customers can have. */
export const modesOf = (platform: Platform | undefined): LinkMode[] =>
  platform === "userlike" ? ["copy"] : ["two-way", "copy"];

/** What stands in the way: the key of a sentence, and the labels of what is missing, as keys too. */
export interface Obstacle {
  key: string;
  missing?: string[];
}

/** Why a channel cannot be on this side of the draft; nothing when it can. */
export function obstacle(
  side: LinkSide,
  channel: ChannelView,
  draft: Draft,
  links: readonly LinkView[],
): Obstacle | undefined {
  if (side === "customers" && channel.platform === "elma365") return { key: "link-obstacle-elma365" };
  if (side === "operators" && channel.platform === "userlike") return { key: "link-obstacle-userlike" };
  const other = side === "customers" ? draft.operators : draft.customers;
  if (other === channel.id) return { key: "link-obstacle-same" };
  if (other !== undefined) {
    const customers = side === "customers" ? channel.id : other;
    const operators = side === "operators" ? channel.id : other;
    if (links.some((link) => link.customers === customers && link.operators === operators))
      return { key: "link-obstacle-joined" };
    if (leads(operators, customers, links)) return { key: "link-obstacle-circle" };
  }
  const missing = lacks(side, channel, draft.mode);
  return missing.length > 0 ? { key: "link-obstacle-lacks", missing } : undefined;
}

/** Whether what customers write at `from` reaches `to`. */
function leads(from: string, to: string, links: readonly LinkView[]): boolean {
  const reached = [from];
  // The list grows while it is gone through.
  for (const channel of reached) {
    if (channel === to) return true;
    for (const link of links)
      if (link.customers === channel && !reached.includes(link.operators)) reached.push(link.operators);
  }
  return false;
}

/** What has to be entered before this channel can be written to, as keys of labels. */
function lacks(side: LinkSide, { platform, apiUrl, token, options }: ChannelView, mode: LinkMode): string[] {
  // What ELMA365 needs is learned when it connects, and waits until then. A channel that is only copied from is not written to.
  if (platform !== "chatwoot" || (side === "customers" && mode === "copy")) return [];
  const missing: string[] = [];
  if (!apiUrl) missing.push("field-api-url");
  if (!options.accountId) missing.push("field-account-id");
  if (side === "operators" && !options.inboxId) missing.push("field-inbox-id");
  if (!token) missing.push("token-chatwoot");
  return missing;
}

/** The draft as the engine wants it; nothing while a channel is missing. */
export function inputOf({ customers, operators, mode, choices }: Draft): LinkInput | undefined {
  return customers !== undefined && operators !== undefined ? { customers, operators, mode, choices } : undefined;
}
