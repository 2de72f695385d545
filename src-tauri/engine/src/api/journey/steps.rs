//! The steps of a journey out of what the store knows of it. Pure.

use std::sync::Arc;

use super::super::sentences::{Params, about, tries};
use super::lanes::Lanes;
use super::words;
use crate::domain::{Channel, ChannelId, DeliveryId, EventKind, Options, SkipReason, State, Timestamp};
use crate::platforms::write;
use crate::schema::*;
use crate::store::{Says, Travelled, Turn};
use crate::strings;

/// Time that goes by between two tries is told from this on, in µs.
const WAIT_US: u64 = 1_000_000;
/// A try is slow from this on, in µs.
const SLOW_TRY_US: u64 = 2_000_000;
/// An answer of ours is slow from this on, in µs.
const SLOW_ANSWER_US: u64 = 500_000;
/// For how long a Chatwoot waits for our answer, in ms. The others do not say.
const CHATWOOT_WAITS_MS: u64 = 5_000;

/// How long one try of a channel's destination may take, in ms.
pub(super) type Limit<'a> = &'a dyn Fn(ChannelId, DestinationKind) -> u64;

/// The journey of what an exchange brought. Its sentence and the errors of its deliveries are in words already.
pub(super) fn assemble(travelled: &Travelled, channels: &[Arc<Channel>], limit: Limit<'_>) -> Journey {
    let cause = &travelled.cause;
    let row = &cause.row;
    // A request stands in the log from when it was kept; it came somewhat earlier.
    let began_us = us(row.at).saturating_sub(if row.direction == Direction::In { row.took_us } else { 0 });
    let mut story =
        Story { cause, channels, limit, began_us, lanes: Lanes::new(cause, channels), steps: Vec::new() };
    story.came();
    story.nowhere();
    for delivery in &cause.deliveries {
        let turns: Vec<_> =
            travelled.turns.iter().filter(|turn| turn.delivery == delivery.id).copied().collect();
        story.delivery(delivery, &turns);
    }
    story.tell_due();
    let mut steps = story.steps;
    // What nobody knows a time of is still to come. The order of what happened at one time is the order it was told in.
    steps.sort_by_key(|step| (step.offset_us.is_none(), step.offset_us));
    let over = |step: &&JourneyStep| !matches!(step.state, StepState::Future | StepState::Missing);
    let took_us = steps.iter().filter(over).filter_map(end_of).max().unwrap_or(0);
    let matters = matters(cause);
    let most = matters.iter().map(|it| tries(it)).max().unwrap_or(0);
    let arrived = steps
        .iter()
        .filter(|step| matches!(step.kind, StepKind::Try | StepKind::Word | StepKind::GivenUp))
        .filter(|step| matters.iter().any(|it| Some(it.id) == step.delivery))
        .filter_map(end_of)
        .max();
    let channel = channels.iter().find(|it| matters.first().is_some_and(|owed| owed.channel == it.id));
    let own = words::whole(&matters, most, arrived.unwrap_or(took_us), channel.map(|it| &**it));
    let open = |it: &DeliveryView| it.state.is_open() || it.state == State::Accepted;
    Journey {
        exchange: row.id,
        channel: row.channel,
        sentence: own.filter(|_| row.direction == Direction::In).unwrap_or_else(|| cause.sentence.clone()),
        state: row.result,
        began: Timestamp(i64::try_from(began_us / 1_000).unwrap_or(i64::MAX)),
        took_us,
        tries: cause
            .deliveries
            .iter()
            .filter(|it| it.destination != DestinationKind::WriteBack)
            .map(tries)
            .sum(),
        going_on: cause.deliveries.iter().any(open),
        lanes: story.lanes.into_all(),
        steps,
        copy_of: travelled.copy_of,
        copies: travelled.copies.clone(),
    }
}

/// The deliveries the sentence is about: what a platform is told of its own message is another matter, unless it is all there is.
fn matters(cause: &ExchangeDetail) -> Vec<&DeliveryView> {
    let owed: Vec<_> = cause.deliveries.iter().filter(|it| it.state != State::Skipped).collect();
    let news = |it: &&DeliveryView| it.destination != DestinationKind::WriteBack;
    if owed.iter().any(&news) { owed.into_iter().filter(news).collect() } else { owed }
}

/// It was kept without being acted on.
fn is_kept(cause: &ExchangeDetail) -> bool {
    cause.can_process || cause.row.result == State::Refused
}

fn us(at: Timestamp) -> u64 {
    u64::try_from(at.0).unwrap_or(0).saturating_mul(1_000)
}

fn end_of(step: &JourneyStep) -> Option<u64> {
    Some(step.offset_us? + step.took_us)
}

struct Story<'a> {
    cause: &'a ExchangeDetail,
    channels: &'a [Arc<Channel>],
    limit: Limit<'a>,
    began_us: u64,
    lanes: Lanes<'a>,
    steps: Vec<JourneyStep>,
}

impl Story<'_> {
    fn channel(&self, id: Option<ChannelId>) -> Option<&Channel> {
        self.channels.iter().find(|it| Some(it.id) == id).map(|channel| &**channel)
    }

    fn brand(&self, id: Option<ChannelId>) -> &'static str {
        self.channel(id).map_or("", Channel::brand)
    }

    fn offset(&self, at: Timestamp) -> u64 {
        us(at).saturating_sub(self.began_us)
    }

    /// A step that stands at the relay and takes no time.
    fn step(
        &self,
        kind: StepKind,
        state: StepState,
        sentence: Sentence,
        offset_us: Option<u64>,
    ) -> JourneyStep {
        let at = offset_us.map(|offset| {
            Timestamp(i64::try_from((self.began_us.saturating_add(offset)) / 1_000).unwrap_or(i64::MAX))
        });
        JourneyStep {
            kind,
            state,
            from: self.lanes.relay,
            to: self.lanes.relay,
            at,
            offset_us,
            took_us: 0,
            sentence,
            limit: None,
            slow: false,
            error: None,
            timings: None,
            exchange: None,
            delivery: None,
        }
    }

    /// It came and was answered; or it was a call of ours and nothing else.
    fn came(&mut self) {
        let cause = self.cause;
        let row = &cause.row;
        let (relay, origin) = (self.lanes.relay, self.lanes.origin);
        let brand = self.brand(row.channel);
        let params = || about(row).set("platform", brand).took(row.took_us);
        if row.direction == Direction::Out {
            let state = if row.code.is_some() { StepState::Bad } else { StepState::Good };
            let step = self.step(StepKind::Try, state, cause.sentence.clone(), Some(0));
            let to = if cause.deliveries.is_empty() { self.lanes.last() } else { relay };
            self.steps.push(JourneyStep {
                to,
                took_us: row.took_us,
                slow: row.took_us >= SLOW_TRY_US,
                timings: cause.timings,
                exchange: Some(row.id),
                ..step
            });
            return;
        }
        let sentence = Sentence::new("journey-came", Tone::Neutral, params().0);
        let step = self.step(StepKind::Came, StepState::Neutral, sentence, Some(0));
        self.steps.push(JourneyStep { from: origin, exchange: Some(row.id), ..step });
        // What was written here, or was found there, came in no request.
        let Some(status) = row.status.filter(|_| !cause.method.is_empty()) else { return };
        // The code of one that was taken is that of what it caused.
        let kept = is_kept(cause);
        let (key, tone) = match (kept, status < 400) {
            (false, _) => ("journey-answered", Tone::Good),
            (true, true) => ("journey-put-aside", Tone::Warning),
            (true, false) => ("journey-refused", Tone::Bad),
        };
        let error = row.code.filter(|_| kept).map(crate::error::Error::new);
        let sentence = Sentence::new(key, tone, params().problem(error.as_ref()).0);
        let waits = match self.channel(row.channel).map(|channel| &channel.options) {
            Some(Options::Chatwoot(_)) if row.source.is_request() => CHATWOOT_WAITS_MS,
            _ => 0,
        };
        let state = if kept { StepState::Bad } else { StepState::Good };
        let step = self.step(StepKind::Answered, state, sentence, Some(0));
        self.steps.push(JourneyStep {
            to: origin,
            took_us: row.took_us,
            limit: words::limit(brand, row.took_us, waits),
            slow: row.took_us >= SLOW_ANSWER_US,
            error,
            exchange: Some(row.id),
            ..step
        });
    }

    /// What of it goes nowhere, and why.
    fn nowhere(&mut self) {
        let cause = self.cause;
        let row = &cause.row;
        if row.direction == Direction::Out || is_kept(cause) {
            return;
        }
        let kept_at = self.offset(row.at);
        let mut reasons: Vec<SkipReason> = Vec::new();
        for reason in cause.events.iter().filter_map(|event| event.skipped).chain(row.skipped) {
            let is_delivery = cause.deliveries.iter().any(|it| it.skipped == Some(reason));
            if !reasons.contains(&reason) && !is_delivery {
                reasons.push(reason);
            }
        }
        for reason in &reasons {
            self.not_sent(*reason, kept_at, None, None);
        }
        if reasons.is_empty() && cause.deliveries.is_empty() {
            let sentence = Sentence::new("journey-acted-on", Tone::Good, about(row).0);
            self.steps.push(self.step(StepKind::NotSent, StepState::Good, sentence, Some(kept_at)));
        }
    }

    fn not_sent(&mut self, reason: SkipReason, at: u64, to: Option<u32>, delivery: Option<&DeliveryView>) {
        let name = serde_json::to_value(reason)
            .ok()
            .and_then(|name| name.as_str().map(str::to_owned))
            .unwrap_or_default();
        let words = strings::text(&format!("skip-{}", strings::kebab(&name)), &Default::default());
        let host = delivery.map_or_else(String::new, |it| super::super::sentences::host(&it.url));
        let params = Params::default()
            .set("hasHost", u8::from(!host.is_empty()))
            .set("host", host)
            .set("skip", name)
            .set("reason", words);
        let sentence = Sentence::new("journey-not-sent", Tone::Neutral, params.0);
        let step = self.step(StepKind::NotSent, StepState::Neutral, sentence, Some(at));
        let to = to.unwrap_or(self.lanes.relay);
        self.steps.push(JourneyStep { to, delivery: delivery.map(|it| it.id), ..step });
    }

    /// The tries of a delivery, what went by between them, what was said of it, and how it goes on.
    fn delivery(&mut self, delivery: &DeliveryView, turns: &[Turn]) {
        let lane = self.lanes.of(delivery);
        let mut ended = self.offset(delivery.created_at);
        let (mut number, mut failed) = (1, false);
        let mut again = turns.iter().filter(|turn| turn.says == Says::SentAgain).peekable();
        for attempt in &delivery.attempts {
            while let Some(turn) = again.next_if(|turn| turn.at <= attempt.at) {
                ended = self.sent_again(delivery.id, turn).max(ended);
                failed = false;
            }
            let start = self.offset(attempt.at);
            self.wait(delivery.id, ended, start, failed);
            self.tried(delivery, attempt, number, lane);
            ended = start + attempt.timings.total_us;
            failed = attempt.error.is_some();
            number += u32::from(failed || attempt.step.is_none());
        }
        for turn in again {
            ended = self.sent_again(delivery.id, turn).max(ended);
        }
        for turn in turns {
            ended = match turn.says {
                Says::SentAgain => continue,
                Says::LeftOut => self.left_out(delivery.id, turn),
                Says::Delivered | Says::Read | Says::Failed => self.word(delivery, turn, lane),
            }
            .max(ended);
        }
        self.goes_on(delivery, ended, lane);
    }

    fn sent_again(&mut self, delivery: DeliveryId, turn: &Turn) -> u64 {
        let at = self.offset(turn.at);
        let sentence = Sentence::new("journey-sent-again", Tone::Neutral, Params::default().0);
        let step = self.step(StepKind::SentAgain, StepState::Neutral, sentence, Some(at));
        self.steps.push(JourneyStep { delivery: Some(delivery), ..step });
        at
    }

    fn left_out(&mut self, delivery: DeliveryId, turn: &Turn) -> u64 {
        let at = self.offset(turn.at);
        let sentence = Sentence::new("journey-left-out", Tone::Neutral, Params::default().0);
        let step = self.step(StepKind::GivenUp, StepState::Neutral, sentence, Some(at));
        self.steps.push(JourneyStep { delivery: Some(delivery), ..step });
        at
    }

    fn wait(&mut self, delivery: DeliveryId, from: u64, until: u64, failed: bool) {
        let took_us = until.saturating_sub(from);
        if took_us < WAIT_US {
            return;
        }
        let key = if failed { "journey-wait-next" } else { "journey-wait" };
        let sentence = Sentence::new(key, Tone::Neutral, Params::default().took(took_us).0);
        let step = self.step(StepKind::Wait, StepState::Neutral, sentence, Some(from));
        self.steps.push(JourneyStep { took_us, delivery: Some(delivery), ..step });
    }

    fn tried(&mut self, delivery: &DeliveryView, attempt: &AttemptView, number: u32, lane: u32) {
        let is_report = delivery.destination == DestinationKind::WriteBack;
        let kind = if is_report { StepKind::Report } else { StepKind::Try };
        let state = if attempt.error.is_some() { StepState::Bad } else { StepState::Good };
        let sentence = words::tried(delivery, attempt, number, self.brand(Some(delivery.channel)));
        let took_us = attempt.timings.total_us;
        let limit = words::limit("", took_us, (self.limit)(delivery.channel, delivery.destination));
        let step = self.step(kind, state, sentence, Some(self.offset(attempt.at)));
        self.steps.push(JourneyStep {
            to: lane,
            took_us,
            limit,
            slow: took_us >= SLOW_TRY_US,
            error: attempt.error.clone(),
            timings: Some(attempt.timings),
            exchange: Some(attempt.exchange),
            delivery: Some(delivery.id),
            ..step
        });
    }

    /// What its platform said became of it.
    fn word(&mut self, delivery: &DeliveryView, turn: &Turn, lane: u32) -> u64 {
        let (key, tone, state) = match turn.says {
            Says::Read => ("journey-word-read", Tone::Good, StepState::Good),
            Says::Failed => ("journey-word-failed", Tone::Bad, StepState::Bad),
            Says::Delivered | Says::SentAgain | Says::LeftOut => {
                ("journey-word-delivered", Tone::Good, StepState::Good)
            }
        };
        let at = self.offset(turn.at);
        let sentence = words::standing(key, tone, delivery, self.brand(Some(delivery.channel)), None);
        let step = self.step(StepKind::Word, state, sentence, Some(at));
        let (from, to) = (lane, self.lanes.relay);
        self.steps.push(JourneyStep {
            from,
            to,
            exchange: turn.exchange,
            delivery: Some(delivery.id),
            ..step
        });
        at
    }

    /// How it stands: given up, to be tried again, held, or waiting for a word.
    fn goes_on(&mut self, delivery: &DeliveryView, ended: u64, lane: u32) {
        use {StepKind as Kind, StepState as Step};
        let brand = self.brand(Some(delivery.channel));
        let said = |key, tone| words::standing(key, tone, delivery, brand, delivery.error.as_ref());
        let (kind, state, at, sentence) = match delivery.state {
            State::Delivered | State::Read | State::Refused => return,
            State::Skipped => {
                let Some(reason) = delivery.skipped else { return };
                return self.not_sent(reason, ended, Some(lane), Some(delivery));
            }
            State::Failed => {
                let params = Params::default().set("made", tries(delivery)).problem(delivery.error.as_ref());
                let sentence = Sentence::new("journey-given-up", Tone::Bad, params.0);
                (Kind::GivenUp, Step::Bad, Some(ended), sentence)
            }
            State::Retrying => return self.next(delivery, lane),
            State::Sending => (Kind::Pending, Step::Future, None, said("journey-sending", Tone::Neutral)),
            State::Received => (Kind::Pending, Step::Future, None, said("journey-its-turn", Tone::Neutral)),
            State::OnHold => (Kind::Pending, Step::Future, None, said("journey-on-hold", Tone::Warning)),
            State::WaitingForPlatform => {
                (Kind::Pending, Step::Future, None, said("journey-waiting", Tone::Neutral))
            }
            State::Accepted => (Kind::Missing, Step::Missing, None, said("journey-no-word", Tone::Neutral)),
            State::Unknown => (Kind::Missing, Step::Missing, None, said("journey-unknown", Tone::Warning)),
        };
        let back = kind == Kind::Missing;
        let relay = self.lanes.relay;
        let (from, to) = if back { (lane, relay) } else { (relay, lane) };
        let to = if kind == Kind::GivenUp { relay } else { to };
        let step = self.step(kind, state, sentence, at);
        let error = delivery.error.clone();
        self.steps.push(JourneyStep { from, to, error, delivery: Some(delivery.id), ..step });
    }

    /// The try that is to come.
    fn next(&mut self, delivery: &DeliveryView, lane: u32) {
        let Some(retry) = delivery.retry else { return };
        let params = Params::default().set("try", retry.made.saturating_add(1)).set("of", retry.of);
        let (key, at, params) = match retry.next {
            Some(at) => (
                "journey-next",
                Some(self.offset(at)),
                params.set("next", super::super::sentences::utc(at)).set("nextAt", at.0),
            ),
            None => ("journey-next-soon", None, params),
        };
        let step =
            self.step(StepKind::Next, StepState::Future, Sentence::new(key, Tone::Neutral, params.0), at);
        self.steps.push(JourneyStep { to: lane, delivery: Some(delivery.id), ..step });
    }

    /// A Chatwoot is told what became of its operators' messages: while that has not happened, it is due or cannot be.
    fn tell_due(&mut self) {
        let cause = self.cause;
        let Some(channel) = self.channel(cause.row.channel) else { return };
        let is_told = cause.deliveries.iter().any(|it| it.destination == DestinationKind::WriteBack);
        let own: Vec<_> = cause
            .deliveries
            .iter()
            .filter(|it| it.destination == DestinationKind::Endpoint && it.channel == channel.id)
            .filter(|it| it.kind == EventKind::MessageSent && it.state != State::Skipped)
            .collect();
        let by_platform = matches!(cause.row.source, Source::Platform | Source::CatchUp);
        let tells = matches!(channel.options, Options::Chatwoot(_)) && by_platform;
        let (Some(first), false, true) = (own.first(), is_told, tells) else { return };
        let open = own.iter().any(|it| it.state.is_open());
        let (key, kind, state) = match (write::base(channel).is_some(), open) {
            // Nothing went wrong: the channel was set up so.
            (false, _) => ("journey-tell-impossible", StepKind::NotSent, StepState::Neutral),
            (true, true) => ("journey-tell-due", StepKind::Missing, StepState::Future),
            // It knows already what became of this message.
            (true, false) => return,
        };
        let sentence = words::standing(key, Tone::Neutral, first, channel.brand(), None);
        let to = self.lanes.back(cause.row.channel);
        let step = self.step(kind, state, sentence, None);
        self.steps.push(JourneyStep { to, ..step });
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
