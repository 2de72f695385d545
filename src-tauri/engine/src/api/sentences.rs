//! What screens say in whole sentences. Pure: facts in, a key of the strings catalogue with what fills it out.
//!
//! Besides what the sentences show, `params` carry what other languages word anew: `kind` for `what`, `code` for `problem`, `skip` for
//! `reason`, `step` for `call`, `nextAt` (UTC ms) for `next`.

use std::collections::BTreeMap;

use crate::domain::validate::Note;
use crate::domain::{Channel, ChannelId, EventKind, SkipReason, State, Timestamp, address};
use crate::error::Error;
pub(super) use crate::error::error_at;
use crate::schema::*;
use crate::strings;

/// Notes of a form as sentences.
pub(super) fn noted(notes: &[Note]) -> Vec<Sentence> {
    notes
        .iter()
        .map(|note| {
            let tone = if note.key.starts_with("error-") { Tone::Warning } else { Tone::Neutral };
            Sentence::new(note.key, tone, note.params.clone())
        })
        .collect()
}

/// The blanks of one sentence.
#[derive(Default)]
pub(super) struct Params(pub(super) BTreeMap<String, String>);

impl Params {
    pub(super) fn set(mut self, name: &str, value: impl ToString) -> Self {
        self.0.insert(name.to_owned(), value.to_string());
        self
    }

    pub(super) fn problem(self, error: Option<&Error>) -> Self {
        match error {
            Some(error) => {
                // What other languages need to word the same error.
                let params = error.params.iter().fold(self, |params, (name, value)| params.set(name, value));
                params.set("code", error.code).set("problem", error.message.trim_end_matches('.'))
            }
            // Zero stands for none in the catalogue's choices.
            None => self.set("code", "").set("problem", 0),
        }
    }
}

// ---- Home

/// What Home's sentence is made from.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Why the relay does not listen.
    pub(super) relay: Option<Error>,
    /// Why it still listens at another address than it is to.
    pub(super) stays: Option<Error>,
    /// Why what comes in cannot be kept.
    pub(super) turned_away: Option<Error>,
    pub(super) key: Option<Error>,
    pub(super) channels: Vec<Standing>,
    pub(super) today: TodayCounts,
    pub(super) waiting: u64,
    pub(super) paused: Option<Pause>,
    /// What is wrong with neither a channel nor the relay or the key.
    pub(super) other: Option<Other>,
}

/// Something wrong that is no channel's.
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) error: Error,
    /// Somebody knows of it.
    pub(super) known: bool,
}

/// One channel in the picture.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) name: String,
    pub(super) state: ChannelState,
    /// Problems that are not solved, and those of them that nobody knows of.
    pub(super) problems: u64,
    pub(super) unknown: u64,
    /// Why its endpoint gets nothing.
    pub(super) stopped: Option<Error>,
}

impl Picture {
    pub(super) fn counts(&self) -> ChannelCounts {
        let mut counts = ChannelCounts::default();
        for channel in &self.channels {
            counts.total += 1;
            match channel.state {
                ChannelState::Waiting | ChannelState::Working => counts.working += 1,
                ChannelState::Problems => {
                    counts.working += 1;
                    counts.troubled += 1;
                }
                ChannelState::Failing | ChannelState::Disconnected => counts.troubled += 1,
                ChannelState::Paused | ChannelState::Off => counts.resting += 1,
            }
        }
        counts
    }

    /// The same in a word: "working" only while nothing fails.
    pub(super) fn sign(&self) -> Sign {
        let counts = self.counts();
        if self.key.is_some() || self.relay.is_some() {
            return Sign::Stopped;
        }
        if self.turned_away.is_some() {
            return Sign::Problem;
        }
        if self.paused.is_some() || (counts.total > 0 && counts.resting == counts.total) {
            return Sign::Paused;
        }
        // That somebody knows of it does not mend it.
        match self.sentence().tone {
            Tone::Good | Tone::Neutral if counts.troubled == 0 && self.other.is_none() => Sign::Working,
            _ => Sign::Problem,
        }
    }

    /// The one true sentence: the worst that is true, and good only when nothing fails.
    pub(super) fn sentence(&self) -> Sentence {
        let counts = self.counts();
        let params = || {
            Params::default()
                .set("channels", counts.total)
                .set("working", counts.working)
                .set("troubled", counts.troubled)
                .set("resting", counts.resting)
                .set("received", self.today.received)
                .set("delivered", self.today.delivered)
                .set("failed", self.today.failed)
                .set("waiting", self.waiting)
        };
        if let Some(error) = &self.key {
            return Sentence::new("status-key", Tone::Bad, params().problem(Some(error)).0);
        }
        if let Some(error) = &self.relay {
            return Sentence::new("status-relay", Tone::Bad, params().problem(Some(error)).0);
        }
        if let Some(error) = &self.turned_away {
            return Sentence::new("status-turned-away", Tone::Bad, params().problem(Some(error)).0);
        }
        if let Some(pause) = self.paused {
            return match pause.until {
                Some(at) => {
                    let params = params().set("next", utc(at)).set("nextAt", at.0);
                    Sentence::new("status-paused-until", Tone::Neutral, params.0)
                }
                None => Sentence::new("status-paused", Tone::Neutral, params().0),
            };
        }
        let stays = || {
            let error = self.stays.as_ref()?;
            Some(Sentence::new("status-relay-stays", Tone::Warning, params().problem(Some(error)).0))
        };
        if counts.total == 0 {
            return stays().unwrap_or_else(|| Sentence::new("status-empty", Tone::Neutral, params().0));
        }
        let worst = self
            .channels
            .iter()
            .filter(|channel| badness(channel.state) > 0)
            .max_by_key(|it| (badness(it.state), it.unknown, it.problems));
        let other = |known: bool| self.other.as_ref().filter(|other| other.known == known);
        if let Some(worst) = worst.filter(|worst| !worst.is_known()) {
            return troubled(worst, params());
        }
        if let Some(sentence) = stays() {
            return sentence;
        }
        if let Some(Other { error, .. }) = other(false) {
            return Sentence::new("status-problem", Tone::Warning, params().problem(Some(error)).0);
        }
        if let Some(worst) = worst {
            return troubled(worst, params());
        }
        if let Some(Other { error, .. }) = other(true) {
            return Sentence::new("status-problem-known", Tone::Neutral, params().problem(Some(error)).0);
        }
        if counts.resting == counts.total {
            return Sentence::new("status-resting", Tone::Neutral, params().0);
        }
        if self.today.failed > 0 {
            return Sentence::new("status-failed-today", Tone::Warning, params().0);
        }
        if self.channels.iter().all(|channel| channel.state != ChannelState::Working) {
            return Sentence::new("status-waiting", Tone::Neutral, params().0);
        }
        let all =
            self.waiting == 0 && self.today.delivered > 0 && self.today.delivered >= self.today.received;
        Sentence::new(if all { "status-all-delivered" } else { "status-working" }, Tone::Good, params().0)
    }
}

impl Standing {
    /// What is wrong with it, somebody knows, and it is no worse than that.
    fn is_known(&self) -> bool {
        self.state == ChannelState::Problems && self.unknown == 0 && self.problems > 0
    }
}

fn badness(state: ChannelState) -> u8 {
    match state {
        ChannelState::Problems => 1,
        ChannelState::Disconnected => 2,
        ChannelState::Failing => 3,
        ChannelState::Waiting | ChannelState::Working | ChannelState::Paused | ChannelState::Off => 0,
    }
}

fn troubled(worst: &Standing, params: Params) -> Sentence {
    let params = params.set("name", &worst.name).set("problems", worst.problems);
    let (key, tone) = match (worst.state, &worst.stopped) {
        (ChannelState::Failing, Some(error)) => {
            return Sentence::new("status-stopped", Tone::Bad, params.problem(Some(error)).0);
        }
        (ChannelState::Failing, None) => ("status-failing", Tone::Bad),
        (ChannelState::Disconnected, _) => ("status-disconnected", Tone::Bad),
        _ if worst.is_known() => ("status-problems-known", Tone::Neutral),
        _ => ("status-problems", Tone::Warning),
    };
    Sentence::new(key, tone, params.0)
}

// ---- an exchange

/// A destination that gets nothing at the moment, and why.
#[derive(Debug)]
pub(super) struct Stopped {
    pub(super) channel: ChannelId,
    pub(super) kind: DestinationKind,
    pub(super) error: Error,
}

/// What became of an exchange: what came, where it went, how it goes on. `channel` is its channel, none where no channel has it; `stopped`
/// has at least the stopped ones of the destinations it is owed to.
pub(super) fn exchange(detail: &ExchangeDetail, channel: Option<&Channel>, stopped: &[Stopped]) -> Sentence {
    let row = &detail.row;
    let params = about(row).set("channel", channel.map_or("", |channel| &channel.name));
    match row.direction {
        Direction::In if row.channel.is_none() => {
            Sentence::new("exchange-unclaimed", Tone::Warning, params.0)
        }
        Direction::In if detail.can_process || row.result == State::Refused => kept(detail, params),
        Direction::In => taken(detail, stopped, params),
        Direction::Out => sent(detail, channel, params),
    }
}

pub(super) fn about(row: &ExchangeRow) -> Params {
    let what = row.kind.map_or_else(|| row.platform_name.clone(), event_title);
    Params::default()
        .set("source", source(row.source))
        .set("kind", row.kind.map_or("", EventKind::name))
        .set(
            "what",
            if what.is_empty() { strings::text("exchange-something", &BTreeMap::new()) } else { what },
        )
        .set("who", &row.who)
        .set("hasWho", u8::from(!row.who.is_empty()))
        .set("status", row.status.unwrap_or(0))
}

pub(super) fn step_title(step: &str) -> String {
    let key = format!("step-{}", step.replace('.', "-"));
    let title = strings::text(&key, &BTreeMap::new());
    if title == key { step.to_owned() } else { title }
}

/// Who it came from, as the catalogue writes it.
fn source(source: Source) -> &'static str {
    match source {
        Source::Platform | Source::File => "platform",
        Source::Endpoint => "endpoint",
        Source::Screen => "screen",
        Source::CatchUp => "catch-up",
        Source::Practice => "practice",
    }
}

fn event_title(kind: EventKind) -> String {
    strings::text(&format!("event-{}", kind.name().replace(['.', '_'], "-")), &BTreeMap::new())
}

/// A request that was not acted on.
fn kept(detail: &ExchangeDetail, params: Params) -> Sentence {
    let error = detail.row.code.map(Error::new);
    let params = params.problem(error.as_ref());
    let answered_well = detail.row.status.is_some_and(|status| status < 300);
    let (key, tone) = match (detail.can_process, answered_well) {
        (true, true) => ("exchange-quarantined", Tone::Warning),
        (true, false) => ("exchange-refused-kept", Tone::Bad),
        (false, _) => ("exchange-refused", Tone::Bad),
    };
    Sentence::new(key, tone, params.0)
}

/// A request that was taken: the worst of what it caused is what is said.
fn taken(detail: &ExchangeDetail, stopped: &[Stopped], params: Params) -> Sentence {
    let owed: Vec<_> = detail.deliveries.iter().filter(|it| it.state != State::Skipped).collect();
    // What a platform is told of its own message is another matter, unless it is all there is.
    let is_report = |it: &&&DeliveryView| it.destination == DestinationKind::WriteBack;
    let matters: Vec<_> = match owed.iter().any(|it| !is_report(&it)) {
        true => owed.iter().filter(|it| !is_report(it)).copied().collect(),
        false => owed,
    };
    let Some(delivery) = matters.iter().max_by_key(|it| it.state.rank()) else {
        let skip = detail.row.skipped.or_else(|| detail.events.iter().find_map(|event| event.skipped));
        return not_sent(skip, params);
    };
    // What is on hold waits for its destination, whatever its last try brought; without one that is stopped, for its paused channel.
    let holder = stopped.iter().find(|it| (it.channel, it.kind) == (delivery.channel, delivery.destination));
    let error = match delivery.state {
        State::OnHold => holder.map(|it| &it.error),
        _ => delivery.error.as_ref(),
    };
    let params = params.problem(error).set("host", host(&delivery.url)).set("count", matters.len());
    let tries = delivery.retry.map_or(0, |retry| retry.made).max(tries(delivery));
    let params = params.set("made", tries);
    going_on(delivery.state, delivery.retry, params)
}

/// How often it was tried, as far as the tries are known. A try at a platform is several calls, and ends with the one that went wrong.
pub(super) fn tries(delivery: &DeliveryView) -> u32 {
    let ended = |attempt: &&AttemptView| attempt.step.is_none() || attempt.error.is_some();
    u32::try_from(delivery.attempts.iter().filter(ended).count()).unwrap_or(u32::MAX)
}

fn not_sent(skip: Option<SkipReason>, params: Params) -> Sentence {
    let Some(skip) = skip else { return Sentence::new("exchange-acted-on", Tone::Good, params.0) };
    let name =
        serde_json::to_value(skip).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
    let reason = strings::text(&format!("skip-{}", strings::kebab(&name)), &BTreeMap::new());
    Sentence::new("exchange-skipped", Tone::Neutral, params.set("skip", name).set("reason", reason).0)
}

/// The state of what is owed, as the end of the sentence about what came.
fn going_on(state: State, retry: Option<Retry>, params: Params) -> Sentence {
    let next = retry.and_then(|retry| retry.next);
    let params = match retry {
        Some(retry) => params.set("of", retry.of).set("try", retry.made.saturating_add(1)),
        None => params.set("of", 0).set("try", 0),
    };
    let params = match next {
        Some(at) => params.set("next", utc(at)).set("nextAt", at.0),
        None => params.set("next", ""),
    };
    let (key, tone) = match state {
        State::Delivered => ("exchange-delivered", Tone::Good),
        State::Read => ("exchange-read", Tone::Good),
        State::Accepted => ("exchange-accepted", Tone::Good),
        State::Received | State::Sending => ("exchange-under-way", Tone::Neutral),
        State::Retrying if next.is_some() => ("exchange-retrying", Tone::Warning),
        State::Retrying => ("exchange-retrying-soon", Tone::Warning),
        State::Failed | State::Refused => ("exchange-failed", Tone::Bad),
        State::OnHold => ("exchange-on-hold", Tone::Warning),
        State::WaitingForPlatform => ("exchange-waiting-for-platform", Tone::Neutral),
        State::Unknown => ("exchange-unknown", Tone::Warning),
        State::Skipped => ("exchange-acted-on", Tone::Neutral),
    };
    Sentence::new(key, tone, params.0)
}

/// One try of ours, or one call of it: what it brought, and what follows where something does.
fn sent(detail: &ExchangeDetail, channel: Option<&Channel>, params: Params) -> Sentence {
    let row = &detail.row;
    // A call to a platform says what it was for; to an endpoint there is only one thing to send.
    let (sent, retrying, refused) = match &row.step {
        Some(_) => ("exchange-call", "exchange-call-retrying", "exchange-call-refused"),
        None => ("exchange-sent", "exchange-sent-retrying", "exchange-sent-refused"),
    };
    let delivery = detail.deliveries.first();
    let own = delivery.and_then(|it| it.attempts.iter().find(|attempt| attempt.exchange == row.id));
    let error = own.and_then(|attempt| attempt.error.clone()).or_else(|| {
        row.code.map(|code| error_at(code, channel, &detail.url, row.status, row.took_us / 1_000))
    });
    let params = params
        .set("step", row.step.as_deref().unwrap_or_default())
        .set("call", row.step.as_deref().map_or_else(String::new, step_title))
        .set("host", host(&detail.url))
        .set("number", own.map_or(1, |attempt| attempt.number))
        .set("ms", row.took_us.div_ceil(1_000))
        .problem(error.as_ref());
    if error.is_none() {
        return Sentence::new(sent, Tone::Good, params.0);
    }
    let next = delivery
        .filter(|it| it.state == State::Retrying)
        .and_then(|it| it.retry)
        .and_then(|retry| retry.next);
    match next {
        Some(at) => {
            let params = params.set("next", utc(at)).set("nextAt", at.0);
            Sentence::new(retrying, Tone::Warning, params.0)
        }
        None => Sentence::new(refused, Tone::Bad, params.0),
    }
}

/// The host of an address, with its port where that is not the usual one; the address itself where it has none.
pub(super) fn host(address: &str) -> String {
    address::host(address).unwrap_or_else(|| address.to_owned())
}

pub(super) fn utc(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0)
        .map_or_else(|_| String::new(), |at| at.strftime("%F %T UTC").to_string())
}

/// Fills the blanks of a delivery's errors, which the store knows by their codes alone.
pub(super) fn fill(delivery: &mut DeliveryView, channel: Option<&Channel>, limit_ms: u64) {
    for attempt in &mut delivery.attempts {
        if let Some(error) = &mut attempt.error {
            *error = error_at(error.code, channel, &delivery.url, attempt.status, limit_ms);
        }
    }
    if let Some(error) = &mut delivery.error {
        let last = delivery.attempts.last().and_then(|attempt| attempt.status);
        *error = error_at(error.code, channel, &delivery.url, last, limit_ms);
    }
}

#[cfg(test)]
#[path = "sentences_tests.rs"]
pub(crate) mod tests;
