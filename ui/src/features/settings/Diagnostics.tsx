/** The report for whoever helps: shown before it is saved, saved as it was shown, sent nowhere. */
import { Button } from "@mantine/core";

import { useCommand } from "../../app/queries";
import { CopyButton } from "../../components/CopyButton";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { Group, Place } from "./edit";
import { useSave } from "./save";
import css from "./settings.module.css";

/** The button, then the report part by part. */
export function Diagnostics() {
  const { text, format } = useWords();
  const report = useCommand("diagnostics.get", [], "shown");
  const save = useSave((backend, id: string) => backend.call("diagnostics.save", { id }));
  const shown = report.data;
  const error = report.error ?? save.error;
  return (
    <Group title={text("diagnostics-create")}>
      <Place name="diagnostics-create">
        <div className="stack">
          <p className="muted">{text("diagnostics-create.help")}</p>
          <ul className={css.points}>
            <li>{text("diagnostics-without-secrets")}</li>
            <li>{text("diagnostics-without-messages")}</li>
            <li>{text("diagnostics-stays-here")}</li>
          </ul>
          <div className="row wrap">
            <Button
              variant={shown ? "default" : "filled"}
              loading={report.isPending}
              onClick={() => (save.reset(), report.mutate({}))}
            >
              {text(shown ? "diagnostics-again" : "diagnostics-button")}
            </Button>
            {shown && (
              <>
                <Button loading={save.isPending} onClick={() => save.mutate(shown.id)}>
                  {text("diagnostics-save")}
                </Button>
                <CopyButton get={() => shown.parts.map((part) => `== ${part.name}\n\n${part.text}\n`).join("\n")}>
                  {text("diagnostics-copy")}
                </CopyButton>
              </>
            )}
            {save.data === true && (
              <span className="muted" role="status">
                {text("diagnostics-saved")}
              </span>
            )}
          </div>
          {report.isPending && <p className="muted">{text("diagnostics-looking")}</p>}
          {error && <TroubleNote trouble={error} />}
          {shown && (
            <div className={css.parts} aria-label={text("diagnostics-parts")} role="group">
              {shown.parts.map((part, index) => (
                <details key={part.name} open={index === 0}>
                  <summary>
                    {text(`diagnostics-part-${part.name}`)}{" "}
                    <span className="small muted figures">{format.size(new Blob([part.text]).size)}</span>
                  </summary>
                  <pre className="mono" tabIndex={0} aria-label={text(`diagnostics-part-${part.name}`)}>
                    {part.text}
                  </pre>
                </details>
              ))}
            </div>
          )}
        </div>
      </Place>
    </Group>
  );
}
