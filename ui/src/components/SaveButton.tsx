/** Saves one thing as a file, through the host: a browser downloads it, the window asks where to. */
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";

import { useBackend } from "../app/backend";
import { sayTrouble } from "../app/say";
import type { BackendError, ExportFormat, ExportWhat } from "../backend";
import { useWords } from "../strings/text";
import { Icon } from "./icons";

/** The button. `what` is asked at the press. */
export function SaveButton({
  what,
  format,
  children,
}: {
  what: () => ExportWhat;
  format: ExportFormat;
  children: ReactNode;
}) {
  const { language } = useWords();
  const backend = useBackend();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const created = await backend.call("export.create", { what: what(), format, language });
      const wanted = await backend.saveExport(created.ticket ?? "", created.name);
      if (!wanted) await backend.call("export.cancel", { id: created.id }).catch(() => undefined);
    } catch (error) {
      sayTrouble(error as BackendError);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" leftSection={<Icon name="download" />} loading={busy} onClick={() => void save()}>
      {children}
    </Button>
  );
}
