//! SQLite, and the only SQL of the app.
//!
//! Four files in the data folder: `settings.db` (channels, secrets, settings; small, copied at every change), `journal.db` (all that
//! commits with a message), and `search.db` and `stats.db` (losable). Writes go through one writer thread, which takes whatever waits, gives each item a
//! savepoint, commits once and answers all; reads through a small pool. Every call is a whole step: no connection and no transaction
//! leaves this module, because one day the same steps may run on another database.

mod accept;
mod asked;
mod attempts;
mod blanks;
mod bodies;
mod bulk_items;
mod bulk_tries;
mod bulks;
mod caused;
mod channels;
mod chats;
mod checkpoint;
mod chores;
mod contacts;
mod conversations;
pub(crate) mod copies;
mod deliveries;
mod destinations;
mod details;
mod erase;
mod events;
mod exchanges;
mod files;
mod flags;
mod index;
mod journey;
mod kept;
mod keys;
mod lanes;
mod learned;
mod links;
mod listing;
mod lock;
mod marks;
mod memory;
mod messages;
mod migrate;
mod missed;
mod open;
mod outgoing;
mod own_calls;
mod pages;
mod pause;
mod people;
mod picking;
pub(crate) mod placing;
mod pool;
mod practice;
mod problems;
mod pulled;
mod receipts;
mod record;
mod requests;
pub(crate) mod rescue;
mod resend;
mod results;
mod retention;
mod rolls;
mod rows;
mod said;
mod seal;
mod search;
mod seen;
mod sent;
mod settings;
mod setups;
mod shared;
mod snapshots;
mod sql;
mod stats;
mod steps;
mod tallies;
mod taught;
mod transcript;
mod turns;
mod views;
mod waiting;
mod words;
mod write_backs;
mod writer;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use crate::clock::Clock;
use crate::domain::*;
use crate::error::{Error, Result};
use crate::schema::*;

pub use bulk_items::*;
pub use bulk_tries::*;
pub use bulks::*;
pub(crate) use copies::Checked;
pub(crate) use flags::DueFlag;
pub use journey::Travelled;
pub use practice::PracticeRow;
pub use problems::{Activity, Finding, Problem, ProblemCounts};
pub use rolls::{Part, Roll, Span};
pub use steps::*;
pub use transcript::{ToldConversation, ToldLine, ToldPage};
pub use turns::{Says, Turn};

use pool::Reader;
use shared::Shared;
/// The data folder, open and locked. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: PathBuf,
    shared: Arc<Shared>,
    settings: Arc<Mutex<Option<Connection>>>,
    writer: writer::Writer,
    pool: pool::Pool,
    key: KeyStatus,
    gap: Option<(Timestamp, Timestamp)>,
    /// Since when it is not certain that all was heard, as far as that was known at the start.
    missed: HashMap<ChannelId, Timestamp>,
    orders: mpsc::Sender<index::Order>,
    counting: mpsc::Sender<stats::Order>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    lock: Mutex<Option<Arc<lock::Lock>>>,
}

impl Inner {
    /// Ends the threads once what they were given is on the disk, and lets the folder go. Blocks; may be called again.
    fn end(&self) {
        self.writer.close();
        self.pool.close();
        // It may have ended already.
        drop(self.orders.send(index::Order::End));
        drop(self.counting.send(stats::Order::End));
        for thread in self.threads.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            if thread.join().is_err() {
                tracing::error!("A thread of the store had died.");
            }
        }
        self.settings.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.end();
    }
}

/// How to open a data folder.
#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    /// Keep the key in a file even where a keychain is there: tests, containers, servers.
    pub key_file: bool,
    /// Name of the keychain's service entry; tests use their own. None: `switchboard`.
    pub keychain_service: Option<String>,
    /// This relay's number, inside every identifier it gives.
    pub relay_number: u8,
}

impl Store {
    /// Opens (and makes, and migrates) the data folder. Errors: in use (DB-01), damaged (DB-02), newer (DB-04), disk full (DB-03).
    /// A key that cannot be read is no error here: see [`Store::key_status`].
    pub async fn open(folder: &Path, options: OpenOptions, clock: Clock) -> Result<Self> {
        let folder = folder.to_owned();
        let store = off_runtime(move || open::open(&folder, &options, clock)).await?;
        tokio::spawn(chores::stay_alive(Arc::downgrade(&store.0)));
        tokio::spawn(chores::retire(Arc::downgrade(&store.0)));
        tokio::spawn(chores::blank(Arc::downgrade(&store.0)));
        store.take_up().await?;
        Ok(store)
    }

    /// Ends what a stop cut short: channels that were being made or erased.
    async fn take_up(&self) -> Result<()> {
        let channels: Vec<ChannelId> = self.channels().await?.iter().map(|channel| channel.id).collect();
        for destination in self.destinations().await? {
            // A channel's endpoint comes first and goes last.
            if destination.role == Role::Endpoint && !channels.contains(&destination.channel) {
                tokio::spawn(chores::erase(Arc::downgrade(&self.0), destination.channel));
            }
        }
        self.erase_rest().await?;
        self.0
            .writer
            .keep(move |tx| {
                let ensure = |id: &ChannelId| destinations::ensure(tx, *id, Role::Endpoint).map(drop);
                channels.iter().try_for_each(ensure)
            })
            .await
    }

    /// From when to when the app was not running, as far as is known: from its last sign of life, given every 30 s, to this start. None at
    /// the first start.
    pub fn gap(&self) -> Option<(Timestamp, Timestamp)> {
        self.0.gap
    }

    /// Where the key lives and whether it could be read. Without it settings and the rows of the log can be read; whatever holds or needs
    /// something sealed (accepting, sending, details) fails with the same code.
    pub fn key_status(&self) -> KeyStatus {
        KeyStatus { home: self.0.key.home, error: self.0.shared.key_error() }
    }

    /// Reads the key again. Errors: why it still cannot be read.
    pub(crate) async fn unlock(&self) -> Result<()> {
        if self.0.shared.key_error().is_none() {
            return Ok(());
        }
        let folder = self.0.folder.clone();
        let seal = off_runtime(move || keys::again(&folder).and_then(|key| seal::Seal::new(&key))).await?;
        self.0.shared.set_seal(Arc::new(seal));
        for channel in self.channels().await? {
            self.0.shared.set_channel(channel);
        }
        let destinations = self.destinations().await?;
        self.0.shared.add_destinations(destinations);
        Ok(())
    }

    /// A key for one use alone, the same in every run of this data folder. `context` names the use. Errors: why the data key cannot be read.
    pub(crate) fn derived_key(&self, context: &'static str) -> Result<zeroize::Zeroizing<[u8; 32]>> {
        Ok(self.0.shared.seal()?.derived(context))
    }

    /// Waits for everything accepted so far to be on disk, checkpoints and lets the folder go.
    pub async fn close(self) {
        let inner = Arc::clone(&self.0);
        if tokio::task::spawn_blocking(move || inner.end()).await.is_err() {
            tracing::error!("Closing the store was cut short.");
        }
    }

    // -- settings.db

    /// All channels, by creation.
    pub async fn channels(&self) -> Result<Vec<Channel>> {
        let shared = Arc::clone(&self.0.shared);
        self.settings_db(move |db| channels::all(db, shared.seal().ok().as_deref())).await
    }

    /// Creates or replaces a channel (and its endpoint's destination). Errors: NAME-01 when the name is taken.
    pub async fn put_channel(&self, channel: Channel) -> Result<()> {
        let seal = self.0.shared.seal()?;
        let id = channel.id;
        let written = channel.clone();
        self.change_settings(move |db| channels::put(db, &seal, &written)).await?;
        self.0.shared.set_channel(channel);
        self.0.writer.keep(move |tx| destinations::ensure(tx, id, Role::Endpoint).map(drop)).await
    }

    /// Deletes a channel, its links, its deliveries and what is kept of its traffic. Of much traffic the rest goes after this has returned.
    pub async fn delete_channel(&self, id: ChannelId) -> Result<()> {
        /// How long a caller waits for the traffic to go.
        const WAIT: Duration = Duration::from_secs(2);
        self.change_settings(move |db| channels::delete(db, id)).await?;
        self.0.shared.forget_channel(id);
        self.uncount(id);
        let erasing = tokio::spawn(chores::erase(Arc::downgrade(&self.0), id));
        drop(tokio::time::timeout(WAIT, erasing).await);
        Ok(())
    }

    /// The settings, defaults where none were saved.
    pub async fn settings(&self) -> Result<Settings> {
        Ok(self.0.shared.settings())
    }

    /// Replaces the settings.
    pub async fn put_settings(&self, settings: Settings) -> Result<()> {
        let written = settings.clone();
        self.change_settings(move |db| settings::put(db, &written)).await?;
        self.0.shared.set_settings(settings);
        Ok(())
    }

    /// A new identifier.
    pub fn new_id<I: From<u64>>(&self) -> I {
        self.0.shared.ids.next(self.0.shared.clock.now())
    }

    /// An identifier for an event that was missed before this run: what it is owed to gets it before everything of this run, and after
    /// everything of the one before. None where there is no room between them.
    pub fn earlier_id<I: From<u64>>(&self) -> Option<I> {
        self.0.shared.ids.earlier()
    }

    // -- journal.db, path of a message

    /// Keeps an arrival: exchange, events, messages, conversation, contact and deliveries due, in one commit that has reached the disk
    /// when this returns. Errors: RATE-02 when the queue is full or over 4 s long (answer 503), KEY-01, DB-03, APP-01 (answer 500).
    pub async fn accept(&self, arrival: Arrival) -> Result<Stored> {
        let ready = Arc::new(accept::ready(&self.0.shared, arrival)?);
        self.0.shared.set_busy();
        let theirs = Arc::clone(&ready);
        let written = self.0.writer.write(ready.bytes(), move |tx| accept::write(tx, &theirs)).await?;
        self.finish(written, ready)
    }

    fn finish(&self, written: accept::Written, ready: Arc<accept::Ready>) -> Result<Stored> {
        let ready = Arc::into_inner(ready)
            .ok_or_else(|| Error::unexpected("writing", &"a step outlived its answer"))?;
        let (stored, jobs) = accept::finish(&self.0.shared, written, ready);
        for job in jobs {
            self.0.shared.put_job(job);
        }
        Ok(stored)
    }

    /// What is known of a contact, by the platform's key or the admin's identifier.
    pub async fn contact(&self, channel: ChannelId, key: &str) -> Result<Option<Contact>> {
        let (shared, key) = (Arc::clone(&self.0.shared), key.to_owned());
        self.read(move |reader| {
            let seal = shared.seal()?;
            match contacts::find(&reader.db, &seal, channel, &key)? {
                Some((_, contact)) => Ok(Some(contact)),
                None => contacts::find_by_identifier(&reader.db, &seal, channel, &key),
            }
        })
        .await
    }

    /// Every destination there is.
    pub async fn destinations(&self) -> Result<Vec<Destination>> {
        let seal = self.0.shared.seal().ok();
        self.read(move |reader| destinations::all(&reader.db, seal.as_deref())).await
    }

    /// Lanes of a destination that are due by `now`, longest due first, at most `limit`, leaving out `busy`. None while the key cannot be
    /// read: nothing could be sent.
    pub async fn due(
        &self,
        destination: DestinationId,
        now: Timestamp,
        limit: usize,
        busy: &[LaneId],
    ) -> Result<Vec<Due>> {
        if self.0.shared.key_error().is_some() {
            return Ok(Vec::new());
        }
        let busy = busy.to_vec();
        self.read(move |reader| lanes::due(&reader.db, destination, now, limit, &busy)).await
    }

    /// When the next lane of a destination falls due; none when nothing waits. Lanes in `busy` do not count.
    pub async fn next_due(&self, destination: DestinationId, busy: &[LaneId]) -> Result<Option<Timestamp>> {
        if self.0.shared.key_error().is_some() {
            return Ok(None);
        }
        let busy = busy.to_vec();
        self.read(move |reader| lanes::next_due(&reader.db, destination, &busy)).await
    }

    /// Everything a try of this delivery needs; none when it is no longer owed.
    pub async fn job(&self, delivery: DeliveryId) -> Result<Option<Job>> {
        if let Some(job) = self.0.shared.take_job(delivery) {
            return Ok(Some(job));
        }
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| details::job(&reader.db, &shared, delivery)).await
    }

    /// Ends a delivery that grew too old to be of use, without a try. Nothing happens when it is no longer owed.
    pub async fn skip_stale(&self, delivery: DeliveryId) -> Result<Recorded> {
        self.settle(Settled {
            delivery,
            progress: None,
            taught: Vec::new(),
            write_backs: Vec::new(),
            code: None,
            verdict: Verdict::Stale,
        })
        .await
    }

    /// Keeps a try and what follows from it.
    pub async fn record(&self, tried: Tried) -> Result<Recorded> {
        // What was at hand is older than this try.
        drop(self.0.shared.take_job(tried.delivery));
        let shared = Arc::clone(&self.0.shared);
        let ready = record::tried(&*shared.seal()?, tried)?;
        self.0.writer.keep(move |tx| record::write(tx, &shared, &ready)).await
    }

    /// Stops a destination, or opens it again with `None`. Deliveries stay as they are; their shown state follows.
    pub async fn set_stopped(
        &self,
        id: DestinationId,
        stopped: Option<Code>,
        probe_at: Option<Timestamp>,
    ) -> Result<()> {
        self.0
            .writer
            .keep(move |tx| {
                destinations::set_stopped(tx, id, stopped, probe_at)?;
                match stopped {
                    Some(code) => problems::stopped(tx, id, code),
                    None => problems::opened(tx, id),
                }
            })
            .await?;
        self.0.shared.set_stopped(id, stopped);
        Ok(())
    }

    /// Puts deliveries in their lanes again, due at once, with tries counted from the start. Returns also the lanes now due. One to a platform
    /// goes on from where it was given up; one that had arrived there begins anew.
    pub async fn resend(&self, request: ResendRequest, now: Timestamp) -> Result<(Resent, Vec<Due>)> {
        /// So many in one commit: intake goes on between them.
        const SLICE: usize = 100;
        let which = self.read(move |reader| resend::named(&reader.db, &request)).await?;
        let (mut sum, mut due) = (Resent { queued: 0, left: 0 }, Vec::new());
        for slice in which.chunks(SLICE) {
            let (slice, shared) = (slice.to_vec(), Arc::clone(&self.0.shared));
            let (resent, more, since) =
                self.0.writer.background(move |tx| resend::resend(tx, &shared, &slice, now)).await?;
            if let Some(since) = since {
                self.recount(since);
            }
            sum.queued += resent.queued;
            sum.left += resent.left;
            due.extend(more);
        }
        Ok((sum, due))
    }

    /// The clock jumped by this much (ms): due times move along.
    pub async fn shift_due(&self, by_ms: i64) -> Result<()> {
        self.0.writer.keep(move |tx| lanes::shift(tx, by_ms)).await
    }

    // -- reading

    /// A page of the log.
    pub async fn traffic(&self, query: TrafficQuery) -> Result<TrafficPage> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            pages::traffic(&reader.db, &mut reader.search, &shared.shown(), &query, shared.sums.exchanges())
        })
        .await
    }

    /// One exchange with everything about it, redacted; none when it is gone. `sentence` is left for the caller to fill.
    pub async fn exchange(&self, id: ExchangeId) -> Result<Option<ExchangeDetail>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| details::exchange(&reader.db, &shared, id)).await
    }

    /// The same for several, in this order.
    pub async fn exchanges(&self, ids: Vec<ExchangeId>) -> Result<Vec<Option<ExchangeDetail>>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            ids.into_iter().map(|id| details::exchange(&reader.db, &shared, id)).collect()
        })
        .await
    }

    /// A request as it went over the wire, secrets and all; none when it is gone.
    pub async fn raw(&self, id: ExchangeId) -> Result<Option<Raw>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| details::raw(&reader.db, &shared, id)).await
    }

    /// A kept request, to be read again.
    pub async fn kept(&self, id: ExchangeId) -> Result<Option<KeptRequest>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| details::kept(&reader.db, &shared, id)).await
    }

    /// Keeps what reading a kept request again brought: like [`Store::accept`], but the exchange stays the one it was. Errors: ID-05 when
    /// it is gone or cannot be processed, the arrival's own code when it is refused again.
    pub async fn process(&self, id: ExchangeId, arrival: Arrival) -> Result<Stored> {
        let ready = Arc::new(accept::ready(&self.0.shared, arrival)?);
        let (shared, theirs) = (Arc::clone(&self.0.shared), Arc::clone(&ready));
        let written = self.0.writer.keep(move |tx| accept::process(tx, &shared, id, &theirs)).await?;
        // Without the index nothing is lost but words to find it by.
        drop(self.0.orders.send(index::Order::Again(id)));
        self.finish(written, ready)
    }

    /// A page of deliveries.
    pub async fn deliveries(&self, query: DeliveryQuery) -> Result<DeliveryPage> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let (rows, next) = pages::deliveries(&reader.db, &shared.shown(), &query)?;
            let rows = rows
                .into_iter()
                .map(|row| details::view(&reader.db, &shared, row, false))
                .collect::<Result<_>>()?;
            Ok(DeliveryPage { rows, next })
        })
        .await
    }

    /// One delivery with its tries.
    pub async fn delivery(&self, id: DeliveryId) -> Result<Option<DeliveryView>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let found = deliveries::find(&reader.db, id)?;
            found.map(|found| details::view(&reader.db, &shared, found, true)).transpose()
        })
        .await
    }

    /// How a channel fares.
    pub async fn health(&self, channel: ChannelId, now: Timestamp) -> Result<ChannelHealth> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| pages::health(&reader.db, &shared.sums, channel, now)).await
    }

    /// Counts since `since` (to five minutes), deliveries waiting in all, and requests unclaimed.
    pub async fn counts(&self, since: Timestamp) -> Result<(TodayCounts, u64, u64)> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let [received, delivered, failed, _] = tallies::since(&reader.db, since, None)?;
            let unclaimed = exchanges::unclaimed(&reader.db)?;
            Ok((TodayCounts { received, delivered, failed }, shared.sums.all_waiting(), unclaimed))
        })
        .await
    }

    /// Deliveries waiting for a destination.
    pub async fn waiting(&self, destination: DestinationId) -> Result<u64> {
        Ok(self.0.shared.sums.waiting(destination))
    }

    /// Deliveries waiting in all.
    #[must_use]
    pub fn all_waiting(&self) -> u64 {
        self.0.shared.sums.all_waiting()
    }

    async fn read<T, F>(&self, read: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Reader) -> Result<T> + Send + 'static,
    {
        self.0.pool.read(read).await
    }

    async fn settings_db<T, F>(&self, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        let settings = Arc::clone(&self.0.settings);
        off_runtime(move || match &*settings.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(db) => step(db),
            None => Err(Error::unexpected("using the settings", &"the store is closed")),
        })
        .await
    }

    /// Changes `settings.db` and copies it: it is small, and nothing else can give back what an admin typed.
    async fn change_settings<T, F>(&self, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        let copy = self.0.folder.join("settings.db.bak");
        self.settings_db(move |db| {
            let done = step(db)?;
            migrate::copy(db, &copy)?;
            Ok(done)
        })
        .await
    }
}

async fn off_runtime<T, F>(step: F) -> Result<T>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T> + Send + 'static,
{
    tokio::task::spawn_blocking(step).await.map_err(|cause| Error::unexpected("using the disk", &cause))?
}

#[cfg(test)]
mod tests;
