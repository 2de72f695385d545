//! Whole conversations, read for sending.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _};

use super::seal::{Kind, Seal};
use super::sql::{id, num, statement};
use super::{Store, contacts, events, messages};
use crate::domain::{
    ChannelId, Contact, Conversation, ConversationId, Event, EventId, EventKind, Message, MessageId,
    Snapshot, SnapshotEvent, SnapshotOf, Timestamp, is_command,
};
use crate::error::Result;

/// So many at once are read from one state of the journal: no read lasts long, however many are asked for.
const SLICE: usize = 100;

/// What tells the story of a conversation besides its messages, and what became of them.
const STORY: [EventKind; 14] = [
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
    EventKind::WidgetTriggered,
    EventKind::PlatformOther,
];

impl Store {
    /// These conversations as they are sent, in this order, with none in the place of one that is no longer here. With `until`: with what
    /// was entered before that event, so that asking twice gives the same messages.
    pub async fn snapshots(
        &self,
        ids: Vec<ConversationId>,
        until: Option<EventId>,
    ) -> Result<Vec<Option<Snapshot>>> {
        let mut all = Vec::with_capacity(ids.len());
        for slice in ids.chunks(SLICE) {
            let (slice, shared) = (slice.to_vec(), Arc::clone(&self.0.shared));
            let found = self
                .read(move |reader| {
                    let seal = shared.seal()?;
                    let command = shared.settings().send_command;
                    slice
                        .into_iter()
                        .map(|one| read(&reader.db, &seal, one, until, &command))
                        .collect::<Result<Vec<_>>>()
                })
                .await?;
            all.extend(found);
        }
        Ok(all)
    }
}

impl Store {
    /// What is known of these conversations but for their messages and events, in this order, with none in the place of one that is no longer
    /// here.
    pub async fn heads(&self, ids: Vec<ConversationId>) -> Result<Vec<Option<Snapshot>>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let seal = shared.seal()?;
            ids.into_iter().map(|one| head(&reader.db, &seal, one)).collect()
        })
        .await
    }
}

/// One conversation as it is sent, without the commands that were given in it; none when it is gone.
pub(super) fn read(
    db: &Connection,
    seal: &Seal,
    which: ConversationId,
    until: Option<EventId>,
    command: &str,
) -> Result<Option<Snapshot>> {
    let Some(mut snapshot) = head(db, seal, which)? else { return Ok(None) };
    let until = until.map_or(i64::MAX, |until| num(until.0));
    snapshot.conversation.transcript = transcript(db, seal, which, until)?;
    snapshot.conversation.transcript.retain(|message| !is_command(message, command));
    snapshot.events = story(db, seal, which, until)?;
    Ok(Some(snapshot))
}

/// What is known of a conversation but for its messages and events.
fn head(db: &Connection, seal: &Seal, which: ConversationId) -> Result<Option<Snapshot>> {
    let found = statement(db, "SELECT channel, contact, person, sealed FROM conversations WHERE id = ?1")?
        .query_row([num(which.0)], |row| {
            let channel: ChannelId = id(row.get(0)?);
            Ok((channel, row.get::<_, Option<String>>(1)?, row.get(2)?, row.get::<_, Vec<u8>>(3)?))
        })
        .optional()?;
    let Some((channel, contact, person, sealed)) = found else { return Ok(None) };
    let conversation: Conversation = seal.open_json(Kind::Conversation, &sealed)?;
    let contact = match (person, contact) {
        (Some(person), _) => contact_of(db, seal, person)?,
        (None, Some(key)) => contacts::find(db, seal, channel, &key)?.map(|(_, contact)| contact),
        (None, None) => None,
    };
    let of = SnapshotOf { channel, conversation: which };
    Ok(Some(Snapshot { of, conversation, contact, events: Vec::new() }))
}

fn contact_of(db: &Connection, seal: &Seal, person: i64) -> Result<Option<Contact>> {
    let sealed: Option<Vec<u8>> = statement(db, "SELECT sealed FROM contacts WHERE id = ?1")?
        .query_row([person], |row| row.get(0))
        .optional()?;
    sealed.map(|sealed| seal.open_json(Kind::Contact, &sealed)).transpose()
}

/// The messages entered before `until`, in the order they were written: what was fetched as history was entered after what it came before.
fn transcript(db: &Connection, seal: &Seal, which: ConversationId, until: i64) -> Result<Vec<Message>> {
    let mut messages = messages::before(db, seal, which, until)?;
    messages.sort_by_key(|(id, message)| (message.sent_at.unwrap_or_else(|| id.time()), *id));
    Ok(messages.into_iter().map(|(_, message): (MessageId, _)| message).collect())
}

/// What else happened, as the platform told it: what it was asked for by us it tells itself once it is done.
fn story(db: &Connection, seal: &Seal, which: ConversationId, until: i64) -> Result<Vec<SnapshotEvent>> {
    let kinds = STORY.map(EventKind::name).join("', '");
    let sql = format!(
        "SELECT e.id, e.kind, e.platform_name, e.sealed, x.at FROM events e JOIN exchanges x ON x.id = e.exchange
         WHERE e.conversation = ?1 AND e.id < ?2 AND e.kind IN ('{kinds}') AND e.channel IS NULL AND x.source IN (0, 3)
         AND (e.skipped IS NULL OR e.skipped NOT IN (2, 9, 11)) ORDER BY e.id"
    );
    let mut select = statement(db, &sql)?;
    let rows = select
        .query_map((num(which.0), until), |row| {
            let at = Timestamp(row.get(4)?);
            Ok((row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get::<_, Vec<u8>>(3)?, at))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let told = |(kind, name, sealed, at): (String, String, Vec<u8>, Timestamp)| -> Result<SnapshotEvent> {
        Ok(told(events::opened(seal, &kind, name, &sealed)?, at))
    };
    let mut events = rows.into_iter().map(told).collect::<Result<Vec<_>>>()?;
    events.sort_by_key(|event| event.at);
    Ok(events)
}

fn told(event: Event, at: Timestamp) -> SnapshotEvent {
    let mut detail = event.detail;
    let (status, assigned) = event.conversation.map_or((None, None), |about| (about.status, about.operator));
    if event.kind == EventKind::ConversationStatusChanged
        && let Some(Ok(status)) = status.map(serde_json::to_value)
    {
        detail.entry("status").or_insert(status);
    }
    SnapshotEvent {
        kind: event.kind,
        platform_name: event.platform_name,
        at: event.occurred_at.unwrap_or(at),
        operator: event.operator.or(assigned),
        detail,
    }
}
