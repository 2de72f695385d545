/** Where everything is kept, and which version this is. */
import { useStatus } from "../../app/queries";
import { CopyIcon } from "../../components/CopyButton";
import { useWords } from "../../strings/text";
import { Group, Place } from "./edit";
import css from "./settings.module.css";

/** Facts, nothing to change. */
export function About() {
  const { text } = useWords();
  const status = useStatus().data;
  if (!status) return null;
  return (
    <Group title={text("settings-data")}>
      <Place name="about-folder">
        <dl className={css.facts}>
          <dt className="muted">{text("about-folder")}</dt>
          <dd className="row">
            <span className="mono">{status.dataFolder}</span>{" "}
            <CopyIcon label={text("about-copy-folder")} get={() => status.dataFolder} />
          </dd>
          <dt className="muted">{text("about-key")}</dt>
          <dd>{text(`about-key-${status.key.home}`)}</dd>
          <dt className="muted">{text("about-version")}</dt>
          <dd className="figures">{status.version}</dd>
        </dl>
      </Place>
    </Group>
  );
}
