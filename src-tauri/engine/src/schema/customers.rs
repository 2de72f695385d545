//! The practice customer: the admin plays a customer of a channel. And answering as an operator.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::{
    ChannelId, EventId, ExchangeId, FileId, MessageStatus, Side, SkipReason, State, Timestamp,
};
use crate::error::Error;

/// The chat of a channel's practice customer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerView {
    /// The channel.
    pub channel: ChannelId,
    /// The key of the chat towards the platform; none before the first message.
    pub chat: Option<String>,
    /// Why nothing can be written here; none when it can.
    pub error: Option<Error>,
    /// Whether what was written can be cleaned up at the platform (its conversation resolved), or only here.
    pub can_clean: bool,
    /// The messages, oldest first.
    pub messages: Vec<CustomerMessage>,
}

/// One message of the practice customer's chat.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerMessage {
    /// The exchange that tells its way.
    pub exchange: Option<ExchangeId>,
    /// Who wrote it.
    pub from: Side,
    /// The writer's name.
    pub author: Option<String>,
    /// The words.
    pub text: String,
    /// Its files.
    pub files: Vec<FileView>,
    /// When.
    pub at: Timestamp,
    /// What became of it on its way to the platform; for an operator's answer: received.
    pub state: State,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
    /// What the platform says became of it.
    pub status: Option<MessageStatus>,
    /// What went wrong, when something did.
    pub error: Option<Error>,
}

/// A file as screens see it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileView {
    /// Ours.
    pub id: Option<FileId>,
    /// Its name.
    pub name: String,
    /// MIME type.
    pub content_type: Option<String>,
    /// Bytes.
    #[ts(as = "Option<f64>")]
    pub size: Option<u64>,
    /// Where it can be fetched for a while; none when it is not here.
    pub url: Option<String>,
    /// Why it could not be had, when it could not.
    pub error: Option<Error>,
}

/// Writes as the practice customer. Text, files or both.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct CustomerSend {
    /// The channel.
    pub channel: ChannelId,
    /// The words.
    pub text: Option<String>,
    /// Files brought in before.
    pub files: Option<Vec<FileId>>,
}

/// Names the practice customer of a channel.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CustomerRef {
    /// The channel.
    pub channel: ChannelId,
}

/// Answers as an operator.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ReplyRequest {
    /// The channel.
    pub channel: ChannelId,
    /// The platform's id of the conversation.
    pub conversation: String,
    /// The words.
    pub text: Option<String>,
    /// A note among operators.
    pub private: Option<bool>,
    /// Files brought in before.
    pub files: Option<Vec<FileId>>,
}

/// What became of a reply: it is stored and on its way.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Replied {
    /// Its event.
    pub event: EventId,
    /// Its row in the log.
    pub exchange: ExchangeId,
}
