//! The journey of one message: where it went, step by step, and what is still to come.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Sentence, Timings};
use crate::domain::{ChannelId, DeliveryId, ExchangeId, MessageId, Platform, Preset, State, Timestamp};
use crate::error::Error;

/// Whose journey: by any exchange it passed through, by a delivery, or by the message. One field must be set; of several, the first
/// counts.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct JourneyRef {
    /// An exchange: what brought it, or a try of it.
    pub exchange: Option<ExchangeId>,
    /// A delivery of it.
    pub delivery: Option<DeliveryId>,
    /// The message.
    pub message: Option<MessageId>,
}

/// The journey of one message.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Journey {
    /// The exchange it began with.
    pub exchange: ExchangeId,
    /// The channel of that.
    pub channel: Option<ChannelId>,
    /// It in a sentence.
    pub sentence: Sentence,
    /// The worst state of what it caused.
    pub state: State,
    /// When it began.
    pub began: Timestamp,
    /// From its beginning to its last step that is over, in µs.
    #[ts(as = "f64")]
    pub took_us: u64,
    /// Tries made, at all destinations together.
    pub tries: u32,
    /// More is to come: it is under way, or a word of the platform is due.
    pub going_on: bool,
    /// Who takes part, from left to right.
    pub lanes: Vec<JourneyLane>,
    /// What happened and what is to come, in order.
    pub steps: Vec<JourneyStep>,
    /// The exchange it was made out of by hand.
    pub copy_of: Option<ExchangeId>,
    /// Exchanges that were made out of it by hand.
    pub copies: Vec<ExchangeId>,
}

/// One who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JourneyLane {
    /// What it is.
    pub kind: LaneKind,
    /// Whose it is; none for the relay.
    pub channel: Option<ChannelId>,
    /// The channel's name, or the host of an address given once.
    pub name: String,
    /// The channel's platform.
    pub platform: Option<Platform>,
    /// Which member of a family.
    pub preset: Option<Preset>,
}

/// What takes part in a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LaneKind {
    /// A channel's platform, with the customer or the operator there.
    Platform,
    /// Switchboard.
    Relay,
    /// A channel's endpoint.
    Endpoint,
    /// An address given once.
    Address,
    /// The platform once more, where it is told what became of its message.
    Back,
}

/// What kind of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
    /// It came.
    Came,
    /// Whoever sent it was answered.
    Answered,
    /// It, or a part of it, goes nowhere.
    NotSent,
    /// A try, or one call of it.
    Try,
    /// Time went by until the next try.
    Wait,
    /// The platform was told what became of its message.
    Report,
    /// The platform said what became of ours.
    Word,
    /// Somebody wanted it sent again.
    SentAgain,
    /// It was given up.
    GivenUp,
    /// It is under way, or held.
    Pending,
    /// A try that is to come.
    Next,
    /// Something that is expected and has not happened.
    Missing,
}

/// How a step went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StepState {
    /// Well.
    Good,
    /// Badly.
    Bad,
    /// Neither.
    Neutral,
    /// It has not happened although it should.
    Missing,
    /// It is to come.
    Future,
}

/// One step of a journey.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JourneyStep {
    /// What kind.
    pub kind: StepKind,
    /// How it went.
    pub state: StepState,
    /// The lane it starts from; an index into the lanes.
    pub from: u32,
    /// The lane it goes to; the same where it goes nowhere.
    pub to: u32,
    /// When it began, or is to begin; none where nobody knows.
    pub at: Option<Timestamp>,
    /// The same as µs since the journey began.
    #[ts(as = "Option<f64>")]
    pub offset_us: Option<u64>,
    /// How long it took, in µs.
    #[ts(as = "f64")]
    pub took_us: u64,
    /// It in a sentence.
    pub sentence: Sentence,
    /// What there is to say of its limit.
    pub limit: Option<Sentence>,
    /// It took long.
    pub slow: bool,
    /// What went wrong.
    pub error: Option<Error>,
    /// Where the time went.
    pub timings: Option<Timings>,
    /// The exchange that holds what went over the wire.
    pub exchange: Option<ExchangeId>,
    /// The delivery it is a step of.
    pub delivery: Option<DeliveryId>,
}
