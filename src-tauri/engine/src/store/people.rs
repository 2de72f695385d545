//! Erases a person: all that is kept of a contact of a channel, in slices, so that intake goes on meanwhile.
//!
//! Their conversations go with all that was said in them, and the rows of the log that brought it, with bodies, answers and tries; copies
//! that links made of it for other channels go too, and what is still owed because of it is not sent. A row of the log that others share
//! stays, without bodies. What goes is read first and then written, one slice at a time; the contact itself goes last, so that an erasure
//! that was cut short is found at the next start and goes on.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, Weak};

use rusqlite::{Connection, OptionalExtension as _};

use super::deliveries::{self, Standing};
use super::events::Kept;
use super::seal::{Kind, Seal};
use super::shared::Shown;
use super::sql::{id, num, statement};
use super::tallies::Tally;
use super::writer::Tx;
use super::{
    Inner, Store, attempts, bodies, chores, contacts, erase, events, exchanges, index, learned, results,
};
use crate::domain::{
    BodyId, ChannelId, Contact, ContactId, ConversationId, EventId, ExchangeId, FileId, Message, MessageId,
    Timestamp,
};
use crate::error::{Error, Result};
use crate::schema::ContactErased;

/// Rows looked at in one slice.
const SLICE: i64 = 10;
/// Rows of the log whose bodies are searched in one slice.
const SEARCHED: i64 = 100;
/// What an erasure that is under way is called among the facts; its contact follows.
const FACT: &str = "erasing:";

impl Store {
    /// Erases all that is kept of a contact of a channel; returns when it is gone. Goes on when nobody waits for it, and at the next start
    /// if it is cut short. None for a contact nobody knows. Gives also the names of the bytes of files that went.
    pub async fn erase_contact(
        &self,
        channel: ChannelId,
        key: &str,
    ) -> Result<Option<(ContactErased, Vec<String>)>> {
        let (seal, key) = (self.0.shared.seal()?, key.to_owned());
        let found = self.read(move |reader| contacts::find(&reader.db, &seal, channel, &key)).await?;
        let Some((person, _)) = found else { return Ok(None) };
        self.0.writer.keep(move |tx| begin(tx, person)).await?;
        let erasing = tokio::spawn(all_of(Arc::downgrade(&self.0), person));
        let gone = erasing.await.map_err(|cause| Error::unexpected("erasing a contact", &cause))??;
        let Gone { mut erased, files } = gone;
        erased.backups = copies(&self.0);
        Ok(Some((erased, files)))
    }

    /// Goes on with erasures that a stop cut short.
    pub(super) async fn erase_rest(&self) -> Result<()> {
        for person in self.read(|reader| begun(&reader.db)).await? {
            let store = Arc::downgrade(&self.0);
            tokio::spawn(async move {
                if let Err(error) = all_of(store, person).await {
                    tracing::warn!(%error, "Erasing a contact stopped; the next start goes on with it.");
                }
            });
        }
        Ok(())
    }
}

/// Copies of the journal that were made before it was changed; they still hold what is erased now.
fn copies(inner: &Inner) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(&inner.folder) else { return Vec::new() };
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut copies: Vec<String> =
        names.filter(|name| name.starts_with("journal.db.") && name.ends_with(".bak")).collect();
    copies.sort_unstable();
    copies
}

fn begin(tx: &Tx<'_>, person: ContactId) -> Result<()> {
    statement(tx.db, "INSERT OR REPLACE INTO facts VALUES (?1, ?2)")?
        .execute((format!("{FACT}{person}"), num(person.0)))?;
    Ok(())
}

fn begun(db: &Connection) -> Result<Vec<ContactId>> {
    let mut select =
        statement(db, "SELECT value FROM facts WHERE name >= ?1 AND name < ?1 || char(1114111)")?;
    let rows = select.query_map([FACT], |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whom is erased.
#[derive(Clone)]
struct Person {
    id: ContactId,
    channel: ChannelId,
    contact: Contact,
    conversations: HashSet<ConversationId>,
    /// What the platform calls their conversations and chats.
    chats: HashSet<String>,
}

fn person(db: &Connection, seal: &Seal, which: ContactId) -> Result<Option<Person>> {
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
struct Going {
    /// Rows of the log that go whole, tries among them.
    exchanges: BTreeSet<ExchangeId>,
    /// Rows that stay without bodies, because others share them.
    emptied: BTreeSet<ExchangeId>,
    /// Events that go out of rows that stay.
    events: Vec<(EventId, ExchangeId)>,
    /// What links made of it, that was kept at other channels.
    copies: Vec<Copied>,
    /// Bodies that others share.
    shared: HashSet<i64>,
    files: HashSet<FileId>,
    /// By what repeats were recognised.
    seen: Vec<(ChannelId, &'static str, String)>,
}

/// What a link made of messages for another channel.
#[derive(Clone)]
struct Copied {
    /// None where its platform has not given it a name yet.
    conversation: Option<ConversationId>,
    contact: Option<ContactId>,
    messages: Vec<MessageId>,
}

/// The next events of a person and all that goes with them; none when there are none left.
fn next(db: &Connection, seal: &Seal, person: &Person) -> Result<Option<Going>> {
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
        [-1_000, super::retention::SHARED_FOR_MS + 1_000].map(|by| num(ExchangeId::at(first.plus_ms(by)).0));
    Ok(statement(
        db,
        "SELECT 1 FROM exchanges WHERE id > ?1 AND id < ?2 AND id <> ?3 AND (answer = ?4 OR body = ?4) LIMIT 1",
    )?
    .exists((from, to, num(exchange.0), body))?)
}

/// Erases a slice. Gives what went.
fn erase_slice(tx: &mut Tx<'_>, shown: &Shown, channel: ChannelId, going: &Going) -> Result<Gone> {
    clean(tx)?;
    tx.memory.forget_rows();
    let mut gone = Gone::default();
    erase_copies(tx, &going.copies)?;
    for (event, exchange) in &going.events {
        for owed in erase::event(tx, *event)? {
            erase::leave_lane(tx, &owed)?;
        }
        results::settle_without(tx, *exchange, shown)?;
    }
    for exchange in &going.emptied {
        empty(tx, *exchange)?;
    }
    for exchange in &going.exchanges {
        gone.erased.exchanges += erase_exchange(tx, *exchange, &going.shared)?;
    }
    gone.files(tx, &going.files)?;
    for (whose, kind, key) in &going.seen {
        statement(tx.db, "DELETE FROM seen WHERE channel = ?1 AND kind = ?2 AND key = ?3")?.execute((
            num(whose.0),
            kind,
            key,
        ))?;
    }
    tx.memory.tallies.push(Tally {
        at: Timestamp(0),
        channel: Some(channel),
        exchanges: -i64::try_from(gone.erased.exchanges).unwrap_or(0),
        ..Tally::default()
    });
    tx.memory.forget_rows();
    Ok(gone)
}

/// What went so far.
#[derive(Default)]
struct Gone {
    erased: ContactErased,
    /// Names of the bytes of files.
    files: Vec<String>,
}

impl Gone {
    fn add(&mut self, more: Self) {
        let (sum, more_erased) = (&mut self.erased, more.erased);
        sum.conversations += more_erased.conversations;
        sum.messages += more_erased.messages;
        sum.exchanges += more_erased.exchanges;
        sum.files += more_erased.files;
        self.files.extend(more.files);
    }

    /// Erases files. Their bytes are for the caller to see to.
    fn files(&mut self, tx: &Tx<'_>, which: &HashSet<FileId>) -> Result<()> {
        for file in which {
            let digest: Option<Option<String>> =
                statement(tx.db, "DELETE FROM files WHERE id = ?1 RETURNING digest")?
                    .query_row([num(file.0)], |row| row.get(0))
                    .optional()?;
            self.erased.files += u64::from(digest.is_some());
            self.files.extend(digest.flatten());
        }
        Ok(())
    }
}

/// What is deleted from now on leaves no trace in its place.
fn clean(tx: &Tx<'_>) -> Result<()> {
    tx.db.pragma_update(None, "secure_delete", true)?;
    Ok(())
}

/// A row of the log keeps what it is and loses what it said.
fn empty(tx: &Tx<'_>, exchange: ExchangeId) -> Result<()> {
    for sql in [
        "DELETE FROM bodies WHERE id = (SELECT body FROM exchanges WHERE id = ?1)",
        "UPDATE exchanges SET body = NULL, answer = NULL, who = '', preview = '' WHERE id = ?1",
    ] {
        statement(tx.db, sql)?.execute([num(exchange.0)])?;
    }
    Ok(())
}

fn erase_exchange(tx: &mut Tx<'_>, exchange: ExchangeId, shared: &HashSet<i64>) -> Result<u64> {
    let row = [num(exchange.0)];
    let range = exchanges::caused(tx.db, exchange)?;
    let mut owed = deliveries::of_exchange(tx.db, exchange, range)?;
    owed.extend(deliveries::told_of_exchange(tx.db, exchange)?);
    let mut held: Vec<Option<i64>> = owed.iter().map(|one| one.body).collect();
    let own: Option<[Option<i64>; 2]> = statement(tx.db, "SELECT body, answer FROM exchanges WHERE id = ?1")?
        .query_row(row, |row| Ok([row.get(0)?, row.get(1)?]))
        .optional()?;
    held.extend(own.into_iter().flatten());
    for body in held.into_iter().flatten().filter(|body| !shared.contains(body)) {
        statement(tx.db, "DELETE FROM bodies WHERE id = ?1")?.execute([body])?;
    }
    erase::caused_by(tx, exchange)?;
    for one in &owed {
        erase::leave_lane(tx, one)?;
    }
    Ok(statement(tx.db, "DELETE FROM exchanges WHERE id = ?1")?.execute(row)? as u64)
}

/// What links made of it: the messages first, then the conversations that are left without any, then whom nothing is left of.
fn erase_copies(tx: &mut Tx<'_>, copies: &[Copied]) -> Result<()> {
    for message in copies.iter().flat_map(|copy| &copy.messages) {
        statement(tx.db, "DELETE FROM messages WHERE id = ?1")?.execute([num(message.0)])?;
    }
    let conversations: BTreeSet<ConversationId> =
        copies.iter().filter_map(|copy| copy.conversation).collect();
    for conversation in conversations {
        if !statement(tx.db, "SELECT 1 FROM messages WHERE conversation = ?1")?
            .exists([num(conversation.0)])?
        {
            erase::conversation(tx, conversation)?;
        }
    }
    let contacts: BTreeSet<ContactId> = copies.iter().filter_map(|copy| copy.contact).collect();
    for contact in contacts {
        let contact = [num(contact.0)];
        if !statement(tx.db, "SELECT 1 FROM conversations WHERE person = ?1")?.exists(contact)? {
            statement(
                tx.db,
                "DELETE FROM learned WHERE (channel, key) IN (SELECT channel, 'contact:' || key FROM contacts WHERE id = ?1)",
            )?
            .execute(contact)?;
            statement(tx.db, "DELETE FROM contacts WHERE id = ?1")?.execute(contact)?;
        }
    }
    Ok(())
}

/// The next messages of a conversation, and the files they name.
fn said(
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
fn mentions(
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

/// Does the whole of it. Does not keep a store open that nobody holds any more.
async fn all_of(store: Weak<Inner>, which: ContactId) -> Result<Gone> {
    let mut gone = Gone::default();
    while let Some(inner) = store.upgrade() {
        let seal = inner.shared.seal()?;
        let with = Arc::clone(&seal);
        let found = inner.pool.read(move |reader| person(&reader.db, &with, which)).await?;
        let Some(person) = found else { break };
        let (theirs, with) = (person.clone(), Arc::clone(&seal));
        let going = inner.pool.read(move |reader| next(&reader.db, &with, &theirs)).await?;
        if let Some(going) = going {
            gone.add(slice(&inner, &person, going).await?);
        } else if let Some(conversation) = person.conversations.iter().next().copied() {
            gone.add(talk(&inner, &seal, conversation).await?);
        } else {
            search(&inner, &seal, &person).await?;
            if inner.writer.background(move |tx| end(tx, &person)).await? {
                purge(&inner).await?;
                break;
            }
        }
    }
    Ok(gone)
}

/// Erases one slice, its words first.
async fn slice(inner: &Inner, person: &Person, going: Going) -> Result<Gone> {
    let mut words: Vec<ExchangeId> = going.exchanges.iter().chain(&going.emptied).copied().collect();
    words.extend(going.events.iter().map(|(_, exchange)| *exchange));
    chores::told(inner, |done| index::Order::Forget(words, done)).await;
    let copied: BTreeSet<ConversationId> = going.copies.iter().filter_map(|copy| copy.conversation).collect();
    let messages = going.copies.iter().flat_map(|copy| copy.messages.clone()).collect();
    chores::told(inner, |done| index::Order::ForgetMessages(messages, done)).await;
    let stay: BTreeSet<ExchangeId> =
        going.events.iter().map(|(_, exchange)| *exchange).chain(going.emptied.iter().copied()).collect();
    let (shown, channel) = (inner.shared.shown(), person.channel);
    let done = inner.writer.background(move |tx| erase_slice(tx, &shown, channel, &going)).await?;
    inner.shared.forget_jobs();
    for exchange in stay {
        // By what others said in it, it is still found. Without the index nothing is lost but words to find it by.
        drop(inner.orders.send(index::Order::Again(exchange)));
    }
    let gone = inner.pool.read(move |reader| {
        let mut gone = Vec::new();
        for one in copied {
            if !statement(&reader.db, "SELECT 1 FROM conversations WHERE id = ?1")?.exists([num(one.0)])? {
                gone.push(one);
            }
        }
        Ok(gone)
    });
    chores::unlist(inner, gone.await?).await;
    Ok(done)
}

/// Erases the next of what was said in a conversation, and when nothing is left, itself.
async fn talk(inner: &Inner, seal: &Arc<Seal>, conversation: ConversationId) -> Result<Gone> {
    let with = Arc::clone(seal);
    let (said, files) = inner.pool.read(move |reader| said(&reader.db, &with, conversation)).await?;
    let count = said.len() as u64;
    if count == 0 {
        chores::unlist(inner, vec![conversation]).await;
    } else {
        let which = said.clone();
        chores::told(inner, |done| index::Order::ForgetMessages(which, done)).await;
    }
    let step = move |tx: &mut Tx<'_>| erase_said(tx, conversation, &said, &files);
    inner.writer.background(step).await
}

/// Empties what else of the log tells of them.
async fn search(inner: &Inner, seal: &Arc<Seal>, person: &Person) -> Result<()> {
    let mut cursor = ExchangeId(0);
    loop {
        let (theirs, with) = (person.clone(), Arc::clone(seal));
        let found = inner.pool.read(move |reader| mentions(&reader.db, &with, &theirs, cursor)).await?;
        let Some((mentioned, last)) = found else { return Ok(()) };
        cursor = last;
        if !mentioned.is_empty() {
            let emptied = mentioned.into_iter().collect();
            slice(inner, person, Going { emptied, ..Going::default() }).await?;
        }
    }
}

/// Erases messages of a conversation; when it has none left, itself and what was learned of its chat. Gives what went.
fn erase_said(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    said: &[MessageId],
    files: &HashSet<FileId>,
) -> Result<Gone> {
    clean(tx)?;
    let mut gone = Gone::default();
    gone.erased.messages = said.len() as u64;
    for message in said {
        statement(tx.db, "DELETE FROM messages WHERE id = ?1")?.execute([num(message.0)])?;
    }
    gone.files(tx, files)?;
    if said.is_empty() {
        let row = [num(conversation.0)];
        for sql in [
            "DELETE FROM learned WHERE (channel, key) IN (SELECT channel, 'chat:' || coalesce(chat, key) FROM conversations WHERE id = ?1)",
            "UPDATE bulk_items SET given = NULL WHERE conversation = ?1",
        ] {
            statement(tx.db, sql)?.execute(row)?;
        }
        if !statement(tx.db, "SELECT 1 FROM messages WHERE conversation = ?1")?.exists(row)? {
            erase::conversation(tx, conversation)?;
            gone.erased.conversations = 1;
        }
    }
    Ok(gone)
}

/// The contact goes last. False when something of theirs has come meanwhile.
fn end(tx: &mut Tx<'_>, person: &Person) -> Result<bool> {
    let row = [num(person.id.0)];
    if statement(tx.db, "SELECT 1 FROM conversations WHERE person = ?1")?.exists(row)?
        || statement(tx.db, "SELECT 1 FROM events WHERE contact = ?1 AND conversation IS NULL")?
            .exists(row)?
    {
        return Ok(false);
    }
    clean(tx)?;
    learned::forget(tx, person.channel, learned::About::Contact(&person.contact.key))?;
    statement(tx.db, "DELETE FROM contacts WHERE id = ?1")?.execute(row)?;
    statement(tx.db, "DELETE FROM facts WHERE name = ?1")?.execute([format!("{FACT}{}", person.id)])?;
    tx.memory.forget_rows();
    tx.db.pragma_update(None, "secure_delete", "FAST")?;
    Ok(true)
}

/// What was erased is gone from the files too: from the index, and from the journal's log of what was written.
async fn purge(inner: &Inner) -> Result<()> {
    chores::told(inner, index::Order::Purge).await;
    let journal = inner.folder.join("journal.db");
    super::off_runtime(move || super::checkpoint::empty(&journal)).await
}
