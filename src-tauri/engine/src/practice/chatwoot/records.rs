//! What a Chatwoot keeps: contacts, agents, conversations, messages.

use serde_json::{Map, Value};

use crate::domain::Timestamp;
use crate::practice::people::Person;

/// A customer, as the account knows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Number, unique on the server.
    pub id: i64,
    /// Name; may be empty.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number in international form.
    pub phone: Option<String>,
    /// The company's own id of them.
    pub identifier: Option<String>,
    /// Where their picture is; empty without one.
    pub avatar: String,
    /// Whether their messages are refused.
    pub blocked: bool,
    /// What the server knows of them by itself.
    pub additional: Map<String, Value>,
    /// What the company wants to know of them.
    pub custom: Map<String, Value>,
    /// When they were entered.
    pub created: Timestamp,
}

impl From<&Person> for Contact {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id,
            name: person.name.clone(),
            email: Some(person.email.clone()),
            phone: Some(person.phone.clone()),
            identifier: Some(person.identifier.clone()),
            avatar: String::new(),
            blocked: false,
            additional: Map::from_iter([("city".to_owned(), Value::from(person.city.as_str()))]),
            custom: Map::new(),
            created: Timestamp::default(),
        }
    }
}

/// An operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// Number.
    pub id: i64,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
}

impl Agent {
    /// The first word of the name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or_default()
    }
}

impl From<&Person> for Agent {
    fn from(person: &Person) -> Self {
        Self { id: person.id, name: person.name.clone(), email: person.email.clone() }
    }
}

/// A conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Chat {
    /// Its number within the account.
    pub id: i64,
    /// The inbox.
    pub inbox: i64,
    /// The key of the chat towards us.
    pub source_id: String,
    /// The customer.
    pub contact: Contact,
    /// The agent it is assigned to.
    pub assignee: Option<Agent>,
    /// `open`, `pending`, `snoozed` or `resolved`.
    pub status: &'static str,
    /// Until when it is snoozed, in unix seconds.
    pub snoozed_until: Option<i64>,
    /// What whoever began it said of it.
    pub additional: Map<String, Value>,
    /// What the company wants to know of it.
    pub custom: Map<String, Value>,
    /// Its labels.
    pub labels: Vec<String>,
    /// When it began.
    pub created: Timestamp,
    /// When anything of it changed.
    pub updated: Timestamp,
    /// When somebody last did something in it.
    pub active: Timestamp,
    /// Since when the customer waits for an answer.
    pub waiting_since: Option<Timestamp>,
    /// When an agent first answered.
    pub first_reply: Option<Timestamp>,
    /// When an agent last looked.
    pub agent_seen: Option<Timestamp>,
    /// When the customer last looked.
    pub contact_seen: Option<Timestamp>,
    /// Customer's messages no agent has looked at.
    pub unread: u32,
    /// Its messages, oldest first.
    pub messages: Vec<Message>,
}

impl Chat {
    /// An open conversation in which nothing was said.
    #[must_use]
    pub fn new(id: i64, inbox: i64, source_id: impl Into<String>, contact: Contact, now: Timestamp) -> Self {
        Self {
            id,
            inbox,
            source_id: source_id.into(),
            contact,
            assignee: None,
            status: "open",
            snoozed_until: None,
            additional: Map::new(),
            custom: Map::new(),
            labels: Vec::new(),
            created: now,
            updated: now,
            active: now,
            waiting_since: None,
            first_reply: None,
            agent_seen: None,
            contact_seen: None,
            unread: 0,
            messages: Vec::new(),
        }
    }

    /// The newest message that customers may see.
    #[must_use]
    pub fn newest(&self) -> Option<&Message> {
        self.messages.iter().rev().find(|message| !message.private && message.kind != Kind::Activity)
    }

    /// The message with this number.
    #[must_use]
    pub fn message(&self, id: i64) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }

    /// What customers and agents said to each other, oldest first: no notes, no remarks of the server.
    #[must_use]
    pub fn said(&self) -> Vec<&Message> {
        self.messages.iter().filter(|message| !message.private && message.kind != Kind::Activity).collect()
    }
}

/// What kind of message it is; the numbers are Chatwoot's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// By the customer.
    Incoming = 0,
    /// By an agent.
    Outgoing = 1,
    /// A remark of the server: "Conversation was marked resolved by …".
    Activity = 2,
    /// Written by the server: a greeting, a survey.
    Template = 3,
}

impl Kind {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
            Self::Activity => "activity",
            Self::Template => "template",
        }
    }
}

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its number, unique on the server.
    pub id: i64,
    /// Who it is by.
    pub kind: Kind,
    /// A note among agents.
    pub private: bool,
    /// The words.
    pub content: Option<String>,
    /// `text`, `cards`, `input_select` …
    pub content_type: String,
    /// What the content type needs, and the server's remarks.
    pub attributes: Map<String, Value>,
    /// `sent`, `delivered`, `read` or `failed`.
    pub status: &'static str,
    /// The key of whoever wrote it by the API.
    pub source_id: Option<String>,
    /// The agent, where one wrote it.
    pub agent: Option<Agent>,
    /// Its files.
    pub attachments: Vec<Attachment>,
    /// When it was written.
    pub at: Timestamp,
    /// When it was changed.
    pub updated: Timestamp,
}

impl Message {
    /// A plain text: by this agent, or by the customer.
    #[must_use]
    pub fn said(id: i64, agent: Option<&Agent>, text: impl Into<String>, at: Timestamp) -> Self {
        Self {
            id,
            kind: if agent.is_some() { Kind::Outgoing } else { Kind::Incoming },
            private: false,
            content: Some(text.into()),
            content_type: "text".to_owned(),
            attributes: Map::new(),
            status: "sent",
            source_id: None,
            agent: agent.cloned(),
            attachments: Vec::new(),
            at,
            updated: at,
        }
    }

    /// The words; empty without any.
    #[must_use]
    pub fn text(&self) -> &str {
        self.content.as_deref().unwrap_or_default()
    }

    /// The time shown beside it, in unix seconds: when it was written elsewhere, for one that was told with that.
    #[must_use]
    pub fn shown_at(&self) -> i64 {
        let told = self.attributes.get("external_created_at");
        let told = told.and_then(|told| told.as_i64().or_else(|| told.as_str()?.parse().ok()));
        told.unwrap_or(self.at.0 / 1_000)
    }

    /// Why it failed, as the agent reads it.
    #[must_use]
    pub fn external_error(&self) -> Option<&str> {
        self.attributes.get("external_error").and_then(Value::as_str)
    }
}

/// A file of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Number.
    pub id: i64,
    /// The file's name.
    pub name: String,
    /// MIME type.
    pub content_type: String,
    /// Bytes.
    pub size: u64,
    /// Where it can be had: an address that leads on to another.
    pub url: String,
}

impl Attachment {
    /// `image`, `audio`, `video` or `file`.
    #[must_use]
    pub fn file_type(&self) -> &'static str {
        match self.content_type.split('/').next() {
            Some("image") => "image",
            Some("audio") => "audio",
            Some("video") => "video",
            _ => "file",
        }
    }
}

/// What the user behind a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// May everything.
    Administrator,
    /// May talk, and sees no secrets.
    Agent,
    /// An agent bot: few calls, no reading.
    Bot,
}

impl Role {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Agent => "agent",
            Self::Bot => "agent_bot",
        }
    }
}

/// What kind of inbox it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InboxKind {
    /// An API inbox: programs write customers' messages.
    Api,
    /// A website with the chat widget.
    Website,
}

impl InboxKind {
    /// Its name on the wire.
    #[must_use]
    pub const fn channel(self) -> &'static str {
        match self {
            Self::Api => "Channel::Api",
            Self::Website => "Channel::WebWidget",
        }
    }
}

/// An inbox.
#[derive(Clone, Debug)]
pub struct Inbox {
    /// Number.
    pub id: i64,
    /// Name.
    pub name: String,
    /// What kind.
    pub kind: InboxKind,
    /// Where everything about it is told; API inboxes only.
    pub webhook_url: Option<String>,
    /// What that is signed with.
    pub secret: String,
    /// What verifies contacts.
    pub hmac_token: String,
    /// Its name in the public API.
    pub identifier: String,
    /// One conversation a contact, for ever.
    pub lock_to_single: bool,
    /// Agents are not members of it.
    pub closed_to_agents: bool,
    /// When it was made.
    pub created: Timestamp,
}
