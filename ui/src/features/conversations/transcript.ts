/** A conversation and the part of its transcript that is held: read on in both directions, and kept up to date by the live rows. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";

import { useBackend } from "../../app/backend";
import { readAgain } from "../../app/fresh";
import { useLive } from "../../app/live";
import type { Backend, BackendError, TranscriptLine, TranscriptPage, TranscriptQuery } from "../../backend";

/** Lines asked for at a time. */
export const LINES = 100;
/** Lines held at most; further ones are let go at the other end. */
const HELD = 1_000;
/** Of a busy channel the conversation is read again this often at most, in ms. */
const PAUSE = 500;

/** The lines held, without gaps. */
export interface Held extends TranscriptPage {
  /** The line to show, and a number that rises each time it is asked for. */
  show: { line: string; time: number } | undefined;
}

/** The last lines, put to those held where they follow on; alone where they do not. */
export function withLatest(held: Held, latest: TranscriptPage): Held {
  // Somebody reads further up: only what is shown there is renewed.
  const fresh = new Map(latest.lines.map((line) => [line.id, line]));
  const renewed = held.lines.map((line) => fresh.get(line.id) ?? line);
  if (held.later) return { ...held, lines: renewed };
  const first = latest.lines[0]?.id;
  const known = held.lines.some((line) => fresh.has(line.id));
  if (held.lines.length === 0 || (!known && latest.earlier)) return { ...latest, show: undefined };
  const before = held.lines.filter((line) => first === undefined || line.id < first);
  return {
    ...held,
    lines: [...before, ...latest.lines],
    earlier: before.length > 0 ? held.earlier : latest.earlier,
    later: latest.later,
  };
}

/** Earlier lines, put before those held. */
export function withEarlier(held: Held, page: TranscriptPage): Held {
  const known = new Set(held.lines.map((line) => line.id));
  const lines = [...page.lines.filter((line) => !known.has(line.id)), ...held.lines];
  return { ...held, lines: lines.slice(0, HELD), earlier: page.earlier, later: held.later || lines.length > HELD };
}

/** Later lines, put behind those held. */
export function withLater(held: Held, page: TranscriptPage): Held {
  const known = new Set(held.lines.map((line) => line.id));
  const lines = [...held.lines, ...page.lines.filter((line) => !known.has(line.id))];
  return { ...held, lines: lines.slice(-HELD), later: page.later, earlier: held.earlier || lines.length > HELD };
}

const none: Held = { lines: [], earlier: false, later: false, show: undefined };

interface State {
  held: Held;
  reading: "earlier" | "later" | "around" | undefined;
  error: BackendError | undefined;
}

/** One conversation. */
export function useConversation(id: string) {
  const backend = useBackend();
  const live = useLive();
  const queries = useQueryClient();
  const detail = useQuery({
    queryKey: ["conversation", id],
    queryFn: () => backend.call("conversation.get", { id }),
    networkMode: "always",
  });
  const [state, change] = useReducer((before: State, step: (before: State) => State) => step(before), {
    held: none,
    reading: undefined,
    error: undefined,
  });
  const latest = detail.data?.transcript;
  useEffect(() => {
    if (latest) change((before) => ({ ...before, held: withLatest(before.held, latest) }));
  }, [latest]);

  const refresh = useCallback(() => readAgain(queries, ["conversation", id]), [queries, id]);
  const channel = detail.data?.row.channel;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refresh();
      }, PAUSE);
    };
    const end = live.listen({
      exchanges: (rows) => rows.some((row) => row.channel === channel) && soon(),
      gap: soon,
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [live, channel, refresh]);

  const busy = useRef(false);
  const read = async (
    reading: NonNullable<State["reading"]>,
    query: Omit<TranscriptQuery, "id">,
    take: (held: Held, page: TranscriptPage) => Held,
  ) => {
    if (busy.current) return;
    busy.current = true;
    change((before) => ({ ...before, reading, error: undefined }));
    try {
      const page = await backend.call("conversation.transcript", { id, limit: LINES, ...query });
      change((before) => ({ ...before, reading: undefined, held: take(before.held, page) }));
    } catch (error) {
      change((before) => ({ ...before, reading: undefined, error: error as BackendError }));
    }
    busy.current = false;
  };
  const { lines, earlier, later } = state.held;
  const times = useRef(0);
  const show = (line: string) => ({ line, time: (times.current += 1) });
  return {
    detail,
    refresh,
    held: state.held,
    reading: state.reading,
    error: state.error,
    /** Reads on upwards. */
    readEarlier() {
      if (earlier && lines[0] && !state.error) void read("earlier", { before: lines[0].id }, withEarlier);
    },
    /** Reads on downwards. */
    readLater() {
      const last = lines.at(-1);
      if (later && last && !state.error) void read("later", { after: last.id }, withLater);
    },
    /** Brings a line into view, with those around it. */
    goTo(line: string) {
      if (lines.some((one) => one.id === line))
        change((before) => ({ ...before, held: { ...before.held, show: show(line) } }));
      else void read("around", { around: line }, (_, page) => ({ ...page, show: show(line) }));
    },
    /** Goes to the last lines. */
    goToEnd() {
      void read("around", {}, (_, page) => ({
        ...page,
        show: { line: page.lines.at(-1)?.id ?? "", time: (times.current += 1) },
      }));
    },
    /** Reads a line anew, where what became of it changed. */
    renew(line: string) {
      void refresh();
      void read("around", { around: line }, (held, page) => {
        const fresh = new Map(page.lines.map((one) => [one.id, one]));
        return { ...held, lines: held.lines.map((one) => fresh.get(one.id) ?? one) };
      });
    },
    /** Tries again what could not be read. */
    retry: () => change((before) => ({ ...before, error: undefined })),
  };
}

/** A conversation as its pane has it. */
export type Conversation = ReturnType<typeof useConversation>;

/** All lines of a transcript, however long, for taking it elsewhere. */
export async function wholeTranscript(backend: Backend, id: string): Promise<TranscriptLine[]> {
  let page = await backend.call("conversation.transcript", { id, limit: 500 });
  let lines = page.lines;
  while (page.earlier && lines[0]) {
    page = await backend.call("conversation.transcript", { id, limit: 500, before: lines[0].id });
    if (page.lines.length === 0) break;
    lines = [...page.lines, ...lines];
  }
  return lines;
}

/** The failure that follows a line, else the first one. */
export function nextFailure(failures: readonly string[], after: string | undefined): string | undefined {
  return failures.find((line) => after === undefined || line > after) ?? failures[0];
}
