/** What went over the wire, and where the time went. */
import type { ExchangeDetail } from "../../backend";
import { useWords } from "../../strings/text";
import { PayloadView } from "./PayloadView";
import { TimingBars } from "./TimingBars";

/** The raw request and answer. */
export function Technical({ detail }: { detail: ExchangeDetail }) {
  const { text } = useWords();
  const { row } = detail;
  // What was written at a screen, or was found in a conversation, came in no request.
  const own = detail.method === "";
  return (
    <>
      {detail.timings && <TimingBars timings={detail.timings} />}
      {own ? (
        <PayloadView
          title={text(row.source === "catchUp" ? "exchange-fetched" : "exchange-written")}
          payload={detail.request}
          of={{ id: row.id }}
        />
      ) : (
        <RequestAndAnswer detail={detail} />
      )}
      <p className="muted small mono">{row.id}</p>
    </>
  );
}

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
        of={{ id: row.id }}
      />
      {detail.answer ? (
        <PayloadView
          title={text(came ? "exchange-answer-ours" : "exchange-answer-theirs")}
          line={text("exchange-status", { status: String(row.status ?? ""), took: format.took(row.tookUs) })}
          payload={detail.answer}
          of={{ id: row.id, answer: true }}
        />
      ) : (
        <p className="muted">{text("exchange-no-answer")}</p>
      )}
    </>
  );
}
