/** Files that are about to be sent: brought in as soon as they are chosen, so that sending need not wait. */
import { useCallback, useRef, useState, type DragEvent } from "react";

import { useBackend } from "../app/backend";
import type { BackendError, FileId } from "../backend";

/** The largest file the relay takes, in bytes. */
export const LARGEST = 40 * 1024 * 1024;

/** A file on its way in. */
export interface Attachment {
  key: number;
  name: string;
  size: number;
  /** Its id, once it is in. */
  id: FileId | undefined;
  /** Why it did not come in. */
  error: BackendError | "too-large" | undefined;
}

/** Whether everything chosen has come in. */
export const allIn = (attachments: readonly Attachment[]): boolean =>
  attachments.every((attachment) => attachment.id !== undefined);

/** The files chosen for a message to a channel. */
export function useAttachments(channel: string) {
  const backend = useBackend();
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const next = useRef(1);
  const change = (key: number, part: Partial<Attachment>) =>
    setAttachments((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const key = next.current++;
      const tooLarge = file.size > LARGEST;
      const error = tooLarge ? ("too-large" as const) : undefined;
      setAttachments((all) => [...all, { key, name: file.name, size: file.size, id: undefined, error }]);
      if (tooLarge) continue;
      backend.uploadFile(channel, file).then(
        (kept) => change(key, { id: kept.id ?? undefined }),
        (problem: BackendError) => change(key, { error: problem }),
      );
    }
  };
  return {
    attachments,
    add,
    remove: (key: number) => setAttachments((all) => all.filter((one) => one.key !== key)),
    clear: () => setAttachments([]),
  };
}

/** Takes files that are dragged in. */
export function useDrop(take: ((files: Iterable<File>) => void) | undefined) {
  const [over, setOver] = useState(false);
  // Each element below tells of its own entering and leaving.
  const depth = useRef(0);
  const leave = useCallback(() => {
    depth.current = 0;
    setOver(false);
  }, []);
  if (!take) return { over: false };
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    over,
    onDragEnter(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver(event: DragEvent) {
      if (holdsFiles(event)) event.preventDefault();
    },
    onDragLeave() {
      depth.current -= 1;
      if (depth.current <= 0) leave();
    },
    onDrop(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      leave();
      take(event.dataTransfer.files);
    },
  };
}
