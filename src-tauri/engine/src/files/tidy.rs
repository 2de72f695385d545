//! Removes the bytes that no file names any more.
//!
//! The store forgets files as the log and the conversations grow old; what they held lies here until somebody looks. A file is on the disk
//! before the commit that names it, so what was written a moment ago is left alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use super::Files;
use super::sealed::PART;
use crate::domain::Timestamp;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::store::{Store, off_runtime};

/// How often to look.
const EVERY: Duration = Duration::from_secs(3_600);
/// Written so long ago at least, in ms: longer than the largest file is on its way.
const OLD_MS: i64 = 3_600_000;
/// So many are asked about at once.
const BATCH: usize = 500;

/// Looks now and every hour, until the engine stops.
pub(crate) async fn tidy(engine: Arc<Engine>) {
    let stopping = engine.stopping();
    loop {
        match engine.files.remove_unused(&engine.store, engine.clock.now()).await {
            Ok(0) => {}
            Ok(removed) => tracing::info!(removed, "Files that nothing names any more are gone."),
            Err(error) => tracing::warn!(%error, "Files that nothing names any more could not be removed."),
        }
        tokio::select! {
            () = stopping.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

impl Files {
    /// Removes these at once where nothing names them any more, unless they were written again after `begun`. Of the others sees
    /// [`tidy`].
    pub(crate) async fn remove_erased(
        &self,
        store: &Store,
        digests: Vec<String>,
        begun: Timestamp,
    ) -> Result<()> {
        let unused = store.unused_files(digests).await?;
        let (folder, placing) = (self.folder.clone(), Arc::clone(&self.placing));
        off_runtime(move || Ok(remove(&folder, &unused, begun, &placing))).await.map(drop)
    }

    /// Removes at once what nothing names any more, unless it was written just now.
    pub(crate) async fn remove_left(&self, store: &Store) -> Result<usize> {
        /// Longer than it takes from keeping a file to entering it, in ms.
        const JUST_NOW_MS: i64 = 10 * 60 * 1_000;
        self.remove_before(store, crate::clock::Clock.now().plus_ms(-JUST_NOW_MS)).await
    }

    /// Removes what was written long before `now` and is named by nothing. Gives how many.
    pub(super) async fn remove_unused(&self, store: &Store, now: Timestamp) -> Result<usize> {
        self.remove_before(store, now.plus_ms(-OLD_MS)).await
    }

    async fn remove_before(&self, store: &Store, before: Timestamp) -> Result<usize> {
        let folder = self.folder.clone();
        let old = off_runtime(move || old(&folder, before)).await?;
        let mut removed = 0;
        for batch in old.chunks(BATCH) {
            let unused = store.unused_files(batch.to_vec()).await?;
            let (folder, placing) = (self.folder.clone(), Arc::clone(&self.placing));
            removed += off_runtime(move || Ok(remove(&folder, &unused, before, &placing))).await?;
        }
        Ok(removed)
    }
}

fn failed(cause: std::io::Error) -> Error {
    Error::unexpected("looking through the files", &cause)
}

/// The names of files written before that time.
fn old(folder: &Path, before: Timestamp) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_none_or(|extension| extension != PART) && is_old(&path, before) {
            names.extend(path.file_name().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    Ok(names)
}

fn is_old(path: &Path, before: Timestamp) -> bool {
    let written = fs::metadata(path).and_then(|file| file.modified()).ok();
    let written = written.and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    written.is_some_and(|since| i64::try_from(since.as_millis()).is_ok_and(|at| at < before.0))
}

fn remove(folder: &Path, names: &[String], before: Timestamp, placing: &Mutex<()>) -> usize {
    let gone = |path: &PathBuf| {
        // The same content may have been written again since somebody asked.
        let _placing = placing.lock().unwrap_or_else(PoisonError::into_inner);
        is_old(path, before) && fs::remove_file(path).is_ok()
    };
    names.iter().map(|name| folder.join(name)).filter(gone).count()
}
