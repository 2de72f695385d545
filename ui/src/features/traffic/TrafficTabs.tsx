/** The two halves of the Traffic room: the log, and the map of it. */
import { Link, useLocation } from "@tanstack/react-router";

import { useWords } from "../../strings/text";
import css from "../channels/ChannelTabs.module.css";

/** The way between the two. */
export function TrafficTabs() {
  const { text } = useWords();
  const path = useLocation({ select: (location) => location.pathname });
  const here = path === "/traffic/map" ? path : "/traffic";
  return (
    <nav className={css.tabs} aria-label={text("traffic-title")}>
      {(["/traffic", "/traffic/map"] as const).map((to) => (
        <Link key={to} to={to} className={css.tab} data-here={to === here || undefined}>
          {text(to === "/traffic" ? "traffic-tab-log" : "traffic-tab-map")}
        </Link>
      ))}
    </nav>
  );
}
