//! How fast platforms are called: below their limits, and more slowly when they say so.
//!
//! The limits are Chatwoot's (reference, section 1.3): 3,000 requests a minute for one caller, 100 searches, 200 messages in one
//! conversation. A bucket holds a tenth of that for bursts and is filled with the other nine, so that no minute has more than the whole.
//! A server on this very computer counts no requests, only messages. [`Buckets`] is pure and told the time; [`Pace`] reads it and sleeps.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{StatusCode, header};
use url::Url;

use super::client::Called;
use super::dial;
use crate::clock::{Clock, Stopwatch};
use crate::domain::Timestamp;
use crate::platforms::write;

const MINUTE_MS: f64 = 60_000.0;

/// Calls of any kind to one host, searches among them, and messages in one conversation there.
const ALL: Limit = Limit { a_minute: 3_000.0 };
const SEARCHES: Limit = Limit { a_minute: 100.0 };
const MESSAGES: Limit = Limit { a_minute: 200.0 };

/// Conversations remembered before those at rest are forgotten.
const CONVERSATIONS: usize = 1_024;

/// Whoever says "slow down" without saying for how long is left alone for so long at first, and at most; in ms.
const SLOW_MS: i64 = 5_000;
const SLOWEST_MS: i64 = 60_000;
/// However long they ask for, in ms.
const LONGEST_MS: i64 = 60 * 60_000;

/// A host that is called, as its limits see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    host: String,
    /// It counts our requests.
    counts: bool,
}

impl Place {
    /// Of an address.
    pub(crate) fn of(url: &str) -> Self {
        let url = Url::parse(url).ok();
        let host = url.as_ref().map(|url| url.origin().ascii_serialization()).unwrap_or_default();
        let counts = !url.as_ref().and_then(Url::host_str).is_some_and(dial::is_this_computer);
        Self { host, counts }
    }
}

/// The pace of all calls to platforms.
#[derive(Debug)]
pub(crate) struct Pace {
    since: Stopwatch,
    buckets: Mutex<Buckets>,
}

impl Pace {
    /// At rest.
    pub(crate) fn new(clock: Clock) -> Self {
        Self { since: clock.stopwatch(), buckets: Mutex::default() }
    }

    /// Takes a place in the limits, or says after which time to ask again.
    pub(crate) fn ask(&self, place: &Place, pace: &write::Pace) -> Result<(), Duration> {
        let now = self.now();
        self.buckets()
            .ask(place, pace, now)
            .map_err(|wait| Duration::from_millis(u64::try_from(wait.max(1)).unwrap_or(1)))
    }

    /// Waits for a place in the limits; `wait` is what [`Pace::ask`] said. Errors: it would take longer than `longest` from now.
    pub(crate) async fn turn(
        &self,
        place: &Place,
        pace: &write::Pace,
        mut wait: Duration,
        longest: Duration,
    ) -> Result<(), Duration> {
        let mut left = longest;
        loop {
            left = left.checked_sub(wait).ok_or(wait)?;
            tokio::time::sleep(wait).await;
            match self.ask(place, pace) {
                Ok(()) => return Ok(()),
                Err(longer) => wait = longer,
            }
        }
    }

    /// Waits until there is room to spare: whoever asks in the background leaves half of it to those who are waited for.
    pub(crate) async fn room(&self, place: &Place) {
        loop {
            let now = self.now();
            let wait = self.buckets().room(place, now);
            if wait <= 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(u64::try_from(wait).unwrap_or(1))).await;
        }
    }

    /// Takes note of an answer. `now` is for dates in it.
    pub(crate) fn heard(&self, place: &Place, called: &Called, now: Timestamp) {
        let Ok(answer) = &called.result else { return };
        let mut buckets = self.buckets();
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            let asked = answer.headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
            let asked = asked.and_then(|value| super::schedule::retry_after(value, now));
            buckets.slow_down(place, asked, self.now());
        } else {
            buckets.well(place);
        }
    }

    fn now(&self) -> i64 {
        i64::try_from(self.since.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    fn buckets(&self) -> MutexGuard<'_, Buckets> {
        self.buckets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How much there may be of something.
#[derive(Clone, Copy, Debug)]
struct Limit {
    a_minute: f64,
}

impl Limit {
    fn burst(self) -> f64 {
        self.a_minute * 0.1
    }

    fn a_ms(self) -> f64 {
        self.a_minute * 0.9 / MINUTE_MS
    }
}

/// A bucket: how much was in it, and when. Times are ms since any moment.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    limit: Limit,
    holds: f64,
    at: i64,
}

impl Bucket {
    fn full(limit: Limit, now: i64) -> Self {
        Self { limit, holds: limit.burst(), at: now }
    }

    fn fill(&mut self, now: i64) {
        let passed = now.saturating_sub(self.at).max(0);
        self.holds = (self.holds + passed as f64 * self.limit.a_ms()).min(self.limit.burst());
        self.at = now;
    }

    /// How long until it is half full.
    fn wait_for_half(&self) -> i64 {
        let missing = (self.limit.burst() / 2.0 - self.holds).max(0.0);
        (missing / self.limit.a_ms()).ceil() as i64
    }

    /// How long until there is one more in it.
    fn wait(&self) -> i64 {
        let missing = (1.0 - self.holds).max(0.0);
        (missing / self.limit.a_ms()).ceil() as i64
    }

    fn is_full(&self) -> bool {
        self.holds >= self.limit.burst()
    }
}

/// The buckets of all hosts.
#[derive(Debug, Default)]
struct Buckets {
    hosts: HashMap<String, Host>,
}

#[derive(Debug)]
struct Host {
    all: Bucket,
    searches: Bucket,
    conversations: HashMap<String, Bucket>,
    /// They want to be left alone until then.
    held_until: i64,
    /// How often in a row they wanted that without saying for how long.
    strikes: u32,
}

impl Host {
    fn new(now: i64) -> Self {
        Self {
            all: Bucket::full(ALL, now),
            searches: Bucket::full(SEARCHES, now),
            conversations: HashMap::new(),
            held_until: now,
            strikes: 0,
        }
    }
}

impl Buckets {
    /// Takes one from each bucket that a call counts against. Errors: one of them is empty for so many ms more; then none is touched.
    fn ask(&mut self, place: &Place, pace: &write::Pace, now: i64) -> Result<(), i64> {
        let host = self.hosts.entry(place.host.clone()).or_insert_with(|| Host::new(now));
        let mut counted = Vec::with_capacity(2);
        if place.counts {
            counted.push(&mut host.all);
        }
        match pace {
            write::Pace::Free => {}
            write::Pace::Search if place.counts => counted.push(&mut host.searches),
            write::Pace::Search => {}
            write::Pace::Conversation(key) => {
                if host.conversations.len() >= CONVERSATIONS {
                    host.conversations.retain(|_, bucket| {
                        bucket.fill(now);
                        !bucket.is_full()
                    });
                }
                let bucket = host.conversations.entry(key.clone());
                counted.push(bucket.or_insert_with(|| Bucket::full(MESSAGES, now)));
            }
        }
        let mut wait = host.held_until.saturating_sub(now).max(0);
        for bucket in &mut counted {
            bucket.fill(now);
            wait = wait.max(bucket.wait());
        }
        if wait > 0 {
            return Err(wait);
        }
        counted.into_iter().for_each(|bucket| bucket.holds -= 1.0);
        Ok(())
    }

    /// How long until half of what a host takes is left.
    fn room(&mut self, place: &Place, now: i64) -> i64 {
        let host = self.hosts.entry(place.host.clone()).or_insert_with(|| Host::new(now));
        host.all.fill(now);
        let counted = if place.counts { host.all.wait_for_half() } else { 0 };
        counted.max(host.held_until.saturating_sub(now))
    }

    /// They want to be called less. Several may say so at once, to calls made before the first said it.
    fn slow_down(&mut self, place: &Place, asked: Option<i64>, now: i64) {
        let host = self.hosts.entry(place.host.clone()).or_insert_with(|| Host::new(now));
        let wait = match asked {
            Some(asked) => asked.clamp(0, LONGEST_MS),
            None if host.held_until > now => return,
            None => {
                let wait = SLOW_MS.saturating_mul(1 << host.strikes.min(16)).min(SLOWEST_MS);
                host.strikes = host.strikes.saturating_add(1);
                wait
            }
        };
        host.held_until = host.held_until.max(now.saturating_add(wait));
    }

    /// They answered as usual.
    fn well(&mut self, place: &Place) {
        if let Some(host) = self.hosts.get_mut(&place.host) {
            host.strikes = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platforms::write::Pace::{Conversation, Free, Search};

    fn chat() -> Place {
        Place::of("https://chat.example/api/v1/accounts/1/contacts")
    }

    /// Calls made in so many ms by somebody who asks whenever there may be room.
    fn calls(buckets: &mut Buckets, place: &Place, pace: &write::Pace, ms: i64) -> Vec<i64> {
        let (mut now, mut made) = (0, Vec::new());
        while now < ms {
            match buckets.ask(place, pace, now) {
                Ok(()) => made.push(now),
                Err(wait) => now += wait,
            }
        }
        made
    }

    /// The most of them in any minute.
    fn busiest(made: &[i64]) -> usize {
        let within = |(i, from)| made.partition_point(|at: &i64| *at < from + 60_000) - i;
        made.iter().copied().enumerate().map(within).max().unwrap_or_default()
    }

    #[test]
    fn no_minute_has_more_than_the_limit_and_nearly_all_of_it_is_used() {
        for (pace, limit) in [(Free, 3_000), (Search, 100), (Conversation("7".to_owned()), 200)] {
            let made = calls(&mut Buckets::default(), &chat(), &pace, 180_000);
            let busiest = busiest(&made);
            assert!(busiest <= limit, "{busiest} calls of {limit} in a minute");
            assert!(made.len() >= limit * 27 / 10, "only {} calls of {limit} in three minutes", made.len());
        }
    }

    #[test]
    fn whoever_asks_in_the_background_leaves_half_of_it_to_the_others() {
        let (mut buckets, chat) = (Buckets::default(), chat());
        let mut calls = 0;
        while buckets.room(&chat, 0) == 0 && buckets.ask(&chat, &Free, 0).is_ok() {
            calls += 1;
        }
        assert_eq!(calls, 151, "of a burst of three hundred");
        let wait = buckets.room(&chat, 0);
        assert!(wait > 0 && buckets.ask(&chat, &Free, 0).is_ok(), "others need not wait");
        assert_eq!(buckets.room(&chat, wait + 1_000), 0);
        let local = Place::of("http://127.0.0.1:3000");
        while calls < 5_000 && buckets.room(&local, 0) == 0 {
            calls += 1;
        }
        assert_eq!(calls, 5_000, "a server on this very computer counts none");
        buckets.slow_down(&local, Some(5_000), 0);
        assert_eq!(buckets.room(&local, 0), 5_000);
    }

    #[test]
    fn conversations_do_not_wait_for_each_other_and_those_at_rest_are_forgotten() {
        let (mut buckets, chat) = (Buckets::default(), chat());
        while buckets.ask(&chat, &Conversation("busy".to_owned()), 0).is_ok() {}
        assert!(buckets.ask(&chat, &Conversation("other".to_owned()), 0).is_ok());
        for number in 0..10_000 {
            // Slowly enough for the limit on all.
            let asked = buckets.ask(&chat, &Conversation(number.to_string()), 60_000 + number * 30);
            assert!(asked.is_ok(), "{number}");
        }
        let known = buckets.hosts[&chat.host].conversations.len();
        assert!(known <= CONVERSATIONS + 1, "{known} conversations are remembered");
    }

    #[test]
    fn a_server_on_this_computer_counts_messages_alone() {
        for url in ["http://127.0.0.1:3000/", "http://localhost:3000/", "http://[::1]:3000/"] {
            let (mut buckets, here) = (Buckets::default(), Place::of(url));
            assert!((0..10_000).all(|_| buckets.ask(&here, &Search, 0).is_ok()), "{url}");
            let conversation = Conversation("7".to_owned());
            assert!((0..100).any(|_| buckets.ask(&here, &conversation, 0).is_err()), "{url}");
        }
    }

    #[test]
    fn a_host_that_says_slow_down_is_left_alone_for_as_long_as_it_asks() {
        let (mut buckets, chat) = (Buckets::default(), chat());
        buckets.slow_down(&chat, Some(7_000), 1_000);
        assert_eq!(buckets.ask(&chat, &Free, 1_000), Err(7_000));
        assert_eq!(buckets.ask(&chat, &Free, 8_000), Ok(()));
        assert_eq!(buckets.ask(&Place::of("https://other.example/"), &Free, 1_000), Ok(()));
        buckets.slow_down(&chat, Some(i64::MAX), 8_000);
        assert_eq!(buckets.ask(&chat, &Free, 8_000), Err(LONGEST_MS));
    }

    #[test]
    fn one_that_does_not_say_for_how_long_is_left_alone_longer_each_time() {
        let (mut buckets, chat, mut now) = (Buckets::default(), chat(), 0);
        let mut waits = Vec::new();
        for _ in 0..6 {
            // Answers to sixteen calls that were under way.
            (0..16).for_each(|_| buckets.slow_down(&chat, None, now));
            let wait = buckets.ask(&chat, &Free, now).unwrap_err();
            waits.push(wait);
            now += wait;
        }
        assert_eq!(waits, [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
        buckets.well(&chat);
        buckets.slow_down(&chat, None, now);
        assert_eq!(buckets.ask(&chat, &Free, now), Err(5_000));
    }

    #[tokio::test]
    async fn whoever_waits_gets_a_turn_or_hears_that_it_takes_too_long() {
        let (pace, chat) = (Pace::new(Clock), chat());
        // As many at once as the bucket has, and one of what comes in meanwhile.
        while pace.ask(&chat, &Free).is_ok() {}
        let wait = Duration::from_millis(1);
        assert_eq!(pace.turn(&chat, &Free, wait, Duration::from_secs(20)).await, Ok(()));
        pace.buckets().slow_down(&chat, Some(60_000), 0);
        let refused = pace.turn(&chat, &Free, wait, Duration::from_secs(20)).await;
        assert!(refused.is_err_and(|wait| wait > Duration::from_secs(20)));
    }
}
