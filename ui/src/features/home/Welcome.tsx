/** Home before there is any channel: what the app does, in which language and look, and the two ways to begin. */
import { Button, SegmentedControl, Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";

import { useCommand, useSettings } from "../../app/queries";
import { Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { languageNames, languages } from "../../strings/words";
import css from "./home.module.css";

/** The screen. */
export function Welcome() {
  const { text } = useWords();
  const navigate = useNavigate();
  const settings = useSettings().data;
  const change = useCommand("settings.update", ["settings"]);
  const demo = useCommand("demo.start", ["status", "channels"]);
  return (
    <Page title={text("welcome-title")} sentence={text("welcome-sentence")}>
      <div className={css.welcome}>
        <ol className={css.path} aria-label={text("welcome-path")}>
          {["platforms", "relay", "endpoint"].map((stop) => (
            <li key={stop}>
              <b>{text(`welcome-${stop}`)}</b>
              <span className="muted">{text(`welcome-${stop}.meaning`)}</span>
            </li>
          ))}
        </ol>
        {settings && (
          <div className={css.chooses}>
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
              <div className={css.label} id="welcome-theme">
                {text("field-theme")}
              </div>
              <SegmentedControl
                aria-labelledby="welcome-theme"
                value={settings.theme}
                onChange={(theme) => change.mutate({ theme })}
                data={["system", "light", "dark"].map((theme) => ({ value: theme, label: text(`theme-${theme}`) }))}
              />
            </div>
          </div>
        )}
        <div className="row wrap">
          <Button size="md" onClick={() => void navigate({ to: "/setup", search: {} })}>
            {text("channels-add")}
          </Button>
          <Button variant="default" loading={demo.isPending} onClick={() => demo.mutate({})}>
            {text("welcome-demo")}
          </Button>
        </div>
        <p className="small muted">{text("welcome-local")}</p>
        {(demo.error ?? change.error) && <TroubleNote trouble={(demo.error ?? change.error)!} />}
      </div>
    </Page>
  );
}
