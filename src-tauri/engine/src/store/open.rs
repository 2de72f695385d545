//! Opens a data folder: lock, key, migrations, connections, threads.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::checkpoint::{self, Progress};
use super::memory::Memory;
use super::pool::Pool;
use super::seal::Seal;
use super::shared::Shared;
use super::tallies::Sums;
use super::writer::Writer;
use super::{
    Inner, OpenOptions, Store, bodies, channels, destinations, index, keys, lock, migrate, missed, pause,
    placing, settings, stats, tallies,
};
use crate::clock::Clock;
use crate::domain::{Ids, Timestamp};
use crate::error::{Error, Result};
use crate::schema::KeyStatus;

/// How long one connection waits for another. Only checkpoints and copies ever make one wait.
pub(super) const BUSY: Duration = Duration::from_secs(5);
/// Pages the writer keeps in memory, in KiB.
const WRITER_CACHE: i64 = -16_384;
/// Bytes of the write-ahead log that stay on the disk when it starts over: to write over a file is cheaper than to make it longer.
const WAL_KEPT: i64 = 128 << 20;

fn connect(path: &Path, cache: i64) -> Result<Connection> {
    let db = Connection::open(path)?;
    db.busy_timeout(BUSY)?;
    // Of a new file only. Two messages a page instead of one: fewer writes for the same bytes.
    db.pragma_update(None, "page_size", 8_192)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "cache_size", cache)?;
    // What is deleted leaves no trace where that costs no writing; see `people` for where it must not anywhere.
    db.pragma_update(None, "secure_delete", "FAST")?;
    db.set_prepared_statement_cache_capacity(128);
    steady(&db)?;
    Ok(db)
}

/// Keeps SQLite from looking at bound values when it plans: it would prepare a statement anew whenever such a value changes, and here
/// every call binds another identifier.
pub(super) fn steady(db: &Connection) -> Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Does the whole of it, blocking.
pub(super) fn open(folder: &Path, options: &OpenOptions, clock: Clock) -> Result<Store> {
    std::fs::create_dir_all(folder).map_err(|cause| Error::unexpected("making the data folder", &cause))?;
    private(folder)?;
    let lock = Arc::new(lock::take(folder)?);
    placing::take_up(folder)?;
    let (settings_path, journal_path) = (folder.join("settings.db"), folder.join("journal.db"));
    let mut settings_db = connect(&settings_path, -512)?;
    let mut journal = connect(&journal_path, WRITER_CACHE)?;
    // Both are looked at before either is changed.
    migrate::check(&settings_db, migrate::SETTINGS)?;
    migrate::check(&journal, migrate::JOURNAL)?;
    upgrade(&mut settings_db, &settings_path, migrate::SETTINGS)?;
    upgrade(&mut journal, &journal_path, migrate::JOURNAL)?;

    let has_data = settings_db.query_row("SELECT EXISTS (SELECT 1 FROM channels)", [], |row| row.get(0))?;
    let found = keys::find(folder, options, has_data)?;
    let seal = found.key.and_then(|key| Ok(Arc::new(Seal::new(&key)?)));
    let last: i64 = journal.query_row(
        "SELECT max((SELECT coalesce(max(id), 0) FROM exchanges), (SELECT coalesce(max(id), 0) FROM deliveries),
         (SELECT coalesce(max(id), 0) FROM events), (SELECT coalesce(max(id), 0) FROM messages),
         (SELECT coalesce(max(id), 0) FROM bodies), (SELECT coalesce(max(id), 0) FROM contacts),
         (SELECT coalesce(max(id), 0) FROM conversations), (SELECT coalesce(max(id), 0) FROM destinations),
         (SELECT coalesce(max(id), 0) FROM files), (SELECT coalesce(max(id), 0) FROM lanes),
         (SELECT coalesce(max(id), 0) FROM flags), (SELECT coalesce(max(id), 0) FROM bulks),
         (SELECT coalesce(max(id), 0) FROM problems), (SELECT coalesce(max(id), 0) FROM activity),
         coalesce((SELECT event FROM bulk_items ORDER BY bulk DESC, n DESC LIMIT 1), 0))",
        [],
        |row| row.get(0),
    )?;
    let last_channel: i64 = settings_db.query_row(
        "SELECT max((SELECT coalesce(max(id), 0) FROM channels), (SELECT coalesce(max(id), 0) FROM links),
         (SELECT coalesce(max(id), 0) FROM views))",
        [],
        |row| row.get(0),
    )?;
    let last = last.max(last_channel).cast_unsigned();
    let ids = Arc::new(Ids::beginning(options.relay_number, last, clock.now()));
    let sums = Arc::new(Sums::load(&journal)?);
    let shared = Shared::new(clock, Arc::clone(&ids), sums, seal, settings::get(&settings_db)?);
    shared.set_pause(pause::get(&settings_db)?);
    let mut known = Vec::new();
    for channel in channels::all(&settings_db, shared.seal().ok().as_deref())? {
        known.push(channel.id);
        shared.set_channel(channel);
    }
    shared.add_destinations(destinations::all(&journal, shared.seal().ok().as_deref())?);
    let shared = Arc::new(shared);
    let mut memory = Memory::new(Arc::clone(&shared));
    for (digest, body) in bodies::of_late(&journal)? {
        memory.bodies.put(digest, body);
    }
    journal.pragma_update(None, "wal_autocheckpoint", 0)?;
    journal.pragma_update(None, "journal_size_limit", WAL_KEPT)?;
    let alive_at = tallies::fact(&journal, "alive_at")?;
    let missed = if alive_at > 0 {
        let tx = journal.transaction()?;
        let missed = missed::begin(&tx, &known, alive_at)?;
        tx.commit()?;
        missed
    } else {
        HashMap::new()
    };
    let progress = Arc::new(Progress::default());
    let (orders, told) = mpsc::channel();
    let checkpoints = checkpoint::start(&journal_path, Arc::clone(&progress), Arc::clone(&lock))?;
    let indexing = index::start(folder, Arc::clone(&shared), told, Arc::clone(&lock));
    let (counting, counted) = mpsc::channel();
    let following = indexing.and_then(|indexing| {
        Ok([indexing, stats::start(folder, Arc::clone(&shared), counted, Arc::clone(&lock))?])
    });
    let ([indexing, sums], writing) = match following {
        Ok(following) => {
            (following, Writer::start(journal, memory, ids, clock, Arc::clone(&progress), Arc::clone(&lock)))
        }
        Err(error) => {
            progress.end();
            return Err(error);
        }
    };
    let (writer, writing) = writing.inspect_err(|_| progress.end())?;
    Ok(Store(Arc::new(Inner {
        folder: PathBuf::from(folder),
        key: KeyStatus { home: found.home, error: shared.key_error() },
        missed,
        gap: (alive_at > 0).then_some((Timestamp(alive_at), clock.now())),
        shared,
        settings: Arc::new(Mutex::new(Some(settings_db))),
        writer,
        pool: Pool::open(folder)?,
        orders,
        counting,
        // The writer ends first: it tells the checkpoints that nothing more comes.
        threads: Mutex::new(vec![writing, checkpoints, indexing, sums]),
        lock: Mutex::new(Some(lock)),
    })))
}

/// Copies what is there before it is changed, and changes it.
fn upgrade(db: &mut Connection, path: &Path, scripts: &[&str]) -> Result<()> {
    if migrate::is_due(db, scripts)? {
        let version = migrate::version(db)?;
        migrate::copy(db, &path.with_extension(format!("db.v{version}.bak")))?;
    }
    migrate::run(db, scripts)
}

/// Only this user may look into the folder.
fn private(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
            .map_err(|cause| Error::unexpected("closing the data folder to others", &cause))?;
    }
    Ok(())
}
