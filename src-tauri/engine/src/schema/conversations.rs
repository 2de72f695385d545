//! Conversations: the list, one of them, its transcript, its contact; sending it; views of the list; fetching history.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{FileView, Sentence};
use crate::domain::{
    ChannelId, Contact, ConversationId, ConversationStatus, DeliveryId, EventId, EventKind, ExchangeId,
    MessageStatus, Operator, Side, SkipReason, State, Target, Timestamp, ViewId, When,
};
use crate::error::Error;

/// One row of the list of conversations.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationRow {
    /// Ours.
    pub id: ConversationId,
    /// The channel.
    pub channel: ChannelId,
    /// The platform's id.
    pub key: String,
    /// Whom it is with: the platform's id of the contact.
    pub contact: Option<String>,
    /// The contact as a person would name them: name, else e-mail, phone, identifier, id; empty when nothing is known.
    pub who: String,
    /// Where it stands.
    pub status: Option<ConversationStatus>,
    /// Who answers.
    pub operator: Option<Operator>,
    /// The platform's number of its inbox.
    pub inbox: Option<String>,
    /// Labels or topics.
    pub labels: Vec<String>,
    /// Custom attributes and whatever else is known, by the platform's own names, without secrets.
    #[ts(type = "Record<string, unknown>")]
    pub attributes: Map<String, Value>,
    /// Messages in it.
    #[ts(as = "f64")]
    pub messages: u64,
    /// Deliveries of it that were given up and still stand so.
    #[ts(as = "f64")]
    pub failed: u64,
    /// The beginning of its last message, without secrets.
    pub preview: String,
    /// Who wrote the last message.
    pub preview_from: Option<Side>,
    /// When it began.
    pub started_at: Timestamp,
    /// When something last happened in it.
    pub last_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// It is to be sent later.
    pub flag: Option<FlagView>,
}

/// A conversation that is to be sent later.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlagView {
    /// Where to, in words: an address without secrets, or a channel's name.
    pub to: String,
    /// When.
    pub when: When,
    /// Since when.
    pub at: Timestamp,
}

/// Which conversations. Every field narrows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ConversationFilter {
    /// One channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// One of these states; empty means any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statuses: Option<Vec<ConversationStatus>>,
    /// The platform's id of a contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// An operator's name, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// A label, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Only those with deliveries that were given up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed: Option<bool>,
    /// Only those that are to be sent later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flagged: Option<bool>,
    /// Words in messages, names, e-mail addresses, phones, ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Something happened in them at or after this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Timestamp>,
    /// Nothing happened in them after this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Timestamp>,
}

/// What a list of conversations is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ConversationSort {
    /// When something last happened.
    #[default]
    LastActivity,
    /// When they began.
    Started,
    /// How many messages they have.
    Messages,
}

/// Asks for a page of conversations, greatest first unless `ascending`.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ConversationQuery {
    /// How many rows at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// The rows that follow this key (`next` of another page) in the list's order.
    pub before: Option<String>,
    /// Which.
    #[ts(optional, as = "Option<ConversationFilter>")]
    pub filter: ConversationFilter,
    /// In which order.
    #[ts(optional, as = "Option<ConversationSort>")]
    pub sort: ConversationSort,
    /// Smallest first.
    #[ts(optional, as = "Option<bool>")]
    pub ascending: bool,
}

/// A page of conversations.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationPage {
    /// The rows.
    pub rows: Vec<ConversationRow>,
    /// The key to go on from; none at the end.
    pub next: Option<String>,
    /// When a search for words stopped at its budget: how far back it looked. `next` goes on from there.
    pub searched_back: Option<Timestamp>,
    /// Older conversations are still being entered in the list: it is not whole yet.
    pub behind: bool,
}

/// How many conversations match.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationCount {
    /// So many; of a search for words at least so many when `more`.
    #[ts(as = "f64")]
    pub count: u64,
    /// The search stopped at its budget: there may be more.
    pub more: bool,
}

/// Asks how many conversations match.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct ConversationCountQuery {
    /// Which.
    #[ts(optional, as = "Option<ConversationFilter>")]
    pub filter: ConversationFilter,
}

/// Names one conversation.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ConversationRef {
    /// Which.
    pub id: ConversationId,
}

/// Names conversations.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ConversationRefs {
    /// Which; at most 500.
    pub ids: Vec<ConversationId>,
}

/// One conversation: what is known of it, and the latest part of its transcript.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationDetail {
    /// Its row.
    pub row: ConversationRow,
    /// The chat's key towards us, where it differs from the platform's id.
    pub chat: Option<String>,
    /// Userlike: the session's id.
    pub session: Option<String>,
    /// Whom it is with.
    pub contact: Option<ContactView>,
    /// Why nobody can answer here; none when an operator can.
    pub reply: Option<Error>,
    /// Lines of the transcript that were given up, oldest first, at most 500: for going from one to the next.
    pub failures: Vec<String>,
    /// The latest lines.
    pub transcript: TranscriptPage,
}

/// Whom a conversation is with.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactView {
    /// The channel.
    pub channel: ChannelId,
    /// What is known, without secrets.
    pub contact: Contact,
    /// The inbox as the platform calls it: its number, and its name where known.
    pub inbox: Option<String>,
    /// The contact inbox: by which id the platform knows this person in that inbox (Chatwoot's source_id).
    pub contact_inbox: Option<String>,
    /// Conversations with them.
    #[ts(as = "f64")]
    pub conversations: u64,
    /// When they were first heard of.
    pub first_at: Timestamp,
}

/// Asks for a part of a transcript: the lines before, after or around one, or the latest.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct TranscriptQuery {
    /// Of which conversation.
    pub id: ConversationId,
    /// How many lines at most; 1 to 500, 100 when absent.
    pub limit: Option<u32>,
    /// Those before this line.
    pub before: Option<String>,
    /// Those after this line.
    pub after: Option<String>,
    /// Those around this line, itself among them.
    pub around: Option<String>,
}

/// A part of a transcript, oldest first.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptPage {
    /// The lines.
    pub lines: Vec<TranscriptLine>,
    /// There are lines before these.
    pub earlier: bool,
    /// There are lines after these.
    pub later: bool,
}

/// One line of a transcript: a message, or something that happened.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptLine {
    /// Its key; sorts as the lines do.
    pub id: String,
    /// When: by the platform's clock, else when it came.
    pub at: Timestamp,
    /// The message, if it is one.
    pub message: Option<TranscriptMessage>,
    /// What happened, if it is no message.
    pub event: Option<TranscriptEvent>,
    /// The exchange that brought it: its journey; none when that is no longer in the log.
    pub exchange: Option<ExchangeId>,
    /// The worst state of what it caused; none when nothing was owed because of it.
    pub state: Option<State>,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
    /// How often it came again, word for word, and was skipped.
    pub repeats: u32,
    /// What went wrong on its way, when something did.
    pub error: Option<Error>,
    /// Its deliveries that were given up: for sending them again.
    pub failed: Vec<DeliveryId>,
}

/// A message of a transcript.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptMessage {
    /// The platform's id.
    pub key: Option<String>,
    /// Who wrote it.
    pub from: Side,
    /// The writer's name.
    pub author: Option<String>,
    /// The words, without secrets.
    pub text: String,
    /// The platform's word for the kind of content.
    pub content_type: Option<String>,
    /// Its files.
    pub files: Vec<FileView>,
    /// For operators' eyes only.
    pub private: bool,
    /// Written by the platform itself.
    pub template: bool,
    /// What the platform says became of it.
    pub status: Option<MessageStatus>,
    /// The platform's words about a failure.
    pub said: Option<String>,
}

/// Something that happened in a conversation besides messages.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptEvent {
    /// What.
    pub kind: EventKind,
    /// The platform's own name for it.
    pub platform_name: String,
    /// It in a sentence: "Assigned to Anna", "Rated 5".
    pub sentence: Sentence,
}

/// Sends conversations, now or later. Bulk sends are for many.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ConversationSend {
    /// Which; at most 500.
    pub ids: Vec<ConversationId>,
    /// Where to; the endpoint when absent.
    pub target: Option<Target>,
    /// When; now when absent.
    pub when: Option<When>,
}

/// What became of a request to send conversations.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversationsSent {
    /// On their way: the event of each, in the order asked for.
    pub events: Vec<EventId>,
    /// Their rows in the log.
    pub exchanges: Vec<ExchangeId>,
    /// Flagged to be sent later.
    #[ts(as = "f64")]
    pub flagged: u64,
    /// Those that cannot be sent there, and why.
    pub refused: Vec<SendRefused>,
}

/// A conversation that cannot be sent there.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SendRefused {
    /// Which.
    pub id: ConversationId,
    /// Why.
    pub error: Error,
}

/// Asks where conversations can be sent.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct TargetsQuery {
    /// Conversations of this channel; of any when absent.
    pub channel: Option<ChannelId>,
}

/// Somewhere conversations can be sent, or why not.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetView {
    /// It.
    pub target: Target,
    /// Its name: of a channel, or the endpoint's host.
    pub name: String,
    /// Its address without secrets; empty for a channel that has none.
    pub url: String,
    /// Why nothing can be sent there; none when it can.
    pub error: Option<Error>,
    /// When conversations of the asked channel can be sent there.
    pub whens: Vec<When>,
}

/// A saved view of the list of conversations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Ours.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// Which conversations.
    pub filter: ConversationFilter,
    /// In which order.
    pub sort: ConversationSort,
    /// Smallest first.
    pub ascending: bool,
}

/// Saves a view; the one of that id is replaced.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields)]
pub struct ViewInput {
    /// Which to replace; none makes a new one.
    pub id: Option<ViewId>,
    /// Its name.
    pub name: String,
    /// Which conversations.
    pub filter: ConversationFilter,
    /// In which order.
    pub sort: Option<ConversationSort>,
    /// Smallest first.
    pub ascending: Option<bool>,
}

/// Names a saved view.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ViewRef {
    /// Which.
    pub id: ViewId,
}

/// Names a contact of a channel.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ContactRef {
    /// The channel.
    pub channel: ChannelId,
    /// The platform's id of the contact.
    pub key: String,
}

/// What was deleted of a contact.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactErased {
    /// Conversations.
    #[ts(as = "f64")]
    pub conversations: u64,
    /// Messages.
    #[ts(as = "f64")]
    pub messages: u64,
    /// Rows of the log, with their bodies.
    #[ts(as = "f64")]
    pub exchanges: u64,
    /// Files.
    #[ts(as = "f64")]
    pub files: u64,
    /// Copies of the data, by name, that still hold it.
    pub backups: Vec<String>,
}

/// Fetches what a platform knows of its channel's past conversations.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct PullRequest {
    /// Of which channel.
    pub channel: ChannelId,
    /// Only those in which something happened at or after this; all when absent.
    pub from: Option<Timestamp>,
}

/// How fetching history goes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PullView {
    /// The channel.
    pub channel: ChannelId,
    /// How it stands.
    pub state: PullState,
    /// When it was begun.
    pub started_at: Timestamp,
    /// Conversations fetched.
    #[ts(as = "f64")]
    pub conversations: u64,
    /// How many the platform says there are; none while it has not said.
    #[ts(as = "Option<f64>")]
    pub total: Option<u64>,
    /// Messages that were new here.
    #[ts(as = "f64")]
    pub messages: u64,
    /// What went wrong, when something did.
    pub error: Option<Error>,
}

/// How fetching history stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PullState {
    /// Under way.
    Running,
    /// All of it is here.
    Done,
    /// It stopped; what was fetched stays, and it can be begun again.
    Failed,
    /// The admin stopped it.
    Cancelled,
}
