/** One channel: its address, its settings, its test, and what can be done with it. */
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";

import { useBackend } from "../../app/backend";
import { useDraft } from "../../app/drafts";
import { useCommand } from "../../app/queries";
import { useUndo } from "../../app/undo";
import type { ChannelView, Sentence } from "../../backend";
import { DraftOffer } from "../../components/DraftOffer";
import { HelpLink } from "../../components/HelpLink";
import { Icon } from "../../components/icons";
import { LeaveQuestion } from "../../components/LeaveQuestion";
import { Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { ChannelPill } from "../../components/StateMark";
import { TroubleNote } from "../../components/Trouble";
import { setupPage, tokenPlace } from "../help/pages";
import { StillPractising } from "../practice/Practising";
import { ChannelProblems } from "../problems/ChannelProblems";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { Address } from "./Address";
import { ChannelMenu } from "./ChannelMenu";
import css from "./channels.module.css";
import { EventChoice } from "./EventChoice";
import {
  ApiUrlField,
  CallbackField,
  CertificateField,
  FormatField,
  HeadersField,
  Line,
  PlatformOptions,
  PresetField,
  TokenField,
  type FieldProps,
} from "./fields";
import { changes, draftOf, fieldOf, formOf, isDirty, reverseOf, type ChannelForm } from "./form";
import { InboxPart } from "./InboxPart";
import { Outbox } from "./Outbox";
import { Rotation } from "./Rotation";
import { TestConnection } from "./TestConnection";

/** The editor of a channel. */
export function ChannelEditor({
  channel,
  at,
  onClose,
  onOpen,
}: {
  channel: ChannelView;
  /** The field to go to. */
  at?: string | undefined;
  onClose: () => void;
  onOpen: (id: string) => void;
}) {
  const { text, trouble, remedy, sentence } = useWords();
  const backend = useBackend();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const update = useCommand("channel.update", ["status", "practiceSamples"], "shown");
  /** What the admin changed on top of the channel as it is now; the rest follows what others change. */
  const [edited, setEdited] = useState<Partial<ChannelForm>>({});
  const [choosing, setChoosing] = useState(false);
  const inboxes = useRef<HTMLDivElement>(null);
  const chooseInbox = () => {
    setChoosing(true);
    inboxes.current?.scrollIntoView?.({ block: "start" });
  };
  const [notes, setNotes] = useState<readonly Sentence[]>([]);
  const before = formOf(channel);
  const form: ChannelForm = { ...before, ...edited };
  const dirty = isDirty(before, form);
  const draft = useDraft(`channel-${channel.id}`, dirty ? draftOf(edited) : undefined);
  const error = update.error ?? undefined;
  const field = error && fieldOf(error);
  const platform = platformName(channel.platform, channel.preset);

  // A link to one field brings it into view and puts the cursor there, folded away or not.
  useEffect(() => {
    const place = at === undefined ? null : document.getElementById(at);
    const folded = place?.closest("details");
    if (folded) folded.open = true;
    place?.scrollIntoView({ block: "center" });
    place?.querySelector<HTMLElement>("input, button, textarea, select")?.focus({ preventScroll: true });
  }, [at]);

  const props: FieldProps = {
    form,
    before,
    set: (change) => setEdited((current) => ({ ...current, ...change })),
    errorAt: (at) => (error && at === field ? `${trouble(error)} ${remedy(error) ?? ""}` : undefined),
    reveal: (secret) =>
      backend.call("channel.reveal", { id: channel.id, field: secret }).then((answer) => answer.value),
    outcomesUsed: channel.options.outcomesUsed ?? false,
  };

  const offerUndo = useUndo();
  const save = () =>
    update.mutate(
      { id: channel.id, ...changes(before, form) },
      {
        onSuccess(saved) {
          queries.setQueryData<ChannelView[]>(["channels"], (all) =>
            all?.map((one) => (one.id === saved.id ? saved : one)),
          );
          setEdited({});
          setNotes(saved.notes ?? []);
          const reverse = reverseOf(before, form);
          if (reverse)
            offerUndo({
              done: { kind: "channel-saved", params: { name: saved.name } },
              reverse: () => update.mutateAsync({ id: channel.id, ...reverse }),
            });
        },
      },
    );
  const discard = () => {
    setEdited({});
    update.reset();
  };

  return (
    <Pane
      label={text("channel-title", { name: channel.name })}
      onClose={onClose}
      title={
        <>
          <PlatformMark platform={channel.platform} preset={channel.preset} />
          <h2 className="clip">{channel.name}</h2>
          <ChannelPill state={channel.state} />
          <span className="grow" />
          <ChannelMenu channel={channel} onDeleted={onClose} onOpen={onOpen} />
        </>
      }
      foot={
        <>
          <Button
            type="submit"
            form="edit-channel"
            loading={update.isPending}
            data-disabled={!dirty || undefined}
            aria-disabled={!dirty}
          >
            {text("channel-save")}
          </Button>
          <Button variant="default" disabled={!dirty} onClick={discard}>
            {text("channel-discard")}
          </Button>
          <span className="small muted" role="status">
            {dirty ? text("channel-dirty") : update.isSuccess ? text("channel-saved") : text("channel-clean")}
          </span>
        </>
      }
    >
      <form
        id="edit-channel"
        className="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          if (dirty) save();
        }}
      >
        <LeaveQuestion dirty={dirty} />
        <DraftOffer
          found={draft.found}
          partly
          onTake={(values) => {
            setEdited((current) => ({ ...current, ...values }));
            draft.answer("take");
          }}
          onDrop={() => draft.answer("drop")}
        />
        <ChannelProblems channel={channel.id} />
        {notes.map((note) => (
          <p key={note.key + note.english} className={css.warning} role="status">
            <Icon name="note" /> <span>{sentence(note)}</span>
          </p>
        ))}
        {error && field === undefined && <TroubleNote trouble={error} />}
        <Address channel={channel} />

        <section className={css.section}>
          <Heading
            help={<HelpLink page={setupPage(channel.platform, channel.preset)} at={tokenPlace[channel.platform]} />}
          >
            {text("section-platform", { platform })}
          </Heading>
          <Line field="name" props={props} required description={text("name-help")} />
          {channel.platform === "chatwoot" && <PresetField {...props} />}
          <TokenField {...props} />
          <ApiUrlField {...props} />
          {channel.platform === "chatwoot" && (
            <div ref={inboxes}>
              <InboxPart channel={channel} open={choosing} onOpen={setChoosing} />
            </div>
          )}
          <div>
            <Button
              variant="default"
              leftSection={<Icon name="chat" />}
              onClick={() => void navigate({ to: "/channels/$id/customer", params: { id: channel.id } })}
            >
              {text("channel-try")}
            </Button>
          </div>
        </section>

        <section className={css.section}>
          <Heading help={<HelpLink page="endpoint" at="endpoint-answer" />}>{text("section-endpoint")}</Heading>
          <CallbackField {...props} />
          <StillPractising channel={channel} />
          <TestConnection channel={channel} unsaved={dirty} onChooseInbox={chooseInbox} />
        </section>

        <section className={css.section}>
          <Heading help={<HelpLink page="events" />}>{text("events-title")}</Heading>
          <EventChoice
            platform={channel.platform}
            value={form.subscriptions}
            onChange={(subscriptions) => props.set({ subscriptions })}
            channel={channel}
            unsaved={dirty}
          />
        </section>

        <Outbox channel={channel} reveal={props.reveal} />

        <details className={css.advanced}>
          <summary>
            <Icon name="right" /> {text("advanced-title")}
          </summary>
          <div className="stack wide">
            <FormatField {...props} />
            <Line field="timeout" props={props} placeholder="30" description={text("timeout-help")} />
            <HeadersField {...props} />
            <CertificateField field="trustedCertificate" props={props} />
            <section className={css.section}>
              <h2>{text("section-options", { platform })}</h2>
              <PlatformOptions {...props} />
              {form.platform !== "userlike" && <CertificateField field="platformCertificate" props={props} />}
            </section>
            <section className={css.section}>
              <Heading help={<HelpLink page="endpoint" at="endpoint-signature" />}>{text("section-secrets")}</Heading>
              <Rotation channel={channel} reveal={props.reveal} />
            </section>
          </div>
        </details>
      </form>
    </Pane>
  );
}

/** What a section is about, and the way to the help on it. */
function Heading({ help, children }: { help: ReactNode; children: ReactNode }) {
  return (
    <div className="row">
      <h2>{children}</h2>
      {help}
    </div>
  );
}
