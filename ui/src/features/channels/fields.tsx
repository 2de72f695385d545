/** The fields of a channel's form, as it is edited; the wizard asks in its own way. */
import { ActionIcon, Button, Checkbox, Select, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";

import type { Format, Preset, SecretField as SecretName, SignatureRule } from "../../backend";
import { HelpLink } from "../../components/HelpLink";
import { Icon } from "../../components/icons";
import { useWords } from "../../strings/text";
import { languageNames, languages, platformName } from "../../strings/words";
import { setupPage } from "../help/pages";
import css from "./channels.module.css";
import { makeToken, type ChannelForm, type FormField } from "./form";
import { SecretField } from "./SecretField";

/** What every field needs. */
export interface FieldProps {
  form: ChannelForm;
  /** The form as the channel is. */
  before: ChannelForm;
  set: (change: Partial<ChannelForm>) => void;
  /** What the engine said about a field. */
  errorAt: (field: FormField) => ReactNode;
  /** ELMA365 has reported what became of a message of ours; absent while there is no channel. */
  outcomesUsed?: boolean;
  /** Shows a secret of the channel; absent while there is none. */
  reveal?: (field: SecretName) => Promise<string>;
}

type TextField = {
  [K in FormField]: ChannelForm[K] extends string ? K : never;
}[FormField];

/** A field of one line. */
export function Line({
  field,
  props,
  mono = false,
  placeholder,
  description,
  required = false,
  type = "text",
}: {
  field: Exclude<TextField, "platform" | "format" | "signature">;
  props: FieldProps;
  mono?: boolean;
  placeholder?: string;
  description?: ReactNode;
  required?: boolean;
  type?: "text" | "url";
}) {
  const { text } = useWords();
  return (
    <TextInput
      label={text(`field-${kebab(field)}`)}
      description={description}
      placeholder={placeholder}
      // Not "url": browsers refuse such fields without a scheme, which the engine adds.
      inputMode={type === "url" ? "url" : undefined}
      withAsterisk={required}
      autoComplete="off"
      spellCheck={false}
      classNames={mono ? { input: css.secret ?? "" } : {}}
      value={props.form[field]}
      error={props.errorAt(field)}
      onChange={(event) => props.set({ [field]: event.currentTarget.value })}
    />
  );
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Which of the Chatwoot family. */
export function PresetField({ form, set }: FieldProps) {
  const { text } = useWords();
  return (
    <Select
      label={text("field-preset")}
      allowDeselect={false}
      data={(["chatwoot", "chatlake", "onehash"] as const).map((preset) => ({
        value: preset,
        label: platformName("chatwoot", preset),
      }))}
      value={form.preset ?? "chatwoot"}
      onChange={(preset) => set({ preset: preset as Preset })}
    />
  );
}

/** The platform's token, by the platform's own word for it. */
export function TokenField({ form, before, set, errorAt, reveal }: FieldProps) {
  const { text } = useWords();
  return (
    <SecretField
      label={text(`token-${form.platform}`)}
      description={text(`token-${form.platform}.help`)}
      value={form.token}
      before={before.token}
      error={errorAt("token")}
      onChange={(token) => set({ token })}
      {...(reveal ? { reveal: () => reveal("token") } : {})}
      {...(form.platform === "chatwoot" ? {} : { make: makeToken })}
    />
  );
}

/** Where the platform's API lives; Userlike has none. */
export function ApiUrlField(props: FieldProps) {
  const { text } = useWords();
  const { platform, preset } = props.form;
  if (platform === "userlike") return null;
  const defaults = { chatwoot: "https://app.chatwoot.com", onehash: "https://chat.onehash.ai", chatlake: "https://" };
  return (
    <Line
      field="apiUrl"
      props={props}
      type="url"
      mono
      placeholder={platform === "elma365" ? "https://company.elma365.com" : defaults[preset ?? "chatwoot"]}
      description={text(`api-url-${platform}`)}
    />
  );
}

/** The admin's own endpoint. */
export function CallbackField(props: FieldProps) {
  const { text } = useWords();
  return (
    <Line
      field="callbackUrl"
      props={props}
      type="url"
      mono
      placeholder="https://crm.example.com/hooks/chat"
      description={text("callback-help")}
    />
  );
}

/** In which form the endpoint gets events. */
export function FormatField({ form, set }: FieldProps) {
  const { text } = useWords();
  return (
    <div className="stack">
      <div className="row">
        <h3>{text("field-format")}</h3>
        <HelpLink page="endpoint" at="endpoint-answer" />
      </div>
      <SegmentedControl
        aria-label={text("field-format")}
        value={form.format}
        onChange={(format) => set({ format: format as Format })}
        data={(["switchboard", "asReceived"] as const).map((format) => ({
          value: format,
          label: text(`format-${kebab(format)}`),
        }))}
      />
      {form.format === "asReceived" ? (
        <p className={css.warning} role="note">
          <Icon name="warning" />
          <span>{text("format-as-received.warning")}</span>
        </p>
      ) : (
        <p className="muted small">{text("format-switchboard.meaning")}</p>
      )}
    </div>
  );
}

/** Headers added to each request to the endpoint. */
export function HeadersField({ form, set, errorAt }: FieldProps) {
  const { text } = useWords();
  const change = (at: number, part: Partial<{ name: string; value: string }>) =>
    set({ headers: form.headers.map((header, index) => (index === at ? { ...header, ...part } : header)) });
  return (
    <div className="stack" id="field-headers">
      <h3>{text("field-headers")}</h3>
      <p className="muted small">{text("headers-help")}</p>
      {form.headers.map((header, index) => (
        // Rows have no identity but their place.
        <div key={index} className={css.headerRow}>
          <TextInput
            aria-label={text("headers-name", { number: index + 1 })}
            placeholder="Authorization"
            value={header.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={text("headers-value", { number: index + 1 })}
            value={header.value}
            autoComplete="off"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => change(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={text("headers-remove", { number: index + 1 })}
            onClick={() => set({ headers: form.headers.filter((_, at) => at !== index) })}
          >
            <Icon name="trash" />
          </ActionIcon>
        </div>
      ))}
      {errorAt("headers") && <p className="red small">{errorAt("headers")}</p>}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => set({ headers: [...form.headers, { name: "", value: "" }] })}
        >
          {text("headers-add")}
        </Button>
      </div>
    </div>
  );
}

/** A certificate trusted for this channel alone: at its endpoint, or at its platform's server. */
export function CertificateField({
  field,
  props: { form, set, errorAt },
}: {
  field: "trustedCertificate" | "platformCertificate";
  props: FieldProps;
}) {
  const { text } = useWords();
  const ofEndpoint = field === "trustedCertificate";
  return (
    <Textarea
      label={text(ofEndpoint ? "field-trusted-certificate" : "field-platform-certificate")}
      description={text(ofEndpoint ? "certificate-help" : "platform-certificate-help")}
      placeholder="-----BEGIN CERTIFICATE-----"
      autosize
      minRows={2}
      maxRows={8}
      spellCheck={false}
      classNames={{ input: css.secret ?? "" }}
      value={form[field]}
      error={errorAt(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
}

/** The settings only one platform has. */
export function PlatformOptions(props: FieldProps) {
  const { text } = useWords();
  const { form, before, set, errorAt, reveal, outcomesUsed } = props;
  if (form.platform === "elma365")
    return (
      <>
        <SecretField
          label={text("field-send-token")}
          description={text("send-token-help")}
          value={form.sendToken}
          before={before.sendToken}
          error={errorAt("sendToken")}
          onChange={(sendToken) => set({ sendToken })}
          {...(reveal ? { reveal: () => reveal("sendToken") } : {})}
        />
        <Line field="channelId" props={props} mono description={text("channel-id-help")} />
        <Line field="webhook" props={props} mono type="url" description={text("webhook-help")} />
        <Checkbox
          size="xs"
          label={text("field-resend-silent")}
          description={`${text("resend-silent-help")} ${
            outcomesUsed === undefined ? "" : text(outcomesUsed ? "outcomes-used" : "outcomes-unused")
          }`}
          checked={form.resendSilent}
          onChange={(event) => set({ resendSilent: event.currentTarget.checked })}
        />
        <Textarea
          label={text("field-user-info")}
          description={text("user-info-help")}
          placeholder={'{"id":"{{id}}","login":"{{login}}","fullName":"{{fullName}}"}'}
          autosize
          minRows={2}
          maxRows={10}
          spellCheck={false}
          classNames={{ input: css.secret ?? "" }}
          value={form.userInfo}
          error={errorAt("userInfo")}
          onChange={(event) => set({ userInfo: event.currentTarget.value })}
        />
      </>
    );
  if (form.platform === "userlike")
    return (
      <>
        <Line
          field="secretHeader"
          props={props}
          mono
          placeholder="x-switchboard-secret"
          description={text("secret-header-help")}
        />
        <Line field="timeZone" props={props} placeholder="Europe/Berlin" description={text("time-zone-help")} />
      </>
    );
  return (
    <>
      <div className={css.platforms}>
        <Line field="accountId" props={props} />
        <Line field="inboxId" props={props} placeholder={text("inbox-id-any")} />
      </div>
      <p className="muted small">{text("inbox-id-help")}</p>
      <Line field="inboxIdentifier" props={props} mono description={text("inbox-identifier-help")} />
      <WebhookSecrets {...props} />
      <Select
        label={text("field-signature")}
        description={text(`signature-${form.signature}.meaning`)}
        allowDeselect={false}
        data={(["strict", "legacy", "lenient"] as const).map((rule) => ({
          value: rule,
          label: text(`signature-${rule}`),
        }))}
        value={form.signature}
        onChange={(signature) => set({ signature: signature as SignatureRule })}
      />
      <Checkbox
        size="xs"
        label={text("field-new-conversation")}
        description={text("new-conversation-help")}
        checked={form.newConversation}
        onChange={(event) => set({ newConversation: event.currentTarget.checked })}
      />
      <Select
        label={text("field-agents-language")}
        description={text("agents-language-help")}
        allowDeselect={false}
        data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={form.agentsLanguage}
        error={errorAt("agentsLanguage")}
        onChange={(agentsLanguage) => agentsLanguage && set({ agentsLanguage })}
      />
    </>
  );
}

/** Several, because the account's and the inbox's differ. */
function WebhookSecrets({ form, before, set, errorAt }: FieldProps) {
  const { text } = useWords();
  const secrets = form.webhookSecrets;
  return (
    <div className="stack">
      <div className="row">
        <h3>{text("field-webhook-secrets")}</h3>
        <HelpLink page={setupPage(form.platform, form.preset)} at="chatwoot-secret" />
      </div>
      <p className="muted small">{text("webhook-secrets-help")}</p>
      {secrets.map((secret, index) => (
        // Rows have no identity but their place.
        <div key={index} className="row">
          <div className="grow">
            <SecretField
              label={text("webhook-secret-number", { number: index + 1 })}
              value={secret}
              before={before.webhookSecrets.includes(secret) ? secret : ""}
              onChange={(value) => set({ webhookSecrets: secrets.map((one, at) => (at === index ? value : one)) })}
            />
          </div>
          <ActionIcon
            mt={20}
            aria-label={text("webhook-secret-remove", { number: index + 1 })}
            onClick={() => set({ webhookSecrets: secrets.filter((_, at) => at !== index) })}
          >
            <Icon name="trash" />
          </ActionIcon>
        </div>
      ))}
      {errorAt("webhookSecrets") && <p className="red small">{errorAt("webhookSecrets")}</p>}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => set({ webhookSecrets: [...secrets, ""] })}
        >
          {text("webhook-secret-add")}
        </Button>
      </div>
    </div>
  );
}
