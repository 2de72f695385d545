//! What became of what was asked for, as the endpoint is told.

use http::{StatusCode, request};
use serde::Serialize;
use serde_json::Value;

use super::{is_reading, shows_token, status_of};
use crate::domain::{Channel, Code, EventId, EventKind, SkipReason, State, Timestamp};
use crate::engine::Engine;
use crate::error::Error;
use crate::platforms::write;
use crate::schema::Retry;
use crate::store::Asked;

/// How something asked for stands, as the endpoint is told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Told {
    pub(super) id: EventId,
    pub(super) at: Timestamp,
    pub(super) kind: EventKind,
    pub(super) state: State,
    pub(super) skipped: Option<SkipReason>,
    pub(super) code: Option<Code>,
    pub(super) message: Option<String>,
    pub(super) attempts: Option<Retry>,
    pub(super) platform_id: Option<String>,
    pub(super) result: Option<Value>,
}

/// Says how what was asked for under that id stands. Errors: with the status to answer.
pub(super) async fn told(
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
