//! Links: two channels joined, the customers of one talking to the operators of the other. Pure.
//!
//! Which channels can be joined, and what an event of one becomes on the other, is decided here and nowhere else. A carried event is a
//! message of its own on the other channel, with the [`Origin`](super::Origin) it came from.
//!
//! | of | crosses as |
//! | --- | --- |
//! | a customer's message on the customers' channel | a customer's message |
//! | an agent's there, the platform's own words there | a customer's message `[name]: …`, by choice |
//! | an operator's message on the operators' channel | an operator's message; the platform's own words by choice |
//! | what is known of a customer, with their messages and when it changes | the same person under our own key |
//! | where a conversation stands | the same, between platforms that have such a thing; never as the end of a connection |
//! | "read", "failed" of something a link carried | the same about the message it was carried from |
//!
//! Notes, edits, deletions, typing and presence stay where they are. A chat or person keeps its key inside the one it has on the other
//! side ([`key_across`], [`key_back`]), so an answer finds its way back without anything being looked up.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{
    Channel, ChannelId, Code, Contact, Conversation, ConversationStatus, Event, EventKind, Identity, LinkId,
    Message, MessageStatus, Operator, Origin, Platform, Side, Timestamp,
};

/// What a link carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LinkMode {
    /// Customers' messages go over, operators' answers come back.
    #[default]
    TwoWay,
    /// Messages go over; nothing comes back.
    Copy,
}

/// What a link carries only by choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct LinkChoices {
    /// Answers of agents on the customers' side, as text `[name]: …`.
    pub agents: bool,
    /// Greetings and other messages the platform writes itself.
    pub templates: bool,
    /// Satisfaction surveys.
    pub surveys: bool,
}

impl LinkChoices {
    /// What a new link carries when nobody chose: of Userlike, which is copied to be read there, both sides of the talk.
    #[must_use]
    pub fn usual(customers: Platform) -> Self {
        Self { agents: customers == Platform::Userlike, ..Self::default() }
    }
}

/// Two channels joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// Ours.
    pub id: LinkId,
    /// The channel whose customers write.
    pub customers: ChannelId,
    /// The channel whose operators answer.
    pub operators: ChannelId,
    /// What it carries.
    pub mode: LinkMode,
    /// What it carries only by choice.
    pub choices: LinkChoices,
    /// Nothing is carried while it is paused.
    pub paused: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Link {
    /// The channel at its other end; none when `channel` is at neither.
    #[must_use]
    pub fn other(&self, channel: ChannelId) -> Option<ChannelId> {
        if channel == self.customers {
            Some(self.operators)
        } else if channel == self.operators {
            Some(self.customers)
        } else {
            None
        }
    }
}

/// Why these channels cannot be joined this way; none when they can. Errors: LINK-01 this platform cannot be on that side, LINK-02 it can only
/// be copied from, LINK-03 they are joined already, LOOP-01 a circle. Paused links count: they can be resumed at any time.
#[must_use]
pub fn refusal(link: &Link, customers: &Channel, operators: &Channel, others: &[Link]) -> Option<Code> {
    let others: Vec<&Link> = others.iter().filter(|other| other.id != link.id).collect();
    if customers.platform() == Platform::Elma365 || operators.platform() == Platform::Userlike {
        Some(Code::Link01)
    } else if customers.platform() == Platform::Userlike && link.mode == LinkMode::TwoWay {
        Some(Code::Link02)
    } else if others
        .iter()
        .any(|other| (other.customers, other.operators) == (link.customers, link.operators))
    {
        Some(Code::Link03)
    } else if leads(link.operators, link.customers, &others) {
        Some(Code::Loop01)
    } else {
        None
    }
}

/// Whether what customers write on `from` reaches `to`. What operators write goes the same ways backwards, so it makes no circle of its own.
fn leads(from: ChannelId, to: ChannelId, links: &[&Link]) -> bool {
    let mut reached = vec![from];
    let mut at = 0;
    while let Some(&channel) = reached.get(at) {
        if channel == to {
            return true;
        }
        at += 1;
        for link in links.iter().filter(|link| link.customers == channel) {
            if !reached.contains(&link.operators) {
                reached.push(link.operators);
            }
        }
    }
    false
}

/// What an event of `from` becomes on `to`, in order; empty when it does not cross. Only a whole transcript becomes several.
///
/// A receipt ("read", "failed") crosses when the message it is about was carried by this link, which its `origin` tells: see [`is_receipt`].
#[must_use]
pub fn carry(link: &Link, from: &Channel, to: &Channel, event: &Event) -> Vec<Event> {
    let crossing = Crossing { link, from, to, event };
    if is_receipt(event) {
        crossing.receipt().into_iter().collect()
    } else if (from.id, to.id) == (link.customers, link.operators) {
        crossing.over()
    } else if (from.id, to.id) == (link.operators, link.customers) && link.mode == LinkMode::TwoWay {
        crossing.back().into_iter().collect()
    } else {
        Vec::new()
    }
}

/// Whether the event tells what became of a message of ours on its channel: seen there, or failed there. Its `origin`, where it has
/// one, is then that of the message, as the store knows it by the message's key; it was not carried itself.
#[must_use]
pub fn is_receipt(event: &Event) -> bool {
    matches!(event.kind, EventKind::MessageRead | EventKind::MessageUpdated)
}

/// The key of a chat or person of `channel` as it is called on the other side.
#[must_use]
pub fn key_across(channel: ChannelId, key: &str) -> String {
    format!("switchboard:{channel}:{key}")
}

/// The channel and the key there that [`key_across`] made this of; none for a key of anybody else's.
#[must_use]
pub fn key_back(key: &str) -> Option<(ChannelId, &str)> {
    let (channel, key) = key.strip_prefix("switchboard:")?.split_once(':')?;
    Some((channel.parse().ok()?, key)).filter(|(_, key)| !key.is_empty())
}

/// An event about to cross.
struct Crossing<'a> {
    link: &'a Link,
    from: &'a Channel,
    to: &'a Channel,
    event: &'a Event,
}

impl Crossing<'_> {
    /// From the customers' channel to the operators'.
    fn over(&self) -> Vec<Event> {
        match self.event.kind {
            EventKind::MessageReceived | EventKind::MessageSent => {
                self.event.message.iter().filter_map(|message| self.message_over(message)).collect()
            }
            EventKind::ConversationSnapshot => {
                let transcript = self.event.conversation.iter().flat_map(|it| &it.transcript);
                transcript.filter_map(|message| self.message_over(message)).collect()
            }
            EventKind::ContactUpdated => self.contact_over().into_iter().collect(),
            _ => self.status(self.chat_over()).into_iter().collect(),
        }
    }

    /// From the operators' channel to the customers'.
    fn back(&self) -> Option<Event> {
        if self.event.kind != EventKind::MessageSent {
            return self.status(self.chat_back());
        }
        let message = self.event.message.as_ref()?;
        if message.private || !self.is_chosen(message, true) {
            return None;
        }
        let chat = self.chat_back()?;
        let mut copy = self.copy(EventKind::MessageSent, Some(chat), message.key.as_deref(), 0);
        copy.contact = self.person_back();
        copy.operator = self
            .event
            .operator
            .as_ref()
            .map(|operator| Operator { key: key_across(self.from.id, &operator.key), ..operator.clone() });
        copy.detail = self.rich(message);
        let words = words(message, Side::Operator, message.text.clone())?;
        copy.message = Some(Message { template: message.template, ..words });
        Some(copy)
    }

    /// A message of the customers' channel; of those that are not the customer's own, what was chosen.
    fn message_over(&self, message: &Message) -> Option<Event> {
        let customers = message.from == Side::Customer;
        if message.private || message.from == Side::System {
            return None;
        }
        if !customers && !self.is_chosen(message, self.link.choices.agents) {
            return None;
        }
        let chat = self.chat_over()?;
        let mut copy = self.copy(EventKind::MessageReceived, Some(chat), message.key.as_deref(), 0);
        copy.occurred_at = message.sent_at.or(self.event.occurred_at);
        let person = self.person_over();
        let name = person.name.as_deref().filter(|name| !name.trim().is_empty());
        copy.detail.insert("chatName".to_owned(), Value::from(name.unwrap_or(&self.from.name)));
        copy.contact = Some(person);
        let text = if customers { message.text.clone() } else { self.told_by(message) };
        copy.message = Some(words(message, Side::Customer, text)?);
        Some(copy)
    }

    /// Whether a message that an operator, or the platform in their place, wrote was chosen to cross.
    fn is_chosen(&self, message: &Message, plain: bool) -> bool {
        if message.content_type.as_deref() == Some("input_csat") {
            self.link.choices.surveys
        } else if message.template {
            self.link.choices.templates
        } else {
            plain
        }
    }

    /// What somebody on the customers' side wrote who is not the customer: on the other side it must not look like the customer's words.
    fn told_by(&self, message: &Message) -> String {
        let of_operator = || self.event.operator.as_ref().and_then(|operator| operator.name.as_deref());
        let name = message.author.as_deref().or_else(of_operator).filter(|name| !name.trim().is_empty());
        format!("[{}]: {}", name.unwrap_or(&self.from.name), message.text).trim_end().to_owned()
    }

    fn contact_over(&self) -> Option<Event> {
        let contact = self.event.contact.as_ref().filter(|contact| !contact.key.is_empty())?;
        let identity = self.event.identity.as_ref();
        let key = identity.map(|identity| identity.key.as_str());
        let revision = identity.map_or(0, |identity| identity.revision);
        let mut copy = self.copy(EventKind::ContactUpdated, None, key, revision);
        copy.contact = Some(self.person(contact));
        Some(copy)
    }

    /// Where the conversation stands, when both platforms can say it.
    fn status(&self, chat: Option<Conversation>) -> Option<Event> {
        let told = self.event.conversation.as_ref()?.status;
        let status = match self.event.kind {
            EventKind::ConversationStatusChanged if told == Some(ConversationStatus::Ended) => {
                ConversationStatus::Resolved
            }
            EventKind::ConversationStatusChanged => told?,
            // The end of a session is not always the end of its conversation.
            EventKind::ConversationEnded | EventKind::SessionEnded
                if told == Some(ConversationStatus::Ended) =>
            {
                ConversationStatus::Resolved
            }
            _ => return None,
        };
        // ELMA365 can only be told that the whole channel ends.
        if self.to.platform() != Platform::Chatwoot {
            return None;
        }
        let identity = self.event.identity.as_ref();
        let key = identity.map(|identity| identity.key.as_str());
        let revision = identity.map_or(0, |identity| identity.revision);
        let chat = Conversation { status: Some(status), ..chat? };
        Some(self.copy(EventKind::ConversationStatusChanged, Some(chat), key, revision))
    }

    /// What became of a message of ours on `from`, about the message of `to` that it was carried from.
    fn receipt(&self) -> Option<Event> {
        let origin = self.event.origin.as_ref()?;
        let came_by_this = origin.link == self.link.id && origin.channel == self.to.id;
        if !came_by_this || self.link.mode == LinkMode::Copy {
            return None;
        }
        let told = self.event.message.as_ref();
        let failed = told.and_then(|message| message.status) == Some(MessageStatus::Failed);
        let read = self.event.kind == EventKind::MessageRead
            || told.and_then(|message| message.status) == Some(MessageStatus::Read);
        // Who sees a message, or never will, is on the other side than its author.
        let to_operators = self.to.id == self.link.operators;
        let (kind, status) = if read {
            (EventKind::MessageRead, MessageStatus::Read)
        } else if failed && to_operators {
            (EventKind::MessageUpdated, MessageStatus::Failed)
        } else {
            return None;
        };
        // Only Chatwoot has a place for it.
        if self.to.platform() != Platform::Chatwoot {
            return None;
        }
        let about = origin.message.as_deref().or(origin.chat.as_deref())?;
        let key = format!("{about}:{}", status as u8);
        let revision = self.event.identity.as_ref().map_or(0, |identity| identity.revision);
        let chat = Conversation {
            key: origin.conversation.clone().unwrap_or_default(),
            chat: origin.chat.clone(),
            ..Conversation::default()
        };
        let mut copy = self.copy(kind, Some(chat), Some(&key), revision);
        let (by, author) =
            if to_operators { ("customer", Side::Operator) } else { ("operator", Side::Customer) };
        copy.detail.insert("by".to_owned(), Value::from(by));
        if to_operators {
            // It tells a platform of its own message, and goes the way all such reports go.
            copy.detail.insert("writeBack".to_owned(), Value::from(true));
        }
        copy.message = origin.message.clone().map(|key| Message {
            key: Some(key),
            status: Some(status),
            error: told.and_then(|message| message.error.clone()),
            ..Message::by(author)
        });
        Some(copy)
    }

    /// An event of `to` with nothing but where it came from. `told` is what the original was known by.
    fn copy(&self, kind: EventKind, chat: Option<Conversation>, told: Option<&str>, revision: u64) -> Event {
        let original = self.event;
        let known = told.or_else(|| original.identity.as_ref().map(|identity| identity.key.as_str()));
        // A receipt's own origin is that of the message it is about: it has been nowhere itself.
        let been = original.origin.as_ref().filter(|_| !is_receipt(original));
        let trail = been.map_or(&[][..], |origin| &origin.trail).iter().copied().chain([self.from.id]);
        let conversation = original.conversation.as_ref();
        let origin = Origin {
            link: self.link.id,
            channel: self.from.id,
            conversation: conversation.map(|it| it.key.clone()).filter(|key| !key.is_empty()),
            chat: conversation.map(|it| chat_key(it).to_owned()),
            message: told
                .filter(|_| matches!(kind, EventKind::MessageReceived | EventKind::MessageSent))
                .map(str::to_owned),
            trail: trail.collect(),
        };
        Event {
            occurred_at: original.occurred_at,
            identity: known.map(|key| Identity { key: format!("carried:{}:{key}", self.link.id), revision }),
            conversation: chat,
            origin: Some(origin),
            ..Event::new(kind, "")
        }
    }

    fn chat_over(&self) -> Option<Conversation> {
        let key = self.event.conversation.as_ref().map(chat_key).filter(|key| !key.is_empty())?;
        // An account's webhook may tell of the operators' inbox as well, where our own chats are.
        if key_back(key).is_some_and(|(channel, _)| channel == self.from.id) {
            return None;
        }
        Some(chat_of(self.to, &key_across(self.from.id, key)))
    }

    /// The customers' chat that one of the operators' channel was made for; none for one that was not made by this link.
    fn chat_back(&self) -> Option<Conversation> {
        let (channel, key) = key_back(chat_key(self.event.conversation.as_ref()?))?;
        (channel == self.to.id).then(|| chat_of(self.to, key))
    }

    fn person(&self, contact: &Contact) -> Contact {
        Contact {
            key: key_across(self.from.id, &contact.key),
            // In Chatwoot an identifier is unique for the account, and the other account's may mean somebody else here.
            identifier: contact.identifier.clone().filter(|_| self.to.platform() == Platform::Elma365),
            attributes: Map::new(),
            ..contact.clone()
        }
    }

    /// The customer of the event; where nobody is named, the chat stands for them.
    fn person_over(&self) -> Contact {
        match self.event.contact.as_ref().filter(|contact| !contact.key.is_empty()) {
            Some(contact) => self.person(contact),
            None => Contact {
                key: key_across(
                    self.from.id,
                    self.event.conversation.as_ref().map(chat_key).unwrap_or_default(),
                ),
                ..Contact::default()
            },
        }
    }

    fn person_back(&self) -> Option<Contact> {
        let contact = self.event.contact.as_ref()?;
        let keys = [contact.identifier.as_deref(), Some(contact.key.as_str())];
        let (_, key) =
            keys.into_iter().flatten().filter_map(key_back).find(|(channel, _)| *channel == self.to.id)?;
        Some(Contact { key: key.to_owned(), ..Contact::default() })
    }

    /// What a message of Chatwoot shows beside its words (cards, choices), for another Chatwoot.
    fn rich(&self, message: &Message) -> Map<String, Value> {
        let mut detail = Map::new();
        let content_type = message.content_type.as_deref().unwrap_or_default();
        let both = self.from.platform() == Platform::Chatwoot && self.to.platform() == Platform::Chatwoot;
        if both && matches!(content_type, "cards" | "input_select" | "form" | "article") {
            // As it was read, or as it was asked for at the outbox.
            let attributes = ["content_attributes", "contentAttributes"]
                .into_iter()
                .find_map(|name| self.event.detail.get(name)?.get("items"));
            if let Some(items) = attributes {
                detail.insert("contentType".to_owned(), Value::from(content_type));
                detail.insert("contentAttributes".to_owned(), serde_json::json!({ "items": items }));
            }
        }
        detail
    }
}

/// What a chat is called towards us.
fn chat_key(conversation: &Conversation) -> &str {
    conversation.chat.as_deref().unwrap_or(&conversation.key)
}

/// A chat of `channel` by what it is called towards us. ELMA365 has no other name for it; Chatwoot numbers its conversations, and which one
/// is the chat's is known when it is written to.
fn chat_of(channel: &Channel, key: &str) -> Conversation {
    let own = if channel.platform() == Platform::Chatwoot { "" } else { key };
    Conversation { key: own.to_owned(), chat: Some(key.to_owned()), ..Conversation::default() }
}

/// A message's words and files as a message of the other side; none when there is nothing to read. What has an address but is no file (a
/// place on the map) goes as words.
fn words(message: &Message, from: Side, text: String) -> Option<Message> {
    let (files, places): (Vec<_>, Vec<_>) = message.files.iter().partition(|file| file.id.is_some());
    let mut lines = vec![text];
    for place in places.into_iter().filter(|place| !place.url.is_empty()) {
        let named = !place.name.is_empty() && place.name != place.url;
        lines.push(if named { format!("{}: {}", place.name, place.url) } else { place.url.clone() });
    }
    if message.text.trim().is_empty() && files.is_empty() && lines.len() == 1 {
        return None;
    }
    lines.retain(|line| !line.is_empty());
    Some(Message {
        author: message.author.clone(),
        text: lines.join("\n"),
        files: files.into_iter().cloned().collect(),
        sent_at: message.sent_at,
        ..Message::by(from)
    })
}

#[cfg(test)]
#[path = "link_tests.rs"]
mod tests;
