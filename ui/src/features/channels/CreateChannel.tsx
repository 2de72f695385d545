/** A new channel: the platform, a name, and what that platform needs. Everything else has a default that is written out. */
import { Button } from "@mantine/core";
import { useState } from "react";

import { useCommand } from "../../app/queries";
import { platforms, type ChannelView } from "../../backend";
import { Icon } from "../../components/icons";
import { Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
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
import { changes, emptyForm, fieldOf } from "./form";

/** The form of a new channel. */
export function CreateChannel({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (channel: ChannelView) => void;
}) {
  const { text, trouble, remedy } = useWords();
  const create = useCommand("channel.create", ["channels", "status"]);
  const [form, setForm] = useState(() => emptyForm("elma365"));
  const before = emptyForm(form.platform);
  const error = create.error ?? undefined;
  const field = error && fieldOf(error);
  const props: FieldProps = {
    form,
    before,
    set: (change) => setForm((current) => ({ ...current, ...change })),
    errorAt: (at) => (error && at === field ? `${trouble(error)} ${remedy(error) ?? ""}` : undefined),
  };
  const platform = platformName(form.platform, form.preset);
  return (
    <Pane
      title={<h2>{text("channel-create-title")}</h2>}
      label={text("channel-create-title")}
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form="create-channel" loading={create.isPending}>
            {text("channel-create-button")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text("action-cancel")}
          </Button>
        </>
      }
    >
      <form
        id="create-channel"
        className="stack wide"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(
            {
              ...changes(before, form),
              name: form.name,
              platform: form.platform,
              ...(form.preset ? { preset: form.preset } : {}),
            },
            { onSuccess: onCreated },
          );
        }}
      >
        <div role="radiogroup" aria-label={text("field-platform")} className={css.platforms}>
          {platforms.map((one) => (
            <label key={one} className={css.platform}>
              <input
                type="radio"
                name="platform"
                checked={form.platform === one}
                onChange={() => setForm({ ...emptyForm(one), name: form.name, callbackUrl: form.callbackUrl })}
              />
              <PlatformMark platform={one} size={28} />
              <span>
                <b>{platformName(one)}</b>
                <br />
                <span className="small muted">{text(`platform-${one}`)}</span>
              </span>
            </label>
          ))}
        </div>
        <Line
          field="name"
          props={props}
          required
          placeholder={text("name-example", { platform })}
          description={text("name-help")}
        />
        {form.platform === "chatwoot" && <PresetField {...props} />}
        {form.platform === "chatwoot" && <ApiUrlField {...props} />}
        <TokenField {...props} />
        <CallbackField {...props} />
        <details className={css.advanced}>
          <summary>
            <Icon name="right" /> {text("advanced-title")}{" "}
            <span className="muted small">{text("advanced-defaults")}</span>
          </summary>
          <div className={css.section}>
            <h3>{text("events-title")}</h3>
            <EventChoice
              platform={form.platform}
              value={form.subscriptions}
              onChange={(subscriptions) => props.set({ subscriptions })}
            />
            <FormatField {...props} />
            <Line field="timeout" props={props} placeholder="30" description={text("timeout-help")} />
            <HeadersField {...props} />
            <CertificateField {...props} />
            {form.platform === "elma365" && <ApiUrlField {...props} />}
            <PlatformOptions {...props} />
          </div>
        </details>
        {error && field === undefined && <TroubleNote trouble={error} />}
      </form>
    </Pane>
  );
}
