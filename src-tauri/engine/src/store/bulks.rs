//! Table `bulks`: bulk sends, and how many of their items stand where.
//!
//! The counts change in the very commit in which items do, and only through [`Change`], so that they add up to the total at every look.

use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

use super::Store;
use super::seal::{Kind, Seal};
use super::sql::{count, id, num, statement};
use super::writer::Tx;
use crate::domain::{BulkId, State, Target, Timestamp};
use crate::error::{Error, Result};
use crate::schema::BulkState;

/// What was confirmed. Kept sealed: the address may hold a secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BulkPlan {
    /// Where it goes.
    pub target: Target,
    /// The target's name.
    pub name: String,
    /// The target's address without secrets.
    pub url: String,
    /// What was chosen: a key of the strings catalogue.
    pub choice: String,
    /// Conversations a second; none: as fast as the target allows.
    pub rate: Option<u32>,
    /// It pauses itself after so many failures in a row; 0 never.
    pub pause_after: u32,
    /// The names above the CSV it was chosen by; none otherwise.
    pub columns: Vec<String>,
}

/// A bulk send as it stands.
#[derive(Clone, Debug)]
pub struct Bulk {
    /// Ours. Its time is when it was confirmed.
    pub id: BulkId,
    /// How it stands.
    pub state: BulkState,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Why it paused itself, or ended before its time.
    pub error: Option<Error>,
    /// What was confirmed.
    pub plan: BulkPlan,
    /// How many items stand where.
    pub counts: BulkCounts,
    /// Items under way.
    pub sending: u64,
}

/// How many items of a bulk send stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BulkCounts {
    /// All of them.
    pub total: u64,
    /// Confirmed by the target.
    pub delivered: u64,
    /// Not sent, for a reason.
    pub skipped: u64,
    /// Given up.
    pub failed: u64,
    /// Nobody can tell whether they arrived.
    pub unknown: u64,
}

impl BulkCounts {
    /// Still to come, and under way.
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.total.saturating_sub(self.ended()).saturating_sub(self.unknown)
    }

    /// Those of which nothing more comes by itself, but for those nobody can tell of.
    #[must_use]
    pub const fn ended(&self) -> u64 {
        self.delivered + self.skipped + self.failed
    }
}

/// By how much the counts change.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Change([i64; 4]);

impl Change {
    /// One item went from one state to another.
    pub(super) fn add(&mut self, from: State, to: State) {
        self.count(from, -1);
        self.count(to, 1);
    }

    /// So many items came to be in a state.
    pub(super) fn count(&mut self, state: State, by: i64) {
        let at = match state {
            State::Delivered => 0,
            State::Skipped => 1,
            State::Failed => 2,
            State::Unknown => 3,
            _ => return,
        };
        self.0[at] += by;
    }

    /// Writes it.
    pub(super) fn keep(self, tx: &Tx<'_>, bulk: BulkId) -> Result<()> {
        let Self([delivered, skipped, failed, unknown]) = self;
        if self.0 != [0; 4] {
            statement(
                tx.db,
                "UPDATE bulks SET delivered = delivered + ?2, skipped = skipped + ?3, failed = failed + ?4, unknown = unknown + ?5
                 WHERE id = ?1",
            )?
            .execute((num(bulk.0), delivered, skipped, failed, unknown))?;
        }
        Ok(())
    }
}

const COLUMNS: &str = "id, state, ended_at, error, total, delivered, skipped, failed, unknown,
     (SELECT count(*) FROM bulk_items i WHERE i.bulk = bulks.id AND i.state = 1), sealed";

type Found = (Bulk, Vec<u8>);

fn read(row: &Row<'_>) -> rusqlite::Result<Found> {
    let number = |at| row.get::<_, i64>(at).map(|number| number.max(0).cast_unsigned());
    let error = row.get::<_, Option<String>>(3)?;
    let bulk = Bulk {
        id: id(row.get(0)?),
        // One of a version to come waits for whoever knows it.
        state: BulkState::from_number(row.get(1)?).unwrap_or(BulkState::Paused),
        ended_at: row.get::<_, Option<i64>>(2)?.map(Timestamp),
        error: error.and_then(|error| serde_json::from_str(&error).ok()),
        plan: BulkPlan {
            target: Target::Endpoint,
            name: String::new(),
            url: String::new(),
            choice: String::new(),
            rate: None,
            pause_after: 0,
            columns: Vec::new(),
        },
        counts: BulkCounts {
            total: number(4)?,
            delivered: number(5)?,
            skipped: number(6)?,
            failed: number(7)?,
            unknown: number(8)?,
        },
        sending: number(9)?,
    };
    Ok((bulk, row.get(10)?))
}

fn open(seal: &Seal, (bulk, sealed): Found) -> Result<Bulk> {
    Ok(Bulk { plan: seal.open_json(Kind::Bulk, &sealed)?, ..bulk })
}

/// One of them.
pub(super) fn find(db: &Connection, seal: &Seal, bulk: BulkId) -> Result<Option<Bulk>> {
    let found = statement(db, &format!("SELECT {COLUMNS} FROM bulks WHERE id = ?1"))?
        .query_row([num(bulk.0)], read)
        .optional()?;
    found.map(|found| open(seal, found)).transpose()
}

/// Where the items of one stand, by its counts.
pub(super) fn counts(db: &Connection, bulk: BulkId) -> Result<BulkCounts> {
    let counts = statement(db, "SELECT total, delivered, skipped, failed, unknown FROM bulks WHERE id = ?1")?
        .query_row([num(bulk.0)], |row| {
            let number = |at| row.get::<_, i64>(at).map(|number| number.max(0).cast_unsigned());
            Ok(BulkCounts {
                total: number(0)?,
                delivered: number(1)?,
                skipped: number(2)?,
                failed: number(3)?,
                unknown: number(4)?,
            })
        })
        .optional()?;
    Ok(counts.unwrap_or_default())
}

/// How a bulk send stands now, and why.
pub(super) fn set_state(
    tx: &Tx<'_>,
    bulk: BulkId,
    from: &[BulkState],
    to: BulkState,
    error: Option<&Error>,
) -> Result<bool> {
    let Some(state) = statement(tx.db, "SELECT state FROM bulks WHERE id = ?1")?
        .query_row([num(bulk.0)], |row| row.get(0))
        .optional()?
        .and_then(BulkState::from_number)
    else {
        return Ok(false);
    };
    if !from.contains(&state) {
        return Ok(false);
    }
    let ended = matches!(to, BulkState::Done | BulkState::Cancelled).then(|| tx.clock.now().0);
    let error = error.map(serde_json::to_string).transpose();
    let error = error.map_err(|cause| Error::unexpected("writing JSON", &cause))?;
    statement(tx.db, "UPDATE bulks SET state = ?2, error = ?3, ended_at = ?4 WHERE id = ?1")?.execute((
        num(bulk.0),
        to as u8,
        error,
        ended,
    ))?;
    Ok(true)
}

impl Store {
    /// Every bulk send, newest first.
    pub async fn bulks(&self) -> Result<Vec<Bulk>> {
        let shared = std::sync::Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let seal = shared.seal()?;
            let mut select = statement(&reader.db, &format!("SELECT {COLUMNS} FROM bulks ORDER BY id DESC"))?;
            let found = select.query_map([], read)?.collect::<Result<Vec<_>, _>>()?;
            found.into_iter().map(|found| open(&seal, found)).collect()
        })
        .await
    }

    /// One bulk send; none when it is not there.
    pub async fn bulk(&self, id: BulkId) -> Result<Option<Bulk>> {
        let shared = std::sync::Arc::clone(&self.0.shared);
        self.read(move |reader| find(&reader.db, &*shared.seal()?, id)).await
    }

    /// Enters a bulk send of so many items, which follow: it is being prepared.
    pub async fn bulk_create(&self, plan: &BulkPlan, total: u64) -> Result<BulkId> {
        let sealed = self.0.shared.seal()?.seal_json(Kind::Bulk, plan)?;
        self.0
            .writer
            .keep(move |tx| {
                let new: BulkId = tx.next_id();
                statement(tx.db, "INSERT INTO bulks VALUES (?1, ?2, NULL, NULL, ?3, 0, 0, 0, 0, ?4)")?
                    .execute((num(new.0), BulkState::Preparing as u8, count(total), &sealed))?;
                Ok(new)
            })
            .await
    }

    /// Goes from one of these states to another, and says why. False when it stood elsewhere.
    pub async fn bulk_set_state(
        &self,
        id: BulkId,
        from: &'static [BulkState],
        to: BulkState,
        error: Option<Error>,
    ) -> Result<bool> {
        self.0.writer.keep(move |tx| set_state(tx, id, from, to, error.as_ref())).await
    }

    /// Ends one of which nothing is left to send. Of one that ended before its time `error` says why. False when something is left.
    pub async fn bulk_end(&self, id: BulkId, error: Option<Error>) -> Result<bool> {
        const GOING: &[BulkState] =
            &[BulkState::Preparing, BulkState::Running, BulkState::Paused, BulkState::Interrupted];
        self.0
            .writer
            .keep(move |tx| {
                let is_through = counts(tx.db, id)?.left() == 0;
                Ok(is_through && set_state(tx, id, GOING, BulkState::Done, error.as_ref())?)
            })
            .await
    }
}
