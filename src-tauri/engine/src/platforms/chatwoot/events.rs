//! Events about conversations, contacts, typing and the widget.

use serde_json::Value;

use super::people::{self, Scene};
use crate::domain::{Contact, Conversation, Event, EventKind, Identity};
use crate::platforms::fields::{self, Digest, Object};

/// `conversation_created`, `conversation_updated`, `conversation_status_changed`: the root is the conversation.
pub(super) fn conversation(mut event: Event, mut body: Object) -> Event {
    let created = event.kind == EventKind::ConversationCreated;
    event.occurred_at = fields::time(&body, if created { "created_at" } else { "updated_at" });
    let mut state = Digest::new();
    if !created {
        people::state(&body, &mut state);
    }
    details(&mut event, &mut body, &mut state);
    let Scene { conversation, contact } = people::scene(body);
    event.operator = conversation.as_ref().and_then(|conversation| conversation.operator.clone());
    event.identity = conversation.as_ref().map(|conversation| identity(&conversation.key, &state));
    Event { conversation, contact, ..event }
}

/// `contact_created`, `contact_updated`: the root is the contact.
pub(super) fn contact(mut event: Event, mut body: Object) -> Event {
    let mut state = Digest::new();
    details(&mut event, &mut body, &mut state);
    event.contact = people::contact(body);
    if let Some(contact) = &event.contact {
        if event.kind == EventKind::ContactUpdated {
            contact_state(contact, &mut state);
        }
        event.identity = Some(identity(&contact.key, &state));
    }
    event
}

fn contact_state(contact: &Contact, state: &mut Digest) {
    for field in [&contact.identifier, &contact.name, &contact.email, &contact.phone, &contact.avatar_url] {
        state.field(field.as_deref());
    }
    state.object(&contact.attributes);
}

/// `conversation_typing_on`, `conversation_typing_off`: who types stands beside the conversation.
pub(super) fn typing(mut event: Event, mut body: Object) -> Event {
    let user = fields::take_object(&mut body, "user");
    let Scene { conversation, contact } = people::scene(fields::take_object(&mut body, "conversation"));
    let by = if people::is_operator(&user) {
        event.operator = people::operator(user);
        event.contact = contact;
        "operator"
    } else {
        event.contact = people::contact(user).or(contact);
        "customer"
    };
    event.detail.insert("by".to_owned(), Value::from(by));
    fields::keep(&mut body, "is_private", &mut event.detail);
    Event { conversation, ..event }
}

/// `webwidget_triggered`: a visitor, often before any conversation.
pub(super) fn widget(mut event: Event, mut body: Object) -> Event {
    let Scene { conversation, contact } =
        people::scene(fields::take_object(&mut body, "current_conversation"));
    let chat = fields::id(&body, "source_id");
    event.conversation = conversation.map(|conversation| Conversation {
        chat: conversation.chat.or_else(|| chat.clone()),
        ..conversation
    });
    event.contact = people::contact(fields::take_object(&mut body, "contact")).or(contact);
    for name in ["source_id", "event_info"] {
        fields::keep(&mut body, name, &mut event.detail);
    }
    event
}

/// Macros and automations post a conversation under a name of their own.
pub(super) fn automation(event: Event, body: Object) -> Event {
    let Scene { conversation, contact } = people::scene(body);
    Event { conversation, contact, ..event }
}

/// What changed, and who did it, as far as it is said. A list of objects of one field each, null, or plainly one object.
fn details(event: &mut Event, body: &mut Object, state: &mut Digest) {
    let changed = match body.get_mut("changed_attributes").map(Value::take) {
        Some(Value::Array(list)) => {
            let objects = list
                .into_iter()
                .filter_map(|change| if let Value::Object(change) = change { Some(change) } else { None });
            objects.flatten().collect()
        }
        Some(Value::Object(changed)) => changed,
        _ => Object::new(),
    };
    if event.occurred_at.is_none() {
        let updated = changed.get("updated_at").and_then(Value::as_object);
        event.occurred_at = updated.and_then(|updated| fields::time(updated, "current_value"));
    }
    if !changed.is_empty() {
        // The same change told twice, by the account's webhook and the inbox's, is one event; made twice, it is two.
        state.object(&changed);
        event.detail.insert("changed_attributes".to_owned(), Value::Object(changed));
    }
    fields::keep(body, "performed_by", &mut event.detail);
}

fn identity(key: &str, state: &Digest) -> Identity {
    Identity { key: key.to_owned(), revision: state.finish() }
}
