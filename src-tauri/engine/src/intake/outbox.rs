//! The outbox: where the endpoint asks for what is to go to a channel's platform, and learns what became of it.
//!
//! `POST /out/{channel}` takes one request, as JSON or as a form, and answers once it is kept; `GET /out/{channel}/{id}` tells how it
//! stands; `GET /out/openapi.json` describes both. Whoever asks shows the channel's endpoint token. What is asked for is read by
//! [`platforms::outbox`](crate::platforms::outbox); what is refused is kept as well, to be seen in the log.

use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt as _;
use futures_util::stream::{self, StreamExt as _};
use http::{HeaderValue, Method, Request, Response, StatusCode, header, request};
use http_body_util::Either;
use hyper::body::Incoming;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::form::{self, Form, FormFile};
use super::keep::keep;
use super::receive::{BODY_LIMIT, STRANGER_LIMIT, collect};
use super::respond::{Body, json as answer_json};
use super::send;
use crate::clock::Stopwatch;
use crate::domain::route::{self, Author};
use crate::domain::{
    Channel, Code, EventId, EventKind, File, Format, Mode, SkipReason, Snapshot, State, Target, Timestamp,
    When,
};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::files::content_type_of;
use crate::platforms::outbox::{self, Given, GivenFile};
use crate::platforms::write;
use crate::reach::OUTBOX;
use crate::schema::{Retry, Source};
use crate::store::{Arrival, Asked, FilePlace, Kept, NewFile, kept_headers};

/// What the outbox takes and answers, for programs.
const DESCRIPTION: &str = include_str!("outbox.openapi.json");
/// How a request with a body beyond this is read: on a thread that may take its time.
const LARGE: usize = 256 << 10;
/// How long a form may take in all.
const FORM_LIMIT: Duration = Duration::from_secs(15 * 60);

/// Answers one request.
pub(super) async fn answer(
    engine: Arc<Engine>,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Response<Body> {
    let (at, started) = (engine.clock.now(), engine.clock.stopwatch());
    let (head, body) = request.into_parts();
    let path = head.uri.path().strip_prefix(OUTBOX).unwrap_or_default().to_owned();
    let path = path.strip_suffix('/').unwrap_or(&path);
    if path == "openapi.json" {
        return described(&head.method);
    }
    let (channel, asked) = match path.split_once('/') {
        Some((channel, id)) => (channel, Some(id)),
        None => (path, None),
    };
    let channel = channel.parse().ok().and_then(|id| engine.channel(id));
    if let Some(id) = asked {
        let (status, answer) = match told(&engine, &head, channel.as_deref(), id).await {
            Ok(told) => (StatusCode::OK, told),
            Err((status, error)) => (status, error_body(&error)),
        };
        return only_reading(respond(status, answer));
    }
    let call = Call { at, started, peer, head, channel };
    // Whoever hangs up does not end what it asked for, and a panic is our own fault and answered as such: as at the intake.
    let kept = AssertUnwindSafe(call.keep(&engine, body)).catch_unwind().await;
    kept.unwrap_or_else(|_| not_kept(&Error::unexpected("taking a request of the endpoint", &"it panicked")))
}

fn described(method: &Method) -> Response<Body> {
    if is_reading(method) {
        respond(StatusCode::OK, DESCRIPTION.to_owned())
    } else {
        only_reading(respond(StatusCode::METHOD_NOT_ALLOWED, error_body(&Error::new(Code::Http04))))
    }
}

fn is_reading(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Says in a 405 what this address takes.
fn only_reading(mut response: Response<Body>) -> Response<Body> {
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

/// An answer with a JSON body.
fn respond(status: StatusCode, body: String) -> Response<Body> {
    let mut response = answer_json(status, Some(body)).map(Either::Left);
    if status == StatusCode::UNAUTHORIZED {
        let challenge = HeaderValue::from_static("Bearer realm=\"outbox\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    }
    response
}

/// `{"error":{"code","message","hint","params"}}`.
fn error_body(error: &Error) -> String {
    json!({ "error": error }).to_string()
}

fn not_kept(error: &Error) -> Response<Body> {
    let status = match error.code {
        Code::Rate02 => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    respond(status, error_body(error))
}

/// The status a request is refused with for this reason.
fn status_of(code: Code) -> StatusCode {
    match code {
        Code::Auth03 => StatusCode::UNAUTHORIZED,
        Code::Net03 | Code::Off01 | Code::Id05 => StatusCode::NOT_FOUND,
        Code::Http04 => StatusCode::METHOD_NOT_ALLOWED,
        Code::Size01 => StatusCode::PAYLOAD_TOO_LARGE,
        Code::Time02 => StatusCode::REQUEST_TIMEOUT,
        Code::Data02
        | Code::Kind01
        | Code::Id01
        | Code::Link04
        | Code::Loop01
        | Code::Send01
        | Code::Send02
        | Code::Url01
        | Code::Url02
        | Code::Url03 => StatusCode::UNPROCESSABLE_ENTITY,
        Code::Data01 => StatusCode::BAD_REQUEST,
        Code::Rate02 => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Whether the request shows the channel's endpoint token.
fn shows_token(channel: &Channel, head: &request::Parts) -> bool {
    let shown = head.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some((scheme, token)) = shown.and_then(|shown| shown.split_once(' ')) else { return false };
    scheme.eq_ignore_ascii_case("bearer")
        && !channel.endpoint_token.is_empty()
        && channel.endpoint_token.matches(token.trim())
}

// ---- what became of a request

/// How something asked for stands, as the endpoint is told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    id: EventId,
    at: Timestamp,
    kind: EventKind,
    state: State,
    skipped: Option<SkipReason>,
    code: Option<Code>,
    message: Option<String>,
    attempts: Option<Retry>,
    platform_id: Option<String>,
    result: Option<Value>,
}

async fn told(
    engine: &Engine,
    head: &request::Parts,
    channel: Option<&Channel>,
    id: &str,
) -> std::result::Result<String, (StatusCode, Error)> {
    let refused = |error: Error| (status_of(error.code), error);
    let channel = channel.ok_or_else(|| refused(Error::new(Code::Net03)))?;
    if !shows_token(channel, head) {
        return Err(refused(Error::new(Code::Auth03)));
    }
    if !is_reading(&head.method) {
        return Err(refused(Error::new(Code::Http04)));
    }
    let unknown = || refused(Error::new(Code::Id05));
    let id: EventId = id.parse().map_err(|_| unknown())?;
    let asked = engine.store.asked_or_flagged(channel.id, id).await.map_err(refused)?.ok_or_else(unknown)?;
    let Asked { event, at, kind, state, skipped, code, retry, message, result } = asked;
    let told = Told {
        id: event,
        at,
        kind,
        state,
        skipped,
        code,
        message: code.map(|code| worded(engine, channel, code).message),
        attempts: retry,
        platform_id: message,
        result,
    };
    serde_json::to_string(&told).map_err(|cause| refused(Error::unexpected("writing JSON", &cause)))
}

/// A code of a platform's trouble, its sentence filled with what is known of the platform.
fn worded(engine: &Engine, channel: &Channel, code: Code) -> Error {
    let address = write::base(channel).and_then(|base| url::Url::parse(&base).ok());
    let host = address.as_ref().and_then(url::Url::host_str).unwrap_or(channel.platform().code()).to_owned();
    let seconds = engine.settings().timeout_ms.div_ceil(1_000).to_string();
    let platform = channel.brand();
    Error::with(code, [("host", &host), ("platform", platform), ("seconds", &seconds), ("status", "0")])
}

// ---- a request

/// A request as it came, without its body.
struct Call {
    at: Timestamp,
    started: Stopwatch,
    peer: SocketAddr,
    head: request::Parts,
    channel: Option<Arc<Channel>>,
}

/// A file's name, its type where one is given, and where it is.
type PlacedFile = (String, Option<String>, FilePlace);

/// A request that was understood.
struct Understood {
    request: outbox::Request,
    /// Its files in order.
    files: Vec<PlacedFile>,
    /// What is kept of its body.
    shown: Bytes,
}

/// A request that was not.
struct Refused {
    error: Error,
    shown: Bytes,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self { error, shown: Bytes::new() }
    }
}

impl Call {
    async fn keep(self, engine: &Engine, body: Incoming) -> Response<Body> {
        match self.understand(engine, body).await {
            Ok((channel, Understood { request, shown, .. })) if request.sends.is_some() => {
                self.take_sending(engine, &channel, request, shown).await
            }
            Ok((channel, understood)) => self.take(engine, &channel, understood).await,
            Err(refused) => self.refuse(engine, refused).await,
        }
        .unwrap_or_else(|error| not_kept(&error))
    }

    async fn understand(
        &self,
        engine: &Engine,
        body: Incoming,
    ) -> std::result::Result<(Arc<Channel>, Understood), Refused> {
        let patience = Duration::from_millis(engine.settings().intake_timeout_ms.max(1));
        let channel = match self.welcome() {
            Ok(channel) => channel,
            Err(code) => {
                // Nothing of it is kept: anybody can know a channel's address. It is read so that its sender listens to the answer.
                drop(collect(body, STRANGER_LIMIT, patience).await);
                return Err(Error::new(code).into());
            }
        };
        let content_type = self.head.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let understood = match content_type.and_then(|kind| multer::parse_boundary(kind).ok()) {
            Some(boundary) => {
                let reading = form::read(&engine.files, boundary, body, patience);
                let form = tokio::time::timeout(FORM_LIMIT, reading).await;
                let form = form.unwrap_or_else(|_| Err(Error::new(Code::Time02)))?;
                of_form(engine, channel, form).await?
            }
            None => {
                let body = collect(body, BODY_LIMIT, patience).await.map_err(Error::new)?;
                of_json(engine, channel, body).await?
            }
        };
        Ok((Arc::clone(channel), understood))
    }

    /// The channel, if it takes requests of whoever sent this one.
    fn welcome(&self) -> std::result::Result<&Arc<Channel>, Code> {
        let channel = self.channel.as_ref().ok_or(Code::Net03)?;
        if !shows_token(channel, &self.head) {
            Err(Code::Auth03)
        } else if self.head.method != Method::POST {
            Err(Code::Http04)
        } else if channel.mode == Mode::Off {
            Err(Code::Off01)
        } else {
            Ok(channel)
        }
    }

    /// Keeps what was asked for and says under which name.
    async fn take(
        &self,
        engine: &Engine,
        channel: &Channel,
        understood: Understood,
    ) -> Result<Response<Body>> {
        let Understood { request, files, shown } = understood;
        let unique = request.message_id.clone();
        let before = match &unique {
            Some(name) => engine.store.requested(channel.id, name).await?,
            None => None,
        };
        let (mut named, mut given) = (Vec::with_capacity(files.len()), Vec::with_capacity(files.len()));
        for (name, content_type, place) in files {
            let content_type = content_type_of(&name, content_type);
            let file = NewFile { id: engine.store.new_id(), channel: channel.id, name, content_type, place };
            given.push(in_message(&file));
            named.push(file);
        }
        let id: EventId = before.unwrap_or_else(|| engine.store.new_id());
        let (channels, links) = (engine.channels(), engine.links());
        let events =
            route::plan(request.event(given), Some(id), channel, Author::Endpoint, &channels, &links);
        let (status, answer) = (StatusCode::ACCEPTED, accepted(id));
        let arrival =
            Arrival { events, files: named, unique, ..self.arrival(shown, status, answer.clone(), None) };
        let stored = keep(engine, arrival).await?;
        // Another one of the same name may have come in between.
        Ok(respond(status, stored.again.map_or(answer, accepted)))
    }

    /// Keeps that a conversation is to be sent, and says under which name; for one that is sent later, it is the flag's.
    async fn take_sending(
        &self,
        engine: &Engine,
        channel: &Channel,
        request: outbox::Request,
        shown: Bytes,
    ) -> Result<Response<Body>> {
        let Some(sends) = request.sends else { return Err(Error::new(Code::Data01)) };
        let shown = send::without_address(shown, &sends.target);
        let (target, head) = match sendable(engine, channel, &sends).await {
            Ok(found) => found,
            Err(error) => return self.refuse(engine, Refused { error, shown }).await,
        };
        let status = StatusCode::ACCEPTED;
        if sends.when != When::Now {
            let which = vec![head.of.conversation];
            let flags = engine.store.flag(which, &target, sends.when, Source::Endpoint).await?;
            let answer = accepted(EventId(flags.first().copied().unwrap_or_default()));
            keep(engine, self.arrival(shown, status, answer.clone(), None)).await?;
            return Ok(respond(status, answer));
        }
        let unique = request.message_id;
        let before = match &unique {
            Some(name) => engine.store.requested(channel.id, name).await?,
            None => None,
        };
        let id: EventId = before.unwrap_or_else(|| engine.store.new_id());
        let events = vec![send::routed(engine, id, channel, &head, &target)];
        let answer = accepted(id);
        let arrival = Arrival { events, unique, ..self.arrival(shown, status, answer.clone(), None) };
        let stored = keep(engine, arrival).await?;
        Ok(respond(status, stored.again.map_or(answer, accepted)))
    }

    async fn refuse(&self, engine: &Engine, refused: Refused) -> Result<Response<Body>> {
        let Refused { error, shown } = refused;
        let (status, answer) = (status_of(error.code), error_body(&error));
        let kept = Some(Kept { code: error.code, can_process: false });
        keep(engine, self.arrival(shown, status, answer.clone(), kept)).await?;
        Ok(respond(status, answer))
    }

    fn arrival(&self, body: Bytes, status: StatusCode, answer: String, kept: Option<Kept>) -> Arrival {
        Arrival {
            channel: self.channel.as_ref().map(|channel| channel.id),
            at: self.at,
            started: self.started,
            method: self.head.method.to_string(),
            path: self.head.uri.path_and_query().map_or_else(String::new, ToString::to_string),
            peer: self.peer.to_string(),
            headers: kept_headers(&self.head.headers),
            body,
            status: status.as_u16(),
            answer: Some(answer),
            kept,
            events: Vec::new(),
            // There is nothing of a platform's to be passed on as it was received.
            format: Format::Switchboard,
            source: Source::Endpoint,
            files: Vec::new(),
            unique: None,
        }
    }
}

/// The conversation that is to be sent, and where to. Errors: ID-05 it is not here, and why it cannot be sent there then.
async fn sendable(engine: &Engine, channel: &Channel, sends: &outbox::Sends) -> Result<(Target, Snapshot)> {
    let target = send::checked(engine, sends.target.clone())?;
    let refusal = send::untimely(channel, sends.when).or_else(|| send::refusal(engine, channel, &target));
    if let Some(error) = refusal {
        return Err(error);
    }
    let (chat, conversation) = (sends.chat.clone(), sends.conversation.clone());
    let gone = || Error::new(Code::Id05);
    let id = engine.store.named_conversation(channel.id, chat, conversation).await?.ok_or_else(gone)?;
    let head = engine.store.heads(vec![id]).await?.pop().flatten().ok_or_else(gone)?;
    Ok((target, head))
}

/// What the endpoint is answered: it is kept. Everything else it learns by asking.
fn accepted(id: EventId) -> String {
    json!({ "id": id, "state": State::Received }).to_string()
}

/// A file as its message names it.
fn in_message(file: &NewFile) -> File {
    let (url, size) = match &file.place {
        FilePlace::There(url) => (url.clone(), None),
        FilePlace::Here { size, .. } => (String::new(), Some(*size)),
        FilePlace::Lost(_) => (String::new(), None),
    };
    File { id: Some(file.id), name: file.name.clone(), url, size, content_type: file.content_type.clone() }
}

/// Reads a JSON body and puts the files that are in it on the disk.
async fn of_json(
    engine: &Engine,
    channel: &Channel,
    body: Bytes,
) -> std::result::Result<Understood, Refused> {
    let (platform, length) = (channel.platform(), body.len());
    let read = move || (outbox::parse(platform, &body), without_bulk(body));
    let (parsed, shown) = if length > LARGE {
        tokio::task::spawn_blocking(read)
            .await
            .map_err(|cause| Error::unexpected("reading a body", &cause))?
    } else {
        read()
    };
    let files = async {
        let mut request = parsed?;
        let files = place(engine, std::mem::take(&mut request.files)).await?;
        Ok((request, files))
    };
    match files.await {
        Ok((request, files)) => Ok(Understood { request, files, shown }),
        Err(error) => Err(Refused { error, shown }),
    }
}

/// Reads a form, whose files are on the disk by now.
async fn of_form(engine: &Engine, channel: &Channel, form: Form) -> std::result::Result<Understood, Refused> {
    let shown = Bytes::from(form_shown(&form).to_string());
    let Form { fields, files: parts } = form;
    // The whole request as one part is the usual way; its fields as parts of their own are the other.
    let fields = fields
        .into_iter()
        .map(|(name, text)| (if name == "request" { "json".to_owned() } else { name }, text));
    let files = async {
        let mut request = outbox::parse_form(channel.platform(), fields, parts.len())?;
        let mut files = place(engine, std::mem::take(&mut request.files)).await?;
        files.extend(parts.into_iter().map(|part| (part.name, part.content_type, part.place)));
        Ok((request, files))
    };
    match files.await {
        Ok((request, files)) => Ok(Understood { request, files, shown }),
        Err(error) => Err(Refused { error, shown }),
    }
}

/// Where the files of a request are: those that it brings are on the disk when this returns.
async fn place(engine: &Engine, files: Vec<GivenFile>) -> Result<Vec<PlacedFile>> {
    let mut placed = Vec::with_capacity(files.len());
    for GivenFile { name, content_type, content } in files {
        let at = match content {
            Given::Url(url) => FilePlace::There(url),
            Given::Bytes(bytes) => engine.files.keep(stream::iter([Ok(bytes)]).boxed()).await?,
        };
        placed.push((name, content_type, at));
    }
    Ok(placed)
}

/// What the log keeps of a body: of files in it, which are kept apart, only how large they are.
fn without_bulk(body: Bytes) -> Bytes {
    let Ok(mut value) = serde_json::from_slice::<Value>(&body) else { return body };
    if strip(&mut value) { value.to_string().into() } else { body }
}

/// Whether there was anything to leave out.
fn strip(request: &mut Value) -> bool {
    let files = request.get_mut("files").and_then(Value::as_array_mut).into_iter().flatten();
    let mut stripped = false;
    for content in files.filter_map(|file| file.get_mut("base64")) {
        if let Value::String(digits) = content {
            *digits = format!("[{} bytes]", digits.trim_end_matches('=').len() * 3 / 4);
            stripped = true;
        }
    }
    stripped
}

/// A form as the log shows it: its fields, and of its files their names and sizes.
fn form_shown(form: &Form) -> Value {
    let field = |(name, text): &(String, String)| {
        let value = match serde_json::from_str::<Value>(text) {
            Ok(mut value @ (Value::Object(_) | Value::Array(_))) => {
                strip(&mut value);
                value
            }
            _ => Value::from(text.as_str()),
        };
        (name.clone(), value)
    };
    let file = |file: &FormFile| {
        let size = match &file.place {
            FilePlace::Here { size, .. } => Some(*size),
            FilePlace::There(_) | FilePlace::Lost(_) => None,
        };
        json!({ "name": file.name, "contentType": file.content_type, "size": size })
    };
    let fields: Map<String, Value> = form.fields.iter().map(field).collect();
    json!({ "fields": fields, "files": form.files.iter().map(file).collect::<Vec<_>>() })
}

#[cfg(test)]
#[path = "outbox_tests.rs"]
mod tests;
