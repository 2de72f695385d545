//! Table `destinations`: where deliveries go. Each channel has an endpoint; its platform is one, or two, once something goes there.

use rusqlite::{Connection, OptionalExtension as _};

use super::sql::{code, id, num, statement};
use super::steps::{Destination, Role};
use super::writer::Tx;
use crate::domain::{ChannelId, Code, DestinationId, Timestamp};
use crate::error::Result;

/// A channel's destination of that role; none when there is none yet, or the channel is gone.
pub(super) fn of_channel(tx: &mut Tx<'_>, channel: ChannelId, role: Role) -> Result<Option<DestinationId>> {
    if let Some(known) = tx.memory.destinations.get(&(channel, role)) {
        return Ok(Some(*known));
    }
    let found = statement(tx.db, "SELECT id FROM destinations WHERE channel = ?1 AND role = ?2")?
        .query_row((num(channel.0), role as u8), |row| Ok(id(row.get(0)?)))
        .optional()?;
    if let Some(found) = found {
        tx.memory.destinations.insert((channel, role), found);
    }
    Ok(found)
}

/// Makes sure the channel has one of that role, and gives it.
pub(super) fn ensure(tx: &mut Tx<'_>, channel: ChannelId, role: Role) -> Result<DestinationId> {
    if let Some(known) = of_channel(tx, channel, role)? {
        return Ok(known);
    }
    let new: DestinationId = tx.next_id();
    statement(tx.db, "INSERT INTO destinations (id, channel, role) VALUES (?1, ?2, ?3)")?.execute((
        num(new.0),
        num(channel.0),
        role as u8,
    ))?;
    tx.memory.destinations.insert((channel, role), new);
    tx.memory.made.push(Destination { id: new, channel, role, stopped: None, probe_at: None });
    Ok(new)
}

/// All of them, by creation.
pub(super) fn all(db: &Connection) -> Result<Vec<Destination>> {
    select(db, "SELECT id, channel, role, stopped, probe_at FROM destinations ORDER BY id", &[])
}

/// Those of one channel, the endpoint first.
pub(super) fn of(db: &Connection, channel: ChannelId) -> Result<Vec<Destination>> {
    let sql =
        "SELECT id, channel, role, stopped, probe_at FROM destinations WHERE channel = ?1 ORDER BY role";
    select(db, sql, &[num(channel.0)])
}

fn select(db: &Connection, sql: &str, values: &[i64]) -> Result<Vec<Destination>> {
    let mut select = statement(db, sql)?;
    let rows = select.query_map(rusqlite::params_from_iter(values), |row| {
        Ok(Destination {
            id: id(row.get(0)?),
            channel: id(row.get(1)?),
            role: Role::from_number(row.get(2)?),
            stopped: code(row.get::<_, Option<String>>(3)?.as_deref()),
            probe_at: row.get::<_, Option<i64>>(4)?.map(Timestamp),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Stops one, or opens it again.
pub(super) fn set_stopped(
    tx: &Tx<'_>,
    destination: DestinationId,
    stopped: Option<Code>,
    probe_at: Option<Timestamp>,
) -> Result<()> {
    statement(tx.db, "UPDATE destinations SET stopped = ?2, probe_at = ?3 WHERE id = ?1")?.execute((
        num(destination.0),
        stopped.map(Code::name),
        probe_at.map(|at| at.0),
    ))?;
    Ok(())
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

/// The most deliveries in a row that one of a channel's destinations gave up.
pub(super) fn failures(db: &Connection, channel: ChannelId) -> Result<u64> {
    let most: i64 = statement(db, "SELECT coalesce(max(failures), 0) FROM destinations WHERE channel = ?1")?
        .query_row([num(channel.0)], |row| row.get(0))?;
    Ok(most.max(0).cast_unsigned())
}
