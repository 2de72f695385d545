//! Notifications of the system. What is worth one is the engine's; this shows it.

use switchboard_engine::strings;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_notification::NotificationExt as _;

use crate::desk::Desk;
use crate::window;

/// Shows one. A desktop that shows none is no trouble: the screens tell the same.
pub(crate) fn show(app: &AppHandle, title: &str, text: &str) {
    let shown = app.notification().builder().title(title).body(text).icon("switchboard").show();
    match shown {
        Ok(()) => tracing::info!(title, "Notified."),
        Err(error) => tracing::warn!(%error, "The system shows no notification."),
    }
}

/// A click on one opens the window.
pub(crate) fn open_on_click(app: &AppHandle) {
    let theirs = app.clone();
    let listens = app.notification().on_action(move |_| window::show(&theirs));
    if let Err(error) = listens {
        tracing::warn!(%error, "A click on a notification is not heard.");
    }
}

/// The window is minimised and not gone.
pub(crate) fn minimised(app: &AppHandle) {
    let language = app.state::<std::sync::Arc<Desk>>().language();
    let text = |key: &str| strings::text_in(&language, key, &Default::default());
    show(app, &text("notice-minimised"), &text("notice-minimised-text"));
}
