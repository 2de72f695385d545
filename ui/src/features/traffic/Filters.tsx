/** What narrows the log: quick chips, choices, dates and a search. */
import { Select } from "@mantine/core";

import type { TrafficSearch } from "../../app/router";
import { states, type ChannelView, type Direction, type State } from "../../backend";
import { Chip, Chips, choice, Choices, FilterBar, SearchField } from "../../components/FilterBar";
import { stateLooks } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import { stateKey } from "../../strings/words";
import { Dates } from "./Dates";
import { everyDay } from "./range";

const quickStates = ["failed", "retrying", "onHold", "refused"] as const satisfies readonly State[];

/** The filters of the log. */
export function Filters({
  search,
  channels,
  narrowed,
  onChange,
  onClear,
}: {
  search: TrafficSearch;
  channels: readonly ChannelView[];
  narrowed: boolean;
  onChange: (change: Partial<TrafficSearch>) => void;
  onClear: () => void;
}) {
  const { text } = useWords();
  return (
    <FilterBar label={text("traffic-filters")}>
      <Chips label={text("traffic-quick")}>
        <Chip pressed={!narrowed} onClick={onClear}>
          {text("traffic-all")}
        </Chip>
        {quickStates.map((state) => (
          <Chip
            key={state}
            pressed={search.state === state}
            look={stateLooks[state]}
            onClick={() => onChange({ state: search.state === state ? undefined : state })}
          >
            {text(stateKey(state))}
          </Chip>
        ))}
        <Chip
          pressed={search.today === true}
          onClick={() => onChange({ ...everyDay, today: search.today ? undefined : true })}
        >
          {text("traffic-today")}
        </Chip>
        <Chip
          pressed={search.unclaimed === true}
          onClick={() => onChange({ unclaimed: search.unclaimed ? undefined : true })}
        >
          {text("traffic-unclaimed")}
        </Chip>
      </Chips>
      <Choices>
        <SearchField
          label={text("traffic-search")}
          value={search.text ?? ""}
          onChange={(value) => onChange({ text: value === "" ? undefined : value })}
        />
        <Select
          className={choice}
          aria-label={text("column-channel")}
          placeholder={text("traffic-any-channel")}
          clearable
          data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          value={search.channel ?? null}
          onChange={(channel) => onChange({ channel: channel ?? undefined })}
        />
        <Select
          className={choice}
          aria-label={text("column-direction")}
          placeholder={text("traffic-any-direction")}
          clearable
          data={(["in", "out"] as const).map((direction) => ({
            value: direction,
            label: text(`direction-${direction}`),
          }))}
          value={search.direction ?? null}
          onChange={(direction) => onChange({ direction: (direction as Direction | null) ?? undefined })}
        />
        <Select
          className={choice}
          aria-label={text("column-result")}
          placeholder={text("traffic-any-state")}
          clearable
          data={states.map((state) => ({ value: state, label: text(stateKey(state)) }))}
          value={search.state ?? null}
          onChange={(state) => onChange({ state: (state as State | null) ?? undefined })}
        />
        <Dates search={search} onChange={onChange} />
      </Choices>
    </FilterBar>
  );
}
