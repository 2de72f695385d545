//! What is said to a platform: the next call, or what follows from the last one. Pure.
//!
//! # The contract
//!
//! A [`Task`] is one event that a platform is to get. [`write`] is a step of a state machine: it is given how far this task has come
//! ([`Progress`], which the platform alone understands) and what the last call brought ([`Heard`]), and says what is next. The engine
//! makes the calls, commits the progress together with each answer, and goes on from there after a restart. So:
//!
//! - With `heard: None` it says what comes next from that progress alone; asked twice, it says the same.
//! - A call that must not be made twice (`repeatable: false`) says so. When nobody knows whether it was made ([`Heard::NoAnswer`] or
//!   [`Heard::Interrupted`]), the platform answers with a call that looks it up, and only then with the call again.
//! - What it learns about a chat, a person or a message goes into `taught`, and comes back in [`Known`] for the next task of the same one.
//! - Whatever comes back, even nonsense, is answered with one of [`Next`]; it never panics.

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;

use super::{chatwoot, elma365};
use crate::domain::{
    Channel, Code, Conversation, Event, EventId, EventKind, FileId, Learned, Mode, Options, Platform, Side,
    Snapshot, State, Timestamp,
};
use crate::error::Error;

/// Names and values of HTTP headers.
pub type Headers = Vec<(String, String)>;

/// How far a task has come, as only its platform understands it. JSON, null at first.
pub type Progress = Value;

/// One event that a platform is to get.
#[derive(Debug)]
pub struct Task<'a> {
    /// The channel of that platform.
    pub channel: &'a Channel,
    /// The event's id: our own reference, by which what we wrote is recognised when it comes back.
    pub id: EventId,
    /// What it is to get.
    pub event: &'a Event,
    /// What was learned about its chat and its person before.
    pub known: &'a Known,
    /// The files of its message, in order; of a snapshot those of all its messages.
    pub files: &'a [FileAt],
    /// The whole conversation, when that is what it is to get.
    pub snapshot: Option<&'a Snapshot>,
    /// How its delivery stands: [`State::Accepted`] when it is asked again what is next because they stayed silent.
    pub state: State,
    /// Now.
    pub now: Timestamp,
}

/// What was learned about a chat and a person before, as the platform told it in [`Taught`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Of the chat.
    pub chat: Option<Value>,
    /// Of the person.
    pub contact: Option<Value>,
    /// The chat's latest conversation, as the platform's own requests have told it.
    pub conversation: Option<Conversation>,
}

/// A file of a message, once it was fetched or could not be.
#[derive(Clone, Debug, PartialEq)]
pub struct FileAt {
    /// Ours.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// MIME type.
    pub content_type: String,
    /// Bytes.
    pub size: u64,
    /// An address of the relay where the other side can fetch it; none when it was lost, and then the text goes with a note.
    pub url: Option<String>,
}

/// What is next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// This call.
    Call(Call),
    /// They have it.
    Done(Done),
    /// They will not have this one; the next may be welcome. Tried again by the short schedule.
    Rejected(Code),
    /// Trouble that may pass, and the wait they ask for, in ms.
    Trouble(Code, Option<i64>),
    /// Nothing will get through until somebody changes something.
    Barred(Code),
    /// Nobody can tell whether they have it, and it cannot be looked up.
    Unknown(Code),
}

/// How it ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It arrived.
    Delivered,
    /// They have it and will say later what became of it. After this time of silence, in ms, it is asked again what is next; none: never.
    Accepted(Option<i64>),
    /// There was nothing to tell them.
    Nothing,
}

/// One HTTP request.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What it is for, in a word that screens translate: `contact.find`, `message.create`.
    pub step: &'static str,
    /// Method.
    pub method: Method,
    /// The whole address.
    pub url: String,
    /// Headers, in clear; `content-type` follows from the body.
    pub headers: Headers,
    /// Body.
    pub body: Body,
    /// Whether making it twice does no harm.
    pub repeatable: bool,
    /// What it counts against.
    pub pace: Pace,
}

/// The body of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// None.
    Empty,
    /// JSON.
    Json(Value),
    /// `multipart/form-data`: fields in order, then files.
    Form {
        /// Names and values.
        fields: Vec<(String, String)>,
        /// Name of the field and the file.
        files: Vec<(&'static str, FileId)>,
    },
}

/// What a call counts against, besides the limit on all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pace {
    /// Nothing.
    Free,
    /// Searches.
    Search,
    /// Messages to this conversation.
    Conversation(String),
}

/// What a call brought.
#[derive(Debug)]
pub enum Heard<'a> {
    /// An answer.
    Answer {
        /// Its status.
        status: StatusCode,
        /// Its headers.
        headers: &'a HeaderMap,
        /// Its body, as far as it was read.
        body: &'a Bytes,
    },
    /// It never got there: nothing was sent.
    NotSent(Code),
    /// It was sent, wholly or in part, and nothing came back.
    NoAnswer(Code),
    /// The program stopped while it may have been under way.
    Interrupted,
}

/// A step of a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How far it has come now; kept with the answer.
    pub progress: Progress,
    /// What was learned.
    pub taught: Vec<Taught>,
    /// What is next.
    pub next: Next,
}

impl Step {
    /// What follows, with nothing learned.
    pub(super) fn new(progress: Progress, next: Next) -> Self {
        Self { progress, taught: Vec::new(), next }
    }
}

/// What follows when no answer came: trouble that may pass, but for an address or a certificate that stays wrong.
pub(super) fn unreached(code: Code) -> Next {
    match code {
        Code::Tls01 | Code::Tls02 | Code::Tls03 | Code::Url03 => Next::Barred(code),
        _ => Next::Trouble(code, None),
    }
}

/// The wait that an answer asks for, in ms.
pub(super) fn asked_wait(headers: &HeaderMap, now: Timestamp) -> Option<i64> {
    now.retry_after(headers.get(http::header::RETRY_AFTER)?.to_str().ok()?)
}

/// The line that stands in a text for a file nobody will see, in this language.
pub(super) fn lost(language: &str, file: &FileAt) -> String {
    let name = [("name".to_owned(), file.name.clone())].into();
    format!("[{}]", crate::strings::text_in(language, "said-file-lost", &name))
}

/// The progress with which a message begins whose files are too large: their addresses go in their place. None where they always do.
#[must_use]
pub(crate) fn with_links(channel: &Channel) -> Option<Progress> {
    matches!(channel.options, Options::Chatwoot(_)).then(|| serde_json::json!({ "linked": true }))
}

/// Something learned from an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Taught {
    /// About the chat of this task.
    Chat(Value),
    /// About its person.
    Contact(Value),
    /// The platform's id of the message we wrote: it comes back in receipts.
    Sent(String),
    /// About the channel itself: kept with its settings, as what a request to the intake teaches.
    Channel(Learned),
}

/// Every word for what a call is for; screens translate them.
pub const STEPS: [&str; 16] = [
    "contact.find",
    "contact.create",
    "contact.update",
    "contact.inbox",
    "conversation.find",
    "conversation.create",
    "conversation.status",
    "conversation.typing",
    "conversation.read",
    "conversation.label",
    "message.find",
    "message.create",
    "message.status",
    "message.send",
    "user.ask",
    "channel.disconnect",
];

/// One step. A channel whose platform cannot be written to rejects with KIND-01.
#[must_use]
pub fn write(task: &Task<'_>, progress: &Progress, heard: Option<Heard<'_>>) -> Step {
    match &task.channel.options {
        Options::Elma365(options) => elma365::write(options, task, progress, heard),
        Options::Chatwoot(options) => chatwoot::write(options, task, progress, heard),
        Options::Userlike(_) => Step::new(progress.clone(), Next::Rejected(Code::Kind01)),
    }
}

/// Where requests to the platform go: scheme and host, from which every call's address begins. None while it cannot be called: no
/// address yet, not connected, disconnected.
#[must_use]
pub fn base(channel: &Channel) -> Option<String> {
    match &channel.options {
        Options::Elma365(options) => options.webhook.clone().filter(|_| !options.disconnected),
        Options::Chatwoot(options) => channel.api_url.clone().filter(|_| options.account_id.is_some()),
        Options::Userlike(_) => None,
    }
}

/// What a channel lacks for anything to be written to its platform; none when it has all. Whoever begins conversations needs an inbox.
#[must_use]
pub fn lacks(channel: &Channel, begins: bool) -> Option<Error> {
    let error = |code| Some(Error::with(code, [("channel", channel.name.as_str())]));
    let missing =
        |field: &str| Some(Error::with(Code::Data02, [("field", field), ("channel", &channel.name)]));
    if channel.mode == Mode::Off {
        return error(Code::Off01);
    }
    match &channel.options {
        Options::Elma365(options) if options.webhook.is_none() || options.disconnected => error(Code::Link04),
        Options::Elma365(_) => None,
        Options::Chatwoot(_) if channel.api_url.is_none() => missing("apiUrl"),
        Options::Chatwoot(_) if channel.token.is_empty() => missing("token"),
        Options::Chatwoot(options)
            if options.account_id.is_none() || (begins && options.inbox_id.is_none()) =>
        {
            error(Code::Id01)
        }
        Options::Chatwoot(_) => None,
        Options::Userlike(_) => error(Code::Kind01),
    }
}

/// A kind of request at the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A message.
    Message,
    /// What is known of a person.
    Contact,
    /// Somebody has read.
    Read,
    /// Somebody is typing.
    Typing,
    /// What became of a message, or where a conversation stands.
    State,
    /// A conversation is over.
    End,
    /// Tell us about one of your people.
    UserInfo,
    /// Send a whole conversation.
    ConversationSend,
}

impl Kind {
    /// Every kind with its name on the wire.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Message, "message"),
        (Self::Contact, "contact"),
        (Self::Read, "read"),
        (Self::Typing, "typing"),
        (Self::State, "state"),
        (Self::End, "end"),
        (Self::UserInfo, "userInfo"),
        (Self::ConversationSend, "conversation.send"),
    ];
}

/// The published table: whether a platform takes this kind from this side.
#[must_use]
pub fn takes(platform: Platform, kind: Kind, from: Side) -> bool {
    if kind == Kind::ConversationSend {
        // What is sent is kept here: its own platform has no part in it.
        return from != Side::System;
    }
    match platform {
        Platform::Elma365 => {
            from == Side::Customer && matches!(kind, Kind::Message | Kind::Contact | Kind::UserInfo)
        }
        Platform::Chatwoot => kind != Kind::UserInfo && from != Side::System,
        Platform::Userlike => false,
    }
}

/// What the platform is told about a message of an operator when the other side got it, or never will. None: this platform is told
/// nothing, or this message is none it can be told about. `error` is the sentence agents read.
#[must_use]
pub fn write_back(channel: &Channel, event: &Event, state: WriteBack<'_>) -> Option<Event> {
    match &channel.options {
        Options::Chatwoot(options) if event.kind == EventKind::MessageSent => {
            chatwoot::write_back(options, event, state)
        }
        _ => None,
    }
}

/// What became of an operator's message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteBack<'a> {
    /// The other side got it.
    Delivered,
    /// The person it was meant for saw it.
    Read,
    /// It will not arrive; why, for agents.
    Failed(&'a str),
}
