//! What goes into the store and what comes out: whole steps, never connections or transactions.

use bytes::Bytes;

use crate::clock::Stopwatch;
use crate::domain::{
    ChannelId, Code, Contact, Conversation, DeliveryId, DestinationId, Event, EventId, ExchangeId, Format,
    SkipReason, State, Timestamp,
};
use crate::schema::{ExchangeRow, Timings};

/// Names and values of HTTP headers, in the order they came.
pub type Headers = Vec<(String, String)>;

/// A request that came to the relay, read and ready to be kept. Kept whole or not at all.
#[derive(Debug)]
pub struct Arrival {
    /// The channel it belongs to; none for an address no channel has.
    pub channel: Option<ChannelId>,
    /// When it came.
    pub at: Timestamp,
    /// Runs since its first byte; read when the commit is made, so that the row tells how long the answer took.
    pub started: Stopwatch,
    /// HTTP method.
    pub method: String,
    /// Path and query, the intake key masked. For an unknown key: the path as it came.
    pub path: String,
    /// Address of the caller.
    pub peer: String,
    /// Its headers.
    pub headers: Headers,
    /// Its body.
    pub body: Bytes,
    /// HTTP status of the answer it will get once this is kept.
    pub status: u16,
    /// Body of that answer.
    pub answer: Option<String>,
    /// Why it is kept without being acted on (refused, quarantined, unclaimed); none when it was taken.
    pub kept: Option<Kept>,
    /// What it says. Empty unless taken.
    pub events: Vec<Routed>,
    /// As-received channels owe one delivery per exchange, whatever number of events it brought.
    pub format: Format,
}

/// Why a request is kept without being acted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The reason.
    pub code: Code,
    /// Whether the admin may accept and process it (unknown key, token, signature, their channel id), or not (broken, too large).
    pub can_process: bool,
}

/// An event and whether the endpoint is owed it.
#[derive(Debug)]
pub struct Routed {
    /// The event.
    pub event: Event,
    /// Why it goes nowhere; none: the channel's endpoint gets it. The store adds "duplicate" by itself.
    pub skip: Option<SkipReason>,
}

/// What became of an arrival.
#[derive(Debug)]
pub struct Stored {
    /// Its row, for the live view.
    pub row: ExchangeRow,
    /// Lanes that now have something due.
    pub due: Vec<Due>,
}

/// A lane with something to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    /// The destination.
    pub destination: DestinationId,
    /// The lane.
    pub lane: LaneId,
    /// The delivery at its head.
    pub delivery: DeliveryId,
}

/// A lane: what is sent to one destination in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LaneId(pub i64);

/// A delivery with everything a try needs.
#[derive(Debug)]
pub struct Job {
    /// The delivery.
    pub delivery: DeliveryId,
    /// Its lane.
    pub lane: LaneId,
    /// Where it goes.
    pub destination: DestinationId,
    /// The channel.
    pub channel: ChannelId,
    /// The event's id, which is its `webhook-id`.
    pub event_id: EventId,
    /// The event, as it was read. `conversation` and `contact` below are what the store knows of them by now.
    pub event: Event,
    /// When the event came.
    pub received_at: Timestamp,
    /// The conversation as known.
    pub conversation: Option<Conversation>,
    /// The contact as known.
    pub contact: Option<Contact>,
    /// The exchange that brought it.
    pub exchange: ExchangeId,
    /// The platform's own headers, for as-received.
    pub original_headers: Headers,
    /// The platform's own body.
    pub original: Bytes,
    /// The body fixed at the first try; none before it.
    pub fixed: Option<Bytes>,
    /// Tries that counted so far.
    pub made: u32,
    /// When the first try failed; none before that.
    pub failing_since: Option<Timestamp>,
    /// When it came to be owed.
    pub created_at: Timestamp,
    /// When it is due; a time in the past means now.
    pub due: Timestamp,
}

/// One try and what follows from it; committed together.
#[derive(Debug)]
pub struct Tried {
    /// The delivery.
    pub delivery: DeliveryId,
    /// When the try began.
    pub at: Timestamp,
    /// The address, as it is called.
    pub url: String,
    /// Our headers, in clear; sealed by the store.
    pub headers: Headers,
    /// Our body, which stays the same for every later try.
    pub body: Bytes,
    /// What came back: status, headers, the first 64 KiB of the body, and the body's size as far as it was read. None: no answer.
    pub answer: Option<(u16, Headers, Bytes, bool)>,
    /// What went wrong; none: delivered.
    pub code: Option<Code>,
    /// The certificate (DER) that was refused, if one was.
    pub certificate: Option<Bytes>,
    /// Where the time went.
    pub timings: Timings,
    /// What follows.
    pub verdict: Verdict,
}

/// What follows from a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It arrived; the lane goes on.
    Delivered,
    /// Tried again at this time; the lane waits. Counts.
    Again(Timestamp),
    /// Tried again at this time beside the lane, which goes on: marked out of order. Counts.
    Beside(Timestamp),
    /// Given up; the lane goes on. Counts.
    Failed,
    /// Too old to be of use; the lane goes on.
    Stale,
    /// The destination is stopped; the delivery waits where it is and the try does not count.
    Held,
}

/// What the log shows after a try, and what the lane holds next.
#[derive(Debug)]
pub struct Recorded {
    /// Rows that changed: the try's own exchange and the one that brought the event.
    pub rows: Vec<ExchangeRow>,
    /// The next delivery of the lane that is due at once, if there is one.
    pub next: Option<Due>,
}

/// A destination as the schedule needs it.
#[derive(Clone, Debug)]
pub struct Destination {
    /// Ours.
    pub id: DestinationId,
    /// The channel whose endpoint it is.
    pub channel: ChannelId,
    /// Why it is stopped; none while open. Survives a restart.
    pub stopped: Option<Code>,
    /// When it is next probed.
    pub probe_at: Option<Timestamp>,
}

/// A request that was kept without being acted on, taken out to be read again.
#[derive(Debug)]
pub struct KeptRequest {
    /// The channel it came to, if any.
    pub channel: Option<ChannelId>,
    /// When it came.
    pub at: Timestamp,
    /// Its headers.
    pub headers: Headers,
    /// Its body.
    pub body: Bytes,
    /// Why it was kept.
    pub kept: Kept,
}

/// How many deliveries of a channel stand where, for its health.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChannelHealth {
    /// When the last request came.
    pub last_at: Option<Timestamp>,
    /// Owed and not yet made.
    pub waiting: u64,
    /// Given up in the last 24 hours.
    pub failed: u64,
    /// Given up, refused or retrying in the last 15 minutes.
    pub troubled: u64,
    /// The last five deliveries that came to an end all failed.
    pub failing: bool,
}

/// The state a delivery has after a verdict.
#[must_use]
pub const fn state_after(verdict: Verdict) -> State {
    match verdict {
        Verdict::Delivered => State::Delivered,
        Verdict::Again(_) | Verdict::Beside(_) => State::Retrying,
        Verdict::Failed => State::Failed,
        Verdict::Stale => State::Skipped,
        Verdict::Held => State::OnHold,
    }
}
