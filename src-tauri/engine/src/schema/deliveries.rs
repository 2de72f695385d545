//! Deliveries and their destinations.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Retry, Timings};
use crate::domain::{
    ChannelId, DeliveryId, DestinationId, EventId, EventKind, ExchangeId, SkipReason, State, Timestamp,
};
use crate::error::Error;

/// One event owed to one destination.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryView {
    /// Ours.
    pub id: DeliveryId,
    /// The event.
    pub event: EventId,
    /// What the event is.
    pub kind: EventKind,
    /// The channel.
    pub channel: ChannelId,
    /// The exchange that brought the event.
    pub exchange: ExchangeId,
    /// What its destination is.
    pub destination: DestinationKind,
    /// Where it goes.
    pub url: String,
    /// What became of it.
    pub state: State,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
    /// What went wrong last, when something did.
    pub error: Option<Error>,
    /// How trying goes on.
    pub retry: Option<Retry>,
    /// It is being retried beside its lane and may arrive after later ones.
    pub out_of_order: bool,
    /// When it came to be owed.
    pub created_at: Timestamp,
    /// The tries, oldest first; only in details.
    pub attempts: Vec<AttemptView>,
}

/// What a destination is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DestinationKind {
    /// The channel's endpoint.
    Endpoint,
    /// The channel's platform.
    Platform,
    /// The channel's platform, told what became of its own messages.
    WriteBack,
    /// An address that was given once, for conversations of the channel.
    Address,
}

/// One try, or one call of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttemptView {
    /// Which try, from 1.
    pub number: u32,
    /// The exchange that holds its request and answer.
    pub exchange: ExchangeId,
    /// When.
    pub at: Timestamp,
    /// HTTP status; none when there was no answer.
    pub status: Option<u16>,
    /// What went wrong, when something did.
    pub error: Option<Error>,
    /// Where the time went.
    pub timings: Timings,
    /// To a platform: what the call was for, as a word screens translate.
    pub step: Option<String>,
}

/// Which deliveries.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct DeliveryFilter {
    /// One channel.
    pub channel: Option<ChannelId>,
    /// One state.
    pub state: Option<State>,
    /// Those caused by one exchange.
    pub exchange: Option<ExchangeId>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Not after.
    pub to: Option<Timestamp>,
}

/// Asks for a page of deliveries.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct DeliveryQuery {
    /// How many rows at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// Rows older than this one.
    pub before: Option<DeliveryId>,
    /// Rows newer than this one.
    pub after: Option<DeliveryId>,
    /// Which.
    #[ts(optional, as = "Option<DeliveryFilter>")]
    pub filter: DeliveryFilter,
}

/// A page of deliveries.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeliveryPage {
    /// The rows, newest first.
    pub rows: Vec<DeliveryView>,
    /// The key to go on from; none at the end.
    pub next: Option<DeliveryId>,
}

/// Names one delivery.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DeliveryRef {
    /// Which.
    pub id: DeliveryId,
}

/// Which deliveries to send again: by id, or all that match.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ResendRequest {
    /// These.
    pub ids: Option<Vec<DeliveryId>>,
    /// All that match; at least one field must be set.
    pub filter: Option<DeliveryFilter>,
}

/// How many were put in the queue again, and how many could not be.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Resent {
    /// Put in the queue.
    #[ts(as = "f64")]
    pub queued: u64,
    /// Already in the queue, or with nothing to send.
    #[ts(as = "f64")]
    pub left: u64,
}

/// Names one destination.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DestinationRef {
    /// Which.
    pub id: DestinationId,
}

/// A destination and whether it takes anything.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DestinationStatus {
    /// Ours.
    pub id: DestinationId,
    /// Whose it is.
    pub channel: ChannelId,
    /// What it is.
    pub kind: DestinationKind,
    /// Its channel's name.
    pub channel_name: String,
    /// Where it is.
    pub url: String,
    /// Why nothing is sent there; none while it is open.
    pub stopped: Option<Error>,
    /// When it is tried again by itself.
    pub next_probe: Option<Timestamp>,
    /// Deliveries waiting for it.
    #[ts(as = "f64")]
    pub waiting: u64,
}
