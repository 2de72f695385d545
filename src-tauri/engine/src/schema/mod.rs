//! What hosts send and get, as plain structs; the UI's TypeScript is generated from these.
//!
//! Names on the wire are camelCase, identifiers opaque texts, times UTC milliseconds, durations as their names say. No secret is ever in
//! one of these in clear, except where the field's documentation says so.

mod bulk;
mod channels;
mod conversations;
mod customers;
mod deliveries;
mod exports;
mod links;
mod outbox;
mod settings;
mod status;
mod traffic;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use bulk::*;
pub use channels::*;
pub use conversations::*;
pub use customers::*;
pub use deliveries::*;
pub use exports::*;
pub use links::*;
pub use outbox::*;
pub use settings::*;
pub use status::*;
pub use traffic::*;

/// A command without a request body.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}
