//! A request of Chatwoot's API to a change of the state and an answer. Pure. Sign-in, limits and faults have been seen to before.

use http::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::answers::{self, Refusal};
use super::records::{Agent, Chat, Contact, Kind, Message};
use super::state::{InboxKind, MESSAGE_STATUSES, NewMessage, Role, STATUSES, State, known};
use crate::domain::Timestamp;
use crate::practice::form::Fields;

/// Contacts of a page.
const CONTACTS: usize = 15;
/// Conversations of a contact.
const OF_CONTACT: usize = 20;
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

fn json(body: Value) -> Answered {
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
        ["contacts"] if get => {
            let all = state.contacts.clone();
            contacts(state, &asked, all.iter().collect())
        }
        ["contacts"] if post => create_contact(state, &asked),
        ["contacts", "search"] if get => search(state, &asked),
        ["contacts", "filter"] if post => filter_contacts(state, &asked),
        ["contacts", id] if get => show_contact(state, number(id)?),
        ["contacts", id] if change => change_contact(state, &asked, number(id)?),
        ["contacts", id, "conversations"] if get => conversations_of(state, number(id)?),
        ["contacts", id, "contact_inboxes"] if post => create_contact_inbox(state, &asked, number(id)?),
        ["contacts", id, "contactable_inboxes"] if get => contactable(state, number(id)?),
        ["conversations"] if get => list(state, &asked),
        ["conversations"] if post => create_conversation(state, &asked),
        ["conversations", "meta"] if get => json(json!({ "meta": answers::counts(state.chats.iter()) })),
        ["conversations", "filter"] if post => filter_conversations(state, &asked),
        ["conversations", id] if get => show_conversation(state, number(id)?),
        ["conversations", id, rest @ ..] => conversation(state, &asked, number(id)?, rest),
        _ => Err(Refusal::not_found()),
    }
}

fn conversation(state: &mut State, asked: &Asked<'_>, id: i64, path: &[&str]) -> Answered {
    let (get, post) = (asked.method == Method::GET, asked.method == Method::POST);
    state.chat(id).ok_or_else(Refusal::not_found)?;
    match path {
        ["messages"] if get => messages(state, asked, id),
        ["messages"] if post => create_message(state, asked, id, &asked.fields.clone()),
        ["messages", message] if asked.method == Method::PATCH => paint(state, asked, id, number(message)?),
        ["messages", message, "retry"] if post => {
            let message = number(message)?;
            retry(state, id, message, asked.now)?;
            shown(state, id, message, None)
        }
        ["toggle_status"] if post => toggle_status(state, asked, id),
        ["toggle_typing_status"] if post => {
            let on = asked.fields.text("typing_status").as_deref() == Some("on");
            let private = asked.fields.flag("is_private");
            state.typing(id, &asked.user.agent, on, private, asked.now);
            Ok(Answer::Empty)
        }
        ["update_last_seen"] if post => {
            state.look(id, asked.now);
            show_conversation(state, id)
        }
        ["custom_attributes"] if post => {
            let custom = asked.fields.object("custom_attributes");
            state.change_chat(id, |chat| chat.custom = custom, asked.now)?;
            show_conversation(state, id)
        }
        ["assignments"] if post => {
            let agent = asked.fields.number("assignee_id");
            let agent = agent.and_then(|id| state.agents.iter().find(|agent| agent.id == id)).cloned();
            let answer = agent.as_ref().map_or(Value::Null, super::slim_user);
            state.change_chat(id, |chat| chat.assignee = agent, asked.now)?;
            json(answer)
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
            matches!(*action, "toggle_status" | "toggle_typing_status" | "custom_attributes" | "assignments")
        }
        _ => false,
    }
}

fn number(segment: &str) -> Result<i64, Refusal> {
    segment.parse().map_err(|_| Refusal::not_found())
}

// -- inboxes and webhooks

fn inboxes(state: &State, user: &User) -> Answered {
    let all = state.inboxes.iter().map(|inbox| answers::inbox(inbox, user.role, state.switches.old));
    json(json!({ "payload": all.collect::<Vec<_>>() }))
}

fn show_inbox(state: &State, user: &User, id: i64) -> Answered {
    let inbox = state.inbox(id).ok_or_else(Refusal::not_found)?;
    json(answers::inbox(inbox, user.role, state.switches.old))
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
    json(json!({ "payload": { "webhooks": state.webhooks.iter().map(one).collect::<Vec<_>>() } }))
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
    json(json!({ "payload": { "webhook": answers::webhook(made, state.account.0, state.switches.old) } }))
}

fn missing(parameter: &str) -> Refusal {
    Refusal::error(
        StatusCode::UNPROCESSABLE_ENTITY,
        format!("param is missing or the value is empty: {parameter}"),
    )
}

// -- contacts

fn with_inboxes(state: &State, contact: &Contact) -> Value {
    let places = state.places.iter().filter(|place| place.contact == contact.id);
    let places: Vec<_> = places.filter_map(|place| Some((place, state.inbox(place.inbox)?))).collect();
    answers::contact_with(contact, &places)
}

/// A page of contacts with the total.
fn contacts(state: &State, asked: &Asked<'_>, all: Vec<&Contact>) -> Answered {
    let shown = page(&asked.fields, &all, CONTACTS);
    let shown: Vec<Value> = shown.iter().map(|contact| with_inboxes(state, contact)).collect();
    json(
        json!({ "meta": { "count": all.len(), "current_page": current_page(&asked.fields) }, "payload": shown }),
    )
}

/// The page's number as Rails echoes it: a number when it was left out, else whatever text it was.
fn current_page(fields: &Fields) -> Value {
    fields.text("page").map_or(json!(1), Value::from)
}

fn page<'a, T>(fields: &Fields, all: &'a [T], size: usize) -> &'a [T] {
    let number = usize::try_from(fields.number("page").unwrap_or(1).max(1)).unwrap_or(1);
    let from = (number - 1).saturating_mul(size).min(all.len());
    &all[from..(from + size).min(all.len())]
}

/// Fills a contact with what is given; what is not stays.
fn fill(contact: &mut Contact, state: &mut State, fields: &Fields) {
    let text = |name: &str, kept: &Option<String>| {
        if fields.values.contains_key(name) { fields.text(name) } else { kept.clone() }
    };
    contact.name = text("name", &Some(contact.name.clone())).unwrap_or_default();
    contact.email = text("email", &contact.email).map(|email| email.to_lowercase());
    contact.phone = text("phone_number", &contact.phone);
    contact.identifier = text("identifier", &contact.identifier);
    contact.custom.extend(fields.object("custom_attributes"));
    contact.additional.extend(fields.object("additional_attributes"));
    if fields.values.contains_key("blocked") {
        contact.blocked = fields.flag("blocked");
    }
    if let Some(picture) = fields.files.iter().find(|file| file.field == "avatar") {
        contact.avatar = state.keep(picture);
    } else if let Some(url) = fields.text("avatar_url") {
        contact.avatar = url;
    }
}

fn create_contact(state: &mut State, asked: &Asked<'_>) -> Answered {
    let mut contact = Contact {
        id: 0,
        name: String::new(),
        email: None,
        phone: None,
        identifier: None,
        avatar: String::new(),
        blocked: false,
        additional: Map::new(),
        custom: Map::new(),
        created: asked.now,
    };
    fill(&mut contact, state, &asked.fields);
    let inbox = asked.fields.number("inbox_id");
    if inbox.is_some_and(|inbox| state.inbox(inbox).is_none()) {
        return Err(Refusal::not_found());
    }
    let source_id = asked.fields.text("source_id");
    let taken = source_id.as_ref().is_some_and(|source_id| {
        state.places.iter().any(|place| Some(place.inbox) == inbox && place.source_id == *source_id)
    });
    if taken {
        // The contact is new, so the key is another's; nobody catches the database's complaint, and nothing is kept.
        return Err(Refusal::broken());
    }
    let id = state.add_contact(contact, asked.now)?;
    let place = inbox.and_then(|inbox| state.place(id, inbox, source_id.as_deref()));
    let contact = with_inboxes(state, state.contact(id).ok_or_else(Refusal::not_found)?);
    let place = place.as_ref().and_then(|place| Some((place, state.inbox(place.inbox)?)));
    json(answers::contact_created(contact, place, state.account.0))
}

fn show_contact(state: &State, id: i64) -> Answered {
    let contact = state.contact(id).ok_or_else(Refusal::not_found)?;
    json(json!({ "payload": with_inboxes(state, contact) }))
}

fn change_contact(state: &mut State, asked: &Asked<'_>, id: i64) -> Answered {
    let mut contact = state.contact(id).ok_or_else(Refusal::not_found)?.clone();
    fill(&mut contact, state, &asked.fields);
    state.change_contact(contact, asked.now)?;
    show_contact(state, id)
}

fn search(state: &State, asked: &Asked<'_>) -> Answered {
    let Some(wanted) = asked.fields.text("q") else {
        return Err(Refusal::error(
            StatusCode::UNPROCESSABLE_ENTITY,
            "Specify search string with parameter q",
        ));
    };
    let wanted = wanted.trim().to_lowercase();
    let fits = |contact: &&Contact| {
        let columns = [
            Some(&contact.name),
            contact.email.as_ref(),
            contact.phone.as_ref(),
            contact.identifier.as_ref(),
        ];
        columns.into_iter().flatten().any(|column| column.to_lowercase().contains(&wanted))
    };
    let all: Vec<&Contact> = state.contacts.iter().filter(fits).collect();
    let shown = page(&asked.fields, &all, CONTACTS);
    let last = all.last().map(|contact| contact.id) == shown.last().map(|contact| contact.id);
    let mut meta =
        json!({ "count": shown.len(), "current_page": current_page(&asked.fields), "has_more": !last });
    if let (true, Value::Object(meta)) = (state.switches.old, &mut meta) {
        meta.insert("count".to_owned(), json!(all.len()));
        meta.remove("has_more");
    }
    let shown: Vec<Value> = shown.iter().map(|contact| with_inboxes(state, contact)).collect();
    json(json!({ "meta": meta, "payload": shown }))
}

fn filter_contacts(state: &State, asked: &Asked<'_>) -> Answered {
    let conditions = conditions(&asked.fields, &["name", "email", "phone_number", "identifier"])?;
    let column = |contact: &Contact, name: &str| match name {
        "name" => Some(contact.name.clone()),
        "email" => contact.email.clone(),
        "phone_number" => contact.phone.clone(),
        _ => contact.identifier.clone(),
    };
    // Whoever has neither address nor number nor name at the company is nobody yet.
    let somebody = |contact: &Contact| {
        contact.email.is_some() || contact.phone.is_some() || contact.identifier.is_some()
    };
    let fits = |contact: &&Contact| {
        somebody(contact) && holds(&conditions, |name| column(contact, name).unwrap_or_default())
    };
    contacts(state, asked, state.contacts.iter().filter(fits).collect())
}

fn conversations_of(state: &State, contact: i64) -> Answered {
    state.contact(contact).ok_or_else(Refusal::not_found)?;
    let mut chats: Vec<&Chat> = state.chats.iter().filter(|chat| chat.contact.id == contact).collect();
    chats.sort_by_key(|chat| (std::cmp::Reverse(chat.active), std::cmp::Reverse(chat.id)));
    chats.truncate(OF_CONTACT);
    json(json!({ "payload": conversations(state, &chats) }))
}

fn create_contact_inbox(state: &mut State, asked: &Asked<'_>, contact: i64) -> Answered {
    state.contact(contact).ok_or_else(Refusal::not_found)?;
    let inbox = asked.fields.number("inbox_id").filter(|inbox| state.inbox(*inbox).is_some());
    let inbox = inbox.ok_or_else(Refusal::not_found)?;
    let place = state.place(contact, inbox, asked.fields.text("source_id").as_deref());
    let place = place.ok_or_else(Refusal::broken)?;
    json(answers::contact_inbox(&place, state.inbox(inbox).ok_or_else(Refusal::not_found)?))
}

fn contactable(state: &State, contact: i64) -> Answered {
    state.contact(contact).ok_or_else(Refusal::not_found)?;
    let places = state.places.iter().filter(|place| place.contact == contact);
    let shown = places.filter_map(|place| {
        let inbox = state.inbox(place.inbox)?;
        Some(json!({ "inbox": answers::slim_inbox(inbox), "source_id": place.source_id }))
    });
    json(json!({ "payload": shown.collect::<Vec<_>>() }))
}

// -- conversations

fn conversations(state: &State, chats: &[&Chat]) -> Vec<Value> {
    chats
        .iter()
        .filter_map(|chat| Some(answers::conversation(chat, state.inbox(chat.inbox)?, state.account.0)))
        .collect()
}

fn show_conversation(state: &State, id: i64) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    conversations(state, &[chat]).pop().map_or_else(|| Err(Refusal::not_found()), json)
}

fn list(state: &State, asked: &Asked<'_>) -> Answered {
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
    json(json!({ "data": { "meta": meta, "payload": shown } }))
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

fn filter_conversations(state: &State, asked: &Asked<'_>) -> Answered {
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
    json(
        json!({ "meta": meta, "payload": conversations(state, page(&asked.fields, &chats, state.switches.page)) }),
    )
}

fn create_conversation(state: &mut State, asked: &Asked<'_>) -> Answered {
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

fn toggle_status(state: &mut State, asked: &Asked<'_>, id: i64) -> Answered {
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
    json(json!({
        "meta": {},
        "payload": { "success": true, "conversation_id": id, "current_status": status, "snoozed_until": until },
    }))
}

// -- messages

fn messages(state: &State, asked: &Asked<'_>, id: i64) -> Answered {
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
    json(answers::messages(chat, &shown, state.account.0))
}

fn create_message(state: &mut State, asked: &Asked<'_>, id: i64, fields: &Fields) -> Answered {
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
    let new = NewMessage {
        kind,
        private: fields.flag("private"),
        content: fields.text("content"),
        content_type,
        attributes: fields.object("content_attributes"),
        source_id: fields.text("source_id"),
        agent: (kind != Kind::Incoming).then(|| asked.user.agent.clone()),
        files: fields.files.iter().filter(|file| file.field == "attachments").cloned().collect(),
    };
    let message = state.add_message(id, new, asked.now)?;
    shown(state, id, message, fields.text("echo_id").as_deref())
}

fn shown(state: &State, id: i64, message: i64, echo_id: Option<&str>) -> Answered {
    let chat = state.chat(id).ok_or_else(Refusal::not_found)?;
    let message = chat.message(message).ok_or_else(Refusal::not_found)?;
    json(answers::message(chat, message, echo_id, state.account.0))
}

fn paint(state: &mut State, asked: &Asked<'_>, id: i64, message: i64) -> Answered {
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
pub(super) fn retry(state: &mut State, id: i64, message: i64, now: Timestamp) -> Result<(), Refusal> {
    let change = |message: &mut Message| {
        message.status = "sent";
        message.attributes = Map::new();
    };
    state.change_message(id, message, change, now)
}

// -- filters

#[derive(Debug)]
struct Condition {
    column: String,
    operator: String,
    values: Vec<String>,
    /// Joined to the next one by "or".
    or: bool,
}

fn conditions(fields: &Fields, columns: &[&str]) -> Result<Vec<Condition>, Refusal> {
    let unprocessable = |text: String| Refusal::error(StatusCode::UNPROCESSABLE_ENTITY, text);
    let given = fields.values.get("payload").and_then(Value::as_array).ok_or_else(|| missing("payload"))?;
    let mut conditions = Vec::new();
    for one in given {
        let text = |name: &str| one.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let column = text("attribute_key");
        if !columns.contains(&column.as_str()) {
            return Err(unprocessable(format!("Invalid attribute key - [{column}]")));
        }
        let operator = text("filter_operator");
        let known = [
            "equal_to",
            "not_equal_to",
            "contains",
            "does_not_contain",
            "starts_with",
            "is_present",
            "is_not_present",
        ];
        if !known.contains(&operator.as_str()) {
            return Err(unprocessable(format!(
                "Invalid operator. The allowed operators for {column} are [{}]",
                known.join(",")
            )));
        }
        let values = match one.get("values") {
            Some(Value::Array(values)) => values.iter().map(word).collect(),
            Some(value) => vec![word(value)],
            None => Vec::new(),
        };
        conditions.push(Condition {
            column,
            operator,
            values,
            or: text("query_operator").eq_ignore_ascii_case("or"),
        });
    }
    Ok(conditions)
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned).to_lowercase()
}

/// "And" binds before "or", as in SQL.
fn holds(conditions: &[Condition], column: impl Fn(&str) -> String) -> bool {
    let (mut any, mut all) = (false, true);
    for condition in conditions {
        let value = column(&condition.column).to_lowercase();
        let mut wanted = condition.values.iter();
        all &= match condition.operator.as_str() {
            "equal_to" => wanted.any(|one| *one == value),
            "not_equal_to" => wanted.all(|one| *one != value),
            "contains" => wanted.any(|one| value.contains(one.as_str())),
            "does_not_contain" => wanted.all(|one| !value.contains(one.as_str())),
            "starts_with" => wanted.any(|one| value.starts_with(one.as_str())),
            "is_present" => !value.is_empty(),
            _ => value.is_empty(),
        };
        if condition.or {
            (any, all) = (any || all, true);
        }
    }
    any || all
}
