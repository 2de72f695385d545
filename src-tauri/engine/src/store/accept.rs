//! The step that keeps an arrival: exchange, events, messages, conversation, contact and deliveries due, in one commit.
//!
//! All that needs only the arrival (hashing, sealing, wording) is done by [`ready`] on the caller's thread; the writer's time is what
//! everybody waits for.

use std::sync::Arc;

use super::exchanges::{Caused, Envelope, Rest};
use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{num, statement};
use super::steps::{Arrival, Due, Job, Role, Stored};
use super::tallies::Tally;
use super::writer::Tx;
use super::{
    bodies, contacts, conversations, deliveries, destinations, events, exchanges, lanes, messages, seen,
    words,
};
use crate::domain::{
    ChannelId, Code, Contact, Conversation, DeliveryId, Event, EventId, ExchangeId, Format, Message, Routed,
    SkipReason, State,
};
use crate::error::{Error, Result};
use crate::platforms::write::Progress;
use crate::schema::{Direction, ExchangeRow};

/// An arrival made ready for the writer.
pub(super) struct Ready {
    arrival: Arrival,
    seal: Arc<Seal>,
    envelope: Vec<u8>,
    body: Option<bodies::Ready>,
    answer: Option<bodies::Ready>,
    /// For each event: itself sealed, and its messages sealed.
    sealed: Vec<(Vec<u8>, Vec<Vec<u8>>)>,
    who: String,
    preview: String,
}

/// The messages an event brings: its own, and those of a transcript.
fn told(event: &Event) -> impl Iterator<Item = &Message> {
    let transcript = event.conversation.iter().flat_map(|conversation| &conversation.transcript);
    transcript.chain(&event.message)
}

/// Does everything that can be done outside the writer.
pub(super) fn ready(shared: &Shared, arrival: Arrival) -> Result<Ready> {
    let seal = shared.seal()?;
    let envelope = Envelope {
        method: arrival.method.clone(),
        address: arrival.path.clone(),
        peer: Some(arrival.peer.clone()),
        headers: arrival.headers.clone(),
        answer_headers: Vec::new(),
        truncated: false,
    };
    let sealed = arrival.events.iter().map(|Routed { event, .. }| {
        let own = events::seal(&seal, event)?;
        // Without a conversation there is nothing a message could belong to.
        let messages = if event.conversation.is_some() {
            told(event).map(|message| seal.seal_json(Kind::Message, message)).collect::<Result<_>>()?
        } else {
            Vec::new()
        };
        Ok((own, messages))
    });
    let sealed = sealed.collect::<Result<_>>()?;
    let (who, preview) = match words::main(&arrival.events) {
        Some(Routed { event, .. }) => (words::who(event), words::preview_of(event)),
        None => (String::new(), words::preview(&words::redacted(&arrival.body))),
    };
    Ok(Ready {
        envelope: seal.seal_json(Kind::Envelope, &envelope)?,
        body: bodies::ready(&seal, &arrival.body)?,
        answer: bodies::ready(&seal, arrival.answer.as_deref().unwrap_or("").as_bytes())?,
        sealed,
        who,
        preview,
        arrival,
        seal,
    })
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
    let outcome = caused(tx, exchange, ready)?;
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
    };
    exchanges::insert(tx, &row, rest)?;
    if arrival.channel.is_none() {
        exchanges::prune_unclaimed(tx)?;
    }
    let taken = arrival.kept.is_none();
    tx.memory.tallies.push(Tally {
        at: arrival.at,
        channel: arrival.channel,
        exchanges: 1,
        received: i64::from(taken),
        troubled: i64::from(!taken),
        ..Tally::default()
    });
    Ok(Written { row, outcome })
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
         code = NULL, can_process = 0, first = ?9, last = ?10 WHERE id = ?1",
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
    ])?;
    tx.memory.tallies.push(Tally {
        at: arrival.at,
        channel: arrival.channel,
        received: 1,
        ..Tally::default()
    });
    Ok(Written { row, outcome })
}

/// What an arrival caused.
struct Outcome {
    result: State,
    skipped: Option<SkipReason>,
    range: Option<Caused>,
    due: Vec<Due>,
    owed: Vec<Owed>,
}

/// A delivery that was made, and what its job needs to know.
struct Owed {
    delivery: DeliveryId,
    due: Due,
    event: usize,
    event_id: EventId,
    conversation: Option<Arc<Conversation>>,
    contact: Option<Arc<Contact>>,
}

fn caused(tx: &mut Tx<'_>, exchange: ExchangeId, ready: &Ready) -> Result<Outcome> {
    let Ready { arrival, seal, sealed, .. } = ready;
    let mut outcome = Outcome {
        result: if arrival.kept.is_some() { State::Refused } else { State::Skipped },
        skipped: None,
        range: None,
        due: Vec::new(),
        owed: Vec::new(),
    };
    let Some(channel) = arrival.channel else { return Ok(outcome) };
    let destination = destinations::of_channel(tx, channel)?;
    for (index, (Routed { event, skip, .. }, (sealed, messages))) in
        arrival.events.iter().zip(sealed).enumerate()
    {
        let repeat = match &event.identity {
            Some(identity) => seen::is_repeat(tx, channel, event.kind, identity)?,
            None => false,
        };
        let (mut conversation, mut contact) = (None, None);
        if !repeat {
            (conversation, contact) = learn(tx, seal, channel, event, messages)?;
        }
        let skip = match (repeat, destination) {
            (true, _) => Some(SkipReason::Duplicate),
            (false, None) => Some(skip.unwrap_or(SkipReason::NoEndpoint)),
            (false, Some(_)) => *skip,
        };
        let event_id = events::insert(tx, exchange, event, skip, sealed)?;
        outcome.reach(event_id.0);
        let (None, Some(destination)) = (skip, destination) else {
            if outcome.owed.is_empty() && outcome.skipped.is_none() {
                outcome.skipped = skip;
            }
            continue;
        };
        if arrival.format == Format::AsReceived && !outcome.owed.is_empty() {
            continue;
        }
        let delivery: DeliveryId = tx.next_id();
        outcome.reach(delivery.0);
        let (lane, head) = if event.kind.is_fleeting() {
            (lanes::open(tx, destination, None, delivery, arrival.at)?, true)
        } else {
            lanes::join(tx, destination, event.lane_key(), delivery, arrival.at)?
        };
        deliveries::insert(
            tx,
            deliveries::New {
                id: delivery,
                event: event_id,
                exchange,
                channel,
                destination,
                lane,
                kind: event.kind,
            },
        )?;
        let due = Due { destination, lane, delivery };
        if head {
            outcome.due.push(due);
        }
        outcome.owed.push(Owed { delivery, due, event: index, event_id, conversation, contact });
        tx.memory.tallies.push(Tally {
            at: arrival.at,
            channel: Some(channel),
            waiting: Some((destination, 1)),
            ..Tally::default()
        });
    }
    if !outcome.owed.is_empty() {
        outcome.result = State::Received;
        outcome.skipped = None;
    } else if outcome.result == State::Skipped && outcome.skipped.is_none() {
        outcome.skipped = Some(SkipReason::NothingToSend);
    }
    Ok(outcome)
}

impl Outcome {
    fn reach(&mut self, id: u64) {
        let first = self.range.map_or(id, |range| range.first);
        self.range = Some(Caused { first, last: id });
    }
}

/// The conversation and the contact of an event, as known after it.
type Known = (Option<Arc<Conversation>>, Option<Arc<Contact>>);

/// Keeps what an event tells of contact, conversation and messages.
fn learn(
    tx: &mut Tx<'_>,
    seal: &Seal,
    channel: ChannelId,
    event: &Event,
    sealed: &[Vec<u8>],
) -> Result<Known> {
    let contact = match &event.contact {
        Some(contact) if !contact.key.is_empty() => Some(contacts::keep(tx, seal, channel, contact)?),
        _ => None,
    };
    let mut conversation = None;
    if let Some(about) = event.conversation.as_ref().filter(|conversation| !conversation.key.is_empty()) {
        let (id, known) = conversations::keep(
            tx,
            seal,
            channel,
            about,
            event.contact.as_ref().map(|contact| contact.key.as_str()),
        )?;
        for (message, sealed) in told(event).zip(sealed) {
            messages::keep(tx, seal, id, message, sealed)?;
        }
        conversation = Some(known);
    }
    Ok((conversation, contact))
}

/// What the caller is told, and the jobs that can be tried at once without reading them back.
pub(super) fn finish(
    shared: &Shared,
    Written { mut row, outcome }: Written,
    ready: Ready,
) -> (Stored, Vec<Job>) {
    let arrival = ready.arrival;
    let Some(channel) = arrival.channel else {
        return (Stored { row, due: outcome.due, event: None, again: None }, Vec::new());
    };
    row.result = shared.shown().state(row.result, channel);
    let mut events: Vec<_> = arrival.events.into_iter().map(|routed| Some(routed.event)).collect();
    let jobs = outcome.owed.into_iter().filter_map(|owed| {
        Some(Job {
            delivery: owed.delivery,
            lane: owed.due.lane,
            destination: owed.due.destination,
            channel,
            event_id: owed.event_id,
            event: events.get_mut(owed.event)?.take()?,
            received_at: arrival.at,
            conversation: owed.conversation.map(Arc::unwrap_or_clone),
            contact: owed.contact.map(Arc::unwrap_or_clone),
            exchange: row.id,
            original_headers: arrival.headers.clone(),
            original: arrival.body.clone(),
            fixed: None,
            made: 0,
            failing_since: None,
            created_at: owed.delivery.time(),
            due: arrival.at,
            role: Role::Endpoint,
            state: State::Received,
            progress: Progress::Null,
            known: crate::platforms::write::Known::default(),
            files: Vec::new(),
            touched_at: owed.delivery.time(),
        })
    });
    let jobs = jobs.collect();
    (Stored { row, due: outcome.due, event: None, again: None }, jobs)
}
