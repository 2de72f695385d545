//! Checks of a channel's way from the platform to the endpoint, before a message has to take it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ChannelInput, Sentence};
use crate::domain::ChannelId;
use crate::error::Error;

/// A part of the way that can be checked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// From this computer to the platform: address, connection, token, rights, inbox, where it sends to.
    Platform,
    /// The relay itself: it listens, and what is sent to it gets there.
    Intake,
    /// From this computer to the admin's endpoint.
    Endpoint,
    /// A test message there and back. Operators see it, so it is only ever made when it is asked for.
    Message,
}

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CheckState {
    /// All is well.
    Well,
    /// It works, but for how long, or for whom, is another question: the note says.
    Warning,
    /// It does not work: the error says why.
    Failed,
    /// It was not checked: the note says why.
    Skipped,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// The part of the way it belongs to.
    pub part: Part,
    /// What was checked: `address`, `dns`, `connect`, `certificate`, `clock`, `answer`, `token`, `rights`, `inbox`, `webhook`, `hello`,
    /// `listening`, `local`, `public`, `message`, `sent`, `back`, `cleaned`.
    pub name: String,
    /// What it found.
    pub state: CheckState,
    /// How long it took, in µs.
    #[ts(as = "f64")]
    pub took_us: u64,
    /// What is wrong; none unless it failed.
    pub error: Option<Error>,
    /// What else is to be said of it.
    pub note: Option<Sentence>,
}

/// What a test of a channel found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TestReport {
    /// In the order they were made; within a part one that failed ends the list, because the next ones build on it.
    pub checks: Vec<Check>,
}

/// What is to be checked: a channel, a channel as it would be with changes, one that is not there yet, or an address alone.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct CheckupRequest {
    /// The channel.
    pub channel: Option<ChannelId>,
    /// Changes to it that are not saved; without a channel the whole of one, of which only the platform is needed.
    pub draft: Option<ChannelInput>,
    /// An address by itself, as an endpoint.
    pub url: Option<String>,
    /// Which parts; absent: all but the test message.
    pub parts: Option<Vec<Part>>,
}

/// A run of checks. Live rows tell how it goes on.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Checkup {
    /// Its ticket.
    pub id: String,
    /// The channel, if it is saved.
    pub channel: Option<ChannelId>,
    /// The checks that were made, in order.
    pub checks: Vec<Check>,
    /// The check that is being made.
    pub running: Option<RunningCheck>,
    /// There is nothing more to check.
    pub done: bool,
}

/// A check that is being made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RunningCheck {
    /// The part of the way it belongs to.
    pub part: Part,
    /// What is checked.
    pub name: String,
}

/// Names one run of checks.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CheckupRef {
    /// Its ticket.
    pub id: String,
}
