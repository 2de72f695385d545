//! What platforms say became of our own messages: acted on in the commit that keeps it.
//!
//! An outcome settles a delivery that was accepted; a failure sends it again by the schedule for what was rejected; a receipt says that it
//! was read. They may come before the answer to the very call they are about is written down, and more than once.

use rusqlite::Connection;

use super::deliveries::{self, Standing};
use super::shared::Shared;
use super::steps::{Due, Role};
use super::tallies::Tally;
use super::turns::{self, Says};
use super::writer::Tx;
use super::{destinations, lanes, problems, results, sent};
use crate::domain::{ChannelId, Code, Event, EventId, EventKind, ExchangeId, State, Timestamp};
use crate::error::Result;
use crate::schema::ExchangeRow;

/// What a receipt calls the message it is about.
pub(super) fn called(event: &Event) -> Option<&str> {
    let named = event.detail.get("messageId").and_then(serde_json::Value::as_str);
    event.message.as_ref().and_then(|message| message.key.as_deref()).or(named)
}

/// The delivery of ours that a platform means: by the reference we gave it, or by what the platform calls the message.
pub(super) fn find(db: &Connection, channel: ChannelId, called: &str) -> Result<Option<Standing>> {
    if let Some(found) = by_reference(db, channel, called)? {
        return Ok(Some(found));
    }
    match sent::find(db, channel, called)? {
        Some(delivery) => deliveries::find(db, delivery),
        None => Ok(None),
    }
}

/// The delivery that was given this reference of ours.
pub(super) fn by_reference(db: &Connection, channel: ChannelId, called: &str) -> Result<Option<Standing>> {
    let Ok(event) = called.strip_prefix("switchboard:").unwrap_or(called).parse::<EventId>() else {
        return Ok(None);
    };
    let of_event = deliveries::of_event(db, event)?;
    Ok(of_event.into_iter().find(|one| one.channel == channel && one.role == Role::Platform))
}

/// What changed because of a receipt.
#[derive(Debug, Default)]
pub(super) struct Acted {
    /// The row of the exchange whose message it was.
    pub(super) row: Option<ExchangeRow>,
    /// The lane that now has something due, or will have at another time than before.
    pub(super) due: Option<Due>,
}

/// Acts on an outcome or a receipt of one of our messages. Everything else changes nothing.
pub(super) fn act(
    tx: &mut Tx<'_>,
    channel: ChannelId,
    event: &Event,
    exchange: ExchangeId,
    at: Timestamp,
) -> Result<Acted> {
    let success = event.detail.get("success").and_then(serde_json::Value::as_bool);
    let says = match (event.kind, success) {
        (EventKind::MessageRead, _) => State::Read,
        (EventKind::MessageOutcome, Some(true)) => State::Delivered,
        (EventKind::MessageOutcome, _) => State::Failed,
        _ => return Ok(Acted::default()),
    };
    let Some(called) = called(event) else { return Ok(Acted::default()) };
    let Some(now) = find(tx.db, channel, called)? else { return Ok(Acted::default()) };
    turns::insert(tx, now.id, at, Says::of(says), Some(exchange))?;
    let shared = tx.memory.shared();
    let (now, due) = match (says, now.state) {
        // What was given up or taken out of the queue is not begun again because of a late word.
        (State::Failed, State::Read | State::Failed | State::Skipped) => return Ok(Acted::default()),
        (State::Failed, _) => failed(tx, &shared, now, at)?,
        (State::Delivered, State::Delivered | State::Read | State::Skipped)
        | (_, State::Read | State::Skipped) => return Ok(Acted::default()),
        (says, _) => arrived(tx, now, says, at)?,
    };
    Ok(Acted { row: results::settle_cause(tx, &now, &shared.shown())?, due })
}

fn arrived(tx: &mut Tx<'_>, was: Standing, state: State, at: Timestamp) -> Result<(Standing, Option<Due>)> {
    let is_news = was.state != State::Delivered;
    let mut now = Standing { code: None, ..was };
    now = deliveries::end(tx, now, state, None, at)?;
    if is_news {
        destinations::count_end(tx, now.destination, false)?;
        tx.memory.tallies.push(Tally { at, channel: Some(now.channel), delivered: 1, ..Tally::default() });
    }
    let due = deliveries::advance(tx, now.destination, now.lane, at)?;
    Ok((now, due))
}

/// They could not handle it: again, as if it had not been sent, until the schedule ends.
fn failed(tx: &mut Tx<'_>, shared: &Shared, was: Standing, at: Timestamp) -> Result<(Standing, Option<Due>)> {
    let code = Some(Code::Plat01);
    let wait = usize::try_from(was.made).ok().and_then(|made| {
        shared.settings().rejected_schedule_ms.get(made).copied().and_then(|wait| i64::try_from(wait).ok())
    });
    problems::failed_later(tx, &was, Code::Plat01, at)?;
    let was_delivered = was.state == State::Delivered;
    let mut now = Standing { code, made: was.made + 1, failing_since: Some(at), ..was.clone() };
    tx.memory.tallies.push(Tally {
        at,
        channel: Some(now.channel),
        delivered: -i64::from(was_delivered),
        failed: i64::from(wait.is_none()),
        troubled: 1,
        ..Tally::default()
    });
    let Some(wait) = wait else {
        now = deliveries::end(tx, now, State::Failed, None, at)?;
        destinations::count_end(tx, now.destination, true)?;
        let due = deliveries::advance(tx, now.destination, now.lane, at)?;
        return Ok((now, due));
    };
    let due = at.plus_ms(wait);
    now.state = State::Retrying;
    now.due = Some(due);
    deliveries::set_progress(tx, now.id, None)?;
    lanes::changed(tx, was.lane);
    if !was.state.is_open() {
        now.out_of_order = true;
        tx.memory.tallies.push(Tally {
            at,
            channel: Some(now.channel),
            waiting: Some((now.destination, 1)),
            ..Tally::default()
        });
        if !lanes::is_single(tx.db, now.lane)? {
            now.lane = lanes::open(tx, now.destination, None, now.id, due)?;
        }
    }
    deliveries::update(tx, &now)?;
    // While its call is still under way it holds its lane, as any other that is tried again soon.
    lanes::set_head(tx, now.lane, Some((now.id, due)))?;
    // The schedule is told of the new time as well: it may be sleeping until a later one.
    let told = Due { destination: now.destination, lane: now.lane, delivery: now.id };
    Ok((now, Some(told)))
}
