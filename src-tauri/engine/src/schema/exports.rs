//! Writing things out of the store: by ticket, streamed by the host.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConversationFilter, ConversationSort, TrafficFilter};
use crate::domain::{BulkId, ConversationId, ExchangeId, ExportId};
use crate::error::Error;

/// What is written out: always the rows as they are filtered.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ExportWhat {
    /// The traffic log.
    Traffic {
        /// Which rows.
        #[serde(default)]
        filter: TrafficFilter,
    },
    /// Conversations: in a CSV one line each, in JSON Lines whole.
    Conversations {
        /// Which.
        #[serde(default)]
        filter: ConversationFilter,
        /// In which order.
        #[serde(default)]
        sort: ConversationSort,
        /// Smallest first.
        #[serde(default)]
        ascending: bool,
    },
    /// The transcript of one conversation.
    Conversation {
        /// Which.
        id: ConversationId,
    },
    /// The items of a bulk send. Its CSV has the columns of an import, and reason and code.
    Bulk {
        /// Which.
        id: BulkId,
        /// Only those that failed, or of which nobody knows.
        #[serde(default)]
        failed: bool,
    },
    /// One body of an exchange, as screens show it: without secrets.
    Body {
        /// Whose.
        id: ExchangeId,
        /// The answer's instead of the request's.
        #[serde(default)]
        answer: bool,
    },
    /// A text that a screen put together, such as a journey; at most 1 MiB.
    Text {
        /// The beginning of its file's name.
        name: String,
        /// It.
        text: String,
    },
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// CSV, UTF-8 with a byte order mark.
    Csv,
    /// JSON Lines.
    Jsonl,
    /// One JSON document.
    Json,
    /// HTTP Archive 1.2; exchanges only.
    Har,
    /// Plain text; a transcript only.
    Txt,
}

/// Asks for an export.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ExportRequest {
    /// What.
    pub what: ExportWhat,
    /// How.
    pub format: ExportFormat,
    /// The language of headings and of whoever reads it: `en`, `ru`, `de`; it also decides the delimiter of a CSV.
    pub language: Option<String>,
}

/// An export.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportView {
    /// Ours.
    pub id: ExportId,
    /// The name its file should have.
    pub name: String,
    /// The ticket a host gives its bytes for: once, within a minute. Only in the answer of `export.create`.
    pub ticket: Option<String>,
    /// How it stands.
    pub state: ExportState,
    /// Rows written.
    #[ts(as = "f64")]
    pub rows: u64,
    /// Rows there are, where that is known.
    #[ts(as = "Option<f64>")]
    pub total: Option<u64>,
    /// What went wrong, when something did.
    pub error: Option<Error>,
}

/// How an export stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportState {
    /// Waiting for whoever holds the ticket.
    Ready,
    /// Being written.
    Running,
    /// All of it went out.
    Done,
    /// It broke off.
    Failed,
    /// Nobody wants it any more.
    Cancelled,
}

/// Names an export.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ExportRef {
    /// Which.
    pub id: ExportId,
}
