//! One conversation, written out: to read, as a table of what was said, or whole as JSON.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::json::{self, as_iso, as_iso_if_any};
use super::words::Words;
use super::{Piece, masked, transcript};
use crate::domain::{
    Channel, ChannelId, Contact, ConversationId, ConversationStatus, EventKind, File, Message, MessageStatus,
    Operator, Platform, Side, Snapshot, SnapshotEvent, Timestamp,
};
use crate::engine::Engine;
use crate::error::Result;
use crate::schema::ExportFormat;

/// One conversation alone, in one piece.
#[derive(Debug)]
pub(super) struct One {
    pub(super) format: ExportFormat,
    pub(super) words: Words,
    pub(super) id: Option<ConversationId>,
}

impl One {
    /// It; none after it, and when it is gone by now.
    pub(super) async fn next(&mut self, engine: &Engine) -> Result<Option<Piece>> {
        let Some(id) = self.id.take() else { return Ok(None) };
        let found = engine.store.snapshots(vec![id], None).await?.into_iter().flatten().next();
        let Some(whole) = found.map(masked::snapshot) else { return Ok(None) };
        let channels = engine.channels();
        let bytes = match self.format {
            ExportFormat::Txt => {
                let channel = channel_of(&channels, whole.of.channel);
                transcript::text(&whole, channel.map_or("", |channel| &channel.name), &self.words)
                    .into_bytes()
            }
            ExportFormat::Csv => {
                let csv = self.words.csv();
                let mut bytes = csv.start(&self.words.columns(&transcript::COLUMNS))?;
                bytes.extend(csv.rows(transcript::rows(&whole, &self.words))?);
                bytes
            }
            _ => json::record(&Whole::of(&whole, &channels))?,
        };
        Ok(Some(Piece { bytes, rows: 1 }))
    }
}

pub(super) fn channel_of(channels: &[Arc<Channel>], id: ChannelId) -> Option<&Channel> {
    channels.iter().find(|channel| channel.id == id).map(|channel| &**channel)
}

/// A whole conversation as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Whole<'a> {
    id: ConversationId,
    channel: ChannelPart<'a>,
    key: &'a str,
    chat: Option<&'a str>,
    session: Option<&'a str>,
    inbox: Option<&'a str>,
    status: Option<ConversationStatus>,
    operator: Option<&'a Operator>,
    labels: &'a [String],
    #[serde(serialize_with = "as_iso_if_any")]
    started_at: Option<Timestamp>,
    #[serde(serialize_with = "as_iso_if_any")]
    ended_at: Option<Timestamp>,
    attributes: &'a Map<String, Value>,
    contact: Option<&'a Contact>,
    messages: Vec<MessagePart<'a>>,
    events: Vec<EventPart<'a>>,
}

#[derive(Serialize)]
struct ChannelPart<'a> {
    id: ChannelId,
    name: Option<&'a str>,
    platform: Option<Platform>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MessagePart<'a> {
    key: Option<&'a str>,
    from: Side,
    author: Option<&'a str>,
    text: &'a str,
    content_type: Option<&'a str>,
    files: &'a [File],
    private: bool,
    template: bool,
    #[serde(serialize_with = "as_iso_if_any")]
    sent_at: Option<Timestamp>,
    status: Option<MessageStatus>,
    error: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventPart<'a> {
    kind: EventKind,
    platform_name: &'a str,
    #[serde(serialize_with = "as_iso")]
    at: Timestamp,
    operator: Option<&'a Operator>,
    detail: &'a Map<String, Value>,
}

impl<'a> Whole<'a> {
    pub(super) fn of(whole: &'a Snapshot, channels: &'a [Arc<Channel>]) -> Self {
        let conversation = &whole.conversation;
        let channel = channel_of(channels, whole.of.channel);
        Self {
            id: whole.of.conversation,
            channel: ChannelPart {
                id: whole.of.channel,
                name: channel.map(|channel| channel.name.as_str()),
                platform: channel.map(Channel::platform),
            },
            key: &conversation.key,
            chat: conversation.chat.as_deref(),
            session: conversation.session.as_deref(),
            inbox: conversation.inbox.as_deref(),
            status: conversation.status,
            operator: conversation.operator.as_ref(),
            labels: conversation.labels.as_deref().unwrap_or_default(),
            started_at: conversation.started_at,
            ended_at: conversation.ended_at,
            attributes: &conversation.attributes,
            contact: whole.contact.as_ref(),
            messages: conversation.transcript.iter().map(message_part).collect(),
            events: whole.events.iter().map(event_part).collect(),
        }
    }
}

fn message_part(message: &Message) -> MessagePart<'_> {
    MessagePart {
        key: message.key.as_deref(),
        from: message.from,
        author: message.author.as_deref(),
        text: &message.text,
        content_type: message.content_type.as_deref(),
        files: &message.files,
        private: message.private,
        template: message.template,
        sent_at: message.sent_at,
        status: message.status,
        error: message.error.as_deref(),
    }
}

fn event_part(event: &SnapshotEvent) -> EventPart<'_> {
    EventPart {
        kind: event.kind,
        platform_name: &event.platform_name,
        at: event.at,
        operator: event.operator.as_ref(),
        detail: &event.detail,
    }
}
