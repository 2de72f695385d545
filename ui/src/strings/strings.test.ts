import { FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { version } from "../../package.json" with { type: "json" };
import { noteKinds } from "../app/activity";
import { actionGroups, actions } from "../app/keys";
import {
  codes,
  eventKinds,
  platforms,
  skipReasons,
  states,
  type BackupKind,
  type BulkSkip,
  type FileSoundness,
  type FlowKind,
  type Health,
  type HistoryWhat,
  type Privacy,
  type TransferChange,
  type TransferKind,
  type TransferReason,
} from "../backend";
import { directionSteps } from "../features/channels/Address";
import { exportFormats } from "../components/ExportMenu";
import { bulkLooks, numberNames } from "../features/bulk/looks";
import { answerKey, answers } from "../features/practice/EndpointPart";
import { fakeKinds, fakeSettings } from "../backend/fake";
import { spans } from "../features/home/queries";
import { groups } from "../features/palette/items";
import { news } from "../features/settings/About";
import { formOf } from "../features/settings/form";
import { sections } from "../features/settings/sections";
import { writtenAs } from "./format";
import { Words } from "./text";
import {
  actionKey,
  bulkSkipKey,
  destinationKey,
  errorKey,
  eventKey,
  fieldKey,
  languages,
  negotiate,
  outboxKey,
  skipKey,
  sourceKey,
  stateKey,
  stepKey,
  stoppedKey,
  steps,
  type Language,
} from "./words";

const bulkSkips = [
  "empty",
  "twice",
  "sameChannel",
  "noEndpoint",
  "gone",
  "notFound",
  "unreadable",
  "noChannel",
  "cancelled",
  "noTarget",
] as const satisfies BulkSkip[];

/** Every value of a type: one that is added is missed here by the compiler. */
const every = (values: Record<string, true>) => Object.keys(values);

const folder = import.meta.dirname;
const source = (language: Language) =>
  readdirSync(join(folder, language))
    .map((file) => readFileSync(join(folder, language, file), "utf8"))
    .join("\n");

/** Every key and `key.attribute` of a catalogue with the names of its blanks. */
function entries(language: Language): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const blanks = (pattern: unknown): Set<string> =>
    new Set([...JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g)].map((match) => match[1] ?? ""));
  for (const message of new FluentResource(source(language)).body) {
    if (message.value !== null) found.set(message.id, blanks(message.value));
    for (const [name, pattern] of Object.entries(message.attributes))
      found.set(`${message.id}.${name}`, blanks(pattern));
  }
  return found;
}

const catalogues = new Map(languages.map((language) => [language, entries(language)]));
const english = catalogues.get("en") ?? new Map<string, Set<string>>();

function sources(at: string, names = /\.tsx?$/): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    if (entry.isDirectory()) return entry.name === "target" ? [] : sources(path, names);
    return names.test(entry.name) && !entry.name.includes(".test.") ? [readFileSync(path, "utf8")] : [];
  });
}

describe.each(["ru", "de"] as const)("the catalogue %s", (language) => {
  const own = catalogues.get(language) ?? new Map<string, Set<string>>();

  it("has the keys of the English one and no others", () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it("fills the same blanks", () => {
    for (const [key, blanks] of english)
      expect([...(own.get(key) ?? [])].toSorted(), key).toEqual([...blanks].toSorted());
  });
});

describe.each(languages)("the catalogue %s", (language) => {
  const own = catalogues.get(language) ?? new Map<string, Set<string>>();

  it("parses as a whole and names nothing twice", () => {
    const written = [...source(language).matchAll(/^([a-z][\w-]*) *=/gm)].map((match) => match[1]);
    expect(new Set(written).size).toBe(written.length);
    const parsed = new FluentResource(source(language)).body.map((message) => message.id);
    expect(parsed).toEqual(written);
    // A line of a text that begins with a star is left out without a word.
    expect(source(language)).not.toMatch(/^ +\*[^[]/m);
  });

  it("words every code, state, skip reason and event", () => {
    const needed = [
      ...codes.flatMap((code) => [errorKey(code), `${errorKey(code)}.hint`]),
      ...states.flatMap((state) => [stateKey(state), `${stateKey(state)}.meaning`]),
      ...skipReasons.flatMap((reason) => [skipKey(reason), `${skipKey(reason)}.meaning`]),
      ...eventKinds.flatMap((kind) => [
        eventKey(kind),
        `${eventKey(kind)}.meaning`,
        `event-group-${kind.split(".")[0]}`,
      ]),
      ...platforms.flatMap((platform) =>
        Array.from({ length: directionSteps[platform] }, (_, step) => `directions-${platform}-${step + 1}`),
      ),
      ...["waiting", "working", "problems", "failing", "disconnected", "paused", "off"].flatMap((state) =>
        ["", ".meaning", ".advice"].map((part) => `channel-state-${state}${part}`),
      ),
    ];
    expect(needed.filter((key) => !own.has(key))).toEqual([]);
  });

  it("blames nobody and shouts at nobody", () => {
    const words = source(language).replace(/^#.*$/gm, "");
    expect(words).not.toMatch(/Oops|Ooops|\binvalid\b|\billegal\b|\bfatal\b|Error:|Fehler:|Ошибка:|!\s*$/im);
  });
});

it("fills blanks where it says so", () => {
  expect(english.get("error-net-06")).toEqual(new Set(["host", "seconds"]));
  expect(english.get("status-working")).toEqual(new Set(["received", "waiting"]));
});

it("has every key that the screens put together", () => {
  const channel = [
    "name",
    "apiUrl",
    "callbackUrl",
    "timeout",
    "channelId",
    "webhook",
    "inboxIdentifier",
    "accountId",
    "inboxId",
    "secretHeader",
    "timeZone",
  ];
  const settings = Object.keys(formOf(fakeSettings, "en")).filter(
    (field) => field !== "proxyKind" && field !== "proxy",
  );
  const needed = [
    ...channel.map(fieldKey),
    ...settings.flatMap((field) => [fieldKey(field), `${fieldKey(field)}.help`]),
    ...platforms.flatMap((platform) => [
      `token-${platform}`,
      `token-${platform}.help`,
      `platform-${platform}`,
      `channel-off-${platform}`,
    ]),
    ...["messages", "all", "custom"].flatMap((preset) => [
      `events-preset-${preset}`,
      `events-preset-${preset}.meaning`,
    ]),
    ...["strict", "legacy", "lenient"].flatMap((rule) => [`signature-${rule}`, `signature-${rule}.meaning`]),
    ...["signing-secret", "intake-key", "endpoint-token"].flatMap((key) =>
      ["", ".help", ".question", ".consequence"].map((part) => `rotate-${key}${part}`),
    ),
    ...[
      "address",
      "dns",
      "connect",
      "certificate",
      "clock",
      "answer",
      "token",
      "rights",
      "inbox",
      "webhook",
      "hello",
      "listening",
      "local",
      "public",
      "message",
      "sent",
      "back",
      "cleaned",
    ].map((check) => `check-${check}`),
    ...["well", "warning", "failed", "skipped", "running"].map((state) => `checkup-state-${state}`),
    ...["platform", "intake", "endpoint", "message"].map((part) => `checkup-part-${part}`),
    ...platforms.flatMap((platform) => [
      `setup-platform-${platform}`,
      `setup-connect-${platform}`,
      ...[1, 2, 3].map((cause) => `setup-cause-${platform}-${cause}`),
    ]),
    ...["dns", "connect", "tls", "first-byte", "rest"].map((part) => `timing-${part}`),
    ...["working", "attention", "problem", "stopped", "paused", "starting", "offline"].map((state) => `relay-${state}`),
    ...["summary", "journey", "message", "technical", "attempts"].map((tab) => `exchange-tab-${tab}`),
    ...["platform", "endpoint", "screen", "catchUp", "file", "practice"].map((source) => `explain-in-${source}`),
    ...answers.flatMap((kind) => [answerKey(kind), `${answerKey(kind)}.meaning`]),
    ...[
      "status",
      "url",
      "method",
      "size",
      "took",
      "dns",
      "connect",
      "tls",
      "first-byte",
      "answer-size",
      "answer-type",
    ].map((what) => `compare-${what}`),
    ...["null", "list", "object", "string", "number", "boolean"].map((kind) => `compare-kind-${kind}`),
    ...["header", "field"].map((kind) => `compare-a-${kind}`),
    ...["system", "light", "dark"].map((one) => `theme-${one}`),
    ...["system", "none", "address"].map((one) => `proxy-${one}`),
    ...["ask", "tray", "quit"].map((one) => `close-to-${one}`),
    ...["all", "problems", "none"].map((one) => `notifications-${one}`),
    ...["keychain", "file"].map((home) => `about-key-${home}`),
    ...["customer", "operator", "system"].map((side) => `side-${side}`),
    ...["in", "out"].map((direction) => `direction-${direction}`),
    ...steps.map((step) => stepKey(step) ?? step),
    ...(["endpoint", "screen", "catchUp", "file", "practice"] as const).map(sourceKey),
    ...(["endpoint", "platform", "writeBack", "address"] as const).flatMap((kind) => [
      destinationKey(kind),
      stoppedKey(kind),
    ]),
    ...fakeKinds.map(({ kind }) => outboxKey(kind)),
    ...["channel", "operator"].map((column) => `column-${column}`),
    ...["contact", "status", "last", "when", "messages", "failed", "labels", "started"].map(
      (column) => `column-conversation-${column}`,
    ),
    ...["open", "pending", "snoozed", "resolved", "ended"].map((status) => `conversation-status-${status}`),
    ...["activity", "started", "messages"].flatMap((by) =>
      ["up", "down"].map((way) => `conversations-sort-${by}-${way}`),
    ),
    ...["status", "ended", "platform"].flatMap((when) => [`flag-${when}`, `flag-${when}.meaning`]),
    ...["now", "status", "ended"].flatMap((when) => [`send-when-${when}`, `send-when-${when}.meaning`]),
    ...["running", "done", "failed", "cancelled"].map((state) => `pull-${state}`),
    ...["running", "done", "failed", "impossible", "unset"].map((state) => `catch-up-${state}`),
    ...["customers", "operators"].flatMap((side) => [`link-side-${side}`, `link-${side}-title`]),
    ...["two-way", "copy"].flatMap((mode) => [
      `link-sentence-${mode}`,
      `link-mode-${mode}`,
      `link-mode-${mode}.meaning`,
    ]),
    ...["elma365", "userlike", "same", "joined", "circle", "lacks"].map((why) => `link-obstacle-${why}`),
    ...["agents", "templates", "surveys"].flatMap((choice) => [
      `link-choice-${choice}`,
      `link-choice-${choice}.meaning`,
    ]),
    ...["working", "paused", "stuck"].flatMap((state) => [`link-state-${state}`, `link-state-${state}.meaning`]),
    ...["platforms", "relay", "endpoint"].flatMap((stop) => [`welcome-${stop}`, `welcome-${stop}.meaning`]),
    ...["time", "direction", "channel", "what", "who", "text", "result", "took"].map((column) => `column-${column}`),
    ...Object.keys(bulkLooks).flatMap((state) => [`bulk-state-${state}`, `bulk-state-${state}.meaning`]),
    ...bulkSkips.flatMap((reason) => [bulkSkipKey(reason), `${bulkSkipKey(reason)}.meaning`]),
    ...numberNames.flatMap((name) => [`bulk-${name}`, `bulk-${name}-count`]),
    ...["ids", "filter", "text"].map((choice) => `bulk-choice-${choice}`),
    ...["choose", "check", "send", "result"].map((step) => `bulk-step-${step}`),
    ...["channel", "status", "contact", "operator", "label", "text", "from", "to"].map((key) => `bulk-match-${key}`),
    ...["choice", "target", "address"].map((field) => `bulk-missing-${field}`),
    ...["frozen", "recall"].map((promise) => `bulk-confirm-${promise}`),
    ...noteKinds.map((kind) => `activity-${kind}`),
    ...["bulk-total", "bulk-speed", "bulk-speed-at"],
    ...["number", "why", "tries", "links"].map((column) => `bulk-column-${column}`),
    ...Object.values(exportFormats)
      .flat()
      .flatMap((format) => [`export-format-${format}`, `export-format-${format}.meaning`]),
    ...["ready", "running", "done", "saved", "failed", "cancelled"].map((state) => `export-${state}`),
    ...[
      "resend-nothing",
      "resend-no-endpoint",
      "resend-on-its-way",
      "resend-platform-has-it",
      "resend-hint",
      "resend-hint-platform",
      "resend-hint-unknown",
      "format-switchboard",
      "format-as-received",
      "error-offline",
    ],
    ...every({ daily: true, brought: true, update: true } satisfies Record<BackupKind, true>).map(
      (kind) => `backup-kind-${kind}`,
    ),
    ...every({ sound: true, damaged: true, missing: true, notLooked: true } satisfies Record<FileSoundness, true>).map(
      (soundness) => `recovery-file-${soundness}`,
    ),
    ...every({ setting: true, channel: true, link: true } satisfies Record<TransferKind, true>).map(
      (kind) => `transfer-kind-${kind}`,
    ),
    ...every({ new: true, changed: true, same: true, conflict: true } satisfies Record<TransferChange, true>).map(
      (change) => `transfer-change-${change}`,
    ),
    ...every({
      secretsMissing: true,
      addressShortened: true,
      otherPlatform: true,
      channelMissing: true,
      cannotJoin: true,
      unreadable: true,
      ofComputer: true,
    } satisfies Record<TransferReason, true>).map((reason) => `transfer-reason-${reason}`),
    ...every({ full: true, withoutText: true, metadataOnly: true } satisfies Record<Privacy, true>).flatMap((level) => [
      `privacy-${level}`,
      `privacy-${level}.meaning`,
    ]),
    ...every({ traffic: true, conversations: true, files: true } satisfies Record<HistoryWhat, true>).map(
      (what) => `history-${what}`,
    ),
    ...every({ channel: true, endpoint: true, link: true } satisfies Record<Exclude<FlowKind, "relay">, true>).map(
      (kind) => `flow-kind-${kind}`,
    ),
    ...every({ none: true, ok: true, degraded: true, failing: true } satisfies Record<Health, true>).flatMap(
      (health) => [`flow-health-${health}`, `strip-${health}`],
    ),
    ...["gone", "going"].flatMap((lead) => [`history-${lead}`, `history-${lead}-nothing`]),
    // The parts as the engine names them.
    ...["version", "settings", "channels", "checks", "queue", "storage", "log"].map(
      (part) => `diagnostics-part-${part}`,
    ),
    ...["journal", "files", "search", "settings", "backups"].map((part) => `keeping-room-${part}`),
    ...Object.keys(spans).map((span) => `chart-span-${span}`),
    ...["day", "months"].flatMap((span) => [`strip-span-${span}`, `strip-title-${span}`]),
    ...["today", "week", "month", "received", "delivered", "failed"].map((part) => `counts-${part}`),
    ...sections.flatMap(({ id, settings }) => [`section-${id}`, `section-${id}.sentence`, ...settings]),
    ...groups.map((group) => `palette-${group}`),
    ...actions.map(actionKey),
    ...Object.keys(actionGroups).map((group) => `keys-group-${group}`),
    ...["15", "60", "open"].map((span) => `tray-pause-${span}`),
    ...Object.values(news).flat(),
  ];
  expect(needed.filter((key) => !english.has(key))).toEqual([]);
});

it("has every key that the screens name", () => {
  const named = new Set<string>();
  for (const code of sources(join(folder, "..")))
    for (const match of code.matchAll(/\btext\(\s*(?:[^()"`]*\? *)?"([a-z][\w.-]*)"(?:\s*:\s*"([a-z][\w.-]*)")?/g))
      for (const key of match.slice(1)) if (key) named.add(key);
  expect(named.size).toBeGreaterThan(150);
  expect([...named].filter((key) => !english.has(key))).toEqual([]);
});

it("has no key that nothing names", () => {
  // The engine words what it sends and what agents read with the same catalogue.
  const engine = join(folder, "../../../src-tauri");
  const code = [...sources(join(folder, "..")), ...sources(engine, /\.rs$/)].join("\n");
  const catalogue = source("en");
  // Values such as `message.sent`, `firstByte` and `NET-06` stand in keys as `message-sent`, `first-byte` and `net-06`.
  const values = new Set<string>();
  for (const [word] of code.matchAll(/\w[\w.-]*/g)) {
    values.add(word);
    values.add(word.toLowerCase().replace(/\.$/, ""));
    values.add(word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/[._]/g, "-"));
  }
  const quoted = new Set([...code.matchAll(/["'`]([a-z][\w-]*)(?:\.\w+)?["'`]/g)].map((match) => match[1]));
  const referred = new Set([...catalogue.matchAll(/\{ ([a-z][\w-]*)(?:\.\w+)? \}/g)].map((match) => match[1]));
  const patterns = composedKeys(code);
  const isComposed = (key: string): boolean =>
    patterns.some((pattern) =>
      pattern
        .exec(key)
        ?.slice(1)
        .every((value) => values.has(value) || isComposed(value)),
    );
  // Beginnings that are handed on before something is put behind them; a single word is one only where it is listed here.
  const isBeginning = (text: string) => (text.includes("-") ? quoted.has(text) : text === "notifications");
  const isNamed = (key: string) =>
    quoted.has(key) ||
    referred.has(key) ||
    isComposed(key) ||
    [...key.matchAll(/-/g)].some(({ index }) => isBeginning(key.slice(0, index)) && values.has(key.slice(index + 1)));
  expect([...english.keys()].filter((key) => !key.includes(".") && !isNamed(key))).toEqual([]);
});

/** The keys that code puts together, as patterns that catch what it fills in: `a-${x}-b` of TypeScript, "a-{}-b" of Rust. */
function composedKeys(code: string): RegExp[] {
  const found = new Set<string>();
  for (const { 0: start, index } of code.matchAll(/[`"][a-z][a-z0-9-]*-(?=\$?\{)/g)) {
    const end = start[0] ?? "";
    let [pattern, depth] = ["", 0];
    for (let at = index + 1; at < code.length; at += 1) {
      const letter = code[at] ?? "";
      if (depth === 0 && (letter === end || letter === ".")) break;
      if (letter === "{" && (depth += 1) === 1) pattern += "(.+)";
      else if (letter === "}") depth -= 1;
      else if (depth === 0 && letter !== "$") pattern += letter;
    }
    if (/^[\w().+-]+$/.test(pattern)) found.add(pattern);
  }
  return [...found].map((pattern) => new RegExp(`^${pattern}$`));
}

describe("words", () => {
  const ru = new Words("ru");

  it("choose Russian plural forms", () => {
    expect(["1", "2", "5", "21", "11"].map((count) => ru.text("traffic-count", { count: Number(count) }))).toEqual([
      "1 запрос",
      "2 запроса",
      "5 запросов",
      "21 запрос",
      "11 запросов",
    ]);
  });

  it("choose Russian plural forms of bulk sends as well", () => {
    expect([1, 2, 5].map((count) => ru.text("bulk-ready", { count }))).toEqual([
      "1 диалог готов",
      "2 диалога готовы",
      "5 диалогов готовы",
    ]);
    expect(ru.text("bulk-cancel-consequence", { left: 21, sent: 412 })).toBe(
      "Оставшийся 21 диалог не будет отправлен. Отправленные 412 отозвать нельзя.",
    );
  });

  it("word a sentence of the engine anew, with the error, event and time in it", () => {
    const sentence = {
      key: "exchange-on-hold",
      params: {
        source: "platform",
        hasWho: "1",
        who: "Anna",
        kind: "message.received",
        what: "Customer message",
        code: "NET-06",
        problem: "crm did not answer",
        host: "crm.example.com",
        seconds: "21",
      },
      english: "English",
      tone: "warning" as const,
    };
    expect(ru.sentence(sentence)).toBe(
      "Получено: Сообщение клиента (Anna). Ожидает: crm.example.com не ответил за 21 секунду.",
    );
    expect(ru.sentence({ ...sentence, params: { ...sentence.params, code: "", problem: "0" } })).toContain(
      "отправка приостановлена",
    );
  });

  it("leave out a status that is not known and never write one with separators", () => {
    const trouble = (status: string) => ({ code: "PLAT-01" as const, message: "", params: { host: "crm", status } });
    expect(ru.trouble(trouble("0"))).toBe("crm не принял отправленное.");
    expect(ru.trouble(trouble("1422"))).toBe("crm не принял отправленное (1422).");
  });

  it("fall back to the engine's English when the key or a blank is missing", () => {
    const sentence = { key: "status-of-tomorrow", params: {}, english: "All is well.", tone: "good" as const };
    expect(ru.sentence(sentence)).toBe("All is well.");
    expect(ru.trouble({ code: "NET-04", message: "We cannot find it." })).toBe("We cannot find it.");
  });

  it("name a field as the form does and keep digits of names as they are", () => {
    expect(ru.trouble({ code: "DATA-02", message: "", params: { field: "callbackUrl" } })).toContain(
      "Адрес Вашего сервера",
    );
    expect(ru.trouble({ code: "NAME-01", message: "", params: { name: "2024" } })).toContain("«2024»");
  });

  it("are in the language chosen, else in the first the system has, else in English", () => {
    expect(negotiate("de", ["ru-RU"])).toBe("de");
    expect(negotiate("system", ["fr-FR", "ru-RU"])).toBe("ru");
    expect(negotiate(undefined, ["fr"])).toBe("en");
  });

  it("fail a test where a key has no text, and where a blank is not filled", () => {
    expect(() => ru.text("no-such-key")).toThrow(/no-such-key/);
    expect(() => ru.text("traffic-count", {})).toThrow(/traffic-count/);
  });

  it("write numbers and times as the computer's country does, where it speaks that language", () => {
    expect(writtenAs("en", ["ru-RU", "en-GB", "en-US"])).toBe("en-GB");
    expect(writtenAs("de", ["en-GB"])).toBe("de");
  });

  it("tell what is new in this version, and in no other", () => {
    expect(news).toHaveProperty([version]);
  });
});
