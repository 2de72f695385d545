//! The commands of the practice customer, answering as an operator, and ending a connection.
//!
//! What is written at a screen is an arrival like any other: kept first, then sent by the same lanes. A practice chat has a key of our own
//! with the time it began in it, so that the one after a clean-up is another chat to the platform.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Api;
use crate::domain::validate::bad_field;
use crate::domain::{
    Author, Channel, Code, Contact, Conversation, ConversationStatus, Event, EventId, EventKind, ExchangeId,
    File, FileId, Message, Options, Platform, Side, route,
};
use crate::error::{Error, Result};
use crate::intake;
use crate::platforms::write::lacks;
use crate::schema::*;
use crate::store::{Arrival, FilePlace};
use crate::strings;

/// The longest text of one message, in characters: as long as Chatwoot takes.
const LONGEST_TEXT: usize = 150_000;

impl Api {
    pub(super) async fn customer_get(&self, which: CustomerRef) -> Result<CustomerView> {
        let channel = self.channel(which.channel)?;
        self.customer_view(&channel).await
    }

    pub(super) async fn customer_send(&self, send: CustomerSend) -> Result<CustomerView> {
        let channel = self.channel(send.channel)?;
        if let Some(error) = cannot_practise(&channel) {
            return Err(error);
        }
        let text = said(send.text, send.files.as_deref())?;
        let files = self.files(send.files.unwrap_or_default()).await?;
        let now = self.engine.clock.now();
        let chat = match self.practice_chat(&channel).await? {
            Some(chat) => chat,
            None => format!("{}{}", chats_of(&channel), now.0),
        };
        let name = strings::text_in(&self.engine.settings().language, "customer-title", &[].into());
        let mut event = Event::new(EventKind::MessageReceived, "");
        event.occurred_at = Some(now);
        event.conversation = Some(conversation(&channel, &chat));
        event.detail.insert("chatName".to_owned(), Value::from(name.as_str()));
        event.message = Some(Message {
            author: Some(name.clone()),
            text,
            files,
            sent_at: Some(now),
            ..Message::by(Side::Customer)
        });
        event.contact = Some(Contact { key: chat, name: Some(name), ..Contact::default() });
        self.written(&channel, event).await?;
        self.customer_view(&channel).await
    }

    pub(super) async fn customer_clear(&self, which: CustomerRef) -> Result<CustomerView> {
        let channel = self.channel(which.channel)?;
        if let Some(chat) = self.practice_chat(&channel).await? {
            if can_clean(&channel) {
                let mut event = Event::new(EventKind::ConversationStatusChanged, "");
                event.conversation = Some(Conversation {
                    status: Some(ConversationStatus::Resolved),
                    ..conversation(&channel, &chat)
                });
                self.written(&channel, event).await?;
            }
            self.engine.store.forget_chat(channel.id, &chat).await?;
        }
        self.customer_view(&channel).await
    }

    pub(super) async fn conversation_reply(&self, reply: ReplyRequest) -> Result<Replied> {
        let channel = self.channel(reply.channel)?;
        if let Some(error) = cannot_reply(&channel) {
            return Err(error);
        }
        let key = reply.conversation.trim();
        if key.is_empty() {
            return Err(bad_field("conversation"));
        }
        let text = said(reply.text, reply.files.as_deref())?;
        let files = self.files(reply.files.unwrap_or_default()).await?;
        let private = reply.private.unwrap_or(false);
        // By its chat an answer finds its lane, and its way back over a link.
        let known = self.engine.store.conversation(channel.id, key).await?;
        let chat = known.as_ref().and_then(|known| known.chat.clone());
        let kind = if private { EventKind::NoteCreated } else { EventKind::MessageSent };
        let now = self.engine.clock.now();
        let mut event = Event::new(kind, "");
        event.occurred_at = Some(now);
        event.conversation = Some(Conversation { key: key.to_owned(), chat, ..Conversation::default() });
        event.message =
            Some(Message { text, files, private, sent_at: Some(now), ..Message::by(Side::Operator) });
        let (event, exchange) = self.written(&channel, event).await?;
        Ok(Replied { event, exchange })
    }

    pub(super) async fn channel_disconnect(&self, which: ChannelRef) -> Result<Nothing> {
        let channel = self.channel(which.id)?;
        if channel.platform() != Platform::Elma365 {
            return Err(Error::with(Code::Kind01, [("channel", &channel.name)]));
        }
        if let Some(error) = lacks(&channel, true) {
            return Err(error);
        }
        self.written(&channel, Event::new(EventKind::ChannelDisconnected, "")).await?;
        Ok(Nothing {})
    }

    pub(super) async fn channel_catch_up(&self, which: ChannelRef) -> Result<Nothing> {
        let channel = self.channel(which.id)?;
        if channel.platform() != Platform::Chatwoot {
            return Err(Error::with(Code::Kind01, [("channel", &channel.name)]));
        }
        if let Some(error) = lacks(&channel, false) {
            return Err(error);
        }
        self.engine.catch_up(channel.id)?;
        Ok(Nothing {})
    }

    /// Keeps what was written at a screen and sends it on its way. Gives its event and its row.
    async fn written(&self, channel: &Channel, event: Event) -> Result<(EventId, ExchangeId)> {
        let engine = &self.engine;
        let written = intake::own(engine, channel, &shown(&event));
        let id = engine.store.new_id();
        let (channels, links) = (engine.channels(), engine.links());
        let events = route::plan(event, Some(id), channel, Author::Screen, &channels, &links);
        let arrival = Arrival { events, ..written };
        let entered = intake::keep(engine, arrival).await?;
        Ok((id, entered.exchange))
    }

    /// Files brought in before, as a message names them. Errors: DATA-02 when one is not here.
    async fn files(&self, ids: Vec<FileId>) -> Result<Vec<File>> {
        let stored = self.engine.store.files(&ids).await?;
        if stored.len() != ids.len() {
            return Err(bad_field("files"));
        }
        let files = stored.into_iter().map(|file| match file.place {
            FilePlace::Here { size, .. } => Ok(File {
                id: Some(file.id),
                name: file.name,
                url: String::new(),
                size: Some(size),
                content_type: Some(file.content_type),
            }),
            FilePlace::There(_) | FilePlace::Lost(_) => Err(bad_field("files")),
        });
        files.collect()
    }

    /// The key of the practice chat that is going on.
    async fn practice_chat(&self, channel: &Channel) -> Result<Option<String>> {
        self.engine.store.latest_chat(channel.id, &chats_of(channel)).await
    }

    async fn customer_view(&self, channel: &Arc<Channel>) -> Result<CustomerView> {
        let chat = self.practice_chat(channel).await?;
        let mut messages = match &chat {
            Some(chat) => self.engine.store.chat(channel.id, chat).await?,
            None => Vec::new(),
        };
        let named =
            messages.iter().flat_map(|message| &message.files).filter_map(|file| file.id).collect::<Vec<_>>();
        let here = self.engine.store.files(&named).await?;
        let here = here.iter().filter(|file| matches!(file.place, FilePlace::Here { .. }));
        let here: Vec<FileId> = here.map(|file| file.id).collect();
        for message in &mut messages {
            for file in &mut message.files {
                if let Some(id) = file.id.filter(|id| here.contains(id)) {
                    file.url = self.engine.file_url(id, &file.name).ok();
                }
            }
            if let Some(error) = &mut message.error {
                *error = self.error_of_platform(channel, error.code);
            }
        }
        Ok(CustomerView {
            channel: channel.id,
            chat,
            error: cannot_practise(channel),
            can_clean: can_clean(channel),
            messages,
        })
    }
}

/// Why nobody can write here as a customer; none when they can.
fn cannot_practise(channel: &Channel) -> Option<Error> {
    lacks(channel, true)
}

/// Why nobody can answer here as an operator; none when they can.
pub(super) fn cannot_reply(channel: &Channel) -> Option<Error> {
    if channel.platform() != Platform::Chatwoot {
        return Some(Error::with(Code::Kind01, [("channel", &channel.name)]));
    }
    lacks(channel, false)
}

/// Whether the platform has something to be cleaned up: of ELMA365 only the whole channel can be ended.
fn can_clean(channel: &Channel) -> bool {
    matches!(channel.options, Options::Chatwoot(_))
}

/// What the keys of a channel's practice chats begin with. They sort by the time they began, which stands behind it.
fn chats_of(channel: &Channel) -> String {
    format!("practice:{}:", channel.id)
}

/// A chat of ours in the platform's terms, as it is asked for at the outbox.
fn conversation(channel: &Channel, chat: &str) -> Conversation {
    let own = if channel.platform() == Platform::Elma365 { chat } else { "" };
    Conversation { key: own.to_owned(), chat: Some(chat.to_owned()), ..Conversation::default() }
}

/// The words of a message, which may be files alone.
fn said(text: Option<String>, files: Option<&[FileId]>) -> Result<String> {
    let text = text.unwrap_or_default().trim().to_owned();
    let nothing = text.is_empty() && files.is_none_or(<[FileId]>::is_empty);
    if nothing || text.chars().count() > LONGEST_TEXT {
        return Err(bad_field("text"));
    }
    Ok(text)
}

/// What the log shows of something that no request brought.
fn shown(event: &Event) -> Value {
    let mut body = json!({ "type": event.kind });
    if let Some(conversation) = &event.conversation {
        let key = Some(conversation.key.as_str()).filter(|key| !key.is_empty());
        if let Some(chat) = conversation.chat.as_deref().or(key) {
            body["chat"] = chat.into();
        }
        if let Some(status) = conversation.status {
            body["status"] = json!(status);
        }
    }
    if let Some(message) = &event.message {
        body["text"] = message.text.as_str().into();
        if !message.files.is_empty() {
            body["files"] = message.files.iter().map(|file| file.name.as_str()).collect();
        }
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::channels::fresh;
    use crate::domain::{ChannelId, Mode, Timestamp};
    use crate::secret::Secret;

    fn channel(platform: Platform) -> Channel {
        fresh(ChannelId(1), platform, None, Timestamp(0))
    }

    fn code(channel: &Channel) -> Option<Code> {
        cannot_practise(channel).map(|error| error.code)
    }

    #[test]
    fn nobody_practises_where_nothing_can_be_written_and_is_told_why() {
        assert_eq!(code(&channel(Platform::Userlike)), Some(Code::Kind01));

        let mut elma365 = channel(Platform::Elma365);
        assert_eq!(code(&elma365), Some(Code::Link04));
        let connect = |elma365: &mut Channel, disconnected| {
            if let Options::Elma365(options) = &mut elma365.options {
                options.webhook = Some("https://company.example/hook".to_owned());
                options.disconnected = disconnected;
            }
        };
        connect(&mut elma365, true);
        assert_eq!(code(&elma365), Some(Code::Link04));
        connect(&mut elma365, false);
        assert_eq!(code(&elma365), None);
        elma365.mode = Mode::Paused;
        assert_eq!(code(&elma365), None, "what is written waits");
        elma365.mode = Mode::Off;
        assert_eq!(code(&elma365), Some(Code::Off01));

        let mut chatwoot = channel(Platform::Chatwoot);
        assert_eq!(code(&chatwoot), Some(Code::Data02), "without a token");
        chatwoot.token = Secret::new("token");
        assert_eq!(code(&chatwoot), Some(Code::Id01));
        if let Options::Chatwoot(options) = &mut chatwoot.options {
            options.account_id = Some(1);
        }
        assert_eq!(code(&chatwoot), Some(Code::Id01), "a conversation begins in an inbox");
        assert_eq!(lacks(&chatwoot, false), None, "and is answered without one");
        if let Options::Chatwoot(options) = &mut chatwoot.options {
            options.inbox_id = Some(7);
        }
        assert_eq!(code(&chatwoot), None);
    }

    #[test]
    fn a_message_says_something() {
        let some = [FileId(1)];
        assert_eq!(said(Some(" Hi \n".to_owned()), None).unwrap(), "Hi");
        assert_eq!(said(None, Some(&some)).unwrap(), "");
        for (text, files) in [(None, None), (Some("  "), Some(&[][..])), (Some(""), None)] {
            assert!(said(text.map(str::to_owned), files).is_err());
        }
        assert!(said(Some("x".repeat(LONGEST_TEXT + 1)), None).is_err());
    }

    #[test]
    fn a_later_practice_chat_sorts_behind_an_earlier_one() {
        let chats = chats_of(&channel(Platform::Chatwoot));
        assert!(format!("{chats}{}", 1_790_000_000_001_i64) > format!("{chats}{}", 1_790_000_000_000_i64));
    }
}
