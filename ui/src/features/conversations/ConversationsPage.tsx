/** Every conversation of every channel: found, looked at, chosen and sent. */
import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";

import { useBackend } from "../../app/backend";
import { useLive } from "../../app/live";
import { useChannels } from "../../app/queries";
import type { ConversationsSearch } from "../../app/router";
import type { ConversationSort } from "../../backend";
import { ExportMenu } from "../../components/ExportMenu";
import { Empty, Page } from "../../components/Page";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { Actions } from "./Actions";
import { ConversationPane } from "./ConversationPane";
import css from "./conversations.module.css";
import { narrow, type Narrowing } from "./filter";
import { Filters } from "./Filters";
import { Grid } from "./Grid";
import { List, type Order } from "./list";
import { FetchHistory, Pulls } from "./Pulls";
import { useSelection } from "./selection";
import { Views } from "./Views";

/** The Conversations screen. */
export function ConversationsPage() {
  const { text } = useWords();
  const backend = useBackend();
  const live = useLive();
  const channels = useChannels().data;
  const search = useSearch({ from: "/conversations" });
  const navigate = useNavigate({ from: "/conversations" });
  const { filter = {}, sort = "lastActivity", ascending = false, conversation } = search;
  const [moved, setMoved] = useState(conversation);
  const selection = useSelection();
  const { clear: clearSelection } = selection;

  const [list] = useState(() => new List((query) => backend.call("conversation.page", query)));
  useSyncExternalStore(list.subscribe, list.snapshot);
  useEffect(() => () => list.close(), [list]);
  useEffect(() => live.listen({ exchanges: () => list.touch(), gap: () => list.touch() }), [live, list]);

  const key = JSON.stringify({ filter, sort, ascending } satisfies Order);
  useEffect(() => {
    void list.show(JSON.parse(key) as Order);
    clearSelection();
  }, [list, key, clearSelection]);

  const named = useMemo(() => new Map(channels?.map((one) => [one.id, one])), [channels]);
  const look = useCallback(
    (change: Partial<ConversationsSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  );
  const onOpen = useCallback(
    (id: string | undefined, open: boolean) => {
      setMoved(id);
      if (open || id === undefined) look({ conversation: id });
    },
    [look],
  );
  const onSort = useCallback(
    (by: ConversationSort, up: boolean) =>
      look({ sort: by === "lastActivity" ? undefined : by, ascending: up || undefined }),
    [look],
  );
  // Two chips pressed one right after the other both count.
  const onNarrow = (change: Narrowing) =>
    void navigate({
      search: (before) => {
        const next = narrow(before.filter ?? {}, change);
        return { ...before, filter: Object.keys(next).length > 0 ? next : undefined };
      },
      replace: true,
    });
  const clear = () => look({ filter: undefined });
  const changed = useCallback(() => void list.refresh(), [list]);
  const narrowed = Object.keys(filter).length > 0;

  return (
    <Page
      wide
      paneAlone
      title={text("conversations-title")}
      // Beside a conversation there is no room for it, and no need.
      sentence={conversation === undefined ? text("conversations-sentence") : undefined}
      action={
        <div className="row">
          <Views
            order={{ filter, sort, ascending }}
            onChoose={(view) =>
              look({
                filter: Object.keys(view.filter).length > 0 ? view.filter : undefined,
                sort: view.sort === "lastActivity" ? undefined : view.sort,
                ascending: view.ascending || undefined,
              })
            }
          />
          <ExportMenu
            what={() => ({ kind: "conversations", filter, sort, ascending })}
            disabled={list.rows.length === 0}
          />
          <FetchHistory channels={channels ?? []} />
        </div>
      }
      pane={
        conversation !== undefined ? (
          <ConversationPane
            key={conversation}
            id={conversation}
            onClose={() => look({ conversation: undefined })}
            onChanged={changed}
            onContact={(row) =>
              look({ filter: { channel: row.channel, ...(row.contact === null ? {} : { contact: row.contact }) } })
            }
          />
        ) : undefined
      }
    >
      <Filters
        filter={filter}
        sort={sort}
        ascending={ascending}
        channels={channels ?? []}
        rows={list.rows}
        narrowed={narrowed}
        onChange={onNarrow}
        onSort={onSort}
        onClear={clear}
      />
      <Pulls channels={named} onProgress={changed} />
      <Grid
        list={list}
        selection={selection}
        current={moved ?? conversation}
        channels={named}
        onOpen={onOpen}
        onSort={onSort}
      >
        <NoRows list={list} narrowed={narrowed} hasChannels={named.size > 0} onClear={clear} />
      </Grid>
      {selection.count > 0 ? <Actions list={list} selection={selection} onChanged={changed} /> : <Foot list={list} />}
    </Page>
  );
}

/** What stands in place of rows: loading, an error, nothing yet, nothing that matches. Each with one button. */
function NoRows({
  list,
  narrowed,
  hasChannels,
  onClear,
}: {
  list: List;
  narrowed: boolean;
  hasChannels: boolean;
  onClear: () => void;
}) {
  const { text, format } = useWords();
  const navigate = useNavigate();
  if (list.rows.length > 0) return null;
  if (list.phase === "loading") return <Empty title={text("conversations-loading")} />;
  if (list.phase === "failed" && list.error)
    return (
      <div className={css.failed}>
        <TroubleNote
          trouble={list.error}
          action={<Button onClick={() => void list.retry()}>{text("action-try-again")}</Button>}
        />
      </div>
    );
  if (list.searchedBack !== null)
    return (
      <Empty
        title={text("conversations-no-match")}
        action={
          <Button loading={list.reading} onClick={() => void list.more(true)}>
            {text("traffic-search-further")}
          </Button>
        }
      >
        {text("traffic-searched-back", { when: format.exact(list.searchedBack) })}
      </Empty>
    );
  if (narrowed)
    return (
      <Empty
        title={text("conversations-no-match")}
        action={
          <Button variant="default" onClick={onClear}>
            {text("conversations-clear")}
          </Button>
        }
      >
        {text(list.behind ? "conversations-behind" : "conversations-no-match-hint")}
      </Empty>
    );
  return (
    <Empty
      title={text(list.behind ? "conversations-behind" : "conversations-empty")}
      action={
        <Button
          onClick={() => void navigate(hasChannels ? { to: "/channels", search: {} } : { to: "/setup", search: {} })}
        >
          {text(hasChannels ? "traffic-empty-channels" : "channels-add")}
        </Button>
      }
    >
      {text("conversations-empty-hint")}
    </Empty>
  );
}

/** How much is shown, how far back was searched, and the way to what is new. */
function Foot({ list }: { list: List }) {
  const { text, format, trouble } = useWords();
  return (
    <div className={css.foot}>
      <span className="figures">
        {list.rows.length > 0 &&
          text(list.complete ? "conversations-count" : "conversations-count-loaded", { count: list.rows.length })}
      </span>
      {list.behind && list.rows.length > 0 && <span className="muted">{text("conversations-behind")}</span>}
      {list.searchedBack !== null && list.rows.length > 0 && (
        <span className="row">
          {text("traffic-searched-back", { when: format.when(list.searchedBack) })}
          <Button variant="default" size="compact-xs" loading={list.reading} onClick={() => void list.more(true)}>
            {text("traffic-search-further")}
          </Button>
        </span>
      )}
      {list.error && list.phase === "ready" && (
        <span className="row red">
          {trouble(list.error)}
          <Button variant="default" size="compact-xs" onClick={() => void list.retry()}>
            {text("action-try-again")}
          </Button>
        </span>
      )}
      <span className="grow" />
      {list.stale && (
        <Button size="compact-sm" variant="light" onClick={() => void list.show(list.order)}>
          {text("conversations-newer")}
        </Button>
      )}
    </div>
  );
}
