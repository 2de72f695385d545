/** The words on screen, in the admin's language: everything a person reads comes through here. */
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";

import type { Code, EventKind, Sentence, SkipReason } from "../backend";
import { Format, writtenAs } from "./format";
import { errorKey, eventKey, fieldKey, skipKey, stepKey, type Language } from "./words";

/** Every file of every language, by its path. */
const files: Record<string, string> = import.meta.glob("./*/*.ftl", { query: "?raw", import: "default", eager: true });

/** What fills the blanks of a text. */
export type Args = Record<string, FluentVariable>;

/** Params of the engine that are names, not numbers, even where they consist of digits. */
const NAMES = new Set([
  "name",
  "channel",
  "host",
  "url",
  "address",
  "still",
  "path",
  "platform",
  "field",
  "version",
  "who",
  "what",
  "base",
]);

/** Numbers that name something and do not count. */
const IDS = new Set(["account", "inbox", "status", "port"]);

/** An error as far as its words go. */
export interface Trouble {
  code: Parameters<typeof errorKey>[0];
  message: string;
  hint?: string | undefined;
  params?: Record<string, string> | undefined;
}

/** The catalogue in one language. */
export class Words {
  readonly format: Format;
  readonly #bundle: FluentBundle;
  readonly #plain = new Map<string, string>();

  constructor(readonly language: Language) {
    // The marks around filled-in values are for mixed writing directions; none of our languages needs them and copied text would carry them.
    this.#bundle = new FluentBundle(language, { useIsolating: false });
    for (const [path, source] of Object.entries(files))
      if (path.startsWith(`./${language}/`)) this.#bundle.addResource(new FluentResource(source));
    this.format = new Format(writtenAs(language, navigator.languages));
  }

  /** The text of a key, or of `key.attribute`. */
  text = (key: string, args?: Args): string => {
    if (args) return this.lookup(key, args) ?? this.#missing(key);
    let found = this.#plain.get(key);
    if (found === undefined) {
      found = this.lookup(key) ?? this.#missing(key);
      this.#plain.set(key, found);
    }
    return found;
  };

  /** A key nobody worded: an admin would rather read it than nothing, and a test fails of it. */
  #missing(key: string): string {
    if (import.meta.env.MODE === "test") throw new Error(`"${key}" has no text, or one of its blanks is not filled.`);
    return key;
  }

  /** The text of a key; nothing when the catalogue lacks it or a blank could not be filled. */
  lookup(key: string, args?: Args): string | undefined {
    const [id = "", attribute] = key.split(".");
    const message = this.#bundle.getMessage(id);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (!pattern) return undefined;
    const errors: Error[] = [];
    const text = this.#bundle.formatPattern(pattern, args, errors);
    return errors.length > 0 ? undefined : text;
  }

  /** What a call is for; a word nobody has translated yet stands as it is. */
  step = (step: string): string => {
    const key = stepKey(step);
    return key ? this.text(key) : step;
  };

  /** A sentence of the engine, in this language. */
  sentence = (sentence: Sentence): string => this.lookup(sentence.key, this.#args(sentence.params)) ?? sentence.english;

  /** The sentence of an error. */
  trouble = (trouble: Trouble): string =>
    this.lookup(errorKey(trouble.code), this.#args(trouble.params ?? {})) ?? trouble.message;

  /** What to do about it. */
  remedy = (trouble: Trouble): string | undefined =>
    this.lookup(`${errorKey(trouble.code)}.hint`, this.#args(trouble.params ?? {})) ?? trouble.hint;

  #args(params: Record<string, string>): Args {
    const args: Args = {};
    for (const [name, value] of Object.entries(params)) {
      // The engine sends counts as text; as numbers they choose plural forms and get separators.
      if (NAMES.has(name) || !/^\d{1,15}$/.test(value)) args[name] = value;
      else args[name] = IDS.has(name) ? new FluentNumber(Number(value), { useGrouping: false }) : Number(value);
    }
    const { field, code, kind, skip, step, nextAt, tookUs, problem, at, undone } = params;
    // A field of a part of the form goes by its own name.
    if (field) args["field"] = this.lookup(fieldKey(field.split(".").at(-1) ?? field)) ?? field;
    // What stands for another sentence or word comes with its key, to be worded in this language.
    if (kind) args["what"] = this.lookup(eventKey(kind as EventKind)) ?? kind;
    if (skip) args["reason"] = this.lookup(skipKey(skip as SkipReason)) ?? skip;
    if (undone) args["undone"] = this.lookup(`activity-${undone}`, args) ?? undone;
    if (step) args["call"] = this.step(step);
    // A day as the engine writes it.
    if (at && /^\d{4}-\d\d-\d\d$/.test(at)) args["at"] = this.format.day(new Date(`${at}T12:00:00`).getTime());
    if (nextAt) args["next"] = this.format.when(Number(nextAt));
    if (tookUs) args["took"] = this.format.took(Number(tookUs));
    if (code) {
      const rest = Object.fromEntries(Object.entries(params).filter(([name]) => name !== "code" && name !== "problem"));
      args["problem"] = this.trouble({ code: code as Code, message: problem ?? code, params: rest }).replace(/\.$/, "");
    }
    return args;
  }
}

const Context = createContext<Words | undefined>(undefined);

/** Speaks `language` to everything inside. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => new Words(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <Context value={words}>{children}</Context>;
}

/** The catalogue of the language in use. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error("A screen outside WordsProvider has no words.");
  return words;
}
