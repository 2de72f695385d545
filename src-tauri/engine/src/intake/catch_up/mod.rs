//! What was missed while this computer was off, asleep or without a network, and what becomes of it.
//!
//! A gap is noticed at the start, when the clock jumps, when the network is back, and when a platform that could not be reached answers
//! again. A channel whose platform can be asked (`fetch`) gets what was said in the gap; of any other it is said that it cannot be had.
//! While that goes on after a start, what came later waits: see [`Current::holds`](crate::config::Current::holds).

mod fetch;
mod network;

pub(crate) use network::watch as watch_network;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use super::inquiry::Trouble;
use crate::delivery::client::Called;
use crate::domain::{Channel, ChannelId, Code, Mode, Platform, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::platforms::chatwoot::catch_up::Asking;
use crate::schema::{CatchUp, CatchUpState};

/// How long after a start what came later waits for what was missed.
pub(crate) const GATE: Duration = Duration::from_secs(30);

/// A gap in which a platform that cannot be asked may have said something worth a word to the admin, in ms.
const WORTH_A_WORD_MS: i64 = 60_000;

/// An admin who wants to be sure is shown this much, in ms.
const ON_COMMAND_MS: i64 = 24 * 60 * 60 * 1_000;

/// Waits before what failed is asked for again; the last one is repeated.
const AGAIN: [Duration; 4] =
    [Duration::from_secs(10), Duration::from_secs(30), Duration::from_secs(120), Duration::from_secs(600)];

/// Gaps that are shown, and those of one channel.
const SHOWN: usize = 50;
const SHOWN_OF_ONE: usize = 3;

/// The gaps of this run, the newest first.
#[derive(Debug, Default)]
pub(crate) struct Gaps {
    gaps: Mutex<Vec<Gap>>,
    /// Since when platforms cannot be reached.
    unreached: Mutex<HashMap<ChannelId, Timestamp>>,
}

#[derive(Clone, Debug)]
struct Gap {
    channel: ChannelId,
    from: Timestamp,
    to: Timestamp,
    state: CatchUpState,
    recovered: u64,
    conversations: u64,
    error: Option<Error>,
    /// Told when it is to be asked for at once.
    again: Arc<Notify>,
}

impl Gap {
    fn new(channel: &Channel, from: Timestamp, to: Timestamp, state: CatchUpState) -> Self {
        Self {
            channel: channel.id,
            from,
            to,
            state,
            recovered: 0,
            conversations: 0,
            error: None,
            again: Arc::default(),
        }
    }

    fn is_open(&self) -> bool {
        matches!(self.state, CatchUpState::Running | CatchUpState::Failed)
    }
}

impl Gaps {
    /// What was missed, the newest first; none of channels that are gone.
    pub(crate) fn shown(&self, engine: &Engine) -> Vec<CatchUp> {
        let show = |gap: &Gap| {
            let channel = engine.channel(gap.channel)?;
            Some(CatchUp {
                channel: gap.channel,
                channel_name: channel.name.clone(),
                from: gap.from,
                to: gap.to,
                state: gap.state,
                recovered: gap.recovered,
                conversations: gap.conversations,
                error: gap.error.clone(),
            })
        };
        self.gaps().iter().filter_map(show).collect()
    }

    fn gaps(&self) -> MutexGuard<'_, Vec<Gap>> {
        self.gaps.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Enters a gap. False: one of this channel is being asked for already, and reaches as far now.
    fn enter(&self, gap: Gap) -> bool {
        let mut gaps = self.gaps();
        if gap.is_open()
            && let Some(open) = gaps.iter_mut().find(|open| open.channel == gap.channel && open.is_open())
        {
            open.from = open.from.min(gap.from);
            open.to = open.to.max(gap.to);
            open.again.notify_one();
            return false;
        }
        // Of gaps in which nothing was missed the last one will do.
        gaps.retain(|old| old.channel != gap.channel || old.recovered > 0 || old.is_open());
        let of_one = |(_, old): &(usize, &Gap)| old.channel == gap.channel;
        if let Some((oldest, _)) = gaps.iter().enumerate().filter(of_one).skip(SHOWN_OF_ONE - 1).last() {
            gaps.remove(oldest);
        }
        gaps.insert(0, gap);
        gaps.truncate(SHOWN);
        true
    }

    /// Changes the gap of a channel that is being asked for. Gives what this made of it; none when there is no such gap any more.
    fn change<T>(&self, channel: ChannelId, change: impl FnOnce(&mut Gap) -> T) -> Option<T> {
        self.gaps().iter_mut().find(|gap| gap.channel == channel && gap.is_open()).map(change)
    }

    fn forget(&self, channel: ChannelId) {
        self.gaps().retain(|gap| gap.channel != channel);
    }

    /// Takes note of a call to a channel's platform. Something: it answers again, and could not be reached since then.
    pub(crate) fn heard(&self, channel: ChannelId, called: &Called, now: Timestamp) -> Option<Timestamp> {
        let mut unreached = self.unreached.lock().unwrap_or_else(PoisonError::into_inner);
        match &called.result {
            Ok(_) if unreached.is_empty() => None,
            Ok(_) => unreached.remove(&channel),
            Err(failure) => {
                if matches!(failure.code, Code::Net04 | Code::Net05 | Code::Net06 | Code::Net07) {
                    unreached.entry(channel).or_insert(now);
                }
                None
            }
        }
    }
}

/// Channels whose lanes wait after this start.
pub(crate) fn gated(gap: Option<(Timestamp, Timestamp)>, channels: &[Arc<Channel>]) -> HashSet<ChannelId> {
    let waits = |channel: &&Arc<Channel>| listens(channel) && Asking::new(channel).is_some();
    let channels = channels.iter().filter(|_| gap.is_some()).filter(waits);
    channels.map(|channel| channel.id).collect()
}

/// Whether anything can be missed: not while it is off, and practice is for practice.
fn listens(channel: &Channel) -> bool {
    channel.mode != Mode::Off && !channel.demo
}

/// After a start: what was missed while the program was not running.
pub(crate) fn begin(engine: &Arc<Engine>) {
    let Some((from, to)) = engine.store.gap() else { return };
    tracing::info!(seconds = to.since(from) / 1_000, "There is a gap: what was missed is asked for.");
    for channel in engine.channels().iter() {
        // A gap of which something was still to be asked for at the last stop goes on.
        missed_on(engine, channel, engine.store.missed(channel.id).unwrap_or(from).min(from), to);
    }
    let (theirs, stopping) = (Arc::clone(engine), engine.stopping());
    engine.run(async move {
        tokio::select! {
            () = tokio::time::sleep(GATE) => theirs.open_gates(|_| true),
            () = stopping.cancelled() => {}
        }
    });
}

/// Nothing could be heard in that time, on any channel.
pub(crate) fn missed(engine: &Arc<Engine>, from: Timestamp, to: Timestamp) {
    tracing::info!(seconds = to.since(from) / 1_000, "There is a gap: what was missed is asked for.");
    for channel in engine.channels().iter() {
        missed_on(engine, channel, from, to);
    }
}

/// Nothing could be heard in that time on this channel.
pub(crate) fn missed_on(engine: &Arc<Engine>, channel: &Channel, from: Timestamp, to: Timestamp) {
    let (theirs, id) = (Arc::clone(engine), channel.id);
    if !listens(channel) {
        engine.run(async move { mark(&theirs, id, None).await });
        return;
    }
    if Asking::new(channel).is_none() {
        let channel = channel.clone();
        engine.run(async move {
            lost(&theirs, &channel, from, to).await;
            mark(&theirs, id, None).await;
        });
        return;
    }
    let gap = Gap::new(channel, from, to, CatchUpState::Running);
    let again = Arc::clone(&gap.again);
    if engine.gaps().enter(gap) {
        engine.run(async move { until_done(&theirs, id, &again).await });
    }
}

/// What was said in that time cannot be had: enters that, where it is worth a word.
pub(crate) async fn lost(engine: &Engine, channel: &Channel, from: Timestamp, to: Timestamp) {
    if to.since(from) <= WORTH_A_WORD_MS {
        return;
    }
    match engine.store.last_seen(channel.id).await {
        // Of a channel that was never heard nothing is missed.
        Ok(seen) if seen.at.is_none() => {}
        Ok(_) => drop(engine.gaps().enter(Gap::new(channel, from, to, CatchUpState::Impossible))),
        Err(error) => tracing::warn!(%error, "How far a channel is known cannot be read."),
    }
}

/// Notes since when it is not certain that all is here, for the next start.
async fn mark(engine: &Engine, id: ChannelId, since: Option<Timestamp>) {
    if let Err(error) = engine.store.set_missed(id, since).await {
        tracing::warn!(%error, channel = %id, "The next start may not know what is still to be asked for.");
    }
}

/// Asks a channel's platform what was said in the last day. Errors: ID-05 there is no such channel, KIND-01 its platform cannot be asked,
/// ID-01 it could be with an address, an account and a token.
pub(crate) fn on_command(engine: &Arc<Engine>, id: ChannelId) -> Result<()> {
    let channel = engine.channel(id).ok_or(Error::new(Code::Id05))?;
    if channel.platform() != Platform::Chatwoot {
        return Err(Error::new(Code::Kind01));
    }
    if Asking::new(&channel).is_none() {
        return Err(Error::new(Code::Id01));
    }
    let now = engine.clock.now();
    missed_on(engine, &channel, now.plus_ms(-ON_COMMAND_MS), now);
    Ok(())
}

/// Asks until the answer is complete, or the channel is gone.
async fn until_done(engine: &Arc<Engine>, id: ChannelId, again: &Notify) {
    let (stopping, mut failures) = (engine.stopping(), 0);
    loop {
        let Some(channel) = engine.channel(id) else {
            engine.gaps().forget(id);
            mark(engine, id, None).await;
            return;
        };
        let begun = engine.gaps().change(id, |gap| {
            gap.state = CatchUpState::Running;
            (gap.from, gap.to)
        });
        let Some((from, to)) = begun else { return };
        mark(engine, id, Some(from)).await;
        match fetch::fetch(engine, &channel, from).await {
            Ok(()) => {
                mark(engine, id, None).await;
                let done = engine.gaps().change(id, |gap| {
                    let done = (gap.from, gap.to) == (from, to);
                    if done {
                        (gap.state, gap.error) = (CatchUpState::Done, None);
                    }
                    done
                });
                // Otherwise it grew meanwhile.
                if done != Some(false) {
                    engine.open_gates(|gated| gated == id);
                    return;
                }
            }
            Err(_) if stopping.is_cancelled() => return,
            Err(trouble) => {
                tracing::warn!(channel = %id, code = %trouble.code, "What was missed cannot be asked for yet.");
                let error = worded(trouble, &channel, engine.settings().timeout_ms);
                engine.gaps().change(id, |gap| (gap.state, gap.error) = (CatchUpState::Failed, Some(error)));
                if !may_pass(trouble.code) {
                    engine.open_gates(|gated| gated == id);
                }
                let pause = AGAIN.get(failures).or(AGAIN.last()).copied().unwrap_or(GATE);
                failures += 1;
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    () = again.notified() => {}
                    () = other_settings(engine, &channel) => {}
                    () = stopping.cancelled() => return,
                }
            }
        }
    }
}

/// Waits until the admin has changed how a channel's platform is asked, or has deleted it.
async fn other_settings(engine: &Engine, channel: &Channel) {
    let mut current = engine.current();
    while current.changed().await.is_ok() {
        let same = current.borrow_and_update().channel(channel.id).is_some_and(|now| {
            (&now.token, &now.api_url, &now.options) == (&channel.token, &channel.api_url, &channel.options)
        });
        if !same {
            return;
        }
    }
}

/// Whether it may pass before the gate would open anyway.
pub(in crate::intake) fn may_pass(code: Code) -> bool {
    matches!(
        code,
        Code::Net04 | Code::Net05 | Code::Net06 | Code::Net07 | Code::Plat02 | Code::Rate01 | Code::Rate02
    )
}

pub(in crate::intake) fn worded(trouble: Trouble, channel: &Channel, limit_ms: u64) -> Error {
    let host = channel.api_url.as_deref().and_then(|url| url::Url::parse(url).ok());
    let host = host.as_ref().and_then(url::Url::host_str).unwrap_or_default();
    let (status, seconds) = (trouble.status.unwrap_or(0).to_string(), limit_ms.div_ceil(1_000).to_string());
    let params = [
        ("host", host),
        ("platform", channel.brand()),
        ("status", &status),
        ("seconds", &seconds),
        ("channel", &channel.name),
    ];
    Error::with(trouble.code, params)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::client::Answer;
    use crate::delivery::dial::Failure;
    use crate::schema::Timings;

    fn gap(channel: u64, from: i64, state: CatchUpState) -> Gap {
        Gap {
            channel: ChannelId(channel),
            from: Timestamp(from),
            to: Timestamp(from + 10),
            state,
            recovered: 0,
            conversations: 0,
            error: None,
            again: Arc::default(),
        }
    }

    fn called(code: Option<Code>) -> Called {
        let answer = || Answer {
            status: http::StatusCode::OK,
            headers: http::HeaderMap::new(),
            body: bytes::Bytes::new(),
            truncated: false,
        };
        let result = code.map_or_else(|| Ok(answer()), |code| Err(Failure::new(code, "")));
        Called { result, timings: Timings::default() }
    }

    #[test]
    fn a_platform_that_answers_again_tells_since_when_it_had_not() {
        let (gaps, one) = (Gaps::default(), ChannelId(1));
        let heard = |code, at| gaps.heard(one, &called(code), Timestamp(at));
        assert_eq!(heard(None, 1), None);
        assert_eq!(heard(Some(Code::Net05), 2), None);
        assert_eq!(heard(Some(Code::Net06), 3), None);
        assert_eq!(gaps.heard(ChannelId(2), &called(None), Timestamp(4)), None, "another channel's platform");
        assert_eq!(heard(None, 5), Some(Timestamp(2)));
        assert_eq!(heard(None, 6), None);
        assert_eq!(heard(Some(Code::Tls01), 7), None);
        assert_eq!(heard(None, 8), None, "its certificate was refused, so it was there");
    }

    fn shown(gaps: &Gaps) -> Vec<(u64, i64, i64)> {
        gaps.gaps().iter().map(|gap| (gap.channel.0, gap.from.0, gap.to.0)).collect()
    }

    #[test]
    fn a_gap_that_comes_while_another_is_asked_for_is_asked_for_with_it() {
        let gaps = Gaps::default();
        assert!(gaps.enter(gap(1, 100, CatchUpState::Running)));
        assert!(!gaps.enter(gap(1, 200, CatchUpState::Running)), "one asks already");
        assert!(gaps.enter(gap(2, 300, CatchUpState::Running)), "another channel's is another");
        assert_eq!(shown(&gaps), [(2, 300, 310), (1, 100, 210)]);
        gaps.change(ChannelId(1), |gap| gap.state = CatchUpState::Failed);
        assert!(!gaps.enter(gap(1, 50, CatchUpState::Running)), "it is tried again anyway, and now at once");
        assert_eq!(shown(&gaps), [(2, 300, 310), (1, 50, 210)]);
    }

    #[test]
    fn gaps_in_which_something_was_found_stay_and_of_the_others_the_last() {
        let gaps = Gaps::default();
        for from in 0..10 {
            assert!(gaps.enter(gap(1, from * 100, CatchUpState::Running)));
            gaps.change(ChannelId(1), |gap| {
                gap.recovered = u64::from(from % 2 == 0);
                gap.state = CatchUpState::Done;
            });
        }
        let from: Vec<i64> = shown(&gaps).iter().map(|(_, from, _)| *from).collect();
        assert_eq!(from, [900, 800, 600]);
    }
}
