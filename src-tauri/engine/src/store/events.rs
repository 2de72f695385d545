//! Table `events`: what happened, as it was read, sealed.

use rusqlite::{Connection, OptionalExtension as _};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;

use super::exchanges::Caused;
use super::seal::{Kind, Seal};
use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{
    ChannelId, Contact, ContactId, Conversation, ConversationId, Event, EventId, EventKind, ExchangeId,
    Identity, Message, Operator, Origin, SkipReason, Timestamp,
};
use crate::error::Result;

/// An event's content as it is sealed.
#[derive(Serialize, Deserialize)]
struct Content<'a> {
    occurred_at: Option<Timestamp>,
    identity: Option<(String, u64)>,
    conversation: Option<Cow<'a, Conversation>>,
    contact: Option<Cow<'a, Contact>>,
    message: Option<Cow<'a, Message>>,
    operator: Option<Cow<'a, Operator>>,
    detail: Cow<'a, Map<String, Value>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    echo: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<Cow<'a, Origin>>,
}

/// Seals an event, outside the writer.
pub(super) fn seal(seal: &Seal, event: &Event) -> Result<Vec<u8>> {
    seal.seal_json(
        Kind::Event,
        &Content {
            occurred_at: event.occurred_at,
            identity: event.identity.as_ref().map(|identity| (identity.key.clone(), identity.revision)),
            conversation: event.conversation.as_ref().map(Cow::Borrowed),
            contact: event.contact.as_ref().map(Cow::Borrowed),
            message: event.message.as_ref().map(Cow::Borrowed),
            operator: event.operator.as_ref().map(Cow::Borrowed),
            detail: Cow::Borrowed(&event.detail),
            echo: event.echo.as_deref().map(Cow::Borrowed),
            origin: event.origin.as_ref().map(Cow::Borrowed),
        },
    )
}

/// An event to be kept.
pub(super) struct New<'a> {
    pub(super) id: EventId,
    pub(super) exchange: ExchangeId,
    /// Whose it is, where that is not the exchange's channel.
    pub(super) elsewhere: Option<ChannelId>,
    pub(super) event: &'a Event,
    pub(super) skipped: Option<SkipReason>,
    pub(super) sealed: &'a [u8],
    /// What it is about.
    pub(super) conversation: Option<ConversationId>,
    pub(super) contact: Option<ContactId>,
}

/// Adds one.
pub(super) fn insert(tx: &Tx<'_>, new: New<'_>) -> Result<()> {
    statement(tx.db, "INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?.execute((
        num(new.id.0),
        num(new.exchange.0),
        new.event.kind.name(),
        &new.event.platform_name,
        new.skipped.map(|reason| reason as u8),
        new.sealed,
        new.elsewhere.map(|id| num(id.0)),
        new.conversation.map(|id| num(id.0)),
        new.contact.map(|id| num(id.0)),
    ))?;
    match new.elsewhere {
        Some(channel) => super::blanks::enter_copy(tx, new.exchange, channel),
        None => Ok(()),
    }
}

/// An event that was kept, and whether it goes anywhere.
pub(super) struct Kept {
    pub(super) id: EventId,
    pub(super) exchange: ExchangeId,
    /// Whose it is, where that is not the exchange's channel.
    pub(super) elsewhere: Option<ChannelId>,
    pub(super) skipped: Option<SkipReason>,
    /// What it is about.
    pub(super) conversation: Option<ConversationId>,
    pub(super) contact: Option<ContactId>,
    pub(super) event: Event,
}

const COLUMNS: &str = "id, kind, platform_name, skipped, sealed, exchange, channel, conversation, contact";

struct Raw {
    id: EventId,
    kind: String,
    platform_name: String,
    skipped: Option<i64>,
    sealed: Vec<u8>,
    exchange: ExchangeId,
    elsewhere: Option<ChannelId>,
    conversation: Option<ConversationId>,
    contact: Option<ContactId>,
}

fn raw(row: &rusqlite::Row<'_>) -> rusqlite::Result<Raw> {
    Ok(Raw {
        id: id(row.get(0)?),
        kind: row.get(1)?,
        platform_name: row.get(2)?,
        skipped: row.get(3)?,
        sealed: row.get(4)?,
        exchange: id(row.get(5)?),
        elsewhere: row.get::<_, Option<i64>>(6)?.map(id),
        conversation: row.get::<_, Option<i64>>(7)?.map(id),
        contact: row.get::<_, Option<i64>>(8)?.map(id),
    })
}

fn kept(seal: &Seal, raw: Raw) -> Result<Kept> {
    let Raw { id, kind, platform_name, skipped, sealed, exchange, elsewhere, conversation, contact } = raw;
    let event = opened(seal, &kind, platform_name, &sealed)?;
    let skipped = skipped.and_then(SkipReason::from_number);
    Ok(Kept { id, exchange, elsewhere, skipped, conversation, contact, event })
}

/// An event, out of what is kept of it.
pub(super) fn opened(seal: &Seal, kind: &str, platform_name: String, sealed: &[u8]) -> Result<Event> {
    let content: Content<'static> = seal.open_json(Kind::Event, sealed)?;
    Ok(Event {
        kind: EventKind::from_name(kind).unwrap_or(EventKind::PlatformOther),
        platform_name,
        occurred_at: content.occurred_at,
        identity: content.identity.map(|(key, revision)| Identity { key, revision }),
        conversation: content.conversation.map(Cow::into_owned),
        contact: content.contact.map(Cow::into_owned),
        message: content.message.map(Cow::into_owned),
        operator: content.operator.map(Cow::into_owned),
        detail: content.detail.into_owned(),
        echo: content.echo.map(Cow::into_owned),
        origin: content.origin.map(Cow::into_owned),
    })
}

/// One event.
pub(super) fn find(db: &Connection, seal: &Seal, event: EventId) -> Result<Option<Kept>> {
    let found = statement(db, &format!("SELECT {COLUMNS} FROM events WHERE id = ?1"))?
        .query_row([num(event.0)], raw)
        .optional()?;
    found.map(|found| kept(seal, found)).transpose()
}

/// What an exchange brought, in order.
pub(super) fn of_exchange(
    db: &Connection,
    seal: &Seal,
    exchange: ExchangeId,
    caused: Option<Caused>,
) -> Result<Vec<Kept>> {
    let Some(Caused { first, last }) = caused else { return Ok(Vec::new()) };
    let sql =
        format!("SELECT {COLUMNS} FROM events WHERE id BETWEEN ?1 AND ?2 AND exchange = ?3 ORDER BY id");
    let mut select = statement(db, &sql)?;
    let found =
        select.query_map((num(first), num(last), num(exchange.0)), raw)?.collect::<Result<Vec<_>, _>>()?;
    found.into_iter().map(|found| kept(seal, found)).collect()
}

/// What links made of what an exchange brought, for other channels.
pub(super) fn elsewhere(
    db: &Connection,
    seal: &Seal,
    exchange: ExchangeId,
    caused: Option<Caused>,
) -> Result<Vec<Kept>> {
    let Some(Caused { first, last }) = caused else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT {COLUMNS} FROM events WHERE id BETWEEN ?1 AND ?2 AND exchange = ?3 AND channel IS NOT NULL ORDER BY id"
    );
    let mut select = statement(db, &sql)?;
    let found =
        select.query_map((num(first), num(last), num(exchange.0)), raw)?.collect::<Result<Vec<_>, _>>()?;
    found.into_iter().map(|found| kept(seal, found)).collect()
}
