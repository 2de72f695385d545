//! The page's way to the engine: one command for everything, and a stream of live rows over one channel.

use std::sync::Arc;

use serde_json::Value;
use switchboard_engine::error::Error;
use tauri::ipc::{Channel, InvokeResponseBody};
use tauri::{State, Webview};

use crate::desk::Desk;

/// Runs a command of the engine, once that has started. Errors: what the command says, or why the engine did not start.
#[tauri::command]
pub(crate) async fn rpc(
    desk: State<'_, Arc<Desk>>,
    cmd: String,
    payload: Option<Value>,
) -> Result<Value, Error> {
    desk.host.call(&cmd, payload.unwrap_or_default()).await
}

/// Sends live rows over the channel from now on, and answers the handle to end that by; none when the page is gone.
#[tauri::command]
pub(crate) async fn subscribe(
    webview: Webview,
    desk: State<'_, Arc<Desk>>,
    channel: Channel<InvokeResponseBody>,
) -> Result<Option<u32>, Error> {
    let page = desk.subscriptions.page(webview.label());
    let rows = desk.api().await?.stream();
    Ok(desk
        .subscriptions
        .open(page, rows, move |batch| channel.send(InvokeResponseBody::Json(batch)).is_ok()))
}

/// Ends a subscription. One that has ended already is no error.
#[tauri::command]
pub(crate) async fn unsubscribe(desk: State<'_, Arc<Desk>>, id: u32) -> Result<(), Error> {
    desk.subscriptions.close(id);
    Ok(())
}
