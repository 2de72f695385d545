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

    /// The point as it stands in the name of a file: `2026-11-30-07-05-09`, UTC.
    #[must_use]
    pub fn in_a_name(self) -> String {
        jiff::Timestamp::from_millisecond(self.0)
            .unwrap_or_default()
            .strftime("%Y-%m-%d-%H-%M-%S")
            .to_string()
    }

    /// The wait from now that a `Retry-After` header asks for, in ms: seconds, or a date.
    #[must_use]
    pub fn retry_after(self, value: &str) -> Option<i64> {
        let value = value.trim();
        if let Ok(seconds) = value.parse::<u32>() {
            return Some(i64::from(seconds) * 1_000);
        }
        let date = httpdate::parse_http_date(value).ok()?;
        let at = date.duration_since(std::time::UNIX_EPOCH).ok()?;
        let at = Self(i64::try_from(at.as_millis()).ok()?);
        Some(at.since(self).max(0))
    }
}
