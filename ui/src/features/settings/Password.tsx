/** A password that something is sealed with: typed twice, because nobody can find it out afterwards. */
import { PasswordInput } from "@mantine/core";

import { useWords } from "../../strings/text";
import css from "./settings.module.css";

/** The shortest the engine takes, in letters. */
export const SHORTEST = 8;

/** What was typed. */
export interface Typed {
  first: string;
  second: string;
}

/** Nothing typed. */
export const nothing: Typed = { first: "", second: "" };

/** Whether it can be used as it is: nothing at all, or the same twice and long enough. */
export const isUsable = ({ first, second }: Typed): boolean =>
  first === second && (first === "" || first.length >= SHORTEST);

/** The two fields. */
export function NewPassword({
  typed,
  onChange,
  help,
}: {
  typed: Typed;
  onChange: (typed: Typed) => void;
  help: string;
}) {
  const { text } = useWords();
  const short = typed.first !== "" && typed.first.length < SHORTEST;
  const differs = typed.second !== "" && typed.first !== typed.second;
  return (
    <div className={css.pair} style={{ alignItems: "start" }}>
      <PasswordInput
        label={text("password-new")}
        description={help}
        autoComplete="new-password"
        value={typed.first}
        error={short && text("password-short", { count: SHORTEST })}
        onChange={(event) => onChange({ ...typed, first: event.currentTarget.value })}
        visibilityToggleButtonProps={{ "aria-label": text("password-show") }}
        onKeyDown={noSubmit}
      />
      {typed.first !== "" && (
        <PasswordInput
          label={text("password-again")}
          description={text("password-again.help")}
          autoComplete="new-password"
          value={typed.second}
          error={differs && text("password-differs")}
          onChange={(event) => onChange({ ...typed, second: event.currentTarget.value })}
          visibilityToggleButtonProps={{ "aria-label": text("password-show") }}
          onKeyDown={noSubmit}
        />
      )}
    </div>
  );
}

/** The field for one that is known already. */
export function KnownPassword({
  value,
  onChange,
  label,
  help,
}: {
  value: string;
  onChange: (value: string) => void;
  label: string;
  help?: string;
}) {
  const { text } = useWords();
  return (
    <PasswordInput
      label={label}
      description={help}
      autoComplete="current-password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ "aria-label": text("password-show") }}
      onKeyDown={noSubmit}
    />
  );
}

/** Enter would save the settings around it. */
function noSubmit(event: React.KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault();
}
