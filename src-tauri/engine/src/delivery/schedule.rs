//! What follows from a try: a pure function of what came back, what was tried before, the settings and a random number.
//!
//! It stands alone so that every promise about retries can be read, and tested, in one place. It knows no clock and no socket.

use http::StatusCode;

use crate::domain::{Code, Timestamp};
use crate::schema::Settings;
use crate::store::Verdict;

/// An endpoint that asks for more patience than this is asked again anyway, so that a slip of its pen cannot park a chat for a year.
const LONGEST_WAIT_MS: i64 = 24 * 60 * 60 * 1_000;

/// Typing and presence mean nothing after this long.
pub(crate) const FLEETING_MS: i64 = 10_000;

/// How one try ended, as far as the schedule cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// They have it.
    Taken,
    /// They will not have this one; the next may be welcome.
    Rejected(Code),
    /// Trouble that may pass. They may have named the wait they want, in ms.
    Trouble(Code, Option<i64>),
    /// Nothing will get through until somebody changes something.
    Barred(Code),
}

impl Outcome {
    /// The outcome of an answer. `wait_ms` is what its `Retry-After` asks for.
    #[must_use]
    pub(crate) fn of_status(status: StatusCode, wait_ms: Option<i64>) -> Self {
        match status.as_u16() {
            200..=299 => Self::Taken,
            300..=399 => Self::Rejected(Code::Http03),
            401 | 403 => Self::Barred(Code::Auth04),
            // Only a proxy says 407, and it is not the endpoint that refuses us.
            407 => Self::Trouble(Code::Net07, wait_ms),
            408 | 425 => Self::Trouble(Code::Http02, wait_ms),
            410 => Self::Barred(Code::Http01),
            413 => Self::Rejected(Code::Size01),
            429 => Self::Trouble(Code::Rate01, wait_ms),
            400..=499 => Self::Rejected(Code::Http01),
            _ => Self::Trouble(Code::Http02, wait_ms),
        }
    }

    /// The outcome of a try that brought no answer.
    #[must_use]
    pub(crate) const fn of_failure(code: Code) -> Self {
        match code {
            Code::Tls01 | Code::Tls02 | Code::Tls03 | Code::Url03 => Self::Barred(code),
            _ => Self::Trouble(code, None),
        }
    }

    /// What went wrong; none when nothing did.
    #[must_use]
    pub(crate) const fn code(self) -> Option<Code> {
        match self {
            Self::Taken => None,
            Self::Rejected(code) | Self::Trouble(code, _) | Self::Barred(code) => Some(code),
        }
    }
}

/// What was tried before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Past {
    /// Tries that counted, without this one.
    pub made: u32,
    /// When the first of them failed.
    pub failing_since: Option<Timestamp>,
    /// Typing or presence.
    pub fleeting: bool,
    /// The destination is stopped, or this try stops it.
    pub stopped: bool,
}

/// What follows. `random` lies in 0..=1 and spreads the waits.
#[must_use]
pub(crate) fn verdict(
    outcome: Outcome,
    past: Past,
    settings: &Settings,
    now: Timestamp,
    random: f64,
) -> Verdict {
    let (schedule, asked) = match outcome {
        Outcome::Taken => return Verdict::Delivered,
        _ if past.fleeting => return Verdict::Stale,
        Outcome::Barred(_) => return Verdict::Held,
        Outcome::Rejected(_) => (&settings.rejected_schedule_ms, None),
        Outcome::Trouble(_, asked) => (&settings.retry_schedule_ms, asked),
    };
    let next_wait = usize::try_from(past.made).ok().and_then(|made| schedule.get(made));
    let Some(wait) = next_wait else {
        return Verdict::Failed;
    };
    if matches!(outcome, Outcome::Rejected(_)) {
        return Verdict::Again(now.plus_ms(spread(*wait, settings.retry_jitter, random)));
    }
    if past.stopped {
        return Verdict::Held;
    }
    let wait = spread(*wait, settings.retry_jitter, random);
    let next = now.plus_ms(asked.map_or(wait, |asked| wait.max(asked.min(LONGEST_WAIT_MS))));
    let hold = i64::try_from(settings.hold_lane_ms).unwrap_or(i64::MAX);
    let until = past.failing_since.unwrap_or(now).plus_ms(hold);
    if next <= until {
        Verdict::Again(next)
    } else if asked.is_none() && now < until {
        // One try at the very end of the hold, so that the lane waits exactly as long as promised and not a whole step longer.
        Verdict::Again(until)
    } else {
        Verdict::Beside(next)
    }
}

/// A wait lengthened or shortened by up to `jitter` of itself.
fn spread(wait_ms: u64, jitter: f64, random: f64) -> i64 {
    let jitter = jitter.clamp(0.0, 1.0);
    let factor = 1.0 - jitter + 2.0 * jitter * random.clamp(0.0, 1.0);
    let wait = (wait_ms as f64 * factor).round() as i64;
    wait.max(0)
}

/// The wait a `Retry-After` header asks for, in ms: seconds, or a date.
#[must_use]
pub(crate) fn retry_after(value: &str, now: Timestamp) -> Option<i64> {
    now.retry_after(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);
    const FIRST: Past = Past { made: 0, failing_since: None, fleeting: false, stopped: false };

    #[test]
    fn the_code_of_an_answer_tells_which_schedule_it_follows() {
        for number in 100..=999 {
            match status(number) {
                Outcome::Rejected(code) => assert!(code.is_rejection(), "{number}"),
                Outcome::Trouble(code, _) => assert!(!code.is_rejection(), "{number}"),
                // No try of these counts.
                Outcome::Taken | Outcome::Barred(_) => {}
            }
        }
    }

    fn status(code: u16) -> Outcome {
        Outcome::of_status(StatusCode::from_u16(code).unwrap(), None)
    }

    /// Half way: no jitter at all.
    fn follows(outcome: Outcome, past: Past) -> Verdict {
        verdict(outcome, past, &Settings::default(), NOW, 0.5)
    }

    fn past(made: u32, failing_for_ms: i64) -> Past {
        Past { made, failing_since: Some(NOW.plus_ms(-failing_for_ms)), ..FIRST }
    }

    #[test]
    fn every_status_has_its_outcome() {
        for code in [200, 201, 202, 204] {
            assert_eq!(status(code), Outcome::Taken, "{code}");
        }
        assert_eq!(status(413), Outcome::Rejected(Code::Size01));
        for code in [400, 404, 405, 406, 409, 411, 415, 422, 431] {
            assert_eq!(status(code), Outcome::Rejected(Code::Http01), "{code}");
        }
        for code in [301, 302, 303, 304, 307, 308] {
            assert_eq!(status(code), Outcome::Rejected(Code::Http03), "{code}");
        }
        for code in [401, 403] {
            assert_eq!(status(code), Outcome::Barred(Code::Auth04), "{code}");
        }
        assert_eq!(status(410), Outcome::Barred(Code::Http01));
        assert_eq!(status(429), Outcome::Trouble(Code::Rate01, None));
        for code in [408, 425, 500, 502, 503, 504, 599] {
            assert_eq!(status(code), Outcome::Trouble(Code::Http02, None), "{code}");
        }
        for code in [Code::Net04, Code::Net05, Code::Net06, Code::Net07] {
            assert_eq!(Outcome::of_failure(code), Outcome::Trouble(code, None));
        }
        for code in [Code::Tls01, Code::Tls02, Code::Tls03] {
            assert_eq!(Outcome::of_failure(code), Outcome::Barred(code));
        }
    }

    #[test]
    fn a_message_they_do_not_accept_is_tried_three_times_within_a_minute_and_then_failed() {
        assert_eq!(follows(status(422), FIRST), Verdict::Again(NOW.plus_ms(5_000)));
        assert_eq!(follows(status(422), past(1, 5_000)), Verdict::Again(NOW.plus_ms(30_000)));
        assert_eq!(follows(status(422), past(2, 35_000)), Verdict::Failed);
    }

    #[test]
    fn trouble_follows_the_schedule_holds_the_lane_ten_minutes_and_ends_after_the_tenth_try() {
        const S: i64 = 1_000;
        const MIN: i64 = 60 * S;
        const H: i64 = 60 * MIN;
        // Tries made, time since the first failure, what follows.
        let table = [
            (0, 0, Verdict::Again(NOW.plus_ms(5 * S))),
            (1, 5 * S, Verdict::Again(NOW.plus_ms(30 * S))),
            (2, 35 * S, Verdict::Again(NOW.plus_ms(2 * MIN))),
            // Ten minutes from here would hold the lane for more than ten in all: the next try comes when the hold ends.
            (3, 155 * S, Verdict::Again(NOW.plus_ms(10 * MIN - 155 * S))),
            (4, 10 * MIN, Verdict::Beside(NOW.plus_ms(30 * MIN))),
            (5, 40 * MIN, Verdict::Beside(NOW.plus_ms(H))),
            (8, 10 * H, Verdict::Beside(NOW.plus_ms(12 * H))),
            (9, 22 * H, Verdict::Failed),
        ];
        for (made, failing_for, expected) in table {
            assert_eq!(
                follows(status(500), past(made, failing_for)),
                expected,
                "after {made} tries in {failing_for} ms"
            );
        }
    }

    #[test]
    fn what_bars_the_destination_and_what_meets_a_stopped_one_is_held_and_not_counted() {
        assert_eq!(follows(status(401), FIRST), Verdict::Held);
        assert_eq!(follows(status(410), past(9, 0)), Verdict::Held);
        assert_eq!(follows(Outcome::of_failure(Code::Tls03), FIRST), Verdict::Held);
        assert_eq!(follows(status(503), Past { stopped: true, ..FIRST }), Verdict::Held);
        // A message they do not accept shows that they are there.
        let probe = Past { stopped: true, ..FIRST };
        assert_eq!(follows(status(400), probe), Verdict::Again(NOW.plus_ms(5_000)));
    }

    #[test]
    fn waits_are_spread_by_a_fifth_either_way() {
        let at = |random| verdict(status(500), FIRST, &Settings::default(), NOW, random);
        assert_eq!(at(0.0), Verdict::Again(NOW.plus_ms(4_000)));
        assert_eq!(at(1.0), Verdict::Again(NOW.plus_ms(6_000)));
    }

    #[test]
    fn retry_after_lengthens_a_wait_and_never_shortens_it() {
        let asked = |seconds: i64| Outcome::Trouble(Code::Rate01, Some(seconds * 1_000));
        assert_eq!(follows(asked(60), FIRST), Verdict::Again(NOW.plus_ms(60_000)));
        assert_eq!(follows(asked(1), FIRST), Verdict::Again(NOW.plus_ms(5_000)));
        // Longer than a lane may be held: the later messages go first rather than the wait being ignored.
        assert_eq!(follows(asked(3_600), FIRST), Verdict::Beside(NOW.plus_ms(3_600_000)));
        assert_eq!(follows(asked(4_000_000), FIRST), Verdict::Beside(NOW.plus_ms(LONGEST_WAIT_MS)));
    }

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        assert_eq!(retry_after(" 120 ", NOW), Some(120_000));
        let now = Timestamp(784_111_777_000);
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:47 GMT", now), Some(10_000));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:27 GMT", now), Some(0));
        assert_eq!(retry_after("soon", NOW), None);
        assert_eq!(retry_after("-5", NOW), None);
    }

    #[test]
    fn typing_and_presence_get_one_try() {
        let fleeting = Past { fleeting: true, ..FIRST };
        assert_eq!(follows(status(200), fleeting), Verdict::Delivered);
        assert_eq!(follows(status(500), fleeting), Verdict::Stale);
        assert_eq!(follows(status(401), fleeting), Verdict::Stale);
    }
}
