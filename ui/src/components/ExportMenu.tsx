/** "Export": writes out the rows as they are filtered. What becomes of it is told beside the screen, so that leaving it ends nothing. */
import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useNote } from "../app/activity";
import { useBackend } from "../app/backend";
import type { BackendError, ExportFormat, ExportView, ExportWhat } from "../backend";
import { say, sayTrouble } from "../app/say";
import { useKeys, useShortcut } from "../app/shortcuts";
import { useWords } from "../strings/text";
import { ExportProgress } from "./ExportProgress";
import { Icon } from "./icons";

/** How each kind of thing can be written. */
export const exportFormats = {
  traffic: ["csv", "jsonl", "har"],
  conversations: ["csv", "jsonl"],
  conversation: ["txt", "csv", "json"],
  bulk: ["csv", "json"],
  body: ["txt", "json"],
  text: ["txt"],
} as const satisfies Record<ExportWhat["kind"], readonly ExportFormat[]>;

/** How long a browser's download stays in sight once all of it went out, in ms: the browser tells of it as well. */
const SHOWN = 6_000;

/** The button and its menu. `what` is asked at the press, so that it is what the screen shows then. */
export function ExportMenu({
  what,
  disabled = false,
  compact = false,
}: {
  what: () => ExportWhat;
  disabled?: boolean;
  /** For a pane's foot or head. */
  compact?: boolean;
}) {
  const { text } = useWords();
  const [opened, setOpened] = useState(false);
  const { begin, busy } = useExport();
  const keys = useKeys();
  useShortcut("export", disabled ? undefined : () => setOpened(true));
  const kind = opened ? what().kind : undefined;
  const formats = kind ? exportFormats[kind] : [];
  const items = (failed: boolean) =>
    formats.map((format) => (
      <Menu.Item
        key={format}
        onClick={() => {
          const asked = what();
          void begin(asked.kind === "bulk" ? { ...asked, failed } : asked, format);
        }}
      >
        {text(`export-format-${format}`)}
        <span className="small muted" style={{ display: "block" }}>
          {text(`export-format-${format}.meaning`)}
        </span>
      </Menu.Item>
    ));
  return (
    <Menu position="bottom-end" width={260} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button
          variant="default"
          {...(compact ? { size: "compact-sm" } : {})}
          leftSection={<Icon name="download" />}
          disabled={disabled}
          loading={busy}
          title={keys.hint(text("export-button"), "export")}
        >
          {text("export-button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kind === "bulk" ? (
          <>
            <Menu.Label>{text("export-bulk-all")}</Menu.Label>
            {items(false)}
            <Menu.Divider />
            <Menu.Label>{text("export-bulk-failed")}</Menu.Label>
            {items(true)}
          </>
        ) : (
          items(false)
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Asks for an export, hands its ticket to the host, and shows how it goes until it is over. */
function useExport() {
  const backend = useBackend();
  const queries = useQueryClient();
  const { language } = useWords();
  const note = useNote();
  const [busy, setBusy] = useState(false);

  const begin = async (what: ExportWhat, format: ExportFormat) => {
    setBusy(true);
    try {
      const created = await backend.call("export.create", { what, format, language });
      // The stream may have been quicker than the answer.
      queries.setQueryData<ExportView>(["export", created.id], (streamed) => streamed ?? created);
      show(created);
      void save(created);
    } catch (error) {
      sayTrouble(error as BackendError);
    } finally {
      setBusy(false);
    }
  };

  const show = (view: ExportView) =>
    say(<ExportProgress first={view} onCancel={() => void cancel(view.id)} />, {
      id: view.id,
      role: "group",
      "aria-label": view.name,
      autoClose: false,
    });

  const cancel = async (id: string) => {
    notifications.hide(id);
    // Already over: then there is nothing to cancel.
    await backend.call("export.cancel", { id }).catch(() => undefined);
  };

  const save = async (view: ExportView) => {
    const now = () => queries.getQueryData<ExportView>(["export", view.id]);
    const change = (more: Partial<ExportView>) =>
      queries.setQueryData<ExportView>(["export", view.id], (before) => ({ ...(before ?? view), ...more }));
    try {
      const wanted = await backend.saveExport(view.ticket ?? "", view.name);
      if (!wanted) return await cancel(view.id);
      // The window has written all of it by now; a browser has only begun, and the stream tells the rest.
      if (backend.kind === "window") {
        change({ state: "done" });
        note({ kind: "export-saved", params: { name: view.name } });
      } else follow(view);
    } catch (error) {
      if (now()?.state === "cancelled") return;
      const failed = error as BackendError;
      change({ state: "failed", error: failed as ExportView["error"] });
      note({
        kind: "export-failed",
        params: { ...failed.params, code: failed.code, problem: failed.message, name: view.name },
      });
    }
  };

  /** Takes a browser's download out of sight once it went well. */
  const follow = ({ id, name }: ExportView) => {
    const over = () => {
      if (queries.getQueryData<ExportView>(["export", id])?.state !== "done") return false;
      note({ kind: "export-saved", params: { name } });
      setTimeout(() => notifications.hide(id), SHOWN);
      return true;
    };
    if (over()) return;
    const stop = queries.getQueryCache().subscribe((event) => {
      if (event.query.queryKey[1] === id && over()) stop();
    });
  };

  return { begin, busy };
}
