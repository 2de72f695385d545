/** Sending from the admin's own program: the address, the token, what may be sent, and a request to copy. */
import { useState } from "react";

import { useOutboxKinds } from "../../app/queries";
import type { ChannelView, SecretField as SecretName, Side } from "../../backend";
import { CopyButton, CopyIcon } from "../../components/CopyButton";
import { HelpLink } from "../../components/HelpLink";
import { Icon } from "../../components/icons";
import { OutsideLink } from "../../components/OutsideLink";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { outboxKey, platformName } from "../../strings/words";
import css from "./channels.module.css";
import { curlExample, kindsOf, openApiUrl, TOKEN } from "./outbox";
import { RotateQuestion } from "./Rotation";
import { SecretField } from "./SecretField";

/** The section of the editor. */
export function Outbox({
  channel,
  reveal,
}: {
  channel: ChannelView;
  reveal: ((field: SecretName) => Promise<string>) | undefined;
}) {
  const { text } = useWords();
  const platform = platformName(channel.platform, channel.preset);
  return (
    <details className={css.advanced}>
      <summary>
        <Icon name="right" /> {text("outbox-title")}
      </summary>
      {channel.platform === "userlike" ? (
        <p>{text("outbox-userlike")}</p>
      ) : (
        <div className="stack wide">
          <div className="row">
            <p className="grow">{text("outbox-sentence", { platform })}</p>
            <HelpLink page="endpoint" at="endpoint-outbox" />
          </div>
          <OutboxAddress channel={channel} />
          <OutboxToken channel={channel} reveal={reveal} />
          <Kinds channel={channel} platform={platform} />
          <Example channel={channel} />
        </div>
      )}
    </details>
  );
}

function OutboxAddress({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  return (
    <section className={css.address} aria-label={text("outbox-address")}>
      <div className="row">
        <h3 className="grow">{text("outbox-address")}</h3>
        <CopyButton get={() => channel.outboxUrl}>{text("outbox-copy")}</CopyButton>
      </div>
      <p className={`mono ${css.url}`}>{channel.outboxUrl}</p>
      {channel.localOnly && (
        <p className={css.warning} role="note">
          <Icon name="warning" />
          <span>
            {text("outbox-local-only")}{" "}
            <TextLink to="/settings" search={{ section: "addresses", at: "field-public-url" }}>
              {text("address-set-public")}
            </TextLink>
          </span>
        </p>
      )}
    </section>
  );
}

function OutboxToken({
  channel,
  reveal,
}: {
  channel: ChannelView;
  reveal: ((field: SecretName) => Promise<string>) | undefined;
}) {
  const { text } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <SecretField
        label={text("rotate-endpoint-token")}
        description={text("rotate-endpoint-token.help")}
        value={channel.endpointToken}
        before={channel.endpointToken}
        onChange={() => undefined}
        onReplace={() => setAsking(true)}
        {...(reveal ? { reveal: () => reveal("endpointToken") } : {})}
      />
      <RotateQuestion channel={channel} field={asking ? "endpointToken" : undefined} onClose={() => setAsking(false)} />
    </>
  );
}

/** What this platform takes, and from whom. */
function Kinds({ channel, platform }: { channel: ChannelView; platform: string }) {
  const { text } = useWords();
  const kinds = useOutboxKinds();
  if (kinds.error && !kinds.data) return <TroubleNote trouble={kinds.error} />;
  return (
    <table className={css.kinds} aria-busy={!kinds.data}>
      <caption>{text("outbox-kinds", { platform })}</caption>
      <thead>
        <tr>
          <th scope="col">{text("outbox-kind")}</th>
          <th scope="col">{text("outbox-as-customer")}</th>
          <th scope="col">{text("outbox-as-operator")}</th>
        </tr>
      </thead>
      <tbody>
        {kindsOf(kinds.data ?? [], channel.platform).map(({ kind, from }) => (
          <tr key={kind} data-none={from.length === 0 || undefined}>
            <th scope="row">
              {text(outboxKey(kind))} <span className="mono muted">{kind}</span>
            </th>
            <Taken side="customer" from={from} />
            <Taken side="operator" from={from} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Taken({ side, from }: { side: Side; from: readonly Side[] }) {
  const { text } = useWords();
  const yes = from.includes(side);
  return (
    <td>
      <span className={yes ? "green" : "muted"} aria-hidden="true">
        {yes ? <Icon name="check" /> : "–"}
      </span>
      <span className="visually-hidden">{text(yes ? "outbox-taken" : "outbox-not-taken")}</span>
    </td>
  );
}

function Example({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  const example = curlExample(channel);
  const description = openApiUrl(channel.outboxUrl);
  return (
    <section className="stack" aria-label={text("outbox-example")}>
      <div className="row">
        <h3 className="grow">{text("outbox-example")}</h3>
        <CopyIcon label={text("outbox-copy-example")} get={() => example} />
      </div>
      <pre className={`mono ${css.example}`}>{example}</pre>
      <p className="small muted">{text("outbox-example-token", { token: TOKEN })}</p>
      <p className="small">
        <OutsideLink url={description}>{text("outbox-openapi")}</OutsideLink>{" "}
        <span className="mono muted">{description}</span>
      </p>
    </section>
  );
}
