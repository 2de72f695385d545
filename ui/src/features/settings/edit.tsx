/** The form that the sections of the settings share: what was typed and not saved, whichever of them is shown. */
import { TextInput } from "@mantine/core";
import { createContext, useContext, type ReactNode } from "react";

import type { SettingsChange } from "../../app/queries";
import type { SettingsView } from "../../backend";
import { useWords } from "../../strings/text";
import { fieldKey } from "../../strings/words";
import type { SettingsField, SettingsForm } from "./form";
import css from "./settings.module.css";

/** What a section works with. */
export interface Edit {
  /** The settings as they are kept. */
  settings: SettingsView;
  /** The form with what was typed. */
  form: SettingsForm;
  set: (change: Partial<SettingsForm>) => void;
  /** Changes what needs no button to be saved. */
  atOnce: (change: SettingsChange) => void;
  /** What is wrong with a field. */
  errorAt: (field: SettingsField) => ReactNode;
}

const Context = createContext<Edit | undefined>(undefined);

/** Gives the form to the sections inside. */
export const EditProvider = Context.Provider;

/** The form. */
export function useEdit(): Edit {
  const edit = useContext(Context);
  if (!edit) throw new Error("A section outside the settings has no form.");
  return edit;
}

/** A group of settings under its own heading. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.group}>
      <h3>{title}</h3>
      <div className={css.fields}>{children}</div>
    </section>
  );
}

/** The place of one setting, under the name the search and links know it by. */
export function Place({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div id={name} className={css.place}>
      {children}
    </div>
  );
}

/** A setting of one line. */
export function Line({
  field,
  mono = false,
  placeholder,
}: {
  field: Exclude<SettingsField, "proxyKind">;
  mono?: boolean;
  placeholder?: string;
}) {
  const { text } = useWords();
  const { form, set, errorAt } = useEdit();
  return (
    <Place name={fieldKey(field)}>
      <TextInput
        label={text(fieldKey(field))}
        description={text(`${fieldKey(field)}.help`)}
        placeholder={placeholder}
        classNames={mono ? { input: "mono" } : {}}
        autoComplete="off"
        spellCheck={false}
        value={form[field]}
        error={errorAt(field)}
        onChange={(event) => set({ [field]: event.currentTarget.value })}
      />
    </Place>
  );
}
