//! Table `destinations`: where deliveries go; one endpoint for each channel.

use rusqlite::{Connection, OptionalExtension as _};

use super::sql::{code, id, num, statement};
use super::steps::Destination;
use super::writer::Tx;
use crate::domain::{ChannelId, Code, DestinationId, Timestamp};
use crate::error::Result;

/// The channel's endpoint; none when the channel is gone.
pub(super) fn of_channel(tx: &mut Tx<'_>, channel: ChannelId) -> Result<Option<DestinationId>> {
    if let Some(known) = tx.memory.destinations.get(&channel) {
        return Ok(Some(*known));
    }
    let found = statement(tx.db, "SELECT id FROM destinations WHERE channel = ?1")?
        .query_row([num(channel.0)], |row| Ok(id(row.get(0)?)))
        .optional()?;
    if let Some(found) = found {
        tx.memory.destinations.insert(channel, found);
    }
    Ok(found)
}

/// Makes sure the channel has one.
pub(super) fn ensure(tx: &mut Tx<'_>, channel: ChannelId) -> Result<()> {
    if of_channel(tx, channel)?.is_none() {
        let new: DestinationId = tx.next_id();
        statement(tx.db, "INSERT INTO destinations (id, channel) VALUES (?1, ?2)")?
            .execute((num(new.0), num(channel.0)))?;
    }
    Ok(())
}

/// All of them, by creation.
pub(super) fn all(db: &Connection) -> Result<Vec<Destination>> {
    let mut select = statement(db, "SELECT id, channel, stopped, probe_at FROM destinations ORDER BY id")?;
    let rows = select.query_map([], |row| {
        Ok(Destination {
            id: id(row.get(0)?),
            channel: id(row.get(1)?),
            role: super::steps::Role::Endpoint,
            stopped: code(row.get::<_, Option<String>>(2)?.as_deref()),
            probe_at: row.get::<_, Option<i64>>(3)?.map(Timestamp),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Stops one, or opens it again. Gives its channel; none when it is gone.
pub(super) fn set_stopped(
    tx: &Tx<'_>,
    destination: DestinationId,
    stopped: Option<Code>,
    probe_at: Option<Timestamp>,
) -> Result<Option<ChannelId>> {
    Ok(statement(
        tx.db,
        "UPDATE destinations SET stopped = ?2, probe_at = ?3 WHERE id = ?1 RETURNING channel",
    )?
    .query_row((num(destination.0), stopped.map(Code::name), probe_at.map(|at| at.0)), |row| {
        Ok(id(row.get(0)?))
    })
    .optional()?)
}

/// A delivery came to its end: counts those given up in a row. Nothing is written while all goes well.
pub(super) fn count_end(tx: &mut Tx<'_>, id: DestinationId, failed: bool) -> Result<()> {
    if failed {
        tx.memory.well.remove(&id);
        statement(tx.db, "UPDATE destinations SET failures = failures + 1 WHERE id = ?1")?
            .execute([num(id.0)])?;
    } else if tx.memory.well.insert(id) {
        statement(tx.db, "UPDATE destinations SET failures = 0 WHERE id = ?1 AND failures > 0")?
            .execute([num(id.0)])?;
    }
    Ok(())
}

/// How many deliveries in a row were given up, and the destination.
pub(super) fn failures(db: &Connection, channel: ChannelId) -> Result<Option<(DestinationId, u64)>> {
    Ok(statement(db, "SELECT id, failures FROM destinations WHERE channel = ?1")?
        .query_row([num(channel.0)], |row| {
            Ok((id(row.get(0)?), row.get::<_, i64>(1)?.max(0).cast_unsigned()))
        })
        .optional()?)
}
