/** What was noted for the admin in the last 30 days: nothing is only ever said in a notice that goes away. */
import { Button, Loader } from "@mantine/core";

import { useActivity } from "../../app/problems";
import { useBulks } from "../../app/queries";
import type { ActivityRow, BulkView } from "../../backend";
import { Shape, type ShapeName } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Empty } from "../../components/Page";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./problems.module.css";

const looks: Record<ActivityRow["sentence"]["tone"], [string, ShapeName]> = {
  good: ["green", "tick"],
  neutral: ["grey", "ring"],
  warning: ["amber", "triangle"],
  bad: ["red", "diamond"],
};

/** A line: something that was noted, or a bulk send that came to its end. */
export interface ActivityLine {
  id: string;
  at: number;
  sentence: ActivityRow["sentence"];
  problem: string | null;
  bulk?: string;
}

/** For so long activity is kept, in ms. */
const KEPT = 30 * 86_400_000;

/**
 * What was noted together with the bulk sends that ended, newest first. A bulk send that ends is not noted: its own row tells when and how.
 * While there is `more`, nothing older than what has been read is shown, for something may belong before it.
 */
export function linesOf(rows: readonly ActivityRow[], bulks: readonly BulkView[], more = false): ActivityLine[] {
  const since = (more ? rows.at(-1)?.at : undefined) ?? Date.now() - KEPT;
  const ended = bulks.flatMap(
    ({ id, endedAt, targetName: name, delivered, failed, skipped, unknown }): ActivityLine[] => {
      if (endedAt === null || endedAt < since) return [];
      const params = {
        name,
        delivered: `${delivered}`,
        failed: `${failed}`,
        skipped: `${skipped}`,
        unknown: `${unknown}`,
      };
      const tone = failed + unknown > 0 ? "warning" : "good";
      return [
        {
          id: `bulk-${id}`,
          at: endedAt,
          sentence: { key: "activity-bulk-finished", params, english: name, tone },
          problem: null,
          bulk: id,
        },
      ];
    },
  );
  return [...rows, ...ended].toSorted((one, other) => other.at - one.at);
}

/** The newest few, with the way to all of them. Nothing while nothing has happened. */
export function LatelyNoted({ most = 3 }: { most?: number }) {
  const { text } = useWords();
  const bulks = useBulks().data ?? [];
  const rows = useActivity().data?.pages[0]?.rows ?? [];
  const lines = linesOf(rows, bulks).slice(0, most);
  if (lines.length === 0) return null;
  return (
    <section className="stack" aria-label={text("problems-tab-activity")}>
      <div className="row">
        <h2 className="grow">{text("problems-tab-activity")}</h2>
        <TextLink to="/problems" search={{ tab: "activity" }}>
          {text("activity-all")}
        </TextLink>
      </div>
      <ActivityRows lines={lines} />
    </section>
  );
}

/** The list. */
export function ActivityList() {
  const { text } = useWords();
  const bulks = useBulks().data ?? [];
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
  if (rows.length === 0 && bulks.length === 0)
    return (
      <div className="card">
        <Empty title={text("activity-empty")}>{text("activity-empty-hint")}</Empty>
      </div>
    );
  return (
    <div className="stack wide">
      <ActivityRows lines={linesOf(rows, bulks, activity.hasNextPage)} />
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

function ActivityRows({ lines }: { lines: readonly ActivityLine[] }) {
  const words = useWords();
  return (
    <ul className={`card ${css.list}`} aria-label={words.text("problems-tab-activity")}>
      {lines.map(({ id, at, sentence, problem, bulk }) => {
        const [colour, shape] = looks[sentence.tone];
        const said = words.sentence(sentence);
        return (
          <li key={id} className={css.noted}>
            <span className={colour}>
              <Shape name={shape} />
            </span>
            <span className="grow">
              {bulk !== undefined ? (
                <TextLink to="/bulk" search={{ bulk }}>
                  {said}
                </TextLink>
              ) : problem !== null ? (
                <TextLink to="/problems" search={{ problem }}>
                  {said}
                </TextLink>
              ) : (
                said
              )}
            </span>
            <span className="small muted figures">
              <Moment at={at} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
