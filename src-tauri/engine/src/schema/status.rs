//! How things are, and what listeners to live rows get.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DestinationStatus, RestoreReady};
use crate::domain::{ChannelId, Timestamp};
use crate::error::Error;

/// How things are, in one look.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// The one true sentence, as a key of the strings catalogue with what fills it.
    pub sentence: Sentence,
    /// The relay's own state.
    pub relay: RelayStatus,
    /// Where secrets are kept.
    pub key: KeyStatus,
    /// Everything is paused.
    pub paused: Option<Pause>,
    /// The state of the whole in a word.
    pub sign: Sign,
    /// Channels by how they fare.
    pub channels: ChannelCounts,
    /// Since midnight by this computer's clock.
    pub today: TodayCounts,
    /// Deliveries that are owed and not yet made.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// Requests to addresses no channel has, kept for the admin.
    #[ts(as = "f64")]
    pub unclaimed: u64,
    /// Problems that are open: neither solved nor known to somebody.
    pub problems: u32,
    /// Destinations that are stopped, and why.
    pub stopped: Vec<DestinationStatus>,
    /// What was missed while this computer was off or without a network, and what became of it; newest first.
    pub catch_ups: Vec<CatchUp>,
    /// A backup that takes the place of everything at the next start.
    pub restore_ready: Option<RestoreReady>,
    /// The practice platforms are running.
    pub demo: bool,
    /// The version of the app.
    pub version: String,
    /// The folder everything is kept in.
    pub data_folder: String,
}

/// Nothing is sent, and whatever comes in is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Pause {
    /// Until then; none: until the admin resumes it.
    pub until: Option<Timestamp>,
}

/// Pauses everything.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PauseRequest {
    /// Until then; absent: until it is resumed.
    #[ts(optional)]
    pub until_ms: Option<Timestamp>,
}

/// What would be left undone if the program ended now. All of it goes on at the next start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Owed {
    /// Deliveries that are owed and not yet made.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// Bulk sends that run.
    pub bulks: Vec<OwedBulk>,
}

/// A bulk send that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OwedBulk {
    /// Where it goes.
    pub name: String,
    /// So many are behind it.
    #[ts(as = "f64")]
    pub done: u64,
    /// Of so many.
    #[ts(as = "f64")]
    pub total: u64,
}

/// The state of the whole in a word: what the tray shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// Everything does what it should.
    Working,
    /// Something fails, or wants the admin.
    Problem,
    /// No message can come in, or none can be read.
    Stopped,
    /// Everything is paused, or every channel is.
    Paused,
}

/// One channel's catching up after a gap.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CatchUp {
    /// Which channel.
    pub channel: ChannelId,
    /// Its name.
    pub channel_name: String,
    /// Since when nothing could be heard.
    pub from: Timestamp,
    /// Until when.
    pub to: Timestamp,
    /// How it went.
    pub state: CatchUpState,
    /// Messages that were found and had not come before.
    #[ts(as = "f64")]
    pub recovered: u64,
    /// Conversations looked at.
    #[ts(as = "f64")]
    pub conversations: u64,
    /// What went wrong, when something did.
    pub error: Option<Error>,
}

/// How catching up went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CatchUpState {
    /// Under way.
    Running,
    /// Everything missed is here.
    Done,
    /// It could not be asked for; it is tried again.
    Failed,
    /// This platform cannot be asked what was missed.
    Impossible,
}

/// A sentence of the strings catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Sentence {
    /// Its key.
    pub key: String,
    /// What fills its blanks. Counts come as numbers in text.
    pub params: BTreeMap<String, String>,
    /// The sentence in English.
    pub english: String,
    /// How good or bad it is.
    pub tone: Tone,
}

/// How good or bad a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// All is well.
    Good,
    /// Nothing to say yet.
    Neutral,
    /// Something wants attention.
    Warning,
    /// Something fails.
    Bad,
}

/// The relay's own state.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RelayStatus {
    /// The address it listens on, with the port it really got.
    pub listen: String,
    /// The base of the addresses it gives out; none when the admin has set no public address.
    pub public_url: Option<String>,
    /// Why it does not listen, when it does not.
    pub error: Option<Error>,
    /// Why it still listens there, when it is to listen elsewhere.
    pub stays: Option<Error>,
}

/// Where the key that seals secrets and bodies lives.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyStatus {
    /// Keychain or file.
    pub home: KeyHome,
    /// Why it cannot be read, when it cannot: secrets are unusable until it can.
    pub error: Option<Error>,
}

/// Where the key lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum KeyHome {
    /// The system's keychain.
    Keychain,
    /// A file only this user can read, beside the data.
    File,
}

/// Channels by how they fare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChannelCounts {
    /// All of them.
    pub total: u32,
    /// Working, with problems or without, or waiting for their first request.
    pub working: u32,
    /// With problems, which work all the same, failing or disconnected.
    pub troubled: u32,
    /// Paused or off.
    pub resting: u32,
}

/// Counts of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayCounts {
    /// Messages that came in.
    #[ts(as = "f64")]
    pub received: u64,
    /// Deliveries of messages that arrived.
    #[ts(as = "f64")]
    pub delivered: u64,
    /// Deliveries of messages that were given up.
    #[ts(as = "f64")]
    pub failed: u64,
}

/// What a listener to live rows gets at a time, never more than about 64 KiB.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Batch {
    /// The rows, in order. Empty: a sign of life.
    pub rows: Vec<crate::events::Numbered>,
    /// Rows lost before these, because the listener was too slow: whatever is shown must be read again.
    #[ts(as = "f64")]
    pub dropped: u64,
}
