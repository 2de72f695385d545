/** Step 4: the address to paste into the platform, and the wait for the first thing that comes from there. */
import { Button, Loader, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState, type RefObject } from "react";

import { useBackend } from "../../app/backend";
import { useCommand, useEventNames, usePracticeEndpoint } from "../../app/queries";
import type { ChannelView, ExchangeRow } from "../../backend";
import { Checks, useCheckup } from "../../components/Checks";
import { CopyButton, CopyIcon } from "../../components/CopyButton";
import { HelpLink } from "../../components/HelpLink";
import { Icon, Shape } from "../../components/icons";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { errorKey, eventKey } from "../../strings/words";
import { directionSteps } from "../channels/Address";
import { setupPage } from "../help/pages";
import { isInside, secretHeader, type Draft } from "./draft";
import { Foot, Heading } from "./parts";
import { useArrivals, useWebhook } from "./queries";
import css from "./setup.module.css";
import { StartWithComputer } from "./StartWithComputer";

/** After so long without a word the usual causes are shown, in ms. */
const PATIENCE = 120_000;

/** The step. */
export function AddressStep({
  draft,
  channel,
  platform,
  heading,
  onBack,
}: {
  draft: Draft;
  channel: ChannelView;
  platform: string;
  heading: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
}) {
  const { text } = useWords();
  const navigate = useNavigate();
  // What the platform was told is checked anew.
  const [told, setTold] = useState(0);
  const done = useCommand("setup.done", ["setups"]);
  const bound = channel.platform === "chatwoot" && channel.options.inboxId !== undefined && channel.token !== "";
  const leave = () => void navigate({ to: "/channels", search: { channel: channel.id } });
  const finish = () => done.mutate({ id: channel.id }, { onSettled: leave });
  return (
    <div className="stack wide">
      <Heading of={heading} help={<HelpLink page={setupPage(channel.platform, channel.preset)} />}>
        {text("address-title", { platform })}
      </Heading>
      <section className={css.box} aria-label={text("setup-paste")}>
        <div className={css.paste}>
          <code>{channel.intakeUrl}</code>
          <CopyButton primary={!bound} get={() => channel.intakeUrl}>
            {text("address-copy")}
          </CopyButton>
        </div>
        <PublicAddress channel={channel} platform={platform} />
        {bound && <SetForMe channel={channel} platform={platform} onTold={() => setTold(told + 1)} />}
        {channel.platform === "elma365" && channel.token !== "" && (
          <Secret channel={channel} typed={draft.token} label={text("token-elma365")} />
        )}
        {channel.platform === "userlike" && channel.token !== "" && (
          <>
            <p>
              {text("setup-header-name")} <code className="mono">{channel.options.secretHeader || secretHeader}</code>{" "}
              <CopyIcon
                label={text("secret-copy", { what: text("field-secret-header") })}
                get={() => channel.options.secretHeader || secretHeader}
              />
            </p>
            <Secret channel={channel} typed={draft.token} label={text("token-userlike")} />
          </>
        )}
        <details open={!bound}>
          <summary>{text("address-where", { platform })}</summary>
          <ol className={css.numbered}>
            {Array.from({ length: directionSteps[channel.platform] }, (_, index) => (
              <li key={index}>{text(`directions-${channel.platform}-${index + 1}`, { platform })}</li>
            ))}
          </ol>
        </details>
        {channel.platform === "userlike" && <UserlikeEvents />}
      </section>
      <Waiting channel={channel} platform={platform} told={told} />
      <Foot onBack={onBack} hint={channel.lastAt === null ? text("setup-later-hint") : undefined}>
        <Button loading={done.isPending} onClick={finish}>
          {text("setup-finish")}
        </Button>
        {channel.lastAt === null && (
          <Button variant="subtle" onClick={() => void navigate({ to: "/" })}>
            {text("setup-later")}
          </Button>
        )}
      </Foot>
    </div>
  );
}

/** A secret of the channel to be entered at the platform. */
function Secret({ channel, typed, label }: { channel: ChannelView; typed: string; label: string }) {
  const { text } = useWords();
  const backend = useBackend();
  const get = async () =>
    typed !== "" ? typed : (await backend.call("channel.reveal", { id: channel.id, field: "token" })).value;
  return (
    <p className="row">
      <span>
        {label}: <code className="mono">{channel.token}</code>
      </span>
      <CopyIcon label={text("secret-copy", { what: label })} get={get} />
    </p>
  );
}

/** What the form of Userlike calls its events. */
function UserlikeEvents() {
  const { text } = useWords();
  const names = (useEventNames().data ?? []).filter(
    ({ platform, kind }) => platform === "userlike" && kind !== "conversation.snapshot",
  );
  const own = [...new Set(names.map(({ platformName }) => platformName))];
  return (
    <details>
      <summary>{text("setup-userlike-events", { count: own.length })}</summary>
      <p className={css.events}>
        {own.map((name) => (
          <code key={name}>{name}</code>
        ))}
      </p>
    </details>
  );
}

/** Where there is no public address, or one nobody outside can reach: that, and the field to type another. */
function PublicAddress({ channel, platform }: { channel: ChannelView; platform: string }) {
  const { text, trouble, remedy } = useWords();
  const update = useCommand("settings.update", ["settings", "status", "channels"], "shown");
  const [typed, setTyped] = useState("");
  // A server in the same network may well reach it.
  const near = channel.platform === "chatwoot" && channel.apiUrl !== null && isInside(channel.apiUrl);
  const inside = isInside(channel.intakeUrl);
  if (!channel.localOnly && !inside) return null;
  return (
    <div className={css.warning} role="note">
      <p className="row">
        <Icon name="warning" style={{ flex: "none" }} />
        <span>
          {channel.localOnly ? text("address-local-only", { platform }) : text("setup-public-inside", { platform })}{" "}
          {near && text("setup-public-near", { platform })}
        </span>
      </p>
      <form
        className={css.paste}
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate({ publicUrl: typed });
        }}
      >
        <TextInput
          aria-label={text("field-public-url")}
          placeholder="https://relay.example.com"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={update.error && `${trouble(update.error)} ${remedy(update.error) ?? ""}`}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={update.isPending}>
          {text("setup-public-save")}
        </Button>
      </form>
    </div>
  );
}

/** The webhook of an inbox, set through the API: one press, and one to put the old one back. */
function SetForMe({ channel, platform, onTold }: { channel: ChannelView; platform: string; onTold: () => void }) {
  const { text } = useWords();
  const webhook = useWebhook(channel.id, true);
  const apply = useCommand("setup.applyWebhook", ["setupWebhook", "channels"], "shown");
  const now = apply.data ?? webhook.data;
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
          <Button
            loading={apply.isPending}
            onClick={() => apply.mutate({ channel: channel.id }, { onSuccess: onTold })}
          >
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
            onClick={() => apply.mutate({ channel: channel.id, url: apply.data.before }, { onSuccess: onTold })}
          >
            {text("setup-webhook-undo")}
          </Button>
        </p>
      )}
      {apply.error && <TroubleNote trouble={apply.error} />}
      <p className="small muted">{text("setup-webhook-or", { platform })}</p>
    </div>
  );
}

/** What has been checked, and the wait for the first request. */
function Waiting({ channel, platform, told }: { channel: ChannelView; platform: string; told: number }) {
  const { text, format } = useWords();
  const backend = useBackend();
  const { checkup, running, error, start } = useCheckup();
  const practising = usePracticeEndpoint(channel.id).data?.inUse === true;
  const arrivals = useArrivals(channel.id);
  const done = useCommand("setup.done", ["setups"]);
  const [late, setLate] = useState(false);
  const rows = arrivals.data?.rows ?? [];
  // What was done about it later is another question.
  const refused = rows.find(({ status }) => status !== null && status >= 400);
  const heard = rows.filter(({ status, kind }) => status === 200 && kind !== null);
  const hello = heard.find(({ kind }) => kind === "channel.connected");
  const message = heard.findLast(({ kind }) => kind?.startsWith("message.") ?? false);
  const first = message ?? heard.at(-1);

  useEffect(() => {
    start({ channel: channel.id, parts: ["intake", "platform"] });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- again only when an address changes
  }, [channel.id, channel.intakeUrl, told]);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const arrived = first !== undefined;
  useEffect(() => {
    if (arrived) done.mutate({ id: channel.id });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the first request is there
  }, [arrived, channel.id]);

  return (
    <section className="stack" aria-label={text("setup-waiting-title")}>
      <div className="row">
        <h3 className="grow">{text("setup-checks")}</h3>
        <Button
          size="compact-sm"
          variant="default"
          loading={running}
          onClick={() => start({ channel: channel.id, parts: ["intake", "platform"] })}
        >
          {text("setup-check-again")}
        </Button>
      </div>
      {error && <TroubleNote trouble={error} />}
      {checkup && <Checks checks={checkup.checks} running={checkup.running} parts />}
      {hello && (
        <p className="row green" role="status">
          <Shape name="tick" /> <span>{text("setup-hello", { platform, when: format.time(hello.at) })}</span>
        </p>
      )}
      {first ? (
        <First row={first} channel={channel} message={message !== undefined} />
      ) : (
        <p className="row" role="status">
          <Loader size={14} aria-hidden="true" />
          <span>
            {text(channel.platform === "elma365" ? "setup-waiting-hello" : "setup-waiting-message", { platform })}
          </span>
        </p>
      )}
      {practising && (
        <p className="small">
          {text("practice-in-use")}{" "}
          <TextLink to="/channels/$id/practice" params={{ id: channel.id }}>
            {text("setup-practice-see")}
          </TextLink>
        </p>
      )}
      {message && backend.desktop && <StartWithComputer desktop={backend.desktop} />}
      {refused?.code && !message && (
        <p className={css.warning} role="alert">
          <span>
            <b>{text("setup-refused", { when: format.time(refused.at) })}</b> {text(`${errorKey(refused.code)}.hint`)}{" "}
            <TextLink to="/traffic" search={{ channel: channel.id, exchange: refused.id }}>
              {text("setup-refused-show")}
            </TextLink>
          </span>
        </p>
      )}
      {!first && (
        <details open={late} className={css.box}>
          <summary>{text(late ? "setup-late" : "setup-nothing")}</summary>
          <ol className={css.causes}>
            {[1, 2, 3].map((cause) => (
              <li key={cause}>{text(`setup-cause-${channel.platform}-${cause}`, { platform })}</li>
            ))}
          </ol>
          {channel.platform !== "userlike" && (
            <p className="small">
              <TextLink to="/channels/$id/customer" params={{ id: channel.id }}>
                {text("channel-try")}
              </TextLink>
            </p>
          )}
        </details>
      )}
    </section>
  );
}

/** The first real thing that came. */
function First({ row, channel, message }: { row: ExchangeRow; channel: ChannelView; message: boolean }) {
  const { text, format } = useWords();
  return (
    <div className={css.good} role="status">
      <span className="green">
        <Shape name="tick" size={18} />
      </span>
      <div className="grow">
        <b>{text(message ? "setup-first-message" : "setup-first", { name: channel.name })}</b>
        <p className="small muted">
          {row.kind ? text(eventKey(row.kind)) : row.platformName}
          {row.who && ` · ${row.who}`} · {format.time(row.at)}
        </p>
        {row.preview && <blockquote>{row.preview}</blockquote>}
        <p className="small">
          <TextLink to="/traffic" search={{ channel: channel.id, exchange: row.id }}>
            {text("setup-first-show")}
          </TextLink>
        </p>
      </div>
    </div>
  );
}
