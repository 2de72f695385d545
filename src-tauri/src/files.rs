//! Files that the page brings in, and the relay's own addresses opened where a page of this window may not go.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream;
use serde_json::Value;
use switchboard_engine::domain::Code;
use switchboard_engine::error::{Error, Result};
use switchboard_engine::schema::FileView;
use tauri::State;
use tauri::ipc::{InvokeBody, Request};

use crate::desk::Desk;

/// Keeps a file for messages of a channel: its bytes are the body, the headers `x-name` (percent-encoded), `x-channel` and `x-type` tell the
/// rest. Errors: DATA-02 without one of them, and what keeping it says.
#[tauri::command]
pub(crate) async fn put_file(desk: State<'_, Arc<Desk>>, request: Request<'_>) -> Result<FileView> {
    let header = |name: &str| {
        let value = request.headers().get(name).and_then(|value| value.to_str().ok());
        value.ok_or_else(|| Error::with(Code::Data02, [("field", name)]))
    };
    let name = percent_encoding::percent_decode_str(header("x-name")?).decode_utf8_lossy().into_owned();
    let (channel, kind) = (header("x-channel")?.to_owned(), header("x-type").ok().map(str::to_owned));
    let bytes = bytes(request.body()).ok_or_else(|| Error::new(Code::Data01))?;
    desk.api().await?.put_file(&channel, &name, kind, stream::iter([Ok(bytes)]).boxed()).await
}

/// The bytes of a body. Where the webview gives bytes away only as JSON they come as a list of numbers.
fn bytes(body: &InvokeBody) -> Option<Bytes> {
    match body {
        InvokeBody::Raw(bytes) => Some(Bytes::copy_from_slice(bytes)),
        InvokeBody::Json(Value::Array(numbers)) => numbers
            .iter()
            .map(|number| u8::try_from(number.as_u64()?).ok())
            .collect::<Option<Vec<u8>>>()
            .map(Bytes::from),
        InvokeBody::Json(_) => None,
    }
}

/// Has the system's browser show an address of the relay. Errors: URL-03 for any other address.
#[tauri::command]
pub(crate) async fn open_link(desk: State<'_, Arc<Desk>>, url: String) -> Result<()> {
    if !desk.api().await?.is_own_page(&url) {
        return Err(Error::new(Code::Url03));
    }
    open::that_detached(url).map_err(|cause| Error::unexpected("opening the browser", &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_as_they_are_or_as_numbers() {
        assert_eq!(bytes(&InvokeBody::Raw(vec![1, 255])).as_deref(), Some(&[1, 255][..]));
        assert_eq!(bytes(&InvokeBody::Json(serde_json::json!([1, 255]))).as_deref(), Some(&[1, 255][..]));
        for wrong in [serde_json::json!([256]), serde_json::json!([-1]), serde_json::json!({ "0": 1 })] {
            assert_eq!(bytes(&InvokeBody::Json(wrong)), None);
        }
    }
}
