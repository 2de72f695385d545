//! Copies of the databases while they are in use, and what a copy is worth: for backups, and for looking at what is damaged.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use rusqlite::{Connection, OpenFlags};

use super::{Store, keys, migrate, off_runtime};
use crate::domain::Code;
use crate::error::{Error, Result};

/// The databases that hold what nobody could give back.
pub(crate) const DATABASES: [&str; 2] = ["settings.db", "journal.db"];
/// A journal larger than this is not looked through while somebody waits.
pub(crate) const LONG: u64 = 2 << 30;

/// How far each database has been brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Versions {
    pub(crate) settings: usize,
    pub(crate) journal: usize,
}

impl Versions {
    /// Those this version of the app works with.
    pub(crate) const fn ours() -> Self {
        Self { settings: migrate::SETTINGS.len(), journal: migrate::JOURNAL.len() }
    }
}

/// What a look at a database found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Checked {
    /// Nothing is wrong with it.
    Sound,
    /// It is damaged; the first finding.
    Damaged(String),
    /// It is too large to be looked through while somebody waits.
    TooLarge,
}

impl Store {
    /// Where everything is kept.
    pub(crate) fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Writes whole copies of both databases into a folder. Intake goes on meanwhile.
    pub(crate) async fn copy_databases(&self, to: PathBuf) -> Result<()> {
        let settings = to.join(DATABASES[0]);
        self.settings_db(move |db| migrate::copy(db, &settings)).await?;
        let journal = self.0.folder.join(DATABASES[1]);
        off_runtime(move || migrate::copy(&reading(&journal)?, &to.join(DATABASES[1]))).await
    }

    /// Fingerprint of the data key, by which a backup knows whose it is, and the key itself for one under a password. Errors: why the key
    /// cannot be read.
    pub(crate) fn data_key(&self) -> Result<(String, zeroize::Zeroizing<[u8; 32]>)> {
        self.0.shared.seal()?;
        keys::current(&self.0.folder)
    }

    /// Looks through both databases for damage.
    pub(crate) async fn check_databases(&self) -> Result<[Checked; 2]> {
        let settings = Arc::clone(&self.0.settings);
        let journal = self.0.folder.join(DATABASES[1]);
        off_runtime(move || {
            let settings = match &*settings.lock().unwrap_or_else(PoisonError::into_inner) {
                Some(db) => sound(db),
                None => return Err(Error::unexpected("looking through the data", &"the store is closed")),
            };
            Ok([settings, check(&journal, LONG)])
        })
        .await
    }
}

pub(super) fn reading(path: &Path) -> Result<Connection> {
    let db = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    db.busy_timeout(super::open::BUSY)?;
    Ok(db)
}

fn sound(db: &Connection) -> Checked {
    let found = db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match found {
        Ok(word) if word == "ok" => Checked::Sound,
        Ok(finding) => Checked::Damaged(finding),
        Err(cause) => Checked::Damaged(cause.to_string()),
    }
}

/// Looks through a database, if it is no longer than that, in bytes.
pub(crate) fn check(path: &Path, longest: u64) -> Checked {
    if fs::metadata(path).is_ok_and(|file| file.len() > longest) {
        return Checked::TooLarge;
    }
    match reading(path) {
        Ok(db) => sound(&db),
        Err(error) => Checked::Damaged(error.to_string()),
    }
}

/// Whether both databases in a folder can be used by this version. Errors: DB-02 damaged, BACK-03 newer.
pub(crate) fn usable(folder: &Path) -> Result<Versions> {
    let mut versions = [0, 0];
    for (name, version) in DATABASES.iter().zip(&mut versions) {
        let path = folder.join(name);
        if check(&path, u64::MAX) != Checked::Sound {
            return Err(Error::new(Code::Back02));
        }
        *version = migrate::version(&reading(&path)?)?;
    }
    let [settings, journal] = versions;
    let ours = Versions::ours();
    if settings > ours.settings || journal > ours.journal {
        return Err(Error::new(Code::Back03));
    }
    Ok(Versions { settings, journal })
}

/// The settings of a folder that is not open: those that are there, else those before the last change, else what a new one has.
pub(crate) fn settings_left(folder: &Path) -> crate::schema::Settings {
    [DATABASES[0], "settings.db.bak"]
        .into_iter()
        .find_map(|name| super::settings::get(&reading(&folder.join(name)).ok()?).ok())
        .unwrap_or_default()
}

/// Puts a key into a folder that has none: kept in a file there.
pub(crate) fn put_key(folder: &Path, key: &[u8; 32]) -> Result<()> {
    keys::put(folder, key)
}

/// The fingerprint of the key a folder goes by; none where it records none.
pub(crate) fn recorded_key(folder: &Path) -> Option<String> {
    keys::recorded(folder)
}

/// The same of a key.
pub(crate) fn fingerprint(key: &[u8; 32]) -> String {
    super::seal::Seal::fingerprint(key)
}
