//! Table `conversations`: what is known of each. A field a request did not mention stays as it was.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _};

use super::flags;
use super::seal::{Kind, Seal};
use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, ContactId, Conversation, ConversationId};
use crate::error::Result;

/// Adds what was told to what is known. The transcript is no part of it: its messages are kept as messages.
pub(super) fn merge(known: &Conversation, told: &Conversation) -> Conversation {
    fn newer<T: Clone>(old: &mut Option<T>, new: &Option<T>) {
        if new.is_some() {
            old.clone_from(new);
        }
    }
    let mut merged = known.clone();
    newer(&mut merged.chat, &told.chat);
    newer(&mut merged.session, &told.session);
    newer(&mut merged.inbox, &told.inbox);
    newer(&mut merged.status, &told.status);
    newer(&mut merged.operator, &told.operator);
    newer(&mut merged.labels, &told.labels);
    newer(&mut merged.started_at, &told.started_at);
    newer(&mut merged.ended_at, &told.ended_at);
    for (name, value) in &told.attributes {
        merged.attributes.insert(name.clone(), value.clone());
    }
    merged
}

/// Keeps what an event tells of a conversation and gives all that is known. `with` is whom it is with.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    seal: &Seal,
    channel: ChannelId,
    told: &Conversation,
    with: Option<(ContactId, &str)>,
) -> Result<(ConversationId, Arc<Conversation>)> {
    let (person, contact) = (with.map(|(id, _)| id), with.map(|(_, key)| key));
    let at = (channel, told.key.clone());
    // What is known by a session may be stored under another key: only the others are remembered by theirs.
    let mut is_filed = true;
    let known = match tx.memory.conversations.get(at.clone()) {
        Some(known) => Some(known.clone()),
        None => {
            let mut found = find(tx.db, seal, channel, &told.key)?;
            if found.is_none() {
                found = join(tx.db, seal, channel, told, contact)?;
            }
            if let Some((id, known)) = &found {
                is_filed = known.chat.is_none() || is_filed_by_chat(tx.db, *id)?;
            }
            match found {
                Some((id, conversation)) => Some((id, Arc::new(conversation), person_of(tx.db, id)?)),
                None => None,
            }
        }
    };
    let mut known_person = None;
    let (new, merged) = match known {
        Some((id, known, whom)) => {
            known_person = whom;
            let merged = match (is_provisional(&known), is_provisional(told)) {
                // Now it has a name of its own, and times of its own: a session's are not the conversation's.
                (true, false) => {
                    Conversation { key: told.key.clone(), ..merge(&without_times(&known), told) }
                }
                (false, true) => merge(&known, &without_times(told)),
                _ => merge(&known, told),
            };
            let same_person = person.is_none() || person == known_person;
            if is_filed && same_person && merged == *known && !belongs_elsewhere(&merged, told) {
                remember(tx, at, id, &known, known_person);
                return Ok((id, known));
            }
            (id, merged)
        }
        None => (tx.next_id::<ConversationId>(), Conversation { transcript: Vec::new(), ..told.clone() }),
    };
    let person = person.or(known_person);
    statement(
        tx.db,
        "INSERT INTO conversations VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET key = ?3, started_at = ?4, ended_at = ?5, contact = coalesce(contact, ?6), provisional = ?7,
         sealed = ?8, chat = ?9, person = ?10",
    )?
    .execute((
        num(new.0),
        num(channel.0),
        &merged.key,
        merged.started_at.map(|at| at.0),
        merged.ended_at.map(|at| at.0),
        merged.session.as_ref().and(contact),
        is_provisional(&merged),
        seal.seal_json(Kind::Conversation, &merged)?,
        &merged.chat,
        person.map(|id| num(id.0)),
    ))?;
    if let Some(session) = &told.session {
        let before: Option<i64> =
            statement(tx.db, "SELECT conversation FROM sessions WHERE channel = ?1 AND session = ?2")?
                .query_row((num(channel.0), session), |row| row.get(0))
                .optional()?;
        if let Some(before) = before.map(id).filter(|before| *before != new) {
            flags::move_over(tx, before, new)?;
        }
        statement(
            tx.db,
            "INSERT INTO sessions VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET conversation = ?3",
        )?
        .execute((num(channel.0), session, num(new.0)))?;
    }
    let merged = Arc::new(merged);
    remember(tx, at, new, &merged, person);
    Ok((new, merged))
}

/// Only conversations that are known by their own key and have no sessions are remembered: of the others several keys mean one row.
fn remember(
    tx: &mut Tx<'_>,
    at: (ChannelId, String),
    id: ConversationId,
    known: &Arc<Conversation>,
    person: Option<ContactId>,
) {
    if known.session.is_none() {
        tx.memory.conversations.put(at, (id, Arc::clone(known), person));
    } else {
        tx.memory.conversations.remove(&(at.0, known.key.clone()));
        tx.memory.conversations.remove(&at);
    }
}

/// True while only a session of it is known, under a key made of the session's.
fn is_provisional(conversation: &Conversation) -> bool {
    conversation
        .session
        .as_ref()
        .is_some_and(|session| conversation.key.strip_prefix("session:") == Some(session))
}

fn without_times(session: &Conversation) -> Conversation {
    Conversation { started_at: None, ended_at: None, status: None, ..session.clone() }
}

fn belongs_elsewhere(known: &Conversation, told: &Conversation) -> bool {
    told.session.is_some() && known.key != told.key
}

/// The conversation a session belongs to, or the other way round: by explicit id, else the one with the same person at the same time.
fn join(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    told: &Conversation,
    contact: Option<&str>,
) -> Result<Option<(ConversationId, Conversation)>> {
    if let Some(session) = &told.session
        && let Some(found) = by_session(db, seal, channel, session)?
    {
        return Ok(Some(found));
    }
    let (Some(contact), Some(started)) = (contact, told.started_at) else { return Ok(None) };
    let found = statement(
        db,
        "SELECT id, sealed FROM conversations WHERE channel = ?1 AND contact = ?2 AND provisional <> ?3 AND started_at <= ?5
         AND coalesce(ended_at, ?4) >= ?4 ORDER BY id DESC LIMIT 1",
    )?
    .query_row(
        (num(channel.0), contact, is_provisional(told), started.0, told.ended_at.map_or(i64::MAX, |at| at.0)),
        opened,
    )
    .optional()?;
    found.map(|found| open(seal, found)).transpose()
}

/// What is known of a conversation an event told of.
pub(super) fn known(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    told: &Conversation,
) -> Result<Option<Conversation>> {
    let found = match (find(db, seal, channel, &told.key)?, &told.session) {
        (None, Some(session)) => by_session(db, seal, channel, session)?,
        (found, _) => found,
    };
    Ok(found.map(|(_, known)| known))
}

/// The conversation an event told of, by its key or by its session's.
pub(super) fn id_of_any(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    told: &Conversation,
) -> Result<Option<ConversationId>> {
    let found = match (find(db, seal, channel, &told.key)?, &told.session) {
        (None, Some(session)) => by_session(db, seal, channel, session)?,
        (found, _) => found,
    };
    Ok(found.map(|(id, _)| id))
}

/// The conversation with that key.
pub(super) fn id_of(db: &Connection, channel: ChannelId, key: &str) -> Result<Option<ConversationId>> {
    Ok(statement(db, "SELECT id FROM conversations WHERE channel = ?1 AND key = ?2")?
        .query_row((num(channel.0), key), |row| Ok(id(row.get(0)?)))
        .optional()?)
}

/// The conversations of a chat, the latest first: it is called by the chat's key, or belongs to it.
pub(super) fn of_chat(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    chat: &str,
) -> Result<Vec<(ConversationId, Conversation)>> {
    // Identifiers begin with the time in ms: where no start was told, the time it was first heard of stands for it.
    let mut select = statement(
        db,
        "SELECT id, sealed FROM conversations WHERE channel = ?1 AND (chat = ?2 OR key = ?2 AND chat IS NULL)
         ORDER BY coalesce(started_at, id >> 21) DESC, id DESC",
    )?;
    let found = select.query_map((num(channel.0), chat), opened)?.collect::<Result<Vec<_>, _>>()?;
    found.into_iter().map(|found| open(seal, found)).collect()
}

/// The latest conversation of a chat.
pub(super) fn latest_of_chat(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    chat: &str,
) -> Result<Option<Conversation>> {
    Ok(of_chat(db, seal, channel, chat)?.into_iter().next().map(|(_, latest)| latest))
}

/// Conversations of earlier versions are found by their chat once they are heard of again.
fn is_filed_by_chat(db: &Connection, conversation: ConversationId) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM conversations WHERE id = ?1 AND chat IS NOT NULL")?
        .exists([num(conversation.0)])?)
}

fn find(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    key: &str,
) -> Result<Option<(ConversationId, Conversation)>> {
    let found = statement(db, "SELECT id, sealed FROM conversations WHERE channel = ?1 AND key = ?2")?
        .query_row((num(channel.0), key), opened)
        .optional()?;
    found.map(|found| open(seal, found)).transpose()
}

fn by_session(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    session: &str,
) -> Result<Option<(ConversationId, Conversation)>> {
    let found = statement(
        db,
        "SELECT c.id, c.sealed FROM sessions s JOIN conversations c ON c.id = s.conversation WHERE s.channel = ?1 AND s.session = ?2",
    )?
    .query_row((num(channel.0), session), opened)
    .optional()?;
    found.map(|found| open(seal, found)).transpose()
}

/// Whom a conversation is with.
fn person_of(db: &Connection, conversation: ConversationId) -> Result<Option<ContactId>> {
    Ok(statement(db, "SELECT person FROM conversations WHERE id = ?1")?
        .query_row([num(conversation.0)], |row| Ok(row.get::<_, Option<i64>>(0)?.map(id)))?)
}

fn opened(row: &rusqlite::Row<'_>) -> rusqlite::Result<(ConversationId, Vec<u8>)> {
    Ok((id(row.get(0)?), row.get(1)?))
}

fn open(seal: &Seal, (id, sealed): (ConversationId, Vec<u8>)) -> Result<(ConversationId, Conversation)> {
    Ok((id, seal.open_json(Kind::Conversation, &sealed)?))
}
