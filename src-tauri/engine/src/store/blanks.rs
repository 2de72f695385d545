//! Keeps less of what was said, where an admin wants it so: once all that an exchange caused has arrived, what it said goes, and what is
//! left tells who wrote when and what became of it.
//!
//! Which exchanges these are is entered with them, by the level of their channel at that moment, so that a change of the level is about
//! what comes from then on. A copy that a link made for another channel goes by the stricter of both. Done in slices, behind everything
//! else; the words go out of the search first, for what is left there could not be found again.

use rusqlite::{Connection, OptionalExtension as _};

use super::exchanges::{self, Envelope};
use super::seal::{Kind, Seal};
use super::sql::{id, num, statement};
use super::writer::Tx;
use super::{deliveries, events};
use crate::domain::{
    ChannelId, Contact, ContactId, Conversation, Event, ExchangeId, FileId, Message, MessageId, Privacy,
    Timestamp,
};
use crate::error::Result;

/// Exchanges looked at in one slice.
const SLICE: i64 = 20;

/// An exchange of which less is to be kept now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Due {
    pub(super) exchange: ExchangeId,
    level: Privacy,
}

/// Enters an exchange, by the level of its channel.
pub(super) fn enter(tx: &mut Tx<'_>, exchange: ExchangeId, channel: Option<ChannelId>) -> Result<()> {
    let level = channel.map_or(Privacy::Full, |channel| tx.memory.shared().privacy(channel));
    if level > Privacy::Full {
        put(tx, exchange, level)?;
    }
    Ok(())
}

/// Enters an exchange because an event of it was carried to that channel.
pub(super) fn enter_copy(tx: &Tx<'_>, exchange: ExchangeId, elsewhere: ChannelId) -> Result<()> {
    if tx.memory.shared().privacy(elsewhere) > Privacy::Full {
        put(tx, exchange, Privacy::Full)?;
    }
    Ok(())
}

fn put(tx: &Tx<'_>, exchange: ExchangeId, level: Privacy) -> Result<()> {
    statement(
        tx.db,
        "INSERT INTO blanks (exchange, level) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET level = max(level, ?2), done = 0",
    )?
    .execute((num(exchange.0), level as u8))?;
    Ok(())
}

/// Whether what an exchange said is gone, so that nothing of it can be sent again.
pub(super) fn is_done(db: &Connection, exchange: ExchangeId) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM blanks WHERE exchange = ?1 AND done = 1")?.exists([num(exchange.0)])?)
}

/// The next exchanges after `cursor`, older than `before`: those that are due among them, and where to go on; none at the end.
pub(super) fn next(
    db: &Connection,
    cursor: ExchangeId,
    before: ExchangeId,
) -> Result<Option<(Vec<Due>, ExchangeId)>> {
    // Arrived, read or skipped; or accepted, and nothing more is asked.
    const OPEN: &str = "NOT (d.state IN (3, 4, 9) OR d.state = 2 AND d.due IS NULL)";
    let sql = format!(
        "SELECT b.exchange, b.level, e.id IS NULL OR NOT (e.can_process
            OR EXISTS (SELECT 1 FROM deliveries d WHERE d.id BETWEEN e.first AND e.last AND d.exchange = e.id AND {OPEN})
            OR EXISTS (SELECT 1 FROM deliveries d WHERE d.exchange = e.id AND d.role = 2 AND {OPEN})
            OR EXISTS (SELECT 1 FROM deliveries d WHERE d.id = e.delivery AND {OPEN}))
         FROM blanks b LEFT JOIN exchanges e ON e.id = b.exchange
         WHERE b.done = 0 AND b.exchange > ?1 AND b.exchange < ?2 ORDER BY b.exchange LIMIT ?3"
    );
    let mut select = statement(db, &sql)?;
    let found = select
        .query_map((num(cursor.0), num(before.0), SLICE), |row| {
            let due = Due { exchange: id(row.get(0)?), level: Privacy::from_number(row.get(1)?) };
            Ok((due, row.get::<_, bool>(2)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let Some((last, _)) = found.last() else { return Ok(None) };
    let last = last.exchange;
    Ok(Some((found.into_iter().filter(|(_, due)| *due).map(|(due, _)| due).collect(), last)))
}

/// The messages that these exchanges brought.
pub(super) fn messages(db: &Connection, seal: &Seal, due: &[Due]) -> Result<Vec<MessageId>> {
    let mut all = Vec::new();
    for one in due {
        let range = exchanges::caused(db, one.exchange)?;
        for kept in events::of_exchange(db, seal, one.exchange, range)? {
            let Some(conversation) = kept.conversation else { continue };
            let sql = "SELECT id FROM messages WHERE conversation = ?1 AND event = ?2";
            let mut select = statement(db, sql)?;
            let rows = select.query_map((num(conversation.0), num(kept.id.0)), |row| Ok(id(row.get(0)?)))?;
            all.extend(rows.collect::<Result<Vec<MessageId>, _>>()?);
        }
    }
    Ok(all)
}

/// Lets go of what they said.
pub(super) fn blank(tx: &mut Tx<'_>, seal: &Seal, due: &[Due]) -> Result<()> {
    for one in due {
        blank_one(tx, seal, *one)?;
        statement(tx.db, "UPDATE blanks SET done = 1 WHERE exchange = ?1")?.execute([num(one.exchange.0)])?;
    }
    // Rows that were changed may be remembered.
    tx.memory.forget_rows();
    Ok(())
}

fn blank_one(tx: &mut Tx<'_>, seal: &Seal, Due { exchange, level }: Due) -> Result<()> {
    let range = exchanges::caused(tx.db, exchange)?;
    if level > Privacy::Full {
        row(tx, seal, exchange, level)?;
        let mut owed = deliveries::of_exchange(tx.db, exchange, range)?;
        owed.extend(deliveries::told_of_exchange(tx.db, exchange)?);
        for one in owed {
            body(tx, exchange, one.body)?;
            statement(tx.db, "UPDATE deliveries SET body = NULL WHERE id = ?1")?.execute([num(one.id.0)])?;
        }
    }
    for kept in events::of_exchange(tx.db, seal, exchange, range)? {
        let level = kept.elsewhere.map_or(level, |channel| level.max(tx.memory.shared().privacy(channel)));
        if level == Privacy::Full {
            continue;
        }
        let mut event = kept.event;
        blank_event(&mut event, level);
        statement(tx.db, "UPDATE events SET sealed = ?2 WHERE id = ?1")?
            .execute((num(kept.id.0), events::seal(seal, &event)?))?;
        if let Some(conversation) = kept.conversation {
            told(tx, seal, num(conversation.0), num(kept.id.0), level)?;
        }
        if level == Privacy::MetadataOnly {
            if let Some(person) = kept.contact {
                contact(tx, seal, person)?;
            }
            if let Some(conversation) = kept.conversation {
                self::conversation(tx, seal, num(conversation.0))?;
            }
        }
    }
    Ok(())
}

/// The row of the log, its bodies and its headers.
fn row(tx: &Tx<'_>, seal: &Seal, exchange: ExchangeId, level: Privacy) -> Result<()> {
    let found = statement(tx.db, "SELECT body, answer, envelope FROM exchanges WHERE id = ?1")?
        .query_row([num(exchange.0)], |row| {
            Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, Vec<u8>>(2)?))
        })
        .optional()?;
    let Some((request, answer, envelope)) = found else { return Ok(()) };
    body(tx, exchange, request)?;
    body(tx, exchange, answer)?;
    statement(tx.db, "UPDATE exchanges SET body = NULL, answer = NULL, preview = '' WHERE id = ?1")?
        .execute([num(exchange.0)])?;
    if level == Privacy::MetadataOnly {
        let mut envelope: Envelope = seal.open_json(Kind::Envelope, &envelope)?;
        (envelope.headers, envelope.answer_headers) = (Vec::new(), Vec::new());
        (envelope.peer, envelope.address) = (None, without_query(envelope.address));
        let sealed = seal.seal_json(Kind::Envelope, &envelope)?;
        statement(tx.db, "UPDATE exchanges SET who = '', envelope = ?2 WHERE id = ?1")?
            .execute((num(exchange.0), sealed))?;
    }
    Ok(())
}

fn without_query(address: String) -> String {
    match address.split_once('?') {
        Some((path, _)) => path.to_owned(),
        None => address,
    }
}

/// A body goes, unless it came with an exchange of which everything is kept, or another one still needs it: then that one takes it along.
fn body(tx: &Tx<'_>, exchange: ExchangeId, body: Option<i64>) -> Result<()> {
    statement(
        tx.db,
        "DELETE FROM bodies WHERE id = ?1
         AND EXISTS (SELECT 1 FROM blanks WHERE exchange = (SELECT max(id) FROM exchanges WHERE id < ?1))
         AND NOT EXISTS (SELECT 1 FROM blanks b JOIN exchanges e ON e.id = b.exchange
                         WHERE b.done = 0 AND b.exchange <> ?2 AND (e.body = ?1 OR e.answer = ?1))",
    )?
    .execute((body, num(exchange.0)))?;
    Ok(())
}

/// The messages an event brought.
fn told(tx: &Tx<'_>, seal: &Seal, conversation: i64, event: i64, level: Privacy) -> Result<()> {
    let rows = statement(tx.db, "SELECT id, sealed FROM messages WHERE conversation = ?1 AND event = ?2")?
        .query_map((conversation, event), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    for (which, sealed) in rows {
        let mut message: Message = seal.open_json(Kind::Message, &sealed)?;
        blank_message(&mut message, level);
        statement(tx.db, "UPDATE messages SET sealed = ?2 WHERE id = ?1")?
            .execute((which, seal.seal_json(Kind::Message, &message)?))?;
    }
    Ok(())
}

fn contact(tx: &Tx<'_>, seal: &Seal, which: ContactId) -> Result<()> {
    let found = statement(tx.db, "SELECT sealed FROM contacts WHERE id = ?1")?
        .query_row([num(which.0)], |row| row.get::<_, Vec<u8>>(0))
        .optional()?;
    let Some(sealed) = found else { return Ok(()) };
    let mut contact: Contact = seal.open_json(Kind::Contact, &sealed)?;
    blank_contact(&mut contact);
    statement(tx.db, "UPDATE contacts SET phone = NULL, email = NULL, sealed = ?2 WHERE id = ?1")?
        .execute((num(which.0), seal.seal_json(Kind::Contact, &contact)?))?;
    Ok(())
}

fn conversation(tx: &Tx<'_>, seal: &Seal, which: i64) -> Result<()> {
    let found = statement(tx.db, "SELECT sealed FROM conversations WHERE id = ?1")?
        .query_row([which], |row| row.get::<_, Vec<u8>>(0))
        .optional()?;
    let Some(sealed) = found else { return Ok(()) };
    let mut conversation: Conversation = seal.open_json(Kind::Conversation, &sealed)?;
    blank_conversation(&mut conversation, Privacy::MetadataOnly);
    statement(tx.db, "UPDATE conversations SET sealed = ?2 WHERE id = ?1")?
        .execute((which, seal.seal_json(Kind::Conversation, &conversation)?))?;
    Ok(())
}

fn blank_event(event: &mut Event, level: Privacy) {
    event.detail.clear();
    if let Some(message) = &mut event.message {
        blank_message(message, level);
    }
    if let Some(conversation) = &mut event.conversation {
        blank_conversation(conversation, level);
    }
    if level == Privacy::MetadataOnly {
        if let Some(contact) = &mut event.contact {
            blank_contact(contact);
        }
        if let Some(operator) = &mut event.operator {
            (operator.name, operator.email) = (None, None);
        }
    }
}

fn blank_message(message: &mut Message, level: Privacy) {
    message.text.clear();
    message.files.clear();
    message.error = None;
    if level == Privacy::MetadataOnly {
        message.author = None;
    }
}

fn blank_contact(contact: &mut Contact) {
    *contact = Contact {
        key: std::mem::take(&mut contact.key),
        identifier: contact.identifier.take(),
        ..Contact::default()
    };
}

fn blank_conversation(conversation: &mut Conversation, level: Privacy) {
    conversation.attributes.clear();
    conversation.transcript.iter_mut().for_each(|message| blank_message(message, level));
    if level == Privacy::MetadataOnly
        && let Some(operator) = &mut conversation.operator
    {
        (operator.name, operator.email) = (None, None);
    }
}

/// Lets the next files of such exchanges go whose addresses have run out; true when there was nothing more to do.
pub(super) fn forget_files(tx: &Tx<'_>, before: Timestamp) -> Result<bool> {
    let gone =
        "DELETE FROM files WHERE id IN (SELECT f.id FROM files f JOIN blanks b ON b.exchange = f.exchange
         WHERE f.id < ?1 AND b.done = 1 AND b.level > 0 ORDER BY f.id LIMIT ?2)";
    Ok(statement(tx.db, gone)?.execute((num(FileId::at(before).0), SLICE))? == 0)
}

/// Forgets those whose exchanges have gone.
pub(super) fn tidy(tx: &Tx<'_>) -> Result<()> {
    statement(tx.db, "DELETE FROM blanks WHERE exchange < (SELECT coalesce(min(id), 0) FROM exchanges)")?
        .execute([])?;
    Ok(())
}
