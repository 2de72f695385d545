//! A practice Chatwoot: the webhooks of one inbox in the shapes of 4.15, signed when it has a secret. It sends nothing itself.

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

use super::people::Person;
use super::random::Random;
use super::request::Request;
use crate::domain::Timestamp;
use crate::secret::Secret;

/// One API inbox of a Chatwoot account.
#[derive(Clone, Debug)]
pub struct Chatwoot {
    /// Number and name of the account.
    pub account: (i64, String),
    /// Number and name of the inbox.
    pub inbox: (i64, String),
    /// What it signs with; none for a server too old to sign.
    pub secret: Option<Secret>,
}

/// A conversation as Chatwoot keeps it.
#[derive(Clone, Debug)]
pub struct Chat {
    /// Its number within the account.
    pub id: i64,
    /// The key of the chat towards us.
    pub source_id: String,
    /// The customer.
    pub contact: Person,
    /// The agent.
    pub agent: Person,
    /// `open`, `pending`, `snoozed` or `resolved`.
    pub status: &'static str,
    /// When it began.
    pub created: Timestamp,
    /// Its newest message.
    pub last: Option<Message>,
}

/// A message of a conversation.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its number.
    pub id: i64,
    /// Written by the agent, not by the customer.
    pub outgoing: bool,
    /// A note among agents.
    pub private: bool,
    /// The text.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

impl Chatwoot {
    /// `message_created`: the conversation's newest message has just been written. A conversation without one tells nothing: the body's
    /// message fields are then empty.
    #[must_use]
    pub fn message_created(&self, chat: &Chat) -> Value {
        self.message("message_created", chat)
    }

    /// `message_updated` for the newest message.
    #[must_use]
    pub fn message_updated(&self, chat: &Chat) -> Value {
        self.message("message_updated", chat)
    }

    /// `conversation_created`.
    #[must_use]
    pub fn conversation_created(&self, chat: &Chat) -> Value {
        self.with_event(self.conversation(chat), "conversation_created")
    }

    /// `conversation_status_changed`, to the status the chat has now.
    #[must_use]
    pub fn conversation_status_changed(&self, chat: &Chat) -> Value {
        let mut body = self.with_event(self.conversation(chat), "conversation_status_changed");
        body["changed_attributes"] = Value::Null;
        body
    }

    /// `conversation_typing_on` or `_off`, by the agent.
    #[must_use]
    pub fn typing(&self, chat: &Chat, on: bool) -> Value {
        let event = if on { "conversation_typing_on" } else { "conversation_typing_off" };
        json!({ "event": event, "user": user(&chat.agent), "conversation": self.conversation(chat), "is_private": false })
    }

    /// `contact_created`, which only an account's webhook gets.
    #[must_use]
    pub fn contact_created(&self, contact: &Person) -> Value {
        self.with_event(self.contact(contact), "contact_created")
    }

    /// The request that carries such a body, signed at `now`. `random` gives its delivery id.
    #[must_use]
    pub fn request(&self, body: &Value, random: &mut Random, now: Timestamp) -> Request {
        let request = Request::json(body, "application/json")
            .header("accept", "application/json")
            .header("x-chatwoot-delivery", random.uuid());
        let Some(secret) = &self.secret else { return request };
        let seconds = (now.0 / 1_000).to_string();
        let signature = signature(secret, &seconds, &request.body);
        request
            .header("x-chatwoot-timestamp", seconds)
            .header("x-chatwoot-signature", format!("sha256={signature}"))
    }

    fn message(&self, event: &str, chat: &Chat) -> Value {
        let message = chat.last.as_ref();
        let outgoing = message.is_some_and(|message| message.outgoing);
        json!({
            "account": self.account(),
            "additional_attributes": {}, "content_attributes": {}, "content_type": "text",
            "content": message.map(|message| &message.text),
            "conversation": self.conversation(chat),
            "created_at": message.map(|message| iso(message.at)),
            "id": message.map(|message| message.id),
            "inbox": { "id": self.inbox.0, "name": self.inbox.1 },
            "message_type": if outgoing { "outgoing" } else { "incoming" },
            "private": message.is_some_and(|message| message.private),
            "sender": if outgoing { user(&chat.agent) } else { self.contact(&chat.contact) },
            "source_id": null,
            "event": event,
        })
    }

    fn conversation(&self, chat: &Chat) -> Value {
        let (created, created_s) = (iso(chat.created), chat.created.0 / 1_000);
        let answered = chat.last.as_ref().is_some_and(|message| message.outgoing);
        let last_s = chat.last.as_ref().map_or(created_s, |message| message.at.0 / 1_000);
        let visible = chat.last.as_ref().filter(|message| !message.private);
        json!({
            "additional_attributes": {}, "can_reply": true, "channel": "Channel::Api",
            "contact_inbox": {
                "id": chat.contact.id + 8_000, "contact_id": chat.contact.id, "inbox_id": self.inbox.0, "source_id": chat.source_id,
                "created_at": created, "updated_at": created, "hmac_verified": false, "pubsub_token": format!("practice{}", chat.id),
            },
            "id": chat.id, "inbox_id": self.inbox.0,
            "messages": visible.map(|message| self.nested(chat, message)).into_iter().collect::<Vec<_>>(),
            "labels": [],
            "meta": {
                "sender": slim(&chat.contact),
                "assignee": answered.then(|| slim_user(&chat.agent)), "assignee_type": answered.then_some("User"),
                "team": null, "hmac_verified": false,
            },
            "status": chat.status, "custom_attributes": {}, "snoozed_until": null, "unread_count": u8::from(!answered),
            "first_reply_created_at": null, "priority": null, "waiting_since": if answered { 0 } else { last_s },
            "agent_last_seen_at": 0, "contact_last_seen_at": 0, "last_activity_at": last_s, "timestamp": last_s,
            "created_at": created_s, "updated_at": last_s as f64,
            "account": self.account(),
        })
    }

    /// A message inside a conversation has another shape than one of its own: number types and unix times.
    fn nested(&self, chat: &Chat, message: &Message) -> Value {
        let (sender_type, sender) =
            if message.outgoing { ("User", &chat.agent) } else { ("Contact", &chat.contact) };
        json!({
            "id": message.id, "content": message.text, "account_id": self.account.0, "inbox_id": self.inbox.0,
            "conversation_id": chat.id, "message_type": u8::from(message.outgoing), "created_at": message.at.0 / 1_000,
            "updated_at": iso(message.at), "private": false, "status": "sent", "source_id": null, "content_type": "text",
            "content_attributes": {}, "sender_type": sender_type, "sender_id": sender.id, "external_source_ids": {},
            "additional_attributes": {}, "processed_message_content": message.text, "sentiment": {},
            "conversation": {
                "assignee_id": message.outgoing.then_some(chat.agent.id), "unread_count": u8::from(!message.outgoing),
                "last_activity_at": message.at.0 / 1_000, "contact_inbox": { "source_id": chat.source_id },
            },
            "sender": if message.outgoing { slim_user(sender) } else { slim(sender) },
        })
    }

    fn account(&self) -> Value {
        json!({ "id": self.account.0, "name": self.account.1 })
    }

    fn contact(&self, contact: &Person) -> Value {
        let mut body = json!({ "account": self.account(), "avatar": "" });
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

fn slim(contact: &Person) -> Value {
    json!({
        "additional_attributes": { "city": contact.city }, "custom_attributes": {}, "email": contact.email, "id": contact.id,
        "identifier": contact.identifier, "name": contact.name, "phone_number": contact.phone, "thumbnail": "", "blocked": false,
        "type": "contact",
    })
}

fn user(agent: &Person) -> Value {
    json!({ "id": agent.id, "name": agent.name, "email": agent.email, "type": "user" })
}

fn slim_user(agent: &Person) -> Value {
    json!({
        "id": agent.id, "name": agent.name, "available_name": agent.first_name(), "avatar_url": "", "type": "user",
        "availability_status": "online", "thumbnail": "",
    })
}

fn iso(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
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
