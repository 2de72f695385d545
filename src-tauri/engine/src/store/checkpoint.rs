//! Moves what was committed from the write-ahead log into the journal, on a thread and a connection of its own, so that no commit waits
//! for it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use super::lock::Lock;
use crate::error::{Error, Result};

/// Moved when the log has grown by this much, or when nothing was written for a while.
const GROWN: u64 = 32 << 20;
/// How often that is looked at.
const LOOK: Duration = Duration::from_millis(250);
/// Looks without a write before a small log is moved.
const QUIET: u32 = 8;
/// While writing never pauses the log cannot start over by itself. Beyond this many pages the writer makes it.
const LONG: i64 = (64 << 20) / 8_192;

/// What writer and checkpointer tell each other.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// About how many bytes were committed.
    written: AtomicU64,
    /// The writer should start the log over.
    restart: AtomicBool,
    ended: Mutex<bool>,
    wake: Condvar,
}

impl Progress {
    /// The writer committed about so much.
    pub(super) fn committed(&self, bytes: usize) {
        self.written.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// Starts the log over if it has grown long. Called by the writer between commits, when all but the last few pages have been moved.
    pub(super) fn restart_if_long(&self, db: &Connection) {
        if self.restart.swap(false, Ordering::Relaxed) {
            // A reader in the way makes this fail; the next time will do.
            drop(checkpoint(db, "RESTART"));
        }
    }

    /// Nothing more will be written: the last of it is moved and the thread ends.
    pub(super) fn end(&self) {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.wake.notify_all();
    }
}

/// Starts the thread.
pub(super) fn start(journal: &Path, progress: Arc<Progress>, lock: Arc<Lock>) -> Result<JoinHandle<()>> {
    let db = Connection::open(journal)?;
    db.busy_timeout(super::open::BUSY)?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "cache_size", -512)?;
    std::thread::Builder::new()
        .name("store-checkpoint".to_owned())
        .spawn(move || {
            run(&db, &progress);
            drop(db);
            drop(lock);
        })
        .map_err(|cause| Error::unexpected("starting the checkpoints", &cause))
}

fn run(db: &Connection, progress: &Progress) {
    let (mut moved, mut last, mut quiet) = (0, 0, 0);
    loop {
        let ended = progress.ended.lock().unwrap_or_else(PoisonError::into_inner);
        let (ended, _) = progress
            .wake
            .wait_timeout_while(ended, LOOK, |ended| !*ended)
            .unwrap_or_else(PoisonError::into_inner);
        if *ended {
            break;
        }
        drop(ended);
        let written = progress.written.load(Ordering::Relaxed);
        quiet = if written == last { quiet + 1 } else { 0 };
        last = written;
        if written - moved >= GROWN || (written > moved && quiet >= QUIET) {
            moved = written;
            match checkpoint(db, "PASSIVE") {
                Ok(pages) if pages > LONG => progress.restart.store(true, Ordering::Relaxed),
                Ok(_) => {}
                Err(error) => tracing::warn!(%error, "A checkpoint failed; it will be tried again."),
            }
        }
    }
    if let Err(error) = checkpoint(db, "TRUNCATE") {
        tracing::warn!(%error, "The last checkpoint failed; the next start makes up for it.");
    }
}

/// Moves all of a database's log into it and leaves the log empty, if nobody reads in it for long.
pub(super) fn empty(path: &Path) -> Result<()> {
    let db = Connection::open(path)?;
    db.busy_timeout(super::open::BUSY)?;
    checkpoint(&db, "TRUNCATE").map(drop)
}

/// Pages in the log.
fn checkpoint(db: &Connection, mode: &str) -> Result<i64> {
    Ok(db.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| row.get(1))?)
}
