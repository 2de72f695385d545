//! What the agents of a practice Chatwoot do at their dashboard, and the visitors of its website in their chat window. Everything that
//! follows from it (webhooks, painting) happens by itself.

use bytes::Bytes;
use serde_json::Map;

use super::messages::NewMessage;
use super::records::{Chat, Contact, Kind, Message};
use super::routes;
use super::server::Server;
use super::state::ContactInbox;
use crate::practice::form::File;

/// A file somebody adds to a message.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// MIME type.
    pub content_type: String,
    /// The bytes.
    pub bytes: Bytes,
}

/// What somebody writes.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The words.
    pub text: String,
    /// Files.
    pub files: Vec<Upload>,
    /// A note among agents.
    pub private: bool,
}

impl From<&str> for Draft {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl Draft {
    /// The same with one more file.
    #[must_use]
    pub fn file(mut self, name: &str, content_type: &str, bytes: impl Into<Bytes>) -> Self {
        let file =
            Upload { name: name.to_owned(), content_type: content_type.to_owned(), bytes: bytes.into() };
        self.files.push(file);
        self
    }

    /// The same as a note among agents.
    #[must_use]
    pub fn private(mut self) -> Self {
        self.private = true;
        self
    }

    fn message(self, kind: Kind) -> NewMessage {
        let file = |file: Upload| File {
            field: "attachments".to_owned(),
            name: file.name,
            content_type: file.content_type,
            bytes: file.bytes,
        };
        NewMessage {
            private: self.private,
            content: (!self.text.is_empty()).then_some(self.text),
            files: self.files.into_iter().map(file).collect(),
            ..NewMessage::text(kind, None, "")
        }
    }
}

impl Server {
    /// An agent writes into a conversation. Gives the message's number; none when there is no such conversation.
    pub fn reply(&self, chat: i64, draft: impl Into<Draft>) -> Option<i64> {
        let message = draft.into().message(Kind::Outgoing);
        self.change(|state, now| {
            let agent = state.agents.get(1).cloned();
            state.add_message(chat, NewMessage { agent, ..message }, now).ok()
        })
        .0
    }

    /// The server itself writes to the customer: a greeting, a survey (`content_type` `input_csat`).
    pub fn greet(&self, chat: i64, text: &str, content_type: &str) -> Option<i64> {
        let message = NewMessage {
            content_type: content_type.to_owned(),
            ..NewMessage::text(Kind::Template, None, text)
        };
        self.change(|state, now| state.add_message(chat, message, now).ok()).0
    }

    /// An agent sets where a conversation stands: one of Chatwoot's four words. False when there is no such word or conversation.
    pub fn set_status(&self, chat: i64, status: &str) -> bool {
        let Ok(status) = super::state::known(&super::state::STATUSES, status) else { return false };
        self.change(|state, now| state.set_status(chat, status, "Noor Agent", now).is_ok()).0
    }

    /// An agent resolves a conversation.
    pub fn resolve(&self, chat: i64) -> bool {
        self.set_status(chat, "resolved")
    }

    /// An agent presses "Retry" at a message that failed.
    pub fn retry(&self, chat: i64, message: i64) -> bool {
        self.change(|state, now| routes::retry(state, chat, message, now).is_ok()).0
    }

    /// An agent begins or stops typing.
    pub fn type_in(&self, chat: i64, on: bool) {
        self.change(|state, now| {
            if let Some(agent) = state.agents.get(1).cloned() {
                state.typing(chat, &agent, on, false, now);
            }
        });
    }

    /// An agent looks at a conversation. Nobody is told.
    pub fn agent_reads(&self, chat: i64) {
        self.change(|state, now| state.look(chat, now));
    }

    /// An agent deletes a message.
    pub fn delete(&self, chat: i64, message: i64) -> bool {
        let wipe = |message: &mut Message| {
            message.content = Some("This message was deleted".to_owned());
            message.attachments.clear();
            message.attributes = Map::from_iter([("deleted".to_owned(), true.into())]);
        };
        self.change(|state, now| state.change_message(chat, message, wipe, now).is_ok()).0
    }

    /// The server tells once more that a message was created, as happens when its queue stumbles.
    pub fn tell_again(&self, chat: i64, message: i64) {
        self.change(|state, now| state.tell_of_message(chat, message, "message_created", now));
    }

    /// A visitor writes in the chat window of an inbox. Who comes for the first time becomes a contact of that name; who has no conversation
    /// going on begins one. Gives the numbers of conversation and message; none when there is no such inbox.
    pub fn write(&self, inbox: i64, visitor: &str, draft: impl Into<Draft>) -> Option<(i64, i64)> {
        let message = draft.into().message(Kind::Incoming);
        self.change(|state, now| {
            state.inbox(inbox)?;
            let known =
                state.places.iter().find(|place| place.inbox == inbox && place.source_id == visitor).cloned();
            let place = match known {
                Some(place) => place,
                None => {
                    let contact = Contact {
                        id: 0,
                        name: visitor.to_owned(),
                        email: None,
                        phone: None,
                        identifier: None,
                        avatar: String::new(),
                        blocked: false,
                        additional: Map::new(),
                        custom: Map::new(),
                        created: now,
                    };
                    let contact = state.add_contact(contact, now).ok()?;
                    let place = ContactInbox { contact, inbox, source_id: visitor.to_owned() };
                    state.places.push(place.clone());
                    place
                }
            };
            let going =
                |chat: &&Chat| chat.inbox == inbox && chat.source_id == visitor && chat.status != "resolved";
            let going = state.chats.iter().rfind(going).map(|chat| chat.id);
            let chat = match going {
                Some(chat) => chat,
                None => state.add_chat(&place, |_| {}, now).ok()?,
            };
            let message = state.add_message(chat, message, now).ok()?;
            Some((chat, message))
        })
        .0
    }

    /// The customer looks at a conversation: what was written to them is read.
    pub fn customer_reads(&self, chat: i64) {
        self.change(|state, now| state.contact_looks(chat, now));
    }

    /// Changes what is known of a contact.
    pub fn change_contact(&self, id: i64, change: impl FnOnce(&mut Contact)) -> bool {
        self.change(|state, now| {
            let Some(mut contact) = state.contact(id).cloned() else { return false };
            change(&mut contact);
            state.change_contact(contact, now).is_ok()
        })
        .0
    }
}
