/** The help as something that can be searched: every page, state, error and word with an address to go to. Knows no component. */
import { actionGroups, ofWindow } from "../../app/keys";
import { codes, eventKinds, platforms, skipReasons, states, type Platform } from "../../backend";
import { requestAnchor, requests, sampleLetter } from "../../strings/requests";
import type { Words } from "../../strings/text";
import { actionKey, errorKey, eventKey, platformName, skipKey, stateKey } from "../../strings/words";
import { fixedKeys, glossary, helpPages, type Block, type HelpPage } from "./pages";
import { codeSamples } from "./samples";
import type { Entry } from "./search";

/** A place in the help. */
export interface Place extends Entry {
  page: string;
  /** Where on the page. */
  anchor?: string;
  /** The title of its page. */
  under: string;
}

/** How channels can fare. */
export const channelStates = ["waiting", "working", "problems", "failing", "disconnected", "paused", "off"] as const;

/** The anchor of a block of text. */
export const anchorOf = (key: string): string => key.replace(/^help-/, "");

const plain = (text: string) =>
  text
    .replace(/^(- |\d+\. )/gm, "")
    .replace(/[*`]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");

/** What fills the blanks of a page's texts. `palette` is the key that opens the palette. */
export const pageArgs = (page: HelpPage, palette: string) => ({
  palette,
  platform: page.platform === undefined ? "" : platformName(page.platform, page.preset),
});

/** What a platform calls a word of ours; nothing where it has none of its own. */
export const theirWord = (words: Words, word: (typeof glossary)[number], platform: Platform): string | undefined =>
  words.lookup(`word-${word}.${platform}`);

/** Everything in the help, in that language. */
export function bookOf(words: Words): Place[] {
  const { text } = words;
  const places: Place[] = [];
  for (const page of helpPages) {
    const { id, blocks } = page;
    const under = text(`help-page-${id}`);
    places.push({ page: id, title: under, body: text(`help-page-${id}.meaning`), under });
    const add = (title: string, body: string, anchor: string) => places.push({ page: id, title, body, anchor, under });
    const put = (block: Block) => {
      if (block.kind === "text")
        add(
          text(block.key),
          plain(words.lookup(`${block.key}.body`, pageArgs(page, "Ctrl+K")) ?? ""),
          anchorOf(block.key),
        );
      else if (block.kind === "glossary")
        for (const word of glossary) {
          const theirs = platforms.map((platform) => theirWord(words, word, platform) ?? "");
          add(text(`word-${word}`), [text(`word-${word}.meaning`), ...theirs].join(" ").trimEnd(), `word-${word}`);
        }
      else if (block.kind === "states")
        for (const state of states) add(text(stateKey(state)), text(`${stateKey(state)}.meaning`), stateKey(state));
      else if (block.kind === "skips")
        for (const skip of skipReasons) add(text(skipKey(skip)), text(`${skipKey(skip)}.meaning`), skipKey(skip));
      else if (block.kind === "channelStates")
        for (const state of channelStates) {
          const key = `channel-state-${state}`;
          add(text(key), `${text(`${key}.meaning`)} ${text(`${key}.advice`)}`, key);
        }
      else if (block.kind === "events")
        for (const kind of eventKinds)
          add(text(eventKey(kind)), `${kind} ${text(`${eventKey(kind)}.meaning`)}`, eventKey(kind));
      else if (block.kind === "errors")
        for (const code of codes)
          add(
            `${code} ${sampleSentence(words, code)}`,
            words.lookup(`${errorKey(code)}.hint`, sampleArgs(words)) ?? "",
            errorKey(code),
          );
      else if (block.kind === "requests")
        for (const name of requests) {
          const args = sampleLetter(words);
          add(text(`request-${name}`, args), text(`request-${name}.letter`, args), requestAnchor(name));
        }
      else if (block.kind === "keys") {
        for (const [group, actions] of Object.entries(actionGroups))
          // A browser has none of what only a window can do; there the palette offers it by itself.
          for (const action of actions.filter((one) => !ofWindow.includes(one)))
            add(text(actionKey(action)), text(`keys-group-${group}`), actionKey(action));
        for (const [key] of fixedKeys) add(text(key), text("keys-group-lists"), key);
      } else if (block.kind === "code") {
        const [language, code] = codeSamples[block.name];
        add(`${under}: ${language}`, code, `code-${block.name}`);
      }
    };
    blocks.forEach(put);
  }
  return places;
}

/** What fills the blanks of a sentence that is told of in general. */
export function sampleArgs(words: Words): Record<string, string | number> {
  const { text } = words;
  return {
    platform: text("help-sample-platform"),
    host: text("help-sample-host"),
    address: "127.0.0.1:8787",
    status: 0,
    where: 0,
    seconds: 30,
    field: text("help-sample-field"),
    channel: text("help-sample-channel"),
    name: text("help-sample-channel"),
    place: "endpoint",
    reason: "taken",
    side: "customers",
  };
}

/** The sentence of a code, told in general. */
export function sampleSentence(words: Words, code: (typeof codes)[number]): string {
  return words.lookup(errorKey(code), sampleArgs(words)) ?? words.text(errorKey(code));
}
