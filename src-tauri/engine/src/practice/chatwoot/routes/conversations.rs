//! Conversations: found, begun, set.

use http::StatusCode;
use serde_json::{Value, json};

use super::filters::{conditions, holds};
use super::messages::create_message;
use super::{Answered, Asked, ok, page};
use crate::practice::chatwoot::answers::{self, Refusal};
use crate::practice::chatwoot::records::{Chat, Role};
use crate::practice::chatwoot::state::{STATUSES, State, known};
use crate::practice::form::Fields;

pub(super) fn conversations(state: &State, chats: &[&Chat]) -> Vec<Value> {
    chats
        .iter()
        .filter_map(|chat| Some(answers::conversation(chat, state.inbox(chat.inbox)?, state.account.0)))
        .collect()
}

pub(super) fn show_conversation(state: &State, id: i64) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    conversations(state, &[chat]).pop().map_or_else(|| Err(Refusal::not_found()), ok)
}

pub(super) fn list(state: &State, asked: &Asked<'_>) -> Answered {
    let fields = &asked.fields;
    let status = fields.text("status").unwrap_or_else(|| "open".to_owned());
    let (inbox, source_id) = (fields.number("inbox_id"), fields.text("source_id"));
    let assignee = fields.text("assignee_type");
    let within = fields.number("updated_within").filter(|_| !state.switches.old);
    let fits = |chat: &&Chat| {
        (status == "all" || chat.status == status)
            && inbox.is_none_or(|inbox| chat.inbox == inbox)
            && source_id.as_ref().is_none_or(|source_id| chat.source_id == *source_id)
            && within.is_none_or(|seconds| asked.now.since(chat.updated) <= seconds.saturating_mul(1_000))
            && match assignee.as_deref() {
                Some("me") => chat.assignee.as_ref() == Some(&asked.user.agent),
                Some("unassigned") => chat.assignee.is_none(),
                Some("assigned") => chat.assignee.is_some(),
                _ => true,
            }
    };
    let mut chats: Vec<&Chat> = state.chats.iter().filter(fits).collect();
    sort(&mut chats, fields.text("sort_by").as_deref());
    let meta = answers::counts(chats.iter().copied());
    // The moment to look back to stands in for a page.
    let size = if within.is_some() { usize::MAX } else { state.switches.page };
    let shown = conversations(state, page(fields, &chats, size));
    ok(json!({ "data": { "meta": meta, "payload": shown } }))
}

fn sort(chats: &mut [&Chat], by: Option<&str>) {
    // Whole seconds, as the column is shown; numbers decide between equals.
    match by {
        Some("last_activity_at_asc") => chats.sort_by_key(|chat| (chat.active, chat.id)),
        Some("created_at_asc") => chats.sort_by_key(|chat| chat.id),
        Some("created_at_desc") => chats.sort_by_key(|chat| std::cmp::Reverse(chat.id)),
        _ => chats.sort_by_key(|chat| std::cmp::Reverse((chat.active, chat.id))),
    }
}

pub(super) fn filter_conversations(state: &State, asked: &Asked<'_>) -> Answered {
    let conditions = conditions(&asked.fields, &["status", "inbox_id", "display_id"])?;
    let column = |chat: &Chat, name: &str| match name {
        "status" => chat.status.to_owned(),
        "inbox_id" => chat.inbox.to_string(),
        _ => chat.id.to_string(),
    };
    let mut chats: Vec<&Chat> =
        state.chats.iter().filter(|chat| holds(&conditions, |name| column(chat, name))).collect();
    sort(&mut chats, None);
    let meta = answers::counts(chats.iter().copied());
    ok(
        json!({ "meta": meta, "payload": conversations(state, page(&asked.fields, &chats, state.switches.page)) }),
    )
}

pub(super) fn create_conversation(state: &mut State, asked: &Asked<'_>) -> Answered {
    let fields = &asked.fields;
    let source_id = fields.text("source_id");
    let place = match (fields.number("contact_id"), fields.number("inbox_id")) {
        (Some(contact), Some(inbox)) => {
            if state.contact(contact).is_none() || state.inbox(inbox).is_none() {
                return Err(Refusal::not_found());
            }
            state.place(contact, inbox, source_id.as_deref()).ok_or_else(|| {
                Refusal::error(StatusCode::UNPROCESSABLE_ENTITY, "source_id should be unique")
            })?
        }
        _ => {
            let known = state.places.iter().find(|place| Some(&place.source_id) == source_id.as_ref());
            known.cloned().ok_or_else(Refusal::not_found)?
        }
    };
    let locked = state.inbox(place.inbox).is_some_and(|inbox| inbox.lock_to_single);
    let last =
        state.chats.iter().rfind(|chat| chat.inbox == place.inbox && chat.source_id == place.source_id);
    let id = match last.filter(|_| locked) {
        Some(chat) => chat.id,
        None => {
            let status = fields.text("status").map(|name| known(&STATUSES, &name)).transpose()?;
            let assignee = fields.number("assignee_id");
            let assignee = assignee.and_then(|id| state.agents.iter().find(|agent| agent.id == id)).cloned();
            let (additional, custom) =
                (fields.object("additional_attributes"), fields.object("custom_attributes"));
            let begin = |chat: &mut Chat| {
                chat.status = status.unwrap_or(chat.status);
                chat.assignee = assignee;
                chat.additional = additional;
                chat.custom = custom;
            };
            state.add_chat(&place, begin, asked.now)?
        }
    };
    let message = fields.object("message");
    if !message.is_empty() {
        let fields = Fields { values: message, files: Vec::new() };
        create_message(state, asked, id, &fields)?;
    }
    show_conversation(state, id)
}

pub(super) fn toggle_status(state: &mut State, asked: &Asked<'_>, id: i64) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    let status = match asked.fields.text("status") {
        Some(name) => known(&STATUSES, &name)?,
        None if chat.status == "open" => "resolved",
        None => "open",
    };
    let until = asked.fields.number("snoozed_until");
    state.set_status(id, status, &asked.user.agent.name, asked.now)?;
    let takes = (asked.user.role == Role::Agent && status == "open").then(|| asked.user.agent.clone());
    let change = |chat: &mut Chat| {
        chat.snoozed_until = until;
        chat.assignee = takes.or(chat.assignee.take());
    };
    state.change_chat(id, change, asked.now)?;
    ok(json!({
        "meta": {},
        "payload": { "success": true, "conversation_id": id, "current_status": status, "snoozed_until": until },
    }))
}
