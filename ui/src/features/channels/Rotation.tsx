/** The secrets Switchboard made for a channel: to be shown, copied and, after a question, replaced. */
import { Button, Modal } from "@mantine/core";
import { useState } from "react";

import { useCommand } from "../../app/queries";
import type { ChannelView, SecretField as SecretName } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { CopyIcon } from "../../components/CopyButton";

/** The secrets that Switchboard makes, and how their texts are called. */
const keys = {
  signingSecret: "signing-secret",
  intakeKey: "intake-key",
  endpointToken: "endpoint-token",
} as const satisfies Partial<Record<SecretName, string>>;

/** A secret that Switchboard makes. */
export type MadeSecret = keyof typeof keys;

/** The secrets and their replacing. */
export function Rotation({
  channel,
  reveal,
}: {
  channel: ChannelView;
  reveal: ((field: SecretName) => Promise<string>) | undefined;
}) {
  const { text } = useWords();
  const [asked, setAsked] = useState<MadeSecret>();
  const platform = platformName(channel.platform, channel.preset);
  return (
    <>
      {(["signingSecret", "intakeKey"] as const).map((field) => (
        <div key={field} className="row">
          <div className="grow">
            <b>{text(`rotate-${keys[field]}`)}</b>
            <p className="small muted">{text(`rotate-${keys[field]}.help`, { platform })}</p>
          </div>
          {field === "signingSecret" && reveal && (
            <CopyIcon label={text("secret-copy", { what: text("rotate-signing-secret") })} get={() => reveal(field)} />
          )}
          <Button variant="default" onClick={() => setAsked(field)}>
            {text("rotate-button")}
          </Button>
        </div>
      ))}
      <RotateQuestion channel={channel} field={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

/** Asks before a secret is replaced, and replaces it. */
export function RotateQuestion({
  channel,
  field,
  onClose,
}: {
  channel: ChannelView;
  /** Which one; none while nothing is asked. */
  field: MadeSecret | undefined;
  onClose: () => void;
}) {
  const { text } = useWords();
  const rotate = useCommand("channel.rotate", ["channels"], "shown");
  const platform = platformName(channel.platform, channel.preset);
  const close = () => {
    rotate.reset();
    onClose();
  };
  return (
    <Modal
      closeButtonProps={{ "aria-label": text("action-close") }}
      opened={field !== undefined}
      onClose={close}
      title={field && text(`rotate-${keys[field]}.question`, { name: channel.name })}
    >
      <div className="stack wide">
        <p>{field && text(`rotate-${keys[field]}.consequence`, { platform })}</p>
        {rotate.error && <TroubleNote trouble={rotate.error} />}
        <div className="row">
          <Button
            loading={rotate.isPending}
            onClick={() => field && rotate.mutate({ id: channel.id, field }, { onSuccess: close })}
          >
            {field && text(`rotate-${keys[field]}.confirm`)}
          </Button>
          <Button variant="default" onClick={close}>
            {text("rotate-keep")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
