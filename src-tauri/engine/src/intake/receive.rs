//! One request to an intake address: found its channel, read, kept, answered. In that order, and nothing is answered before it is kept.

use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, request};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Body as _, Incoming};

use super::keep::{keep, keep_again};
use super::learn;
use super::resolve;
use super::respond::{error_body, json, not_kept};
use crate::clock::Stopwatch;
use crate::domain::address::INTAKE;
use crate::domain::route::{self, Author, Routed};
use crate::domain::{
    Channel, ChannelId, Code, Contact, Event, ExchangeId, Format, Mode, SkipReason, Timestamp,
};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::files;
use crate::platforms::{self, Answer, Reading, Trust, Verdict};
use crate::schema::Source;
use crate::secret::MASK;
use crate::store::{Arrival, Headers, Kept, KeptRequest, NewFile, kept_headers};

/// The largest body a channel takes.
pub(super) const BODY_LIMIT: usize = 10 << 20;

/// The largest body kept for an address no channel has: whoever calls those may be anybody.
pub(super) const STRANGER_LIMIT: usize = 1 << 20;

/// Answers one request.
pub(super) async fn receive(
    engine: Arc<Engine>,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Response<Full<Bytes>> {
    let (at, started) = (engine.clock.now(), engine.clock.stopwatch());
    let (mut head, body) = request.into_parts();
    let practice = engine.practice.take(&mut head.headers);
    let channel = key(head.uri.path()).and_then(|key| engine.channel_of_key(key));
    if channel.is_none() && head.method != Method::POST && !head.uri.path().starts_with(INTAKE) {
        // A browser looking around is no lost message.
        return json(StatusCode::NOT_FOUND, Some(error_body(Code::Net03)));
    }
    let arrived = Arrived { at, started, peer, head, channel, practice };
    let limit = if arrived.channel.is_some() { BODY_LIMIT } else { STRANGER_LIMIT };
    let time = Duration::from_millis(engine.settings().intake_timeout_ms.max(1));
    let body = collect(body, limit, time).await;
    // The sender may hang up at any moment from here; what it sent is kept, forwarded and shown all the same, because a connection is
    // not read while its request is under way. A panic is our own fault and answered as such.
    let kept = AssertUnwindSafe(arrived.keep(&engine, body)).catch_unwind().await;
    kept.unwrap_or_else(|_| not_kept(Error::unexpected("taking a request", &"it panicked").code))
}

/// The key in the path of an intake address.
fn key(path: &str) -> Option<&str> {
    let key = path.strip_prefix(INTAKE)?;
    Some(key.strip_suffix('/').unwrap_or(key))
}

/// A body, or why it was not read to its end: too large, too slow, or broken off.
pub(super) async fn collect(
    body: Incoming,
    limit: usize,
    time: Duration,
) -> std::result::Result<Bytes, Code> {
    if body.size_hint().lower() > limit as u64 {
        return Err(Code::Size01);
    }
    match tokio::time::timeout(time, Limited::new(body, limit).collect()).await {
        Err(_) => Err(Code::Time02),
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Code::Size01),
        Ok(Err(_)) => Err(Code::Data01),
    }
}

/// A request as it came, without its body.
struct Arrived {
    at: Timestamp,
    started: Stopwatch,
    peer: SocketAddr,
    head: request::Parts,
    channel: Option<Arc<Channel>>,
    /// The word by which it is known as practice.
    practice: Option<String>,
}

/// What is to be kept of a request and said about it.
struct Judged {
    status: StatusCode,
    answer: Option<String>,
    kept: Option<Kept>,
    events: Vec<Routed>,
    files: Vec<NewFile>,
}

impl Judged {
    fn refused(status: StatusCode, code: Code, can_process: bool) -> Self {
        Self {
            status,
            answer: Some(error_body(code)),
            kept: Some(Kept { code, can_process }),
            events: Vec::new(),
            files: Vec::new(),
        }
    }
}

impl Arrived {
    async fn keep(self, engine: &Engine, body: std::result::Result<Bytes, Code>) -> Response<Full<Bytes>> {
        if let Some(channel) = &self.channel {
            let host = self.head.headers.get(http::header::HOST);
            engine.seen.called(channel.id, host, &engine.settings().public_url, self.at);
        }
        let turned_away = |code: Code| {
            engine.seen.turned_away(code, engine.clock.now());
            not_kept(code)
        };
        let judged = match self.judge(engine, &body).await {
            Ok(judged) => judged,
            Err(error) => return turned_away(error.code),
        };
        let Judged { status, answer, kept, events, files } = judged;
        let arrival = Arrival {
            channel: self.channel.as_ref().map(|channel| channel.id),
            at: self.at,
            started: self.started,
            method: self.head.method.to_string(),
            path: self.path(),
            peer: self.peer.to_string(),
            headers: kept_headers(&self.head.headers),
            body: body.unwrap_or_default(),
            status: status.as_u16(),
            answer: answer.clone(),
            kept,
            events,
            format: self.channel.as_ref().map_or(Format::Switchboard, |channel| channel.format),
            source: if self.practice.is_some() { Source::Practice } else { Source::Platform },
            files,
            unique: None,
        };
        match keep(engine, arrival).await {
            Ok(entered) => {
                if let Some(word) = &self.practice {
                    engine.practice.came(word, entered.exchange);
                }
                json(status, answer)
            }
            Err(error) => turned_away(error.code),
        }
    }

    /// The path, without the key of a channel that exists.
    fn path(&self) -> String {
        match (&self.channel, self.head.uri.query()) {
            (Some(_), None) => format!("{INTAKE}{MASK}"),
            (Some(_), Some(query)) => format!("{INTAKE}{MASK}?{query}"),
            (None, _) => self.head.uri.path_and_query().map_or_else(String::new, ToString::to_string),
        }
    }

    async fn judge(&self, engine: &Engine, body: &std::result::Result<Bytes, Code>) -> Result<Judged> {
        let Some(channel) = &self.channel else {
            let can_process = body.is_ok() && self.head.method == Method::POST;
            return Ok(Judged::refused(StatusCode::NOT_FOUND, Code::Net03, can_process));
        };
        if self.head.method != Method::POST {
            return Ok(Judged::refused(StatusCode::METHOD_NOT_ALLOWED, Code::Http04, false));
        }
        let body = match body {
            Ok(body) => body,
            Err(code) => {
                let status = match code {
                    Code::Size01 => StatusCode::PAYLOAD_TOO_LARGE,
                    Code::Time02 => StatusCode::REQUEST_TIMEOUT,
                    _ => StatusCode::BAD_REQUEST,
                };
                return Ok(Judged::refused(status, *code, false));
            }
        };
        if channel.mode == Mode::Off {
            return Ok(Judged::refused(StatusCode::NOT_FOUND, Code::Off01, true));
        }
        let request = platforms::Request { headers: &self.head.headers, body };
        let reading = platforms::read(channel, request, Trust::None, self.at);
        let Reading { verdict, answer, events, learned } = reading;
        // Practice teaches nothing about the channel.
        if self.practice.is_none() {
            learn(engine, channel.id, &learned).await?;
        }
        let (status, answer) = match answer {
            Answer::Status(status, body) => (status, body),
            Answer::Contact(key) => (StatusCode::OK, Some(contact_answer(engine, channel, key).await?)),
        };
        let kept = match verdict {
            Verdict::Taken | Verdict::Skipped(_) => None,
            Verdict::Refused(code) => Some(Kept { code, can_process: can_process(code) }),
            Verdict::Quarantined(code) => Some(Kept { code, can_process: true }),
        };
        let (events, files) = match &self.practice {
            Some(_) => (practised(channel, events), Vec::new()),
            None => routed(engine, channel, &verdict, events).await?,
        };
        Ok(Judged { status, answer, kept, events, files })
    }
}

/// Whether the admin can vouch for what was refused for this reason: who sent it, yes; what cannot be read, no.
fn can_process(code: Code) -> bool {
    matches!(code, Code::Auth03 | Code::Id04 | Code::Time01 | Code::Net03 | Code::Off01)
}

/// Where events that were practised go: to the endpoint and nowhere else, however often they come. The endpoint can see what they are.
fn practised(channel: &Channel, events: Vec<Event>) -> Vec<Routed> {
    let practised = |mut event: Event| {
        event.identity = None;
        event.detail.insert("practice".to_owned(), true.into());
        let skip = route::skip(channel, event.kind);
        Routed { channel: channel.id, id: None, event, skip, platform: false, address: None }
    };
    events.into_iter().map(practised).collect()
}

/// Where the events of a platform go, and the files that are to be fetched for them.
pub(super) async fn routed(
    engine: &Engine,
    channel: &Channel,
    verdict: &Verdict,
    mut events: Vec<Event>,
) -> Result<(Vec<Routed>, Vec<NewFile>)> {
    // Whoever waits for a test is told of it; nobody else has any use for it.
    events.retain(|event| !engine.doctor().takes(event));
    resolve::origins(engine, channel, &mut events).await?;
    let (channels, links) = (engine.channels(), engine.links());
    let (mut planned, mut named) = (Vec::with_capacity(events.len()), Vec::new());
    for mut event in events {
        let nowhere = match verdict {
            Verdict::Skipped(reason) => Some(*reason),
            // What we wrote ourselves is news to nobody.
            _ => route::is_echo(&event).then_some(SkipReason::OwnEcho),
        };
        if nowhere.is_some() {
            planned.push(Routed {
                channel: channel.id,
                id: None,
                event,
                skip: nowhere,
                platform: false,
                address: None,
            });
            continue;
        }
        files::name(&engine.store, channel.id, &mut event, &mut named);
        planned.extend(route::plan(event, None, channel, Author::Platform, &channels, &links));
    }
    Ok((planned, named))
}

/// What is known of a contact; of an unknown one, the id alone.
async fn contact_answer(engine: &Engine, channel: &Channel, key: String) -> Result<String> {
    let known = engine.store.contact(channel.id, &key).await?;
    let contact = asked_for(key, known);
    let picture = match contact.attributes.get("avatar").and_then(serde_json::Value::as_str) {
        Some(given) => Some(given.to_owned()),
        None => files::picture(engine, &contact).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "A picture could not be read.");
            None
        }),
    };
    Ok(platforms::contact_answer(channel, &contact, picture.as_deref()))
}

/// A contact under the id that was asked for: one found by the admin's own identifier has another key, but they must know theirs again.
fn asked_for(key: String, known: Option<Contact>) -> Contact {
    Contact { key, ..known.unwrap_or_default() }
}

/// A request that waits for a decision. Errors: ID-05 it is gone or may not be processed.
async fn waiting(engine: &Engine, id: ExchangeId) -> Result<KeptRequest> {
    let kept = engine.store.kept(id).await?.filter(|kept| kept.kept.can_process);
    kept.ok_or_else(|| Error::new(Code::Id05))
}

fn header_map(headers: &Headers) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        let value = HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), value) {
            map.append(name, value);
        }
    }
    map
}

/// Whether a request that waits for a decision would have been taken by a channel like that.
pub(crate) async fn would_take(engine: &Engine, id: ExchangeId, channel: &Channel) -> Result<bool> {
    let kept = waiting(engine, id).await?;
    let request = platforms::Request { headers: &header_map(&kept.headers), body: &kept.body };
    let reading = platforms::read(channel, request, Trust::None, kept.at);
    Ok(!matches!(reading.verdict, Verdict::Refused(_) | Verdict::Quarantined(_)))
}

/// Acts on a request that was kept without being acted on. `whose` says which channel it belongs to when its address did not.
pub(crate) async fn process(engine: &Engine, id: ExchangeId, whose: Option<ChannelId>) -> Result<()> {
    let kept = waiting(engine, id).await?;
    let channel = kept.channel.or(whose).and_then(|id| engine.channel(id));
    let Some(channel) = channel else {
        return Err(Error::new(Code::Id05));
    };
    let headers = header_map(&kept.headers);
    let request = platforms::Request { headers: &headers, body: &kept.body };
    let Reading { verdict, answer, events, learned } =
        platforms::read(&channel, request, Trust::Accepted, kept.at);
    if let Verdict::Refused(code) | Verdict::Quarantined(code) = verdict {
        return Err(Error::new(code));
    }
    learn(engine, channel.id, &learned).await?;
    // The sender has long had its answer; this one is kept to show what it would have been.
    let (status, answer) = match answer {
        Answer::Status(status, body) => (status, body),
        Answer::Contact(key) => (StatusCode::OK, Some(contact_answer(engine, &channel, key).await?)),
    };
    let (events, files) = routed(engine, &channel, &verdict, events).await?;
    let arrival = Arrival {
        channel: Some(channel.id),
        at: kept.at,
        started: engine.clock.stopwatch(),
        method: Method::POST.to_string(),
        path: String::new(),
        peer: String::new(),
        headers: kept.headers,
        body: kept.body,
        status: status.as_u16(),
        answer,
        kept: None,
        events,
        format: channel.format,
        source: Source::Platform,
        files,
        unique: None,
    };
    keep_again(engine, id, arrival).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_found_by_identifier_is_answered_under_the_id_asked_for() {
        let known = Contact {
            key: "their-77".to_owned(),
            identifier: Some("ada".to_owned()),
            name: Some("Ada".to_owned()),
            ..Contact::default()
        };
        let answered = asked_for("ada".to_owned(), Some(known.clone()));
        assert_eq!(answered, Contact { key: "ada".to_owned(), ..known });
        assert_eq!(asked_for("new".to_owned(), None).key, "new");
    }
}
