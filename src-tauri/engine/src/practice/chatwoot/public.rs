//! Chatwoot's public API of an API inbox, by which its customers' own programs speak: no sign-in, the contact named by its key. Pure.

use http::Method;
use serde_json::{Value, json};

use super::answers::{self, Refusal};
use super::messages::NewMessage;
use super::records::{Chat, Kind};
use super::routes::Answer;
use super::state::State;
use crate::domain::Timestamp;
use crate::practice::form::Fields;

/// What is below `/public/api/v1/inboxes`.
pub(super) fn answer(
    state: &mut State,
    method: &Method,
    path: &[&str],
    fields: &Fields,
    now: Timestamp,
) -> Result<Answer, Refusal> {
    let post = *method == Method::POST;
    let [identifier, path @ ..] = path else { return Err(Refusal::not_found()) };
    let inbox = state.inboxes.iter().find(|inbox| inbox.identifier == *identifier);
    let inbox = inbox.ok_or_else(Refusal::not_found)?.clone();
    let ["contacts", source_id, path @ ..] = path else {
        return Ok(Answer::Json(
            json!({ "identifier": inbox.identifier, "name": inbox.name, "timezone": "UTC" }),
        ));
    };
    let ours = |chat: &&Chat| chat.inbox == inbox.id && chat.source_id == *source_id;
    let ["conversations", id, path @ ..] = path else {
        let chats: Vec<Value> = state.chats.iter().filter(ours).map(summary).collect();
        return Ok(Answer::Json(Value::Array(chats)));
    };
    let chat = state.chats.iter().filter(ours).find(|chat| chat.id.to_string() == *id);
    let id = chat.ok_or_else(Refusal::not_found)?.id;
    match path {
        ["update_last_seen"] if post => {
            state.contact_looks(id, now);
            Ok(Answer::Empty)
        }
        // The customer's typing is shown to agents and told to no webhook of ours.
        ["toggle_typing"] if post => Ok(Answer::Empty),
        ["toggle_status"] if post => {
            let name = state.chat(id).map(|chat| chat.contact.name.clone()).unwrap_or_default();
            state.set_status(id, "resolved", &name, now)?;
            Ok(Answer::Empty)
        }
        ["messages"] if post => {
            let new = NewMessage {
                content: fields.text("content"),
                files: fields.files.iter().filter(|file| file.field == "attachments").cloned().collect(),
                ..NewMessage::text(Kind::Incoming, None, "")
            };
            let message = state.add_message(id, new, now)?;
            let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
            let message = chat.message(message).ok_or_else(Refusal::not_found)?;
            Ok(Answer::Json(answers::message(chat, message, fields.text("echo_id").as_deref(), 1)))
        }
        _ => Err(Refusal::not_found()),
    }
}

fn summary(chat: &Chat) -> Value {
    json!({
        "id": chat.id, "inbox_id": chat.inbox, "status": chat.status, "messages": [],
        "contact_last_seen_at": super::seconds(chat.contact_seen), "agent_last_seen_at": super::seconds(chat.agent_seen),
    })
}
