/** Is it working? The one true sentence, the few numbers behind it, and whatever wants attention. */
import { Button, Loader } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";

import { useLive } from "../../app/live";
import { useProblems } from "../../app/problems";
import { useBulks, useChannels, useCommand, useStatus } from "../../app/queries";
import type { BulkView, ChannelView, DestinationStatus, ProblemView, Spans, Status } from "../../backend";
import { HelpLink } from "../../components/HelpLink";
import { Icon, Shape, type ShapeName } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Page } from "../../components/Page";
import { ProblemLines } from "../../components/ProblemLines";
import { RemedyFor } from "../../components/Remedy";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { stoppedKey } from "../../strings/words";
import { doneOf, needsAdmin } from "../bulk/looks";
import { Stopped } from "../bulk/Stopped";
import { LatelyNoted } from "../problems/ActivityList";
import { Unfinished } from "../setup/Unfinished";
import { CatchUps } from "./CatchUps";
import { ChannelRows } from "./ChannelRows";
import { Charts, SpeedWarning } from "./Charts";
import css from "./home.module.css";
import { recall, remember, type LastKnown } from "./lastKnown";
import { useTotals } from "./queries";
import { Welcome } from "./Welcome";

/** How often a screen reader is told of a new sentence at most, in ms. */
const ANNOUNCE = 10_000;

const tones: Record<Status["sentence"]["tone"], [string, ShapeName]> = {
  good: ["green", "tick"],
  neutral: ["blue", "ring"],
  warning: ["amber", "triangle"],
  bad: ["red", "diamond"],
};

/** The Home screen. */
export function HomePage() {
  const { text, format } = useWords();
  const live = useLive();
  const { data: status, dataUpdatedAt } = useStatus();
  const asked = useChannels();
  const channels = asked.data;
  const bulks = useBulks().data ?? [];
  const totals = useTotals().data;
  const problems = otherProblems(useProblems().data ?? [], status?.stopped ?? [], bulks);
  const navigate = useNavigate();
  const [before] = useState(recall);
  useEffect(() => {
    if (status) remember(status, dataUpdatedAt);
  }, [status, dataUpdatedAt]);
  if (status && !channels && asked.error)
    return (
      <Page title={text("home-title")}>
        <TroubleNote
          trouble={asked.error}
          action={<Button onClick={() => void asked.refetch()}>{text("action-try-again")}</Button>}
        />
      </Page>
    );
  if (!status || !channels) return <Before known={before} />;
  if (channels.length === 0) return <Welcome />;
  return (
    <Page
      title={text("home-title")}
      action={
        <Button leftSection={<Icon name="plus" />} onClick={() => void navigate({ to: "/setup", search: {} })}>
          {text("channels-add")}
        </Button>
      }
    >
      <div className="stack wide">
        <Announcement sentence={status.sentence} />
        <Sentence sentence={status.sentence}>
          {!live.connected && <AsOf>{text("home-as-of", { when: format.when(dataUpdatedAt) })}</AsOf>}
        </Sentence>
        <Unfinished />
        {status.stopped.map((destination) => (
          <StoppedDestination key={destination.id} destination={destination} />
        ))}
        {bulks.filter(needsAdmin).map((bulk) => (
          <Stopped key={bulk.id} bulk={bulk} />
        ))}
        <ProblemLines problems={problems} />
        {status.unclaimed > 0 && (
          <Notice icon="note">
            {text("home-unclaimed", { count: status.unclaimed })}{" "}
            <TextLink to="/traffic" search={{ unclaimed: true }}>
              {text("home-unclaimed-show")}
            </TextLink>
          </Notice>
        )}
        <SpeedWarning speed={totals?.speed} />
        <Cards status={status} bulks={bulks} />
        <Counts status={status} spans={totals?.all} held={held(status, channels)} />
        <ChannelRows
          channels={channels}
          totals={totals}
          onOpen={(channel) => void navigate({ to: "/channels", search: { channel } })}
        />
        <CatchUps catchUps={status.catchUps} />
        <LatelyNoted />
        <Charts since={Math.min(...channels.map(({ createdAt }) => createdAt))} />
        {status.key.home === "file" && (
          <p className="row small muted">
            <Icon name="key" /> <span>{text("home-key-file")}</span>
          </p>
        )}
      </div>
    </Page>
  );
}

/** The open problems that are not told of already, by a destination that is stopped or a bulk send that stands still. */
export function otherProblems(
  problems: readonly ProblemView[],
  stopped: readonly DestinationStatus[],
  bulks: readonly BulkView[],
): ProblemView[] {
  return problems.filter(
    ({ state, code, about }) =>
      state === "open" &&
      !stopped.some((one) => one.channel === about.channel && one.stopped?.code === code) &&
      !(about.kind === "bulk" && bulks.some((bulk) => bulk.id === about.id && needsAdmin(bulk))),
  );
}

/** While the engine is asked for the first time: how things were when this page last knew. */
function Before({ known }: { known: LastKnown | undefined }) {
  const { text, format } = useWords();
  return (
    <Page title={text("home-title")}>
      <div className="stack wide">
        {known && (
          <Sentence sentence={known.sentence}>
            <AsOf>{text("home-as-of", { when: format.when(known.at) })}</AsOf>
          </Sentence>
        )}
        <Loader size="sm" aria-label={text("home-loading")} />
      </div>
    </Page>
  );
}

function AsOf({ children }: { children: ReactNode }) {
  return <span className={`muted ${css.asOf}`}> {children}</span>;
}

function Sentence({ sentence, children }: { sentence: Status["sentence"]; children?: ReactNode }) {
  const words = useWords();
  const [colour, shape] = tones[sentence.tone];
  return (
    <p className={css.sentence}>
      <span className={colour}>
        <Shape name={shape} size={18} />
      </span>
      <span>
        {words.sentence(sentence)}
        {children}
      </span>
    </p>
  );
}

/**
 * The sentence for a screen reader: anew when it says something else, not when its numbers alone change, which they do with every
 * message, and at most every ten seconds.
 */
function Announcement({ sentence }: { sentence: Status["sentence"] }) {
  const words = useWords();
  const now = words.sentence(sentence);
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  const [said, setSaid] = useState({ key: sentence.key, words: now });
  const last = useRef(0);
  const { key } = sentence;
  useEffect(() => {
    if (key === said.key) return;
    const timer = setTimeout(
      () => {
        last.current = Date.now();
        setSaid({ key, words: latest.current });
      },
      last.current + ANNOUNCE - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [key, said.key]);
  return (
    <p className="visually-hidden" role="status">
      {said.words}
    </p>
  );
}

function Cards({ status, bulks }: { status: Status; bulks: readonly BulkView[] }) {
  const { text } = useWords();
  const { channels, today, relay, problems } = status;
  // What works with problems is counted as working and as troubled.
  const failing = Math.max(0, channels.total - channels.working - channels.resting);
  const limping = Math.max(0, channels.troubled - failing);
  const running = bulks.filter(({ state }) => state === "running");
  const stopped = bulks.filter(needsAdmin);
  const first = running[0] ?? stopped[0];
  return (
    <div className={css.cards}>
      <Card
        title={text("card-channels")}
        to="/channels"
        value={text("card-channels-value", { working: channels.working, total: channels.total })}
      >
        {failing > 0 ? (
          <span className="red">{text("card-channels-failing", { count: failing })}</span>
        ) : limping > 0 ? (
          <span className="amber">{text("card-channels-problems", { count: limping })}</span>
        ) : channels.resting > 0 ? (
          text("card-channels-resting", { count: channels.resting })
        ) : (
          text("card-channels-well")
        )}
      </Card>
      <Card
        title={text("card-address")}
        help={<HelpLink page="glossary" at="word-public-address" />}
        to="/settings"
        search={{ section: "addresses", at: "field-public-url" }}
        value={relay.publicUrl ? host(relay.publicUrl) : text("card-address-none")}
      >
        {relay.publicUrl ? text("card-address-listen", { listen: relay.listen }) : text("card-address-local")}
      </Card>
      <Card
        title={text("card-problems")}
        to="/problems"
        value={text("card-problems-open", { count: problems })}
        sign={problems > 0 ? (status.sentence.tone === "bad" ? ["red", "diamond"] : ["amber", "triangle"]) : undefined}
      >
        {text(problems === 0 && today.failed === 0 ? "problems-empty" : "card-problems-failed", {
          count: today.failed,
        })}
      </Card>
      <Card
        title={text("card-bulks")}
        to="/bulk"
        search={first ? { bulk: first.id } : {}}
        value={running.length > 0 ? text("card-bulks-running", { count: running.length }) : text("card-bulks-none")}
      >
        {first
          ? text("card-bulks-done", { done: doneOf(first), total: first.total })
          : text("card-bulks-last", { count: bulks.length })}
      </Card>
    </div>
  );
}

const columns = ["today", "week", "month"] as const;

/** Why what waits is held back: everything is paused, a channel is, or a destination is stopped. */
export function held(
  { waiting, paused, stopped }: Pick<Status, "waiting" | "paused" | "stopped">,
  channels: readonly Pick<ChannelView, "mode" | "waiting">[],
): "all" | "channel" | "stopped" | undefined {
  if (waiting === 0) return undefined;
  if (paused) return "all";
  if (channels.some((channel) => channel.mode !== "active" && channel.waiting > 0)) return "channel";
  return stopped.length > 0 ? "stopped" : undefined;
}

const waitingWords = { all: "card-waiting-paused", channel: "card-waiting-channel", stopped: "card-waiting-some" };

/** What came in, arrived and failed, today and before, and what waits now, by itself or because it is `held`. */
function Counts({
  status,
  spans,
  held,
}: {
  status: Status;
  spans: Spans | undefined;
  held: "all" | "channel" | "stopped" | undefined;
}) {
  const { text, format } = useWords();
  const rows = ["received", "delivered", "failed"] as const;
  return (
    <section className={`card ${css.counts}`} aria-label={text("home-counts")}>
      <table>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {text(`counts-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{text(`counts-${row}`)}</th>
              {columns.map((column) => {
                // The status is told at once, the rest is read every few seconds: days before today are added to what is true now.
                const before = column === "today" ? 0 : spans && spans[column][row] - spans.today[row];
                const value = before === undefined ? undefined : before + status.today[row];
                return (
                  <td key={column} className={`figures ${row === "failed" && value ? "red" : ""}`}>
                    {value === undefined ? (
                      "–"
                    ) : row === "failed" && column === "today" && value > 0 ? (
                      <Link to="/traffic" search={{ state: "failed", today: true }} className={css.figure}>
                        {format.number(value)}
                      </Link>
                    ) : (
                      format.number(value)
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Link
        to="/traffic"
        search={{ state: held ? ("onHold" as const) : ("retrying" as const) }}
        className={css.waiting}
      >
        <h3>{text("card-waiting")}</h3>
        <span className={`${css.value} figures`}>{format.number(status.waiting)}</span>
        <span className="small muted">
          {text(held ? waitingWords[held] : status.waiting > 0 ? "card-waiting-some" : "card-waiting-none")}
        </span>
      </Link>
    </section>
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
  sign,
  help,
  children,
}: {
  title: string;
  value: string;
  to: "/channels" | "/settings" | "/problems" | "/bulk";
  search?: { bulk?: string } | { section: string; at: string };
  /** The colour and shape of a value that wants a look. */
  sign?: [string, ShapeName] | undefined;
  /** The way to the help on it, which cannot stand inside the link. */
  help?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={css.cell}>
      <Link to={to} search={search ?? {}} className={css.card}>
        <h3>{title}</h3>
        <p className={`${css.value} figures clip ${sign?.[0] ?? ""}`} title={value}>
          {sign && <Shape name={sign[1]} size={14} />} {value}
        </p>
        <p className="small muted">{children}</p>
      </Link>
      {help && <span className={css.help}>{help}</span>}
    </div>
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
          <RemedyFor channel={destination.channel} code={destination.stopped.code} without={["retry"]} />
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
