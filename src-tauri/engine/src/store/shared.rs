//! What every step of the store shares: the key in use, the numbers in memory, and what decides how a state is shown.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::memory::Recent;
use super::seal::Seal;
use super::stats::Pulse;
use super::steps::{Destination, Job};
use super::tallies::Sums;
use crate::clock::Clock;
use crate::domain::{
    Channel, ChannelId, Code, DeliveryId, DestinationId, Ids, Mode, Privacy, ProblemId, State, Timestamp,
};
use crate::error::{Error, Result};
use crate::platforms;
use crate::schema::{Pause, Retry, Settings};
use crate::secret::Secret;

/// How states are shown. Nothing is stored as "on hold" or "waiting for platform": a million waiting deliveries need not change when one
/// destination stops.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Destinations that are stopped, or whose channel is at rest; all of them while everything is paused.
    held: HashSet<DestinationId>,
    /// Platforms that cannot be called yet.
    waiting: HashSet<DestinationId>,
    /// Tries there are at most of what an endpoint rejects, and of anything else.
    tries: [u32; 2],
}

impl Shown {
    /// What waits for a destination that is held is on hold; for a platform that must connect first, it waits for that.
    pub(super) fn state(&self, stored: State, destination: Option<DestinationId>) -> State {
        match (stored, destination) {
            (State::Received | State::Retrying, Some(id)) if self.held.contains(&id) => State::OnHold,
            (State::Received | State::Retrying, Some(id)) if self.waiting.contains(&id) => {
                State::WaitingForPlatform
            }
            (other, _) => other,
        }
    }

    /// How trying goes on after `code`, whose schedule says how many tries there are.
    pub(super) fn retry(&self, made: u32, next: Option<Timestamp>, code: Option<Code>) -> Retry {
        let [rejected, other] = self.tries;
        Retry { made, of: if code.is_some_and(Code::is_rejection) { rejected } else { other }, next }
    }

    /// Nothing is sent there for now.
    pub(super) fn rests(&self, destination: DestinationId) -> bool {
        self.held.contains(&destination) || self.waiting.contains(&destination)
    }

    /// Destinations that are held.
    pub(super) fn held(&self) -> impl Iterator<Item = DestinationId> + '_ {
        self.held.iter().copied()
    }

    /// Platforms that cannot be called yet.
    pub(super) fn waiting(&self) -> impl Iterator<Item = DestinationId> + '_ {
        self.waiting.iter().copied()
    }
}

/// Kept in memory of settings and destinations.
#[derive(Debug, Default)]
struct Known {
    channels: HashMap<ChannelId, Arc<Channel>>,
    destinations: HashMap<DestinationId, Destination>,
    settings: Settings,
    pause: Option<Pause>,
    shown: Arc<Shown>,
}

/// See the module.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) clock: Clock,
    pub(super) ids: Arc<Ids>,
    pub(super) sums: Arc<Sums>,
    pub(super) pulse: Pulse,
    seal: RwLock<std::result::Result<Arc<Seal>, Error>>,
    known: RwLock<Known>,
    busy: AtomicBool,
    /// Problems that changed.
    pub(super) problems: tokio::sync::broadcast::Sender<ProblemId>,
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
        let shared = Self {
            clock,
            ids,
            sums,
            pulse: Pulse::default(),
            seal: RwLock::new(seal),
            known: RwLock::new(known),
            busy: AtomicBool::new(false),
            problems: tokio::sync::broadcast::Sender::new(256),
            jobs,
        };
        shared.change(|_| {});
        shared
    }

    /// The key in use; the reason when it cannot be read.
    pub(super) fn seal(&self) -> Result<Arc<Seal>> {
        self.seal.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Why the key cannot be read, when it cannot.
    pub(super) fn key_error(&self) -> Option<Error> {
        self.seal().err()
    }

    /// The key can be read by now.
    pub(super) fn set_seal(&self, seal: Arc<Seal>) {
        *self.seal.write().unwrap_or_else(PoisonError::into_inner) = Ok(seal);
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

    /// How much is kept of what comes by a channel.
    pub(super) fn privacy(&self, channel: ChannelId) -> Privacy {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.settings.privacy_of.get(&channel).copied().unwrap_or(known.settings.privacy)
    }

    pub(super) fn channel(&self, id: ChannelId) -> Option<Arc<Channel>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).channels.get(&id).cloned()
    }

    /// The address of a destination that was given once; none of any other.
    pub(super) fn address(&self, id: DestinationId) -> Option<Secret> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.destinations.get(&id)?.address.clone()
    }

    pub(super) fn set_settings(&self, settings: Settings) {
        self.change(|known| known.settings = settings);
    }

    pub(super) fn pause(&self) -> Option<Pause> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).pause
    }

    pub(super) fn set_pause(&self, pause: Option<Pause>) {
        self.change(|known| known.pause = pause);
    }

    pub(super) fn set_channel(&self, channel: Channel) {
        self.change(|known| {
            known.channels.insert(channel.id, Arc::new(channel));
        });
    }

    pub(super) fn forget_channel(&self, id: ChannelId) {
        self.change(|known| {
            known.channels.remove(&id);
            known.destinations.retain(|_, destination| destination.channel != id);
        });
        self.forget_jobs();
    }

    /// These destinations came to be.
    pub(super) fn add_destinations(&self, new: Vec<Destination>) {
        self.change(|known| known.destinations.extend(new.into_iter().map(|new| (new.id, new))));
    }

    /// These are no more.
    pub(super) fn forget_destinations(&self, gone: &[DestinationId]) {
        self.change(|known| known.destinations.retain(|id, _| !gone.contains(id)));
    }

    pub(super) fn set_stopped(&self, destination: DestinationId, stopped: Option<Code>) {
        self.change(|known| {
            if let Some(known) = known.destinations.get_mut(&destination) {
                known.stopped = stopped;
            }
        });
    }

    fn change(&self, change: impl FnOnce(&mut Known)) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut known);
        let (mut held, mut waiting) = (HashSet::new(), HashSet::new());
        for destination in known.destinations.values() {
            let Some(channel) = known.channels.get(&destination.channel) else { continue };
            let rests = channel.mode != Mode::Active || known.pause.is_some();
            if rests || destination.stopped.is_some() {
                held.insert(destination.id);
            } else if destination.role.is_platform() && platforms::write::base(channel).is_none() {
                waiting.insert(destination.id);
            }
        }
        let tries = [&known.settings.rejected_schedule_ms, &known.settings.retry_schedule_ms]
            .map(|waits| u32::try_from(waits.len()).unwrap_or(u32::MAX).saturating_add(1));
        known.shown = Arc::new(Shown { held, waiting, tries });
    }

    /// Keeps a job at hand for the try that comes at once.
    pub(super) fn put_job(&self, job: Job) {
        if job.original.len() <= LARGE_JOB {
            self.jobs.lock().unwrap_or_else(PoisonError::into_inner).put(job.delivery, job);
        }
    }

    /// Something was erased: what is at hand may be of it.
    pub(super) fn forget_jobs(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Takes it, for a try or because something happened to its delivery.
    pub(super) fn take_job(&self, delivery: DeliveryId) -> Option<Job> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).remove(&delivery)
    }
}
