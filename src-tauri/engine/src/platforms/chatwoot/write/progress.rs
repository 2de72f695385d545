//! How far a task at Chatwoot has come: kept with each answer, so that a task goes on where it was after a restart.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::Code;

/// A call, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Stage {
    /// Conversations of our chat, and with them its contact.
    FindChat,
    /// A contact by one of the things that are unique.
    FindContact(By),
    /// The same by the slower search, which also finds what the filter's lower case misses.
    SearchContact(By),
    /// A contact of our own making.
    CreateContact,
    /// The contact's place in our inbox, under our chat's key.
    JoinInbox,
    /// Conversations of the contact.
    FindOfContact,
    /// A conversation of our own making.
    CreateConversation,
    /// What is known of the contact has changed.
    UpdateContact,
    /// Whether a message of ours arrived.
    FindMessage,
    /// The next part of the message.
    CreateMessage,
    /// Where the conversation stands.
    SetStatus,
    /// Somebody is typing.
    SetTyping,
    /// An operator has seen the conversation.
    MarkSeen,
    /// What became of a message.
    SetMessageStatus,
    /// What of an import is there.
    ListMessages,
    /// The labels of a conversation that was imported.
    SetLabels,
}

impl Stage {
    /// The word screens translate.
    pub(super) const fn step(self) -> &'static str {
        match self {
            Self::FindChat | Self::FindOfContact => "conversation.find",
            Self::FindContact(_) | Self::SearchContact(_) => "contact.find",
            Self::CreateContact => "contact.create",
            Self::JoinInbox => "contact.inbox",
            Self::CreateConversation => "conversation.create",
            Self::UpdateContact => "contact.update",
            Self::FindMessage | Self::ListMessages => "message.find",
            Self::CreateMessage => "message.create",
            Self::SetStatus => "conversation.status",
            Self::SetTyping => "conversation.typing",
            Self::MarkSeen => "conversation.read",
            Self::SetMessageStatus => "message.status",
            Self::SetLabels => "conversation.label",
        }
    }

    /// Whether making it twice does no harm. What creates something would create it twice.
    pub(super) const fn is_repeatable(self) -> bool {
        !matches!(self, Self::CreateContact | Self::CreateConversation | Self::CreateMessage)
    }
}

/// What is unique of a contact within an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum By {
    /// Our own id of the person.
    Identifier,
    /// E-mail address.
    Email,
    /// Phone number.
    Phone,
}

impl By {
    /// All of them, the surest first.
    pub(super) const ALL: [Self; 3] = [Self::Identifier, Self::Email, Self::Phone];

    /// Chatwoot's name of the field.
    pub(super) const fn field(self) -> &'static str {
        match self {
            Self::Identifier => "identifier",
            Self::Email => "email",
            Self::Phone => "phone_number",
        }
    }
}

/// A call that may or may not have been made: what it would have made is looked for before it is made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Doubt {
    /// Which.
    pub(super) stage: Stage,
    /// What went wrong in this very try. Then they may still be at it, and not finding it yet proves nothing: the next try decides.
    pub(super) code: Option<Code>,
}

/// How far a task has come.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Progress {
    /// What was known before has been taken over.
    pub(super) begun: bool,
    /// The call whose answer is waited for.
    pub(super) at: Option<Stage>,
    /// Calls made in this try.
    pub(super) calls: u32,
    /// Files are too large to go themselves: their addresses go in their place.
    pub(super) linked: bool,
    /// The token goes in the header with dashes, or does not, whatever the channel says.
    pub(super) dashed: Option<bool>,
    /// The channel was told so.
    pub(super) dashed_taught: bool,
    /// The call to be looked up before it is made again.
    pub(super) doubt: Option<Doubt>,

    /// The contact.
    pub(super) contact: Option<i64>,
    /// It was made in this task, so that it has no conversations yet.
    pub(super) contact_is_new: bool,
    /// What the contact was told to be, by Chatwoot's names of fields.
    pub(super) told: Map<String, Value>,
    /// The contact is as it should be, or cannot be.
    pub(super) up_to_date: bool,
    /// It has its place in our inbox under our chat's key.
    pub(super) joined: bool,
    /// Another contact has our chat's key: the conversation is made by the key alone.
    pub(super) by_key: bool,
    /// That was tried in vain.
    pub(super) by_key_failed: bool,
    /// What contacts were looked for by, without success.
    pub(super) looked_by: Vec<By>,
    /// The same by search.
    pub(super) searched_by: Vec<By>,
    /// What Chatwoot will not take of this contact, because another has it or it is not well formed.
    pub(super) refused: Vec<By>,
    /// Contacts that are gone.
    pub(super) gone_contacts: Vec<i64>,

    /// The conversation.
    pub(super) conversation: Option<i64>,
    /// Conversations up to this one will not do: a new one is wanted.
    pub(super) newer_than: Option<i64>,
    /// The inbox gives every contact one conversation for ever.
    pub(super) single: bool,
    /// Conversations of our chat were looked for.
    pub(super) looked_for_chat: bool,
    /// Conversations of the contact were looked for.
    pub(super) looked_of_contact: bool,
    /// Conversations that are gone.
    pub(super) gone: Vec<i64>,
    /// It began anew once because the conversation was gone.
    pub(super) began_anew: bool,

    /// The last message known before ours: ours lies behind it.
    pub(super) after: Option<i64>,
    /// While paging through messages: the last one seen.
    pub(super) cursor: Option<i64>,
    /// While paging: pages seen.
    pub(super) pages: u32,
    /// Our message was looked for, and is not there.
    pub(super) looked_for_message: bool,
    /// The messages it became, one a part; 0 for one that was taken without a number.
    pub(super) sent: Vec<i64>,

    /// Of an import: how far it has come.
    #[serde(skip_serializing_if = "Import::is_nothing")]
    pub(super) import: Import,
}

/// How far an import has come. Lines go by their numbers, from 0.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Import {
    /// How many lines there are, and the last one's reference: with others the numbers mean others.
    pub(super) shape: Option<(usize, String)>,
    /// The lines that are there, from one to before another, in order and with gaps between.
    pub(super) there: Vec<(usize, usize)>,
    /// The conversation was read up to this message.
    pub(super) cursor: i64,
    /// It was read to its end.
    pub(super) listed: bool,
    /// It was made for this, and nothing else is in it.
    pub(super) begun: bool,
    /// It has its labels, or cannot have them.
    pub(super) labelled: bool,
    /// Something was added by this task.
    pub(super) added: bool,
    /// It stands where it is to stand, or cannot.
    pub(super) settled: bool,
    /// The line that goes without its files.
    pub(super) bare: Option<usize>,
}

impl Import {
    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}
