//! What every step of the store shares: the key in use, the numbers in memory, and what decides how a state is shown.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::memory::Recent;
use super::seal::Seal;
use super::steps::Job;
use super::tallies::Sums;
use crate::clock::Clock;
use crate::domain::{Channel, ChannelId, Code, DeliveryId, DestinationId, Ids, Mode, State, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{Retry, Settings};

/// How states are shown. Nothing is stored as "on hold": a million waiting deliveries need not change when one destination stops.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Channels that are paused, or whose destination is stopped.
    held: HashSet<ChannelId>,
    /// Tries there are at most of what an endpoint rejects, and of anything else.
    tries: [u32; 2],
}

impl Shown {
    /// What waits for a channel that is held is on hold.
    pub(super) fn state(&self, stored: State, channel: ChannelId) -> State {
        match stored {
            State::Received | State::Retrying if self.held.contains(&channel) => State::OnHold,
            other => other,
        }
    }

    /// How trying goes on after `code`, whose schedule says how many tries there are.
    pub(super) fn retry(&self, made: u32, next: Option<Timestamp>, code: Option<Code>) -> Retry {
        let [rejected, other] = self.tries;
        Retry { made, of: if code.is_some_and(Code::is_rejection) { rejected } else { other }, next }
    }

    /// Channels that are held.
    pub(super) fn held(&self) -> impl Iterator<Item = ChannelId> + '_ {
        self.held.iter().copied()
    }
}

/// Kept in memory of settings and destinations.
#[derive(Debug, Default)]
struct Known {
    channels: HashMap<ChannelId, Arc<Channel>>,
    stopped: HashMap<DestinationId, ChannelId>,
    settings: Settings,
    shown: Arc<Shown>,
}

/// See the module.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) clock: Clock,
    pub(super) ids: Arc<Ids>,
    pub(super) sums: Arc<Sums>,
    seal: std::result::Result<Arc<Seal>, Error>,
    known: RwLock<Known>,
    busy: AtomicBool,
    /// Deliveries that were just accepted, ready to be sent without reading them back. The journal has them all.
    jobs: Mutex<Recent<DeliveryId, Job>>,
}

/// Jobs with bodies beyond this are read back instead.
const LARGE_JOB: usize = 16 << 10;

impl Shared {
    pub(super) fn new(
        clock: Clock,
        ids: Arc<Ids>,
        sums: Arc<Sums>,
        seal: std::result::Result<Arc<Seal>, Error>,
        settings: Settings,
    ) -> Self {
        let known = Known { settings, ..Known::default() };
        let jobs = Mutex::new(Recent::new(256));
        let shared =
            Self { clock, ids, sums, seal, known: RwLock::new(known), busy: AtomicBool::new(false), jobs };
        shared.change(|_| {});
        shared
    }

    /// The key in use; the reason when it cannot be read.
    pub(super) fn seal(&self) -> Result<Arc<Seal>> {
        self.seal.clone()
    }

    /// Why the key cannot be read, when it cannot.
    pub(super) fn key_error(&self) -> Option<Error> {
        self.seal.as_ref().err().cloned()
    }

    pub(super) fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner).shown)
    }

    /// True while messages come so fast that work in the background should rest.
    pub(super) fn is_busy(&self) -> bool {
        self.busy.swap(false, Ordering::Relaxed)
    }

    /// A message was taken.
    pub(super) fn set_busy(&self) {
        self.busy.store(true, Ordering::Relaxed);
    }

    pub(super) fn settings(&self) -> Settings {
        self.known.read().unwrap_or_else(PoisonError::into_inner).settings.clone()
    }

    pub(super) fn channel(&self, id: ChannelId) -> Option<Arc<Channel>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).channels.get(&id).cloned()
    }

    pub(super) fn set_settings(&self, settings: Settings) {
        self.change(|known| known.settings = settings);
    }

    pub(super) fn set_channel(&self, channel: Channel) {
        self.change(|known| {
            known.channels.insert(channel.id, Arc::new(channel));
        });
    }

    pub(super) fn forget_channel(&self, id: ChannelId) {
        self.change(|known| {
            known.channels.remove(&id);
            known.stopped.retain(|_, channel| *channel != id);
        });
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(super) fn set_stopped(&self, destination: DestinationId, channel: ChannelId, stopped: Option<Code>) {
        self.change(|known| {
            if stopped.is_some() {
                known.stopped.insert(destination, channel);
            } else {
                known.stopped.remove(&destination);
            }
        });
    }

    fn change(&self, change: impl FnOnce(&mut Known)) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut known);
        let paused =
            known.channels.values().filter(|channel| channel.mode != Mode::Active).map(|channel| channel.id);
        let held = paused.chain(known.stopped.values().copied()).collect();
        let tries = [&known.settings.rejected_schedule_ms, &known.settings.retry_schedule_ms]
            .map(|waits| u32::try_from(waits.len()).unwrap_or(u32::MAX).saturating_add(1));
        known.shown = Arc::new(Shown { held, tries });
    }

    /// Keeps a job at hand for the try that comes at once.
    pub(super) fn put_job(&self, job: Job) {
        if job.original.len() <= LARGE_JOB {
            self.jobs.lock().unwrap_or_else(PoisonError::into_inner).put(job.delivery, job);
        }
    }

    /// Takes it, for a try or because something happened to its delivery.
    pub(super) fn take_job(&self, delivery: DeliveryId) -> Option<Job> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).remove(&delivery)
    }
}
