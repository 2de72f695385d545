/** The frame around every screen: the rail, the banners that concern the whole, and the place where a screen stands. */
import { Button } from "@mantine/core";
import { Link, Outlet, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";

import type { BackendError, RestoreReady, Status } from "../backend";
import { Icon, Shape, type IconName, type ShapeName } from "../components/icons";
import { TextLink } from "../components/TextLink";
import { TroubleNote } from "../components/Trouble";
import { doneOf, needsAdmin } from "../features/bulk/looks";
import { PauseButton } from "../features/desktop/PauseButton";
import { openPalette, Palette } from "../features/palette/Palette";
import { RecoveryScreen } from "../features/recovery/RecoveryScreen";
import { sectionOf } from "../features/settings/sections";
import { useWords } from "../strings/text";
import { CheatSheet } from "./CheatSheet";
import { helpFor } from "./contextHelp";
import css from "./Frame.module.css";
import type { Action } from "./keys";
import { useLive } from "./live";
import { useBulks, useCommand, useStatus } from "./queries";
import { useKeys, useShortcut } from "./shortcuts";

const rooms = [
  { to: "/", icon: "home", label: "nav-home", action: "home" },
  { to: "/channels", icon: "channels", label: "nav-channels", action: "channels" },
  { to: "/traffic", icon: "traffic", label: "nav-traffic", action: "traffic" },
  { to: "/conversations", icon: "conversations", label: "nav-conversations", action: "conversations" },
  { to: "/bulk", icon: "bulk", label: "nav-bulk", action: "bulk" },
  { to: "/problems", icon: "warning", label: "nav-problems", action: "problems" },
] as const satisfies readonly Room[];

/** A room of the rail. */
interface Room {
  to: string;
  icon: IconName;
  label: string;
  /** What its key does. */
  action: Action;
}

/** The frame around every screen. */
export function Frame() {
  const { text } = useWords();
  const keys = useKeys();
  const navigate = useNavigate();
  const router = useRouter();
  const [cheatSheet, setCheatSheet] = useState(false);
  const main = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  const first = useRef(true);
  // A screen reader should read the new screen, not stay on the link that led to it.
  useEffect(() => {
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [path]);
  useShortcut("help", () => {
    // Read at the press: the frame need not be drawn anew for each section.
    const { section } = router.state.location.search;
    const { page, at } = helpFor(path, sectionOf(section));
    void navigate({ to: "/help/$page", params: { page }, search: at === undefined ? {} : { at } });
  });
  useShortcut("cheatSheet", () => setCheatSheet(true));
  useShortcut("newChannel", () => void navigate({ to: "/channels", search: { create: true } }));
  const search = keys.hint(text("palette-open"), "palette");
  return (
    <div className={css.frame}>
      <a
        className={css.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {text("skip-link")}
      </a>
      <nav className={css.rail} aria-label={text("nav-label")}>
        <div className={css.brand}>
          <img src="./icon.svg" width="24" height="24" alt="" />
          <span>Switchboard</span>
        </div>
        <button
          type="button"
          className={css.search}
          title={search}
          aria-keyshortcuts={keys.aria("palette")}
          onClick={openPalette}
        >
          <Icon name="search" />
          <span className="grow">{text("palette-button")}</span>
          {keys.label("palette") && <kbd aria-hidden="true">{keys.label("palette")}</kbd>}
        </button>
        {rooms.map((room) => (
          <RailLink key={room.to} {...room} />
        ))}
        <div className={css.foot}>
          <RailLink to="/settings" icon="settings" label="nav-settings" action="settings" />
          <RailLink to="/help" icon="help" label="nav-help" action="help" />
          <RelayState />
        </div>
      </nav>
      <main className={css.main} ref={main} id="main" tabIndex={-1}>
        <Banners />
        <Screen />
      </main>
      <Palette onCheatSheet={() => setCheatSheet(true)} />
      <CheatSheet opened={cheatSheet} onClose={() => setCheatSheet(false)} />
    </div>
  );
}

function RailLink({ to, icon, label, action }: Room) {
  const { text } = useWords();
  const keys = useKeys();
  const navigate = useNavigate();
  // F1 tells of the screen it is pressed on, so the help has no key of its own.
  useShortcut(action, action === "help" ? undefined : () => void navigate({ to: to as "/" }));
  return (
    <Link
      className={css.link}
      to={to}
      title={keys.hint(text(label), action)}
      aria-keyshortcuts={keys.aria(action)}
      activeOptions={{ exact: to === "/", includeSearch: false }}
    >
      <Icon name={icon} />
      <span>{text(label)}</span>
      {to === "/problems" && <ProblemCount />}
    </Link>
  );
}

/** How many problems are open; nothing while there are none. */
function ProblemCount() {
  const { text, format } = useWords();
  const count = useStatus().data?.problems ?? 0;
  if (count === 0) return null;
  return (
    <i className={css.count} role="img" aria-label={text("nav-problems-count", { count })}>
      {format.number(count)}
    </i>
  );
}

/** A word by its key, a shape, a colour. */
type Look = [word: string, shape: ShapeName, colour: string];

/** The sign that the tray shows, in a word and a shape. What is no more than a warning wants a look, not a hurry. */
export function signLook({ sign, sentence }: Pick<Status, "sign" | "sentence">): Look {
  switch (sign) {
    case "working":
      return ["relay-working", "tick", "green"];
    case "paused":
      return ["relay-paused", "bars", "grey"];
    case "stopped":
      return ["relay-stopped", "diamond", "red"];
    case "problem":
      return sentence.tone === "bad" ? ["relay-problem", "diamond", "red"] : ["relay-attention", "triangle", "amber"];
  }
}

/** The same where the status may be missing: the page is not connected, or the engine has not started. */
function relayLook(connected: boolean, { data, error }: ReturnType<typeof useStatus>): Look {
  if (error && error.code !== "offline") return ["relay-stopped", "diamond", "red"];
  if (!connected || error) return ["relay-offline", "question", "amber"];
  return data ? signLook(data) : ["relay-starting", "half", "blue"];
}

/** The relay's own state in a word and a shape. */
function RelayState() {
  const { text } = useWords();
  const live = useLive();
  const status = useStatus();
  const [word, shape, colour] = relayLook(live.connected, status);
  return (
    <div className={css.relayRow}>
      <div className={css.relay} role="status" title={`${text(word)} · ${status.data?.relay.listen ?? ""}`}>
        <i className={colour} style={{ display: "flex" }}>
          <Shape name={shape} />
        </i>
        <span>{text(word)}</span>
      </div>
      <PauseButton />
    </div>
  );
}

/** What concerns the whole app and every screen: no engine, an unreadable key, bulk sends that stand still, the demo. */
function Banners() {
  const { text, trouble, remedy, sentence } = useWords();
  const live = useLive();
  const status = useStatus().data;
  // Home and their own screen show them with all that can be done.
  const elsewhere = useLocation({ select: ({ pathname }) => pathname !== "/" && pathname !== "/bulk" });
  const stopped = useBulks().data?.filter(needsAdmin) ?? [];
  const resume = useCommand("relay.resume", ["status"]);
  const stopDemo = useCommand("demo.stop", ["status", "channels"]);
  return (
    <>
      {!live.connected && status && <Banner tone="warning">{text("banner-offline")}</Banner>}
      {status?.relay.error && (
        <Banner tone="bad">
          <b>{trouble(status.relay.error)}</b> {remedy(status.relay.error)}
        </Banner>
      )}
      {status?.key.error && (
        <Banner tone="bad">
          <b>{trouble(status.key.error)}</b> {remedy(status.key.error)}
        </Banner>
      )}
      {elsewhere &&
        stopped.map((bulk) => (
          <Banner
            key={bulk.id}
            tone="warning"
            action={
              <TextLink to="/bulk" search={{ bulk: bulk.id }}>
                {text("bulk-details")}
              </TextLink>
            }
          >
            {text(bulk.state === "interrupted" ? "bulk-stopped-at" : "bulk-paused-at", {
              done: doneOf(bulk),
              total: bulk.total,
            })}
          </Banner>
        ))}
      {status?.paused && (
        <Banner
          tone="warning"
          action={
            <Button variant="default" size="xs" loading={resume.isPending} onClick={() => resume.mutate({})}>
              {text("tray-resume")}
            </Button>
          }
        >
          {sentence(status.sentence)}
        </Banner>
      )}
      {status?.restoreReady && <RestoreBanner ready={status.restoreReady} />}
      {status?.demo && (
        <Banner
          tone="note"
          action={
            <Button variant="default" size="xs" loading={stopDemo.isPending} onClick={() => stopDemo.mutate({})}>
              {text("demo-remove")}
            </Button>
          }
        >
          {text("demo-banner")}
        </Banner>
      )}
    </>
  );
}

/** A backup that takes over at the next start: until then it can be had at once, or called off. */
function RestoreBanner({ ready: { at, from } }: { ready: RestoreReady }) {
  const { text, format } = useWords();
  const restart = useCommand("relay.restart", [], "shown");
  const callOff = useCommand("backup.callOff", ["status"], "shown");
  const error = restart.error ?? callOff.error;
  return (
    <Banner
      tone="warning"
      action={
        <div className="row">
          <Button
            size="xs"
            loading={restart.isPending}
            // Everything is read anew, by a page that knows nothing of before.
            onClick={() => restart.mutate({}, { onSuccess: () => window.location.reload() })}
          >
            {text("backup-restart-now")}
          </Button>
          <Button variant="default" size="xs" loading={callOff.isPending} onClick={() => callOff.mutate({})}>
            {text("backup-call-off")}
          </Button>
        </div>
      }
    >
      {text("backup-takes-over", { from: format.exact(from), at: format.exact(at) })}
      {error && <TroubleNote trouble={error} />}
    </Banner>
  );
}

function Banner({
  tone,
  action,
  children,
}: {
  tone: "note" | "warning" | "bad";
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={css.banner} data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={tone === "note" ? "note" : "warning"} style={{ flex: "none" }} />
      <span className="grow">{children}</span>
      {action}
    </div>
  );
}

/** The screen, or why there is none. */
function Screen() {
  const status = useStatus();
  const live = useLive();
  // What is being mended, and then how, is told until it is read, also when everything works again.
  const [held, setHeld] = useState<BackendError>();
  const error = held ?? (status.data ? undefined : status.error && (live.refused ?? status.error));
  if (!error) return <Outlet />;
  return (
    <RecoveryScreen
      error={error}
      busy={status.isFetching}
      again={() => void status.refetch()}
      hold={(is) => setHeld(is ? error : undefined)}
    />
  );
}
