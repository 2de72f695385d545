/** The channel's intake address: to be copied, with where to paste it in the platform's own words. */
import { Button } from "@mantine/core";
import { useState } from "react";

import type { ChannelView } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import { Icon } from "../../components/icons";
import { TextLink } from "../../components/TextLink";
import { useWords } from "../../strings/text";
import { platformName } from "../../strings/words";
import { isBound, Webhook } from "../setup/Webhook";
import css from "./channels.module.css";

/** How many steps each platform's directions have. */
export const directionSteps = { elma365: 4, chatwoot: 4, userlike: 3 } as const;

/** The intake address and what to do with it. */
export function Address({ channel }: { channel: ChannelView }) {
  const { text } = useWords();
  // The platform is asked only when somebody wants to know.
  const [asked, setAsked] = useState(false);
  const platform = platformName(channel.platform, channel.preset);
  const steps = Array.from({ length: directionSteps[channel.platform] }, (_, index) => index + 1);
  return (
    <section className={css.address} aria-label={text("address-title", { platform })}>
      <div className="row">
        <h2 className="grow">{text("address-title", { platform })}</h2>
        <CopyButton primary={channel.state === "waiting"} get={() => channel.intakeUrl}>
          {text("address-copy")}
        </CopyButton>
      </div>
      <p className={`mono ${css.url}`}>{channel.intakeUrl}</p>
      {channel.localOnly && (
        <p className={css.warning} role="note">
          <Icon name="warning" />
          <span>
            {text("address-local-only", { platform })}{" "}
            <TextLink to="/settings" search={{ section: "addresses", at: "field-public-url" }}>
              {text("address-set-public")}
            </TextLink>
          </span>
        </p>
      )}
      <details className={css.advanced} open={channel.state === "waiting"}>
        <summary>
          <Icon name="right" /> {text("address-where", { platform })}
        </summary>
        <div>
          <ol className={css.steps}>
            {steps.map((step) => (
              <li key={step}>
                <span>{text(`directions-${channel.platform}-${step}`, { platform })}</span>
              </li>
            ))}
          </ol>
        </div>
      </details>
      {isBound(channel) &&
        (asked ? (
          <Webhook channel={channel} />
        ) : (
          <div>
            <Button variant="default" size="compact-sm" onClick={() => setAsked(true)}>
              {text("address-webhook", { platform })}
            </Button>
          </div>
        ))}
    </section>
  );
}
