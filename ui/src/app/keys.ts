/**
 * Keys and what they do. Pure: knows no component.
 *
 * A key is written by its place on the keyboard (`KeyK`, `Digit1`), never by the letter on it: under a Russian layout the same key writes
 * another letter. `Mod` is Ctrl, on a Mac Cmd.
 */

/** Every action a key can be given to, with the key it has from the start. */
export const defaultKeys = {
  palette: "Mod+KeyK",
  help: "F1",
  cheatSheet: "Shift+Slash",
  undo: "Mod+KeyZ",
  quit: "Mod+KeyQ",
  home: "Mod+Digit1",
  channels: "Mod+Digit2",
  traffic: "Mod+Digit3",
  conversations: "Mod+Digit4",
  bulk: "Mod+Digit5",
  problems: "Mod+Digit6",
  settings: "Mod+Comma",
  filter: "Mod+KeyF",
  newChannel: "Mod+KeyN",
  export: "Mod+KeyE",
  pause: "Space",
  resend: "Mod+KeyR",
  clear: "Mod+Shift+Delete",
} as const satisfies Record<string, string>;

/** Something a key can do. */
export type Action = keyof typeof defaultKeys;

/** All of them, in the order they are listed. */
export const actions = Object.keys(defaultKeys) as Action[];

/** What only a window can do: a browser has no program of its own to end. */
export const ofWindow: readonly Action[] = ["quit"];

/** Which are of use where: the groups of the list. */
export const actionGroups = {
  everywhere: ["palette", "help", "cheatSheet", "undo", "newChannel", "quit"],
  screens: ["home", "channels", "traffic", "conversations", "bulk", "problems", "settings"],
  lists: ["filter", "export", "pause", "resend", "clear"],
} as const satisfies Record<string, readonly Action[]>;

/** The keys as the admin set them. */
export type Keys = Record<Action, string>;

/** The keys from the start with the admin's own in their place. What names no action is passed over. */
export function keysOf(own: Readonly<Record<string, string>>): Keys {
  const keys: Keys = { ...defaultKeys };
  for (const action of actions) {
    const key = own[action];
    if (key !== undefined) keys[action] = key;
  }
  return keys;
}

/** What a keyboard event tells of a key. */
export type Pressed = Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const modifiers = /^(Control|Shift|Alt|Meta|OS)(Left|Right)?$|^(CapsLock|NumLock|Fn|FnLock|AltGraph)$/;

/** The key of an event; nothing while only Ctrl, Shift or their like is down. */
export function keyOf(event: Pressed): string | undefined {
  if (event.code === "" || modifiers.test(event.code)) return undefined;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("Mod");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey) parts.push("Shift");
  // The number block writes the same digits.
  parts.push(event.code.replace(/^Numpad(\d)$/, "Digit$1").replace("NumpadEnter", "Enter"));
  return parts.join("+");
}

/** A key that acts without Ctrl or Alt, and so would be in the way of whoever writes or speaks to the computer. */
export const isSingle = (key: string): boolean =>
  key !== "" && !key.includes("Mod+") && !key.includes("Alt+") && !/(^|\+)(F\d+|Escape)$/.test(key);

/** What a list or a field needs for itself: moving about, and copying, cutting, pasting and choosing all of what was written. */
const taken = /(^|\+)(Tab|Enter|Escape|Arrow\w+|Home|End|Page\w+)$|^Mod\+Key[CVXA]$/;

/** Why a key cannot be given to an action: the list needs it, or another action has it. */
export function obstacle(keys: Keys, action: Action, key: string): "taken" | { conflict: Action } | undefined {
  if (taken.test(key)) return "taken";
  const other = actions.find((one) => one !== action && keys[one] === key);
  return other === undefined ? undefined : { conflict: other };
}

const names: Record<string, string> = {
  Space: "Space",
  Slash: "/",
  Comma: ",",
  Period: ".",
  Semicolon: ";",
  Quote: "'",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Backquote: "`",
  Minus: "-",
  Equal: "=",
  Delete: "Del",
  Insert: "Ins",
  Escape: "Esc",
};

/** A key as it is written on a keyboard. `word` translates the few that have names. */
export function keyLabel(key: string, mac: boolean, word: (key: "mod" | "shift" | "space" | "del") => string): string {
  const parts = key.split("+").map((part) => {
    if (part === "Mod") return mac ? "⌘" : word("mod");
    if (part === "Alt") return mac ? "⌥" : "Alt";
    if (part === "Shift") return mac ? "⇧" : word("shift");
    if (part === "Space") return word("space");
    if (part === "Delete") return word("del");
    return names[part] ?? part.replace(/^(Key|Digit)/, "");
  });
  return parts.join(mac ? "" : "+");
}

/** The same as `aria-keyshortcuts` wants it. */
export const ariaKey = (key: string, mac: boolean): string | undefined =>
  key === "" ? undefined : key.replace("Mod", mac ? "Meta" : "Control").replace(/(Key|Digit)(?=\w$)/, "");
