/** Problems, a line each, wherever they are noticed: what is wrong, what waits for it, the button that mends it. */
import { useState } from "react";

import type { ProblemView, RemedyResult } from "../backend";
import { useWords, type Words } from "../strings/text";
import { Shape, type ShapeName } from "./icons";
import css from "./ProblemLines.module.css";
import { FirstRemedy, Outcome } from "./Remedy";
import { TextLink } from "./TextLink";

/** Lines shown at most. */
const FEW = 3;

/** The colour and shape of a problem, by how bad it is. */
export const problemLooks: Record<ProblemView["sentence"]["tone"], [string, ShapeName]> = {
  good: ["green", "tick"],
  neutral: ["grey", "bars"],
  warning: ["amber", "triangle"],
  bad: ["red", "diamond"],
};

/** The title of a problem: its sentence without the stop at its end. */
export const problemTitle = (words: Words, problem: ProblemView): string =>
  words.sentence(problem.sentence).replace(/\.$/, "");

/** The lines. `lead`: the first of them has the one primary button of its pane. */
export function ProblemLines({ problems, lead = false }: { problems: readonly ProblemView[]; lead?: boolean }) {
  const words = useWords();
  const { text } = words;
  // A problem that is mended is gone from here; what was done about it stays.
  const [result, setResult] = useState<RemedyResult>();
  if (problems.length === 0) return <Outcome result={result} />;
  return (
    <>
      <ul className={`card ${css.lines}`} aria-label={text("problems-title")}>
        {problems.slice(0, FEW).map((problem, index) => {
          const [colour, shape] = problemLooks[problem.sentence.tone];
          return (
            <li key={problem.id} className={css.line}>
              <span className={colour}>
                <Shape name={shape} />
              </span>
              <span className={css.what}>
                <TextLink to="/problems" search={{ problem: problem.id }}>
                  {problemTitle(words, problem)}
                </TextLink>
                <span className="small muted">
                  {[problem.about.name, problem.waiting > 0 && text("problem-waiting", { count: problem.waiting })]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <FirstRemedy problem={problem} look={lead && index === 0 ? "primary" : "plain"} onDone={setResult} />
            </li>
          );
        })}
        {problems.length > FEW && (
          <li className={css.line}>
            <TextLink to="/problems">{text("problems-all", { count: problems.length })}</TextLink>
          </li>
        )}
      </ul>
      <Outcome result={result} />
    </>
  );
}
