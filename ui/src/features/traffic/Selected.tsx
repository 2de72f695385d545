/** What can be done with several rows at once: sent again after a question that says how much it is. */
import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import { useKeys, useShortcut } from "../../app/shortcuts";
import type { Backend } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { resendable } from "./resend";
import css from "./TrafficPage.module.css";

/** Rows that can be chosen at once. */
export const MOST_CHOSEN = 500;

/** What of these rows is worth sending again. */
async function collect(backend: Backend, exchanges: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const exchange of exchanges) {
    const page = await backend.call("delivery.page", { limit: 100, filter: { exchange } });
    ids.push(...resendable(page.rows).ids);
  }
  return [...new Set(ids)];
}

/** The bar below the log while rows are chosen. */
export function Selected({
  chosen,
  asks,
  onClear,
}: {
  chosen: readonly string[];
  /** It begins with the question: the key was pressed on a row that was not chosen yet. */
  asks: boolean;
  onClear: () => void;
}) {
  const { text } = useWords();
  const keys = useKeys();
  const backend = useBackend();
  const [asked, setAsked] = useState(asks);
  const found = useQuery({
    queryKey: ["resend", chosen],
    queryFn: () => collect(backend, chosen),
    enabled: asked,
    gcTime: 0,
    staleTime: Infinity,
  });
  const resend = useCommand("delivery.resend", ["exchange", "status", "channels"], "shown");
  const count = found.data?.length ?? 0;
  useShortcut("resend", () => setAsked(true));
  const close = () => {
    setAsked(false);
    if (resend.data) onClear();
    resend.reset();
  };
  return (
    <div className={css.foot}>
      <b role="status">{text("traffic-chosen", { count: chosen.length })}</b>
      <Button
        size="compact-sm"
        title={keys.hint(text("action-resend"), "resend")}
        aria-keyshortcuts={keys.aria("resend")}
        onClick={() => setAsked(true)}
      >
        {text("action-resend")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onClear}>
        {text("traffic-choose-none")}
      </Button>
      <Modal
        opened={asked}
        onClose={close}
        title={text("traffic-resend-title")}
        closeButtonProps={{ "aria-label": text("action-close") }}
      >
        <div className="stack wide">
          {found.isPending && <p role="status">{text("resend-all-counting")}</p>}
          {found.error && <TroubleNote trouble={found.error} />}
          {found.data && !resend.data && (
            <p>{text(count > 0 ? "traffic-resend-count" : "resend-nothing", { count, rows: chosen.length })}</p>
          )}
          {resend.data && (
            <p role="status">
              {text(resend.data.queued > 0 ? "resend-queued" : "resend-left", { count: resend.data.queued })}
            </p>
          )}
          {resend.error && <TroubleNote trouble={resend.error} />}
          <div className="row">
            {count > 0 && !resend.data && (
              <Button loading={resend.isPending} onClick={() => found.data && resend.mutate({ ids: found.data })}>
                {text("resend-all-send", { count })}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {text(resend.data || (found.data && count === 0) ? "action-close" : "resend-all-keep")}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  );
}
