/** From which day to which the log is shown. */
import { Button, Popover, TextInput } from "@mantine/core";
import { useState } from "react";

import type { TrafficSearch } from "../../app/router";
import { dayStart } from "../../components/days";
import { useWords } from "../../strings/text";
import conversations from "../conversations/conversations.module.css";

type Range = Pick<TrafficSearch, "from" | "to">;

/** The button, which says what was chosen, and its two fields. */
export function Dates({ from, to, onChange }: Range & { onChange: (range: Range) => void }) {
  const { text, format } = useWords();
  const [open, setOpen] = useState(false);
  const word = (day: string | undefined) => {
    const at = day === undefined ? undefined : dayStart(day);
    return at === undefined ? "" : format.day(at);
  };
  const chosen = from !== undefined || to !== undefined;
  const day = (value: string) => (value === "" ? undefined : value);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button variant={chosen ? "light" : "default"} onClick={() => setOpen(!open)}>
          {!chosen
            ? text("traffic-dates")
            : from === to
              ? word(from)
              : text("traffic-dates-chosen", { from: word(from), to: word(to) })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={text("traffic-dates")}>
        <div className="stack">
          <div className={conversations.dates}>
            <TextInput
              type="date"
              data-autofocus
              label={text("traffic-from")}
              value={from ?? ""}
              max={to}
              onChange={(event) => onChange({ from: day(event.currentTarget.value), to })}
            />
            <TextInput
              type="date"
              label={text("traffic-to")}
              value={to ?? ""}
              min={from}
              onChange={(event) => onChange({ from, to: day(event.currentTarget.value) })}
            />
          </div>
          <div className="row">
            <Button onClick={() => setOpen(false)}>{text("action-close")}</Button>
            {chosen && (
              <Button variant="default" onClick={() => onChange({ from: undefined, to: undefined })}>
                {text("traffic-dates-clear")}
              </Button>
            )}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
