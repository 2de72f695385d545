/** Offers what was typed into a form before the window was closed or the page made anew. */
import { Button } from "@mantine/core";

import type { Kept } from "../app/drafts";
import { useWords } from "../strings/text";

/** The offer; nothing where there is nothing. `partly`: secrets and files are not among it. */
export function DraftOffer<T>({
  found,
  partly = false,
  onTake,
  onDrop,
}: {
  found: Kept<T> | undefined;
  partly?: boolean;
  onTake: (values: T) => void;
  onDrop: () => void;
}) {
  const { text, format } = useWords();
  if (!found) return null;
  return (
    <div className="card row wrap" role="note" style={{ padding: "8px 12px" }}>
      <span className="grow">
        {text("draft-offer", { when: format.when(found.at) })} {partly && text("draft-offer-partly")}
      </span>
      <Button size="compact-sm" onClick={() => onTake(found.values)}>
        {text("draft-take")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onDrop}>
        {text("draft-drop")}
      </Button>
    </div>
  );
}
