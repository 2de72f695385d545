/** How an export goes: rows written so far, and what became of it. */
import { Button, Progress } from "@mantine/core";
import { skipToken, useQuery } from "@tanstack/react-query";

import { useBackend } from "../app/backend";
import type { ExportView } from "../backend";
import { useWords } from "../strings/text";
import { Shape } from "./icons";
import { TroubleNote } from "./Trouble";

/** An export, kept up to date by the stream. `first`: how it stood when it was asked for. */
export function ExportProgress({ first, onCancel }: { first: ExportView; onCancel: () => void }) {
  const { text } = useWords();
  const { kind } = useBackend();
  const view =
    useQuery<ExportView>({ queryKey: ["export", first.id], queryFn: skipToken, staleTime: Infinity }).data ?? first;
  const { state, rows, total, error } = view;
  const name = <b style={{ overflowWrap: "anywhere" }}>{view.name}</b>;
  const count = total === null ? text("export-rows", { rows }) : text("export-rows-of", { rows, total });
  return (
    <div className="stack">
      {state === "failed" && error ? (
        <TroubleNote trouble={error} />
      ) : (
        <p className="row" style={{ alignItems: "baseline" }}>
          {state === "done" && (
            <span className="green">
              <Shape name="tick" />
            </span>
          )}
          {/* Only what it is about is said aloud: the rows change many times a second. */}
          <span className="grow" role="status">
            {text(state === "done" && kind === "window" ? "export-saved" : `export-${state}`)} {name}
          </span>
        </p>
      )}
      {(state === "ready" || state === "running") && (
        <>
          {state === "running" && total !== null && (
            <Progress value={total === 0 ? 100 : (rows / total) * 100} size="sm" aria-label={view.name} />
          )}
          <div className="row">
            <span className="grow small muted figures">{state === "running" && count}</span>
            <Button variant="default" size="compact-sm" onClick={onCancel}>
              {text("export-cancel")}
            </Button>
          </div>
        </>
      )}
      {state === "done" && <p className="small muted figures">{text("export-rows", { rows })}</p>}
    </div>
  );
}
