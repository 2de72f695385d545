//! Where an event goes: to the channel's endpoint, to its platform, across links. Pure, and the only place that decides it.

use std::sync::Arc;

use super::{Channel, ChannelId, Event, EventId, EventKind, Link, SkipReason};

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
#[must_use]
pub fn plan(
    event: Event,
    id: Option<EventId>,
    channel: &Channel,
    author: Author,
    _channels: &[Arc<Channel>],
    _links: &[Link],
) -> Vec<Routed> {
    let skip = match author {
        Author::Endpoint => Some(SkipReason::OwnEcho),
        Author::Platform | Author::Screen => skip(channel, event.kind),
    };
    vec![Routed { channel: channel.id, id, event, skip, platform: author != Author::Platform }]
}
