//! The person: found by what is unique, made where nobody is found, told what has changed.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::answer::{Answer, number};
use super::progress::{By, Stage};
use super::{Plan, Request, Task, escaped};
use crate::domain::{Code, Contact, EventKind};
use crate::platforms::fields::{self, Object};
use crate::platforms::write::{Body, Done, Next, Taught};

impl Task<'_> {
    /// Takes over what is known of the person and of the chat's contact.
    pub(super) fn recall_contact(&mut self) {
        if self.p.contact.is_some() {
            return;
        }
        let known = self.task.known;
        let object = |value: &Option<Value>| value.as_ref().and_then(Value::as_object).cloned();
        let (person, chat) = (object(&known.contact), object(&known.chat));
        let of_person = person.as_ref().and_then(|person| number(person, "id"));
        let of_chat = chat.as_ref().and_then(|chat| number(chat, "contact"));
        let there = |contact: &i64| !self.p.gone_contacts.contains(contact);
        self.p.contact = of_chat.filter(there).or_else(|| of_person.filter(there));
        // It was told to a chat only once it had its place there.
        self.p.joined = self.p.contact.is_some() && self.p.contact == of_chat;
        if self.p.contact.is_some() && self.p.contact == of_person {
            self.p.told =
                person.map(|mut person| fields::take_object(&mut person, "told")).unwrap_or_default();
        }
    }

    /// The way to the contact; none once it is known.
    pub(super) fn plan_contact(&self) -> Option<Plan> {
        if self.p.contact.is_some() {
            return None;
        }
        for by in By::ALL.into_iter().filter(|by| self.unique(*by).is_some()) {
            if !self.p.looked_by.contains(&by) {
                return Some(Plan::Call(Stage::FindContact(by)));
            }
            // The filter may miss what has capital letters; that matters where somebody is surely there, or may be.
            let may_be =
                self.p.refused.contains(&by) || (by == By::Identifier && self.doubts(Stage::CreateContact));
            if may_be && !self.p.searched_by.contains(&by) {
                return Some(Plan::Call(Stage::SearchContact(by)));
            }
        }
        Some(self.again(Stage::CreateContact))
    }

    /// The way of an event that only tells what is known of a person.
    pub(super) fn plan_contact_told(&self) -> Plan {
        if self.event().contact.is_none() {
            return Plan::End(Next::Done(Done::Nothing));
        }
        // Whoever never wrote over a link is nobody there, and comes with the first message.
        if self.event().origin.is_some() && self.p.contact.is_none() {
            return Plan::End(Next::Done(Done::Nothing));
        }
        if self.p.contact.is_none() && self.chat().is_some() && !self.p.looked_for_chat {
            return Plan::Call(Stage::FindChat);
        }
        if let Some(plan) = self.plan_contact() {
            return plan;
        }
        if self.wants_update() {
            return Plan::Call(Stage::UpdateContact);
        }
        Plan::End(Next::Done(Done::Delivered))
    }

    /// Whether the contact is to be told something.
    pub(super) fn wants_update(&self) -> bool {
        let tells = self.only_tells() || self.event().kind == EventKind::MessageReceived;
        tells
            && self.event().contact.is_some()
            && self.p.contact.is_some()
            && !self.p.up_to_date
            && !self.news().is_empty()
    }

    /// Whether the contact is all there is to tell; in a message it is only beside the point.
    pub(super) fn only_tells(&self) -> bool {
        matches!(self.event().kind, EventKind::ContactCreated | EventKind::ContactUpdated)
    }

    pub(super) fn contact_call(&self, stage: Stage) -> Option<Request> {
        Some(match stage {
            Stage::FindContact(by) => {
                // The last condition has no operator, and is the only one.
                let condition = json!({
                    "attribute_key": by.field(), "filter_operator": "equal_to", "values": [self.unique(by)?]
                });
                let body = Body::Json(json!({ "payload": [condition] }));
                (Method::POST, self.path("/contacts/filter")?, body)
            }
            Stage::SearchContact(by) => {
                let path = format!("/contacts/search?q={}", escaped(&self.unique(by)?));
                (Method::GET, self.path(&path)?, Body::Empty)
            }
            Stage::CreateContact => {
                (Method::POST, self.path("/contacts")?, Body::Json(Value::Object(self.new_contact())))
            }
            Stage::JoinInbox => {
                let path = self.path(&format!("/contacts/{}/contact_inboxes", self.p.contact?))?;
                let body = json!({ "inbox_id": self.options.inbox_id?, "source_id": self.chat()? });
                (Method::POST, path, Body::Json(body))
            }
            Stage::UpdateContact => {
                let path = self.path(&format!("/contacts/{}", self.p.contact?))?;
                (Method::PUT, path, Body::Json(Value::Object(self.news())))
            }
            _ => return None,
        })
    }

    /// Everything known of the person, by Chatwoot's names.
    fn facts(&self) -> Object {
        let nobody = Contact::default();
        let contact = self.event().contact.as_ref().unwrap_or(&nobody);
        let mut facts = Object::new();
        if let Some(name) = text(&contact.name) {
            facts.insert("name".to_owned(), name.into());
        }
        let mut custom = Object::new();
        let mut additional = Object::new();
        for (name, value) in &contact.attributes {
            match (name.as_str(), value) {
                // As Chatwoot itself tells of a contact.
                ("custom_attributes", Value::Object(own)) => custom.extend(own.clone()),
                ("additional_attributes", Value::Object(own)) => additional.extend(own.clone()),
                ("blocked", Value::Bool(_)) => {}
                _ => {
                    custom.insert(name.clone(), value.clone());
                }
            }
        }
        let given = [
            (By::Identifier, identifier(contact)),
            (By::Email, text(&contact.email)),
            (By::Phone, text(&contact.phone)),
        ];
        for (by, given) in given {
            let Some(given) = given else { continue };
            match self.unique(by).filter(|_| !self.p.refused.contains(&by)) {
                Some(accepted) => {
                    facts.insert(by.field().to_owned(), accepted.into());
                }
                // Kept where it does no harm: an agent can still read it.
                None => {
                    let name = if by == By::Phone { "phone" } else { by.field() };
                    custom.entry(name).or_insert_with(|| given.into());
                }
            }
        }
        if let Some(avatar) = text(&contact.avatar_url) {
            facts.insert("avatar_url".to_owned(), avatar.into());
        }
        for (name, attributes) in [("custom_attributes", custom), ("additional_attributes", additional)] {
            if !attributes.is_empty() {
                facts.insert(name.to_owned(), Value::Object(attributes));
            }
        }
        facts
    }

    /// The value of what is unique, as Chatwoot takes it; none where there is none, or none it would take.
    fn unique(&self, by: By) -> Option<String> {
        let contact = self.event().contact.as_ref();
        match by {
            // A chat without a person is its own person.
            By::Identifier => contact.map_or_else(|| self.chat(), identifier).map(str::to_owned),
            By::Email => text(&contact?.email).and_then(email).map(str::to_owned),
            By::Phone => text(&contact?.phone).and_then(e164),
        }
    }

    fn new_contact(&self) -> Object {
        let mut contact = Object::new();
        // Without our chat's key, the inbox would give it another of its own making.
        if let (Some(inbox), Some(chat)) = (self.options.inbox_id, self.chat()) {
            contact.insert("inbox_id".to_owned(), inbox.into());
            contact.insert("source_id".to_owned(), chat.into());
        }
        contact.extend(self.facts());
        if !contact.contains_key("identifier")
            && !self.p.refused.contains(&By::Identifier)
            && let Some(identifier) = self.unique(By::Identifier)
        {
            contact.insert("identifier".to_owned(), identifier.into());
        }
        if !contact.contains_key("name") {
            contact.insert("name".to_owned(), self.some_name().into());
        }
        contact
    }

    /// What to call somebody who has given no name.
    fn some_name(&self) -> String {
        let event = self.event();
        let chat_name = event.detail.get("chatName").and_then(Value::as_str);
        let author = event.message.as_ref().filter(|_| event.kind == EventKind::MessageReceived);
        let known = chat_name.or_else(|| author?.author.as_deref()).filter(|name| !name.is_empty());
        known.map(str::to_owned).or_else(|| self.unique(By::Identifier)).unwrap_or_default()
    }

    /// What the contact has not been told yet.
    fn news(&self) -> Object {
        let mut news = Object::new();
        for (name, value) in self.facts() {
            match (value, self.p.told.get(&name)) {
                (Value::Object(ours), Some(Value::Object(told))) => {
                    let new: Object =
                        ours.into_iter().filter(|(name, value)| told.get(name) != Some(value)).collect();
                    if !new.is_empty() {
                        news.insert(name, Value::Object(new));
                    }
                }
                (value, told) if told != Some(&value) => {
                    news.insert(name, value);
                }
                _ => {}
            }
        }
        news
    }

    /// From now on all that is known counts as told.
    fn all_told(&mut self) {
        for (name, value) in self.facts() {
            match (self.p.told.get_mut(&name), value) {
                (Some(Value::Object(told)), Value::Object(ours)) => told.extend(ours),
                (_, value) => {
                    self.p.told.insert(name, value);
                }
            }
        }
    }

    /// Takes a contact that was found. What it has already is left as it is: agents may have put it right.
    pub(super) fn take_contact(&mut self, found: &Object) -> bool {
        let Some(id) = number(found, "id").filter(|id| !self.p.gone_contacts.contains(id)) else {
            return false;
        };
        if self.p.contact == Some(id) {
            return true;
        }
        self.p.contact = Some(id);
        self.p.told = Object::new();
        for (name, value) in self.facts() {
            let theirs = match name.as_str() {
                "avatar_url" => found.get("thumbnail").or_else(|| found.get("avatar_url")),
                _ => found.get(&name),
            };
            match (theirs, value) {
                (Some(Value::Object(theirs)), Value::Object(ours)) => {
                    let had: Object =
                        ours.into_iter().filter(|(name, _)| theirs.contains_key(name)).collect();
                    self.p.told.insert(name, Value::Object(had));
                }
                (Some(Value::String(theirs)), value) if !theirs.is_empty() => {
                    self.p.told.insert(name, value);
                }
                _ => {}
            }
        }
        self.teach_contact();
        true
    }

    fn teach_contact(&mut self) {
        if self.event().contact.is_some() {
            let known = json!({ "id": self.p.contact, "told": self.p.told });
            self.taught.push(Taught::Contact(known));
        }
    }

    /// The contact is gone. Another is looked for, once.
    pub(super) fn contact_is_gone(&mut self, otherwise: Next) -> Option<Next> {
        let Some(gone) = self.p.contact.filter(|_| self.p.gone_contacts.is_empty()) else {
            return Some(otherwise);
        };
        self.p.gone_contacts.push(gone);
        self.p.contact = None;
        self.p.told = Object::new();
        (self.p.joined, self.p.contact_is_new, self.p.up_to_date) = (false, false, false);
        self.p.looked_by.clear();
        self.p.searched_by.clear();
        if self.event().contact.is_some() {
            self.taught.push(Taught::Contact(json!({})));
        }
        None
    }

    pub(super) fn hear_found_contact(&mut self, answer: &Answer<'_>, by: By, searched: bool) -> Option<Next> {
        let looked = if searched { &mut self.p.searched_by } else { &mut self.p.looked_by };
        looked.push(by);
        let listed = match answer.contacts().filter(|_| answer.is_success()) {
            Some(listed) => listed,
            // A server that cannot look for this has nobody to show.
            None if matches!(answer.status.as_u16(), 400 | 405 | 406 | 422) => return None,
            None if answer.status == StatusCode::NOT_FOUND && self.p.looked_for_chat => return None,
            None => return Some(self.unreadable(answer)),
        };
        let wanted = self.unique(by)?;
        if let Some(found) = listed.into_iter().find(|listed| is(listed, by, &wanted)).cloned()
            && self.take_contact(&found)
            && self.doubts(Stage::CreateContact)
        {
            self.p.doubt = None;
        }
        None
    }

    pub(super) fn hear_created_contact(&mut self, answer: &Answer<'_>) -> Option<Next> {
        if answer.is_success() {
            let Some(id) = answer.contact().and_then(|contact| number(contact, "id")) else {
                self.doubt(Stage::CreateContact, Some(Code::Plat02));
                return None;
            };
            self.p.contact = Some(id);
            self.p.contact_is_new = true;
            self.p.joined = self.chat().is_some_and(|chat| joined_under(answer, chat));
            self.p.told = Object::new();
            self.all_told();
            self.teach_contact();
            return None;
        }
        match answer.status {
            StatusCode::UNPROCESSABLE_ENTITY if self.refuse_named(answer) => None,
            // A key that another contact has makes their server stumble instead of saying so.
            StatusCode::INTERNAL_SERVER_ERROR if self.may_go_by_key() => {
                self.p.by_key = true;
                None
            }
            _ => Some(self.not_created(Stage::CreateContact, answer)),
        }
    }

    /// Takes note of what is refused by name; false when nothing new is.
    fn refuse_named(&mut self, answer: &Answer<'_>) -> bool {
        let named = answer.fields_named();
        let is_new = |by: &By| {
            named.iter().any(|name| name == by.field())
                && self.unique(*by).is_some()
                && !self.p.refused.contains(by)
        };
        let new: Vec<By> = By::ALL.into_iter().filter(is_new).collect();
        // Somebody may have got it since it was looked for.
        self.p.looked_by.retain(|by| !new.contains(by));
        self.p.refused.extend(&new);
        !new.is_empty()
    }

    /// Whether the conversation may be made by our chat's key alone, whoever has it.
    pub(super) fn may_go_by_key(&self) -> bool {
        !self.only_tells() && !self.p.by_key && !self.p.by_key_failed && self.chat().is_some()
    }

    pub(super) fn hear_joined(&mut self, answer: &Answer<'_>) -> Option<Next> {
        match answer.status.as_u16() {
            200..=299 if answer.is_theirs() => {
                self.p.joined = true;
                None
            }
            404 => self.contact_is_gone(Next::Barred(Code::Id01)),
            // The key is another contact's.
            422 | 500 if !answer.says("api inbox") && self.may_go_by_key() => {
                self.p.by_key = true;
                None
            }
            _ => Some(self.unreadable(answer)),
        }
    }

    pub(super) fn hear_updated_contact(&mut self, answer: &Answer<'_>) -> Option<Next> {
        let matters = self.only_tells();
        match answer.status.as_u16() {
            200..=299 => {
                self.all_told();
                self.p.up_to_date = true;
                self.teach_contact();
                None
            }
            404 if matters => self.contact_is_gone(Next::Rejected(Code::Id03)),
            404 => {
                self.p.up_to_date = true;
                self.taught.push(Taught::Contact(json!({})));
                None
            }
            422 if self.refuse_named(answer) => None,
            // Refused once, it would be refused with every message.
            400..=499 if !matters && !matches!(answer.status.as_u16(), 401 | 403 | 429) => {
                self.all_told();
                self.p.up_to_date = true;
                self.teach_contact();
                None
            }
            // No message waits for a name.
            500..=599 if !matters => {
                self.p.up_to_date = true;
                None
            }
            _ => Some(answer.refusal(self.task.now)),
        }
    }
}

fn text(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// Our own id of a person: the one that was given, else what the person is called with us.
fn identifier(contact: &Contact) -> Option<&str> {
    text(&contact.identifier).or_else(|| Some(contact.key.as_str()).filter(|key| !key.is_empty()))
}

/// An e-mail address, as far as can be seen.
fn email(text: &str) -> Option<&str> {
    let (name, host) = text.split_once('@')?;
    let plain =
        !name.is_empty() && host.contains('.') && !text.contains(|c: char| c.is_whitespace() || c == ',');
    plain.then_some(text)
}

/// A phone number as Chatwoot wants it, E.164: a plus and up to 15 digits. None for one whose country nobody can tell.
fn e164(text: &str) -> Option<String> {
    let plain: String =
        text.chars().filter(|sign| !matches!(sign, ' ' | '-' | '(' | ')' | '.' | '/' | '\u{a0}')).collect();
    let digits = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"))?;
    let well_formed = (2..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|digit| digit.is_ascii_digit());
    well_formed.then(|| format!("+{digits}"))
}

/// Whether a listed contact has this. Servers list what is only alike.
fn is(listed: &Object, by: By, wanted: &str) -> bool {
    fields::id(listed, by.field()).is_some_and(|has| match by {
        By::Identifier => has == wanted,
        By::Email => has.eq_ignore_ascii_case(wanted),
        By::Phone => e164(&has).as_deref() == Some(wanted),
    })
}

/// Whether the answer to a contact's creation shows it in an inbox under our chat's key.
fn joined_under(answer: &Answer<'_>, chat: &str) -> bool {
    let beside = answer.json.pointer("/payload/contact_inbox/source_id").and_then(Value::as_str);
    let inboxes =
        answer.contact().and_then(|contact| contact.get("contact_inboxes")).and_then(Value::as_array);
    let listed =
        inboxes.into_iter().flatten().filter_map(|inbox| inbox.get("source_id").and_then(Value::as_str));
    listed.chain(beside).any(|source_id| source_id == chat)
}
