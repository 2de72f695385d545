//! Where an event goes: to the channel's endpoint, to its platform, across links. Pure, and the only place that decides it.

use std::sync::Arc;

use super::{Channel, ChannelId, Event, EventId, EventKind, Link, Platform, SkipReason, is_command, link};
use crate::secret::Secret;

/// Who wrote something: it goes everywhere but back to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The platform told of it.
    Platform,
    /// The endpoint asked for it at the outbox.
    Endpoint,
    /// The admin at a screen of ours.
    Screen,
}

/// An event and where it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Routed {
    /// Whose it is: the channel of the request, or one that a link carried it to.
    pub channel: ChannelId,
    /// The identifier it is to have, where somebody is told it before it is kept.
    pub id: Option<EventId>,
    /// The event.
    pub event: Event,
    /// Why the endpoint does not get it; none: it does. The store adds "duplicate" and "own echo" by itself.
    pub skip: Option<SkipReason>,
    /// Whether the channel's platform is to get it.
    pub platform: bool,
    /// An address given once that is to get it.
    pub address: Option<Secret>,
}

impl Routed {
    /// What a link made of another channel's event, or of this one's that came round.
    #[must_use]
    pub fn is_copy(&self, arrived_at: ChannelId) -> bool {
        self.channel != arrived_at || self.skip == Some(SkipReason::Circle)
    }
}

/// Why an event of this kind does not go to the channel's endpoint; none when it does. Whether the channel is paused plays no part: what
/// comes meanwhile is owed and waits.
#[must_use]
pub fn skip(channel: &Channel, kind: EventKind) -> Option<SkipReason> {
    if channel.callback_url.as_deref().is_none_or(str::is_empty) {
        Some(SkipReason::NoEndpoint)
    } else if !channel.subscriptions.contains(kind) {
        Some(SkipReason::NotSubscribed)
    } else {
        None
    }
}

/// Everywhere an event of `channel` goes: itself first, then what links make of it, and what further links make of that.
///
/// What we wrote ourselves and a platform tells us back went everywhere when it was written: it is only learned from. A paused link
/// carries nothing. A copy that would come to a channel it has been on is listed and goes nowhere ([`SkipReason::Circle`]).
#[must_use]
pub fn plan(
    event: Event,
    id: Option<EventId>,
    channel: &Channel,
    author: Author,
    channels: &[Arc<Channel>],
    links: &[Link],
) -> Vec<Routed> {
    let echo = is_echo(&event);
    let skip = match author {
        Author::Endpoint => Some(SkipReason::OwnEcho),
        Author::Platform if echo => Some(SkipReason::OwnEcho),
        Author::Platform | Author::Screen => skip(channel, event.kind),
    };
    let platform = author != Author::Platform;
    let mut all = vec![Routed { channel: channel.id, id, event, skip, platform, address: None }];
    if echo || links.is_empty() {
        return all;
    }
    let mut at = 0;
    while let Some(routed) = all.get(at) {
        let copies = copies(routed, at == 0, channels, links);
        all.extend(copies);
        at += 1;
    }
    if let Some(first) = all.first_mut().filter(|first| link::is_receipt(&first.event)) {
        // It told where the receipt goes. Kept, it would make the receipt itself a copy.
        first.event.origin = None;
    }
    all
}

/// Operators' commands to us, in what arrived at a channel, are kept and go nowhere: neither to the endpoint, nor to the platform, nor
/// across a link, alone or in a transcript. Nor does what becomes of one later.
pub fn keep_commands(arrived_at: ChannelId, events: &mut Vec<Routed>, command: &str) {
    let (mut withheld, mut told) = (false, Vec::new());
    events.retain_mut(|routed| {
        if routed.is_copy(arrived_at) {
            let carried = routed.event.identity.as_ref().map_or("", |identity| identity.key.as_str());
            return !withheld && !told.iter().any(|end: &String| carried.ends_with(end));
        }
        let transcript = routed.event.conversation.iter().flat_map(|conversation| &conversation.transcript);
        let commands = transcript.filter(|message| is_command(message, command));
        told.extend(commands.filter_map(|message| Some(format!(":{}", message.key.as_ref()?))));
        withheld = is_about_command(&routed.event, command);
        if withheld && routed.skip != Some(SkipReason::History) {
            routed.skip = Some(SkipReason::Command);
            routed.platform = false;
        }
        true
    });
}

fn is_about_command(event: &Event, command: &str) -> bool {
    let kinds = [EventKind::MessageSent, EventKind::NoteCreated, EventKind::MessageUpdated];
    kinds.contains(&event.kind) && event.message.as_ref().is_some_and(|message| is_command(message, command))
}

/// Whether this is a message of our own, told back. What becomes of it later is news.
#[must_use]
pub fn is_echo(event: &Event) -> bool {
    use EventKind::{MessageReceived, MessageSent, NoteCreated};
    event.echo.is_some() && matches!(event.kind, MessageReceived | MessageSent | NoteCreated)
}

/// What links make of one event on its channel.
fn copies(routed: &Routed, first: bool, channels: &[Arc<Channel>], links: &[Link]) -> Vec<Routed> {
    let Routed { event, channel, skip, .. } = routed;
    // A receipt is about one message of the next channel; what that one is a copy of in turn is not known here.
    if *skip == Some(SkipReason::Circle) || (!first && link::is_receipt(event)) {
        return Vec::new();
    }
    let by = |id: ChannelId| channels.iter().find(|channel| channel.id == id);
    let mut copies = Vec::new();
    for link in links.iter().filter(|link| !link.paused) {
        // What a link brought it does not take back.
        if !first && event.origin.as_ref().is_some_and(|origin| origin.link == link.id) {
            continue;
        }
        let Some((from, to)) = link.other(*channel).and_then(|other| Some((by(*channel)?, by(other)?)))
        else {
            continue;
        };
        copies.extend(link::carry(link, from, to, event).into_iter().map(|copy| {
            let circle = copy.origin.as_ref().is_some_and(|origin| origin.trail.contains(&to.id));
            Routed {
                channel: to.id,
                id: None,
                skip: if circle { Some(SkipReason::Circle) } else { self::skip(to, copy.kind) },
                platform: !circle && !is_only_kept(to.platform(), copy.kind),
                event: copy,
                address: None,
            }
        }));
    }
    copies
}

/// ELMA365 asks for people when it wants to know them: what is known is kept here until then.
fn is_only_kept(platform: Platform, kind: EventKind) -> bool {
    platform == Platform::Elma365 && kind == EventKind::ContactUpdated
}

#[cfg(test)]
#[path = "route_tests.rs"]
pub(super) mod tests;
