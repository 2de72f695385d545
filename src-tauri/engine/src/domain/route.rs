//! Which events a channel's endpoint gets. Pure, and the only place that decides it.

use super::{Channel, EventKind, SkipReason};

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
