//! Sends a bulk send over HTTP: reads ahead, puts items under way, calls, keeps what came of it.
//!
//! One task holds all that is decided; what takes time runs beside it and reports back. An item is under way in the journal before it is
//! called, and what came of it is kept in the same commit that puts the next ones under way.

mod heard;
mod item;

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use http::Method;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use item::{Item, prepare, tried};

use super::place::{Nowhere, Place, Places};
use super::speed::Beat;
use super::{Job, Order};
use crate::clock::Stopwatch;
use crate::config::Current;
use crate::delivery::client::{ANSWER_LIMIT, Call, Called};
use crate::delivery::format;
use crate::domain::{Code, EventId, State, Target, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::schema::BulkSkip;
use crate::store::{Bulk, BulkItem, BulkStepped, BulkTried, Headers};

/// Items read at once, and kept ready at most besides those under way.
const READ: usize = 64;
const READ_AHEAD: usize = 128;
/// Bodies that are kept ready take no more memory than this, about.
const READ_BYTES: usize = 8 << 20;
/// What came of so many items is kept in one commit: some milliseconds.
const TOGETHER: usize = 64;
/// Under way in the journal are so many times as many as may be called at once, so that no call waits for a commit.
const AHEAD: usize = 3;
/// While live deliveries wait, only one in so many of the usual calls is made at once.
const YIELDS: usize = 4;
/// How often it is looked whether live deliveries wait.
const LOOK_MS: i64 = 50;
/// After trouble with the store it is asked again so much later, in ms.
const STORE_PAUSE_MS: i64 = 1_000;

/// What runs beside reports back.
enum Told {
    Read(Result<Vec<BulkItem>>, Vec<Item>, Vec<BulkTried>),
    Stepped(Result<BulkStepped>, Vec<BulkTried>, VecDeque<Box<Item>>),
    Called(Box<Item>, Place, Headers, Timestamp, Box<Called>),
}

pub(super) struct Sender {
    engine: Arc<Engine>,
    job: Arc<Job>,
    bulk: Bulk,
    orders: watch::Receiver<Order>,
    current: watch::Receiver<Current>,
    stopping: CancellationToken,
    places: Places,
    order: Order,
    /// Left, read and ready to be put under way, in order.
    ahead: VecDeque<Box<Item>>,
    /// Under way in the journal, and not called yet.
    ready: VecDeque<Box<Item>>,
    /// To be tried again, and when.
    again: Vec<(i64, Box<Item>)>,
    /// What came of items, to be kept.
    tried: Vec<BulkTried>,
    /// Every item that is here: it is not read again.
    held: HashSet<u32>,
    tasks: JoinSet<Told>,
    calling: usize,
    reading: bool,
    /// What came of so many items is being kept, and so many are being put under way.
    stepping: Option<usize>,
    /// Up to here items were read; none were left behind.
    read_to: u32,
    all_read: bool,
    failures: u32,
    beat: Beat,
    waits: Option<i64>,
    /// The store is not asked before.
    store_at: i64,
    at_once: usize,
    looked_at: i64,
    no_target: bool,
    /// It pauses itself because of this.
    halting: Option<Error>,
    watch: Stopwatch,
}

impl Sender {
    pub(super) fn new(engine: &Arc<Engine>, job: &Arc<Job>, bulk: Bulk) -> Self {
        let current = engine.current();
        let now = current.borrow().clone();
        let orders = job.order.subscribe();
        let order = *orders.borrow();
        Self {
            places: Places::new(bulk.plan.target.clone(), engine.clock, now),
            beat: Beat::new(bulk.plan.rate),
            engine: Arc::clone(engine),
            job: Arc::clone(job),
            bulk,
            order,
            orders,
            current,
            stopping: engine.stopping(),
            ahead: VecDeque::new(),
            ready: VecDeque::new(),
            again: Vec::new(),
            tried: Vec::new(),
            held: HashSet::new(),
            tasks: JoinSet::new(),
            calling: 0,
            reading: false,
            stepping: None,
            read_to: 0,
            all_read: false,
            failures: 0,
            waits: None,
            store_at: 0,
            at_once: 1,
            looked_at: i64::MIN,
            no_target: false,
            halting: None,
            watch: engine.clock.stopwatch(),
        }
    }

    /// Sends until nothing is left, or until it is told to end and what is under way has ended. Gives why it ended before its time.
    pub(super) async fn run(mut self) -> Option<Error> {
        self.job.begin();
        loop {
            self.obey();
            self.look();
            self.read();
            self.call();
            if let Some(error) = self.halting.take() {
                self.job.halt(&self.engine, error).await;
            }
            self.step();
            if self.is_over() {
                return self.no_target.then(|| Error::new(Code::Id05));
            }
            let pause = self.pause();
            tokio::select! {
                biased;
                () = self.stopping.clone().cancelled_owned(), if self.order != Order::End => {}
                // It is looked at above.
                _ = self.orders.changed() => self.orders.mark_changed(),
                changed = self.current.changed() => {
                    if changed.is_ok() {
                        let current = self.current.borrow_and_update().clone();
                        self.places.change(current);
                    }
                }
                Some(told) = self.tasks.join_next() => self.hear(told),
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    fn now(&self) -> i64 {
        i64::try_from(self.watch.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    fn goes(&self) -> bool {
        self.order == Order::Go
    }

    /// Goes by the newest order.
    fn obey(&mut self) {
        let is_new = self.orders.has_changed().unwrap_or(false);
        let told = *self.orders.borrow_and_update();
        let order = if self.stopping.is_cancelled() { Order::End } else { told };
        let was = std::mem::replace(&mut self.order, order);
        if order != Order::Go && order != was {
            self.withdraw();
        } else if order == Order::Go && (is_new || order != was) {
            self.failures = 0;
            // Others may be left again: failed ones that are sent once more.
            (self.read_to, self.all_read) = (0, false);
            if order != was {
                self.job.begin();
            }
        }
    }

    /// Takes back what is under way only in the journal, and what waited to be tried again.
    fn withdraw(&mut self) {
        while let Some(item) = self.ready.pop_back() {
            self.leave(item);
        }
        let again = std::mem::take(&mut self.again);
        for (_, mut item) in again {
            // Whoever paused it is here to let it go on; after an end nobody may be, and then nobody can tell.
            if item.unsure && self.order != Order::Pause {
                item.unsure = false;
                self.end(&item, State::Unknown, None, Some(Code::Net06));
            } else if item.unsure {
                self.leave(item);
            } else {
                self.ahead.push_front(item);
            }
        }
        if matches!(self.order, Order::Cancel | Order::End) {
            for item in self.ahead.drain(..) {
                self.held.remove(&item.row.n);
            }
            self.all_read = true;
        }
    }

    /// An item that was under way is left again, its turn the next.
    fn leave(&mut self, item: Box<Item>) {
        self.tried.push(tried(&item, State::Received, None, None, self.engine.clock.now()));
        self.ahead.push_front(item);
    }

    /// An item comes to its end without a call, or after the one that was kept.
    fn end(&mut self, item: &Item, state: State, reason: Option<BulkSkip>, code: Option<Code>) {
        self.held.remove(&item.row.n);
        self.tried.push(tried(item, state, reason, code, self.engine.clock.now()));
    }

    /// Live deliveries go first: while some wait, few of ours are called at once.
    fn look(&mut self) {
        let now = self.now();
        if now - self.looked_at.max(-LOOK_MS) < LOOK_MS {
            return;
        }
        self.looked_at = now;
        let all = usize::try_from(self.engine.settings().concurrency).unwrap_or(1);
        let waits = self.engine.store.live_waiting() > 0;
        self.at_once = if waits { (all / YIELDS).max(1) } else { all };
    }

    /// Reads the next items, while there is room for them.
    fn read(&mut self) {
        let bytes: usize = self.ahead.iter().map(|item| item.body.len()).sum();
        if self.reading || self.all_read || !self.goes() || self.now() < self.store_at {
            return;
        }
        if self.ahead.len() + READ > READ_AHEAD || bytes > READ_BYTES {
            return;
        }
        self.reading = true;
        // Of large ones only a few at once.
        let each = bytes.checked_div(self.ahead.len()).unwrap_or(0);
        let count = READ_BYTES.checked_div(each).map_or(READ, |count| count.clamp(1, READ));
        let count = u32::try_from(count).unwrap_or(1);
        let (engine, id, after) = (Arc::clone(&self.engine), self.bulk.id, self.read_to);
        let held = self.held.clone();
        self.tasks.spawn(async move {
            let found = engine.store.bulk_next(id, false, after, count).await;
            let mut rows = found.as_ref().map_or_else(|_| Vec::new(), Clone::clone);
            rows.retain(|row| !held.contains(&row.n));
            match prepare(&engine, EventId(id.0), rows).await {
                Ok((items, gone)) => Told::Read(found, items, gone),
                Err(error) => Told::Read(Err(error), Vec::new(), Vec::new()),
            }
        });
    }

    /// Calls what is under way, as many at once and as fast as may be.
    fn call(&mut self) {
        let now = self.now();
        if self.waits.is_some_and(|until| until <= now) {
            self.waits = None;
            self.job.wait(None);
        }
        if !self.goes() || self.waits.is_some() || self.places.rest() {
            return;
        }
        while self.calling < self.at_once && !self.ready.is_empty() && self.beat.take(now).is_ok() {
            let Some(item) = self.ready.pop_front() else { return };
            let place = item.row.channel.map_or(Err(Nowhere::Gone), |channel| self.places.of(channel));
            match place {
                Ok(place) => {
                    self.calling += 1;
                    let clock = self.engine.clock;
                    self.tasks.spawn(async move {
                        let at = clock.now();
                        let request =
                            format::signed(&place.channel, place.own, item.row.event, item.body.clone(), at);
                        let call = Call {
                            method: Method::POST,
                            headers: &request.headers,
                            body: item.body.clone().into(),
                            limit: place.limit,
                            answer_limit: ANSWER_LIMIT,
                        };
                        let called = place.client.call(place.client.address(), call).await;
                        Told::Called(item, place, request.headers, at, Box::new(called))
                    });
                }
                Err(nowhere) => self.nowhere(&item, nowhere),
            }
        }
    }

    fn nowhere(&mut self, item: &Item, nowhere: Nowhere) {
        match nowhere {
            // An address is there whatever becomes of a channel.
            Nowhere::Gone if matches!(self.bulk.plan.target, Target::Address { .. }) => {
                self.end(item, State::Skipped, Some(BulkSkip::Gone), None);
            }
            Nowhere::Gone => {
                self.no_target = true;
                self.end(item, State::Skipped, Some(BulkSkip::NoTarget), None);
            }
            Nowhere::Broken(code) => {
                self.end(item, State::Received, None, None);
                self.halt(Error::new(code));
            }
        }
    }

    /// Keeps what came of items and puts the next ones under way.
    fn step(&mut self) {
        if self.stepping.is_some() || self.now() < self.store_at {
            return;
        }
        let next = self.next();
        if self.tried.is_empty() && next.is_empty() {
            return;
        }
        let tried: Vec<BulkTried> = self.tried.drain(..self.tried.len().min(TOGETHER)).collect();
        self.stepping = Some(tried.len() + next.len());
        let (engine, id) = (Arc::clone(&self.engine), self.bulk.id);
        self.tasks.spawn(async move {
            let numbers = next.iter().map(|item| item.row.n).collect();
            let stepped = engine.store.bulk_step(id, &tried, numbers).await;
            Told::Stepped(stepped, tried, next)
        });
    }

    /// The items to be put under way next.
    fn next(&mut self) -> VecDeque<Box<Item>> {
        let mut next = VecDeque::new();
        if !self.goes() || self.waits.is_some() || self.places.rest() {
            return next;
        }
        let now = self.now();
        let under_way = self.ready.len() + self.calling + self.tried.len();
        let mut room = (self.at_once * AHEAD).saturating_sub(under_way);
        if let Some(rate) = self.bulk.plan.rate {
            // Of a slow one only what has its turn soon.
            let soon = usize::try_from(rate.div_ceil(10)).unwrap_or(1);
            room = room.min(soon.saturating_sub(self.ready.len()));
        }
        let (due, later): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.again).into_iter().partition(|(at, _)| *at <= now);
        self.again = later;
        for (at, item) in due {
            if next.len() < room { next.push_back(item) } else { self.again.push((at, item)) }
        }
        // Those that wait to be tried again take the places of new ones: a target that takes nothing gets no more and more of them.
        let waiting = self.again.len();
        let fresh = room.min((self.at_once * AHEAD).saturating_sub(under_way + waiting));
        while next.len() < fresh
            && let Some(item) = self.ahead.pop_front()
        {
            next.push_back(item);
        }
        next
    }

    fn is_over(&self) -> bool {
        let nothing_under_way = self.calling == 0 && self.stepping.is_none() && !self.reading;
        let kept = self.tried.is_empty() || (self.order == Order::End && self.store_at > self.now());
        let nothing_left =
            self.all_read && self.ahead.is_empty() && self.ready.is_empty() && self.again.is_empty();
        nothing_under_way && kept && (!self.goes() || nothing_left)
    }

    fn show(&mut self) {
        self.bulk.state = self.order.state();
        if self.goes() {
            self.bulk.error = None;
        }
        self.job.show(&self.engine, &self.bulk);
    }

    /// How long until something is due by itself.
    fn pause(&self) -> Duration {
        let now = self.now();
        let mut at = now + 500;
        let mut by = |then: i64| at = at.min(then.max(now + 1));
        self.again.iter().for_each(|(due, _)| by(*due));
        self.waits.into_iter().for_each(&mut by);
        if self.store_at > now {
            by(self.store_at);
        }
        if !self.ready.is_empty() && self.calling < self.at_once {
            let mut beat = self.beat;
            if let Err(wait) = beat.take(now) {
                by(now + wait);
            }
        } else if !self.ready.is_empty() {
            by(now + LOOK_MS);
        }
        Duration::from_millis(u64::try_from(at - now).unwrap_or(1))
    }
}
