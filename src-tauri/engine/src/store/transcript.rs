//! A conversation as a screen shows it: its messages and what else happened in it, each with what became of it.
//!
//! Always read from the journal, so that it is never behind. Lines stand in the order they came, except what was fetched as history, which
//! stands where it happened. Of a long conversation only the keys of its lines are read, and then the lines of the page.

use std::collections::HashSet;

use rusqlite::Connection;

use super::events::{self, Kept};
use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{id, num, statement};
use super::{Store, chats, deliveries, details, exchanges, pages, rows};
use crate::domain::validate::bad_field;
use crate::domain::{ContactId, ConversationId, Event, EventKind, Message, MessageId, Options, State};
use crate::error::Result;
use crate::platforms::redact;
use crate::schema::{ContactView, DeliveryView, Source, TranscriptLine, TranscriptMessage, TranscriptQuery};

/// What is a line besides messages.
const KINDS: [EventKind; 13] = [
    EventKind::SessionStarted,
    EventKind::SessionUnread,
    EventKind::SessionEnded,
    EventKind::ConversationCreated,
    EventKind::ConversationUpdated,
    EventKind::ConversationStatusChanged,
    EventKind::ConversationEnded,
    EventKind::ConversationForwarded,
    EventKind::ConversationRated,
    EventKind::ConversationFeedback,
    EventKind::ConversationSurveyed,
    EventKind::ConversationGoal,
    EventKind::ConversationSnapshot,
];

/// Lines that were given up and are named.
const FAILURES: usize = 500;
/// What a platform says happened so long before it came was fetched as history, in ms.
const HISTORY_MS: i64 = 5 * 60 * 1_000;

/// A line with what a caller needs to finish it.
#[derive(Debug)]
pub struct ToldLine {
    /// It. Its error and the addresses of its files are left for the caller, and so is what happened, in words.
    pub line: TranscriptLine,
    /// What happened, if it is no message.
    pub event: Option<Event>,
    /// Of what it caused the delivery that fares worst.
    pub owed: Option<DeliveryView>,
}

/// A part of a transcript.
#[derive(Debug)]
pub struct ToldPage {
    /// Its lines, oldest first.
    pub lines: Vec<ToldLine>,
    /// There are lines before these.
    pub earlier: bool,
    /// There are lines after these.
    pub later: bool,
}

/// What is known of a conversation besides its row.
#[derive(Debug)]
pub struct ToldConversation {
    /// The chat's key towards us, where it differs from the platform's id.
    pub chat: Option<String>,
    /// The session's id.
    pub session: Option<String>,
    /// Whom it is with.
    pub contact: Option<ContactView>,
    /// Lines that were given up.
    pub failures: Vec<String>,
}

impl Store {
    /// What is known of a conversation; none when it is gone.
    pub async fn conversation_told(&self, which: ConversationId) -> Result<Option<ToldConversation>> {
        let shared = std::sync::Arc::clone(&self.0.shared);
        self.read(move |reader| told(&reader.db, &shared, which)).await
    }

    /// A part of a conversation's transcript; none when the conversation is gone. Errors: DATA-02 for a key of a line that cannot be read.
    pub async fn transcript(&self, query: TranscriptQuery) -> Result<Option<ToldPage>> {
        let shared = std::sync::Arc::clone(&self.0.shared);
        self.read(move |reader| page(&reader.db, &shared, &query)).await
    }
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    at: i64,
    id: i64,
}

impl Key {
    /// Where something stands that came with this identifier, and happened at that time by the platform's clock.
    fn of(id: i64, told: Option<i64>) -> Self {
        let came = MessageId(id.cast_unsigned()).time().0;
        Self { at: told.filter(|told| *told < came - HISTORY_MS).unwrap_or(came), id }
    }

    fn to_text(self) -> String {
        format!("{:014}{}", self.at.max(0), MessageId(self.id.cast_unsigned()))
    }

    fn from_text(field: &str, text: &str) -> Result<Self> {
        let read = || {
            let (at, id) = text.split_at_checked(14)?;
            Some(Self { at: at.parse().ok()?, id: num(id.parse::<MessageId>().ok()?.0) })
        };
        read().ok_or_else(|| bad_field(field))
    }
}

/// A line before it is read.
#[derive(Clone, Copy, Debug)]
struct Place {
    key: Key,
    is_message: bool,
    event: Option<i64>,
}

/// The places of all lines of a conversation, in their order.
fn places(db: &Connection, which: ConversationId) -> Result<Vec<Place>> {
    let mut all = statement(db, "SELECT id, sent_at, event FROM messages WHERE conversation = ?1")?
        .query_map([num(which.0)], |row| {
            let key = Key::of(row.get(0)?, row.get(1)?);
            Ok(Place { key, is_message: true, event: row.get(2)? })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let kinds = KINDS.map(EventKind::name).join("', '");
    // What a platform was asked for it tells itself once it is done; only a sending nobody else tells of.
    let sql = format!(
        "SELECT e.id FROM events e LEFT JOIN exchanges x ON x.id = e.exchange
         WHERE e.conversation = ?1 AND e.kind IN ('{kinds}') AND (e.skipped IS NULL OR e.skipped NOT IN (2, 3, 9, 11))
         AND (x.source IS NULL OR x.source IN ({}, {}) OR e.kind = '{}')",
        Source::Platform as u8,
        Source::CatchUp as u8,
        EventKind::ConversationSnapshot.name(),
    );
    let found = statement(db, &sql)?
        .query_map([num(which.0)], |row| row.get::<_, i64>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    all.extend(found.into_iter().map(|event| Place {
        key: Key::of(event, None),
        is_message: false,
        event: Some(event),
    }));
    all.sort_unstable_by_key(|place| place.key);
    Ok(all)
}

fn page(db: &Connection, shared: &Shared, query: &TranscriptQuery) -> Result<Option<ToldPage>> {
    let seal = shared.seal()?;
    let Some(of) = rows::find(db, &seal, query.id)? else { return Ok(None) };
    let all = places(db, query.id)?;
    let limit = pages::limit(query.limit);
    let at = |field: &str, key: &Option<String>| -> Result<Option<Key>> {
        key.as_deref().map(|key| Key::from_text(field, key)).transpose()
    };
    let up_to = |key: Key| all.partition_point(|place| place.key < key);
    let (from, to) =
        match (at("before", &query.before)?, at("after", &query.after)?, at("around", &query.around)?) {
            (Some(before), ..) => {
                let to = up_to(before);
                (to.saturating_sub(limit), to)
            }
            (_, Some(after), _) => {
                let from = all.partition_point(|place| place.key <= after);
                (from, all.len().min(from + limit))
            }
            (.., Some(around)) => {
                let from = up_to(around).saturating_sub(limit / 2).min(all.len().saturating_sub(limit));
                (from, all.len().min(from + limit))
            }
            (None, None, None) => (all.len().saturating_sub(limit), all.len()),
        };
    let shown = all.get(from..to).unwrap_or_default();
    let mut lines = Vec::with_capacity(shown.len());
    for place in shown {
        lines.extend(line(db, shared, &seal, &of, *place)?);
    }
    Ok(Some(ToldPage { lines, earlier: from > 0, later: to < all.len() }))
}

fn line(
    db: &Connection,
    shared: &Shared,
    seal: &Seal,
    of: &rows::Kept,
    place: Place,
) -> Result<Option<ToldLine>> {
    let came = MessageId(place.key.id.cast_unsigned()).time();
    let brought = match place.event {
        Some(event) => events::find(db, seal, id(event))?,
        None => None,
    };
    let mut repeats = 0;
    let (message, happened, at) = if place.is_message {
        let sql = "SELECT key, sealed, repeats FROM messages WHERE id = ?1";
        let (key, sealed, again) = statement(db, sql)?.query_row([place.key.id], |row| {
            Ok((row.get::<_, Option<String>>(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?))
        })?;
        repeats = again;
        let message = Message { key, ..seal.open_json(Kind::Message, &sealed)? };
        let at = message.sent_at.unwrap_or(came);
        (Some(message), None, at)
    } else {
        let Some(kept) = &brought else { return Ok(None) };
        (None, Some(kept.event.clone()), kept.event.occurred_at.unwrap_or(came))
    };
    let caused = match &brought {
        Some(kept) => caused(db, seal, of, kept, message.as_ref())?,
        None => Vec::new(),
    };
    let shown = shared.shown();
    let state = |one: &deliveries::Standing| shown.state(one.state, Some(one.destination));
    let worst = caused.iter().max_by_key(|one| state(one).rank()).cloned();
    let failed = caused.iter().filter(|one| one.state == State::Failed).map(|one| one.id).collect();
    let exchange = brought.as_ref().map(|kept| kept.exchange);
    let exchange = match exchange {
        Some(exchange) if exchanges::is_kept(db, exchange)? => Some(exchange),
        _ => None,
    };
    let line = TranscriptLine {
        id: place.key.to_text(),
        at,
        message: message.map(|message| told_message(db, seal, message)).transpose()?,
        event: None,
        exchange,
        state: worst.as_ref().map(state),
        skipped: match &worst {
            Some(worst) => worst.skipped,
            None => brought.as_ref().and_then(|kept| kept.skipped),
        },
        repeats,
        error: None,
        failed,
    };
    let owed = worst.map(|worst| details::view(db, shared, worst, false)).transpose()?;
    Ok(Some(ToldLine { line, event: happened, owed }))
}

fn told_message(db: &Connection, seal: &Seal, message: Message) -> Result<TranscriptMessage> {
    let files = message.files.iter().map(|file| chats::file_view(db, seal, file)).collect::<Result<_>>()?;
    Ok(TranscriptMessage {
        key: message.key,
        from: message.from,
        author: message.author,
        text: redact::written(&message.text).into_owned(),
        content_type: message.content_type,
        files,
        private: message.private,
        template: message.template,
        status: message.status,
        said: message.error.map(|said| redact::written(&said).into_owned()),
    })
}

/// What a line is owed as: its event, what links made of it, and of a message of ours that its platform told of first what wrote it.
fn caused(
    db: &Connection,
    seal: &Seal,
    of: &rows::Kept,
    brought: &Kept,
    message: Option<&Message>,
) -> Result<Vec<deliveries::Standing>> {
    let mut all = deliveries::of_event(db, brought.id)?;
    all.retain(|one| one.role != super::Role::WriteBack);
    let key = message.and_then(|message| message.key.as_deref());
    if brought.elsewhere.is_none() {
        let range = exchanges::caused(db, brought.exchange)?;
        for copy in events::elsewhere(db, seal, brought.exchange, range)? {
            let origin = copy.event.origin.as_ref();
            let of_this = match (origin.and_then(|origin| origin.message.as_deref()), key) {
                (Some(one), Some(other)) => one == other,
                (None, _) | (_, None) => copy.event.kind == brought.event.kind,
            };
            if of_this {
                all.extend(deliveries::of_event(db, copy.id)?);
            }
        }
    }
    if all.is_empty()
        && let Some(key) = key
        && let Some(wrote) = super::sent::find(db, of.channel, key)?
    {
        all.extend(deliveries::find(db, wrote)?);
    }
    Ok(all)
}

fn told(db: &Connection, shared: &Shared, which: ConversationId) -> Result<Option<ToldConversation>> {
    let seal = shared.seal()?;
    let Some(of) = rows::find(db, &seal, which)? else { return Ok(None) };
    let failing = statement(db, "SELECT event FROM deliveries WHERE conversation = ?1 AND state = 6")?
        .query_map([num(which.0)], |row| row.get(0))?
        .collect::<Result<HashSet<i64>, _>>()?;
    let mut failures = Vec::new();
    if !failing.is_empty() {
        let named = places(db, which)?
            .into_iter()
            .filter(|place| place.event.is_some_and(|event| failing.contains(&event)));
        failures.extend(named.take(FAILURES).map(|place| place.key.to_text()));
    }
    let contact = contact(db, shared, which, &of)?;
    Ok(Some(ToldConversation {
        chat: of.conversation.chat.filter(|chat| *chat != of.conversation.key),
        session: of.conversation.session,
        contact,
        failures,
    }))
}

/// What is known of whom a conversation is with.
fn contact(
    db: &Connection,
    shared: &Shared,
    which: ConversationId,
    of: &rows::Kept,
) -> Result<Option<ContactView>> {
    let Some(mut known) = of.with.clone() else { return Ok(None) };
    known.attributes = details::redacted(known.attributes);
    let sql = "SELECT id FROM contacts WHERE channel = ?1 AND key = ?2";
    let person: i64 = statement(db, sql)?.query_row((num(of.channel.0), &known.key), |row| row.get(0))?;
    let theirs: i64 = statement(db, "SELECT count(*) FROM conversations WHERE person = ?1")?
        .query_row([person], |row| row.get(0))?;
    let is_chatwoot =
        shared.channel(of.channel).is_some_and(|channel| matches!(channel.options, Options::Chatwoot(_)));
    Ok(Some(ContactView {
        channel: of.channel,
        inbox: of.conversation.inbox.clone(),
        contact_inbox: of.conversation.chat.clone().filter(|_| is_chatwoot),
        contact: known,
        conversations: theirs.max(1).cast_unsigned(),
        first_at: id::<ContactId>(person).time().min(which.time()),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Timestamp;

    #[test]
    fn keys_sort_as_lines_do_and_are_read_back() {
        let late = Timestamp(1_790_000_000_000);
        let came = num(MessageId::at(late).0) + 5;
        let [live, history] =
            [Key::of(came, Some(late.0 - 1_000)), Key::of(came + 1, Some(late.0 - HISTORY_MS - 1))];
        assert!(history < live && history.to_text() < live.to_text());
        assert_eq!(Key::from_text("before", &live.to_text()).unwrap(), live);
        for text in ["", "x", "0000000000000", "\u{e9}000000000000000000000000000"] {
            assert!(Key::from_text("before", text).is_err());
        }
    }
}
