//! A request of Chatwoot's API to a change of the state and an answer. Pure. Sign-in, limits and faults have been seen to before.

mod contacts;
mod conversations;
mod filters;
mod messages;

use http::{Method, StatusCode};
use serde_json::{Value, json};

pub(super) use self::messages::retry;
use super::answers::{self, Refusal};
use super::records::{Agent, InboxKind, Role};
use super::state::State;
use crate::domain::Timestamp;
use crate::practice::form::Fields;

/// Who asks.
#[derive(Clone, Debug)]
pub(super) struct User {
    pub(super) token: String,
    pub(super) agent: Agent,
    pub(super) role: Role,
}

/// A request that got past the door.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) method: &'a Method,
    /// What follows the account in the path, cut at slashes.
    pub(super) path: &'a [&'a str],
    pub(super) fields: Fields,
    pub(super) user: &'a User,
    pub(super) now: Timestamp,
}

/// What is answered with 200.
#[derive(Debug)]
pub(super) enum Answer {
    Json(Value),
    /// A head without a body.
    Empty,
}

type Answered = Result<Answer, Refusal>;

fn ok(body: Value) -> Answered {
    Ok(Answer::Json(body))
}

/// What is below `/api/v1/accounts/{id}`.
pub(super) fn account(state: &mut State, asked: Asked<'_>) -> Answered {
    let (get, post) = (asked.method == Method::GET, asked.method == Method::POST);
    let change = asked.method == Method::PATCH || asked.method == Method::PUT;
    if asked.user.role == Role::Bot && !for_bots(&asked) {
        return Err(Refusal::error(
            StatusCode::UNAUTHORIZED,
            "Access to this endpoint is not authorized for bots",
        ));
    }
    match asked.path {
        ["inboxes"] if get => inboxes(state, asked.user),
        ["inboxes"] if post => create_inbox(state, &asked),
        ["inboxes", id] if get => show_inbox(state, asked.user, number(id)?),
        ["inboxes", id] if change => change_inbox(state, &asked, number(id)?),
        ["webhooks"] if get => webhooks(state, asked.user),
        ["webhooks"] if post => create_webhook(state, &asked),
        ["contacts"] if get => contacts::list(state, &asked),
        ["contacts"] if post => contacts::create_contact(state, &asked),
        ["contacts", "search"] if get => contacts::search(state, &asked),
        ["contacts", "filter"] if post => contacts::filter_contacts(state, &asked),
        ["contacts", id] if get => contacts::show_contact(state, number(id)?),
        ["contacts", id] if asked.method == Method::DELETE => {
            administrators_only(asked.user)?;
            state.delete_contact(number(id)?)?;
            Ok(Answer::Empty)
        }
        ["contacts", id] if change => contacts::change_contact(state, &asked, number(id)?),
        ["contacts", id, "conversations"] if get => contacts::conversations_of(state, number(id)?),
        ["contacts", id, "contact_inboxes"] if post => {
            contacts::create_contact_inbox(state, &asked, number(id)?)
        }
        ["contacts", id, "contactable_inboxes"] if get => contacts::contactable(state, number(id)?),
        ["conversations"] if get => conversations::list(state, &asked),
        ["conversations"] if post => conversations::create_conversation(state, &asked),
        ["conversations", "meta"] if get => ok(json!({ "meta": answers::counts(state.chats.iter()) })),
        ["conversations", "filter"] if post => conversations::filter_conversations(state, &asked),
        ["conversations", id] if get => conversations::show_conversation(state, number(id)?),
        ["conversations", id, rest @ ..] => conversation(state, &asked, number(id)?, rest),
        _ => Err(Refusal::not_found()),
    }
}

fn conversation(state: &mut State, asked: &Asked<'_>, id: i64, path: &[&str]) -> Answered {
    let (get, post) = (asked.method == Method::GET, asked.method == Method::POST);
    state.chat(id).ok_or_else(Refusal::not_found)?;
    match path {
        ["messages"] if get => messages::messages(state, asked, id),
        ["messages"] if post => messages::create_message(state, asked, id, &asked.fields.clone()),
        ["messages", message] if asked.method == Method::PATCH => {
            messages::paint(state, asked, id, number(message)?)
        }
        ["messages", message, "retry"] if post => {
            let message = number(message)?;
            messages::retry(state, id, message, asked.now)?;
            messages::shown(state, id, message, None)
        }
        ["toggle_status"] if post => conversations::toggle_status(state, asked, id),
        ["toggle_typing_status"] if post => {
            let on = asked.fields.text("typing_status").as_deref() == Some("on");
            let private = asked.fields.flag("is_private");
            state.typing(id, &asked.user.agent, on, private, asked.now);
            Ok(Answer::Empty)
        }
        ["update_last_seen"] if post => {
            state.look(id, asked.now);
            conversations::show_conversation(state, id)
        }
        ["custom_attributes"] if post => {
            let custom = asked.fields.object("custom_attributes");
            state.change_chat(id, |chat| chat.custom = custom, asked.now)?;
            conversations::show_conversation(state, id)
        }
        ["labels"] if get || post => {
            if post {
                let given = asked.fields.values.get("labels").and_then(Value::as_array);
                let labels =
                    given.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
                state.change_chat(id, |chat| chat.labels = labels, asked.now)?;
            }
            ok(json!({ "payload": state.chat(id).map(|chat| &chat.labels) }))
        }
        ["assignments"] if post => {
            let agent = asked.fields.number("assignee_id");
            let agent = agent.and_then(|id| state.agents.iter().find(|agent| agent.id == id)).cloned();
            let answer = agent.as_ref().map_or(Value::Null, super::slim_user);
            state.change_chat(id, |chat| chat.assignee = agent, asked.now)?;
            ok(answer)
        }
        _ => Err(Refusal::not_found()),
    }
}

/// The few calls a bot's token may make.
fn for_bots(asked: &Asked<'_>) -> bool {
    match asked.path {
        ["conversations"] => asked.method == Method::POST,
        ["conversations", id] => *id != "meta" && *id != "filter",
        ["conversations", _, "messages"] => asked.method == Method::POST,
        ["conversations", _, action] => {
            matches!(
                *action,
                "toggle_status" | "toggle_typing_status" | "custom_attributes" | "assignments" | "labels"
            )
        }
        _ => false,
    }
}

fn number(segment: &str) -> Result<i64, Refusal> {
    segment.parse().map_err(|_| Refusal::not_found())
}

// -- pages

/// The page's number as Rails echoes it: a number when it was left out, else whatever text it was.
fn current_page(fields: &Fields) -> Value {
    fields.text("page").map_or(json!(1), Value::from)
}

fn page<'a, T>(fields: &Fields, all: &'a [T], size: usize) -> &'a [T] {
    let number = usize::try_from(fields.number("page").unwrap_or(1).max(1)).unwrap_or(1);
    let from = (number - 1).saturating_mul(size).min(all.len());
    &all[from..(from + size).min(all.len())]
}

// -- inboxes and webhooks

fn inboxes(state: &State, user: &User) -> Answered {
    let own = |inbox: &&super::records::Inbox| user.role == Role::Administrator || !inbox.closed_to_agents;
    let all =
        state.inboxes.iter().filter(own).map(|inbox| answers::inbox(inbox, user.role, state.switches.old));
    ok(json!({ "payload": all.collect::<Vec<_>>() }))
}

fn show_inbox(state: &State, user: &User, id: i64) -> Answered {
    let inbox = state.inbox(id).ok_or_else(Refusal::not_found)?;
    if inbox.closed_to_agents {
        administrators_only(user)?;
    }
    ok(answers::inbox(inbox, user.role, state.switches.old))
}

fn administrators_only(user: &User) -> Result<(), Refusal> {
    if user.role == Role::Administrator { Ok(()) } else { Err(Refusal::not_permitted()) }
}

fn create_inbox(state: &mut State, asked: &Asked<'_>) -> Answered {
    administrators_only(asked.user)?;
    let name =
        asked.fields.text("name").ok_or_else(|| Refusal::invalid(&[("name", "Name can't be blank")]))?;
    let channel = asked.fields.object("channel");
    if channel.get("type").and_then(Value::as_str) != Some("api") {
        return Err(missing("channel"));
    }
    let webhook_url = channel.get("webhook_url").and_then(Value::as_str).map(str::to_owned);
    let id = state.add_inbox(&name, InboxKind::Api, webhook_url, asked.now);
    lock(state, asked, id);
    show_inbox(state, asked.user, id)
}

fn change_inbox(state: &mut State, asked: &Asked<'_>, id: i64) -> Answered {
    administrators_only(asked.user)?;
    state.inbox(id).ok_or_else(Refusal::not_found)?;
    if let Some(Value::String(url)) = asked.fields.object("channel").get("webhook_url")
        && let Some(inbox) = state.inboxes.iter_mut().find(|inbox| inbox.id == id)
    {
        inbox.webhook_url = Some(url.clone());
    }
    lock(state, asked, id);
    show_inbox(state, asked.user, id)
}

fn lock(state: &mut State, asked: &Asked<'_>, id: i64) {
    if asked.fields.values.contains_key("lock_to_single_conversation")
        && let Some(inbox) = state.inboxes.iter_mut().find(|inbox| inbox.id == id)
    {
        inbox.lock_to_single = asked.fields.flag("lock_to_single_conversation");
    }
}

fn webhooks(state: &State, user: &User) -> Answered {
    administrators_only(user)?;
    let one = |webhook| answers::webhook(webhook, state.account.0, state.switches.old);
    ok(json!({ "payload": { "webhooks": state.webhooks.iter().map(one).collect::<Vec<_>>() } }))
}

fn create_webhook(state: &mut State, asked: &Asked<'_>) -> Answered {
    administrators_only(asked.user)?;
    // Rails wraps what comes flat.
    let mut given = asked.fields.object("webhook");
    if given.is_empty() {
        given = asked.fields.values.clone();
    }
    let text = |name: &str| given.get(name).and_then(Value::as_str).map(str::to_owned);
    let names = given.get("subscriptions").and_then(Value::as_array).cloned().unwrap_or_default();
    let names = names.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let id = state.add_webhook(text("name"), &text("url").unwrap_or_default(), names)?;
    let made = state.webhooks.iter().find(|webhook| webhook.id == id).ok_or_else(Refusal::not_found)?;
    ok(json!({ "payload": { "webhook": answers::webhook(made, state.account.0, state.switches.old) } }))
}

fn missing(parameter: &str) -> Refusal {
    Refusal::error(
        StatusCode::UNPROCESSABLE_ENTITY,
        format!("param is missing or the value is empty: {parameter}"),
    )
}
