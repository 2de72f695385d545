//! Sessions, conversations, contacts and operators as Userlike writes them: some fifty fields, flat.

use serde_json::Value;

use super::About;
use crate::domain::{Contact, Conversation, ConversationStatus, EventKind, Operator, Timestamp};
use crate::platforms::fields::{self, Object};

/// The person who chats, known by the visitor's id, else by e-mail; none when the callback names neither.
pub(super) fn contact(body: &mut Object) -> Option<Contact> {
    let key = fields::id(body, "client_uuid").or_else(|| fields::id(body, "client_email"))?;
    let mut attributes = Object::new();
    for (name, value) in [
        ("client_additional01_name", "client_additional01_value"),
        ("client_additional02_name", "client_additional02_value"),
        ("client_additional03_name", "client_additional03_value"),
    ] {
        if let Some(name) = fields::take_text(body, name)
            && let Some(value) = body.get_mut(value).map(Value::take).filter(|value| !value.is_null())
        {
            attributes.insert(name, value);
        }
    }
    fields::keep(body, "organization", &mut attributes);
    Some(Contact {
        key,
        identifier: None,
        name: fields::take_text(body, "client_name"),
        email: fields::take_text(body, "client_email"),
        phone: fields::take_text(body, "client_phone"),
        avatar_url: None,
        attributes,
    })
}

/// An operator; none without an id.
pub(super) fn operator(mut from: Object) -> Option<Operator> {
    Some(Operator {
        key: fields::id(&from, "id")?,
        name: fields::take_text(&mut from, "name"),
        email: fields::take_text(&mut from, "email"),
        group: fields::take_text(&mut fields::take_object(&mut from, "operator_group"), "name"),
    })
}

/// What a callback tells of the chat itself; none without an id.
///
/// Sessions, conversations and offline messages are numbered apart, so a key that is not a conversation's number says what it is.
pub(super) fn conversation(
    about: About,
    kind: EventKind,
    mut body: Object,
    started_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
) -> Option<Conversation> {
    let id = fields::id(&body, "id")?;
    let (key, session) = match about {
        About::OfflineMessage => (format!("offline:{id}"), None),
        About::Conversation => (id, other(&body, "session_id", "chat_session")),
        _ => (
            other(&body, "conversation_id", "conversation").unwrap_or_else(|| format!("session:{id}")),
            Some(id),
        ),
    };
    let ended =
        matches!(kind, EventKind::SessionEnded | EventKind::SessionUnread | EventKind::ConversationEnded);
    // The end of a session is not the end of a conversation that may hold several.
    let is_whole = about == About::Conversation || key.starts_with("session:");
    let over = is_whole && (ended || ended_at.is_some());
    let status =
        if over { Some(ConversationStatus::Ended) } else { fields::text(&body, "status").and_then(status) };
    let mut operator = operator(fields::take_object(&mut body, "operator_current"));
    if operator.is_none() {
        operator = fields::id(&body, "operator_current_id").map(|key| super::by_name(key, None));
    }
    let mut attributes = Object::new();
    for name in ATTRIBUTES {
        fields::keep(&mut body, name, &mut attributes);
    }
    Some(Conversation {
        key,
        chat: None,
        session,
        inbox: None,
        status,
        operator,
        labels: fields::take_text(&mut body, "topic").map(|topic| vec![topic]),
        started_at,
        ended_at,
        attributes,
        transcript: Vec::new(),
    })
}

/// The other of the two ids, where a callback names both: flat, or inside an object.
fn other(body: &Object, flat: &str, object: &str) -> Option<String> {
    fields::id(body, flat)
        .or_else(|| fields::object(body, object).and_then(|object| fields::id(object, "id")))
}

/// Kept under Userlike's own names, the misspelt one included.
const ATTRIBUTES: [&str; 20] = [
    "custom",
    "url",
    "inital_url",
    "initial_url",
    "referrer",
    "chat_widget",
    "um_widget",
    "notes",
    "duration",
    "was_proactive",
    "page_impressions",
    "visits",
    "loc_city",
    "loc_country",
    "loc_lat",
    "loc_lon",
    "browser_name",
    "browser_version",
    "browser_os",
    "data_privacy",
];

fn status(word: &str) -> Option<ConversationStatus> {
    match word {
        "new" | "open" => Some(ConversationStatus::Open),
        "pending" => Some(ConversationStatus::Pending),
        "ended" => Some(ConversationStatus::Ended),
        _ => None,
    }
}
