/** One problem: its cause, what happens with the messages, everything that can be done, and the technical details for whoever helps. */
import { Button } from "@mantine/core";

import { useBackend } from "../../app/backend";
import { useProblem } from "../../app/problems";
import { useCommand } from "../../app/queries";
import type { ProblemView } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import { HelpLink } from "../../components/HelpLink";
import { Moment } from "../../components/Moment";
import { Pane } from "../../components/Page";
import { problemTitle } from "../../components/ProblemLines";
import { Facts, Remedies } from "../../components/Remedy";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { aboutKey, errorKey } from "../../strings/words";
import { TimingBars } from "../traffic/TimingBars";
import css from "./problems.module.css";
import { Counts } from "./ProblemsPage";

/** The pane. */
export function ProblemPane({ problem, onClose }: { problem: ProblemView; onClose: () => void }) {
  const words = useWords();
  const { text } = words;
  const backend = useBackend();
  const detail = useProblem(problem);
  const know = useCommand("problem.acknowledge", ["problems", "status"], "shown");
  const known = problem.state === "acknowledged";
  return (
    <Pane
      title={
        <>
          <b className="grow">{problemTitle(words, problem)}</b>
          <HelpLink
            page="errors"
            at={errorKey(problem.code)}
            channel={problem.about.channel ?? undefined}
            host={problem.params["host"]}
          />
        </>
      }
      label={text("problem-pane")}
      onClose={onClose}
      foot={
        <>
          <CopyButton get={async () => (await backend.call("problem.report", { id: problem.id })).text}>
            {text("remedy-report")}
          </CopyButton>
          {problem.state !== "solved" && (
            <Button
              variant="default"
              loading={know.isPending}
              onClick={() => know.mutate({ id: problem.id, known: !known })}
            >
              {text(known ? "problem-know-not" : "problem-know")}
            </Button>
          )}
        </>
      }
    >
      <div className="stack wide">
        <p>{words.sentence(problem.body)}</p>
        <Counts problem={problem} />
        <Remedies problem={problem} />
        {know.error && <TroubleNote trouble={know.error} />}
        <dl className={css.when}>
          <div>
            <dt className="muted">{text(aboutKey(problem.about.kind))}</dt>
            <dd>{problem.about.name || "–"}</dd>
          </div>
          <div>
            <dt className="muted">{text("problem-opened")}</dt>
            <dd>
              <Moment at={problem.openedAt} />, {text("problem-times", { count: problem.count })}
            </dd>
          </div>
          <div>
            <dt className="muted">{text("problem-last")}</dt>
            <dd>
              <Moment at={problem.lastAt} />
              {problem.exchange !== null && (
                <>
                  {" · "}
                  <TextLink to="/traffic/journey/$id" params={{ id: problem.exchange }}>
                    {text("problem-journey")}
                  </TextLink>
                </>
              )}
            </dd>
          </div>
          {problem.solvedAt !== null && (
            <div>
              <dt className="muted">{text("problem-solved-at")}</dt>
              <dd>
                <Moment at={problem.solvedAt} />
              </dd>
            </div>
          )}
          {problem.nextAt !== null && (
            <div>
              <dt className="muted">{text("problem-next")}</dt>
              <dd>
                <Moment at={problem.nextAt} />
              </dd>
            </div>
          )}
        </dl>
        {problem.about.channel !== null && (
          <p>
            <TextLink to="/traffic" search={{ channel: problem.about.channel }}>
              {text("problem-traffic")}
            </TextLink>
          </p>
        )}
        <details className={css.details}>
          <summary>{text("problem-details")}</summary>
          {detail.error && <TroubleNote trouble={detail.error} />}
          {detail.data && (
            <div className="stack wide">
              <Facts
                rows={[
                  ["problem-code", <span className="mono">{problem.code}</span>],
                  ...(detail.data.status === null
                    ? []
                    : [["problem-status", <span className="mono">{detail.data.status}</span>] as const]),
                  ...(detail.data.deliveries.length === 0
                    ? []
                    : [
                        [
                          "problem-deliveries",
                          <span className="mono small">{detail.data.deliveries.join(" ")}</span>,
                        ] as const,
                      ]),
                ]}
              />
              {detail.data.timings && <TimingBars timings={detail.data.timings} />}
              {detail.data.answer !== "" && (
                <div>
                  <h3>{text("problem-answer")}</h3>
                  <pre className={`mono ${css.answer}`}>{detail.data.answer}</pre>
                </div>
              )}
              {detail.data.exchanges.length > 0 && (
                <div>
                  <h3>{text("problem-exchanges")}</h3>
                  <ul>
                    {detail.data.exchanges.map((row) => (
                      <li key={row.id}>
                        <TextLink to="/traffic" search={{ exchange: row.id }}>
                          {words.format.exact(row.at)}
                        </TextLink>{" "}
                        {row.status !== null && <span className="mono small muted">{row.status}</span>}{" "}
                        <TextLink to="/traffic/journey/$id" params={{ id: row.id }} className="small">
                          {text("problem-journey")}
                        </TextLink>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
          )}
        </details>
      </div>
    </Pane>
  );
}
