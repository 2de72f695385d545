//! The step that keeps what became of a delivery: a try with its call, or an end without one, and all that follows from it.

use std::sync::Arc;

use super::deliveries::Standing;
use super::exchanges::{Envelope, Rest};
use super::seal::{Kind, Seal};
use super::shared::{Shared, Shown};
use super::steps::{Due, Recorded, Role, Settled, Tried, Verdict, state_after};
use super::tallies::Tally;
use super::waiting::{await_word, reason};
use super::write_backs::Telling;
use super::writer::Tx;
use super::{
    Store, attempts, bodies, caused, deliveries, destinations, exchanges, lanes, marks, problems, results,
    taught, write_backs,
};
use crate::domain::{ChannelId, DeliveryId, ExchangeId, State, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{Direction, ExchangeRow, Source};

impl Store {
    /// Keeps a try and what follows from it.
    pub async fn record(&self, tried: Tried) -> Result<Recorded> {
        // What was at hand is older than this try.
        drop(self.0.shared.take_job(tried.delivery));
        let shared = Arc::clone(&self.0.shared);
        let ready = self::tried(&*shared.seal()?, tried)?;
        self.0.writer.keep(move |tx| write(tx, &shared, &ready)).await
    }

    /// Ends a delivery that grew too old to be of use, without a try. Nothing happens when it is no longer owed.
    pub async fn skip_stale(&self, delivery: DeliveryId) -> Result<Recorded> {
        self.settle(Settled {
            delivery,
            progress: None,
            taught: Vec::new(),
            write_backs: Vec::new(),
            code: None,
            verdict: Verdict::Stale,
        })
        .await
    }
}

/// A try, or an end without one, made ready for the writer.
pub(super) struct Ready {
    /// When it began.
    at: Timestamp,
    settled: Settled,
    /// Sealed.
    progress: Option<Vec<u8>>,
    /// Sealed: the events of `settled.write_backs`.
    write_backs: Vec<Vec<u8>>,
    call: Option<Call>,
}

/// The call of a try.
struct Call {
    step: Option<&'static str>,
    status: Option<u16>,
    took_us: u64,
    size: u64,
    certificate: Option<bytes::Bytes>,
    envelope: Vec<u8>,
    body: Option<bodies::Ready>,
    answer: Option<bodies::Ready>,
    timings: String,
}

/// Does everything that can be done outside the writer.
pub(super) fn tried(seal: &Seal, tried: Tried) -> Result<Ready> {
    let (status, answer_headers, answer, truncated) = match tried.answer {
        Some((status, headers, body, truncated)) => (Some(status), headers, body, truncated),
        None => Default::default(),
    };
    let envelope = Envelope {
        method: tried.method,
        address: tried.url,
        peer: None,
        headers: tried.headers,
        own: tried.own,
        answer_headers,
        truncated,
    };
    let call = Call {
        step: tried.step,
        status,
        took_us: tried.timings.total_us,
        size: tried.body.len() as u64,
        certificate: tried.certificate,
        envelope: seal.seal_json(Kind::Envelope, &envelope)?,
        body: bodies::ready(seal, &tried.body)?,
        answer: bodies::ready(seal, &answer)?,
        timings: serde_json::to_string(&tried.timings)
            .map_err(|cause| Error::unexpected("writing JSON", &cause))?,
    };
    let settled = Settled {
        delivery: tried.delivery,
        verdict: tried.verdict,
        code: tried.code,
        progress: tried.progress,
        taught: tried.taught,
        write_backs: tried.write_backs,
    };
    Ok(Ready { call: Some(call), ..self::settled(seal, settled, tried.at)? })
}

/// The same without a call.
pub(super) fn settled(seal: &Seal, settled: Settled, at: Timestamp) -> Result<Ready> {
    let progress = settled.progress.as_ref().map(|progress| seal.seal_json(Kind::Progress, progress));
    let write_backs = settled.write_backs.iter().map(|(_, event)| super::events::seal(seal, event));
    Ok(Ready {
        at,
        progress: progress.transpose()?,
        write_backs: write_backs.collect::<Result<_>>()?,
        call: None,
        settled,
    })
}

/// Keeps a try, or an end without one, and what follows from it.
pub(super) fn write(tx: &mut Tx<'_>, shared: &Shared, ready: &Ready) -> Result<Recorded> {
    let settled = &ready.settled;
    let nothing = Recorded { rows: Vec::new(), next: None, due: Vec::new() };
    let Some(mut now) = deliveries::find(tx.db, settled.delivery)? else { return Ok(nothing) };
    let shown = shared.shown();
    let Some((mut cause, caused)) = exchanges::find(tx.db, &shown, now.exchange)? else { return Ok(nothing) };
    let was = now.clone();
    // The other side has said meanwhile what became of it, or something newer took its place: that stands.
    let is_over = !(was.state.is_open() || was.state == State::Accepted) || is_overtaken(&was, ready);
    if is_over && ready.call.is_none() {
        return Ok(nothing);
    }
    if !is_over {
        follow(&mut now, ready);
        move_beside(tx, &mut now, settled.verdict)?;
        if let Some(progress) = &ready.progress {
            deliveries::set_progress(tx, now.id, Some(progress))?;
        }
    }
    let mut rows = Vec::with_capacity(2);
    if let Some(call) = &ready.call {
        rows.push(keep_call(tx, &mut now, &cause, ready, call, &shown)?);
    }
    deliveries::update(tx, &now)?;
    let next = move_lane(tx, shared, &mut now, &was, settled.verdict, is_over)?;
    if !settled.taught.is_empty() {
        taught::keep(tx, shared, &now, &settled.taught, ready.at)?;
    }
    let mut due = Vec::new();
    if now.role == Role::WriteBack {
        if now.state == State::Delivered {
            marks::told(tx, now.id)?;
        }
    } else {
        let all = results::siblings(tx, &now, caused)?;
        if !is_over {
            due = enter(tx, &now, &all, cause.channel, ready)?;
        }
        results::settle(tx, &mut cause, &all, &shown)?;
        if settled.verdict == Verdict::Held && cause.result.is_open() {
            cause.result = State::OnHold;
        }
        rows.push(cause);
    }
    tally(tx, &now, &was, ready, is_over)?;
    if !is_over {
        let status = ready.call.as_ref().and_then(|call| call.status);
        let own = ready.call.as_ref().and_then(|_| rows.first()).map(|row| row.id);
        problems::tried(tx, &now, settled, status, own, ready.at)?;
    }
    Ok(Recorded { rows, next, due })
}

/// Enters what platforms are told of it.
fn enter(
    tx: &mut Tx<'_>,
    now: &Standing,
    all: &[Standing],
    whose: Option<ChannelId>,
    ready: &Ready,
) -> Result<Vec<Due>> {
    let mut due = Vec::new();
    for ((channel, event), sealed) in ready.settled.write_backs.iter().zip(&ready.write_backs) {
        let telling = Telling { channel: *channel, event, sealed, whose, at: ready.at };
        due.extend(write_backs::enter(tx, now, all, telling)?);
    }
    Ok(due)
}

/// A failure that was reported of this very try before its answer could be written down.
fn is_overtaken(was: &Standing, ready: &Ready) -> bool {
    was.role == Role::Platform
        && was.state == State::Retrying
        && matches!(ready.settled.verdict, Verdict::Accepted(_) | Verdict::Delivered)
        && was.failing_since.is_some_and(|since| since >= ready.at)
}

/// How the delivery stands afterwards. On hold is shown, never stored: see [`super::shared::Shown`].
fn follow(now: &mut Standing, ready: &Ready) {
    let settled = &ready.settled;
    now.code = settled.code;
    match settled.verdict {
        Verdict::Held => return,
        Verdict::Again(due) | Verdict::Beside(due) => {
            now.due = Some(due);
            now.failing_since = now.failing_since.or(Some(ready.at));
        }
        Verdict::Accepted(due) => now.due = due,
        _ => now.due = None,
    }
    now.state = state_after(settled.verdict);
    now.skipped = reason(settled.verdict);
    // What a platform took may yet come back as a failure, which counts it then.
    let may_come_back = now.role.is_platform()
        && matches!(settled.verdict, Verdict::Delivered | Verdict::Accepted(_) | Verdict::Nothing);
    if settled.gets_on() {
        (now.made, now.failing_since) = (0, None);
    } else if !(may_come_back || settled.verdict == Verdict::Step) {
        now.made += 1;
    }
}

/// A delivery that no longer holds its lane gets one of its own.
fn move_beside(tx: &Tx<'_>, now: &mut Standing, verdict: Verdict) -> Result<()> {
    if let Verdict::Beside(due) = verdict
        && !now.out_of_order
    {
        now.lane = lanes::open(tx, now.destination, None, now.id, due)?;
        now.out_of_order = true;
    }
    Ok(())
}

/// Keeps a call as an exchange and an attempt. Gives its row.
fn keep_call(
    tx: &mut Tx<'_>,
    now: &mut Standing,
    cause: &ExchangeRow,
    ready: &Ready,
    call: &Call,
    shown: &Shown,
) -> Result<ExchangeRow> {
    let settled = &ready.settled;
    now.tries += 1;
    // What goes to platforms and across links hardly ever says the same twice, and may go with another channel than the one it went to.
    let whose = cause.channel.filter(|channel| !now.role.is_platform() && *channel == now.channel);
    // To an endpoint every try has the same body.
    let body = match now.body.filter(|_| !now.role.is_platform()) {
        Some(fixed) => Some(super::sql::id(fixed)),
        None => bodies::keep(tx, whose, call.body.as_ref())?,
    };
    if !now.role.is_platform() {
        now.body = body.map(|id| id.0.cast_signed());
    }
    let answer = bodies::keep(tx, whose, call.answer.as_ref())?;
    let exchange: ExchangeId = tx.next_id();
    let result = match settled.verdict {
        Verdict::Step => State::Delivered,
        verdict => state_after(verdict),
    };
    let mut own = ExchangeRow {
        id: exchange,
        at: exchange.time(),
        direction: Direction::Out,
        channel: Some(now.channel),
        kind: Some(now.kind),
        platform_name: cause.platform_name.clone(),
        who: cause.who.clone(),
        preview: cause.preview.clone(),
        status: call.status,
        result,
        skipped: reason(settled.verdict),
        code: settled.code,
        took_us: call.took_us,
        size: call.size,
        retry: (result == State::Retrying).then(|| shown.retry(now.made, now.due, settled.code)),
        source: Source::Platform,
        step: call.step.map(str::to_owned),
    };
    let rest = Rest {
        can_process: false,
        caused: None,
        delivery: Some(now.id),
        body,
        answer,
        envelope: &call.envelope,
        destination: Some(now.destination),
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
        at: ready.at,
        status: call.status,
        code: settled.code,
        timings: &call.timings,
        certificate: call.certificate.as_deref(),
        step: call.step,
    };
    attempts::insert(tx, new)?;
    own.result = shown.state(own.result, Some(now.destination));
    Ok(own)
}

/// What the lane of a delivery holds afterwards. Gives that, if it is due.
fn move_lane(
    tx: &mut Tx<'_>,
    shared: &Shared,
    now: &mut Standing,
    was: &Standing,
    verdict: Verdict,
    is_over: bool,
) -> Result<Option<Due>> {
    if !is_over {
        match verdict {
            // It keeps its place and its time: the lane waits for the next call, or for its destination.
            Verdict::Held | Verdict::Step => return Ok(None),
            Verdict::Accepted(Some(due)) if await_word(tx, now, due)? => return Ok(None),
            _ => {}
        }
    }
    match verdict {
        _ if is_over => {}
        Verdict::Again(_) if was.state.is_open() => {}
        Verdict::Again(_) | Verdict::Beside(_) => lanes::changed(tx, was.lane),
        _ if was.state.is_open() => lanes::ended(tx, was.lane),
        _ => lanes::changed(tx, was.lane),
    }
    let next = deliveries::advance(tx, now.destination, was.lane, shared.clock.now())?;
    if now.role == Role::WriteBack {
        lanes::drop_idle(tx, was.lane)?;
    }
    Ok(next)
}

/// Whether what becomes of a delivery is counted as what became of a message: what a platform is told of its own is no message.
pub(super) fn is_tallied(standing: &Standing) -> bool {
    standing.role != Role::WriteBack && caused::is_counted(standing.kind)
}

fn tally(tx: &mut Tx<'_>, now: &Standing, was: &Standing, ready: &Ready, is_over: bool) -> Result<()> {
    let settled = &ready.settled;
    let ended = |verdict: Verdict| !is_over && settled.verdict == verdict;
    let (failed, delivered) = (ended(Verdict::Failed), ended(Verdict::Delivered));
    if failed || delivered || matches!(settled.verdict, Verdict::Accepted(_)) {
        destinations::count_end(tx, now.destination, failed)?;
    }
    let change = i64::from(now.state.is_open()) - i64::from(was.state.is_open());
    tx.memory.tallies.push(Tally {
        at: ready.at,
        channel: Some(now.channel),
        exchanges: i64::from(ready.call.is_some()),
        delivered: i64::from(delivered && is_tallied(now)),
        failed: i64::from(failed && is_tallied(now)),
        troubled: i64::from(failed || ended(Verdict::Unknown) || now.state == State::Retrying),
        waiting: (change != 0).then_some((now.destination, change)),
        ..Tally::default()
    });
    Ok(())
}
