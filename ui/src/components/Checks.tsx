/** Checks of a channel's way: each on its own line, with its time, what was found, and what is wrong in words. */
import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

import { useBackend } from "../app/backend";
import { useCommand } from "../app/queries";
import type { Check, Checkup, CheckupRequest, CheckState, Error, RunningCheck } from "../backend";
import { useWords } from "../strings/text";
import css from "./Checks.module.css";
import { Shape, type ShapeName } from "./icons";
import { RemedyFor } from "./Remedy";

const looks: Record<CheckState, [string, ShapeName]> = {
  well: ["green", "tick"],
  warning: ["amber", "triangle"],
  failed: ["red", "diamond"],
  skipped: ["grey", "dash"],
};

/** How often a run is asked for whose live rows may have been lost, in ms. */
const AGAIN = 2_000;

/** A run of checks, and the way to start one. */
export function useCheckup() {
  const backend = useBackend();
  const start = useCommand("doctor.start", [], "shown");
  const [id, setId] = useState<string>();
  const run = useQuery({
    queryKey: ["checkup", id],
    queryFn: () => backend.call("doctor.get", { id: id ?? "" }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.done ? false : AGAIN),
    networkMode: "always",
  });
  const checkup: Checkup | undefined = id === undefined ? undefined : (run.data ?? start.data);
  return {
    checkup,
    running: start.isPending || (checkup !== undefined && !checkup.done),
    error: start.error ?? run.error ?? null,
    start: (request: CheckupRequest) => {
      setId(undefined);
      start.mutate(request, { onSuccess: (begun) => setId(begun.id) });
    },
    stop: () => {
      if (id !== undefined) void backend.call("doctor.stop", { id }).catch(() => undefined);
    },
    clear: () => {
      start.reset();
      setId(undefined);
    },
  };
}

/**
 * The checks that were made, and the one that is being made. `parts`: with a line before each part of the way. `channel`: what a problem
 * of it offers stands below the check that found the same. `action`: what else mends one that failed.
 */
export function Checks({
  checks,
  running = null,
  parts = false,
  channel,
  action,
}: {
  checks: readonly Check[];
  running?: RunningCheck | null;
  parts?: boolean;
  channel?: string;
  action?: (error: Error) => ReactNode;
}) {
  const { text, format, trouble, remedy, sentence } = useWords();
  return (
    <div className={css.checks} role="status">
      {checks.map((check, index) => {
        const [colour, shape] = looks[check.state];
        return (
          // Several endpoints may be checked one after the other.
          <div key={index}>
            {parts && check.part !== checks[index - 1]?.part && (
              <p className={css.part}>{text(`checkup-part-${check.part}`)}</p>
            )}
            <div className={css.check}>
              <span className={colour}>
                <Shape name={shape} />
              </span>
              <span>
                {text(`check-${check.name}`)}
                <span className="visually-hidden"> ({text(`checkup-state-${check.state}`)})</span>
                {check.note && <span className="small muted"> {sentence(check.note)}</span>}
                {check.error && (
                  <>
                    <br />
                    <b>{trouble(check.error)}</b> <span className="muted">{remedy(check.error)}</span>
                  </>
                )}
                {check.error && channel !== undefined && (
                  // The list of inboxes is at the channel, where this is looked at.
                  <RemedyFor channel={channel} code={check.error.code} without={["chooseInbox"]} />
                )}
                {check.error && action?.(check.error)}
              </span>
              <span className="muted figures small">{check.tookUs > 0 && format.took(check.tookUs)}</span>
            </div>
          </div>
        );
      })}
      {running && (
        <div>
          {parts && running.part !== checks.at(-1)?.part && (
            <p className={css.part}>{text(`checkup-part-${running.part}`)}</p>
          )}
          <div className={css.check}>
            <Loader size={12} aria-hidden="true" />
            <span className="muted">
              {text(`check-${running.name}`)}
              <span className="visually-hidden"> ({text("checkup-state-running")})</span>
            </span>
          </div>
        </div>
      )}
    </div>
  );
}
