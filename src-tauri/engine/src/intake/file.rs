//! The addresses of files, as they are called: `GET /file/{id}/{expiry}-{proof}/{name}`.
//!
//! Whoever has an address has the file, until it expires. A wrong one is answered as if there were nothing, and no row of the log is made
//! of it. What is inside a file is a stranger's: browsers are told to save it and to believe its type, never to open it as a page of ours.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _};
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{Either, Full, StreamBody};
use hyper::body::{Frame, Incoming};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::respond::{Body, refusal};
use crate::domain::Code;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::store::{FilePlace, StoredFile};

/// How long a caller waits for a file that is being fetched.
const PATIENCE: Duration = Duration::from_secs(20);
/// What stands in a `filename*` as it is (RFC 5987).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_').remove(b'~');
/// What the content may do where it is opened all the same: nothing.
const POLICY: &str = "default-src 'none'; sandbox";

/// Answers one request for a file.
pub(super) async fn answer(engine: Arc<Engine>, request: Request<Incoming>) -> Response<Body> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = refusal(StatusCode::METHOD_NOT_ALLOWED, Code::Http04);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let head = request.method() == Method::HEAD;
    match find(&engine, request.uri().path()).await {
        Ok(Some(file)) => match whole(&engine, &file, head).await {
            Ok(response) => response,
            Err(error) => refusal(StatusCode::INTERNAL_SERVER_ERROR, error.code),
        },
        Ok(None) => refusal(StatusCode::NOT_FOUND, Code::Id05),
        Err(error) => refusal(StatusCode::INTERNAL_SERVER_ERROR, error.code),
    }
}

async fn find(engine: &Engine, path: &str) -> Result<Option<StoredFile>> {
    match engine.files.recognise(path, engine.clock.now())? {
        Some(id) => engine.files.arrived(&engine.store, id, PATIENCE).await,
        None => Ok(None),
    }
}

async fn whole(engine: &Engine, file: &StoredFile, head: bool) -> Result<Response<Body>> {
    let size = match &file.place {
        FilePlace::Here { size, .. } => *size,
        // The answer asks them to come back.
        FilePlace::There(_) => return Ok(refusal(StatusCode::SERVICE_UNAVAILABLE, Code::File01)),
        FilePlace::Lost(code) => return Ok(refusal(StatusCode::NOT_FOUND, *code)),
    };
    let body = if head {
        Either::Left(Full::new(Bytes::new()))
    } else {
        let name = file.id;
        let pieces = engine.files.read(file).await?.map_ok(Frame::data).inspect_err(move |error| {
            // The caller sees a connection that ends too soon.
            tracing::warn!(%error, file = %name, "A file could not be served to its end.");
        });
        Either::Right(StreamBody::new(pieces.boxed()))
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, size.into());
    let kind = HeaderValue::from_str(&file.content_type);
    headers
        .insert(header::CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("application/octet-stream")));
    let disposition = HeaderValue::from_str(&disposition(&file.name))
        .map_err(|cause| Error::unexpected("naming a file", &cause))?;
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "private, no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

/// "Save this as": the name as it is for those who can read RFC 5987, and its plain letters for the others.
fn disposition(name: &str) -> String {
    let name: String = name.chars().filter(|letter| !letter.is_control()).take(200).collect();
    let plain = |letter: char| match letter {
        '"' | '\\' | '/' | ';' | '%' => '_',
        letter if letter.is_ascii() => letter,
        _ => '_',
    };
    let fallback: String = name.chars().map(plain).collect();
    format!("attachment; filename=\"{fallback}\"; filename*=UTF-8''{}", utf8_percent_encode(&name, PLAIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(
            disposition("счёт \"1\".pdf\r\nset-cookie: a"),
            "attachment; filename=\"____ _1_.pdfset-cookie: a\"; \
             filename*=UTF-8''%D1%81%D1%87%D1%91%D1%82%20%221%22.pdfset-cookie%3A%20a"
        );
        assert!(HeaderValue::from_str(&disposition("a\u{7f}\0b")).is_ok());
    }
}
