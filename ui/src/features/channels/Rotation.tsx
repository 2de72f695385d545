/** The secrets Switchboard made for a channel: to be shown, copied and, after a question, replaced. */
import { Button, Modal } from "@mantine/core";
import { useState } from "react";

import { useCommand } from "../../app/queries";
import type { ChannelView, SecretField as SecretName } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { CopyIcon } from "../../components/CopyButton";

const replaceable = ["signingSecret", "intakeKey"] as const satisfies readonly SecretName[];

const keys = { signingSecret: "signing-secret", intakeKey: "intake-key" } as const;

/** The secrets and their replacing. */
export function Rotation({
  channel,
  reveal,
}: {
  channel: ChannelView;
  reveal: ((field: SecretName) => Promise<string>) | undefined;
}) {
  const { text } = useWords();
  const rotate = useCommand("channel.rotate", ["channels"]);
  const [asked, setAsked] = useState<(typeof replaceable)[number]>();
  const platform = platformName(channel.platform, channel.preset);
  const close = () => {
    setAsked(undefined);
    rotate.reset();
  };
  return (
    <>
      {replaceable.map((field) => (
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
      <Modal opened={asked !== undefined} onClose={close} title={asked && text(`rotate-${keys[asked]}.question`)}>
        <div className="stack wide">
          <p>{asked && text(`rotate-${keys[asked]}.consequence`, { platform })}</p>
          {rotate.error && <TroubleNote trouble={rotate.error} />}
          <div className="row">
            <Button
              loading={rotate.isPending}
              onClick={() => asked && rotate.mutate({ id: channel.id, field: asked }, { onSuccess: close })}
            >
              {text("rotate-confirm")}
            </Button>
            <Button variant="default" onClick={close}>
              {text("rotate-keep")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
