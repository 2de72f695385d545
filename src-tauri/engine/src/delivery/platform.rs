//! A try at a platform: as many calls as it takes, each kept with how far the delivery has come, so that whatever ends a try in the
//! middle, the next one goes on from there.
//!
//! What is said and what follows from an answer is the platform's own ([`platforms::write`]); here it is sent, paced and kept. Before a call
//! that must not be made twice is begun, its delivery is noted as unsure: when the try breaks off before its outcome was kept, and when
//! the program did, the platform is told so and looks first.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::attempt::{Calling, Done, Sending, Shared, kept_answer, random};
use super::client::{Address, Call as Request, Called, Outgoing, PLATFORM_ANSWER_LIMIT};
use super::form::Form;
use super::pace::Place;
use super::schedule::{self, Outcome, Past};
use super::tell;
use crate::domain::{Code, Learned, Mode, Timestamp};
use crate::engine::Engine;
use crate::error::Result;
use crate::intake::{self, catch_up};
use crate::platforms::write::{
    self, Body, Call, Done as Ended, FileAt, Heard, Next, Progress, Step, Task, Taught,
};
use crate::schema::Settings;
use crate::store::{FilePlace, Headers, Job, Settled, StoredFile, Tried, Verdict};

/// How long a message waits for its files before it is looked at again. It is due at once when they are there.
const FILES_PAUSE_MS: i64 = 2_000;

/// The longest a try waits for its turn at the platform; a longer wait is not spent in memory.
const LONGEST_TURN: Duration = Duration::from_secs(15);

/// Calls of one try. A platform that looks for a message in a long conversation makes many; whatever goes beyond goes in circles, but for a
/// whole conversation: that goes on in the next try.
const MOST_CALLS: usize = 300;

/// A large file may take longer than any answer: a second more for so many bytes.
const BYTES_A_SECOND: u64 = 128 * 1024;

/// A try under way.
struct Trying<'a> {
    shared: &'a Shared,
    job: Job,
    files: Vec<FileAt>,
    sending: Sending,
    probe: bool,
    /// The request under way, as the lanes count them.
    calling: Option<Calling>,
}

/// A call, ready to be made.
struct Prepared {
    headers: Headers,
    body: Outgoing,
    /// What is kept of it.
    shown: Bytes,
    limit: Duration,
}

impl Shared {
    /// Makes one try at a platform.
    pub(super) async fn to_platform(
        self: &Arc<Self>,
        calling: Calling,
        job: Job,
        probe: bool,
        sending: Sending,
    ) -> Result<Done> {
        let engine = &self.engine;
        if job.files.iter().any(|file| matches!(file.place, FilePlace::There(_))) {
            let until = engine.clock.now().plus_ms(FILES_PAUSE_MS);
            engine.store.postpone(job.delivery, until).await?;
            return Ok(Done::again(until));
        }
        let files = job.files.iter().map(|file| file_at(engine, file)).collect();
        let trying = Trying { shared: self, job, files, sending, probe, calling: Some(calling) };
        trying.run(self).await
    }
}

impl Trying<'_> {
    async fn run(mut self, shared: &Arc<Shared>) -> Result<Done> {
        let engine = &self.shared.engine;
        let delivery = self.job.delivery;
        let cut_short = self.job.touched_at < engine.started_at() || self.shared.unsure().contains(&delivery);
        let mut step = self.ask(&self.job.progress, None);
        if cut_short && matches!(&step.next, Next::Call(call) if !call.repeatable) {
            step = self.ask(&step.progress, Some(Heard::Interrupted));
        }
        let (mut calls, mut unanswered) = (0, HashMap::new());
        loop {
            let call = match step.next {
                Next::Call(call) => call,
                _ => return self.settle(step).await,
            };
            let address = match self.sending.client.at(&call.url) {
                Ok(address) => address,
                Err(failure) => {
                    return self
                        .settle(Step { next: Next::Barred(failure.code), ..ended(step.progress) })
                        .await;
                }
            };
            if let Some(done) = self.turn(&call, shared).await? {
                return Ok(done);
            }
            let prepared = match self.prepare(&call).await {
                Ok(prepared) => prepared,
                Err(error) => {
                    return self
                        .settle(Step { next: Next::Trouble(error.code, None), ..ended(step.progress) })
                        .await;
                }
            };
            if !call.repeatable {
                self.shared.unsure().insert(delivery);
            }
            let at = engine.clock.now();
            let (headers, shown) = (prepared.headers.clone(), prepared.shown.clone());
            let called = self.call(&call, &address, prepared).await;
            self.calling = None;
            if let Err(failure) = &called.result
                && failure.sent
            {
                unanswered.insert(call.step, failure.code);
            }
            calls += 1;
            step = self.ask(&step.progress, Some(heard(&called)));
            if step.taught.iter().any(|taught| matches!(taught, Taught::Sent(_))) {
                // A part of it is there: what went wrong before is over, and from here on tries are counted anew.
                unanswered.clear();
                (self.job.made, self.job.failing_since) = (0, None);
            }
            if let Next::Call(next) = &step.next {
                let circles = (calls >= MOST_CALLS && self.job.snapshot.is_none()).then_some(Code::Plat02);
                // What got no answer is made again when the schedule says so, and not at once.
                if let Some(code) = unanswered.get(next.step).copied().or(circles) {
                    step.next = Next::Trouble(code, None);
                }
            }
            self.learn(&step.taught).await;

            let now = engine.clock.now();
            let verdict = self.follow(&step.next, now).await;
            let code = code(&step.next).or(called.result.as_ref().err().map(|failure| failure.code));
            let write_backs = self.write_backs(verdict, code);
            let recorded = self
                .shared
                .record(|| Tried {
                    delivery,
                    at,
                    method: call.method.to_string(),
                    url: address.url.clone(),
                    headers: headers.clone(),
                    own: Vec::new(),
                    body: shown.clone(),
                    step: Some(call.step),
                    progress: Some(step.progress.clone()),
                    taught: step.taught.clone(),
                    write_backs: write_backs.clone(),
                    answer: kept_answer(&called),
                    code,
                    certificate: called.result.as_ref().err().and_then(|failure| failure.certificate.clone()),
                    timings: called.timings,
                    verdict,
                })
                .await?;
            self.shared.unsure().remove(&delivery);
            let done = self.shared.done(delivery, code, verdict, recorded, &self.sending.channel);
            if verdict != Verdict::Step {
                return Ok(done);
            }
            if !self.goes_on() || calls >= MOST_CALLS {
                return Ok(Done::look());
            }
            self.calling = Some(Calling::new(Arc::clone(shared)));
        }
    }

    /// What the platform says is next.
    fn ask(&self, progress: &Progress, heard: Option<Heard<'_>>) -> Step {
        let task = Task {
            channel: &self.sending.channel,
            id: self.job.event_id,
            event: &self.job.event,
            known: &self.job.known,
            files: &self.files,
            snapshot: self.job.snapshot.as_deref(),
            state: self.job.state,
            now: self.shared.engine.clock.now(),
        };
        write::write(&task, progress, heard)
    }

    /// Waits until the platform's limits allow the call. Something: they do not for longer than is worth waiting here.
    async fn turn(&mut self, call: &Call, shared: &Arc<Shared>) -> Result<Option<Done>> {
        let engine = &self.shared.engine;
        let place = Place::of(&call.url);
        let Err(wait) = engine.pace().ask(&place, &call.pace) else { return Ok(None) };
        // Others may call meanwhile.
        self.calling = None;
        let stopping = engine.stopping();
        let turn = tokio::select! {
            turn = engine.pace().turn(&place, &call.pace, wait, LONGEST_TURN) => turn,
            () = stopping.cancelled() => return Ok(Some(Done::look())),
        };
        if let Err(wait) = turn {
            let until = engine.clock.now().plus_ms(i64::try_from(wait.as_millis()).unwrap_or(i64::MAX));
            engine.store.postpone(self.job.delivery, until).await?;
            return Ok(Some(Done::again(until)));
        }
        self.calling = Some(Calling::new(Arc::clone(shared)));
        Ok(None)
    }

    async fn prepare(&self, call: &Call) -> Result<Prepared> {
        let mut headers = call.headers.clone();
        let mut limit = Duration::from_millis(self.sending.settings.timeout_ms.max(1));
        let (content_type, body, shown) = match &call.body {
            Body::Empty => (None, Outgoing::empty(), Bytes::new()),
            Body::Json(value) => {
                let body = Bytes::from(value.to_string());
                (Some("application/json".to_owned()), Outgoing::from(body.clone()), body)
            }
            Body::Form { fields, files } => {
                let form = Form::new(fields, files, &self.job.files)?;
                let shown = form.shown();
                let content_type = form.content_type();
                limit += Duration::from_secs(form.size() / BYTES_A_SECOND);
                (Some(content_type), form.stream(&self.shared.engine.files).await?, shown)
            }
        };
        headers.extend(content_type.map(|content_type| ("content-type".to_owned(), content_type)));
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("user-agent")) {
            headers.push(("user-agent".to_owned(), USER_AGENT.to_owned()));
        }
        Ok(Prepared { headers, body, shown, limit })
    }

    async fn call(&self, call: &Call, address: &Address, prepared: Prepared) -> Called {
        let engine = &self.shared.engine;
        let request = Request {
            method: call.method.clone(),
            headers: &prepared.headers,
            body: prepared.body,
            limit: prepared.limit,
            answer_limit: PLATFORM_ANSWER_LIMIT,
        };
        let called = self.sending.client.call(address, request).await;
        let now = engine.clock.now();
        engine.pace().heard(&Place::of(&call.url), &called, now);
        self.shared.told_time(&call.url, &called, now);
        if let Some(since) = engine.gaps().heard(self.sending.channel.id, &called, now) {
            // While it could not be reached from here, neither could this computer from there.
            catch_up::missed_on(engine, &self.sending.channel, since, now);
        }
        called
    }

    /// The verdict, after the destination's breaker took note.
    async fn follow(&self, next: &Next, now: Timestamp) -> Verdict {
        let outcome = outcome(next);
        let past = match outcome {
            // Calls that go on prove as little as a request to slow down: it is their last word that counts.
            _ if matches!(next, Next::Call(_)) => return Verdict::Step,
            Outcome::Trouble(Code::Rate01, _) if !self.probe => self.past(),
            _ => self.shared.note(&self.job, outcome, self.probe, &self.sending, now).await,
        };
        verdict(next, past, &self.sending.settings, now, random())
    }

    /// What was tried before, for a try from which the destination's breaker learns nothing.
    fn past(&self) -> Past {
        Past {
            made: self.job.made,
            failing_since: self.job.failing_since,
            fleeting: self.job.event.kind.is_fleeting(),
            stopped: self.shared.breaker().stopped().is_some(),
        }
    }

    /// Ends the try without a call.
    async fn settle(self, step: Step) -> Result<Done> {
        let engine = &self.shared.engine;
        self.learn(&step.taught).await;
        let now = engine.clock.now();
        let verdict = match &step.next {
            // Nobody was asked, so the destination showed nothing; and asked again, the same would be found.
            Next::Rejected(_) => Verdict::Failed,
            Next::Done(_) | Next::Unknown(_) => {
                verdict(&step.next, self.past(), &self.sending.settings, now, 0.0)
            }
            _ => self.follow(&step.next, now).await,
        };
        let code = code(&step.next);
        let write_backs = self.write_backs(verdict, code);
        let delivery = self.job.delivery;
        let settled = Settled {
            delivery,
            progress: Some(step.progress),
            taught: step.taught,
            write_backs,
            code,
            verdict,
        };
        let recorded = engine.store.settle(settled).await?;
        Ok(self.shared.done(delivery, code, verdict, recorded, &self.sending.channel))
    }

    fn write_backs(&self, verdict: Verdict, code: Option<Code>) -> tell::WriteBacks {
        tell::write_backs(&self.shared.engine, &self.sending.channel, &self.job, verdict, code)
    }

    /// Keeps what was learned about the channel itself.
    async fn learn(&self, taught: &[Taught]) {
        let learned: Vec<Learned> = taught
            .iter()
            .filter_map(|taught| match taught {
                Taught::Channel(learned) => Some(learned.clone()),
                _ => None,
            })
            .collect();
        if let Err(error) = intake::learn(&self.shared.engine, self.sending.channel.id, &learned).await {
            // It will be taught again; what came of the call must be kept all the same.
            tracing::error!(%error, channel = %self.sending.channel.id, "What a platform taught could not be kept.");
        }
    }

    /// Whether the next call may follow at once, by the channel as it is now.
    fn goes_on(&mut self) -> bool {
        let engine = &self.shared.engine;
        let Some(channel) = engine.channel(self.sending.channel.id) else { return false };
        let same = write::base(&channel).is_some_and(|base| base == self.sending.client.target().url);
        let rests = channel.mode != Mode::Active || engine.paused().is_some();
        let goes_on = same && !rests && !engine.stopping().is_cancelled();
        self.sending.channel = channel;
        goes_on
    }
}

/// How this program names itself.
pub(crate) const USER_AGENT: &str = concat!("Switchboard/", env!("CARGO_PKG_VERSION"));

fn ended(progress: Progress) -> Step {
    Step { progress, taught: Vec::new(), next: Next::Done(Ended::Nothing) }
}

fn file_at(engine: &Engine, file: &StoredFile) -> FileAt {
    let (size, here) = match &file.place {
        FilePlace::Here { size, .. } => (*size, true),
        FilePlace::There(_) | FilePlace::Lost(_) => (0, false),
    };
    FileAt {
        id: file.id,
        name: file.name.clone(),
        content_type: file.content_type.clone(),
        size,
        url: if here { engine.file_url(file.id, &file.name).ok() } else { None },
    }
}

fn heard(called: &Called) -> Heard<'_> {
    match &called.result {
        Ok(answer) => Heard::Answer { status: answer.status, headers: &answer.headers, body: &answer.body },
        Err(failure) => {
            tracing::debug!(code = %failure.code, cause = failure.cause, "No answer.");
            if failure.sent { Heard::NoAnswer(failure.code) } else { Heard::NotSent(failure.code) }
        }
    }
}

/// What a platform's word is to the breaker and the schedule.
fn outcome(next: &Next) -> Outcome {
    match next {
        Next::Call(_) | Next::Done(_) => Outcome::Taken,
        Next::Rejected(code) => Outcome::Rejected(*code),
        Next::Trouble(code, wait) => Outcome::Trouble(*code, *wait),
        Next::Unknown(code) => Outcome::Trouble(*code, None),
        Next::Barred(code) => Outcome::Barred(*code),
    }
}

fn code(next: &Next) -> Option<Code> {
    outcome(next).code()
}

fn verdict(next: &Next, past: Past, settings: &Settings, now: Timestamp, random: f64) -> Verdict {
    match next {
        Next::Call(_) => Verdict::Step,
        Next::Done(Ended::Delivered) => Verdict::Delivered,
        Next::Done(Ended::Accepted(silence)) => {
            Verdict::Accepted(silence.map(|silence| now.plus_ms(silence)))
        }
        Next::Done(Ended::Nothing) => Verdict::Nothing,
        Next::Unknown(_) => Verdict::Unknown,
        _ => schedule::verdict(outcome(next), past, settings, now, random),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);
    const FIRST: Past = Past { made: 0, failing_since: None, fleeting: false, stopped: false };

    fn follows(next: &Next, past: Past) -> Verdict {
        verdict(next, past, &Settings::default(), NOW, 0.5)
    }

    #[test]
    fn what_a_platform_says_becomes_what_the_schedule_knows() {
        let soon = Verdict::Again(NOW.plus_ms(5_000));
        let table = [
            (Next::Done(Ended::Delivered), Verdict::Delivered),
            (Next::Done(Ended::Accepted(None)), Verdict::Accepted(None)),
            (Next::Done(Ended::Accepted(Some(60_000))), Verdict::Accepted(Some(NOW.plus_ms(60_000)))),
            (Next::Done(Ended::Nothing), Verdict::Nothing),
            (Next::Rejected(Code::Plat01), soon),
            (Next::Trouble(Code::Plat02, None), soon),
            (Next::Trouble(Code::Rate01, Some(60_000)), Verdict::Again(NOW.plus_ms(60_000))),
            (Next::Barred(Code::Auth01), Verdict::Held),
            (Next::Unknown(Code::Net06), Verdict::Unknown),
        ];
        for (next, expected) in table {
            assert_eq!(follows(&next, FIRST), expected, "{next:?}");
        }
        let last = Past { made: 2, failing_since: Some(NOW), ..FIRST };
        assert_eq!(follows(&Next::Rejected(Code::Plat01), last), Verdict::Failed);
        let typing = Past { fleeting: true, ..FIRST };
        assert_eq!(follows(&Next::Trouble(Code::Plat02, None), typing), Verdict::Stale);
    }

    #[test]
    fn only_a_failure_has_a_code() {
        assert_eq!(code(&Next::Done(Ended::Delivered)), None);
        assert_eq!(code(&Next::Unknown(Code::Net06)), Some(Code::Net06));
        assert_eq!(code(&Next::Barred(Code::Auth01)), Some(Code::Auth01));
    }
}
