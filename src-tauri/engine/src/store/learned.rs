//! Table `learned`: what platforms taught about chats and people, for their next message. All of it can be looked up again.

use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use super::seal::{Kind, Seal};
use super::sql::{num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, Timestamp};
use crate::error::Result;

/// What something was learned about.
#[derive(Clone, Copy, Debug)]
pub(super) enum About<'a> {
    /// A chat, by its key.
    Chat(&'a str),
    /// A person, by theirs.
    Contact(&'a str),
}

impl About<'_> {
    fn key(self) -> String {
        match self {
            Self::Chat(key) => format!("chat:{key}"),
            Self::Contact(key) => format!("contact:{key}"),
        }
    }
}

/// What is known.
pub(super) fn find(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    about: About<'_>,
) -> Result<Option<Value>> {
    let sealed: Option<Vec<u8>> =
        statement(db, "SELECT sealed FROM learned WHERE channel = ?1 AND key = ?2")?
            .query_row((num(channel.0), about.key()), |row| row.get(0))
            .optional()?;
    sealed.map(|sealed| seal.open_json(Kind::Learned, &sealed)).transpose()
}

/// Keeps it instead of what was known.
pub(super) fn keep(
    tx: &Tx<'_>,
    seal: &Seal,
    channel: ChannelId,
    about: About<'_>,
    value: &Value,
    at: Timestamp,
) -> Result<()> {
    statement(
        tx.db,
        "INSERT INTO learned VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET at = ?3, sealed = ?4",
    )?
    .execute((num(channel.0), about.key(), at.0, seal.seal_json(Kind::Learned, value)?))?;
    Ok(())
}

/// Forgets it.
pub(super) fn forget(tx: &Tx<'_>, channel: ChannelId, about: About<'_>) -> Result<()> {
    statement(tx.db, "DELETE FROM learned WHERE channel = ?1 AND key = ?2")?
        .execute((num(channel.0), about.key()))?;
    Ok(())
}
