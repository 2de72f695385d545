//! Files that can be lost, because all that is in them is made anew from the journal: `search.db` and `stats.db`.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::open::{BUSY, steady};
use crate::error::{Error, Result};

/// One of them.
pub(super) struct Losable {
    /// Its name in the data folder.
    pub(super) name: &'static str,
    /// What making it anew is called where that fails.
    pub(super) what: &'static str,
    /// One of another version is thrown away and made anew.
    pub(super) version: i64,
    /// Its tables.
    pub(super) schema: String,
    /// Memory of a connection that writes, as SQLite's `cache_size`: pages, or KiB below zero.
    pub(super) cache: i64,
}

impl Losable {
    /// Opens it, or makes it anew when it is missing, damaged or of another version.
    pub(super) fn open_or_make(&self, folder: &Path) -> Result<Connection> {
        let path = folder.join(self.name);
        if let Ok(Some(db)) = self.usable(&path) {
            return Ok(db);
        }
        for end in ["", "-wal", "-shm"] {
            let file = folder.join(format!("{}{end}", self.name));
            if let Err(cause) = std::fs::remove_file(&file)
                && cause.kind() != std::io::ErrorKind::NotFound
            {
                return Err(Error::unexpected(self.what, &cause));
            }
        }
        let db = self.configured(&path)?;
        let Self { version, schema, .. } = self;
        db.execute_batch(&format!("BEGIN; {schema} PRAGMA user_version = {version}; COMMIT;"))?;
        Ok(db)
    }

    fn configured(&self, path: &Path) -> Result<Connection> {
        let db = Connection::open(path)?;
        db.busy_timeout(BUSY)?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        // What a power cut takes is made again.
        db.pragma_update(None, "synchronous", "NORMAL")?;
        db.pragma_update(None, "cache_size", self.cache)?;
        Ok(db)
    }

    /// None when there is none, or one of another version.
    fn usable(&self, path: &Path) -> Result<Option<Connection>> {
        if !path.exists() {
            return Ok(None);
        }
        let db = self.configured(path)?;
        let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        Ok((version == self.version).then_some(db))
    }
}

/// The journal, for a thread that follows it.
pub(super) fn journal(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let journal = Connection::open_with_flags(folder.join("journal.db"), flags)?;
    journal.busy_timeout(BUSY)?;
    journal.pragma_update(None, "cache_size", -1_024)?;
    steady(&journal)?;
    Ok(journal)
}
