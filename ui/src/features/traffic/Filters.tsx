/** What narrows the log: quick chips, three choices and a search. */
import { CloseButton, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";

import type { TrafficSearch } from "../../app/router";
import { states, type ChannelView, type Direction, type State } from "../../backend";
import { Icon, Shape } from "../../components/icons";
import { stateLooks } from "../../components/StateMark";
import { useWords } from "../../strings/text";
import { stateKey } from "../../strings/words";
import css from "./TrafficPage.module.css";

/** How long typing must rest before the search starts, in ms. */
const REST = 300;

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
    <div className={css.filters} role="search" aria-label={text("traffic-filters")}>
      <div className={css.chips} role="group" aria-label={text("traffic-quick")}>
        <button type="button" className={css.chip} aria-pressed={!narrowed} onClick={onClear}>
          {text("traffic-all")}
        </button>
        {quickStates.map((state) => (
          <button
            key={state}
            type="button"
            className={css.chip}
            aria-pressed={search.state === state}
            onClick={() => onChange({ state: search.state === state ? undefined : state })}
          >
            <i className={stateLooks[state][0]} style={{ display: "flex" }}>
              <Shape name={stateLooks[state][1]} size={10} />
            </i>
            {text(stateKey(state))}
          </button>
        ))}
        <button
          type="button"
          className={css.chip}
          aria-pressed={search.today === true}
          onClick={() => onChange({ today: search.today ? undefined : true })}
        >
          {text("traffic-today")}
        </button>
        <button
          type="button"
          className={css.chip}
          aria-pressed={search.unclaimed === true}
          onClick={() => onChange({ unclaimed: search.unclaimed ? undefined : true })}
        >
          {text("traffic-unclaimed")}
        </button>
      </div>
      <div className={css.choices}>
        <Search value={search.text ?? ""} onChange={(value) => onChange({ text: value === "" ? undefined : value })} />
        <Select
          className={css.select}
          aria-label={text("column-channel")}
          placeholder={text("traffic-any-channel")}
          clearable
          data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          value={search.channel ?? null}
          onChange={(channel) => onChange({ channel: channel ?? undefined })}
        />
        <Select
          className={css.select}
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
          className={css.select}
          aria-label={text("column-result")}
          placeholder={text("traffic-any-state")}
          clearable
          data={states.map((state) => ({ value: state, label: text(stateKey(state)) }))}
          value={search.state ?? null}
          onChange={(state) => onChange({ state: (state as State | null) ?? undefined })}
        />
      </div>
    </div>
  );
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { text } = useWords();
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  const send = useDebouncedCallback((next: string) => {
    sent.current = next.trim();
    onChange(next.trim());
  }, REST);

  // The address changed from elsewhere: a cleared filter, the way back.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);

  // By the key's place and not its letter: on a Russian keyboard it writes another.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyF") return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const set = (next: string) => {
    setTyped(next);
    send(next);
  };
  return (
    <TextInput
      ref={field}
      className={css.search}
      type="search"
      aria-label={text("traffic-search")}
      placeholder={text("traffic-search")}
      leftSection={<Icon name="search" />}
      rightSection={
        typed !== "" && <CloseButton size="sm" aria-label={text("traffic-search-clear")} onClick={() => set("")} />
      }
      value={typed}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
