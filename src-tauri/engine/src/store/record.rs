//! The steps that keep what became of deliveries: a try, a resend.

use super::deliveries::Standing;
use super::exchanges::{Caused, Envelope, Rest};
use super::seal::{Kind, Seal};
use super::shared::{Shared, Shown};
use super::steps::{Due, Recorded, Tried, Verdict, state_after};
use super::tallies::Tally;
use super::writer::Tx;
use super::{attempts, bodies, deliveries, destinations, exchanges, lanes};
use crate::domain::{DeliveryId, ExchangeId, SkipReason, State, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{DeliveryFilter, Direction, ExchangeRow, ResendRequest, Resent};

/// A try made ready for the writer.
pub(super) struct Ready {
    tried: Tried,
    envelope: Vec<u8>,
    body: Option<bodies::Ready>,
    answer: Option<bodies::Ready>,
    timings: String,
}

/// Does everything that can be done outside the writer.
pub(super) fn ready(seal: &Seal, tried: Tried) -> Result<Ready> {
    let (answer_headers, answer, truncated) = match &tried.answer {
        Some((_, headers, body, truncated)) => (headers.clone(), body.clone(), *truncated),
        None => Default::default(),
    };
    let envelope = Envelope {
        method: "POST".to_owned(),
        address: tried.url.clone(),
        peer: None,
        headers: tried.headers.clone(),
        answer_headers,
        truncated,
    };
    Ok(Ready {
        envelope: seal.seal_json(Kind::Envelope, &envelope)?,
        body: bodies::ready(seal, &tried.body)?,
        answer: bodies::ready(seal, &answer)?,
        timings: serde_json::to_string(&tried.timings)
            .map_err(|cause| Error::unexpected("writing JSON", &cause))?,
        tried,
    })
}

/// Keeps a try and what follows from it.
pub(super) fn write(tx: &mut Tx<'_>, shared: &Shared, ready: &Ready) -> Result<Recorded> {
    let tried = &ready.tried;
    let nothing = Recorded { rows: Vec::new(), next: None, due: Vec::new() };
    let Some(mut now) = deliveries::find(tx.db, tried.delivery)? else { return Ok(nothing) };
    let shown = shared.shown();
    let Some((mut cause, caused)) = exchanges::find(tx.db, &shown, now.exchange)? else { return Ok(nothing) };
    let was_open = now.state.is_open();
    let lane = now.lane;
    if now.body.is_none() {
        now.body = bodies::keep(tx, Some(now.channel), ready.body.as_ref())?.map(|id| id.0.cast_signed());
    }
    let answer = bodies::keep(tx, Some(now.channel), ready.answer.as_ref())?;
    let exchange: ExchangeId = tx.next_id();
    now.tries += 1;
    follow(&mut now, tried);
    move_beside(tx, &mut now, tried)?;

    let retry = (now.state == State::Retrying).then(|| shown.retry(now.made, now.due, tried.code));
    let own = ExchangeRow {
        id: exchange,
        at: exchange.time(),
        direction: Direction::Out,
        status: tried.answer.as_ref().map(|answer| answer.0),
        result: if tried.verdict == Verdict::Held { State::OnHold } else { now.state },
        skipped: now.skipped,
        code: tried.code,
        took_us: tried.timings.total_us,
        size: tried.body.len() as u64,
        retry,
        ..cause.clone()
    };
    let rest = Rest {
        can_process: false,
        caused: None,
        delivery: Some(now.id),
        body: now.body.map(super::sql::id),
        answer,
        envelope: &ready.envelope,
    };
    exchanges::insert(tx, &own, rest)?;
    if now.tries > 1
        && let Some(earlier) = attempts::exchange(tx.db, now.id, now.tries - 1)?
    {
        exchanges::superseded(tx, earlier)?;
    }
    let new = attempts::New {
        delivery: now.id,
        number: now.tries,
        exchange,
        at: tried.at,
        status: own.status,
        code: tried.code,
        timings: &ready.timings,
        certificate: tried.certificate.as_deref(),
    };
    attempts::insert(tx, new)?;
    deliveries::update(tx, &now)?;
    match tried.verdict {
        Verdict::Held | Verdict::Again(_) => {}
        Verdict::Delivered | Verdict::Failed | Verdict::Stale if was_open => lanes::ended(tx, lane),
        _ => lanes::changed(tx, lane),
    }
    settle(tx, &mut cause, siblings(tx, &now, caused)?, &shown)?;
    let next = match tried.verdict {
        // The delivery keeps its place and its time: the schedule asks again when the destination is open.
        Verdict::Held => None,
        _ => deliveries::advance(tx, now.destination, lane, shared.clock.now())?,
    };
    tally(tx, &now, tried, was_open)?;
    if tried.verdict == Verdict::Held && cause.result.is_open() {
        cause.result = State::OnHold;
    }
    Ok(Recorded { rows: vec![own, cause], next, due: Vec::new() })
}

/// Ends a delivery that grew too old to be of use, without a try.
pub(super) fn skip_stale(tx: &mut Tx<'_>, shared: &Shared, delivery: DeliveryId) -> Result<Recorded> {
    let nothing = Recorded { rows: Vec::new(), next: None, due: Vec::new() };
    let Some(mut now) = deliveries::find(tx.db, delivery)?.filter(|now| now.state.is_open()) else {
        return Ok(nothing);
    };
    now.state = State::Skipped;
    now.skipped = Some(SkipReason::Stale);
    now.due = None;
    deliveries::update(tx, &now)?;
    lanes::changed(tx, now.lane);
    let shown = shared.shown();
    let mut rows = Vec::new();
    if let Some((mut cause, caused)) = exchanges::find(tx.db, &shown, now.exchange)? {
        settle(tx, &mut cause, siblings(tx, &now, caused)?, &shown)?;
        rows.push(cause);
    }
    let at = shared.clock.now();
    let waiting = Some((now.destination, -1));
    tx.memory.tallies.push(Tally { at, channel: Some(now.channel), waiting, ..Tally::default() });
    let next = deliveries::advance(tx, now.destination, now.lane, at)?;
    Ok(Recorded { rows, next, due: Vec::new() })
}

/// How the delivery stands after the try. On hold is shown, never stored: see [`super::shared::Shown`].
fn follow(now: &mut Standing, tried: &Tried) {
    let state = state_after(tried.verdict);
    now.code = tried.code;
    match tried.verdict {
        Verdict::Held => return,
        Verdict::Again(due) | Verdict::Beside(due) => {
            now.due = Some(due);
            now.failing_since = now.failing_since.or(Some(tried.at));
        }
        Verdict::Accepted(due) => now.due = due,
        Verdict::Step => {}
        Verdict::Delivered | Verdict::Failed | Verdict::Stale | Verdict::Nothing | Verdict::Unknown => {
            now.due = None;
        }
    }
    now.made += 1;
    now.state = state;
    now.skipped = (tried.verdict == Verdict::Stale).then_some(SkipReason::Stale);
}

/// A delivery that no longer holds its lane gets one of its own.
fn move_beside(tx: &Tx<'_>, now: &mut Standing, tried: &Tried) -> Result<()> {
    if let Verdict::Beside(due) = tried.verdict
        && !now.out_of_order
    {
        now.lane = lanes::open(tx, now.destination, None, now.id, due)?;
        now.out_of_order = true;
    }
    Ok(())
}

/// All that the exchange of a delivery caused. Mostly that is one event with this one delivery, and there is nothing to read.
fn siblings(tx: &Tx<'_>, now: &Standing, caused: Option<Caused>) -> Result<Vec<Standing>> {
    if caused.is_some_and(|caused| caused.first == now.event.0 && caused.last == now.id.0) {
        return Ok(vec![now.clone()]);
    }
    deliveries::of_exchange(tx.db, now.exchange, caused)
}

/// The worst of what an exchange caused becomes its result.
fn settle(tx: &Tx<'_>, cause: &mut ExchangeRow, all: Vec<Standing>, shown: &Shown) -> Result<()> {
    let Some(worst) = all
        .into_iter()
        .reduce(|worst, other| if other.state.rank() > worst.state.rank() { other } else { worst })
    else {
        return Ok(());
    };
    cause.result = worst.state;
    cause.skipped = worst.skipped;
    cause.code = worst.code.filter(|_| !matches!(worst.state, State::Delivered | State::Received));
    cause.retry = (worst.state == State::Retrying).then(|| shown.retry(worst.made, worst.due, worst.code));
    let retry = cause.retry.map(|retry| (retry.made, retry.next));
    exchanges::set_result(tx, cause.id, cause.result, cause.skipped, cause.code, retry)
}

fn tally(tx: &mut Tx<'_>, now: &Standing, tried: &Tried, was_open: bool) -> Result<()> {
    let ended = was_open && !now.state.is_open();
    let failed = tried.verdict == Verdict::Failed;
    let delivered = tried.verdict == Verdict::Delivered;
    if failed || delivered {
        destinations::count_end(tx, now.destination, failed)?;
    }
    tx.memory.tallies.push(Tally {
        at: tried.at,
        channel: Some(now.channel),
        exchanges: 1,
        received: 0,
        delivered: i64::from(delivered),
        failed: i64::from(failed),
        troubled: i64::from(failed || now.state == State::Retrying),
        waiting: ended.then_some((now.destination, -1)),
    });
    Ok(())
}

/// Puts deliveries in their lanes again, due at once, with tries counted from the start. One that waits for its next try is tried now;
/// one that has not been tried has its turn coming anyway.
pub(super) fn resend(
    tx: &mut Tx<'_>,
    shared: &Shared,
    which: &[DeliveryId],
    now: Timestamp,
) -> Result<(Resent, Vec<Due>)> {
    let (mut queued, mut left, mut due) = (0, 0, Vec::new());
    for id in which {
        let Some(mut standing) = deliveries::find(tx.db, *id)? else {
            left += 1;
            continue;
        };
        let waits = standing.state == State::Retrying;
        if standing.state.is_open() && !waits {
            left += 1;
            continue;
        }
        standing.state = State::Received;
        standing.skipped = None;
        standing.code = None;
        standing.made = 0;
        standing.failing_since = None;
        standing.due = None;
        if !lanes::exists(tx.db, standing.lane)? {
            standing.lane = lanes::open(tx, standing.destination, None, standing.id, now)?;
        }
        deliveries::update(tx, &standing)?;
        lanes::changed(tx, standing.lane);
        if let Some((mut cause, caused)) = exchanges::find(tx.db, &shared.shown(), standing.exchange)? {
            let all = siblings(tx, &standing, caused)?;
            settle(tx, &mut cause, all, &shared.shown())?;
        }
        tx.memory.tallies.push(Tally {
            at: now,
            channel: Some(standing.channel),
            waiting: (!waits).then_some((standing.destination, 1)),
            ..Tally::default()
        });
        due.extend(deliveries::advance(tx, standing.destination, standing.lane, now)?);
        queued += 1;
    }
    due.dedup_by_key(|due| due.lane);
    Ok((Resent { queued, left }, due))
}

/// Ids a resend names: those given, or all that match. A filter without any field matches nothing.
pub(super) fn named(db: &rusqlite::Connection, request: &ResendRequest) -> Result<Vec<DeliveryId>> {
    if let Some(ids) = &request.ids {
        return Ok(ids.clone());
    }
    match &request.filter {
        Some(filter) if !is_empty(filter) => super::pages::matching_deliveries(db, filter),
        _ => Ok(Vec::new()),
    }
}

fn is_empty(filter: &DeliveryFilter) -> bool {
    filter.channel.is_none()
        && filter.state.is_none()
        && filter.exchange.is_none()
        && filter.from.is_none()
        && filter.to.is_none()
}
