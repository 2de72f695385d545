//! Pages of the log and of deliveries: by key, never by offset, and within a budget of rows looked at.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, params_from_iter};

use super::deliveries::{self, Standing};
use super::search::{Range, Search};
use super::shared::Shown;
use super::sql::{id, num};
use super::steps::ChannelHealth;
use super::tallies::{self, Sums};
use super::{Store, destinations, details, exchanges};
use crate::clock::Clock;
use crate::domain::{ChannelId, DeliveryId, DestinationId, ExchangeId, State, Timestamp};
use crate::error::Result;
use crate::schema::{
    DeliveryFilter, DeliveryPage, DeliveryQuery, Direction, ExchangeRow, TrafficFilter, TrafficPage,
    TrafficQuery,
};

/// Rows looked at for one page before it is given as it is.
const BUDGET: usize = 40_000;
/// The same in time, for disks that are slow or busy.
const PATIENCE: Duration = Duration::from_millis(20);

impl Store {
    /// A page of the log.
    pub async fn traffic(&self, query: TrafficQuery) -> Result<TrafficPage> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            traffic(&reader.db, &mut reader.search, &shared.shown(), &query, shared.sums.exchanges())
        })
        .await
    }

    /// A page of deliveries.
    pub async fn deliveries(&self, query: DeliveryQuery) -> Result<DeliveryPage> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let (rows, next) = deliveries(&reader.db, &shared.shown(), &query)?;
            let rows = rows
                .into_iter()
                .map(|row| details::view(&reader.db, &shared, row, false))
                .collect::<Result<_>>()?;
            Ok(DeliveryPage { rows, next })
        })
        .await
    }

    /// How a channel fares.
    pub async fn health(&self, channel: ChannelId, now: Timestamp) -> Result<ChannelHealth> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| health(&reader.db, &shared.sums, channel, now)).await
    }
}

pub(super) fn limit(asked: Option<u32>) -> usize {
    asked.unwrap_or(100).clamp(1, 500) as usize
}

/// Conditions and what fills them.
#[derive(Default)]
pub(super) struct Where {
    pub(super) sql: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Where {
    /// Adds a condition with one blank, written `?`.
    pub(super) fn and(&mut self, condition: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        self.sql.push(condition.replace('?', &format!("?{}", self.values.len())));
    }

    pub(super) fn plain(&mut self, condition: impl Into<String>) {
        self.sql.push(condition.into());
    }

    pub(super) fn text(&self) -> String {
        if self.sql.is_empty() { "1".to_owned() } else { self.sql.join(" AND ") }
    }
}

/// Bounds by key: those of the query and those of the times asked for.
struct Bounds {
    /// Rows below this only.
    below: i64,
    /// Rows above this only.
    above: i64,
    newest_first: bool,
}

fn bounds(query: &TrafficQuery) -> Bounds {
    let from = query.filter.from.map_or(-1, |at| num(ExchangeId::at(at).0) - 1);
    let to = query.filter.to.map_or(i64::MAX, |at| num(ExchangeId::at(at.plus_ms(1)).0));
    let before = query.before.map_or(i64::MAX, |id| num(id.0));
    let after = query.after.map_or(-1, |id| num(id.0));
    Bounds { below: before.min(to), above: after.max(from), newest_first: query.after.is_none() }
}

/// Destinations that are held, platforms that cannot be called yet, and both.
fn listed(shown: Option<&Shown>) -> (String, String, String) {
    let list = |ids: &mut dyn Iterator<Item = DestinationId>| {
        ids.map(|id| num(id.0).to_string()).collect::<Vec<_>>().join(",")
    };
    shown.map_or_else(Default::default, |shown| {
        (list(&mut shown.held()), list(&mut shown.waiting()), list(&mut shown.held().chain(shown.waiting())))
    })
}

/// What does not bound the key: tested on every row that is looked at.
fn conditions(filter: &TrafficFilter, shown: &Shown) -> Where {
    let mut clause = Where::default();
    if let Some(direction) = filter.direction {
        clause.and("direction = ?", i64::from(direction == Direction::Out));
    }
    if let Some(channel) = filter.channel {
        clause.and("channel = ?", num(channel.0));
    }
    if filter.unclaimed == Some(true) {
        clause.plain("channel IS NULL");
    }
    if let Some(state) = filter.state {
        let (held, waiting, resting) = listed(Some(shown));
        match state {
            State::OnHold => clause.plain(format!("result IN (0, 5) AND destination IN ({held})")),
            State::WaitingForPlatform => {
                clause.plain(format!("result IN (0, 5) AND destination IN ({waiting})"));
            }
            // A try that a later one followed is not being retried any more.
            State::Retrying => clause.plain(format!(
                "{RARE_RESULTS} AND result = 5 AND next_at IS NOT NULL AND coalesce(destination, 0) NOT IN ({resting})"
            )),
            State::Received => {
                clause.plain(format!("result = 0 AND coalesce(destination, 0) NOT IN ({resting})"));
            }
            rare if is_rare(rare) => clause.plain(format!("{RARE_RESULTS} AND result = {}", rare as u8)),
            other => clause.plain(format!("result = {}", other as u8)),
        }
    }
    clause
}

/// A page of the log.
pub(super) fn traffic(
    db: &Connection,
    search: &mut Search,
    shown: &Shown,
    query: &TrafficQuery,
    total: u64,
) -> Result<TrafficPage> {
    let limit = limit(query.limit);
    let bounds = bounds(query);
    let clause = conditions(&query.filter, shown);
    let words = query.filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let (mut rows, reached) = match words {
        Some(words) => {
            let Bounds { above, below, newest_first } = bounds;
            let range = Range { above, below, newest_first, limit };
            search.rows(db, shown, words, (&clause.text(), &clause.values), &range)?
        }
        None => scan(db, shown, &clause, &bounds, limit, is_indexed(&query.filter))?,
    };
    let full = rows.len() >= limit;
    let next = if full { rows.last().map(|row| row.id) } else { reached };
    if !bounds.newest_first {
        rows.reverse();
    }
    let plain =
        words.is_none() && clause.sql.is_empty() && query.filter.from.is_none() && query.filter.to.is_none();
    Ok(TrafficPage {
        next,
        searched_back: reached.filter(|_| !full).map(ExchangeId::time),
        rows,
        total: plain.then_some(total),
    })
}

/// A filter that an index answers needs no budget.
fn is_indexed(filter: &TrafficFilter) -> bool {
    let channel_alone = filter.channel.is_some() && filter.state.is_none() && filter.direction.is_none();
    filter.unclaimed == Some(true) || filter.state.is_some_and(is_rare) || channel_alone
}

/// The condition of the index over results, in its own words: a partial index is used only by a query that repeats them.
const RARE_RESULTS: &str = "result IN (5, 6, 8, 10, 11)";
/// The same for deliveries.
const RARE_STATES: &str = "state IN (5, 6, 10)";

/// States so rare that an index finds them at once.
fn is_rare(state: State) -> bool {
    matches!(state, State::Failed | State::Unknown | State::Refused)
}

/// Goes through the log by key, in slices, until the page is full or the budget is spent. Gives the rows, nearest to the start first, and
/// how far it looked when it did not look at everything.
fn scan(
    db: &Connection,
    shown: &Shown,
    clause: &Where,
    bounds: &Bounds,
    limit: usize,
    indexed: bool,
) -> Result<(Vec<ExchangeRow>, Option<ExchangeId>)> {
    let order = if bounds.newest_first { "DESC" } else { "ASC" };
    let columns = exchanges::COLUMNS;
    if indexed || clause.sql.is_empty() {
        let sql = format!(
            "SELECT {columns} FROM exchanges WHERE id < {} AND id > {} AND {} ORDER BY id {order} LIMIT {limit}",
            bounds.below,
            bounds.above,
            clause.text(),
        );
        return Ok((select(db, shown, &sql, &clause.values)?, None));
    }
    let (mut below, mut above) = (bounds.below, bounds.above);
    let mut rows = Vec::new();
    let mut looked = 0;
    let time = Clock.stopwatch();
    let mut slice = 1_000;
    while looked < BUDGET && time.elapsed() < PATIENCE {
        let edge_sql = format!(
            "SELECT id FROM exchanges WHERE id < {below} AND id > {above} ORDER BY id {order} LIMIT 1 OFFSET {slice}"
        );
        let edge: Option<i64> = db.prepare_cached(&edge_sql)?.query_row([], |row| row.get(0)).optional()?;
        let (from, to) = match (edge, bounds.newest_first) {
            (None, _) => (above, below),
            (Some(edge), true) => (edge - 1, below),
            (Some(edge), false) => (above, edge + 1),
        };
        let sql = format!(
            "SELECT {columns} FROM exchanges WHERE id < {to} AND id > {from} AND {} ORDER BY id {order} LIMIT {}",
            clause.text(),
            limit - rows.len(),
        );
        rows.extend(select(db, shown, &sql, &clause.values)?);
        let Some(edge) = edge else { return Ok((rows, None)) };
        if rows.len() >= limit {
            return Ok((rows, None));
        }
        if bounds.newest_first {
            below = edge
        } else {
            above = edge
        }
        looked += slice;
        slice = (slice * 2).min(5_000);
    }
    let reached = if bounds.newest_first { below } else { above };
    Ok((rows, Some(id(reached))))
}

/// Rows of the log by any query over [`exchanges::COLUMNS`].
pub(super) fn select(
    db: &Connection,
    shown: &Shown,
    sql: &str,
    values: &[Value],
) -> Result<Vec<ExchangeRow>> {
    let mut select = db.prepare(sql)?;
    let rows = select.query_map(params_from_iter(values), |row| exchanges::read(row, shown))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn delivery_clause(filter: &DeliveryFilter, shown: Option<&Shown>) -> Where {
    let mut clause = Where::default();
    if let Some(channel) = filter.channel {
        clause.and("channel = ?", num(channel.0));
    }
    if let Some(exchange) = filter.exchange {
        clause.and(deliveries::OF_EXCHANGE, num(exchange.0));
    }
    if let Some(from) = filter.from {
        clause.and("id >= ?", num(DeliveryId::at(from).0));
    }
    if let Some(to) = filter.to {
        clause.and("id < ?", num(DeliveryId::at(to.plus_ms(1)).0));
    }
    let (held, waiting, resting) = listed(shown);
    match filter.state {
        None => {}
        Some(State::OnHold) => clause.plain(format!("state IN (0, 5) AND destination IN ({held})")),
        Some(State::WaitingForPlatform) => {
            clause.plain(format!("state IN (0, 5) AND destination IN ({waiting})"));
        }
        Some(State::Received) => clause.plain(format!("state = 0 AND destination NOT IN ({resting})")),
        Some(State::Retrying) => {
            clause.plain(format!("{RARE_STATES} AND state = 5 AND destination NOT IN ({resting})"))
        }
        Some(rare @ (State::Failed | State::Unknown)) => {
            clause.plain(format!("{RARE_STATES} AND state = {}", rare as u8));
        }
        Some(state) => clause.plain(format!("state = {}", state as u8)),
    }
    clause
}

/// A page of deliveries, newest first, and the key to go on from.
pub(super) fn deliveries(
    db: &Connection,
    shown: &Shown,
    query: &DeliveryQuery,
) -> Result<(Vec<Standing>, Option<DeliveryId>)> {
    let limit = limit(query.limit);
    let mut clause = delivery_clause(&query.filter, Some(shown));
    let newest_first = query.after.is_none();
    if let Some(before) = query.before {
        clause.and("id < ?", num(before.0));
    }
    if let Some(after) = query.after {
        clause.and("id > ?", num(after.0));
    }
    let order = if newest_first { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT {} FROM deliveries WHERE {} ORDER BY id {order} LIMIT {limit}",
        deliveries::COLUMNS,
        clause.text()
    );
    let mut select = db.prepare(&sql)?;
    let mut rows = select
        .query_map(params_from_iter(&clause.values), deliveries::read)?
        .collect::<Result<Vec<_>, _>>()?;
    let next = if rows.len() >= limit { rows.last().map(|row| row.id) } else { None };
    if !newest_first {
        rows.reverse();
    }
    Ok((rows, next))
}

/// Every delivery that matches, oldest first.
pub(super) fn matching_deliveries(db: &Connection, filter: &DeliveryFilter) -> Result<Vec<DeliveryId>> {
    let clause = delivery_clause(filter, None);
    let mut select = db.prepare(&format!("SELECT id FROM deliveries WHERE {} ORDER BY id", clause.text()))?;
    let rows = select.query_map(params_from_iter(&clause.values), |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How a channel fares, from sums and indexes.
pub(super) fn health(
    db: &Connection,
    sums: &Sums,
    channel: ChannelId,
    now: Timestamp,
) -> Result<ChannelHealth> {
    const DAY: i64 = 24 * 60 * 60 * 1_000;
    const QUARTER: i64 = 15 * 60 * 1_000;
    let [_, _, failed, _] = tallies::since(db, now.plus_ms(-DAY), Some(channel))?;
    let [_, _, _, troubled] = tallies::since(db, now.plus_ms(-QUARTER), Some(channel))?;
    let waiting = destinations::of(db, channel)?.iter().map(|destination| sums.waiting(destination.id)).sum();
    Ok(ChannelHealth {
        last_at: exchanges::last_at(db, channel)?,
        waiting,
        failed,
        troubled,
        failing: destinations::failures(db, channel)? >= 5,
    })
}
