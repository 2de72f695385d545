//! One request of the endpoint: who sent it, what becomes of it, and what it is answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Response, StatusCode, header, request};
use hyper::body::Incoming;
use serde_json::json;

use super::reading::{Refused, Understood, of_form, of_json};
use super::{error_body, not_kept, respond, shows_token, status_of};
use crate::clock::Stopwatch;
use crate::domain::route::{self, Author};
use crate::domain::{Channel, Code, EventId, File, Format, Mode, Snapshot, State, Target, Timestamp, When};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::files::content_type_of;
use crate::intake::keep::keep;
use crate::intake::receive::{BODY_LIMIT, STRANGER_LIMIT, collect};
use crate::intake::respond::Body;
use crate::intake::{form, send};
use crate::platforms::outbox;
use crate::schema::Source;
use crate::store::{Arrival, FilePlace, Kept, NewFile, kept_headers};

/// How long a form may take in all.
const FORM_LIMIT: Duration = Duration::from_secs(15 * 60);

/// A request as it came, without its body.
pub(super) struct Call {
    pub(super) at: Timestamp,
    pub(super) started: Stopwatch,
    pub(super) peer: SocketAddr,
    pub(super) head: request::Parts,
    pub(super) channel: Option<Arc<Channel>>,
}

impl Call {
    /// Keeps it, or what it is refused for, and answers.
    pub(super) async fn keep(self, engine: &Engine, body: Incoming) -> Response<Body> {
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
pub(super) fn accepted(id: EventId) -> String {
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
