/**
 * Setting a channel up in four steps, one decision each: which platform, how it is reached, where messages go, and the address to paste
 * there. The channel comes to be with the second step, so that its address works while the admin is at the platform; from then on the
 * wizard can be left and taken up again.
 */
import { Button, Loader } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import { useChannels, useCommand } from "../../app/queries";
import { platforms, type ChannelView, type Platform } from "../../backend";
import { Icon } from "../../components/icons";
import { LeaveQuestion } from "../../components/LeaveQuestion";
import { HelpLink } from "../../components/HelpLink";
import { LookPickers } from "../../components/LookPickers";
import { Page } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { AddressStep } from "./AddressStep";
import { ConnectStep } from "./ConnectStep";
import { draftOf, emptyDraft, steps, type Draft, type Step } from "./draft";
import { EndpointStep } from "./EndpointStep";
import { Foot, Heading } from "./parts";
import { useSetups } from "./queries";
import css from "./setup.module.css";

/** The wizard: of a new channel, or of one whose set-up was left. */
export function SetupPage() {
  const { text } = useWords();
  const { channel: id } = useSearch({ from: "/setup" });
  const channels = useChannels().data;
  const setups = useSetups().data;
  // The wizard that made the channel goes on as it is; any other way to an address begins with what is there.
  const [at, setAt] = useState<{ id: string | undefined; begun?: string; run: number }>({ id, run: 0 });
  if (at.id !== id) setAt({ id, run: at.id === undefined && id === at.begun ? at.run : at.run + 1 });
  if (!channels || !setups)
    return (
      <Page title={text("setup-title")}>
        <Loader size="sm" aria-label={text("setup-loading")} />
      </Page>
    );
  const channel = channels.find((one) => one.id === id);
  const step = setups.find((one) => one.channel === id)?.step ?? 3;
  return (
    <Wizard
      key={at.run}
      given={channel}
      at={channel ? (steps[step - 1] ?? "endpoint") : "platform"}
      onCreated={(begun) => setAt((now) => ({ ...now, begun }))}
    />
  );
}

function Wizard({
  given,
  at,
  onCreated,
}: {
  given: ChannelView | undefined;
  at: Step;
  onCreated: (id: string) => void;
}) {
  const { text } = useWords();
  const navigate = useNavigate();
  const channels = useChannels().data ?? [];
  const queries = useQueryClient();
  const put = useCommand("setup.put", ["setups"]);
  const [step, setStep] = useState<Step>(given ? at : "platform");
  const [draft, setDraft] = useState<Draft>(() => (given ? draftOf(given) : emptyDraft("elma365")));
  const [made, setMade] = useState<ChannelView | undefined>(given);
  // What the platform taught meanwhile counts.
  const channel = made && (channels.find(({ id }) => id === made.id) ?? made);
  const heading = useRef<HTMLHeadingElement>(null);

  const go = (to: Step, of: ChannelView | undefined = channel) => {
    setStep(to);
    if (of) put.mutate({ channel: of.id, step: steps.indexOf(to) + 1 });
    // What comes next is read from its beginning.
    requestAnimationFrame(() => heading.current?.focus());
  };
  const created = (fresh: ChannelView) => {
    if (!made) {
      // The way back to it may be taken before the stream has told of it.
      queries.setQueryData<ChannelView[]>(["channels"], (all) =>
        all?.some(({ id }) => id === fresh.id) ? all : [...(all ?? []), fresh],
      );
      onCreated(fresh.id);
      void navigate({ to: "/setup", search: { channel: fresh.id }, replace: true, ignoreBlocker: true });
    }
    setMade(fresh);
  };
  const change = (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part }));
  const number = steps.indexOf(step) + 1;
  const platform = platformName(draft.platform, draft.preset);
  const props = { draft, change, channel, heading };
  return (
    <Page
      title={channel ? text("setup-title-of", { name: channel.name }) : text("setup-title")}
      sentence={text("setup-sentence")}
    >
      <LeaveQuestion dirty={!made && step === "connect" && (draft.apiUrl !== "" || draft.name !== "")} />
      <div className={css.wizard}>
        <Way draft={draft} step={step} />
        <p className="small muted figures">{text("setup-step", { number, count: steps.length })}</p>
        {step === "platform" && (
          <PlatformStep
            {...props}
            onChoose={(next) =>
              next !== draft.platform && setDraft({ ...emptyDraft(next), callbackUrl: draft.callbackUrl })
            }
            onNext={() => go("connect")}
          />
        )}
        {step === "connect" && (
          <ConnectStep
            {...props}
            onBack={() => go("platform")}
            onCreated={created}
            onNext={(fresh) => go("endpoint", fresh)}
          />
        )}
        {step === "endpoint" && channel && (
          <EndpointStep {...props} channel={channel} onBack={() => go("connect")} onNext={() => go("address")} />
        )}
        {step === "address" && channel && (
          <AddressStep {...props} channel={channel} platform={platform} onBack={() => go("endpoint")} />
        )}
      </div>
    </Page>
  );
}

/** The way a message takes, as far as it is known by now. Decoration: the steps say the same in words. */
function Way({ draft, step }: { draft: Draft; step: Step }) {
  const { text } = useWords();
  const at = steps.indexOf(step);
  const chosen = at > 0;
  const practising = at > 1 && draft.target === "practice";
  let host = "";
  try {
    host = draft.target === "own" ? new URL(draft.callbackUrl).host : "";
  } catch {
    // Nothing typed yet that is an address.
  }
  return (
    <div className={css.way} aria-hidden="true">
      <span data-known={chosen || undefined}>
        {chosen ? (
          <PlatformMark platform={draft.platform} preset={draft.preset} size={18} />
        ) : (
          <Icon name="conversations" />
        )}
        <span className="clip">{chosen ? platformName(draft.platform, draft.preset) : text("setup-way-platform")}</span>
      </span>
      <Icon name="out" />
      <span data-known>
        <img src="./icon.svg" width="18" height="18" alt="" /> Switchboard
      </span>
      <Icon name="out" />
      <span data-known={practising || host !== "" || undefined}>
        <Icon name="program" />
        <span className="clip">{host || text(practising ? "practice-endpoint" : "setup-way-endpoint")}</span>
      </span>
    </div>
  );
}

function PlatformStep({
  draft,
  channel,
  heading,
  onChoose,
  onNext,
}: {
  draft: Draft;
  channel: ChannelView | undefined;
  heading: React.RefObject<HTMLHeadingElement | null>;
  onChoose: (platform: Platform) => void;
  onNext: () => void;
}) {
  const { text } = useWords();
  const radios = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!channel) radios.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
  }, [channel]);
  return (
    <form
      className="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Heading of={heading} help={<HelpLink page="start" at="start-steps" />}>
        {text("setup-platform-title")}
      </Heading>
      <div ref={radios} role="radiogroup" aria-label={text("setup-platform-title")} className={css.cards}>
        {platforms.map((one) => (
          <label key={one} className={css.card} data-off={(channel && one !== draft.platform) || undefined}>
            <input
              type="radio"
              name="platform"
              checked={draft.platform === one}
              // A channel's platform cannot change any more.
              disabled={channel !== undefined && one !== draft.platform}
              onChange={() => onChoose(one)}
            />
            <PlatformMark platform={one} size={36} />
            <b>{platformName(one)}</b>
            <span className="small muted">{text(`platform-${one}`)}</span>
            <span className="small">{text(`setup-platform-${one}`)}</span>
          </label>
        ))}
      </div>
      {channel && <p className="small muted">{text("setup-platform-fixed")}</p>}
      <LookPickers />
      <p className="small muted">{text("setup-local")}</p>
      <Foot>
        <Button type="submit">{text("setup-next")}</Button>
      </Foot>
    </form>
  );
}
