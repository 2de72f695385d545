/**
 * Taking back what can be taken back: a note with a button, for ten seconds.
 *
 * Whoever did something reversible offers the reverse of it here. The note waits as long as it is pointed at or has the focus, so that
 * nobody has to hurry; Ctrl and Z presses its button from anywhere.
 */
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback, useEffect, useRef, useState } from "react";

import type { BackendError } from "../backend";
import { useWords } from "../strings/text";
import { useNote, type Note } from "./activity";
import { say } from "./say";
import { useKeys, useShortcut } from "./shortcuts";

/** How long it can be taken back, in ms. */
export const UNDO_MS = 10_000;

let made = 0;

/** Something that was done and how to take it back. */
export interface Undoable {
  /** What was done, as it is entered in the activity. */
  done: Note;
  /** Takes it back. */
  reverse: () => Promise<unknown>;
}

/** Offers to take something back. What was done stays in the activity when the offer is gone, and so does that it was taken back. */
export function useUndo(): (undoable: Undoable) => void {
  const note = useNote();
  return useCallback(
    ({ done, reverse }) => {
      const id = `undo-${(made += 1)}`;
      note(done);
      say(
        <UndoNote
          done={done}
          reverse={async () => {
            await reverse();
            note({ kind: "undone", params: { ...done.params, undone: done.kind } });
          }}
          onEnd={() => notifications.hide(id)}
        />,
        { id, autoClose: false },
      );
    },
    [note],
  );
}

function UndoNote({ done, reverse, onEnd }: Undoable & { onEnd: () => void }) {
  const { text, trouble } = useWords();
  const keys = useKeys();
  const [state, setState] = useState<"offered" | "running" | "undone" | BackendError>("offered");
  const [held, setHeld] = useState(false);
  const left = useRef(UNDO_MS);
  const end = useRef(onEnd);
  const waiting = state === "offered" || state === "undone";
  useEffect(() => {
    if (held || !waiting) return;
    const began = Date.now();
    const timer = setTimeout(() => end.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1_000, left.current - (Date.now() - began));
    };
  }, [held, waiting]);
  const undo = async () => {
    setState("running");
    try {
      await reverse();
      left.current = 3_000;
      setState("undone");
    } catch (error) {
      setState(error as BackendError);
    }
  };
  useShortcut("undo", state === "offered" ? () => void undo() : undefined);
  return (
    <div
      className="row wrap"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={(event) => setHeld(event.currentTarget.contains(document.activeElement))}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="grow">
        {state === "undone"
          ? text("undo-done")
          : typeof state === "object"
            ? trouble(state)
            : text(`activity-${done.kind}`, done.params)}
      </span>
      {state !== "undone" && (
        <Button
          variant="default"
          size="compact-sm"
          loading={state === "running"}
          title={keys.hint(text("action-undo"), "undo")}
          onClick={() => void undo()}
        >
          {text(typeof state === "object" ? "action-try-again" : "action-undo")}
        </Button>
      )}
    </div>
  );
}
