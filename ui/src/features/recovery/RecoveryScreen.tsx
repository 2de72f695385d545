/** What is shown where the data does not open: what was found, and every way to go on. Nothing here deletes anything. */
import { Button, Modal, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { BackendError, BackupView, FoundFile, Mended, Recovery } from "../../backend";
import { CopyButton } from "../../components/CopyButton";
import { Icon, Shape } from "../../components/icons";
import { TroubleNote, TroubleScreen } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { KnownPassword } from "../settings/Password";
import css from "./recovery.module.css";

/** What a way to go on tells of itself: everything may work again before its own answer is there. */
interface Mending {
  begun(): void;
  failed(): void;
  done(how: Mended): void;
}

/** Why nothing can be shown, and what to do about it. `again` looks once more whether it can; `hold` keeps this screen until it is read. */
export function RecoveryScreen({
  error,
  again,
  busy,
  hold,
}: {
  error: BackendError;
  again: () => void;
  busy: boolean;
  hold: (held: boolean) => void;
}) {
  const { text } = useWords();
  const backend = useBackend();
  // Held here: once it is mended nothing is found any more, and how it was mended is told until it is read.
  const [mended, setMended] = useState<Mended>();
  const [isMending, setIsMending] = useState(false);
  const found = useQuery({
    queryKey: ["recovery", error.code],
    queryFn: () => backend.call("recovery.get", {}),
    enabled: error.code !== "offline" && !isMending && mended === undefined,
    networkMode: "always",
    // Each look reads whole databases, so it is not taken for a glance at the window.
    refetchOnWindowFocus: false,
  });
  const retry = useCommand("recovery.retry", [], "shown");
  const known = found.data ?? undefined;
  const tryAgain = (
    <Button
      variant={known?.mendable ? "default" : "filled"}
      loading={busy || retry.isPending}
      onClick={() => (known ? retry.mutate({}, { onSettled: again }) : again())}
    >
      {text("action-try-again")}
    </Button>
  );
  if (mended) return <Done mended={mended} />;
  if (!known?.mendable)
    return (
      <TroubleScreen
        trouble={known?.error ?? error}
        action={
          <div className={css.actions}>
            {tryAgain}
            {known && <Report recovery={known} />}
          </div>
        }
      />
    );
  const begun = (is: boolean) => {
    setIsMending(is);
    hold(is);
  };
  const mending = { begun: () => begun(true), failed: () => begun(false), done: setMended };
  return <Ways recovery={known} tryAgain={tryAgain} mending={mending} />;
}

/** The ways to go on with data that is damaged. */
function Ways({ recovery, tryAgain, mending }: { recovery: Recovery; tryAgain: ReactNode; mending: Mending }) {
  const { text, trouble } = useWords();
  const [sure, setSure] = useState(false);
  const rescue = useCommand("recovery.rescue", [], "shown");
  const fresh = useCommand("recovery.fresh", [], "shown");
  const failed = rescue.error ?? fresh.error;
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <span className="red">
          <Icon name="warning" size={32} />
        </span>
        <div role="alert">
          <h1>{trouble(recovery.error)}</h1>
          <p className="muted">{text("recovery-nothing-lost")}</p>
        </div>
      </header>
      <ul className={css.files} aria-label={text("recovery-files")}>
        {recovery.files.map((file) => (
          <FileLine key={file.name} file={file} />
        ))}
      </ul>
      {failed && <TroubleNote trouble={failed} />}
      <Restore backups={recovery.backups} mending={mending} />
      <Way title={text("recovery-rescue")} help={text("recovery-rescue.help")}>
        <Button
          variant={recovery.backups.some(isRestorable) ? "default" : "filled"}
          loading={rescue.isPending}
          onClick={() => {
            mending.begun();
            rescue.mutate({}, { onSuccess: mending.done, onError: mending.failed });
          }}
        >
          {text("recovery-rescue-button")}
        </Button>
      </Way>
      <Way title={text("recovery-fresh")} help={text("recovery-fresh.help")}>
        <Button variant="default" onClick={() => setSure(true)}>
          {text("recovery-fresh-button")}
        </Button>
      </Way>
      <div className={css.actions}>
        {tryAgain}
        <Report recovery={recovery} />
      </div>
      <Modal
        closeButtonProps={{ "aria-label": text("action-close") }}
        opened={sure}
        onClose={() => setSure(false)}
        title={text("recovery-fresh-question")}
      >
        <div className="stack wide">
          <p>{text("recovery-fresh-consequence")}</p>
          <div className="row wrap">
            <Button
              color="red"
              loading={fresh.isPending}
              onClick={() => {
                mending.begun();
                const failed = () => {
                  setSure(false);
                  mending.failed();
                };
                fresh.mutate({}, { onSuccess: mending.done, onError: failed });
              }}
            >
              {text("recovery-fresh-button")}
            </Button>
            <Button variant="default" onClick={() => setSure(false)}>
              {text("recovery-fresh-keep")}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  );
}

const isRestorable = (backup: BackupView) => backup.kind !== "update";

/** The newest backup first, and any other of them. */
function Restore({ backups, mending }: { backups: BackupView[]; mending: Mending }) {
  const { text, format } = useWords();
  const usable = backups.filter(isRestorable);
  const [name, setName] = useState(usable[0]?.name);
  const [password, setPassword] = useState("");
  const restore = useCommand("recovery.restore", [], "shown");
  const chosen = usable.find((one) => one.name === name);
  // It is told only by trying whether one has a password.
  const locked = restore.error?.code === "BACK-01";
  return (
    <Way title={text("recovery-restore")} help={text(chosen ? "recovery-restore.help" : "recovery-no-backup")}>
      {chosen && (
        <div className="stack">
          {restore.error && <TroubleNote trouble={restore.error} />}
          {usable.length > 1 && (
            <Select
              label={text("recovery-which")}
              data={usable.map((one) => ({
                value: one.name,
                label: `${format.when(one.at)} · ${text(`backup-kind-${one.kind}`)} · ${format.size(one.size)}`,
              }))}
              value={chosen.name}
              allowDeselect={false}
              onChange={(value) => value && setName(value)}
            />
          )}
          {locked && <KnownPassword value={password} onChange={setPassword} label={text("backup-password")} />}
          <div>
            <Button
              loading={restore.isPending}
              onClick={() => {
                mending.begun();
                restore.mutate(
                  { name: chosen.name, ...(password === "" ? {} : { password }) },
                  { onSuccess: mending.done, onError: mending.failed },
                );
              }}
            >
              {text("recovery-restore-button", { when: format.when(chosen.at) })}
            </Button>
          </div>
        </div>
      )}
    </Way>
  );
}

function Way({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <section className={css.way} aria-label={title}>
      <h2>{title}</h2>
      <p className="muted">{help}</p>
      {children}
    </section>
  );
}

function FileLine({ file }: { file: FoundFile }) {
  const { text, format } = useWords();
  const good = file.soundness === "sound";
  return (
    <li className="row">
      <span className={good ? "green" : file.soundness === "notLooked" ? "amber" : "red"}>
        <Shape name={good ? "tick" : file.soundness === "notLooked" ? "question" : "diamond"} />
      </span>
      <span className="grow">
        {text(file.name === "settings.db" ? "recovery-settings" : "recovery-journal")}{" "}
        <span className="mono muted">{file.name}</span>
      </span>
      <span className="muted figures">{format.size(file.size)}</span>
      <span>{text(`recovery-file-${file.soundness}`)}</span>
    </li>
  );
}

function Report({ recovery }: { recovery: Recovery }) {
  const { text } = useWords();
  const backend = useBackend();
  return (
    <>
      {backend.openFolder && (
        <Button variant="default" onClick={() => void backend.openFolder?.()}>
          {text("recovery-folder")}
        </Button>
      )}
      <CopyButton get={() => recovery.report}>{text("recovery-report")}</CopyButton>
    </>
  );
}

/** Everything is read anew from here on, by a page that knows nothing of before. */
function Done({ mended }: { mended: Mended }) {
  const { text } = useWords();
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <span className="green">
          <Icon name="check" size={32} />
        </span>
        <div role="status">
          <h1>{text("recovery-done")}</h1>
          {mended.rows !== undefined && <p>{text("recovery-rows", { count: mended.rows })}</p>}
          <p className="muted">
            {text("recovery-kept")} <span className="mono">{mended.keptIn}</span>
          </p>
        </div>
      </header>
      <div>
        <Button onClick={() => window.location.reload()}>{text("recovery-open")}</Button>
      </div>
    </div>
  );
}
