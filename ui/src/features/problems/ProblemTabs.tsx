/** The two halves of the Problems room: what needs somebody, and what was noted. */
import { Link, useSearch } from "@tanstack/react-router";

import { useProblems } from "../../app/problems";
import { useWords } from "../../strings/text";
import css from "../channels/ChannelTabs.module.css";

/** The way between the two. */
export function ProblemTabs() {
  const { text, format } = useWords();
  const here = useSearch({ from: "/problems" }).tab;
  const open = useProblems().data?.filter((one) => one.state !== "solved").length;
  return (
    <nav className={css.tabs} aria-label={text("problems-tabs")}>
      <Link to="/problems" search={{}} className={css.tab} data-here={here === undefined || undefined}>
        {text("problems-tab-problems")}{" "}
        {open !== undefined && <span className="muted figures">{format.number(open)}</span>}
      </Link>
      <Link
        to="/problems"
        search={{ tab: "activity" }}
        className={css.tab}
        data-here={here === "activity" || undefined}
      >
        {text("problems-tab-activity")}
      </Link>
    </nav>
  );
}
