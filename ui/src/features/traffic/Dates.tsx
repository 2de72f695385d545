/** From which day to which the log is shown. */
import type { TrafficSearch } from "../../app/router";
import { dayStart } from "../../components/days";
import { DayFields, FilterDrop } from "../../components/FilterDrop";
import { useWords } from "../../strings/text";

type Range = Pick<TrafficSearch, "from" | "to">;

/** The button, which says what was chosen, and its two fields. */
export function Dates({ from, to, onChange }: Range & { onChange: (range: Range) => void }) {
  const { text, format } = useWords();
  const word = (day: string | undefined) => {
    const at = day === undefined ? undefined : dayStart(day);
    return at === undefined ? "" : format.day(at);
  };
  const chosen = from !== undefined || to !== undefined;
  const of = (day: string) => (day === "" ? undefined : day);
  return (
    <FilterDrop
      name={text("traffic-dates")}
      button={
        !chosen
          ? text("traffic-dates")
          : from === to
            ? word(from)
            : text("traffic-dates-chosen", { from: word(from), to: word(to) })
      }
      clear={text("traffic-dates-clear")}
      onClear={chosen ? () => onChange({ from: undefined, to: undefined }) : undefined}
    >
      <DayFields
        from={{ label: text("traffic-from"), day: from ?? "", onChange: (day) => onChange({ from: of(day), to }) }}
        to={{ label: text("traffic-to"), day: to ?? "", onChange: (day) => onChange({ from, to: of(day) }) }}
      />
    </FilterDrop>
  );
}
