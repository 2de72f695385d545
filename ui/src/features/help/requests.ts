/** Ready-made texts for those who run a network, a server or a platform. Which there are, and which error calls for which. */
import type { Code } from "../../backend";

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

/** A letter as a mail program takes it. */
export const mailOf = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
