//! What happened inside the engine, as one stream that every host shows live.
//!
//! A [`Live`] row is an upsert: the newest row with an id replaces the one before. Rows are numbered per run; whoever sees a gap in the
//! numbers, or is told that rows were dropped, reads again from the store. The stream is a hint, the store is the truth.
//!
//! Whatever happens is a struct here whose `emit` writes log line, counter and live row together, so that they cannot disagree.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tokio::sync::broadcast;
use ts_rs::TS;

use crate::domain::{ChannelId, Code, DeliveryId, DestinationId};
use crate::schema::{
    BulkState, BulkView, Checkup, ExchangeRow, ExportView, FlowBeat, Pause, ProblemView, PullView, Status,
};

/// One thing a screen may want to show at once.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "type", content = "row", rename_all = "camelCase")]
pub enum Live {
    /// An exchange was stored, or its result changed.
    Exchange(Box<ExchangeRow>),
    /// A channel was created, changed or deleted: read it again.
    Channel(ChannelId),
    /// The settings changed: read them again.
    Settings,
    /// A link was made, changed or deleted: read them again.
    Links,
    /// A bulk send came to be, went on or ended.
    Bulk(Box<BulkView>),
    /// Fetching a channel's history went on or ended.
    Pull(Box<PullView>),
    /// A problem opened, went on, is known to somebody or was solved.
    Problem(Box<ProblemView>),
    /// Checks of a channel went on or ended.
    Checkup(Box<Checkup>),
    /// Something that is written out of the store went on or ended.
    Export(Box<ExportView>),
    /// What moved on the map in the last second, while somebody watches it.
    Flow(Box<FlowBeat>),
    /// The state of the whole, at most twice a second.
    Status(Box<Status>),
}

/// A live row with its number.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Numbered {
    /// Its number in this run, from 1 without gaps.
    #[ts(as = "f64")]
    pub seq: u64,
    /// The row.
    #[serde(flatten)]
    pub live: Live,
}

/// Where live rows are announced. Announcing never waits: a listener that falls behind loses rows and is told how many.
#[derive(Debug)]
pub struct Bus {
    /// The last number given. Held while a row goes out, so that rows go out in the order of their numbers.
    seq: Mutex<u64>,
    rows: broadcast::Sender<Numbered>,
    counters: Counters,
}

#[derive(Debug, Default)]
struct Counters {
    received: AtomicU64,
    tried: AtomicU64,
    troubled: AtomicU64,
}

/// How often what happened, in this run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests kept.
    pub received: u64,
    /// Deliveries tried.
    pub tried: u64,
    /// Tries that did not arrive.
    pub troubled: u64,
}

impl Default for Bus {
    fn default() -> Self {
        // Two seconds of the busiest traffic a window is asked to show.
        Self { seq: Mutex::new(0), rows: broadcast::Sender::new(1_024), counters: Counters::default() }
    }
}

impl Bus {
    /// Announces a row. Costs nothing while nobody listens.
    pub fn announce(&self, live: impl FnOnce() -> Live) {
        if self.rows.receiver_count() > 0 {
            let live = live();
            let mut seq = self.seq.lock().unwrap_or_else(PoisonError::into_inner);
            *seq += 1;
            // Sending fails only when the last listener has just left.
            drop(self.rows.send(Numbered { seq: *seq, live }));
        }
    }

    /// Listens from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Numbered> {
        self.rows.subscribe()
    }

    /// How many listen.
    #[must_use]
    pub fn listeners(&self) -> usize {
        self.rows.receiver_count()
    }

    /// What was counted since the start.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let Counters { received, tried, troubled } = &self.counters;
        Counts {
            received: received.load(Ordering::Relaxed),
            tried: tried.load(Ordering::Relaxed),
            troubled: troubled.load(Ordering::Relaxed),
        }
    }
}

/// A request came and is kept.
#[derive(Debug)]
pub struct RequestKept {
    /// Its row.
    pub row: ExchangeRow,
}

impl RequestKept {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let row = self.row;
        tracing::debug!(exchange = %row.id, status = row.status, code = row.code.map(Code::name), "Request kept.");
        bus.counters.received.fetch_add(1, Ordering::Relaxed);
        bus.announce(|| Live::Exchange(Box::new(row)));
    }
}

/// A row of the log changed with something that came in: a platform said what became of a message of ours.
#[derive(Debug)]
pub struct RowChanged {
    /// It, as it is now.
    pub row: ExchangeRow,
}

impl RowChanged {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let row = self.row;
        tracing::debug!(exchange = %row.id, result = ?row.result, "Row changed.");
        bus.announce(|| Live::Exchange(Box::new(row)));
    }
}

/// Fetching a channel's history was begun, went on or ended.
#[derive(Debug)]
pub struct PullWent {
    /// How it stands.
    pub view: PullView,
}

impl PullWent {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let view = self.view;
        tracing::debug!(channel = %view.channel, state = ?view.state, conversations = view.conversations, "Pull went on.");
        bus.announce(|| Live::Pull(Box::new(view)));
    }
}

/// Checks of a channel went on or ended.
#[derive(Debug)]
pub struct CheckupWent {
    /// How they stand.
    pub view: Checkup,
}

impl CheckupWent {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let view = self.view;
        tracing::debug!(checkup = view.id, checks = view.checks.len(), done = view.done, "Checks went on.");
        bus.announce(|| Live::Checkup(Box::new(view)));
    }
}

/// A request of ours that no delivery needed was made, and is kept.
#[derive(Debug)]
pub struct CallKept {
    /// Its row.
    pub row: ExchangeRow,
}

impl CallKept {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let row = self.row;
        tracing::debug!(exchange = %row.id, status = row.status, code = row.code.map(Code::name), step = row.step, "Call kept.");
        bus.announce(|| Live::Exchange(Box::new(row)));
    }
}

/// A delivery was tried, or came to its end without a try.
#[derive(Debug)]
pub struct DeliveryChanged {
    /// Whose.
    pub channel: ChannelId,
    /// Which.
    pub delivery: DeliveryId,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// Rows that changed with it.
    pub rows: Vec<ExchangeRow>,
}

impl DeliveryChanged {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let Self { channel, delivery, code, rows } = self;
        tracing::debug!(%channel, %delivery, code = code.map(Code::name), "Delivery tried.");
        bus.counters.tried.fetch_add(1, Ordering::Relaxed);
        bus.counters.troubled.fetch_add(u64::from(code.is_some()), Ordering::Relaxed);
        for row in rows {
            bus.announce(|| Live::Exchange(Box::new(row)));
        }
    }
}

/// A destination takes nothing: deliveries wait.
#[derive(Debug)]
pub struct DestinationStopped {
    /// Whose.
    pub channel: ChannelId,
    /// Which.
    pub destination: DestinationId,
    /// Why.
    pub code: Code,
}

impl DestinationStopped {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let Self { channel, destination, code } = self;
        tracing::warn!(%channel, %destination, %code, "Destination stopped.");
        bus.announce(|| Live::Channel(channel));
    }
}

/// A destination takes messages again.
#[derive(Debug)]
pub struct DestinationOpened {
    /// Whose.
    pub channel: ChannelId,
    /// Which.
    pub destination: DestinationId,
}

impl DestinationOpened {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let Self { channel, destination } = self;
        tracing::info!(%channel, %destination, "Destination takes messages again.");
        bus.announce(|| Live::Channel(channel));
    }
}

/// Everything was paused, or resumed. The status says so within half a second.
#[derive(Debug)]
pub struct PauseChanged {
    /// What holds from now on.
    pub pause: Option<Pause>,
}

impl PauseChanged {
    /// Says so.
    pub fn emit(self) {
        match self.pause {
            Some(Pause { until }) => {
                tracing::info!(until = until.map(|until| until.0), "Everything is paused.");
            }
            None => tracing::info!("Everything is resumed."),
        }
    }
}

/// A platform told something about a channel, and it is kept with its settings.
#[derive(Debug)]
pub struct ChannelLearned {
    /// Which.
    pub channel: ChannelId,
}

impl ChannelLearned {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let Self { channel } = self;
        tracing::info!(%channel, "The platform changed the channel's settings.");
        bus.announce(|| Live::Channel(channel));
    }
}

/// A bulk send came to be, went on or ended.
#[derive(Debug)]
pub struct BulkChanged {
    /// It, as it is now.
    pub view: BulkView,
}

impl BulkChanged {
    /// Says so everywhere.
    pub fn emit(self, bus: &Bus) {
        let BulkView { id, state, total, delivered, skipped, failed, unknown, left, .. } = self.view;
        if matches!(state, BulkState::Done | BulkState::Cancelled) && left == 0 {
            tracing::info!(bulk = %id, ?state, total, delivered, skipped, failed, unknown, "Bulk send ended.");
        } else {
            tracing::debug!(bulk = %id, ?state, total, delivered, skipped, failed, unknown, left, "Bulk send went on.");
        }
        bus.announce(|| Live::Bulk(Box::new(self.view)));
    }
}
