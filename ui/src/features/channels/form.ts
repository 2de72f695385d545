/**
 * A channel's form as values, and what of it was changed.
 *
 * Only what differs from the channel is sent, so that a form opened before somebody else's change cannot undo it, and masked secrets go
 * back as they came. Knows no component.
 */
import {
  mask,
  type ChannelInput,
  type ChannelView,
  type EndpointView,
  type EventKind,
  type Format,
  type HeaderView,
  type OptionsView,
  type Platform,
  type Preset,
  type SignatureRule,
} from "../../backend";

/** What the form holds. Texts as they are typed; an empty one means none. */
export interface ChannelForm {
  name: string;
  platform: Platform;
  preset: Preset | null;
  token: string;
  apiUrl: string;
  platformCertificate: string;
  callbackUrl: string;
  subscriptions: "all" | EventKind[];
  format: Format;
  headers: HeaderView[];
  /** Seconds. */
  timeout: string;
  trustedCertificate: string;
  sendToken: string;
  channelId: string;
  webhook: string;
  userInfo: string;
  accountId: string;
  inboxId: string;
  inboxIdentifier: string;
  webhookSecrets: string[];
  signature: SignatureRule;
  resendSilent: boolean;
  newConversation: boolean;
  agentsLanguage: string;
  secretHeader: string;
  timeZone: string;
}

/** A field of the form. */
export type FormField = keyof ChannelForm;

/** The form of a channel as it is. */
export function formOf(channel: ChannelView): ChannelForm {
  const { endpoint, options } = channel;
  return {
    name: channel.name,
    platform: channel.platform,
    preset: channel.preset,
    token: channel.token,
    apiUrl: channel.apiUrl ?? "",
    platformCertificate: channel.platformCertificate ?? "",
    callbackUrl: channel.callbackUrl ?? "",
    subscriptions: channel.subscriptions,
    format: channel.format,
    headers: endpoint.headers,
    timeout: endpoint.timeoutMs === null ? "" : String(endpoint.timeoutMs / 1_000),
    trustedCertificate: endpoint.trustedCertificate ?? "",
    sendToken: options.sendToken ?? "",
    channelId: options.channelId ?? "",
    webhook: options.webhook ?? "",
    userInfo: options.userInfo ?? "",
    accountId: options.accountId === undefined ? "" : String(options.accountId),
    inboxId: options.inboxId === undefined ? "" : String(options.inboxId),
    inboxIdentifier: options.inboxIdentifier ?? "",
    webhookSecrets: options.webhookSecrets ?? [],
    signature: options.signature ?? "strict",
    resendSilent: options.resendSilent ?? false,
    newConversation: options.newConversation ?? false,
    agentsLanguage: options.agentsLanguage || "en",
    secretHeader: options.secretHeader ?? "",
    timeZone: options.timeZone ?? "",
  };
}

/** The form of a channel that is about to be created. */
export function emptyForm(platform: Platform): ChannelForm {
  return {
    name: "",
    platform,
    preset: platform === "chatwoot" ? "chatwoot" : null,
    token: "",
    apiUrl: "",
    platformCertificate: "",
    callbackUrl: "",
    subscriptions: "all",
    format: "switchboard",
    headers: [],
    timeout: "",
    trustedCertificate: "",
    sendToken: "",
    channelId: "",
    webhook: "",
    userInfo: "",
    accountId: "",
    inboxId: "",
    inboxIdentifier: "",
    webhookSecrets: [],
    signature: "strict",
    resendSilent: false,
    newConversation: false,
    agentsLanguage: "en",
    secretHeader: "",
    timeZone: "",
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Seconds as typed, in ms; nothing when left empty. NaN goes to the engine as null would: it clears. */
function milliseconds(seconds: string): number | null {
  const value = Number(seconds.trim().replace(",", "."));
  return seconds.trim() === "" || !Number.isFinite(value) ? null : Math.round(value * 1_000);
}

/** A number as typed; 0, which clears it, when left empty. What is no number goes as -1, for the engine to refuse at its field. */
function count(typed: string): number {
  if (typed.trim() === "") return 0;
  const value = Number(typed.trim());
  return Number.isSafeInteger(value) ? value : -1;
}

/** What of the form differs from `before`, as the engine wants it. Empty when nothing does. */
export function changes(before: ChannelForm, form: ChannelForm): ChannelInput {
  const input: ChannelInput = {};
  const differs = (field: FormField) => !same(before[field], form[field]);

  if (differs("name")) input.name = form.name;
  if (differs("preset") && form.preset) input.preset = form.preset;
  if (differs("token")) input.token = form.token;
  if (differs("apiUrl")) input.apiUrl = form.apiUrl;
  if (differs("platformCertificate")) input.platformCertificate = form.platformCertificate.trim() || null;
  if (differs("callbackUrl")) input.callbackUrl = form.callbackUrl;
  if (differs("subscriptions")) input.subscriptions = form.subscriptions;
  if (differs("format")) input.format = form.format;

  const endpoint: Partial<EndpointView> = {};
  if (differs("headers")) endpoint.headers = form.headers.filter(({ name, value }) => name !== "" || value !== "");
  if (differs("timeout")) endpoint.timeoutMs = milliseconds(form.timeout);
  if (differs("trustedCertificate")) endpoint.trustedCertificate = form.trustedCertificate.trim() || null;
  // Absent fields are unchanged; the generated type cannot say so of those that may be null.
  if (Object.keys(endpoint).length > 0) input.endpoint = endpoint as EndpointView;

  const options: OptionsView = {};
  for (const field of [
    "sendToken",
    "channelId",
    "webhook",
    "userInfo",
    "inboxIdentifier",
    "agentsLanguage",
    "secretHeader",
    "timeZone",
  ] as const)
    if (differs(field)) options[field] = form[field];
  if (differs("accountId")) options.accountId = count(form.accountId);
  if (differs("inboxId")) options.inboxId = count(form.inboxId);
  if (differs("webhookSecrets")) options.webhookSecrets = form.webhookSecrets.filter((secret) => secret.trim() !== "");
  for (const field of ["resendSilent", "newConversation"] as const) if (differs(field)) options[field] = form[field];
  if (differs("signature")) options.signature = form.signature;
  if (Object.keys(options).length > 0) input.options = options;
  return input;
}

/** What takes a saved form back; nothing when a secret was changed, which nobody can show again to put it back. */
export function reverseOf(before: ChannelForm, form: ChannelForm): ChannelInput | undefined {
  if ((["token", "sendToken", "headers", "webhookSecrets"] as const).some((field) => !same(before[field], form[field])))
    return undefined;
  return changes(form, before);
}

/** What holds no secret. */
const open = [
  "name",
  "preset",
  "subscriptions",
  "format",
  "timeout",
  "platformCertificate",
  "trustedCertificate",
  "channelId",
  "userInfo",
  "accountId",
  "inboxId",
  "inboxIdentifier",
  "signature",
  "resendSilent",
  "newConversation",
  "agentsLanguage",
  "secretHeader",
  "timeZone",
] as const satisfies readonly FormField[];

/** What of the changes may be put down in clear until the form is taken up again; nothing when none of it may. */
export function draftOf(edited: Partial<ChannelForm>): Partial<ChannelForm> | undefined {
  // An address may hold a secret where it has a name, a query or a fragment.
  const addresses = (["apiUrl", "callbackUrl"] as const).filter((field) => !/[?#@]/.test(edited[field] ?? ""));
  const draft = Object.fromEntries(
    [...open, ...addresses].flatMap((field) => (edited[field] === undefined ? [] : [[field, edited[field]]])),
  ) as Partial<ChannelForm>;
  return Object.keys(draft).length > 0 ? draft : undefined;
}

/** Whether anything was changed. */
export const isDirty = (before: ChannelForm, form: ChannelForm): boolean =>
  Object.keys(changes(before, form)).length > 0;

/** A secret that is kept and not shown. */
export const isMasked = (value: string): boolean => value.startsWith(mask);

/** A pasted secret without the spaces, line ends and quotation marks that came along; tells whether there were any. */
export function cleanSecret(pasted: string): { value: string; cleaned: boolean } {
  const value = pasted
    .trim()
    .replace(/^(["'`«„“])(.*)(["'`»“”])$/su, "$2")
    .trim();
  return { value, cleaned: value !== pasted };
}

/** The field an error of the engine is about, as the form names it. */
export function fieldOf(error: { code: string; params: Record<string, string> }): FormField | undefined {
  const field = error.params["field"]?.split(".").at(-1);
  if (field === "timeoutMs") return "timeout";
  if (field !== undefined && field in emptyForm("elma365")) return field as FormField;
  if (error.code.startsWith("NAME")) return "name";
  if (error.code.startsWith("ID")) return "apiUrl";
  if (error.code.startsWith("URL") || error.code.startsWith("LOOP")) return "callbackUrl";
  return undefined;
}

/** A token nobody can guess, for platforms to which the admin tells one. */
export function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
