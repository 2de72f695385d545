/** A file that is written here and taken elsewhere: sealed with a password where one is typed. */
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";

import type { Backend, ExportView } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { isUsable, NewPassword, nothing } from "./Password";
import { useSave } from "./save";

/** The password, what else there is to choose, and the button that saves it. */
export function SaveSealed({
  words,
  variant,
  make,
  children,
}: {
  /** Keys of what it says: what goes without a password and with one, the button, and that it is done. */
  words: { open: string; sealed: string; save: string; saved: string };
  variant: "default" | "filled";
  make: (backend: Backend, seal: { password?: string }) => Promise<ExportView>;
  children?: ReactNode;
}) {
  const { text } = useWords();
  const [typed, setTyped] = useState(nothing);
  const save = useSave((backend) => make(backend, typed.first === "" ? {} : { password: typed.first }));
  return (
    <>
      <NewPassword typed={typed} onChange={setTyped} help={text(typed.first === "" ? words.open : words.sealed)} />
      {children}
      <div className="row">
        <Button
          variant={variant}
          disabled={!isUsable(typed)}
          loading={save.isPending}
          onClick={() => save.mutate(undefined, { onSuccess: (saved) => saved && setTyped(nothing) })}
        >
          {text(words.save)}
        </Button>
        {save.data === true && (
          <span className="muted" role="status">
            {text(words.saved)}
          </span>
        )}
      </div>
      {save.error && <TroubleNote trouble={save.error} />}
    </>
  );
}
