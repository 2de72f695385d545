/** From which day to which the log is shown. */
import { Button } from "@mantine/core";

import type { TrafficSearch } from "../../app/router";
import { DayFields, FilterDrop } from "../../components/FilterDrop";
import { useWords } from "../../strings/text";
import { everyDay, rangeText } from "./range";

/** Of how many days there is a button. */
const COUNTED = [7, 30] as const;

/** The button, which says what was chosen; days counted back from today, and two fields for those that stay. */
export function Dates({
  search,
  onChange,
}: {
  search: TrafficSearch;
  onChange: (change: Partial<TrafficSearch>) => void;
}) {
  const words = useWords();
  const { text } = words;
  const { today, days, from, to } = search;
  // Today has a button of its own.
  const chosen = today ? undefined : rangeText(words, { days, from, to });
  const of = (day: string) => (day === "" ? undefined : day);
  return (
    <FilterDrop
      name={text("traffic-dates")}
      button={chosen ?? text("traffic-dates")}
      clear={text("traffic-dates-clear")}
      onClear={chosen === undefined ? undefined : () => onChange(everyDay)}
    >
      <div className="row wrap">
        {COUNTED.map((count) => (
          <Button
            key={count}
            variant={days === count ? "light" : "default"}
            aria-pressed={days === count}
            onClick={() => onChange({ ...everyDay, days: days === count ? undefined : count })}
          >
            {text("traffic-dates-last", { count })}
          </Button>
        ))}
      </div>
      <DayFields
        from={{
          label: text("traffic-from"),
          day: from ?? "",
          onChange: (day) => onChange({ ...everyDay, from: of(day), to }),
        }}
        to={{
          label: text("traffic-to"),
          day: to ?? "",
          onChange: (day) => onChange({ ...everyDay, from, to: of(day) }),
        }}
      />
    </FilterDrop>
  );
}
