//! What the endpoint may send to the outbox, as screens show it.

use serde::Serialize;
use ts_rs::TS;

use crate::domain::{Platform, Side};

/// A line of the published table: which platform takes which kind from which side.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutboxKind {
    /// Its name on the wire.
    pub kind: String,
    /// The platform.
    pub platform: Platform,
    /// From whom it is taken; empty: not at all.
    pub from: Vec<Side>,
}
