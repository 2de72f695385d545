//! The rules of a Chatwoot: what may be created, what follows from what, and whom it tells. Pure: time comes in, and what is to be told
//! waits in [`State::take_told`] for whoever sends it.

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Value, json};

use super::Chatwoot;
use super::answers::Refusal;
use super::records::{Agent, Chat, Contact, Inbox, InboxKind};
use super::switches::Switches;
use super::telling::Told;
use crate::domain::Timestamp;
use crate::practice::random::Random;

/// Where a conversation may stand.
pub(super) const STATUSES: [&str; 4] = ["open", "resolved", "pending", "snoozed"];
/// What may become of a message.
pub(super) const MESSAGE_STATUSES: [&str; 4] = ["sent", "delivered", "read", "failed"];

/// An account's webhook.
#[derive(Clone, Debug)]
pub(super) struct Webhook {
    pub(super) id: i64,
    pub(super) name: Option<String>,
    pub(super) url: String,
    pub(super) subscriptions: Vec<String>,
    pub(super) secret: String,
}

/// A contact's place in an inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ContactInbox {
    pub(super) contact: i64,
    pub(super) inbox: i64,
    pub(super) source_id: String,
}

/// A stored file.
#[derive(Clone, Debug)]
pub(super) struct Blob {
    pub(super) key: String,
    pub(super) content_type: String,
    pub(super) bytes: Bytes,
}

/// Everything a Chatwoot keeps of one account. What is public is for looking at.
#[derive(Debug)]
pub struct State {
    /// How it behaves.
    pub switches: Switches,
    /// Its conversations, oldest first.
    pub chats: Vec<Chat>,
    /// Its contacts, oldest first.
    pub contacts: Vec<Contact>,
    /// Its inboxes.
    pub inboxes: Vec<Inbox>,
    pub(super) account: (i64, String),
    /// Where it is reached, without a slash at the end.
    pub(super) base: String,
    /// The user behind the token, then those who sit at the dashboard.
    pub(super) agents: Vec<Agent>,
    pub(super) webhooks: Vec<Webhook>,
    pub(super) places: Vec<ContactInbox>,
    pub(super) blobs: Vec<Blob>,
    pub(super) told: Vec<Told>,
    pub(super) random: Random,
    pub(super) last_message: i64,
    pub(super) last_file: i64,
}

impl State {
    pub(super) fn new(account: (i64, String), base: String, switches: Switches) -> Self {
        let agent =
            |id, name: &str, email: &str| Agent { id, name: name.to_owned(), email: email.to_owned() };
        Self {
            switches,
            chats: Vec::new(),
            contacts: Vec::new(),
            inboxes: Vec::new(),
            account,
            base,
            agents: vec![
                agent(10, "Relay Integration", "relay@practice.example"),
                agent(11, "Noor Agent", "noor@practice.example"),
            ],
            webhooks: Vec::new(),
            places: Vec::new(),
            blobs: Vec::new(),
            told: Vec::new(),
            random: Random::new(4_150),
            last_message: 70_000,
            last_file: 300,
        }
    }

    /// The conversation with this number.
    #[must_use]
    pub fn chat(&self, id: i64) -> Option<&Chat> {
        self.chats.iter().find(|chat| chat.id == id)
    }

    /// The conversations of a chat, oldest first.
    #[must_use]
    pub fn chats_of(&self, source_id: &str) -> Vec<&Chat> {
        self.chats.iter().filter(|chat| chat.source_id == source_id).collect()
    }

    /// The contact with this number.
    #[must_use]
    pub fn contact(&self, id: i64) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// The inbox with this number.
    #[must_use]
    pub fn inbox(&self, id: i64) -> Option<&Inbox> {
        self.inboxes.iter().find(|inbox| inbox.id == id)
    }

    /// What waits to be told, taken out.
    pub(super) fn take_told(&mut self) -> Vec<Told> {
        std::mem::take(&mut self.told)
    }

    pub(super) fn word(&mut self) -> String {
        self.random.uuid().replace('-', "")
    }

    // -- inboxes and webhooks

    pub(super) fn add_inbox(
        &mut self,
        name: &str,
        kind: InboxKind,
        webhook_url: Option<String>,
        now: Timestamp,
    ) -> i64 {
        let id = self.inboxes.last().map_or(7, |inbox| inbox.id + 1);
        let (secret, hmac_token, identifier) = (self.word(), self.word(), self.word());
        self.inboxes.push(Inbox {
            id,
            name: name.to_owned(),
            kind,
            webhook_url,
            secret,
            hmac_token,
            identifier,
            lock_to_single: false,
            closed_to_agents: false,
            created: now,
        });
        id
    }

    pub(super) fn add_webhook(
        &mut self,
        name: Option<String>,
        url: &str,
        subscriptions: Vec<String>,
    ) -> Result<i64, Refusal> {
        if !url.starts_with("http") {
            return Err(Refusal::invalid(&[("url", "Url is invalid")]));
        }
        if self.webhooks.iter().any(|webhook| webhook.url == url) {
            return Err(Refusal::invalid(&[("url", "Url has already been taken")]));
        }
        let id = self.webhooks.last().map_or(5, |webhook| webhook.id + 1);
        let secret = self.word();
        self.webhooks.push(Webhook { id, name, url: url.to_owned(), subscriptions, secret });
        Ok(id)
    }

    // -- contacts

    /// What is wrong with a contact: taken or malformed columns.
    pub(super) fn complaints(&self, contact: &Contact) -> Vec<(&'static str, &'static str)> {
        let others = || self.contacts.iter().filter(|other| other.id != contact.id);
        let mut complaints = Vec::new();
        if let Some(email) = &contact.email {
            if others().any(|other| other.email.as_deref().is_some_and(|one| one.eq_ignore_ascii_case(email)))
            {
                complaints.push(("email", "Email has already been taken"));
            }
            if !email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) {
                complaints.push(("email", "Email Invalid email"));
            }
        }
        if contact.identifier.is_some() && others().any(|other| other.identifier == contact.identifier) {
            complaints.push(("identifier", "Identifier has already been taken"));
        }
        if let Some(phone) = &contact.phone {
            if others().any(|other| other.phone.as_ref() == Some(phone)) {
                complaints.push(("phone_number", "Phone number has already been taken"));
            }
            if !is_e164(phone) {
                complaints.push(("phone_number", "Phone number should be in e164 format"));
            }
        }
        complaints
    }

    /// Enters a contact; its number is given here.
    pub(super) fn add_contact(&mut self, mut contact: Contact, now: Timestamp) -> Result<i64, Refusal> {
        contact.id = self.contacts.last().map_or(501, |last| last.id + 1);
        let complaints = self.complaints(&contact);
        if !complaints.is_empty() {
            return Err(Refusal::invalid(&complaints));
        }
        let id = contact.id;
        self.tell((None, "contact_created", 0, None), now, |chatwoot| chatwoot.contact_created(&contact));
        self.contacts.push(contact);
        Ok(id)
    }

    /// Deletes a contact and its conversations with it. Nobody is told: only what is made and changed is.
    pub(super) fn delete_contact(&mut self, id: i64) -> Result<(), Refusal> {
        self.contact(id).ok_or_else(Refusal::not_found)?;
        self.contacts.retain(|contact| contact.id != id);
        self.places.retain(|place| place.contact != id);
        self.chats.retain(|chat| chat.contact.id != id);
        Ok(())
    }

    /// Replaces a contact, here and in its conversations.
    pub(super) fn change_contact(&mut self, contact: Contact, now: Timestamp) -> Result<(), Refusal> {
        let complaints = self.complaints(&contact);
        if !complaints.is_empty() {
            return Err(Refusal::invalid(&complaints));
        }
        let Some(kept) = self.contacts.iter_mut().find(|one| one.id == contact.id) else {
            return Err(Refusal::not_found());
        };
        let before = std::mem::replace(kept, contact.clone());
        for chat in self.chats.iter_mut().filter(|chat| chat.contact.id == contact.id) {
            chat.contact = contact.clone();
        }
        let mut changed = Vec::new();
        for (name, old, new) in [
            ("name", json!(before.name), json!(contact.name)),
            ("email", json!(before.email), json!(contact.email)),
            ("phone_number", json!(before.phone), json!(contact.phone)),
            ("identifier", json!(before.identifier), json!(contact.identifier)),
            ("custom_attributes", json!(before.custom), json!(contact.custom)),
            ("additional_attributes", json!(before.additional), json!(contact.additional)),
        ] {
            if old != new {
                changed.push((name, old, new));
            }
        }
        if !changed.is_empty() {
            self.tell((None, "contact_updated", 0, None), now, |chatwoot| {
                chatwoot.contact_updated(&contact, &changed)
            });
        }
        Ok(())
    }

    /// A contact's place in an inbox under this key, found or made; without a key always a new one. None: the key is somebody else's.
    pub(super) fn place(
        &mut self,
        contact: i64,
        inbox: i64,
        source_id: Option<&str>,
    ) -> Option<ContactInbox> {
        let source_id = match source_id {
            Some(source_id) => {
                let taken =
                    self.places.iter().find(|place| place.inbox == inbox && place.source_id == source_id);
                match taken {
                    Some(place) if place.contact == contact => return Some(place.clone()),
                    Some(_) => return None,
                    None => source_id.to_owned(),
                }
            }
            None => self.random.uuid(),
        };
        let place = ContactInbox { contact, inbox, source_id };
        self.places.push(place.clone());
        Some(place)
    }

    // -- conversations

    /// Begins a conversation.
    pub(super) fn add_chat(
        &mut self,
        place: &ContactInbox,
        begin: impl FnOnce(&mut Chat),
        now: Timestamp,
    ) -> Result<i64, Refusal> {
        let contact = self.contact(place.contact).ok_or_else(Refusal::not_found)?.clone();
        let id = self.chats.last().map_or(1, |chat| chat.id + 1);
        let mut chat = Chat::new(id, place.inbox, place.source_id.clone(), contact, now);
        if chat.contact.blocked {
            chat.status = "resolved";
        }
        begin(&mut chat);
        self.chats.push(chat);
        self.tell_of_chat(id, "conversation_created", now, Chatwoot::conversation_created);
        Ok(id)
    }

    /// Changes a conversation and tells of the columns that are different now.
    pub(super) fn change_chat(
        &mut self,
        id: i64,
        change: impl FnOnce(&mut Chat),
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let Some(chat) = self.chats.iter_mut().find(|chat| chat.id == id) else {
            return Err(Refusal::not_found());
        };
        let before = chat.clone();
        change(chat);
        let after = chat.clone();
        let mut changed: Vec<(&str, Value, Value)> = Vec::new();
        for (name, old, new) in [
            ("status", json!(before.status), json!(after.status)),
            (
                "assignee_id",
                json!(before.assignee.map(|one| one.id)),
                json!(after.assignee.map(|one| one.id)),
            ),
            ("snoozed_until", json!(before.snoozed_until), json!(after.snoozed_until)),
            ("custom_attributes", json!(before.custom), json!(after.custom)),
            ("label_list", json!(before.labels), json!(after.labels)),
            ("waiting_since", json!(before.waiting_since), json!(after.waiting_since)),
            ("first_reply_created_at", json!(before.first_reply), json!(after.first_reply)),
        ] {
            if old != new {
                changed.push((name, old, new));
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        chat.updated = now;
        if before.status != after.status {
            self.tell_of_chat(id, "conversation_status_changed", now, Chatwoot::conversation_status_changed);
        }
        self.tell_of_chat(id, "conversation_updated", now, |chatwoot, chat| {
            chatwoot.conversation_updated(chat, &changed)
        });
        Ok(())
    }

    /// Sets where a conversation stands; the server remarks on it.
    pub(super) fn set_status(
        &mut self,
        id: i64,
        status: &'static str,
        by: &str,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let before = self.chat(id).ok_or_else(Refusal::not_found)?.status;
        self.change_chat(id, |chat| chat.status = status, now)?;
        if before != status {
            let word = if status == "open" { "reopened".to_owned() } else { format!("marked {status}") };
            self.remark(id, format!("Conversation was {word} by {by}"), now);
        }
        Ok(())
    }

    /// An agent's typing, which only webhooks hear.
    pub(super) fn typing(&mut self, id: i64, agent: &Agent, on: bool, private: bool, now: Timestamp) {
        let event = if on { "conversation_typing_on" } else { "conversation_typing_off" };
        self.tell_of_chat(id, event, now, |chatwoot, chat| chatwoot.typing(chat, agent, on, private));
    }

    pub(super) fn with_chat(&mut self, id: i64, change: impl FnOnce(&mut Chat)) {
        if let Some(chat) = self.chats.iter_mut().find(|chat| chat.id == id) {
            change(chat);
        }
    }

    pub(super) fn look(&mut self, id: i64, now: Timestamp) {
        self.with_chat(id, |chat| {
            chat.agent_seen = Some(now);
            chat.unread = 0;
        });
    }
}

/// `+` and up to fifteen digits, the first of them no zero.
fn is_e164(phone: &str) -> bool {
    phone.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The status of that name.
pub(super) fn known(statuses: &[&'static str], name: &str) -> Result<&'static str, Refusal> {
    statuses.iter().copied().find(|one| *one == name).ok_or_else(|| {
        Refusal::error(StatusCode::UNPROCESSABLE_ENTITY, format!("'{name}' is not a valid status"))
    })
}
