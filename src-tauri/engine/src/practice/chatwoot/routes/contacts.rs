//! Contacts and their places in inboxes.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::conversations::conversations;
use super::filters::{conditions, holds};
use super::{Answered, Asked, current_page, ok, page};
use crate::practice::chatwoot::answers::{self, Refusal};
use crate::practice::chatwoot::records::{Chat, Contact};
use crate::practice::chatwoot::state::State;
use crate::practice::form::Fields;

/// Contacts of a page.
const CONTACTS: usize = 15;
/// Conversations of a contact.
const OF_CONTACT: usize = 20;

fn with_inboxes(state: &State, contact: &Contact) -> Value {
    let places = state.places.iter().filter(|place| place.contact == contact.id);
    let places: Vec<_> = places.filter_map(|place| Some((place, state.inbox(place.inbox)?))).collect();
    answers::contact_with(contact, &places)
}

/// All of them, page by page.
pub(super) fn list(state: &State, asked: &Asked<'_>) -> Answered {
    contacts(state, asked, state.contacts.iter().collect())
}

/// A page of contacts with the total.
fn contacts(state: &State, asked: &Asked<'_>, all: Vec<&Contact>) -> Answered {
    let shown = page(&asked.fields, &all, CONTACTS);
    let shown: Vec<Value> = shown.iter().map(|contact| with_inboxes(state, contact)).collect();
    ok(
        json!({ "meta": { "count": all.len(), "current_page": current_page(&asked.fields) }, "payload": shown }),
    )
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

pub(super) fn create_contact(state: &mut State, asked: &Asked<'_>) -> Answered {
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
    ok(answers::contact_created(contact, place, state.account.0))
}

pub(super) fn show_contact(state: &State, id: i64) -> Answered {
    let contact = state.contact(id).ok_or_else(Refusal::not_found)?;
    ok(json!({ "payload": with_inboxes(state, contact) }))
}

pub(super) fn change_contact(state: &mut State, asked: &Asked<'_>, id: i64) -> Answered {
    let mut contact = state.contact(id).ok_or_else(Refusal::not_found)?.clone();
    fill(&mut contact, state, &asked.fields);
    state.change_contact(contact, asked.now)?;
    show_contact(state, id)
}

pub(super) fn search(state: &State, asked: &Asked<'_>) -> Answered {
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
    ok(json!({ "meta": meta, "payload": shown }))
}

pub(super) fn filter_contacts(state: &State, asked: &Asked<'_>) -> Answered {
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

pub(super) fn conversations_of(state: &State, contact: i64) -> Answered {
    state.contact(contact).ok_or_else(Refusal::not_found)?;
    let mut chats: Vec<&Chat> = state.chats.iter().filter(|chat| chat.contact.id == contact).collect();
    chats.sort_by_key(|chat| (std::cmp::Reverse(chat.active), std::cmp::Reverse(chat.id)));
    chats.truncate(OF_CONTACT);
    ok(json!({ "payload": conversations(state, &chats) }))
}

pub(super) fn create_contact_inbox(state: &mut State, asked: &Asked<'_>, contact: i64) -> Answered {
    state.contact(contact).ok_or_else(Refusal::not_found)?;
    let inbox = asked.fields.number("inbox_id").filter(|inbox| state.inbox(*inbox).is_some());
    let inbox = inbox.ok_or_else(Refusal::not_found)?;
    let place = state.place(contact, inbox, asked.fields.text("source_id").as_deref());
    let place = place.ok_or_else(Refusal::broken)?;
    ok(answers::contact_inbox(&place, state.inbox(inbox).ok_or_else(Refusal::not_found)?))
}

pub(super) fn contactable(state: &State, contact: i64) -> Answered {
    state.contact(contact).ok_or_else(Refusal::not_found)?;
    let places = state.places.iter().filter(|place| place.contact == contact);
    let shown = places.filter_map(|place| {
        let inbox = state.inbox(place.inbox)?;
        Some(json!({ "inbox": answers::slim_inbox(inbox), "source_id": place.source_id }))
    });
    ok(json!({ "payload": shown.collect::<Vec<_>>() }))
}
