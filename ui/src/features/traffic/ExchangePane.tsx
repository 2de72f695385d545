/** Everything about one exchange: the sentence first, then the message, the tries, and the raw request and answer. */
import { Button, Loader, Tooltip } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { useBackend } from "../../app/backend";
import { useLive } from "../../app/live";
import { useChannels, useCommand } from "../../app/queries";
import type { DeliveryView, ExchangeDetail } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import { Icon } from "../../components/icons";
import { Pane } from "../../components/Page";
import { PlatformMark } from "../../components/PlatformMark";
import { StatePill } from "../../components/StateMark";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { eventKey, sourceKey } from "../../strings/words";
import { Accept, TrustCertificate } from "./Decisions";
import { Deliveries } from "./Deliveries";
import { Events } from "./Events";
import css from "./ExchangePane.module.css";
import { PayloadView } from "./PayloadView";
import { resendable } from "./resend";
import { TimingBars } from "./TimingBars";

/** The details of one exchange. */
export function ExchangePane({
  id,
  onClose,
  onShow,
}: {
  id: string;
  onClose: () => void;
  onShow: (id: string) => void;
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
          if (rows.some((row) => row.id === id)) void queries.invalidateQueries({ queryKey: ["exchange", id] });
        },
        gap() {
          void queries.invalidateQueries({ queryKey: ["exchange", id] });
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
  return <Shown detail={detail.data} onClose={onClose} onShow={onShow} />;
}

function Shown({
  detail,
  onClose,
  onShow,
}: {
  detail: ExchangeDetail;
  onClose: () => void;
  onShow: (id: string) => void;
}) {
  const { text, format, sentence, step } = useWords();
  const backend = useBackend();
  const channels = useChannels().data;
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
  // What was written at a screen, or was found in a conversation, came in no request.
  const own = detail.method === "";
  // Only an endpoint's certificate can be trusted by choice.
  const ofEndpoint = detail.deliveries.every(({ destination }) => destination === "endpoint");
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
          <ResendButton deliveries={detail.deliveries} />
          {!own && (
            <CopyButton get={() => backend.call("traffic.curl", { id: row.id }).then((answer) => answer.text)}>
              {text("exchange-copy-curl")}
            </CopyButton>
          )}
        </>
      }
    >
      <div className="stack wide">
        <p className={css.sentence} data-tone={detail.sentence.tone}>
          {sentence(detail.sentence)}
        </p>
        {detail.canProcess && <Accept detail={detail} channels={channels ?? []} />}
        {detail.certificate && ofEndpoint && <TrustCertificate certificate={detail.certificate} detail={detail} />}
        <Events
          events={detail.events}
          platform={channel?.platform}
          carriedTo={(event) => {
            const to = detail.deliveries.find((delivery) => delivery.event === event.id)?.channel;
            return to === undefined || to === row.channel ? undefined : nameOf(to);
          }}
        />
        <Deliveries
          deliveries={detail.deliveries}
          nameOf={nameOf}
          home={row.channel}
          current={row.id}
          onShow={onShow}
        />
        {detail.timings && <TimingBars timings={detail.timings} />}
        {own ? (
          <PayloadView
            title={text(row.source === "catchUp" ? "exchange-fetched" : "exchange-written")}
            payload={detail.request}
          />
        ) : (
          <RequestAndAnswer detail={detail} />
        )}
        <p className="muted small mono">{row.id}</p>
      </div>
    </Pane>
  );
}

/** What went over the wire. */
function RequestAndAnswer({ detail }: { detail: ExchangeDetail }) {
  const { text, format } = useWords();
  const { row } = detail;
  const came = row.direction === "in";
  return (
    <>
      <PayloadView
        title={text(came ? "exchange-request-in" : "exchange-request-out")}
        line={`${detail.method} ${detail.url}`}
        note={detail.peer ? text("exchange-peer", { peer: detail.peer }) : undefined}
        payload={detail.request}
      />
      {detail.answer ? (
        <PayloadView
          title={text(came ? "exchange-answer-ours" : "exchange-answer-theirs")}
          line={text("exchange-status", { status: String(row.status ?? ""), took: format.took(row.tookUs) })}
          payload={detail.answer}
        />
      ) : (
        <p className="muted">{text("exchange-no-answer")}</p>
      )}
    </>
  );
}

/** Sends again whatever of this can be sent again; says why not where it cannot. */
function ResendButton({ deliveries }: { deliveries: readonly DeliveryView[] }) {
  const { text, trouble } = useWords();
  const resend = useCommand("delivery.resend", ["exchange"]);
  const { ids, reason, hint } = resendable(deliveries);
  const label = resend.error
    ? trouble(resend.error)
    : resend.data
      ? text(resend.data.queued > 0 ? "resend-queued" : "resend-left", { count: resend.data.queued })
      : text(hint);
  return (
    <Tooltip label={label} opened={resend.isSuccess || resend.isError ? true : undefined}>
      <Button
        data-disabled={reason ? true : undefined}
        aria-disabled={reason ? true : undefined}
        loading={resend.isPending}
        onClick={() => {
          if (reason) return;
          resend.mutate({ ids }, { onSettled: () => setTimeout(resend.reset, 3_000) });
        }}
      >
        {text("action-resend")}
      </Button>
    </Tooltip>
  );
}
