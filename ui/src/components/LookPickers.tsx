/** In which language and look the app is, to be chosen before anything else; each choice counts at once. */
import { SegmentedControl, Select } from "@mantine/core";
import { useId } from "react";

import { useCommand, useSettings } from "../app/queries";
import { useWords } from "../strings/text";
import { languageNames, languages } from "../strings/words";
import css from "./LookPickers.module.css";
import { TroubleNote } from "./Trouble";

/** Both pickers; nothing until the settings are there. */
export function LookPickers() {
  const { text } = useWords();
  const settings = useSettings().data;
  const change = useCommand("settings.update", ["settings"], "shown");
  const theme = useId();
  if (!settings) return null;
  return (
    <>
      <div className={css.pickers}>
        <Select
          label={text("field-language")}
          allowDeselect={false}
          data={[
            { value: "system", label: text("language-system") },
            ...languages.map((one) => ({ value: one, label: languageNames[one] })),
          ]}
          value={settings.language}
          onChange={(language) => language && change.mutate({ language })}
        />
        <div>
          <div className={css.label} id={theme}>
            {text("field-theme")}
          </div>
          <SegmentedControl
            aria-labelledby={theme}
            value={settings.theme}
            onChange={(chosen) => change.mutate({ theme: chosen })}
            data={["system", "light", "dark"].map((one) => ({ value: one, label: text(`theme-${one}`) }))}
          />
        </div>
      </div>
      {change.error && <TroubleNote trouble={change.error} />}
    </>
  );
}
