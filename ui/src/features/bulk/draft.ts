/** What a new bulk send is made of while it is being filled in, and what it still lacks. */
import type { BulkChoice, BulkInput, Target } from "../../backend";

/** The speed it begins with, in conversations a second. */
export const USUAL_RATE = 5;
/** The highest speed besides "as fast as the target allows". */
export const HIGHEST_RATE = 50;
/** The largest file that is read, in bytes: ten thousands of lines. */
export const LARGEST_FILE = 5_000_000;

/** A file as it was read. */
export interface ReadFile {
  name: string;
  text: string;
}

/** The form. */
export interface Draft {
  /** Picked elsewhere, or pasted here. */
  source: "given" | "text";
  text: string;
  /** Read in place of what was typed. */
  file: ReadFile | undefined;
  /** The channel of those that name none. */
  channel: string | undefined;
  target: Target | undefined;
  rate: number;
  fast: boolean;
  pauses: boolean;
}

/** The form at its beginning. */
export const emptyDraft = (given: boolean): Draft => ({
  source: given ? "given" : "text",
  text: "",
  file: undefined,
  channel: undefined,
  target: undefined,
  rate: USUAL_RATE,
  fast: false,
  pauses: true,
});

/** What the form lacks: the key of a sentence for each field that does. */
export function missing({ source, text, file, target }: Draft): { choice?: string; target?: string; address?: string } {
  const lacks: { choice?: string; target?: string; address?: string } = {};
  if (source === "text" && (file?.text ?? text).trim() === "") lacks.choice = "bulk-missing-choice";
  if (!target) lacks.target = "bulk-missing-target";
  else if (target.kind === "address" && !/^https?:\/\/[^\s/]+/i.test(target.url.trim()))
    lacks.address = "bulk-missing-address";
  return lacks;
}

/** The form as the engine takes it; nothing while it lacks something. */
export function inputOf(draft: Draft, given: BulkChoice | undefined): BulkInput | undefined {
  const { source, text, file, channel, target } = draft;
  if (!target || Object.keys(missing(draft)).length > 0) return undefined;
  const typed: BulkChoice = {
    kind: "text",
    text: file?.text ?? text,
    ...(channel === undefined ? {} : { channel }),
  };
  const choice = source === "given" ? given : typed;
  if (!choice) return undefined;
  return {
    choice,
    target: target.kind === "address" ? { kind: "address", url: target.url.trim() } : target,
    ...(draft.fast ? {} : { rate: draft.rate }),
    pauseAfter: draft.pauses ? 10 : 0,
  };
}

/** So much pasted text is put down, in characters. */
const MOST_KEPT = 200_000;

/** What of a new bulk send is put down until it is taken up again. */
export interface KeptBulk {
  draft: Draft;
  given: BulkChoice | undefined;
}

/**
 * That; nothing when nothing was chosen yet. A file is still where it was read, and an address may hold a secret: neither is put down.
 */
export function keptOf(draft: Draft, given: BulkChoice | undefined): KeptBulk | undefined {
  const { text, target } = draft;
  if (!given && !isTouched(draft) && !target) return undefined;
  return {
    draft: {
      ...draft,
      file: undefined,
      text: text.length > MOST_KEPT ? "" : text,
      target: target?.kind === "address" ? undefined : target,
    },
    given,
  };
}

/** Whether something was typed that would be lost. */
export const isTouched = ({ text, file }: Draft): boolean => text.trim() !== "" || file !== undefined;

/**
 * A file's text. What is not UTF-8 came out of a spreadsheet of this language. Throws where it is no text at all.
 */
export function decode(bytes: ArrayBuffer, language: string): string {
  const head = new Uint8Array(bytes.slice(0, 2));
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "";
  let text: string;
  if (wide) text = new TextDecoder(wide).decode(bytes);
  else
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      text = new TextDecoder(language === "ru" ? "windows-1251" : "windows-1252").decode(bytes);
    }
  if (text.includes("\0")) throw new Error("This is no text.");
  return text;
}

/** Lines that say something. */
export const linesOf = (text: string): number => text.split("\n").filter((line) => line.trim() !== "").length;
