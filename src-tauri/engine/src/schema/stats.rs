//! What was counted of the traffic: sums, series for charts, strips, and the map's picture.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ChannelState;
use crate::domain::{ChannelId, Code, LinkId, Platform, Preset, Timestamp};

/// A way that traffic takes between two neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum Lane {
    /// A platform calls, or was asked what had been missed.
    FromPlatform = 0,
    /// Events go to the admin's endpoint, or to an address that was given once.
    ToEndpoint = 1,
    /// The endpoint asks at the outbox.
    FromEndpoint = 2,
    /// Messages go to a platform.
    ToPlatform = 3,
    /// A platform is told what became of its messages.
    Told = 4,
    /// The admin wrote at a screen.
    FromScreen = 5,
    /// A bulk send's conversations go out.
    Bulk = 6,
    /// Questions of ours: files, histories, catching up.
    Asked = 7,
}

impl Lane {
    /// Every lane, in the order of their stored numbers.
    pub const ALL: [Self; 8] = [
        Self::FromPlatform,
        Self::ToEndpoint,
        Self::FromEndpoint,
        Self::ToPlatform,
        Self::Told,
        Self::FromScreen,
        Self::Bulk,
        Self::Asked,
    ];

    /// The lane kept as `number` in the store.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|i| Self::ALL.get(i)).copied()
    }

    /// Something comes in.
    #[must_use]
    pub const fn is_in(self) -> bool {
        matches!(self, Self::FromPlatform | Self::FromEndpoint | Self::FromScreen)
    }
}

/// Asks for a series for charts.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct SeriesQuery {
    /// Only of these channels; all when absent.
    pub channels: Option<Vec<ChannelId>>,
    /// Only of this lane; the four that messages take when absent.
    pub lane: Option<Lane>,
    /// Only what a link brought from this channel.
    pub via: Option<ChannelId>,
    /// From when.
    pub from: Timestamp,
    /// Until when; now when absent.
    pub to: Option<Timestamp>,
    /// Milliseconds of one point, at least a minute; there are 1,000 points at most.
    #[ts(as = "Option<f64>")]
    pub bucket_ms: Option<i64>,
}

/// What was counted, point by point, oldest first; every point is there, also those without traffic.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Series {
    /// Milliseconds of one point.
    #[ts(as = "f64")]
    pub bucket_ms: i64,
    /// The points.
    pub points: Vec<Point>,
    /// The same for the whole of it.
    pub sum: Point,
    /// What was answered, the most frequent first.
    pub answers: Vec<AnswerCount>,
    /// Older traffic is still being counted.
    pub behind: bool,
}

/// What was counted in one span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// Its beginning.
    pub at: Timestamp,
    /// Requests taken.
    #[ts(as = "f64")]
    pub received: u64,
    /// Requests refused.
    #[ts(as = "f64")]
    pub refused: u64,
    /// What arrived where it was sent.
    #[ts(as = "f64")]
    pub delivered: u64,
    /// What was given up.
    #[ts(as = "f64")]
    pub failed: u64,
    /// Tries that are made again.
    #[ts(as = "f64")]
    pub retried: u64,
    /// How long our answers took in the middle, in ms; none without requests.
    pub ack_ms: Option<f64>,
    /// How long the slowest twentieth of our answers took at least, in ms.
    pub ack_slow_ms: Option<f64>,
    /// Answers of ours that took more than 3 s.
    #[ts(as = "f64")]
    pub ack_late: u64,
    /// How long the others took to answer in the middle, in ms.
    pub answer_ms: Option<f64>,
    /// From arrival here to arrival there in the middle, in ms.
    pub through_ms: Option<f64>,
    /// The same of the slowest twentieth, at least.
    pub through_slow_ms: Option<f64>,
}

/// One kind of answer and how often it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerCount {
    /// Its HTTP status; none when there was no answer.
    pub status: Option<u16>,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// How often.
    #[ts(as = "f64")]
    pub count: u64,
}

/// What came in, arrived and failed over the days.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Of all channels.
    pub all: Spans,
    /// By channel.
    pub channels: Vec<ChannelTotals>,
    /// How fast we answer platforms that give up on us after five seconds, in the last hour; none without requests of theirs.
    pub speed: Option<Speed>,
    /// Older traffic is still being counted.
    pub behind: bool,
}

/// One channel's sums.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChannelTotals {
    /// Which.
    pub channel: ChannelId,
    /// Its sums.
    #[serde(flatten)]
    pub spans: Spans,
    /// Messages that came in in each of the last 24 hours, the oldest first.
    #[ts(as = "Vec<f64>")]
    pub hours: Vec<u64>,
}

/// Sums of today (since midnight UTC), of seven and of thirty days, each with today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Spans {
    /// Today.
    pub today: Sums,
    /// Seven days.
    pub week: Sums,
    /// Thirty days.
    pub month: Sums,
}

/// What came in and what became of what was owed for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sums {
    /// Messages that came in.
    #[ts(as = "f64")]
    pub received: u64,
    /// Deliveries of messages that arrived.
    #[ts(as = "f64")]
    pub delivered: u64,
    /// Deliveries of messages that were given up.
    #[ts(as = "f64")]
    pub failed: u64,
    /// Tries that did not arrive, and requests refused.
    #[ts(as = "f64")]
    pub troubled: u64,
}

/// How fast we answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Speed {
    /// In the middle, in ms.
    pub ms: f64,
    /// The slowest twentieth at least, in ms.
    pub slow_ms: f64,
    /// How many took more than 3 s.
    #[ts(as = "f64")]
    pub late: u64,
    /// Of how many.
    #[ts(as = "f64")]
    pub of: u64,
}

/// Asks for the strips of all channels.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct StripsQuery {
    /// Milliseconds of one bar, a multiple of five minutes; a day when absent.
    #[ts(as = "Option<f64>")]
    pub bar_ms: Option<i64>,
    /// How many; 90 when absent, 400 at most.
    pub bars: Option<u32>,
    /// Where the last bar ends, rounded up to five minutes; the end of the bar that is now when absent.
    pub to: Option<Timestamp>,
}

/// One channel's bars, the oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Strip {
    /// Which.
    pub channel: ChannelId,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// One bar of a strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Bar {
    /// Its beginning.
    pub at: Timestamp,
    /// How it went.
    pub health: Health,
    /// What was counted.
    #[serde(flatten)]
    pub sums: Sums,
}

/// How well a span went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Health {
    /// Nothing happened.
    #[default]
    None,
    /// All arrived.
    Ok,
    /// Some had to be tried again, or were given up.
    Degraded,
    /// At least as many failed as arrived.
    Failing,
}

/// Asks for the map.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct FlowQuery {
    /// Milliseconds up to now; five minutes when absent. While it is asked for, live rows tell what moves.
    #[ts(as = "Option<f64>")]
    pub window: Option<i64>,
    /// Of a span that is past: from when.
    pub from: Option<Timestamp>,
    /// Of a span that is past: until when.
    pub to: Option<Timestamp>,
}

/// The map: who is there, and what moves between them.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Flow {
    /// From when it was counted.
    pub from: Timestamp,
    /// Until when.
    pub to: Timestamp,
    /// Channels, the relay, endpoints and links, in the order they stand in.
    pub nodes: Vec<FlowNode>,
    /// What moves between them, each direction by itself.
    pub edges: Vec<FlowEdge>,
    /// Deliveries that wait.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// Since when the one that waits longest has waited.
    pub oldest: Option<Timestamp>,
    /// Older traffic is still being counted.
    pub behind: bool,
}

/// What a node of the map stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FlowKind {
    /// A channel with its platform.
    Channel,
    /// This relay.
    Relay,
    /// An endpoint, of one channel or of several.
    Endpoint,
    /// A link between two channels.
    Link,
}

/// One node of the map.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlowNode {
    /// What edges call it.
    pub id: String,
    /// What it stands for.
    pub kind: FlowKind,
    /// Its name; of an endpoint the host of its address.
    pub name: String,
    /// The channels it belongs to.
    pub channels: Vec<ChannelId>,
    /// The link it is.
    pub link: Option<LinkId>,
    /// A channel's platform.
    pub platform: Option<Platform>,
    /// Of the Chatwoot family, which.
    pub preset: Option<Preset>,
    /// How a channel fares.
    pub state: Option<ChannelState>,
    /// A link that is paused.
    pub paused: bool,
    /// Why it takes nothing, when it does not.
    pub stopped: Option<Code>,
    /// Today: requests taken of a channel, deliveries that arrived at an endpoint.
    #[ts(as = "f64")]
    pub today: u64,
    /// Given up in the last 24 hours.
    #[ts(as = "f64")]
    pub failed: u64,
    /// Deliveries that wait for it.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// When the last request came.
    pub last_at: Option<Timestamp>,
}

/// What moves one way between two nodes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlowEdge {
    /// Its own.
    pub id: String,
    /// From this node.
    pub source: String,
    /// To that one.
    pub target: String,
    /// The lane it shows.
    pub lane: Lane,
    /// The channels whose traffic it is.
    pub channels: Vec<ChannelId>,
    /// Only what a link brought from this channel.
    pub via: Option<ChannelId>,
    /// What arrived.
    #[ts(as = "f64")]
    pub ok: u64,
    /// What was given up or refused.
    #[ts(as = "f64")]
    pub failed: u64,
    /// Tries that are made again.
    #[ts(as = "f64")]
    pub retried: u64,
    /// What arrived in a minute.
    pub per_minute: f64,
    /// The share that arrived at once, 0 to 1; none without traffic.
    pub success: Option<f64>,
    /// How long the answer took in the middle, in ms.
    pub took_ms: Option<f64>,
    /// How well it went.
    pub health: Health,
}

/// What moved on the map in the last second.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlowBeat {
    /// When.
    pub at: Timestamp,
    /// Deliveries that wait.
    #[ts(as = "f64")]
    pub waiting: u64,
    /// Edges on which something moved.
    pub edges: Vec<FlowMoved>,
}

/// What moved on one edge.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlowMoved {
    /// The edge.
    pub id: String,
    /// What arrived.
    pub ok: u32,
    /// What did not.
    pub failed: u32,
}

/// Asks for a past span to be shown again.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplayQuery {
    /// From when.
    pub from: Timestamp,
    /// Until when, a day later at most.
    pub to: Timestamp,
}

/// What moved on the map in a past span.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Replay {
    /// Milliseconds of one frame.
    #[ts(as = "f64")]
    pub frame_ms: i64,
    /// The frames in which something moved, the oldest first.
    pub frames: Vec<FlowFrame>,
}

/// One frame.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlowFrame {
    /// Its beginning.
    pub at: Timestamp,
    /// Edges on which something moved.
    pub edges: Vec<FlowMoved>,
}
