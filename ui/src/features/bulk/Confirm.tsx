/** The third step: one sentence that says all of it, and the button that sends. */
import { Button } from "@mantine/core";

import { useCommand } from "../../app/queries";
import type { BulkInput, BulkPreview, BulkView } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./bulk.module.css";
import { useSpeedWords } from "./looks";

/** The question. `onChanged`: another number is ready by now, so the admin has to look again. */
export function Confirm({
  input,
  preview,
  onBack,
  onSent,
  onChanged,
}: {
  input: BulkInput;
  preview: BulkPreview;
  onBack: () => void;
  onSent: (bulk: BulkView) => void;
  onChanged: () => void;
}) {
  const { text, format } = useWords();
  const speed = useSpeedWords();
  const create = useCommand("bulk.create", ["bulks"], "shown");
  const { ready: count, estimateMs } = preview;
  const words = { count, name: preview.target.name, speed: speed(input.rate ?? null, true) };
  return (
    <div className={`card stack wide ${css.confirm}`}>
      <p className={css.question}>
        {estimateMs === null
          ? text("bulk-confirm", words)
          : text("bulk-confirm-time", { ...words, time: format.span(estimateMs) })}
      </p>
      <ul className={css.promises}>
        {["bulk-confirm-frozen", "bulk-confirm-recall", "bulk-closing"].map((key) => (
          <li key={key} className="row">
            <Icon name="note" style={{ flex: "none" }} /> <span>{text(key)}</span>
          </li>
        ))}
      </ul>
      {create.error && <TroubleNote trouble={create.error} />}
      <div className="row wrap">
        <Button
          loading={create.isPending || create.isSuccess}
          onClick={() =>
            create.mutate(
              { ...input, confirmed: count },
              {
                onSuccess: onSent,
                onError: (error) => {
                  if (error.code === "DATA-02" && error.params["field"] === "confirmed") onChanged();
                },
              },
            )
          }
        >
          {text("bulk-send", { count })}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text("bulk-back")}
        </Button>
      </div>
    </div>
  );
}
