//! Erases a channel: its deliveries and all that is kept of its traffic, in slices, so that intake goes on meanwhile.
//!
//! The destination goes last: one without a channel, found at a start, is an erasure that was cut short and goes on.

use rusqlite::Connection;

use super::sql::{id, num, statement};
use super::tallies::Tally;
use super::writer::Tx;
use crate::domain::{ChannelId, DestinationId, ExchangeId, Timestamp};
use crate::error::Result;

/// Rows of one table in one slice: some milliseconds.
const SLICE: i64 = 50;

/// What an exchange caused has ids in its range.
const CAUSED: &str =
    "BETWEEN (SELECT first FROM exchanges WHERE id = ?1) AND (SELECT last FROM exchanges WHERE id = ?1)";

/// The next exchanges of a channel that will go.
pub(super) fn next(db: &Connection, channel: ChannelId) -> Result<Vec<ExchangeId>> {
    let mut select = statement(db, "SELECT id FROM exchanges WHERE channel = ?1 ORDER BY id LIMIT ?2")?;
    let rows = select.query_map((num(channel.0), SLICE), |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Erases these exchanges with all that belongs to them. Bodies are shared only within a channel, so they go too.
pub(super) fn exchanges(tx: &mut Tx<'_>, channel: ChannelId, which: &[ExchangeId]) -> Result<()> {
    // Ids of bodies may be remembered that are about to go.
    tx.memory.forget_rows();
    let mut gone = 0;
    for exchange in which {
        let row = [num(exchange.0)];
        for sql in [
            &format!("DELETE FROM bodies WHERE id IN (SELECT body FROM deliveries WHERE id {CAUSED} AND exchange = ?1)"),
            "DELETE FROM bodies WHERE id IN (SELECT body FROM exchanges WHERE id = ?1 UNION ALL SELECT answer FROM exchanges
             WHERE id = ?1)",
        ] {
            statement(tx.db, sql)?.execute(row)?;
        }
        caused_by(tx, *exchange)?;
        gone += statement(tx.db, "DELETE FROM exchanges WHERE id = ?1")?.execute(row)?;
    }
    tx.memory.tallies.push(Tally {
        at: Timestamp(0),
        channel: Some(channel),
        exchanges: -i64::try_from(gone).unwrap_or(0),
        ..Tally::default()
    });
    Ok(())
}

/// Erases the events, deliveries and tries an exchange caused.
pub(super) fn caused_by(tx: &Tx<'_>, exchange: ExchangeId) -> Result<()> {
    for sql in [
        format!(
            "DELETE FROM attempts WHERE delivery IN (SELECT id FROM deliveries WHERE id {CAUSED} AND exchange = ?1)"
        ),
        format!("DELETE FROM deliveries WHERE id {CAUSED} AND exchange = ?1"),
        format!("DELETE FROM events WHERE id {CAUSED} AND exchange = ?1"),
    ] {
        statement(tx.db, &sql)?.execute([num(exchange.0)])?;
    }
    Ok(())
}

/// Erases the next slice of the rest; true when nothing is left but the destination, and that is gone as well.
pub(super) fn rest(tx: &mut Tx<'_>, channel: ChannelId, destination: DestinationId) -> Result<bool> {
    tx.memory.forget_rows();
    let of_channel = (num(channel.0), SLICE);
    for sql in [
        "DELETE FROM seen WHERE (channel, kind, key) IN (SELECT channel, kind, key FROM seen WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM sessions WHERE (channel, session) IN (SELECT channel, session FROM sessions WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM messages WHERE id IN (SELECT m.id FROM conversations c JOIN messages m ON m.conversation = c.id
         WHERE c.channel = ?1 LIMIT ?2)",
        "DELETE FROM conversations WHERE id IN (SELECT id FROM conversations WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM contacts WHERE id IN (SELECT id FROM contacts WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM tallies WHERE (slot, channel) IN (SELECT slot, channel FROM tallies WHERE channel = ?1 LIMIT ?2)",
    ] {
        if statement(tx.db, sql)?.execute(of_channel)? > 0 {
            return Ok(false);
        }
    }
    let lanes = "DELETE FROM lanes WHERE id IN (SELECT id FROM lanes WHERE destination = ?1 LIMIT ?2)";
    if statement(tx.db, lanes)?.execute((num(destination.0), SLICE))? > 0 {
        return Ok(false);
    }
    statement(tx.db, "DELETE FROM destinations WHERE id = ?1")?.execute([num(destination.0)])?;
    Ok(true)
}
