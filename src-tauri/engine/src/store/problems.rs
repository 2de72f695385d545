//! Tables `problems` and `activity`: failures by cause, and what was noted of them for the admin.
//!
//! What a try or a request shows is noted in the very commit that keeps it, so that a channel cannot fail without an open problem. What
//! only time or a look around can tell (a port that is free again, nothing left that failed) is for whoever watches: see `crate::problems`.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::deliveries::Standing;
use super::seal::Kind;
use super::sql::{code, count, id, num, statement};
use super::steps::{Arrival, Settled, Verdict};
use super::turns::{self, LEFT_OUT, Says};
use super::writer::Tx;
use super::{Store, chores, deliveries, exchanges, retention};
use crate::domain::problem::{self, About, AboutKind, ProblemState};
use crate::domain::{
    ActivityId, ChannelId, Code, DeliveryId, DestinationId, ExchangeId, ProblemId, State, Timestamp,
};
use crate::error::{Error, Result};
use crate::platforms;
use crate::platforms::write::Progress;
use crate::reach::INTAKE;
use crate::schema::Source;
use crate::secret::MASK;

/// Exchanges that are named with a problem.
const SHOWN: usize = 5;
/// What comes back within this time, in ms, is the same problem as before.
const SAME_MS: i64 = 60 * 60 * 1_000;
/// Problems that are over are shown for so long, in ms, and activity is kept as long.
const KEPT_MS: i64 = 30 * 24 * 60 * 60 * 1_000;
/// Counting what a problem holds stops here.
const COUNTED: i64 = 10_000;
/// So many of the newest failed deliveries are looked through by the writer, which others wait for; the rest is for whoever watches.
const LOOKED_THROUGH: i64 = 2_000;
/// What was failed for a while and arrives again, but what was given up meanwhile still lies there: a param of such a problem.
const LEFT_BEHIND: &str = "leftBehind";
/// Letters of an unknown key that are shown: enough to tell an old address by.
const KEY_SHOWN: usize = 4;
/// Deliveries that are left out in one go.
const SLICE: usize = 500;

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

/// Something that was noted for the admin.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Ours.
    pub id: ActivityId,
    /// When.
    pub at: Timestamp,
    /// What, as the catalogue names it.
    pub kind: String,
    /// The problem it is about.
    pub problem: Option<ProblemId>,
    /// What fills its sentence.
    pub params: BTreeMap<String, String>,
}

const OPENED: &str = "problem-opened";
const SOLVED: &str = "problem-solved";

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

/// Notes that something goes wrong: opens a problem, or counts one that is there. `again` says whether it was seen once more, and not
/// merely found to last.
fn seen(tx: &mut Tx<'_>, finding: &Finding, at: Timestamp, again: bool) -> Result<ProblemId> {
    let Finding { code, about, channel, params, exchange } = finding;
    let kind = place(AboutKind::ALL, &about.kind);
    if about.kind == AboutKind::Destination {
        tx.memory.sound.remove(&DestinationId(about.id));
    }
    let found = statement(
        tx.db,
        &format!(
            "SELECT {COLUMNS} FROM problems WHERE about = ?1 AND which = ?2 AND code = ?3 ORDER BY id DESC LIMIT 1"
        ),
    )?
    .query_row((kind, num(about.id), code.name()), read)
    .optional()?;
    let same = found.filter(|found| {
        found.state != ProblemState::Solved || found.solved_at.is_some_and(|over| at.since(over) < SAME_MS)
    });
    let Some(was) = same else {
        let new: ProblemId = tx.next_id();
        statement(tx.db, "INSERT INTO problems VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?7, NULL, ?9, ?8)")?
            .execute((
                num(new.0),
                code.name(),
                kind,
                num(about.id),
                channel.map(|id| num(id.0)),
                json(params)?,
                at.0,
                json(&exchange.iter().collect::<Vec<_>>())?,
                i64::from(again),
            ))?;
        note(tx, OPENED, Some(new), &BTreeMap::new(), at)?;
        tx.memory.problems.push(new);
        return Ok(new);
    };
    let over = was.state == ProblemState::Solved;
    if !again && !over && was.params == *params {
        return Ok(was.id);
    }
    let mut shown = was.exchanges;
    shown.splice(0..0, *exchange);
    shown.dedup();
    shown.truncate(SHOWN);
    let state = if over { ProblemState::Open } else { was.state };
    statement(
        tx.db,
        "UPDATE problems SET params = ?2, state = ?3, last_at = ?4, solved_at = NULL, count = count + ?5, exchanges = ?6
         WHERE id = ?1",
    )?
    .execute((
        num(was.id.0),
        json(params)?,
        place(ProblemState::ALL, &state),
        at.0,
        i64::from(again),
        json(&shown)?,
    ))?;
    if over {
        note(tx, OPENED, Some(was.id), &BTreeMap::new(), at)?;
    }
    tx.memory.problems.push(was.id);
    Ok(was.id)
}

/// Notes that these are over.
fn solve(tx: &mut Tx<'_>, which: &[ProblemId], at: Timestamp) -> Result<()> {
    for problem in which {
        let changed =
            statement(tx.db, "UPDATE problems SET state = 2, solved_at = ?2 WHERE id = ?1 AND state < 2")?
                .execute((num(problem.0), at.0))?;
        if changed > 0 {
            note(tx, SOLVED, Some(*problem), &BTreeMap::new(), at)?;
            tx.memory.problems.push(*problem);
        }
    }
    Ok(())
}

/// Enters something into the activity. Of one problem the last opening and the last end are kept.
pub(super) fn note(
    tx: &Tx<'_>,
    kind: &str,
    problem: Option<ProblemId>,
    params: &BTreeMap<String, String>,
    at: Timestamp,
) -> Result<()> {
    if let Some(problem) = problem {
        statement(tx.db, "DELETE FROM activity WHERE problem = ?1 AND kind = ?2")?
            .execute((num(problem.0), kind))?;
    }
    let new: ActivityId = tx.next_id();
    statement(tx.db, "INSERT INTO activity VALUES (?1, ?2, ?3, ?4, ?5)")?.execute((
        num(new.0),
        at.0,
        kind,
        problem.map(|id| num(id.0)),
        json(params)?,
    ))?;
    Ok(())
}

/// The unsolved problems of one thing, by their codes.
fn unsolved(db: &Connection, about: About) -> Result<Vec<(ProblemId, Code)>> {
    let mut select =
        statement(db, "SELECT id, code FROM problems WHERE about = ?1 AND which = ?2 AND state < 2")?;
    let rows = select.query_map((place(AboutKind::ALL, &about.kind), num(about.id)), |row| {
        Ok((id(row.get(0)?), code(row.get_ref(1)?.as_str_or_null().ok().flatten()).unwrap_or(Code::App01)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn of_destination(destination: DestinationId) -> About {
    About { kind: AboutKind::Destination, id: destination.0 }
}

/// Ends those problems of a destination that `over` says are over. One of which something was given up, or is still being tried, goes on
/// until nothing is: whoever watches sees to that.
fn end_some(
    tx: &mut Tx<'_>,
    destination: DestinationId,
    at: Timestamp,
    over: impl Fn(Code) -> bool,
) -> Result<()> {
    let mut which = Vec::new();
    for (id, code) in unsolved(tx.db, of_destination(destination))? {
        if !over(code) {
            continue;
        }
        if is_anything_left(tx.db, destination, code)? {
            leave_behind(tx, id)?;
        } else {
            which.push(id);
        }
    }
    solve(tx, &which, at)
}

/// Whether anything was given up at that destination for that reason, or is being tried again; as far as the newest of it goes.
fn is_anything_left(db: &Connection, destination: DestinationId, code: Code) -> Result<bool> {
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM (SELECT id, state, destination, code FROM deliveries INDEXED BY deliveries_in_rare_states
         WHERE state = ?1 AND state IN (5, 6, 10) ORDER BY id DESC LIMIT ?4) d
         WHERE d.destination = ?2 AND d.code = ?3 AND NOT (d.state = 6 AND {LEFT_OUT}))"
    );
    for state in [State::Retrying, State::Failed] {
        let values = (state as u8, num(destination.0), code.name(), LOOKED_THROUGH);
        if statement(db, &sql)?.query_row(values, |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Notes that it works again, and that something of it is left.
fn leave_behind(tx: &mut Tx<'_>, which: ProblemId) -> Result<()> {
    let sql = format!("SELECT {COLUMNS} FROM problems WHERE id = ?1");
    let mut problem = statement(tx.db, &sql)?.query_row([num(which.0)], read)?;
    if problem.params.insert(LEFT_BEHIND.to_owned(), "1".to_owned()).is_none() {
        statement(tx.db, "UPDATE problems SET params = ?2 WHERE id = ?1")?
            .execute((num(which.0), json(&problem.params)?))?;
        tx.memory.problems.push(which);
    }
    Ok(())
}

/// What a try, or an end without one, shows of its destination.
pub(super) fn tried(
    tx: &mut Tx<'_>,
    now: &Standing,
    settled: &Settled,
    status: Option<u16>,
    exchange: Option<ExchangeId>,
    at: Timestamp,
) -> Result<()> {
    match (settled.verdict, settled.code) {
        (Verdict::Delivered | Verdict::Accepted(_), _) => well(tx, now.destination, at),
        (
            Verdict::Again(_) | Verdict::Beside(_) | Verdict::Failed | Verdict::Held | Verdict::Unknown,
            Some(code),
        ) => wrong(tx, now, code, status, exchange, at),
        _ => Ok(()),
    }
}

/// A platform says later that it could not handle what it had taken.
pub(super) fn failed_later(tx: &mut Tx<'_>, was: &Standing, code: Code, at: Timestamp) -> Result<()> {
    wrong(tx, was, code, None, None, at)
}

fn wrong(
    tx: &mut Tx<'_>,
    now: &Standing,
    code: Code,
    status: Option<u16>,
    exchange: Option<ExchangeId>,
    at: Timestamp,
) -> Result<()> {
    let mut params = BTreeMap::new();
    if let Some(status) = status {
        params.insert("status".to_owned(), status.to_string());
    }
    let finding = Finding {
        code,
        about: of_destination(now.destination),
        channel: Some(now.channel),
        params,
        exchange: exchange.or(Some(now.exchange)),
    };
    seen(tx, &finding, at, true)?;
    end_some(tx, now.destination, at, |open| problem::disproves(code, open))
}

/// Something arrived at a destination. Nothing is read while all goes well.
fn well(tx: &mut Tx<'_>, destination: DestinationId, at: Timestamp) -> Result<()> {
    if tx.memory.sound.insert(destination) {
        end_some(tx, destination, at, |open| !problem::is_of_messages(open))?;
    }
    Ok(())
}

/// A destination is stopped. The try that showed it is kept, and counted, after this.
pub(super) fn stopped(tx: &mut Tx<'_>, destination: DestinationId, code: Code) -> Result<()> {
    let channel = statement(tx.db, "SELECT channel FROM destinations WHERE id = ?1")?
        .query_row([num(destination.0)], |row| Ok(id(row.get(0)?)))
        .optional()?;
    if unsolved(tx.db, of_destination(destination))?.iter().any(|(_, open)| *open == code) {
        return Ok(());
    }
    let (about, params, at) = (of_destination(destination), BTreeMap::new(), tx.clock.now());
    seen(tx, &Finding { code, about, channel, params, exchange: None }, at, false).map(drop)
}

/// A destination takes messages again.
pub(super) fn opened(tx: &mut Tx<'_>, destination: DestinationId) -> Result<()> {
    let at = tx.clock.now();
    end_some(tx, destination, at, |open| !problem::is_of_messages(open))
}

/// What a request shows that was kept without being acted on.
pub(super) fn arrived(tx: &mut Tx<'_>, arrival: &Arrival, exchange: ExchangeId) -> Result<()> {
    let Some(kept) = arrival.kept else { return Ok(()) };
    let from_platform = arrival.source == Source::Platform;
    if !from_platform || !problem::is_intake_problem(kept.code) {
        return Ok(());
    }
    let mut params = BTreeMap::new();
    let about = match arrival.channel {
        Some(channel) => {
            if let Some(platform) =
                (kept.code == Code::Data01).then(|| platforms::recognised(&arrival.body)).flatten()
            {
                params.insert("seems".to_owned(), platform.code().to_owned());
            }
            About { kind: AboutKind::Channel, id: channel.0 }
        }
        // Anybody may knock anywhere: only what was once an intake address, or what reads like a platform's request, is worth a look.
        None if arrival.path.starts_with(INTAKE) || platforms::recognised(&arrival.body).is_some() => {
            params.insert("path".to_owned(), shown_path(&arrival.path));
            About::only(AboutKind::Relay)
        }
        None => return Ok(()),
    };
    let finding =
        Finding { code: kept.code, about, channel: arrival.channel, params, exchange: Some(exchange) };
    seen(tx, &finding, arrival.at, true).map(drop)
}

/// A path no channel has, as it may be shown: what may have been a key is told by its beginning.
fn shown_path(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    match path.strip_prefix(INTAKE) {
        Some(key) => format!("{INTAKE}{}{MASK}", key.chars().take(KEY_SHOWN).collect::<String>()),
        None => path.chars().take(100).collect(),
    }
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

    /// Notes what was found wrong, and that these problems are over.
    pub async fn found(&self, found: Vec<Finding>, over: Vec<ProblemId>) -> Result<()> {
        if found.is_empty() && over.is_empty() {
            return Ok(());
        }
        self.0
            .writer
            .keep(move |tx| {
                let at = tx.clock.now();
                for finding in &found {
                    seen(tx, finding, at, false)?;
                }
                solve(tx, &over, at)
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

    /// Deliveries to a destination that were given up with that code and not left out, and those that are being tried again; up to 10,000
    /// each.
    pub async fn failed_with(&self, destination: DestinationId, code: Code) -> Result<(u64, u64)> {
        self.read(move |reader| {
            let count = |state: State| -> Result<u64> {
                let sql = format!(
                    "SELECT count(*) FROM (SELECT 1 FROM deliveries d INDEXED BY deliveries_in_rare_states
                     WHERE d.state = ?1 AND d.state IN (5, 6, 10) AND d.destination = ?2 AND d.code = ?3
                     AND NOT (d.state = 6 AND {LEFT_OUT}) LIMIT ?4)"
                );
                let count: i64 = statement(&reader.db, &sql)?
                    .query_row((state as u8, num(destination.0), code.name(), COUNTED), |row| row.get(0))?;
                Ok(count.max(0).cast_unsigned())
            };
            Ok((count(State::Failed)?, count(State::Retrying)?))
        })
        .await
    }

    /// When the next of those is due that failed at a destination with that code and are tried again.
    pub async fn next_try(&self, destination: DestinationId, code: Code) -> Result<Option<Timestamp>> {
        self.read(move |reader| {
            let sql = "SELECT min(due) FROM deliveries INDEXED BY deliveries_in_rare_states
                 WHERE state = 5 AND state IN (5, 6, 10) AND destination = ?1 AND code = ?2";
            let due: Option<i64> =
                statement(&reader.db, sql)?.query_row((num(destination.0), code.name()), |row| row.get(0))?;
            Ok(due.map(Timestamp))
        })
        .await
    }

    /// Deliveries to a destination in that state (one of those that are rare), of that code; oldest first, up to 10,000. What was left out
    /// is not among them.
    pub async fn in_state(
        &self,
        destination: DestinationId,
        state: State,
        code: Option<Code>,
    ) -> Result<Vec<DeliveryId>> {
        self.read(move |reader| {
            let sql = format!(
                "SELECT d.id FROM deliveries d INDEXED BY deliveries_in_rare_states WHERE d.state = ?1 AND d.state IN (5, 6, 10)
                 AND d.destination = ?2 AND (?3 IS NULL OR d.code = ?3) AND NOT (d.state = 6 AND {LEFT_OUT}) ORDER BY d.id LIMIT ?4"
            );
            let mut select = statement(&reader.db, &sql)?;
            let values = (state as u8, num(destination.0), code.map(Code::name), COUNTED);
            let rows = select.query_map(values, |row| Ok(id(row.get(0)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// These were given up and stay so: no problem counts them any more, until somebody sends them again.
    pub async fn leave_out(&self, which: Vec<DeliveryId>) -> Result<()> {
        for slice in which.chunks(SLICE).map(<[DeliveryId]>::to_vec) {
            self.0
                .writer
                .keep(move |tx| {
                    let at = tx.clock.now();
                    slice.iter().try_for_each(|id| turns::insert(tx, *id, at, Says::LeftOut, None))
                })
                .await?;
        }
        Ok(())
    }

    /// These are to begin from their very beginning when they are sent again: how far they had come, and what was learned of their chats, is
    /// forgotten. `progress` is what they begin with.
    pub async fn begin_anew(&self, which: Vec<DeliveryId>, progress: Option<Progress>) -> Result<()> {
        let seal = self.0.shared.seal()?;
        let sealed = progress.map(|progress| seal.seal_json(Kind::Progress, &progress)).transpose()?;
        self.0
            .writer
            .keep(move |tx| {
                for delivery in &which {
                    deliveries::set_progress(tx, *delivery, sealed.as_deref())?;
                    if sealed.is_none() {
                        statement(
                            tx.db,
                            "DELETE FROM learned WHERE (channel, key) IN
                             (SELECT channel, 'chat:' || chat FROM deliveries WHERE id = ?1 AND chat IS NOT NULL)",
                        )?
                        .execute([num(delivery.0)])?;
                    }
                }
                Ok(())
            })
            .await
    }

    /// Lets go of the log older than so many days, now. Gives how many exchanges went.
    pub async fn retire_now(&self, days: u32) -> Result<u64> {
        let settings = crate::schema::Settings { keep_traffic_days: days, ..self.0.shared.settings() };
        let before = self.0.shared.sums.exchanges();
        let ages = retention::Ages::new(&settings, self.0.shared.clock.now());
        chores::retire_all(&std::sync::Arc::downgrade(&self.0), ages).await?;
        Ok(before.saturating_sub(self.0.shared.sums.exchanges()))
    }

    /// Requests kept for that reason since then that can still be processed; of a channel, or of none. Oldest first, up to 1,000.
    pub async fn kept_for(
        &self,
        channel: Option<ChannelId>,
        code: Code,
        since: Timestamp,
    ) -> Result<Vec<ExchangeId>> {
        self.read(move |reader| exchanges::kept_for(&reader.db, channel, code, since)).await
    }

    /// Nothing of these is to be processed any more: it stays refused.
    pub async fn keep_refused(&self, which: Vec<ExchangeId>) -> Result<()> {
        self.0
            .writer
            .keep(move |tx| {
                for exchange in &which {
                    statement(tx.db, "UPDATE exchanges SET can_process = 0 WHERE id = ?1")?
                        .execute([num(exchange.0)])?;
                }
                Ok(())
            })
            .await
    }

    /// Notes something for the admin.
    pub async fn note(&self, kind: String, params: BTreeMap<String, String>) -> Result<()> {
        self.0.writer.keep(move |tx| note(tx, &kind, None, &params, tx.clock.now())).await
    }

    /// What was noted in the last 30 days, newest first.
    pub async fn activity(&self, before: Option<ActivityId>, limit: u32) -> Result<Vec<Activity>> {
        let since = self.0.shared.clock.now().plus_ms(-KEPT_MS);
        self.read(move |reader| {
            let mut select = statement(
                &reader.db,
                "SELECT id, at, kind, problem, params FROM activity WHERE id < ?1 AND at >= ?2 ORDER BY id DESC LIMIT ?3",
            )?;
            let before = before.map_or(i64::MAX, |id| num(id.0));
            let rows = select.query_map((before, since.0, limit), |row| {
                Ok(Activity {
                    id: id(row.get(0)?),
                    at: Timestamp(row.get(1)?),
                    kind: row.get(2)?,
                    problem: row.get::<_, Option<i64>>(3)?.map(id),
                    params: serde_json::from_str(row.get_ref(4)?.as_str()?).unwrap_or_default(),
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
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
