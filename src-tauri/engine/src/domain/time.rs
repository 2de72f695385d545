//! Points in time.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// UTC milliseconds since 1970. JSON and TypeScript see a plain number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(as = "f64")]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// This point, `ms` milliseconds later; saturates at the ends of time.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from `earlier` to this point; negative when it lies before.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}
