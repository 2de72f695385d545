//! Tables `problems` and `activity`: failures by cause, and what was noted of them for the admin.
//!
//! What a try or a request shows is noted in the very commit that keeps it, so that a channel cannot fail without an open problem. What
//! only time or a look around can tell (a port that is free again, nothing left that failed) is for whoever watches: see `crate::problems`.

mod activity;
mod held;
mod seen;

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::Store;
use super::sql::{code, count, id, num, statement};
use super::writer::Tx;
use crate::domain::problem::{About, AboutKind, ProblemState};
use crate::domain::{ChannelId, Code, ExchangeId, ProblemId, Timestamp};
use crate::error::{Error, Result};

pub use activity::Activity;
pub(super) use seen::{arrived, failed_later, opened, stopped, tried};

/// Problems that are over are shown for so long, in ms, and activity is kept as long.
const KEPT_MS: i64 = 30 * 24 * 60 * 60 * 1_000;
/// What was failed for a while and arrives again, but what was given up meanwhile still lies there: a param of such a problem.
const LEFT_BEHIND: &str = "leftBehind";

/// A problem as the store knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Ours.
    pub id: ProblemId,
    /// What goes wrong.
    pub code: Code,
    /// With what.
    pub about: About,
    /// Whose it is, of what is a channel's.
    pub channel: Option<ChannelId>,
    /// What fills its sentences.
    pub params: BTreeMap<String, String>,
    /// How it stands.
    pub state: ProblemState,
    /// When it was first seen.
    pub opened_at: Timestamp,
    /// When it was last seen.
    pub last_at: Timestamp,
    /// When it was over.
    pub solved_at: Option<Timestamp>,
    /// How often it was seen.
    pub count: u64,
    /// The last exchanges that showed it, newest first.
    pub exchanges: Vec<ExchangeId>,
}

impl Problem {
    /// It works again, and what was given up meanwhile is still undelivered.
    #[must_use]
    pub fn is_left_behind(&self) -> bool {
        self.params.contains_key(LEFT_BEHIND)
    }
}

/// How many problems are not solved.
#[derive(Clone, Debug, Default)]
pub struct ProblemCounts {
    /// Those that nobody knows of, whatever they are about.
    pub open: u64,
    /// Those that are no channel's, known or not.
    pub other: u64,
    channels: HashMap<ChannelId, OfChannel>,
}

/// How many problems of one channel are not solved.
#[derive(Clone, Copy, Debug, Default)]
pub struct OfChannel {
    /// All of them.
    pub all: u64,
    /// Those that nobody knows of.
    pub open: u64,
}

impl ProblemCounts {
    /// Those of one channel.
    #[must_use]
    pub fn of(&self, channel: ChannelId) -> OfChannel {
        self.channels.get(&channel).copied().unwrap_or_default()
    }
}

/// Something that was found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// With what.
    pub about: About,
    /// Whose it is.
    pub channel: Option<ChannelId>,
    /// What fills its sentences; never a secret.
    pub params: BTreeMap<String, String>,
    /// The exchange that shows it.
    pub exchange: Option<ExchangeId>,
}

const COLUMNS: &str =
    "id, code, about, which, channel, params, state, opened_at, last_at, solved_at, count, exchanges";

fn read(row: &Row<'_>) -> rusqlite::Result<Problem> {
    let about = usize::try_from(row.get::<_, i64>(2)?).unwrap_or(usize::MAX);
    let state = usize::try_from(row.get::<_, i64>(6)?).unwrap_or(usize::MAX);
    Ok(Problem {
        id: id(row.get(0)?),
        code: code(row.get_ref(1)?.as_str_or_null().ok().flatten()).unwrap_or(Code::App01),
        about: About {
            kind: AboutKind::ALL.get(about).copied().unwrap_or(AboutKind::Relay),
            id: row.get::<_, i64>(3)?.cast_unsigned(),
        },
        channel: row.get::<_, Option<i64>>(4)?.map(id),
        params: serde_json::from_str(row.get_ref(5)?.as_str()?).unwrap_or_default(),
        state: ProblemState::ALL.get(state).copied().unwrap_or(ProblemState::Open),
        opened_at: Timestamp(row.get(7)?),
        last_at: Timestamp(row.get(8)?),
        solved_at: row.get::<_, Option<i64>>(9)?.map(Timestamp),
        count: row.get::<_, i64>(10)?.max(0).cast_unsigned(),
        exchanges: serde_json::from_str(row.get_ref(11)?.as_str()?).unwrap_or_default(),
    })
}

/// The stored number of a kind or a state: its place among all.
fn place<T: PartialEq>(all: &[T], one: &T) -> i64 {
    all.iter().position(|it| it == one).map_or(0, count)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|cause| Error::unexpected("writing JSON", &cause))
}

/// What is unsolved, newest first, and after it what was solved of late.
fn list(db: &Connection, states: &[ProblemState], since: Timestamp) -> Result<Vec<Problem>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM problems WHERE state < 2 OR solved_at >= ?1 ORDER BY state = 2, last_at DESC, id DESC LIMIT 500"
    );
    let rows = statement(db, &sql)?.query_map([since.0], read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(rows.into_iter().filter(|row| states.contains(&row.state)).collect())
}

impl Store {
    /// Problems in these states, what is unsolved first, the newest first.
    pub async fn problems(&self, states: &'static [ProblemState]) -> Result<Vec<Problem>> {
        let since = self.0.shared.clock.now().plus_ms(-KEPT_MS);
        self.read(move |reader| list(&reader.db, states, since)).await
    }

    /// One problem.
    pub async fn problem(&self, which: ProblemId) -> Result<Option<Problem>> {
        self.read(move |reader| {
            let sql = format!("SELECT {COLUMNS} FROM problems WHERE id = ?1");
            Ok(statement(&reader.db, &sql)?.query_row([num(which.0)], read).optional()?)
        })
        .await
    }

    /// The problems that change from now on.
    pub(crate) fn problem_changes(&self) -> tokio::sync::broadcast::Receiver<ProblemId> {
        self.0.shared.problems.subscribe()
    }

    /// How many problems are not solved, of each channel and of none.
    pub async fn problem_counts(&self) -> Result<ProblemCounts> {
        self.read(|reader| {
            let mut select = statement(
                &reader.db,
                "SELECT channel, count(*), sum(state = 0) FROM problems WHERE state < 2 GROUP BY channel",
            )?;
            let mut rows = select.query([])?;
            let mut counts = ProblemCounts::default();
            while let Some(row) = rows.next()? {
                let number = |at| Ok::<_, Error>(row.get::<_, i64>(at)?.max(0).cast_unsigned());
                let (all, open) = (number(1)?, number(2)?);
                counts.open += open;
                match row.get::<_, Option<i64>>(0)? {
                    Some(channel) => drop(counts.channels.insert(id(channel), OfChannel { all, open })),
                    None => counts.other = all,
                }
            }
            Ok(counts)
        })
        .await
    }

    /// Somebody knows of it, or no longer does. False when it is over or gone.
    pub async fn acknowledge(&self, which: ProblemId, known: bool) -> Result<bool> {
        self.0
            .writer
            .keep(move |tx| {
                let changed = statement(tx.db, "UPDATE problems SET state = ?2 WHERE id = ?1 AND state < 2")?
                    .execute((num(which.0), i64::from(known)))?;
                if changed > 0 {
                    tx.memory.problems.push(which);
                }
                Ok(changed > 0)
            })
            .await
    }
}

/// Lets go of what is over and of what was noted long ago.
pub(super) fn forget(tx: &Tx<'_>) -> Result<()> {
    let end = tx.clock.now().plus_ms(-KEPT_MS).0;
    statement(tx.db, "DELETE FROM problems WHERE state = 2 AND solved_at < ?1")?.execute([end])?;
    statement(tx.db, "DELETE FROM activity WHERE at < ?1")?.execute([end])?;
    Ok(())
}
