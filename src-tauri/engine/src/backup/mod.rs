//! Backups: everything that is kept, in one file, and back.
//!
//! | file | what it is |
//! | --- | --- |
//! | `container` | the file: parts in a row, whole or not at all, sealed under a password or not; pure over bytes |
//! | `make` | a backup of a data folder in use |
//! | `restore` | a backup put in the place of a data folder's content |
//! | `daily` | a backup a day, and the list of what there is |
//!
//! Bodies, messages and secrets are sealed with the data key in a backup as they are in the data folder. The key itself goes along only
//! under a password, and then the whole file is sealed under it; without one a backup is good for the computer it was made on. What was
//! restored takes the place of what was there at the next start, before anything is opened, and what was there is kept aside.

pub(crate) mod container;
pub(crate) mod daily;
pub(crate) mod make;
pub(crate) mod restore;

/// What a backup's name ends with.
pub(crate) const ENDING: &str = "switchboard-backup";
/// The folder for backups in a data folder.
pub(crate) const FOLDER: &str = "backups";
/// The shortest password, in letters.
pub(crate) const SHORTEST: usize = 8;

/// A password that is good enough to seal something. Errors: DATA-02 for a shorter one.
pub(crate) fn password(typed: Option<String>) -> crate::error::Result<Option<crate::secret::Secret>> {
    match typed.map(crate::secret::Secret::new) {
        None => Ok(None),
        Some(typed) if typed.is_empty() => Ok(None),
        Some(typed) if typed.expose().chars().count() < SHORTEST => {
            Err(crate::domain::validate::bad_field("password"))
        }
        typed => Ok(typed),
    }
}
