/** Which account and inbox a Chatwoot channel belongs to, and the list to choose others from. What is chosen counts at once. */
import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { ChannelView } from "../../backend";
import { Shape } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { accountOf, inboxOf, NEW_INBOX, type Chosen } from "../setup/draft";
import { InboxChoice } from "../setup/InboxChoice";

/** What is read again once another one was chosen. */
const TOUCHED = ["channels", "problems", "setupWebhook"] as const;

/** The part of the form. */
export function InboxPart({
  channel,
  open,
  onOpen,
}: {
  channel: ChannelView;
  /** Whether the list is shown. */
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const { text } = useWords();
  const { accountId, inboxId } = channel.options;
  const platform = platformName(channel.platform, channel.preset);
  return (
    <div className="stack">
      <h3>{text("inbox-title")}</h3>
      <div className="row wrap">
        <span>
          {accountId === undefined
            ? text("inbox-none", { platform })
            : inboxId === undefined
              ? text("inbox-every", { account: String(accountId) })
              : text("inbox-bound", { account: String(accountId), inbox: String(inboxId) })}
        </span>
        {!open && (
          <Button variant="default" size="compact-sm" onClick={() => onOpen(true)}>
            {text("inbox-choose")}
          </Button>
        )}
      </div>
      {open && <List channel={channel} onClose={() => onOpen(false)} />}
    </div>
  );
}

function List({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const { text } = useWords();
  const { accountId, inboxId, inboxIdentifier } = channel.options;
  const [chosen, setChosen] = useState<Chosen>({ accountId, inboxId, inboxName: "" });
  const backend = useBackend();
  const look = useQuery({
    queryKey: ["inboxes", channel.id],
    queryFn: () => backend.call("setup.look", { channel: channel.id }),
    // What is there now is asked for each time the list is opened.
    gcTime: 0,
    retry: false,
    networkMode: "always",
  });
  const bind = useCommand("setup.useInbox", TOUCHED);
  const create = useCommand("setup.createInbox", TOUCHED);
  const update = useCommand("channel.update", TOUCHED);
  const offerUndo = useUndo();
  const account = accountOf(look.data, chosen);
  const inbox = inboxOf(look.data, chosen);
  const use = () => {
    if (!account || !inbox) return;
    const at = { channel: channel.id, accountId: account.id };
    if (inbox === NEW_INBOX)
      create.mutate({ ...at, name: chosen.inboxName.trim() || channel.name }, { onSuccess: onClose });
    else
      bind.mutate(
        { ...at, inboxId: inbox.id },
        {
          onSuccess() {
            onClose();
            offerUndo({
              done: { kind: "channel-saved", params: { name: channel.name } },
              reverse: () =>
                update.mutateAsync({
                  id: channel.id,
                  // Nought and nothing mean none.
                  options: {
                    accountId: accountId ?? 0,
                    inboxId: inboxId ?? 0,
                    inboxIdentifier: inboxIdentifier ?? "",
                  },
                }),
            });
          },
        },
      );
  };
  const same = account?.id === accountId && inbox !== NEW_INBOX && inbox?.id === inboxId;
  const error = bind.error ?? create.error;
  return (
    <div className="stack">
      {look.isPending && <Loader size="sm" aria-label={text("setup-loading")} />}
      {look.error && (
        <TroubleNote
          trouble={look.error}
          action={<Button onClick={() => void look.refetch()}>{text("action-try-again")}</Button>}
        />
      )}
      {look.data && (
        <>
          <p className="row small green">
            <Shape name="tick" /> <span>{text("setup-looked", { who: look.data.user, url: look.data.apiUrl })}</span>
          </p>
          <InboxChoice
            accounts={look.data.accounts}
            account={account}
            inbox={inbox}
            inboxName={chosen.inboxName}
            channel={channel}
            change={(part) => setChosen((before) => ({ ...before, ...part }))}
          />
        </>
      )}
      {error && <TroubleNote trouble={error} />}
      <div className="row wrap">
        <Button
          size="compact-sm"
          loading={bind.isPending || create.isPending}
          disabled={!account || !inbox || same}
          onClick={use}
        >
          {text(inbox === NEW_INBOX ? "inbox-create" : "inbox-use")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {text("action-cancel")}
        </Button>
        <span className="small muted">{text("inbox-by-number")}</span>
      </div>
    </div>
  );
}
