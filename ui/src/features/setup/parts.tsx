/** What every step of the wizard has: a heading that is read first, and at its foot the way on and back with what still keeps one here. */
import { Button } from "@mantine/core";
import type { ReactNode, RefObject } from "react";

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
