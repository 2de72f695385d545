//! Table `conversations`: what is known of each. A field a request did not mention stays as it was.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _};

use super::seal::{Kind, Seal};
use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, Conversation, ConversationId};
use crate::error::Result;

/// Adds what was told to what is known. The transcript is no part of it: its messages are kept as messages.
fn merge(known: &Conversation, told: &Conversation) -> Conversation {
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

/// Keeps what an event tells of a conversation and gives all that is known.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    seal: &Seal,
    channel: ChannelId,
    told: &Conversation,
) -> Result<(ConversationId, Arc<Conversation>)> {
    let at = (channel, told.key.clone());
    let known = match tx.memory.conversations.get(at.clone()) {
        Some(known) => Some(known.clone()),
        None => find(tx.db, seal, channel, &told.key)?.map(|(id, conversation)| (id, Arc::new(conversation))),
    };
    let (new, merged) = match known {
        Some((id, known)) => {
            let merged = merge(&known, told);
            if merged == *known {
                tx.memory.conversations.put(at, (id, Arc::clone(&known)));
                return Ok((id, known));
            }
            (id, merged)
        }
        None => (tx.next_id::<ConversationId>(), Conversation { transcript: Vec::new(), ..told.clone() }),
    };
    statement(
        tx.db,
        "INSERT INTO conversations VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET started_at = ?4, ended_at = ?5, sealed = ?6",
    )?
    .execute((
        num(new.0),
        num(channel.0),
        &merged.key,
        merged.started_at.map(|at| at.0),
        merged.ended_at.map(|at| at.0),
        seal.seal_json(Kind::Conversation, &merged)?,
    ))?;
    let merged = Arc::new(merged);
    tx.memory.conversations.put(at, (new, Arc::clone(&merged)));
    Ok((new, merged))
}

/// A conversation by the platform's key.
pub(super) fn find(
    db: &Connection,
    seal: &Seal,
    channel: ChannelId,
    key: &str,
) -> Result<Option<(ConversationId, Conversation)>> {
    let found = statement(db, "SELECT id, sealed FROM conversations WHERE channel = ?1 AND key = ?2")?
        .query_row((num(channel.0), key), |row| Ok((id(row.get(0)?), row.get::<_, Vec<u8>>(1)?)))
        .optional()?;
    found.map(|(id, sealed)| Ok((id, seal.open_json(Kind::Conversation, &sealed)?))).transpose()
}
