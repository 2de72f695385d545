//! The system's clipboard, which wants to be used on the thread that draws.

use gtk::Clipboard;
use gtk::gdk::SELECTION_CLIPBOARD;
use switchboard_engine::error::{Error, Result};
use tauri::AppHandle;
use tokio::sync::oneshot;

/// Puts a text there. To be called on the thread that draws.
pub(crate) fn put(text: &str) {
    Clipboard::get(&SELECTION_CLIPBOARD).set_text(text);
}

/// The text that is there; an empty one where there is none. The page asks for it when the admin presses a button, never by itself.
#[tauri::command]
pub(crate) async fn read_clipboard(app: AppHandle) -> Result<String> {
    let failed = |cause: &dyn std::fmt::Display| Error::unexpected("reading the clipboard", cause);
    let (answer, answered) = oneshot::channel();
    app.run_on_main_thread(move || {
        Clipboard::get(&SELECTION_CLIPBOARD).request_text(move |_, text| {
            // The page that asked may be gone.
            drop(answer.send(text.map(str::to_owned)));
        });
    })
    .map_err(|cause| failed(&cause))?;
    Ok(answered.await.map_err(|cause| failed(&cause))?.unwrap_or_default())
}
