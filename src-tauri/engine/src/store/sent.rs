//! Table `sent`: what platforms call the messages we wrote there, by which receipts and echoes are recognised.

use rusqlite::{Connection, OptionalExtension as _};

use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, DeliveryId};
use crate::error::Result;

/// The delivery that wrote a message.
pub(super) fn find(db: &Connection, channel: ChannelId, key: &str) -> Result<Option<DeliveryId>> {
    Ok(statement(db, "SELECT delivery FROM sent WHERE channel = ?1 AND key = ?2")?
        .query_row((num(channel.0), key), |row| Ok(id(row.get(0)?)))
        .optional()?)
}

/// The same for the writer, at no cost for a channel where nothing was ever written.
pub(super) fn written(tx: &mut Tx<'_>, channel: ChannelId, key: &str) -> Result<Option<DeliveryId>> {
    let writes = match tx.memory.writes.get(&channel) {
        Some(writes) => *writes,
        None => {
            let writes = statement(tx.db, "SELECT 1 FROM sent WHERE channel = ?1 LIMIT 1")?
                .exists([num(channel.0)])?;
            tx.memory.writes.insert(channel, writes);
            writes
        }
    };
    if writes { find(tx.db, channel, key) } else { Ok(None) }
}

/// Remembers what the platform calls a message. The first to say so is right.
pub(super) fn keep(tx: &mut Tx<'_>, channel: ChannelId, key: &str, delivery: DeliveryId) -> Result<()> {
    statement(tx.db, "INSERT INTO sent VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?.execute((
        num(channel.0),
        key,
        num(delivery.0),
    ))?;
    tx.memory.writes.insert(channel, true);
    Ok(())
}

/// What the platform calls the message a delivery wrote.
pub(super) fn key(db: &Connection, delivery: DeliveryId) -> Result<Option<String>> {
    Ok(statement(db, "SELECT key FROM sent WHERE delivery = ?1 LIMIT 1")?
        .query_row([num(delivery.0)], |row| row.get(0))
        .optional()?)
}
