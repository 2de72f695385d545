//! The commands about backups, and backups that are brought in.

use std::fs;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;

use super::Api;
use crate::backup::make::Passing;
use crate::backup::{self, ENDING, daily, make, restore};
use crate::error::{Error, Result};
use crate::export::{self, Stored};
use crate::schema::*;
use crate::secret::Secret;

impl Api {
    pub(super) async fn backup_list(&self, _: Nothing) -> Result<Vec<BackupView>> {
        let (data, settings) = (self.data_folder.clone(), self.engine.settings());
        blocking(move || Ok(daily::list(&data, &settings))).await
    }

    pub(super) async fn backup_create(&self, request: BackupRequest) -> Result<ExportView> {
        let password = backup::password(request.password)?;
        let folder = self.backups()?;
        let part = Passing::new(folder.join(format!("made-{}.part", Secret::random(6).expose())));
        make::make(&self.engine, part.path(), password, !request.without_files).await?;
        let name = make::name(self.engine.clock.now());
        let stored = Stored::file(part)?;
        let kind = (name, "application/octet-stream");
        Ok(export::offer(&self.engine, &self.exports, &self.ending, kind, stored))
    }

    pub(super) async fn backup_now(&self, _: Nothing) -> Result<BackupView> {
        daily::make_now(&self.engine).await
    }

    pub(super) async fn backup_inspect(&self, which: BackupRef) -> Result<BackupInspected> {
        let (data, settings) = (self.data_folder.clone(), self.engine.settings());
        blocking(move || inspected(daily::find(&data, &settings, &which.name)?)).await
    }

    pub(super) async fn backup_restore(&self, which: BackupRef) -> Result<Restored> {
        let (data, settings, now) =
            (self.data_folder.clone(), self.engine.settings(), self.engine.clock.now());
        let mut ready = self.restore_ready.lock().await;
        let (from, kept) = blocking(move || {
            let found = daily::find(&data, &settings, &which.name)?;
            let from = restore::inspect(Path::new(&found.path))?.at;
            let password = which.password.filter(|typed| !typed.is_empty()).map(Secret::new);
            Ok((from, restore::prepare(&data, Path::new(&found.path), password.as_ref(), now)?))
        })
        .await?;
        *ready = Some(RestoreReady { at: now, from });
        Ok(Restored { restart_needed: true, kept_in: kept.display().to_string() })
    }

    /// Everything stays as it is at the next start. Nothing to call off is no error.
    pub(super) async fn backup_call_off(&self, _: Nothing) -> Result<Nothing> {
        let mut ready = self.restore_ready.lock().await;
        let data = self.data_folder.clone();
        blocking(move || restore::call_off(&data)).await?;
        *ready = None;
        Ok(Nothing {})
    }

    pub(super) async fn backup_daily(&self, _: Nothing) -> Result<DailyBackup> {
        let (data, settings) = (self.data_folder.clone(), self.engine.settings());
        let last = blocking(move || Ok(daily::last(&daily::folder(&data, &settings)))).await?;
        let (failed_at, error) = daily::failure(&self.engine).await?.unzip();
        Ok(DailyBackup { last, failed_at, error })
    }

    pub(super) async fn backup_delete(&self, which: BackupRef) -> Result<Nothing> {
        let (data, settings) = (self.data_folder.clone(), self.engine.settings());
        blocking(move || {
            let found = daily::find(&data, &settings, &which.name)?;
            fs::remove_file(found.path).map_err(|cause| Error::unexpected("deleting a backup", &cause))?;
            Ok(Nothing {})
        })
        .await
    }

    /// Takes a backup that is brought in and says what is in it. Errors: BACK-02 it is none, BACK-03 it is newer, what the stream says,
    /// DB-03 when the disk is full.
    pub async fn put_backup(&self, mut bytes: BoxStream<'_, Result<Bytes>>) -> Result<BackupInspected> {
        use std::io::Write as _;
        let folder = self.backups()?;
        let name = format!("{}{}.{ENDING}", daily::BROUGHT, self.engine.clock.now().in_a_name());
        let (path, part) = (folder.join(&name), Passing::new(folder.join(format!("{name}.part"))));
        let failed = |cause: std::io::Error| match cause.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Error::new(crate::domain::Code::Db03)
            }
            _ => Error::unexpected("keeping a backup", &cause),
        };
        let mut file = fs::File::create(part.path()).map_err(failed)?;
        while let Some(piece) = bytes.next().await {
            let piece = piece?;
            file = blocking(move || file.write_all(&piece).map(|()| file).map_err(failed)).await?;
        }
        blocking(move || {
            file.sync_all().map_err(failed)?;
            restore::inspect(part.path())?;
            fs::rename(part.path(), &path).map_err(failed)
        })
        .await?;
        self.backup_inspect(BackupRef { name, password: None }).await
    }

    /// The folder for backups, made where it is missing.
    fn backups(&self) -> Result<PathBuf> {
        let folder = self.data_folder.join(backup::FOLDER);
        fs::create_dir_all(&folder)
            .map_err(|cause| Error::unexpected("making the folder for backups", &cause))?;
        Ok(folder)
    }
}

fn inspected(backup: BackupView) -> Result<BackupInspected> {
    let inside = restore::inspect(Path::new(&backup.path))?;
    Ok(BackupInspected { backup, inside })
}

async fn blocking<T: Send + 'static>(step: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(step).await.map_err(|cause| Error::unexpected("using the disk", &cause))?
}
