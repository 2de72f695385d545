//! The one writer: takes whatever waits, writes it in one transaction, commits once and answers all.
//!
//! A bad item hurts nobody else: when one fails, the others are written again, each in a savepoint. If the commit fails, all who wait
//! are told. Stands alone because every
//! promise of "stored, then answered" rests on it; it must not know what an item writes.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::checkpoint::Progress;
use super::lock::Lock;
use super::memory::Memory;
use crate::clock::{Clock, Stopwatch};
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

    /// One that comes before everything of this run, while there is room.
    pub(super) fn earlier_id<I: From<u64>>(&self) -> I {
        self.ids.earlier().unwrap_or_else(|| self.next_id())
    }
}

/// Something to be written, and whoever waits for it.
trait Item: Send {
    /// Writes it. May be called again when what it wrote was undone with others' writes. False when it failed and must be undone.
    fn write(&mut self, tx: &mut Tx<'_>) -> bool;
    /// Tells how it ended, once that is certain; with none for a commit that reached the disk.
    fn answer(self: Box<Self>, failure: Option<Error>);
}

struct Pending<T, F> {
    step: F,
    result: Option<Result<T>>,
    tell: oneshot::Sender<Result<T>>,
    waiting: Stopwatch,
    may_refuse: bool,
}

impl<T, F> Item for Pending<T, F>
where
    T: Send,
    F: FnMut(&mut Tx<'_>) -> Result<T> + Send,
{
    fn write(&mut self, tx: &mut Tx<'_>) -> bool {
        if self.may_refuse && self.waiting.elapsed() > LONGEST_WAIT {
            self.result = Some(Err(Error::new(Code::Rate02)));
            // Nothing was written, so nothing is undone.
            return true;
        }
        let result = (self.step)(tx);
        let good = result.is_ok();
        self.result = Some(result);
        good
    }

    fn answer(self: Box<Self>, failure: Option<Error>) {
        let Self { step, result, tell, .. } = *self;
        // What the step holds is the waiter's again.
        drop(step);
        let result = failure.map_or_else(|| result.unwrap_or_else(|| Err(gone())), Err);
        // Whoever asked may have gone away; what is written stays written.
        drop(tell.send(result));
    }
}

struct Waiting {
    bytes: usize,
    item: Box<dyn Item>,
}

#[derive(Default)]
struct Queue {
    intake: VecDeque<Waiting>,
    background: VecDeque<Waiting>,
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
    ///
    /// A step may run more than once: when another of its commit fails, all are undone and written again. What it returns is of the last.
    pub(super) async fn write<T, F>(&self, bytes: usize, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(bytes, true, false, step).await
    }

    /// Writes something of our own that must not be refused for want of room: a try that was made, a setting.
    pub(super) async fn keep<T, F>(&self, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(0, false, false, step).await
    }

    /// Writes one slice of background work, at most some 5 ms long: intake goes first.
    pub(super) async fn background<T, F>(&self, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(0, false, true, step).await
    }

    async fn submit<T, F>(&self, bytes: usize, may_refuse: bool, background: bool, step: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (tell, answer) = oneshot::channel();
        let item = Pending { step, result: None, tell, waiting: self.0.clock.stopwatch(), may_refuse };
        self.push(Waiting { bytes, item: Box::new(item) }, may_refuse, background)?;
        answer.await.unwrap_or_else(|_| Err(gone()))
    }

    fn push(&self, waiting: Waiting, may_refuse: bool, background: bool) -> Result<()> {
        let mut queue = self.0.queue();
        if queue.closed {
            return Err(gone());
        }
        if may_refuse && queue.bytes + waiting.bytes > QUEUE_BYTES {
            return Err(Error::new(Code::Rate02));
        }
        queue.bytes += waiting.bytes;
        let was_empty = queue.intake.is_empty() && queue.background.is_empty();
        if background {
            queue.background.push_back(waiting)
        } else {
            queue.intake.push_back(waiting)
        }
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
fn next_batch(
    shared: &Shared,
    since_background: &mut u32,
    rested: &mut bool,
    db: &Connection,
) -> Option<Vec<Waiting>> {
    let mut queue = shared.queue();
    loop {
        let waiting = queue.intake.len();
        if waiting > 0 || !queue.background.is_empty() {
            *rested = false;
            let mut batch: Vec<Waiting> = queue.intake.drain(..waiting.min(BATCH)).collect();
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
fn commit(tx: &mut Tx<'_>, batch: Vec<Waiting>) {
    let mut items: Vec<_> = batch.into_iter().map(|waiting| waiting.item).collect();
    let outcome = match together(tx, &mut items) {
        Ok(true) => Ok(()),
        Ok(false) => undo(tx).and_then(|()| one_by_one(tx, &mut items)),
        Err(error) => Err(error),
    };
    let failure = match outcome {
        Ok(()) => {
            tx.memory.settle();
            None
        }
        Err(error) => {
            // Nothing of it happened. When even that cannot be said to the database, the next transaction finds out.
            drop(undo(tx));
            Some(error)
        }
    };
    for item in items {
        item.answer(failure.clone());
    }
}

fn execute(db: &Connection, sql: &str) -> Result<()> {
    db.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Undoes the transaction and forgets what was remembered from it.
fn undo(tx: &mut Tx<'_>) -> Result<()> {
    tx.memory.forget();
    if tx.db.is_autocommit() { Ok(()) } else { execute(tx.db, "ROLLBACK") }
}

/// Writes all of them and commits, if none fails: the way it nearly always goes, without the price of a savepoint for each.
fn together(tx: &mut Tx<'_>, items: &mut [Box<dyn Item>]) -> Result<bool> {
    execute(tx.db, "BEGIN IMMEDIATE")?;
    if !items.iter_mut().all(|item| item.write(tx)) {
        return Ok(false);
    }
    end(tx)
}

/// Writes each of them in a savepoint of its own, so that a bad one takes no other with it, and commits.
fn one_by_one(tx: &mut Tx<'_>, items: &mut [Box<dyn Item>]) -> Result<()> {
    execute(tx.db, "BEGIN IMMEDIATE")?;
    for item in items {
        execute(tx.db, "SAVEPOINT item")?;
        let before = tx.memory.before();
        if !item.write(tx) {
            tx.memory.forget_item(before);
            execute(tx.db, "ROLLBACK TO item")?;
        }
        execute(tx.db, "RELEASE item")?;
    }
    end(tx)?;
    Ok(())
}

fn end(tx: &mut Tx<'_>) -> Result<bool> {
    super::tallies::flush(tx)?;
    execute(tx.db, "COMMIT")?;
    Ok(true)
}
