//! Counting: what the journal's next exchanges add, and its tallies gathered by hours.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _};

use super::HOUR;
use crate::domain::{ChannelId, DeliveryId, SkipReason, State, Timestamp};
use crate::error::Result;
use crate::schema::{Lane, Source};
use crate::store::rolls::{Adds, Part, Roll};
use crate::store::shared::Shared;
use crate::store::sql::{id, state, statement};
use crate::store::steps::Role;
use crate::store::tallies;

/// Exchanges counted in one go.
const SLICE: i64 = 400;
/// An hour is gathered this long after it is over, in ms: nothing is entered for it any more.
const SETTLED: i64 = 60 * 1_000;
/// What is older, in ms, moves no more.
const FRESH: i64 = 10 * 1_000;

/// Counts the next exchanges: how many, the last of them, and what they add.
pub(super) fn count(
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
pub(super) fn gather(db: &Connection, journal: &Connection, now: Timestamp) -> Result<Option<Hours>> {
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
