//! Commands, live rows, files and exports over HTTP. A command that fails is answered 200 too: it was understood and carried out to its error.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt as _;
use futures_util::stream::unfold;
use serde::Deserialize;
use serde_json::{Value, json};
use switchboard_engine::domain::Code;
use switchboard_engine::error::{Error, Result};
use switchboard_engine::strings;

use crate::Host;

/// Of a file that is refused so much more is read for the sake of the answer, in bytes.
const MOST_PASSED: usize = 256 << 20;

/// A command as it is posted.
#[derive(Deserialize)]
struct Call {
    cmd: String,
    #[serde(default)]
    payload: Value,
}

/// `{"cmd","payload"}` to `{"ok"}` or `{"error"}`.
pub(crate) async fn rpc(State(host): State<Host>, body: Bytes) -> Response {
    let answer = match run(&host, &body).await {
        Ok(ok) => json!({ "ok": ok }),
        Err(error) => json!({ "error": error }),
    };
    ([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}

async fn run(host: &Host, body: &[u8]) -> Result<Value> {
    // The type of the body is not looked at: whoever has the token may send it as it likes.
    let call: Call = serde_json::from_slice(body).map_err(|_| Error::new(Code::Data01))?;
    host.engine.call(&call.cmd, call.payload).await
}

/// What a file that is brought in is called, and for which channel's messages it is.
#[derive(Deserialize)]
pub(crate) struct Brought {
    name: String,
    channel: String,
}

/// The bytes of a file to `{"ok"}` with what became of it, or `{"error"}`.
pub(crate) async fn put_file(
    State(host): State<Host>,
    brought: Result<Query<Brought>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let mut bytes = body.into_data_stream().map(|bytes| bytes.map_err(|_| Error::new(Code::Net07)));
    let kept = match brought {
        Ok(Query(Brought { name, channel })) => {
            let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
            match host.engine.api().await {
                Ok(api) => {
                    let content_type = content_type.map(str::to_owned);
                    api.put_file(&channel, &name, content_type, (&mut bytes).boxed()).await
                }
                Err(error) => Err(error),
            }
        }
        Err(_) => Err(Error::with(Code::Data02, [("field", "name")])),
    };
    let answer = match kept {
        Ok(file) => json!({ "ok": file }),
        Err(error) => {
            let_by(&mut bytes).await;
            json!({ "error": error })
        }
    };
    ([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}

/// The bytes of a backup to `{"ok"}` with what is in it, or `{"error"}`.
pub(crate) async fn put_backup(State(host): State<Host>, body: Body) -> Response {
    let mut bytes = body.into_data_stream().map(|bytes| bytes.map_err(|_| Error::new(Code::Net07)));
    let found = match host.engine.api().await {
        Ok(api) => api.put_backup((&mut bytes).boxed()).await,
        Err(error) => Err(error),
    };
    let answer = match found {
        Ok(found) => json!({ "ok": found }),
        Err(error) => {
            let_by(&mut bytes).await;
            json!({ "error": error })
        }
    };
    ([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}

/// A browser does not listen before it has said all, so the rest is let go by.
async fn let_by(bytes: &mut (impl futures_util::Stream<Item = Result<Bytes>> + Unpin)) {
    let mut passed = 0;
    while let Some(Ok(bytes)) = bytes.next().await {
        passed += bytes.len();
        if passed > MOST_PASSED {
            break;
        }
    }
}

/// Live rows as server-sent events, until the caller leaves or the host ends.
pub(crate) async fn stream(State(host): State<Host>) -> Response {
    let Ok(api) = host.engine.api().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    // An empty batch at once tells the caller that from here on nothing is missed.
    let hello = Some(r#"{"rows":[],"dropped":0}"#.to_owned());
    let events = unfold((api.stream(), host.ending, hello), |(mut rows, ending, hello)| async move {
        let batch = match hello {
            Some(hello) => hello,
            None => tokio::select! {
                () = ending.cancelled() => return None,
                batch = rows.next() => batch?,
            },
        };
        Some((Ok::<_, Infallible>(format!("data:{batch}\n\n")), (rows, ending, None)))
    });
    let mut response = Body::from_stream(events).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The bytes of an export, once, to whoever has its ticket: a browser that follows a link shows nothing else. When it breaks off, so does
/// the connection, and the browser does not take what it has for all of it.
pub(crate) async fn export(State(host): State<Host>, Path(ticket): Path<String>) -> Response {
    let download = match host.engine.started() {
        Some(Ok(api)) => api.export(&ticket).ok(),
        _ => None,
    };
    let Some(download) = download else {
        let sentence = strings::text("export-gone", &BTreeMap::new());
        return (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")], sentence).into_response();
    };
    let bytes = unfold(Some((download.bytes, host.ending)), |drawing| async move {
        let (mut bytes, ending) = drawing?;
        let next = tokio::select! {
            () = ending.cancelled() => Some(Err(Error::new(Code::Net07))),
            next = bytes.next() => next,
        };
        match next? {
            Ok(piece) => Some((Ok(piece), Some((bytes, ending)))),
            Err(error) => Some((Err(io::Error::other(error)), None)),
        }
    });
    let mut response = Body::from_stream(bytes).into_response();
    let headers = response.headers_mut();
    // The name is plain, see `Download`.
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", download.name));
    headers
        .insert(header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    for (name, value) in [
        (header::CONTENT_TYPE, download.content_type),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Only asking what an export is would use its ticket up.
pub(crate) async fn no_head() -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}
