//! What an arrival causes: for each of its events what is learned, and to whom it is owed.
//!
//! The events are told apart here: news, what came before, what we wrote ourselves, what came round in a circle. Stands alone because that
//! is where every promise about repeats and echoes is kept; it must not know what an exchange looks like in the log.

use std::collections::HashSet;
use std::sync::Arc;

use super::accept::{Ready, is_history};
use super::deliveries::Owing;
use super::exchanges::Caused;
use super::seal::{Kind, Seal};
use super::steps::{Arrival, Due, Role};
use super::writer::Tx;
use super::{
    contacts, conversations, deliveries, destinations, events, files, flags, marks, messages, receipts,
    requests, seen, sent, write_backs,
};
use crate::domain::{
    ChannelId, Contact, ContactId, Conversation, ConversationId, DestinationId, Event, EventId, EventKind,
    ExchangeId, FileId, Format, Message, Routed, SkipReason, SnapshotOf, State, When,
};
use crate::error::Result;
use crate::schema::{ExchangeRow, Source};

/// What is sealed of an event: itself, and its messages in the order of [`told`].
pub(super) struct Sealed {
    event: Vec<u8>,
    /// The address it goes to.
    address: Option<destinations::Address>,
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

/// What is counted as a message wherever messages are counted: typing, states and what else is told about one are none, but a whole
/// conversation is.
pub(super) const fn is_counted(kind: EventKind) -> bool {
    is_message(kind) || matches!(kind, EventKind::ConversationSnapshot)
}

/// Seals an event, outside the writer.
pub(super) fn sealed(seal: &Seal, routed: &Routed) -> Result<Sealed> {
    let event = &routed.event;
    let address = routed.address.as_ref().map(|address| destinations::Address::new(seal, address));
    let sealed = events::seal(seal, event)?;
    let mut kept = Sealed { event: sealed, address: address.transpose()?, ours: None, messages: Vec::new() };
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

/// What an arrival caused.
pub(super) struct Outcome {
    /// The first event's identifier.
    pub(super) event: Option<EventId>,
    /// It came before under the same name, as this event.
    pub(super) again: Option<EventId>,
    pub(super) result: State,
    pub(super) skipped: Option<SkipReason>,
    pub(super) range: Option<Caused>,
    /// Of the delivery that `result` tells of.
    pub(super) destination: Option<DestinationId>,
    pub(super) due: Vec<Due>,
    pub(super) owed: Vec<Owed>,
    /// Earlier exchanges that changed with it.
    pub(super) also: Vec<ExchangeRow>,
    /// The one delivery that passes it on as received was made.
    pub(super) passed_on: bool,
    /// The event before was nothing new, or our own: what links made of it goes nowhere.
    pub(super) withheld: bool,
    /// Files of events that are new.
    pub(super) files: HashSet<FileId>,
    /// The time of what was flagged has come.
    pub(super) flags: bool,
    /// Messages it brought that were not here before, for the sums.
    pub(super) messages: i64,
}

/// A delivery that was made, and what its job needs to know.
pub(super) struct Owed {
    pub(super) due: Due,
    pub(super) event: usize,
    pub(super) event_id: EventId,
    pub(super) channel: ChannelId,
    pub(super) role: Role,
    pub(super) conversation: Option<Arc<Conversation>>,
    pub(super) contact: Option<Arc<Contact>>,
}

impl Outcome {
    pub(super) fn new(arrival: &Arrival) -> Self {
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
            flags: false,
            messages: 0,
        }
    }

    fn reach(&mut self, id: u64) {
        let range = self.range.get_or_insert(Caused { first: id, last: id });
        range.first = range.first.min(id);
        range.last = range.last.max(id);
    }
}

/// Keeps what an arrival's events tell and owes them to whom they are to go.
pub(super) fn caused(tx: &mut Tx<'_>, exchange: ExchangeId, ready: &Ready) -> Result<Outcome> {
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
    // Not of a transcript that grew, and not of what we asked for ourselves.
    let all_again = outcome.skipped == Some(SkipReason::Duplicate) && outcome.messages == 0;
    if all_again && arrival.source != Source::CatchUp {
        let own = arrival.events.iter().map(|routed| (routed.channel, &routed.event));
        for (channel, event) in own.filter(|(_, event)| is_message(event.kind)) {
            let key = event.message.as_ref().and_then(|message| message.key.as_deref());
            if let (Some(conversation), Some(key)) = (&event.conversation, key) {
                messages::came_again(tx, channel, &conversation.key, key)?;
            }
        }
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
    let is_copy = arrival.channel.is_none_or(|arrived_at| routed.is_copy(arrived_at));
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
    let event_id = routed.id.unwrap_or_else(|| tx.next_id());
    // A sending of ours tells nothing new of what it sends.
    let sends = SnapshotOf::of(event).filter(|_| matches!(arrival.source, Source::Screen | Source::Endpoint));
    let known = match news {
        _ if sends.is_some() => meet(tx, &ready.seal, routed)?,
        News::New | News::Echo => learn(tx, &ready.seal, routed, sealed, event_id)?,
        News::Repeat | News::Circle => Known::default(),
    };
    let conversation =
        sends.map(|of| of.conversation).or_else(|| known.conversation.as_ref().map(|(id, _)| *id));
    let endpoint = destinations::of_channel(tx, channel, Role::Endpoint)?;
    let skip = match news {
        News::Repeat => Some(SkipReason::Duplicate),
        News::Echo => Some(SkipReason::OwnEcho),
        News::New | News::Circle => routed.skip.or(endpoint.is_none().then_some(SkipReason::NoEndpoint)),
    };
    // A channel without an endpoint's destination is gone.
    let to_platform = routed.platform && news == News::New && endpoint.is_some();
    let address = sealed.address.as_ref().filter(|_| endpoint.is_some());
    outcome.event = outcome.event.or(Some(event_id));
    let new = events::New {
        id: event_id,
        exchange,
        elsewhere: (arrival.channel != Some(channel)).then_some(channel),
        event,
        skipped: skip.filter(|_| !to_platform && address.is_none()),
        sealed: &sealed.event,
        conversation,
        contact: known.contact.as_ref().map(|(id, _)| *id),
    };
    events::insert(tx, new)?;
    outcome.reach(event_id.0);
    if !is_copy && outcome.skipped.is_none() {
        outcome.skipped = skip;
    }
    if news == News::New {
        let came_in = !is_copy && sends.is_none() && !is_history(routed);
        outcome.messages += i64::from(came_in && is_counted(event.kind));
        outcome.files.extend(told(event).flat_map(|message| &message.files).filter_map(|file| file.id));
    }
    if let Some(conversation) = conversation.filter(|_| news == News::New && sends.is_none()) {
        outcome.flags |= flagged(tx, &ready.seal, routed, conversation)?;
    }
    if news == News::New && !is_copy && arrival.source != Source::Endpoint {
        let acted = receipts::act(tx, channel, event, exchange, arrival.at)?;
        outcome.also.extend(acted.row);
        outcome.due.extend(acted.due);
    }
    // The format for what goes on as received: one delivery for the whole request, whatever number of events it brought.
    let passes_on = arrival.format == Format::AsReceived && arrival.source.is_request() && !is_copy;
    let mut to = Vec::with_capacity(2);
    if skip.is_none() && !(passes_on && outcome.passed_on) {
        outcome.passed_on |= passes_on;
        to.push((Role::Endpoint, destinations::ensure(tx, channel, Role::Endpoint)?));
    }
    if to_platform {
        let role = write_backs::role(event);
        to.push((role, destinations::ensure(tx, channel, role)?));
    }
    if let Some(address) = address {
        to.push((Role::Address, destinations::ensure_address(tx, channel, address)?));
    }
    for (role, destination) in to {
        let at = arrival.at;
        let owing = Owing { event_id, event, exchange, channel, destination, role, at, conversation };
        let (due, head) = deliveries::owe(tx, owing)?;
        outcome.reach(due.delivery.0);
        outcome.due.extend(head.then_some(due));
        if role.is_platform() {
            refine(tx, channel, event, due)?;
        }
        let conversation = known.conversation.as_ref().map(|(_, known)| Arc::clone(known));
        let contact = known.contact.as_ref().map(|(_, known)| Arc::clone(known));
        outcome.owed.push(Owed { due, event: index, event_id, channel, role, conversation, contact });
    }
    Ok(())
}

/// What an event means for conversations that are to be sent later: a command flags its own, and what another waits for may have come. True
/// when one is to be sent now.
fn flagged(tx: &Tx<'_>, seal: &Seal, routed: &Routed, conversation: ConversationId) -> Result<bool> {
    match routed.skip {
        Some(SkipReason::Command) if is_message(routed.event.kind) => {
            let Some(channel) = tx.memory.shared().channel(routed.channel) else { return Ok(false) };
            let when = When::commanded(channel.platform());
            flags::command(tx, seal, conversation, when)?;
            Ok(when == When::Now)
        }
        // Of what was asked of the platform it says itself when it is done; what is fetched as history is long past.
        Some(SkipReason::Command | SkipReason::History) => Ok(false),
        _ if routed.platform => Ok(false),
        _ => flags::note(tx, conversation, &routed.event),
    }
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
#[derive(Default)]
struct Known {
    conversation: Option<(ConversationId, Arc<Conversation>)>,
    contact: Option<(ContactId, Arc<Contact>)>,
}

/// Keeps whom a platform is to meet in a conversation that is sent there: it may ask who they are.
fn meet(tx: &mut Tx<'_>, seal: &Seal, routed: &Routed) -> Result<Known> {
    let whom = routed.event.contact.as_ref().filter(|contact| routed.platform && !contact.key.is_empty());
    let contact = whom.map(|contact| contacts::keep(tx, seal, routed.channel, contact)).transpose()?;
    Ok(Known { contact, conversation: None })
}

/// Keeps what an event tells of contact, conversation and messages.
fn learn(tx: &mut Tx<'_>, seal: &Seal, routed: &Routed, sealed: &Sealed, event_id: EventId) -> Result<Known> {
    let (channel, event) = (routed.channel, &routed.event);
    // What live traffic told stands, however late history comes.
    let history = is_history(routed);
    let contact = match &event.contact {
        Some(contact) if contact.key.is_empty() => None,
        Some(contact) if history => {
            let known = contacts::find(tx.db, seal, channel, &contact.key)?;
            let told = known.map_or_else(|| contact.clone(), |(_, known)| contacts::merge(contact, &known));
            Some(contacts::keep(tx, seal, channel, &told)?)
        }
        Some(contact) => Some(contacts::keep(tx, seal, channel, contact)?),
        None => None,
    };
    let mut conversation = None;
    if let Some(about) = event.conversation.as_ref().filter(|conversation| !conversation.key.is_empty()) {
        let with = contact.as_ref().map(|(id, known)| (*id, known.key.as_str()));
        let (id, known) = if routed.platform {
            // Where it stands is for the platform to say, once it has done what it is asked for.
            let asked = Conversation { status: None, ended_at: None, ..about.clone() };
            conversations::keep(tx, seal, channel, &asked, with)?
        } else if history {
            let known = conversations::known(tx.db, seal, channel, about)?;
            let told = known.map_or_else(|| about.clone(), |known| conversations::merge(about, &known));
            conversations::keep(tx, seal, channel, &told, with)?
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
            if history {
                messages::enter(tx, id, message, sealed, event_id)?;
            } else {
                messages::keep(tx, seal, id, message, sealed, event_id)?;
            }
        }
        conversation = Some((id, known));
    }
    Ok(Known { conversation, contact })
}
