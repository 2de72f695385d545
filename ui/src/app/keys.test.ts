import { expect, it } from "vitest";

import { actionGroups, actions, ariaKey, defaultKeys, isSingle, keyLabel, keyOf, keysOf, obstacle } from "./keys";

const pressed = (code: string, more: Partial<Parameters<typeof keyOf>[0]> = {}) =>
  keyOf({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
const word = (key: string) => ({ mod: "Strg", shift: "Umschalt", space: "Leertaste", del: "Entf" })[key] ?? key;

it("goes by the place of a key, not by its letter", () => {
  // On a Russian keyboard this event says `key: "л"`.
  expect(pressed("KeyK", { ctrlKey: true })).toBe(defaultKeys.palette);
  expect(pressed("KeyK", { metaKey: true })).toBe(defaultKeys.palette);
  expect(pressed("Numpad1", { ctrlKey: true })).toBe(defaultKeys.home);
  expect(pressed("Delete", { ctrlKey: true, shiftKey: true })).toBe(defaultKeys.clear);
});

it("waits for more than Ctrl or Shift alone", () => {
  for (const code of ["ControlLeft", "ShiftRight", "AltLeft", "MetaLeft", "CapsLock", ""])
    expect(pressed(code)).toBe(undefined);
});

it("gives no key to two actions, and each action to one group", () => {
  expect(new Set(Object.values(defaultKeys)).size).toBe(actions.length);
  expect(Object.values(actionGroups).flat().toSorted()).toEqual(actions.toSorted());
  for (const action of actions) expect(obstacle(keysOf({}), action, defaultKeys[action]), action).toBe(undefined);
});

it("tells of a key that another action has, or that lists need", () => {
  const keys = keysOf({ export: "Mod+KeyB", nonsense: "Mod+KeyY" });
  expect(keys.export).toBe("Mod+KeyB");
  expect(obstacle(keys, "filter", "Mod+KeyB")).toEqual({ conflict: "export" });
  expect(obstacle(keys, "filter", "Mod+KeyE")).toBe(undefined);
  for (const key of ["Tab", "Enter", "Escape", "ArrowDown", "Shift+Home"])
    expect(obstacle(keys, "filter", key)).toBe("taken");
  // An action on one of these took copying and pasting away from every field.
  for (const letter of ["C", "V", "X", "A"]) expect(obstacle(keys, "filter", `Mod+Key${letter}`)).toBe("taken");
  expect(obstacle(keys, "filter", "Mod+Shift+KeyC")).toBe(undefined);
});

it("knows which keys stand alone", () => {
  expect(["Space", "Shift+Slash", "KeyR"].map(isSingle)).toEqual([true, true, true]);
  expect(["F1", "Mod+KeyR", "Alt+KeyR", "Mod+Shift+Delete", ""].map(isSingle)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

it("writes keys as they stand on the keyboard", () => {
  expect(keyLabel("Mod+Shift+Delete", false, word)).toBe("Strg+Umschalt+Entf");
  expect(keyLabel("Mod+KeyK", true, word)).toBe("⌘K");
  expect(keyLabel("Mod+Digit1", false, word)).toBe("Strg+1");
  expect(keyLabel("Space", false, word)).toBe("Leertaste");
  expect(ariaKey("Mod+KeyK", false)).toBe("Control+K");
  expect(ariaKey("", false)).toBe(undefined);
});
