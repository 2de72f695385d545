/** What was noted for the admin in the last 30 days: nothing is only ever said in a notice that goes away. */
import { Button, Loader } from "@mantine/core";

import type { ActivityRow } from "../../backend";
import { Shape, type ShapeName } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Empty } from "../../components/Page";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./problems.module.css";
import { useActivity } from "./queries";

const looks: Record<ActivityRow["sentence"]["tone"], [string, ShapeName]> = {
  good: ["green", "tick"],
  neutral: ["grey", "ring"],
  warning: ["amber", "triangle"],
  bad: ["red", "diamond"],
};

/** The list. */
export function ActivityList() {
  const words = useWords();
  const { text } = words;
  const activity = useActivity();
  const rows = activity.data?.pages.flatMap((page) => page.rows);
  if (activity.error && !rows)
    return (
      <TroubleNote
        trouble={activity.error}
        action={<Button onClick={() => void activity.refetch()}>{text("action-try-again")}</Button>}
      />
    );
  if (!rows) return <Loader size="sm" aria-label={text("activity-loading")} />;
  if (rows.length === 0)
    return (
      <div className="card">
        <Empty title={text("activity-empty")}>{text("activity-empty-hint")}</Empty>
      </div>
    );
  return (
    <div className="stack wide">
      <ul className={`card ${css.list}`} aria-label={text("problems-tab-activity")}>
        {rows.map((row) => {
          const [colour, shape] = looks[row.sentence.tone];
          const said = words.sentence(row.sentence);
          return (
            <li key={row.id} className={css.noted}>
              <span className={colour}>
                <Shape name={shape} />
              </span>
              <span className="grow">
                {row.problem === null ? (
                  said
                ) : (
                  <TextLink to="/problems" search={{ problem: row.problem }}>
                    {said}
                  </TextLink>
                )}
              </span>
              <span className="small muted figures">
                <Moment at={row.at} />
              </span>
            </li>
          );
        })}
      </ul>
      {activity.hasNextPage && (
        <div>
          <Button variant="default" loading={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
            {text("activity-more")}
          </Button>
        </div>
      )}
    </div>
  );
}
