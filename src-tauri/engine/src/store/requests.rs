//! Table `requests`: what came to an outbox under a name of the sender's, so that the same name again is the same event.

use rusqlite::{Connection, OptionalExtension as _};

use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, EventId};
use crate::error::Result;

/// The event that came under that name.
pub(super) fn find(db: &Connection, channel: ChannelId, name: &str) -> Result<Option<EventId>> {
    Ok(statement(db, "SELECT event FROM requests WHERE channel = ?1 AND name = ?2")?
        .query_row((num(channel.0), name), |row| Ok(id(row.get(0)?)))
        .optional()?)
}

/// Keeps a name.
pub(super) fn insert(tx: &Tx<'_>, channel: ChannelId, name: &str, event: EventId) -> Result<()> {
    statement(tx.db, "INSERT INTO requests VALUES (?1, ?2, ?3)")?.execute((
        num(channel.0),
        name,
        num(event.0),
    ))?;
    Ok(())
}
