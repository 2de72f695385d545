/** All bulk sends: what is under way or waits for the admin on top, then the history. */
import { Button, Loader } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";

import { useBulks } from "../../app/queries";
import type { BulkView } from "../../backend";
import { Icon } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Empty, Page } from "../../components/Page";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import css from "./bulk.module.css";
import { Bar, BulkPill, isOpen, needsAdmin, numberNames, ProgressLine } from "./looks";
import { Stopped } from "./Stopped";

/** The history of bulk sends. */
export function BulkList() {
  const { text } = useWords();
  const bulks = useBulks();
  const navigate = useNavigate();
  const create = (
    <Button leftSection={<Icon name="plus" />} onClick={() => void navigate({ to: "/bulk", search: { create: true } })}>
      {text("bulk-new")}
    </Button>
  );
  const newest = bulks.data?.toSorted((a, b) => b.createdAt - a.createdAt) ?? [];
  const open = newest.filter(isOpen);
  const over = newest.filter((bulk) => !isOpen(bulk));
  return (
    <Page title={text("bulk-title")} sentence={text("bulk-sentence")} action={newest.length > 0 && create}>
      {bulks.data === undefined ? (
        bulks.error ? (
          <TroubleNote
            trouble={bulks.error}
            action={<Button onClick={() => void bulks.refetch()}>{text("action-try-again")}</Button>}
          />
        ) : (
          <Loader size="sm" aria-label={text("bulk-loading")} />
        )
      ) : newest.length === 0 ? (
        <div className="card">
          <Empty title={text("bulk-empty")} action={create}>
            {text("bulk-empty-hint")}
          </Empty>
        </div>
      ) : (
        <div className="stack wide">
          {open.filter(needsAdmin).map((bulk) => (
            <Stopped key={bulk.id} bulk={bulk} />
          ))}
          <Group title={text("bulk-running")} bulks={open} />
          <Group title={text("bulk-history")} bulks={over} />
        </div>
      )}
    </Page>
  );
}

function Group({ title, bulks }: { title: string; bulks: readonly BulkView[] }) {
  if (bulks.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className={`card ${css.list}`} aria-label={title}>
        {bulks.map((bulk) => (
          <Item key={bulk.id} bulk={bulk} />
        ))}
      </ul>
    </section>
  );
}

function Item({ bulk }: { bulk: BulkView }) {
  const { text, sentence } = useWords();
  const counts = numberNames
    .filter((name) => bulk[name] > 0)
    .map((name) => text(`bulk-${name}-count`, { count: bulk[name] }));
  return (
    <li className={css.item}>
      <div className={css.what}>
        <TextLink to="/bulk" search={{ bulk: bulk.id }} className={css.open} underline="never">
          {text("bulk-to", { name: bulk.targetName })}
        </TextLink>
        <span className="small muted">
          {sentence(bulk.choice)} · <Moment at={bulk.createdAt} />
        </span>
      </div>
      <div className={css.how}>
        <Bar bulk={bulk} />
        <span className="small muted figures">
          {bulk.state === "running" ? <ProgressLine bulk={bulk} /> : counts.join(" · ")}
        </span>
      </div>
      <span className={css.badge}>
        <BulkPill state={bulk.state} />
      </span>
    </li>
  );
}
