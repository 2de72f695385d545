//! Links: two channels joined, the customers of one talking to the operators of the other. Pure.
//!
//! Which channels can be joined, and what an event of one becomes on the other, is decided here and nowhere else. A carried event is a
//! message of its own on the other channel, with the [`Origin`](super::Origin) it came from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Channel, ChannelId, Code, Event, LinkId, Timestamp};

/// What a link carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LinkMode {
    /// Customers' messages go over, operators' answers come back.
    #[default]
    TwoWay,
    /// Messages go over; nothing comes back.
    Copy,
}

/// What a link carries only by choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct LinkChoices {
    /// Answers of agents on the customers' side, as text `[name]: …`.
    pub agents: bool,
    /// Greetings and other messages the platform writes itself.
    pub templates: bool,
    /// Satisfaction surveys.
    pub surveys: bool,
}

/// Two channels joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// Ours.
    pub id: LinkId,
    /// The channel whose customers write.
    pub customers: ChannelId,
    /// The channel whose operators answer.
    pub operators: ChannelId,
    /// What it carries.
    pub mode: LinkMode,
    /// What it carries only by choice.
    pub choices: LinkChoices,
    /// Nothing is carried while it is paused.
    pub paused: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Why these channels cannot be joined this way; none when they can. Errors: LINK-01 this platform cannot be on that side, LINK-02 it can only
/// be copied from, LINK-03 they are joined already, LOOP-01 a circle.
#[must_use]
pub fn refusal(_link: &Link, _customers: &Channel, _operators: &Channel, _others: &[Link]) -> Option<Code> {
    None
}

/// What an event of `from` becomes on `to`; none when it does not cross.
#[must_use]
pub fn carry(_link: &Link, _from: &Channel, _to: &Channel, _event: &Event) -> Option<Event> {
    None
}

/// The key of a chat or person of `channel` as it is called on the other side.
#[must_use]
pub fn key_across(channel: ChannelId, key: &str) -> String {
    format!("switchboard:{channel}:{key}")
}

/// The channel and the key there that [`key_across`] made this of; none for a key of anybody else's.
#[must_use]
pub fn key_back(key: &str) -> Option<(ChannelId, &str)> {
    let (channel, key) = key.strip_prefix("switchboard:")?.split_once(':')?;
    Some((channel.parse().ok()?, key))
}
