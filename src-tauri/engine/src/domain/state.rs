//! The one vocabulary for what became of something. Screens, tray, exports and API use it and nothing else.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of a delivery; of a message or an exchange it is the worst of what it caused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum State {
    /// Stored safely on this computer; its turn has not come.
    Received = 0,
    /// Being sent now.
    Sending = 1,
    /// They have it; their own confirmation is due.
    Accepted = 2,
    /// The destination took it.
    Delivered = 3,
    /// The person it was meant for saw it.
    Read = 4,
    /// Will be tried again by itself.
    Retrying = 5,
    /// Given up; needs the admin.
    Failed = 6,
    /// Paused, or the destination is stopped.
    OnHold = 7,
    /// Something must come from the platform first.
    WaitingForPlatform = 8,
    /// Deliberately not sent; a [`SkipReason`] says why.
    Skipped = 9,
    /// Nobody can tell whether it arrived.
    Unknown = 10,
    /// A request that was answered with an error and not acted on.
    Refused = 11,
}

impl State {
    /// Every state, in the order of their stored numbers.
    pub const ALL: [Self; 12] = [
        Self::Received,
        Self::Sending,
        Self::Accepted,
        Self::Delivered,
        Self::Read,
        Self::Retrying,
        Self::Failed,
        Self::OnHold,
        Self::WaitingForPlatform,
        Self::Skipped,
        Self::Unknown,
        Self::Refused,
    ];

    /// The state kept as `number` in the store.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|i| Self::ALL.get(i)).copied()
    }

    /// How much it needs attention: the worst of several states is the one with the greatest rank.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Skipped => 0,
            Self::Read => 1,
            Self::Delivered => 2,
            Self::Accepted => 3,
            Self::Received => 4,
            Self::Sending => 5,
            Self::WaitingForPlatform => 6,
            Self::OnHold => 7,
            Self::Retrying => 8,
            Self::Unknown => 9,
            Self::Refused => 10,
            Self::Failed => 11,
        }
    }

    /// The worse of two.
    #[must_use]
    pub const fn worse(self, other: Self) -> Self {
        if other.rank() > self.rank() { other } else { self }
    }

    /// True while the relay still owes something.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Received | Self::Sending | Self::Retrying | Self::OnHold | Self::WaitingForPlatform
        )
    }
}

/// Why something was deliberately not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum SkipReason {
    /// The channel has no callback URL.
    NoEndpoint = 0,
    /// The event is not among the channel's subscriptions.
    NotSubscribed = 1,
    /// The same event came before.
    Duplicate = 2,
    /// We caused it ourselves.
    OwnEcho = 3,
    /// It belongs to an inbox this channel is not set to.
    OtherInbox = 4,
    /// The admin removed it from the queue.
    Discarded = 5,
    /// It carried nothing to pass on, such as a receipt that was acted on here.
    NothingToSend = 6,
    /// Typing and presence grow stale in seconds; this one did.
    Stale = 7,
    /// A newer report on the same message took its place.
    Superseded = 8,
    /// It had been on that channel before: links would send it in a circle.
    Circle = 9,
    /// An operator's command to us, not meant for the customer.
    Command = 10,
    /// It was fetched as history: it had happened long before.
    History = 11,
}

impl SkipReason {
    /// Every reason, in the order of their stored numbers.
    pub const ALL: [Self; 12] = [
        Self::NoEndpoint,
        Self::NotSubscribed,
        Self::Duplicate,
        Self::OwnEcho,
        Self::OtherInbox,
        Self::Discarded,
        Self::NothingToSend,
        Self::Stale,
        Self::Superseded,
        Self::Circle,
        Self::Command,
        Self::History,
    ];

    /// The reason kept as `number` in the store.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|i| Self::ALL.get(i)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_numbers_match_the_order_of_all() {
        for (i, state) in State::ALL.into_iter().enumerate() {
            assert_eq!(state as usize, i, "{state:?} would be read back as another state");
        }
        for (i, reason) in SkipReason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, i, "{reason:?} would be read back as another reason");
        }
    }

    #[test]
    fn the_worst_state_wins() {
        assert_eq!(State::Delivered.worse(State::Failed), State::Failed);
        assert_eq!(State::Retrying.worse(State::Skipped), State::Retrying);
    }
}
