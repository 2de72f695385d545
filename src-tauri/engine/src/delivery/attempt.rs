//! One try at one delivery: taken out of the store, sent, judged, recorded.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::{HeaderMap, Method, header};
use tokio::sync::Notify;

use super::breaker::{Breaker, Change, Stop};
use super::client::{Called, Client};
use super::format::{self, Prepared};
use super::schedule::{self, FLEETING_MS, Outcome, Past};
use crate::domain::{Channel, DestinationId, Timestamp};
use crate::engine::Engine;
use crate::error::Result;
use crate::events::{DeliveryChanged, DestinationOpened, DestinationStopped};
use crate::schema::Settings;
use crate::store::{Due, Headers, Job, Recorded, Tried, Verdict};

/// How long a try waits before it asks the store again to keep what it did.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// What the tries of one destination share.
#[derive(Debug)]
pub(crate) struct Shared {
    /// Everything else.
    pub engine: Arc<Engine>,
    /// The destination.
    pub destination: DestinationId,
    /// Its breaker. Locked for moments only.
    pub breaker: Mutex<Breaker>,
    /// Requests waiting for their answer. What came back is written down beside the next ones: a commit takes longer than a call on
    /// this computer, and many fit into one.
    pub calling: AtomicUsize,
    /// Told when one of them ended.
    pub answered: Notify,
}

/// What a try leaves for its lane.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// The next delivery of the lane, due at once.
    pub next: Option<Due>,
    /// When this one is due again, if it is.
    pub again: Option<Timestamp>,
    /// It was not there to be tried: what the lane holds must be read again.
    pub look: bool,
}

/// One of the requests under way, until it is dropped.
pub(crate) struct Calling(Arc<Shared>);

impl Calling {
    /// One more.
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        shared.calling.fetch_add(1, Ordering::Relaxed);
        Self(shared)
    }
}

impl Drop for Calling {
    fn drop(&mut self) {
        self.0.calling.fetch_sub(1, Ordering::Relaxed);
        self.0.answered.notify_one();
    }
}

impl Shared {
    pub(crate) fn breaker(&self) -> std::sync::MutexGuard<'_, Breaker> {
        self.breaker.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes one try. `probe` says that the destination is stopped and this is to find out whether it still must be.
    pub(crate) async fn attempt(
        self: Arc<Self>,
        calling: Calling,
        due: Due,
        probe: bool,
        client: Arc<Client>,
        channel: Arc<Channel>,
        settings: Arc<Settings>,
    ) -> Result<Done> {
        let engine = &self.engine;
        let Some(job) = engine.store.job(due.delivery).await? else {
            return Ok(Done { look: true, ..Done::default() });
        };
        let now = engine.clock.now();
        if job.due > now {
            // Said to be due by a notice older than its last try.
            return Ok(Done { again: Some(job.due), ..Done::default() });
        }
        let fleeting = job.event.kind.is_fleeting();
        if fleeting && now.since(job.created_at) > FLEETING_MS {
            let recorded = engine.store.skip_stale(job.delivery).await?;
            let next = recorded.next;
            DeliveryChanged { channel: channel.id, delivery: job.delivery, code: None, rows: recorded.rows }
                .emit(&engine.bus);
            return Ok(Done { next, ..Done::default() });
        }
        let prepared = format::prepare(&channel, &job, now, &|id, name| engine.file_url(id, name).ok());
        let limit = channel.endpoint.timeout_ms.map_or(settings.timeout_ms, u64::from);
        let limit = Duration::from_millis(limit.max(1));
        let called = client.call(Method::POST, &prepared.headers, prepared.body.clone(), limit).await;
        drop(calling);

        let ended = engine.clock.now();
        let outcome = outcome(&called, ended);
        let (change, stopped) = {
            let mut breaker = self.breaker();
            let change = breaker.note(outcome, probe, &settings, ended);
            (change, breaker.stopped().is_some())
        };
        let past = Past { made: job.made, failing_since: job.failing_since, fleeting, stopped };
        let verdict = schedule::verdict(outcome, past, &settings, ended, random());
        self.changed(change, &channel).await?;
        let recorded = self.record(&job, &client, &prepared, &called, outcome, now, verdict).await?;
        let again = match verdict {
            Verdict::Again(at) | Verdict::Beside(at) => Some(at),
            _ => None,
        };
        let next = recorded.next;
        DeliveryChanged {
            channel: channel.id,
            delivery: job.delivery,
            code: outcome.code(),
            rows: recorded.rows,
        }
        .emit(&engine.bus);
        Ok(Done { next, again, look: false })
    }

    /// Keeps a try. What was sent cannot be unsent, so it goes on asking until the store takes it: sending it again instead would send
    /// the same message every second for as long as a disk is full.
    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one record, named where they are put together"
    )]
    async fn record(
        &self,
        job: &Job,
        client: &Client,
        prepared: &Prepared,
        called: &Called,
        outcome: Outcome,
        at: Timestamp,
        verdict: Verdict,
    ) -> Result<Recorded> {
        loop {
            let answer = called.result.as_ref().ok().map(|answer| {
                (answer.status.as_u16(), readable(&answer.headers), answer.body.clone(), answer.truncated)
            });
            let tried = Tried {
                delivery: job.delivery,
                at,
                method: "POST".to_owned(),
                url: client.url().to_owned(),
                headers: prepared.headers.clone(),
                body: prepared.body.clone(),
                step: None,
                progress: None,
                taught: Vec::new(),
                write_backs: Vec::new(),
                answer,
                code: outcome.code(),
                certificate: called.result.as_ref().err().and_then(|failure| failure.certificate.clone()),
                timings: called.timings,
                verdict,
            };
            match self.engine.store.record(tried).await {
                Ok(recorded) => return Ok(recorded),
                Err(error) if self.engine.stopping().is_cancelled() => return Err(error),
                Err(error) => tracing::error!(%error, delivery = %job.delivery, "A try could not be kept."),
            }
            tokio::time::sleep(STORE_PAUSE).await;
        }
    }

    async fn changed(&self, change: Change, channel: &Channel) -> Result<()> {
        let engine = &self.engine;
        match change {
            Change::None => {}
            Change::Stopped(Stop { code, probe_at }) => {
                engine.store.set_stopped(self.destination, Some(code), Some(probe_at)).await?;
                DestinationStopped { channel: channel.id, destination: self.destination, code }
                    .emit(&engine.bus);
            }
            Change::Opened => {
                engine.store.set_stopped(self.destination, None, None).await?;
                DestinationOpened { channel: channel.id, destination: self.destination }.emit(&engine.bus);
            }
        }
        Ok(())
    }
}

fn outcome(called: &Called, now: Timestamp) -> Outcome {
    match &called.result {
        Ok(answer) => {
            let wait = answer.headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
            Outcome::of_status(answer.status, wait.and_then(|value| schedule::retry_after(value, now)))
        }
        Err(failure) => {
            tracing::debug!(code = %failure.code, cause = failure.cause, "No answer.");
            Outcome::of_failure(failure.code)
        }
    }
}

fn readable(headers: &HeaderMap) -> Headers {
    headers
        .iter()
        .map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        })
        .collect()
}

/// A number in 0..=1.
fn random() -> f64 {
    // Without randomness waits are merely not spread.
    getrandom::u32().map_or(0.5, |number| f64::from(number) / f64::from(u32::MAX))
}
