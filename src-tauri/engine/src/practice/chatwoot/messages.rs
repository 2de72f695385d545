//! The rules of messages: what may be written, what follows from it, what becomes of it. Pure.

use serde_json::{Map, Value, json};

use super::answers::Refusal;
use super::records::{Agent, Attachment, Kind, Message};
use super::state::{Blob, State};
use crate::domain::Timestamp;
use crate::practice::form::File;

/// Characters of a message.
const LONGEST: usize = 150_000;
/// Files of a message.
const MOST_FILES: usize = 15;

/// A message to be entered.
#[derive(Clone, Debug)]
pub(super) struct NewMessage {
    pub(super) kind: Kind,
    pub(super) private: bool,
    pub(super) content: Option<String>,
    pub(super) content_type: String,
    pub(super) attributes: Map<String, Value>,
    pub(super) source_id: Option<String>,
    pub(super) agent: Option<Agent>,
    pub(super) files: Vec<File>,
}

impl NewMessage {
    pub(super) fn text(kind: Kind, agent: Option<&Agent>, text: impl Into<String>) -> Self {
        Self {
            kind,
            private: false,
            content: Some(text.into()),
            content_type: "text".to_owned(),
            attributes: Map::new(),
            source_id: None,
            agent: agent.cloned(),
            files: Vec::new(),
        }
    }
}

impl State {
    /// Enters a message and does what follows from it. Errors: the text Chatwoot answers.
    pub(super) fn add_message(
        &mut self,
        chat_id: i64,
        new: NewMessage,
        now: Timestamp,
    ) -> Result<i64, Refusal> {
        let chat = self.chat(chat_id).ok_or_else(Refusal::not_found)?;
        let limits = &self.switches.limits;
        let since = now.plus_ms(-limits.minute_ms());
        let recent = chat.messages.iter().rev().take_while(|message| message.at >= since).count();
        if recent >= limits.messages {
            return Err(Refusal::message("Validation failed: Too many messages"));
        }
        if new.content.as_ref().is_some_and(|text| text.chars().count() > LONGEST) {
            return Err(Refusal::message(
                "Validation failed: Content is too long (maximum is 150000 characters)",
            ));
        }
        if new.files.len() > MOST_FILES {
            return Err(Refusal::message("Validation failed: Attachments exceeded maximum allowed"));
        }
        let reopens = new.kind == Kind::Incoming && matches!(chat.status, "resolved" | "snoozed");
        if reopens {
            let by = chat.contact.name.clone();
            self.set_status(chat_id, "open", &by, now)?;
        }
        self.last_message += 1;
        let id = self.last_message;
        let attachments = new.files.into_iter().map(|file| self.attach(file)).collect();
        let source_id = new.source_id.filter(|_| !self.switches.drops_source_id);
        let message = Message {
            id,
            kind: new.kind,
            private: new.private,
            content: new.content,
            content_type: new.content_type,
            attributes: new.attributes,
            status: "sent",
            source_id,
            agent: new.agent,
            attachments,
            at: now,
            updated: now,
        };
        let (kind, private) = (message.kind, message.private);
        self.with_chat(chat_id, |chat| {
            chat.messages.push(message);
            chat.active = now;
            match kind {
                Kind::Incoming => chat.unread += 1,
                Kind::Outgoing => chat.unread = 0,
                Kind::Activity | Kind::Template => {}
            }
        });
        self.tell_of_message(chat_id, id, "message_created", now);
        self.change_chat(
            chat_id,
            |chat| match kind {
                Kind::Incoming => chat.waiting_since = chat.waiting_since.or(Some(now)),
                Kind::Outgoing if !private => {
                    chat.first_reply = chat.first_reply.or(Some(now));
                    chat.waiting_since = None;
                }
                Kind::Outgoing | Kind::Activity | Kind::Template => {}
            },
            now,
        )?;
        Ok(id)
    }

    /// Changes a message, and tells of it if anything is different now.
    pub(super) fn change_message(
        &mut self,
        chat_id: i64,
        id: i64,
        change: impl FnOnce(&mut Message),
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let chat = self.chats.iter_mut().find(|chat| chat.id == chat_id).ok_or_else(Refusal::not_found)?;
        let message =
            chat.messages.iter_mut().find(|message| message.id == id).ok_or_else(Refusal::not_found)?;
        let before = message.clone();
        change(message);
        if *message != before {
            message.updated = now;
            self.tell_of_message(chat_id, id, "message_updated", now);
        }
        Ok(())
    }

    /// Sets what became of a message. From read nothing leads back to delivered; an error is kept only with a failure.
    pub(super) fn set_message_status(
        &mut self,
        chat_id: i64,
        id: i64,
        status: &'static str,
        error: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let change = |message: &mut Message| {
            if message.status == "read" && status == "delivered" {
                return;
            }
            message.status = status;
            match error.filter(|_| status == "failed") {
                Some(error) => drop(message.attributes.insert("external_error".to_owned(), json!(error))),
                // What was there is set to null; what never was stays away.
                None => {
                    if let Some(kept) = message.attributes.get_mut("external_error") {
                        *kept = Value::Null;
                    }
                }
            }
        };
        self.change_message(chat_id, id, change, now)
    }

    /// The customer looked: what agents wrote is read.
    pub(super) fn contact_looks(&mut self, chat_id: i64, now: Timestamp) {
        self.with_chat(chat_id, |chat| chat.contact_seen = Some(now));
        let unread = |message: &&Message| {
            matches!(message.kind, Kind::Outgoing | Kind::Template)
                && !message.private
                && matches!(message.status, "sent" | "delivered")
        };
        let ids: Vec<i64> = self.chat(chat_id).map_or_else(Vec::new, |chat| {
            chat.messages.iter().filter(unread).map(|message| message.id).collect()
        });
        for id in ids {
            // It was there a moment ago.
            let _ = self.set_message_status(chat_id, id, "read", None, now);
        }
    }

    pub(super) fn remark(&mut self, chat_id: i64, text: String, now: Timestamp) {
        self.last_message += 1;
        let message = Message { kind: Kind::Activity, ..Message::said(self.last_message, None, text, now) };
        self.with_chat(chat_id, |chat| {
            chat.messages.push(message);
            chat.active = now;
        });
    }

    fn attach(&mut self, file: File) -> Attachment {
        self.last_file += 1;
        let (id, size) = (self.last_file, file.bytes.len() as u64);
        let url = self.keep(&file);
        Attachment { id, name: file.name, content_type: file.content_type, size, url }
    }

    /// Keeps a file and gives its address, which leads on to where it lies.
    pub(super) fn keep(&mut self, file: &File) -> String {
        let key = self.word();
        self.blobs.push(Blob {
            key: key.clone(),
            content_type: file.content_type.clone(),
            bytes: file.bytes.clone(),
        });
        let name =
            percent_encoding::utf8_percent_encode(&file.name, percent_encoding::NON_ALPHANUMERIC).to_string();
        format!("{}/rails/active_storage/blobs/redirect/{key}/{}", self.base, name.replace("%2E", "."))
    }
}
