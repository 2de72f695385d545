//! What hosts send and get, as plain structs; the UI's TypeScript is generated from these.
//!
//! Names on the wire are camelCase, identifiers opaque texts, times UTC milliseconds, durations as their names say. No secret is ever in
//! one of these in clear, except where the field's documentation says so.

mod backup;
mod bulk;
mod channels;
mod conversations;
mod customers;
mod deliveries;
mod doctor;
mod exports;
mod journey;
mod keeping;
mod links;
mod outbox;
mod practice;
mod problems;
mod recovery;
mod settings;
mod setup;
mod stats;
mod status;
mod traffic;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use backup::*;
pub use bulk::*;
pub use channels::*;
pub use conversations::*;
pub use customers::*;
pub use deliveries::*;
pub use doctor::*;
pub use exports::*;
pub use journey::*;
pub use keeping::*;
pub use links::*;
pub use outbox::*;
pub use practice::*;
pub use problems::*;
pub use recovery::*;
pub use settings::*;
pub use setup::*;
pub use stats::*;
pub use status::*;
pub use traffic::*;

/// A command without a request body.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}
