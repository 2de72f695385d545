//! Userlike's API add-on: the relay receives callbacks, nothing more.
//!
//! A callback is one JSON object told apart by `_type` and `_event`. It brings the whole transcript so far, whose lines have no ids, so each
//! line becomes an event of its own that the store lets through once. The names of 2014 are still understood. Userlike wants exactly 200.

mod session;
mod transcript;

use http::StatusCode;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::fields::{self, Digest, Object};
use super::{Reading, Request, Trust, names};
use crate::domain::{
    Channel, Code, Conversation, Event, EventKind, Identity, Operator, Platform, UserlikeOptions,
};

/// The request header that carries the channel's token.
pub(super) fn secret_header(options: &UserlikeOptions) -> &str {
    options.secret_header.as_deref().filter(|name| !name.is_empty()).unwrap_or("x-switchboard-secret")
}

/// Reads one request.
#[must_use]
pub fn read(channel: &Channel, options: &UserlikeOptions, request: Request<'_>, trust: Trust) -> Reading {
    if trust == Trust::None && !channel.token.is_empty() {
        let shown = request
            .headers
            .get(secret_header(options))
            .and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
        if !channel.token.matches(shown.unwrap_or_default()) {
            return Reading::refused(Code::Auth03, StatusCode::UNAUTHORIZED);
        }
    }
    let Some(mut body) = fields::parse(request.body) else {
        return Reading::refused(Code::Data01, StatusCode::BAD_REQUEST);
    };
    let callback = Callback::of(&mut body);
    Reading::taken(match callback.about {
        About::Operator => vec![operator_event(callback, body)],
        About::Widget => vec![widget_event(callback, &mut body)],
        About::Session | About::Conversation | About::OfflineMessage => {
            chat_events(callback, body, &zone(options))
        }
        About::Other => vec![Event::new(callback.kind, callback.name)],
    })
}

fn zone(options: &UserlikeOptions) -> TimeZone {
    options.time_zone.as_deref().and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC)
}

/// What a callback tells about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Session,
    Conversation,
    /// Left while nobody was there; only in the callbacks of 2014.
    OfflineMessage,
    Operator,
    Widget,
    Other,
}

/// Which callback it is.
struct Callback {
    about: About,
    kind: EventKind,
    /// As they call it: type and event, joined by a dot.
    name: String,
}

impl Callback {
    fn of(body: &mut Object) -> Self {
        let mut word = |name| fields::take_text(body, name).unwrap_or_default().to_ascii_lowercase();
        let (theirs, event) = (word("_type"), word("_event"));
        let (about, today) = match theirs.as_str() {
            "chat_session" | "chat_meta" => (About::Session, "chat_session"),
            "conversation" => (About::Conversation, "conversation"),
            "offline_message" => (About::OfflineMessage, "offline_message"),
            "operator" => (About::Operator, "operator"),
            "um_widget" | "chat_widget" => (About::Widget, "um_widget"),
            _ => (About::Other, theirs.as_str()),
        };
        // In 2014 a session's end was called after the e-mail one received then.
        let event_today = if about == About::Session && event == "receive" { "end" } else { &event };
        let kind = match names::find(Platform::Userlike, &format!("{today}.{event_today}")) {
            Some((_, kind)) => kind,
            None => match about {
                // So the chats arrive that somebody sends by hand, one by one or many at once.
                About::Session | About::Conversation => EventKind::ConversationSnapshot,
                About::OfflineMessage => EventKind::MessageReceived,
                About::Operator | About::Widget | About::Other => EventKind::PlatformOther,
            },
        };
        let name = match (theirs.is_empty(), event.is_empty()) {
            (_, true) => fields::name(&theirs),
            (true, false) => fields::name(&event),
            (false, false) => fields::name(&format!("{theirs}.{event}")),
        };
        Self { about, kind, name }
    }
}

fn operator_event(callback: Callback, body: Object) -> Event {
    let mut event = Event::new(callback.kind, callback.name);
    event.operator = session::operator(body);
    event
}

fn widget_event(callback: Callback, body: &mut Object) -> Event {
    let mut event = Event::new(callback.kind, callback.name);
    for name in ["id", "name", "lang", "widget_type"] {
        fields::keep(body, name, &mut event.detail);
    }
    event
}

/// The transcript's lines and then what the callback itself says.
fn chat_events(callback: Callback, mut body: Object, zone: &TimeZone) -> Vec<Event> {
    let lines = transcript::take(&mut body, callback.kind, zone);
    let mut own = Event::new(callback.kind, callback.name);
    own.detail = detail(&mut body, callback.kind);
    let goal =
        fields::object(&body, "chat_widget_goal").filter(|goal| fields::id(goal, "id").is_some()).cloned();
    let created_at = fields::local_time(&body, "created_at", zone);
    let ended_at = fields::local_time(&body, "ended_at", zone);
    own.contact = session::contact(&mut body);
    own.conversation = session::conversation(callback.about, callback.kind, body, created_at, ended_at);
    own.operator = own.conversation.as_ref().and_then(|conversation| conversation.operator.clone());
    own.identity = identity(&own);

    match callback.kind {
        EventKind::ConversationSnapshot => {
            if let Some(conversation) = &mut own.conversation {
                conversation.transcript = lines.into_iter().map(|line| line.message).collect();
            }
            return vec![own];
        }
        // The newest line is the event itself.
        EventKind::MessageReceived | EventKind::MessageSent if !lines.is_empty() => {
            let mut events = transcript::events(lines, &own);
            if let Some(newest) = events.last_mut() {
                newest.conversation = own.conversation;
                newest.contact = own.contact;
            }
            return events;
        }
        EventKind::SessionStarted => own.occurred_at = created_at,
        EventKind::SessionEnded | EventKind::SessionUnread | EventKind::ConversationEnded => {
            own.occurred_at = ended_at
        }
        EventKind::ConversationGoal => {
            if let Some(goal) = goal {
                own.detail.insert("goal".to_owned(), Value::Object(goal));
            }
        }
        _ => {}
    }
    let mut events = transcript::events(lines, &own);
    // A rating may bring the words that a feedback of its own would have brought.
    let feedback = (own.kind == EventKind::ConversationRated && own.detail.contains_key("feedback"))
        .then(|| Event { kind: EventKind::ConversationFeedback, ..own.clone() });
    let at = if own.kind == EventKind::SessionStarted { 0 } else { events.len() };
    events.insert(at, own);
    events.extend(feedback.map(|event| Event { identity: identity(&event), ..event }));
    events
}

/// What the customer thought of it, in our words, wherever the callback tells it.
fn detail(body: &mut Object, kind: EventKind) -> Object {
    let mut theirs = Object::new();
    if kind != EventKind::SessionStarted {
        for name in ["rate", "feedback_message", "post_survey_option"] {
            fields::keep(body, name, &mut theirs);
        }
    }
    let ours = |name: String| match name.as_str() {
        "rate" => "rating".to_owned(),
        "feedback_message" => "feedback".to_owned(),
        _ => "survey".to_owned(),
    };
    theirs.into_iter().map(|(name, value)| (ours(name), value)).collect()
}

/// Callbacks have no ids. What can happen to a session only once, or is said anew with the same words, is known by the session; a chat may
/// well be passed to the same operator twice, and one that is sent by hand is meant to come.
fn identity(event: &Event) -> Option<Identity> {
    let conversation = event.conversation.as_ref()?;
    let mut said = Digest::new();
    let mut of = |name| {
        said.value(event.detail.get(name).unwrap_or(&Value::Null));
    };
    match event.kind {
        EventKind::SessionStarted => {}
        EventKind::SessionEnded | EventKind::SessionUnread | EventKind::ConversationEnded => {
            said.number(conversation.ended_at.map_or(0, |at| at.0));
        }
        EventKind::ConversationRated => of("rating"),
        EventKind::ConversationFeedback => of("feedback"),
        EventKind::ConversationSurveyed => of("survey"),
        _ => return None,
    }
    Some(Identity { key: conversation.key.clone(), revision: said.finish() })
}

/// The conversation by its keys alone: a transcript has many lines, and what else is known goes with the callback's own event.
fn by_keys(conversation: &Conversation) -> Conversation {
    Conversation {
        key: conversation.key.clone(),
        session: conversation.session.clone(),
        ..Conversation::default()
    }
}

/// An operator of whom a line tells the id and the name.
fn by_name(key: String, name: Option<String>) -> Operator {
    Operator { key, name, ..Operator::default() }
}

#[cfg(test)]
mod tests;
