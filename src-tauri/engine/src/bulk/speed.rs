//! How fast a bulk send may go, and how fast it goes. Pure: told the time, in ms since any moment.

use std::collections::VecDeque;

/// Lets so many through a second, evenly apart, never several at once to make up for a rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beat {
    /// µs between two; none lets everything through.
    every_us: Option<i64>,
    next_us: i64,
}

impl Beat {
    /// Of so many a second; none: as fast as can be.
    pub(super) fn new(rate: Option<u32>) -> Self {
        Self { every_us: rate.map(|rate| 1_000_000 / i64::from(rate.max(1))), next_us: 0 }
    }

    /// Takes a place now, or says in how many ms there is one.
    pub(super) fn take(&mut self, now_ms: i64) -> Result<(), i64> {
        let Some(every) = self.every_us else { return Ok(()) };
        let now = now_ms * 1_000;
        if self.next_us > now {
            return Err((self.next_us - now).div_euclid(1_000) + 1);
        }
        // A look that came a little late makes the next one no later; a rest is not made up for.
        self.next_us = if now - self.next_us > every { now + every } else { self.next_us + every };
        Ok(())
    }
}

/// The speed of late.
#[derive(Debug, Default)]
pub(super) struct Meter {
    /// Items that came to an end, by second, the oldest first.
    seconds: VecDeque<(i64, u64)>,
    began_ms: Option<i64>,
}

impl Meter {
    /// So far back it looks.
    const SECONDS: i64 = 30;
    /// Before that nobody can tell.
    const SOONEST_MS: i64 = 2_000;

    /// It goes on after a rest, which is not counted.
    pub(super) fn begin(&mut self, now_ms: i64) {
        *self = Self { seconds: VecDeque::new(), began_ms: Some(now_ms) };
    }

    /// So many items came to an end.
    pub(super) fn add(&mut self, now_ms: i64, items: u64) {
        let second = now_ms.div_euclid(1_000);
        match self.seconds.back_mut() {
            Some((at, count)) if *at == second => *count += items,
            _ => self.seconds.push_back((second, items)),
        }
        while self.seconds.front().is_some_and(|(at, _)| second - at > Self::SECONDS) {
            self.seconds.pop_front();
        }
    }

    /// Items a second; none while nobody can tell.
    pub(super) fn speed(&self, now_ms: i64) -> Option<f64> {
        let began = self.began_ms?;
        if now_ms - began < Self::SOONEST_MS {
            return None;
        }
        let from = (now_ms - Self::SECONDS * 1_000).max(began);
        let ended: u64 =
            self.seconds.iter().filter(|(at, _)| (at + 1) * 1_000 > from).map(|(_, count)| count).sum();
        (ended > 0).then(|| ended as f64 * 1_000.0 / (now_ms - from) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_kept_evenly_and_a_rest_is_not_made_up_for() {
        let mut beat = Beat::new(Some(20));
        let mut sent = Vec::new();
        for now in (5_000..6_000).chain(8_000..9_000) {
            if beat.take(now).is_ok() {
                sent.push(now);
            }
        }
        assert_eq!(sent.len(), 40, "20 in each of two seconds");
        let closest = sent.windows(2).map(|two| two[1] - two[0]).min().unwrap();
        assert!(closest >= 49, "two came {closest} ms apart");
        assert_eq!(beat.take(sent[39] + 1), Err(50));
    }

    #[test]
    fn looks_that_come_late_cost_no_speed() {
        let mut beat = Beat::new(Some(50));
        // Every look is 3 ms late.
        let (mut now, mut sent) = (0, 0);
        while now < 10_000 {
            match beat.take(now) {
                Ok(()) => sent += 1,
                Err(wait) => now += wait + 3,
            }
        }
        assert!((495..=501).contains(&sent), "{sent} in 10 s");
    }

    #[test]
    fn without_a_rate_everything_goes() {
        let mut beat = Beat::new(None);
        assert!((0..1_000).all(|_| beat.take(0).is_ok()));
    }

    #[test]
    fn the_speed_is_that_of_the_last_half_minute() {
        let mut meter = Meter::default();
        meter.begin(0);
        assert_eq!(meter.speed(10_000), None, "nothing has ended");
        for second in 0..100 {
            meter.add(second * 1_000, if second < 60 { 1_000 } else { 10 });
        }
        let speed = meter.speed(100_000).unwrap();
        assert!((9.0..=11.0).contains(&speed), "{speed}");
        meter.begin(200_000);
        meter.add(200_100, 5);
        assert_eq!(meter.speed(201_000), None, "nobody can tell yet");
        assert!(meter.speed(202_500).is_some_and(|speed| (speed - 2.0).abs() < 0.1));
    }
}
