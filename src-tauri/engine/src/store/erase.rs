//! Erases a channel: its deliveries and all that is kept of its traffic, in slices, so that intake goes on meanwhile.
//!
//! What links carried goes both ways: copies of its messages that are owed elsewhere go with it, and so does what came to it from others,
//! whose log stays. The destinations go last: one without a channel, found at a start, is an erasure that was cut short and goes on.

use rusqlite::Connection;

use super::deliveries::{self, Standing};
use super::results;
use super::shared::Shown;
use super::sql::{id, num, statement};
use super::tallies::Tally;
use super::writer::Tx;
use crate::domain::{ChannelId, ConversationId, DestinationId, EventId, ExchangeId, Timestamp};
use crate::error::Result;

/// Rows of one table in one slice: some milliseconds.
const SLICE: i64 = 50;

/// What an exchange caused has ids in its range.
const CAUSED: &str =
    "BETWEEN (SELECT first FROM exchanges WHERE id = ?1) AND (SELECT last FROM exchanges WHERE id = ?1)";

/// The next exchanges of a channel that will go, and with them the tries of what they caused elsewhere.
pub(super) fn next(db: &Connection, channel: ChannelId) -> Result<Vec<ExchangeId>> {
    let mut select = statement(db, "SELECT id FROM exchanges WHERE channel = ?1 ORDER BY id LIMIT ?2")?;
    let rows = select.query_map((num(channel.0), SLICE), |row| Ok(id(row.get(0)?)))?;
    let mut next = rows.collect::<Result<Vec<ExchangeId>, _>>()?;
    let mut tries = statement(db, "SELECT exchange FROM attempts WHERE delivery = ?1")?;
    for exchange in next.clone() {
        for elsewhere in elsewhere(db, exchange, channel)? {
            let rows = tries.query_map([num(elsewhere.id.0)], |row| Ok(id(row.get(0)?)))?;
            next.extend(rows.collect::<Result<Vec<ExchangeId>, _>>()?);
        }
    }
    Ok(next)
}

/// What an exchange caused at other channels than this one.
fn elsewhere(db: &Connection, exchange: ExchangeId, channel: ChannelId) -> Result<Vec<Standing>> {
    let mut all = deliveries::of_exchange(db, exchange, super::exchanges::caused(db, exchange)?)?;
    all.extend(deliveries::told_of_exchange(db, exchange)?);
    all.retain(|one| one.channel != channel);
    Ok(all)
}

/// Erases these exchanges with all that belongs to them. Bodies are shared only within a channel, so they go too.
pub(super) fn exchanges(tx: &mut Tx<'_>, channel: ChannelId, which: &[ExchangeId]) -> Result<()> {
    // Ids of bodies may be remembered that are about to go.
    tx.memory.forget_rows();
    let mut gone = 0;
    for exchange in which {
        let row = [num(exchange.0)];
        let elsewhere = elsewhere(tx.db, *exchange, channel)?;
        for sql in [
            &format!("DELETE FROM bodies WHERE id IN (SELECT body FROM deliveries WHERE id {CAUSED} AND exchange = ?1)"),
            "DELETE FROM bodies WHERE id IN (SELECT body FROM exchanges WHERE id = ?1 UNION ALL SELECT answer FROM exchanges
             WHERE id = ?1)",
        ] {
            statement(tx.db, sql)?.execute(row)?;
        }
        caused_by(tx, *exchange)?;
        for one in elsewhere {
            leave_lane(tx, &one)?;
        }
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

/// A delivery is gone: its lane goes on without it.
pub(super) fn leave_lane(tx: &mut Tx<'_>, gone: &Standing) -> Result<()> {
    let at = tx.clock.now();
    deliveries::advance(tx, gone.destination, gone.lane, at)?;
    if gone.state.is_open() {
        tx.memory.tallies.push(Tally {
            at,
            channel: Some(gone.channel),
            waiting: Some((gone.destination, -1)),
            ..Tally::default()
        });
    }
    Ok(())
}

/// Erases the events, deliveries and tries an exchange caused, and all that was remembered for their sake.
pub(super) fn caused_by(tx: &Tx<'_>, exchange: ExchangeId) -> Result<()> {
    let owed = format!(
        "(SELECT id FROM deliveries WHERE id {CAUSED} AND exchange = ?1
          UNION ALL SELECT id FROM deliveries WHERE exchange = ?1 AND role = 2)"
    );
    for sql in [
        format!("DELETE FROM attempts WHERE delivery IN {owed}"),
        format!("DELETE FROM sent WHERE delivery IN {owed}"),
        format!("DELETE FROM marks WHERE delivery IN {owed} OR write_back IN {owed}"),
        format!(
            "DELETE FROM requests WHERE event IN (SELECT id FROM events WHERE id {CAUSED} AND exchange = ?1)"
        ),
        "DELETE FROM events WHERE id IN (SELECT event FROM deliveries WHERE exchange = ?1 AND role = 2)"
            .to_owned(),
        format!("DELETE FROM deliveries WHERE id IN {owed}"),
        format!("DELETE FROM events WHERE id {CAUSED} AND exchange = ?1"),
    ] {
        statement(tx.db, &sql)?.execute([num(exchange.0)])?;
    }
    Ok(())
}

/// Erases the next of what links carried to the channel from others. False when there was nothing more.
pub(super) fn carried(tx: &mut Tx<'_>, shown: &Shown, channel: ChannelId) -> Result<bool> {
    let events = statement(tx.db, "SELECT id, exchange FROM events WHERE channel = ?1 LIMIT ?2")?
        .query_map((num(channel.0), SLICE), |row| Ok((id(row.get(0)?), id(row.get(1)?))))?
        .collect::<Result<Vec<(EventId, ExchangeId)>, _>>()?;
    for (of, exchange) in &events {
        event(tx, *of)?;
        results::settle_without(tx, *exchange, shown)?;
    }
    tx.memory.forget_rows();
    Ok(!events.is_empty())
}

/// Erases an event with what was sent of it and all that was remembered for their sake. Gives the deliveries that are gone: lanes that stay
/// go on without them.
pub(super) fn event(tx: &Tx<'_>, event: EventId) -> Result<Vec<Standing>> {
    let gone = deliveries::of_event(tx.db, event)?;
    for owed in &gone {
        for sql in [
            "DELETE FROM bodies WHERE id = (SELECT body FROM deliveries WHERE id = ?1)",
            "DELETE FROM attempts WHERE delivery = ?1",
            "DELETE FROM sent WHERE delivery = ?1",
            "DELETE FROM marks WHERE delivery = ?1 OR write_back = ?1",
            "DELETE FROM deliveries WHERE id = ?1",
        ] {
            statement(tx.db, sql)?.execute([num(owed.id.0)])?;
        }
    }
    for sql in ["DELETE FROM requests WHERE event = ?1", "DELETE FROM events WHERE id = ?1"] {
        statement(tx.db, sql)?.execute([num(event.0)])?;
    }
    Ok(gone)
}

/// The next conversations of a channel after `cursor`.
pub(super) fn conversations(
    db: &Connection,
    channel: ChannelId,
    cursor: ConversationId,
) -> Result<Vec<ConversationId>> {
    let sql = "SELECT id FROM conversations WHERE channel = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
    let mut select = statement(db, sql)?;
    let rows = select.query_map((num(channel.0), num(cursor.0), SLICE), |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Erases a conversation that has no message left, and what was to be done with it.
pub(super) fn conversation(tx: &mut Tx<'_>, which: ConversationId) -> Result<()> {
    for sql in [
        "DELETE FROM flags WHERE conversation = ?1",
        "UPDATE bulk_items SET conversation = NULL WHERE conversation = ?1",
        "DELETE FROM sessions WHERE conversation = ?1 AND channel = (SELECT channel FROM conversations WHERE id = ?1)",
        "DELETE FROM conversations WHERE id = ?1",
    ] {
        statement(tx.db, sql)?.execute([num(which.0)])?;
    }
    // It may be remembered.
    tx.memory.forget_rows();
    Ok(())
}

/// Erases the next slice of the rest. None while there is more; at the end the destinations are gone as well: these.
pub(super) fn rest(tx: &mut Tx<'_>, channel: ChannelId) -> Result<Option<Vec<DestinationId>>> {
    tx.memory.forget_rows();
    let of_channel = (num(channel.0), SLICE);
    for sql in [
        "DELETE FROM seen WHERE (channel, kind, key) IN (SELECT channel, kind, key FROM seen WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM sessions WHERE (channel, session) IN (SELECT channel, session FROM sessions WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM messages WHERE id IN (SELECT m.id FROM conversations c JOIN messages m ON m.conversation = c.id
         WHERE c.channel = ?1 LIMIT ?2)",
        "UPDATE bulk_items SET conversation = NULL WHERE (bulk, n) IN (SELECT b.bulk, b.n FROM conversations c
         JOIN bulk_items b ON b.conversation = c.id WHERE c.channel = ?1 LIMIT ?2)",
        "DELETE FROM flags WHERE conversation IN (SELECT conversation FROM flags WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM conversations WHERE id IN (SELECT id FROM conversations WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM contacts WHERE id IN (SELECT id FROM contacts WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM tallies WHERE (slot, channel) IN (SELECT slot, channel FROM tallies WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM requests WHERE (channel, name) IN (SELECT channel, name FROM requests WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM sent WHERE (channel, key) IN (SELECT channel, key FROM sent WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM marks WHERE (channel, key) IN (SELECT channel, key FROM marks WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM learned WHERE (channel, key) IN (SELECT channel, key FROM learned WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM files WHERE id IN (SELECT id FROM files WHERE channel = ?1 LIMIT ?2)",
        "DELETE FROM lanes WHERE id IN (SELECT l.id FROM destinations d JOIN lanes l ON l.destination = d.id
         WHERE d.channel = ?1 LIMIT ?2)",
    ] {
        if statement(tx.db, sql)?.execute(of_channel)? > 0 {
            return Ok(None);
        }
    }
    let gone = statement(tx.db, "DELETE FROM destinations WHERE channel = ?1 RETURNING id")?
        .query_map([num(channel.0)], |row| Ok(id(row.get(0)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Some(gone))
}
