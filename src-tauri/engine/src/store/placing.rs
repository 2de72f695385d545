//! A restored backup takes the place of what a data folder holds, before any of it is opened.
//!
//! What was unpacked and looked through lies in [`READY`]. What was there is moved aside, then what was unpacked to where it belongs; a
//! start that is cut short in between goes on with it. Only files are moved here: what is in them is nobody's business.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::{Code, Timestamp};
use crate::error::{Error, Result};

/// What is being unpacked.
pub(crate) const PART: &str = "restore.part";
/// What takes its place at the next start.
pub(crate) const READY: &str = "restore.ready";
/// What is taking its place.
const PLACING: &str = "restore.placing";
/// What belongs to a data folder, besides its files.
const OWN: [&str; 13] = [
    "settings.db",
    "settings.db-wal",
    "settings.db-shm",
    "settings.db.bak",
    "journal.db",
    "journal.db-wal",
    "journal.db-shm",
    "search.db",
    "search.db-wal",
    "search.db-shm",
    "stats.db",
    "stats.db-wal",
    "stats.db-shm",
];
const KEYS: [&str; 2] = ["key.json", "data.key"];

/// A name for what is kept aside at that time.
pub(crate) fn aside(folder: &Path, now: Timestamp) -> PathBuf {
    folder.join(format!("before-{}", now.in_a_name()))
}

/// Lets what was prepared take its place; nothing to do is no error. To be called before anything in the folder is opened, by whoever has
/// its lock.
pub(super) fn take_up(folder: &Path) -> Result<()> {
    let (ready, placing) = (folder.join(READY), folder.join(PLACING));
    clear(&folder.join(PART))?;
    if !placing.exists() && ready.exists() {
        let aside = fs::read_to_string(ready.join("aside")).map_err(failed)?;
        let brings = |name: &str| ready.join(name).exists();
        let mut goes: Vec<&str> = OWN.to_vec();
        if brings("key.json") {
            goes.extend(KEYS);
        }
        if brings("files") {
            goes.push("files");
        }
        set_aside(folder, Path::new(aside.trim()), &goes)?;
        fs::rename(&ready, &placing).map_err(failed)?;
    }
    if !placing.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(&placing).map_err(failed)?.flatten() {
        if entry.file_name() != "aside" {
            fs::rename(entry.path(), folder.join(entry.file_name())).map_err(failed)?;
        }
    }
    tracing::info!("A backup has been restored.");
    clear(&placing)
}

fn set_aside(folder: &Path, aside: &Path, names: &[&str]) -> Result<()> {
    fs::create_dir_all(aside).map_err(failed)?;
    for name in names {
        let path = folder.join(name);
        if path.exists() {
            fs::rename(&path, aside.join(name)).map_err(failed)?;
        }
    }
    Ok(())
}

pub(crate) fn clear(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(failed(cause)),
        _ => Ok(()),
    }
}

fn failed(cause: std::io::Error) -> Error {
    match cause.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::new(Code::Db03),
        _ => Error::unexpected("putting a backup in its place", &cause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ready_takes_its_place_and_what_was_there_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("settings.db"), "old").unwrap();
        fs::write(at("search.db"), "old").unwrap();
        fs::write(at("data.key"), "key").unwrap();
        fs::create_dir_all(at(READY)).unwrap();
        fs::write(at(READY).join("settings.db"), "new").unwrap();
        fs::write(at(READY).join("aside"), at("before").to_string_lossy().as_bytes()).unwrap();
        take_up(folder.path()).unwrap();
        take_up(folder.path()).unwrap();
        let read = |path: PathBuf| fs::read_to_string(path).unwrap();
        assert_eq!(read(at("settings.db")), "new");
        assert_eq!(read(at("before").join("settings.db")), "old");
        assert!(!at("search.db").exists(), "words of what is no longer there");
        assert_eq!(read(at("data.key")), "key", "it brought none of its own");
        assert!(!at(READY).exists() && !at(PLACING).exists());
    }

    #[test]
    fn a_start_that_was_cut_short_goes_on_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at(PLACING)).unwrap();
        fs::write(at(PLACING).join("journal.db"), "new").unwrap();
        // This one was placed before the cut.
        fs::write(at("settings.db"), "new").unwrap();
        take_up(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(at("settings.db")).unwrap(), "new");
        assert_eq!(fs::read_to_string(at("journal.db")).unwrap(), "new");
    }
}
