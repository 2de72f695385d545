//! Who talks and what they say: contacts, operators, conversations, messages and files, as platforms report them.
//!
//! Each of these holds what one request told. A field that is `None` was not mentioned and changes nothing in the store.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{FileId, Timestamp};

/// Which side of a conversation somebody is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The person who asks.
    Customer,
    /// The person, or bot, who answers.
    Operator,
    /// The platform itself.
    System,
}

/// A person on the customers' side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    /// The platform's id of the contact; unique within the channel.
    pub key: String,
    /// The admin's own id of the person (Chatwoot's identifier, ELMA365's login).
    pub identifier: Option<String>,
    /// Full name.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone number as the platform wrote it.
    pub phone: Option<String>,
    /// Where a picture can be fetched.
    pub avatar_url: Option<String>,
    /// Whatever else is known, by the platform's own names.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[ts(optional, type = "Record<string, unknown>")]
    pub attributes: Map<String, Value>,
}

/// A person, or bot, on the operators' side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Operator {
    /// The platform's id.
    pub key: String,
    /// Name.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// The group or team.
    pub group: Option<String>,
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ConversationStatus {
    /// Being worked on.
    Open,
    /// Waiting for an operator or held by a bot.
    Pending,
    /// Put off until later.
    Snoozed,
    /// Solved; a new message reopens it.
    Resolved,
    /// Over.
    Ended,
}

/// A conversation, as far as one request tells of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Conversation {
    /// The platform's id; unique within the channel.
    pub key: String,
    /// The chat's key towards us (Chatwoot's source_id, ELMA365's externalChatId), where it differs from `key`.
    pub chat: Option<String>,
    /// Userlike: the id of the session inside the conversation, when both are known.
    pub session: Option<String>,
    /// The platform's number of the inbox it belongs to.
    pub inbox: Option<String>,
    /// Where it stands.
    pub status: Option<ConversationStatus>,
    /// Who answers.
    pub operator: Option<Operator>,
    /// Labels or topics.
    pub labels: Option<Vec<String>>,
    /// When it began, by the platform's clock.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Whatever else is known, by the platform's own names (custom attributes, `custom`, the page it began on).
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[ts(optional, type = "Record<string, unknown>")]
    pub attributes: Map<String, Value>,
    /// The whole transcript, for a callback that brings a whole conversation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Message>>", optional)]
    pub transcript: Vec<Message>,
}

/// A file of a message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct File {
    /// Ours, once it was told to fetch or keep it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<FileId>,
    /// Its name.
    pub name: String,
    /// Where the platform keeps it.
    pub url: String,
    /// Bytes.
    #[ts(as = "Option<f64>")]
    pub size: Option<u64>,
    /// MIME type.
    pub content_type: Option<String>,
}

/// What the platform says became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum MessageStatus {
    /// On its way.
    Sent,
    /// Reached the other side's device.
    Delivered,
    /// Was seen.
    Read,
    /// Did not get there.
    Failed,
    /// Taken back by its author.
    Deleted,
}

/// A message, as far as one request tells of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// The platform's id; for transcripts without ids a digest of who, when, what and how often. None: the platform gave nothing to
    /// tell it from another of the same words, so two are two.
    pub key: Option<String>,
    /// Who wrote it. `message.received` is always the customer's, `message.sent` always the operator's.
    pub from: Side,
    /// The writer's name.
    pub author: Option<String>,
    /// The words.
    pub text: String,
    /// The platform's word for the kind of content (`text`, `cards`, …); an open list.
    pub content_type: Option<String>,
    /// Files that came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<File>>", optional)]
    pub files: Vec<File>,
    /// For operators' eyes only.
    #[serde(default)]
    pub private: bool,
    /// Written by the platform itself (greeting, survey).
    #[serde(default)]
    pub template: bool,
    /// When it was written, by the platform's clock.
    pub sent_at: Option<Timestamp>,
    /// What the platform says became of it.
    pub status: Option<MessageStatus>,
    /// The platform's words about a failure.
    pub error: Option<String>,
}

impl Message {
    /// A message of somebody's with nothing in it.
    #[must_use]
    pub fn by(from: Side) -> Self {
        Self {
            key: None,
            from,
            author: None,
            text: String::new(),
            content_type: None,
            files: Vec::new(),
            private: false,
            template: false,
            sent_at: None,
            status: None,
            error: None,
        }
    }
}
