//! Conversations, written out: a table of them, or each whole.

use std::collections::VecDeque;
use std::sync::Arc;

use serde_json::Value;

use super::conversation::{Whole, channel_of};
use super::csv::Cell;
use super::words::Words;
use super::{Piece, json, masked};
use crate::domain::{Channel, ConversationId, Snapshot};
use crate::engine::Engine;
use crate::error::Result;
use crate::schema::{ConversationQuery, ConversationRow, ExportFormat};

/// Rows of a page.
const PAGE: u32 = 500;
/// Conversations are read whole so many at once.
const WHOLE: usize = 20;

const COLUMNS: [&str; 17] = [
    "conversation",
    "channel",
    "contact",
    "contact-id",
    "status",
    "operator",
    "inbox",
    "labels",
    "messages",
    "failed",
    "last-message",
    "started",
    "last-activity",
    "ended",
    "attributes",
    "flagged",
    "id",
];

/// Where an export of many stands.
#[derive(Debug)]
pub(super) struct Pages {
    format: ExportFormat,
    words: Words,
    query: ConversationQuery,
    rows: VecDeque<ConversationRow>,
    begun: bool,
    /// Nothing is left to be read.
    read: bool,
}

impl Pages {
    pub(super) fn new(query: ConversationQuery, format: ExportFormat, words: Words) -> Self {
        let query = ConversationQuery { limit: Some(PAGE), before: None, ..query };
        Self { format, words, query, rows: VecDeque::new(), begun: false, read: false }
    }

    /// What follows; none at the end.
    pub(super) async fn next(&mut self, engine: &Engine) -> Result<Option<Piece>> {
        if !std::mem::replace(&mut self.begun, true) && self.format == ExportFormat::Csv {
            return Ok(Some(Piece {
                bytes: self.words.csv().start(&self.words.columns(&COLUMNS))?,
                rows: 0,
            }));
        }
        if self.rows.is_empty() && !self.read {
            let page = engine.store.conversations(self.query.clone()).await?;
            self.read = page.next.is_none();
            self.query.before = page.next;
            self.rows.extend(page.rows);
        }
        if self.rows.is_empty() && self.read {
            return Ok(None);
        }
        let channels = engine.channels();
        if self.format == ExportFormat::Csv {
            let rows = self.rows.len() as u64;
            let cells = self.rows.drain(..).map(|row| cells(&row, &channels, &self.words));
            return Ok(Some(Piece { bytes: self.words.csv().rows(cells)?, rows }));
        }
        let ids: Vec<ConversationId> =
            self.rows.drain(..self.rows.len().min(WHOLE)).map(|row| row.id).collect();
        // One that is gone by now is left out.
        let found: Vec<Snapshot> =
            engine.store.snapshots(ids, None).await?.into_iter().flatten().map(masked::snapshot).collect();
        let bytes = json::lines(found.iter().map(|one| Whole::of(one, &channels)))?;
        Ok(Some(Piece { bytes, rows: found.len() as u64 }))
    }
}

fn cells(row: &ConversationRow, channels: &[Arc<Channel>], words: &Words) -> Vec<Cell> {
    vec![
        row.key.as_str().into(),
        channel_of(channels, row.channel).map(|channel| channel.name.as_str()).into(),
        row.who.as_str().into(),
        row.contact.as_deref().into(),
        row.status.map(|status| words.named("export-status", &status)).into(),
        row.operator.as_ref().map(|operator| operator.name.as_deref().unwrap_or(&operator.key)).into(),
        row.inbox.as_deref().into(),
        row.labels.join(", ").into(),
        row.messages.into(),
        row.failed.into(),
        row.preview.as_str().into(),
        json::iso(row.started_at).into(),
        json::iso(row.last_at).into(),
        row.ended_at.map(json::iso).into(),
        (!row.attributes.is_empty()).then(|| Value::Object(row.attributes.clone()).to_string()).into(),
        row.flag.as_ref().map(|flag| flag.to.as_str()).into(),
        row.id.to_string().into(),
    ]
}
