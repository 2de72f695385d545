/** Above the rows: which day is looked at, how much of it there is, and what failed of it sent again. */
import { Button, Popover, TextInput, UnstyledButton } from "@mantine/core";
import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react";

import type { TrafficSearch } from "../../app/router";
import { dayOf } from "../../components/days";
import { stateLooks } from "../../components/StateMark";
import { Icon, Shape } from "../../components/icons";
import { useWords } from "../../strings/text";
import { dayShown } from "./days";
import type { Log } from "./log";
import { ResendFailed } from "./ResendFailed";
import css from "./TrafficPage.module.css";

/** The bar; nothing while there are no rows. */
export function DayBar({
  log,
  search,
  onDay,
}: {
  log: Log;
  search: TrafficSearch;
  /** Another day is to be shown: `2026-11-20`. */
  onDay: (day: string) => void;
}) {
  const { text, format } = useWords();
  useSyncExternalStore(log.subscribe, log.snapshot);
  const day = dayShown(log);
  const { from, to } = day ?? { from: 0, to: 0 };
  const { channel } = search;
  const filter = useMemo(
    () => ({ state: "failed" as const, from, to, ...(channel === undefined ? {} : { channel }) }),
    [from, to, channel],
  );
  if (!day) return log.rows.length > 0 ? <div className={css.day} /> : null;
  const name = format.day(from);
  const today = new Date().toDateString() === new Date(from).toDateString();
  const [colour, shape] = stateLooks.failed;
  return (
    <div className={css.day} role="group" aria-label={name}>
      <DayChoice key={from} day={dayOf(from)} onDay={onDay}>
        {today ? `${text("traffic-today")}, ${name}` : name}
      </DayChoice>
      <span className="figures muted">
        {text(day.whole ? "traffic-count" : "traffic-day-least", { count: day.count })}
      </span>
      {day.failed > 0 && search.state !== "failed" && (
        <span className={`row figures ${colour}`}>
          <Shape name={shape} size={11} />
          {text(day.whole ? "traffic-day-failed" : "traffic-day-failed-least", { count: day.failed })}
        </span>
      )}
      <span style={{ flex: 1 }} />
      {/* What was given up is known by channel and day; of words and unknown addresses it knows nothing. */}
      {day.failed > 0 && search.text === undefined && !search.unclaimed && (
        <ResendFailed key={from} filter={filter} day={name} />
      )}
    </div>
  );
}

/** The day's name, which opens the choice of another. */
function DayChoice({ day, onDay, children }: { day: string; onDay: (day: string) => void; children: ReactNode }) {
  const { text } = useWords();
  const [typed, setTyped] = useState(day);
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <UnstyledButton className={css.dayName} title={text("traffic-day-choose")} onClick={() => setOpen(!open)}>
          {children} <Icon name="down" size={10} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={text("traffic-day-choose")}>
        <form
          className="row"
          style={{ alignItems: "flex-end" }}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === "") return;
            setOpen(false);
            onDay(typed);
          }}
        >
          <TextInput
            type="date"
            data-autofocus
            label={text("traffic-day")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" disabled={typed === ""}>
            {text("traffic-day-show")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
