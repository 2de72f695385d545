//! What Chatwoot answers: its errors in all their shapes, and its objects in whatever they are wrapped.
//!
//! Documents and servers disagree about wrappers, so each object is looked for wherever one or the other puts it.

use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::domain::{Code, Timestamp};
use crate::platforms::fields::{self, Object};
use crate::platforms::write::{Next, asked_wait};

/// The wait after "slow down" where they name none: their limits are counted by the minute.
const A_MINUTE: i64 = 60_000;

/// An answer, as far as it could be read.
pub(in crate::platforms::chatwoot) struct Answer<'a> {
    /// Its status.
    pub(in crate::platforms::chatwoot) status: StatusCode,
    headers: &'a HeaderMap,
    /// Its body; null where it is no JSON.
    pub(in crate::platforms::chatwoot) json: Value,
    is_json: bool,
    text: String,
}

impl<'a> Answer<'a> {
    pub(in crate::platforms::chatwoot) fn new(
        status: StatusCode,
        headers: &'a HeaderMap,
        body: &[u8],
    ) -> Self {
        let parsed: Option<Value> = serde_json::from_slice(body).ok();
        let is_json = parsed.is_some();
        let json = parsed.unwrap_or_default();
        let text = if is_json { error_text(&json) } else { String::from_utf8_lossy(body).into_owned() };
        Self { status, headers, json, is_json, text }
    }

    pub(in crate::platforms::chatwoot) fn is_success(&self) -> bool {
        self.status.is_success()
    }

    /// Whether it is one of Chatwoot's own; a proxy's page is not.
    pub(in crate::platforms::chatwoot) fn is_theirs(&self) -> bool {
        self.is_json
    }

    /// Whether it says nothing: so some calls are answered well.
    pub(in crate::platforms::chatwoot) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether its error says this, in any case of letters.
    pub(in crate::platforms::chatwoot) fn says(&self, words: &str) -> bool {
        self.text.to_ascii_lowercase().contains(&words.to_ascii_lowercase())
    }

    /// Whether our token did not get there at all: a proxy drops headers with underscores.
    pub(in crate::platforms::chatwoot) fn misses_token(&self) -> bool {
        self.status == StatusCode::UNAUTHORIZED
            && (self.json.get("errors").is_some_and(|errors| !errors.is_null()) || self.says("sign in"))
    }

    /// The names of the fields a refusal is about; from its words where it names none.
    pub(in crate::platforms::chatwoot) fn fields_named(&self) -> Vec<String> {
        let named = self.json.get("attributes").and_then(Value::as_array);
        let named: Vec<String> =
            named.into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect();
        if !named.is_empty() {
            return named;
        }
        let words = [("identifier", "identifier"), ("email", "email"), ("phone", "phone_number")];
        let said = words.into_iter().filter(|(word, _)| self.says(word));
        said.map(|(_, field)| field.to_owned()).collect()
    }

    /// What follows from a refusal, whatever was asked for.
    pub(in crate::platforms::chatwoot) fn refusal(&self, now: Timestamp) -> Next {
        let wait = asked_wait(self.headers, now);
        match self.status.as_u16() {
            401 if self.misses_token() => Next::Barred(Code::Auth02),
            401 if ["not authorized", "suspended"].into_iter().any(|words| self.says(words)) => {
                Next::Barred(Code::Auth05)
            }
            401 => Next::Barred(Code::Auth01),
            403 | 422 if self.says("api inbox") => Next::Rejected(Code::Id02),
            403 => Next::Barred(Code::Auth05),
            404 if self.is_json => Next::Rejected(Code::Id03),
            // No Chatwoot answers there.
            404 | 410 => Next::Barred(Code::Id01),
            413 => Next::Rejected(Code::Size01),
            422 if self.says("too many messages") => Next::Trouble(Code::Rate01, Some(A_MINUTE)),
            429 => Next::Trouble(Code::Rate01, Some(wait.unwrap_or(A_MINUTE))),
            407 | 408 | 425 => Next::Trouble(Code::Plat02, wait),
            300..=399 => Next::Rejected(Code::Http03),
            400..=499 => Next::Rejected(Code::Plat01),
            _ => Next::Trouble(Code::Plat02, wait),
        }
    }

    /// The contact it is about.
    pub(in crate::platforms::chatwoot) fn contact(&self) -> Option<&Object> {
        one(&self.json, "contact")
    }

    /// The contacts it lists; none when it is no list.
    pub(in crate::platforms::chatwoot) fn contacts(&self) -> Option<Vec<&Object>> {
        list(&self.json, "contacts")
    }

    /// The conversation it is about.
    pub(in crate::platforms::chatwoot) fn conversation(&self) -> Option<&Object> {
        one(&self.json, "conversation")
    }

    /// The conversations it lists; none when it is no list.
    pub(in crate::platforms::chatwoot) fn conversations(&self) -> Option<Vec<&Object>> {
        list(&self.json, "conversations")
    }

    /// The inbox it is about.
    pub(in crate::platforms::chatwoot) fn inbox(&self) -> Option<&Object> {
        one(&self.json, "inbox")
    }

    /// The inboxes it lists; none when it is no list.
    pub(in crate::platforms::chatwoot) fn inboxes(&self) -> Option<Vec<&Object>> {
        list(&self.json, "inboxes")
    }

    /// The message it is about.
    pub(in crate::platforms::chatwoot) fn message(&self) -> Option<&Object> {
        one(&self.json, "message")
    }

    /// The messages it lists; none when it is no list.
    pub(in crate::platforms::chatwoot) fn messages(&self) -> Option<Vec<&Object>> {
        list(&self.json, "messages")
    }
}

/// `error`, else `message`, else the first of `errors`, else all of it.
fn error_text(json: &Value) -> String {
    let text = |name: &str| json.get(name).and_then(Value::as_str);
    let first = || json.get("errors")?.as_array()?.first()?.as_str();
    match text("error").or_else(|| text("message")).or_else(first) {
        Some(text) => text.to_owned(),
        None => json.to_string(),
    }
}

/// One object with an id: bare, or under `payload`, `data` or its own name, or the first of a list there.
fn one<'a>(json: &'a Value, name: &str) -> Option<&'a Object> {
    match json {
        Value::Object(object) => {
            let inside = |key: &str| object.get(key).and_then(|inner| one(inner, name));
            // Its own name first: an envelope may have an id as well.
            inside(name)
                .or_else(|| inside("payload"))
                .or_else(|| number(object, "id").is_some().then_some(object))
                .or_else(|| inside("data"))
        }
        Value::Array(list) => list.first().and_then(|first| one(first, name)),
        _ => None,
    }
}

/// A list of objects: bare, or under `payload`, `data` or its own name, however deep these are nested.
fn list<'a>(json: &'a Value, name: &str) -> Option<Vec<&'a Object>> {
    match json {
        Value::Array(list) => Some(list.iter().filter_map(Value::as_object).collect()),
        Value::Object(object) => {
            ["payload", "data", name].into_iter().find_map(|inner| list(object.get(inner)?, name))
        }
        _ => None,
    }
}

/// A number of theirs, also one written as text.
pub(in crate::platforms::chatwoot) fn number(of: &Object, name: &str) -> Option<i64> {
    fields::integer(of, name).filter(|number| *number > 0)
}

/// The number of a conversation. Old servers wrote the one everybody sees as `display_id` beside an internal id; today it is the id.
pub(in crate::platforms::chatwoot) fn conversation_number(of: &Object) -> Option<i64> {
    number(of, "display_id").or_else(|| number(of, "id"))
}
