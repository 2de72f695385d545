/** Step 3: where messages go. The address is tried as soon as it is typed; having none yet is an answer too. */
import { Button, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type RefObject } from "react";

import { useBackend } from "../../app/backend";
import { useChannels, useLinks, usePracticeEndpoint } from "../../app/queries";
import type { BackendError, ChannelView } from "../../backend";
import { Checks, useCheckup } from "../../components/Checks";
import { HelpLink } from "../../components/HelpLink";
import { Icon } from "../../components/icons";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { EventChoice } from "../channels/EventChoice";
import { emptyDraft as emptyLink, inputOf, obstacle, withCustomers } from "../links/rules";
import { mended, targets, type Draft } from "./draft";
import { Foot, Heading, UseCopied } from "./parts";
import css from "./setup.module.css";

/** The step. */
export function EndpointStep({
  draft,
  change,
  channel,
  heading,
  onBack,
  onNext,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  channel: ChannelView;
  heading: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
  onNext: () => void;
}) {
  const { text, trouble, remedy } = useWords();
  const backend = useBackend();
  const { checkup, running, error: refused, start, clear } = useCheckup();
  const links = useLinks().data ?? [];
  const others = (useChannels().data ?? []).filter((one) => one.id !== channel.id);
  const [scheme, setScheme] = useState<string>();
  const [tried, setTried] = useState("");
  const [hint, setHint] = useState<string>();
  const [error, setError] = useState<BackendError>();
  const [pending, setPending] = useState(false);

  const queries = useQueryClient();
  const practice = usePracticeEndpoint(channel.id).data;
  const practising = practice?.inUse === true && draft.callbackUrl === practice.url;
  useEffect(() => {
    // Taken up again, a channel that practises holds the address of its practice endpoint.
    if (practising && draft.target === "own") change({ target: "practice", callbackUrl: "" });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is known
  }, [practising]);

  const { target } = draft;
  const own = target === "own";
  const wrong = error ?? refused;
  const failed = checkup?.done && checkup.checks.some(({ state }) => state === "failed");

  /** Which side this channel would be on, with that other one; nothing where they cannot be joined. */
  const linkWith = (other: ChannelView) => {
    const [customers, operators] =
      channel.platform === "elma365" || other.platform === "userlike" ? [other, channel] : [channel, other];
    const link = { ...withCustomers(emptyLink, customers), operators: operators.id };
    const barred = obstacle("customers", customers, link, links) ?? obstacle("operators", operators, link, links);
    return barred ? undefined : inputOf(link);
  };
  const joinable = others.filter((other) => linkWith(other) !== undefined);

  const mend = () => {
    const found = mended(draft.callbackUrl);
    if (found.scheme) setScheme(found.scheme);
    if (found.url !== draft.callbackUrl) change({ callbackUrl: found.url });
    return found.url;
  };
  const tryIt = () => {
    const url = mend();
    if (url === "" || url === tried) return;
    setTried(url);
    setHint(undefined);
    setError(undefined);
    start({ channel: channel.id, draft: { callbackUrl: url }, parts: ["endpoint"] });
  };
  const next = async () => {
    const url = own ? mend() : "";
    if (own && url === "") return setHint(text("setup-hint-endpoint"));
    setPending(true);
    setError(undefined);
    const { subscriptions } = draft;
    try {
      await backend.call("channel.update", {
        id: channel.id,
        ...(target === "practice" ? {} : { callbackUrl: url }),
        subscriptions,
      });
      if (target === "practice")
        queries.setQueryData(
          ["practice", channel.id],
          await backend.call("practice.endpoint.use", { channel: channel.id, on: true }),
        );
      else void queries.invalidateQueries({ queryKey: ["practice", channel.id] });
      const other = others.find(({ id }) => id === draft.joined);
      const link = other && linkWith(other);
      if (link) {
        await backend.call("link.create", link);
        change({ joined: null });
      }
      // The way back to it may be taken before the stream has told of it.
      await queries.invalidateQueries({ queryKey: ["channels"] });
      onNext();
    } catch (cause) {
      clear();
      setError(cause as BackendError);
    } finally {
      setPending(false);
    }
  };

  return (
    <form
      className="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <Heading of={heading} help={<HelpLink page="endpoint" at="endpoint-answer" />}>
        {text("setup-endpoint-title")}
      </Heading>
      <p className="muted">{text("setup-endpoint-sentence")}</p>
      <fieldset className={css.choices} aria-label={text("setup-endpoint-title")}>
        {targets.map((one) => (
          <label key={one} className={css.choice}>
            <input
              type="radio"
              name="target"
              checked={target === one}
              onChange={() => (setHint(undefined), change({ target: one }))}
            />
            <span>
              <b>{text(`setup-endpoint-${one}`)}</b>{" "}
              <span className="small muted">{text(`setup-endpoint-${one}.meaning`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {own && (
        <>
          <TextInput
            label={text("setup-endpoint-address")}
            placeholder="https://crm.example.com/hooks/chat"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={draft.callbackUrl}
            error={wrong && `${trouble(wrong)} ${remedy(wrong) ?? ""}`}
            onChange={(event) => {
              setScheme(undefined);
              change({ callbackUrl: event.currentTarget.value });
            }}
            onBlur={tryIt}
            rightSectionWidth="auto"
            rightSection={
              draft.callbackUrl === "" && (
                <UseCopied
                  onRead={(copied) => {
                    setHint(undefined);
                    setScheme(undefined);
                    change({ callbackUrl: mended(copied).url });
                  }}
                  onRefused={() => setHint(text("setup-copied-refused"))}
                />
              )
            }
          />
          {scheme && (
            <p className="row small muted" role="note">
              <Icon name="note" /> <span>{text("setup-scheme-added", { scheme: `${scheme}://` })}</span>
            </p>
          )}
          <div className="row wrap">
            <Button
              variant="default"
              loading={running}
              onClick={() => {
                const url = mend();
                if (url === "") return setHint(text("setup-hint-endpoint"));
                setTried(url);
                start({ channel: channel.id, draft: { callbackUrl: url }, parts: ["endpoint"] });
              }}
            >
              {text("setup-endpoint-try")}
            </Button>
          </div>
          {checkup && !wrong && <Checks checks={checkup.checks} running={checkup.running} />}
          {failed && <p className="small muted">{text("setup-endpoint-anyway")}</p>}
        </>
      )}
      {target !== "none" && (
        <section className="stack">
          <h3>{text("events-title")}</h3>
          <EventChoice
            platform={channel.platform}
            value={draft.subscriptions}
            onChange={(subscriptions) => change({ subscriptions })}
          />
        </section>
      )}
      {!own && wrong && <TroubleNote trouble={wrong} />}
      {joinable.length > 0 && (
        <Select
          label={text("setup-join")}
          description={text("setup-join.meaning")}
          placeholder={text("setup-join-none")}
          clearable
          data={joinable.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.joined}
          onChange={(joined) => change({ joined })}
        />
      )}
      <Foot onBack={onBack} hint={hint}>
        <Button type="submit" loading={pending}>
          {text("setup-next")}
        </Button>
      </Foot>
    </form>
  );
}
