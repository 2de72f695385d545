//! Messages of a conversation, and what became of them.

use http::StatusCode;
use serde_json::Map;

use super::{Answered, Asked, missing, ok};
use crate::domain::Timestamp;
use crate::practice::chatwoot::answers::{self, Refusal};
use crate::practice::chatwoot::messages::NewMessage;
use crate::practice::chatwoot::records::{InboxKind, Kind, Message};
use crate::practice::chatwoot::state::{MESSAGE_STATUSES, State, known};
use crate::practice::form::Fields;

/// What a message may be.
const CONTENT_TYPES: [&str; 12] = [
    "text",
    "input_text",
    "input_textarea",
    "input_email",
    "input_select",
    "cards",
    "form",
    "article",
    "incoming_email",
    "input_csat",
    "integrations",
    "sticker",
];

pub(super) fn messages(state: &State, asked: &Asked<'_>, id: i64) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    let internal = asked.fields.flag("filter_internal_messages");
    let (before, after) = (asked.fields.number("before"), asked.fields.number("after"));
    let fits = |message: &&Message| {
        let hidden = internal && (message.private || message.kind == Kind::Activity);
        let reached = match (before, after) {
            (Some(before), Some(after)) => message.id >= after && message.id < before,
            (Some(before), None) => message.id < before,
            (None, Some(after)) => message.id > after,
            (None, None) => true,
        };
        reached && !hidden
    };
    let mut shown: Vec<&Message> = chat.messages.iter().filter(fits).collect();
    match (before, after) {
        (Some(_), Some(_)) => shown.truncate(1_000),
        (None, Some(_)) => shown.truncate(100),
        (_, None) => drop(shown.drain(..shown.len().saturating_sub(20))),
    }
    ok(answers::messages(chat, &shown, state.account.0))
}

pub(super) fn create_message(state: &mut State, asked: &Asked<'_>, id: i64, fields: &Fields) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    let kind = match fields.text("message_type").as_deref() {
        None | Some("outgoing") => Kind::Outgoing,
        Some("incoming") => Kind::Incoming,
        Some("template") => Kind::Template,
        Some(other) => return Err(Refusal::message(&format!("'{other}' is not a valid message_type"))),
    };
    if kind == Kind::Incoming && state.inbox(chat.inbox).is_none_or(|inbox| inbox.kind != InboxKind::Api) {
        return Err(Refusal::message("Incoming messages are only allowed in Api inboxes"));
    }
    let content_type = fields.text("content_type").unwrap_or_else(|| "text".to_owned());
    if !CONTENT_TYPES.contains(&content_type.as_str()) {
        return Err(Refusal::message(&format!("'{content_type}' is not a valid content_type")));
    }
    let mut attributes = fields.object("content_attributes");
    if let Some(at) = fields.values.get("external_created_at").filter(|at| !at.is_null()) {
        attributes.insert("external_created_at".to_owned(), at.clone());
    }
    let new = NewMessage {
        kind,
        private: fields.flag("private"),
        content: fields.text("content"),
        content_type,
        attributes,
        source_id: fields.text("source_id"),
        agent: (kind != Kind::Incoming).then(|| asked.user.agent.clone()),
        files: fields.files.iter().filter(|file| file.field == "attachments").cloned().collect(),
    };
    let message = state.add_message(id, new, asked.now)?;
    shown(state, id, message, fields.text("echo_id").as_deref())
}

pub(super) fn shown(state: &State, id: i64, message: i64, echo_id: Option<&str>) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    let message = chat.message(message).ok_or_else(Refusal::not_found)?;
    ok(answers::message(chat, message, echo_id, state.account.0))
}

pub(super) fn paint(state: &mut State, asked: &Asked<'_>, id: i64, message: i64) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    chat.message(message).ok_or_else(Refusal::not_found)?;
    if state.inbox(chat.inbox).is_none_or(|inbox| inbox.kind != InboxKind::Api) {
        return Err(Refusal::error(
            StatusCode::FORBIDDEN,
            "Message status update is only allowed for API inboxes",
        ));
    }
    let status = asked.fields.text("status").ok_or_else(|| missing("status"))?;
    // A status nobody knows is passed over in silence.
    if let Ok(status) = known(&MESSAGE_STATUSES, &status) {
        let error = asked.fields.text("external_error");
        state.set_message_status(id, message, status, error.as_deref(), asked.now)?;
    }
    shown(state, id, message, None)
}

/// The dashboard's retry: sent again, and nothing is left of what went wrong.
pub(in super::super) fn retry(
    state: &mut State,
    id: i64,
    message: i64,
    now: Timestamp,
) -> Result<(), Refusal> {
    let change = |message: &mut Message| {
        message.status = "sent";
        message.attributes = Map::new();
    };
    state.change_message(id, message, change, now)
}
