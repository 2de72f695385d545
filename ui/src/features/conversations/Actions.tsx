/** What can be done with the conversations that are chosen. */
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import type { Backend, BackendError, ConversationFilter, ConversationRow } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { rememberChoice } from "../bulk/choice";
import css from "./conversations.module.css";
import type { List } from "./list";
import type { Selection } from "./selection";
import { MOST, SendDialog } from "./SendDialog";

/** All that match, page by page. */
async function collect(backend: Backend, filter: ConversationFilter, most: number): Promise<ConversationRow[]> {
  const rows: ConversationRow[] = [];
  let before: string | null = null;
  do {
    const page: { rows: ConversationRow[]; next: string | null } = await backend.call("conversation.page", {
      limit: MOST,
      filter,
      ...(before === null ? {} : { before }),
    });
    rows.push(...page.rows);
    before = page.next;
  } while (before !== null && rows.length < most);
  return rows;
}

/** The bar. */
export function Actions({ list, selection, onChanged }: { list: List; selection: Selection; onChanged: () => void }) {
  const { text } = useWords();
  const backend = useBackend();
  const navigate = useNavigate();
  const [sending, setSending] = useState<readonly ConversationRow[]>();
  const { chosen, count } = selection;
  const { filter } = list.order;
  const allLoaded = list.rows.length > 0 && list.rows.every((row) => chosen.rows.has(row.id));
  const couldBeMore = allLoaded && !list.complete && chosen.all === undefined;
  const matching = useQuery({
    queryKey: ["conversationCount", filter, list.rows.length],
    queryFn: () => backend.call("conversation.count", { filter }),
    enabled: couldBeMore,
    gcTime: 0,
    networkMode: "always",
  });

  const inBulk = () => {
    if (!chosen.all) rememberChoice([...chosen.rows.keys()]);
    void navigate({ to: "/bulk", search: { create: true, ...(chosen.all ? { filter: chosen.all.filter } : {}) } });
  };
  const send = useMutation<readonly ConversationRow[], BackendError>({
    mutationFn: async () => (chosen.all ? collect(backend, chosen.all.filter, MOST) : [...chosen.rows.values()]),
    onSuccess: setSending,
    networkMode: "always",
  });
  const unflag = useMutation<void, BackendError>({
    async mutationFn() {
      const rows = chosen.all
        ? await collect(backend, { ...chosen.all.filter, flagged: true }, Infinity)
        : [...chosen.rows.values()].filter((row) => row.flag !== null);
      for (let from = 0; from < rows.length; from += MOST)
        await backend.call("conversation.unflag", { ids: rows.slice(from, from + MOST).map((row) => row.id) });
    },
    onSuccess() {
      selection.clear();
      onChanged();
    },
    networkMode: "always",
  });
  const flagged = chosen.all !== undefined || [...chosen.rows.values()].some((row) => row.flag !== null);
  const error = send.error ?? unflag.error ?? matching.error;

  return (
    <div className={css.actions} role="region" aria-label={text("conversations-actions")}>
      <span className="figures" role="status">
        <b>{text(chosen.all ? (chosen.all.more ? "selected-all-more" : "selected-all") : "selected", { count })}</b>
      </span>
      {couldBeMore && matching.data && matching.data.count > chosen.rows.size && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => matching.data && selection.setAll({ filter, ...matching.data })}
        >
          {text(matching.data.more ? "select-all-more" : "select-all", { count: matching.data.count })}
        </Button>
      )}
      <span className="grow" />
      <Button
        size="compact-sm"
        loading={send.isPending}
        onClick={() => (count > MOST || chosen.all?.more ? inBulk() : send.mutate())}
      >
        {text("send-button")}
      </Button>
      <Button variant="default" size="compact-sm" onClick={inBulk}>
        {text("send-in-bulk")}
      </Button>
      {flagged && (
        <Button variant="default" size="compact-sm" loading={unflag.isPending} onClick={() => unflag.mutate()}>
          {text("flag-remove")}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={selection.clear}>
        {text("selected-clear")}
      </Button>
      {error && <TroubleNote trouble={error} />}
      {sending && (
        <SendDialog
          rows={sending}
          onClose={(sent) => {
            setSending(undefined);
            if (sent) selection.clear();
          }}
          onSent={onChanged}
        />
      )}
    </div>
  );
}
