//! Files of messages: kept beside the database by content, fetched from where platforms keep them, served to whoever needs them.
//!
//! A file is entered in the store under a [`FileId`] when the message that names it is kept; its bytes lie in the data folder's `files`,
//! sealed, under the digest of their content. They are never whole in memory.

use std::path::Path;

use bytes::Bytes;
use futures_util::stream::BoxStream;

use crate::domain::{FileId, Timestamp};
use crate::error::{Error, Result};
use crate::store::{FilePlace, StoredFile};

/// The largest file, in bytes.
pub const FILE_LIMIT: u64 = 40 << 20;

/// First part of the path of every file's address.
pub const FILES: &str = "/file/";

/// The files of a data folder.
#[derive(Debug)]
pub(crate) struct Files {}

impl Files {
    /// The files of that data folder; makes the folder for them.
    pub(crate) fn open(_folder: &Path, _store: &crate::store::Store) -> Result<Self> {
        Ok(Self {})
    }

    /// Writes a file to the disk as it comes and says where it is; synced when this returns. Errors: SIZE-01 beyond the limit, what the
    /// stream says, DB-03 when the disk is full.
    pub(crate) async fn keep(&self, _bytes: BoxStream<'_, Result<Bytes>>) -> Result<FilePlace> {
        Err(Error::unexpected("keeping a file", &"not there yet"))
    }

    /// The bytes of a file that is here, in pieces. Errors: FILE-01 when it is not here, DB-02 when it is damaged.
    pub(crate) async fn read(&self, _file: &StoredFile) -> Result<BoxStream<'static, Result<Bytes>>> {
        Err(Error::unexpected("reading a file", &"not there yet"))
    }

    /// The address under which the relay serves a file for a while from now, below `base`.
    pub(crate) fn url(&self, base: &str, id: FileId, name: &str, hours: u32, now: Timestamp) -> String {
        let _ = (hours, now);
        format!("{base}{FILES}{id}/{name}")
    }
}
