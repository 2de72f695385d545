/** Asks where to and when conversations are sent, and tells what came of it. */
import { Button, Loader, Modal, Radio, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { ConversationRow, ConversationsSent, Target, TargetView, When } from "../../backend";
import { isWebAddress } from "../../components/OutsideLink";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./conversations.module.css";

/** Sent from here at most; more are sent in bulk. */
export const MOST = 500;
/** Refused ones that are named. */
const NAMED = 50;

const ADDRESS = "address";

const keyOf = (target: Target) => (target.kind === "channel" ? `channel ${target.channel}` : target.kind);

/** When conversations can be sent to an address: whenever they can be sent to the endpoint, which is one as well. */
function whensOf(chosen: string, targets: readonly TargetView[]): readonly When[] {
  const found = targets.find(({ target }) => keyOf(target) === chosen);
  const whens = (found ?? targets.find(({ target }) => target.kind === "endpoint"))?.whens ?? [];
  return whens.length > 0 ? whens.filter((when) => when !== "platform") : ["now"];
}

/** The dialog. It stays open to tell what came of it. */
export function SendDialog({
  rows,
  onClose,
  onSent,
}: {
  rows: readonly ConversationRow[];
  /** `sent`: not only asked. */
  onClose: (sent: boolean) => void;
  onSent: () => void;
}) {
  const { text } = useWords();
  const send = useCommand("conversation.send", ["conversation"], "shown");
  const [sent, setSent] = useState<ConversationsSent>();
  const close = () => onClose(sent !== undefined);
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={text(sent ? "send-result" : "send-title", { count: rows.length })}
      closeButtonProps={{ "aria-label": text("action-close") }}
    >
      {sent ? (
        <Result rows={rows} sent={sent} onClose={close} />
      ) : (
        <Question
          rows={rows}
          pending={send.isPending}
          onClose={close}
          onSend={(target, when) =>
            send.mutate(
              { ids: rows.map((row) => row.id), target, when },
              {
                onSuccess(answer) {
                  setSent(answer);
                  onSent();
                },
              },
            )
          }
        >
          {send.error && <TroubleNote trouble={send.error} />}
        </Question>
      )}
    </Modal>
  );
}

function Question({
  rows,
  pending,
  onClose,
  onSend,
  children,
}: {
  rows: readonly ConversationRow[];
  pending: boolean;
  onClose: () => void;
  onSend: (target: Target, when: When) => void;
  children: React.ReactNode;
}) {
  const { text, trouble } = useWords();
  const backend = useBackend();
  const [chosen, setChosen] = useState<string>();
  const [url, setUrl] = useState("");
  const [when, setWhen] = useState<When>("now");
  const [asked, setAsked] = useState(false);
  const from = new Set(rows.map((row) => row.channel));
  const [only] = from;
  const channel = from.size === 1 ? only : undefined;
  const targets = useQuery({
    queryKey: ["targets", channel],
    queryFn: () => backend.call("conversation.targets", channel === undefined ? {} : { channel }),
    staleTime: 0,
    networkMode: "always",
  });
  if (targets.error && !targets.data)
    return (
      <TroubleNote
        trouble={targets.error}
        action={<Button onClick={() => void targets.refetch()}>{text("action-try-again")}</Button>}
      />
    );
  if (!targets.data) return <Loader size="sm" aria-label={text("send-targets-loading")} />;

  const listed = targets.data.filter(({ target }) => target.kind !== "address");
  const able = listed.filter(({ error }) => error === null);
  const first = able.find(({ target }) => target.kind === "endpoint") ?? able[0];
  const current = chosen ?? (first ? keyOf(first.target) : ADDRESS);
  const whens = whensOf(current, listed);
  const at = whens.includes(when) ? when : (whens[0] ?? "now");
  const wrong = current === ADDRESS && !isWebAddress(url.trim());
  const target: Target =
    current === ADDRESS
      ? { kind: "address", url: url.trim() }
      : (listed.find((one) => keyOf(one.target) === current)?.target ?? { kind: "endpoint" });

  return (
    <form
      className="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!wrong) onSend(target, at);
      }}
    >
      <Radio.Group label={text("send-where")} value={current} onChange={setChosen}>
        <div className={css.targets}>
          {listed.map((view) => (
            <Radio
              key={keyOf(view.target)}
              value={keyOf(view.target)}
              disabled={view.error !== null}
              label={
                view.target.kind === "endpoint"
                  ? view.name === ""
                    ? text("send-to-own-endpoint")
                    : text("send-to-endpoint", { name: view.name })
                  : text("send-to-channel", { name: view.name })
              }
              description={
                view.error ? (
                  trouble(view.error)
                ) : view.url === "" ? undefined : (
                  <span className="mono">{view.url}</span>
                )
              }
            />
          ))}
          <Radio value={ADDRESS} label={text("send-to-address")} description={text("send-to-address.meaning")} />
        </div>
      </Radio.Group>
      {current === ADDRESS && (
        <TextInput
          label={text("send-address")}
          placeholder="https://"
          value={url}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          error={asked && wrong ? text("send-address-wrong") : undefined}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      )}
      <Radio.Group label={text("send-when")} value={at} onChange={(value) => setWhen(value as When)}>
        <div className={css.targets}>
          {whens.map((one) => (
            <Radio
              key={one}
              value={one}
              label={text(`send-when-${one === "statusChanged" ? "status" : one}`)}
              description={text(`send-when-${one === "statusChanged" ? "status" : one}.meaning`)}
            />
          ))}
        </div>
      </Radio.Group>
      {whens.length === 1 && <p className="small muted">{text("send-only-now")}</p>}
      {children}
      <div className="row">
        <Button type="submit" loading={pending}>
          {text(at === "now" ? "send-confirm" : "send-confirm-later", { count: rows.length })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text("action-cancel")}
        </Button>
      </div>
    </form>
  );
}

/** What came of it: what is on its way, what waits, and what cannot be sent there with the reason. */
function Result({
  rows,
  sent,
  onClose,
}: {
  rows: readonly ConversationRow[];
  sent: ConversationsSent;
  onClose: () => void;
}) {
  const { text, trouble, remedy } = useWords();
  const nameOf = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return row ? row.who || row.key : id;
  };
  const [exchange] = sent.exchanges;
  return (
    <div className="stack wide">
      <div className="stack" role="status">
        {sent.events.length > 0 && (
          <p>
            {text("send-sent", { count: sent.events.length })}{" "}
            {exchange !== undefined && (
              <TextLink to="/traffic" search={sent.exchanges.length === 1 ? { exchange } : {}}>
                {text("customer-in-traffic")}
              </TextLink>
            )}
          </p>
        )}
        {sent.flagged > 0 && <p>{text("send-flagged", { count: sent.flagged })}</p>}
        {sent.refused.length > 0 && <p>{text("send-refused", { count: sent.refused.length })}</p>}
      </div>
      {sent.refused.length > 0 && (
        <ul className={css.refused}>
          {sent.refused.slice(0, NAMED).map(({ id, error }) => (
            <li key={id}>
              <b>{nameOf(id)}</b> {trouble(error)} <span className="muted">{remedy(error)}</span>
            </li>
          ))}
          {sent.refused.length > NAMED && <li>{text("send-refused-more", { count: sent.refused.length - NAMED })}</li>}
        </ul>
      )}
      <div>
        <Button onClick={onClose}>{text("action-close")}</Button>
      </div>
    </div>
  );
}
