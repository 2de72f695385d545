//! Brings a database to this version: an ordered list of scripts, a copy before the first of them runs on data that is there.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::domain::Code;
use crate::error::{Error, Result};

/// Scripts of `settings.db`, oldest first. One that was released is never changed.
pub(super) const SETTINGS: &[&str] = &[
    include_str!("migrations/settings_1.sql"),
    include_str!("migrations/settings_2.sql"),
    include_str!("migrations/settings_3.sql"),
    include_str!("migrations/settings_4.sql"),
];
/// Scripts of `journal.db`.
pub(super) const JOURNAL: &[&str] = &[
    include_str!("migrations/journal_1.sql"),
    include_str!("migrations/journal_2.sql"),
    include_str!("migrations/journal_3.sql"),
    include_str!("migrations/journal_4.sql"),
    include_str!("migrations/journal_5.sql"),
];

/// True when a script is due on a database that holds data.
pub(super) fn is_due(db: &Connection, scripts: &[&str]) -> Result<bool> {
    let version = version(db)?;
    Ok(version > 0 && version < scripts.len())
}

/// Refuses a database of a newer version (DB-04).
pub(super) fn check(db: &Connection, scripts: &[&str]) -> Result<()> {
    if version(db)? > scripts.len() { Err(Error::new(Code::Db04)) } else { Ok(()) }
}

/// Runs the scripts that are due, all or none of them.
pub(super) fn run(db: &mut Connection, scripts: &[&str]) -> Result<()> {
    let version = version(db)?;
    if version == scripts.len() {
        return Ok(());
    }
    // A table that others refer to can be made anew only while nobody watches; this cannot be said inside a transaction.
    let watched: bool = db.pragma_query_value(None, "foreign_keys", |row| row.get(0))?;
    db.pragma_update(None, "foreign_keys", false)?;
    let done = run_from(db, scripts, version);
    db.pragma_update(None, "foreign_keys", watched)?;
    done
}

fn run_from(db: &mut Connection, scripts: &[&str], version: usize) -> Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    for script in scripts.iter().skip(version) {
        tx.execute_batch(script)?;
    }
    if version > 0 && tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(Error::new(Code::Db02));
    }
    tx.pragma_update(None, "user_version", i64::try_from(scripts.len()).unwrap_or(i64::MAX))?;
    tx.commit()?;
    Ok(())
}

/// Copies a database as it stands, through a name of its own, so that the copy is whole or not there.
pub(super) fn copy(db: &Connection, to: &Path) -> Result<()> {
    let failed = |cause: std::io::Error| match cause.kind() {
        std::io::ErrorKind::StorageFull => Error::new(Code::Db03),
        _ => Error::unexpected("copying the data", &cause),
    };
    let part = to.with_extension("part");
    match std::fs::remove_file(&part) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(failed(cause)),
        _ => {}
    }
    db.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    std::fs::File::open(&part).and_then(|file| file.sync_all()).map_err(failed)?;
    std::fs::rename(&part, to).map_err(failed)
}

/// The version of what is there; nought for a database just made.
pub(super) fn version(db: &Connection) -> Result<usize> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // A negative one is none of ours: refused like a newer one.
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_run_once_and_in_order() {
        let mut db = Connection::open_in_memory().unwrap();
        run(&mut db, &["CREATE TABLE a (x)"]).unwrap();
        assert!(is_due(&db, &["CREATE TABLE a (x)", "ALTER TABLE a ADD y"]).unwrap());
        run(&mut db, &["CREATE TABLE a (x)", "ALTER TABLE a ADD y"]).unwrap();
        run(&mut db, &["CREATE TABLE a (x)", "ALTER TABLE a ADD y"]).unwrap();
        db.execute("INSERT INTO a (x, y) VALUES (1, 2)", []).unwrap();
    }

    #[test]
    fn a_script_that_fails_leaves_everything_as_it_was() {
        let mut db = Connection::open_in_memory().unwrap();
        run(&mut db, &["CREATE TABLE a (x)"]).unwrap();
        run(&mut db, &["", "CREATE TABLE b (x)", "nonsense"]).unwrap_err();
        assert_eq!(version(&db).unwrap(), 1);
        assert!(db.execute("INSERT INTO b VALUES (1)", []).is_err(), "a half of the scripts ran");
    }

    #[test]
    fn a_newer_version_is_refused() {
        let mut db = Connection::open_in_memory().unwrap();
        run(&mut db, &["", ""]).unwrap();
        assert_eq!(check(&db, &[""]).unwrap_err().code, Code::Db04);
    }
}
