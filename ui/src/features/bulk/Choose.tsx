/** The first step: what to send, where to, how fast. */
import { Button, Checkbox, FileButton, Loader, Radio, Select, Slider, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useChannels } from "../../app/queries";
import type { BulkChoice, ConversationFilter, Target, TargetView } from "../../backend";
import { HelpLink } from "../../components/HelpLink";
import { Icon } from "../../components/icons";
import { PlatformMark } from "../../components/PlatformMark";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./bulk.module.css";
import { decode, HIGHEST_RATE, LARGEST_FILE, linesOf, missing, type Draft } from "./draft";

/** The form. `given`: what another screen chose. */
export function Choose({
  draft,
  given,
  onChange,
  onNext,
}: {
  draft: Draft;
  given: BulkChoice | undefined;
  onChange: (change: Partial<Draft>) => void;
  onNext: () => void;
}) {
  const { text } = useWords();
  const [tried, setTried] = useState(false);
  const lacks = tried ? missing(draft) : {};
  const error = (key: string | undefined) => (key === undefined ? undefined : text(key));
  return (
    <form
      className="stack wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        onNext();
        // To the first field that lacks something, once it says so.
        const form = event.currentTarget;
        requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      }}
    >
      <fieldset className={css.part}>
        <legend>{text("bulk-choose-what")}</legend>
        {given && (
          <>
            <Radio
              size="xs"
              name="source"
              checked={draft.source === "given"}
              onChange={() => onChange({ source: "given" })}
              label={<Given choice={given} />}
            />
            <Radio
              size="xs"
              name="source"
              checked={draft.source === "text"}
              onChange={() => onChange({ source: "text" })}
              label={text("bulk-choose-text")}
            />
          </>
        )}
        {draft.source === "text" && <Pasted draft={draft} error={error(lacks.choice)} onChange={onChange} />}
      </fieldset>
      <Targets
        channel={given?.kind === "filter" && draft.source === "given" ? given.filter.channel : undefined}
        target={draft.target}
        error={error(lacks.target)}
        addressError={error(lacks.address)}
        onChange={(target) => onChange({ target })}
      />
      <fieldset className={css.part}>
        <legend className="row">
          {text("bulk-choose-speed")} <HelpLink page="bulk" at="bulk-speed" />
        </legend>
        <div className={css.speed} data-off={draft.fast || undefined}>
          <span id="bulk-rate">{text("bulk-rate")}</span>
          <Slider
            className="grow"
            min={1}
            max={HIGHEST_RATE}
            label={null}
            disabled={draft.fast}
            thumbLabel={text("bulk-rate")}
            value={draft.rate}
            onChange={(rate) => onChange({ rate })}
          />
          <output className="figures" aria-live="off">
            {text("bulk-speed", { count: draft.rate })}
          </output>
        </div>
        <Checkbox
          size="xs"
          label={text("bulk-fast")}
          description={text("bulk-fast.meaning")}
          checked={draft.fast}
          onChange={(event) => onChange({ fast: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={text("bulk-pause-after")}
          description={text("bulk-pause-after.meaning")}
          checked={draft.pauses}
          onChange={(event) => onChange({ pauses: event.currentTarget.checked })}
        />
      </fieldset>
      <div className={css.foot}>
        <Button type="submit">{text("bulk-check")}</Button>
        {(lacks.choice || lacks.target || lacks.address) && (
          <span className="small red" role="alert">
            {error(lacks.choice ?? lacks.target ?? lacks.address)}
          </span>
        )}
      </div>
    </form>
  );
}

/** What another screen chose, in words. */
function Given({ choice }: { choice: BulkChoice }) {
  const { text } = useWords();
  if (choice.kind === "ids") return <b>{text("bulk-chosen-ids", { count: choice.ids.length })}</b>;
  return choice.kind === "filter" ? <Matching filter={choice.filter} /> : null;
}

function Matching({ filter }: { filter: ConversationFilter }) {
  const { text, format } = useWords();
  const backend = useBackend();
  const channels = useChannels().data;
  const counted = useQuery({
    queryKey: ["conversationCount", filter],
    queryFn: () => backend.call("conversation.count", { filter }),
    networkMode: "always",
  }).data;
  const { channel, statuses = [], contact, operator, label, failed, flagged, text: words, from, to } = filter;
  const match = (key: string, value: string | undefined) =>
    value === undefined ? [] : [text(`bulk-match-${key}`, { value })];
  const matches = [
    ...match("channel", channel && (channels?.find((one) => one.id === channel)?.name ?? "…")),
    ...match(
      "status",
      statuses.length > 0 ? format.list(statuses.map((one) => text(`conversation-status-${one}`))) : undefined,
    ),
    ...match("operator", operator),
    ...match("label", label),
    ...match("contact", contact),
    ...match("text", words && `“${words}”`),
    ...(failed ? [text("bulk-match-failed")] : []),
    ...(flagged ? [text("bulk-match-flagged")] : []),
    ...match("from", from === undefined ? undefined : format.day(from)),
    ...match("to", to === undefined ? undefined : format.day(to)),
  ];
  return (
    <>
      <b>
        {counted
          ? text(counted.more ? "bulk-chosen-more" : "bulk-chosen-filter", { count: counted.count })
          : text("bulk-chosen-counting")}
      </b>
      <span className={css.matches}>
        {matches.length === 0 && <span>{text("bulk-chosen-every")}</span>}
        {matches.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </span>
    </>
  );
}

/** Ids or a table, typed or out of a file. */
function Pasted({
  draft,
  error,
  onChange,
}: {
  draft: Draft;
  error: string | undefined;
  onChange: (change: Partial<Draft>) => void;
}) {
  const { text, format, language } = useWords();
  const channels = useChannels().data ?? [];
  const [trouble, setTrouble] = useState<string>();
  const take = async (picked: File | null) => {
    if (!picked) return;
    setTrouble(undefined);
    if (picked.size > LARGEST_FILE) return setTrouble(text("bulk-file-large", { size: format.size(LARGEST_FILE) }));
    try {
      onChange({ file: { name: picked.name, text: decode(await picked.arrayBuffer(), language) } });
    } catch {
      setTrouble(text("bulk-file-unreadable"));
    }
  };
  return (
    <div className={`stack ${css.pasted}`}>
      <p className="small muted">
        {text("bulk-choose-text-hint")}{" "}
        <TextLink to="/conversations" search={{}}>
          {text("bulk-choose-list")}
        </TextLink>
      </p>
      {draft.file ? (
        <div className={css.file}>
          <Icon name="file" />
          <span className="grow">
            <b>{draft.file.name}</b>{" "}
            <span className="muted figures">
              {text("bulk-file-size", {
                lines: linesOf(draft.file.text),
                size: format.size(new Blob([draft.file.text]).size),
              })}
            </span>
          </span>
          <Button variant="default" size="compact-sm" onClick={() => onChange({ file: undefined })}>
            {text("bulk-file-remove")}
          </Button>
        </div>
      ) : (
        <Textarea
          label={text("bulk-text")}
          classNames={{ input: "mono" }}
          rows={6}
          spellCheck={false}
          value={draft.text}
          error={error}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      )}
      <div className={css.beside}>
        <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={(file) => void take(file)}>
          {(props) => (
            <Button variant="default" leftSection={<Icon name="file" />} {...props}>
              {text("bulk-file")}
            </Button>
          )}
        </FileButton>
        <Select
          label={text("bulk-text-channel")}
          placeholder={text("bulk-text-channel-none")}
          clearable
          data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          value={draft.channel ?? null}
          onChange={(channel) => onChange({ channel: channel ?? undefined })}
        />
      </div>
      {trouble && (
        <p className="small red" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}

const keyOf = (target: Target) => (target.kind === "channel" ? `channel ${target.channel}` : target.kind);

/** The places there are. Those that cannot be the target say why. */
function Targets({
  channel,
  target,
  error,
  addressError,
  onChange,
}: {
  channel: string | undefined;
  target: Target | undefined;
  error: string | undefined;
  addressError: string | undefined;
  onChange: (target: Target) => void;
}) {
  const { text } = useWords();
  const backend = useBackend();
  const targets = useQuery({
    queryKey: ["targets", channel],
    queryFn: () => backend.call("conversation.targets", channel === undefined ? {} : { channel }),
    networkMode: "always",
  });
  const address = target?.kind === "address" ? target.url : "";
  return (
    <fieldset className={css.part} aria-describedby={error ? "bulk-target-error" : undefined}>
      <legend>{text("bulk-choose-where")}</legend>
      {targets.error && (
        <TroubleNote
          trouble={targets.error}
          action={<Button onClick={() => void targets.refetch()}>{text("action-try-again")}</Button>}
        />
      )}
      {targets.isPending && <Loader size="sm" aria-label={text("bulk-targets-loading")} />}
      <div className={css.targets}>
        {targets.data
          ?.filter((one) => one.target.kind !== "address")
          .map((one) => (
            <TargetChoice
              key={keyOf(one.target)}
              view={one}
              lacking={error !== undefined}
              chosen={target !== undefined && keyOf(target) === keyOf(one.target)}
              onChoose={() => onChange(one.target)}
            />
          ))}
        <label className={css.target}>
          <input
            type="radio"
            name="target"
            checked={target?.kind === "address"}
            onChange={() => onChange({ kind: "address", url: address })}
          />
          <Icon name="out" size={20} className="muted" />
          <span className="grow">
            {text("bulk-target-address")}
            <span className="small muted">{text("bulk-target-address.meaning")}</span>
          </span>
        </label>
        {target?.kind === "address" && (
          <TextInput
            className={css.address}
            aria-label={text("bulk-address")}
            placeholder="https://crm.example.com/import"
            classNames={{ input: "mono" }}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            value={target.url}
            error={addressError}
            onChange={(event) => onChange({ kind: "address", url: event.currentTarget.value })}
          />
        )}
      </div>
      {error && (
        <p className="small red" id="bulk-target-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function TargetChoice({
  view,
  chosen,
  lacking,
  onChoose,
}: {
  view: TargetView;
  chosen: boolean;
  /** None was chosen, and one has to be. */
  lacking: boolean;
  onChoose: () => void;
}) {
  const { text, trouble, remedy } = useWords();
  const channels = useChannels().data;
  const { target, error } = view;
  const channel = target.kind === "channel" ? channels?.find((one) => one.id === target.channel) : undefined;
  const why = `why-${keyOf(target).replace(" ", "-")}`;
  return (
    <label className={css.target} data-disabled={error ? true : undefined}>
      <input
        type="radio"
        name="target"
        disabled={error !== null}
        checked={chosen}
        aria-invalid={lacking || undefined}
        aria-describedby={error ? why : undefined}
        onChange={onChoose}
      />
      {channel ? (
        <PlatformMark platform={channel.platform} preset={channel.preset} size={20} />
      ) : (
        <Icon name="program" size={20} className="muted" />
      )}
      <span className="grow">
        {target.kind === "endpoint" ? text("bulk-target-endpoint") : view.name}
        <span className="small muted" id={why}>
          {error ? (
            <>
              {trouble(error)} {remedy(error)}
            </>
          ) : target.kind === "endpoint" ? (
            text("bulk-target-endpoint.meaning")
          ) : (
            view.url
          )}
        </span>
      </span>
    </label>
  );
}
