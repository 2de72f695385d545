/** What narrows a list and is asked less often: it waits behind a button. */
import { Button, Popover, TextInput } from "@mantine/core";
import { useState, type ReactNode } from "react";

import { useWords } from "../strings/text";
import css from "./FilterBar.module.css";

/** The button, which says what of it is set, and what drops down from it. */
export function FilterDrop({
  name,
  button,
  clear,
  onClear,
  children,
}: {
  /** What a screen reader calls what drops down. */
  name: string;
  button: string;
  clear: string;
  /** Undefined while nothing of it is set. */
  onClear: (() => void) | undefined;
  children: ReactNode;
}) {
  const { text } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button variant={onClear ? "light" : "default"} onClick={() => setOpen(!open)}>
          {button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <div className="stack">
          {children}
          <div className="row">
            <Button onClick={() => setOpen(false)}>{text("action-close")}</Button>
            {onClear && (
              <Button variant="default" onClick={onClear}>
                {clear}
              </Button>
            )}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface DayField {
  label: string;
  /** As a field for dates has it, `2026-11-20`; empty for none. */
  day: string;
  onChange: (day: string) => void;
}

/** From which day to which; no later one can be picked first, and no earlier one last. */
export function DayFields({ from, to }: { from: DayField; to: DayField }) {
  return (
    <div className={css.dates}>
      <TextInput
        type="date"
        data-autofocus
        label={from.label}
        value={from.day}
        max={to.day}
        onChange={(event) => from.onChange(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={to.label}
        value={to.day}
        min={from.day}
        onChange={(event) => to.onChange(event.currentTarget.value)}
      />
    </div>
  );
}
