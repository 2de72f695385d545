/** "What changed?": an exchange beside one that worked, which the admin can choose, without a word of any message. */
import { Button, Loader, Modal, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import type { Backend, ExchangeDetail, ExchangeRow } from "../../backend";
import { TextLink } from "../../components/TextLink";
import { TroubleNote } from "../../components/Trouble";
import { useWords, type Words } from "../../strings/text";
import { eventKey } from "../../strings/words";
import { alike, differences, samePlace, type Difference } from "./compare";
import css from "./practice.module.css";

/** How many that worked are looked at for one that went to the same place. */
const LOOKED_AT = 5;
/** How many that worked can be chosen from. */
const OFFERED = 12;

/** What worked on the same way, the newest first, and the one to begin with: the first that went to the same place. */
interface Worked {
  rows: ExchangeRow[];
  first: ExchangeDetail;
}

/** What worked lately on the same way; nothing where nothing did. */
async function worked(backend: Backend, detail: ExchangeDetail): Promise<Worked | null> {
  const { direction, channel } = detail.row;
  if (channel === null) return null;
  const filter = { direction, channel, state: "delivered" as const };
  const page = await backend.call("traffic.page", { limit: 100, filter });
  const rows = alike(detail.row, page.rows).slice(0, OFFERED);
  let first: ExchangeDetail | undefined;
  for (const row of rows.slice(0, LOOKED_AT)) {
    const found = await backend.call("traffic.get", { id: row.id });
    if (samePlace(detail, found)) return { rows, first: found };
    // One that went elsewhere is better than none: where it went is then the first difference.
    first ??= found;
  }
  return first ? { rows, first } : null;
}

/** The question and its answer. */
export function Compare({ detail, opened, onClose }: { detail: ExchangeDetail; opened: boolean; onClose: () => void }) {
  const { text } = useWords();
  const backend = useBackend();
  const found = useQuery({
    queryKey: ["compare", detail.row.id],
    queryFn: () => worked(backend, detail),
    enabled: opened,
    staleTime: 0,
    networkMode: "always",
  });
  return (
    <Modal
      closeButtonProps={{ "aria-label": text("action-close") }}
      opened={opened}
      onClose={onClose}
      title={text("compare-title")}
      size="lg"
    >
      <div className="stack wide">
        {found.error ? (
          <TroubleNote
            trouble={found.error}
            action={<Button onClick={() => void found.refetch()}>{text("action-try-again")}</Button>}
          />
        ) : found.data === undefined ? (
          <Loader size="sm" aria-label={text("compare-loading")} />
        ) : found.data === null ? (
          <p>{text("compare-none")}</p>
        ) : (
          <Beside here={detail} worked={found.data} onClose={onClose} />
        )}
      </div>
    </Modal>
  );
}

/** The choice of the other one, and what is different. */
function Beside({ here, worked, onClose }: { here: ExchangeDetail; worked: Worked; onClose: () => void }) {
  const words = useWords();
  const { text, format } = words;
  const backend = useBackend();
  const [chosen, setChosen] = useState(worked.first.row.id);
  const there = useQuery({
    queryKey: ["exchange", chosen],
    queryFn: () => backend.call("traffic.get", { id: chosen }),
    ...(chosen === worked.first.row.id ? { initialData: worked.first } : {}),
    networkMode: "always",
  });
  const label = (row: ExchangeRow) =>
    [
      format.when(row.at),
      row.step ? words.step(row.step) : row.kind ? text(eventKey(row.kind)) : row.platformName,
      String(row.status),
      format.took(row.tookUs),
    ].join(" · ");
  return (
    <>
      <Select
        label={text("compare-with")}
        data={worked.rows.map((row) => ({ value: row.id, label: label(row) }))}
        value={chosen}
        allowDeselect={false}
        onChange={(next) => next !== null && setChosen(next)}
      />
      {there.data ? (
        <Table here={here} there={there.data} words={words} onClose={onClose} />
      ) : there.error ? (
        <TroubleNote
          trouble={there.error}
          action={<Button onClick={() => void there.refetch()}>{text("action-try-again")}</Button>}
        />
      ) : (
        <Loader size="sm" aria-label={text("compare-loading")} />
      )}
    </>
  );
}

function shown({ what, kind }: Difference, value: string | number | undefined, { text, format }: Words): string {
  if (value === undefined) return text("compare-missing");
  if (typeof value === "string") return kind === "field" ? text(`compare-kind-${value}`) : value;
  if (what === "size" || what === "answer-size") return format.size(value);
  return what === "status" ? String(value) : format.took(value);
}

function Table({
  here,
  there,
  words,
  onClose,
}: {
  here: ExchangeDetail;
  there: ExchangeDetail;
  words: Words;
  onClose: () => void;
}) {
  const { text } = words;
  const found = differences(here, there);
  const name = ({ what, kind }: Difference) => (kind === "fact" ? text(`compare-${what}`) : what);
  return (
    <>
      {found.length === 0 ? (
        <p>{text("compare-same")}</p>
      ) : (
        <table className={css.diff}>
          <caption className="visually-hidden">{text("compare-title")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("compare-what")}</th>
              <th scope="col">{text("compare-here")}</th>
              <th scope="col">{text("compare-there")}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={`${one.kind}-${one.what}`}>
                <th scope="row">
                  {name(one)}
                  {one.kind !== "fact" && <span className="muted"> ({text(`compare-a-${one.kind}`)})</span>}
                </th>
                <td>{shown(one, one.here, words)}</td>
                <td>{shown(one, one.there, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small muted">{text("compare-no-text")}</p>
      <p className="small">
        <TextLink to="/traffic" search={{ exchange: there.row.id }} onClick={onClose}>
          {text("compare-show-other")}
        </TextLink>
      </p>
    </>
  );
}
