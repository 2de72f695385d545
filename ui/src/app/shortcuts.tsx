/** Keys at work: one listener for the whole page, and whoever can do something tells it so. */
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent as ReactKey,
  type ReactNode,
} from "react";

import { useWords } from "../strings/text";
import { useBackend } from "./backend";
import {
  actions,
  ariaKey,
  defaultKeys,
  isSingle,
  keyLabel,
  keyOf,
  keysOf,
  ofWindow,
  type Action,
  type Keys,
} from "./keys";
import { useSettings } from "./queries";

/** True where Cmd does what Ctrl does elsewhere. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

interface Board {
  keys: Keys;
  singleKeys: boolean;
  /** Adds what an action does now; the answer takes it away. The last one that was added is the one that acts. */
  add(action: Action, act: () => void): () => void;
  /** Does what the key of that action would do; false when nobody can. */
  run(action: Action): boolean;
}

const Context = createContext<Board | undefined>(undefined);

/** A list is where single keys act: nobody writes there. */
const list = '[role="grid"], [data-keys]';

/** Whether an event with that key should act where the focus is. */
export function acts(key: string, target: EventTarget | null, singleKeys: boolean): boolean {
  const element = target instanceof Element ? target : null;
  if (isSingle(key)) return singleKeys && element?.closest(list) !== null && element !== null && !writes(element);
  // Ctrl and Z is the field's own while somebody writes.
  return !(key === "Mod+KeyZ" && element !== null && writes(element));
}

function writes(element: Element): boolean {
  return element.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Listens to keys for everything inside. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const settings = useSettings().data;
  const own = settings?.shortcuts;
  const singleKeys = settings?.singleKeys ?? true;
  const keys = useMemo(() => keysOf(own ?? {}), [own]);
  const acting = useRef(new Map<Action, (() => void)[]>());
  const board = useMemo<Board>(
    () => ({
      keys,
      singleKeys,
      add(action, act) {
        const all = acting.current.get(action) ?? [];
        acting.current.set(action, [...all, act]);
        return () => {
          const rest = (acting.current.get(action) ?? []).filter((one) => one !== act);
          acting.current.set(action, rest);
        };
      },
      run(action) {
        const act = acting.current.get(action)?.at(-1);
        act?.();
        return act !== undefined;
      },
    }),
    [keys, singleKeys],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const key = keyOf(event);
      if (key === undefined || !acts(key, event.target, singleKeys)) return;
      const action = actions.find((one) => keys[one] === key);
      if (action === undefined) return;
      // A question on the screen wants its answer first; quitting asks its own.
      if (action !== "palette" && action !== "quit" && document.querySelector('[role="dialog"][aria-modal="true"]'))
        return;
      if (board.run(action)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [board, keys, singleKeys]);
  return <Context value={board}>{children}</Context>;
}

/** Does `act` when the key of `action` is pressed, while this part is shown. */
export function useShortcut(action: Action, act: (() => void) | undefined): void {
  const board = useContext(Context);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const add = board?.add;
  const can = act !== undefined;
  useEffect(() => (can ? add?.(action, () => latest.current?.()) : undefined), [add, action, can]);
}

/** Asks whether an event is the key of an action, and does from elsewhere what a key would do. */
export function useKeys() {
  const board = useContext(Context);
  const { text } = useWords();
  return useMemo(() => {
    const keys = board?.keys ?? keysOf({});
    const label = (action: Action) =>
      keys[action] === "" || (isSingle(keys[action]) && board?.singleKeys === false)
        ? undefined
        : keyLabel(keys[action], isMac, (name) => text(`key-${name}`));
    return {
      keys,
      /** How the key of an action is written; nothing when it has none. */
      label,
      /** What is said of a button on hover: its words and its key. */
      hint: (words: string, action: Action) => [words, label(action) && `(${label(action)})`].filter(Boolean).join(" "),
      /** The key as screen readers are told. */
      aria: (action: Action) => ariaKey(keys[action], isMac),
      is: (event: ReactKey | KeyboardEvent, action: Action) =>
        keyOf(event) === keys[action] && acts(keys[action], event.target, board?.singleKeys ?? true),
      run: (action: Action) => board?.run(action) ?? false,
    };
  }, [board, text]);
}

/** The actions there are here: some are of the window alone. */
export function useActions(): readonly Action[] {
  const { desktop } = useBackend();
  return desktop ? actions : actions.filter((action) => !ofWindow.includes(action));
}

/** How any key is written in this language. */
export function useKeyLabel(): (key: string) => string {
  const { text } = useWords();
  return (key) => keyLabel(key, isMac, (name) => text(`key-${name}`));
}

export { defaultKeys };
