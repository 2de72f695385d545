/** One sample of what a platform sends: looked at, and sent to the channel's own intake once it is agreed who will get it. */
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";

import { useCommand, usePracticeEndpoint } from "../app/queries";
import type { ChannelView, PracticeSample } from "../backend";
import { useWords } from "../strings/text";
import { CopyIcon } from "./CopyButton";
import css from "./Sample.module.css";
import { TextLink } from "./TextLink";
import { TroubleNote } from "./Trouble";

/** Sends the sample. Give it the sample's id as key: what was agreed to for one is not for another. */
export function SendSample({
  channel,
  sample,
  children,
}: {
  channel: ChannelView;
  sample: PracticeSample;
  /** More buttons beside it. */
  children?: ReactNode;
}) {
  const { text } = useWords();
  const practice = usePracticeEndpoint(channel.id).data;
  const send = useCommand("practice.send", [], "shown");
  const [agreed, setAgreed] = useState(false);
  // Only what really leaves this computer needs a second look.
  const real = sample.subscribed && !practice?.inUse && channel.callbackUrl;
  return (
    <div className={css.sample}>
      {!sample.subscribed && <p className="small">{text("practice-sample-unsubscribed")}</p>}
      {real && (
        <p className={css.warning} role="note">
          {text("practice-sample-real", { url: channel.callbackUrl ?? "" })}
        </p>
      )}
      <div className="row wrap">
        {real && !agreed ? (
          <Button variant="default" onClick={() => setAgreed(true)}>
            {text("practice-sample-agree")}
          </Button>
        ) : (
          <Button
            loading={send.isPending}
            onClick={() => send.mutate({ channel: channel.id, id: sample.id }, { onSuccess: () => setAgreed(false) })}
          >
            {text("practice-sample-send")}
          </Button>
        )}
        {children}
      </div>
      {send.error && <TroubleNote trouble={send.error} />}
      {send.data && (
        <p role="status" className="small">
          {send.data.status === null
            ? text("practice-sent-silent")
            : text("practice-sent", { status: String(send.data.status) })}{" "}
          {send.data.exchange !== null && (
            <TextLink to="/traffic/journey/$id" params={{ id: send.data.exchange }}>
              {text("practice-sent-journey")}
            </TextLink>
          )}
        </p>
      )}
    </div>
  );
}

/** What the sample looks like, with its secrets masked. */
export function SampleBody({ sample }: { sample: PracticeSample }) {
  const { text } = useWords();
  return (
    <div className={css.example}>
      <div className="row">
        <span className="grow small muted">{text("practice-example")}</span>
        <CopyIcon label={text("payload-copy")} get={() => sample.body} />
      </div>
      <pre className={`mono ${css.body}`} tabIndex={0}>
        {sample.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
        {"\n\n"}
        {sample.body}
      </pre>
    </div>
  );
}
