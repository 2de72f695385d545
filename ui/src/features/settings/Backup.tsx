/** Backups of everything, and the settings as a file for another computer. */
import { Button, Checkbox, FileButton, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useBackend } from "../../app/backend";
import { useCommand } from "../../app/queries";
import type { BackendError, BackupInspected, BackupView } from "../../backend";
import { Icon } from "../../components/icons";
import { Moment } from "../../components/Moment";
import { Question } from "../../components/Question";
import { TroubleNote } from "../../components/Trouble";
import { useWords } from "../../strings/text";
import { Group, Line, Place, useEdit } from "./edit";
import { KnownPassword } from "./Password";
import { SaveSealed } from "./SaveSealed";
import css from "./settings.module.css";
import { ExportSettings, ImportSettings } from "./Transfer";

/** To make one, to have one made every day, to go back to one, and to take the settings elsewhere. */
export function Backup() {
  const { text } = useWords();
  const { settings, atOnce } = useEdit();
  return (
    <>
      <Group title={text("backup-create")}>
        <Place name="backup-create">
          <CreateBackup />
        </Place>
      </Group>
      <Group title={text("backup-every-day")}>
        <Place name="field-backup-daily">
          <Switch
            label={text("field-backup-daily")}
            description={text("field-backup-daily.help")}
            checked={settings.backupDaily}
            onChange={(event) => atOnce({ backupDaily: event.currentTarget.checked })}
          />
        </Place>
        <DailyState />
        {settings.backupDaily && (
          <div className={css.pair}>
            <Line field="backupKeep" />
            <Line field="backupFolder" mono placeholder="/media/backup" />
          </div>
        )}
      </Group>
      <Group title={text("backup-restore")}>
        <Place name="backup-restore">
          <Backups />
        </Place>
      </Group>
      <Group title={text("transfer-export")}>
        <Place name="transfer-export">
          <ExportSettings />
        </Place>
      </Group>
      <Group title={text("transfer-import")}>
        <Place name="transfer-import">
          <ImportSettings />
        </Place>
      </Group>
    </>
  );
}

/** When the last one was made, and why the next one could not be. */
function DailyState() {
  const { text, format, trouble, remedy } = useWords();
  const backend = useBackend();
  const state = useQuery({
    queryKey: ["backups", "daily"],
    queryFn: () => backend.call("backup.daily", {}),
    networkMode: "always",
  }).data;
  if (!state) return null;
  const { last, failedAt, error } = state;
  return (
    <div role="status">
      <p className="muted">
        {last === null ? text("backup-daily-none") : text("backup-daily-last", { when: format.exact(last) })}
      </p>
      {error && failedAt !== null && (
        <p className={css.note}>
          <Icon name="warning" /> {text("backup-daily-failed", { when: format.exact(failedAt) })} {trouble(error)}{" "}
          {remedy(error)}
        </p>
      )}
    </div>
  );
}

function CreateBackup() {
  const { text } = useWords();
  const [withFiles, setWithFiles] = useState(true);
  return (
    <div className="stack">
      <p className="muted">{text("backup-create.help")}</p>
      <SaveSealed
        words={{
          open: "backup-password-none",
          sealed: "backup-password-some",
          save: "backup-save",
          saved: "backup-saved",
        }}
        variant="filled"
        make={(backend, seal) => backend.call("backup.create", { withoutFiles: !withFiles, ...seal })}
      >
        <Checkbox
          label={text("backup-with-files")}
          checked={withFiles}
          onChange={(event) => setWithFiles(event.currentTarget.checked)}
        />
      </SaveSealed>
    </div>
  );
}

/** Every copy on this computer, and the way in for one from elsewhere. */
function Backups() {
  const { text } = useWords();
  const backend = useBackend();
  const queries = useQueryClient();
  const all = useQuery({
    queryKey: ["backups"],
    queryFn: () => backend.call("backup.list", {}),
    networkMode: "always",
  });
  const now = useCommand("backup.now", ["backups", "usage", "problems", "status"], "shown");
  const inspect = useCommand("backup.inspect", [], "shown");
  const [chosen, setChosen] = useState<BackupInspected>();
  const [removing, setRemoving] = useState<BackupView>();
  const bring = useMutation<BackupInspected | undefined, BackendError, File | undefined>({
    networkMode: "always",
    mutationFn: (file) => backend.bringBackup(file),
    onSuccess: (found) => {
      setChosen(found);
      return queries.invalidateQueries({ queryKey: ["backups"] });
    },
  });
  const error = all.error ?? bring.error ?? inspect.error ?? now.error;
  return (
    <div className="stack">
      <p className="muted">{text("backup-restore.help")}</p>
      {error && <TroubleNote trouble={error} />}
      {all.data?.length === 0 && <p>{text("backup-none")}</p>}
      {all.data && all.data.length > 0 && (
        <ul className={css.rows} aria-label={text("backup-list")}>
          {all.data.map((one) => (
            <BackupRow
              key={one.path}
              backup={one}
              busy={inspect.isPending && inspect.variables.name === one.name}
              restore={() => inspect.mutate({ name: one.name }, { onSuccess: setChosen })}
              remove={() => setRemoving(one)}
            />
          ))}
        </ul>
      )}
      <div className="row wrap">
        <Button variant="default" loading={now.isPending} onClick={() => now.mutate({})}>
          {text("backup-now")}
        </Button>
        {backend.kind === "window" ? (
          <Button variant="default" loading={bring.isPending} onClick={() => bring.mutate(undefined)}>
            {text("backup-bring")}
          </Button>
        ) : (
          <FileButton accept=".switchboard-backup" onChange={(file) => file && bring.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={bring.isPending} {...props}>
                {text("backup-bring")}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      {chosen && <RestoreQuestion found={chosen} onClose={() => setChosen(undefined)} />}
      {removing && <RemoveQuestion backup={removing} onClose={() => setRemoving(undefined)} />}
    </div>
  );
}

function BackupRow({
  backup,
  busy,
  restore,
  remove,
}: {
  backup: BackupView;
  busy: boolean;
  restore: () => void;
  remove: () => void;
}) {
  const { text, format } = useWords();
  const when = format.exact(backup.at);
  return (
    <li className={css.rowOf}>
      <span className="grow" style={{ minWidth: 0 }}>
        <Moment at={backup.at} /> · {text(`backup-kind-${backup.kind}`)} ·{" "}
        <span className="figures">{format.size(backup.size)}</span>
        <span className="mono muted clip" style={{ display: "block" }} title={backup.path}>
          {backup.name}
        </span>
      </span>
      {backup.kind === "update" ? (
        <span className="small muted">{text("backup-update-hint")}</span>
      ) : (
        <>
          <Button
            variant="default"
            size="compact-sm"
            loading={busy}
            aria-label={text("backup-restore-of", { when })}
            onClick={restore}
          >
            {text("backup-restore-button")}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            color="gray"
            aria-label={text("backup-delete-of", { when })}
            onClick={remove}
          >
            {text("backup-delete")}
          </Button>
        </>
      )}
    </li>
  );
}

/** What is in it, what becomes of what is here, and its password where it has one. */
function RestoreQuestion({ found: { backup, inside }, onClose }: { found: BackupInspected; onClose: () => void }) {
  const { text, format } = useWords();
  const [password, setPassword] = useState("");
  const restore = useCommand("backup.restore", ["status"], "shown");
  const restart = useCommand("relay.restart", [], "shown");
  if (restore.data)
    return (
      <Question onClose={onClose} title={text("backup-ready")}>
        <p className={css.note} role="status">
          <Icon name="note" /> {text("backup-restart")}
        </p>
        <p>
          {text("backup-kept")} <span className="mono">{restore.data.keptIn}</span>
        </p>
        {restart.error && <TroubleNote trouble={restart.error} />}
        <div className="row wrap">
          <Button
            loading={restart.isPending}
            // Everything is read anew, by a page that knows nothing of before.
            onClick={() => restart.mutate({}, { onSettled: () => window.location.reload() })}
          >
            {text("backup-restart-now")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text("backup-restart-later")}
          </Button>
        </div>
      </Question>
    );
  return (
    <Question onClose={onClose} title={text("backup-question", { when: format.exact(inside.at) })}>
      <dl className={css.facts}>
        <dt className="muted">{text("backup-inside")}</dt>
        <dd>
          {format.list([
            text("backup-inside-channels", { count: inside.channels }),
            text("backup-inside-conversations", { count: inside.conversations }),
            text("backup-inside-messages", { count: inside.messages }),
          ])}
        </dd>
        <dt className="muted">{text("backup-inside-files")}</dt>
        <dd>{text(inside.files ? "backup-files-yes" : "backup-files-no")}</dd>
        <dt className="muted">{text("about-version")}</dt>
        <dd className="figures">{inside.version}</dd>
      </dl>
      <p>{text("backup-consequence")}</p>
      {inside.waiting > 0 && <p>{text("backup-waiting", { count: inside.waiting })}</p>}
      {!inside.locked && <p className="muted">{text("backup-own-computer")}</p>}
      {inside.locked && <KnownPassword value={password} onChange={setPassword} label={text("backup-password")} />}
      {restore.error && <TroubleNote trouble={restore.error} />}
      <div className="row wrap">
        <Button
          color="red"
          disabled={inside.locked && password === ""}
          loading={restore.isPending}
          onClick={() => restore.mutate({ name: backup.name, ...(inside.locked ? { password } : {}) })}
        >
          {text("backup-restore-confirm")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text("backup-keep-data")}
        </Button>
      </div>
    </Question>
  );
}

function RemoveQuestion({ backup, onClose }: { backup: BackupView; onClose: () => void }) {
  const { text, format } = useWords();
  const remove = useCommand("backup.delete", ["backups", "usage"], "shown");
  return (
    <Question onClose={onClose} title={text("backup-delete-question", { when: format.exact(backup.at) })}>
      <p>{text("backup-delete-consequence")}</p>
      {remove.error && <TroubleNote trouble={remove.error} />}
      <div className="row wrap">
        <Button
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate({ name: backup.name }, { onSuccess: onClose })}
        >
          {text("backup-delete-confirm")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text("backup-delete-keep")}
        </Button>
      </div>
    </Question>
  );
}
