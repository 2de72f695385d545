//! One try at one delivery: taken out of the store, sent, judged, recorded. What tries at endpoints and at platforms have in common.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use super::breaker::{Breaker, Change, Stop};
use super::client::{ANSWER_LIMIT, Called, Client};
use super::schedule::{FLEETING_MS, Outcome, Past};
use crate::domain::{Channel, Code, DeliveryId, DestinationId, SnapshotOf, Timestamp};
use crate::engine::Engine;
use crate::error::Result;
use crate::events::{DeliveryChanged, DestinationOpened, DestinationStopped};
use crate::schema::Settings;
use crate::secret::Secret;
use crate::store::{Due, Headers, Job, Recorded, Role, Settled, Tried, Verdict, kept_headers};

/// How long a try waits before it asks the store again to keep what it did.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// What the tries of one destination share.
#[derive(Debug)]
pub(crate) struct Shared {
    /// Everything else.
    pub engine: Arc<Engine>,
    /// The destination.
    pub destination: DestinationId,
    /// What it is.
    pub role: Role,
    /// The address, of one that was given once.
    pub address: Option<Secret>,
    /// Its breaker. Locked for moments only.
    pub breaker: Mutex<Breaker>,
    /// Requests waiting for their answer. What came back is written down beside the next ones: a commit takes longer than a call on
    /// this computer, and many fit into one.
    pub calling: AtomicUsize,
    /// Told when one of them ended.
    pub answered: Notify,
    /// Deliveries with a call under way that must not be made twice, or with one whose outcome could not be kept.
    pub unsure: Mutex<HashSet<DeliveryId>>,
}

/// What a try goes by besides its delivery.
#[derive(Clone, Debug)]
pub(crate) struct Sending {
    /// The channel.
    pub channel: Arc<Channel>,
    /// The settings.
    pub settings: Arc<Settings>,
    /// How the destination is reached.
    pub client: Arc<Client>,
}

/// What a try leaves for its lane.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// The next delivery of the lane, due at once.
    pub next: Option<Due>,
    /// When this one is due again, if it is.
    pub again: Option<Timestamp>,
    /// What the lane holds must be read again.
    pub look: bool,
}

impl Done {
    /// It is tried again at that time.
    pub(super) fn again(at: Timestamp) -> Self {
        Self { again: Some(at), ..Self::default() }
    }

    /// It was not there to be tried, or not any more.
    pub(super) fn look() -> Self {
        Self { look: true, ..Self::default() }
    }
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
    pub(crate) fn breaker(&self) -> MutexGuard<'_, Breaker> {
        self.breaker.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn unsure(&self) -> MutexGuard<'_, HashSet<DeliveryId>> {
        self.unsure.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes one try. `probe` says that the destination is stopped and this is to find out whether it still must be.
    pub(crate) async fn attempt(
        self: Arc<Self>,
        calling: Calling,
        due: Due,
        probe: bool,
        sending: Sending,
    ) -> Result<Done> {
        let engine = &self.engine;
        let Some(job) = engine.store.job(due.delivery).await? else {
            return Ok(Done::look());
        };
        let now = engine.clock.now();
        if job.due > now {
            // Said to be due by a notice older than its last try.
            return Ok(Done::again(job.due));
        }
        if job.event.kind.is_fleeting() && now.since(job.created_at) > FLEETING_MS {
            let recorded = engine.store.skip_stale(job.delivery).await?;
            return Ok(self.done(job.delivery, None, Verdict::Stale, recorded, &sending.channel));
        }
        if SnapshotOf::of(&job.event).is_some() && job.snapshot.is_none() && job.fixed.is_none() {
            return self.gone(&job, &sending.channel).await;
        }
        match self.role {
            Role::Endpoint | Role::Address => self.to_endpoint(calling, &job, probe, &sending, now).await,
            // Rarer and larger than the other.
            Role::Platform | Role::WriteBack => {
                Box::pin(self.to_platform(calling, job, probe, sending)).await
            }
        }
    }

    /// Ends the sending of a conversation that is no longer here.
    async fn gone(&self, job: &Job, channel: &Channel) -> Result<Done> {
        let (code, verdict) = (Some(Code::Id05), Verdict::Failed);
        let settled = Settled {
            delivery: job.delivery,
            progress: None,
            taught: Vec::new(),
            write_backs: Vec::new(),
            code,
            verdict,
        };
        let recorded = self.engine.store.settle(settled).await?;
        Ok(self.done(job.delivery, code, verdict, recorded, channel))
    }

    /// Takes note of the time an answer tells, by which it shows when this computer's clock is off.
    pub(super) fn told_time(&self, url: &str, called: &Called, now: Timestamp) {
        if let Ok(answer) = &called.result {
            self.engine.seen.told_time(url, answer.headers.get(http::header::DATE), now);
        }
    }

    /// Takes note of how a try ended for the destination, and says what the schedule must know of the delivery.
    pub(super) async fn note(
        &self,
        job: &Job,
        outcome: Outcome,
        probe: bool,
        sending: &Sending,
        now: Timestamp,
    ) -> Past {
        let (change, stopped) = {
            let mut breaker = self.breaker();
            let change = breaker.note(outcome, probe, &sending.settings, now);
            (change, breaker.stopped().is_some())
        };
        if let Err(error) = self.changed(change, &sending.channel).await {
            // What came of the try must be kept all the same; the breaker itself goes by what it knows.
            tracing::error!(%error, destination = %self.destination, "That a destination stopped or opened could not be kept.");
        }
        let fleeting = job.event.kind.is_fleeting();
        Past { made: job.made, failing_since: job.failing_since, fleeting, stopped }
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

    /// Keeps a try. What was sent cannot be unsent, so it goes on asking until the store takes it: sending it again instead would send
    /// the same message every second for as long as a disk is full.
    pub(super) async fn record(&self, tried: impl Fn() -> Tried) -> Result<Recorded> {
        loop {
            match self.engine.store.record(tried()).await {
                Ok(recorded) => return Ok(recorded),
                Err(error) if self.engine.stopping().is_cancelled() => return Err(error),
                Err(error) => {
                    tracing::error!(%error, destination = %self.destination, "A try could not be kept.");
                }
            }
            tokio::time::sleep(STORE_PAUSE).await;
        }
    }

    /// Tells everybody what was kept of a try.
    pub(super) fn done(
        &self,
        delivery: DeliveryId,
        code: Option<Code>,
        verdict: Verdict,
        recorded: Recorded,
        channel: &Channel,
    ) -> Done {
        let Recorded { rows, next, due } = recorded;
        DeliveryChanged { channel: channel.id, delivery, code, rows }.emit(&self.engine.bus);
        self.engine.wake(&due);
        let again = match verdict {
            Verdict::Again(at) | Verdict::Beside(at) | Verdict::Accepted(Some(at)) => Some(at),
            _ => None,
        };
        Done { next, again, look: false }
    }
}

/// What is kept of an answer, of which more may have been read.
pub(crate) fn kept_answer(called: &Called) -> Option<(u16, Headers, bytes::Bytes, bool)> {
    let answer = called.result.as_ref().ok()?;
    let kept = answer.body.slice(..answer.body.len().min(ANSWER_LIMIT));
    let truncated = answer.truncated || kept.len() < answer.body.len();
    Some((answer.status.as_u16(), kept_headers(&answer.headers), kept, truncated))
}

/// A number in 0..=1.
pub(super) fn random() -> f64 {
    // Without randomness waits are merely not spread.
    getrandom::u32().map_or(0.5, |number| f64::from(number) / f64::from(u32::MAX))
}
