/** A sheet to print for the colleague who has the rights on the platform: what to paste where. Black on white on paper, whatever the theme. */
import { Button, Checkbox, Loader, Select } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { encode } from "uqr";

import { useBackend } from "../../app/backend";
import { useChannels, useEventNames } from "../../app/queries";
import type { ChannelView, SecretField } from "../../backend";
import { Icon } from "../../components/icons";
import { useNow } from "../../components/Moment";
import { Empty, Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { secretHeader } from "../setup/draft";
import css from "./sheet.module.css";

/** The set-up sheet of a channel. */
export function SheetPage() {
  const { text } = useWords();
  const channels = useChannels();
  const navigate = useNavigate();
  const search = useSearch({ from: "/help/sheet" });
  const [withSecrets, setWithSecrets] = useState(false);
  const channel = channels.data?.find(({ id }) => id === search.channel) ?? channels.data?.[0];
  const platform = channel ? platformName(channel.platform, channel.preset) : "";
  return (
    <Page
      title={channel ? text("sheet-title", { platform }) : text("help-sheet")}
      action={
        channel && (
          <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
            {text("sheet-print")}
          </Button>
        )
      }
    >
      {channels.error && !channels.data ? (
        <TroubleNote
          trouble={channels.error}
          action={<Button onClick={() => void channels.refetch()}>{text("action-try-again")}</Button>}
        />
      ) : !channels.data ? (
        <Loader size="sm" aria-label={text("channels-loading")} />
      ) : !channel ? (
        <div className="card">
          <Empty
            title={text("sheet-none")}
            action={
              <Button onClick={() => void navigate({ to: "/channels", search: { create: true } })}>
                {text("channels-add")}
              </Button>
            }
          />
        </div>
      ) : (
        <>
          <div className={css.choices}>
            <Select
              label={text("sheet-choose")}
              allowDeselect={false}
              data={channels.data.map(({ id, name }) => ({ value: id, label: name }))}
              value={channel.id}
              onChange={(id) => id && void navigate({ to: "/help/sheet", search: { channel: id }, replace: true })}
            />
            {fields[channel.platform].token !== undefined && channel.token !== "" && (
              <Checkbox
                label={text("sheet-secrets")}
                description={text("sheet-secrets.meaning")}
                checked={withSecrets}
                onChange={(event) => setWithSecrets(event.currentTarget.checked)}
              />
            )}
          </div>
          {channel.localOnly && (
            <p className={css.local} role="note">
              <Icon name="warning" /> {text("sheet-local")}
            </p>
          )}
          <Sheet key={channel.id} channel={channel} withSecrets={withSecrets} />
        </>
      )}
    </Page>
  );
}

/** Where each platform wants the intake address and the token, in its own words; Chatwoot makes its token itself. */
const fields = {
  elma365: { address: "sheet-address-elma365", token: "picture-elma-code" },
  chatwoot: { address: "picture-woot-url", token: undefined },
  userlike: { address: "picture-user-callback", token: "sheet-header" },
} as const;

/** A text of the sheet: its key, and what fills its blanks. */
type Said = readonly [key: string, args?: Record<string, string>];

/** What the colleague does. Of a channel that knows its inbox only the way to that inbox is told. */
export function stepsOf({ platform, apiUrl, token, options }: ChannelView): Said[] {
  if (platform === "elma365") return [1, 2, 3, 4].map((step) => [`sheet-steps-elma365-${step}`]);
  if (platform === "userlike")
    return [
      ["sheet-steps-userlike-1"],
      ["sheet-steps-userlike-2"],
      ...(token === "" ? [] : [["sheet-steps-userlike-3", { name: options.secretHeader || secretHeader }] as const]),
      ["sheet-steps-userlike-4"],
    ];
  const { accountId, inboxId } = options;
  if (!inboxId) return [["sheet-steps-chatwoot-new"], ["sheet-steps-chatwoot-one"], ["sheet-steps-chatwoot-all"]];
  const page =
    apiUrl && accountId
      ? `${apiUrl.replace(/\/$/, "")}/app/accounts/${accountId}/settings/inboxes/${inboxId}`
      : "Settings → Inboxes";
  return [["sheet-steps-chatwoot-known", { inbox: String(inboxId), page }], ["sheet-steps-chatwoot-paste"]];
}

/** What only the colleague sees there and the channel does not know yet. */
export function backOf({ platform, preset, token, options }: ChannelView): string[] {
  if (platform === "elma365") return ["sheet-back-code"];
  if (platform === "userlike") return token === "" ? ["sheet-back-header"] : [];
  return [
    ...(token === "" ? ["sheet-back-token"] : []),
    ...(options.accountId && options.inboxId ? [] : ["sheet-back-account"]),
    // OneHash Chat signs nothing yet.
    ...(options.webhookSecrets?.length || preset === "onehash" ? [] : ["sheet-back-secret"]),
  ];
}

function Sheet({ channel, withSecrets }: { channel: ChannelView; withSecrets: boolean }) {
  const { text, format, trouble } = useWords();
  const backend = useBackend();
  const today = useNow();
  const names = useEventNames().data ?? [];
  const platform = platformName(channel.platform, channel.preset);
  const { address, token } = fields[channel.platform];
  const header = channel.options.secretHeader || secretHeader;
  const back = backOf(channel);
  // Without an inbox there are several ways, of which one is taken.
  const choice = channel.platform === "chatwoot" && !channel.options.inboxId;
  const List = choice ? "ul" : "ol";
  const hasToken = channel.token !== "";
  const secret = useQuery({
    queryKey: ["sheet", channel.id],
    queryFn: () => backend.call("channel.reveal", { id: channel.id, field: "token" satisfies SecretField }),
    enabled: withSecrets && hasToken && token !== undefined,
    // A secret is not left lying about.
    gcTime: 0,
  });
  const events = [...new Set(names.filter((one) => one.platform === channel.platform).map((one) => one.platformName))];
  const tokenLabel = token === "sheet-header" ? text(token, { name: header }) : token && text(token);
  const tokenValue = !hasToken
    ? text("sheet-token-empty")
    : withSecrets
      ? secret.error
        ? trouble(secret.error)
        : (secret.data?.value ?? "…")
      : text("sheet-token-by-hand");
  return (
    <article className={css.sheet} aria-label={text("sheet-title", { platform })}>
      <header className={css.head}>
        <div>
          <h2>{text("sheet-title", { platform })}</h2>
          <p>{text("sheet-intro", { platform })}</p>
        </div>
        <Code text={channel.intakeUrl} label={text("sheet-qr")} />
      </header>
      <h3>{text("sheet-paste")}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{text("sheet-field", { platform })}</th>
            <th scope="col">{text("sheet-value")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{text(address)}</td>
            <td className="mono">{channel.intakeUrl}</td>
          </tr>
          {tokenLabel !== undefined && (
            <tr>
              <td>{tokenLabel}</td>
              <td className={hasToken && withSecrets && secret.data ? "mono" : undefined}>{tokenValue}</td>
            </tr>
          )}
        </tbody>
      </table>
      <h3>{text("sheet-steps")}</h3>
      {choice && <p>{text("sheet-steps-chatwoot-ways")}</p>}
      <List className={css.steps}>
        {stepsOf(channel).map(([key, args]) => (
          <li key={key}>{text(key, args)}</li>
        ))}
      </List>
      <h3>{text("sheet-events")}</h3>
      {channel.platform === "elma365" ? (
        <p>{text("sheet-events-elma")}</p>
      ) : channel.options.inboxId ? (
        <p>{text("sheet-events-inbox")}</p>
      ) : (
        <>
          <p>{text("sheet-events-all")}</p>
          <ul className={css.events}>
            {events.map((name) => (
              <li key={name}>
                <span className={css.box} aria-hidden="true" /> <span className="mono">{name}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{text("sheet-back")}</h3>
      {back.length === 0 ? (
        <p>{text("sheet-back-nothing")}</p>
      ) : (
        <>
          <p>{text("sheet-back-text")}</p>
          <table>
            <tbody>
              {back.map((key) => (
                <tr key={key} className={css.blank}>
                  <th scope="row">{text(key)}</th>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <h3>{text("sheet-check")}</h3>
      <p>{text("sheet-check-text", { platform })}</p>
      <footer>{text("sheet-made", { date: format.day(today), name: channel.name })}</footer>
    </article>
  );
}

/** A text as a QR code: black on white in either theme, or no camera reads it. */
function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
