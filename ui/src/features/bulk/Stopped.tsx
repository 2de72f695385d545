/** A bulk send that stands still without the admin's doing: interrupted, or paused by itself. It waits for a word. */
import { Button, Checkbox, Modal } from "@mantine/core";
import { useState } from "react";

import { useCommand } from "../../app/queries";
import type { BulkView } from "../../backend";
import { Shape } from "../../components/icons";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./bulk.module.css";
import { doneOf } from "./looks";

/** That it stopped, where and why, and what can be done. `details`: a link to its page is wanted. */
export function Stopped({ bulk, details = true }: { bulk: BulkView; details?: boolean }) {
  const { text, trouble, remedy } = useWords();
  return (
    <section className={css.stopped} aria-label={text("bulk-to", { name: bulk.targetName })}>
      <span className="amber">
        <Shape name="triangle" size={14} />
      </span>
      <div className="grow stack">
        <div>
          <p>
            <b>
              {text(bulk.state === "interrupted" ? "bulk-stopped-at" : "bulk-paused-at", {
                done: doneOf(bulk),
                total: bulk.total,
              })}
            </b>{" "}
            <span className="muted">{text("bulk-to", { name: bulk.targetName })}</span>
          </p>
          <p>
            {bulk.error ? (
              <>
                {trouble(bulk.error)} <span className="muted">{remedy(bulk.error)}</span>
              </>
            ) : (
              text("bulk-stopped-why")
            )}
          </p>
        </div>
        <GoOn bulk={bulk} details={details} />
      </div>
    </section>
  );
}

/** Resume, with the unknown ones only by an explicit tick; cancel the rest. */
export function GoOn({ bulk, details = false }: { bulk: BulkView; details?: boolean }) {
  const { text } = useWords();
  const resume = useCommand("bulk.resume", ["bulks", "bulk"], "shown");
  const [again, setAgain] = useState(false);
  return (
    <div className="stack">
      {bulk.unknown > 0 && (
        <Checkbox
          size="xs"
          label={text("bulk-resend-unknown", { count: bulk.unknown })}
          description={text("bulk-unknown-why")}
          checked={again}
          onChange={(event) => setAgain(event.currentTarget.checked)}
        />
      )}
      {resume.error && <TroubleNote trouble={resume.error} />}
      <div className="row wrap">
        <Button
          loading={resume.isPending}
          onClick={() => resume.mutate({ id: bulk.id, ...(again ? { resendUnknown: true } : {}) })}
        >
          {text("bulk-resume")}
        </Button>
        <CancelRest bulk={bulk} />
        {details && (
          <TextLink to="/bulk" search={{ bulk: bulk.id }}>
            {text("bulk-details")}
          </TextLink>
        )}
      </div>
    </div>
  );
}

/** "Cancel the rest", and the question that says what cannot be taken back. */
export function CancelRest({ bulk }: { bulk: BulkView }) {
  const { text } = useWords();
  const cancel = useCommand("bulk.cancel", ["bulks", "bulk"], "shown");
  const [asked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
    cancel.reset();
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {text("bulk-cancel")}
      </Button>
      <Modal
        closeButtonProps={{ "aria-label": text("action-close") }}
        opened={asked}
        onClose={close}
        title={text("bulk-cancel-question")}
      >
        <div className="stack wide">
          <p>{text("bulk-cancel-consequence", { left: bulk.left, sent: bulk.delivered + bulk.unknown })}</p>
          {cancel.error && <TroubleNote trouble={cancel.error} />}
          <div className="row wrap">
            <Button
              color="red"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({ id: bulk.id }, { onSuccess: close })}
            >
              {text("bulk-cancel-confirm", { left: bulk.left })}
            </Button>
            <Button variant="default" onClick={close} data-autofocus>
              {text(bulk.state === "running" ? "bulk-cancel-keep" : "bulk-cancel-keep-paused")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
