//! What is written out of the store: by ticket, as a stream of bytes that a host carries to whoever asked.
//!
//! | file | what it is |
//! | --- | --- |
//! | `csv`, `json`, `har`, `transcript` | the formats; pure |
//! | `words` | the words they are written in; pure |
//! | `masked` | a conversation without its secrets; pure |
//! | `traffic`, `conversations`, `conversation`, `bulk_items` | what is written, page by page |
//! | `stored` | what is written already: a file, a text |
//! | `desk` | tickets: who may have which bytes, once |
//!
//! A stream is drawn by its receiver: what nobody takes is not read, so that an export of a million rows needs no more memory than one of
//! a thousand, and one whose receiver has left is over. Between two pages nothing is held open. What stands in an export was masked by
//! the store, as on screens. It must not know who receives it.

mod bulk_items;
mod conversation;
mod conversations;
mod csv;
mod desk;
mod har;
mod json;
mod masked;
mod stored;
mod traffic;
mod transcript;
mod words;

use futures_util::StreamExt as _;
use futures_util::stream::{BoxStream, unfold};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio_util::sync::CancellationToken;

use crate::bulk;
use crate::clock::Stopwatch;
use crate::domain::{Code, ExportId, validate};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::events::Live;
use crate::schema::{
    ConversationQuery, ExportFormat, ExportRequest, ExportState, ExportView, ExportWhat, TrafficQuery,
};

pub(crate) use desk::Desk;
pub(crate) use json::iso;
pub(crate) use stored::Stored;
use words::Words;

/// How often an export tells how far it is.
const TELL: Duration = Duration::from_millis(500);

/// The longest text a screen may have written out, in bytes.
const TEXT_LIMIT: usize = 1 << 20;

/// An export as its receiver gets it.
pub struct Download {
    /// The name its file should have; plain letters, digits and dots.
    pub name: String,
    /// Its MIME type.
    pub content_type: &'static str,
    /// The bytes. An error is the last item, and what came before it is not all.
    pub bytes: BoxStream<'static, Result<Bytes>>,
}

impl std::fmt::Debug for Download {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Download").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A part of an export.
#[derive(Debug)]
struct Piece {
    bytes: Vec<u8>,
    /// Rows in it.
    rows: u64,
}

/// What is written, and how far that is.
#[derive(Debug)]
enum Pages {
    Traffic(traffic::Pages),
    Conversations(conversations::Pages),
    Conversation(conversation::One),
    Bulk(bulk_items::Pages),
    /// In one piece; none once it was given.
    Whole(Option<Vec<u8>>),
    Stored(Stored),
}

impl Pages {
    async fn next(&mut self, engine: &Engine) -> Result<Option<Piece>> {
        match self {
            Self::Traffic(pages) => pages.next(engine).await,
            Self::Conversations(pages) => pages.next(engine).await,
            Self::Conversation(one) => one.next(engine).await,
            Self::Bulk(pages) => pages.next(engine).await,
            Self::Whole(bytes) => Ok(bytes.take().map(|bytes| Piece { bytes, rows: 1 })),
            Self::Stored(stored) => stored.next().await,
        }
    }
}

/// An export that waits for its receiver.
#[derive(Debug)]
struct Planned {
    view: ExportView,
    content_type: &'static str,
    pages: Pages,
    cancel: CancellationToken,
}

/// Checks what is asked for and gives a ticket for it. Errors: DATA-02 for a format it cannot have, ID-05 when there is no such thing.
pub(crate) async fn create(
    engine: &Arc<Engine>,
    desk: &Arc<Desk>,
    ending: &CancellationToken,
    request: ExportRequest,
) -> Result<ExportView> {
    let ExportRequest { what, format, language } = request;
    let (words, now) = (Words::new(language.as_deref()), engine.clock.now());
    if !fits(&what, format) {
        return Err(validate::bad_field("format"));
    }
    let (name, total, pages) = match what {
        ExportWhat::Traffic { filter } => {
            let query = TrafficQuery { limit: Some(1), filter: filter.clone(), ..TrafficQuery::default() };
            let total = engine.store.traffic(query).await?.total;
            ("traffic".to_owned(), total, Pages::Traffic(traffic::Pages::new(filter, format, words, now)))
        }
        ExportWhat::Conversations { filter, sort, ascending } => {
            // Of a search for words nobody knows how many there are before they are found.
            let counted = engine.store.count_conversations(filter.clone()).await?;
            let query = ConversationQuery { filter, sort, ascending, ..ConversationQuery::default() };
            let pages = conversations::Pages::new(query, format, words);
            let total = (!counted.more).then_some(counted.count);
            ("conversations".to_owned(), total, Pages::Conversations(pages))
        }
        ExportWhat::Conversation { id } => {
            let found = engine.store.snapshots(vec![id], None).await?.into_iter().flatten().next();
            let key = found.ok_or_else(|| Error::new(Code::Id05))?.conversation.key;
            let one = conversation::One { format, words, id: Some(id) };
            (plain(&format!("conversation-{key}")), Some(1), Pages::Conversation(one))
        }
        ExportWhat::Bulk { id, failed } => {
            let bulk = bulk::get(engine, id).await?;
            let counts = bulk.counts;
            let total = if failed { counts.failed + counts.unknown } else { counts.total };
            let pages = bulk_items::Pages::new(bulk, failed, format, words);
            (
                if failed { "bulk-send-failed" } else { "bulk-send" }.to_owned(),
                Some(total),
                Pages::Bulk(pages),
            )
        }
        ExportWhat::Body { id, answer } => {
            let detail = engine.store.exchange(id).await?.ok_or_else(|| Error::new(Code::Id05))?;
            let payload = if answer { detail.answer } else { Some(detail.request) };
            let body = payload.ok_or_else(|| Error::new(Code::Id05))?.body;
            let name = if answer { "answer" } else { "request" };
            (plain(&format!("{name}-{id}")), Some(1), Pages::Whole(Some(body.into_bytes())))
        }
        ExportWhat::Text { name, text } => {
            if text.len() > TEXT_LIMIT {
                return Err(Error::new(Code::Size01));
            }
            (plain(&name), Some(1), Pages::Whole(Some(text.into_bytes())))
        }
    };
    let (extension, content_type) = kind_of(format);
    let day = json::iso(now);
    // `2026-11-21T05:19:13.123Z`: the day and the minute.
    let (day, minute) =
        (day.get(..10).unwrap_or_default(), day.get(11..16).unwrap_or_default().replace(':', ""));
    let view = ExportView {
        id: engine.store.new_id::<ExportId>(),
        name: format!("{name}-{day}-{minute}.{extension}"),
        ticket: None,
        state: ExportState::Ready,
        rows: 0,
        total,
        error: None,
    };
    let planned = Planned { view, content_type, pages, cancel: ending.child_token() };
    Ok(desk.add(planned, engine))
}

/// Gives a ticket for what is written already.
pub(crate) fn offer(
    engine: &Arc<Engine>,
    desk: &Arc<Desk>,
    ending: &CancellationToken,
    (name, content_type): (String, &'static str),
    stored: Stored,
) -> ExportView {
    let view = ExportView {
        id: engine.store.new_id::<ExportId>(),
        name,
        ticket: None,
        state: ExportState::Ready,
        rows: 0,
        total: None,
        error: None,
    };
    let planned = Planned { view, content_type, pages: Pages::Stored(stored), cancel: ending.child_token() };
    desk.add(planned, engine)
}

/// A part of a file's name that means nothing to any system: what is no plain letter or digit is left out.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').take(60).collect()
}

/// Whether that can be written so.
fn fits(what: &ExportWhat, format: ExportFormat) -> bool {
    use ExportFormat::{Csv, Har, Json, Jsonl, Txt};
    match what {
        ExportWhat::Traffic { .. } => matches!(format, Csv | Jsonl | Har),
        ExportWhat::Conversations { .. } => matches!(format, Csv | Jsonl),
        ExportWhat::Conversation { .. } => matches!(format, Txt | Csv | Json),
        ExportWhat::Bulk { .. } => matches!(format, Csv | Json),
        ExportWhat::Body { .. } => matches!(format, Txt | Json),
        ExportWhat::Text { .. } => matches!(format, Txt),
    }
}

/// The end of its name, and its MIME type.
const fn kind_of(format: ExportFormat) -> (&'static str, &'static str) {
    match format {
        ExportFormat::Csv => ("csv", "text/csv; charset=utf-8"),
        ExportFormat::Jsonl => ("jsonl", "application/x-ndjson"),
        ExportFormat::Json => ("json", "application/json"),
        ExportFormat::Har => ("har", "application/json"),
        ExportFormat::Txt => ("txt", "text/plain; charset=utf-8"),
    }
}

/// The bytes a ticket is for. Errors: ID-05 for one that was used, has expired or never was.
pub(crate) fn open(engine: &Arc<Engine>, desk: &Arc<Desk>, ticket: &str) -> Result<Download> {
    let Planned { view, content_type, pages, cancel } =
        desk.take(ticket).ok_or_else(|| Error::new(Code::Id05))?;
    let name = view.name.clone();
    let running =
        Running { engine: Arc::clone(engine), desk: Arc::clone(desk), view, pages, cancel, told: None };
    let bytes = unfold(Some(running), |running| async move {
        let mut running = running?;
        match running.next().await {
            Ok(Some(bytes)) => Some((Ok(bytes), Some(running))),
            Ok(None) => None,
            Err(error) => Some((Err(error), None)),
        }
    });
    Ok(Download { name, content_type, bytes: bytes.boxed() })
}

/// An export under way. It is over when it is dropped.
struct Running {
    engine: Arc<Engine>,
    desk: Arc<Desk>,
    view: ExportView,
    pages: Pages,
    cancel: CancellationToken,
    told: Option<Stopwatch>,
}

impl Running {
    async fn next(&mut self) -> Result<Option<Bytes>> {
        self.view.state = ExportState::Running;
        let piece = tokio::select! {
            biased;
            // The receiver must not take what came for all of it.
            () = self.cancel.cancelled() => return Err(Error::new(Code::Net07)),
            piece = self.pages.next(&self.engine) => piece,
        };
        match piece {
            Ok(Some(piece)) => {
                self.view.rows += piece.rows;
                if self.told.is_none_or(|told| told.elapsed() >= TELL) {
                    self.told = Some(self.engine.clock.stopwatch());
                    self.tell();
                }
                Ok(Some(Bytes::from(piece.bytes)))
            }
            Ok(None) => {
                self.view.state = ExportState::Done;
                Ok(None)
            }
            Err(error) => {
                tracing::warn!(%error, export = %self.view.id, "An export broke off.");
                (self.view.state, self.view.error) = (ExportState::Failed, Some(error.clone()));
                Err(error)
            }
        }
    }

    fn tell(&self) {
        self.engine.bus.announce(|| Live::Export(Box::new(self.view.clone())));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.desk.forget(self.view.id);
        if matches!(self.view.state, ExportState::Ready | ExportState::Running) {
            self.view.state = ExportState::Cancelled;
        }
        tracing::debug!(export = %self.view.id, state = ?self.view.state, rows = self.view.rows, "Export over.");
        self.tell();
    }
}
