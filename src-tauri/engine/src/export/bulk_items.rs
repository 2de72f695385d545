//! The conversations of a bulk send and what became of each, written out. A table has the columns of the import it was chosen by, so that
//! it can be put right and taken in again.

use serde::Serialize;
use serde_json::{Map, Value};

use super::csv::Cell;
use super::json::{self, as_iso_if_any};
use super::words::Words;
use super::{Piece, conversation};
use crate::domain::{BulkId, Code, ConversationId, ExchangeId, State, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result, error_at};
use crate::platforms::redact;
use crate::schema::{BulkSkip, ExportFormat};
use crate::store::{Bulk, BulkItemRow};

/// Rows of a page.
const PAGE: u32 = 500;

/// The columns of what was chosen without an import; an import of them finds the same conversations.
const USUAL: [&str; 2] = ["channel", "conversation"];

/// What stands behind the columns of the import.
const BEHIND: [&str; 6] = ["state", "reason", "code", "tries", "time", "id"];

/// Where the export of a bulk send stands.
#[derive(Debug)]
pub(super) struct Pages {
    format: ExportFormat,
    words: Words,
    id: BulkId,
    failed: bool,
    /// The names above the CSV it was chosen by; none where it was chosen otherwise.
    columns: Vec<String>,
    /// The address without secrets, where all go to one.
    url: String,
    after: u32,
    begun: bool,
    over: bool,
    list: json::List,
}

/// One conversation of a bulk send, in JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    n: u32,
    id: Option<ConversationId>,
    channel: Option<String>,
    conversation: String,
    who: String,
    line: Option<u32>,
    /// The fields of its line, by the names above them.
    #[serde(skip_serializing_if = "Map::is_empty")]
    given: Map<String, Value>,
    state: State,
    skipped: Option<BulkSkip>,
    code: Option<Code>,
    /// The reason in words.
    reason: Option<String>,
    tries: u32,
    #[serde(serialize_with = "as_iso_if_any")]
    time: Option<Timestamp>,
    exchange: Option<ExchangeId>,
    #[serde(skip)]
    fields: Vec<String>,
}

impl Pages {
    pub(super) fn new(bulk: Bulk, failed: bool, format: ExportFormat, words: Words) -> Self {
        let columns = bulk.plan.columns.iter().map(|name| redact::written(name).into_owned()).collect();
        Self {
            format,
            words,
            id: bulk.id,
            failed,
            columns,
            url: bulk.plan.url,
            after: 0,
            begun: false,
            over: false,
            list: json::List::default(),
        }
    }

    /// What follows; none at the end.
    pub(super) async fn next(&mut self, engine: &Engine) -> Result<Option<Piece>> {
        if self.over {
            return Ok(None);
        }
        let is_table = self.format == ExportFormat::Csv;
        if !std::mem::replace(&mut self.begun, true) {
            let bytes = if is_table { self.words.csv().start(&self.heads())? } else { b"[".to_vec() };
            return Ok(Some(Piece { bytes, rows: 0 }));
        }
        let rows = engine.store.bulk_item_rows(self.id, self.failed, self.after, PAGE).await?;
        let Some(last) = rows.last() else {
            self.over = true;
            // A list is closed, a table just ends.
            return Ok((!is_table).then(|| Piece { bytes: b"\n]\n".to_vec(), rows: 0 }));
        };
        self.after = last.view.n;
        let count = rows.len() as u64;
        let items: Vec<Item> = rows.into_iter().map(|row| self.item(engine, row)).collect();
        let bytes = if is_table {
            self.words.csv().rows(items.into_iter().map(|item| self.cells(item)))?
        } else {
            self.list.more(items)?
        };
        Ok(Some(Piece { bytes, rows: count }))
    }

    fn heads(&self) -> Vec<String> {
        let own = if self.columns.is_empty() { self.words.columns(&USUAL) } else { self.columns.clone() };
        own.into_iter().chain(self.words.columns(&BEHIND)).collect()
    }

    fn item(&self, engine: &Engine, row: BulkItemRow) -> Item {
        let BulkItemRow { view, given, status, took_ms } = row;
        let channels = engine.channels();
        let channel = view.channel.and_then(|id| conversation::channel_of(&channels, id));
        let own = channel.and_then(|channel| channel.callback_url.as_deref()).unwrap_or_default();
        let address = if self.url.is_empty() { own } else { &self.url };
        let error = view.error.map(|error| error_at(error.code, channel, address, status, took_ms));
        let reason = match (view.reason, &error) {
            (Some(skip), _) => Some(self.words.named("bulk-skip", &skip)),
            (None, Some(error)) => Some(self.words.error(error)),
            (None, None) => None,
        };
        let fields: Vec<String> = given.iter().map(|field| redact::written(field).into_owned()).collect();
        Item {
            n: view.n,
            id: view.conversation,
            channel: channel.map(|channel| channel.name.clone()),
            conversation: view.key,
            who: view.who,
            line: view.line,
            given: self.columns.iter().cloned().zip(fields.iter().cloned().map(Value::from)).collect(),
            state: view.state,
            skipped: view.reason,
            code: error.map(|Error { code, .. }| code),
            reason,
            tries: view.tries,
            time: view.at,
            exchange: view.exchange,
            fields,
        }
    }

    /// A state in a word; one that has not been sent is left.
    fn state(&self, state: State) -> String {
        if state == State::Received {
            self.words.text("bulk-left")
        } else {
            self.words.named("state", &state)
        }
    }

    fn cells(&self, item: Item) -> Vec<Cell> {
        let mut cells: Vec<Cell> = if self.columns.is_empty() {
            vec![item.channel.into(), item.conversation.into()]
        } else {
            let mut fields = item.fields;
            // A short line is filled up, and of a long one the rest cannot stand under what follows.
            fields.resize(self.columns.len(), String::new());
            fields.into_iter().map(Cell::from).collect()
        };
        cells.extend([
            self.state(item.state).into(),
            item.reason.into(),
            item.code.map(Code::name).into(),
            u64::from(item.tries).into(),
            item.time.map(json::iso).into(),
            item.id.map(|id| id.to_string()).into(),
        ]);
        cells
    }
}
