//! A data folder that does not open, and what can be done about it.

use serde::Serialize;
use ts_rs::TS;

use super::{BackupView, FileSoundness};
use crate::error::Error;

/// Why the engine does not run, and what there is to go on from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Recovery {
    /// Why it did not start.
    pub error: Error,
    /// The data folder.
    pub folder: String,
    /// How its databases were found.
    pub files: Vec<FoundFile>,
    /// Backups that are there, the newest first.
    pub backups: Vec<BackupView>,
    /// Whether restoring, reading what can be read and starting anew make sense: the data is there and nobody uses it.
    pub mendable: bool,
    /// All this as a text for whoever helps.
    pub report: String,
}

/// A database as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundFile {
    /// Its name in the data folder.
    pub name: String,
    /// Bytes.
    #[ts(as = "f64")]
    pub size: u64,
    /// What looking it through found.
    pub soundness: FileSoundness,
}

/// What was done about a data folder that did not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mended {
    /// Where what was there is kept.
    pub kept_in: String,
    /// Rows that could be read; none where none were looked for.
    #[ts(as = "Option<f64>", optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}
