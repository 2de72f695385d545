//! The commands about a data folder that does not open: what was found, and the ways to go on.
//!
//! They run without an engine, so they know the folder and nothing of what is in it. Nothing here removes anything: what was there is kept
//! aside in the folder.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::host::Host;
use super::lately;
use crate::backup::{daily, restore};
use crate::clock::Clock;
use crate::domain::Code;
use crate::error::{Error, Result};
use crate::schema::*;
use crate::secret::Secret;
use crate::store::copies::{self, Checked, DATABASES};

impl Host {
    /// None while nothing is wrong.
    pub(super) async fn recovery_get(self: &Arc<Self>, _: Nothing) -> Result<Option<Recovery>> {
        let Err(error) = self.api().await else { return Ok(None) };
        let folder = self.arguments.folder();
        blocking(move || Ok(Some(look(&folder, error)))).await
    }

    pub(super) async fn recovery_retry(self: &Arc<Self>, _: Nothing) -> Result<Nothing> {
        self.broken()?;
        self.turn_over(async { Ok(Nothing {}) }).await
    }

    /// Errors: ID-05 when the engine runs or there is no such backup, and what restoring says.
    pub(super) async fn recovery_restore(self: &Arc<Self>, which: BackupRef) -> Result<Mended> {
        self.mend(move |folder| {
            let found = daily::find(folder, &copies::settings_left(folder), &which.name)?;
            let password = which.password.filter(|typed| !typed.is_empty()).map(Secret::new);
            let kept = restore::prepare(folder, Path::new(&found.path), password.as_ref(), Clock.now())?;
            Ok((kept, None))
        })
        .await
    }

    /// Errors: ID-05 when the engine runs, DB-02 when nothing can be read.
    pub(super) async fn recovery_rescue(self: &Arc<Self>, _: Nothing) -> Result<Mended> {
        self.mend(|folder| {
            restore::prepare_rescued(folder, Clock.now()).map(|(kept, rows)| (kept, Some(rows)))
        })
        .await
    }

    /// Errors: ID-05 when the engine runs.
    pub(super) async fn recovery_fresh(self: &Arc<Self>, _: Nothing) -> Result<Mended> {
        self.mend(|folder| Ok((restore::prepare_nothing(folder, Clock.now())?, None))).await
    }

    /// Ends the engine and starts it again: what was restored takes its place.
    pub(super) async fn relay_restart(self: &Arc<Self>, _: Nothing) -> Result<Nothing> {
        self.turn_over(async { Ok(Nothing {}) }).await
    }

    async fn mend(
        self: &Arc<Self>,
        step: impl FnOnce(&Path) -> Result<(PathBuf, Option<u64>)> + Send + 'static,
    ) -> Result<Mended> {
        if !is_mendable(&self.broken()?) {
            return Err(Error::new(Code::Id05));
        }
        let folder = self.arguments.folder();
        self.turn_over(async move {
            let (kept_in, rows) = blocking(move || step(&folder)).await?;
            Ok(Mended { kept_in: kept_in.display().to_string(), rows })
        })
        .await
    }

    /// Why the engine does not run. Errors: ID-05 when it does.
    fn broken(&self) -> Result<Error> {
        match self.started() {
            Some(Err(error)) => Ok(error),
            _ => Err(Error::new(Code::Id05)),
        }
    }
}

/// The data is there, and it is the data that is wrong.
fn is_mendable(error: &Error) -> bool {
    matches!(error.code, Code::Db02 | Code::Db04)
}

fn look(folder: &Path, error: Error) -> Recovery {
    let files: Vec<FoundFile> = DATABASES.iter().map(|name| found(folder, name)).collect();
    let backups = daily::list(folder, &copies::settings_left(folder));
    let report = report(folder, &error, &files, backups.len());
    Recovery {
        mendable: is_mendable(&error),
        error,
        folder: folder.display().to_string(),
        files,
        backups,
        report,
    }
}

fn found(folder: &Path, name: &str) -> FoundFile {
    let path = folder.join(name);
    let size = fs::metadata(&path).map(|file| file.len());
    let soundness = match (&size, copies::check(&path, copies::LONG)) {
        (Err(_), _) => FileSoundness::Missing,
        (Ok(_), Checked::Sound) => FileSoundness::Sound,
        (Ok(_), Checked::Damaged(_)) => FileSoundness::Damaged,
        (Ok(_), Checked::TooLarge) => FileSoundness::NotLooked,
    };
    FoundFile { name: name.to_owned(), size: size.unwrap_or(0), soundness }
}

/// Holds no secret and no message, by what it is put together from.
fn report(folder: &Path, error: &Error, files: &[FoundFile], backups: usize) -> String {
    let mut text = format!(
        "Switchboard {}\nFolder: {}\n{} {}\n",
        env!("CARGO_PKG_VERSION"),
        folder.display(),
        error.code.name(),
        error.message
    );
    for file in files {
        // Writing to a text does not fail.
        let _ = writeln!(text, "{}: {:?}, {} bytes", file.name, file.soundness, file.size);
    }
    let _ = write!(text, "Backups: {backups}\n\n{}", lately::lines().join("\n"));
    text
}

async fn blocking<T: Send + 'static>(step: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(step).await.map_err(|cause| Error::unexpected("using the disk", &cause))?
}
