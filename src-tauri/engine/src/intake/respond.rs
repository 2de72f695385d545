//! The HTTP answers of the relay.

use bytes::Bytes;
use futures_util::stream::BoxStream;
use http::{HeaderValue, Response, StatusCode, header};
use http_body_util::{Either, Full, StreamBody};
use hyper::body::Frame;

use crate::domain::Code;
use crate::error::Result;

/// How long a sender is asked to wait when too much is waiting to be written, in s.
const COME_BACK_S: HeaderValue = HeaderValue::from_static("5");

/// The body of an answer: at hand, or coming from the disk.
pub(super) type Body = Either<Full<Bytes>, StreamBody<BoxStream<'static, Result<Frame<Bytes>>>>>;

/// An answer that tells what went wrong.
pub(super) fn refusal(status: StatusCode, code: Code) -> Response<Body> {
    json(status, Some(error_body(code))).map(Either::Left)
}

/// An answer with a JSON body, or without any.
pub(super) fn json(status: StatusCode, body: Option<String>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body.map(Bytes::from).unwrap_or_default()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    match status {
        StatusCode::METHOD_NOT_ALLOWED => {
            drop(headers.insert(header::ALLOW, HeaderValue::from_static("POST")))
        }
        StatusCode::SERVICE_UNAVAILABLE => drop(headers.insert(header::RETRY_AFTER, COME_BACK_S)),
        // What is left of the request will not be read.
        StatusCode::PAYLOAD_TOO_LARGE | StatusCode::REQUEST_TIMEOUT => {
            drop(headers.insert(header::CONNECTION, HeaderValue::from_static("close")));
        }
        _ => {}
    }
    response
}

/// 200 with these words.
pub(super) fn text(words: &'static str) -> Response<Body> {
    let mut response = Response::new(Full::new(Bytes::from_static(words.as_bytes())));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    response.map(Either::Left)
}

/// The body of an answer that tells what went wrong.
pub(super) fn error_body(code: Code) -> String {
    format!("{{\"error\":\"{code}\"}}")
}

/// The answer when a request could not be kept: nothing of it happened, and the sender should come back.
pub(super) fn not_kept(code: Code) -> Response<Full<Bytes>> {
    let status = if code == Code::Rate02 {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    json(status, Some(error_body(code)))
}
