//! The list of conversations in `search.db`: one row each, holding only what it is sorted and filtered by, and the words of each.
//!
//! Kept by the index's thread as it follows the journal, so that nobody who takes a message waits for it. New conversations and messages
//! are entered by watermarks of their own, and a conversation that an exchange told of is read once more: what a slice costs depends on
//! what is new and not on how much was said before. Everything here can be made anew from the journal; what a page shows is read there.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension as _};

use super::events::Kept;
use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{id, num, statement};
use super::{said, words};
use crate::domain::{
    ChannelId, Contact, ContactId, Conversation, ConversationId, ConversationStatus, EventKind, Message,
    MessageId, SkipReason, Timestamp,
};
use crate::error::Result;

/// Rows of one table entered in one go.
const SLICE: i64 = 200;
/// Conversations of one person that are read again when that person's name changes.
const OF_PERSON: i64 = 1_000;
/// Letters of one message whose words are kept.
const LETTERS: usize = 20_000;

pub(super) const SCHEMA: &str = "
CREATE TABLE listing (
  n          INTEGER PRIMARY KEY AUTOINCREMENT,
  id         INTEGER NOT NULL UNIQUE,
  channel    INTEGER NOT NULL,
  contact    TEXT,
  status     INTEGER,
  operator   TEXT,
  started_at INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  messages   INTEGER NOT NULL,
  -- Documents of its words, besides its own; and a digest of that.
  docs       INTEGER NOT NULL,
  words      INTEGER NOT NULL
) STRICT;
-- Every one holds all that is filtered by: a page is found without a look at the rows.
CREATE INDEX listing_by_activity ON listing (last_at, id, channel, status, operator);
CREATE INDEX listing_by_start ON listing (started_at, id, channel, status, operator, last_at);
CREATE INDEX listing_by_messages ON listing (messages, id, channel, status, operator, last_at);
CREATE INDEX listing_of_contact ON listing (contact, channel) WHERE contact IS NOT NULL;
CREATE TABLE labelled (label TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (label, n)) STRICT, WITHOUT ROWID;
CREATE INDEX labels_of ON labelled (n);
INSERT INTO facts VALUES ('met', 0), ('said', 0);
";

/// A state as the list keeps it.
pub(super) const fn number_of(status: ConversationStatus) -> i64 {
    match status {
        ConversationStatus::Open => 0,
        ConversationStatus::Pending => 1,
        ConversationStatus::Snoozed => 2,
        ConversationStatus::Resolved => 3,
        ConversationStatus::Ended => 4,
    }
}

/// Up to where something was entered.
pub(super) fn watermark(index: &Connection, name: &str) -> Result<i64> {
    Ok(statement(index, "SELECT value FROM facts WHERE name = ?1")?.query_row([name], |row| row.get(0))?)
}

fn set_watermark(index: &Connection, name: &str, value: i64) -> Result<()> {
    statement(index, "UPDATE facts SET value = ?2 WHERE name = ?1")?.execute((name, value))?;
    Ok(())
}

/// Conversations and messages that are still to be entered.
#[derive(Default)]
pub(super) struct New {
    conversations: Vec<i64>,
    messages: Vec<(i64, i64, Vec<u8>)>,
}

impl New {
    pub(super) fn len(&self) -> usize {
        self.conversations.len() + self.messages.len()
    }
}

/// The next of them. Messages wait for their conversations.
pub(super) fn new(index: &Connection, journal: &Connection) -> Result<New> {
    let (met, said) = (watermark(index, "met")?, watermark(index, "said")?);
    let conversations =
        statement(journal, "SELECT id FROM conversations WHERE id > ?1 ORDER BY id LIMIT ?2")?
            .query_map((met, SLICE), |row| row.get(0))?
            .collect::<Result<Vec<_>, _>>()?;
    if !conversations.is_empty() {
        return Ok(New { conversations, ..New::default() });
    }
    let messages = statement(
        journal,
        "SELECT id, conversation, sealed FROM messages WHERE id > ?1 ORDER BY id LIMIT ?2",
    )?
    .query_map((said, SLICE), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
    .collect::<Result<Vec<_>, _>>()?;
    Ok(New { messages, ..New::default() })
}

/// Enters them.
pub(super) fn enter(index: &Connection, journal: &Connection, shared: &Shared, new: &New) -> Result<()> {
    let seal = shared.seal()?;
    for conversation in &new.conversations {
        refresh(index, journal, &seal, id(*conversation), Grown::default())?;
    }
    if let Some(last) = new.conversations.last() {
        set_watermark(index, "met", *last)?;
    }
    let mut grown: HashMap<i64, Grown> = HashMap::new();
    for (message, conversation, sealed) in &new.messages {
        let listed = statement(index, "SELECT n, docs FROM listing WHERE id = ?1")?
            .query_row([conversation], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))
            .optional()?;
        // It is gone again.
        let Some((n, docs)) = listed else { continue };
        let of_it = grown.entry(*conversation).or_default();
        of_it.messages += 1;
        let opened: Message = seal.open_json(Kind::Message, sealed)?;
        let came = id::<MessageId>(*message).time();
        of_it.reach(opened.sent_at.map_or(came, |at| at.min(came)));
        if let Some(doc) = said::doc(n, docs + of_it.messages) {
            said::put(index, doc, &words_of(&opened))?;
            statement(index, "INSERT OR REPLACE INTO said VALUES (?1, ?2)")?.execute((message, doc))?;
        }
    }
    for (conversation, grown) in grown {
        statement(
            index,
            "UPDATE listing SET messages = messages + ?2, docs = docs + ?2, last_at = max(last_at, ?3) WHERE id = ?1",
        )?
        .execute((conversation, grown.messages, grown.at))?;
    }
    if let Some((last, ..)) = new.messages.last() {
        set_watermark(index, "said", *last)?;
    }
    Ok(())
}

/// What came to a conversation.
#[derive(Clone, Copy, Default)]
struct Grown {
    messages: i64,
    /// The newest time something happened.
    at: i64,
}

impl Grown {
    fn reach(&mut self, at: Timestamp) {
        self.at = self.at.max(at.0);
    }
}

/// What exchanges told of conversations and people.
#[derive(Default)]
pub(super) struct Touched {
    conversations: HashMap<ConversationId, Grown>,
    people: HashSet<ContactId>,
    /// Those of whose messages one may have turned out to be another.
    merged: HashSet<ConversationId>,
    changed: Vec<(ConversationId, String)>,
}

impl Touched {
    /// An event was entered in the log.
    pub(super) fn add(&mut self, kept: &Kept, came: Timestamp) {
        let event = &kept.event;
        match (kept.conversation, kept.contact) {
            (Some(conversation), _) => {
                let grown = self.conversations.entry(conversation).or_default();
                if is_activity(event.kind) && kept.skipped != Some(SkipReason::Duplicate) {
                    // What is fetched as history happened long before it came.
                    let here = Some(came).filter(|_| kept.skipped != Some(SkipReason::History));
                    let own = event.message.as_ref().and_then(|message| message.sent_at);
                    if let Some(at) = event.occurred_at.or(own).or(here) {
                        grown.reach(at.min(came));
                    }
                }
                if event.echo.is_some() {
                    self.merged.insert(conversation);
                }
                if event.kind == EventKind::MessageUpdated
                    && let Some(key) = event.message.as_ref().and_then(|message| message.key.clone())
                {
                    self.changed.push((conversation, key));
                }
            }
            (None, Some(contact)) => {
                self.people.insert(contact);
            }
            (None, None) => {}
        }
    }

    /// Reads again what was told of.
    pub(super) fn refresh(self, index: &Connection, journal: &Connection, shared: &Shared) -> Result<()> {
        let seal = shared.seal()?;
        let met = watermark(index, "met")?;
        for (conversation, grown) in self.conversations {
            if num(conversation.0) <= met {
                refresh(index, journal, &seal, conversation, grown)?;
            }
        }
        let said = watermark(index, "said")?;
        for conversation in self.merged {
            let sql = "UPDATE listing SET messages = ?2 WHERE id = ?1 AND messages <> ?2";
            statement(index, sql)?.execute((num(conversation.0), count(journal, conversation, said)?))?;
        }
        for person in self.people {
            refresh_person(index, journal, &seal, person, None)?;
        }
        for (conversation, key) in self.changed {
            reword(index, journal, &seal, conversation, &key)?;
        }
        Ok(())
    }
}

/// Whether something happened that somebody who looks for what is new wants to see.
const fn is_activity(kind: EventKind) -> bool {
    !matches!(
        kind,
        EventKind::MessageUpdated
            | EventKind::MessageRead
            | EventKind::MessageOutcome
            | EventKind::TypingStarted
            | EventKind::TypingStopped
            | EventKind::ConversationSnapshot
            | EventKind::ContactCreated
            | EventKind::ContactUpdated
            | EventKind::ContactRequested
    )
}

/// What the list needs to know of a conversation.
struct Known {
    channel: ChannelId,
    person: Option<ContactId>,
    contact: Option<String>,
    conversation: Conversation,
    with: Option<Contact>,
}

fn known(journal: &Connection, seal: &Seal, which: ConversationId) -> Result<Option<Known>> {
    let found = statement(
        journal,
        "SELECT c.channel, c.person, coalesce(p.key, c.contact), c.sealed, p.sealed FROM conversations c
         LEFT JOIN contacts p ON p.id = c.person WHERE c.id = ?1",
    )?
    .query_row([num(which.0)], |row| {
        Ok((
            id(row.get(0)?),
            row.get::<_, Option<i64>>(1)?.map(id),
            row.get::<_, Option<String>>(2)?,
            row.get::<_, Vec<u8>>(3)?,
            row.get::<_, Option<Vec<u8>>>(4)?,
        ))
    })
    .optional()?;
    let Some((channel, person, contact, sealed, with)) = found else { return Ok(None) };
    Ok(Some(Known {
        channel,
        person,
        contact,
        conversation: seal.open_json(Kind::Conversation, &sealed)?,
        with: with.map(|sealed| seal.open_json(Kind::Contact, &sealed)).transpose()?,
    }))
}

/// Enters what is known of a conversation now. One that is gone is left alone: it goes by an order.
fn refresh(
    index: &Connection,
    journal: &Connection,
    seal: &Seal,
    which: ConversationId,
    grown: Grown,
) -> Result<()> {
    let person = refresh_one(index, journal, seal, which, grown)?;
    match person {
        Some(person) => refresh_person(index, journal, seal, person, Some(which)),
        None => Ok(()),
    }
}

/// The other conversations of a person whose name has changed.
fn refresh_person(
    index: &Connection,
    journal: &Connection,
    seal: &Seal,
    person: ContactId,
    but: Option<ConversationId>,
) -> Result<()> {
    let theirs =
        statement(journal, "SELECT id FROM conversations WHERE person = ?1 ORDER BY id DESC LIMIT ?2")?
            .query_map((num(person.0), OF_PERSON), |row| Ok(id(row.get(0)?)))?
            .collect::<Result<Vec<ConversationId>, _>>()?;
    let met = watermark(index, "met")?;
    for one in theirs.into_iter().filter(|one| Some(*one) != but && num(one.0) <= met) {
        refresh_one(index, journal, seal, one, Grown::default())?;
    }
    Ok(())
}

/// Gives the person whose words have changed since.
fn refresh_one(
    index: &Connection,
    journal: &Connection,
    seal: &Seal,
    which: ConversationId,
    grown: Grown,
) -> Result<Option<ContactId>> {
    let Some(known) = known(journal, seal, which)? else { return Ok(None) };
    let Known { channel, person, contact, conversation, with } = known;
    let heard = which.time();
    let started = conversation.started_at.unwrap_or(heard);
    let last = [Some(started.0), conversation.ended_at.map(|at| at.0), Some(grown.at)];
    let own = own_words(&conversation, contact.as_deref(), with.as_ref());
    let digest = digest(&own);
    let before = statement(index, "SELECT n, words FROM listing WHERE id = ?1")?
        .query_row([num(which.0)], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    let operator = conversation.operator.as_ref().map(|operator| {
        let name = operator.name.as_deref().filter(|name| !name.is_empty());
        name.unwrap_or(&operator.key)
    });
    let sql = match before {
        Some(_) => {
            "UPDATE listing SET contact = ?3, status = ?4, operator = ?5, started_at = ?6, last_at = max(last_at, ?7), words = ?8,
             messages = messages + ?9 WHERE id = ?1 AND channel = ?2 RETURNING n"
        }
        None => "INSERT INTO listing VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?9, ?9, ?8) RETURNING n",
    };
    // One that was taken out and yet stayed: what was said in it was counted once.
    let counted = match before {
        Some(_) => 0,
        None => count(journal, which, watermark(index, "said")?)?,
    };
    let n: i64 = statement(index, sql)?.query_row(
        (
            num(which.0),
            num(channel.0),
            &contact,
            conversation.status.map(number_of),
            operator,
            started.0,
            last.into_iter().flatten().max(),
            digest,
            counted,
        ),
        |row| row.get(0),
    )?;
    statement(index, "DELETE FROM labelled WHERE n = ?1")?.execute([n])?;
    for label in conversation.labels.iter().flatten() {
        statement(index, "INSERT OR IGNORE INTO labelled VALUES (?1, ?2)")?.execute((label, n))?;
    }
    if before == Some((n, digest)) {
        return Ok(None);
    }
    if let Some(doc) = said::doc(n, 0) {
        said::put(index, doc, &own)?;
    }
    Ok(person.filter(|_| before.is_some()))
}

/// Messages of a conversation up to a watermark.
fn count(journal: &Connection, which: ConversationId, until: i64) -> Result<i64> {
    Ok(statement(journal, "SELECT count(*) FROM messages WHERE conversation = ?1 AND id <= ?2")?
        .query_row((num(which.0), until), |row| row.get(0))?)
}

/// A message was changed: its words are others now.
fn reword(
    index: &Connection,
    journal: &Connection,
    seal: &Seal,
    conversation: ConversationId,
    key: &str,
) -> Result<()> {
    let found = statement(journal, "SELECT id, sealed FROM messages WHERE conversation = ?1 AND key = ?2")?
        .query_row((num(conversation.0), key), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))
        .optional()?;
    let Some((message, sealed)) = found else { return Ok(()) };
    let doc: Option<i64> = statement(index, "SELECT doc FROM said WHERE message = ?1")?
        .query_row([message], |row| row.get(0))
        .optional()?;
    match doc {
        Some(doc) => said::put(index, doc, &words_of(&seal.open_json(Kind::Message, &sealed)?)),
        // It is still to be entered.
        None => Ok(()),
    }
}

fn digest(words: &str) -> i64 {
    let mut first = [0; 8];
    first.copy_from_slice(&blake3::hash(words.as_bytes()).as_bytes()[..8]);
    i64::from_le_bytes(first)
}

/// By what a message is found.
fn words_of(message: &Message) -> String {
    let mut text: String = words::redacted(message.text.as_bytes()).chars().take(LETTERS).collect();
    let files = message.files.iter().map(|file| file.name.as_str());
    for more in message.author.as_deref().into_iter().chain(files) {
        text.push(' ');
        text.push_str(more);
    }
    text
}

/// By what a conversation itself is found: whom it is with, and what it is called.
fn own_words(conversation: &Conversation, contact: Option<&str>, with: Option<&Contact>) -> String {
    let mut all: Vec<&str> = vec![&conversation.key];
    all.extend([&conversation.chat, &conversation.session].into_iter().flatten().map(String::as_str));
    all.extend(contact);
    all.extend(conversation.labels.iter().flatten().map(String::as_str));
    all.extend(conversation.operator.as_ref().and_then(|operator| operator.name.as_deref()));
    let mut digits = String::new();
    if let Some(with) = with {
        all.extend(
            [&with.identifier, &with.name, &with.email, &with.phone]
                .into_iter()
                .flatten()
                .map(String::as_str),
        );
        // Written without its blanks, so that it is found however it is typed.
        digits.extend(with.phone.iter().flat_map(|phone| phone.chars()).filter(char::is_ascii_digit));
    }
    all.push(&digits);
    all.join(" ")
}

/// Messages are about to be erased.
pub(super) fn forget_messages(index: &Connection, which: &[MessageId]) -> Result<()> {
    for message in which {
        if let Some(n) = said::forget(index, num(message.0))? {
            statement(index, "UPDATE listing SET messages = max(messages - 1, 0) WHERE n = ?1")?
                .execute([n])?;
        }
    }
    Ok(())
}

/// Conversations are about to be erased.
pub(super) fn forget(index: &Connection, journal: &Connection, which: &[ConversationId]) -> Result<()> {
    for conversation in which {
        let n: Option<i64> = statement(index, "DELETE FROM listing WHERE id = ?1 RETURNING n")?
            .query_row([num(conversation.0)], |row| row.get(0))
            .optional()?;
        let messages = statement(journal, "SELECT id FROM messages WHERE conversation = ?1")?
            .query_map([num(conversation.0)], |row| row.get(0))?
            .collect::<Result<Vec<i64>, _>>()?;
        let mut delete = statement(index, "DELETE FROM said WHERE message = ?1")?;
        for message in messages {
            delete.execute([message])?;
        }
        let Some(n) = n else { continue };
        statement(index, "DELETE FROM labelled WHERE n = ?1")?.execute([n])?;
        said::forget_all(index, n)?;
    }
    Ok(())
}
