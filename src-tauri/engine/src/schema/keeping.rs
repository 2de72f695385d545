//! How much is kept, and letting go of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HistoryWhat {
    /// The traffic log: requests, answers and tries.
    Traffic,
    /// Messages, and conversations without any.
    Conversations,
    /// Files of messages.
    Files,
}

/// Which history.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct HistoryRequest {
    /// Of which kinds; at least one.
    pub what: Vec<HistoryWhat>,
    /// Only what is older than so many days; absent: all of it.
    pub older_than_days: Option<u32>,
}

/// How much there is of it. Of what was not asked for: nought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryCount {
    /// Rows of the log.
    #[ts(as = "f64")]
    pub exchanges: u64,
    /// Messages.
    #[ts(as = "f64")]
    pub messages: u64,
    /// Conversations.
    #[ts(as = "f64")]
    pub conversations: u64,
    /// Files.
    #[ts(as = "f64")]
    pub files: u64,
    /// Bytes of those files.
    #[ts(as = "f64")]
    pub file_bytes: u64,
    /// Deliveries that are still owed: they stay, with all they need.
    #[ts(as = "f64")]
    pub waiting: u64,
}

/// How much room everything takes, in bytes.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Usage {
    /// Log, conversations and what waits: `journal.db` with what was written to it lately.
    #[ts(as = "f64")]
    pub journal: u64,
    /// Of it, free to be used again.
    #[ts(as = "f64")]
    pub journal_free: u64,
    /// Files of messages.
    #[ts(as = "f64")]
    pub files: u64,
    /// The list and the search of conversations and of the log.
    #[ts(as = "f64")]
    pub search: u64,
    /// Channels, tokens and settings.
    #[ts(as = "f64")]
    pub settings: u64,
    /// Backups, and copies made before an update.
    #[ts(as = "f64")]
    pub backups: u64,
    /// Free on that disk.
    #[ts(as = "Option<f64>")]
    pub disk_free: Option<u64>,
    /// What counts towards the limit of the settings.
    #[ts(as = "f64")]
    pub counted: u64,
}
