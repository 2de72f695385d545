/** The two halves of the Channels room: the channels, and how they are joined. */
import { Link } from "@tanstack/react-router";

import { useChannels, useLinks } from "../../app/queries";
import { useWords } from "../../strings/text";
import css from "./ChannelTabs.module.css";

/** The way between the two. */
export function ChannelTabs() {
  const { text, format } = useWords();
  const counts = { "/channels": useChannels().data?.length, "/channels/links": useLinks().data?.length };
  return (
    <nav className={css.tabs} aria-label={text("channels-title")}>
      {(["/channels", "/channels/links"] as const).map((to) => (
        <Link key={to} to={to} className={css.tab} activeOptions={{ exact: true, includeSearch: false }}>
          {text(to === "/channels" ? "channels-title" : "links-title")}{" "}
          {counts[to] !== undefined && <span className="muted figures">{format.number(counts[to])}</span>}
        </Link>
      ))}
    </nav>
  );
}
