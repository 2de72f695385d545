//! The only place that reads the machine's clocks. Everything else is told the time.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::domain::Timestamp;

/// Where "now" comes from. Cheap to copy; tests that need another time pass timestamps instead.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock;

impl Clock {
    /// UTC milliseconds.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    #[must_use]
    pub fn now(self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    /// A moment as this computer's calendar and clock have it.
    #[must_use]
    pub fn local(self, at: Timestamp) -> jiff::civil::DateTime {
        let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
        jiff::tz::TimeZone::system().to_datetime(at)
    }

    /// When the day began in which a moment lies, or one so many days before, by this computer's calendar. Days have not all the same length.
    #[must_use]
    pub fn midnight(self, at: Timestamp, days_before: i32) -> Timestamp {
        midnight(&jiff::tz::TimeZone::system(), at, days_before)
    }

    /// Starts measuring a duration that a jump of the wall clock cannot falsify.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    #[must_use]
    pub fn stopwatch(self) -> Stopwatch {
        Stopwatch(Instant::now())
    }
}

/// When the day of a moment began in a zone, or one so many days before.
fn midnight(zone: &jiff::tz::TimeZone, at: Timestamp, days_before: i32) -> Timestamp {
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    let day = zone.to_datetime(moment).date().saturating_sub(jiff::Span::new().days(days_before));
    // Where the clock jumps over midnight, the day begins with the first moment there is.
    day.to_zoned(zone.clone()).map_or(at, |start| Timestamp(start.timestamp().as_millisecond()))
}

/// A running measurement of elapsed time.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Time since it was started.
    #[must_use]
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }

    /// The same in whole microseconds, as the store keeps durations.
    #[must_use]
    pub fn micros(self) -> u64 {
        u64::try_from(self.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().expect("a time").as_millisecond())
    }

    /// "Today" was the day of UTC: in Berlin the numbers began anew at one or two at night, in Mumbai at half past five in the morning.
    #[test]
    fn a_day_begins_at_midnight_where_the_computer_stands() {
        for (zone, now, days, start) in [
            ("UTC", "2026-11-30T17:00:00Z", 0, "2026-11-30T00:00:00Z"),
            ("Europe/Berlin", "2026-11-30T23:30:00Z", 0, "2026-11-30T23:00:00Z"),
            ("Asia/Kolkata", "2026-11-30T17:00:00Z", 0, "2026-11-29T18:30:00Z"),
            ("America/New_York", "2026-11-30T02:00:00Z", 0, "2026-11-29T05:00:00Z"),
            // The clocks went back on the 25th of October: that day had 25 hours.
            ("Europe/Berlin", "2026-10-25T22:30:00Z", 0, "2026-10-24T22:00:00Z"),
            ("Europe/Berlin", "2026-10-31T12:00:00Z", 6, "2026-10-24T22:00:00Z"),
            // Here midnight itself is left out when summer begins.
            ("Africa/Cairo", "2026-04-24T12:00:00Z", 0, "2026-04-23T22:00:00Z"),
        ] {
            let zone_of = jiff::tz::TimeZone::get(zone).expect("a zone");
            assert_eq!(midnight(&zone_of, at(now), days), at(start), "{zone} at {now}");
        }
    }
}
