/** What needs somebody in one channel, with the button that mends it: for wherever the channel is shown. */
import { useProblems } from "../../app/problems";
import { Shape } from "../../components/icons";
import { problemTitle } from "../../components/ProblemLines";
import { Remedies } from "../../components/Remedy";
import { TextLink } from "../../components/TextLink";
import { useWords } from "../../strings/text";
import css from "./problems.module.css";
import { Counts } from "./ProblemsPage";

/** The channel's problems that are not solved. Nothing while there are none. */
export function ChannelProblems({ channel }: { channel: string }) {
  const words = useWords();
  const problems = useProblems().data?.filter((one) => one.state !== "solved" && one.about.channel === channel) ?? [];
  if (problems.length === 0) return null;
  return (
    <ul className={css.noticed} aria-label={words.text("problems-title")}>
      {problems.map((problem) => (
        <li key={problem.id} data-tone={problem.sentence.tone}>
          <span className={problem.sentence.tone === "bad" ? "red" : "amber"}>
            <Shape name={problem.sentence.tone === "bad" ? "diamond" : "triangle"} />
          </span>
          <div className="stack grow">
            <p>
              <b>{problemTitle(words, problem)}</b>
            </p>
            <Counts problem={problem} />
            <Remedies problem={problem} most={1} look="plain" />
            <p>
              <TextLink to="/problems" search={{ problem: problem.id }}>
                {words.text("problem-open")}
              </TextLink>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
