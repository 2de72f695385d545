/** The accounts and inboxes of a Chatwoot to pick from, and a new inbox where its owner may make one. */
import { TextInput } from "@mantine/core";

import type { ChannelView, SetupAccount, SetupInbox } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { NEW_INBOX, type Chosen } from "./draft";
import css from "./setup.module.css";

/** The list. One that cannot be chosen says why. */
export function InboxChoice({
  accounts,
  account,
  inbox,
  inboxName,
  channel,
  change,
}: {
  accounts: readonly SetupAccount[];
  account: SetupAccount | undefined;
  inbox: SetupInbox | typeof NEW_INBOX | undefined;
  inboxName: string;
  channel: ChannelView | undefined;
  change: (part: Partial<Chosen>) => void;
}) {
  const { text, trouble, remedy } = useWords();
  if (accounts.length === 0) return <p role="alert">{text("setup-no-account")}</p>;
  return (
    <>
      {accounts.length > 1 && (
        <fieldset className={css.choices}>
          <legend>{text("setup-account")}</legend>
          {accounts.map((one) => (
            <label key={one.id} className={css.choice}>
              <input
                type="radio"
                name="account"
                checked={one.id === account?.id}
                onChange={() => change({ accountId: one.id, inboxId: undefined })}
              />
              <span>
                <b>{one.name}</b>{" "}
                <span className="small muted">
                  {text(one.administrator ? "setup-role-administrator" : "setup-role-agent")}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {account?.error && <TroubleNote trouble={account.error} />}
      {account && !account.error && (
        <fieldset className={css.choices}>
          <legend>{text("setup-inbox", { name: account.name })}</legend>
          {account.inboxes.map((one) => (
            <label key={one.id} className={css.choice} data-off={one.obstacle !== null || undefined}>
              <input
                type="radio"
                name="inbox"
                disabled={one.obstacle !== null}
                checked={inbox !== NEW_INBOX && one.id === inbox?.id}
                onChange={() => change({ accountId: account.id, inboxId: one.id })}
              />
              <span>
                <b>{one.name}</b> <span className="small muted">{one.kind}</span>
                {one.obstacle ? (
                  <span className="small">
                    {" "}
                    · {trouble(one.obstacle)} {remedy(one.obstacle)}
                  </span>
                ) : one.usedBy !== null ? (
                  <span className="small"> · {text("setup-inbox-used", { name: one.usedBy })}</span>
                ) : one.webhookUrl !== null && one.webhookUrl !== channel?.intakeUrl ? (
                  <span className="small muted"> · {text("setup-inbox-elsewhere", { url: one.webhookUrl })}</span>
                ) : null}
              </span>
            </label>
          ))}
          <label className={css.choice} data-off={!account.administrator || undefined}>
            <input
              type="radio"
              name="inbox"
              disabled={!account.administrator}
              checked={inbox === NEW_INBOX}
              onChange={() => change({ accountId: account.id, inboxId: NEW_INBOX })}
            />
            <span>
              <b>{text("setup-inbox-new")}</b>{" "}
              <span className="small muted">
                {text(account.administrator ? "setup-inbox-new.meaning" : "setup-inbox-new.agent")}
              </span>
            </span>
          </label>
          {inbox === NEW_INBOX && (
            <TextInput
              label={text("setup-inbox-name")}
              placeholder="Switchboard"
              value={inboxName}
              onChange={(event) => change({ inboxName: event.currentTarget.value })}
            />
          )}
        </fieldset>
      )}
    </>
  );
}
