//! ELMA365's arbitrary messenger: the relay is the messenger, ELMA365 calls it.
//!
//! Every request is one JSON object, told apart by `type`, and shows the confirmation string as `token`; nothing is signed. Only some
//! types name the channel. Messages carry no id, so nobody can tell a repeat from the same words said twice. Knows nothing of what is
//! sent to ELMA365, nor of how a contact is found.

mod answer;
mod transcript;
mod write;

pub use answer::contact_answer;
pub use write::write;

use http::StatusCode;
use serde_json::Value;

use super::fields::{self, Object};
use super::{Answer, Reading, Request, Trust, names};
use crate::domain::{
    Channel, Code, Contact, Conversation, Elma365Options, Event, EventKind, File, Identity, Learned, Message,
    MessageStatus, Platform, Side,
};

/// Reads one request.
#[must_use]
pub fn read(channel: &Channel, options: &Elma365Options, request: Request<'_>, trust: Trust) -> Reading {
    let Some(mut body) = fields::parse(request.body) else {
        return Reading::refused(Code::Data01, StatusCode::BAD_REQUEST);
    };
    if trust == Trust::None {
        // A missing token is an empty one, and an empty one is only right where ours is empty too.
        let shown = fields::id(&body, "token").unwrap_or_default();
        if !channel.token.matches(&shown) {
            return Reading::refused(Code::Auth03, StatusCode::UNAUTHORIZED);
        }
        if names_another_channel(&body, options) {
            return Reading::refused(Code::Id04, StatusCode::NOT_FOUND);
        }
    }
    match fields::take_text(&mut body, "type") {
        Some(name) => read_event(canonical(&name), &mut body),
        None => Reading::refused(Code::Data01, StatusCode::BAD_REQUEST),
    }
}

fn names_another_channel(body: &Object, options: &Elma365Options) -> bool {
    match (&options.channel_id, fields::id(body, "channelId")) {
        (Some(ours), Some(theirs)) => !ours.eq_ignore_ascii_case(&theirs),
        _ => false,
    }
}

/// Their documents' prose calls the type of a read receipt otherwise than their samples do.
fn canonical(name: &str) -> &str {
    if name.eq_ignore_ascii_case("MarkMessageAsRead") { "markAsRead" } else { name }
}

fn read_event(name: &str, body: &mut Object) -> Reading {
    let (name, kind) = names::find_or_other(Platform::Elma365, name);
    let mut data = fields::take_object(body, "data");
    let event = Event::new(kind, name);
    match kind {
        EventKind::ChannelConnected => connect(event, body, &mut data),
        EventKind::MessageSent => message(event, &mut data),
        EventKind::MessageOutcome => receipt(event, &data, true),
        EventKind::MessageRead => receipt(event, &data, false),
        EventKind::ContactRequested => user_info(event, &data),
        EventKind::ChannelDisconnected => {
            Reading { learned: vec![Learned::Disconnected], ..Reading::taken(vec![event]) }
        }
        _ => Reading::taken(vec![event]),
    }
}

/// It may come any number of times: the newest address is the one that counts.
fn connect(mut event: Event, body: &Object, data: &mut Object) -> Reading {
    let channel_id = fields::id(body, "channelId");
    let webhook = fields::take_text(data, "webhook").filter(|webhook| is_web_address(webhook));
    if let Some(channel_id) = &channel_id {
        event.detail.insert("channelId".to_owned(), Value::from(channel_id.as_str()));
    }
    Reading { learned: vec![Learned::Connected { channel_id, webhook }], ..Reading::taken(vec![event]) }
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

fn message(mut event: Event, data: &mut Object) -> Reading {
    // A message for no chat could reach nobody: saying so lets the operator see that it failed.
    let Some(chat) = fields::id(data, "targetChatId") else {
        return Reading::refused(Code::Data01, StatusCode::BAD_REQUEST);
    };
    event.conversation = Some(Conversation { key: chat, ..Conversation::default() });
    event.message = Some(Message {
        text: fields::take_text(data, "text").unwrap_or_default(),
        files: fields::take_list(data, "files").into_iter().filter_map(file).collect(),
        ..Message::by(Side::Operator)
    });
    Reading::taken(vec![event])
}

fn file(value: Value) -> Option<File> {
    let Value::Object(mut file) = value else { return None };
    let url = ["URL", "url", "Url"].into_iter().find_map(|name| fields::take_text(&mut file, name))?;
    let name = fields::take_text(&mut file, "name").unwrap_or_else(|| fields::file_name(&url));
    let size = fields::integer(&file, "size").and_then(|size| u64::try_from(size).ok());
    Some(File { id: None, name, url, size, content_type: None })
}

/// What became of a message of ours, which they know by the id we gave it.
///
/// "Read" is said once for all. An outcome is not: the same failure after a second try is news, so it has no identity.
fn receipt(mut event: Event, data: &Object, outcome: bool) -> Reading {
    let key = fields::id(data, "messageId");
    let status = if outcome {
        let success = fields::flag(data, "success");
        event.detail.insert("success".to_owned(), Value::from(success));
        if success { MessageStatus::Delivered } else { MessageStatus::Failed }
    } else {
        event.identity = key.clone().map(|key| Identity { key, revision: 0 });
        MessageStatus::Read
    };
    event.detail.insert("messageId".to_owned(), key.clone().into());
    event.message =
        key.map(|key| Message { key: Some(key), status: Some(status), ..Message::by(Side::Customer) });
    let learned = if outcome { vec![Learned::OutcomesUsed] } else { Vec::new() };
    Reading { learned, ..Reading::taken(vec![event]) }
}

fn user_info(mut event: Event, data: &Object) -> Reading {
    let Some(user) = fields::id(data, "userId") else {
        return Reading::refused(Code::Data01, StatusCode::BAD_REQUEST);
    };
    event.contact = Some(Contact { key: user.clone(), ..Contact::default() });
    Reading { answer: Answer::Contact(user), ..Reading::taken(vec![event]) }
}

#[cfg(test)]
mod tests;
