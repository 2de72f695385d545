//! What the endpoint gets: headers and body of one try. Pure.

use bytes::Bytes;
use serde::Serialize;
use serde_json::{Map, Value};

use super::sign;
use crate::domain::{
    Channel, ChannelId, Contact, Conversation, EventKind, Format, Message, Operator, Options, Platform, Timestamp,
};
use crate::platforms::redact;
use crate::store::{Headers, Job};

/// Headers about one connection, not about the message; and those every request gets anew.
const NOT_PASSED_ON: &[&str] = &[
    "accept-encoding", "connection", "content-length", "expect", "host", "keep-alive", "proxy-authenticate", "proxy-authorization",
    "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "webhook-id", "webhook-signature", "webhook-timestamp",
];

/// Headers that say where a body ends. An admin who sets one would break the request, so theirs are left out.
const FRAMING: &[&str] = &["connection", "content-length", "te", "trailer", "transfer-encoding", "upgrade"];

/// A request to an endpoint, but for its address.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// Its headers.
    pub headers: Headers,
    /// Its body; the same at every try.
    pub body: Bytes,
}

/// The request for a delivery, signed for `now`.
#[must_use]
pub(crate) fn prepare(channel: &Channel, job: &Job, now: Timestamp) -> Prepared {
    let as_received = match &job.fixed {
        // What the first try was is what every further one is, whatever the channel is set to by now.
        Some(fixed) => *fixed == job.original && !job.original.is_empty(),
        None => channel.format == Format::AsReceived && !job.original.is_empty(),
    };
    let (mut headers, body) = if as_received {
        let mut headers = passed_on(&job.original_headers);
        if let Options::Chatwoot(options) = &channel.options {
            sign::renew_chatwoot(&mut headers, &options.webhook_secrets, &job.original, now);
        }
        (headers, job.original.clone())
    } else {
        let headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        (headers, job.fixed.clone().unwrap_or_else(|| switchboard(channel, job)))
    };
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("user-agent")) {
        headers.push(("user-agent".to_owned(), concat!("Switchboard/", env!("CARGO_PKG_VERSION")).to_owned()));
    }
    headers.extend(sign::standard(&channel.signing_secret, &job.event_id.to_string(), &body, now));
    add_own(&mut headers, channel);
    Prepared { headers, body }
}

/// Puts the admin's own headers in, in place of ours of the same name.
pub(crate) fn add_own(headers: &mut Headers, channel: &Channel) {
    for own in &channel.endpoint.headers {
        if FRAMING.iter().any(|name| own.name.eq_ignore_ascii_case(name)) {
            continue;
        }
        headers.retain(|(name, _)| !name.eq_ignore_ascii_case(&own.name));
        headers.push((own.name.clone(), own.value.expose().to_owned()));
    }
}

/// The platform's own headers without those that were about its connection to us.
fn passed_on(original: &Headers) -> Headers {
    let named: Vec<&str> = original
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("connection"))
        .flat_map(|(_, value)| value.split(',').map(str::trim))
        .collect();
    let stays = |name: &str| {
        let is = |other: &&str| name.eq_ignore_ascii_case(other);
        !NOT_PASSED_ON.iter().any(is) && !named.iter().any(is)
    };
    original.iter().filter(|(name, _)| stays(name)).cloned().collect()
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: EventKind,
    timestamp: String,
    data: Data<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Data<'a> {
    channel: ChannelPart<'a>,
    conversation: Option<&'a Conversation>,
    contact: Option<&'a Contact>,
    message: Option<&'a Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operator: Option<&'a Operator>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    detail: &'a Map<String, Value>,
    original: Value,
}

#[derive(Serialize)]
struct ChannelPart<'a> {
    id: ChannelId,
    name: &'a str,
    platform: Platform,
}

/// `{"type","timestamp","data"}`.
fn switchboard(channel: &Channel, job: &Job) -> Bytes {
    let event = &job.event;
    // The store knows the conversation better than one event does, but a transcript is the event's alone.
    let known = job.conversation.as_ref().or(event.conversation.as_ref());
    let with_transcript = match (known, &event.conversation) {
        (Some(known), Some(told)) if !told.transcript.is_empty() && known.transcript.is_empty() => {
            Some(Conversation { transcript: told.transcript.clone(), ..known.clone() })
        }
        _ => None,
    };
    let body = Body {
        r#type: event.kind,
        timestamp: iso(event.occurred_at.unwrap_or(job.received_at)),
        data: Data {
            channel: ChannelPart { id: channel.id, name: &channel.name, platform: channel.platform() },
            conversation: with_transcript.as_ref().or(known),
            contact: job.contact.as_ref().or(event.contact.as_ref()),
            message: event.message.as_ref(),
            operator: event.operator.as_ref(),
            detail: &event.detail,
            original: original(&job.original),
        },
    };
    match serde_json::to_vec(&body) {
        Ok(bytes) => bytes.into(),
        // Only maps with keys that are no text fail, and there are none.
        Err(_) => Bytes::new(),
    }
}

/// The platform's body without its secrets: JSON as JSON, anything else as text.
fn original(body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    match serde_json::from_slice::<Value>(body) {
        Ok(mut value) => {
            redact::value(&mut value);
            value
        }
        Err(_) => Value::String(redact::body(body)),
    }
}

/// A time as the Standard Webhooks specification writes it.
fn iso(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_string()
}
