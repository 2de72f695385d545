//! Rows of the list of conversations as screens see them: what the list holds, completed from the journal.

use rusqlite::{Connection, OptionalExtension as _};

use super::pool::Reader;
use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{id, num, statement};
use super::{details, flags, words};
use crate::domain::{ChannelId, Contact, Conversation, ConversationId, Message, MessageId, Timestamp};
use crate::error::Result;
use crate::schema::ConversationRow;

/// What the list knows of a conversation by having counted.
#[derive(Clone, Copy)]
struct Counted {
    messages: i64,
    last_at: i64,
}

/// Rows of these conversations, in this order; none for one that is gone.
pub(super) fn complete(
    reader: &mut Reader,
    shared: &Shared,
    which: &[ConversationId],
) -> Result<Vec<Option<ConversationRow>>> {
    let seal = shared.seal()?;
    let mut counted = Vec::with_capacity(which.len());
    let index = reader.search.index()?;
    let mut select = statement(index, "SELECT messages, last_at FROM listing WHERE id = ?1")?;
    for conversation in which {
        counted.push(
            select
                .query_row([num(conversation.0)], |row| {
                    Ok(Counted { messages: row.get(0)?, last_at: row.get(1)? })
                })
                .optional()?,
        );
    }
    drop(select);
    which
        .iter()
        .zip(counted)
        .map(|(conversation, counted)| row(&reader.db, shared, &seal, *conversation, counted))
        .collect()
}

/// A conversation as the journal has it.
pub(super) struct Kept {
    pub(super) channel: ChannelId,
    /// The platform's id of whom it is with.
    pub(super) contact: Option<String>,
    pub(super) conversation: Conversation,
    pub(super) with: Option<Contact>,
}

/// One conversation.
pub(super) fn find(db: &Connection, seal: &Seal, which: ConversationId) -> Result<Option<Kept>> {
    let found = statement(
        db,
        "SELECT c.channel, coalesce(p.key, c.contact), c.sealed, coalesce(p.sealed, q.sealed) FROM conversations c
         LEFT JOIN contacts p ON p.id = c.person LEFT JOIN contacts q ON q.channel = c.channel AND q.key = c.contact
         WHERE c.id = ?1",
    )?
    .query_row([num(which.0)], |row| {
        Ok((id(row.get(0)?), row.get(1)?, row.get::<_, Vec<u8>>(2)?, row.get::<_, Option<Vec<u8>>>(3)?))
    })
    .optional()?;
    let Some((channel, contact, sealed, with)) = found else { return Ok(None) };
    Ok(Some(Kept {
        channel,
        contact,
        conversation: seal.open_json(Kind::Conversation, &sealed)?,
        with: with.map(|sealed| seal.open_json(Kind::Contact, &sealed)).transpose()?,
    }))
}

fn row(
    db: &Connection,
    shared: &Shared,
    seal: &Seal,
    which: ConversationId,
    counted: Option<Counted>,
) -> Result<Option<ConversationRow>> {
    let Some(Kept { channel, contact, conversation, with }) = find(db, seal, which)? else {
        return Ok(None);
    };
    let last = last_message(db, seal, which)?;
    let heard = which.time();
    let started_at = conversation.started_at.unwrap_or(heard);
    let counted = match counted {
        Some(counted) => counted,
        // It has just come.
        None => Counted {
            messages: statement(db, "SELECT count(*) FROM messages WHERE conversation = ?1")?
                .query_row([num(which.0)], |row| row.get(0))?,
            last_at: last.as_ref().map_or(started_at, |(at, _)| *at).0,
        },
    };
    let failed: i64 = statement(db, "SELECT count(*) FROM deliveries WHERE conversation = ?1 AND state = 6")?
        .query_row([num(which.0)], |row| row.get(0))?;
    let who = with.as_ref().map(name_of).or_else(|| contact.clone()).unwrap_or_default();
    Ok(Some(ConversationRow {
        id: which,
        channel,
        who: words::preview(words::plain(&who)),
        contact,
        key: conversation.key,
        status: conversation.status,
        operator: conversation.operator,
        inbox: conversation.inbox,
        labels: conversation.labels.unwrap_or_default(),
        attributes: details::redacted(conversation.attributes),
        messages: counted.messages.max(0).cast_unsigned(),
        failed: failed.max(0).cast_unsigned(),
        preview: last.as_ref().map(|(_, message)| words::preview_of_message(message)).unwrap_or_default(),
        preview_from: last.map(|(_, message)| message.from),
        started_at,
        last_at: Timestamp(counted.last_at),
        ended_at: conversation.ended_at,
        flag: flags::view(db, shared, which)?,
    }))
}

/// A contact as a person would name them.
fn name_of(contact: &Contact) -> String {
    let known = [&contact.name, &contact.email, &contact.phone, &contact.identifier];
    let named = known.into_iter().flatten().find(|known| !known.trim().is_empty());
    named.unwrap_or(&contact.key).clone()
}

/// The message of a conversation that came last, and when.
fn last_message(db: &Connection, seal: &Seal, which: ConversationId) -> Result<Option<(Timestamp, Message)>> {
    let found = statement(
        db,
        "SELECT id, sealed FROM messages WHERE id = (SELECT max(id) FROM messages WHERE conversation = ?1)",
    )?
    .query_row([num(which.0)], |row| Ok((id::<MessageId>(row.get(0)?), row.get::<_, Vec<u8>>(1)?)))
    .optional()?;
    let Some((message, sealed)) = found else { return Ok(None) };
    let opened: Message = seal.open_json(Kind::Message, &sealed)?;
    Ok(Some((opened.sent_at.unwrap_or(message.time()), opened)))
}
