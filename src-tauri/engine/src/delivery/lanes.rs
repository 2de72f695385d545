//! The lanes of one destination: what is sent next, by how many at once, and when to look again.
//!
//! The journal is the truth; this holds only what is under way and a short queue of what is due, so that it costs the same whether ten
//! deliveries wait or a million. Notices of new deliveries make it fast and may be lost: whatever they missed is read from the store.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::task::{Id, JoinSet};

use super::attempt::{Calling, Done, Sending, Shared};
use super::client::{Client, Target};
use crate::config::Current;
use crate::domain::{Channel, ChannelId, DeliveryId, Mode, Timestamp};
use crate::error::{Error, Result};
use crate::platforms::write;
use crate::store::{Due, LaneId, Role};

/// Lanes read from the store at once.
const REFILL: usize = 64;

/// Lanes known to be due that are kept in memory; more are read from the store when their turn comes.
const READY: usize = 1_024;

/// Tries at most that were answered and are still being written down.
const WRITING: usize = 256;

/// What platforms are told of their own messages goes out so many at once: what people wrote goes before it.
const WRITE_BACKS: usize = 2;

/// How long to wait after trouble with the store, in ms.
const STORE_PAUSE_MS: i64 = 1_000;

/// The longest time between two looks at the store, in ms.
const LOOK_AGAIN_MS: i64 = 30_000;

/// Something the lanes are told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Notice {
    /// A lane has something to send.
    Due(Due),
    /// The admin wants a stopped destination tried now.
    Probe,
}

/// How the lanes of a destination are told things. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Notices {
    to: mpsc::Sender<Notice>,
    missed: Arc<AtomicBool>,
}

impl Notices {
    /// Tells; never waits. What does not fit is found in the store.
    pub(crate) fn tell(&self, notice: Notice) {
        if self.to.try_send(notice).is_err() {
            self.missed.store(true, Ordering::Release);
        }
    }
}

/// The lanes of one destination.
#[derive(Debug)]
pub(crate) struct Lanes {
    shared: Arc<Shared>,
    channel_id: ChannelId,
    notices: mpsc::Receiver<Notice>,
    missed: Arc<AtomicBool>,
    current: watch::Receiver<Current>,
    /// What the channel is set to, while something can be sent at all.
    sending: Option<Sending>,
    /// It was, at some time in this run.
    served: bool,
    /// Lanes with a try under way.
    busy: HashMap<LaneId, Busy>,
    tries: JoinSet<(LaneId, Result<Done>)>,
    /// Lanes that are due.
    ready: VecDeque<Due>,
    queued: HashSet<LaneId>,
    /// The store may know more lanes that are due.
    more: bool,
    /// When to look at the store again.
    look_at: Timestamp,
}

#[derive(Debug)]
struct Busy {
    task: Id,
    delivery: DeliveryId,
    /// It was said to be due meanwhile.
    due: Option<Due>,
}

impl Lanes {
    /// Lanes and the way to tell them things. Nothing is sent before [`Lanes::run`].
    pub(crate) fn new(shared: Arc<Shared>, channel_id: ChannelId) -> (Self, Notices) {
        let (to, notices) = mpsc::channel(READY);
        let missed = Arc::new(AtomicBool::new(false));
        let current = shared.engine.current();
        let lanes = Self {
            shared,
            channel_id,
            notices,
            missed: Arc::clone(&missed),
            current,
            sending: None,
            served: false,
            busy: HashMap::new(),
            tries: JoinSet::new(),
            ready: VecDeque::new(),
            queued: HashSet::new(),
            more: true,
            look_at: Timestamp(0),
        };
        (lanes, Notices { to, missed })
    }

    /// Sends until the engine stops or the destination is gone; then lets what is under way come to its end.
    pub(crate) async fn run(mut self) {
        let stopping = self.shared.engine.stopping();
        let mut told = Vec::with_capacity(64);
        self.look_at_settings();
        loop {
            let wake_at = match self.start_what_can().await {
                Ok(at) => at,
                Err(error) => {
                    tracing::error!(%error, destination = %self.shared.destination, "What is due cannot be read.");
                    self.more = true;
                    self.now().plus_ms(STORE_PAUSE_MS)
                }
            };
            let pause = u64::try_from(wake_at.since(self.now())).unwrap_or(0);
            tokio::select! {
                biased;
                () = stopping.cancelled() => break,
                Some(done) = self.tries.join_next_with_id() => self.finish(done),
                () = self.shared.answered.notified() => {}
                changed = self.current.changed() => {
                    if changed.is_err() || !self.look_at_settings() {
                        break;
                    }
                }
                count = self.notices.recv_many(&mut told, 64) => {
                    if count == 0 {
                        break;
                    }
                    for notice in told.drain(..) {
                        self.hear(notice);
                    }
                }
                () = tokio::time::sleep(Duration::from_millis(pause)) => self.more = true,
            }
        }
        while let Some(done) = self.tries.join_next_with_id().await {
            self.finish(done);
        }
    }

    fn now(&self) -> Timestamp {
        self.shared.engine.clock.now()
    }

    /// Goes by the channel and the settings as they are now. False when the channel is gone.
    fn look_at_settings(&mut self) -> bool {
        let current = self.current.borrow_and_update().clone();
        let Some(channel) = current.channel(self.channel_id) else {
            return false;
        };
        let before = self.sending.take();
        // Without an address, or at rest, deliveries wait; they go when there is one again.
        let target = self.target(channel, &current.settings.proxy);
        let rests = channel.mode != Mode::Active || current.paused.is_some();
        let held = rests || current.holds(self.channel_id, self.shared.role);
        let Some(target) = target.filter(|_| !held) else {
            self.clear_queue();
            return true;
        };
        let changed = before.as_ref().is_none_or(|before| match self.shared.role {
            Role::Endpoint => before.channel.endpoint != channel.endpoint,
            Role::Address => false,
            Role::Platform | Role::WriteBack => {
                before.channel.token != channel.token || before.channel.options != channel.options
            }
        });
        let same = before.filter(|before| *before.client.target() == target).map(|before| before.client);
        // A restart alone is no reason to try a stopped destination; what the admin changed may be just what stopped it.
        let mended = std::mem::replace(&mut self.served, true) && (same.is_none() || changed);
        // A clock set back, or a shorter interval, must not leave the next probe farther away than one interval.
        let wait = if mended { 0 } else { i64::try_from(current.settings.probe_ms).unwrap_or(i64::MAX) };
        let by = self.now().plus_ms(wait);
        self.shared.breaker().probe_by(by);
        let client = match same
            .map_or_else(|| Client::new(target, self.shared.engine.clock).map(Arc::new), Ok)
        {
            Ok(client) => client,
            Err(failure) => {
                tracing::error!(code = %failure.code, destination = %self.shared.destination, "The address cannot be called.");
                return true;
            }
        };
        self.sending =
            Some(Sending { channel: Arc::clone(channel), settings: Arc::clone(&current.settings), client });
        self.more = true;
        true
    }

    /// Where this destination is reached; none while it cannot be.
    fn target(&self, channel: &Channel, proxy: &str) -> Option<Target> {
        let (url, trusted) = match self.shared.role {
            Role::Endpoint => (channel.callback_url.clone(), channel.endpoint.trusted_certificate.clone()),
            Role::Platform | Role::WriteBack => {
                let base = write::base(channel);
                let trusted = base.as_deref().and_then(|base| channel.trusted_at(base));
                (base, trusted)
            }
            // Nobody looked at a certificate of an address given once.
            Role::Address => (self.shared.address.as_ref().map(|address| address.expose().to_owned()), None),
        };
        Some(Target { url: url?, trusted, proxy: proxy.to_owned() })
    }

    /// How many tries may be under way at once while the destination is not stopped.
    fn at_once(&self, recovering: usize) -> usize {
        match self.shared.role {
            Role::Endpoint | Role::Platform | Role::Address => recovering,
            Role::WriteBack => recovering.min(WRITE_BACKS),
        }
    }

    fn hear(&mut self, notice: Notice) {
        match notice {
            // All that waits is read from the store when sending begins.
            Notice::Due(_) if self.sending.is_none() => {}
            Notice::Due(due) => self.queue(due),
            Notice::Probe => {
                let now = self.now();
                self.shared.breaker().probe_by(now);
                self.more = true;
            }
        }
    }

    /// Puts a lane in the queue, unless it is there already or has a try under way.
    fn queue(&mut self, due: Due) {
        if let Some(busy) = self.busy.get_mut(&due.lane) {
            busy.due = Some(due);
        } else if self.ready.len() >= READY {
            self.more = true;
        } else if self.queued.insert(due.lane) {
            self.ready.push_back(due);
        }
    }

    fn clear_queue(&mut self) {
        self.ready.clear();
        self.queued.clear();
        self.more = true;
    }

    /// Starts as many tries as may be under way. Answers when to wake up even if nothing happens.
    async fn start_what_can(&mut self) -> Result<Timestamp> {
        let now = self.now();
        let idle = now.plus_ms(LOOK_AGAIN_MS);
        let Some(sending) = &self.sending else {
            return Ok(idle);
        };
        let settings = Arc::clone(&sending.settings);
        if self.missed.swap(false, Ordering::AcqRel) {
            self.more = true;
        }
        loop {
            let (stopped, at_once) = {
                let breaker = self.shared.breaker();
                (breaker.stopped(), breaker.at_once(&settings))
            };
            let at_once = match stopped {
                Some(stop) if stop.probe_at > now => {
                    // Nobody knows how long this lasts: what waits is read again when the time comes.
                    self.clear_queue();
                    return Ok(stop.probe_at);
                }
                // One at a time, to its very end.
                Some(_) if !self.busy.is_empty() => return Ok(idle),
                Some(_) => 1,
                None => self.at_once(at_once),
            };
            let calling = self.shared.calling.load(Ordering::Relaxed);
            if calling >= at_once || self.busy.len() >= at_once + WRITING {
                return Ok(idle);
            }
            if let Some(due) = self.ready.pop_front() {
                self.queued.remove(&due.lane);
                self.start(due, stopped.is_some());
            } else if self.more {
                self.refill(now).await?;
            } else {
                return Ok(self.look_at.min(idle));
            }
        }
    }

    async fn refill(&mut self, now: Timestamp) -> Result<()> {
        let store = &self.shared.engine.store;
        let mut taken: Vec<LaneId> = self.busy.keys().copied().collect();
        let found = store.due(self.shared.destination, now, REFILL, &taken).await?;
        self.more = found.len() == REFILL;
        if !self.more {
            taken.extend(found.iter().map(|due| due.lane));
            let next = store.next_due(self.shared.destination, &taken).await?;
            self.look_at = next.unwrap_or(Timestamp(i64::MAX));
        }
        for due in found {
            self.queue(due);
        }
        Ok(())
    }

    fn start(&mut self, due: Due, probe: bool) {
        let Some(sending) = &self.sending else { return };
        let attempt = Arc::clone(&self.shared).attempt(
            Calling::new(Arc::clone(&self.shared)),
            due,
            probe,
            sending.clone(),
        );
        let lane = due.lane;
        let task = self.tries.spawn(async move { (lane, attempt.await) });
        self.busy.insert(lane, Busy { task: task.id(), delivery: due.delivery, due: None });
    }

    fn finish(&mut self, done: std::result::Result<(Id, (LaneId, Result<Done>)), tokio::task::JoinError>) {
        let (lane, result) = match done {
            Ok((_, done)) => done,
            Err(error) => {
                let broken =
                    self.busy.iter().find(|(_, busy)| busy.task == error.id()).map(|(lane, _)| *lane);
                let Some(lane) = broken else { return };
                (lane, Err(Error::unexpected("sending", &error)))
            }
        };
        let Some(busy) = self.busy.remove(&lane) else { return };
        let done = result.unwrap_or_else(|error| {
            tracing::error!(%error, delivery = %busy.delivery, "A try came to nothing.");
            // Not at once, so that a lasting trouble is not met a thousand times a second.
            Done { again: Some(self.now().plus_ms(STORE_PAUSE_MS)), ..Done::default() }
        });
        if let Some(at) = done.again {
            self.look_at = self.look_at.min(at);
        }
        self.more |= done.look;
        // Whoever said meanwhile that the lane is due may have meant the very delivery that was tried: it has come to its end, unless its
        // platform reported a failure before the answer was written down. Then it is due at a time that this try knows nothing of.
        let told = busy.due.filter(|due| due.delivery != busy.delivery);
        self.more |= self.shared.role == Role::Platform && busy.due.is_some() && told.is_none();
        if let Some(due) = done.next.or(told) {
            self.queue(due);
        }
    }
}
