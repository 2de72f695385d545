//! Table `marks`: what a platform was last told of one of its messages.

use rusqlite::{Connection, OptionalExtension as _};

use super::sql::{id, num, statement};
use super::steps::Mark;
use super::writer::Tx;
use crate::domain::{ChannelId, DeliveryId, MessageStatus};
use crate::error::Result;

/// Statuses in the order of their stored numbers.
const STATUSES: [MessageStatus; 5] = [
    MessageStatus::Sent,
    MessageStatus::Delivered,
    MessageStatus::Read,
    MessageStatus::Failed,
    MessageStatus::Deleted,
];

fn number(status: MessageStatus) -> i64 {
    STATUSES.iter().position(|known| *known == status).map_or(0, super::sql::count)
}

fn status(number: i64) -> MessageStatus {
    usize::try_from(number).ok().and_then(|i| STATUSES.get(i)).copied().unwrap_or(MessageStatus::Sent)
}

/// What was last told.
pub(super) fn find(db: &Connection, channel: ChannelId, key: &str) -> Result<Option<Mark>> {
    Ok(statement(db, "SELECT status, told, delivery FROM marks WHERE channel = ?1 AND key = ?2")?
        .query_row((num(channel.0), key), |row| {
            Ok(Mark { status: status(row.get(0)?), told: row.get(1)?, delivery: id(row.get(2)?) })
        })
        .optional()?)
}

/// `write_back` is about to tell what became of `delivery`.
pub(super) fn set(
    tx: &Tx<'_>,
    channel: ChannelId,
    key: &str,
    status: MessageStatus,
    delivery: DeliveryId,
    write_back: DeliveryId,
) -> Result<()> {
    statement(
        tx.db,
        "INSERT INTO marks VALUES (?1, ?2, ?3, 0, ?4, ?5)
         ON CONFLICT DO UPDATE SET status = ?3, told = 0, delivery = ?4, write_back = ?5",
    )?
    .execute((num(channel.0), key, number(status), num(delivery.0), num(write_back.0)))?;
    Ok(())
}

/// Somebody else refines what was told: `write_back` is about to tell it. Nothing is noted of a message nobody was told of.
pub(super) fn refine(
    tx: &Tx<'_>,
    channel: ChannelId,
    key: &str,
    status: MessageStatus,
    write_back: DeliveryId,
) -> Result<()> {
    statement(
        tx.db,
        "UPDATE marks SET status = ?3, told = 0, write_back = ?4 WHERE channel = ?1 AND key = ?2",
    )?
    .execute((num(channel.0), key, number(status), num(write_back.0)))?;
    Ok(())
}

/// A write-back arrived: the platform knows, unless there is something newer to tell.
pub(super) fn told(tx: &Tx<'_>, write_back: DeliveryId) -> Result<()> {
    statement(tx.db, "UPDATE marks SET told = 1 WHERE write_back = ?1")?.execute([num(write_back.0)])?;
    Ok(())
}

/// A delivery begins anew: what was told of it is true no longer.
pub(super) fn forget(tx: &Tx<'_>, delivery: DeliveryId) -> Result<()> {
    statement(tx.db, "DELETE FROM marks WHERE delivery = ?1")?.execute([num(delivery.0)])?;
    Ok(())
}

/// Whether a write-back is the newest there is to tell of its message.
pub(super) fn is_newest(db: &Connection, write_back: DeliveryId) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM marks WHERE write_back = ?1")?.exists([num(write_back.0)])?)
}
