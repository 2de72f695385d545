//! Whole practice platforms and the relay's channels at them: what a dialogue needs to begin.

use serde_json::{Value, json};
use switchboard_engine::practice::chatwoot::{self, Chat, Message};
use switchboard_engine::practice::elma365;

use crate::happens;
use crate::relay::{Channel, Relay};

/// Everything an account's webhook can be told.
pub const EVERYTHING: [&str; 9] = [
    "message_created",
    "message_updated",
    "conversation_created",
    "conversation_updated",
    "conversation_status_changed",
    "conversation_typing_on",
    "conversation_typing_off",
    "contact_created",
    "contact_updated",
];

/// A practice Chatwoot with one inbox, and the relay's channel at it.
#[derive(Debug)]
pub struct Chatwoot {
    /// The Chatwoot.
    pub server: chatwoot::Server,
    /// The inbox's number.
    pub inbox: i64,
    /// The channel.
    pub channel: Channel,
}

impl Chatwoot {
    /// With an API inbox: a program writes customers' messages, agents answer. `endpoint` may be empty.
    pub async fn api(relay: &Relay, name: &str, endpoint: &str) -> Self {
        let server = chatwoot::Server::start(chatwoot::Switches::default()).await.unwrap();
        let inbox = server.api_inbox(name, None);
        let secret = server.look(|state| state.inbox(inbox).unwrap().secret.clone());
        let channel = bind(relay, &server, name, inbox, endpoint, &secret).await;
        server.set_webhook(inbox, Some(&channel.intake));
        Self { server, inbox, channel }
    }

    /// With a website's inbox: visitors write in its chat window, and the account's webhook tells of everything. `endpoint` may be empty.
    pub async fn website(relay: &Relay, name: &str, endpoint: &str) -> Self {
        let server = chatwoot::Server::start(chatwoot::Switches::default()).await.unwrap();
        let inbox = server.website_inbox(name);
        let channel = bind(relay, &server, name, inbox, endpoint, "").await;
        let secret = server.account_webhook(&channel.intake, &EVERYTHING).unwrap();
        let options = json!({ "id": channel.id, "options": { "webhookSecrets": [secret] } });
        relay.call("channel.update", options).await;
        Self { server, inbox, channel }
    }

    /// A relay that was started again listens elsewhere; the platform is told.
    pub fn moved(&mut self, relay: &Relay) {
        let intake = format!("{}{}", relay.relay, self.channel.intake_path);
        self.server.redirect(&self.channel.intake, &intake);
        self.channel.intake = intake;
    }

    /// Waits until a chat has said all of this, in this order, and gives its latest conversation.
    pub async fn said(&self, chat: &str, texts: &[&str]) -> Chat {
        let what = format!("{texts:?} in the chat {chat:?}");
        let found = self.server.until(|state| {
            let said = state.chats_of(chat).into_iter().flat_map(Chat::said).map(Message::text);
            said.eq(texts.iter().copied()).then(|| state.chats_of(chat).last().map(|chat| (*chat).clone()))?
        });
        match tokio::time::timeout(crate::PATIENCE, found).await {
            Ok(chat) => chat,
            Err(_) => {
                panic!("never happened: {what}; it is {:#?}", self.server.look(|state| state.chats.clone()))
            }
        }
    }

    /// Waits until a message is as wanted.
    pub async fn message_until(
        &self,
        chat: i64,
        message: i64,
        what: &str,
        wanted: impl Fn(&Message) -> bool,
    ) -> Message {
        let found =
            self.server.until(|state| state.chat(chat)?.message(message).filter(|one| wanted(one)).cloned());
        match tokio::time::timeout(crate::PATIENCE, found).await {
            Ok(message) => message,
            Err(_) => {
                let message = self.server.look(|state| state.chat(chat)?.message(message).cloned());
                panic!("never happened: {what}; it is {message:#?}")
            }
        }
    }

    /// Waits until a message has this status.
    pub async fn painted(&self, chat: i64, message: i64, status: &str) -> Message {
        let what = format!("message {message} is {status}");
        self.message_until(chat, message, &what, |message| message.status == status).await
    }

    /// How many requests with this method and end of the path it has answered.
    #[must_use]
    pub fn calls(&self, method: &str, path: &str) -> usize {
        self.server.requests().iter().filter(|request| request.is(method, path)).count()
    }
}

async fn bind(
    relay: &Relay,
    server: &chatwoot::Server,
    name: &str,
    inbox: i64,
    endpoint: &str,
    secret: &str,
) -> Channel {
    let secrets = if secret.is_empty() { Vec::new() } else { vec![secret] };
    let options = json!({ "accountId": server.account().id, "inboxId": inbox, "webhookSecrets": secrets });
    let input = json!({
        "name": name, "platform": "chatwoot", "apiUrl": server.url(), "token": server.token(), "callbackUrl": endpoint,
        "options": options,
    });
    relay.channel(input).await
}

/// A practice ELMA365, and the relay's channel at it.
#[derive(Debug)]
pub struct Elma365 {
    /// The ELMA365.
    pub server: elma365::Server,
    /// The channel.
    pub channel: Channel,
}

impl Elma365 {
    /// What it shows us and what we show it.
    pub const TOKENS: [&'static str; 2] = ["confirm", "confirm2"];

    /// Not yet connected. `endpoint` may be empty.
    pub async fn new(relay: &Relay, name: &str, endpoint: &str) -> Self {
        let [theirs, ours] = Self::TOKENS;
        let server = elma365::Server::start(theirs, ours, elma365::Switches::default()).await.unwrap();
        let input = json!({
            "name": name, "platform": "elma365", "token": theirs, "callbackUrl": endpoint, "options": { "sendToken": ours },
        });
        Self { server, channel: relay.channel(input).await }
    }

    /// Connected. `endpoint` may be empty.
    pub async fn connected(relay: &Relay, name: &str, endpoint: &str) -> Self {
        let elma = Self::new(relay, name, endpoint).await;
        elma.connect().await;
        elma
    }

    /// The channel is connected from their side.
    pub async fn connect(&self) {
        assert_eq!(self.server.connect(&self.channel.intake).await.unwrap(), 200);
    }

    /// A relay that was started again listens elsewhere; the platform is told.
    pub fn moved(&mut self, relay: &Relay) {
        self.channel.intake = format!("{}{}", relay.relay, self.channel.intake_path);
        self.server.set_intake(&self.channel.intake);
    }

    /// An operator writes.
    pub async fn write(&self, chat: &str, text: &str) {
        assert_eq!(self.server.write(chat, text, &[]).await.unwrap(), 200, "{text}");
    }

    /// Waits until so many messages came.
    pub async fn taken(&self, count: usize) -> Vec<elma365::Taken> {
        let found = self.server.until(|state| (state.taken.len() >= count).then(|| state.taken.clone()));
        happens(&format!("{count} messages at ELMA365"), found).await
    }

    /// Waits until what it has is as wanted.
    pub async fn until<T>(&self, what: &str, wanted: impl FnMut(&elma365::State) -> Option<T>) -> T {
        happens(what, self.server.until(wanted)).await
    }
}

/// The requests of the Switchboard format that tell of this, in order of arrival.
#[must_use]
pub fn of_kind(received: &[crate::endpoint::Received], kind: &str) -> Vec<Value> {
    received.iter().map(crate::endpoint::Received::json).filter(|body| body["type"] == kind).collect()
}
