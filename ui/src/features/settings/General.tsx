/** How the app looks and speaks, and what operators type to have a conversation sent. */
import { Input, SegmentedControl, Select } from "@mantine/core";

import { useWords } from "../../strings/text";
import { languageNames, languages } from "../../strings/words";
import { Group, Line, Place, useEdit } from "./edit";
import css from "./settings.module.css";

/** Language and theme change at once; the rest with Save. */
export function General() {
  const { text } = useWords();
  const { settings, atOnce } = useEdit();
  return (
    <>
      <Group title={text("settings-look")}>
        <Place name="field-language">
          <Select
            label={text("field-language")}
            allowDeselect={false}
            className={css.short}
            data={[
              { value: "system", label: text("language-system") },
              ...languages.map((one) => ({ value: one, label: languageNames[one] })),
            ]}
            value={settings.language}
            onChange={(chosen) => chosen && atOnce({ language: chosen })}
          />
        </Place>
        <Place name="field-theme">
          <Input.Wrapper labelElement="div" labelProps={{ style: { display: "block" } }} label={text("field-theme")}>
            <SegmentedControl
              aria-label={text("field-theme")}
              value={settings.theme}
              onChange={(theme) => atOnce({ theme })}
              data={["system", "light", "dark"].map((theme) => ({ value: theme, label: text(`theme-${theme}`) }))}
            />
          </Input.Wrapper>
        </Place>
      </Group>
      <Group title={text("settings-conversations")}>
        <Line field="sendCommand" />
      </Group>
    </>
  );
}
