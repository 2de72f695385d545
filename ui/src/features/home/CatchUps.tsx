/** What was missed while nothing could be heard, and what became of it. What cannot be had back is said as well. */
import { Button, Loader } from "@mantine/core";
import { useState } from "react";

import { useChannels, useCommand } from "../../app/queries";
import type { CatchUp } from "../../backend";
import { Shape, type ShapeName } from "../../components/icons";
import { TextLink } from "../../components/TextLink";
import { useWords } from "../../strings/text";
import css from "./home.module.css";

/** Shown before the rest is asked for. */
const FEW = 4;

const looks: Record<Exclude<CatchUp["state"], "running">, [string, ShapeName]> = {
  done: ["green", "tick"],
  failed: ["red", "diamond"],
  impossible: ["grey", "dash"],
};

/** The gaps, newest first. */
export function CatchUps({ catchUps }: { catchUps: readonly CatchUp[] }) {
  const { text } = useWords();
  const [all, setAll] = useState(false);
  if (catchUps.length === 0) return null;
  const shown = all ? catchUps : catchUps.slice(0, FEW);
  return (
    <section className="stack" aria-label={text("catch-up-title")}>
      <h2>{text("catch-up-title")}</h2>
      <ul className={`card ${css.gaps}`}>
        {shown.map((catchUp) => (
          <Gap key={`${catchUp.channel}-${catchUp.from}`} catchUp={catchUp} />
        ))}
      </ul>
      {catchUps.length > shown.length && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
            {text("catch-up-more", { count: catchUps.length - shown.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Gap({ catchUp }: { catchUp: CatchUp }) {
  const { text, format, trouble } = useWords();
  const again = useCommand("channel.catchUp", ["status"], "shown");
  const { channel, channelName: name, state, recovered, conversations, error } = catchUp;
  const platform = useChannels().data?.find((one) => one.id === channel)?.platform;
  const look = state === "running" ? undefined : looks[state];
  const problem = again.error ?? error;
  return (
    <li className={css.gap}>
      {look ? (
        <span className={look[0]}>
          <Shape name={look[1]} />
        </span>
      ) : (
        <Loader size={12} />
      )}
      <span className="grow">
        <TextLink to="/channels" search={{ channel }}>
          {name}
        </TextLink>
        <span className="muted figures">
          {" "}
          {text("catch-up-between", { from: format.when(catchUp.from), to: format.when(catchUp.to) })}
        </span>
        <br />
        {text(state === "impossible" && platform === "chatwoot" ? "catch-up-unset" : `catch-up-${state}`, {
          recovered,
          conversations,
        })}
        {problem && ` ${trouble(problem)}`}
      </span>
      {recovered > 0 && (
        <TextLink to="/traffic" search={{ channel }}>
          {text("catch-up-show")}
        </TextLink>
      )}
      {state === "failed" && (
        <Button
          variant="default"
          size="compact-sm"
          loading={again.isPending}
          onClick={() => again.mutate({ id: channel })}
        >
          {text("action-try-now")}
        </Button>
      )}
    </li>
  );
}
