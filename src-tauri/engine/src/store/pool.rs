//! Connections for reading, a few, each used by one reader at a time on a thread that may block.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};
use tokio::sync::Semaphore;

use super::search::Search;
use super::stats::Stats;
use crate::error::{Error, Result};

const READERS: usize = 3;

/// A connection to the journal, one to the words of it and one to what was counted of it.
pub(super) struct Reader {
    pub(super) db: Connection,
    pub(super) search: Search,
    pub(super) stats: Stats,
}

/// The readers that are free. Cheap to clone.
#[derive(Clone)]
pub(super) struct Pool {
    free: Arc<Mutex<Vec<Reader>>>,
    permits: Arc<Semaphore>,
}

impl std::fmt::Debug for Pool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pool")
    }
}

impl Pool {
    /// Opens the connections.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let mut free = Vec::new();
        for _ in 0..READERS {
            let db = Connection::open_with_flags(
                folder.join("journal.db"),
                OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
            )?;
            db.busy_timeout(super::open::BUSY)?;
            db.pragma_update(None, "cache_size", -2_048)?;
            db.set_prepared_statement_cache_capacity(64);
            super::open::steady(&db)?;
            free.push(Reader { db, search: Search::new(folder), stats: Stats::new(folder) });
        }
        Ok(Self { free: Arc::new(Mutex::new(free)), permits: Arc::new(Semaphore::new(READERS)) })
    }

    /// Reads, off the runtime. All that `read` sees is one state of the journal.
    pub(super) async fn read<T, F>(&self, read: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Reader) -> Result<T> + Send + 'static,
    {
        let closed = |cause: &dyn std::fmt::Display| Error::unexpected("reading", cause);
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(|cause| closed(&cause))?;
        let free = Arc::clone(&self.free);
        let task = tokio::task::spawn_blocking(move || {
            let Some(mut reader) = free.lock().unwrap_or_else(PoisonError::into_inner).pop() else {
                return Err(closed(&"no reader is left"));
            };
            let result = snapshot(&mut reader, read);
            free.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
            drop(permit);
            result
        });
        task.await.map_err(|cause| closed(&cause))?
    }

    /// Closes the connections that are free and gives out no more.
    pub(super) fn close(&self) {
        self.permits.close();
        self.free.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

fn snapshot<T>(reader: &mut Reader, read: impl FnOnce(&mut Reader) -> Result<T>) -> Result<T> {
    reader.db.execute_batch("BEGIN")?;
    let result = read(reader);
    reader.db.execute_batch("COMMIT")?;
    result
}
