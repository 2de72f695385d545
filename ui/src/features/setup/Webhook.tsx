/** Where the inbox of a Chatwoot channel sends to, and one press that lets it send to the channel: one more puts the old address back. */
import { Button, Loader } from "@mantine/core";

import { useCommand } from "../../app/queries";
import type { ChannelView } from "../../backend";
import { Shape } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { useWebhook } from "./queries";

/** Whether a channel has all that its webhook can be set with: a token, an account and an inbox. */
export const isBound = ({ platform, options, token }: ChannelView): boolean =>
  platform === "chatwoot" && options.accountId !== undefined && options.inboxId !== undefined && token !== "";

/** The state of the webhook and its buttons. It asks the platform as soon as it is shown. */
export function Webhook({ channel, onTold }: { channel: ChannelView; onTold?: () => void }) {
  const { text } = useWords();
  const webhook = useWebhook(channel.id, true);
  const apply = useCommand("setup.applyWebhook", ["setupWebhook", "channels", "problems"], "shown");
  const now = apply.data ?? webhook.data;
  const told = onTold ? { onSuccess: onTold } : {};
  if (webhook.error) return <TroubleNote trouble={webhook.error} />;
  if (!now) return <Loader size="xs" aria-label={text("setup-loading")} />;
  return (
    <div className="stack">
      {now.ours ? (
        <p className="row green" role="status">
          <Shape name="tick" /> <span>{text("setup-webhook-ours", { name: now.inbox })}</span>
        </p>
      ) : (
        <div className="row wrap">
          <Button loading={apply.isPending} onClick={() => apply.mutate({ channel: channel.id }, told)}>
            {text("setup-webhook-set")}
          </Button>
          <span className="small muted">
            {now.url === ""
              ? text("setup-webhook-none", { name: now.inbox })
              : text("setup-webhook-other", { name: now.inbox, url: now.url })}
          </span>
        </div>
      )}
      {apply.data?.ours && apply.data.before !== apply.data.url && (
        <p className="small muted">
          {apply.data.before === ""
            ? text("setup-webhook-was-none")
            : text("setup-webhook-was", { url: apply.data.before })}{" "}
          <Button
            size="compact-xs"
            variant="default"
            loading={apply.isPending}
            onClick={() => apply.mutate({ channel: channel.id, url: apply.data.before }, told)}
          >
            {text("setup-webhook-undo")}
          </Button>
        </p>
      )}
      {apply.error && <TroubleNote trouble={apply.error} />}
    </div>
  );
}
