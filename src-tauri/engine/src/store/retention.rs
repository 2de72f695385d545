//! Lets go of what is older than the settings say, a slice at a time, so that intake goes on meanwhile.
//!
//! The log, tries and conversations have an age each. What is still owed stays, however old, and so does everything a try of it needs.
//! Identifiers are ordered by time, so an age is a bound on a key and no row is looked at that is too young.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension as _};

use super::erase;
use super::sql::{id, num, statement};
use super::tallies::Tally;
use super::writer::Tx;
use crate::domain::{BodyId, ChannelId, ContactId, ConversationId, ExchangeId, FileId, MessageId, Timestamp};
use crate::error::Result;
use crate::schema::{HistoryWhat, Settings};

/// Rows of one table in one slice: some milliseconds.
const SLICE: i64 = 50;

/// For how long a body may be shared by those that come after it, in ms. See [`Ages::bodies`].
pub(super) const SHARED_FOR_MS: i64 = 60 * 60 * 1_000;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// Up to where things are too old. None: they are kept for ever.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ages {
    traffic: Option<ExchangeId>,
    tries: Option<ExchangeId>,
    conversations: Option<Timestamp>,
    /// Files go by this bound alone, whatever else is kept.
    files: Option<FileId>,
    /// Bodies of the last hour go as well, which takes a closer look at who shares them; so do people without a conversation.
    thorough: bool,
}

impl Ages {
    /// What an admin wants gone: all of that kind that came before then.
    pub(super) fn chosen(what: &[HistoryWhat], before: Timestamp) -> Self {
        let traffic = what.contains(&HistoryWhat::Traffic).then(|| ExchangeId::at(before));
        Self {
            traffic,
            tries: traffic,
            conversations: what.contains(&HistoryWhat::Conversations).then_some(before),
            files: what.contains(&HistoryWhat::Files).then(|| FileId::at(before)),
            thorough: true,
        }
    }

    /// Whatever the log has up to there, for want of room.
    pub(super) fn up_to(end: ExchangeId) -> Self {
        Self {
            traffic: Some(end),
            tries: Some(end),
            conversations: None,
            files: Some(FileId::at(end.time())),
            thorough: false,
        }
    }

    /// Whether bodies may have to be looked at that are still remembered.
    pub(super) fn is_thorough(&self) -> bool {
        self.thorough && self.traffic.is_some()
    }

    /// What the settings say, at `now`.
    pub(super) fn new(settings: &Settings, now: Timestamp) -> Self {
        let before = |days: u32| (days > 0).then(|| now.plus_ms(-i64::from(days) * DAY_MS));
        let traffic = before(settings.keep_traffic_days).map(ExchangeId::at);
        let tries = before(settings.keep_tries_days).map(ExchangeId::at);
        Self {
            traffic,
            // A try is nothing without what it was a try of.
            tries: traffic.max(tries),
            conversations: before(settings.keep_conversations_days),
            files: None,
            thorough: false,
        }
    }

    /// Up to which exchange there is anything to look at.
    fn exchanges(&self) -> Option<ExchangeId> {
        self.traffic.max(self.tries)
    }

    /// Up to where files are in no log and in no conversation.
    fn files(&self) -> Option<FileId> {
        let (traffic, conversations) = (self.traffic?.time(), self.conversations?);
        Some(FileId::at(traffic.min(conversations)))
    }

    /// Up to where bodies may go. Whoever shares a body came within [`SHARED_FOR_MS`] of it, so that those older than the oldest
    /// exchange by more than that belong to nobody but exchanges that were kept because something of them is still owed.
    fn bodies(&self) -> Option<BodyId> {
        let shared = if self.thorough { 0 } else { SHARED_FOR_MS };
        self.traffic.map(|oldest| BodyId::at(oldest.time().plus_ms(-shared)))
    }
}

/// An exchange that is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Old {
    /// The exchange.
    pub(super) id: ExchangeId,
    channel: Option<ChannelId>,
    goes: bool,
}

/// The next exchanges after `cursor` that are old enough to be looked at, and whether each goes.
pub(super) fn exchanges(db: &Connection, ages: Ages, cursor: ExchangeId) -> Result<Vec<Old>> {
    let Some(end) = ages.exchanges() else { return Ok(Vec::new()) };
    let mut select = statement(
        db,
        "SELECT e.id, e.channel, e.delivery IS NOT NULL,
            EXISTS (SELECT 1 FROM deliveries d WHERE d.id BETWEEN e.first AND e.last AND d.exchange = e.id
                    AND (d.state IN (0, 1, 5, 8) OR d.state = 2 AND d.due IS NOT NULL))
            OR EXISTS (SELECT 1 FROM deliveries d WHERE d.exchange = e.id AND d.role = 2 AND d.state IN (0, 1, 5, 8))
            OR EXISTS (SELECT 1 FROM deliveries d WHERE d.id = e.delivery
                       AND (d.state IN (0, 1, 5, 8) OR d.state = 2 AND d.due IS NOT NULL))
         FROM exchanges e WHERE e.id > ?1 AND e.id < ?2 ORDER BY e.id LIMIT ?3",
    )?;
    let rows = select.query_map((num(cursor.0), num(end.0), SLICE), |row| {
        let (exchange, is_try, owed): (ExchangeId, bool, bool) = (id(row.get(0)?), row.get(2)?, row.get(3)?);
        let limit = if is_try { ages.tries } else { ages.traffic };
        Ok(Old {
            id: exchange,
            channel: row.get::<_, Option<i64>>(1)?.map(id),
            goes: !owed && limit.is_some_and(|limit| exchange < limit),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Those that go.
pub(super) fn going(looked_at: &[Old]) -> Vec<ExchangeId> {
    looked_at.iter().filter(|old| old.goes).map(|old| old.id).collect()
}

/// Lets exchanges go with their events, deliveries and tries. Their bodies follow with [`forget_bodies`].
pub(super) fn forget_exchanges(tx: &mut Tx<'_>, looked_at: &[Old]) -> Result<()> {
    for old in looked_at.iter().filter(|old| old.goes) {
        erase::caused_by(tx, old.id)?;
        statement(tx.db, "DELETE FROM attempts WHERE exchange = ?1 AND delivery = (SELECT delivery FROM exchanges WHERE id = ?1)")?
            .execute([num(old.id.0)])?;
        let gone = statement(tx.db, "DELETE FROM exchanges WHERE id = ?1")?.execute([num(old.id.0)])?;
        tx.memory.tallies.push(Tally {
            at: Timestamp(0),
            channel: old.channel,
            exchanges: -i64::try_from(gone).unwrap_or(0),
            ..Tally::default()
        });
    }
    Ok(())
}

/// Bodies of exchanges and deliveries that are old and yet kept, because something of them is still owed.
pub(super) fn bodies_in_use(db: &Connection, ages: Ages) -> Result<HashSet<BodyId>> {
    let mut used = HashSet::new();
    let Some(end) = ages.traffic else { return Ok(used) };
    // Those that came after may share what came before.
    let end = if ages.thorough { ExchangeId::at(end.time().plus_ms(SHARED_FOR_MS)) } else { end };
    for sql in [
        "SELECT body FROM exchanges WHERE id < ?1 AND body IS NOT NULL",
        "SELECT answer FROM exchanges WHERE id < ?1 AND answer IS NOT NULL",
        "SELECT body FROM deliveries WHERE id < ?1 AND body IS NOT NULL",
    ] {
        let mut select = statement(db, sql)?;
        let rows = select.query_map([num(end.0)], |row| Ok(id(row.get(0)?)))?;
        for row in rows {
            used.insert(row?);
        }
    }
    Ok(used)
}

/// The next bodies after `cursor` that are old.
pub(super) fn bodies(db: &Connection, ages: Ages, cursor: BodyId) -> Result<Vec<BodyId>> {
    let Some(end) = ages.bodies() else { return Ok(Vec::new()) };
    let mut select = statement(db, "SELECT id FROM bodies WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT ?3")?;
    let rows = select.query_map((num(cursor.0), num(end.0), SLICE), |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Lets bodies go.
pub(super) fn forget_bodies(tx: &Tx<'_>, which: &[BodyId]) -> Result<()> {
    which.iter().try_for_each(|body| {
        statement(tx.db, "DELETE FROM bodies WHERE id = ?1")?.execute([num(body.0)])?;
        Ok(())
    })
}

/// The next old messages.
pub(super) fn messages(db: &Connection, ages: Ages) -> Result<Vec<MessageId>> {
    let Some(end) = ages.conversations else { return Ok(Vec::new()) };
    let mut select = statement(db, "SELECT id FROM messages WHERE id < ?1 ORDER BY id LIMIT ?2")?;
    let rows = select.query_map((num(MessageId::at(end).0), SLICE), |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Lets messages go.
pub(super) fn forget_messages(tx: &Tx<'_>, which: &[MessageId]) -> Result<()> {
    which.iter().try_for_each(|message| {
        statement(tx.db, "DELETE FROM messages WHERE id = ?1")?.execute([num(message.0)])?;
        Ok(())
    })
}

/// The next old conversations that have no message left.
pub(super) fn conversations(db: &Connection, ages: Ages) -> Result<Vec<ConversationId>> {
    let Some(end) = ages.conversations else { return Ok(Vec::new()) };
    let mut select = statement(
        db,
        "SELECT c.id FROM conversations c WHERE c.id < ?1
         AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.conversation = c.id) ORDER BY c.id LIMIT ?2",
    )?;
    let rows = select.query_map((num(ConversationId::at(end).0), SLICE), |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Lets conversations go, unless something has been said in them since.
pub(super) fn forget_conversations(tx: &mut Tx<'_>, which: &[ConversationId]) -> Result<()> {
    for conversation in which {
        let row = [num(conversation.0)];
        if !statement(tx.db, "SELECT 1 FROM messages WHERE conversation = ?1")?.exists(row)? {
            erase::conversation(tx, *conversation)?;
        }
    }
    Ok(())
}

/// Lets the next of what was learned long ago of chats and people go: it can be looked up again. True when there was nothing more to do.
pub(super) fn forget_learned(tx: &Tx<'_>, ages: Ages) -> Result<bool> {
    let Some(end) = ages.conversations else { return Ok(true) };
    let learned = "DELETE FROM learned WHERE (channel, key) IN (SELECT channel, key FROM learned WHERE at < ?1 LIMIT ?2)";
    Ok(statement(tx.db, learned)?.execute((end.0, SLICE))? == 0)
}

/// Lets the next old files go, those whose exchange and messages have gone before them; true when there was nothing more to do. Their
/// bytes follow once somebody asks for [`super::files::unused`].
pub(super) fn forget_files(tx: &Tx<'_>, ages: Ages) -> Result<bool> {
    if let Some(end) = ages.files {
        // Those that something is still owed with stay.
        let gone = "DELETE FROM files WHERE id IN (SELECT f.id FROM files f WHERE f.id < ?1 AND NOT EXISTS (
              SELECT 1 FROM exchanges e JOIN deliveries d ON d.id BETWEEN e.first AND e.last AND d.exchange = e.id
              WHERE e.id = f.exchange AND (d.state IN (0, 1, 5, 8) OR d.state = 2 AND d.due IS NOT NULL))
             AND (?3 OR NOT EXISTS (SELECT 1 FROM exchanges e WHERE e.id = f.exchange)) ORDER BY f.id LIMIT ?2)";
        return Ok(statement(tx.db, gone)?.execute((num(end.0), SLICE, ages.thorough))? == 0);
    }
    let Some(end) = ages.files() else { return Ok(true) };
    let gone = "DELETE FROM files WHERE id IN (SELECT f.id FROM files f WHERE f.id < ?1
         AND NOT EXISTS (SELECT 1 FROM exchanges e WHERE e.id = f.exchange) ORDER BY f.id LIMIT ?2)";
    Ok(statement(tx.db, gone)?.execute((num(end.0), SLICE))? == 0)
}

/// Lets the next people go who have no conversation any more; true when there was nothing more to do. Only for who wants all of it gone.
pub(super) fn forget_people(tx: &mut Tx<'_>, ages: Ages) -> Result<bool> {
    let Some(end) = ages.conversations.filter(|_| ages.thorough) else { return Ok(true) };
    let gone = "DELETE FROM contacts WHERE id IN (SELECT c.id FROM contacts c WHERE c.id < ?1
         AND NOT EXISTS (SELECT 1 FROM conversations v WHERE v.person = c.id) ORDER BY c.id LIMIT ?2)";
    let gone = statement(tx.db, gone)?.execute((num(ContactId::at(end).0), SLICE))?;
    // They may be remembered.
    tx.memory.forget_rows();
    Ok(gone == 0)
}

/// Where the next part of the log after `cursor` ends, for letting it go; none when what is left is short.
pub(super) fn next_part(db: &Connection, cursor: ExchangeId) -> Result<Option<ExchangeId>> {
    /// Exchanges in one part.
    const PART: i64 = 1_000;
    let mut select = statement(db, "SELECT id FROM exchanges WHERE id > ?1 ORDER BY id LIMIT 1 OFFSET ?2")?;
    Ok(select.query_row((num(cursor.0), PART), |row| Ok(id(row.get(0)?))).optional()?)
}

#[cfg(test)]
#[path = "retention_tests.rs"]
mod tests;
