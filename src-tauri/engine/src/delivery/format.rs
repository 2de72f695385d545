//! What the endpoint gets: headers and body of one try. Pure.

use bytes::Bytes;
use serde::Serialize;
use serde_json::{Map, Value};

use super::sign;
use crate::domain::{
    Channel, ChannelId, Contact, Conversation, EventId, EventKind, FileId, Format, Message, Operator,
    Options, Platform, Snapshot, SnapshotEvent, Timestamp,
};
use crate::platforms::redact;
use crate::store::{Headers, Job, Role};

/// Headers about one connection, not about the message; and those every request gets anew.
const NOT_PASSED_ON: &[&str] = &[
    "accept-encoding",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "webhook-id",
    "webhook-signature",
    "webhook-timestamp",
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

/// Where the relay serves a file; none while it cannot say.
pub(crate) type AddressOf<'a> = &'a dyn Fn(FileId, &str) -> Option<String>;

/// The request for a delivery, signed for `now`.
#[must_use]
pub(crate) fn prepare(channel: &Channel, job: &Job, now: Timestamp, address_of: AddressOf<'_>) -> Prepared {
    let as_received = match &job.fixed {
        // What the first try was is what every further one is, whatever the channel is set to by now.
        Some(fixed) => *fixed == job.original && !job.original.is_empty(),
        None => channel.format == Format::AsReceived && job.is_original && !job.original.is_empty(),
    };
    if !as_received {
        let body = job.fixed.clone().unwrap_or_else(|| switchboard(channel, job, address_of));
        return signed(channel, job.role == Role::Endpoint, job.event_id, body, now);
    }
    let mut headers = passed_on(&job.original_headers);
    if let Options::Chatwoot(options) = &channel.options {
        sign::renew_chatwoot(&mut headers, &options.webhook_secrets, &job.original, now);
    }
    complete(&mut headers, channel, job.event_id, &job.original, now);
    add_own(&mut headers, channel);
    Prepared { headers, body: job.original.clone() }
}

/// The request that carries a body in our format, such as a [`snapshot`], signed for `now` with the channel's secret. `event` is its
/// `webhook-id`. The admin's own headers are for the endpoint and nobody else: `own` says whether it goes there.
#[must_use]
pub(crate) fn signed(channel: &Channel, own: bool, event: EventId, body: Bytes, now: Timestamp) -> Prepared {
    let mut headers = vec![("content-type".to_owned(), "application/json".to_owned())];
    complete(&mut headers, channel, event, &body, now);
    if own {
        add_own(&mut headers, channel);
    }
    Prepared { headers, body }
}

/// Who we are, and our signature.
fn complete(headers: &mut Headers, channel: &Channel, event: EventId, body: &[u8], now: Timestamp) {
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("user-agent")) {
        headers
            .push(("user-agent".to_owned(), concat!("Switchboard/", env!("CARGO_PKG_VERSION")).to_owned()));
    }
    headers.extend(sign::standard(&channel.signing_secret, &event.to_string(), body, now));
}

/// The body of a whole conversation, as an endpoint or an address given once gets it. `at` is when it was asked for.
#[must_use]
pub(crate) fn snapshot(
    channel: &Channel,
    snapshot: &Snapshot,
    at: Timestamp,
    address_of: AddressOf<'_>,
) -> Bytes {
    // Its messages stand beside it, with the addresses of their files.
    let mut conversation = snapshot.conversation.clone();
    let messages = std::mem::take(&mut conversation.transcript);
    let body = Body {
        r#type: EventKind::ConversationSnapshot,
        timestamp: iso(at),
        data: Whole {
            channel: ChannelPart::of(channel),
            conversation: &conversation,
            contact: snapshot.contact.as_ref(),
            messages: messages.iter().map(|message| message_part(message, address_of)).collect(),
            events: snapshot.events.iter().map(without_secrets).collect(),
            original: Value::Null,
        },
    };
    written(&body)
}

fn without_secrets(event: &SnapshotEvent) -> SnapshotEvent {
    let mut detail = Value::Object(event.detail.clone());
    redact::value(&mut detail);
    let Value::Object(detail) = detail else { return event.clone() };
    SnapshotEvent { detail, ..event.clone() }
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
struct Body<D> {
    r#type: EventKind,
    timestamp: String,
    data: D,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Data<'a> {
    channel: ChannelPart<'a>,
    conversation: Option<&'a Conversation>,
    contact: Option<&'a Contact>,
    message: Option<MessagePart<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operator: Option<&'a Operator>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    detail: &'a Map<String, Value>,
    original: Value,
}

/// What a whole conversation tells.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whole<'a> {
    channel: ChannelPart<'a>,
    conversation: &'a Conversation,
    contact: Option<&'a Contact>,
    messages: Vec<MessagePart<'a>>,
    events: Vec<SnapshotEvent>,
    original: Value,
}

#[derive(Serialize)]
struct ChannelPart<'a> {
    id: ChannelId,
    name: &'a str,
    platform: Platform,
}

impl<'a> ChannelPart<'a> {
    fn of(channel: &'a Channel) -> Self {
        Self { id: channel.id, name: &channel.name, platform: channel.platform() }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum MessagePart<'a> {
    AsItIs(&'a Message),
    WithAddresses(Value),
}

/// The message, with `relayUrl` at each of its files that the relay keeps: the platform's own address may ask for a sign-in or go stale.
fn message_part<'a>(message: &'a Message, address_of: AddressOf<'_>) -> MessagePart<'a> {
    if message.files.iter().all(|file| file.id.is_none()) {
        return MessagePart::AsItIs(message);
    }
    let Ok(mut value) = serde_json::to_value(message) else { return MessagePart::AsItIs(message) };
    let files = value.get_mut("files").and_then(Value::as_array_mut).into_iter().flatten();
    for (file, shown) in message.files.iter().zip(files) {
        if let Some(address) = file.id.and_then(|id| address_of(id, &file.name)) {
            shown["relayUrl"] = Value::String(address);
        }
    }
    MessagePart::WithAddresses(value)
}

/// `{"type","timestamp","data"}`.
fn switchboard(channel: &Channel, job: &Job, address_of: AddressOf<'_>) -> Bytes {
    let event = &job.event;
    let at = event.occurred_at.unwrap_or(job.received_at);
    if let Some(whole) = &job.snapshot {
        return snapshot(channel, whole, at, address_of);
    }
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
        timestamp: iso(at),
        data: Data {
            channel: ChannelPart::of(channel),
            conversation: with_transcript.as_ref().or(known),
            contact: job.contact.as_ref().or(event.contact.as_ref()),
            message: event.message.as_ref().map(|message| message_part(message, address_of)),
            operator: event.operator.as_ref(),
            detail: &event.detail,
            original: original(&job.original),
        },
    };
    written(&body)
}

fn written(body: &impl Serialize) -> Bytes {
    // Only maps with keys that are no text fail, and there are none.
    serde_json::to_vec(body).map(Bytes::from).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ChatwootOptions, ConversationId, DeliveryId, DestinationId, Endpoint, Event, ExchangeId, File,
        Header, Mode, Side, SnapshotOf, Subscriptions,
    };
    use crate::secret::Secret;
    use crate::store::LaneId;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);

    fn channel(format: Format) -> Channel {
        Channel {
            id: ChannelId(1),
            name: "Support".to_owned(),
            preset: None,
            token: Secret::default(),
            api_url: None,
            platform_trust: None,
            callback_url: None,
            subscriptions: Subscriptions::All,
            format,
            endpoint: Endpoint::default(),
            options: Options::Chatwoot(ChatwootOptions::default()),
            intake_key: Secret::new("key"),
            endpoint_token: Secret::default(),
            signing_secret: Secret::new("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"),
            mode: Mode::Active,
            demo: false,
            created_at: NOW,
        }
    }

    fn job(original: &'static str) -> Job {
        let mut event = Event::new(EventKind::MessageSent, "message_created");
        event.message = Some(Message {
            key: Some("7".to_owned()),
            text: "Good morning".to_owned(),
            ..Message::by(Side::Operator)
        });
        Job {
            delivery: DeliveryId(1),
            lane: LaneId(1),
            destination: DestinationId(1),
            channel: ChannelId(1),
            event_id: EventId(77),
            event,
            received_at: NOW,
            conversation: None,
            contact: None,
            exchange: ExchangeId(1),
            is_original: true,
            original_headers: Vec::new(),
            original: Bytes::from_static(original.as_bytes()),
            fixed: None,
            made: 0,
            failing_since: None,
            created_at: NOW,
            due: NOW,
            role: crate::store::Role::Endpoint,
            state: crate::domain::State::Received,
            progress: Value::Null,
            known: crate::platforms::write::Known::default(),
            files: Vec::new(),
            snapshot: None,
            touched_at: NOW,
        }
    }

    fn nowhere(_: FileId, _: &str) -> Option<String> {
        None
    }

    fn header<'a>(prepared: &'a Prepared, name: &str) -> Option<&'a str> {
        let mut found = prepared.headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name));
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} is there twice");
        value
    }

    #[test]
    fn the_switchboard_format_has_type_timestamp_and_data_without_the_platforms_secrets() {
        let job = job(r#"{"event":"message_created","contact":{"pubsub_token":"hush"}}"#);
        let prepared = prepare(&channel(Format::Switchboard), &job, NOW, &nowhere);
        let body: Value = serde_json::from_slice(&prepared.body).unwrap();
        assert_eq!(body["type"], "message.sent");
        assert_eq!(body["timestamp"], "2027-01-15T08:00:00Z");
        assert_eq!(
            body["data"]["channel"],
            serde_json::json!({ "id": ChannelId(1), "name": "Support", "platform": "chatwoot" })
        );
        assert_eq!(body["data"]["message"]["text"], "Good morning");
        assert_eq!(body["data"]["original"]["event"], "message_created");
        assert!(!body.to_string().contains("hush"), "{body}");
        assert_eq!(header(&prepared, "webhook-id"), Some(EventId(77).to_string().as_str()));
        assert_eq!(header(&prepared, "webhook-timestamp"), Some("1800000000"));
        assert_eq!(header(&prepared, "content-type"), Some("application/json"));
    }

    #[test]
    fn files_that_the_relay_keeps_have_its_address_beside_the_platforms() {
        let mut job = job("{}");
        let file = |id, name: &str| File {
            id,
            name: name.to_owned(),
            url: format!("https://platform.example/{name}"),
            ..File::default()
        };
        let files = vec![file(Some(FileId(5)), "a.pdf"), file(None, "geo")];
        job.event.message.as_mut().unwrap().files = files;
        let address_of = |id: FileId, name: &str| Some(format!("https://relay.example/{}/{name}", id.0));
        let prepared = prepare(&channel(Format::Switchboard), &job, NOW, &address_of);
        let body: Value = serde_json::from_slice(&prepared.body).unwrap();
        let files = &body["data"]["message"]["files"];
        assert_eq!(files[0]["relayUrl"], "https://relay.example/5/a.pdf");
        assert_eq!(files[0]["url"], "https://platform.example/a.pdf");
        assert_eq!(files[1]["relayUrl"], Value::Null);
        assert_eq!(body["data"]["message"]["text"], "Good morning");
    }

    #[test]
    fn a_whole_conversation_goes_with_its_messages_events_and_files_and_own_headers_only_to_the_endpoint() {
        let mut channel = channel(Format::AsReceived);
        channel.endpoint.headers.push(Header { name: "x-own".to_owned(), value: Secret::new("own") });
        let mut message = Message { text: "Where is it?".to_owned(), ..Message::by(Side::Customer) };
        message.files.push(File { id: Some(FileId(5)), name: "a.pdf".to_owned(), ..File::default() });
        let detail = serde_json::json!({ "rating": 5, "pubsub_token": "hush" });
        let snapshot_of = Snapshot {
            of: SnapshotOf { channel: channel.id, conversation: ConversationId(9) },
            conversation: Conversation {
                key: "12".to_owned(),
                transcript: vec![message],
                ..Conversation::default()
            },
            contact: Some(Contact { name: Some("Ada".to_owned()), ..Contact::default() }),
            events: vec![SnapshotEvent {
                kind: EventKind::ConversationRated,
                platform_name: "rating".to_owned(),
                at: NOW,
                operator: None,
                detail: detail.as_object().cloned().unwrap(),
            }],
        };
        let address_of = |id: FileId, name: &str| Some(format!("https://relay.example/{}/{name}", id.0));
        let bytes = snapshot(&channel, &snapshot_of, NOW, &address_of);
        let body: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(
            (&body["type"], &body["data"]["original"]),
            (&"conversation.snapshot".into(), &Value::Null)
        );
        let data = &body["data"];
        assert_eq!((&data["conversation"]["key"], &data["contact"]["name"]), (&"12".into(), &"Ada".into()));
        assert_eq!(data["conversation"].get("transcript"), None, "its messages stand beside it");
        assert_eq!(data["messages"][0]["text"], "Where is it?");
        assert_eq!(data["messages"][0]["files"][0]["relayUrl"], "https://relay.example/5/a.pdf");
        assert_eq!(
            (&data["events"][0]["kind"], &data["events"][0]["detail"]["rating"]),
            (&"conversation.rated".into(), &5.into())
        );
        assert!(!body.to_string().contains("hush"), "{body}");

        let to_endpoint = signed(&channel, true, EventId(3), bytes.clone(), NOW);
        let to_address = signed(&channel, false, EventId(3), bytes.clone(), NOW);
        assert_eq!(header(&to_endpoint, "x-own"), Some("own"));
        assert_eq!(header(&to_address, "x-own"), None);
        assert!(header(&to_address, "webhook-signature").is_some());
        // A delivery makes the same of it, whatever the channel's format.
        let job = Job {
            event_id: EventId(3),
            snapshot: Some(Box::new(snapshot_of)),
            is_original: false,
            ..job("")
        };
        let delivered = prepare(&channel, &job, NOW, &address_of);
        assert_eq!((&delivered.body, &delivered.headers), (&to_endpoint.body, &to_endpoint.headers));
        let job = Job { role: Role::Address, ..job };
        assert_eq!(prepare(&channel, &job, NOW, &address_of).headers, to_address.headers);
    }

    #[test]
    fn a_body_stays_what_it_was_at_the_first_try_and_is_signed_anew() {
        let fixed = Bytes::from_static(b"{\"fixed\":true}");
        let job = Job { fixed: Some(fixed.clone()), ..job("{}") };
        let first = prepare(&channel(Format::Switchboard), &job, NOW, &nowhere);
        // The channel was set to another format meanwhile.
        let later = prepare(&channel(Format::AsReceived), &job, NOW.plus_ms(60_000), &nowhere);
        assert_eq!((&first.body, &later.body), (&fixed, &fixed));
        assert_eq!(header(&first, "webhook-id"), header(&later, "webhook-id"));
        assert_ne!(header(&first, "webhook-signature"), header(&later, "webhook-signature"));
    }

    #[test]
    fn as_received_keeps_the_platforms_bytes_and_headers_but_for_those_of_its_connection() {
        let names = [
            ("Content-Type", "application/json; charset=utf-8"),
            ("X-Chatwoot-Delivery", "9"),
            ("User-Agent", "Chatwoot"),
            ("Host", "relay"),
            ("Content-Length", "99"),
            ("Connection", "keep-alive, X-Hop"),
            ("X-Hop", "1"),
            ("Transfer-Encoding", "chunked"),
            ("webhook-id", "theirs"),
        ];
        let original_headers = names.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let job = Job { original_headers, ..job("{ \"as\" : \"it came\" }") };
        let prepared = prepare(&channel(Format::AsReceived), &job, NOW, &nowhere);
        assert_eq!(prepared.body, job.original);
        assert_eq!(header(&prepared, "content-type"), Some("application/json; charset=utf-8"));
        assert_eq!(header(&prepared, "x-chatwoot-delivery"), Some("9"));
        assert_eq!(header(&prepared, "user-agent"), Some("Chatwoot"));
        assert_eq!(header(&prepared, "webhook-id"), Some(EventId(77).to_string().as_str()));
        for gone in ["host", "content-length", "connection", "x-hop", "transfer-encoding"] {
            assert_eq!(header(&prepared, gone), None, "{gone}");
        }
    }

    #[test]
    fn what_has_no_bytes_of_its_own_goes_in_our_format() {
        let prepared = prepare(&channel(Format::AsReceived), &job(""), NOW, &nowhere);
        let body: Value = serde_json::from_slice(&prepared.body).unwrap();
        assert_eq!((&body["type"], &body["data"]["original"]), (&Value::from("message.sent"), &Value::Null));
    }

    #[test]
    fn the_admins_headers_replace_ours_but_cannot_break_the_request() {
        let mut channel = channel(Format::Switchboard);
        let own = [("Content-Type", "application/vnd.acme+json"), ("X-Tag", "blue"), ("Content-Length", "1")];
        channel.endpoint.headers =
            own.map(|(name, value)| Header { name: name.to_owned(), value: Secret::new(value) }).to_vec();
        let prepared = prepare(&channel, &job("{}"), NOW, &nowhere);
        assert_eq!(header(&prepared, "content-type"), Some("application/vnd.acme+json"));
        assert_eq!(header(&prepared, "x-tag"), Some("blue"));
        assert_eq!(header(&prepared, "content-length"), None);
    }
}
