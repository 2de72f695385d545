/** The settings as a form holds them, and what of it was changed. Language and theme are not part of it: they change at once. */
import type { HistoryRequest, Settings } from "../../backend";
import { readDuration, readDurations, writeDuration, writeDurations } from "./durations";

/** Texts as they are typed. */
export interface SettingsForm {
  listen: string;
  publicUrl: string;
  retryScheduleMs: string;
  /** Per cent. */
  retryJitter: string;
  timeoutMs: string;
  holdLaneMs: string;
  rejectedScheduleMs: string;
  bulkScheduleMs: string;
  breakerAfter: string;
  probeMs: string;
  concurrency: string;
  /** `system`, `none` or `address`. */
  proxyKind: string;
  proxy: string;
  intakeTimeoutMs: string;
  keepTrafficDays: string;
  keepTriesDays: string;
  keepConversationsDays: string;
  keepTrafficMb: string;
  backupKeep: string;
  backupFolder: string;
  /** Between commas. */
  fileHosts: string;
  fileAddressHours: string;
  sendCommand: string;
}

/** A field of the form. */
export type SettingsField = keyof SettingsForm;

/** The form of the settings as they are. */
export function formOf(settings: Settings, language: string): SettingsForm {
  const isAddress = settings.proxy !== "system" && settings.proxy !== "none";
  return {
    listen: settings.listen,
    publicUrl: settings.publicUrl,
    retryScheduleMs: writeDurations(settings.retryScheduleMs, language),
    retryJitter: String(Math.round(settings.retryJitter * 100)),
    timeoutMs: writeDuration(settings.timeoutMs, language),
    holdLaneMs: writeDuration(settings.holdLaneMs, language),
    rejectedScheduleMs: writeDurations(settings.rejectedScheduleMs, language),
    bulkScheduleMs: writeDurations(settings.bulkScheduleMs, language),
    breakerAfter: String(settings.breakerAfter),
    probeMs: writeDuration(settings.probeMs, language),
    concurrency: String(settings.concurrency),
    proxyKind: isAddress ? "address" : settings.proxy,
    proxy: isAddress ? settings.proxy : "",
    intakeTimeoutMs: writeDuration(settings.intakeTimeoutMs, language),
    keepTrafficDays: String(settings.keepTrafficDays),
    keepTriesDays: String(settings.keepTriesDays),
    keepConversationsDays: String(settings.keepConversationsDays),
    keepTrafficMb: String(settings.keepTrafficMb),
    backupKeep: String(settings.backupKeep),
    backupFolder: settings.backupFolder,
    fileHosts: settings.fileHosts.join(", "),
    fileAddressHours: String(settings.fileAddressHours),
    sendCommand: settings.sendCommand,
  };
}

/** What differs, as the engine wants it, and the fields that cannot be read. */
export function changes(
  before: SettingsForm,
  form: SettingsForm,
): { update: Partial<Settings>; unreadable: SettingsField[] } {
  const update: Partial<Settings> = {};
  const unreadable: SettingsField[] = [];
  const differs = (field: SettingsField) => before[field] !== form[field];
  const read = <T>(field: SettingsField, value: T | undefined, put: (value: T) => void) => {
    if (!differs(field)) return;
    if (value === undefined) unreadable.push(field);
    else put(value);
  };
  if (differs("sendCommand")) update.sendCommand = form.sendCommand.trim();
  if (differs("backupFolder")) update.backupFolder = form.backupFolder.trim();
  if (differs("listen")) update.listen = form.listen.trim();
  if (differs("fileHosts")) update.fileHosts = form.fileHosts.split(/[\s,;]+/).filter((host) => host !== "");
  if (differs("publicUrl")) update.publicUrl = form.publicUrl.trim();
  if (differs("proxyKind") || differs("proxy"))
    update.proxy = form.proxyKind === "address" ? form.proxy.trim() : form.proxyKind;
  for (const field of ["timeoutMs", "holdLaneMs", "probeMs", "intakeTimeoutMs"] as const)
    read(field, readDuration(form[field]), (value) => (update[field] = value));
  for (const field of ["retryScheduleMs", "rejectedScheduleMs", "bulkScheduleMs"] as const)
    read(field, readDurations(form[field]), (value) => (update[field] = value));
  for (const field of [
    "breakerAfter",
    "concurrency",
    "keepTrafficDays",
    "keepTriesDays",
    "keepConversationsDays",
    "keepTrafficMb",
    "backupKeep",
    "fileAddressHours",
  ] as const)
    read(field, readNumber(form[field]), (value) => (update[field] = Math.round(value)));
  read("retryJitter", readNumber(form.retryJitter), (value) => (update.retryJitter = value / 100));
  return { update, unreadable };
}

/** What settings that keep less let go of within the hour, besides what goes by itself. */
export interface Shorter {
  /** What is counted before it goes. */
  requests: HistoryRequest[];
  /** Single tries older than so many days. */
  tries?: number;
  /** Whatever is oldest beyond so many MB. */
  mb?: number;
}

/** What a change lets go of; nothing when it keeps as much as before. */
export function shorter(before: Settings, update: Partial<Settings>): Shorter | undefined {
  // Nought is for ever, and without a limit.
  const shrunk = (field: "keepTrafficDays" | "keepTriesDays" | "keepConversationsDays" | "keepTrafficMb") => {
    const [was, now] = [before[field], update[field]];
    return now !== undefined && now > 0 && (was === 0 || now < was) ? now : undefined;
  };
  const requests: HistoryRequest[] = [];
  for (const [field, what] of [
    ["keepTrafficDays", "traffic"],
    ["keepConversationsDays", "conversations"],
  ] as const) {
    const days = shrunk(field);
    if (days !== undefined) requests.push({ what: [what], olderThanDays: days });
  }
  const [tries, mb] = [shrunk("keepTriesDays"), shrunk("keepTrafficMb")];
  if (requests.length === 0 && tries === undefined && mb === undefined) return undefined;
  return { requests, ...(tries === undefined ? {} : { tries }), ...(mb === undefined ? {} : { mb }) };
}

function readNumber(typed: string): number | undefined {
  const value = Number(typed.trim().replace("%", "").replace(",", "."));
  return typed.trim() !== "" && Number.isFinite(value) ? value : undefined;
}
