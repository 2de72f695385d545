/** The shape of every screen: one title, one sentence, one primary button; a pane beside it for details. */
import { ActionIcon } from "@mantine/core";
import { useEffect, type ReactNode } from "react";

import { useWords } from "../strings/text";
import { Icon } from "./icons";
import css from "./Page.module.css";

/** A screen. `wide` screens (lists) use all the width there is. */
export function Page({
  title,
  sentence,
  action,
  tabs,
  pane,
  paneAlone = false,
  wide = false,
  children,
}: {
  title: string;
  sentence?: ReactNode;
  action?: ReactNode;
  /** The way to the other halves of this room. */
  tabs?: ReactNode;
  pane?: ReactNode;
  /** Where there is no room for both, the pane has it all. */
  paneAlone?: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} – Switchboard`;
  }, [title]);
  return (
    <div className={css.page} data-pane={pane ? (paneAlone ? "alone" : "beside") : undefined}>
      <div className={wide ? css.wide : css.scroll}>
        <div className={wide ? css.wideInner : css.inner}>
          <header className={css.header}>
            <div className="grow">
              <h1>{title}</h1>
              {sentence && <p className={css.sentence}>{sentence}</p>}
            </div>
            {action}
          </header>
          {tabs}
          {children}
        </div>
      </div>
      {pane}
    </div>
  );
}

/** The pane for details: right of the list, below it where the window is narrow. Escape closes it. */
export function Pane({
  title,
  label,
  onClose,
  foot,
  children,
}: {
  title: ReactNode;
  label: string;
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const { text } = useWords();
  return (
    // Escape is heard wherever the focus is inside; the button beside the title does the same.
    <section
      className={css.pane}
      aria-label={label}
      onKeyDown={(event) => {
        // A question asked from here is drawn elsewhere, but its keys come by: what closes it must not close the pane as well.
        const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key === "Escape" && inside && !event.defaultPrevented) onClose();
      }}
    >
      <header className={css.paneHeader}>
        <div className="grow row">{title}</div>
        <ActionIcon aria-label={text("action-close")} title={text("action-close")} onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </header>
      <div className={css.paneBody}>{children}</div>
      {foot && <footer className={css.paneFoot}>{foot}</footer>}
    </section>
  );
}

/** What stands where nothing is: what will be here, and the one next step. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
      {children && <p className="muted">{children}</p>}
      {action && <div className={css.emptyAction}>{action}</div>}
    </div>
  );
}
