//! A chat as its messages tell it: those its platform told of, and those of ours with what became of them.

use rusqlite::Connection;

use super::seal::Seal;
use super::shared::Shared;
use super::sql::{num, statement};
use super::steps::FilePlace;
use super::writer::Tx;
use super::{caused, conversations, deliveries, erase, events, files, learned, messages, sent};
use crate::domain::{ChannelId, EventId, File, Message, MessageId, State, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{CustomerMessage, FileView};

/// Messages shown of a chat.
const MOST: usize = 500;

/// The messages of a chat, oldest first, at most the last 500.
pub(super) fn find(
    db: &Connection,
    shared: &Shared,
    channel: ChannelId,
    chat: &str,
) -> Result<Vec<CustomerMessage>> {
    let (seal, shown) = (shared.seal()?, shared.shown());
    let mut told: Vec<(MessageId, Message)> = Vec::new();
    for (conversation, _) in conversations::of_chat(db, &seal, channel, chat)? {
        told.extend(messages::of_conversation(db, &seal, conversation)?);
    }
    let mut all = Vec::new();
    for owed in deliveries::of_chat(db, channel, chat, MOST)? {
        let Some(kept) = events::find(db, &seal, owed.event)? else { continue };
        let Some(message) = kept.event.message.filter(|_| caused::is_message(kept.event.kind)) else {
            continue;
        };
        let key = sent::key(db, owed.id)?;
        let is_this = |told: &Message| {
            let theirs = told.key.as_deref();
            theirs.is_some_and(|theirs| key.as_deref() == Some(theirs) || is_named_after(owed.event, theirs))
        };
        let mut shown_as = view(db, &seal, &message, owed.id.time())?;
        while let Some(same) = told.iter().position(|(_, told)| is_this(told)) {
            shown_as.status = told.swap_remove(same).1.status.or(shown_as.status);
        }
        shown_as.exchange = Some(owed.exchange);
        shown_as.state = shown.state(owed.state, Some(owed.destination));
        shown_as.skipped = owed.skipped;
        shown_as.error = owed.code.map(Error::new).or(shown_as.error);
        all.push(shown_as);
    }
    for (id, message) in told {
        all.push(view(db, &seal, &message, id.time())?);
    }
    all.sort_by_key(|message| message.at);
    all.drain(..all.len().saturating_sub(MOST));
    Ok(all)
}

/// The chat something was written to whose key begins like this; of several the one that sorts last. None when nothing is known to have
/// been written to any.
pub(super) fn latest(db: &Connection, channel: ChannelId, begins: &str) -> Result<Option<String>> {
    let end = format!("{begins}{}", char::MAX);
    Ok(statement(db, "SELECT max(chat) FROM deliveries WHERE channel = ?1 AND chat >= ?2 AND chat < ?3")?
        .query_row((num(channel.0), begins, end), |row| row.get(0))?)
}

/// Whether a message goes by the reference of an event of ours, its platform having no name of its own for it.
fn is_named_after(event: EventId, key: &str) -> bool {
    key.parse::<EventId>().is_ok_and(|named| named == event)
}

fn view(db: &Connection, seal: &Seal, message: &Message, at: Timestamp) -> Result<CustomerMessage> {
    let files = message.files.iter().map(|file| file_view(db, seal, file)).collect::<Result<_>>()?;
    Ok(CustomerMessage {
        exchange: None,
        from: message.from,
        author: message.author.clone(),
        text: message.text.clone(),
        files,
        at: message.sent_at.unwrap_or(at),
        state: State::Received,
        skipped: None,
        status: message.status,
        error: None,
    })
}

pub(super) fn file_view(db: &Connection, seal: &Seal, file: &File) -> Result<FileView> {
    let known = match file.id {
        Some(id) => files::find(db, seal, &[id])?.pop(),
        None => None,
    };
    let mut view = FileView {
        id: file.id.filter(|_| known.is_some()),
        name: file.name.clone(),
        content_type: file.content_type.clone(),
        size: file.size,
        url: None,
        error: None,
    };
    match known.map(|known| (known.content_type, known.place)) {
        Some((content_type, FilePlace::Here { size, .. })) => {
            view.content_type = Some(content_type);
            view.size = Some(size);
        }
        Some((_, FilePlace::Lost(code))) => view.error = Some(Error::new(code)),
        Some((_, FilePlace::There(_))) | None => {}
    }
    Ok(view)
}

/// Removes the messages of a chat and what was learned of it. The log keeps what is in the log.
pub(super) fn forget(tx: &mut Tx<'_>, seal: &Seal, channel: ChannelId, chat: &str) -> Result<()> {
    for (conversation, _) in conversations::of_chat(tx.db, seal, channel, chat)? {
        statement(tx.db, "DELETE FROM messages WHERE conversation = ?1")?.execute([num(conversation.0)])?;
        erase::conversation(tx, conversation)?;
    }
    statement(tx.db, "UPDATE deliveries SET chat = NULL WHERE channel = ?1 AND chat = ?2")?
        .execute((num(channel.0), chat))?;
    learned::forget(tx, channel, learned::About::Chat(chat))?;
    // Conversations may be remembered that are gone.
    tx.memory.forget_rows();
    Ok(())
}
