//! Contacts, operators and conversations as Chatwoot writes them.

use serde_json::Value;

use crate::domain::{Contact, Conversation, ConversationStatus, Operator};
use crate::platforms::fields::{self, Digest, Object};

/// A contact; none without an id.
pub(super) fn contact(mut from: Object) -> Option<Contact> {
    let mut contact = Contact {
        key: fields::id(&from, "id")?,
        identifier: fields::id(&from, "identifier"),
        name: fields::take_text(&mut from, "name"),
        email: fields::take_text(&mut from, "email"),
        phone: fields::take_text(&mut from, "phone_number"),
        avatar_url: ["avatar", "thumbnail", "avatar_url"]
            .into_iter()
            .find_map(|name| fields::take_text(&mut from, name)),
        ..Contact::default()
    };
    for name in ["custom_attributes", "additional_attributes", "blocked"] {
        fields::keep(&mut from, name, &mut contact.attributes);
    }
    Some(contact)
}

/// An agent or a bot; none without an id. Agents and bots are numbered apart, so a bot's key says that it is one.
pub(super) fn operator(mut from: Object) -> Option<Operator> {
    let id = fields::id(&from, "id")?;
    let is_bot = fields::text(&from, "type") == Some("agent_bot");
    Some(Operator {
        key: if is_bot { format!("agent_bot:{id}") } else { id },
        name: fields::take_text(&mut from, "name").or_else(|| fields::take_text(&mut from, "available_name")),
        email: fields::take_text(&mut from, "email"),
        group: None,
    })
}

/// Whether somebody is on the operators' side. Chatwoot gives contacts no type, or says "contact".
pub(super) fn is_operator(from: &Object) -> bool {
    fields::text(from, "type")
        .is_some_and(|kind| kind.eq_ignore_ascii_case("user") || kind.eq_ignore_ascii_case("agent_bot"))
}

/// A conversation with the contact it is held with.
pub(super) struct Scene {
    /// None without an id.
    pub(super) conversation: Option<Conversation>,
    /// Whom it is held with.
    pub(super) contact: Option<Contact>,
}

/// Reads a conversation object. Its `messages` are left alone: they are whatever was newest when the request was written.
pub(super) fn scene(mut from: Object) -> Scene {
    let mut meta = fields::take_object(&mut from, "meta");
    let assignee = operator(fields::take_object(&mut meta, "assignee"));
    let contact = contact(fields::take_object(&mut meta, "sender"));
    let team = fields::take_object(&mut meta, "team");
    Scene { conversation: conversation(from, assignee, fields::text(&team, "name")), contact }
}

/// Adds what makes a conversation another one than before.
pub(super) fn state(from: &Object, digest: &mut Digest) {
    for name in [
        "status",
        "labels",
        "custom_attributes",
        "additional_attributes",
        "priority",
        "snoozed_until",
        "waiting_since",
        "first_reply_created_at",
    ] {
        digest.value(from.get(name).unwrap_or(&Value::Null));
    }
    let meta = fields::object(from, "meta");
    for name in ["assignee", "team"] {
        let who = meta.and_then(|meta| fields::object(meta, name)).and_then(|who| fields::id(who, "id"));
        digest.field(who.as_deref());
    }
}

fn conversation(mut from: Object, assignee: Option<Operator>, team: Option<&str>) -> Option<Conversation> {
    // Old servers wrote the number everybody sees as display_id beside an internal id; today it is the id.
    let key = fields::id(&from, "display_id").or_else(|| fields::id(&from, "id"))?;
    let contact_inbox = fields::object(&from, "contact_inbox");
    let mut conversation = Conversation {
        key,
        chat: contact_inbox.and_then(|inbox| fields::id(inbox, "source_id")),
        inbox: inbox(&from),
        status: fields::text(&from, "status").and_then(status),
        operator: assignee.map(|operator| Operator { group: team.map(str::to_owned), ..operator }),
        labels: labels(&mut from),
        started_at: fields::time(&from, "created_at"),
        ..Conversation::default()
    };
    for name in ["custom_attributes", "additional_attributes", "priority", "channel", "can_reply"] {
        fields::keep(&mut from, name, &mut conversation.attributes);
    }
    Some(conversation)
}

/// The number of the inbox a conversation belongs to.
pub(super) fn inbox(conversation: &Object) -> Option<String> {
    fields::id(conversation, "inbox_id").or_else(|| {
        fields::object(conversation, "contact_inbox").and_then(|inbox| fields::id(inbox, "inbox_id"))
    })
}

fn status(word: &str) -> Option<ConversationStatus> {
    match word {
        "open" => Some(ConversationStatus::Open),
        "pending" => Some(ConversationStatus::Pending),
        "snoozed" => Some(ConversationStatus::Snoozed),
        "resolved" => Some(ConversationStatus::Resolved),
        _ => None,
    }
}

fn labels(from: &mut Object) -> Option<Vec<String>> {
    let Some(Value::Array(labels)) = from.get_mut("labels").map(Value::take) else { return None };
    let text = |label| if let Value::String(label) = label { Some(label) } else { None };
    Some(labels.into_iter().filter_map(text).collect())
}
