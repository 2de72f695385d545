//! The one writer: takes whatever waits, writes it in one transaction, commits once and answers all.
//!
//! Each item is a savepoint, so a bad one hurts nobody else; if the commit fails, all who wait are told. Stands alone because every
//! promise of "stored, then answered" rests on it; it must not know what an item writes.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::checkpoint::Progress;
use super::lock::Lock;
use super::memory::Memory;
use crate::clock::Clock;
use crate::domain::{Code, Ids};
use crate::error::{Error, Result};

/// More than this many bytes waiting: the sender is told to come back.
const QUEUE_BYTES: usize = 64 << 20;
/// Whoever waited longer than this is told to come back; nothing of it is written.
const LONGEST_WAIT: Duration = Duration::from_secs(4);
/// At most so many items a commit, so that the first does not wait for a whole queue.
const BATCH: usize = 512;
/// While others wait, work in the background gets one slice in so many commits.
const BACKGROUND_EVERY: u32 = 16;
/// Idle for so long: memory of the last burst is given back.
const IDLE: Duration = Duration::from_secs(5);

/// What an item may use while it is being written.
pub(super) struct Tx<'c> {
    pub(super) db: &'c Connection,
    pub(super) memory: &'c mut Memory,
    pub(super) ids: &'c Ids,
    pub(super) clock: Clock,
}

impl Tx<'_> {
    /// A new identifier, greater than every one before.
    pub(super) fn next_id<I: From<u64>>(&self) -> I {
        self.ids.next(self.clock.now())
    }
}

/// Told once the outcome is certain: none for a commit that reached the disk.
type Answer = Box<dyn FnOnce(Option<Error>) + Send>;
type Step = Box<dyn FnOnce(&mut Tx<'_>) -> (bool, Answer) + Send>;

struct Item {
    bytes: usize,
    step: Step,
    refuse: bool,
}

#[derive(Default)]
struct Queue {
    intake: VecDeque<Item>,
    background: VecDeque<Item>,
    bytes: usize,
    closed: bool,
}

struct Shared {
    queue: Mutex<Queue>,
    ready: Condvar,
    clock: Clock,
    progress: Arc<Progress>,
}

impl Shared {
    fn queue(&self) -> std::sync::MutexGuard<'_, Queue> {
        // A panic while the queue was held left it whole: every change to it is a single push or take.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where items are handed to the writer thread. Cheap to clone.
#[derive(Clone)]
pub(super) struct Writer(Arc<Shared>);

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Writer")
    }
}

impl Writer {
    /// Starts the thread. It ends, its connection closed, after [`Writer::close`].
    pub(super) fn start(
        db: Connection,
        memory: Memory,
        ids: Arc<Ids>,
        clock: Clock,
        progress: Arc<Progress>,
        lock: Arc<Lock>,
    ) -> Result<(Self, std::thread::JoinHandle<()>)> {
        let shared = Arc::new(Shared { queue: Mutex::default(), ready: Condvar::new(), clock, progress });
        let theirs = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || {
                run(&theirs, &db, memory, &ids);
                theirs.progress.end();
                // The folder is let go only when nobody writes to it any more.
                drop(db);
                drop(lock);
            })
            .map_err(|cause| Error::unexpected("starting the writer", &cause))?;
        Ok((Self(shared), thread))
    }

    /// Writes something that came from outside; returns when it is on the disk. `bytes` is what it holds in memory.
    pub(super) async fn write<T, F>(&self, bytes: usize, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(bytes, true, step).await
    }

    /// Writes something of our own that must not be refused for want of room: a try that was made, a setting.
    pub(super) async fn keep<T, F>(&self, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(0, false, step).await
    }

    /// Writes one slice of background work, at most some 5 ms long: intake goes first.
    pub(super) async fn background<T, F>(&self, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (item, answer) = self.item(0, false, step);
        self.push(item, true)?;
        answer.await.unwrap_or_else(|_| Err(gone()))
    }

    async fn submit<T, F>(&self, bytes: usize, refuse: bool, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (item, answer) = self.item(bytes, refuse, step);
        self.push(item, false)?;
        answer.await.unwrap_or_else(|_| Err(gone()))
    }

    fn item<T, F>(&self, bytes: usize, refuse: bool, step: F) -> (Item, oneshot::Receiver<Result<T>>)
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (tell, answer) = oneshot::channel();
        let waiting = self.0.clock.stopwatch();
        let step: Step = Box::new(move |tx| {
            let result =
                if refuse && waiting.elapsed() > LONGEST_WAIT { Err(Error::new(Code::Rate02)) } else { step(tx) };
            let good = result.is_ok();
            let answer: Answer = Box::new(move |failure| {
                // Whoever asked may have gone away; what is written stays written.
                drop(tell.send(failure.map_or(result, Err)));
            });
            (good, answer)
        });
        (Item { bytes, step, refuse }, answer)
    }

    fn push(&self, item: Item, background: bool) -> Result<()> {
        let mut queue = self.0.queue();
        if queue.closed {
            return Err(gone());
        }
        if item.refuse && queue.bytes + item.bytes > QUEUE_BYTES {
            return Err(Error::new(Code::Rate02));
        }
        queue.bytes += item.bytes;
        let was_empty = queue.intake.is_empty() && queue.background.is_empty();
        if background { queue.background.push_back(item) } else { queue.intake.push_back(item) }
        drop(queue);
        if was_empty {
            self.0.ready.notify_one();
        }
        Ok(())
    }

    /// Takes nothing more; what waits is still written.
    pub(super) fn close(&self) {
        self.0.queue().closed = true;
        self.0.ready.notify_all();
    }
}

fn gone() -> Error {
    Error::unexpected("writing", &"the store is closed, or its transaction was lost")
}

fn run(shared: &Shared, db: &Connection, mut memory: Memory, ids: &Ids) {
    let mut since_background = 0;
    let mut rested = true;
    while let Some(batch) = next_batch(shared, &mut since_background, &mut rested, db) {
        if batch.is_empty() {
            continue;
        }
        /// What one item writes besides its body, about.
        const ROWS: usize = 4_096;
        let bytes = batch.iter().map(|item| item.bytes / 2 + ROWS).sum();
        let mut tx = Tx { db, memory: &mut memory, ids, clock: shared.clock };
        commit(&mut tx, batch);
        shared.progress.committed(bytes);
        shared.progress.restart_if_long(db);
    }
}

/// Waits for something to do; none once closed and empty.
fn next_batch(shared: &Shared, since_background: &mut u32, rested: &mut bool, db: &Connection) -> Option<Vec<Item>> {
    let mut queue = shared.queue();
    loop {
        let waiting = queue.intake.len();
        if waiting > 0 || !queue.background.is_empty() {
            *rested = false;
            let mut batch: Vec<Item> = queue.intake.drain(..waiting.min(BATCH)).collect();
            *since_background += 1;
            if batch.is_empty() || *since_background >= BACKGROUND_EVERY {
                *since_background = 0;
                batch.extend(queue.background.pop_front());
            }
            queue.bytes -= batch.iter().map(|item| item.bytes).sum::<usize>();
            return Some(batch);
        }
        if queue.closed {
            return None;
        }
        if *rested {
            queue = shared.ready.wait(queue).unwrap_or_else(PoisonError::into_inner);
        } else {
            let (back, waited) =
                shared.ready.wait_timeout(queue, IDLE).unwrap_or_else(PoisonError::into_inner);
            queue = back;
            if waited.timed_out() {
                *rested = true;
                drop(queue);
                // Only memory is at stake: nothing depends on this.
                drop(db.execute_batch("PRAGMA shrink_memory"));
                queue = shared.queue();
            }
        }
    }
}

/// Writes a batch in one transaction and answers each of its items.
fn commit(tx: &mut Tx<'_>, batch: Vec<Item>) {
    let mut answers = Vec::with_capacity(batch.len());
    let outcome = transact(tx, batch, &mut answers);
    if outcome.is_err() {
        // Nothing of it happened; what was remembered from it is forgotten.
        if !tx.db.is_autocommit() {
            drop(tx.db.execute_batch("ROLLBACK"));
        }
        tx.memory.forget();
    } else {
        tx.memory.settle();
    }
    for answer in answers {
        answer(outcome.as_ref().err().cloned());
    }
}

fn transact(tx: &mut Tx<'_>, batch: Vec<Item>, answers: &mut Vec<Answer>) -> Result<()> {
    let execute = |db: &Connection, sql| -> Result<()> {
        db.prepare_cached(sql)?.execute([])?;
        Ok(())
    };
    let mut failed = execute(tx.db, "BEGIN IMMEDIATE").err();
    for item in batch {
        // Once the transaction is lost no further step is run: dropping the item tells its waiter.
        if failed.is_some() {
            continue;
        }
        failed = execute(tx.db, "SAVEPOINT item").err();
        if failed.is_some() {
            continue;
        }
        let counted = tx.memory.tallies.len();
        let (good, answer) = (item.step)(tx);
        answers.push(answer);
        let ended = if good {
            execute(tx.db, "RELEASE item")
        } else {
            tx.memory.forget_item(counted);
            execute(tx.db, "ROLLBACK TO item").and_then(|()| execute(tx.db, "RELEASE item"))
        };
        failed = ended.err();
    }
    if let Some(error) = failed {
        return Err(error);
    }
    super::tallies::flush(tx)?;
    execute(tx.db, "COMMIT")
}
