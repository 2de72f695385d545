/** Settings as a file: written for another computer, and brought in after a look at what would change. */
import { Button, Checkbox, FileButton } from "@mantine/core";
import { useState } from "react";

import { useCommand } from "../../app/queries";
import type {
  BackendError,
  TransferChange,
  TransferInput,
  TransferLine,
  TransferPreview,
  TransferUndoing,
} from "../../backend";
import { Shape, type ShapeName } from "../../components/icons";
import { Question } from "../../components/Question";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { fieldKey } from "../../strings/words";
import { KnownPassword } from "./Password";
import { SaveSealed } from "./SaveSealed";
import css from "./settings.module.css";

const touched = ["settings", "channels", "links", "status"] as const;

/** Writes them out. */
export function ExportSettings() {
  const { text } = useWords();
  return (
    <div className="stack">
      <p className="muted">{text("transfer-export.help")}</p>
      <SaveSealed
        words={{
          open: "transfer-password-none",
          sealed: "transfer-password-some",
          save: "transfer-save",
          saved: "transfer-saved",
        }}
        variant="default"
        make={(backend, seal) => backend.call("transfer.export", seal)}
      />
    </div>
  );
}

/** Brings them in. */
export function ImportSettings() {
  const { text } = useWords();
  const [input, setInput] = useState<TransferInput>();
  const [done, setDone] = useState(false);
  const preview = useCommand("transfer.preview", [], "shown");
  const undo = useCommand("transfer.undo", [...touched, "conversations"], "shown");
  const undoing = useCommand("transfer.undoing", [], "shown");
  const [used, setUsed] = useState<TransferUndoing>();
  // Channels that were made may have been used since: what would go with them is told first.
  const askUndo = () =>
    undoing.mutate(
      {},
      { onSuccess: (found) => (found.used > 0 ? setUsed(found) : undo.mutate({ withConversations: false })) },
    );
  const look = (asked: TransferInput) => {
    setInput(asked);
    preview.mutate(asked);
  };
  return (
    <div className="stack">
      <p className="muted">{text("transfer-import.help")}</p>
      <div className="row wrap">
        <FileButton
          accept="application/json,.json"
          onChange={(file) => {
            setDone(false);
            undo.reset();
            void file?.text().then((document) => look({ document }));
          }}
        >
          {(props) => (
            <Button variant="default" loading={preview.isPending && !preview.data} {...props}>
              {text("transfer-choose")}
            </Button>
          )}
        </FileButton>
        {done && !undo.data && (
          <>
            <span role="status">{text("transfer-done")}</span>
            <Button variant="subtle" size="compact-sm" loading={undo.isPending || undoing.isPending} onClick={askUndo}>
              {text("transfer-undo")}
            </Button>
          </>
        )}
        {undo.data && (
          <span className="muted" role="status">
            {undo.data.kept > 0 ? text("transfer-undone-but", { kept: undo.data.kept }) : text("transfer-undone")}
          </span>
        )}
      </div>
      {preview.error && !preview.data && !input?.password && <TroubleNote trouble={preview.error} />}
      {(undo.error ?? undoing.error) && <TroubleNote trouble={(undo.error ?? undoing.error) as BackendError} />}
      {used && (
        <UndoQuestion
          used={used}
          undo={(withConversations) => undo.mutate({ withConversations })}
          onClose={() => setUsed(undefined)}
        />
      )}
      {input && preview.data && (
        <ImportQuestion
          input={input}
          preview={preview.data}
          onClose={(applied) => {
            setInput(undefined);
            preview.reset();
            setDone(applied);
          }}
        />
      )}
    </div>
  );
}

/** Channels that the import made have conversations by now. */
function UndoQuestion({
  used: { used, conversations },
  undo,
  onClose,
}: {
  used: TransferUndoing;
  undo: (withConversations: boolean) => void;
  onClose: () => void;
}) {
  const { text } = useWords();
  const answer = (withConversations: boolean) => {
    undo(withConversations);
    onClose();
  };
  return (
    <Question onClose={onClose} title={text("transfer-undo-question")}>
      <p>{text("transfer-undo-used", { used, conversations })}</p>
      <div className="row wrap">
        <Button onClick={() => answer(false)}>{text("transfer-undo-rest")}</Button>
        <Button variant="default" color="red" onClick={() => answer(true)}>
          {text("transfer-undo-all")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text("transfer-undo-leave")}
        </Button>
      </div>
    </Question>
  );
}

const looks: Record<TransferChange, { shape: ShapeName; colour: string }> = {
  new: { shape: "tick", colour: "green" },
  changed: { shape: "half", colour: "blue" },
  same: { shape: "dash", colour: "muted" },
  conflict: { shape: "diamond", colour: "red" },
};

/** What would change, line by line, and the button that does it. */
function ImportQuestion({
  input: first,
  preview: firstPreview,
  onClose,
}: {
  input: TransferInput;
  preview: TransferPreview;
  onClose: (applied: boolean) => void;
}) {
  const { text, format } = useWords();
  const [password, setPassword] = useState("");
  const [opened, setOpened] = useState<TransferInput>();
  const again = useCommand("transfer.preview", [], "shown");
  const apply = useCommand("transfer.apply", touched, "shown");
  const preview = again.data ?? firstPreview;
  const input = opened ?? first;
  const count = (change: TransferChange) => preview.lines.filter((line) => line.change === change).length;
  // What belongs to the other computer is left out unless it is ticked.
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({});
  const isTicked = (line: TransferLine) => canBeTaken(line) && (ticked[keyOf(line)] ?? line.chosen);
  const taken = preview.lines.filter(isTicked);
  const changes = taken.length;
  return (
    <Question
      size="lg"
      onClose={() => onClose(false)}
      title={text("transfer-question", { when: format.exact(preview.at) })}
    >
      <p>
        {text("transfer-summary", {
          new: count("new"),
          changed: count("changed"),
          same: count("same"),
          conflict: count("conflict"),
        })}
      </p>
      {preview.locked && !opened && (
        <div className="stack">
          <KnownPassword
            value={password}
            onChange={setPassword}
            label={text("transfer-password")}
            help={text("transfer-password.help")}
          />
          <div>
            <Button
              variant="default"
              disabled={password === ""}
              loading={again.isPending}
              onClick={() => {
                const asked = { ...first, password };
                again.mutate(asked, { onSuccess: () => setOpened(asked) });
              }}
            >
              {text("transfer-unlock")}
            </Button>
          </div>
          {again.error && <TroubleNote trouble={again.error} />}
        </div>
      )}
      <ul className={css.rows} aria-label={text("transfer-lines")}>
        {preview.lines
          .filter(({ change }) => change !== "same")
          .map((line) => (
            <Change
              key={keyOf(line)}
              line={line}
              ticked={isTicked(line)}
              tick={(on) => setTicked((all) => ({ ...all, [keyOf(line)]: on }))}
            />
          ))}
      </ul>
      <p className="muted">{text("transfer-all-or-nothing")}</p>
      {apply.error && <TroubleNote trouble={apply.error} />}
      <div className="row wrap">
        <Button
          disabled={changes === 0}
          loading={apply.isPending}
          onClick={() =>
            apply.mutate(
              { ...input, take: taken.map(({ kind, name }) => ({ kind, name })) },
              { onSuccess: () => onClose(true) },
            )
          }
        >
          {text("transfer-apply", { count: changes })}
        </Button>
        <Button variant="default" onClick={() => onClose(false)}>
          {text("transfer-leave")}
        </Button>
      </div>
    </Question>
  );
}

const keyOf = (line: TransferLine) => `${line.kind} ${line.name}`;
const canBeTaken = ({ change }: TransferLine) => change === "new" || change === "changed";

function Change({ line, ticked, tick }: { line: TransferLine; ticked: boolean; tick: (on: boolean) => void }) {
  const { text, lookup, format } = useNames();
  const { shape, colour } = looks[line.change];
  const named = line.kind === "setting" ? lookup(fieldKey(line.name)) : line.name;
  const fields =
    line.kind === "channel" ? line.fields.map((field) => lookup(fieldKey(field.replace(/^.*\./, "")))) : [];
  return (
    <li className={css.rowOf}>
      <Checkbox
        aria-label={`${text(`transfer-kind-${line.kind}`)} ${named}`}
        checked={ticked}
        disabled={!canBeTaken(line)}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <span className={colour}>
        <Shape name={shape} />
      </span>
      <span className="grow" style={{ minWidth: 0 }}>
        <span className="muted">{text(`transfer-kind-${line.kind}`)}</span> <b>{named}</b> –{" "}
        {text(`transfer-change-${line.change}`)}
        {fields.length > 0 && <span className="muted">: {format.list(fields)}</span>}
        {line.reasons.map((reason) => (
          <span key={reason} className="small muted" style={{ display: "block" }}>
            {text(`transfer-reason-${reason}`)}
          </span>
        ))}
      </span>
    </li>
  );
}

/** What a field is called; one that no form shows stands as it is. */
function useNames() {
  const words = useWords();
  return {
    text: words.text,
    format: words.format,
    lookup: (key: string) => words.lookup(key) ?? key.replace(/^field-/, ""),
  };
}
