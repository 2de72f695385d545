/** Chooses the columns of the log, puts them in order, makes them wider and narrower: all of it by buttons as well as by mouse. */
import { ActionIcon, Button, Checkbox, Popover } from "@mantine/core";

import { Icon } from "../../components/icons";
import { useWords } from "../../strings/text";
import { allColumns, firstLayout, isChanged, resized, shifted, toggled, type Column, type Layout } from "./columns";
import css from "./columns.module.css";

/** By how much a press makes a column wider or narrower, in px. */
const STEP = 24;

/** The button and what it opens. */
export function ColumnMenu({ layout, onChange }: { layout: Layout; onChange: (layout: Layout) => void }) {
  const { text } = useWords();
  const rest = allColumns.filter((column) => !layout.shown.includes(column));
  const widthOf = (column: Column) =>
    layout.widths[column] ??
    document.querySelector<HTMLElement>(`[data-column="${column}"]`)?.getBoundingClientRect().width ??
    100;
  return (
    <Popover position="bottom-end" width={340} trapFocus returnFocus shadow="none">
      <Popover.Target>
        <Button variant="default" rightSection={<Icon name="down" size={12} />}>
          {text("traffic-columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={css.columns} aria-label={text("traffic-columns")}>
          {[...layout.shown, ...rest].map((column) => {
            const name = text(`column-${column}`);
            const at = layout.shown.indexOf(column);
            const tool = (key: string, icon: "up" | "down" | "plus" | "dash", can: boolean, act: () => void) => (
              <ActionIcon
                size={24}
                aria-label={text(key, { column: name })}
                title={text(key, { column: name })}
                disabled={!can}
                onClick={act}
              >
                {icon === "dash" ? "–" : <Icon name={icon} size={12} />}
              </ActionIcon>
            );
            return (
              <li key={column}>
                <Checkbox
                  className="grow"
                  size="xs"
                  label={name}
                  checked={at >= 0}
                  disabled={at >= 0 && layout.shown.length === 1}
                  onChange={() => onChange(toggled(layout, column))}
                />
                {tool("column-move-left", "up", at > 0, () => onChange(shifted(layout, column, -1)))}
                {tool("column-move-right", "down", at >= 0 && at < layout.shown.length - 1, () =>
                  onChange(shifted(layout, column, 1)),
                )}
                {tool("column-narrower", "dash", at >= 0, () =>
                  onChange(resized(layout, column, widthOf(column) - STEP)),
                )}
                {tool("column-wider", "plus", at >= 0, () => onChange(resized(layout, column, widthOf(column) + STEP)))}
              </li>
            );
          })}
        </ul>
        <Button
          variant="default"
          size="compact-sm"
          mt={8}
          disabled={!isChanged(layout)}
          onClick={() => onChange(firstLayout)}
        >
          {text("traffic-columns-reset")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
