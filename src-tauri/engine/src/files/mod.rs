//! Files of messages: kept beside the database by content, fetched from where platforms keep them, served to whoever needs them.
//!
//! A file is entered in the store under a [`FileId`] when the message that names it is kept; its bytes lie in the data folder's `files`,
//! sealed, under the digest of their content. They are never whole in memory.
//!
//! | file | what it is |
//! | --- | --- |
//! | `sealed` | one file on the disk, in pieces |
//! | `address` | addresses nobody can guess; pure |
//! | `guard` | from where files may be fetched; pure |
//! | `fetch` | fetches them |
//! | `picture` | pictures of people |
//! | `tidy` | removes what nothing names any more |

mod address;
mod fetch;
mod guard;
mod picture;
mod sealed;
mod tidy;

use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{BoxStream, try_unfold};
use tokio::sync::Notify;

use crate::domain::{ChannelId, Code, Event, EventKind, FileId, Timestamp};
use crate::error::{Error, Result};
use crate::platforms::outbox::file_name;
use crate::store::{FilePlace, NewFile, Store, StoredFile, off_runtime};

pub(crate) use fetch::run;
pub(crate) use picture::{fetch_pictures, picture};
pub(crate) use tidy::tidy;

use address::Signer;
use picture::Pictures;
use sealed::{Keys, PART, PIECE, Reader, Writer};

/// The largest file, in bytes.
pub(crate) const FILE_LIMIT: u64 = 40 << 20;

/// The type of a file of which nobody knows it.
const UNKNOWN_TYPE: &str = "application/octet-stream";

/// The files of a data folder. Without the data key nothing can be kept, read or given an address: all of it fails with the key's error.
#[derive(Debug)]
pub(crate) struct Files {
    folder: PathBuf,
    keys: RwLock<Result<(Arc<Keys>, Arc<Signer>)>>,
    /// There may be files to fetch.
    due: Notify,
    /// A file was fetched, or given up.
    moved: Notify,
    /// Held while a file gets its name, or loses it.
    placing: Arc<Mutex<()>>,
    pictures: Pictures,
}

impl Files {
    /// The files of that data folder; makes the folder for them.
    pub(crate) fn open(folder: &Path, store: &Store) -> Result<Self> {
        let folder = folder.join("files");
        make(&folder).map_err(|cause| Error::unexpected("making the folder for files", &cause))?;
        Ok(Self {
            folder,
            keys: RwLock::new(keys(store)),
            due: Notify::new(),
            moved: Notify::new(),
            placing: Arc::default(),
            pictures: Pictures::default(),
        })
    }

    /// The data key can be read by now.
    pub(crate) fn unlock(&self, store: &Store) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys(store);
    }

    fn both(&self) -> Result<(Arc<Keys>, Arc<Signer>)> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keys(&self) -> Result<Arc<Keys>> {
        self.both().map(|(keys, _)| keys)
    }

    fn signer(&self) -> Result<Arc<Signer>> {
        self.both().map(|(_, signer)| signer)
    }

    /// Writes a file to the disk as it comes and says where it is; synced when this returns. The same content is there once, however often
    /// it is kept. Errors: SIZE-01 beyond the limit, what the stream says, DB-03 when the disk is full, KEY-01 or KEY-02 without the key.
    pub(crate) async fn keep(&self, mut bytes: BoxStream<'_, Result<Bytes>>) -> Result<FilePlace> {
        let (keys, folder) = (self.keys()?, self.folder.clone());
        let mut writer = off_runtime(move || Writer::create(&folder, &keys)).await?;
        let (mut batch, mut waiting) = (Vec::new(), 0);
        while let Some(bytes) = bytes.next().await {
            let bytes = bytes?;
            waiting += bytes.len();
            batch.push(bytes);
            if waiting >= PIECE {
                writer = write(writer, std::mem::take(&mut batch)).await?;
                waiting = 0;
            }
        }
        writer = write(writer, batch).await?;
        let placing = Arc::clone(&self.placing);
        let (digest, size) = off_runtime(move || writer.finish(&placing)).await?;
        Ok(FilePlace::Here { digest, size })
    }

    /// The bytes of a file that is here, in pieces of at most 64 KiB. Errors: FILE-01 when it is not here, DB-02 when it is damaged (also in
    /// the midst of it, before its last piece), KEY-01 or KEY-02 without the key.
    pub(crate) async fn read(&self, file: &StoredFile) -> Result<BoxStream<'static, Result<Bytes>>> {
        let FilePlace::Here { digest, size } = file.place.clone() else {
            return Err(Error::new(Code::File01));
        };
        let (keys, folder) = (self.keys()?, self.folder.clone());
        let reader = off_runtime(move || Reader::open(&folder, &keys, &digest, size)).await?;
        let pieces = try_unfold(reader, |mut reader| async move {
            let (piece, reader) = off_runtime(move || Ok((reader.next()?, reader))).await?;
            Ok(piece.map(|piece| (piece, reader)))
        });
        Ok(pieces.boxed())
    }

    /// Which file a path is the address of; none for a wrong one or one whose time is over. Errors: KEY-01 or KEY-02 without the key.
    pub(crate) fn recognise(&self, path: &str, now: Timestamp) -> Result<Option<FileId>> {
        Ok(self.signer()?.recognise(path, now))
    }

    /// The file as it stands, once it was fetched or given up, or that long has passed. None when it is not known.
    pub(crate) async fn arrived(
        &self,
        store: &Store,
        id: FileId,
        patience: Duration,
    ) -> Result<Option<StoredFile>> {
        let mut late = pin!(tokio::time::sleep(patience));
        loop {
            let mut moved = pin!(self.moved.notified());
            // Told of what happens from here on, so that nothing is missed between looking and waiting.
            moved.as_mut().enable();
            let file = store.files(&[id]).await?.pop();
            if !file.as_ref().is_some_and(|file| matches!(file.place, FilePlace::There(_))) {
                return Ok(file);
            }
            tokio::select! {
                () = moved => {}
                () = late.as_mut() => return Ok(file),
            }
        }
    }

    /// Says that there may be files to fetch. Never waits.
    pub(crate) fn wake(&self) {
        self.due.notify_one();
    }

    /// The address under which the relay serves a file for so many hours from now, below `base`. Errors: KEY-01 or KEY-02 without the key.
    pub(crate) fn url(
        &self,
        base: &str,
        id: FileId,
        name: &str,
        hours: u32,
        now: Timestamp,
    ) -> Result<String> {
        Ok(format!("{base}{}", self.signer()?.path(id, name, hours, now)))
    }
}

/// Gives every file of an event's messages an identifier of ours, by which other channels and screens name it too, and tells where each is
/// to be fetched. Only for what is said for the first time: what became of a message later brings no files of its own. A place on the map
/// is no file, and neither is anything else that has no address on the web.
pub(crate) fn name(store: &Store, channel: ChannelId, event: &mut Event, named: &mut Vec<NewFile>) {
    if !matches!(event.kind, EventKind::MessageReceived | EventKind::MessageSent | EventKind::NoteCreated) {
        return;
    }
    let files = event.message.iter_mut().flat_map(|message| &mut message.files);
    for file in files.filter(|file| file.id.is_none() && is_on_the_web(&file.url)) {
        let id = store.new_id();
        file.id = Some(id);
        named.push(NewFile {
            id,
            channel,
            name: file_name(&file.name),
            content_type: content_type_of(&file.name, file.content_type.clone()),
            place: FilePlace::There(file.url.clone()),
        });
    }
}

/// A file's type, as it is given or as its name tells: platforms choose by it how they show a file.
pub(crate) fn content_type_of(name: &str, given: Option<String>) -> Option<String> {
    let is_type = |kind: &String| kind.contains('/') && kind.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let given = given.filter(|kind| is_type(kind) && kind != UNKNOWN_TYPE);
    given.or_else(|| mime_guess::from_path(name).first_raw().map(str::to_owned))
}

fn is_on_the_web(url: &str) -> bool {
    let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

async fn write(mut writer: Writer, batch: Vec<Bytes>) -> Result<Writer> {
    off_runtime(move || {
        batch.iter().try_for_each(|bytes| writer.write(bytes))?;
        Ok(writer)
    })
    .await
}

/// Makes the folder, for this user alone, and clears away what was being written when the program last ended.
fn make(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == PART) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

/// What is derived from the data key. Errors: KEY-01 or KEY-02 without it.
fn keys(store: &Store) -> Result<(Arc<Keys>, Arc<Signer>)> {
    let sealing = store.derived_key("Switchboard 2026 file sealing")?;
    let digest = store.derived_key("Switchboard 2026 file digest")?;
    let signer = Signer::new(store.derived_key("Switchboard 2026 file addresses")?);
    Ok((Arc::new(Keys { sealing, digest }), Arc::new(signer)))
}
