//! Table `messages`: every message of a conversation, once by the platform's key. Those without a key are all kept.

use rusqlite::{Connection, OptionalExtension as _};

use super::conversations;
use super::seal::{Kind, Seal};
use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, ConversationId, EventId, File, Message, MessageId, Timestamp};
use crate::error::Result;

/// Adds what was told to what is known: words and status may change, a file or an author once known stays.
fn merge(known: Message, told: &Message) -> Message {
    Message {
        key: known.key,
        author: told.author.clone().or(known.author),
        content_type: told.content_type.clone().or(known.content_type),
        files: files(known.files, &told.files),
        sent_at: told.sent_at.or(known.sent_at),
        status: told.status.or(known.status),
        error: told.error.clone().or(known.error),
        from: told.from,
        text: told.text.clone(),
        private: told.private,
        template: told.template,
    }
}

/// Files as they were told last. Ours are known by what they were before: whoever tells of a change does not name them again.
fn files(known: Vec<File>, told: &[File]) -> Vec<File> {
    if told.is_empty() {
        return known;
    }
    let ours = |at: usize, file: &File| {
        let same_place = || known.get(at).filter(|one| one.name == file.name);
        known.iter().find(|one| one.url == file.url).or_else(same_place)?.id
    };
    let named = |(at, file): (usize, &File)| File { id: file.id.or_else(|| ours(at, file)), ..file.clone() };
    told.iter().enumerate().map(named).collect()
}

/// Keeps a message that `event` brought, if it is not known; `sealed` is the same message, sealed outside the writer. False: it is.
pub(super) fn enter(
    tx: &Tx<'_>,
    conversation: ConversationId,
    told: &Message,
    sealed: &[u8],
    event: EventId,
) -> Result<bool> {
    let new: MessageId = tx.next_id();
    let added = statement(
        tx.db,
        "INSERT INTO messages VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0) ON CONFLICT (conversation, key) DO NOTHING",
    )?
    .execute((
        num(new.0),
        num(conversation.0),
        &told.key,
        told.sent_at.map(|at| at.0),
        sealed,
        num(event.0),
    ))?;
    Ok(added > 0)
}

/// The same; one that is known takes on what was told of it.
pub(super) fn keep(
    tx: &Tx<'_>,
    seal: &Seal,
    conversation: ConversationId,
    told: &Message,
    sealed: &[u8],
    event: EventId,
) -> Result<()> {
    if enter(tx, conversation, told, sealed, event)? {
        return Ok(());
    }
    let known: Option<(i64, Vec<u8>)> =
        statement(tx.db, "SELECT id, sealed FROM messages WHERE conversation = ?1 AND key = ?2")?
            .query_row((num(conversation.0), &told.key), |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
    if let Some((id, sealed)) = known {
        let known: Message = seal.open_json(Kind::Message, &sealed)?;
        let merged = merge(known.clone(), told);
        if merged != known {
            statement(tx.db, "UPDATE messages SET sent_at = ?2, sealed = ?3 WHERE id = ?1")?.execute((
                id,
                merged.sent_at.map(|at| at.0),
                seal.seal_json(Kind::Message, &merged)?,
            ))?;
        }
    }
    Ok(())
}

/// A message came once more and was skipped.
pub(super) fn came_again(tx: &Tx<'_>, channel: ChannelId, conversation: &str, key: &str) -> Result<()> {
    if let Some(conversation) = conversations::id_of(tx.db, channel, conversation)? {
        statement(tx.db, "UPDATE messages SET repeats = repeats + 1 WHERE conversation = ?1 AND key = ?2")?
            .execute((num(conversation.0), key))?;
    }
    Ok(())
}

/// The same of the one that an event brought.
pub(super) fn came_again_of(tx: &Tx<'_>, event: EventId) -> Result<()> {
    // By way of its conversation: messages are not found by events.
    let sql = "UPDATE messages SET repeats = repeats + 1
               WHERE conversation = (SELECT conversation FROM events WHERE id = ?1) AND event = ?1";
    statement(tx.db, sql)?.execute([num(event.0)])?;
    Ok(())
}

/// A message of ours, kept under our own reference, that the platform calls by a key of its own.
pub(super) fn rename(tx: &Tx<'_>, conversation: ConversationId, ours: &str, key: &str) -> Result<()> {
    let of_ours = (num(conversation.0), ours, key);
    statement(tx.db, "UPDATE OR IGNORE messages SET key = ?3 WHERE conversation = ?1 AND key = ?2")?
        .execute(of_ours)?;
    // The platform told of it before: what it told is there.
    statement(tx.db, "DELETE FROM messages WHERE conversation = ?1 AND key = ?2 AND key <> ?3")?
        .execute(of_ours)?;
    Ok(())
}

/// The messages of a conversation with the times they came, oldest first.
pub(super) fn of_conversation(
    db: &Connection,
    seal: &Seal,
    conversation: ConversationId,
) -> Result<Vec<(MessageId, Message)>> {
    before(db, seal, conversation, i64::MAX)
}

/// Those of them that were entered before `until`.
pub(super) fn before(
    db: &Connection,
    seal: &Seal,
    conversation: ConversationId,
    until: i64,
) -> Result<Vec<(MessageId, Message)>> {
    let mut select = statement(
        db,
        "SELECT id, key, sealed FROM messages WHERE conversation = ?1 AND id < ?2 ORDER BY id",
    )?;
    let rows = select
        .query_map((num(conversation.0), until), |row| {
            Ok((id(row.get(0)?), row.get::<_, Option<String>>(1)?, row.get::<_, Vec<u8>>(2)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let open = |(id, key, sealed): (MessageId, Option<String>, Vec<u8>)| -> Result<_> {
        Ok((id, Message { key, ..seal.open_json(Kind::Message, &sealed)? }))
    };
    rows.into_iter().map(open).collect()
}

/// The greatest number a platform gave a message of a conversation that was written before this time; none where none has a number.
pub(super) fn last_number(
    db: &Connection,
    conversation: ConversationId,
    before: Timestamp,
) -> Result<Option<String>> {
    let sql = "SELECT key FROM messages WHERE conversation = ?1 AND sent_at < ?2 AND key <> '' AND key NOT GLOB '*[^0-9]*'
               ORDER BY CAST(key AS INTEGER) DESC LIMIT 1";
    Ok(statement(db, sql)?.query_row((num(conversation.0), before.0), |row| row.get(0)).optional()?)
}

/// Whether a conversation has this message.
pub(super) fn is_known(db: &Connection, conversation: ConversationId, key: &str) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM messages WHERE conversation = ?1 AND key = ?2")?
        .exists((num(conversation.0), key))?)
}
