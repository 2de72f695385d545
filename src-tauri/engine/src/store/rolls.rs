//! Sums of the traffic by span and by the way it took: how many, what became of them, how long it took.
//!
//! Four grains are kept side by side, each for as long as somebody asks for it. How long things took is kept as a spread over fixed
//! bounds, because spreads can be added up and medians cannot.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::sql::{code, count, id, num, statement};
use crate::domain::{ChannelId, Timestamp};
use crate::error::Result;
use crate::schema::{AnswerCount, Lane};

const MINUTE: i64 = 60 * 1_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Spans of the grains in ms, finest first, and for how long each is kept.
pub(super) const GRAINS: [(i64, i64); 4] =
    [(MINUTE, 2 * DAY), (15 * MINUTE, 9 * DAY), (60 * MINUTE, 90 * DAY), (DAY, 400 * DAY)];

/// Upper bounds of a spread, in ms; what took longer lies beyond.
const BOUNDS: [f64; BUCKETS - 1] = [
    1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 3_000.0, 5_000.0, 10_000.0,
    60_000.0,
];
const BUCKETS: usize = 16;
/// From this bucket on an answer is late: platforms give up soon after.
const LATE: usize = 12;

pub(super) const SCHEMA: &str = "
CREATE TABLE rolls (
  grain INTEGER NOT NULL, slot INTEGER NOT NULL, channel INTEGER NOT NULL, lane INTEGER NOT NULL, via INTEGER NOT NULL,
  count INTEGER NOT NULL, ok INTEGER NOT NULL, failed INTEGER NOT NULL, retried INTEGER NOT NULL,
  took BLOB NOT NULL, through BLOB NOT NULL,
  PRIMARY KEY (grain, slot, channel, lane, via)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers (
  grain INTEGER NOT NULL, slot INTEGER NOT NULL, channel INTEGER NOT NULL, lane INTEGER NOT NULL, via INTEGER NOT NULL,
  status INTEGER NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (grain, slot, channel, lane, via, status, code)
) STRICT, WITHOUT ROWID;
-- The journal's tallies by whole hours that are over.
CREATE TABLE hours (
  hour INTEGER NOT NULL, channel INTEGER NOT NULL,
  received INTEGER NOT NULL, delivered INTEGER NOT NULL, failed INTEGER NOT NULL, troubled INTEGER NOT NULL,
  PRIMARY KEY (hour, channel)
) STRICT, WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO facts VALUES ('watermark', 0), ('hours', 0);
";

/// The way something took: whose traffic, which lane, and the channel a link brought it from (nought: none).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// Whose.
    pub channel: ChannelId,
    /// Which way.
    pub lane: Lane,
    /// From where a link brought it.
    pub via: Option<ChannelId>,
}

/// How long things took, as counts between bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread([u32; BUCKETS]);

impl Spread {
    pub(super) fn add(&mut self, ms: f64) {
        let bucket = BOUNDS.iter().position(|bound| ms <= *bound).unwrap_or(BUCKETS - 1);
        if let Some(count) = self.0.get_mut(bucket) {
            *count = count.saturating_add(1);
        }
    }

    fn merge(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count = count.saturating_add(more);
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.iter().map(|count| u64::from(*count)).sum()
    }

    /// How many took more than three seconds.
    #[must_use]
    pub fn late(&self) -> u64 {
        self.0.iter().skip(LATE).map(|count| u64::from(*count)).sum()
    }

    /// The value below which that share lies, as well as the bounds tell; none of none.
    #[must_use]
    pub fn at(&self, share: f64) -> Option<f64> {
        let count = self.count();
        #[expect(clippy::cast_precision_loss, reason = "a share of a count is no exact number")]
        let wanted = count as f64 * share;
        let (mut below, mut lower) = (0.0, 0.0);
        for (i, count) in self.0.iter().enumerate() {
            let count = f64::from(*count);
            // Beyond the last bound nothing is known but that.
            let upper = BOUNDS.get(i).copied().unwrap_or(lower);
            if count > 0.0 && below + count >= wanted {
                return Some(lower + (upper - lower) * ((wanted - below) / count).clamp(0.0, 1.0));
            }
            below += count;
            lower = upper;
        }
        None
    }

    fn bytes(&self) -> Vec<u8> {
        if self.count() == 0 {
            return Vec::new();
        }
        self.0.iter().flat_map(|count| count.to_le_bytes()).collect()
    }

    fn read(bytes: &[u8]) -> Self {
        let mut counts = [0; BUCKETS];
        for (count, bytes) in counts.iter_mut().zip(bytes.chunks_exact(4)) {
            *count = u32::from_le_bytes(bytes.try_into().unwrap_or_default());
        }
        Self(counts)
    }
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    /// Requests or tries.
    pub count: u64,
    /// Those that were taken or arrived.
    pub ok: u64,
    /// Those that were refused or given up.
    pub failed: u64,
    /// Tries that are made again.
    pub retried: u64,
    /// How long the answers took.
    pub took: Spread,
    /// How long it took from arrival here to arrival there.
    pub through: Spread,
}

impl Roll {
    /// Adds another.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.ok += other.ok;
        self.failed += other.failed;
        self.retried += other.retried;
        self.took.merge(&other.took);
        self.through.merge(&other.through);
    }
}

/// What a slice of the journal adds.
#[derive(Debug, Default)]
pub(super) struct Adds {
    rolls: BTreeMap<(i64, i64, Part), Roll>,
    answers: BTreeMap<(i64, i64, Part, u16, String), i64>,
}

impl Adds {
    /// Adds one exchange of that time, as old at `now`.
    pub(super) fn add(&mut self, part: Part, at: Timestamp, now: Timestamp, one: &Roll, answer: (u16, &str)) {
        for (grain, (span, kept)) in (0..).zip(GRAINS) {
            if now.since(at) > kept {
                continue;
            }
            let slot = at.0.div_euclid(span);
            self.rolls.entry((grain, slot, part)).or_default().merge(one);
            *self.answers.entry((grain, slot, part, answer.0, answer.1.to_owned())).or_default() += 1;
        }
    }

    pub(super) fn write(&self, db: &Connection) -> Result<()> {
        let mut find = statement(
            db,
            "SELECT count, ok, failed, retried, took, through FROM rolls
             WHERE grain = ?1 AND slot = ?2 AND channel = ?3 AND lane = ?4 AND via = ?5",
        )?;
        let mut put = statement(
            db,
            "INSERT OR REPLACE INTO rolls VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?;
        for ((grain, slot, part), add) in &self.rolls {
            let (channel, lane, via) = numbers(part);
            let mut sum = *add;
            let mut rows = find.query((grain, slot, channel, lane, via))?;
            if let Some(row) = rows.next()? {
                sum.merge(&read(row, 0)?);
            }
            put.execute(rusqlite::params![
                grain,
                slot,
                channel,
                lane,
                via,
                sum.count.cast_signed(),
                sum.ok.cast_signed(),
                sum.failed.cast_signed(),
                sum.retried.cast_signed(),
                sum.took.bytes(),
                sum.through.bytes(),
            ])?;
        }
        let mut put = statement(
            db,
            "INSERT INTO answers VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET count = count + ?8",
        )?;
        for ((grain, slot, part, status, code), count) in &self.answers {
            let (channel, lane, via) = numbers(part);
            put.execute(rusqlite::params![grain, slot, channel, lane, via, status, code, count])?;
        }
        Ok(())
    }
}

fn numbers(part: &Part) -> (i64, u8, i64) {
    (num(part.channel.0), part.lane as u8, part.via.map_or(0, |via| num(via.0)))
}

fn read(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Roll> {
    let count =
        |i: usize| -> rusqlite::Result<u64> { Ok(row.get::<_, i64>(first + i)?.max(0).cast_unsigned()) };
    Ok(Roll {
        count: count(0)?,
        ok: count(1)?,
        failed: count(2)?,
        retried: count(3)?,
        took: Spread::read(row.get_ref(first + 4)?.as_blob()?),
        through: Spread::read(row.get_ref(first + 5)?.as_blob()?),
    })
}

/// A span to be summed up.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub to: Timestamp,
    /// Milliseconds of one sum; all in one when nought.
    pub bucket: i64,
}

impl Span {
    /// The coarsest grain that tells the buckets apart and still knows of the beginning; of a span in one piece, one of which some hundred
    /// slots make it up.
    fn grain(&self, now: Timestamp) -> (i64, i64) {
        let fits = |span: i64| {
            if self.bucket > 0 { self.bucket % span == 0 } else { (self.to.since(self.from)) / span >= 20 }
        };
        let coarsest = GRAINS.iter().rposition(|(span, _)| fits(*span)).unwrap_or(0);
        let kept =
            GRAINS.iter().position(|(_, kept)| now.since(self.from) <= *kept).unwrap_or(GRAINS.len() - 1);
        let grain = coarsest.max(kept);
        (count(grain), GRAINS.get(grain).map_or(MINUTE, |(length, _)| *length))
    }

    /// The beginning of the first slot that is looked at: what is summed up begins there.
    #[must_use]
    pub fn begins(&self, now: Timestamp) -> Timestamp {
        let (_, length) = self.grain(now);
        Timestamp(self.from.0.div_euclid(length) * length)
    }
}

/// Sums of a span by beginning of bucket and by part. What lies in a slot that the span begins in counts whole.
pub(super) fn sums(
    db: &Connection,
    span: Span,
    now: Timestamp,
    wanted: impl Fn(&Part) -> bool,
) -> Result<BTreeMap<(Timestamp, Part), Roll>> {
    let (grain, length) = span.grain(now);
    let mut select = statement(
        db,
        "SELECT slot, channel, lane, via, count, ok, failed, retried, took, through FROM rolls
         WHERE grain = ?1 AND slot >= ?2 AND slot < ?3",
    )?;
    let (first, end) = (span.from.0.div_euclid(length), (span.to.0 - 1).div_euclid(length) + 1);
    let mut rows = select.query((grain, first, end))?;
    let mut sums: BTreeMap<(Timestamp, Part), Roll> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let via: i64 = row.get(3)?;
        let Some(lane) = Lane::from_number(row.get(2)?) else { continue };
        let part = Part { channel: id(row.get(1)?), lane, via: (via != 0).then(|| id(via)) };
        if !wanted(&part) {
            continue;
        }
        let at = row.get::<_, i64>(0)? * length;
        let bucket = if span.bucket > 0 {
            Timestamp(span.from.0 + (at - span.from.0).div_euclid(span.bucket) * span.bucket)
        } else {
            span.from
        };
        sums.entry((bucket.max(span.from), part)).or_default().merge(&read(row, 4)?);
    }
    Ok(sums)
}

/// What was answered in a span, the most frequent first.
pub(super) fn answers(
    db: &Connection,
    span: Span,
    now: Timestamp,
    wanted: impl Fn(&Part) -> bool,
) -> Result<Vec<AnswerCount>> {
    let (grain, length) = span.grain(now);
    let mut select = statement(
        db,
        "SELECT channel, lane, via, status, code, sum(count) FROM answers WHERE grain = ?1 AND slot >= ?2 AND slot < ?3
         GROUP BY channel, lane, via, status, code",
    )?;
    let mut rows =
        select.query((grain, span.from.0.div_euclid(length), (span.to.0 - 1).div_euclid(length) + 1))?;
    let mut sums: BTreeMap<(u16, String), u64> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let via: i64 = row.get(2)?;
        let Some(lane) = Lane::from_number(row.get(1)?) else { continue };
        if wanted(&Part { channel: id(row.get(0)?), lane, via: (via != 0).then(|| id(via)) }) {
            *sums.entry((row.get(3)?, row.get(4)?)).or_default() +=
                row.get::<_, i64>(5)?.max(0).cast_unsigned();
        }
    }
    let mut answers: Vec<AnswerCount> = sums
        .into_iter()
        .map(|((status, name), count)| AnswerCount {
            status: (status != 0).then_some(status),
            code: code(Some(&name)),
            count,
        })
        .collect();
    answers.sort_by_key(|answer| std::cmp::Reverse(answer.count));
    Ok(answers)
}

/// Lets go of what is older than its grain is kept.
pub(super) fn prune(db: &Connection, now: Timestamp) -> Result<()> {
    for (grain, (span, kept)) in (0..).zip(GRAINS) {
        let oldest = now.plus_ms(-kept).0.div_euclid(span);
        statement(db, "DELETE FROM rolls WHERE grain = ?1 AND slot < ?2")?.execute((grain, oldest))?;
        statement(db, "DELETE FROM answers WHERE grain = ?1 AND slot < ?2")?.execute((grain, oldest))?;
    }
    let oldest = now.plus_ms(-400 * DAY).0.div_euclid(60 * MINUTE);
    statement(db, "DELETE FROM hours WHERE hour < ?1")?.execute([oldest])?;
    Ok(())
}

/// Lets go of a channel that is no more.
pub(super) fn forget(db: &Connection, channel: ChannelId) -> Result<()> {
    statement(db, "DELETE FROM rolls WHERE channel = ?1 OR via = ?1")?.execute([num(channel.0)])?;
    statement(db, "DELETE FROM answers WHERE channel = ?1 OR via = ?1")?.execute([num(channel.0)])?;
    statement(db, "DELETE FROM hours WHERE channel = ?1")?.execute([num(channel.0)])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(lane: Lane) -> Part {
        Part { channel: ChannelId(7), lane, via: None }
    }

    fn took(ms: f64) -> Roll {
        let mut one = Roll { count: 1, ok: 1, ..Roll::default() };
        one.took.add(ms);
        one
    }

    fn db() -> Connection {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(SCHEMA).unwrap();
        db
    }

    #[test]
    fn a_spread_tells_where_a_share_lies_and_what_is_late() {
        let mut spread = Spread::default();
        assert_eq!(spread.at(0.5), None, "of nothing nothing is known");
        for _ in 0..90 {
            spread.add(4.0);
        }
        for _ in 0..10 {
            spread.add(4_000.0);
        }
        assert_eq!((spread.count(), spread.late()), (100, 10));
        let (middle, slow) = (spread.at(0.5).unwrap(), spread.at(0.95).unwrap());
        assert!((2.0..=5.0).contains(&middle), "{middle}");
        assert!((3_000.0..=5_000.0).contains(&slow), "{slow}");
        assert_eq!(Spread::read(&spread.bytes()), spread);
    }

    #[test]
    fn sums_add_up_over_slices_and_by_bucket() {
        let db = db();
        let now = Timestamp(100 * DAY + 7 * 60 * MINUTE);
        for minute in [0, 1, 1, 30] {
            let mut adds = Adds::default();
            let at = now.plus_ms(-60 * MINUTE + minute * MINUTE);
            adds.add(part(Lane::FromPlatform), at, now, &took(4.0), (200, ""));
            adds.write(&db).unwrap();
        }
        let hour = Span { from: now.plus_ms(-60 * MINUTE), to: now, bucket: 15 * MINUTE };
        let counts: Vec<u64> =
            sums(&db, hour, now, |_| true).unwrap().values().map(|roll| roll.count).collect();
        assert_eq!(counts, [3, 1], "three in the first quarter, one in the third");
        let minutes = Span { bucket: MINUTE, ..hour };
        let by_minute = sums(&db, minutes, now, |_| true).unwrap();
        assert_eq!(by_minute.values().map(|roll| roll.count).collect::<Vec<_>>(), [1, 2, 1]);
        assert!(sums(&db, hour, now, |part| part.lane == Lane::ToEndpoint).unwrap().is_empty());
        let answers = answers(&db, hour, now, |_| true).unwrap();
        assert_eq!(answers, [AnswerCount { status: Some(200), code: None, count: 4 }]);
    }

    #[test]
    fn each_grain_is_kept_for_its_time_and_a_coarser_one_answers_for_what_is_gone() {
        let db = db();
        let now = Timestamp(1_000 * DAY);
        let mut adds = Adds::default();
        for days in [1, 5, 60, 300, 500] {
            adds.add(part(Lane::ToEndpoint), now.plus_ms(-days * DAY), now, &took(4.0), (200, ""));
        }
        adds.write(&db).unwrap();
        let kept = |grain: i64| -> i64 {
            db.query_row("SELECT count(*) FROM rolls WHERE grain = ?1", [grain], |row| row.get(0)).unwrap()
        };
        assert_eq!([0, 1, 2, 3].map(kept), [1, 2, 3, 4]);
        let old = Span { from: now.plus_ms(-301 * DAY), to: now.plus_ms(-299 * DAY), bucket: MINUTE };
        assert_eq!(sums(&db, old, now, |_| true).unwrap().len(), 1, "the day still knows");
        prune(&db, now.plus_ms(150 * DAY)).unwrap();
        assert_eq!([0, 1, 2, 3].map(kept), [0, 0, 0, 3]);
        forget(&db, ChannelId(7)).unwrap();
        assert_eq!(kept(3), 0);
    }

    #[test]
    fn stored_numbers_of_lanes_match_their_order() {
        for (i, lane) in Lane::ALL.into_iter().enumerate() {
            assert_eq!(lane as usize, i, "{lane:?} would be read back as another lane");
        }
    }
}
