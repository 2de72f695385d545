//! The step that keeps an arrival: exchange, events, messages, conversation, contact and deliveries due, in one commit.
//!
//! An arrival belongs to one channel; links may have made copies of its events for others, which keep what they tell and are owed there.
//! All that needs only the arrival (hashing, sealing, wording) is done by [`ready`] on the caller's thread; the writer's time is what
//! everybody waits for.

use std::collections::HashSet;
use std::sync::Arc;

use super::deliveries::Owing;
use super::exchanges::{Caused, Envelope, Rest};
use super::seal::{Kind, Seal};
use super::shared::Shared;
use super::sql::{num, statement};
use super::steps::{Arrival, Due, Job, Role, Stored};
use super::tallies::Tally;
use super::writer::Tx;
use super::{
    bodies, contacts, conversations, deliveries, destinations, events, exchanges, files, marks, messages,
    receipts, requests, seen, sent, words, write_backs,
};
use crate::domain::{
    ChannelId, Code, Contact, Conversation, DestinationId, Event, EventId, EventKind, ExchangeId, FileId,
    Format, Message, Routed, SkipReason, State, Timestamp,
};
use crate::error::{Error, Result};
use crate::platforms::write::{Known as Taught, Progress};
use crate::schema::{Direction, ExchangeRow, Source};

/// An arrival made ready for the writer.
pub(super) struct Ready {
    arrival: Arrival,
    seal: Arc<Seal>,
    envelope: Vec<u8>,
    body: Option<bodies::Ready>,
    answer: Option<bodies::Ready>,
    /// For each event, what is sealed of it.
    sealed: Vec<Sealed>,
    /// For each file, itself sealed.
    files: Vec<Vec<u8>>,
    who: String,
    preview: String,
    /// The newest time a platform told, by its clock.
    activity: Option<Timestamp>,
}

/// What is sealed of an event: itself, and its messages in the order of [`told`].
struct Sealed {
    event: Vec<u8>,
    /// A message of ours, under our own reference until its platform calls it otherwise.
    ours: Option<Message>,
    messages: Vec<Vec<u8>>,
}

/// The messages an event brings: its own, and those of a transcript.
fn told(event: &Event) -> impl Iterator<Item = &Message> {
    let transcript = event.conversation.iter().flat_map(|conversation| &conversation.transcript);
    transcript.chain(&event.message)
}

/// A message, as against what is told about one.
pub(super) const fn is_message(kind: EventKind) -> bool {
    matches!(kind, EventKind::MessageReceived | EventKind::MessageSent | EventKind::NoteCreated)
}

/// Does everything that can be done outside the writer.
pub(super) fn ready(shared: &Shared, mut arrival: Arrival) -> Result<Ready> {
    let seal = shared.seal()?;
    let envelope = Envelope {
        method: arrival.method.clone(),
        address: arrival.path.clone(),
        peer: Some(arrival.peer.clone()),
        headers: arrival.headers.clone(),
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

fn sealed(seal: &Seal, routed: &Routed) -> Result<Sealed> {
    let event = &routed.event;
    let mut kept = Sealed { event: events::seal(seal, event)?, ours: None, messages: Vec::new() };
    let conversation = event.conversation.as_ref().filter(|conversation| !conversation.key.is_empty());
    // Without a conversation there is nothing a message could belong to.
    if conversation.is_none() {
        return Ok(kept);
    }
    if routed.platform {
        // Of what a platform is asked to do only a new message is one.
        if let Some(message) = event.message.as_ref().filter(|_| is_message(event.kind)) {
            let key = message.key.clone().or_else(|| routed.id.map(|id| id.to_string()));
            let ours = Message { key, ..message.clone() };
            kept.messages.push(seal.seal_json(Kind::Message, &ours)?);
            kept.ours = Some(ours);
        }
    } else {
        let messages = told(event).map(|message| seal.seal_json(Kind::Message, message));
        kept.messages = messages.collect::<Result<_>>()?;
    }
    Ok(kept)
}

/// The newest time the platform told of; one ahead of our clock counts as now.
fn activity(arrival: &Arrival) -> Option<Timestamp> {
    if !matches!(arrival.source, Source::Platform | Source::CatchUp) {
        return None;
    }
    let own = arrival.events.iter().filter(|routed| arrival.channel == Some(routed.channel));
    let times = own.flat_map(|Routed { event, .. }| {
        [event.occurred_at, event.message.as_ref().and_then(|message| message.sent_at)]
    });
    times.flatten().max().map(|at| at.min(arrival.at))
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
    let taken = arrival.kept.is_none();
    tx.memory.tallies.push(Tally {
        at: arrival.at,
        channel: arrival.channel,
        exchanges: 1,
        received: i64::from(taken),
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
        received: 1,
        activity: ready.activity,
        ..Tally::default()
    });
    Ok(Written { row, outcome })
}

/// What an arrival caused.
struct Outcome {
    /// The first event's identifier.
    event: Option<EventId>,
    /// It came before under the same name, as this event.
    again: Option<EventId>,
    result: State,
    skipped: Option<SkipReason>,
    range: Option<Caused>,
    /// Of the delivery that `result` tells of.
    destination: Option<DestinationId>,
    due: Vec<Due>,
    owed: Vec<Owed>,
    /// Earlier exchanges that changed with it.
    also: Vec<ExchangeRow>,
    /// The one delivery that passes it on as received was made.
    passed_on: bool,
    /// The event before was nothing new, or our own: what links made of it goes nowhere.
    withheld: bool,
    /// Files of events that are new.
    files: HashSet<FileId>,
}

/// A delivery that was made, and what its job needs to know.
struct Owed {
    due: Due,
    event: usize,
    event_id: EventId,
    channel: ChannelId,
    role: Role,
    conversation: Option<Arc<Conversation>>,
    contact: Option<Arc<Contact>>,
}

impl Outcome {
    fn new(arrival: &Arrival) -> Self {
        Self {
            event: None,
            again: None,
            result: if arrival.kept.is_some() { State::Refused } else { State::Skipped },
            skipped: None,
            range: None,
            destination: None,
            due: Vec::new(),
            owed: Vec::new(),
            also: Vec::new(),
            passed_on: false,
            withheld: false,
            files: HashSet::new(),
        }
    }

    fn reach(&mut self, id: u64) {
        let range = self.range.get_or_insert(Caused { first: id, last: id });
        range.first = range.first.min(id);
        range.last = range.last.max(id);
    }
}

fn caused(tx: &mut Tx<'_>, exchange: ExchangeId, ready: &Ready) -> Result<Outcome> {
    let arrival = &ready.arrival;
    let mut outcome = Outcome::new(arrival);
    let Some(channel) = arrival.channel else { return Ok(outcome) };
    for (index, (routed, sealed)) in arrival.events.iter().zip(&ready.sealed).enumerate() {
        take(tx, exchange, ready, &mut outcome, index, routed, sealed)?;
    }
    for (file, sealed) in arrival.files.iter().zip(&ready.files) {
        if outcome.files.remove(&file.id) {
            files::insert(tx, file, Some(exchange), sealed)?;
        }
    }
    for file in &outcome.files {
        files::belongs(tx, *file, exchange)?;
    }
    if let (Some(name), Some(event)) = (&arrival.unique, outcome.event) {
        requests::insert(tx, channel, name, event)?;
    }
    let mut owed =
        outcome.owed.iter().filter(|owed| owed.role != Role::WriteBack).map(|owed| owed.due.destination);
    if let Some(mut worst) = owed.next() {
        let shown = outcome.owed.len().gt(&1).then(|| tx.memory.shared().shown());
        for other in owed {
            let rank = |id| shown.as_ref().map_or(0, |shown| shown.state(State::Received, Some(id)).rank());
            worst = if rank(other) > rank(worst) { other } else { worst };
        }
        outcome.destination = Some(worst);
        outcome.result = State::Received;
        outcome.skipped = None;
    } else if outcome.result == State::Skipped && outcome.skipped.is_none() {
        outcome.skipped = Some(SkipReason::NothingToSend);
    }
    if outcome.owed.len() > 1 {
        // The range of one that caused a single delivery ends with it: see `results::siblings`.
        let is_earlier = outcome.range.is_some_and(|range| tx.ids.is_earlier(range.last));
        outcome.reach(if is_earlier { tx.earlier_id() } else { tx.next_id() });
    }
    Ok(outcome)
}

/// What an event is to its channel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum News {
    /// News.
    New,
    /// It came before.
    Repeat,
    /// We wrote it.
    Echo,
    /// It was there before, by way of links.
    Circle,
}

fn take(
    tx: &mut Tx<'_>,
    exchange: ExchangeId,
    ready: &Ready,
    outcome: &mut Outcome,
    index: usize,
    routed: &Routed,
    sealed: &Sealed,
) -> Result<()> {
    let arrival = &ready.arrival;
    let (channel, event) = (routed.channel, &routed.event);
    let is_copy = arrival.channel != Some(channel) || routed.skip == Some(SkipReason::Circle);
    if is_copy && outcome.withheld {
        return Ok(());
    }
    let news = news(tx, routed)?;
    if !is_copy {
        outcome.withheld = news != News::New;
    } else if news == News::Repeat {
        // Carried before, as part of something else. What it is a copy of tells its story.
        return Ok(());
    }
    let known = match news {
        News::New | News::Echo => learn(tx, &ready.seal, routed, sealed)?,
        News::Repeat | News::Circle => (None, None),
    };
    let endpoint = destinations::of_channel(tx, channel, Role::Endpoint)?;
    let skip = match news {
        News::Repeat => Some(SkipReason::Duplicate),
        News::Echo => Some(SkipReason::OwnEcho),
        News::New | News::Circle => routed.skip.or(endpoint.is_none().then_some(SkipReason::NoEndpoint)),
    };
    // A channel without an endpoint's destination is gone.
    let to_platform = routed.platform && news == News::New && endpoint.is_some();
    let event_id = routed.id.unwrap_or_else(|| tx.next_id());
    outcome.event = outcome.event.or(Some(event_id));
    let new = events::New {
        id: event_id,
        exchange,
        elsewhere: (arrival.channel != Some(channel)).then_some(channel),
        event,
        skipped: skip.filter(|_| !to_platform),
        sealed: &sealed.event,
    };
    events::insert(tx, new)?;
    outcome.reach(event_id.0);
    if !is_copy && outcome.skipped.is_none() {
        outcome.skipped = skip;
    }
    if news == News::New {
        outcome.files.extend(told(event).flat_map(|message| &message.files).filter_map(|file| file.id));
    }
    if news == News::New && !is_copy && arrival.source != Source::Endpoint {
        let acted = receipts::act(tx, channel, event, arrival.at)?;
        outcome.also.extend(acted.row);
        outcome.due.extend(acted.due);
    }
    // The format for what goes on as received: one delivery for the whole request, whatever number of events it brought.
    let passes_on = arrival.format == Format::AsReceived && arrival.source == Source::Platform && !is_copy;
    let mut roles = Vec::with_capacity(2);
    if skip.is_none() && !(passes_on && outcome.passed_on) {
        outcome.passed_on |= passes_on;
        roles.push(Role::Endpoint);
    }
    if to_platform {
        roles.push(write_backs::role(event));
    }
    for role in roles {
        let destination = destinations::ensure(tx, channel, role)?;
        let owing = Owing { event_id, event, exchange, channel, destination, role, at: arrival.at };
        let (due, head) = deliveries::owe(tx, owing)?;
        outcome.reach(due.delivery.0);
        outcome.due.extend(head.then_some(due));
        if role != Role::Endpoint {
            refine(tx, channel, event, due)?;
        }
        let (conversation, contact) = known.clone();
        outcome.owed.push(Owed { due, event: index, event_id, channel, role, conversation, contact });
    }
    Ok(())
}

fn news(tx: &mut Tx<'_>, routed: &Routed) -> Result<News> {
    let (channel, event) = (routed.channel, &routed.event);
    if routed.skip == Some(SkipReason::Circle) {
        return Ok(News::Circle);
    }
    if let Some(identity) = &event.identity
        && seen::is_repeat(tx, channel, event.kind, identity)?
    {
        return Ok(News::Repeat);
    }
    let key = event.message.as_ref().and_then(|message| message.key.as_deref());
    if let Some(reference) = &event.echo {
        if let (Some(ours), Some(key)) = (receipts::by_reference(tx.db, channel, reference)?, key) {
            sent::keep(tx, channel, key, ours.id)?;
        }
        // What becomes of it later is news.
        return Ok(if is_message(event.kind) { News::Echo } else { News::New });
    }
    // Their server may have dropped our reference: by then we may have been told what they call the message.
    let is_echo = match key.filter(|_| is_message(event.kind) && !routed.platform) {
        Some(key) => sent::written(tx, channel, key)?.is_some(),
        None => false,
    };
    Ok(if is_echo { News::Echo } else { News::New })
}

/// The endpoint, or the other side of a link, says more of a message whose platform was told of it before.
fn refine(tx: &Tx<'_>, channel: ChannelId, event: &Event, due: Due) -> Result<()> {
    let Some(message) = &event.message else { return Ok(()) };
    match (&message.key, message.status) {
        (Some(key), Some(status)) if !is_message(event.kind) => {
            marks::refine(tx, channel, key, status, due.delivery)
        }
        _ => Ok(()),
    }
}

/// The conversation and the contact of an event, as known after it.
type Known = (Option<Arc<Conversation>>, Option<Arc<Contact>>);

/// Keeps what an event tells of contact, conversation and messages.
fn learn(tx: &mut Tx<'_>, seal: &Seal, routed: &Routed, sealed: &Sealed) -> Result<Known> {
    let (channel, event) = (routed.channel, &routed.event);
    let contact = match &event.contact {
        Some(contact) if !contact.key.is_empty() => Some(contacts::keep(tx, seal, channel, contact)?),
        _ => None,
    };
    let mut conversation = None;
    if let Some(about) = event.conversation.as_ref().filter(|conversation| !conversation.key.is_empty()) {
        let with = event.contact.as_ref().map(|contact| contact.key.as_str());
        let (id, known) = if routed.platform {
            // Where it stands is for the platform to say, once it has done what it is asked for.
            let asked = Conversation { status: None, ended_at: None, ..about.clone() };
            conversations::keep(tx, seal, channel, &asked, with)?
        } else {
            conversations::keep(tx, seal, channel, about, with)?
        };
        if let (Some(reference), Some(message)) = (&event.echo, &event.message)
            && let Some(key) = &message.key
        {
            messages::rename(tx, id, reference, key)?;
        }
        let all = told(event).filter(|_| !routed.platform).chain(&sealed.ours);
        for (message, sealed) in all.zip(&sealed.messages) {
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
    row.result = shared.shown().state(row.result, outcome.destination);
    let mut events: Vec<_> = arrival.events.into_iter().map(|routed| Some(routed.event)).collect();
    let jobs = outcome.owed.into_iter().filter_map(|owed| {
        if owed.role != Role::Endpoint {
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
            is_original: arrival.source == Source::Platform && arrival.channel == Some(owed.channel),
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
            known: Taught::default(),
            files: Vec::new(),
            touched_at: owed.due.delivery.time(),
        })
    });
    let jobs = jobs.filter(|job| !is_receipt(job.event.kind)).collect();
    let stored =
        Stored { row, due: outcome.due, event: outcome.event, again: outcome.again, also: outcome.also };
    (stored, jobs)
}

/// The endpoint is told of its own message by the name it gave it, which must be read: see `details::job`.
const fn is_receipt(kind: EventKind) -> bool {
    matches!(kind, EventKind::MessageOutcome | EventKind::MessageRead)
}
