//! Whether a destination is tried at all, and by how many at once. Pure: it is told the time and what happened.
//!
//! It opens when the endpoint bars us or fails too often in a row. Open, it lets one try through at a time, at intervals, as a probe;
//! only a probe closes it, because a try begun before the stop says nothing about now. After that the number of tries at once grows
//! 1, 2, 4 … with each that gets through.

use super::schedule::Outcome;
use crate::domain::{Code, Timestamp};
use crate::schema::Settings;

/// The breaker of one destination.
#[derive(Debug)]
pub(crate) struct Breaker {
    stopped: Option<Stop>,
    failures: u32,
    /// Tries at once while recovering; none once fully open.
    recovering: Option<u32>,
}

/// Why and until when a destination is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    /// Why.
    pub code: Code,
    /// When the next probe may go.
    pub probe_at: Timestamp,
}

/// What a try changed about its destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Nothing.
    None,
    /// It is stopped, or stays stopped until a later probe.
    Stopped(Stop),
    /// It takes messages again.
    Opened,
}

impl Breaker {
    /// A breaker as it was left.
    pub(crate) fn new(stopped: Option<Stop>) -> Self {
        Self { stopped, failures: 0, recovering: None }
    }

    /// Why it is stopped; none while it is not.
    pub(crate) fn stopped(&self) -> Option<Stop> {
        self.stopped
    }

    /// How many tries may be under way at once while it is not stopped.
    pub(crate) fn at_once(&self, settings: &Settings) -> usize {
        let most = settings.concurrency.max(1);
        self.recovering.unwrap_or(most).min(most) as usize
    }

    /// Lets the next probe go at this time, unless it goes before.
    pub(crate) fn probe_by(&mut self, at: Timestamp) {
        if let Some(stop) = &mut self.stopped {
            stop.probe_at = stop.probe_at.min(at);
        }
    }

    /// Takes note of a try. `probe` says that it was begun while the destination was stopped.
    pub(crate) fn note(
        &mut self,
        outcome: Outcome,
        probe: bool,
        settings: &Settings,
        now: Timestamp,
    ) -> Change {
        let probe_ms = i64::try_from(settings.probe_ms).unwrap_or(i64::MAX);
        let failed = match outcome {
            Outcome::Taken | Outcome::Rejected(_) => None,
            Outcome::Barred(code) => Some((code, true)),
            Outcome::Trouble(code, _) => Some((code, false)),
        };
        let Some((code, barred)) = failed else {
            self.failures = 0;
            return match (self.stopped, probe) {
                (None, _) => {
                    self.recovering = self
                        .recovering
                        .map(|at_once| at_once.saturating_mul(2))
                        .filter(|at_once| *at_once < settings.concurrency);
                    Change::None
                }
                (Some(_), false) => Change::None,
                (Some(_), true) => {
                    self.stopped = None;
                    self.recovering = Some(1);
                    Change::Opened
                }
            };
        };
        self.failures = self.failures.saturating_add(1);
        let opens = barred || self.failures >= settings.breaker_after.max(1);
        match self.stopped {
            None if opens => {}
            Some(_) if probe => {}
            // A straggler of before the stop, or a failure that is not yet one too many.
            _ => return Change::None,
        }
        let stop = Stop { code, probe_at: now.plus_ms(probe_ms) };
        self.stopped = Some(stop);
        Change::Stopped(stop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);
    const FAILED: Outcome = Outcome::Trouble(Code::Http02, None);

    fn settings() -> Settings {
        Settings { breaker_after: 3, concurrency: 16, probe_ms: 30_000, ..Settings::default() }
    }

    #[test]
    fn opens_after_failures_in_a_row_and_not_before() {
        let (mut breaker, settings) = (Breaker::new(None), settings());
        for outcome in [FAILED, FAILED, Outcome::Taken, FAILED, FAILED] {
            assert_eq!(breaker.note(outcome, false, &settings, NOW), Change::None);
        }
        let stop = Stop { code: Code::Http02, probe_at: NOW.plus_ms(30_000) };
        assert_eq!(breaker.note(FAILED, false, &settings, NOW), Change::Stopped(stop));
        assert_eq!(breaker.stopped(), Some(stop));
    }

    #[test]
    fn one_refused_sign_in_is_enough() {
        let mut breaker = Breaker::new(None);
        let change = breaker.note(Outcome::Barred(Code::Auth04), false, &settings(), NOW);
        assert!(matches!(change, Change::Stopped(Stop { code: Code::Auth04, .. })));
    }

    #[test]
    fn only_a_probe_opens_it_again_and_then_it_grows_one_two_four() {
        let settings = settings();
        let mut breaker = Breaker::new(Some(Stop { code: Code::Auth04, probe_at: NOW }));
        assert_eq!(breaker.note(Outcome::Taken, false, &settings, NOW), Change::None);
        assert!(breaker.stopped().is_some(), "a try begun before the stop proves nothing");
        assert!(matches!(breaker.note(FAILED, true, &settings, NOW), Change::Stopped(_)));
        assert_eq!(breaker.note(Outcome::Taken, true, &settings, NOW), Change::Opened);
        let mut seen = Vec::new();
        for _ in 0..6 {
            seen.push(breaker.at_once(&settings));
            breaker.note(Outcome::Taken, false, &settings, NOW);
        }
        assert_eq!(seen, [1, 2, 4, 8, 16, 16]);
    }

    #[test]
    fn a_message_they_do_not_accept_shows_that_they_are_there() {
        let mut breaker = Breaker::new(Some(Stop { code: Code::Net05, probe_at: NOW }));
        assert_eq!(breaker.note(Outcome::Rejected(Code::Http01), true, &settings(), NOW), Change::Opened);
    }
}
