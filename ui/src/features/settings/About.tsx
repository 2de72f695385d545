/** Which version this is, what it tells others, and where everything is kept. */
import { Button } from "@mantine/core";

import { useBackend } from "../../app/backend";
import { useStatus } from "../../app/queries";
import { CopyIcon } from "../../components/CopyButton";
import { useWords } from "../../strings/text";
import { Group, Place } from "./edit";
import css from "./settings.module.css";

/** What is new, by version: one sentence a key. What was new in another version is not said of this one. */
export const news: Readonly<Record<string, readonly string[]>> = {
  "0.1.0": ["about-0-1-0-settings", "about-0-1-0-history", "about-0-1-0-address"],
};

/** Facts, nothing to change. */
export function About() {
  const { text } = useWords();
  const backend = useBackend();
  const status = useStatus().data;
  if (!status) return null;
  return (
    <>
      <Group title={`Switchboard ${status.version}`}>
        <Place name="about-new">
          <h3>{text("about-new")}</h3>
          {news[status.version] ? (
            <ul className={css.points}>
              {news[status.version]?.map((key) => (
                <li key={key}>{text(key)}</li>
              ))}
            </ul>
          ) : (
            <p className="muted">{text("about-new-nothing")}</p>
          )}
        </Place>
      </Group>
      <Group title={text("settings-data")}>
        <Place name="about-folder">
          <dl className={css.facts}>
            <dt className="muted">{text("about-folder")}</dt>
            <dd className="row">
              <span className="mono">{status.dataFolder}</span>{" "}
              <CopyIcon label={text("about-copy-folder")} get={() => status.dataFolder} />
            </dd>
            <dt className="muted">{text("about-key")}</dt>
            <dd id="about-key">{text(`about-key-${status.key.home}`)}</dd>
            <dt className="muted">{text("about-version")}</dt>
            <dd id="about-version" className="figures">
              {status.version}
            </dd>
            <dt className="muted">{text("about-privacy")}</dt>
            <dd id="about-privacy">{text("about-privacy-nothing")}</dd>
            <dt className="muted">{text("about-licence")}</dt>
            <dd id="about-licence">{text("about-licence-words")}</dd>
          </dl>
        </Place>
        {backend.openFolder && (
          <div>
            <Button variant="default" onClick={() => void backend.openFolder?.()}>
              {text("about-open-folder")}
            </Button>
          </div>
        )}
        <p className="muted">{text("about-move")}</p>
      </Group>
    </>
  );
}
