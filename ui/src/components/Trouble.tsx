/** How an error is shown: the sentence first, then what to do, then the code for whoever helps. */
import type { ReactNode } from "react";

import { useWords, type Trouble } from "../strings/text";
import { Icon, Shape } from "./icons";
import css from "./Trouble.module.css";

/** An error in the place of what it concerns. */
export function TroubleNote({ trouble, action }: { trouble: Trouble; action?: ReactNode }) {
  const words = useWords();
  return (
    <div className={css.note} role="alert">
      <span className="red">
        <Shape name="diamond" />
      </span>
      <div className="grow">
        <p className={css.sentence}>{words.trouble(trouble)}</p>
        <p className="muted">
          {words.remedy(trouble)} <Code trouble={trouble} />
        </p>
        {action && <div className={css.action}>{action}</div>}
      </div>
    </div>
  );
}

/** An error that leaves nothing else to show. */
export function TroubleScreen({ trouble, action }: { trouble: Trouble; action?: ReactNode }) {
  const words = useWords();
  return (
    <div className={css.screen} role="alert">
      <span className="red">
        <Icon name="warning" size={32} />
      </span>
      <h1>{words.trouble(trouble)}</h1>
      <p className="muted">
        {words.remedy(trouble)} <Code trouble={trouble} />
      </p>
      {action}
    </div>
  );
}

function Code({ trouble }: { trouble: Trouble }) {
  return trouble.code === "offline" ? null : <span className={css.code}>{trouble.code}</span>;
}
