/** An exchange changed and sent again: its headers and its body in an editor. What is masked the engine puts in again. */
import { ActionIcon, Button, Checkbox, Loader, Modal, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { Draft } from "../../backend";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { pretty } from "./EndpointPart";
import css from "./practice.module.css";

/** The dialog. `onSent` shows the new exchange. */
export function Again({
  id,
  opened,
  onClose,
  onSent,
}: {
  id: string;
  opened: boolean;
  onClose: () => void;
  onSent: (exchange: string) => void;
}) {
  const { text } = useWords();
  const backend = useBackend();
  const draft = useQuery({
    queryKey: ["draft", id],
    queryFn: () => backend.call("traffic.draft", { id }),
    enabled: opened,
    retry: false,
    networkMode: "always",
  });
  return (
    <Modal
      closeButtonProps={{ "aria-label": text("action-close") }}
      opened={opened}
      onClose={onClose}
      title={text("again-title")}
      size="xl"
    >
      {draft.data ? (
        <Editor draft={draft.data} onClose={onClose} onSent={onSent} />
      ) : draft.error?.code === "KIND-01" ? (
        <p>{text("again-impossible")}</p>
      ) : draft.error ? (
        <TroubleNote trouble={draft.error} />
      ) : (
        <Loader size="sm" aria-label={text("again-loading")} />
      )}
    </Modal>
  );
}

function Editor({ draft, onClose, onSent }: { draft: Draft; onClose: () => void; onSent: (exchange: string) => void }) {
  const { text } = useWords();
  const send = useCommand("traffic.again", ["journey"], "shown");
  const [headers, setHeaders] = useState(draft.headers);
  const [body, setBody] = useState(() => pretty(draft.body));
  const [agreed, setAgreed] = useState(false);
  const change = (at: number, name: string, value: string) =>
    setHeaders(headers.map((pair, index) => (index === at ? [name, value] : pair)));
  const ready = draft.harmless || agreed;
  return (
    <form
      className="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        // One that was only laid out to be read goes as it came.
        const sent = body === pretty(draft.body) ? draft.body : body;
        const given = headers.filter(([name]) => name.trim() !== "");
        send.mutate(
          { id: draft.id, headers: given, body: sent },
          { onSuccess: ({ exchange }) => (exchange === null ? undefined : onSent(exchange)) },
        );
      }}
    >
      <p>{text(draft.to === "intake" ? "again-to-intake" : "again-to-endpoint", { url: draft.url })}</p>
      <p className="small muted">{text("again-masked")}</p>
      <fieldset className={css.editor}>
        <legend className={css.sub}>{text("again-headers")}</legend>
        {headers.map(([name, value], index) => (
          <div key={index} className="row">
            <div className={`${css.header} grow`}>
              <TextInput
                aria-label={text("again-header-name", { number: index + 1 })}
                value={name}
                onChange={(event) => change(index, event.currentTarget.value, value)}
              />
              <TextInput
                aria-label={text("again-header-value", { number: index + 1 })}
                value={value}
                onChange={(event) => change(index, name, event.currentTarget.value)}
              />
            </div>
            <ActionIcon
              aria-label={text("again-header-remove", { number: index + 1 })}
              onClick={() => setHeaders(headers.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button variant="default" size="compact-sm" onClick={() => setHeaders([...headers, ["", ""]])}>
            {text("again-header-add")}
          </Button>
        </div>
      </fieldset>
      <Textarea
        label={text("again-body")}
        value={body}
        autosize
        minRows={6}
        maxRows={18}
        classNames={{ input: "mono" }}
        spellCheck={false}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {!draft.harmless && (
        <Checkbox
          checked={agreed}
          onChange={(event) => setAgreed(event.currentTarget.checked)}
          label={text(draft.to === "intake" ? "again-agree-intake" : "again-agree-endpoint")}
        />
      )}
      {send.error && <TroubleNote trouble={send.error} />}
      {send.data && send.data.exchange === null && <p role="status">{text("practice-sent-silent")}</p>}
      <div className="row">
        <Button type="submit" loading={send.isPending} disabled={!ready}>
          {text("again-send")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text("action-cancel")}
        </Button>
      </div>
    </form>
  );
}
