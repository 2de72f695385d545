//! What was counted of the traffic: `stats.db`, losable, written by a thread of its own that follows the journal.
//!
//! The path of a message does not know of it. The thread goes on from its watermark, which is written with what was counted up to it, so
//! that nothing counts twice; a file that is missing or damaged is made anew from the journal, as far as that goes back. It works a
//! few milliseconds at a time and rests longer than it works. Sums that must be exact for ever (what came in, arrived, failed) are the
//! journal's own tallies; here they are only gathered by hours.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::lock::Lock;
use super::pool::Reader;
use super::rolls::{self, Adds, Part, Roll, Span};
use super::shared::Shared;
use super::sql::{id, state, statement};
use super::steps::Role;
use super::{Store, tallies};
use crate::domain::{ChannelId, DeliveryId, SkipReason, State, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{AnswerCount, Lane, Source, Sums};

/// Exchanges counted in one go.
const SLICE: i64 = 400;
/// How often the journal is looked at when nothing is left to do.
const LOOK: Duration = Duration::from_millis(250);
/// Rests so many times as long as it worked.
const RESTS: u32 = 4;
/// Version of `stats.db`: another one is thrown away and made anew.
const VERSION: i64 = 1;
const HOUR: i64 = 60 * 60 * 1_000;
/// An hour is gathered this long after it is over, in ms: nothing is entered for it any more.
const SETTLED: i64 = 60 * 1_000;
/// What is older, in ms, moves no more.
const FRESH: i64 = 10 * 1_000;

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

fn path(folder: &Path) -> std::path::PathBuf {
    folder.join("stats.db")
}

/// Opens the file, or makes it anew when it is missing, damaged or of another version.
fn open_or_make(folder: &Path) -> Result<Connection> {
    let path = path(folder);
    if let Ok(Some(db)) = usable(&path) {
        return Ok(db);
    }
    for end in ["", "-wal", "-shm"] {
        let file = folder.join(format!("stats.db{end}"));
        if let Err(cause) = std::fs::remove_file(&file)
            && cause.kind() != std::io::ErrorKind::NotFound
        {
            return Err(Error::unexpected("making the statistics anew", &cause));
        }
    }
    let db = configured(&path)?;
    db.execute_batch(&format!("BEGIN; {} PRAGMA user_version = {VERSION}; COMMIT;", rolls::SCHEMA))?;
    Ok(db)
}

fn configured(path: &Path) -> Result<Connection> {
    let db = Connection::open(path)?;
    db.busy_timeout(super::open::BUSY)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // Losable: what a power cut takes is counted again, and the watermark goes with it.
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "cache_size", -1_024)?;
    Ok(db)
}

/// None when there is none, or one of another version.
fn usable(path: &Path) -> Result<Option<Connection>> {
    if !path.exists() {
        return Ok(None);
    }
    let db = configured(path)?;
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((version == VERSION).then_some(db))
}

/// A connection for reading.
pub(super) fn open_to_read(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path(folder), flags)?;
    db.busy_timeout(super::open::BUSY)?;
    db.pragma_update(None, "cache_size", -1_024)?;
    Ok(db)
}

/// Starts the thread.
pub(super) fn start(
    folder: &Path,
    shared: Arc<Shared>,
    orders: mpsc::Receiver<Order>,
    lock: Arc<Lock>,
) -> Result<JoinHandle<()>> {
    let db = open_or_make(folder)?;
    let journal = Connection::open_with_flags(
        folder.join("journal.db"),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    journal.busy_timeout(super::open::BUSY)?;
    journal.pragma_update(None, "cache_size", -1_024)?;
    super::open::steady(&journal)?;
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

/// Counts the next exchanges: how many, the last of them, and what they add.
fn count(
    db: &Connection,
    journal: &Connection,
    shared: &Shared,
    now: Timestamp,
    roles: &mut HashMap<i64, Role>,
) -> Result<(usize, Option<i64>, Adds)> {
    let watermark = tallies::fact(db, "watermark")?;
    let mut select = statement(
        journal,
        "SELECT id, at, direction, channel, status, result, skipped, code, took_us, delivery, source, destination
         FROM exchanges WHERE id > ?1 ORDER BY id LIMIT ?2",
    )?;
    let mut rows = select.query((watermark, SLICE))?;
    let (mut found, mut last, mut adds) = (0, None, Adds::default());
    while let Some(row) = rows.next()? {
        found += 1;
        let exchange: i64 = row.get(0)?;
        last = Some(exchange);
        let Some(channel) = row.get::<_, Option<i64>>(3)? else { continue };
        let at = Timestamp(row.get(1)?);
        let code: Option<String> = row.get(7)?;
        let status: Option<u16> = row.get(4)?;
        let result = state(row.get(5)?);
        let took = row.get::<_, i64>(8)?;
        let source = usize::try_from(row.get::<_, i64>(10)?).ok().and_then(|i| Source::ALL.get(i)).copied();
        let mut one = Roll { count: 1, ..Roll::default() };
        #[expect(clippy::cast_precision_loss, reason = "a spread is no exact thing")]
        one.took.add(took as f64 / 1_000.0);
        let part = if row.get::<_, i64>(2)? == 0 {
            let skipped = row.get::<_, Option<i64>>(6)?.and_then(SkipReason::from_number);
            // What happened long ago is no traffic of its minute.
            if skipped == Some(SkipReason::History) {
                continue;
            }
            // What it caused may have failed, with a code of its own; whether it was taken is what is counted here.
            let refused = result == State::Refused;
            (one.ok, one.failed) = (u64::from(!refused), u64::from(refused));
            let lane = match source.unwrap_or_default() {
                Source::Endpoint => Lane::FromEndpoint,
                Source::Screen => Lane::FromScreen,
                _ => Lane::FromPlatform,
            };
            Part { channel: id(channel), lane, via: None }
        } else {
            let delivery: Option<i64> = row.get(9)?;
            let Some(delivery) = delivery else {
                let lane = if source == Some(Source::Screen) { Lane::Bulk } else { Lane::Asked };
                end(&mut one, result);
                let part = Part { channel: id(channel), lane, via: None };
                adds.add(part, at, now, &one, (status.unwrap_or(0), code.as_deref().unwrap_or("")));
                continue;
            };
            let role = role(journal, roles, row.get(11)?)?;
            let mut via = None;
            let mut is_step = false;
            if role.is_platform() {
                (is_step, via) = part_of(journal, exchange, delivery, channel)?;
            }
            if !(is_step && matches!(result, State::Delivered | State::Accepted)) {
                end(&mut one, result);
            }
            if one.ok > 0 {
                let through = at.since(id::<DeliveryId>(delivery).time()).max(0);
                #[expect(clippy::cast_precision_loss, reason = "a spread is no exact thing")]
                one.through.add(through as f64);
            }
            let lane = match role {
                Role::Endpoint | Role::Address => Lane::ToEndpoint,
                Role::Platform => Lane::ToPlatform,
                Role::WriteBack => Lane::Told,
            };
            Part { channel: id(channel), lane, via }
        };
        let is_in = part.lane.is_in();
        let code = code.filter(|_| !is_in || one.failed > 0);
        adds.add(part, at, now, &one, (status.unwrap_or(0), code.as_deref().unwrap_or("")));
        if now.since(at) < FRESH {
            shared.pulse.add(part, &one);
        }
    }
    Ok((found, last, adds))
}

/// How a try ended.
fn end(one: &mut Roll, result: State) {
    match result {
        State::Delivered | State::Accepted | State::Read => one.ok = 1,
        State::Failed | State::Unknown => one.failed = 1,
        State::Retrying | State::OnHold => one.retried = 1,
        _ => {}
    }
}

/// What a destination is. One that is gone was an address given once.
fn role(journal: &Connection, roles: &mut HashMap<i64, Role>, destination: Option<i64>) -> Result<Role> {
    let Some(destination) = destination else { return Ok(Role::Endpoint) };
    if let Some(role) = roles.get(&destination) {
        return Ok(*role);
    }
    let found = statement(journal, "SELECT role FROM destinations WHERE id = ?1")?
        .query_row([destination], |row| row.get(0))
        .optional()?;
    let role = found.map_or(Role::Address, Role::from_number);
    roles.insert(destination, role);
    Ok(role)
}

/// Whether a call to a platform was only a step of what it is part of, and from which other channel a link brought that.
fn part_of(
    journal: &Connection,
    exchange: i64,
    delivery: i64,
    channel: i64,
) -> Result<(bool, Option<ChannelId>)> {
    let found = statement(
        journal,
        "SELECT d.state, d.tries, (SELECT a.number FROM attempts a WHERE a.delivery = d.id AND a.exchange = ?2),
            (SELECT e.channel FROM exchanges e WHERE e.id = d.exchange)
         FROM deliveries d WHERE d.id = ?1",
    )?
    .query_row((delivery, exchange), |row| {
        Ok((
            state(row.get(0)?),
            row.get::<_, i64>(1)?,
            row.get::<_, Option<i64>>(2)?,
            row.get::<_, Option<i64>>(3)?,
        ))
    })
    .optional()?;
    let Some((now, tries, number, cause)) = found else { return Ok((false, None)) };
    let is_last = number.is_none_or(|number| number >= tries);
    let via = cause.filter(|cause| *cause != channel).map(id);
    Ok((!is_last || now.is_open(), via))
}

type Hours = (i64, Vec<(i64, i64, [i64; 4])>);

/// Gathers the journal's tallies of a day of hours that are over and were not gathered; none when there are none.
fn gather(db: &Connection, journal: &Connection, now: Timestamp) -> Result<Option<Hours>> {
    const PER_HOUR: i64 = HOUR / tallies::SLOT;
    let over = (now.0 - SETTLED).div_euclid(HOUR);
    let mut from = tallies::fact(db, "hours")?;
    if from >= over {
        return Ok(None);
    }
    let first: Option<i64> = statement(journal, "SELECT min(slot) FROM tallies WHERE slot >= ?1")?
        .query_row([from * PER_HOUR], |row| row.get(0))?;
    // Where there is nothing there is nothing to go through.
    from = from.max(first.map_or(over, |slot| slot / PER_HOUR));
    let until = over.min(from + 24);
    let mut select = statement(
        journal,
        "SELECT slot / ?3, channel, sum(received), sum(delivered), sum(failed), sum(troubled) FROM tallies
         WHERE slot >= ?1 AND slot < ?2 GROUP BY slot / ?3, channel",
    )?;
    let rows = select.query_map((from * PER_HOUR, until * PER_HOUR, PER_HOUR), |row| {
        Ok((row.get(0)?, row.get(1)?, [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]))
    })?;
    Ok(Some((until, rows.collect::<Result<_, _>>()?)))
}

/// The journal's tallies of a span by bucket and channel. Whole hours that are over come from where they were gathered.
fn tallied(
    reader: &mut Reader,
    from: Timestamp,
    to: Timestamp,
    bucket: i64,
) -> Result<HashMap<(i64, ChannelId), Sums>> {
    let mut sums: HashMap<(i64, ChannelId), Sums> = HashMap::new();
    let mut add = |at: i64, row: &rusqlite::Row<'_>| -> rusqlite::Result<()> {
        let sum = sums.entry(((at - from.0).div_euclid(bucket), id(row.get(1)?))).or_default();
        let count = |i: usize| -> rusqlite::Result<i64> { row.get(i) };
        let plus = |sum: &mut u64, more: i64| *sum = sum.saturating_add_signed(more);
        plus(&mut sum.received, count(2)?);
        plus(&mut sum.delivered, count(3)?);
        plus(&mut sum.failed, count(4)?);
        plus(&mut sum.troubled, count(5)?);
        Ok(())
    };
    let mut fine = from.0;
    if bucket % HOUR == 0 {
        let db = reader.stats.db()?;
        let gathered = tallies::fact(db, "hours")? * HOUR;
        let mut select = statement(
            db,
            "SELECT hour, channel, received, delivered, failed, troubled FROM hours WHERE hour >= ?1 AND hour < ?2",
        )?;
        let mut rows = select.query((from.0.div_euclid(HOUR), (to.0 - 1).div_euclid(HOUR) + 1))?;
        while let Some(row) = rows.next()? {
            add(row.get::<_, i64>(0)? * HOUR, row)?;
        }
        fine = fine.max(gathered);
    }
    let mut select = statement(
        &reader.db,
        "SELECT slot, channel, received, delivered, failed, troubled FROM tallies WHERE slot >= ?1 AND slot < ?2",
    )?;
    let slot = tallies::SLOT;
    let mut rows = select.query((fine.div_euclid(slot), (to.0 - 1).div_euclid(slot) + 1))?;
    while let Some(row) = rows.next()? {
        add((row.get::<_, i64>(0)? * slot).max(from.0), row)?;
    }
    Ok(sums)
}

/// The statistics as a reader opens them: at their first use.
pub(super) struct Stats {
    folder: std::path::PathBuf,
    db: Option<Connection>,
}

impl Stats {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), db: None }
    }

    fn db(&mut self) -> Result<&Connection> {
        Ok(match &mut self.db {
            Some(db) => db,
            none => none.insert(open_to_read(&self.folder)?),
        })
    }
}

impl Store {
    /// Sums of the traffic in a span, by beginning of bucket and by the way it took.
    pub async fn rolls(
        &self,
        span: Span,
        wanted: impl Fn(&Part) -> bool + Send + 'static,
    ) -> Result<std::collections::BTreeMap<(Timestamp, Part), Roll>> {
        let now = self.0.shared.clock.now();
        self.read(move |reader| rolls::sums(reader.stats.db()?, span, now, wanted)).await
    }

    /// What was answered in a span, the most frequent first.
    pub async fn answers(
        &self,
        span: Span,
        wanted: impl Fn(&Part) -> bool + Send + 'static,
    ) -> Result<Vec<AnswerCount>> {
        let now = self.0.shared.clock.now();
        self.read(move |reader| rolls::answers(reader.stats.db()?, span, now, wanted)).await
    }

    /// What came in, arrived and failed in a span, by bucket counted from `from` and by channel.
    pub async fn tallied(
        &self,
        from: Timestamp,
        to: Timestamp,
        bucket: i64,
    ) -> Result<HashMap<(i64, ChannelId), Sums>> {
        self.read(move |reader| tallied(reader, from, to, bucket)).await
    }

    /// Since when the delivery that waits longest has waited. Where very many wait, of those that are due first.
    pub async fn oldest_waiting(&self) -> Result<Option<Timestamp>> {
        self.read(|reader| {
            let mut all = statement(&reader.db, "SELECT id FROM destinations")?;
            let all = all.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
            let mut first = statement(
                &reader.db,
                "SELECT min(head) FROM (SELECT head FROM lanes WHERE destination = ?1 AND due IS NOT NULL ORDER BY due LIMIT 500)",
            )?;
            let mut oldest: Option<i64> = None;
            for destination in all {
                let head: Option<i64> = first.query_row([destination], |row| row.get(0))?;
                oldest = head.into_iter().chain(oldest).min();
            }
            Ok(oldest.map(|oldest| id::<DeliveryId>(oldest).time()))
        })
        .await
    }

    /// What moved since the start, by the way it took: what arrived, what did not.
    #[must_use]
    pub fn moved(&self) -> HashMap<Part, [u64; 2]> {
        self.0.shared.pulse.moved.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Older traffic is still being counted.
    #[must_use]
    pub fn is_counting(&self) -> bool {
        !self.0.shared.pulse.level.load(Ordering::Relaxed)
    }

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
