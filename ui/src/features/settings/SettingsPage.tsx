/** The settings of the whole app, with their defaults in use from the start. */
import { Button, Input, Loader, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";

import { useCommand, useSettings, useStatus } from "../../app/queries";
import type { SettingsView } from "../../backend";
import { CopyIcon } from "../../components/CopyButton";
import { Icon } from "../../components/icons";
import { LeaveQuestion } from "../../components/LeaveQuestion";
import { Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { fieldKey, languageNames, languages } from "../../strings/words";
import { changes, formOf, type SettingsField, type SettingsForm } from "./form";
import css from "./settings.module.css";

/** The Settings screen. */
export function SettingsPage() {
  const { text } = useWords();
  const settings = useSettings();
  if (settings.error && !settings.data)
    return (
      <Page title={text("settings-title")}>
        <TroubleNote
          trouble={settings.error}
          action={<Button onClick={() => void settings.refetch()}>{text("action-try-again")}</Button>}
        />
      </Page>
    );
  if (!settings.data)
    return (
      <Page title={text("settings-title")}>
        <Loader size="sm" aria-label={text("settings-loading")} />
      </Page>
    );
  return <SettingsForms settings={settings.data} />;
}

function SettingsForms({ settings }: { settings: SettingsView }) {
  const { text, trouble, remedy, sentence, language } = useWords();
  const update = useCommand("settings.update", ["settings", "status", "channels"]);
  const atOnce = useCommand("settings.update", ["settings"]);
  const [edited, setEdited] = useState<Partial<SettingsForm>>({});
  const [tried, setTried] = useState(false);
  const before = formOf(settings, language);
  const form = { ...before, ...edited };
  const { update: changed, unreadable } = changes(before, form);
  const dirty = Object.keys(changed).length > 0 || unreadable.length > 0;
  const error = update.error ?? undefined;
  const blamed = error?.params["field"];
  const set = (change: Partial<SettingsForm>) => setEdited((current) => ({ ...current, ...change }));

  const errorAt = (field: SettingsField): ReactNode => {
    if (tried && unreadable.includes(field)) return text("settings-unreadable");
    return error && blamed?.split(/[.[]/)[0] === field ? `${trouble(error)} ${remedy(error) ?? ""}` : undefined;
  };
  const line = (field: Exclude<SettingsField, "proxyKind">, mono = false, placeholder?: string) => (
    <TextInput
      label={text(fieldKey(field))}
      description={text(`${fieldKey(field)}.help`)}
      placeholder={placeholder}
      classNames={mono ? { input: "mono" } : {}}
      autoComplete="off"
      spellCheck={false}
      value={form[field]}
      error={errorAt(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );

  return (
    <Page
      title={text("settings-title")}
      sentence={text("settings-sentence")}
      action={
        <div className="row">
          <Button variant="default" disabled={!dirty} onClick={() => (setEdited({}), setTried(false), update.reset())}>
            {text("channel-discard")}
          </Button>
          <Button type="submit" form="settings" disabled={!dirty} loading={update.isPending}>
            {text("settings-save")}
          </Button>
        </div>
      }
    >
      <form
        id="settings"
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (unreadable.length === 0) update.mutate(changed, { onSuccess: () => (setEdited({}), setTried(false)) });
        }}
      >
        <LeaveQuestion dirty={dirty} />
        {settings.restartNeeded && (
          <p className={css.note} role="status">
            <Icon name="note" /> {text("settings-restart")}
          </p>
        )}
        {update.data?.notes?.map((note) => (
          <p key={note.key} className={css.note} role="status">
            <Icon name="note" /> {sentence(note)}
          </p>
        ))}
        {error && blamed === undefined && <TroubleNote trouble={error} />}
        {atOnce.error && <TroubleNote trouble={atOnce.error} />}

        <Section title={text("settings-look")}>
          <Select
            label={text("field-language")}
            allowDeselect={false}
            data={[
              { value: "system", label: text("language-system") },
              ...languages.map((one) => ({ value: one, label: languageNames[one] })),
            ]}
            value={settings.language}
            onChange={(chosen) => chosen && atOnce.mutate({ language: chosen })}
          />
          <Input.Wrapper labelElement="div" labelProps={{ style: { display: "block" } }} label={text("field-theme")}>
            <SegmentedControl
              aria-label={text("field-theme")}
              value={settings.theme}
              onChange={(theme) => atOnce.mutate({ theme })}
              data={["system", "light", "dark"].map((theme) => ({ value: theme, label: text(`theme-${theme}`) }))}
            />
          </Input.Wrapper>
        </Section>

        <Section title={text("settings-addresses")}>
          {line("publicUrl", true, "https://relay.example.com")}
          {line("listen", true)}
        </Section>

        <Section title={text("settings-retries")}>
          {line("retryScheduleMs")}
          {line("rejectedScheduleMs")}
          <div className={css.pair}>
            {line("retryJitter")}
            {line("holdLaneMs")}
          </div>
        </Section>

        <Section title={text("settings-limits")}>
          <div className={css.pair}>
            {line("timeoutMs")}
            {line("intakeTimeoutMs")}
            {line("breakerAfter")}
            {line("probeMs")}
            {line("concurrency")}
          </div>
        </Section>

        <Section title={text("settings-keeping")}>
          <div className={css.pair}>
            {line("keepTrafficDays")}
            {line("keepTriesDays")}
            {line("keepConversationsDays")}
          </div>
        </Section>

        <Section title={text("settings-files")}>
          {line("fileHosts", true, "files.example.lan, 10.0.0.5")}
          <div className={css.pair}>{line("fileAddressHours")}</div>
        </Section>

        <Section title={text("settings-conversations")}>
          <div className={css.pair}>{line("sendCommand")}</div>
        </Section>

        <Section title={text("settings-network")}>
          <Input.Wrapper labelElement="div" labelProps={{ style: { display: "block" } }} label={text("field-proxy")}>
            <SegmentedControl
              aria-label={text("field-proxy")}
              value={form.proxyKind}
              onChange={(proxyKind) => set({ proxyKind })}
              data={["system", "none", "address"].map((kind) => ({ value: kind, label: text(`proxy-${kind}`) }))}
            />
          </Input.Wrapper>
          {form.proxyKind === "address" && (
            <TextInput
              aria-label={text("proxy-address")}
              placeholder="http://proxy.example.com:3128"
              classNames={{ input: "mono" }}
              value={form.proxy}
              error={errorAt("proxy")}
              onChange={(event) => set({ proxy: event.currentTarget.value })}
            />
          )}
        </Section>

        <About />
      </form>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      <div className={css.fields}>{children}</div>
    </section>
  );
}

/** Where everything is kept. */
function About() {
  const { text } = useWords();
  const status = useStatus().data;
  if (!status) return null;
  return (
    <Section title={text("settings-data")}>
      <dl className={css.facts}>
        <dt className="muted">{text("about-folder")}</dt>
        <dd className="row">
          <span className="mono">{status.dataFolder}</span>{" "}
          <CopyIcon label={text("about-copy-folder")} get={() => status.dataFolder} />
        </dd>
        <dt className="muted">{text("about-key")}</dt>
        <dd>{text(`about-key-${status.key.home}`)}</dd>
        <dt className="muted">{text("about-version")}</dt>
        <dd className="figures">{status.version}</dd>
      </dl>
    </Section>
  );
}
