//! What each platform says on the wire. Pure: no sockets, no SQL, no clock, so that each is tested with samples alone.
//!
//! # The contract
//!
//! [`read`] turns one request into what it means and how it must be answered. It may be called any number of times with the same
//! request (a refused one is read again when the admin accepts it) and always gives the same reading. A body that is not the
//! platform's is never an error of ours: it is [`Verdict::Refused`] with the status the platform documents. A new event of theirs is
//! `platform.other`, answered as success. One suite (`contract`) holds all of them to this. What is said to a platform is in [`write`], with a
//! contract and a suite of its own; what the endpoint asks for at the outbox is read by [`outbox`]. Adding a platform is one folder here, one
//! table in `names` and one line in [`read`] and in [`write::write`].

pub mod chatwoot;
#[cfg(test)]
mod contract;
pub mod elma365;
mod fields;
mod names;
pub mod outbox;
pub mod redact;
pub mod userlike;
pub mod write;
#[cfg(test)]
mod write_contract;

pub use names::event_names;

use http::{HeaderMap, StatusCode};

use serde_json::Value;

use crate::domain::{Channel, Code, Contact, Event, Learned, Options, Platform, SkipReason, Timestamp};

/// One HTTP request of a platform, with its raw bytes: signatures are over these, not over what a parser makes of them.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Its headers, in any case.
    pub headers: &'a HeaderMap,
    /// Its body.
    pub body: &'a [u8],
}

/// A body longer than this, in bytes, is not looked through for whose it is.
const LOOKED_THROUGH: usize = 1 << 20;

/// The platform that writes so, by the fields that tell them apart, whatever channel it came to; none where none of ours does.
#[must_use]
pub fn recognised(body: &[u8]) -> Option<Platform> {
    let body = fields::parse(body.get(..LOOKED_THROUGH.min(body.len()))?)?;
    let word = |name: &str| body.get(name).and_then(Value::as_str);
    let says = |platform, name: &str| word(name).is_some_and(|event| names::find(platform, event).is_some());
    if word("_type").is_some() {
        Some(Platform::Userlike)
    } else if says(Platform::Chatwoot, "event") {
        Some(Platform::Chatwoot)
    } else if says(Platform::Elma365, "type") && ["token", "data"].iter().any(|name| body.contains_key(*name))
    {
        Some(Platform::Elma365)
    } else {
        None
    }
}

/// What the admin has decided about a request that was kept; [`Trust::None`] for one that just came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// Check everything.
    #[default]
    None,
    /// The admin vouches for it: token, signature, age and their channel id are not held against it.
    Accepted,
}

/// What a request means.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Whether it is acted on.
    pub verdict: Verdict,
    /// How it is answered.
    pub answer: Answer,
    /// What happened, in order. Empty when refused or quarantined.
    pub events: Vec<Event>,
    /// What it taught us about the channel. Empty unless taken.
    pub learned: Vec<Learned>,
}

/// Whether a request is acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Stored and acted on.
    Taken,
    /// Stored and acted on here, but its events go nowhere.
    Skipped(SkipReason),
    /// Kept as an exchange, answered with an error, not acted on. The admin may accept it.
    Refused(Code),
    /// Kept and answered as success, but not acted on until the admin accepts it.
    Quarantined(Code),
}

/// The HTTP answer a request gets.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// This status with this JSON text, or with nothing.
    Status(StatusCode, Option<String>),
    /// 200 with what is known of a contact: the intake looks it up by this key and calls [`contact_answer`].
    Contact(String),
}

impl Answer {
    /// 200 with the JSON text `{}`.
    #[must_use]
    pub fn ok() -> Self {
        Self::Status(StatusCode::OK, Some("{}".to_owned()))
    }
}

impl Reading {
    /// Taken, answered 200, with these events.
    #[must_use]
    pub fn taken(events: Vec<Event>) -> Self {
        Self { verdict: Verdict::Taken, answer: Answer::ok(), events, learned: Vec::new() }
    }

    /// Refused for this reason with this status.
    #[must_use]
    pub fn refused(code: Code, status: StatusCode) -> Self {
        let body = format!("{{\"error\":\"{code}\"}}");
        Self {
            verdict: Verdict::Refused(code),
            answer: Answer::Status(status, Some(body)),
            events: Vec::new(),
            learned: Vec::new(),
        }
    }
}

/// Reads one request to a channel's intake.
#[must_use]
pub fn read(channel: &Channel, request: Request<'_>, trust: Trust, now: Timestamp) -> Reading {
    match &channel.options {
        Options::Elma365(options) => elma365::read(channel, options, request, trust),
        Options::Chatwoot(options) => chatwoot::read(channel, options, request, trust, now),
        Options::Userlike(options) => userlike::read(channel, options, request, trust),
    }
}

/// The JSON text of an answer that tells what is known of a contact. `avatar` is the picture's bytes in base64.
#[must_use]
pub fn contact_answer(channel: &Channel, contact: &Contact, avatar: Option<&str>) -> String {
    match &channel.options {
        Options::Elma365(options) => elma365::contact_answer(options, contact, avatar),
        Options::Chatwoot(_) | Options::Userlike(_) => "{}".to_owned(),
    }
}

/// The token a request shows, whether or not it is the right one; none where the platform shows none.
#[must_use]
pub(crate) fn shown_token(
    channel: &Channel,
    headers: &[(String, String)],
    body: &[u8],
) -> Option<crate::secret::Secret> {
    let shown = match &channel.options {
        Options::Elma365(_) => fields::id(&fields::parse(body)?, "token"),
        Options::Userlike(options) => {
            let wanted = userlike::secret_header(options);
            headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.clone())
        }
        Options::Chatwoot(_) => None,
    };
    Some(crate::secret::Secret::new(shown?))
}

/// What is masked wherever something of a channel is shown, besides what is masked everywhere: the request header that carries its token,
/// where its platform sends it in one, and the headers that were typed for its endpoint.
#[must_use]
pub fn own_secrets(channel: &Channel) -> redact::Own {
    let own = match &channel.options {
        Options::Userlike(options) => redact::Own::named(userlike::secret_header(options)),
        Options::Elma365(_) | Options::Chatwoot(_) => redact::Own::NONE,
    };
    channel.endpoint.headers.iter().fold(own, |own, header| own.and_value(&header.name, &header.value))
}
