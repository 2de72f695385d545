//! One process a data folder: a file lock held for life. The system lets it go however the process ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::domain::Code;
use crate::error::{Error, Result};

/// Held as long as this lives.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "what is held open is the lock")] File);

/// Takes the folder, or says that somebody has it.
pub(super) fn take(folder: &Path) -> Result<Lock> {
    let failed = |cause: &dyn std::fmt::Display| Error::unexpected("locking the data folder", cause);
    let path = folder.join("lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(|cause| failed(&cause))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => {
            Err(Error::with(Code::Db01, [("folder", folder.to_string_lossy().as_ref())]))
        }
        Err(TryLockError::Error(cause)) => Err(failed(&cause)),
    }
}
