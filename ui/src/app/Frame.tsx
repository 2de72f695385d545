/** The frame around every screen: the rail, the banners that concern the whole, and the place where a screen stands. */
import { Button } from "@mantine/core";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";

import { Icon, Shape, type IconName, type ShapeName } from "../components/icons";
import { TextLink } from "../components/TextLink";
import { TroubleScreen } from "../components/Trouble";
import { doneOf, needsAdmin } from "../features/bulk/looks";
import { useWords } from "../strings/text";
import css from "./Frame.module.css";
import { useLive } from "./live";
import { useBulks, useCommand, useStatus } from "./queries";

const rooms = [
  { to: "/", icon: "home", label: "nav-home" },
  { to: "/channels", icon: "channels", label: "nav-channels" },
  { to: "/traffic", icon: "traffic", label: "nav-traffic" },
  { to: "/conversations", icon: "conversations", label: "nav-conversations" },
  { to: "/bulk", icon: "bulk", label: "nav-bulk" },
] as const satisfies readonly { to: string; icon: IconName; label: string }[];

/** The frame around every screen. */
export function Frame() {
  const { text } = useWords();
  const main = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  const first = useRef(true);
  // A screen reader should read the new screen, not stay on the link that led to it.
  useEffect(() => {
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [path]);
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
        {rooms.map((room) => (
          <RailLink key={room.to} {...room} />
        ))}
        <div className={css.foot}>
          <RailLink to="/settings" icon="settings" label="nav-settings" />
          <RelayState />
        </div>
      </nav>
      <main className={css.main} ref={main} id="main" tabIndex={-1}>
        <Banners />
        <Screen />
      </main>
    </div>
  );
}

function RailLink({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  const { text } = useWords();
  return (
    <Link className={css.link} to={to} title={text(label)} activeOptions={{ exact: to === "/", includeSearch: false }}>
      <Icon name={icon} />
      <span>{text(label)}</span>
    </Link>
  );
}

/** The relay's own state in a word and a shape. */
function RelayState() {
  const { text } = useWords();
  const live = useLive();
  const status = useStatus();
  let word = "relay-working";
  let shape: ShapeName = "tick";
  let colour = "green";
  if (!live.connected || status.error) [word, shape, colour] = ["relay-offline", "question", "amber"];
  else if (!status.data) [word, shape, colour] = ["relay-starting", "half", "blue"];
  else if (status.data.relay.error) [word, shape, colour] = ["relay-stopped", "diamond", "red"];
  else if (status.data.sentence.tone === "bad") [word, shape, colour] = ["relay-problem", "diamond", "red"];
  else if (status.data.sentence.tone === "warning") [word, shape, colour] = ["relay-attention", "triangle", "amber"];
  return (
    <div className={css.relay} role="status" title={`${text(word)} · ${status.data?.relay.listen ?? ""}`}>
      <i className={colour} style={{ display: "flex" }}>
        <Shape name={shape} />
      </i>
      <span>{text(word)}</span>
    </div>
  );
}

/** What concerns the whole app and every screen: no engine, an unreadable key, bulk sends that stand still, the demo. */
function Banners() {
  const { text, trouble, remedy } = useWords();
  const live = useLive();
  const status = useStatus().data;
  // Home and their own screen show them with all that can be done.
  const elsewhere = useLocation({ select: ({ pathname }) => pathname !== "/" && pathname !== "/bulk" });
  const stopped = useBulks().data?.filter(needsAdmin) ?? [];
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
  const { text } = useWords();
  const status = useStatus();
  const live = useLive();
  if (status.error && !status.data)
    return (
      <TroubleScreen
        trouble={live.refused ?? status.error}
        action={
          <Button loading={status.isFetching} onClick={() => void status.refetch()}>
            {text("action-try-again")}
          </Button>
        }
      />
    );
  return <Outlet />;
}
