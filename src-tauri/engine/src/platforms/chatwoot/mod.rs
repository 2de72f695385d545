//! The Chatwoot family: the relay receives the webhooks of an account or of one API inbox.
//!
//! Every request is one JSON object told apart by `event`; what it is about stands in its root. Newer servers sign. Nothing is asked of
//! them twice and a failure paints messages red for the agents, so whatever can be understood is. Knows nothing of what is sent to Chatwoot.

pub mod catch_up;
mod events;
mod message;
mod people;
pub mod setup;
mod signature;
mod write;

pub use self::write::{write, write_back};

use http::StatusCode;

use self::signature::Signature;
use super::fields::{self, Object};
use super::{Reading, Request, Trust, Verdict, names};
use crate::domain::{
    Channel, ChatwootOptions, Code, Event, EventKind, Platform, SignatureRule, SkipReason, Timestamp,
};
use crate::secret::Secret;

/// Reads one request.
#[must_use]
pub fn read(
    _channel: &Channel,
    options: &ChatwootOptions,
    request: Request<'_>,
    trust: Trust,
    now: Timestamp,
) -> Reading {
    let Some(mut body) = fields::parse(request.body) else {
        return Reading::refused(Code::Data01, StatusCode::BAD_REQUEST);
    };
    let name = fields::take_text(&mut body, "event").unwrap_or_default();
    if trust == Trust::None
        && !is_never_signed(&name)
        && let Err(code) = check_signature(options, request, now)
    {
        return match options.signature {
            SignatureRule::Strict | SignatureRule::Legacy => Reading::refused(code, StatusCode::UNAUTHORIZED),
            SignatureRule::Lenient => {
                Reading { verdict: Verdict::Quarantined(code), ..Reading::taken(Vec::new()) }
            }
        };
    }
    let inbox = inbox(&name, &body);
    let mut reading = Reading::taken(vec![read_event(&name, body)]);
    if let (Some(ours), Some(theirs)) = (options.inbox_id, inbox)
        && ours.to_string() != theirs
    {
        reading.verdict = Verdict::Skipped(SkipReason::OtherInbox);
    }
    reading
}

/// Macros and automations post without a signature or a secret.
fn is_never_signed(name: &str) -> bool {
    name == "macro.executed" || name.starts_with("automation_event.")
}

fn check_signature(options: &ChatwootOptions, request: Request<'_>, now: Timestamp) -> Result<(), Code> {
    if options.webhook_secrets.iter().all(Secret::is_empty) {
        return Ok(());
    }
    match signature::check(request.headers, request.body, &options.webhook_secrets, now) {
        Signature::Good => Ok(()),
        Signature::Absent if options.signature == SignatureRule::Legacy => Ok(()),
        Signature::Absent => Err(Code::Auth03),
        Signature::Bad(code) => Err(code),
    }
}

/// The number of the inbox a request is about; none where it is about none, such as a contact.
fn inbox(name: &str, body: &Object) -> Option<String> {
    if matches!(name, "inbox_created" | "inbox_updated") {
        return fields::id(body, "id");
    }
    fields::object(body, "inbox")
        .and_then(|inbox| fields::id(inbox, "id"))
        .or_else(|| fields::object(body, "conversation").and_then(people::inbox))
        .or_else(|| people::inbox(body))
}

fn read_event(name: &str, body: Object) -> Event {
    let (name, kind) = names::find_or_other(Platform::Chatwoot, name);
    let event = Event::new(kind, name);
    match kind {
        EventKind::MessageSent | EventKind::MessageUpdated => message::read(event, body),
        EventKind::ConversationCreated
        | EventKind::ConversationUpdated
        | EventKind::ConversationStatusChanged => events::conversation(event, body),
        EventKind::ContactCreated | EventKind::ContactUpdated => events::contact(event, body),
        EventKind::TypingStarted | EventKind::TypingStopped => events::typing(event, body),
        EventKind::WidgetTriggered => events::widget(event, body),
        _ if is_never_signed(&event.platform_name) => events::automation(event, body),
        _ => event,
    }
}

#[cfg(test)]
mod tests;
