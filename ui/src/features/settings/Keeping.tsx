/** What is kept, for how long, how much room it takes, and letting go of it. */
import { Button, Checkbox, Radio, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useChannels, useCommand } from "../../app/queries";
import type { HistoryCount, HistoryRequest, HistoryWhat, Privacy } from "../../backend";
import { Icon } from "../../components/icons";
import { Question } from "../../components/Question";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { Group, Line, Place, useEdit } from "./edit";
import css from "./settings.module.css";

/** Below this the disk is about to be full, in bytes. */
const SCARCE = 200_000_000;

/** An age for the log, for single tries and for conversations, a size for all of it, and "Delete history". */
export function Keeping() {
  const { text } = useWords();
  return (
    <>
      <Group title={text("keeping-room")}>
        <Place name="keeping-room">
          <Room />
        </Place>
      </Group>
      <Group title={text("field-privacy")}>
        <Place name="field-privacy">
          <PrivacyLevels />
        </Place>
      </Group>
      <Group title={text("settings-ages")}>
        <div className={css.pair}>
          <Line field="keepTrafficDays" />
          <Line field="keepTriesDays" />
          <Line field="keepConversationsDays" />
          <Line field="keepTrafficMb" />
        </div>
      </Group>
      <Group title={text("history-delete")}>
        <Place name="history-delete">
          <DeleteHistory />
        </Place>
      </Group>
    </>
  );
}

const levels = ["full", "withoutText", "metadataOnly"] as const satisfies readonly Privacy[];

/** How much of what was said is kept: of all channels, and of single ones. */
function PrivacyLevels() {
  const { text } = useWords();
  const { settings, atOnce } = useEdit();
  const channels = useChannels().data ?? [];
  return (
    <div className="stack">
      <Radio.Group
        aria-label={text("field-privacy")}
        description={text("field-privacy.help")}
        value={settings.privacy}
        onChange={(level) => atOnce({ privacy: level as Privacy })}
      >
        <div className="stack" style={{ marginTop: 8 }}>
          {levels.map((level) => (
            <Radio
              key={level}
              value={level}
              label={text(`privacy-${level}`)}
              description={text(`privacy-${level}.meaning`)}
            />
          ))}
        </div>
      </Radio.Group>
      {channels.length > 0 && (
        <div className={css.pair} role="group" aria-label={text("privacy-channels")}>
          {channels.map(({ id, name }) => (
            <Select
              key={id}
              label={text("privacy-channel", { name })}
              allowDeselect={false}
              data={[
                { value: "same", label: text("privacy-same") },
                ...levels.map((level) => ({ value: level as string, label: text(`privacy-${level}`) })),
              ]}
              value={settings.privacyOf[id] ?? "same"}
              onChange={(chosen) =>
                atOnce(({ privacyOf }) => {
                  const others = Object.entries(privacyOf).filter(([channel]) => channel !== id);
                  const own: [string, Privacy][] = chosen === "same" ? [] : [[id, chosen as Privacy]];
                  return { privacyOf: Object.fromEntries([...others, ...own]) };
                })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** How much room everything takes, and how much there is. */
function Room() {
  const { text, format } = useWords();
  const backend = useBackend();
  const usage = useQuery({
    queryKey: ["usage"],
    queryFn: () => backend.call("keeping.usage", {}),
    networkMode: "always",
  });
  if (usage.error) return <TroubleNote trouble={usage.error} />;
  if (!usage.data) return <p className="muted">{text("keeping-counting")}</p>;
  const { journal, journalFree, files, search, settings, backups, diskFree } = usage.data;
  const parts = [
    ["journal", journal],
    ["files", files],
    ["search", search],
    ["settings", settings],
    ["backups", backups],
  ] as const;
  const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
  return (
    <div className="stack">
      <dl className={css.facts}>
        {parts.map(([name, bytes]) => (
          <div key={name} className={css.fact}>
            <dt className="muted">{text(`keeping-room-${name}`)}</dt>
            <dd className="figures">
              {format.size(bytes)}
              {name === "journal" && journalFree > 1_000_000 && (
                <span className="muted"> {text("keeping-room-free-inside", { size: format.size(journalFree) })}</span>
              )}
            </dd>
          </div>
        ))}
        <div className={css.fact}>
          <dt>{text("keeping-room-total")}</dt>
          <dd className="figures">{format.size(total)}</dd>
        </div>
        {diskFree !== null && (
          <div className={css.fact}>
            <dt className="muted">{text("keeping-room-disk")}</dt>
            <dd className="figures">{format.size(diskFree)}</dd>
          </div>
        )}
      </dl>
      {diskFree !== null && diskFree < SCARCE && (
        <p className={css.note} role="status">
          <Icon name="warning" /> {text("keeping-room-scarce")}
        </p>
      )}
    </div>
  );
}

const kinds: readonly HistoryWhat[] = ["traffic", "conversations", "files"];
const ages = ["0", "1", "7", "30", "90", "365"] as const;

/** Which history is to go; the question names how much that is. */
function DeleteHistory() {
  const { text } = useWords();
  const [what, setWhat] = useState<readonly HistoryWhat[]>(["traffic"]);
  const [age, setAge] = useState<string>("30");
  const [asked, setAsked] = useState<HistoryRequest>();
  const [gone, setGone] = useState<HistoryCount>();
  const request = (): HistoryRequest => ({
    what: [...what],
    ...(age === "0" ? {} : { olderThanDays: Number(age) }),
  });
  return (
    <div className="stack">
      <p className="muted">{text("history-delete.help")}</p>
      <Checkbox.Group
        label={text("history-what")}
        value={[...what]}
        onChange={(chosen) => setWhat(kinds.filter((kind) => chosen.includes(kind)))}
      >
        <div className="row wrap" style={{ gap: 16, marginTop: 4 }}>
          {kinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={text(`history-${kind}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label={text("history-age")}
        className={css.short}
        allowDeselect={false}
        data={ages.map((days) => ({
          value: days,
          label: days === "0" ? text("history-age-all") : text("history-age-days", { count: Number(days) }),
        }))}
        value={age}
        onChange={(chosen) => chosen && setAge(chosen)}
      />
      <div className="row">
        <Button
          variant="default"
          disabled={what.length === 0}
          onClick={() => {
            setGone(undefined);
            setAsked(request());
          }}
        >
          {text("history-count")}
        </Button>
        {what.length === 0 && <span className="small muted">{text("history-nothing-chosen")}</span>}
      </div>
      {gone && (
        <p role="status">
          <Counts count={gone} lead="history-gone" />
        </p>
      )}
      {asked && (
        <DeleteQuestion
          request={asked}
          onClose={(count) => {
            setAsked(undefined);
            setGone(count);
          }}
        />
      )}
    </div>
  );
}

/** How much goes, in words. */
export function Counts({ count, lead }: { count: HistoryCount; lead: "history-gone" | "history-going" }) {
  const { text, format } = useWords();
  const parts = [
    count.exchanges > 0 && text("history-exchanges", { count: count.exchanges }),
    count.messages > 0 && text("history-messages", { count: count.messages }),
    count.conversations > 0 && text("history-conversations-count", { count: count.conversations }),
    count.files > 0 && text("history-files-count", { count: count.files, size: format.size(count.fileBytes) }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? text(`${lead}-nothing`) : text(lead, { list: format.list(parts) });
}

function DeleteQuestion({ request, onClose }: { request: HistoryRequest; onClose: (gone?: HistoryCount) => void }) {
  const { text } = useWords();
  const backend = useBackend();
  const remove = useCommand("history.delete", ["usage", "status", "channels", "traffic", "conversations"], "shown");
  const count = useQuery({
    queryKey: ["history", request],
    queryFn: () => backend.call("history.count", request),
    networkMode: "always",
    staleTime: 0,
    // While it goes, what is left tells how far that is.
    refetchInterval: remove.isPending ? 1_000 : false,
  });
  const some =
    count.data !== undefined &&
    count.data.exchanges + count.data.messages + count.data.conversations + count.data.files > 0;
  return (
    <Question onClose={() => !remove.isPending && onClose()} title={text("history-question")}>
      {count.error && <TroubleNote trouble={count.error} />}
      {!count.data && !count.error && <p className="muted">{text("keeping-counting")}</p>}
      {count.data && (
        <p role="status">
          <Counts count={count.data} lead="history-going" />
        </p>
      )}
      {count.data && count.data.waiting > 0 && <p>{text("history-waiting", { count: count.data.waiting })}</p>}
      {some && <p>{text("history-for-good")}</p>}
      {remove.error && <TroubleNote trouble={remove.error} />}
      <div className="row wrap">
        <Button
          color="red"
          disabled={!some}
          loading={remove.isPending}
          onClick={() => remove.mutate(request, { onSuccess: onClose })}
        >
          {text("history-delete-button")}
        </Button>
        <Button variant="default" disabled={remove.isPending} onClick={() => onClose()}>
          {text("history-keep")}
        </Button>
      </div>
    </Question>
  );
}
