/** The two halves of the Channels room: the channels, and how they are joined. */
import { Link, useLocation } from "@tanstack/react-router";

import { useChannels, useLinks } from "../../app/queries";
import { useWords } from "../../strings/text";
import css from "./ChannelTabs.module.css";

/** The way between the two. */
export function ChannelTabs() {
  const { text, format } = useWords();
  const path = useLocation({ select: (location) => location.pathname });
  const here = path === "/channels/links" ? path : "/channels";
  const counts = { "/channels": useChannels().data?.length, "/channels/links": useLinks().data?.length };
  return (
    <nav className={css.tabs} aria-label={text("channels-title")}>
      {(["/channels", "/channels/links"] as const).map((to) => (
        <Link key={to} to={to} className={css.tab} data-here={to === here || undefined}>
          {text(to === "/channels" ? "channels-title" : "links-title")}{" "}
          {counts[to] !== undefined && <span className="muted figures">{format.number(counts[to])}</span>}
        </Link>
      ))}
    </nav>
  );
}
