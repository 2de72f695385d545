/** Step 4: the address to paste into the platform, and the wait for the first thing that comes from there. */
import { Button, Loader, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type RefObject } from "react";

import { useBackend } from "../../app/backend";
import { useCommand, useEventNames, usePracticeEndpoint } from "../../app/queries";
import type { ChannelView, ExchangeRow } from "../../backend";
import { Checks, useCheckup } from "../../components/Checks";
import { CopyButton, CopyIcon } from "../../components/CopyButton";
import { HelpLink } from "../../components/HelpLink";
import { Icon, Shape } from "../../components/icons";
import { RemedyFor } from "../../components/Remedy";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { errorKey, eventKey } from "../../strings/words";
import { directionSteps } from "../channels/Address";
import { setupPage } from "../help/pages";
import { isInside, secretHeader, type Draft } from "./draft";
import { Foot, Heading } from "./parts";
import { useArrivals } from "./queries";
import css from "./setup.module.css";
import { StartWithComputer } from "./StartWithComputer";
import { isBound, Webhook } from "./Webhook";

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
  const bound = isBound(channel);
  const arrivals = useArrivals(channel.id);
  const nothing = arrivals.first === undefined;
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
        {bound && (
          <>
            <Webhook channel={channel} onTold={() => setTold(told + 1)} />
            <p className="small muted">{text("setup-webhook-or", { platform })}</p>
          </>
        )}
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
      <Waiting channel={channel} platform={platform} told={told} arrivals={arrivals} />
      <Foot onBack={onBack} hint={nothing ? text("setup-later-hint") : undefined}>
        <Button loading={done.isPending} onClick={finish}>
          {text("setup-finish")}
        </Button>
        {nothing && (
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
          {near && (
            <>
              {text("setup-public-near", { platform })}{" "}
              <TextLink
                to="/help/$page"
                params={{ page: "requests" }}
                search={{ ask: "private-network", channel: channel.id }}
              >
                {text("setup-public-ask")}
              </TextLink>
            </>
          )}
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

/** What is checked without being asked for. */
const unasked = ["intake", "platform"] as const;

/** What has been checked, and the wait for the first request. */
function Waiting({
  channel,
  platform,
  told,
  arrivals: { hello, message, first, refused, reading },
}: {
  channel: ChannelView;
  platform: string;
  told: number;
  arrivals: ReturnType<typeof useArrivals>;
}) {
  const { text, format } = useWords();
  const backend = useBackend();
  const { checkup, running, error, start } = useCheckup();
  const practising = usePracticeEndpoint(channel.id).data?.inUse === true;
  const done = useCommand("setup.done", ["setups"]);
  const [late, setLate] = useState(false);
  const arrived = first !== undefined;

  // What the checks found is of what was known then: the address, what the platform was told, what it has said.
  const known = JSON.stringify([channel.id, channel.intakeUrl, told, hello !== undefined, arrived]);
  const checked = useRef({ known: "", byHand: false });
  useEffect(() => {
    if (running || reading) return;
    // A test message is not made to vanish by its own webhook.
    const { known: before, byHand } = checked.current;
    checked.current = { known, byHand: false };
    if (before !== known && !byHand) start({ channel: channel.id, parts: [...unasked] });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- again only when something new is known
  }, [known, running, reading]);
  const test = () => {
    checked.current.byHand = true;
    start({ channel: channel.id, parts: [...unasked, "message"] });
  };
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
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
          onClick={() => start({ channel: channel.id, parts: [...unasked] })}
        >
          {text("setup-check-again")}
        </Button>
      </div>
      {error && <TroubleNote trouble={error} />}
      {checkup && <Checks checks={checkup.checks} running={checkup.running} channel={channel.id} parts />}
      {isBound(channel) && (
        <div className="row wrap">
          <Button size="compact-sm" variant="default" disabled={running} onClick={test}>
            {text("test-message")}
          </Button>
          <span className="small muted">{text("test-message.meaning")}</span>
        </div>
      )}
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
      {refused?.code && (
        <div className={css.warning} role="alert">
          <p>
            <b>{text("setup-refused", { when: format.time(refused.at) })}</b> {text(`${errorKey(refused.code)}.hint`)}{" "}
            <TextLink to="/traffic" search={{ channel: channel.id, exchange: refused.id }}>
              {text("setup-refused-show")}
            </TextLink>
          </p>
          <RemedyFor channel={channel.id} code={refused.code} />
        </div>
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
