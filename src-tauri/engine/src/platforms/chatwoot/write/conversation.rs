//! The conversation of a chat: recalled, found or made; and what can be told about it.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::answer::{Answer, conversation_number, number};
use super::progress::Stage;
use super::{Plan, Request, Task, escaped};
use crate::domain::{Code, ConversationStatus, EventKind};
use crate::platforms::fields::{self, Object};
use crate::platforms::write::{Body, Next};

impl Task<'_> {
    /// Takes over what is known of the chat: its latest conversation, unless a new one is wanted.
    pub(super) fn recall_conversation(&mut self) {
        let known = self.task.known;
        let chat = known.chat.as_ref().and_then(Value::as_object);
        let in_chat = |name: &str| chat.and_then(|chat| number(chat, name));
        if !self.p.begun {
            self.p.after = in_chat("message");
            self.p.single = chat.is_some_and(|chat| fields::flag(chat, "single"));
            let gone = chat.and_then(|chat| chat.get("gone")).and_then(Value::as_array);
            self.p.gone = gone.into_iter().flatten().filter_map(Value::as_i64).collect();
        }
        if self.p.conversation.is_some() {
            return;
        }
        let there =
            |number: &i64| !self.p.gone.contains(number) && self.p.newer_than.is_none_or(|old| *number > old);
        // What a link carried here names a conversation only where it is about a message of this channel.
        let named = self.event().conversation.as_ref();
        if let Some(named) = named.and_then(|conversation| as_number(&conversation.key)).filter(there) {
            self.p.conversation = Some(named);
            return;
        }
        let told = known.conversation.as_ref();
        let told_number = told.and_then(|conversation| as_number(&conversation.key));
        let Some(latest) = [in_chat("conversation"), told_number].into_iter().flatten().filter(there).max()
        else {
            return;
        };
        let is_over = told_number == Some(latest)
            && told.is_some_and(|conversation| {
                matches!(conversation.status, Some(ConversationStatus::Resolved | ConversationStatus::Ended))
            });
        if is_over && self.wants_new() {
            self.p.newer_than = Some(latest);
            // All that is needed to make one is known.
            self.p.looked_for_chat = self.p.joined;
        } else {
            self.p.conversation = Some(latest);
        }
    }

    /// Whether a link carried a status here that stands here already. Every change crosses both ways: this one began here, and must not be
    /// set again over a newer one.
    pub(super) fn stands_already(&self) -> bool {
        let told = self.task.known.conversation.as_ref();
        self.event().origin.is_some()
            && self.p.conversation.is_some()
            && told.is_some_and(|told| {
                as_number(&told.key) == self.p.conversation
                    && self.event().conversation.as_ref().is_some_and(|here| here.status == told.status)
            })
    }

    /// Whether a conversation that is over will not do.
    fn wants_new(&self) -> bool {
        self.options.new_conversation
            && self.options.inbox_id.is_some()
            && self.event().kind == EventKind::MessageReceived
            && !self.p.single
    }

    /// The way to the conversation of a message.
    pub(super) fn plan_conversation(&self) -> Plan {
        if self.chat().is_none() {
            return Plan::End(Next::Rejected(Code::Id03));
        }
        if !self.p.looked_for_chat {
            return Plan::Call(Stage::FindChat);
        }
        if self.options.inbox_id.is_none() {
            // Only in an inbox of the kind API a conversation can be begun from outside.
            let incoming = self.event().kind == EventKind::MessageReceived;
            return Plan::End(Next::Rejected(if incoming { Code::Id02 } else { Code::Id03 }));
        }
        if !self.p.by_key {
            if let Some(plan) = self.plan_contact() {
                return plan;
            }
            if !self.p.joined {
                return Plan::Call(Stage::JoinInbox);
            }
            let may_have_one = !self.p.contact_is_new && self.p.newer_than.is_none();
            if !self.p.looked_of_contact && (may_have_one || self.doubts(Stage::CreateConversation)) {
                return Plan::Call(Stage::FindOfContact);
            }
        }
        self.again(Stage::CreateConversation)
    }

    pub(super) fn conversation_call(&self, stage: Stage) -> Option<Request> {
        let of = |rest: &str| self.path(&format!("/conversations/{}{rest}", self.p.conversation?));
        Some(match stage {
            Stage::FindChat => {
                let mut path = format!("/conversations?status=all&source_id={}", escaped(self.chat()?));
                if let Some(inbox) = self.options.inbox_id {
                    path.push_str(&format!("&inbox_id={inbox}"));
                }
                (Method::GET, self.path(&path)?, Body::Empty)
            }
            Stage::FindOfContact => {
                let path = self.path(&format!("/contacts/{}/conversations", self.p.contact?))?;
                (Method::GET, path, Body::Empty)
            }
            Stage::CreateConversation => (
                Method::POST,
                self.path("/conversations")?,
                Body::Json(Value::Object(self.new_conversation()?)),
            ),
            Stage::SetStatus => {
                let mut body = json!({ "status": self.status()? });
                if let Some(until) = fields::integer(&self.event().detail, "snoozedUntil") {
                    body["snoozed_until"] = until.into();
                }
                (Method::POST, of("/toggle_status")?, Body::Json(body))
            }
            Stage::SetTyping => {
                let word = if self.event().kind == EventKind::TypingStarted { "on" } else { "off" };
                // Whoever has the token is an operator to them; only the public way lets a customer type.
                let public = self.options.inbox_identifier.as_deref().filter(|_| !self.by_operator());
                match (public, self.chat(), self.p.conversation) {
                    (Some(inbox), Some(chat), Some(conversation)) => {
                        let path = format!(
                            "/public/api/v1/inboxes/{}/contacts/{}/conversations/{conversation}/toggle_typing?typing_status={word}",
                            escaped(inbox),
                            escaped(chat)
                        );
                        (Method::POST, path, Body::Empty)
                    }
                    _ => (
                        Method::POST,
                        of("/toggle_typing_status")?,
                        Body::Json(json!({ "typing_status": word })),
                    ),
                }
            }
            Stage::MarkSeen => (Method::POST, of("/update_last_seen")?, Body::Empty),
            _ => return None,
        })
    }

    fn new_conversation(&self) -> Option<Object> {
        let mut body = Object::new();
        body.insert("source_id".to_owned(), self.chat()?.into());
        if !self.p.by_key {
            body.insert("inbox_id".to_owned(), self.options.inbox_id?.into());
            body.insert("contact_id".to_owned(), self.p.contact?.into());
        }
        let wishes = self.event().detail.get("conversation").and_then(Value::as_object);
        for (ours, theirs) in [
            ("status", "status"),
            ("assigneeId", "assignee_id"),
            ("teamId", "team_id"),
            ("additionalAttributes", "additional_attributes"),
            ("customAttributes", "custom_attributes"),
        ] {
            if let Some(wish) = wishes.and_then(|wishes| wishes.get(ours)) {
                body.insert(theirs.to_owned(), wish.clone());
            }
        }
        Some(body)
    }

    pub(super) fn hear_chat(&mut self, answer: &Answer<'_>) -> Option<Next> {
        let Some(listed) = answer.conversations().filter(|_| answer.is_success()) else {
            return Some(self.unreadable(answer));
        };
        self.p.looked_for_chat = true;
        let chat = self.chat()?;
        // A server that does not know how to ask for one chat lists them all. Then only what shows our key is ours.
        let asked = listed.iter().all(|listed| shown_key(listed).is_none_or(|key| key == chat));
        let found = self.latest(listed, asked).cloned()?;
        self.take_conversation(&found);
        None
    }

    pub(super) fn hear_of_contact(&mut self, answer: &Answer<'_>) -> Option<Next> {
        if answer.status == StatusCode::NOT_FOUND {
            return self.contact_is_gone(Next::Barred(Code::Id01));
        }
        let Some(listed) = answer.conversations().filter(|_| answer.is_success()) else {
            return Some(self.unreadable(answer));
        };
        self.p.looked_of_contact = true;
        let found = self.latest(listed, false).cloned()?;
        self.take_conversation(&found);
        None
    }

    /// The latest listed conversation of our chat and inbox that will do. One without messages does not show its key.
    fn latest<'a>(&self, listed: Vec<&'a Object>, keyless_too: bool) -> Option<&'a Object> {
        let ours = |listed: &&Object| match shown_key(listed) {
            Some(key) => Some(key) == self.chat(),
            None => keyless_too,
        };
        let here = |listed: &&Object| match (self.options.inbox_id, number(listed, "inbox_id")) {
            (Some(ours), Some(theirs)) => ours == theirs,
            _ => true,
        };
        let will_do =
            |number: &i64| !self.p.gone.contains(number) && self.p.newer_than.is_none_or(|old| *number > old);
        listed
            .into_iter()
            .filter(ours)
            .filter(here)
            .filter(|listed| conversation_number(listed).as_ref().is_some_and(will_do))
            .max_by_key(|listed| conversation_number(listed))
    }

    /// Takes a conversation that was found, and its contact.
    fn take_conversation(&mut self, found: &Object) {
        let sender = fields::object(found, "meta").and_then(|meta| fields::object(meta, "sender"));
        if let Some(sender) = sender
            && self.take_contact(sender)
        {
            self.p.joined = true;
        }
        let Some(number) = conversation_number(found) else { return };
        let is_over = fields::text(found, "status") == Some("resolved");
        if is_over && self.wants_new() && !self.doubts(Stage::CreateConversation) {
            self.p.newer_than = Some(number);
            return;
        }
        self.p.conversation = Some(number);
        if self.doubts(Stage::CreateConversation) {
            self.p.doubt = None;
            self.p.import.begun = is_empty(found);
        }
        self.teach_chat();
    }

    pub(super) fn hear_created_conversation(&mut self, answer: &Answer<'_>) -> Option<Next> {
        if answer.is_success() {
            let Some(made) = answer.conversation() else {
                self.doubt(Stage::CreateConversation, Some(Code::Plat02));
                return None;
            };
            let Some(number) = conversation_number(made) else { return Some(self.unreadable(answer)) };
            // A new one has the greatest number. What comes back with an old one is the only one the contact may have there.
            self.p.single |= self.p.newer_than.is_some_and(|old| number <= old);
            self.p.conversation = Some(number);
            // Whatever is in it came later than this task.
            self.p.after = Some(0);
            self.p.import.begun = is_empty(made);
            let sender =
                fields::object(made, "meta").and_then(|meta| fields::object(meta, "sender")).cloned();
            if self.p.by_key
                && let Some(sender) = sender
            {
                self.take_contact(&sender);
            }
            self.teach_chat();
            return None;
        }
        match answer.status.as_u16() {
            // Nobody has the key after all: whatever went wrong before was something else.
            404 if self.p.by_key => {
                (self.p.by_key, self.p.by_key_failed) = (false, true);
                if self.p.contact.is_none() {
                    self.doubt(Stage::CreateContact, None);
                }
                Some(Next::Trouble(Code::Plat02, None))
            }
            404 => self.contact_is_gone(Next::Barred(Code::Id01)),
            422 if answer.says("source_id") && self.may_go_by_key() => {
                self.p.by_key = true;
                None
            }
            _ => Some(self.not_created(Stage::CreateConversation, answer)),
        }
    }

    pub(super) fn hear_told_conversation(&mut self, answer: &Answer<'_>) -> Option<Next> {
        if answer.status == StatusCode::NOT_FOUND && answer.is_theirs() {
            return self.conversation_is_gone();
        }
        if answer.is_success() && answer.json.pointer("/payload/success") == Some(&Value::Bool(false)) {
            return Some(Next::Rejected(Code::Plat01));
        }
        self.hear_told(answer)
    }

    /// The conversation is gone. Another is looked for or made, once.
    pub(super) fn conversation_is_gone(&mut self) -> Option<Next> {
        self.p.gone.extend(self.p.conversation.take());
        self.p.looked_for_chat = false;
        self.p.looked_of_contact = false;
        self.p.joined = false;
        self.p.import.begin_anew();
        self.teach_chat();
        if self.p.began_anew {
            return Some(Next::Rejected(Code::Id03));
        }
        self.p.began_anew = true;
        None
    }
}

fn as_number(key: &str) -> Option<i64> {
    key.parse().ok().filter(|number| *number > 0)
}

/// Whether nothing was said in a conversation.
fn is_empty(conversation: &Object) -> bool {
    let messages = conversation.get("messages").and_then(Value::as_array);
    messages.is_none_or(Vec::is_empty)
}

/// The key of the chat a listed conversation belongs to, where one of its messages shows it.
fn shown_key(listed: &Object) -> Option<&str> {
    let direct = fields::object(listed, "contact_inbox").and_then(|inbox| fields::text(inbox, "source_id"));
    let messages = listed.get("messages").and_then(Value::as_array);
    let last = listed.get("last_non_activity_message");
    let nested =
        messages.into_iter().flatten().chain(last).find_map(|message| {
            message.pointer("/conversation/contact_inbox/source_id").and_then(Value::as_str)
        });
    direct.or(nested)
}
