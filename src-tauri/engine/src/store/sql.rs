//! The small things every table's file needs: numbers as SQLite keeps them, faults as the app words them.

use rusqlite::{CachedStatement, Connection, ErrorCode};

use crate::domain::{Code, State};
use crate::error::{Error, Result};

impl From<rusqlite::Error> for Error {
    #[track_caller]
    fn from(cause: rusqlite::Error) -> Self {
        match cause.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::new(Code::Db01),
            Some(ErrorCode::DiskFull) => Self::new(Code::Db03),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::new(Code::Db02),
            _ => Self::unexpected("using the database", &cause),
        }
    }
}

/// Identifiers keep their sign bit clear, so both ways lose nothing.
pub(super) const fn num(id: u64) -> i64 {
    id.cast_signed()
}

/// See [`num`].
pub(super) fn id<I: From<u64>>(number: i64) -> I {
    I::from(number.cast_unsigned())
}

/// A count as SQLite keeps it.
pub(super) fn count(value: impl TryInto<i64>) -> i64 {
    value.try_into().unwrap_or(i64::MAX)
}

/// The state kept as that number. A number this version does not know shows as unknown instead of hiding the row.
pub(super) fn state(number: i64) -> State {
    State::from_number(number).unwrap_or(State::Unknown)
}

/// The code kept under that name.
pub(super) fn code(name: Option<&str>) -> Option<Code> {
    name.and_then(Code::from_name)
}

/// A statement that is prepared once for each connection.
pub(super) fn statement<'c>(db: &'c Connection, sql: &str) -> Result<CachedStatement<'c>> {
    Ok(db.prepare_cached(sql)?)
}
