//! The clock that is set and the clock that only goes on, compared: a jump is noticed, and so is sleep.

use std::sync::Arc;
use std::time::Duration;

use super::Engine;
use crate::intake::catch_up;

/// How often they are compared.
const TICK: Duration = Duration::from_secs(5);

/// A difference between them beyond this is a jump, in ms.
const JUMP_MS: i64 = 2_000;

/// A look at them that comes so much too late, in ms, has been slept through.
const OVERSLEPT_MS: i64 = 30_000;

/// What lies between two looks, a tick apart if nothing happened.
#[derive(Debug, PartialEq, Eq)]
struct Between {
    /// Due times move along by so much, in ms.
    jump: Option<i64>,
    /// Nobody was awake in it: what came meanwhile was missed.
    missed: bool,
}

/// `wall` and `steady`: how far each clock went on, in ms. There are systems whose steady clock goes on in their sleep.
fn between(wall: i64, steady: i64) -> Between {
    let jump = wall.saturating_sub(steady);
    let overslept = steady.saturating_sub(i64::try_from(TICK.as_millis()).unwrap_or(i64::MAX));
    Between {
        jump: if jump.saturating_abs() < JUMP_MS { None } else { Some(jump) },
        missed: jump >= JUMP_MS || overslept >= OVERSLEPT_MS,
    }
}

/// Notices when the wall clock jumps, be it set or the machine asleep, and moves due times along: what was to wait five seconds more waits
/// five seconds more. Whoever slept has missed something.
pub(super) async fn watch(engine: Arc<Engine>) {
    let stopping = engine.stopping();
    let (mut wall, mut steady) = (engine.clock.now(), engine.clock.stopwatch());
    loop {
        tokio::select! {
            () = stopping.cancelled() => return,
            () = tokio::time::sleep(TICK) => {}
        }
        let now = engine.clock.now();
        let passed = i64::try_from(steady.elapsed().as_millis()).unwrap_or(i64::MAX);
        let between = between(now.since(wall), passed);
        if between.missed {
            catch_up::missed(&engine, wall, now);
        }
        (wall, steady) = (now, engine.clock.stopwatch());
        let Some(jump) = between.jump else { continue };
        tracing::warn!(jump_ms = jump, "The clock jumped: due times move along.");
        if let Err(error) = engine.store.shift_due(jump).await {
            tracing::error!(%error, "Due times could not be moved.");
        }
        // Lanes sleep until times that are no longer the same.
        engine.current.send_modify(|_| ());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    #[test]
    fn a_busy_computer_is_not_taken_for_a_jump() {
        for (wall, steady) in [(5_000, 5_000), (5_000, 5_900), (6_900, 5_000), (12_000, 12_000)] {
            assert_eq!(between(wall, steady), Between { jump: None, missed: false }, "{wall} {steady}");
        }
    }

    #[test]
    fn a_clock_set_by_ten_minutes_moves_due_times_along_either_way() {
        let ahead = between(10 * MINUTE + 5_000, 5_000);
        assert_eq!(ahead, Between { jump: Some(10 * MINUTE), missed: true }, "it may have been sleep");
        let back = between(-10 * MINUTE + 5_000, 5_000);
        assert_eq!(back, Between { jump: Some(-10 * MINUTE), missed: false }, "nothing was missed");
    }

    #[test]
    fn sleep_is_noticed_whether_the_steady_clock_slept_too_or_not() {
        let asleep = between(60 * MINUTE + 5_000, 5_000);
        assert_eq!(asleep, Between { jump: Some(60 * MINUTE), missed: true });
        let awake = between(60 * MINUTE + 5_000, 60 * MINUTE + 5_000);
        assert_eq!(awake, Between { jump: None, missed: true }, "what was due is simply due");
    }

    #[test]
    fn clocks_of_another_age_do_no_harm() {
        assert_eq!(between(i64::MIN, i64::MAX).jump, Some(i64::MIN));
        assert_eq!(between(i64::MAX, 0).jump, Some(i64::MAX));
    }
}
