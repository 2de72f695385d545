//! What leaves the app, without its secrets: what people wrote stays, what a program set goes by its name. Pure.

use serde_json::{Map, Value};

use crate::domain::{Contact, Message, Snapshot};
use crate::platforms::redact;
use crate::schema::{Direction, ExchangeDetail, Source};

/// An exchange, masked as on a screen already. The address of an endpoint is the admin's to see and nobody else's: hooks of other services
/// have their secret in the path.
pub(super) fn exchange(mut exchange: ExchangeDetail) -> ExchangeDetail {
    let row = &exchange.row;
    // Every other call of ours is for a step of something.
    let to_endpoint = row.step.is_none() || row.source == Source::Practice;
    if row.direction == Direction::Out && to_endpoint {
        exchange.url = redact::address_given(&exchange.url);
    }
    exchange
}

/// A conversation, as screens show one.
pub(super) fn snapshot(mut whole: Snapshot) -> Snapshot {
    whole.conversation.attributes = map(whole.conversation.attributes);
    whole.conversation.transcript = whole.conversation.transcript.into_iter().map(message).collect();
    whole.contact = whole.contact.map(contact);
    for event in &mut whole.events {
        event.detail = map(std::mem::take(&mut event.detail));
    }
    whole
}

fn contact(mut contact: Contact) -> Contact {
    contact.attributes = map(contact.attributes);
    contact.avatar_url = contact.avatar_url.map(|url| redact::address(&url));
    contact
}

fn message(mut message: Message) -> Message {
    message.text = redact::written(&message.text).into_owned();
    message.error = message.error.map(|said| redact::written(&said).into_owned());
    for file in &mut message.files {
        file.url = redact::address(&file.url);
    }
    message
}

fn map(map: Map<String, Value>) -> Map<String, Value> {
    let mut value = Value::Object(map);
    redact::value(&mut value);
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
