//! The outbox: where the endpoint asks for what is to go to a channel's platform, and learns what became of it.
//!
//! `POST /out/{channel}` takes one request, as JSON or as a form, and answers once it is kept; `GET /out/{channel}/{id}` tells how it
//! stands; `GET /out/openapi.json` describes both. Whoever asks shows the channel's endpoint token. What is asked for is read by
//! [`platforms::outbox`](crate::platforms::outbox); what is refused is kept as well, to be seen in the log.

mod reading;
mod taking;
mod told;

use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt as _;
use http::{HeaderValue, Method, Request, Response, StatusCode, header, request};
use http_body_util::Either;
use hyper::body::Incoming;
use serde_json::json;

use super::respond::{Body, json as answer_json};
use crate::domain::address::OUTBOX;
use crate::domain::{Channel, Code};
use crate::engine::Engine;
use crate::error::Error;
use taking::Call;

/// What the outbox takes and answers, for programs.
const DESCRIPTION: &str = include_str!("openapi.json");

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
        let (status, answer) = match told::told(&engine, &head, channel.as_deref(), id).await {
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

// ---- a request

#[cfg(test)]
mod tests;
