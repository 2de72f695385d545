//! What is asked of a Chatwoot while a channel is set up or tested: whose token it is, what that may see, where an inbox sends to, and a
//! message of ours there and back. Pure: calls and what their answers say.

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};

use super::write::answer::{Answer, conversation_number, number};
use crate::domain::{Code, Event, Timestamp};
use crate::platforms::fields::{self, Object};
use crate::platforms::write::{Body, Call, Next, Pace};
use crate::secret::Secret;

/// What the chat and the contact of a test message are known by begins with this.
const TEST: &str = "switchboard-test:";
/// The kind of inbox that takes customers' messages from a program.
const API: &str = "Channel::Api";

/// Who asks, and where.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    /// The server, without a slash at its end.
    pub base: &'a str,
    /// The token.
    pub token: &'a Secret,
    /// The token goes in the header with dashes.
    pub dashed: bool,
}

impl Caller<'_> {
    fn call(self, step: &'static str, method: Method, path: &str, body: Body) -> Call {
        let header = if self.dashed { "api-access-token" } else { "api_access_token" };
        let mut headers = vec![
            (header.to_owned(), self.token.expose().to_owned()),
            ("accept".to_owned(), "application/json".to_owned()),
        ];
        if matches!(body, Body::Json(_)) {
            headers.push(("content-type".to_owned(), "application/json".to_owned()));
        }
        let repeatable = method == Method::GET;
        let url = format!("{}/api/v1{path}", self.base.trim_end_matches('/'));
        Call { step, method, url, headers, body, repeatable, pace: Pace::Free }
    }

    /// Whose token it is.
    #[must_use]
    pub fn profile(self) -> Call {
        self.call("profile.get", Method::GET, "/profile", Body::Empty)
    }

    /// The inboxes of an account.
    #[must_use]
    pub fn inboxes(self, account: i64) -> Call {
        self.call("inbox.list", Method::GET, &format!("/accounts/{account}/inboxes"), Body::Empty)
    }

    /// One inbox.
    #[must_use]
    pub fn inbox(self, account: i64, inbox: i64) -> Call {
        self.call("inbox.get", Method::GET, &format!("/accounts/{account}/inboxes/{inbox}"), Body::Empty)
    }

    /// A new inbox of the kind API that sends to this address; an empty one: to nobody yet.
    #[must_use]
    pub fn create_inbox(self, account: i64, name: &str, webhook: &str) -> Call {
        let body = json!({ "name": name, "channel": { "type": "api", "webhook_url": webhook } });
        self.call("inbox.create", Method::POST, &format!("/accounts/{account}/inboxes"), Body::Json(body))
    }

    /// An inbox is to send to this address.
    #[must_use]
    pub fn change_inbox(self, account: i64, inbox: i64, webhook: &str) -> Call {
        let body = json!({ "channel": { "webhook_url": webhook } });
        let path = format!("/accounts/{account}/inboxes/{inbox}");
        self.call("inbox.update", Method::PATCH, &path, Body::Json(body))
    }

    /// The contact of a test.
    #[must_use]
    pub fn create_contact(self, account: i64, inbox: i64, test: &Test) -> Call {
        let body =
            json!({ "inbox_id": inbox, "name": test.name, "identifier": test.key, "source_id": test.key });
        self.call("contact.create", Method::POST, &format!("/accounts/{account}/contacts"), Body::Json(body))
    }

    /// Its conversation.
    #[must_use]
    pub fn create_conversation(self, account: i64, inbox: i64, contact: i64, test: &Test) -> Call {
        let body = json!({ "source_id": test.key, "inbox_id": inbox, "contact_id": contact });
        let path = format!("/accounts/{account}/conversations");
        self.call("conversation.create", Method::POST, &path, Body::Json(body))
    }

    /// What the test's customer says.
    #[must_use]
    pub fn create_message(self, account: i64, conversation: i64, test: &Test) -> Call {
        let body = json!({ "content": test.text, "message_type": "incoming", "source_id": test.key });
        let path = format!("/accounts/{account}/conversations/{conversation}/messages");
        self.call("message.create", Method::POST, &path, Body::Json(body))
    }

    /// The test's conversation is over.
    #[must_use]
    pub fn resolve(self, account: i64, conversation: i64) -> Call {
        let path = format!("/accounts/{account}/conversations/{conversation}/toggle_status");
        self.call("conversation.status", Method::POST, &path, Body::Json(json!({ "status": "resolved" })))
    }

    /// The test's contact goes, and its conversation with it.
    #[must_use]
    pub fn delete_contact(self, account: i64, contact: i64) -> Call {
        let path = format!("/accounts/{account}/contacts/{contact}");
        self.call("contact.delete", Method::DELETE, &path, Body::Empty)
    }
}

/// A message that is sent to see whether it gets there and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// What its chat and its contact are known by.
    pub key: String,
    /// The contact's name, which operators see.
    pub name: String,
    /// What it says, which operators see.
    pub text: String,
}

impl Test {
    /// One with this random part in its key.
    #[must_use]
    pub fn new(random: &Secret, name: String, text: String) -> Self {
        Self { key: format!("{TEST}{}", random.expose()), name, text }
    }
}

/// The key of the test an event is about; none for an event of a real chat.
#[must_use]
pub fn test_of(event: &Event) -> Option<&str> {
    let chat = event.conversation.as_ref().and_then(|conversation| conversation.chat.as_deref());
    let contact = event.contact.as_ref().and_then(|contact| contact.identifier.as_deref());
    chat.into_iter().chain(contact).find(|key| key.starts_with(TEST))
}

/// An account that a token's owner belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// They are an administrator there.
    pub administrator: bool,
}

/// Whose token it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Their name.
    pub name: String,
    /// Their accounts.
    pub accounts: Vec<Account>,
}

/// An inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its kind: `Api`, `WebWidget`, `Email`.
    pub kind: String,
    /// Customers' messages can be written into it.
    pub api: bool,
    /// Where it sends to; empty: nowhere.
    pub webhook: String,
    /// The identifier of the public client API.
    pub identifier: Option<String>,
    /// What its webhooks are signed with; only administrators of newer servers see it.
    pub secret: Option<Secret>,
}

/// An answer of theirs.
pub struct Reply<'a> {
    answer: Answer<'a>,
    now: Timestamp,
}

impl<'a> Reply<'a> {
    /// Reads one.
    #[must_use]
    pub fn new(status: StatusCode, headers: &'a HeaderMap, body: &Bytes, now: Timestamp) -> Self {
        Self { answer: Answer::new(status, headers, body), now }
    }

    /// Our token did not get there.
    #[must_use]
    pub fn misses_token(&self) -> bool {
        self.answer.misses_token()
    }

    /// What is wrong with it; none when all is well. Where anything but a Chatwoot answers, that is what is wrong.
    #[must_use]
    pub fn trouble(&self) -> Option<Code> {
        let status = self.answer.status;
        if status.is_success() {
            return (!self.answer.is_theirs() && !self.answer.is_empty()).then_some(Code::Plat03);
        }
        if !self.answer.is_theirs()
            && (status.is_redirection() || matches!(status.as_u16(), 401 | 403 | 404 | 405 | 410))
        {
            return Some(Code::Plat03);
        }
        match self.answer.refusal(self.now) {
            Next::Rejected(code) | Next::Trouble(code, _) | Next::Barred(code) | Next::Unknown(code) => {
                Some(code)
            }
            Next::Call(_) | Next::Done(_) => None,
        }
    }

    /// Whose token it is. None: no Chatwoot answers so.
    #[must_use]
    pub fn profile(&self) -> Option<Profile> {
        let user = self.answer.json.as_object()?;
        let accounts = user.get("accounts")?.as_array()?;
        let account = |account: &Value| {
            let account = account.as_object()?;
            let id = number(account, "id")?;
            let name = fields::text(account, "name").map_or_else(|| id.to_string(), str::to_owned);
            Some(Account { id, name, administrator: fields::text(account, "role") == Some("administrator") })
        };
        let name = fields::text(user, "name").or_else(|| fields::text(user, "email")).unwrap_or_default();
        Some(Profile { name: name.to_owned(), accounts: accounts.iter().filter_map(account).collect() })
    }

    /// The inboxes it lists.
    #[must_use]
    pub fn inboxes(&self) -> Option<Vec<Inbox>> {
        Some(self.answer.inboxes()?.into_iter().filter_map(inbox).collect())
    }

    /// The inbox it is about.
    #[must_use]
    pub fn inbox(&self) -> Option<Inbox> {
        self.answer.inbox().and_then(inbox)
    }

    /// The number of the contact it is about.
    #[must_use]
    pub fn contact(&self) -> Option<i64> {
        self.answer.contact().and_then(|contact| number(contact, "id"))
    }

    /// The number of the conversation it is about.
    #[must_use]
    pub fn conversation(&self) -> Option<i64> {
        self.answer.conversation().and_then(conversation_number)
    }
}

fn inbox(inbox: &Object) -> Option<Inbox> {
    let text = |name: &str| fields::text(inbox, name).map(str::to_owned);
    let kind = text("channel_type").unwrap_or_default();
    Some(Inbox {
        id: number(inbox, "id")?,
        name: text("name").unwrap_or_default(),
        api: kind == API,
        kind: kind.strip_prefix("Channel::").unwrap_or(&kind).to_owned(),
        webhook: text("webhook_url").unwrap_or_default(),
        identifier: text("inbox_identifier"),
        secret: text("secret").map(Secret::new),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Contact, Conversation, EventKind};

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    fn reply(status: u16, body: &str) -> (StatusCode, HeaderMap, Bytes) {
        (StatusCode::from_u16(status).unwrap(), HeaderMap::new(), Bytes::from(body.to_owned()))
    }

    fn trouble(status: u16, body: &str) -> Option<Code> {
        let (status, headers, body) = reply(status, body);
        Reply::new(status, &headers, &body, NOW).trouble()
    }

    #[test]
    fn what_is_wrong_with_an_answer_is_told_apart() {
        let table = [
            (200, r#"{"id":1}"#, None),
            (200, "", None),
            (200, "<html>Welcome</html>", Some(Code::Plat03)),
            (302, "", Some(Code::Plat03)),
            (404, "<html>no such page</html>", Some(Code::Plat03)),
            (401, r#"{"error":"Invalid Access Token"}"#, Some(Code::Auth01)),
            (401, r#"{"errors":["You need to sign in or sign up before continuing."]}"#, Some(Code::Auth02)),
            (401, r#"{"error":"You are not authorized to do this action"}"#, Some(Code::Auth05)),
            (404, r#"{"error":"Resource could not be found"}"#, Some(Code::Id03)),
            (502, "<html>Bad Gateway</html>", Some(Code::Plat02)),
            (429, "Retry later\n", Some(Code::Rate01)),
        ];
        for (status, body, expected) in table {
            assert_eq!(trouble(status, body), expected, "{status} {body}");
        }
    }

    #[test]
    fn inboxes_are_read_from_their_wrapper_and_the_secret_is_not_shown() {
        let (status, headers, body) = reply(
            200,
            r#"{"payload":[{"id":7,"name":"Support","channel_type":"Channel::Api","webhook_url":"https://a.example/in/x",
               "inbox_identifier":"abc","secret":"hidden"},{"id":"8","name":"Site","channel_type":"Channel::WebWidget"}]}"#,
        );
        let inboxes = Reply::new(status, &headers, &body, NOW).inboxes().unwrap();
        assert_eq!(
            inboxes.iter().map(|one| (one.id, one.api, one.kind.as_str())).collect::<Vec<_>>(),
            [(7, true, "Api"), (8, false, "WebWidget")]
        );
        assert_eq!(inboxes[0].identifier.as_deref(), Some("abc"));
        assert!(!format!("{inboxes:?}").contains("hidden"));
    }

    #[test]
    fn a_test_is_known_by_its_chat_or_its_contact() {
        let test = Test::new(&Secret::new("r"), "Test".to_owned(), "Hello".to_owned());
        let mut event = Event::new(EventKind::MessageReceived, "message_created");
        assert_eq!(test_of(&event), None);
        let conversation =
            Conversation { key: "5".to_owned(), chat: Some(test.key.clone()), ..Conversation::default() };
        event.conversation = Some(conversation);
        assert_eq!(test_of(&event), Some(test.key.as_str()));
        event.conversation = None;
        event.contact = Some(Contact { identifier: Some(test.key.clone()), ..Contact::default() });
        assert_eq!(test_of(&event), Some(test.key.as_str()));
    }
}
