//! Practice for a channel: an endpoint on this computer that answers as it is told, and samples of what the platform sends.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::{ChannelId, EventKind, ExchangeId, Timestamp};

/// How a practice endpoint answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PracticeAnswer {
    /// 200 at once.
    #[default]
    Ok,
    /// 200, but not before this many ms.
    Slow {
        /// How many; at most 120,000.
        ms: u32,
    },
    /// 401: it does not accept our sign-in.
    Unauthorised,
    /// 422: it does not accept the message.
    Rejecting,
    /// 500: it has trouble of its own.
    Failing,
    /// 429: it asks to slow down.
    Busy,
    /// The connection is cut.
    Reset,
    /// It never answers.
    Silent,
    /// 200 with a web page instead of JSON.
    NotJson,
}

/// A channel's practice endpoint.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeEndpoint {
    /// The channel.
    pub channel: ChannelId,
    /// Where it listens; none while it does not run.
    pub url: Option<String>,
    /// How it answers.
    pub answer: PracticeAnswer,
    /// Whether the channel sends to it.
    pub in_use: bool,
    /// Where the channel sent before, without its secrets; none where it sent nowhere.
    pub before: Option<String>,
    /// What came since it runs, newest first; at most 50.
    pub received: Vec<PracticeReceived>,
}

/// A request that came to a practice endpoint. Headers and body are redacted.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeReceived {
    /// Counts from 1.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// What it tells of, in our vocabulary or the platform's; empty when it does not say.
    pub kind: String,
    /// Its `webhook-id`.
    pub webhook_id: String,
    /// Whether its signature is the channel's; none where it has none.
    pub signed: Option<bool>,
    /// How it was answered; none where the connection was cut or nothing was said.
    pub status: Option<u16>,
    /// Names and values; secret values masked.
    pub headers: Vec<(String, String)>,
    /// The beginning of the body.
    pub body: String,
    /// Bytes of the whole body.
    #[ts(as = "f64")]
    pub size: u64,
}

/// Sets how a channel's practice endpoint answers, and starts it.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct PracticeSet {
    /// The channel.
    pub channel: ChannelId,
    /// How.
    pub answer: PracticeAnswer,
}

/// Lets a channel send to its practice endpoint, or to where it sent before.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct PracticeUse {
    /// The channel.
    pub channel: ChannelId,
    /// Whether it sends to the practice endpoint.
    pub on: bool,
}

/// Names a channel whose practice is meant.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct PracticeRef {
    /// The channel.
    pub channel: ChannelId,
}

/// A request as the platform would send it, made up just now.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeSample {
    /// Its name here.
    pub id: String,
    /// The platform's own name for the event.
    pub name: String,
    /// What it is read as.
    pub kind: EventKind,
    /// Whether the channel's endpoint gets such events.
    pub subscribed: bool,
    /// Names and values; secret values masked.
    pub headers: Vec<(String, String)>,
    /// The body, laid out to be read; secrets masked.
    pub body: String,
}

/// Sends a sample to the channel's own intake, over real HTTP.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PracticeSend {
    /// The channel.
    pub channel: ChannelId,
    /// Which sample.
    pub id: String,
}

/// What became of a request that was sent for practice.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeSent {
    /// HTTP status of the answer; none when there was none.
    pub status: Option<u16>,
    /// Its row in the log; none where it was not kept.
    pub exchange: Option<ExchangeId>,
}

/// What of an exchange can be changed before it is sent again.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The exchange.
    pub id: ExchangeId,
    /// The channel.
    pub channel: ChannelId,
    /// Headers worth changing; secret values masked.
    pub headers: Vec<(String, String)>,
    /// The body; secrets masked.
    pub body: String,
    /// Where it can go.
    pub to: DraftTarget,
    /// Where that is, as it may be shown.
    pub url: String,
    /// Whether that is the channel's practice endpoint or our own intake, so that nobody else will see it.
    pub harmless: bool,
}

/// Where an exchange that is sent again goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DraftTarget {
    /// To our own intake, as it came.
    Intake,
    /// To the channel's endpoint.
    Endpoint,
}

/// Sends an exchange again, changed. What is masked is put in again by the engine.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftSend {
    /// The exchange.
    pub id: ExchangeId,
    /// Headers in place of those of the same name.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}
