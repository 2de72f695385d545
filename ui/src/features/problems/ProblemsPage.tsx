/** The Problems screen: what needs somebody, by its cause, with the button that mends it; and what was noted of late. */
import { Button, Loader } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";

import { useProblems } from "../../app/problems";
import type { ProblemView, RemedyResult } from "../../backend";
import { Shape } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Empty, Page } from "../../components/Page";
import { problemLooks, problemTitle } from "../../components/ProblemLines";
import { Outcome, Remedies } from "../../components/Remedy";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { aboutKey } from "../../strings/words";
import { ActivityList } from "./ActivityList";
import css from "./problems.module.css";
import { ProblemPane } from "./ProblemPane";
import { ProblemTabs } from "./ProblemTabs";

/** The screen. */
export function ProblemsPage() {
  const { text } = useWords();
  const search = useSearch({ from: "/problems" });
  const navigate = useNavigate({ from: "/problems" });
  const problems = useProblems();
  const open = (problem: string | undefined) => void navigate({ search: problem === undefined ? {} : { problem } });
  const shown = problems.data?.find((one) => one.id === search.problem);
  const activity = search.tab === "activity";
  return (
    <Page
      title={text("problems-title")}
      sentence={text("problems-sentence")}
      tabs={<ProblemTabs />}
      pane={
        shown && !activity ? <ProblemPane key={shown.id} problem={shown} onClose={() => open(undefined)} /> : undefined
      }
    >
      {activity ? (
        <ActivityList />
      ) : problems.error && !problems.data ? (
        <TroubleNote
          trouble={problems.error}
          action={<Button onClick={() => void problems.refetch()}>{text("action-try-again")}</Button>}
        />
      ) : !problems.data ? (
        <Loader size="sm" aria-label={text("problems-loading")} />
      ) : (
        <Lists problems={problems.data} current={shown?.id} onOpen={open} />
      )}
    </Page>
  );
}

function Lists({
  problems,
  current,
  onOpen,
}: {
  problems: readonly ProblemView[];
  current: string | undefined;
  onOpen: (problem: string) => void;
}) {
  const { text } = useWords();
  // A problem that is mended moves to those that are solved; what was done about it stays here.
  const [result, setResult] = useState<RemedyResult>();
  const open = problems.filter((one) => one.state !== "solved");
  const solved = problems.filter((one) => one.state === "solved");
  const list = (shown: readonly ProblemView[], label?: string) => (
    <ul className={`card ${css.list}`} aria-label={label}>
      {shown.map((problem) => (
        <Item key={problem.id} problem={problem} current={problem.id === current} onOpen={onOpen} onDone={setResult} />
      ))}
    </ul>
  );
  return (
    <div className="stack wide">
      <Outcome result={result} />
      {open.length === 0 ? (
        <div className="card">
          <Empty title={text("problems-empty")}>{text("problems-empty-hint")}</Empty>
        </div>
      ) : (
        list(open, text("problems-title"))
      )}
      {solved.length > 0 && (
        <details className={css.solved} open={solved.some(({ id }) => id === current) || undefined}>
          <summary>{text("problems-solved", { count: solved.length })}</summary>
          {list(solved)}
        </details>
      )}
    </div>
  );
}

function Item({
  problem,
  current,
  onOpen,
  onDone,
}: {
  problem: ProblemView;
  current: boolean;
  onOpen: (problem: string) => void;
  onDone: (result: RemedyResult) => void;
}) {
  const words = useWords();
  const { text } = words;
  const [colour, shape] = problemLooks[problem.sentence.tone];
  const solved = problem.state === "solved";
  return (
    <li className={css.item} aria-current={current}>
      <span className={`${colour} ${css.shape}`}>
        <Shape name={shape} />
      </span>
      <div className={css.what}>
        <button type="button" className={css.open} onClick={() => onOpen(problem.id)}>
          <b>{problemTitle(words, problem)}</b>
        </button>
        <p className="small muted">
          {text(aboutKey(problem.about.kind))} {problem.about.name} ·{" "}
          {solved && problem.solvedAt !== null ? (
            <>
              {text("problem-solved-at")} <Moment at={problem.solvedAt} />
            </>
          ) : (
            <>
              {text("problem-last")} <Moment at={problem.lastAt} />
            </>
          )}
          {problem.state === "acknowledged" && <> · {text("problem-state-acknowledged")}</>}
        </p>
        {!solved && <p>{words.sentence(problem.body)}</p>}
        <Counts problem={problem} />
        {(!solved || problem.failed > 0) && (
          <Remedies problem={problem} most={2} look={solved ? "plain" : "primary"} onDone={onDone} />
        )}
      </div>
    </li>
  );
}

/** What happens with the messages. */
export function Counts({ problem }: { problem: ProblemView }) {
  const { text } = useWords();
  const { waiting, failed, kept, state } = problem;
  const lines = [
    waiting > 0 && state !== "solved" && text("problem-waiting", { count: waiting }),
    failed > 0 && text("problem-failed", { count: failed }),
    kept > 0 && text("problem-kept", { count: kept }),
  ].filter((line) => line !== false);
  return lines.length === 0 ? null : <p className={css.counts}>{lines.join(" ")}</p>;
}
