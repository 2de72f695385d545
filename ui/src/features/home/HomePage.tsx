/** Is it working? The one true sentence, the few numbers behind it, and whatever wants attention. */
import { Button, Loader } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { useBulks, useChannels, useCommand, useStatus } from "../../app/queries";
import type { DestinationStatus, Status } from "../../backend";
import { Icon, Shape, type ShapeName } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Page } from "../../components/Page";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { stoppedKey } from "../../strings/words";
import { needsAdmin } from "../bulk/looks";
import { Stopped } from "../bulk/Stopped";
import { ChannelTable } from "../channels/ChannelsPage";
import { CatchUps } from "./CatchUps";
import css from "./home.module.css";

const tones: Record<Status["sentence"]["tone"], [string, ShapeName]> = {
  good: ["green", "tick"],
  neutral: ["blue", "ring"],
  warning: ["amber", "triangle"],
  bad: ["red", "diamond"],
};

/** The Home screen. */
export function HomePage() {
  const { text } = useWords();
  const status = useStatus().data;
  const channels = useChannels().data;
  const stopped = useBulks().data?.filter(needsAdmin) ?? [];
  const navigate = useNavigate();
  if (!status || !channels)
    return (
      <Page title={text("home-title")}>
        <Loader size="sm" aria-label={text("home-loading")} />
      </Page>
    );
  if (channels.length === 0) return <Welcome />;
  return (
    <Page
      title={text("home-title")}
      action={
        <Button
          leftSection={<Icon name="plus" />}
          onClick={() => void navigate({ to: "/channels", search: { create: true } })}
        >
          {text("channels-add")}
        </Button>
      }
    >
      <div className="stack wide">
        <Sentence sentence={status.sentence} />
        {status.stopped.map((destination) => (
          <StoppedDestination key={destination.id} destination={destination} />
        ))}
        {stopped.map((bulk) => (
          <Stopped key={bulk.id} bulk={bulk} />
        ))}
        {status.unclaimed > 0 && (
          <Notice icon="note">
            {text("home-unclaimed", { count: status.unclaimed })}{" "}
            <TextLink to="/traffic" search={{ unclaimed: true }}>
              {text("home-unclaimed-show")}
            </TextLink>
          </Notice>
        )}
        <Cards status={status} />
        <CatchUps catchUps={status.catchUps} />
        <section className="stack">
          <h2>{text("home-channels")}</h2>
          <ChannelTable
            channels={channels}
            onOpen={(channel) => void navigate({ to: "/channels", search: { channel } })}
          />
        </section>
        {status.key.home === "file" && (
          <p className="row small muted">
            <Icon name="key" /> <span>{text("home-key-file")}</span>
          </p>
        )}
      </div>
    </Page>
  );
}

function Sentence({ sentence }: { sentence: Status["sentence"] }) {
  const words = useWords();
  const [colour, shape] = tones[sentence.tone];
  return (
    <p className={css.sentence} role="status">
      <span className={colour}>
        <Shape name={shape} size={18} />
      </span>
      <span>{words.sentence(sentence)}</span>
    </p>
  );
}

function Cards({ status }: { status: Status }) {
  const { text, format } = useWords();
  const { channels, today, waiting, relay } = status;
  return (
    <div className={css.cards}>
      <Card
        title={text("card-channels")}
        to="/channels"
        value={text("card-channels-value", { working: channels.working, total: channels.total })}
      >
        {channels.troubled > 0 ? (
          <span className="red">{text("card-channels-troubled", { count: channels.troubled })}</span>
        ) : channels.resting > 0 ? (
          text("card-channels-resting", { count: channels.resting })
        ) : (
          text("card-channels-well")
        )}
      </Card>
      <Card
        title={text("card-address")}
        to="/settings"
        value={relay.publicUrl ? host(relay.publicUrl) : text("card-address-none")}
      >
        {relay.publicUrl ? text("card-address-listen", { listen: relay.listen }) : text("card-address-local")}
      </Card>
      <Card
        title={text("card-failed")}
        to="/traffic"
        search={{ state: "failed" as const }}
        value={format.number(today.failed)}
        bad={today.failed > 0}
      >
        {text("card-failed-of", { delivered: today.delivered, received: today.received })}
      </Card>
      <Card
        title={text("card-waiting")}
        to="/traffic"
        search={{ state: waiting > 0 && status.stopped.length > 0 ? ("onHold" as const) : ("retrying" as const) }}
        value={format.number(waiting)}
      >
        {text(waiting > 0 ? "card-waiting-some" : "card-waiting-none")}
      </Card>
    </div>
  );
}

function host(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

function Card({
  title,
  value,
  to,
  search,
  bad = false,
  children,
}: {
  title: string;
  value: string;
  to: "/channels" | "/settings" | "/traffic";
  search?: { state: "failed" | "onHold" | "retrying" };
  bad?: boolean;
  children: ReactNode;
}) {
  return (
    <Link to={to} search={search ?? {}} className={css.card}>
      <h3>{title}</h3>
      <p className={`${css.value} figures clip ${bad ? "red" : ""}`} title={value}>
        {bad && <Shape name="diamond" size={14} />} {value}
      </p>
      <p className="small muted">{children}</p>
    </Link>
  );
}

/** A destination that is stopped: why, what waits, and the way to try at once. */
function StoppedDestination({ destination }: { destination: DestinationStatus }) {
  const { text } = useWords();
  const retry = useCommand("destination.retry", ["status", "channels"]);
  if (!destination.stopped) return null;
  return (
    <TroubleNote
      trouble={destination.stopped}
      action={
        <div className="row wrap">
          <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate({ id: destination.id })}>
            {text("action-try-now")}
          </Button>
          <span className="small">
            {text(stoppedKey(destination.kind), { name: destination.channelName })}{" "}
            {text("stopped-waiting", { count: destination.waiting })}
            {destination.nextProbe !== null && (
              <>
                {" "}
                {text("stopped-next")} <Moment at={destination.nextProbe} />
              </>
            )}
          </span>
          <TextLink to="/channels" search={{ channel: destination.channel }}>
            {text("stopped-open")}
          </TextLink>
        </div>
      }
    />
  );
}

function Notice({ icon, children }: { icon: "note" | "warning"; children: ReactNode }) {
  return (
    <div className={css.notice} role="note">
      <Icon name={icon} style={{ flex: "none" }} />
      <span>{children}</span>
    </div>
  );
}

/** Home before there is any channel: what the app does, and the two ways to begin. */
function Welcome() {
  const { text } = useWords();
  const navigate = useNavigate();
  const demo = useCommand("demo.start", ["status", "channels"]);
  return (
    <Page title={text("welcome-title")} sentence={text("welcome-sentence")}>
      <div className={css.welcome}>
        <ol className={css.path} aria-label={text("welcome-path")}>
          {["platforms", "relay", "endpoint"].map((stop) => (
            <li key={stop}>
              <b>{text(`welcome-${stop}`)}</b>
              <span className="muted">{text(`welcome-${stop}.meaning`)}</span>
            </li>
          ))}
        </ol>
        <div className="row wrap">
          <Button size="md" onClick={() => void navigate({ to: "/channels", search: { create: true } })}>
            {text("channels-add")}
          </Button>
          <Button variant="default" loading={demo.isPending} onClick={() => demo.mutate({})}>
            {text("welcome-demo")}
          </Button>
        </div>
        <p className="small muted">{text("welcome-local")}</p>
        {demo.error && <TroubleNote trouble={demo.error} />}
      </div>
    </Page>
  );
}
