//! A backup put in the place of a data folder's content.
//!
//! First it is unpacked beside it and looked through; only what is whole and of use is ready. At the next start, before anything is opened,
//! it takes its place: see `store::placing`.

use std::fs::{self, File};
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::container::{Part, Reader};
use super::make::{FILES, KEY, is_digest, no_room};
use crate::domain::{Code, Timestamp};
use crate::error::{Error, Result};
use crate::schema::BackupInside;
use crate::secret::Secret;
use crate::store::copies::{self, DATABASES};
use crate::store::placing::{PART, READY, aside, clear};
use crate::store::rescue::rescue;

/// What is in a backup. Errors: BACK-02, BACK-03.
pub(crate) fn inspect(path: &Path) -> Result<BackupInside> {
    let reader = Reader::new(BufReader::new(File::open(path).map_err(|_| Error::new(Code::Id05))?))?;
    let head = reader.head();
    let ours = copies::Versions::ours();
    if head.settings > ours.settings || head.journal > ours.journal {
        return Err(Error::new(Code::Back03));
    }
    Ok(head.inside.clone())
}

/// Unpacks a backup into a data folder, to take effect at its next start; answers under which name what is there now will be kept.
/// Errors: BACK-01 the password does not open it, BACK-02 it is damaged, BACK-03 it is newer, BACK-04 its key is not here, DB-03.
pub(crate) fn prepare(
    folder: &Path,
    backup: &Path,
    password: Option<&Secret>,
    now: Timestamp,
) -> Result<PathBuf> {
    make_ready(folder, now, |part| unpack(folder, backup, password, part)).map(|(aside, ())| aside)
}

/// The same with what can still be read of a folder's damaged databases, and how many rows that are. Errors: DB-02 nothing can, DB-03.
pub(crate) fn prepare_rescued(folder: &Path, now: Timestamp) -> Result<(PathBuf, u64)> {
    make_ready(folder, now, |part| rescue(folder, part))
}

/// The same with nothing at all: the next start makes everything new. Errors: DB-03.
pub(crate) fn prepare_nothing(folder: &Path, now: Timestamp) -> Result<PathBuf> {
    make_ready(folder, now, |_| Ok(())).map(|(aside, ())| aside)
}

/// What was made ready takes no effect.
pub(crate) fn call_off(folder: &Path) -> Result<()> {
    clear(&folder.join(READY))
}

/// Has a folder filled, and takes effect with it at the next start; whole or not at all.
fn make_ready<T>(
    folder: &Path,
    now: Timestamp,
    fill: impl FnOnce(&Path) -> Result<T>,
) -> Result<(PathBuf, T)> {
    let (part, ready) = (folder.join(PART), folder.join(READY));
    clear(&part)?;
    fs::create_dir_all(&part).map_err(no_room)?;
    let done = fill(&part);
    if done.is_err() {
        clear(&part)?;
    }
    let done = done?;
    let aside = aside(folder, now);
    fs::write(part.join("aside"), aside.to_string_lossy().as_bytes()).map_err(no_room)?;
    clear(&ready)?;
    fs::rename(&part, ready).map_err(no_room)?;
    Ok((aside, done))
}

fn unpack(folder: &Path, backup: &Path, password: Option<&Secret>, to: &Path) -> Result<()> {
    let mut reader = Reader::new(BufReader::new(File::open(backup).map_err(|_| Error::new(Code::Id05))?))?;
    reader.unlock(password)?;
    let fingerprint = reader.head().fingerprint.clone();
    let mut key = Zeroizing::new(Vec::new());
    let mut open: Option<File> = None;
    let mut in_key = false;
    while let Some(part) = reader.next()? {
        match part {
            Part::Entry(name) => {
                in_key = name == KEY;
                open = if in_key { None } else { Some(create(to, &name)?) };
            }
            Part::Data(bytes) if in_key => key.extend_from_slice(&bytes),
            Part::Data(bytes) => {
                let file = open.as_mut().ok_or_else(|| Error::new(Code::Back02))?;
                file.write_all(&bytes).map_err(no_room)?;
            }
        }
    }
    drop(open);
    copies::usable(to)?;
    // The key that is here stays where it is, in the keychain if that is its home.
    if copies::recorded_key(folder).as_ref() == Some(&fingerprint) {
        return Ok(());
    }
    let key: &[u8; 32] = key.as_slice().try_into().map_err(|_| Error::new(Code::Back04))?;
    if copies::fingerprint(key) != fingerprint {
        return Err(Error::new(Code::Back02));
    }
    copies::put_key(to, key)
}

/// The file for an entry. Names that are none of ours are not followed anywhere.
fn create(to: &Path, name: &str) -> Result<File> {
    let path = match name.strip_prefix(FILES) {
        Some(digest) if is_digest(digest) => {
            fs::create_dir_all(to.join("files")).map_err(no_room)?;
            to.join("files").join(digest)
        }
        None if DATABASES.contains(&name) => to.join(name),
        _ => return Err(Error::new(Code::Back02)),
    };
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(no_room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["../settings.db", "files/../../x", "data.key", "files/", "/etc/passwd", "files/a/b"] {
            assert!(create(folder.path(), name).is_err(), "{name}");
        }
        assert!(create(folder.path(), "files/00ff").is_ok());
    }
}
