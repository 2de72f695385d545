//! Table `links` of `settings.db`. A link goes with either of its channels.

use rusqlite::{Connection, ErrorCode};

use super::sql::num;
use crate::domain::{Code, Link, LinkId};
use crate::error::{Error, Result};

/// All links, by creation.
pub(super) fn all(db: &Connection) -> Result<Vec<Link>> {
    let mut select = db.prepare("SELECT plain FROM links ORDER BY id")?;
    let rows = select.query_map([], |row| row.get::<_, String>(0))?;
    let mut links = Vec::new();
    for plain in rows {
        let link =
            serde_json::from_str(&plain?).map_err(|cause| Error::unexpected("reading a link", &cause))?;
        links.push(link);
    }
    Ok(links)
}

/// Creates or replaces a link. Errors: ID-05 when one of its channels is gone.
pub(super) fn put(db: &Connection, link: &Link) -> Result<()> {
    let plain = serde_json::to_string(link).map_err(|cause| Error::unexpected("writing JSON", &cause))?;
    db.execute(
        "INSERT INTO links VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET customers = ?2, operators = ?3, plain = ?4",
        (num(link.id.0), num(link.customers.0), num(link.operators.0), plain),
    )
    .map_err(|cause| match cause.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => Error::new(Code::Id05),
        _ => Error::from(cause),
    })?;
    Ok(())
}

/// Deletes a link. False when there is none.
pub(super) fn delete(db: &Connection, link: LinkId) -> Result<bool> {
    Ok(db.execute("DELETE FROM links WHERE id = ?1", [num(link.0)])? > 0)
}
