//! Events: what happened in a chat, in our own vocabulary.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::named::named;
use super::{ChannelId, Contact, Conversation, LinkId, Message, Operator, Timestamp};

named! {
    /// What happened. The names are the same on the wire, in the store and in the endpoint's requests; screens list them in this order.
    pub enum EventKind {
        /// A customer wrote to an operator.
        MessageReceived = "message.received",
        /// An operator wrote to a customer.
        MessageSent = "message.sent",
        /// A message changed: edited, deleted, another status.
        MessageUpdated = "message.updated",
        /// A message was seen.
        MessageRead = "message.read",
        /// The platform says whether it could handle our message.
        MessageOutcome = "message.outcome",
        /// A private note among operators.
        NoteCreated = "note.created",
        /// A session began.
        SessionStarted = "session.started",
        /// A session ended with messages no operator had read.
        SessionUnread = "session.unread",
        /// A session ended.
        SessionEnded = "session.ended",
        /// A conversation began.
        ConversationCreated = "conversation.created",
        /// A conversation changed: assignee, labels, attributes.
        ConversationUpdated = "conversation.updated",
        /// A conversation was opened, resolved, snoozed.
        ConversationStatusChanged = "conversation.status_changed",
        /// A conversation is over.
        ConversationEnded = "conversation.ended",
        /// A conversation was passed to another operator or group.
        ConversationForwarded = "conversation.forwarded",
        /// A customer rated a conversation.
        ConversationRated = "conversation.rated",
        /// A customer left words about a conversation.
        ConversationFeedback = "conversation.feedback",
        /// A customer answered the survey.
        ConversationSurveyed = "conversation.surveyed",
        /// A goal was reached.
        ConversationGoal = "conversation.goal",
        /// A whole conversation was sent at once.
        ConversationSnapshot = "conversation.snapshot",
        /// A contact was created.
        ContactCreated = "contact.created",
        /// A contact changed.
        ContactUpdated = "contact.updated",
        /// The platform asked for somebody's data.
        ContactRequested = "contact.requested",
        /// An operator went online.
        OperatorOnline = "operator.online",
        /// An operator went offline.
        OperatorOffline = "operator.offline",
        /// An operator went away.
        OperatorAway = "operator.away",
        /// An operator came back.
        OperatorBack = "operator.back",
        /// Somebody is typing.
        TypingStarted = "typing.started",
        /// Somebody stopped typing.
        TypingStopped = "typing.stopped",
        /// A widget's settings changed.
        WidgetConfigured = "widget.configured",
        /// A visitor opened the widget.
        WidgetTriggered = "widget.triggered",
        /// The platform connected the channel.
        ChannelConnected = "channel.connected",
        /// The platform disconnected the channel.
        ChannelDisconnected = "channel.disconnected",
        /// Whatever else a platform says, with its body.
        PlatformOther = "platform.other",
    }
}

impl EventKind {
    /// Typing and presence: worth one try within seconds, not kept in order, never retried.
    #[must_use]
    pub const fn is_fleeting(self) -> bool {
        matches!(
            self,
            Self::TypingStarted
                | Self::TypingStopped
                | Self::OperatorOnline
                | Self::OperatorOffline
                | Self::OperatorAway
                | Self::OperatorBack
        )
    }
}

/// By what the same event is known when it comes again.
///
/// An event repeats one before it when, for the channel, `key` and kind are the same and the revision equals the last one stored.
/// A later revision, or a return to an older one, is a new event. Events without an identity never repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The platform's id of what the event is about, with whatever makes it unique in the channel.
    pub key: String,
    /// Digest of the normalised fields.
    pub revision: u64,
}

/// One thing that happened, read out of an exchange.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// The platform's own name for it, shown beside ours.
    pub platform_name: String,
    /// When it happened, by the platform's clock; none where it does not say.
    pub occurred_at: Option<Timestamp>,
    /// How a repeat is recognised; none means every one counts.
    pub identity: Option<Identity>,
    /// The conversation it belongs to.
    pub conversation: Option<Conversation>,
    /// The customer it concerns.
    pub contact: Option<Contact>,
    /// The message it is about.
    pub message: Option<Message>,
    /// The operator it concerns.
    pub operator: Option<Operator>,
    /// What the kind alone does not say (rating, feedback, outcome, changed attributes).
    pub detail: Map<String, Value>,
    /// Our own reference, where the platform tells us back what we wrote ourselves.
    pub echo: Option<String>,
    /// What it is a copy of, when a link carried it over from another channel. Of a receipt: what the message it is about is a copy of.
    pub origin: Option<Origin>,
}

/// Where something that a link carried over came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The link that carried it.
    pub link: LinkId,
    /// The channel it happened on.
    pub channel: ChannelId,
    /// The platform's id of the conversation there; none where it had none yet.
    pub conversation: Option<String>,
    /// What that chat is called towards us.
    #[serde(default)]
    pub chat: Option<String>,
    /// The message there.
    pub message: Option<String>,
    /// Every channel it has been on, the first one first: a link to one of these would make a circle.
    pub trail: Vec<ChannelId>,
}

impl Event {
    /// An event with nothing but its kind and the platform's name for it.
    #[must_use]
    pub fn new(kind: EventKind, platform_name: impl Into<String>) -> Self {
        Self {
            kind,
            platform_name: platform_name.into(),
            occurred_at: None,
            identity: None,
            conversation: None,
            contact: None,
            message: None,
            operator: None,
            detail: Map::new(),
            echo: None,
            origin: None,
        }
    }

    /// What its deliveries are kept in order by: the chat's key, else the contact's, the operator's, else the whole channel (empty).
    #[must_use]
    pub fn lane_key(&self) -> &str {
        if let Some(conversation) = &self.conversation {
            conversation.chat.as_deref().unwrap_or(&conversation.key)
        } else if let Some(contact) = &self.contact {
            &contact.key
        } else {
            self.operator.as_ref().map_or("", |operator| operator.key.as_str())
        }
    }
}

/// What a request taught us about the channel itself; kept with its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Learned {
    /// ELMA365's `connect`: its id of the channel and where we send to.
    Connected {
        /// Their id of the channel.
        channel_id: Option<String>,
        /// Where requests to them go.
        webhook: Option<String>,
    },
    /// The platform ended the connection.
    Disconnected,
    /// ELMA365 reports outcomes of our messages: from then on its silence means something.
    OutcomesUsed,
    /// Chatwoot's server gets our token only in the header with dashes, or only in the one with underscores.
    Header {
        /// With dashes.
        dashed: bool,
    },
}
