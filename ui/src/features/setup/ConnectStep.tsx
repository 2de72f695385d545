/** Step 2: how the platform is reached. A Chatwoot is looked into with its address and a token, so that nobody types a number. */
import { Button, Select, TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";

import { useBackend } from "../../app/backend";
import { useChannels, useCommand } from "../../app/queries";
import type { BackendError, ChannelInput, ChannelView, Preset } from "../../backend";
import { CopyIcon } from "../../components/CopyButton";
import { HelpLink } from "../../components/HelpLink";
import { Icon, Shape } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { cleanSecret, fieldOf, isMasked } from "../channels/form";
import { SecretField } from "../channels/SecretField";
import { setupPage, tokenPlace } from "../help/pages";
import { accountOf, inboxOf, nameOf, NEW_INBOX, type Draft } from "./draft";
import { InboxChoice } from "./InboxChoice";
import { Foot, Heading, UseCopied } from "./parts";
import { TrustServer } from "./TrustServer";

const places = { chatwoot: "https://app.chatwoot.com", onehash: "https://chat.onehash.ai", chatlake: "https://" };

/** The step. The channel comes to be when it is left. */
export function ConnectStep({
  draft,
  change,
  channel,
  heading,
  onBack,
  onCreated,
  onNext,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  channel: ChannelView | undefined;
  heading: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
  onCreated: (channel: ChannelView) => void;
  onNext: (channel: ChannelView) => void;
}) {
  const { text, trouble, remedy } = useWords();
  const backend = useBackend();
  const channels = useChannels().data ?? [];
  const look = useCommand("setup.look", [], "shown");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<BackendError>();
  const [hint, setHint] = useState<string>();
  const form = useRef<HTMLFormElement>(null);

  const chatwoot = draft.platform === "chatwoot";
  const platform = platformName(draft.platform, draft.preset);
  const taken = channels.filter(({ id }) => id !== channel?.id).map(({ name }) => name);
  const kept = chatwoot && channel !== undefined && channel.token !== "";
  const looked = look.data;
  const account = accountOf(looked, draft);
  const inbox = inboxOf(looked, draft);
  const name = nameOf(draft, inbox, taken);
  const field = error && fieldOf(error);
  const errorAt = (at: string): ReactNode => error && field === at && `${trouble(error)} ${remedy(error) ?? ""}`;

  const asked = useRef("");
  const lookNow = (again = false, platformCertificate = draft.platformCertificate) => {
    const token = cleanSecret(draft.token).value;
    const key = JSON.stringify([draft.preset, draft.apiUrl, token]);
    if (token === "" && !kept) return setHint(text("setup-hint-token"));
    if (!again && asked.current === key) return;
    asked.current = key;
    setHint(undefined);
    setError(undefined);
    look.mutate({
      ...(channel ? { channel: channel.id } : {}),
      preset: draft.preset ?? "chatwoot",
      ...(draft.apiUrl.trim() === "" ? {} : { apiUrl: draft.apiUrl }),
      ...(token === "" ? {} : { token }),
      ...(platformCertificate === "" ? {} : { platformCertificate }),
    });
  };
  // Taken up again, the choice is there at once.
  const { mutate: lookAgain } = look;
  const again = useRef(kept ? { channel: channel.id } : undefined);
  useEffect(() => {
    if (again.current) lookAgain(again.current);
  }, [lookAgain]);

  const input = (): ChannelInput => {
    const token = cleanSecret(draft.token).value;
    return {
      name,
      ...(draft.preset ? { preset: draft.preset } : {}),
      ...(token === "" && channel ? {} : { token }),
      ...(chatwoot && draft.apiUrl.trim() !== "" ? { apiUrl: draft.apiUrl } : {}),
      ...(chatwoot && draft.platformCertificate !== "" ? { platformCertificate: draft.platformCertificate } : {}),
      ...(draft.platform === "userlike" ? { options: { secretHeader: draft.secretHeader } } : {}),
    };
  };
  const save = async (bind: boolean) => {
    setPending(true);
    setError(undefined);
    try {
      let saved = channel
        ? await backend.call("channel.update", { id: channel.id, ...input() })
        : await backend.call("channel.create", { platform: draft.platform, ...input() });
      // From here on it is there, whatever becomes of the rest.
      onCreated(saved);
      if (bind && account) {
        const at = { channel: saved.id, accountId: account.id };
        if (inbox === NEW_INBOX) {
          saved = await backend.call("setup.createInbox", { ...at, name: draft.inboxName.trim() || name });
          // Coming back must not make another.
          change({ inboxId: saved.options.inboxId, accountId: account.id });
        } else if (inbox) saved = await backend.call("setup.useInbox", { ...at, inboxId: inbox.id });
      }
      change({ name: saved.name });
      onNext(saved);
    } catch (cause) {
      setError(cause as BackendError);
    } finally {
      setPending(false);
    }
  };
  const next = () => {
    if (!chatwoot) return void save(false);
    if (!looked || look.isPending) {
      lookNow(true);
      return setHint(text(draft.token === "" && !kept ? "setup-hint-token" : "setup-hint-look"));
    }
    if (!account) return setHint(text("setup-hint-account"));
    if (!inbox) return setHint(text("setup-hint-inbox"));
    setHint(undefined);
    void save(true);
  };

  return (
    <form
      ref={form}
      className="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <Heading
        of={heading}
        help={<HelpLink page={setupPage(draft.platform, draft.preset)} at={tokenPlace[draft.platform]} />}
      >
        {text("setup-connect-title", { platform })}
      </Heading>
      <p className="muted">{text(`setup-connect-${draft.platform}`, { platform })}</p>
      {chatwoot && (
        <>
          <Select
            label={text("field-preset")}
            allowDeselect={false}
            data={(["chatwoot", "chatlake", "onehash"] as const).map((preset) => ({
              value: preset,
              label: platformName("chatwoot", preset),
            }))}
            value={draft.preset ?? "chatwoot"}
            onChange={(preset) => change({ preset: preset as Preset })}
          />
          <TextInput
            label={text("setup-address-of", { platform })}
            description={text("setup-address-help")}
            placeholder={places[draft.preset ?? "chatwoot"]}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={draft.apiUrl}
            error={errorAt("apiUrl")}
            // A certificate is agreed to for one server.
            onChange={(event) => change({ apiUrl: event.currentTarget.value, platformCertificate: "" })}
            onBlur={() => draft.token !== "" && lookNow()}
            rightSectionWidth="auto"
            rightSection={
              draft.apiUrl === "" && (
                <UseCopied
                  onRead={(apiUrl) => (setHint(undefined), change({ apiUrl, platformCertificate: "" }))}
                  onRefused={() => setHint(text("setup-copied-refused"))}
                />
              )
            }
          />
          <SecretField
            label={text("token-chatwoot")}
            description={text(kept && draft.token === "" ? "setup-token-kept" : "token-chatwoot.help")}
            value={draft.token}
            before=""
            error={errorAt("token")}
            onChange={(token) => change({ token })}
          />
          <div className="row wrap">
            <Button variant="default" loading={look.isPending} onClick={() => lookNow(true)}>
              {text("setup-look")}
            </Button>
            {looked && !look.isPending && (
              <span className="row small green" role="status">
                <Shape name="tick" /> <span>{text("setup-looked", { who: looked.user, url: looked.apiUrl })}</span>
              </span>
            )}
          </div>
          {look.error && <TroubleNote trouble={look.error} />}
          {look.error?.code === "TLS-03" && !look.isPending && look.variables && (
            <TrustServer
              look={look.variables}
              onTrust={(platformCertificate) => {
                change({ platformCertificate });
                lookNow(true, platformCertificate);
              }}
            />
          )}
          {looked?.notes.map((note) => (
            <Note key={note.key}>{note}</Note>
          ))}
          {looked && !look.isPending && (
            <InboxChoice
              accounts={looked.accounts}
              account={account}
              inbox={inbox}
              inboxName={draft.inboxName}
              channel={channel}
              change={(part) => (setHint(undefined), change(part))}
            />
          )}
        </>
      )}
      {draft.platform === "elma365" && (
        <>
          <SecretField
            label={text("token-elma365")}
            description={text(channel && draft.token === "" ? "setup-token-kept" : "setup-token-elma365")}
            value={draft.token}
            before=""
            onChange={(token) => change({ token })}
          />
          {draft.token !== "" && <Offered what={text("token-elma365")} value={draft.token} />}
        </>
      )}
      {draft.platform === "userlike" && (
        <>
          <TextInput
            label={text("field-secret-header")}
            description={text("setup-secret-header-help")}
            autoComplete="off"
            spellCheck={false}
            value={draft.secretHeader}
            error={errorAt("secretHeader")}
            onChange={(event) => change({ secretHeader: event.currentTarget.value })}
          />
          <SecretField
            label={text("token-userlike")}
            description={text(channel && draft.token === "" ? "setup-token-kept" : "setup-token-userlike")}
            value={draft.token}
            before=""
            onChange={(token) => change({ token })}
          />
          {draft.token !== "" && <Offered what={text("token-userlike")} value={draft.token} />}
        </>
      )}
      <TextInput
        label={text("field-name")}
        description={text("name-help")}
        placeholder={name}
        autoComplete="off"
        value={draft.name}
        error={errorAt("name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {error && !errorAt(String(field)) && <TroubleNote trouble={error} />}
      {error && field !== undefined && !["name", "apiUrl", "token", "secretHeader"].includes(field) && (
        <TroubleNote trouble={error} />
      )}
      <Foot onBack={onBack} hint={hint}>
        <Button type="submit" loading={pending}>
          {text("setup-next")}
        </Button>
        {chatwoot && !looked && !kept && (
          <Button variant="subtle" disabled={pending} onClick={() => void save(false)}>
            {text("setup-without-token")}
          </Button>
        )}
      </Foot>
    </form>
  );
}

function Note({ children }: { children: Parameters<ReturnType<typeof useWords>["sentence"]>[0] }) {
  const { sentence } = useWords();
  return (
    <p className="row small muted" role="note">
      <Icon name="note" /> <span>{sentence(children)}</span>
    </p>
  );
}

/** A secret that is to be entered at the platform. */
function Offered({ what, value }: { what: string; value: string }) {
  const { text } = useWords();
  if (isMasked(value)) return null;
  return (
    <p className="row small muted">
      <CopyIcon label={text("secret-copy", { what })} get={() => value} /> <span>{text("setup-copy-later")}</span>
    </p>
  );
}
