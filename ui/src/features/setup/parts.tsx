/** What every step of the wizard has: a heading that is read first, and at its foot the way on and back with what still keeps one here. */
import { Button } from "@mantine/core";
import type { ReactNode, RefObject } from "react";

import { useBackend } from "../../app/backend";
import { Icon } from "../../components/icons";
import { useWords } from "../../strings/text";
import css from "./setup.module.css";

/** The one decision of a step, and the way to the help on it. */
export function Heading({
  of,
  help,
  children,
}: {
  of: RefObject<HTMLHeadingElement | null>;
  help: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="row">
      <h2 ref={of} tabIndex={-1} className={css.heading}>
        {children}
      </h2>
      {help}
    </div>
  );
}

/** The buttons of a step. `hint` says what is still missing; the button works all the same and leads there. */
export function Foot({
  onBack,
  hint,
  children,
}: {
  onBack?: () => void;
  hint?: string | undefined;
  children: ReactNode;
}) {
  const { text } = useWords();
  return (
    <div className={css.foot}>
      {onBack && (
        <Button variant="default" onClick={onBack}>
          {text("setup-back")}
        </Button>
      )}
      {children}
      {hint && (
        <span className="row small muted" role="status">
          <Icon name="note" /> <span>{hint}</span>
        </span>
      )}
    </div>
  );
}

/** Inside an address field that is empty: takes what was copied, when it is pressed and never before. Nothing where this host cannot. */
export function UseCopied({ onRead, onRefused }: { onRead: (copied: string) => void; onRefused: () => void }) {
  const { text } = useWords();
  const backend = useBackend();
  if (!backend.readText) return null;
  const take = async () => {
    try {
      const copied = (await backend.readText?.())?.trim() ?? "";
      // A whole page of text was not meant.
      if (copied === "" || copied.length > 2_000 || /\s/.test(copied)) onRefused();
      else onRead(copied);
    } catch {
      onRefused();
    }
  };
  return (
    <Button mr={4} size="compact-xs" variant="default" onClick={() => void take()}>
      {text("setup-use-copied")}
    </Button>
  );
}
