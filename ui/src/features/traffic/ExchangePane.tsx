/** Everything about one exchange: in words first, then its journey, the message, the raw request and answer, the tries. */
import { Button, Loader, Tabs, Tooltip } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";

import { useBackend } from "../../app/backend";
import { readAgain } from "../../app/fresh";
import { useLive } from "../../app/live";
import { useChannels, useCommand } from "../../app/queries";
import { useKeys, useShortcut } from "../../app/shortcuts";
import type { DeliveryView, ExchangeDetail } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import { Icon } from "../../components/icons";
import { Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { StatePill } from "../../components/StateMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { eventKey, sourceKey } from "../../strings/words";
import { JourneyTab } from "../journey/JourneyTab";
import { Again } from "../practice/Again";
import { Compare } from "../practice/Compare";
import { Deliveries } from "./Deliveries";
import { Events } from "./Events";
import css from "./ExchangePane.module.css";
import { resendable } from "./resend";
import { Summary } from "./Summary";
import { Technical } from "./Technical";

/** The details of one exchange. */
export function ExchangePane({
  id,
  onClose,
  onShow,
  beside = false,
  byKey = true,
}: {
  id: string;
  onClose: () => void;
  onShow: (id: string) => void;
  /** Its journey is shown beside it, so that it begins with something else. */
  beside?: boolean;
  /** The key that sends again means this one, and not others that were chosen. */
  byKey?: boolean;
}) {
  const { text } = useWords();
  const backend = useBackend();
  const live = useLive();
  const queries = useQueryClient();
  const detail = useQuery({
    queryKey: ["exchange", id],
    queryFn: () => backend.call("traffic.get", { id }),
    placeholderData: keepPreviousData,
    networkMode: "always",
  });
  useEffect(
    () =>
      live.listen({
        exchanges(rows) {
          // A try of one of its deliveries is an exchange of its own; what changed is told by the one that caused it.
          if (rows.some((row) => row.id === id)) void readAgain(queries, ["exchange", id]);
        },
        gap() {
          void readAgain(queries, ["exchange", id]);
        },
      }),
    [live, queries, id],
  );
  if (detail.error && !detail.data)
    return (
      <Pane title={<h2>{text("exchange-title")}</h2>} label={text("exchange-title")} onClose={onClose}>
        <TroubleNote
          trouble={detail.error}
          action={<Button onClick={() => void detail.refetch()}>{text("action-try-again")}</Button>}
        />
      </Pane>
    );
  if (!detail.data)
    return (
      <Pane title={<h2>{text("exchange-title")}</h2>} label={text("exchange-title")} onClose={onClose}>
        <Loader size="sm" aria-label={text("traffic-loading")} />
      </Pane>
    );
  return <Shown detail={detail.data} onClose={onClose} onShow={onShow} beside={beside} byKey={byKey} />;
}

const tabs = ["summary", "journey", "message", "technical", "attempts"] as const;
type Tab = (typeof tabs)[number];

/** Whoever looks at journeys looks at the journey of the next row as well. */
let remembered: Tab = "summary";

function Shown({
  detail,
  onClose,
  onShow,
  beside,
  byKey,
}: {
  detail: ExchangeDetail;
  onClose: () => void;
  onShow: (id: string) => void;
  beside: boolean;
  byKey: boolean;
}) {
  const { text, format, step } = useWords();
  const backend = useBackend();
  const channels = useChannels().data;
  const [tab, setTab] = useState<Tab>(beside && remembered === "journey" ? "technical" : remembered);
  const { row } = detail;
  const channel = channels?.find((one) => one.id === row.channel);
  const nameOf = (id: string) => channels?.find((one) => one.id === id)?.name ?? text("link-channel-gone");
  const event = row.kind && text(eventKey(row.kind));
  const what = row.step ? step(row.step) : event || row.platformName || text("traffic-unreadable");
  const facts = [
    row.step && event,
    channel?.name ?? (row.channel === null && row.source === "platform" && text("traffic-no-channel")),
    row.source !== "platform" && text(sourceKey(row.source)),
  ].filter(Boolean);
  const choose = (name: string | null) => {
    const chosen = tabs.find((one) => one === name);
    if (!chosen) return;
    remembered = chosen;
    setTab(chosen);
  };
  const panels: Record<Tab, ReactNode> = {
    summary: <Summary detail={detail} channels={channels ?? []} onTab={choose} />,
    journey: <JourneyTab exchange={row.id} onShow={onShow} />,
    message: (
      <Events
        events={detail.events}
        platform={channel?.platform}
        carriedTo={(event) => {
          const to = detail.deliveries.find((delivery) => delivery.event === event.id)?.channel;
          return to === undefined || to === row.channel ? undefined : nameOf(to);
        }}
      />
    ),
    technical: <Technical detail={detail} />,
    attempts:
      detail.deliveries.length === 0 ? (
        <p className="muted">{text("exchange-no-deliveries")}</p>
      ) : (
        <Deliveries
          deliveries={detail.deliveries}
          nameOf={nameOf}
          home={row.channel}
          current={row.id}
          onShow={onShow}
        />
      ),
  };
  return (
    <Pane
      label={text("exchange-title")}
      onClose={onClose}
      title={
        <>
          {channel ? (
            <PlatformMark platform={channel.platform} preset={channel.preset} />
          ) : (
            <Icon name="note" size={20} />
          )}
          <div className="grow">
            <h2 className="clip">{what}</h2>
            <p className="muted small clip">
              <time title={format.exact(row.at)}>{format.when(row.at)}</time>
              {facts.map((fact) => ` · ${String(fact)}`)}
            </p>
          </div>
          <StatePill state={row.result} skipped={row.skipped} retry={row.retry} />
        </>
      }
      foot={
        <>
          <ResendButton deliveries={detail.deliveries} byKey={byKey} />
          {detail.method !== "" && (
            <CopyButton get={() => backend.call("traffic.curl", { id: row.id }).then((answer) => answer.text)}>
              {text("exchange-copy-curl")}
            </CopyButton>
          )}
          <More detail={detail} onShow={onShow} />
        </>
      }
    >
      <Tabs value={tab} onChange={choose} keepMounted={false} className={css.tabs}>
        <Tabs.List aria-label={text("exchange-tabs")}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {text(`exchange-tab-${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((name) => (
          <Tabs.Panel key={name} value={name} pt={16}>
            <div className="stack wide">{panels[name]}</div>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Pane>
  );
}

/** Sends again whatever of this can be sent again; says why not where it cannot. */
function ResendButton({ deliveries, byKey }: { deliveries: readonly DeliveryView[]; byKey: boolean }) {
  const { text, trouble } = useWords();
  const keys = useKeys();
  const resend = useCommand("delivery.resend", ["exchange"], "shown");
  const { ids, reason, hint } = resendable(deliveries);
  const label = resend.error
    ? trouble(resend.error)
    : resend.data
      ? text(resend.data.queued > 0 ? "resend-queued" : "resend-left", { count: resend.data.queued })
      : keys.hint(text(hint), "resend");
  const send = () => {
    if (reason || resend.isPending) return;
    resend.mutate({ ids }, { onSettled: () => setTimeout(resend.reset, 3_000) });
  };
  useShortcut("resend", byKey ? send : undefined);
  return (
    <Tooltip label={label} opened={resend.isSuccess || resend.isError ? true : undefined}>
      <Button
        data-disabled={reason ? true : undefined}
        aria-disabled={reason ? true : undefined}
        loading={resend.isPending}
        aria-keyshortcuts={keys.aria("resend")}
        onClick={send}
      >
        {text("action-resend")}
      </Button>
    </Tooltip>
  );
}

/** What else can be done with it: changed and sent again, held beside one that worked. */
function More({ detail, onShow }: { detail: ExchangeDetail; onShow: (id: string) => void }) {
  const { text } = useWords();
  const [asking, setAsking] = useState<"again" | "compare">();
  const { row } = detail;
  const close = () => setAsking(undefined);
  // What was written here came in no request, and what no channel has cannot be sent anywhere.
  if (detail.method === "" || row.channel === null) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking("again")}>
        {text("again-open")}
      </Button>
      {(row.code !== null || row.result === "failed" || row.result === "retrying") && (
        <Button variant="default" onClick={() => setAsking("compare")}>
          {text("compare-open")}
        </Button>
      )}
      <Again
        id={row.id}
        opened={asking === "again"}
        onClose={close}
        onSent={(exchange) => {
          close();
          onShow(exchange);
        }}
      />
      <Compare detail={detail} opened={asking === "compare"} onClose={close} />
    </>
  );
}
