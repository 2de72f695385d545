//! What was counted, as it is asked for.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use rusqlite::{Connection, OpenFlags};

use super::{HOUR, path};
use crate::domain::{ChannelId, DeliveryId, Timestamp};
use crate::error::Result;
use crate::schema::{AnswerCount, Sums};
use crate::store::pool::Reader;
use crate::store::rolls::{self, Part, Roll, Span};
use crate::store::sql::{id, statement};
use crate::store::{Store, open, tallies};

/// The statistics as a reader opens them: at their first use.
pub(in crate::store) struct Stats {
    folder: PathBuf,
    db: Option<Connection>,
}

impl Stats {
    pub(in crate::store) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), db: None }
    }

    fn db(&mut self) -> Result<&Connection> {
        Ok(match &mut self.db {
            Some(db) => db,
            none => none.insert(open_to_read(&self.folder)?),
        })
    }
}

/// A connection for reading.
fn open_to_read(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path(folder), flags)?;
    db.busy_timeout(open::BUSY)?;
    db.pragma_update(None, "cache_size", -1_024)?;
    Ok(db)
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

impl Store {
    /// Sums of the traffic in a span, by beginning of bucket and by the way it took.
    pub async fn rolls(
        &self,
        span: Span,
        wanted: impl Fn(&Part) -> bool + Send + 'static,
    ) -> Result<BTreeMap<(Timestamp, Part), Roll>> {
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
}
