/** Which key does what: changed by pressing the new one, told when it is taken. */
import { ActionIcon, Button, Switch, Tooltip } from "@mantine/core";
import { useState, type KeyboardEvent } from "react";

import { actionGroups, defaultKeys, keyOf, keysOf, obstacle, type Action } from "../../app/keys";
import { useSettings, useSettingsChange } from "../../app/queries";
import { useActions, useKeyLabel } from "../../app/shortcuts";
import { useUndo } from "../../app/undo";
import type { Settings } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { actionKey } from "../../strings/words";
import { Place } from "./edit";
import css from "./shortcuts.module.css";

/** Keys by action; undefined: the one it had at first. */
type Given = Readonly<Record<string, string | undefined>>;

const withKeys = (own: Settings["shortcuts"], given: Given): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...own, ...given }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The section of the settings. */
export function Shortcuts() {
  const { text } = useWords();
  const label = useKeyLabel();
  const settings = useSettings().data;
  const offerUndo = useUndo();
  const update = useSettingsChange(["settings"], "shown");
  const [listening, setListening] = useState<Action>();
  const [trouble, setTrouble] = useState<{ action: Action; words: string }>();
  const own = settings?.shortcuts ?? {};
  const offered = useActions();
  const keys = keysOf(own);

  const save = (given: Given) => {
    setListening(undefined);
    setTrouble(undefined);
    // Taken back is what these actions had, whatever other keys were changed meanwhile.
    const before: Given = Object.fromEntries(Object.keys(given).map((action) => [action, own[action]]));
    const change = (keys: Given) => (now: Settings) => ({ shortcuts: withKeys(now.shortcuts, keys) });
    update.mutate(change(given), {
      onSuccess: () => offerUndo({ done: { kind: "keys" }, reverse: () => update.mutateAsync(change(before)) }),
    });
  };
  const give = (action: Action, key: string) => save({ [action]: key === defaultKeys[action] ? undefined : key });
  const onKey = (action: Action, event: KeyboardEvent) => {
    if (listening !== action) return;
    // Tab goes on to the next control, and Escape leaves the key as it is.
    if (event.code === "Tab") return setListening(undefined);
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    if (event.code === "Escape") return setListening(undefined);
    const key = keyOf(event.nativeEvent);
    if (key === undefined) return;
    const why = obstacle(keys, action, key);
    if (why === "taken") setTrouble({ action, words: text("keys-taken", { key: label(key) }) });
    else if (why)
      setTrouble({
        action,
        words: text("keys-conflict", { key: label(key), action: text(actionKey(why.conflict)) }),
      });
    else if (key === keys[action]) setListening(undefined);
    else give(action, key);
  };

  if (!settings) return null;
  return (
    <div className="stack wide">
      <p className="muted">{text("keys-hint")}</p>
      <Place name="keys-single">
        <Switch
          label={text("keys-single")}
          description={text("keys-single.meaning")}
          checked={settings.singleKeys}
          onChange={(event) => update.mutate({ singleKeys: event.currentTarget.checked })}
        />
      </Place>
      {update.error && <TroubleNote trouble={update.error} />}
      <Place name="keys-title">
        {(Object.keys(actionGroups) as (keyof typeof actionGroups)[]).map((group) => (
          <section key={group}>
            <h3>{text(`keys-group-${group}`)}</h3>
            <ul className={css.rows}>
              {offered
                .filter((action) => (actionGroups[group] as readonly Action[]).includes(action))
                .map((action) => {
                  const words = text(actionKey(action));
                  const key = keys[action];
                  return (
                    <li key={action}>
                      <span className="grow">
                        {words}
                        {trouble?.action === action && (
                          <span className={css.trouble} role="alert">
                            {trouble.words}
                          </span>
                        )}
                      </span>
                      <Button
                        variant="default"
                        size="compact-sm"
                        className={css.key}
                        data-listening={listening === action || undefined}
                        aria-label={`${text("keys-change", { action: words })}: ${key === "" ? text("keys-none") : label(key)}`}
                        onClick={() => {
                          setTrouble(undefined);
                          setListening(action);
                        }}
                        onBlur={() => setListening((now) => (now === action ? undefined : now))}
                        onKeyDown={(event) => onKey(action, event)}
                      >
                        {listening === action ? text("keys-press") : key === "" ? text("keys-none") : label(key)}
                      </Button>
                      <Tooltip label={text("keys-remove", { action: words })}>
                        <ActionIcon
                          aria-label={text("keys-remove", { action: words })}
                          disabled={key === ""}
                          onClick={() => give(action, "")}
                        >
                          <Icon name="close" />
                        </ActionIcon>
                      </Tooltip>
                      <Tooltip label={text("keys-reset", { action: words })}>
                        <ActionIcon
                          aria-label={text("keys-reset", { action: words })}
                          disabled={key === defaultKeys[action]}
                          onClick={() => {
                            const why = obstacle(keys, action, defaultKeys[action]);
                            if (why && why !== "taken")
                              setTrouble({
                                action,
                                words: text("keys-conflict", {
                                  key: label(defaultKeys[action]),
                                  action: text(actionKey(why.conflict)),
                                }),
                              });
                            else give(action, defaultKeys[action]);
                          }}
                        >
                          <Icon name="again" />
                        </ActionIcon>
                      </Tooltip>
                    </li>
                  );
                })}
            </ul>
          </section>
        ))}
      </Place>
      <div className="row wrap">
        <Button
          variant="default"
          disabled={Object.keys(own).length === 0}
          onClick={() => save(Object.fromEntries(Object.keys(own).map((action) => [action, undefined])))}
        >
          {text("keys-reset-all")}
        </Button>
        <span className="small muted">{text("keys-browser")}</span>
      </div>
    </div>
  );
}
