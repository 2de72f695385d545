//! `message_created` and `message_updated`: who wrote what, and what has become of it.

use serde_json::Value;

use super::people::{self, Scene};
use super::write;
use crate::domain::{Event, EventKind, File, Identity, Message, MessageStatus, Side};
use crate::platforms::fields::{self, Digest, Object};

/// What kind of message it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Incoming,
    Outgoing,
    Template,
    /// "Assigned to …": Chatwoot's own remarks, and whatever is new to us.
    Other,
}

/// Fills an event about a message. `kind` is what it is unless the message is a note, or nobody's.
pub(super) fn read(mut event: Event, mut body: Object) -> Event {
    let created = event.kind != EventKind::MessageUpdated;
    let key = fields::id(&body, "id");
    let status = latest_status(&body, key.as_deref());
    let Scene { conversation, contact, .. } = people::scene(fields::take_object(&mut body, "conversation"));
    let message_type = message_type(&body);
    let sender = fields::take_object(&mut body, "sender");
    let author =
        fields::text(&sender, "name").or_else(|| fields::text(&sender, "available_name")).map(str::to_owned);

    event.conversation = conversation;
    event.contact = contact;
    match message_type {
        Type::Incoming => {
            // Old servers name the contact beside the sender.
            let beside = people::contact(fields::take_object(&mut body, "contact"));
            event.contact = beside.or_else(|| people::contact(sender)).or(event.contact);
        }
        Type::Outgoing | Type::Template => event.operator = people::operator(sender),
        Type::Other => {
            event.kind = EventKind::PlatformOther;
            return event;
        }
    }

    let content = fields::take_object(&mut body, "content_attributes");
    let message = message(&mut body, &content, key, message_type, author, status);
    event.kind = match (message.private, created, message_type) {
        // Also when it changed: whoever did not ask for notes gets no word of one.
        (true, ..) => EventKind::NoteCreated,
        // Nothing else is said of it, so that it was seen is the news.
        (false, false, _) if message.status == Some(MessageStatus::Read) && content.is_empty() => {
            EventKind::MessageRead
        }
        (false, false, _) => EventKind::MessageUpdated,
        (false, true, Type::Incoming) => EventKind::MessageReceived,
        (false, true, _) => EventKind::MessageSent,
    };
    if created {
        // Only then: what becomes of a message of ours later is news.
        event.echo = fields::text(&body, "source_id").and_then(write::own_reference);
    }
    event.occurred_at = if created { message.sent_at } else { fields::time(&body, "updated_at") };
    event.identity =
        message.key.clone().map(|key| Identity { key, revision: revision(event.kind, &message, &content) });
    if !content.is_empty() {
        event.detail.insert("content_attributes".to_owned(), Value::Object(content));
    }
    for name in ["source_id", "changed_attributes", "performed_by"] {
        fields::keep(&mut body, name, &mut event.detail);
    }
    event.message = Some(message);
    event
}

/// Old and new servers, webhooks and answers disagree on words or numbers.
fn message_type(body: &Object) -> Type {
    match body.get("message_type") {
        Some(Value::String(word)) => match word.as_str() {
            "incoming" | "0" => Type::Incoming,
            "outgoing" | "1" => Type::Outgoing,
            "template" | "3" => Type::Template,
            _ => Type::Other,
        },
        Some(Value::Number(number)) => match number.as_i64() {
            Some(0) => Type::Incoming,
            Some(1) => Type::Outgoing,
            Some(3) => Type::Template,
            _ => Type::Other,
        },
        _ => Type::Other,
    }
}

/// The message itself says nothing of its status; the conversation's newest message does, and often that is the same one.
fn latest_status(body: &Object, key: Option<&str>) -> Option<MessageStatus> {
    let own = fields::text(body, "status");
    let nested = || {
        let newest =
            fields::object(body, "conversation")?.get("messages")?.as_array()?.first()?.as_object()?;
        (key.is_some() && fields::id(newest, "id").as_deref() == key)
            .then(|| fields::text(newest, "status"))?
    };
    match own.or_else(nested)? {
        "sent" | "progress" => Some(MessageStatus::Sent),
        "delivered" => Some(MessageStatus::Delivered),
        "read" => Some(MessageStatus::Read),
        "failed" => Some(MessageStatus::Failed),
        _ => None,
    }
}

fn message(
    body: &mut Object,
    content: &Object,
    key: Option<String>,
    message_type: Type,
    author: Option<String>,
    status: Option<MessageStatus>,
) -> Message {
    let error = fields::text(content, "external_error").map(str::to_owned);
    let status = if fields::flag(content, "deleted") {
        Some(MessageStatus::Deleted)
    } else if error.is_some() {
        Some(MessageStatus::Failed)
    } else {
        status
    };
    Message {
        key,
        from: if message_type == Type::Incoming { Side::Customer } else { Side::Operator },
        author,
        text: fields::take_text(body, "content").unwrap_or_default(),
        content_type: fields::take_text(body, "content_type"),
        files: fields::take_list(body, "attachments").into_iter().filter_map(file).collect(),
        private: fields::flag(body, "private"),
        template: message_type == Type::Template,
        sent_at: fields::time(body, "created_at"),
        status,
        error,
    }
}

/// An attachment; none where there is nothing to fetch, as with a shared contact.
fn file(attachment: Value) -> Option<File> {
    let Value::Object(mut attachment) = attachment else { return None };
    let title = fields::take_text(&mut attachment, "fallback_title");
    let url = fields::take_text(&mut attachment, "data_url").or_else(|| place(&attachment))?;
    let size = fields::integer(&attachment, "file_size").and_then(|size| u64::try_from(size).ok());
    let content_type = fields::take_text(&mut attachment, "content_type");
    Some(File { id: None, name: title.unwrap_or_else(|| fields::file_name(&url)), url, size, content_type })
}

/// A shared place, as the address every map understands.
fn place(attachment: &Object) -> Option<String> {
    let coordinate = |name| attachment.get(name).and_then(Value::as_f64).filter(|degrees| *degrees != 0.0);
    Some(format!("geo:{},{}", coordinate("coordinates_lat")?, coordinate("coordinates_long")?))
}

/// A message is created once, whatever happens to it between two tellings. Only an update is also news when its fate is another.
fn revision(kind: EventKind, message: &Message, content: &Object) -> u64 {
    let mut digest = Digest::new();
    digest.message(message);
    if matches!(kind, EventKind::MessageUpdated | EventKind::MessageRead) {
        digest
            .number(message.status.map_or(-1, |status| status as i64))
            .field(message.error.as_deref())
            .object(content);
    }
    digest.finish()
}
