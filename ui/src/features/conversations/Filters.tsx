/** What narrows the list of conversations: chips for what is asked often, a search, choices, and the rest behind a button. */
import { Autocomplete, CloseButton, Select } from "@mantine/core";
import { useState } from "react";

import type { ChannelView, ConversationFilter, ConversationRow, ConversationSort } from "../../backend";
import { dayEnd, dayOf, dayStart } from "../../components/days";
import { Chip, Chips, choice, Choices, FilterBar, SearchField } from "../../components/FilterBar";
import { DayFields, FilterDrop } from "../../components/FilterDrop";
import { useWords } from "../../strings/text";
import css from "./conversations.module.css";
import type { Narrowing } from "./filter";
import { statuses, statusLooks } from "./looks";

/** The filters. */
export function Filters({
  filter,
  sort,
  ascending,
  channels,
  rows,
  narrowed,
  onChange,
  onSort,
  onClear,
}: {
  filter: ConversationFilter;
  sort: ConversationSort;
  ascending: boolean;
  channels: readonly ChannelView[];
  /** Those that are loaded: what labels and operators there are is learned from them. */
  rows: readonly ConversationRow[];
  narrowed: boolean;
  onChange: (change: Narrowing) => void;
  onSort: (sort: ConversationSort, ascending: boolean) => void;
  onClear: () => void;
}) {
  const { text } = useWords();
  const chosen = filter.statuses ?? [];
  const contact = rows.find((row) => row.contact === filter.contact)?.who;
  return (
    <FilterBar label={text("conversations-filters")}>
      <Chips label={text("conversations-quick")}>
        <Chip pressed={!narrowed} onClick={onClear}>
          {text("conversations-all")}
        </Chip>
        {statuses.map((status) => (
          <Chip
            key={status}
            pressed={chosen.includes(status)}
            look={statusLooks[status]}
            onClick={() => {
              const next = statuses.filter((one) => chosen.includes(one) !== (one === status));
              onChange({ statuses: next.length > 0 ? next : undefined });
            }}
          >
            {text(`conversation-status-${status}`)}
          </Chip>
        ))}
        <Chip
          pressed={filter.failed === true}
          look={["red", "diamond"]}
          onClick={() => onChange({ failed: filter.failed ? undefined : true })}
        >
          {text("conversations-failed")}
        </Chip>
        <Chip
          pressed={filter.flagged === true}
          look={["grey", "glass"]}
          onClick={() => onChange({ flagged: filter.flagged ? undefined : true })}
        >
          {text("conversations-flagged")}
        </Chip>
      </Chips>
      <Choices>
        <SearchField
          label={text("conversations-search")}
          value={filter.text ?? ""}
          onChange={(value) => onChange({ text: value === "" ? undefined : value })}
        />
        <Select
          className={choice}
          aria-label={text("column-channel")}
          placeholder={text("traffic-any-channel")}
          clearable
          data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          value={filter.channel ?? null}
          onChange={(channel) => onChange({ channel: channel ?? undefined })}
        />
        <Select
          className={choice}
          aria-label={text("conversations-sort")}
          allowDeselect={false}
          data={(["lastActivity", "started", "messages"] as const).flatMap((by) =>
            [false, true].map((up) => ({
              value: `${by} ${up ? "up" : "down"}`,
              label: text(`conversations-sort-${by === "lastActivity" ? "activity" : by}-${up ? "up" : "down"}`),
            })),
          )}
          value={`${sort} ${ascending ? "up" : "down"}`}
          onChange={(value) => {
            const [by, way] = (value ?? "lastActivity down").split(" ");
            onSort(by as ConversationSort, way === "up");
          }}
        />
        <More filter={filter} rows={rows} onChange={onChange} />
      </Choices>
      {filter.contact !== undefined && (
        <span className={css.contactFilter}>
          {text("conversations-of-contact", { name: contact ?? filter.contact })}
          <CloseButton
            size="sm"
            aria-label={text("conversations-of-contact-clear")}
            onClick={() => onChange({ contact: undefined })}
          />
        </span>
      )}
    </FilterBar>
  );
}

/** What is asked less often: label, operator, dates. */
function More({
  filter,
  rows,
  onChange,
}: {
  filter: ConversationFilter;
  rows: readonly ConversationRow[];
  onChange: (change: Narrowing) => void;
}) {
  const { text } = useWords();
  const { label, operator, from, to } = filter;
  const count = [label, operator, from, to].filter((value) => value !== undefined).length;
  const known = (values: (string | null | undefined)[]) =>
    [...new Set(values)].filter((value): value is string => typeof value === "string" && value !== "").toSorted();
  return (
    <FilterDrop
      name={text("conversations-more")}
      button={count > 0 ? text("conversations-more-count", { count }) : text("conversations-more")}
      clear={text("conversations-more-clear")}
      onClear={
        count > 0
          ? () => onChange({ label: undefined, operator: undefined, from: undefined, to: undefined })
          : undefined
      }
    >
      <DayFields
        from={{
          label: text("conversations-from"),
          day: dayOf(from),
          onChange: (day) => onChange({ from: dayStart(day) }),
        }}
        to={{ label: text("conversations-to"), day: dayOf(to), onChange: (day) => onChange({ to: dayEnd(day) }) }}
      />
      <Words
        name={text("conversations-label")}
        value={label}
        data={known(rows.flatMap((row) => row.labels))}
        onChange={(value) => onChange({ label: value })}
      />
      <Words
        name={text("column-operator")}
        value={operator}
        data={known(rows.map((row) => row.operator?.name))}
        onChange={(value) => onChange({ operator: value })}
      />
    </FilterDrop>
  );
}

/** A word that must match as it is written; taken when one is chosen, Enter is pressed or the field is left. */
function Words({
  name,
  value,
  data,
  onChange,
}: {
  name: string;
  value: string | undefined;
  data: string[];
  onChange: (value: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value ?? "");
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setTyped(value ?? "");
  }
  const take = (next: string) => {
    const word = next.trim();
    if (word !== (value ?? "")) onChange(word === "" ? undefined : word);
  };
  return (
    <Autocomplete
      label={name}
      data={data}
      limit={20}
      comboboxProps={{ withinPortal: false }}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={take}
      onBlur={() => take(typed)}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(typed);
      }}
    />
  );
}
