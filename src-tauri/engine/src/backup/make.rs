//! A backup of a data folder in use.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use super::container::{Head, Stretch, Writer};
use crate::domain::{Code, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::schema::{BackupInside, HistoryWhat};
use crate::secret::Secret;
use crate::store::copies::{DATABASES, Versions};

/// The name of the entry that is the data key.
pub(super) const KEY: &str = "key";
/// What the names of entries that are files of messages begin with.
pub(super) const FILES: &str = "files/";

/// A file that goes with this value unless it is kept.
#[derive(Debug)]
pub(crate) struct Passing(PathBuf);

impl Passing {
    /// One that is about to be made.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        if let Err(cause) = fs::remove_file(&self.0)
            && cause.kind() != std::io::ErrorKind::NotFound
            && let Err(cause) = fs::remove_dir_all(&self.0)
        {
            tracing::debug!(%cause, "Something that was made in passing is left.");
        }
    }
}

/// Writes a backup to `to`. Errors: KEY-01 or KEY-02 when the data key cannot be read, DB-03, BACK-05 when nothing can be written there.
pub(crate) async fn make(
    engine: &Engine,
    to: &Path,
    password: Option<Secret>,
    with_files: bool,
) -> Result<()> {
    let folder = engine.store.folder().to_owned();
    let (fingerprint, key) = {
        let store = engine.store.clone();
        blocking(move || store.data_key()).await?
    };
    let now = engine.clock.now();
    let copies = Passing::new(folder.join(format!("copy-{}.part", Secret::random(6).expose())));
    fs::create_dir_all(copies.path()).map_err(no_room)?;
    engine.store.copy_databases(copies.path().to_owned()).await?;
    let counts = engine.store.count_history(vec![HistoryWhat::Conversations], now.plus_ms(60_000)).await?;
    let inside = BackupInside {
        at: now,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        locked: password.is_some(),
        files: with_files,
        channels: engine.channels().len() as u64,
        conversations: counts.conversations,
        messages: counts.messages,
        waiting: counts.waiting,
    };
    let Versions { settings, journal } = Versions::ours();
    let stretch = password.as_ref().map(|_| Stretch::new());
    let head = Head { inside, settings, journal, fingerprint, stretch };
    let to = to.to_owned();
    blocking(move || {
        let file = File::create(&to).map_err(no_room)?;
        let mut writer = Writer::new(BufWriter::new(file), &head, password.as_ref())?;
        for name in DATABASES {
            writer.entry(name, File::open(copies.path().join(name)).map_err(no_room)?)?;
        }
        if password.is_some() {
            writer.entry(KEY, &key[..])?;
        }
        if with_files {
            put_files(&mut writer, &folder.join("files"))?;
        }
        let file = writer.end()?.into_inner().map_err(|cause| no_room(cause.into_error()))?;
        file.sync_all().map_err(no_room)
    })
    .await
}

/// Every file of a message, under the name it has on the disk.
fn put_files<W: std::io::Write>(writer: &mut Writer<W>, folder: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let Some(name) = name.to_str().filter(|name| is_digest(name)) else { continue };
        // It may have gone since.
        if let Ok(file) = File::open(&path) {
            writer.entry(&format!("{FILES}{name}"), file)?;
        }
    }
    Ok(())
}

/// Whether that is a name of ours for a file.
pub(super) fn is_digest(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// The name of a backup made then.
pub(crate) fn name(at: Timestamp) -> String {
    format!("switchboard-{}.{}", at.in_a_name(), super::ENDING)
}

pub(super) fn no_room(cause: std::io::Error) -> Error {
    match cause.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::new(Code::Db03),
        std::io::ErrorKind::PermissionDenied
        | std::io::ErrorKind::NotFound
        | std::io::ErrorKind::ReadOnlyFilesystem
        | std::io::ErrorKind::NotADirectory => {
            tracing::warn!(%cause, "A backup cannot be written.");
            Error::new(Code::Back05)
        }
        _ => Error::unexpected("writing a backup", &cause),
    }
}

pub(super) async fn blocking<T: Send + 'static>(
    step: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(step).await.map_err(|cause| Error::unexpected("using the disk", &cause))?
}
