//! Where the data key lives: the system's keychain, or, where there is none, a file only this user can read.
//!
//! The folder records where (`key.json`, with the key's fingerprint). No new key is made while one is recorded or data is there: what the
//! old one sealed would be lost behind it. A key that cannot be read, or is another one, is no error of opening the folder. The app
//! starts and shows what lies open (settings, the log's rows); nothing new is taken meanwhile, for what cannot be sealed may not be
//! kept: callers are told to come back.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::seal::Seal;
use crate::domain::Code;
use crate::error::{Error, Result};
use crate::schema::KeyHome;
use crate::secret::Secret;

/// The keychain may wait for a person; the app's start may not.
const PATIENCE: Duration = Duration::from_secs(5);

/// 256 bits.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// What the folder records.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    home: KeyHome,
    fingerprint: String,
    /// The keychain's entry: its service and its account, one for each folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<(String, String)>,
}

/// Where the key lives, and the key or why it cannot be read.
pub(super) struct Found {
    pub(super) home: KeyHome,
    pub(super) key: Result<Key>,
}

/// Finds the folder's key, or makes one for a folder without data. Blocks, 10 s at most.
pub(super) fn find(folder: &Path, options: &super::OpenOptions, has_data: bool) -> Result<Found> {
    match fs::read(folder.join("key.json")) {
        Ok(record) => {
            let record: Record = serde_json::from_slice(&record).map_err(|cause| damaged(&cause))?;
            let key = match &record.entry {
                Some((service, account)) if record.home == KeyHome::Keychain => {
                    from_keychain(service, account)
                }
                _ => read_file(folder),
            };
            let key = key.and_then(|key| {
                if Seal::fingerprint(&key) == record.fingerprint {
                    Ok(key)
                } else {
                    Err(Error::new(Code::Key02))
                }
            });
            Ok(Found { home: record.home, key })
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => first(folder, options, has_data),
        Err(cause) => Err(damaged(&cause)),
    }
}

/// The key of a folder that has one recorded. Blocks, 5 s at most. Errors: why it cannot be read.
pub(super) fn again(folder: &Path) -> Result<Key> {
    find(folder, &super::OpenOptions::default(), true)?.key
}

/// The first start of a folder; or one that ended between the key and its record, whose key file is taken on.
fn first(folder: &Path, options: &super::OpenOptions, has_data: bool) -> Result<Found> {
    if let Ok(key) = read_file(folder) {
        record(folder, KeyHome::File, &key, None)?;
        return Ok(Found { home: KeyHome::File, key: Ok(key) });
    }
    if has_data {
        return Ok(Found { home: KeyHome::File, key: Err(Error::new(Code::Key01)) });
    }
    let mut key = Key::default();
    getrandom::fill(&mut *key).map_err(|cause| Error::unexpected("reading randomness", &cause))?;
    if !options.key_file {
        let service = options.keychain_service.clone().unwrap_or_else(|| "switchboard".to_owned());
        let account = Secret::random(9).expose().to_owned();
        if to_keychain(&service, &account, &key).is_ok() {
            record(folder, KeyHome::Keychain, &key, Some((service, account)))?;
            return Ok(Found { home: KeyHome::Keychain, key: Ok(key) });
        }
        tracing::info!("No keychain answers: the key is kept in a file.");
    }
    write(&folder.join("data.key"), STANDARD.encode(&key[..]).as_bytes())?;
    record(folder, KeyHome::File, &key, None)?;
    Ok(Found { home: KeyHome::File, key: Ok(key) })
}

/// The key of a folder and its fingerprint, read anew. Blocks, 5 s at most.
pub(super) fn current(folder: &Path) -> Result<(String, Key)> {
    let options = super::OpenOptions::default();
    let key = find(folder, &options, true)?.key?;
    Ok((Seal::fingerprint(&key), key))
}

/// The fingerprint of the key a folder goes by.
pub(super) fn recorded(folder: &Path) -> Option<String> {
    let record: Record = serde_json::from_slice(&fs::read(folder.join("key.json")).ok()?).ok()?;
    Some(record.fingerprint)
}

/// Puts a key into a folder, kept in a file.
pub(super) fn put(folder: &Path, key: &[u8; 32]) -> Result<()> {
    let key = Zeroizing::new(*key);
    write(&folder.join("data.key"), STANDARD.encode(&key[..]).as_bytes())?;
    record(folder, KeyHome::File, &key, None)
}

fn record(folder: &Path, home: KeyHome, key: &Key, entry: Option<(String, String)>) -> Result<()> {
    let record = Record { home, fingerprint: Seal::fingerprint(key), entry };
    write(&folder.join("key.json"), &serde_json::to_vec(&record).map_err(|cause| damaged(&cause))?)
}

fn from_keychain(service: &str, account: &str) -> Result<Key> {
    let (service, account) = (service.to_owned(), account.to_owned());
    let secret = ask(move || keyring::Entry::new(&service, &account)?.get_secret().map(Zeroizing::new))?;
    from_text(&secret)
}

fn to_keychain(service: &str, account: &str, key: &Key) -> Result<()> {
    let (service, account) = (service.to_owned(), account.to_owned());
    let text = Zeroizing::new(STANDARD.encode(&key[..]));
    ask(move || {
        let entry = keyring::Entry::new(&service, &account)?;
        entry.set_secret(text.as_bytes())?;
        // A keychain that forgets at once is none.
        if entry.get_secret()? == text.as_bytes() { Ok(()) } else { Err(keyring::Error::NoEntry) }
    })
}

/// Asks the keychain on a thread of its own: it may wait for somebody to type a password, and it brings its own runtime. KEY-01 when it
/// does not answer in time, is locked or has no such entry.
fn ask<T: Send + 'static>(question: impl FnOnce() -> keyring::Result<T> + Send + 'static) -> Result<T> {
    let (tell, answer) = mpsc::channel();
    std::thread::Builder::new()
        .name("keychain".to_owned())
        // Whoever asked may have given up waiting.
        .spawn(move || drop(tell.send(question())))
        .map_err(|cause| Error::unexpected("asking the keychain", &cause))?;
    match answer.recv_timeout(PATIENCE) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(cause)) => {
            tracing::warn!(%cause, "The keychain cannot be used.");
            Err(Error::new(Code::Key01))
        }
        Err(_) => {
            tracing::warn!("The keychain does not answer.");
            Err(Error::new(Code::Key01))
        }
    }
}

fn read_file(folder: &Path) -> Result<Key> {
    from_text(&Zeroizing::new(fs::read(folder.join("data.key")).map_err(|_| Error::new(Code::Key01))?))
}

fn from_text(text: &[u8]) -> Result<Key> {
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
    write().map_err(|cause: io::Error| Error::unexpected("writing the key", &cause))
}

fn damaged(cause: &dyn std::fmt::Display) -> Error {
    Error::unexpected("reading where the key lives", cause)
}
