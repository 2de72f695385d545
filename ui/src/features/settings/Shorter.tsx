/** Settings that keep less delete what is here already: what that is, before they are saved. */
import { Button } from "@mantine/core";

import type { Backend, HistoryCount, Settings } from "../../backend";
import { Question } from "../../components/Question";
import { useWords } from "../../strings/text";
import { shorter } from "./form";
import { Counts } from "./Keeping";

const MB = 1_000_000;

/** What is about to go. */
export interface Going {
  count: HistoryCount;
  /** Single tries older than so many days. */
  tries: number | undefined;
  /** Bytes beyond the new limit. */
  beyond: number;
}

/** What a change of the settings deletes of what is here; nothing when it deletes nothing. */
export async function goingBy(
  backend: Backend,
  before: Settings,
  update: Partial<Settings>,
): Promise<Going | undefined> {
  const less = shorter(before, update);
  if (!less) return undefined;
  const counts = await Promise.all(less.requests.map((request) => backend.call("history.count", request)));
  const used = less.mb === undefined ? 0 : (await backend.call("keeping.usage", {})).counted;
  const sum = (of: (count: HistoryCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const count: HistoryCount = {
    exchanges: sum((one) => one.exchanges),
    messages: sum((one) => one.messages),
    conversations: sum((one) => one.conversations),
    files: sum((one) => one.files),
    fileBytes: sum((one) => one.fileBytes),
    waiting: Math.max(0, ...counts.map((one) => one.waiting)),
  };
  const beyond = less.mb === undefined ? 0 : Math.max(0, used - less.mb * MB);
  const some = count.exchanges + count.messages + count.conversations + count.files > 0;
  return some || less.tries !== undefined || beyond > 0 ? { count, tries: less.tries, beyond } : undefined;
}

/** Asks, with the counts. */
export function ShorterQuestion({
  going: { count, tries, beyond },
  busy,
  save,
  onClose,
}: {
  going: Going;
  busy: boolean;
  save: () => void;
  onClose: () => void;
}) {
  const { text, format } = useWords();
  const some = count.exchanges + count.messages + count.conversations + count.files > 0;
  return (
    <Question onClose={() => !busy && onClose()} title={text("shorter-question")}>
      {some && (
        <p role="status">
          <Counts count={count} lead="history-going" />
        </p>
      )}
      {tries !== undefined && <p>{text("shorter-tries", { count: tries })}</p>}
      {beyond > 0 && <p>{text("shorter-room", { size: format.size(beyond) })}</p>}
      {count.waiting > 0 && <p>{text("history-waiting", { count: count.waiting })}</p>}
      <p>{text("history-for-good")}</p>
      <div className="row wrap">
        <Button color="red" loading={busy} onClick={save}>
          {text("shorter-save")}
        </Button>
        <Button variant="default" disabled={busy} onClick={onClose}>
          {text("shorter-keep")}
        </Button>
      </div>
    </Question>
  );
}
