//! SQLite, and the only SQL of the app.
//!
//! Four files in the data folder: `settings.db` (channels, secrets, settings; small, copied at every change), `journal.db` (all that
//! commits with a message), and `search.db` and `stats.db` (losable). Writes go through one writer thread, which takes whatever waits, gives each item a
//! savepoint, commits once and answers all; reads through a small pool. Every call is a whole step: no connection and no transaction
//! leaves this module, because one day the same steps may run on another database. A step stands beside the tables it reads or writes; here
//! the folder is opened and let go.

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
mod losable;
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

use rusqlite::Connection;

use crate::clock::Clock;
use crate::domain::*;
use crate::error::{Error, Result};
use crate::schema::*;

pub use bulk_items::*;
pub use bulk_tries::*;
pub use bulks::*;
pub(crate) use copies::Checked;
pub(crate) use details::certificate_view;
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

    /// A new identifier.
    pub fn new_id<I: From<u64>>(&self) -> I {
        self.0.shared.ids.next(self.0.shared.clock.now())
    }

    /// An identifier for an event that was missed before this run: what it is owed to gets it before everything of this run, and after
    /// everything of the one before. None where there is no room between them.
    pub fn earlier_id<I: From<u64>>(&self) -> Option<I> {
        self.0.shared.ids.earlier()
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

/// Does something with the disk, off the runtime.
pub(crate) async fn off_runtime<T, F>(step: F) -> Result<T>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T> + Send + 'static,
{
    tokio::task::spawn_blocking(step).await.map_err(|cause| Error::unexpected("using the disk", &cause))?
}

#[cfg(test)]
mod tests;
