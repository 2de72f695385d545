//! What a try or a request shows, noted in the very commit that keeps it.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _};

use super::activity::note;
use super::{COLUMNS, Finding, LEFT_BEHIND, json, place, read};
use crate::domain::address::INTAKE;
use crate::domain::problem::{self, About, AboutKind, ProblemState};
use crate::domain::{Code, DestinationId, ExchangeId, ProblemId, State, Timestamp};
use crate::error::Result;
use crate::platforms;
use crate::schema::Source;
use crate::secret::MASK;
use crate::store::Store;
use crate::store::deliveries::Standing;
use crate::store::sql::{code, id, num, statement};
use crate::store::steps::{Arrival, Settled, Verdict};
use crate::store::turns::LEFT_OUT;
use crate::store::writer::Tx;

/// Exchanges that are named with a problem.
const SHOWN: usize = 5;
/// What comes back within this time, in ms, is the same problem as before.
const SAME_MS: i64 = 60 * 60 * 1_000;
/// So many of the newest failed deliveries are looked through by the writer, which others wait for; the rest is for whoever watches.
const LOOKED_THROUGH: i64 = 2_000;
/// Letters of an unknown key that are shown: enough to tell an old address by.
const KEY_SHOWN: usize = 4;

const OPENED: &str = "problem-opened";
const SOLVED: &str = "problem-solved";

impl Store {
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
pub(in crate::store) fn tried(
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
pub(in crate::store) fn failed_later(
    tx: &mut Tx<'_>,
    was: &Standing,
    code: Code,
    at: Timestamp,
) -> Result<()> {
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
pub(in crate::store) fn stopped(tx: &mut Tx<'_>, destination: DestinationId, code: Code) -> Result<()> {
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
pub(in crate::store) fn opened(tx: &mut Tx<'_>, destination: DestinationId) -> Result<()> {
    let at = tx.clock.now();
    end_some(tx, destination, at, |open| !problem::is_of_messages(open))
}

/// What a request shows that was kept without being acted on.
pub(in crate::store) fn arrived(tx: &mut Tx<'_>, arrival: &Arrival, exchange: ExchangeId) -> Result<()> {
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
