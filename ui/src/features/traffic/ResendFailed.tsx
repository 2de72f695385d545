/** Everything that was given up, sent again after a question that says how much it is. */
import { Button, Loader, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { Backend, DeliveryFilter } from "../../backend";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";

/** Sent at once at most; what is left can be sent with the next press. */
const MOST = 5_000;

/** What is sent: exactly these, whatever fails while the question is read. */
interface Frozen {
  ids: string[];
  /** There are older ones as well. */
  more: boolean;
}

/** The newest deliveries that match. */
async function collect(backend: Backend, filter: DeliveryFilter): Promise<Frozen> {
  const ids: string[] = [];
  let before: string | null = null;
  do {
    const page: { rows: { id: string }[]; next: string | null } = await backend.call("delivery.page", {
      limit: 500,
      filter,
      ...(before === null ? {} : { before }),
    });
    ids.push(...page.rows.map((row) => row.id));
    before = page.next;
  } while (before !== null && ids.length < MOST);
  return { ids, more: before !== null };
}

/** The button and its question: of all that match, or of one `day`, by its name. */
export function ResendFailed({ filter, day }: { filter: DeliveryFilter; day?: string }) {
  const { text } = useWords();
  const backend = useBackend();
  const [asked, setAsked] = useState(false);
  const failed = useQuery({
    queryKey: ["failed", filter],
    queryFn: () => collect(backend, filter),
    enabled: asked,
    gcTime: 0,
    staleTime: Infinity,
  });
  const resend = useCommand("delivery.resend", ["exchange", "status", "channels"], "shown");
  const count = failed.data?.ids.length ?? 0;
  const close = () => {
    setAsked(false);
    resend.reset();
  };
  return (
    <>
      {day === undefined ? (
        <Button onClick={() => setAsked(true)}>{text("resend-all")}</Button>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => setAsked(true)}>
          {text("resend-day")}
        </Button>
      )}
      <Modal
        closeButtonProps={{ "aria-label": text("action-close") }}
        opened={asked}
        onClose={close}
        title={day === undefined ? text("resend-all-title") : text("resend-day-title", { day })}
      >
        <div className="stack wide">
          {failed.isPending && !failed.error && <Loader size="sm" aria-label={text("resend-all-counting")} />}
          {failed.error && <TroubleNote trouble={failed.error} />}
          {failed.data && !resend.data && <p>{text("resend-all-count", { count })}</p>}
          {failed.data?.more && !resend.data && <p>{text("resend-all-more", { count })}</p>}
          {resend.data && (
            <p role="status">
              {text(resend.data.queued > 0 ? "resend-queued" : "resend-left", { count: resend.data.queued })}
            </p>
          )}
          {resend.error && <TroubleNote trouble={resend.error} />}
          <div className="row">
            {count > 0 && !resend.data && (
              <Button loading={resend.isPending} onClick={() => failed.data && resend.mutate({ ids: failed.data.ids })}>
                {text("resend-all-send", { count })}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {text(resend.data || (failed.data && count === 0) ? "action-close" : "resend-all-keep")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
