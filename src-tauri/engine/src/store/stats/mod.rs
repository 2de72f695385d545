//! What was counted of the traffic: `stats.db`, losable, written by a thread of its own that follows the journal.
//!
//! The path of a message does not know of it. The thread goes on from its watermark, which is written with what was counted up to it, so
//! that nothing counts twice; a file that is missing or damaged is made anew from the journal, as far as that goes back. It works a
//! few milliseconds at a time and rests longer than it works. Sums that must be exact for ever (what came in, arrived, failed) are the
//! journal's own tallies; here they are only gathered by hours.

mod counting;
mod reading;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;

use super::Store;
use super::lock::Lock;
use super::losable::{self, Losable};
use super::rolls::{self, Part, Roll};
use super::shared::Shared;
use super::sql::statement;
use super::steps::Role;
use crate::domain::{ChannelId, Timestamp};
use crate::error::{Error, Result};
use counting::{count, gather};

pub(super) use reading::Stats;

/// How often the journal is looked at when nothing is left to do.
const LOOK: Duration = Duration::from_millis(250);
/// Rests so many times as long as it worked.
const RESTS: u32 = 4;
/// What the file is called.
const NAME: &str = "stats.db";
/// Version of `stats.db`: another one is thrown away and made anew.
const VERSION: i64 = 1;
const HOUR: i64 = 60 * 60 * 1_000;

/// What moved since the start, for whoever watches it move.
#[derive(Debug, Default)]
pub(super) struct Pulse {
    moved: Mutex<HashMap<Part, [u64; 2]>>,
    /// The journal was counted to its end once.
    level: AtomicBool,
}

impl Pulse {
    fn add(&self, part: Part, one: &Roll) {
        let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        let [ok, failed] = moved.entry(part).or_default();
        *ok += one.ok;
        *failed += one.failed + one.retried;
    }
}

/// What the thread is told.
pub(super) enum Order {
    /// This channel is no more.
    Forget(ChannelId),
    /// The journal's tallies changed from that time on: hours that were gathered are gathered anew.
    Recount(Timestamp),
    /// Answers when everything that is in the journal by now was counted.
    CatchUp(tokio::sync::oneshot::Sender<()>),
    /// The journal is closed.
    End,
}

fn path(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Starts the thread.
pub(super) fn start(
    folder: &Path,
    shared: Arc<Shared>,
    orders: mpsc::Receiver<Order>,
    lock: Arc<Lock>,
) -> Result<JoinHandle<()>> {
    let file = Losable {
        name: NAME,
        what: "making the statistics anew",
        version: VERSION,
        schema: rolls::SCHEMA.to_owned(),
        cache: -1_024,
    };
    let db = file.open_or_make(folder)?;
    let journal = losable::journal(folder)?;
    std::thread::Builder::new()
        .name("store-stats".to_owned())
        .spawn(move || {
            run(&db, &journal, &shared, &orders);
            drop((db, journal));
            drop(lock);
        })
        .map_err(|cause| Error::unexpected("starting the statistics", &cause))
}

fn run(db: &Connection, journal: &Connection, shared: &Shared, orders: &mpsc::Receiver<Order>) {
    let mut rest = Duration::ZERO;
    let mut waiting = Vec::new();
    let mut roles = HashMap::new();
    loop {
        match orders.recv_timeout(rest) {
            Ok(Order::CatchUp(done)) => waiting.push(done),
            Ok(Order::Forget(channel)) => {
                if let Err(error) = rolls::forget(db, channel) {
                    tracing::warn!(%error, "A channel that is gone is still counted.");
                }
            }
            Ok(Order::Recount(since)) => {
                let set = "UPDATE facts SET value = min(value, ?1) WHERE name = 'hours'";
                if let Err(error) = db.execute(set, [since.0.div_euclid(HOUR)]) {
                    tracing::warn!(%error, "Sums of days that are over stay as they were.");
                }
            }
            Ok(Order::End) | Err(mpsc::RecvTimeoutError::Disconnected) => return,
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        let work = shared.clock.stopwatch();
        rest = match slice(db, journal, shared, &mut roles) {
            Ok(0) => {
                shared.pulse.level.store(true, Ordering::Relaxed);
                // Whoever asked may have gone away.
                for done in waiting.drain(..) {
                    let done: tokio::sync::oneshot::Sender<()> = done;
                    _ = done.send(());
                }
                LOOK
            }
            Ok(_) => work.elapsed() * RESTS,
            Err(error) => {
                tracing::warn!(%error, "The statistics fell behind; they go on.");
                Duration::from_secs(5)
            }
        };
    }
}

/// Counts what is next; how much there was to do.
fn slice(
    db: &Connection,
    journal: &Connection,
    shared: &Shared,
    roles: &mut HashMap<i64, Role>,
) -> Result<usize> {
    // One look at the journal instead of one for each statement.
    let look = journal.unchecked_transaction()?;
    let now = shared.clock.now();
    let (found, last, adds) = count(db, journal, shared, now, roles)?;
    let hours = if found == 0 { gather(db, journal, now)? } else { None };
    drop(look);
    if found == 0 && hours.is_none() {
        return Ok(0);
    }
    let tx = db.unchecked_transaction()?;
    if let Some(last) = last {
        adds.write(db)?;
        statement(db, "UPDATE facts SET value = ?1 WHERE name = 'watermark'")?.execute([last])?;
    }
    if let Some((until, rows)) = hours {
        for (hour, channel, [received, delivered, failed, troubled]) in rows {
            statement(db, "INSERT OR REPLACE INTO hours VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                .execute((hour, channel, received, delivered, failed, troubled))?;
        }
        statement(db, "UPDATE facts SET value = ?1 WHERE name = 'hours'")?.execute([until])?;
        rolls::prune(db, now)?;
    }
    tx.commit()?;
    Ok(found.max(1))
}

impl Store {
    /// Waits until everything kept so far is counted.
    pub async fn counted(&self) {
        let (done, level) = tokio::sync::oneshot::channel();
        if self.0.counting.send(Order::CatchUp(done)).is_ok() {
            drop(level.await);
        }
    }

    /// The journal's tallies changed from that time on.
    pub(super) fn recount(&self, since: Timestamp) {
        drop(self.0.counting.send(Order::Recount(since)));
    }

    /// A channel that is gone is no longer counted.
    pub(super) fn uncount(&self, channel: ChannelId) {
        // Without the thread nothing is lost but numbers nobody asks for.
        drop(self.0.counting.send(Order::Forget(channel)));
        self.0
            .shared
            .pulse
            .moved
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|part, _| part.channel != channel);
    }
}
