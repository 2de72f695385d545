/**
 * The steps of a journey. People who see get lanes and bars beside the list; a screen reader gets the list, which says it all.
 */
import { Anchor, Tooltip, UnstyledButton } from "@mantine/core";
import { useId, useMemo, useState, type CSSProperties } from "react";

import type { JourneyLane, JourneyStep } from "../../backend";
import { useCopy } from "../../components/CopyButton";
import { Icon, Shape, type ShapeName } from "../../components/icons";
import { PlatformMark } from "../../components/PlatformMark";
import { useWords } from "../../strings/text";
import { TimingBars } from "../traffic/TimingBars";
import { axisOf, type Axis } from "./axis";
import css from "./journey.module.css";
import { laneName } from "./plain";

const looks: Record<JourneyStep["state"], [string, ShapeName]> = {
  good: ["green", "tick"],
  bad: ["red", "diamond"],
  neutral: ["blue", "ring"],
  missing: ["amber", "question"],
  future: ["grey", "glass"],
};

/** The list. `all` decides the axis, so that filtering moves nothing. */
export function Steps({
  all,
  steps,
  lanes,
  current,
  onShow,
}: {
  all: readonly JourneyStep[];
  steps: readonly JourneyStep[];
  lanes: readonly JourneyLane[];
  current?: string | undefined;
  onShow: (exchange: string) => void;
}) {
  const words = useWords();
  const { text } = words;
  const axis = useMemo(() => axisOf(all), [all]);
  return (
    <div className={css.journey} style={{ "--lanes": lanes.length } as CSSProperties}>
      <div className={css.head} aria-hidden="true">
        <span />
        <div className={css.lanes}>
          {lanes.map((lane, index) => (
            <span
              key={index}
              className={css.lane}
              title={[laneName(lane, words), lane.name].filter(Boolean).join(" · ")}
            >
              <LaneMark lane={lane} />
              <span className={css.laneName}>{laneName(lane, words)}</span>
            </span>
          ))}
        </div>
        <span />
        <AxisHead axis={axis} />
      </div>
      <ol aria-label={text("journey-steps")}>
        {steps.map((step, index) => (
          <Step
            // Steps of one delivery keep their order; what is to come stands last.
            key={`${step.delivery ?? ""}-${step.kind}-${step.offsetUs ?? "later"}-${index}`}
            step={step}
            lanes={lanes}
            axis={axis}
            current={current}
            onShow={onShow}
          />
        ))}
      </ol>
    </div>
  );
}

function LaneMark({ lane }: { lane: JourneyLane }) {
  if (lane.platform && (lane.kind === "platform" || lane.kind === "back"))
    return <PlatformMark platform={lane.platform} preset={lane.preset} />;
  return (
    <span className={css.laneIcon}>
      <Icon name={lane.kind === "relay" ? "both" : lane.kind === "endpoint" ? "program" : "out"} />
    </span>
  );
}

/** Where gaps are drawn short, and how long they were. */
function AxisHead({ axis }: { axis: Axis }) {
  const { format } = useWords();
  return (
    <div className={css.axisHead}>
      {axis.breaks.slice(0, 3).map(({ at, tookUs }) => (
        <span key={at} style={{ left: `${at * 100}%` }}>
          {format.took(tookUs)}
        </span>
      ))}
    </div>
  );
}

function Step({
  step,
  lanes,
  axis,
  current,
  onShow,
}: {
  step: JourneyStep;
  lanes: readonly JourneyLane[];
  axis: Axis;
  current?: string | undefined;
  onShow: (exchange: string) => void;
}) {
  const { text, sentence, remedy } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const [colour, shape] = looks[step.state];
  const more = step.timings !== null || step.error !== null;
  const here = step.exchange !== null && step.exchange === current;
  return (
    <li className={css.step} data-state={step.state} data-kind={step.kind} data-here={here || undefined}>
      <div className={css.time}>{step.at !== null && <Exact at={step.at} />}</div>
      <Lanes step={step} count={lanes.length} />
      <div className={css.body}>
        <p className={css.said}>
          <span className={colour}>
            <Shape name={step.kind === "wait" ? "glass" : shape} />
          </span>
          <span>{sentence(step.sentence)}</span>
        </p>
        <p className={css.notes}>
          {step.limit && <span data-tone={step.limit.tone}>{sentence(step.limit)}</span>}
          {step.slow && <span className={css.slow}>{text("journey-slow")}</span>}
          {more && (
            <Anchor
              component="button"
              type="button"
              size="xs"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {text(open ? "journey-less" : "journey-more")}
            </Anchor>
          )}
          {step.exchange !== null &&
            step.kind !== "answered" &&
            (here ? (
              <span className="muted">{text("attempt-this")}</span>
            ) : (
              <Anchor component="button" type="button" size="xs" onClick={() => step.exchange && onShow(step.exchange)}>
                {text("attempt-show")}
              </Anchor>
            ))}
        </p>
        <div id={id} className={css.detail} hidden={!open}>
          {open && step.error && <p className="small">{remedy(step.error)}</p>}
          {open && step.timings && <TimingBars timings={step.timings} />}
        </div>
      </div>
      <Bar step={step} axis={axis} colour={colour} />
    </li>
  );
}

/** A time to the millisecond, whole on hover, copied by a click. */
function Exact({ at }: { at: number }) {
  const { text, format } = useWords();
  const iso = new Date(at).toISOString();
  const { result, copy } = useCopy(() => iso);
  const told =
    result === "idle"
      ? text("journey-copy-time", { time: format.exact(at) })
      : text(result === "copied" ? "copy-done" : "copy-refused");
  return (
    <Tooltip label={told}>
      <UnstyledButton className={css.exact} aria-label={told} onClick={() => void copy()}>
        <time dateTime={iso}>{format.precise(at)}</time>
      </UnstyledButton>
    </Tooltip>
  );
}

/** An arrow from lane to lane, or a mark where nothing moves. */
function Lanes({ step, count }: { step: JourneyStep; count: number }) {
  const [left, right] = [Math.min(step.from, step.to), Math.max(step.from, step.to)];
  const place = (lane: number) => `calc(${lane} * var(--lane) + var(--lane) / 2)`;
  return (
    <div className={css.lanes} aria-hidden="true">
      {Array.from({ length: count }, (_, lane) => (
        <i key={lane} className={css.thread} style={{ left: place(lane) }} />
      ))}
      {left === right ? (
        <b className={css.point} style={{ left: place(left) }} />
      ) : (
        <b
          className={css.arrow}
          data-back={step.to < step.from || undefined}
          style={{ left: place(left), width: `calc(${right - left} * var(--lane))` }}
        />
      )}
    </div>
  );
}

function Bar({ step, axis, colour }: { step: JourneyStep; axis: Axis; colour: string }) {
  if (step.offsetUs === null) return <div className={css.axis} aria-hidden="true" />;
  const from = axis.place(step.offsetUs);
  const to = axis.place(step.offsetUs + step.tookUs);
  return (
    <div className={css.axis} aria-hidden="true">
      {axis.breaks.map(({ at }) => (
        <u key={at} style={{ left: `${at * 100}%` }} />
      ))}
      <i
        className={colour}
        data-slow={step.slow || undefined}
        style={{ left: `min(${from * 100}%, 100% - 4px)`, width: `max(4px, ${(to - from) * 100}%)` }}
      />
    </div>
  );
}
