//! Sending a whole conversation: where to, when, and what goes.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{ChannelId, Contact, Conversation, ConversationId, EventKind, Operator, Timestamp};

/// Where a conversation is sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Target {
    /// The endpoint of the conversation's own channel.
    Endpoint,
    /// An address that was given once.
    Address {
        /// It, http or https. It may hold a secret.
        url: String,
    },
    /// Another channel, which gets it as its platform can take it.
    Channel {
        /// Which.
        channel: ChannelId,
    },
}

/// When a conversation is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum When {
    /// At once.
    Now = 0,
    /// When it is next opened, resolved, snoozed or ended.
    StatusChanged = 1,
    /// When it is over: resolved or ended.
    Ended = 2,
    /// The platform itself sends it, in its own time.
    Platform = 3,
}

impl When {
    /// Every time, in the order of their stored numbers.
    pub const ALL: [Self; 4] = [Self::Now, Self::StatusChanged, Self::Ended, Self::Platform];

    /// The one kept as that number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        usize::try_from(number).ok().and_then(|i| Self::ALL.get(i)).copied()
    }
}

/// Which conversation a sending is about. An event of kind `conversation.snapshot` that we made ourselves has it in its detail, under
/// [`SnapshotOf::DETAIL`], instead of the conversation's content: that is read when it is sent, as far as it was known when it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotOf {
    /// Its channel.
    pub channel: ChannelId,
    /// Ours.
    pub conversation: ConversationId,
}

impl SnapshotOf {
    /// Where it stands in an event's detail.
    pub const DETAIL: &'static str = "snapshotOf";
}

/// A whole conversation as it is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Which.
    pub of: SnapshotOf,
    /// What is known of it. Its transcript holds every message, oldest first, each with its key where it has one.
    pub conversation: Conversation,
    /// Whom it is with.
    pub contact: Option<Contact>,
    /// What happened in it besides messages, oldest first.
    pub events: Vec<SnapshotEvent>,
}

/// Something that happened in a conversation besides messages.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotEvent {
    /// What.
    pub kind: EventKind,
    /// The platform's own name for it.
    pub platform_name: String,
    /// When: by the platform's clock, else when it was heard of.
    pub at: Timestamp,
    /// The operator it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<Operator>,
    /// What the kind alone does not say.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub detail: Map<String, Value>,
}
