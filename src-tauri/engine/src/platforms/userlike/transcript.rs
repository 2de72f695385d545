//! The transcript a callback brings: cumulative, without ids.
//!
//! A line is known by who chats, when it was written, by whom, its words, and how many equal ones stand before it. So the same line is
//! recognised in every later callback, and two "ok" of the same second are still two.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use serde_json::Value;

use crate::domain::{Contact, Event, EventKind, Identity, Message, Operator, Side};
use crate::platforms::fields::{self, Digest, Object};

/// One line.
pub(super) struct Line {
    /// Its words, with a digest as key.
    pub(super) message: Message,
    /// Who wrote it, on the operators' side.
    operator: Option<Operator>,
}

/// Takes the lines out of a callback, oldest first.
pub(super) fn take(body: &mut Object, kind: EventKind, zone: &TimeZone) -> Vec<Line> {
    let mut list = fields::take_list(body, "messages");
    if list.is_empty() {
        list = fields::take_list(body, "messages_and_events");
    }
    if list.is_empty() {
        // A single message, such as one left while nobody was there, stands in the callback itself.
        let code = match kind {
            EventKind::MessageReceived => "co",
            EventKind::MessageSent => "op",
            _ => return Vec::new(),
        };
        list = vec![Value::Object(own_words(body, code))];
    }
    let who = ["client_uuid", "client_email", "id"].into_iter().find_map(|name| fields::id(body, name));
    let customer = fields::text(body, "client_name");
    let mut seen: HashMap<u64, i64> = HashMap::new();
    list.into_iter().filter_map(|line| read(line, who.as_deref(), customer, zone, &mut seen)).collect()
}

/// Where the words stand: it differs from version to version.
fn words_name(line: &Object) -> Option<&'static str> {
    ["body", "message", "text"].into_iter().find(|name| fields::text(line, name).is_some())
}

fn own_words(body: &Object, code: &str) -> Object {
    let author = if code == "co" { "client_name" } else { "name" };
    let mut line = Object::from_iter([("type".to_owned(), Value::from(code))]);
    for (theirs, ours) in [
        ("body", "body"),
        ("message", "message"),
        ("text", "text"),
        (author, "name"),
        ("created_at", "sent_at"),
    ] {
        if let Some(value) = body.get(theirs) {
            line.insert(ours.to_owned(), value.clone());
        }
    }
    line
}

fn read(
    line: Value,
    who: Option<&str>,
    customer: Option<&str>,
    zone: &TimeZone,
    seen: &mut HashMap<u64, i64>,
) -> Option<Line> {
    let Value::Object(mut line) = line else { return None };
    let text = words_name(&line).and_then(|name| fields::take_text(&mut line, name))?;
    let author =
        ["display_name", "name", "person"].into_iter().find_map(|name| fields::take_text(&mut line, name));
    let from = side(&line, author.as_deref(), customer);

    let mut digest = Digest::new();
    // The time as it is written: how the admin sets the zone may not make old lines new.
    digest
        .field(who)
        .value(line.get("sent_at").unwrap_or(&Value::Null))
        .field(author.as_deref())
        .field(Some(&text));
    let nth = seen.entry(digest.finish()).and_modify(|nth| *nth += 1).or_insert(0);
    let key = format!("{:016x}", digest.number(*nth).finish());

    let operator_key = operator_id(&line).or_else(|| author.clone());
    let operator =
        operator_key.filter(|_| from == Side::Operator).map(|key| super::by_name(key, author.clone()));
    let message = Message {
        key: Some(key),
        from,
        author,
        text,
        content_type: None,
        files: Vec::new(),
        private: false,
        template: false,
        sent_at: fields::local_time(&line, "sent_at", zone),
        status: None,
        error: None,
    };
    Some(Line { message, operator })
}

fn operator_id(line: &Object) -> Option<String> {
    fields::id(line, "operator_id").filter(|id| id != "0")
}

/// Of the codes in `type` only the customer's is documented, so an operator is known by the id. Callbacks of 2014 have no such ids:
/// there whoever is not the customer is an operator. What is left has no author on either side.
fn side(line: &Object, author: Option<&str>, customer: Option<&str>) -> Side {
    let code = fields::text(line, "type");
    if operator_id(line).is_some() || code == Some("op") {
        Side::Operator
    } else if matches!(code, Some("co") | None) || (author.is_some() && author == customer) {
        Side::Customer
    } else if line.contains_key("operator_id") {
        Side::System
    } else {
        Side::Operator
    }
}

/// Every line as an event of its own, in the chat that `own` is about.
pub(super) fn events(lines: Vec<Line>, own: &Event) -> Vec<Event> {
    let conversation = own.conversation.as_ref().map(super::by_keys);
    let contact = own.contact.as_ref().map(|contact| Contact {
        key: contact.key.clone(),
        name: contact.name.clone(),
        email: contact.email.clone(),
        ..Contact::default()
    });
    let event = |Line { message, operator }: Line| {
        let (kind, name) = match message.from {
            Side::Customer => (EventKind::MessageReceived, "chat_session.message_received"),
            Side::Operator => (EventKind::MessageSent, "chat_session.message_sent"),
            Side::System => (EventKind::PlatformOther, own.platform_name.as_str()),
        };
        Event {
            kind,
            platform_name: name.to_owned(),
            occurred_at: message.sent_at,
            identity: message.key.clone().map(|key| Identity { key, revision: 0 }),
            conversation: conversation.clone(),
            contact: contact.clone(),
            message: Some(message),
            operator,
            detail: Object::new(),
            echo: None,
            origin: None,
        }
    };
    lines.into_iter().map(event).collect()
}
