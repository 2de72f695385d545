//! A practice Chatwoot, in the shapes of 4.15 or of the 4.2 that OneHash Chat is made of.
//!
//! | file | what it is |
//! | --- | --- |
//! | here | the webhooks of one inbox, signed when it has a secret; pure |
//! | `records` | what a Chatwoot keeps |
//! | `answers` | what its API answers; pure |
//! | `state`, `messages`, `telling` | its rules: what may be created, what follows from what, whom it tells; pure |
//! | `routes`, `public` | a request of its APIs to a change of the state and an answer; pure |
//! | `server`, `switches` | all of it over real HTTP: sign-in, limits, faults, webhooks, files |
//! | `acts` | what its agents and the visitors of its website do |
//! | `direct` | the rules without HTTP, for tests of what is pure |

mod acts;
mod answers;
#[cfg(test)]
pub(crate) mod direct;
mod messages;
mod public;
mod records;
mod routes;
mod server;
mod state;
mod switches;
mod telling;

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Map, Value, json};
use sha2::Sha256;

pub use self::acts::{Draft, Upload};
pub use self::records::{Agent, Attachment, Chat, Contact, Inbox, InboxKind, Kind, Message, Role};
pub use self::server::{Account, Logged, Server};
pub use self::state::State;
pub use self::switches::{Limits, Switches};

use super::random::Random;
use super::request::Request;
use crate::domain::Timestamp;
use crate::secret::Secret;

/// One inbox of a Chatwoot account, as its webhooks tell of it.
#[derive(Clone, Debug)]
pub struct Chatwoot {
    /// Number and name of the account.
    pub account: (i64, String),
    /// Number and name of the inbox.
    pub inbox: (i64, String),
    /// What kind of inbox it is.
    pub kind: InboxKind,
    /// What it signs with; none for a server too old to sign.
    pub secret: Option<Secret>,
    /// A server made of 4.2: it names no account in conversations, gives deliveries no ids and signs nothing.
    pub old: bool,
}

impl Chatwoot {
    /// An API inbox of today's server.
    #[must_use]
    pub fn new(account: (i64, &str), inbox: (i64, &str), secret: Option<Secret>) -> Self {
        Self {
            account: (account.0, account.1.to_owned()),
            inbox: (inbox.0, inbox.1.to_owned()),
            kind: InboxKind::Api,
            secret,
            old: false,
        }
    }

    /// `message_created`: this message has just been written.
    #[must_use]
    pub fn message_created(&self, chat: &Chat, message: &Message) -> Value {
        self.message("message_created", chat, message)
    }

    /// `message_updated`: something about this message is different.
    #[must_use]
    pub fn message_updated(&self, chat: &Chat, message: &Message) -> Value {
        self.message("message_updated", chat, message)
    }

    /// `conversation_created`.
    #[must_use]
    pub fn conversation_created(&self, chat: &Chat) -> Value {
        self.with_event(self.conversation(chat), "conversation_created")
    }

    /// `conversation_updated`: these columns are different now, with the value before and after.
    #[must_use]
    pub fn conversation_updated(&self, chat: &Chat, changed: &[(&str, Value, Value)]) -> Value {
        let mut body = self.with_event(self.conversation(chat), "conversation_updated");
        body["changed_attributes"] = differences(changed);
        body
    }

    /// `conversation_status_changed`, to the status the chat has now.
    #[must_use]
    pub fn conversation_status_changed(&self, chat: &Chat) -> Value {
        let mut body = self.with_event(self.conversation(chat), "conversation_status_changed");
        body["changed_attributes"] = Value::Null;
        body
    }

    /// `conversation_typing_on` or `_off`, by an agent.
    #[must_use]
    pub fn typing(&self, chat: &Chat, agent: &Agent, on: bool, private: bool) -> Value {
        let event = if on { "conversation_typing_on" } else { "conversation_typing_off" };
        json!({ "event": event, "user": user(agent), "conversation": self.conversation(chat), "is_private": private })
    }

    /// `contact_created`, which only an account's webhook gets.
    #[must_use]
    pub fn contact_created(&self, contact: &Contact) -> Value {
        self.with_event(self.contact(contact), "contact_created")
    }

    /// `contact_updated`, which only an account's webhook gets.
    #[must_use]
    pub fn contact_updated(&self, contact: &Contact, changed: &[(&str, Value, Value)]) -> Value {
        let mut body = self.with_event(self.contact(contact), "contact_updated");
        body["changed_attributes"] = differences(changed);
        body
    }

    /// The request that carries such a body, signed at `now`. `random` gives its delivery id.
    #[must_use]
    pub fn request(&self, body: &Value, random: &mut Random, now: Timestamp) -> Request {
        let request = Request::json(body, "application/json").header("accept", "application/json");
        if self.old {
            return request;
        }
        let request = request.header("x-chatwoot-delivery", random.uuid());
        let Some(secret) = &self.secret else { return request };
        let seconds = (now.0 / 1_000).to_string();
        let signature = signature(secret, &seconds, &request.body);
        request
            .header("x-chatwoot-timestamp", seconds)
            .header("x-chatwoot-signature", format!("sha256={signature}"))
    }

    fn message(&self, event: &str, chat: &Chat, message: &Message) -> Value {
        let mut body = json!({
            "account": self.account(),
            "additional_attributes": {}, "content_attributes": message.attributes, "content_type": message.content_type,
            "content": message.content,
            "conversation": self.conversation(chat),
            "created_at": iso(message.at),
            "id": message.id,
            "inbox": { "id": self.inbox.0, "name": self.inbox.1 },
            "message_type": message.kind.name(),
            "private": message.private,
            "sender": match (message.kind, &message.agent) {
                (Kind::Incoming, _) => self.contact(&chat.contact),
                (_, Some(agent)) => user(agent),
                (_, None) => Value::Null,
            },
            "source_id": message.source_id,
        });
        if !message.attachments.is_empty() {
            body["attachments"] = attachments(message, self.account.0);
        }
        self.with_event(body, event)
    }

    fn conversation(&self, chat: &Chat) -> Value {
        let created = iso(chat.created);
        let mut body = json!({
            "additional_attributes": chat.additional, "can_reply": true, "channel": self.kind.channel(),
            "contact_inbox": {
                "id": chat.contact.id + 8_000, "contact_id": chat.contact.id, "inbox_id": self.inbox.0, "source_id": chat.source_id,
                "created_at": created, "updated_at": created, "hmac_verified": false, "pubsub_token": format!("practice{}", chat.id),
            },
            "id": chat.id, "inbox_id": self.inbox.0,
            "messages": chat.newest().map(|message| nested(chat, message, self.account.0)).into_iter().collect::<Vec<_>>(),
            "labels": chat.labels,
            "meta": {
                "sender": slim(&chat.contact), "assignee": chat.assignee.as_ref().map(slim_user),
                "assignee_type": chat.assignee.is_some().then_some("User"), "team": null, "hmac_verified": false,
            },
            "status": chat.status, "custom_attributes": chat.custom, "snoozed_until": chat.snoozed_until, "unread_count": chat.unread,
            "first_reply_created_at": chat.first_reply.map(iso), "priority": null, "waiting_since": seconds(chat.waiting_since),
            "agent_last_seen_at": seconds(chat.agent_seen), "contact_last_seen_at": seconds(chat.contact_seen),
            "last_activity_at": chat.active.0 / 1_000, "timestamp": chat.active.0 / 1_000,
            "created_at": chat.created.0 / 1_000, "updated_at": fraction(chat.updated),
            "account": self.account(),
        });
        if let (true, Value::Object(body)) = (self.old, &mut body) {
            body.remove("account");
            if let Some(Value::Object(meta)) = body.get_mut("meta") {
                meta.remove("assignee_type");
            }
        }
        body
    }

    fn account(&self) -> Value {
        json!({ "id": self.account.0, "name": self.account.1 })
    }

    fn contact(&self, contact: &Contact) -> Value {
        let mut body = json!({ "account": self.account(), "avatar": contact.avatar });
        if let (Value::Object(body), Value::Object(mut rest)) = (&mut body, slim(contact)) {
            // Only contacts inside a conversation carry their type.
            rest.remove("type");
            body.extend(rest);
        }
        body
    }

    fn with_event(&self, mut body: Value, event: &str) -> Value {
        body["event"] = json!(event);
        body
    }
}

/// A message inside a conversation has another shape than one of its own: number types and unix times.
fn nested(chat: &Chat, message: &Message, account: i64) -> Value {
    let (sender_type, sender_id, sender) = sender(chat, message);
    let mut body = json!({
        "id": message.id, "content": message.content, "account_id": account, "inbox_id": chat.inbox,
        "conversation_id": chat.id, "message_type": message.kind as u8, "created_at": message.at.0 / 1_000,
        "updated_at": iso(message.updated), "private": message.private, "status": message.status, "source_id": message.source_id,
        "content_type": message.content_type, "content_attributes": message.attributes, "sender_type": sender_type,
        "sender_id": sender_id, "external_source_ids": {}, "additional_attributes": {}, "processed_message_content": message.content,
        "sentiment": {},
        "conversation": {
            "assignee_id": chat.assignee.as_ref().map(|agent| agent.id), "unread_count": chat.unread,
            "last_activity_at": chat.active.0 / 1_000, "contact_inbox": { "source_id": chat.source_id },
        },
    });
    if !message.attachments.is_empty() {
        body["attachments"] = attachments(message, account);
    }
    if let Some(sender) = sender {
        body["sender"] = sender;
    }
    body
}

/// Who a message is by: the type, the number and what is shown of them.
fn sender(chat: &Chat, message: &Message) -> (Option<&'static str>, Option<i64>, Option<Value>) {
    match (message.kind, &message.agent) {
        (Kind::Incoming, _) => (Some("Contact"), Some(chat.contact.id), Some(slim(&chat.contact))),
        (_, Some(agent)) => (Some("User"), Some(agent.id), Some(slim_user(agent))),
        (_, None) => (None, None, None),
    }
}

fn attachments(message: &Message, account: i64) -> Value {
    let one = |file: &Attachment| {
        let extension = file.name.rsplit_once('.').map(|(_, extension)| extension);
        let shown = if file.file_type() == "image" { file.url.as_str() } else { "" };
        json!({
            "id": file.id, "message_id": message.id, "file_type": file.file_type(), "account_id": account, "extension": extension,
            "content_type": file.content_type, "data_url": file.url, "thumb_url": shown, "file_size": file.size,
            "width": null, "height": null,
        })
    };
    message.attachments.iter().map(one).collect()
}

fn slim(contact: &Contact) -> Value {
    json!({
        "additional_attributes": contact.additional, "custom_attributes": contact.custom, "email": contact.email, "id": contact.id,
        "identifier": contact.identifier, "name": contact.name, "phone_number": contact.phone, "thumbnail": contact.avatar,
        "blocked": contact.blocked, "type": "contact",
    })
}

fn user(agent: &Agent) -> Value {
    json!({ "id": agent.id, "name": agent.name, "email": agent.email, "type": "user" })
}

fn slim_user(agent: &Agent) -> Value {
    json!({
        "id": agent.id, "name": agent.name, "available_name": agent.first_name(), "avatar_url": "", "type": "user",
        "availability_status": "online", "thumbnail": "",
    })
}

fn differences(changed: &[(&str, Value, Value)]) -> Value {
    changed
        .iter()
        .map(|(name, before, after)| {
            let difference = json!({ "previous_value": before, "current_value": after });
            Value::Object(Map::from_iter([((*name).to_owned(), difference)]))
        })
        .collect()
}

fn iso(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// Unix seconds; 0 for never.
fn seconds(at: Option<Timestamp>) -> i64 {
    at.map_or(0, |at| at.0 / 1_000)
}

/// Unix seconds with a fraction.
fn fraction(at: Timestamp) -> f64 {
    at.0 as f64 / 1_000.0
}

/// Lower-case hex of HMAC-SHA256 over `{seconds}.{body}`, keyed with the secret as text.
fn signature(secret: &Secret, seconds: &str, body: &[u8]) -> String {
    use std::fmt::Write as _;
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()).expect("any length is a key");
    mac.update(seconds.as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.finalize().into_bytes().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_the_seconds_and_the_raw_body_with_the_secret_as_text() {
        // From `printf '1790000000.{}' | openssl dgst -sha256 -hmac secret`.
        let expected = "d0cadd434460d4af55e7ab90d79c1802591d7001a77c9e06471d0e3ec8cc85ae";
        assert_eq!(signature(&Secret::new("secret"), "1790000000", b"{}"), expected);
    }
}
