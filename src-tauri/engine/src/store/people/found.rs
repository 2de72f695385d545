//! What is kept of a person, as it is found slice by slice: nothing is written here.

use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, OptionalExtension as _};

use crate::domain::{
    BodyId, ChannelId, Contact, ContactId, ConversationId, EventId, ExchangeId, FileId, Message, MessageId,
};
use crate::error::Result;
use crate::store::deliveries::{self, Standing};
use crate::store::events::{self, Kept};
use crate::store::seal::{Kind, Seal};
use crate::store::sql::{id, num, statement};
use crate::store::{attempts, bodies, contacts, exchanges, retention};

/// Rows looked at in one slice.
const SLICE: i64 = 10;

/// Rows of the log whose bodies are searched in one slice.
const SEARCHED: i64 = 100;

/// Whom is erased.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) id: ContactId,
    pub(super) channel: ChannelId,
    pub(super) contact: Contact,
    pub(super) conversations: HashSet<ConversationId>,
    /// What the platform calls their conversations and chats.
    pub(super) chats: HashSet<String>,
}

/// The person of a contact; none when it is gone.
pub(super) fn person(db: &Connection, seal: &Seal, which: ContactId) -> Result<Option<Person>> {
    let found = statement(db, "SELECT channel, key FROM contacts WHERE id = ?1")?
        .query_row([num(which.0)], |row| Ok((id::<ChannelId>(row.get(0)?), row.get::<_, String>(1)?)))
        .optional()?;
    let Some((channel, key)) = found else { return Ok(None) };
    let Some((_, contact)) = contacts::find(db, seal, channel, &key)? else { return Ok(None) };
    let (mut conversations, mut chats) = (HashSet::new(), HashSet::new());
    let mut select = statement(
        db,
        "SELECT id, key, chat FROM conversations WHERE person = ?1
         UNION SELECT id, key, chat FROM conversations WHERE channel = ?2 AND contact = ?3 AND person IS NULL",
    )?;
    let mut rows = select.query((num(which.0), num(channel.0), &key))?;
    while let Some(row) = rows.next()? {
        conversations.insert(id(row.get(0)?));
        chats.insert(row.get(1)?);
        chats.extend(row.get::<_, Option<String>>(2)?);
    }
    Ok(Some(Person { id: which, channel, contact, conversations, chats }))
}

/// What goes in one slice.
#[derive(Clone, Default)]
pub(super) struct Going {
    /// Rows of the log that go whole, tries among them.
    pub(super) exchanges: BTreeSet<ExchangeId>,
    /// Rows that stay without bodies, because others share them.
    pub(super) emptied: BTreeSet<ExchangeId>,
    /// Events that go out of rows that stay.
    pub(super) events: Vec<(EventId, ExchangeId)>,
    /// What links made of it, that was kept at other channels.
    pub(super) copies: Vec<Copied>,
    /// Bodies that others share.
    pub(super) shared: HashSet<i64>,
    pub(super) files: HashSet<FileId>,
    /// By what repeats were recognised.
    pub(super) seen: Vec<(ChannelId, &'static str, String)>,
}

/// What a link made of messages for another channel.
#[derive(Clone)]
pub(super) struct Copied {
    /// None where its platform has not given it a name yet.
    pub(super) conversation: Option<ConversationId>,
    pub(super) contact: Option<ContactId>,
    pub(super) messages: Vec<MessageId>,
}

/// The next events of a person and all that goes with them; none when there are none left.
pub(super) fn next(db: &Connection, seal: &Seal, person: &Person) -> Result<Option<Going>> {
    let most = usize::try_from(SLICE).unwrap_or(1);
    let mut found: Vec<(EventId, ExchangeId)> = Vec::new();
    let mut take = |sql: &str, of: i64| -> Result<usize> {
        let mut select = statement(db, sql)?;
        let rows = select.query_map((of, SLICE), |row| Ok((id(row.get(0)?), id(row.get(1)?))))?;
        found.extend(rows.collect::<Result<Vec<_>, _>>()?);
        Ok(found.len())
    };
    let loose =
        "SELECT id, exchange FROM events WHERE contact = ?1 AND conversation IS NULL ORDER BY id LIMIT ?2";
    let mut enough = take(loose, num(person.id.0))? >= most;
    for conversation in &person.conversations {
        if enough {
            break;
        }
        let theirs = "SELECT id, exchange FROM events WHERE conversation = ?1 ORDER BY id LIMIT ?2";
        enough = take(theirs, num(conversation.0))? >= most;
    }
    let mut going = Going::default();
    for (_, exchange) in found.iter().take(most) {
        gather(db, seal, person, *exchange, &mut going)?;
    }
    for (event, exchange) in found.into_iter().take(most) {
        // What its exchange does not lead to.
        if !going.exchanges.contains(&exchange) && !going.events.contains(&(event, exchange)) {
            going.events.push((event, exchange));
        }
    }
    // What went out without an event.
    let sent = "SELECT x.id FROM bulk_items b JOIN exchanges x ON x.id = b.exchange WHERE b.conversation = ?1 LIMIT ?2";
    for conversation in &person.conversations {
        let mut select = statement(db, sent)?;
        let rows = select.query_map((num(conversation.0), SLICE), |row| Ok(id(row.get(0)?)))?;
        for exchange in rows.collect::<Result<Vec<ExchangeId>, _>>()? {
            goes(db, exchange, &mut going)?;
        }
    }
    Ok(Some(going).filter(|going| !going.exchanges.is_empty() || !going.events.is_empty()))
}

/// A row of the log goes whole, but not what others were answered as well.
fn goes(db: &Connection, exchange: ExchangeId, going: &mut Going) -> Result<()> {
    if going.exchanges.insert(exchange)
        && let Some(body) = answer(db, exchange)?
        && is_shared(db, exchange, body)?
    {
        going.shared.insert(body);
    }
    Ok(())
}

/// All that goes with one row of the log.
fn gather(
    db: &Connection,
    seal: &Seal,
    person: &Person,
    exchange: ExchangeId,
    going: &mut Going,
) -> Result<()> {
    let channel: Option<Option<i64>> = statement(db, "SELECT channel FROM exchanges WHERE id = ?1")?
        .query_row([num(exchange.0)], |row| row.get(0))
        .optional()?;
    let range = exchanges::caused(db, exchange)?;
    let all = events::of_exchange(db, seal, exchange, range)?;
    let is_theirs = |kept: &Kept| {
        kept.contact == Some(person.id)
            || kept.conversation.is_some_and(|conversation| person.conversations.contains(&conversation))
    };
    let is_nobodys = |kept: &Kept| kept.contact.is_none() && kept.conversation.is_none();
    let is_own = channel.flatten().map(id) == Some(person.channel);
    let own = || all.iter().filter(|kept| kept.elsewhere.is_none());
    if is_own && own().all(|kept| is_theirs(kept) || is_nobodys(kept)) {
        for kept in &all {
            belongings(db, kept, person.channel, going)?;
        }
        for owed in deliveries::of_exchange(db, exchange, range)?
            .into_iter()
            .chain(deliveries::told_of_exchange(db, exchange)?)
        {
            tries(db, &owed, person.channel, going)?;
        }
        return goes(db, exchange, going);
    }
    // Others share it: what is theirs goes out of it, and the body, which tells of all.
    let of_them = |kept: &&Kept| {
        let origin = kept.event.origin.as_ref().and_then(|origin| origin.conversation.as_ref());
        match kept.elsewhere {
            Some(elsewhere) if elsewhere != person.channel => {
                is_own && origin.is_some_and(|conversation| person.chats.contains(conversation))
            }
            _ => is_theirs(kept),
        }
    };
    for kept in all.iter().filter(of_them) {
        if is_own {
            belongings(db, kept, person.channel, going)?;
        }
        for owed in deliveries::of_event(db, kept.id)? {
            tries(db, &owed, person.channel, going)?;
        }
        going.events.push((kept.id, exchange));
    }
    if is_own {
        going.emptied.insert(exchange);
    }
    Ok(())
}

/// What was kept beside an event for its sake.
fn belongings(db: &Connection, kept: &Kept, channel: ChannelId, going: &mut Going) -> Result<()> {
    let event = &kept.event;
    let transcript = event.conversation.iter().flat_map(|conversation| &conversation.transcript);
    let files = transcript.chain(&event.message).flat_map(|message| &message.files);
    going.files.extend(files.filter_map(|file| file.id));
    let whose = kept.elsewhere.unwrap_or(channel);
    going
        .seen
        .extend(event.identity.as_ref().map(|identity| (whose, event.kind.name(), identity.key.clone())));
    if kept.elsewhere.is_some_and(|elsewhere| elsewhere != channel) {
        let conversation = kept.conversation;
        let of = conversation.map(|conversation| num(conversation.0));
        let mut select = statement(db, "SELECT id FROM messages WHERE conversation = ?1 AND event = ?2")?;
        let messages =
            select.query_map((of, num(kept.id.0)), |row| Ok(id(row.get(0)?)))?.collect::<Result<_, _>>()?;
        going.copies.push(Copied { conversation, contact: kept.contact, messages });
    }
    Ok(())
}

/// The tries of a delivery are rows of their own, and so is what another channel's platform told of what was written there.
fn tries(db: &Connection, owed: &Standing, channel: ChannelId, going: &mut Going) -> Result<()> {
    if owed.channel != channel {
        echoes(db, owed, going)?;
    }
    for attempt in attempts::of_delivery(db, owed.id)? {
        goes(db, attempt.exchange, going)?;
    }
    Ok(())
}

/// What a platform told of a message that a link wrote there.
fn echoes(db: &Connection, owed: &Standing, going: &mut Going) -> Result<()> {
    let mut select = statement(
        db,
        "SELECT m.id, m.conversation, c.person, v.exchange FROM deliveries d JOIN sent s ON s.delivery = d.id
         JOIN conversations c ON c.channel = d.channel AND c.chat = d.chat
         JOIN messages m ON m.conversation = c.id AND m.key = s.key LEFT JOIN events v ON v.id = m.event WHERE d.id = ?1",
    )?;
    let told = select
        .query_map([num(owed.id.0)], |row| {
            let copied = Copied {
                messages: vec![id(row.get(0)?)],
                conversation: Some(id(row.get(1)?)),
                contact: row.get::<_, Option<i64>>(2)?.map(id),
            };
            Ok((copied, row.get::<_, Option<i64>>(3)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    for (copied, exchange) in told {
        going.copies.push(copied);
        if let Some(exchange) = exchange {
            goes(db, id(exchange), going)?;
        }
    }
    Ok(())
}

/// The answer of a row of the log: others may have been answered the same.
fn answer(db: &Connection, exchange: ExchangeId) -> Result<Option<i64>> {
    Ok(statement(db, "SELECT answer FROM exchanges WHERE id = ?1")?
        .query_row([num(exchange.0)], |row| row.get(0))
        .optional()?
        .flatten())
}

/// Whether another row has the same body. Those that share one came within an hour of it.
fn is_shared(db: &Connection, exchange: ExchangeId, body: i64) -> Result<bool> {
    let first = id::<BodyId>(body).time();
    let [from, to] =
        [-1_000, retention::SHARED_FOR_MS + 1_000].map(|by| num(ExchangeId::at(first.plus_ms(by)).0));
    Ok(statement(
        db,
        "SELECT 1 FROM exchanges WHERE id > ?1 AND id < ?2 AND id <> ?3 AND (answer = ?4 OR body = ?4) LIMIT 1",
    )?
    .exists((from, to, num(exchange.0), body))?)
}

/// The next messages of a conversation, and the files they name.
pub(super) fn said(
    db: &Connection,
    seal: &Seal,
    conversation: ConversationId,
) -> Result<(Vec<MessageId>, HashSet<FileId>)> {
    const MOST: i64 = 100;
    let mut select = statement(db, "SELECT id, sealed FROM messages WHERE conversation = ?1 LIMIT ?2")?;
    let rows = select
        .query_map((num(conversation.0), MOST), |row| Ok((id(row.get(0)?), row.get::<_, Vec<u8>>(1)?)))?
        .collect::<Result<Vec<(MessageId, _)>, _>>()?;
    let (mut which, mut files) = (Vec::new(), HashSet::new());
    for (message, sealed) in rows {
        let said: Message = seal.open_json(Kind::Message, &sealed)?;
        which.push(message);
        files.extend(said.files.iter().filter_map(|file| file.id));
    }
    Ok((which, files))
}

/// Rows of the channel's log that no event came of (what was refused, and what we asked the platform for) and that tell of this person.
/// Gives them and the last that was looked at; none at the end.
pub(super) fn mentions(
    db: &Connection,
    seal: &Seal,
    person: &Person,
    cursor: ExchangeId,
) -> Result<Option<(Vec<ExchangeId>, ExchangeId)>> {
    let looked_at = statement(
        db,
        "SELECT id, body, answer FROM exchanges WHERE channel = ?1 AND id > ?2 AND first IS NULL AND delivery IS NULL
         ORDER BY id LIMIT ?3",
    )?
    .query_map((num(person.channel.0), num(cursor.0), SEARCHED), |row| {
        Ok((id::<ExchangeId>(row.get(0)?), row.get::<_, Option<i64>>(1)?, row.get::<_, Option<i64>>(2)?))
    })?
    .collect::<Result<Vec<_>, _>>()?;
    let Some((last, ..)) = looked_at.last().copied() else { return Ok(None) };
    let names = names(person);
    let mut found = Vec::new();
    for (exchange, body, answer) in looked_at {
        for held in [body, answer] {
            let text = String::from_utf8_lossy(&bodies::read(db, seal, held)?).to_lowercase();
            if names.iter().any(|name| text.contains(name.as_str())) {
                found.push(exchange);
                break;
            }
        }
    }
    Ok(Some((found, last)))
}

/// By what a text is known to tell of a person.
fn names(person: &Person) -> Vec<String> {
    /// Anything shorter is in too much.
    const SHORTEST: usize = 4;
    let contact = &person.contact;
    let known = [&contact.name, &contact.email, &contact.phone, &contact.identifier].into_iter().flatten();
    let all = known.chain([&contact.key]).chain(&person.chats);
    all.map(|name| name.trim().to_lowercase()).filter(|name| name.chars().count() >= SHORTEST).collect()
}
