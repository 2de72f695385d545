/** The time machine of the map: a slider over the last day, played at the speed it was, ten or sixty times as fast. */
import { Button, Loader, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";

import type { FlowFrame } from "../../backend";
import { Icon } from "../../components/icons";
import { useWords } from "../../strings/text";
import css from "./flow.module.css";
import type { Motion } from "./motion";
import { beatOf, MINUTE, onward, REACH, speeds, type Speed } from "./replay";

/** How often the picture moves on, in ms. */
const STEP = 500;

/** A replay in hand. */
export interface Replaying {
  /** The moment that is shown; none: now. */
  cursor: number | undefined;
  /** What can be reached. */
  from: number;
  to: number;
  speed: Speed;
  playing: boolean;
  begin: () => void;
  end: () => void;
  go: (cursor: number) => void;
  play: (playing: boolean) => void;
  setSpeed: (speed: Speed) => void;
  /** The minute that is shown, from whoever read it. */
  setFrame: (frame: FlowFrame | undefined) => void;
  /** Whether anything may move. */
  setMoves: (moves: boolean) => void;
}

/** Moves the moment on while it plays, and lets move what moved then. */
export function useReplaying(motion: Motion): Replaying {
  const [cursor, setCursor] = useState<number>();
  const [reach, setReach] = useState({ from: 0, to: 0 });
  const [speed, setSpeed] = useState<Speed>(10);
  const [playing, setPlaying] = useState(false);
  const frame = useRef<FlowFrame>(undefined);
  const moves = useRef(false);
  const on = cursor !== undefined;
  useEffect(() => {
    if (!on || !playing) return undefined;
    const owed = new Map<string, [number, number]>();
    const timer = setInterval(() => {
      if (moves.current) motion.offer(beatOf(frame.current, STEP, speed, owed));
      setCursor((before) => (before === undefined ? before : onward(before, STEP, speed, reach.to)));
    }, STEP);
    return () => clearInterval(timer);
  }, [on, playing, speed, reach.to, motion]);
  const isOver = cursor !== undefined && cursor >= reach.to;
  const begin = useCallback(() => {
    const to = Math.floor(Date.now() / MINUTE) * MINUTE;
    setReach({ from: to - REACH, to });
    setCursor(to - 10 * MINUTE);
    setPlaying(true);
    motion.stop();
  }, [motion]);
  const end = useCallback(() => {
    setCursor(undefined);
    setPlaying(false);
    motion.stop();
  }, [motion]);
  const [setFrame] = useState(() => (next: FlowFrame | undefined) => void (frame.current = next));
  const [setMoves] = useState(() => (next: boolean) => void (moves.current = next));
  return {
    cursor,
    ...reach,
    speed,
    playing: playing && !isOver,
    begin,
    end,
    go: setCursor,
    play: setPlaying,
    setSpeed,
    setFrame,
    setMoves,
  };
}

/** The bar. */
export function ReplayBar({ replaying, loading }: { replaying: Replaying; loading: boolean }) {
  const { text, format } = useWords();
  const { cursor = 0, from, to, speed, playing } = replaying;
  const atEnd = cursor >= to;
  return (
    <div className={css.replay} role="group" aria-label={text("flow-replay-title")}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name={playing ? "pause" : "play"} size={14} />}
        disabled={atEnd}
        onClick={() => replaying.play(!playing)}
      >
        {text(playing ? "flow-replay-pause" : "flow-replay-play")}
      </Button>
      <input
        className={css.slider}
        type="range"
        aria-label={text("flow-replay-moment")}
        aria-valuetext={format.when(cursor)}
        min={from}
        max={to}
        step={MINUTE}
        value={Math.floor(cursor / MINUTE) * MINUTE}
        onChange={(event) => replaying.go(Number(event.currentTarget.value))}
      />
      <b className="figures">{format.when(cursor)}</b>
      {loading && <Loader size={14} />}
      <SegmentedControl
        size="xs"
        aria-label={text("flow-replay-speed")}
        value={String(speed)}
        onChange={(value) => replaying.setSpeed(speeds.find((one) => String(one) === value) ?? 10)}
        data={speeds.map((one) => ({ value: String(one), label: `×${one}` }))}
      />
      <Button size="compact-sm" onClick={replaying.end}>
        {text("flow-replay-end")}
      </Button>
      <span className="visually-hidden" role="status">
        {text("flow-replay-shown", { when: format.when(Math.floor(cursor / (5 * MINUTE)) * 5 * MINUTE) })}
      </span>
    </div>
  );
}
