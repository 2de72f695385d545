//! What the endpoint asks for at the outbox: one JSON body to a [`Request`], and that to an event of the channel. Pure.
//!
//! Every kind of request has the same few fields, so that an endpoint learns one shape for all platforms. A field that is missing where it
//! is needed, or of another type, is refused by name (DATA-02); one that the kind has no use for is passed over. What a platform has no
//! such thing for is refused with KIND-01, by the published table [`takes`]. Knows no HTTP; the files a request names are left to whoever
//! keeps files, and come back as [`File`]s.

use base64::Engine as _;
use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::fields::{self, Object};
use super::write::{Kind, takes};
use crate::domain::validate::bad_field;
use crate::domain::{
    Code, Contact, Conversation, ConversationStatus, Event, EventKind, File, Message, MessageStatus,
    Platform, Side, Target, When,
};
use crate::error::{Error, Result};

/// The longest name of a chat, a person or a message, in characters.
const LONGEST_NAME: usize = 255;
/// The most files one message may have.
const MOST_FILES: usize = 100;
/// Fields of a form that hold JSON, because they are objects or yes and no.
const JSON_FIELDS: [&str; 6] = ["contact", "conversation", "contentAttributes", "files", "private", "target"];

/// A request that was understood and that the platform has a use for.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What is asked for.
    pub kind: Kind,
    /// Whose it is.
    pub from: Side,
    /// The sender's own name for it: asked for twice, it is one.
    pub message_id: Option<String>,
    /// The files of the message, in order; [`Request::event`] wants as many back. Parts of a form may be added.
    pub files: Vec<GivenFile>,
    /// The conversation that is to be sent, where one is.
    pub sends: Option<Sends>,
    /// Everything else.
    event: Event,
}

/// A conversation that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sends {
    /// The sender's name of its chat; the latest of that chat is meant.
    pub chat: Option<String>,
    /// The platform's name of it.
    pub conversation: Option<String>,
    /// Where to.
    pub target: Target,
    /// When.
    pub when: When,
}

/// A file as the request gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name.
    pub name: String,
    /// MIME type, where one is given.
    pub content_type: Option<String>,
    /// Where it is.
    pub content: Given,
}

/// Where a file of a request is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// At this http or https address, to be fetched.
    Url(String),
    /// In the request.
    Bytes(Bytes),
}

/// Reads a JSON body. Errors: DATA-01 no JSON object, DATA-02 naming the field, KIND-01.
pub fn parse(platform: Platform, body: &[u8]) -> Result<Request> {
    read(platform, fields::parse(body).ok_or_else(|| Error::new(Code::Data01))?)
}

/// Reads the fields of a form. Those that are objects are JSON text; a field `json` holds any number of fields at once. `files` says how
/// many files come as parts of the form, for a message of files alone. Errors: as [`parse`].
pub fn parse_form(
    platform: Platform,
    form: impl IntoIterator<Item = (String, String)>,
    files: usize,
) -> Result<Request> {
    let mut body = Object::new();
    for (name, text) in form {
        if name == "json" {
            body.extend(fields::parse(text.as_bytes()).ok_or_else(|| bad_field("json"))?);
        } else if text.is_empty() {
            // What a form leaves empty is not given.
        } else if JSON_FIELDS.contains(&name.as_str()) {
            let value = serde_json::from_str(&text).map_err(|_| bad_field(&name))?;
            body.insert(name, value);
        } else {
            body.insert(name, Value::String(text));
        }
    }
    read_with(platform, body, files)
}

fn read(platform: Platform, body: Object) -> Result<Request> {
    read_with(platform, body, 0)
}

fn read_with(platform: Platform, mut body: Object, more_files: usize) -> Result<Request> {
    let kind = match word(&body, "kind")? {
        None => Kind::Message,
        Some(word) => Kind::ALL
            .iter()
            .find(|(_, name)| *name == word)
            .map(|(kind, _)| *kind)
            .ok_or_else(|| bad_field("kind"))?,
    };
    let from = match word(&body, "from")? {
        None | Some("customer") => Side::Customer,
        Some("operator") => Side::Operator,
        Some(_) => return Err(bad_field("from")),
    };
    if !takes(platform, kind, from) {
        return Err(lacking(platform, kind, from));
    }

    let message_id = key(&body, "messageId")?;
    let chat = key(&body, "chat")?;
    if kind == Kind::ConversationSend {
        let sends = Some(sends(&mut body, chat)?);
        let event = Event::new(event_kind(kind, from), name_of(kind));
        return Ok(Request { kind, from, message_id, files: Vec::new(), sends, event });
    }
    let files = files(&mut body)?;
    let has_files = !files.is_empty() || more_files > 0;
    if files.len() + more_files > MOST_FILES {
        return Err(bad_field("files"));
    }
    let mut event = Event::new(event_kind(kind, from), name_of(kind));
    let named =
        object(&body, "contact")?.is_some_and(|contact| contact.get("id").is_some_and(|id| !id.is_null()));
    event.contact = contact(&mut body, chat.as_deref())?;
    event.conversation = chat.map(|chat| conversation(platform, chat));
    if let Some(name) = text(&mut body, "chatName")? {
        event.detail.insert("chatName".to_owned(), Value::from(name));
    }
    if let Some(wishes) = wishes(&mut body)? {
        event.detail.insert("conversation".to_owned(), Value::Object(wishes));
    }
    if let Some(id) = &message_id {
        event.detail.insert("messageId".to_owned(), Value::from(id.as_str()));
    }

    match kind {
        Kind::Message => message(&mut event, &mut body, from, has_files)?,
        Kind::Contact => {
            event.contact.as_ref().ok_or_else(|| bad_field("contact"))?;
        }
        Kind::UserInfo => {
            if !named {
                return Err(bad_field("contact.id"));
            }
        }
        Kind::Read => {
            need_chat(&event)?;
            event.detail.insert("by".to_owned(), Value::from(side(from)));
            // An operator has seen a conversation, a customer a message.
            if from == Side::Customer {
                let id = message_id.as_deref().ok_or_else(|| bad_field("messageId"))?;
                event.message = Some(state_of(id, MessageStatus::Read));
            }
        }
        Kind::Typing => {
            need_chat(&event)?;
            event.kind = match word(&body, "state")? {
                None | Some("on") => EventKind::TypingStarted,
                Some("off") => EventKind::TypingStopped,
                Some(_) => return Err(bad_field("state")),
            };
            event.detail.insert("by".to_owned(), Value::from(side(from)));
        }
        Kind::State => state(&mut event, &mut body, message_id.as_deref())?,
        Kind::End => set_status(&mut event, ConversationStatus::Ended)?,
        Kind::ConversationSend => {}
    }
    // A message's own name is for saying it once; the others name a message they are about.
    let message_id = message_id.filter(|_| kind == Kind::Message);
    Ok(Request { kind, from, message_id, files, sends: None, event })
}

impl Request {
    /// The event it is, with its files where they are kept by now.
    #[must_use]
    pub fn event(self, files: Vec<File>) -> Event {
        let mut event = self.event;
        if let Some(message) = &mut event.message {
            message.files = files;
        }
        event
    }
}

/// Which conversation is to be sent, where to and when: to the endpoint and at once when it does not say.
fn sends(body: &mut Object, chat: Option<String>) -> Result<Sends> {
    let conversation = key(body, "conversation")?;
    if chat.is_none() && conversation.is_none() {
        return Err(bad_field("chat"));
    }
    let target = match body.get_mut("target").map(Value::take) {
        None | Some(Value::Null) => Target::Endpoint,
        Some(target) => serde_json::from_value(target).map_err(|_| bad_field("target"))?,
    };
    let when = match word(body, "when")? {
        None | Some("now") => When::Now,
        Some("statusChanged") => When::StatusChanged,
        Some("ended") => When::Ended,
        Some(_) => return Err(bad_field("when")),
    };
    Ok(Sends { chat, conversation, target, when })
}

fn lacking(platform: Platform, kind: Kind, from: Side) -> Error {
    Error::with(Code::Kind01, [("kind", name_of(kind)), ("platform", platform.code()), ("from", side(from))])
}

fn side(from: Side) -> &'static str {
    if from == Side::Customer { "customer" } else { "operator" }
}

fn name_of(kind: Kind) -> &'static str {
    Kind::ALL.iter().find(|(known, _)| *known == kind).map_or("", |(_, name)| name)
}

/// What such a request usually is; some fields make it another.
fn event_kind(kind: Kind, from: Side) -> EventKind {
    match kind {
        Kind::Message if from == Side::Customer => EventKind::MessageReceived,
        Kind::Message => EventKind::MessageSent,
        Kind::Contact => EventKind::ContactUpdated,
        Kind::Read => EventKind::MessageRead,
        Kind::Typing => EventKind::TypingStarted,
        Kind::State | Kind::End => EventKind::ConversationStatusChanged,
        Kind::UserInfo => EventKind::ContactRequested,
        Kind::ConversationSend => EventKind::ConversationSnapshot,
    }
}

/// ELMA365 calls a chat what we call it. Chatwoot numbers its conversations itself, and a chat of ours has one only once it was told.
fn conversation(platform: Platform, chat: String) -> Conversation {
    let key = if platform == Platform::Elma365 { chat.clone() } else { String::new() };
    Conversation { key, chat: Some(chat), ..Conversation::default() }
}

fn need_chat(event: &Event) -> Result<&Conversation> {
    event.conversation.as_ref().ok_or_else(|| bad_field("chat"))
}

fn message(event: &mut Event, body: &mut Object, from: Side, has_files: bool) -> Result<()> {
    need_chat(event)?;
    let private = match body.get("private") {
        None | Some(Value::Null) => false,
        Some(Value::Bool(private)) => *private,
        Some(_) => return Err(bad_field("private")),
    };
    // A note is among operators.
    if private && from == Side::Customer {
        return Err(bad_field("private"));
    }
    if private {
        event.kind = EventKind::NoteCreated;
    }
    let content_type = text(body, "contentType")?;
    if let Some(content_type) = &content_type {
        event.detail.insert("contentType".to_owned(), Value::from(content_type.as_str()));
    }
    let attributes = object(body, "contentAttributes")?.filter(|attributes| !attributes.is_empty()).cloned();
    let says_something = has_files || (content_type.is_some() && attributes.is_some());
    if let Some(attributes) = attributes {
        event.detail.insert("contentAttributes".to_owned(), Value::Object(attributes));
    }
    let text = text(body, "text")?.unwrap_or_default();
    if text.trim().is_empty() && !says_something {
        return Err(bad_field("text"));
    }
    let author = event.contact.as_ref().filter(|_| from == Side::Customer);
    event.message = Some(Message {
        author: author.and_then(|contact| contact.name.clone()),
        text,
        content_type,
        private,
        ..Message::by(from)
    });
    Ok(())
}

/// With the name of a message: what became of it. Without: where the conversation stands.
fn state(event: &mut Event, body: &mut Object, message_id: Option<&str>) -> Result<()> {
    let state = word(body, "state")?.ok_or_else(|| bad_field("state"))?.to_owned();
    let reason = text(body, "reason")?;
    let Some(id) = message_id else {
        let status = match state.as_str() {
            "open" => ConversationStatus::Open,
            "pending" => ConversationStatus::Pending,
            "snoozed" => ConversationStatus::Snoozed,
            "resolved" => ConversationStatus::Resolved,
            _ => return Err(bad_field("state")),
        };
        return set_status(event, status);
    };
    need_chat(event)?;
    let status = match state.as_str() {
        "delivered" => MessageStatus::Delivered,
        "read" => MessageStatus::Read,
        "failed" => MessageStatus::Failed,
        _ => return Err(bad_field("state")),
    };
    event.kind = EventKind::MessageUpdated;
    let error = reason.filter(|_| status == MessageStatus::Failed);
    event.message = Some(Message { error, ..state_of(id, status) });
    Ok(())
}

fn set_status(event: &mut Event, status: ConversationStatus) -> Result<()> {
    let conversation = event.conversation.as_mut().ok_or_else(|| bad_field("chat"))?;
    conversation.status = Some(status);
    Ok(())
}

/// Of a message of an operator, whom alone a customer's side can tell about.
fn state_of(key: &str, status: MessageStatus) -> Message {
    Message { key: Some(key.to_owned()), status: Some(status), ..Message::by(Side::Operator) }
}

/// The person. Without an id of theirs they are called as their chat is.
fn contact(body: &mut Object, chat: Option<&str>) -> Result<Option<Contact>> {
    let Some(mut given) = take_object(body, "contact")? else { return Ok(None) };
    let id = key_in(&given, "id", "contact.id")?;
    let key = id.or_else(|| chat.map(str::to_owned)).ok_or_else(|| bad_field("contact.id"))?;
    let part = |name: &str| text_in(&given, name, &format!("contact.{name}"));
    let avatar_url = part("avatarUrl")?;
    if avatar_url.as_deref().is_some_and(|url| !is_web_address(url)) {
        return Err(bad_field("contact.avatarUrl"));
    }
    Ok(Some(Contact {
        key,
        identifier: key_in(&given, "identifier", "contact.identifier")?,
        name: part("name")?,
        email: part("email")?,
        phone: part("phone")?,
        avatar_url,
        attributes: match object_in(&given, "attributes", "contact.attributes")? {
            Some(_) => fields::take_object(&mut given, "attributes"),
            None => Object::new(),
        },
    }))
}

/// What a new conversation is to be like, put right: statuses by their names, numbers as numbers.
fn wishes(body: &mut Object) -> Result<Option<Object>> {
    let Some(given) = take_object(body, "conversation")? else { return Ok(None) };
    let mut wishes = Map::new();
    if let Some(status) = text_in(&given, "status", "conversation.status")? {
        // None begins snoozed: the customer's next word would wake it.
        if !["open", "pending", "resolved"].contains(&status.as_str()) {
            return Err(bad_field("conversation.status"));
        }
        wishes.insert("status".to_owned(), Value::from(status));
    }
    for name in ["assigneeId", "teamId"] {
        match given.get(name) {
            None | Some(Value::Null) => {}
            Some(_) => {
                let number = fields::integer(&given, name).filter(|number| *number > 0);
                let number = number.ok_or_else(|| bad_field(&format!("conversation.{name}")))?;
                wishes.insert(name.to_owned(), json!(number));
            }
        }
    }
    for name in ["additionalAttributes", "customAttributes"] {
        if let Some(attributes) = object_in(&given, name, &format!("conversation.{name}"))?
            && !attributes.is_empty()
        {
            wishes.insert(name.to_owned(), Value::Object(attributes.clone()));
        }
    }
    Ok((!wishes.is_empty()).then_some(wishes))
}

fn files(body: &mut Object) -> Result<Vec<GivenFile>> {
    let list = match body.get_mut("files").map(Value::take) {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err(bad_field("files")),
    };
    list.into_iter().enumerate().map(|(at, file)| given_file(at, file)).collect()
}

fn given_file(at: usize, file: Value) -> Result<GivenFile> {
    let field = |name: &str| format!("files[{at}].{name}");
    let Value::Object(mut file) = file else { return Err(bad_field(&format!("files[{at}]"))) };
    let name = text_in(&file, "name", &field("name"))?;
    let content_type = text_in(&file, "contentType", &field("contentType"))?;
    let content = match (text_in(&file, "url", &field("url"))?, file.get_mut("base64").map(Value::take)) {
        (None, Some(Value::String(digits))) => {
            Given::Bytes(bytes(&digits).ok_or_else(|| bad_field(&field("base64")))?)
        }
        (Some(url), None | Some(Value::Null)) if is_web_address(&url) => Given::Url(url),
        (None, Some(Value::Null) | None) | (Some(_), None | Some(Value::Null)) => {
            return Err(bad_field(&field("url")));
        }
        // Both at once, or neither a text: nobody can tell which is meant.
        _ => return Err(bad_field(&field("base64"))),
    };
    let name = match (name, &content) {
        (Some(name), _) => file_name(&name),
        (None, Given::Url(url)) => fields::file_name(url),
        (None, Given::Bytes(_)) => return Err(bad_field(&field("name"))),
    };
    Ok(GivenFile { name, content_type, content })
}

/// A file's name without folders before it and without what cannot be seen.
#[must_use]
pub fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name).trim();
    let name: String = last.chars().filter(|sign| !sign.is_control()).take(LONGEST_NAME).collect();
    if name.is_empty() { "file".to_owned() } else { name }
}

/// Base64 in either alphabet, padded or not, also as a `data:` address.
fn bytes(digits: &str) -> Option<Bytes> {
    use base64::alphabet::{STANDARD, URL_SAFE};
    use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
    const ANY: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let digits = match digits.strip_prefix("data:") {
        Some(rest) => rest.split_once(";base64,")?.1,
        None => digits,
    };
    let digits: String = digits.chars().filter(|digit| !digit.is_ascii_whitespace()).collect();
    let alphabet = if digits.contains(['-', '_']) { &URL_SAFE } else { &STANDARD };
    GeneralPurpose::new(alphabet, ANY).decode(digits).ok().map(Bytes::from)
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// One of a few words.
fn word<'a>(body: &'a Object, name: &str) -> Result<Option<&'a str>> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(bad_field(name)),
    }
}

/// The name of a chat, a message or a person: a text or a whole number.
fn key(body: &Object, name: &str) -> Result<Option<String>> {
    key_in(body, name, name)
}

fn key_in(of: &Object, name: &str, field: &str) -> Result<Option<String>> {
    let Some(value) = of.get(name).filter(|value| !value.is_null()) else { return Ok(None) };
    let key = fields::as_id(value).ok_or_else(|| bad_field(field))?;
    if key.chars().count() > LONGEST_NAME || key.chars().any(char::is_control) {
        return Err(bad_field(field));
    }
    Ok(Some(key))
}

fn text(body: &mut Object, name: &str) -> Result<Option<String>> {
    match body.get_mut(name).map(Value::take) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
        Some(_) => Err(bad_field(name)),
    }
}

fn text_in(of: &Object, name: &str, field: &str) -> Result<Option<String>> {
    match of.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
        Some(_) => Err(bad_field(field)),
    }
}

fn take_object(body: &mut Object, name: &str) -> Result<Option<Object>> {
    Ok(object(body, name)?.is_some().then(|| fields::take_object(body, name)))
}

fn object<'a>(body: &'a Object, name: &str) -> Result<Option<&'a Object>> {
    object_in(body, name, name)
}

fn object_in<'a>(of: &'a Object, name: &str, field: &str) -> Result<Option<&'a Object>> {
    match of.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(object)) => Ok(Some(object)),
        Some(_) => Err(bad_field(field)),
    }
}

#[cfg(test)]
#[path = "outbox_tests.rs"]
mod tests;
