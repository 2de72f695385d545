//! Where the data key lives.
//!
//! The folder records where (`key.json`: keychain or file, and the key's fingerprint). No new key is made while one is recorded: data
//! sealed with the old one would be lost behind it. A key that cannot be read or is another one is no error of opening the folder: the
//! app starts and shows what lies open (settings, the log's rows); what needs the key says why it cannot.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::seal::Seal;
use crate::api::schema::KeyHome;
use crate::domain::Code;
use crate::error::{Error, Result};

/// 256 bits.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// What the folder records.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    home: KeyHome,
    fingerprint: String,
}

/// Where the key lives, and the key or why it cannot be read.
pub(super) struct Found {
    pub(super) home: KeyHome,
    pub(super) key: Result<Key>,
}

/// Finds the folder's key, or makes one for a folder that has none.
pub(super) fn find(folder: &Path, _options: &super::OpenOptions) -> Result<Found> {
    let path = folder.join("key.json");
    match fs::read(&path) {
        Ok(record) => {
            let record: Record = serde_json::from_slice(&record).map_err(|cause| damaged(&cause))?;
            let key = read_file(folder).and_then(|key| {
                if Seal::fingerprint(&key) == record.fingerprint { Ok(key) } else { Err(Error::new(Code::Key02)) }
            });
            Ok(Found { home: record.home, key })
        }
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            let key = new()?;
            write(&folder.join("data.key"), STANDARD.encode(&key[..]).as_bytes())?;
            let record = Record { home: KeyHome::File, fingerprint: Seal::fingerprint(&key) };
            write(&path, &serde_json::to_vec(&record).map_err(|cause| damaged(&cause))?)?;
            Ok(Found { home: KeyHome::File, key: Ok(key) })
        }
        Err(cause) => Err(damaged(&cause)),
    }
}

fn new() -> Result<Key> {
    let mut key = Key::default();
    getrandom::fill(&mut *key).map_err(|cause| Error::unexpected("reading randomness", &cause))?;
    Ok(key)
}

fn read_file(folder: &Path) -> Result<Key> {
    let absent = |_| Error::new(Code::Key01);
    let text = Zeroizing::new(fs::read(folder.join("data.key")).map_err(absent)?);
    let bytes = Zeroizing::new(STANDARD.decode(text.trim_ascii()).map_err(|_| Error::new(Code::Key02))?);
    let mut key = Key::default();
    if bytes.len() != key.len() {
        return Err(Error::new(Code::Key02));
    }
    key.copy_from_slice(&bytes);
    Ok(key)
}

/// Writes a file only this user can read, whole or not at all.
fn write(path: &Path, content: &[u8]) -> Result<()> {
    let part = path.with_extension("part");
    let write = || {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&part)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&part, path)
    };
    write().map_err(|cause: std::io::Error| Error::unexpected("writing the key", &cause))
}

fn damaged(cause: &dyn std::fmt::Display) -> Error {
    Error::unexpected("reading where the key lives", cause)
}
