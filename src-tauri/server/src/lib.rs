//! The engine without a window, and the same screens in a browser.
//!
//! # Layout
//!
//! | module | what it is |
//! | --- | --- |
//! | [`guard`] | who may call |
//! | [`api`] | commands, live rows, files, exports and backups over HTTP |
//! | [`screens`] | the page, carried inside the program |
//!
//! A host holds no rule of the business: it carries commands to the engine and rows to the page. The caller owns the listener and the
//! signal to stop, so that tests take port 0.

mod api;
mod guard;
mod screens;

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use switchboard_engine::api::host;
use switchboard_engine::secret::Secret;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use guard::Guard;

/// The largest command: an import of settings, or a long text.
const LARGEST_COMMAND: usize = 10 * 1024 * 1024;

/// What every answer needs.
#[derive(Clone, Debug)]
struct Host {
    engine: Arc<host::Host>,
    /// Ends live streams, which would never end by themselves.
    ending: CancellationToken,
}

/// Serves the console until `shutdown` comes: screens to anybody, commands and live rows to whoever shows `token`, an
/// export to whoever has its ticket.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    engine: Arc<host::Host>,
    token: Secret,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let guard = Arc::new(Guard::new(token, listener.local_addr()?.ip()));
    let ending = CancellationToken::new();
    let host = Host { engine, ending: ending.clone() };
    let guarded = Router::new()
        .route("/api/rpc", post(api::rpc))
        .route("/api/stream", get(api::stream))
        .route("/api/files", post(api::put_file))
        .route("/api/backups", post(api::put_backup))
        .layer(DefaultBodyLimit::max(LARGEST_COMMAND))
        .layer(from_fn_with_state(Arc::clone(&guard), guard::token_shown))
        .with_state(host.clone());
    // A browser's download shows no token; the ticket in its address, good for once and a minute, stands for it.
    let exports =
        Router::new().route("/api/exports/{ticket}", get(api::export).head(api::no_head)).with_state(host);
    let router =
        guarded.merge(exports).fallback(screens::page).layer(from_fn_with_state(guard, guard::own_page));
    axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            shutdown.await;
            ending.cancel();
        })
        .await
}
