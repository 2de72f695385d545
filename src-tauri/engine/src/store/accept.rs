//! The step that keeps an arrival: exchange, events, messages, conversation, contact and deliveries due, in one commit.
//!
//! An arrival belongs to one channel; links may have made copies of its events for others, which keep what they tell and are owed there.
//! All that needs only the arrival (hashing, sealing, wording) is done by [`ready`] on the caller's thread; the writer's time is what
//! everybody waits for.

use std::sync::Arc;

use super::caused::{Outcome, Sealed, caused, sealed};
use super::exchanges::{Envelope, Rest};
use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{num, statement};
use super::steps::{Arrival, Job, Stored};
use super::tallies::Tally;
use super::writer::Tx;
use super::{Store, bodies, exchanges, files, index, messages, problems, requests, words};
use crate::domain::{Code, EventId, EventKind, ExchangeId, Routed, SkipReason, State, Timestamp};
use crate::error::{Error, Result};
use crate::platforms::write::{Known, Progress};
use crate::schema::{Direction, ExchangeRow, Source};

impl Store {
    /// Keeps an arrival: exchange, events, messages, conversation, contact and deliveries due, in one commit that has reached the disk
    /// when this returns. Errors: RATE-02 when the queue is full or over 4 s long (answer 503), KEY-01, DB-03, APP-01 (answer 500).
    pub async fn accept(&self, arrival: Arrival) -> Result<Stored> {
        let ready = Arc::new(ready(&self.0.shared, arrival)?);
        self.0.shared.set_busy();
        let theirs = Arc::clone(&ready);
        let written = self.0.writer.write(ready.bytes(), move |tx| write(tx, &theirs)).await?;
        self.finish(written, ready)
    }

    /// Keeps what reading a kept request again brought: like [`Store::accept`], but the exchange stays the one it was. Errors: ID-05 when
    /// it is gone or cannot be processed, the arrival's own code when it is refused again.
    pub async fn process(&self, id: ExchangeId, arrival: Arrival) -> Result<Stored> {
        let ready = Arc::new(ready(&self.0.shared, arrival)?);
        let (shared, theirs) = (Arc::clone(&self.0.shared), Arc::clone(&ready));
        let written = self.0.writer.keep(move |tx| process(tx, &shared, id, &theirs)).await?;
        // Without the index nothing is lost but words to find it by.
        drop(self.0.orders.send(index::Order::Again(id)));
        self.finish(written, ready)
    }

    fn finish(&self, written: Written, ready: Arc<Ready>) -> Result<Stored> {
        let ready = Arc::into_inner(ready)
            .ok_or_else(|| Error::unexpected("writing", &"a step outlived its answer"))?;
        let (stored, jobs) = finish(&self.0.shared, written, ready);
        for job in jobs {
            self.0.shared.put_job(job);
        }
        Ok(stored)
    }
}

/// An arrival made ready for the writer.
pub(super) struct Ready {
    pub(super) arrival: Arrival,
    pub(super) seal: Arc<Seal>,
    envelope: Vec<u8>,
    body: Option<bodies::Ready>,
    answer: Option<bodies::Ready>,
    /// For each event, what is sealed of it.
    pub(super) sealed: Vec<Sealed>,
    /// For each file, itself sealed.
    pub(super) files: Vec<Vec<u8>>,
    who: String,
    preview: String,
    /// The newest time a platform told, by its clock.
    activity: Option<Timestamp>,
}

/// Does everything that can be done outside the writer.
pub(super) fn ready(shared: &Shared, mut arrival: Arrival) -> Result<Ready> {
    let seal = shared.seal()?;
    let envelope = Envelope {
        method: arrival.method.clone(),
        address: arrival.path.clone(),
        peer: Some(arrival.peer.clone()),
        headers: arrival.headers.clone(),
        own: Vec::new(),
        answer_headers: Vec::new(),
        truncated: false,
    };
    // What goes to a platform is known there by its event's identifier.
    for routed in arrival.events.iter_mut().filter(|routed| routed.platform && routed.id.is_none()) {
        routed.id = Some(shared.ids.next(shared.clock.now()));
    }
    let sealed = arrival.events.iter().map(|routed| sealed(&seal, routed)).collect::<Result<_>>()?;
    let files = arrival.files.iter().map(|file| files::seal(&seal, file)).collect::<Result<_>>()?;
    let (who, preview) = match words::main(&arrival.events) {
        Some(Routed { event, .. }) => (words::who(event), words::preview_of(event)),
        None => (String::new(), words::preview(&words::redacted(&arrival.body))),
    };
    Ok(Ready {
        envelope: seal.seal_json(Kind::Envelope, &envelope)?,
        body: bodies::ready(&seal, &arrival.body)?,
        answer: bodies::ready(&seal, arrival.answer.as_deref().unwrap_or("").as_bytes())?,
        sealed,
        files,
        who,
        preview,
        activity: activity(&arrival),
        arrival,
        seal,
    })
}

/// The newest time the platform told of; one ahead of our clock counts as now.
fn activity(arrival: &Arrival) -> Option<Timestamp> {
    if !matches!(arrival.source, Source::Platform | Source::CatchUp) {
        return None;
    }
    let own =
        arrival.events.iter().filter(|routed| arrival.channel == Some(routed.channel) && !is_history(routed));
    let times = own.flat_map(|Routed { event, .. }| {
        [event.occurred_at, event.message.as_ref().and_then(|message| message.sent_at)]
    });
    times.flatten().max().map(|at| at.min(arrival.at))
}

/// Whether it happened long before it came here.
pub(super) fn is_history(routed: &Routed) -> bool {
    routed.skip == Some(SkipReason::History)
}

impl Ready {
    /// Bytes it holds while it waits for the writer.
    pub(super) fn bytes(&self) -> usize {
        // The body in clear and sealed, the events twice over, and some for the rest.
        self.arrival.body.len() * 4 + self.envelope.len() * 2 + 4_096
    }
}

/// What was written.
pub(super) struct Written {
    row: ExchangeRow,
    outcome: Outcome,
}

/// Keeps a new exchange.
pub(super) fn write(tx: &mut Tx<'_>, ready: &Ready) -> Result<Written> {
    let exchange: ExchangeId = tx.next_id();
    let arrival = &ready.arrival;
    let body = bodies::keep(tx, arrival.channel, ready.body.as_ref())?;
    let answer = bodies::keep(tx, arrival.channel, ready.answer.as_ref())?;
    let outcome = match again(tx, arrival)? {
        Some(event) => {
            messages::came_again_of(tx, event)?;
            Outcome { again: Some(event), skipped: Some(SkipReason::Duplicate), ..Outcome::new(arrival) }
        }
        None => caused(tx, exchange, ready)?,
    };
    let main = words::main(&arrival.events).map(|routed| &routed.event);
    let row = ExchangeRow {
        id: exchange,
        at: exchange.time(),
        direction: Direction::In,
        channel: arrival.channel,
        kind: main.map(|event| event.kind),
        platform_name: main.map_or_else(String::new, |event| event.platform_name.clone()),
        who: ready.who.clone(),
        preview: ready.preview.clone(),
        status: Some(arrival.status),
        result: outcome.result,
        skipped: outcome.skipped,
        code: arrival.kept.map(|kept| kept.code),
        took_us: arrival.started.micros(),
        size: arrival.body.len() as u64,
        retry: None,
        source: arrival.source,
        step: None,
    };
    let rest = Rest {
        can_process: arrival.kept.is_some_and(|kept| kept.can_process),
        caused: outcome.range,
        delivery: None,
        body,
        answer,
        envelope: &ready.envelope,
        destination: outcome.destination,
    };
    exchanges::insert(tx, &row, rest)?;
    if arrival.channel.is_none() {
        exchanges::prune_unclaimed(tx)?;
    }
    problems::arrived(tx, arrival, exchange)?;
    let taken = arrival.kept.is_none();
    tx.memory.tallies.push(Tally {
        at: arrival.at,
        channel: arrival.channel,
        exchanges: 1,
        received: outcome.messages,
        troubled: i64::from(!taken),
        activity: ready.activity,
        ..Tally::default()
    });
    Ok(Written { row, outcome })
}

/// The event that came before under the same name.
fn again(tx: &Tx<'_>, arrival: &Arrival) -> Result<Option<EventId>> {
    match (arrival.channel, &arrival.unique) {
        (Some(channel), Some(name)) => requests::find(tx.db, channel, name),
        _ => Ok(None),
    }
}

/// Acts on an exchange that was kept without being acted on.
pub(super) fn process(
    tx: &mut Tx<'_>,
    shared: &Shared,
    exchange: ExchangeId,
    ready: &Ready,
) -> Result<Written> {
    let Some((mut row, _)) = exchanges::find(tx.db, &shared.shown(), exchange)? else {
        return Err(Error::new(Code::Id05));
    };
    let arrival = &ready.arrival;
    let can: bool = statement(tx.db, "SELECT can_process FROM exchanges WHERE id = ?1")?
        .query_row([num(exchange.0)], |row| row.get(0))?;
    if !can {
        return Err(Error::new(Code::Id05));
    }
    if let Some(kept) = arrival.kept {
        return Err(Error::new(kept.code));
    }
    let outcome = caused(tx, exchange, ready)?;
    let main = words::main(&arrival.events).map(|routed| &routed.event);
    row.channel = arrival.channel;
    row.kind = main.map(|event| event.kind);
    row.platform_name = main.map_or_else(String::new, |event| event.platform_name.clone());
    row.who.clone_from(&ready.who);
    row.preview.clone_from(&ready.preview);
    row.result = outcome.result;
    row.skipped = outcome.skipped;
    row.code = None;
    statement(
        tx.db,
        "UPDATE exchanges SET channel = ?2, kind = ?3, platform_name = ?4, who = ?5, preview = ?6, result = ?7, skipped = ?8,
         code = NULL, can_process = 0, first = ?9, last = ?10, destination = ?11 WHERE id = ?1",
    )?
    .execute(rusqlite::params![
        num(exchange.0),
        row.channel.map(|id| num(id.0)),
        row.kind.map(crate::domain::EventKind::name),
        row.platform_name,
        row.who,
        row.preview,
        row.result as u8,
        row.skipped.map(|reason| reason as u8),
        outcome.range.map(|range| num(range.first)),
        outcome.range.map(|range| num(range.last)),
        outcome.destination.map(|id| num(id.0)),
    ])?;
    tx.memory.tallies.push(Tally {
        at: arrival.at,
        channel: arrival.channel,
        received: outcome.messages,
        activity: ready.activity,
        ..Tally::default()
    });
    Ok(Written { row, outcome })
}

/// What the caller is told, and the jobs that can be tried at once without reading them back.
pub(super) fn finish(
    shared: &Shared,
    Written { mut row, mut outcome }: Written,
    ready: Ready,
) -> (Stored, Vec<Job>) {
    let arrival = ready.arrival;
    row.result = shared.shown().state(row.result, outcome.destination);
    let mut events: Vec<_> = arrival.events.into_iter().map(|routed| Some(routed.event)).collect();
    let jobs = std::mem::take(&mut outcome.owed).into_iter().filter_map(|owed| {
        if owed.role.is_platform() {
            // What is known of chat, person and files must be read anyway.
            return None;
        }
        let event = events.get_mut(owed.event)?.take()?;
        Some(Job {
            delivery: owed.due.delivery,
            lane: owed.due.lane,
            destination: owed.due.destination,
            channel: owed.channel,
            event_id: owed.event_id,
            event,
            received_at: arrival.at,
            conversation: owed.conversation.map(Arc::unwrap_or_clone),
            contact: owed.contact.map(Arc::unwrap_or_clone),
            exchange: row.id,
            is_original: arrival.source.is_request() && arrival.channel == Some(owed.channel),
            original_headers: arrival.headers.clone(),
            original: arrival.body.clone(),
            fixed: None,
            made: 0,
            failing_since: None,
            created_at: owed.due.delivery.time(),
            due: arrival.at,
            role: owed.role,
            state: State::Received,
            progress: Progress::Null,
            known: Known::default(),
            files: Vec::new(),
            snapshot: None,
            touched_at: owed.due.delivery.time(),
        })
    });
    let jobs = jobs.filter(|job| !must_be_read(job.event.kind)).collect();
    let Outcome { due, event, again, also, flags, .. } = outcome;
    let stored = Stored { row, due, event, again, also, flags };
    (stored, jobs)
}

/// The endpoint is told of its own message by the name it gave it, and of a whole conversation all there is: see `details::job`.
const fn must_be_read(kind: EventKind) -> bool {
    matches!(kind, EventKind::MessageOutcome | EventKind::MessageRead | EventKind::ConversationSnapshot)
}
