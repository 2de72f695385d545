//! The traffic log: its rows, and everything about one exchange.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{DeliveryView, Sentence};
use crate::domain::{
    ChannelId, Code, Contact, Conversation, EventId, EventKind, ExchangeId, Message, Operator, SkipReason,
    State, Timestamp,
};

/// Which way an exchange went, seen from the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Somebody called the relay.
    In,
    /// The relay called somebody.
    Out,
}

/// Who an exchange came from, or why we made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum Source {
    /// The platform called, or a delivery was tried.
    #[default]
    Platform = 0,
    /// The endpoint asked for it at the outbox.
    Endpoint = 1,
    /// The admin at a screen.
    Screen = 2,
    /// It was missed and fetched later.
    CatchUp = 3,
    /// A file was fetched.
    File = 4,
    /// The admin practises: Switchboard played the platform.
    Practice = 5,
}

impl Source {
    /// Every source, in the order of their stored numbers.
    pub const ALL: [Self; 6] =
        [Self::Platform, Self::Endpoint, Self::Screen, Self::CatchUp, Self::File, Self::Practice];

    /// Whether a request came to the intake, of the platform or in its shapes.
    #[must_use]
    pub const fn is_request(self) -> bool {
        matches!(self, Self::Platform | Self::Practice)
    }
}

/// One row of the traffic log.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExchangeRow {
    /// Ours; ordered by time.
    pub id: ExchangeId,
    /// When it was entered in the log: a request when it was kept, a try of ours when it had ended. The order of ids is the order of this.
    pub at: Timestamp,
    /// In or out.
    pub direction: Direction,
    /// The channel; none for a request to an address no channel has.
    pub channel: Option<ChannelId>,
    /// What it was about, in our vocabulary; none when it could not be read.
    pub kind: Option<EventKind>,
    /// The platform's own name for it.
    pub platform_name: String,
    /// Who or which chat it was about.
    pub who: String,
    /// The first 80 characters of the text, without secrets.
    pub preview: String,
    /// HTTP status of the answer; none when there was none.
    pub status: Option<u16>,
    /// The worst state of what it caused.
    pub result: State,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// How long the answer took, in µs.
    #[ts(as = "f64")]
    pub took_us: u64,
    /// Bytes of the request's body.
    #[ts(as = "f64")]
    pub size: u64,
    /// For the next try: which it will be and when.
    pub retry: Option<Retry>,
    /// Who it came from, or why we made it.
    pub source: Source,
    /// Of a call to a platform: what it was for, as a word screens translate.
    pub step: Option<String>,
}

/// How trying goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Retry {
    /// Tries made.
    pub made: u32,
    /// Tries there will be at most.
    pub of: u32,
    /// When the next one is due; none while it waits for its destination or its turn.
    pub next: Option<Timestamp>,
}

/// Which rows of the log. Every field narrows.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct TrafficFilter {
    /// In or out.
    pub direction: Option<Direction>,
    /// One channel.
    pub channel: Option<ChannelId>,
    /// One state.
    pub state: Option<State>,
    /// Words in text, names, ids, addresses.
    pub text: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Not after.
    pub to: Option<Timestamp>,
    /// Only requests to addresses no channel has.
    pub unclaimed: Option<bool>,
}

/// Asks for a page of the log, newest first for `before` (and without either), oldest first for `after`.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct TrafficQuery {
    /// How many rows at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// Rows older than this one.
    pub before: Option<ExchangeId>,
    /// Rows newer than this one.
    pub after: Option<ExchangeId>,
    /// Which.
    #[ts(optional, as = "Option<TrafficFilter>")]
    pub filter: TrafficFilter,
}

/// A page of the log.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrafficPage {
    /// The rows, newest first.
    pub rows: Vec<ExchangeRow>,
    /// The key to go on from; none at the end.
    pub next: Option<ExchangeId>,
    /// When the search stopped at its budget: how far back it looked. `next` goes on from there.
    pub searched_back: Option<Timestamp>,
    /// About how many rows the whole log has; exact when no filter is set.
    #[ts(as = "Option<f64>")]
    pub total: Option<u64>,
}

/// Names one exchange.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExchangeRef {
    /// Which.
    pub id: ExchangeId,
}

/// Everything about one exchange. Bodies and headers are redacted.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExchangeDetail {
    /// Its row.
    pub row: ExchangeRow,
    /// What became of it, in a sentence.
    pub sentence: Sentence,
    /// Method.
    pub method: String,
    /// Address, its secret parts masked.
    pub url: String,
    /// The address of whoever called, for an exchange that came in.
    pub peer: Option<String>,
    /// The request.
    pub request: Payload,
    /// The answer; none when there was none.
    pub answer: Option<Payload>,
    /// Where the time went, for an exchange that went out.
    pub timings: Option<Timings>,
    /// What happened, as it was read.
    pub events: Vec<EventView>,
    /// What is owed because of it, or, for one that went out, the delivery it was a try of.
    pub deliveries: Vec<DeliveryView>,
    /// True when it was kept without being acted on and can be accepted and processed.
    pub can_process: bool,
    /// The certificate its destination showed, when it was refused: for trusting it.
    pub certificate: Option<CertificateView>,
}

/// One side of an exchange, without secrets.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Payload {
    /// Names and values; secret values masked.
    pub headers: Vec<(String, String)>,
    /// The body as text; binary bodies are described in a sentence instead.
    pub body: String,
    /// Whether `body` is JSON.
    pub json: bool,
    /// Bytes of the whole body.
    #[ts(as = "f64")]
    pub size: u64,
    /// True when only its beginning was kept or is shown.
    pub truncated: bool,
}

/// Where the time of one request went, in µs; parts that did not happen (a connection was reused) are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Timings {
    /// Finding the host.
    #[ts(as = "Option<f64>")]
    pub dns_us: Option<u64>,
    /// Connecting.
    #[ts(as = "Option<f64>")]
    pub connect_us: Option<u64>,
    /// Agreeing on encryption.
    #[ts(as = "Option<f64>")]
    pub tls_us: Option<u64>,
    /// From the request's first byte to the answer's first byte.
    #[ts(as = "Option<f64>")]
    pub first_byte_us: Option<u64>,
    /// All of it.
    #[ts(as = "f64")]
    pub total_us: u64,
}

/// One event of an exchange.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventView {
    /// Ours; also the `webhook-id` of its deliveries.
    pub id: EventId,
    /// What happened.
    pub kind: EventKind,
    /// The platform's own name for it.
    pub platform_name: String,
    /// Why it goes nowhere, when it does not.
    pub skipped: Option<SkipReason>,
    /// The conversation.
    pub conversation: Option<Conversation>,
    /// The customer.
    pub contact: Option<Contact>,
    /// The message.
    pub message: Option<Message>,
    /// The operator.
    pub operator: Option<Operator>,
    /// What the kind alone does not say.
    #[ts(type = "Record<string, unknown>")]
    pub detail: serde_json::Map<String, Value>,
}

/// A certificate an endpoint showed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// SHA-256 over the certificate, as pairs of hex digits.
    pub fingerprint: String,
    /// PEM, to be set as the endpoint's trusted certificate.
    pub pem: String,
}

/// Text for the clipboard.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Text {
    /// The text.
    pub text: String,
}

/// Accepts a request that was kept without being acted on, and processes it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ProcessRequest {
    /// Which exchange.
    pub id: ExchangeId,
    /// For a request to an unknown address: the channel it belongs to.
    pub channel: Option<ChannelId>,
}
