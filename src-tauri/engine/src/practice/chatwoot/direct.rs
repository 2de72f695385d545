//! The rules of a practice Chatwoot asked without HTTP, for tests of what writes to it and does no I/O itself.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde_json::Value;

use super::answers::Refusal;
use super::records::{InboxKind, Role};
use super::routes::{self, Answer, Asked, User};
use super::state::State;
use super::{Switches, public};
use crate::domain::Timestamp;
use crate::practice::form::Fields;

/// An account with one API inbox, number 7, and a website's, number 8.
#[derive(Debug)]
pub(crate) struct Desk {
    /// What it keeps.
    pub(crate) state: State,
    user: User,
}

impl Desk {
    pub(crate) fn new(now: Timestamp) -> Self {
        let account = (1, "Practice Ltd.".to_owned());
        let mut state = State::new(account, "https://chat.example.test".to_owned(), Switches::default());
        state.add_inbox("Relay", InboxKind::Api, None, now);
        state.add_inbox("Website", InboxKind::Website, None, now);
        let user = User { token: String::new(), agent: state.agents[0].clone(), role: Role::Administrator };
        Self { state, user }
    }

    /// What is answered to a request whose token was accepted. A body is JSON or, with this content type, a form.
    pub(crate) fn ask(
        &mut self,
        method: &Method,
        path: &str,
        content_type: &str,
        body: &Bytes,
        now: Timestamp,
    ) -> (StatusCode, String) {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut headers = HeaderMap::new();
        headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_str(content_type).unwrap());
        let fields = Fields::read(query, &headers, body).unwrap();
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        let answered = match segments.as_slice() {
            ["public", "api", "v1", "inboxes", path @ ..] => {
                public::answer(&mut self.state, method, path, &fields, now)
            }
            ["api", "v1", "accounts", "1", path @ ..] => {
                routes::account(&mut self.state, Asked { method, path, fields, user: &self.user, now })
            }
            _ => Err(Refusal::not_found()),
        };
        match answered {
            Ok(Answer::Json(body)) => (StatusCode::OK, body.to_string()),
            Ok(Answer::Empty) => (StatusCode::OK, String::new()),
            Err(Refusal(status, body)) => (status, Value::to_string(&body)),
        }
    }

    /// A visitor of the website begins a conversation; gives its number and its chat's key.
    pub(crate) fn visitor(&mut self, now: Timestamp) -> (i64, String) {
        let contact = super::records::Contact {
            id: 0,
            name: "Visitor".to_owned(),
            email: None,
            phone: None,
            identifier: None,
            avatar: String::new(),
            blocked: false,
            additional: serde_json::Map::new(),
            custom: serde_json::Map::new(),
            created: now,
        };
        let contact = self.state.add_contact(contact, now).unwrap();
        let place = self.state.place(contact, 8, None).unwrap();
        (self.state.add_chat(&place, |_| {}, now).unwrap(), place.source_id)
    }

    /// Removes a conversation, as an administrator may.
    pub(crate) fn remove_chat(&mut self, id: i64) {
        self.state.chats.retain(|chat| chat.id != id);
    }

    /// Removes a contact with its conversations and its places in inboxes.
    pub(crate) fn remove_contact(&mut self, id: i64) {
        self.state.contacts.retain(|contact| contact.id != id);
        self.state.chats.retain(|chat| chat.contact.id != id);
        self.state.places.retain(|place| place.contact != id);
    }
}
