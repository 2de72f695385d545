//! Sums by channel and five minutes, and how many deliveries wait where: what screens ask for all the time and may not count rows for.
//!
//! The table is written once a commit, in that commit; the numbers in memory follow when it is on the disk.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use rusqlite::Connection;

use super::Store;
use super::sql::{num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, DestinationId, Timestamp};
use crate::error::Result;

/// Milliseconds of one slot.
pub(super) const SLOT: i64 = 5 * 60 * 1_000;

/// What one item adds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) at: Timestamp,
    pub(super) channel: Option<ChannelId>,
    pub(super) exchanges: i64,
    pub(super) received: i64,
    pub(super) delivered: i64,
    pub(super) failed: i64,
    pub(super) troubled: i64,
    /// The newest time a platform told of, by its clock.
    pub(super) activity: Option<Timestamp>,
    /// Deliveries that came to wait, less those that no longer do, and for whom.
    pub(super) waiting: Option<(DestinationId, i64)>,
}

/// The numbers in memory.
#[derive(Debug, Default)]
pub(super) struct Sums {
    exchanges: AtomicI64,
    waiting: Mutex<HashMap<DestinationId, i64>>,
}

impl Sums {
    /// Reads what was there before. Deliveries that wait are counted by their index.
    pub(super) fn load(db: &Connection) -> Result<Self> {
        let exchanges = fact(db, "exchanges")?;
        let mut select = db.prepare(
            "SELECT l.destination, count(*) FROM deliveries d INDEXED BY deliveries_open JOIN lanes l ON l.id = d.lane
             WHERE d.state IN (0, 5) GROUP BY d.lane",
        )?;
        let mut waiting = HashMap::new();
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            *waiting.entry(super::sql::id(row.get(0)?)).or_insert(0) += row.get::<_, i64>(1)?;
        }
        Ok(Self { exchanges: AtomicI64::new(exchanges), waiting: Mutex::new(waiting) })
    }

    pub(super) fn add(&self, tallies: impl Iterator<Item = Tally>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        for tally in tallies {
            self.exchanges.fetch_add(tally.exchanges, Ordering::Relaxed);
            if let Some((destination, change)) = tally.waiting {
                *waiting.entry(destination).or_insert(0) += change;
            }
        }
    }

    /// Exchanges in the log.
    pub(super) fn exchanges(&self) -> u64 {
        self.exchanges.load(Ordering::Relaxed).max(0).cast_unsigned()
    }

    /// Deliveries that wait for one destination.
    pub(super) fn waiting(&self, destination: DestinationId) -> u64 {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.get(&destination).map_or(0, |count| (*count).max(0).cast_unsigned())
    }

    /// Deliveries that wait in all.
    pub(super) fn all_waiting(&self) -> u64 {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.values().sum::<i64>().max(0).cast_unsigned()
    }

    /// Deliveries that wait for destinations that are neither held nor waited for.
    pub(super) fn waiting_but_for(&self, shown: &super::shared::Shown) -> u64 {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let goes = |id: &DestinationId| !shown.rests(*id);
        let sum: i64 = waiting.iter().filter(|(id, _)| goes(id)).map(|(_, count)| *count).sum();
        sum.max(0).cast_unsigned()
    }

    /// A destination is gone with everything that waited for it.
    pub(super) fn forget(&self, destination: DestinationId) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&destination);
    }
}

/// Writes what this transaction adds.
pub(super) fn flush(tx: &mut Tx<'_>) -> Result<()> {
    let mut exchanges = 0;
    let mut slots: HashMap<(i64, ChannelId), ([i64; 4], Option<Timestamp>)> = HashMap::new();
    for tally in &tx.memory.tallies {
        exchanges += tally.exchanges;
        let adds = [tally.received, tally.delivered, tally.failed, tally.troubled];
        if let Some(channel) = tally.channel
            && (adds != [0; 4] || tally.activity.is_some())
        {
            let (sums, activity) = slots.entry((tally.at.0.div_euclid(SLOT), channel)).or_default();
            *activity = tally.activity.max(*activity);
            for (sum, add) in sums.iter_mut().zip(adds) {
                *sum += add;
            }
        }
    }
    if exchanges != 0 {
        statement(tx.db, "UPDATE facts SET value = value + ?1 WHERE name = 'exchanges'")?
            .execute([exchanges])?;
    }
    for ((slot, channel), ([received, delivered, failed, troubled], activity)) in slots {
        statement(
            tx.db,
            "INSERT INTO tallies VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET received = received + ?3,
             delivered = delivered + ?4, failed = failed + ?5, troubled = troubled + ?6,
             activity = nullif(max(coalesce(activity, 0), coalesce(?7, 0)), 0)",
        )?
        .execute((slot, num(channel.0), received, delivered, failed, troubled, activity.map(|at| at.0)))?;
    }
    Ok(())
}

/// Sums since the slot `since` lies in, of one channel or of all: received, delivered, failed, troubled.
pub(super) fn since(db: &Connection, since: Timestamp, channel: Option<ChannelId>) -> Result<[u64; 4]> {
    let mut select = statement(
        db,
        "SELECT coalesce(sum(received), 0), coalesce(sum(delivered), 0), coalesce(sum(failed), 0), coalesce(sum(troubled), 0)
         FROM tallies WHERE slot >= ?1 AND (?2 IS NULL OR channel = ?2)",
    )?;
    let sums = select.query_row((since.0.div_euclid(SLOT), channel.map(|id| num(id.0))), |row| {
        Ok([row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
    })?;
    Ok(sums.map(|sum| sum.max(0).cast_unsigned()))
}

/// The newest time a channel's platform told of, by its clock.
pub(super) fn activity(db: &Connection, channel: ChannelId) -> Result<Option<Timestamp>> {
    use rusqlite::OptionalExtension as _;
    let sql =
        "SELECT activity FROM tallies WHERE channel = ?1 AND activity IS NOT NULL ORDER BY slot DESC LIMIT 1";
    Ok(statement(db, sql)?.query_row([num(channel.0)], |row| Ok(Timestamp(row.get(0)?))).optional()?)
}

/// The fact that is the last day on which was told what the day before it brought: its year, month and day in one number.
const DIGEST_TOLD: &str = "digest_told";

impl Store {
    /// The last day on which was told what the day before it brought; none where it never was.
    pub async fn digest_told(&self) -> Result<Option<Date>> {
        let told = self.read(|reader| fact(&reader.db, DIGEST_TOLD)).await?;
        let part = |number: i64| i8::try_from(number % 100).ok();
        Ok(i16::try_from(told / 10_000)
            .ok()
            .zip(part(told / 100))
            .zip(part(told))
            .and_then(|((year, month), day)| Date::new(year, month, day).ok()))
    }

    /// It was told on that day.
    pub async fn set_digest_told(&self, on: Date) -> Result<()> {
        let number = i64::from(on.year()) * 10_000 + i64::from(on.month()) * 100 + i64::from(on.day());
        self.0.writer.keep(move |tx| set_fact(tx.db, DIGEST_TOLD, number)).await
    }
}

/// One number the store keeps about itself; nought when it was never set.
pub(super) fn fact(db: &Connection, name: &str) -> Result<i64> {
    use rusqlite::OptionalExtension as _;
    Ok(statement(db, "SELECT value FROM facts WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// Sets one number the store keeps about itself.
pub(super) fn set_fact(db: &Connection, name: &str, value: i64) -> Result<()> {
    statement(db, "INSERT INTO facts VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2")?
        .execute((name, value))?;
    Ok(())
}
