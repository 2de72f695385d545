/** What is different between two exchanges, without a word of any message. Knows no component. */
import type { ExchangeDetail, ExchangeRow, Payload } from "../../backend";

/** One thing that can be compared. */
export interface Difference {
  /** Which: a key of the catalogue after `compare-`, or the name of a header or a field. */
  what: string;
  /** What kind of thing: one with words of its own, a header, a field of the body. */
  kind: "fact" | "header" | "field";
  /** As it is here and there; undefined where it is missing. Numbers are µs or bytes. */
  here: string | number | undefined;
  there: string | number | undefined;
}

/** Headers that differ each time and say nothing. */
const ANEW =
  /^(webhook-(id|signature|timestamp)|x-chatwoot-(delivery|signature|timestamp)|date|content-length|x-request-id)$/i;

/** Everything in which the two differ. */
export function differences(here: ExchangeDetail, there: ExchangeDetail): Difference[] {
  const found: Difference[] = [];
  const fact = (what: string, of: (detail: ExchangeDetail) => string | number | undefined) => {
    const [a, b] = [of(here), of(there)];
    if (a !== b) found.push({ what, kind: "fact", here: a, there: b });
  };
  fact("status", ({ row }) => row.status ?? undefined);
  fact("url", ({ url }) => url);
  fact("method", ({ method }) => method);
  fact("size", ({ request }) => request.size);
  fact("took", ({ row }) => row.tookUs);
  fact("dns", ({ timings }) => timings?.dnsUs ?? undefined);
  fact("connect", ({ timings }) => timings?.connectUs ?? undefined);
  fact("tls", ({ timings }) => timings?.tlsUs ?? undefined);
  fact("first-byte", ({ timings }) => timings?.firstByteUs ?? undefined);
  found.push(...headers(here.request, there.request));
  fact("answer-size", ({ answer }) => answer?.size);
  fact("answer-type", ({ answer }) => header(answer, "content-type"));
  found.push(...fields(here.request, there.request));
  return found;
}

const header = (payload: Payload | null, name: string) =>
  payload?.headers.find(([known]) => known.toLowerCase() === name)?.[1];

function headers(here: Payload, there: Payload): Difference[] {
  const of = ({ headers }: Payload) => new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  const [a, b] = [of(here), of(there)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => !ANEW.test(name) && a.get(name) !== b.get(name))
    .map((name) => ({ what: name, kind: "header" as const, here: a.get(name), there: b.get(name) }));
}

/** Fields that only one of the two has, or that are of another kind: what they say is nobody's business. */
function fields(here: Payload, there: Payload): Difference[] {
  const [a, b] = [shape(here), shape(there)];
  if (!a || !b) return [];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((path) => a.get(path) !== b.get(path))
    .map((path) => ({ what: path, kind: "field" as const, here: a.get(path), there: b.get(path) }));
}

/** How deep a body is compared, and how many fields at most. */
const DEEP = 5;
const MOST = 500;

/** The kind of every field by its path. */
function shape(payload: Payload): Map<string, string> | undefined {
  if (!payload.json || payload.truncated || payload.body.length > 1_000_000) return undefined;
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string, depth: number) => {
    const kind = value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
    if (path !== "") found.set(path, kind);
    if (kind !== "object" || depth === DEEP || found.size > MOST) return;
    for (const [name, inner] of Object.entries(value as object))
      walk(inner, path === "" ? name : `${path}.${name}`, depth + 1);
  };
  try {
    walk(JSON.parse(payload.body), "", 0);
  } catch {
    return undefined;
  }
  return found;
}

/** Where an exchange went, but for what follows the path. */
const place = (url: string) => url.split(/[?#]/)[0] ?? url;

/** Whether one exchange can be held against another: the same direction, channel and step. */
export const comparable = (one: ExchangeRow, other: ExchangeRow) =>
  one.id !== other.id &&
  one.direction === other.direction &&
  one.channel === other.channel &&
  one.step === other.step &&
  other.code === null &&
  other.status !== null &&
  other.status < 400;

/** Of these, those an exchange can be held against: of the same kind where there are any. */
export function alike(one: ExchangeRow, others: readonly ExchangeRow[]): ExchangeRow[] {
  const found = others.filter((other) => comparable(one, other));
  const same = found.filter(({ kind }) => kind === one.kind);
  return same.length > 0 ? same : found;
}

/** Whether two exchanges went to one place. */
export const samePlace = (one: ExchangeDetail, other: ExchangeDetail) => place(one.url) === place(other.url);
