/** Puts a text on the clipboard and says so where the button is. */
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";

import { useBackend } from "../app/backend";
import { useWords } from "../strings/text";
import { Icon } from "./icons";

const SHOWN = 2_000;

/** Copies; tells for a moment whether it did. `get` may have to ask for the text first. */
export function useCopy(get: () => string | Promise<string>) {
  const backend = useBackend();
  const [result, setResult] = useState<"idle" | "copied" | "failed">("idle");
  useEffect(() => {
    if (result === "idle") return;
    const timer = setTimeout(() => setResult("idle"), SHOWN);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async () => {
    try {
      await backend.copyText(await get());
      setResult("copied");
    } catch {
      setResult("failed");
    }
  };
  return { result, copy };
}

/** A small button for beside a value. */
export function CopyIcon({ get, label }: { get: () => string | Promise<string>; label: string }) {
  const { text } = useWords();
  const { result, copy } = useCopy(get);
  const shown = result === "idle" ? label : text(result === "copied" ? "copy-done" : "copy-refused");
  return (
    <Tooltip label={shown}>
      <ActionIcon aria-label={shown} onClick={() => void copy()}>
        <Icon name={result === "copied" ? "check" : "copy"} className={result === "copied" ? "green" : undefined} />
      </ActionIcon>
    </Tooltip>
  );
}

/** A button with words. */
export function CopyButton({
  get,
  primary = false,
  children,
}: {
  get: () => string | Promise<string>;
  primary?: boolean;
  children: ReactNode;
}) {
  const { text } = useWords();
  const { result, copy } = useCopy(get);
  return (
    <Button
      variant={primary ? "filled" : "default"}
      leftSection={<Icon name={result === "copied" ? "check" : "copy"} />}
      onClick={() => void copy()}
      aria-live="polite"
    >
      {result === "idle" ? children : text(result === "copied" ? "copy-done" : "copy-refused")}
    </Button>
  );
}
