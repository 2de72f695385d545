//! The few words a row of the log says about a request, without secrets.

use crate::domain::{Event, Message, Routed, link};
use crate::platforms::redact;

const PREVIEW: usize = 80;

/// What an exchange was about: the first event of its own that goes somewhere, else the first.
pub(super) fn main(events: &[Routed]) -> Option<&Routed> {
    let first = events.first()?;
    let goes =
        |routed: &&Routed| routed.channel == first.channel && (routed.skip.is_none() || routed.platform);
    events.iter().find(goes).or(Some(first))
}

/// Who, or which chat: the contact's name before anything else a person can read.
pub(super) fn who(event: &Event) -> String {
    let contact = event.contact.as_ref();
    let of_contact = contact.and_then(|contact| {
        let Some(name) = [&contact.name, &contact.phone, &contact.email, &contact.identifier]
            .into_iter()
            .flatten()
            .find(|text| !text.trim().is_empty())
        else {
            return Some(plain(&contact.key).to_owned()).filter(|key| !key.is_empty());
        };
        Some(name.clone())
    });
    let of_operator = || {
        event.operator.as_ref().map(|operator| operator.name.clone().unwrap_or_else(|| operator.key.clone()))
    };
    let of_conversation =
        || event.conversation.as_ref().map(|conversation| plain(&conversation.key).to_owned());
    shortened(&of_contact.or_else(of_conversation).or_else(of_operator).unwrap_or_default())
}

/// A contact as a person would name them.
pub(super) fn who_is(contact: &crate::domain::Contact) -> String {
    let known = [&contact.name, &contact.email, &contact.phone, &contact.identifier];
    let known = known.into_iter().flatten().find(|text| !text.trim().is_empty());
    shortened(known.map_or_else(|| plain(&contact.key), String::as_str))
}

/// A key as people know it: one that links made, as it is called where it comes from.
pub(super) fn plain(key: &str) -> &str {
    let mut key = key;
    while let Some((_, inside)) = link::key_back(key) {
        key = inside;
    }
    key
}

/// The beginning of an event's text: the message, else the newest of a transcript, else nothing.
pub(super) fn preview_of(event: &Event) -> String {
    let newest = || event.conversation.as_ref().and_then(|conversation| conversation.transcript.last());
    event.message.as_ref().or_else(newest).map(preview_of_message).unwrap_or_default()
}

/// The beginning of a message, or the name of its file.
pub(super) fn preview_of_message(message: &Message) -> String {
    if message.text.trim().is_empty() {
        return message.files.first().map(|file| shortened(&file.name)).unwrap_or_default();
    }
    preview(&redacted(message.text.as_bytes()))
}

/// The text of something written by outsiders, its secrets masked. Only JSON can hold secrets by name.
pub(super) fn redacted(text: &[u8]) -> String {
    match text.trim_ascii_start().first() {
        Some(b'{' | b'[') => redact::body(text),
        _ => redact::written(&String::from_utf8_lossy(text)).into_owned(),
    }
}

/// The first 80 characters on one line.
pub(super) fn preview(text: &str) -> String {
    shortened(text)
}

fn shortened(text: &str) -> String {
    let mut out = String::new();
    let mut space = false;
    for (taken, letter) in text.trim().chars().enumerate() {
        if taken >= PREVIEW {
            break;
        }
        let blank = letter.is_whitespace() || letter.is_control();
        if !(blank && space) {
            out.push(if blank { ' ' } else { letter });
        }
        space = blank;
    }
    out
}
