//! Sending a whole conversation: where to, when, and what goes.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{
    ChannelId, Contact, Conversation, ConversationId, ConversationStatus, Event, EventKind, Message,
    Operator, Platform, Side, Timestamp,
};

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

    /// When conversations of a platform can be sent. ELMA365 never says where one stands.
    #[must_use]
    pub fn offered(platform: Platform) -> &'static [Self] {
        match platform {
            Platform::Elma365 => &[Self::Now],
            Platform::Chatwoot | Platform::Userlike => &[Self::Now, Self::StatusChanged, Self::Ended],
        }
    }

    /// When an operator's command has a conversation sent: what Userlike's is, Userlike does itself.
    #[must_use]
    pub fn commanded(platform: Platform) -> Self {
        match platform {
            Platform::Elma365 => Self::Now,
            Platform::Chatwoot => Self::StatusChanged,
            Platform::Userlike => Self::Platform,
        }
    }

    /// Whether this event of a conversation is what a sending waits for.
    #[must_use]
    pub fn has_come(self, event: &Event) -> bool {
        let ended = match event.kind {
            EventKind::SessionEnded | EventKind::ConversationEnded => true,
            EventKind::ConversationStatusChanged => {
                let status = event.conversation.as_ref().and_then(|conversation| conversation.status);
                matches!(status, Some(ConversationStatus::Resolved | ConversationStatus::Ended))
            }
            // Only their own: see `SnapshotOf::of`.
            EventKind::ConversationSnapshot => return self == Self::Platform,
            _ => return false,
        };
        match self {
            Self::StatusChanged => true,
            Self::Ended => ended,
            Self::Now | Self::Platform => false,
        }
    }

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

    /// Which conversation an event that we made is to send. What a platform calls so says nothing: it never made one.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let named =
            event.detail.get(Self::DETAIL).filter(|_| event.kind == EventKind::ConversationSnapshot)?;
        serde_json::from_value(named.clone()).ok()
    }

    /// The event that sends it, with nothing else in it yet.
    #[must_use]
    pub fn event(self) -> Event {
        let mut event = Event::new(EventKind::ConversationSnapshot, "");
        if let Ok(named) = serde_json::to_value(self) {
            event.detail.insert(Self::DETAIL.to_owned(), named);
        }
        event
    }
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

/// Whether an operator gave us the command to send the conversation, instead of saying something. A customer's words are never one.
#[must_use]
pub fn is_command(message: &Message, command: &str) -> bool {
    let (said, command) = (message.text.trim(), command.trim());
    message.from == Side::Operator && !command.is_empty() && said.to_lowercase() == command.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_an_operators_whole_message_in_letters_of_any_size() {
        let by = |from, text: &str| Message { text: text.to_owned(), ..Message::by(from) };
        for text in ["$api", " $API\n"] {
            assert!(is_command(&by(Side::Operator, text), "$api"), "{text}");
        }
        assert!(!is_command(&by(Side::Customer, "$api"), "$api"));
        assert!(!is_command(&by(Side::Operator, "$api please"), "$api"));
        assert!(!is_command(&by(Side::Operator, ""), ""), "no command is set");
    }

    #[test]
    fn a_sending_waits_for_what_it_was_asked_to_wait_for() {
        let event = |kind, status| Event {
            conversation: Some(Conversation { status, ..Conversation::default() }),
            ..Event::new(kind, "")
        };
        let opened = event(EventKind::ConversationStatusChanged, Some(ConversationStatus::Open));
        let resolved = event(EventKind::ConversationStatusChanged, Some(ConversationStatus::Resolved));
        let over = event(EventKind::SessionEnded, None);
        let theirs = event(EventKind::ConversationSnapshot, None);
        let message = event(EventKind::MessageSent, Some(ConversationStatus::Resolved));
        let events = [&opened, &resolved, &over, &theirs, &message];
        let has_come = |when: When| events.map(|event| when.has_come(event));
        assert_eq!(has_come(When::StatusChanged), [true, true, true, false, false]);
        assert_eq!(has_come(When::Ended), [false, true, true, false, false]);
        assert_eq!(has_come(When::Platform), [false, false, false, true, false]);
        assert_eq!(has_come(When::Now), [false; 5]);
    }

    #[test]
    fn an_event_names_the_conversation_it_sends() {
        let of = SnapshotOf { channel: ChannelId(1), conversation: ConversationId(2) };
        assert_eq!(SnapshotOf::of(&of.event()), Some(of));
        assert_eq!(SnapshotOf::of(&Event::new(EventKind::ConversationSnapshot, "snapshot")), None);
        let named = Event { kind: EventKind::MessageSent, ..of.event() };
        assert_eq!(SnapshotOf::of(&named), None);
    }
}
