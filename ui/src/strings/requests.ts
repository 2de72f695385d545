/**
 * Ready-made texts for those who run a network, a server or a platform: which there are, which error calls for which, and what each is
 * filled with. Pure.
 */
import type { ChannelView, Code } from "../backend";
import type { Words } from "./text";
import { platformName } from "./words";

/** What can be asked for. */
export const requests = [
  "private-network",
  "outgoing",
  "underscores",
  "reverse-proxy",
  "certificate",
  "certificate-name",
  "endpoint-down",
  "rights",
  "firewall",
  "clock",
] as const;

/** One of them. */
export type RequestName = (typeof requests)[number];

/** The blanks of each: what the admin can put right before it is sent. */
export const requestBlanks: Record<RequestName, readonly Blank[]> = {
  "private-network": ["platform", "intake"],
  outgoing: ["host", "computer"],
  underscores: ["host"],
  "reverse-proxy": ["public", "relay"],
  certificate: ["host"],
  "certificate-name": ["host"],
  "endpoint-down": ["host"],
  rights: ["platform"],
  firewall: ["relay", "computer"],
  clock: ["computer"],
};

/** What a text is filled with. */
export type Blank = "host" | "platform" | "intake" | "public" | "relay" | "computer";

const map: Partial<Record<Code, readonly RequestName[]>> = {
  "AUTH-02": ["underscores"],
  "AUTH-05": ["rights"],
  "URL-02": ["private-network", "reverse-proxy"],
  "NET-01": ["reverse-proxy", "firewall"],
  "NET-04": ["outgoing"],
  "NET-05": ["endpoint-down"],
  "NET-06": ["endpoint-down", "outgoing"],
  "NET-07": ["outgoing"],
  "TLS-01": ["certificate"],
  "TLS-02": ["certificate-name"],
  "TLS-03": ["certificate"],
  "HTTP-02": ["endpoint-down"],
  "TIME-01": ["clock"],
  "FW-01": ["firewall"],
};

/** What may be asked of others when that error shows; empty where nobody else can help. */
export const requestsFor = (code: string): readonly RequestName[] => map[code as Code] ?? [];

/** The place of a letter in the help. */
export const requestAnchor = (name: RequestName): string => `request-${name}`;

/** Letters to those who run a Chatwoot or one of its family; about other platforms they would say what is not so. */
const toChatwoot: ReadonlySet<RequestName> = new Set(["private-network", "underscores", "rights"]);

/** Whether a letter can be about that channel. OneHash Chat is of a version that does not refuse private addresses. */
const fits = (name: RequestName, channel: ChannelView): boolean =>
  !toChatwoot.has(name) ||
  (channel.platform === "chatwoot" && !(name === "private-network" && channel.preset === "onehash"));

/** The first channel that a letter can be about; never one of the demo. */
export const channelFor = (name: RequestName, channels: readonly ChannelView[]): ChannelView | undefined =>
  channels.find((channel) => !channel.demo && fits(name, channel));

/** What is known of a case. */
export interface Known {
  /** The channel it is about. */
  channel?: ChannelView | undefined;
  /** All of them: a letter is about the first that it fits where the case names none, or one that it does not fit. */
  channels?: readonly ChannelView[];
  /** The server that made trouble. */
  host?: string | undefined;
  /** The address that leads here. */
  publicUrl?: string | null | undefined;
  /** Where we listen: host and port. */
  listen?: string | undefined;
}

const hostOf = (url: string | null | undefined): string | undefined => {
  try {
    return url ? new URL(url).host : undefined;
  } catch {
    return undefined;
  }
};

/** What fills the blanks of a letter that is only named. */
export const sampleLetter = ({ text }: { text: (key: string) => string }): Record<Blank, string> => ({
  host: text("help-sample-host"),
  platform: text("help-sample-platform"),
  intake: text("help-blank-intake"),
  public: text("help-blank-public"),
  relay: "127.0.0.1:8787",
  computer: text("help-blank-computer"),
});

/** What fills the blanks of a letter, as far as it is known; the key of an intake address stays out of letters. */
export function blanksOf(words: Words, name: RequestName, known: Known): Record<Blank, string> {
  const sample = sampleLetter(words);
  const { host } = known;
  const channel = known.channel && fits(name, known.channel) ? known.channel : channelFor(name, known.channels ?? []);
  const [theirs, ours] = [hostOf(channel?.apiUrl), hostOf(channel?.callbackUrl)];
  return {
    host: (toChatwoot.has(name) ? (theirs ?? host) : (host ?? ours)) ?? sample.host,
    platform: channel
      ? platformName(channel.platform, channel.preset)
      : toChatwoot.has(name)
        ? platformName("chatwoot")
        : sample.platform,
    intake: channel?.intakeUrl.replace(/\/in\/.*$/, "/in/…") ?? sample.intake,
    public: known.publicUrl || sample.public,
    relay: known.listen ?? sample.relay,
    computer: sample.computer,
  };
}

/** A letter to be sent. */
export interface Letter {
  name: RequestName;
  subject: string;
  text: string;
}

/** A letter as it is copied. */
export const letterOf = (subject: string, body: string): string => `${subject}\n\n${body}`;

/** The letter of that name. */
export const letterNamed = (words: Words, name: RequestName, blanks: Record<Blank, string>): Letter => ({
  name,
  subject: words.text(`request-${name}`, blanks),
  text: words.text(`request-${name}.letter`, blanks),
});

/** The letters an error calls for, filled with what is known of its case, without those that its channel makes untrue. */
export const lettersFor = (words: Words, code: string, known: Known): Letter[] =>
  requestsFor(code)
    .filter((name) => known.channel === undefined || fits(name, known.channel))
    .map((name) => letterNamed(words, name, blanksOf(words, name, known)));

/** A letter as a mail program takes it. */
export const mailOf = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
