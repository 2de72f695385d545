//! What follows from one call of a bulk send: pure.
//!
//! Answers fall into the classes of [`crate::delivery::schedule`]; what follows differs, because an admin waits for the end of it: retries
//! are few and come soon, and what would stop a destination pauses the bulk send instead.

use crate::delivery::schedule::Outcome;
use crate::domain::Code;

/// Tries at most of what the target does not accept: another try rarely helps.
const REJECTED_TRIES: usize = 3;

/// However long they ask for, and however short, in ms.
const LONGEST_WAIT_MS: i64 = 24 * 60 * 60 * 1_000;
const SHORTEST_WAIT_MS: i64 = 200;

/// What follows from a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They have it.
    Delivered,
    /// Given up.
    Failed(Code),
    /// Tried again after so many ms. Counts.
    Again(Code, u64),
    /// They ask for a wait of so many ms: nothing is sent before. Does not count.
    Wait(Code, i64),
    /// Nothing will get through until somebody changes something. Does not count.
    Stop(Code),
}

/// What follows. `made` are the tries before this one that counted, `schedule` the waits before each further try, in ms.
pub(super) fn judge(outcome: Outcome, made: usize, schedule: &[u64]) -> Verdict {
    match outcome {
        Outcome::Taken => Verdict::Delivered,
        Outcome::Barred(code) => Verdict::Stop(code),
        Outcome::Trouble(code, Some(wait)) => {
            Verdict::Wait(code, wait.clamp(SHORTEST_WAIT_MS, LONGEST_WAIT_MS))
        }
        Outcome::Rejected(code) if made + 1 >= REJECTED_TRIES => Verdict::Failed(code),
        Outcome::Rejected(code) | Outcome::Trouble(code, None) => {
            schedule.get(made).map_or(Verdict::Failed(code), |wait| Verdict::Again(code, *wait))
        }
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::*;

    const SCHEDULE: [u64; 3] = [1_000, 5_000, 20_000];

    fn follows(status: u16, made: usize) -> Verdict {
        judge(Outcome::of_status(StatusCode::from_u16(status).unwrap(), None), made, &SCHEDULE)
    }

    #[test]
    fn what_they_do_not_accept_is_tried_three_times() {
        let refusals = [(400, Code::Http01), (404, Code::Http01), (413, Code::Size01), (422, Code::Http01)];
        for (status, code) in refusals {
            assert_eq!(follows(status, 0), Verdict::Again(code, 1_000), "{status}");
            assert_eq!(follows(status, 1), Verdict::Again(code, 5_000), "{status}");
            assert_eq!(follows(status, 2), Verdict::Failed(code), "{status}");
        }
    }

    #[test]
    fn trouble_is_tried_four_times_within_half_a_minute() {
        for (made, wait) in SCHEDULE.into_iter().enumerate() {
            assert_eq!(follows(503, made), Verdict::Again(Code::Http02, wait));
        }
        assert_eq!(follows(503, 3), Verdict::Failed(Code::Http02));
        let lost = Outcome::of_failure(Code::Net06);
        assert_eq!(judge(lost, 0, &SCHEDULE), Verdict::Again(Code::Net06, 1_000));
        assert_eq!(judge(lost, 0, &[]), Verdict::Failed(Code::Net06));
    }

    #[test]
    fn a_wait_they_ask_for_is_kept_within_reason_and_counts_for_nothing() {
        let asked = |wait| judge(Outcome::Trouble(Code::Rate01, Some(wait)), 99, &SCHEDULE);
        assert_eq!(asked(3_000), Verdict::Wait(Code::Rate01, 3_000));
        assert_eq!(asked(0), Verdict::Wait(Code::Rate01, SHORTEST_WAIT_MS));
        assert_eq!(asked(i64::MAX), Verdict::Wait(Code::Rate01, LONGEST_WAIT_MS));
    }

    #[test]
    fn what_needs_somebody_stops_it() {
        assert_eq!(follows(401, 0), Verdict::Stop(Code::Auth04));
        assert_eq!(follows(410, 0), Verdict::Stop(Code::Http01));
        assert_eq!(judge(Outcome::of_failure(Code::Tls01), 0, &SCHEDULE), Verdict::Stop(Code::Tls01));
    }
}
