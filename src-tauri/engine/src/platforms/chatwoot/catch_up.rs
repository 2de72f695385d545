//! What was missed at Chatwoot, or is to be fetched from long ago, asked for call by call. Pure.
//!
//! Webhooks are sent once. What was said while nobody listened is found again in two ways of asking: which conversations there were since
//! ([`Conversations`]), and what was said in each ([`Messages`]). A message comes out as the very event its webhook would have been, with the
//! same identity, so that one that came both ways is one.

use std::collections::{BTreeMap, HashSet};

use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};

use super::people;
use super::write::answer::{Answer, conversation_number, number};
use crate::domain::{Channel, ChatwootOptions, Code, Conversation, Event, EventKind, Options, Timestamp};
use crate::platforms::fields::{self, Object};
use crate::platforms::write::{Body, Call, Next, Pace};

/// Pages of the list before it is given up, whatever their server says.
const MOST_PAGES: u32 = 100_000;
/// Fewer messages than this are the last page, whichever way it is read.
const FULL_PAGE: usize = 20;

/// An answer to one of the calls.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a> {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: &'a HeaderMap,
    /// Its body.
    pub body: &'a [u8],
    /// Now.
    pub now: Timestamp,
}

/// How an account is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    channel: &'a Channel,
    options: &'a ChatwootOptions,
    base: &'a str,
    account: i64,
    /// Our token goes in the header with dashes.
    dashed: bool,
}

impl<'a> Asking<'a> {
    /// For a channel that can be asked: with the address of the API, a token and an account. None: it cannot.
    #[must_use]
    pub fn new(channel: &'a Channel) -> Option<Self> {
        let Options::Chatwoot(options) = &channel.options else { return None };
        let base = channel.api_url.as_deref()?.trim_end_matches('/');
        let account = options.account_id?;
        let can = !channel.token.is_empty() && !base.is_empty();
        can.then_some(Self { channel, options, base, account, dashed: options.dashed_header })
    }

    /// A server that misses our token may get it in the other header. True when that is worth a try: the same call again.
    pub fn try_other(&mut self, heard: Heard<'_>) -> bool {
        let answer = Answer::new(heard.status, heard.headers, heard.body);
        let worth = answer.misses_token() && self.dashed == self.options.dashed_header;
        self.dashed ^= worth;
        worth
    }

    /// Our token goes in the header with dashes.
    #[must_use]
    pub const fn is_dashed(self) -> bool {
        self.dashed
    }

    fn call(self, step: &'static str, path: &str) -> Call {
        let header = if self.dashed { "api-access-token" } else { "api_access_token" };
        Call {
            step,
            method: Method::GET,
            url: format!("{}/api/v1/accounts/{}{path}", self.base, self.account),
            headers: vec![
                (header.to_owned(), self.channel.token.expose().to_owned()),
                ("accept".to_owned(), "application/json".to_owned()),
            ],
            body: Body::Empty,
            repeatable: true,
            pace: Pace::Free,
        }
    }

    /// The call that shows one message, and perhaps the one before it.
    #[must_use]
    pub fn message(self, conversation: &str, message: i64) -> Call {
        let (after, before) = (message.saturating_sub(1), message.saturating_add(1));
        self.call(
            "message.find",
            &format!("/conversations/{conversation}/messages?after={after}&before={before}"),
        )
    }

    /// The call that shows whether the token may see the account's inboxes.
    #[must_use]
    pub fn inboxes(self) -> Call {
        self.call("inbox.list", "/inboxes")
    }

    /// The call that shows a contact's keys towards us.
    #[must_use]
    pub fn contact(self, contact: &str) -> Call {
        self.call("contact.find", &format!("/contacts/{contact}"))
    }
}

/// What an answer that is no success says is wrong; none for one that is.
#[must_use]
pub fn refusal(heard: Heard<'_>) -> Option<Code> {
    let answer = Answer::new(heard.status, heard.headers, heard.body);
    (!answer.is_success()).then(|| code(&answer.refusal(heard.now)))
}

/// What is wrong, by what follows from it.
fn code(next: &Next) -> Code {
    match next {
        Next::Rejected(code) | Next::Trouble(code, _) | Next::Barred(code) | Next::Unknown(code) => *code,
        Next::Call(_) | Next::Done(_) => Code::Plat02,
    }
}

/// Whether a message stands there without a failure; none when the answer does not show it.
#[must_use]
pub fn stands(heard: Heard<'_>, message: i64) -> Option<bool> {
    let answer = Answer::new(heard.status, heard.headers, heard.body);
    let messages = answer.messages().filter(|_| answer.is_success())?;
    let found = messages.into_iter().find(|one| number(one, "id") == Some(message))?;
    let failed = fields::text(found, "status") == Some("failed");
    let error = fields::object(found, "content_attributes")
        .and_then(|attributes| fields::text(attributes, "external_error"));
    Some(!failed && error.is_none())
}

/// What a contact is called towards us in an inbox.
#[must_use]
pub fn source_id(heard: Heard<'_>, inbox: i64) -> Option<String> {
    let answer = Answer::new(heard.status, heard.headers, heard.body);
    let places = answer.contact()?.get("contact_inboxes")?.as_array()?;
    let of_inbox = |place: &&Value| {
        place.get("inbox").and_then(Value::as_object).and_then(|inbox| number(inbox, "id")) == Some(inbox)
    };
    places.iter().find(of_inbox)?.get("source_id")?.as_str().map(str::to_owned)
}

/// Which conversations there were since a time.
#[derive(Debug)]
pub struct Conversations {
    /// Older messages are not asked for.
    oldest: Timestamp,
    /// Conversations in which nothing happened since are not asked for.
    since: Timestamp,
    page: u32,
    /// Those of the page before, as it was told: the same again is a server that knows no pages.
    before: Vec<i64>,
    known: HashSet<i64>,
    /// Those found, the latest first.
    found: Vec<Object>,
    total: Option<u64>,
    complete: bool,
}

impl Conversations {
    /// Nothing asked yet.
    #[must_use]
    pub fn new(since: Timestamp) -> Self {
        Self {
            oldest: since,
            since,
            page: 1,
            before: Vec::new(),
            known: HashSet::new(),
            found: Vec::new(),
            total: None,
            complete: false,
        }
    }

    /// Asks once more from the front, for those that have moved there since then and were not listed before.
    pub fn again_since(&mut self, since: Timestamp) {
        (self.since, self.page, self.complete) = (since, 1, false);
        self.before.clear();
    }

    /// The next call; none when the list is complete.
    #[must_use]
    pub fn call(&self, asking: Asking<'_>) -> Option<Call> {
        if self.complete {
            return None;
        }
        let inbox = asking.options.inbox_id.map(|id| format!("&inbox_id={id}")).unwrap_or_default();
        let page = self.page;
        let path = format!(
            "/conversations?status=all&assignee_type=all&sort_by=last_activity_at_desc&page={page}{inbox}"
        );
        Some(asking.call("conversation.list", &path))
    }

    /// Reads the answer to that call. Errors: what is wrong.
    pub fn hear(&mut self, asking: Asking<'_>, heard: Heard<'_>) -> Result<(), Code> {
        let answer = Answer::new(heard.status, heard.headers, heard.body);
        let page = listed(&answer, heard.now, answer.conversations())?;
        let times: Vec<_> = page.iter().map(|conversation| active_at(conversation)).collect();
        let is_older = |at: &Option<Timestamp>| at.is_some_and(|at| at < self.since);
        let sorted = times.iter().is_sorted_by(|one, next| one >= next);
        let over = times.iter().all(is_older) || sorted && times.last().is_some_and(is_older);
        for (conversation, at) in page.iter().zip(&times) {
            // One that says nothing of its time may be as new as any.
            if is_older(at) {
                continue;
            }
            let ours = asking.options.inbox_id;
            let elsewhere = ours.is_some()
                && people::inbox(conversation)
                    .is_some_and(|inbox| Some(inbox) != ours.map(|id| id.to_string()));
            let new = conversation_number(conversation).is_some_and(|id| self.known.insert(id));
            if new && !elsewhere {
                self.found.push((*conversation).clone());
            }
        }
        self.page += 1;
        let numbers: Vec<i64> = page.iter().filter_map(|one| conversation_number(one)).collect();
        // Activity while we read moves conversations to the front: some come twice.
        self.complete = over || self.page > MOST_PAGES || numbers == self.before;
        self.before = numbers;
        self.total = total(&answer.json).or(self.total);
        Ok(())
    }

    /// How many there are in all, as far as their server says.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Takes out those that were found so far, what was said in each to be asked for.
    pub fn take(&mut self) -> Vec<Messages> {
        let oldest = self.oldest;
        std::mem::take(&mut self.found).into_iter().filter_map(|one| Messages::new(one, oldest)).collect()
    }

    /// How many were found.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// What was said in each, to be asked for.
    pub fn each(mut self) -> impl Iterator<Item = Messages> {
        self.take().into_iter()
    }
}

/// A message that was found.
#[derive(Debug)]
pub struct Found {
    /// Their number of it.
    pub id: i64,
    /// When it was written.
    pub at: Timestamp,
    /// As their API shows it.
    pub body: Value,
}

/// What was said in one conversation since a time.
#[derive(Debug)]
pub struct Messages {
    since: Timestamp,
    /// Their number of it.
    pub key: String,
    conversation: Object,
    way: Way,
    found: BTreeMap<i64, Found>,
    complete: bool,
}

/// Which way the messages are read.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Onwards from one that is known.
    After(i64),
    /// Back from this one, or from the newest.
    Before(Option<i64>),
}

impl Messages {
    fn new(conversation: Object, since: Timestamp) -> Option<Self> {
        let key = conversation_number(&conversation)?.to_string();
        let way = Way::Before(None);
        Some(Self { since, key, conversation, way, found: BTreeMap::new(), complete: false })
    }

    /// Reads onwards from the last message that is known of before the gap.
    pub fn after(&mut self, message: &str) {
        if let Ok(id) = message.parse() {
            self.way = Way::After(id);
        }
    }

    /// When something last happened in it.
    #[must_use]
    pub fn active_at(&self) -> Option<Timestamp> {
        active_at(&self.conversation)
    }

    /// The contact and the inbox by which the chat's key can be looked up; none where the conversation tells the key itself.
    #[must_use]
    pub fn asks_for_chat(&self) -> Option<(String, i64)> {
        if self.chat().is_some() {
            return None;
        }
        let sender =
            fields::object(&self.conversation, "meta").and_then(|meta| fields::object(meta, "sender"))?;
        Some((number(sender, "id")?.to_string(), number(&self.conversation, "inbox_id")?))
    }

    /// The chat's key, as it was looked up.
    pub fn set_chat(&mut self, chat: String) {
        self.conversation.insert("contact_inbox".to_owned(), json!({ "source_id": chat }));
    }

    /// What the chat is called towards us: only its newest message tells, and only about the chat.
    fn chat(&self) -> Option<String> {
        let of = |object: &Object| {
            fields::object(object, "contact_inbox").and_then(|inbox| fields::id(inbox, "source_id"))
        };
        let newest =
            self.conversation.get("messages").and_then(Value::as_array).and_then(|list| list.first());
        let last = [newest, self.conversation.get("last_non_activity_message")];
        let told = |message: &Value| of(fields::object(message.as_object()?, "conversation")?);
        of(&self.conversation).or_else(|| last.into_iter().flatten().find_map(told))
    }

    /// The next call; none when all is read.
    #[must_use]
    pub fn call(&self, asking: Asking<'_>) -> Option<Call> {
        if self.complete {
            return None;
        }
        let from = match self.way {
            Way::After(id) => format!("?after={id}"),
            Way::Before(Some(id)) => format!("?before={id}"),
            Way::Before(None) => String::new(),
        };
        Some(asking.call("message.list", &format!("/conversations/{}/messages{from}", self.key)))
    }

    /// Reads the answer to that call. Errors: what is wrong.
    pub fn hear(&mut self, heard: Heard<'_>) -> Result<(), Code> {
        let answer = Answer::new(heard.status, heard.headers, heard.body);
        if answer.status == StatusCode::NOT_FOUND && answer.is_theirs() {
            // It was deleted meanwhile.
            self.complete = true;
            return Ok(());
        }
        let page = listed(&answer, heard.now, answer.messages())?;
        let ids = || page.iter().filter_map(|message| number(message, "id"));
        let (next, reached) = match self.way {
            Way::After(after) => (ids().max().filter(|id| *id > after).map(Way::After), false),
            Way::Before(before) => {
                let first = ids().min().filter(|id| before.is_none_or(|before| *id < before));
                let times = page.iter().filter_map(|message| fields::time(message, "created_at"));
                (first.map(|id| Way::Before(Some(id))), times.min().is_some_and(|at| at < self.since))
            }
        };
        for message in &page {
            let (Some(id), Some(at)) = (number(message, "id"), fields::time(message, "created_at")) else {
                continue;
            };
            if at >= self.since {
                self.found.insert(id, Found { id, at, body: Value::Object((*message).clone()) });
            }
        }
        match next {
            Some(next) if page.len() >= FULL_PAGE && !reached => self.way = next,
            _ => self.complete = true,
        }
        Ok(())
    }

    /// Takes out what was found, in order.
    pub fn take(&mut self) -> Vec<Found> {
        std::mem::take(&mut self.found).into_values().collect()
    }

    /// Some of its messages as they are kept when they are no news: with what is known of conversation and contact, in one event.
    #[must_use]
    pub fn history(&self, found: &[Found]) -> Event {
        let mut of = self.conversation.clone();
        if let Some(chat) = self.chat() {
            of.insert("contact_inbox".to_owned(), json!({ "source_id": chat }));
        }
        let people::Scene { conversation, contact } = people::scene(of);
        let mut event = Event::new(EventKind::ConversationSnapshot, "");
        let messages = found.iter().filter_map(|one| self.event(one)?.message);
        event.conversation =
            conversation.map(|conversation| Conversation { transcript: messages.collect(), ..conversation });
        event.contact = contact;
        event.occurred_at = found.iter().map(|one| one.at).max();
        event
    }

    /// The event that the webhook of a message would have been; none for what no webhook tells of, such as "assigned to …".
    #[must_use]
    pub fn event(&self, found: &Found) -> Option<Event> {
        let mut body = found.body.as_object()?.clone();
        let mut conversation = self.conversation.clone();
        // Whatever is newest by now is not this message.
        conversation.remove("messages");
        conversation.remove("last_non_activity_message");
        if let Some(chat) = self.chat() {
            conversation.insert("contact_inbox".to_owned(), json!({ "source_id": chat }));
        }
        body.insert("conversation".to_owned(), Value::Object(conversation));
        let event = super::read_event("message_created", body);
        (event.kind != EventKind::PlatformOther).then_some(event)
    }
}

/// How many conversations there are, above a list of them.
fn total(list: &Value) -> Option<u64> {
    let meta = list.pointer("/data/meta").or_else(|| list.get("meta"))?;
    meta.get("all_count")?.as_u64()
}

/// When something last happened in a conversation.
fn active_at(conversation: &Object) -> Option<Timestamp> {
    ["last_activity_at", "timestamp", "updated_at"]
        .into_iter()
        .find_map(|name| fields::time(conversation, name))
}

/// What an answer lists. Errors: what is wrong.
fn listed<'a>(
    answer: &Answer<'_>,
    now: Timestamp,
    list: Option<Vec<&'a Object>>,
) -> Result<Vec<&'a Object>, Code> {
    if answer.is_success() {
        list.ok_or(Code::Plat02)
    } else if answer.status == StatusCode::NOT_FOUND {
        // A list is always there: it is the account that is not.
        Err(Code::Id01)
    } else {
        Err(code(&answer.refusal(now)))
    }
}

#[cfg(test)]
#[path = "catch_up_tests.rs"]
mod tests;
