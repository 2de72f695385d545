//! A practice ELMA365: every request its arbitrary messenger makes, as ELMA365 writes them. Here nothing is kept or sent; [`Server`] does both.

mod server;

use serde_json::{Value, json};

pub use self::server::{Fetched, Outcomes, Server, State, Switches, Taken};
use super::request::Request;

/// One live chat of an ELMA365 company, connected to one messenger account.
#[derive(Clone, Debug)]
pub struct Elma365 {
    /// The confirmation string it shows; empty where the admin set none.
    pub token: String,
    /// Its id of the channel.
    pub channel_id: String,
    /// The company's public URL, without a slash at the end.
    pub company: String,
}

/// A file of a message.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Where it can be fetched.
    pub url: String,
}

impl Elma365 {
    /// The channel was created: says where it listens.
    #[must_use]
    pub fn connect(&self) -> Request {
        let webhook = format!("{}/api/messengers/external/other/webhook/{}", self.company, self.channel_id);
        self.with_channel("connect", Some(json!({ "webhook": webhook })))
    }

    /// An operator wrote to a customer.
    #[must_use]
    pub fn message(&self, chat: &str, text: &str, files: &[File]) -> Request {
        let files: Vec<Value> = files
            .iter()
            .map(|file| json!({ "name": file.name, "size": file.size, "URL": file.url }))
            .collect();
        self.with_channel("message", Some(json!({ "targetChatId": chat, "text": text, "files": files })))
    }

    /// It says whether it could handle our message.
    #[must_use]
    pub fn message_outcome(&self, message: &str, success: bool) -> Request {
        self.without_channel("messageOutcome", json!({ "success": success, "messageId": message }))
    }

    /// It asks who a user is.
    #[must_use]
    pub fn user_info(&self, user: &str) -> Request {
        self.without_channel("userInfo", json!({ "userId": user }))
    }

    /// An operator saw our message.
    #[must_use]
    pub fn mark_as_read(&self, message: &str) -> Request {
        self.without_channel("markAsRead", json!({ "messageId": message }))
    }

    /// The channel was removed on their side.
    #[must_use]
    pub fn disconnect(&self) -> Request {
        self.with_channel("disconnect", None)
    }

    fn with_channel(&self, kind: &str, data: Option<Value>) -> Request {
        let mut body = json!({ "type": kind, "token": self.token, "channelId": self.channel_id });
        if let Some(data) = data {
            body["data"] = data;
        }
        Request::json(&body, "application/json")
    }

    /// Their samples of these three carry no channel id.
    fn without_channel(&self, kind: &str, data: Value) -> Request {
        Request::json(&json!({ "type": kind, "token": self.token, "data": data }), "application/json")
    }
}
