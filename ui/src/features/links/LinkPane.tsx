/** A link in the pane: a new one, whose channels are chosen, and one there is, which can be changed. */
import { Button, Checkbox, Radio } from "@mantine/core";
import { useState } from "react";

import { useDraft } from "../../app/drafts";
import { useCommand } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { ChannelView, LinkChoices, LinkMode, LinkView } from "../../backend";
import { DraftOffer } from "../../components/DraftOffer";
import { HelpLink } from "../../components/HelpLink";
import { LeaveQuestion } from "../../components/LeaveQuestion";
import { Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { LinkPill } from "../../components/StateMark";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { LinkMenu } from "./LinkMenu";
import { LinkPicture, LinkSentence } from "./LinkPicture";
import css from "./links.module.css";
import { emptyDraft, inputOf, modesOf, obstacle, sides, withCustomers, type Draft, type LinkSide } from "./rules";

const choices = ["agents", "templates", "surveys"] as const satisfies readonly (keyof LinkChoices)[];

/** The form of a new link. */
export function CreateLink({
  channels,
  links,
  onClose,
  onCreated,
}: {
  channels: readonly ChannelView[];
  links: readonly LinkView[];
  onClose: () => void;
  onCreated: (link: LinkView) => void;
}) {
  const { text } = useWords();
  const create = useCommand("link.create", ["links", "status"], "shown");
  const [draft, setDraft] = useState(emptyDraft);
  const kept = useDraft("link", draft === emptyDraft ? undefined : draft);
  const [tried, setTried] = useState(false);
  const named = (id: string | undefined) => channels.find((channel) => channel.id === id);
  const [customers, operators] = [named(draft.customers), named(draft.operators)];
  const input = inputOf(draft);
  const choose = (side: LinkSide, channel: ChannelView) =>
    setDraft((before) =>
      side === "customers" ? withCustomers(before, channel) : { ...before, operators: channel.id },
    );
  return (
    <Pane
      title={
        <>
          <h2>{text("link-create-title")}</h2>
          <HelpLink page="links" />
        </>
      }
      label={text("link-create-title")}
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form="create-link" loading={create.isPending} aria-disabled={!input}>
            {text("link-create-button")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text("action-cancel")}
          </Button>
          {tried && !input && (
            <span className="small red" role="alert">
              {text("link-choose-both")}
            </span>
          )}
        </>
      }
    >
      <form
        id="create-link"
        className="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (input) create.mutate(input, { onSuccess: onCreated });
        }}
      >
        <DraftOffer
          found={kept.found}
          onTake={(values) => {
            setDraft(values);
            kept.answer("take");
          }}
          onDrop={() => kept.answer("drop")}
        />
        <LinkPicture customers={customers} operators={operators} mode={draft.mode} />
        {customers && operators && (
          <p>
            <LinkSentence customers={customers} operators={operators} mode={draft.mode} />
          </p>
        )}
        {create.error && <TroubleNote trouble={create.error} />}
        {sides.map((side) => (
          <ChannelChoice
            key={side}
            side={side}
            channels={channels}
            links={links}
            draft={draft}
            onChoose={(channel) => choose(side, channel)}
          />
        ))}
        <Carried
          customers={customers}
          mode={draft.mode}
          choices={draft.choices}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
      </form>
    </Pane>
  );
}

/** The channels for one side. Those that cannot be there say why. */
function ChannelChoice({
  side,
  channels,
  links,
  draft,
  onChoose,
}: {
  side: LinkSide;
  channels: readonly ChannelView[];
  links: readonly LinkView[];
  draft: Draft;
  onChoose: (channel: ChannelView) => void;
}) {
  const { text, format } = useWords();
  return (
    <fieldset className={css.side}>
      <legend>{text(`link-${side}-title`)}</legend>
      <div className={css.choices}>
        {channels.map((channel) => {
          const inTheWay = obstacle(side, channel, draft, links);
          const missing = format.list((inTheWay?.missing ?? []).map((key) => text(key)));
          const reason = inTheWay && text(inTheWay.key, { missing });
          return (
            <label key={channel.id} className={css.choice} data-disabled={reason ? true : undefined}>
              <input
                type="radio"
                name={`link-${side}`}
                disabled={reason !== undefined}
                checked={draft[side] === channel.id}
                aria-describedby={reason ? `${side}-${channel.id}` : undefined}
                onChange={() => onChoose(channel)}
              />
              <PlatformMark platform={channel.platform} preset={channel.preset} size={20} />
              <span className="grow">
                <span className={css.choiceName}>{channel.name}</span>
                {reason && (
                  <span className="small muted" id={`${side}-${channel.id}`}>
                    {reason}{" "}
                    {missing && (
                      <TextLink to="/channels" search={{ channel: channel.id }}>
                        {text("stopped-open")}
                      </TextLink>
                    )}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What a link carries: both ways or one, and what only by choice. */
function Carried({
  customers,
  mode,
  choices: chosen,
  onChange,
}: {
  customers: ChannelView | undefined;
  mode: LinkMode;
  choices: LinkChoices;
  onChange: (change: { mode?: LinkMode; choices?: LinkChoices }) => void;
}) {
  const { text } = useWords();
  const possible = modesOf(customers?.platform);
  const name = customers?.name ?? text("link-side-customers");
  return (
    <>
      <Radio.Group
        label={text("link-mode-title")}
        value={mode}
        onChange={(value) => onChange({ mode: value as LinkMode })}
      >
        <div className={css.options}>
          {(["two-way", "copy"] as const).map((one) => (
            <Radio
              key={one}
              size="xs"
              value={one}
              disabled={!possible.includes(one)}
              label={text(`link-mode-${one}`)}
              description={text(possible.includes(one) ? `link-mode-${one}.meaning` : "link-mode-two-way-impossible")}
            />
          ))}
        </div>
      </Radio.Group>
      <fieldset className={css.side}>
        <legend className="row">
          {text("link-choices-title")} <HelpLink page="links" at="links-crosses" />
        </legend>
        <div className={css.options}>
          {choices.map((choice) => (
            <Checkbox
              key={choice}
              size="xs"
              label={text(`link-choice-${choice}`)}
              description={text(`link-choice-${choice}.meaning`, { customers: name })}
              checked={chosen[choice]}
              onChange={(event) => onChange({ choices: { ...chosen, [choice]: event.currentTarget.checked } })}
            />
          ))}
        </div>
        <p className="small muted">{text("link-always")}</p>
      </fieldset>
    </>
  );
}

/** A link there is. Its channels are what it is; to join others, another is made. */
export function EditLink({
  link,
  channels,
  onClose,
}: {
  link: LinkView;
  channels: readonly ChannelView[];
  onClose: () => void;
}) {
  const { text } = useWords();
  const update = useCommand("link.update", ["links", "status"], "shown");
  const [edited, setEdited] = useState<{ mode?: LinkMode; choices?: LinkChoices }>({});
  const mode = edited.mode ?? link.mode;
  const chosen = edited.choices ?? link.choices;
  const dirty = mode !== link.mode || choices.some((choice) => chosen[choice] !== link.choices[choice]);
  const customers = channels.find((channel) => channel.id === link.customers);
  const operators = channels.find((channel) => channel.id === link.operators);
  const name = [customers, operators].map((channel) => channel?.name ?? text("link-channel-gone")).join(" ↔ ");
  const offerUndo = useUndo();
  return (
    <Pane
      label={text("link-title")}
      onClose={onClose}
      title={
        <>
          <h2 className="clip grow">{text("link-title")}</h2>
          <LinkPill link={link} />
          <LinkMenu link={link} channels={channels} onDeleted={onClose} />
        </>
      }
      foot={
        <>
          <Button
            type="submit"
            form="edit-link"
            loading={update.isPending}
            data-disabled={!dirty || undefined}
            aria-disabled={!dirty}
          >
            {text("channel-save")}
          </Button>
          <Button variant="default" disabled={!dirty} onClick={() => (setEdited({}), update.reset())}>
            {text("channel-discard")}
          </Button>
          <span className="small muted" role="status">
            {dirty ? text("channel-dirty") : update.isSuccess ? text("channel-saved") : text("channel-clean")}
          </span>
        </>
      }
    >
      <form
        id="edit-link"
        className="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          if (!dirty) return;
          const before = { mode: link.mode, choices: link.choices };
          update.mutate(
            { id: link.id, mode, choices: chosen },
            {
              onSuccess() {
                setEdited({});
                offerUndo({
                  done: { kind: "link-saved", params: { name } },
                  reverse: () => update.mutateAsync({ id: link.id, ...before }),
                });
              },
            },
          );
        }}
      >
        <LeaveQuestion dirty={dirty} />
        <p>
          <LinkSentence customers={customers} operators={operators} mode={mode} />
        </p>
        <LinkPicture customers={customers} operators={operators} mode={mode} />
        {link.error && <TroubleNote trouble={link.error} />}
        {update.error && <TroubleNote trouble={update.error} />}
        <Carried
          customers={customers}
          mode={mode}
          choices={chosen}
          onChange={(change) => setEdited((before) => ({ ...before, ...change }))}
        />
      </form>
    </Pane>
  );
}
