//! Backups, settings carried to another computer, the report for whoever helps.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::domain::Timestamp;
use crate::error::Error;

/// A copy of the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Its name, by which it is restored.
    pub name: String,
    /// Where it lies.
    pub path: String,
    /// How it came about.
    pub kind: BackupKind,
    /// When it was made.
    pub at: Timestamp,
    /// Bytes.
    #[ts(as = "f64")]
    pub size: u64,
}

/// How a copy came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BackupKind {
    /// By itself, once a day.
    Daily,
    /// Brought in by the admin.
    Brought,
    /// Before an update changed the data.
    Update,
}

/// Asks for a backup.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct BackupRequest {
    /// Seals it, and then it holds the key to the data as well: it can be restored on any computer. At least eight letters.
    pub password: Option<String>,
    /// Leave the files of messages out.
    pub without_files: bool,
}

/// Names a copy.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct BackupRef {
    /// Its name.
    pub name: String,
    /// What seals it.
    pub password: Option<String>,
}

// By hand: a password is never printed.
impl std::fmt::Debug for BackupRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BackupRequest").field("without_files", &self.without_files).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for BackupRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BackupRef").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What is in a backup; readable without its password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupInside {
    /// When it was made.
    pub at: Timestamp,
    /// By which version of the app.
    pub version: String,
    /// It needs its password.
    pub locked: bool,
    /// It holds the files of messages.
    pub files: bool,
    /// Channels in it.
    #[ts(as = "f64")]
    pub channels: u64,
    /// Conversations in it.
    #[ts(as = "f64")]
    pub conversations: u64,
    /// Messages in it.
    #[ts(as = "f64")]
    pub messages: u64,
    /// Deliveries that were owed then; they are sent when it is restored.
    #[ts(as = "f64")]
    pub waiting: u64,
}

/// A backup that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupInspected {
    /// The backup.
    pub backup: BackupView,
    /// What is in it.
    pub inside: BackupInside,
}

/// What looking a database through found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FileSoundness {
    /// Nothing is wrong with it.
    Sound,
    /// It cannot be read, or not all of it.
    Damaged,
    /// It is not there.
    Missing,
    /// It is too large to be looked through while somebody waits.
    NotLooked,
}

/// What takes the place of everything at the next start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RestoreReady {
    /// When it was made ready: what came since is kept aside then.
    pub at: Timestamp,
    /// The time the backup is of.
    pub from: Timestamp,
}

/// How the backup of every day fares.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DailyBackup {
    /// When the newest one was made that is there.
    pub last: Option<Timestamp>,
    /// When it was tried last, if that failed.
    pub failed_at: Option<Timestamp>,
    /// Why it failed.
    pub error: Option<Error>,
}

/// What was done to restore a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    /// It takes effect when the app has been started again.
    pub restart_needed: bool,
    /// Where what is there now will be kept.
    pub kept_in: String,
}

/// Asks for the settings as a file.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct TransferRequest {
    /// Tokens and secrets go along, sealed with it; absent: they are left out. At least eight letters.
    pub password: Option<String>,
}

/// Settings from a file.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct TransferInput {
    /// The text of the file.
    pub document: String,
    /// What its secrets are sealed with; absent: they are left out.
    pub password: Option<String>,
    /// The lines to take over; absent: all but those that belong to the other computer.
    pub take: Option<Vec<TransferRef>>,
}

/// Names a line.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
pub struct TransferRef {
    /// What it is about.
    pub kind: TransferKind,
    /// Its name.
    pub name: String,
}

impl std::fmt::Debug for TransferRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TransferRequest(…)")
    }
}

impl std::fmt::Debug for TransferInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TransferInput(…)")
    }
}

/// What settings from a file would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransferPreview {
    /// When the file was written.
    pub at: Timestamp,
    /// By which version.
    pub version: String,
    /// Its secrets are sealed: with the password they come along.
    pub locked: bool,
    /// Line by line.
    pub lines: Vec<TransferLine>,
}

/// One line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransferLine {
    /// What it is about.
    pub kind: TransferKind,
    /// Its name; of a setting its field.
    pub name: String,
    /// What would become of it.
    pub change: TransferChange,
    /// The fields that would change; what is inside of another one behind its name and a dot.
    pub fields: Vec<String>,
    /// Why, or what is left to do.
    pub reasons: Vec<TransferReason>,
    /// It is among those to be taken over.
    pub chosen: bool,
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TransferKind {
    /// A setting of the whole app.
    Setting,
    /// A channel.
    Channel,
    /// A link.
    Link,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TransferChange {
    /// It is not here yet.
    New,
    /// It is here and differs.
    Changed,
    /// It is here and the same.
    Same,
    /// It cannot be taken over; what is here stays as it is.
    Conflict,
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TransferReason {
    /// Tokens and secrets are not in the file: they are to be typed.
    SecretsMissing,
    /// A part of an address was left out for the password in it.
    AddressShortened,
    /// A channel of that name is here, of another platform.
    OtherPlatform,
    /// A channel that it joins is neither here nor in the file.
    ChannelMissing,
    /// These channels cannot be joined like that.
    CannotJoin,
    /// This version cannot take it.
    Unreadable,
    /// It belongs to the computer and may not fit this one.
    OfComputer,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransferDone {
    /// Channels, links, views and settings that were made or changed.
    #[ts(as = "f64")]
    pub applied: u64,
    /// Those that could not be taken over.
    #[ts(as = "f64")]
    pub left: u64,
}

/// What undoing an import comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TransferUndoing {
    /// Channels it made that have conversations by now.
    #[ts(as = "f64")]
    pub used: u64,
    /// Those conversations.
    #[ts(as = "f64")]
    pub conversations: u64,
    /// Fields and links that were changed since: they stay as they are.
    #[ts(as = "f64")]
    pub changed: u64,
}

/// Undoes an import.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TransferUndo {
    /// Channels it made go also when they have conversations, and these with them.
    pub with_conversations: bool,
}

/// What was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TransferUndone {
    /// Fields, links and channels that were changed or used since, and stay.
    #[ts(as = "f64")]
    pub kept: u64,
}

/// The report for whoever helps: what will be saved, and nothing else.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostics {
    /// Names it, for saving just this.
    pub id: String,
    /// Part by part.
    pub parts: Vec<DiagnosticsPart>,
}

/// A part of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DiagnosticsPart {
    /// What it is: `version`, `settings`, `channels`, `checks`, `queue`, `problems`, `storage`, `log`.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// Names a report.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DiagnosticsRef {
    /// Which.
    pub id: String,
}

/// Another port for the relay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortAdvice {
    /// The address that was wished for.
    pub listen: String,
    /// The program that has its port, where the system tells.
    pub program: Option<String>,
    /// A port near it that is free now.
    pub free: Option<u16>,
}

/// Chooses a port.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct PortChoice {
    /// Which.
    pub port: u16,
}

/// Any JSON object, for files that are read by hand.
pub(crate) type Object = serde_json::Map<String, Value>;
