/** The parts of what narrows a list: chips for what is asked often, choices, and a search. */
import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState, type ReactNode } from "react";

import { useKeys, useShortcut } from "../app/shortcuts";
import { useWords } from "../strings/text";
import css from "./FilterBar.module.css";
import { Icon, Shape, type ShapeName } from "./icons";

/** How long typing must rest before the search starts, in ms. */
const REST = 300;

/** The bar around them. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.filters} role="search" aria-label={label}>
      {children}
    </div>
  );
}

/** A row of chips. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.chips} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** Something that is asked often, on or off. */
export function Chip({
  pressed,
  look,
  onClick,
  children,
}: {
  pressed: boolean;
  /** The colour and shape of the state it stands for. */
  look?: readonly [string, ShapeName];
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={css.chip} aria-pressed={pressed} onClick={onClick}>
      {look && (
        <i className={`${look[0]} ${css.shape}`}>
          <Shape name={look[1]} size={10} />
        </i>
      )}
      {children}
    </button>
  );
}

/** The line of the search and the choices. */
export function Choices({ children }: { children: ReactNode }) {
  return <div className={css.choices}>{children}</div>;
}

/** Takes as much of that line as a choice needs. */
export const choice = css.select;

/** A search that starts when typing rests, reached by its key. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
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

  useShortcut("filter", () => {
    field.current?.focus();
    field.current?.select();
  });
  const keys = useKeys();

  const set = (next: string) => {
    setTyped(next);
    send(next);
  };
  return (
    <TextInput
      ref={field}
      className={css.search}
      type="search"
      aria-label={label}
      placeholder={label}
      title={keys.hint(label, "filter")}
      aria-keyshortcuts={keys.aria("filter")}
      leftSection={<Icon name="search" />}
      rightSection={
        typed !== "" && <CloseButton size="sm" aria-label={text("traffic-search-clear")} onClick={() => set("")} />
      }
      value={typed}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
