//! The window itself: made, shown, let go. The engine goes on without it.
//!
//! A webview costs hundreds of megabytes and goes on drawing while nobody looks, so closed to the tray it is not hidden but destroyed, and
//! made anew when somebody wants to look.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tauri::{AppHandle, Manager as _, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_window_state::{AppHandleExt as _, StateFlags};

use crate::desk::Desk;

/// The one window there is.
pub(crate) const LABEL: &str = "main";

/// What of a window is the same the next time.
pub(crate) fn kept() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

/// Brings the window to the front, and makes one where there is none.
pub(crate) fn show(app: &AppHandle) {
    let app = app.clone();
    // Not on the thread that hears of it: making a window waits for that thread.
    tauri::async_runtime::spawn_blocking(move || {
        let shown = match app.get_webview_window(LABEL) {
            Some(window) => raise(&window),
            None => make(&app).map(drop),
        };
        if let Err(error) = shown {
            tracing::error!(%error, "The window cannot be shown.");
        }
    });
}

fn raise(window: &WebviewWindow) -> tauri::Result<()> {
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}

/// Makes the window, no larger than the screen it is on.
pub(crate) fn make(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let desk = app.state::<Arc<Desk>>();
    desk.resting.store(false, Ordering::Release);
    let config = app.config().app.windows.iter().find(|window| window.label == LABEL);
    let config = config.ok_or(tauri::Error::WindowNotFound)?;
    let window = WebviewWindowBuilder::from_config(app, config)?.build()?;
    if let (Some(screen), Ok(size), Ok(false)) =
        (window.current_monitor()?, window.inner_size(), window.is_maximized())
    {
        let room = screen.work_area().size;
        let fits = tauri::PhysicalSize::new(size.width.min(room.width), size.height.min(room.height));
        if fits != size {
            window.set_size(fits)?;
        }
    }
    if let Some(Ok(api)) = desk.host.started() {
        zoom(&window, api.settings().zoom);
    }
    Ok(window)
}

/// Shows everything in it so large, in percent.
pub(crate) fn zoom(window: &WebviewWindow, percent: u32) {
    if let Err(error) = window.set_zoom(f64::from(percent) / 100.0) {
        tracing::warn!(%error, "The window keeps its size of text.");
    }
}

/// Lets the window go; the relay stays.
pub(crate) fn rest(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    app.state::<Arc<Desk>>().resting.store(true, Ordering::Release);
    if let Err(error) = app.save_window_state(kept()) {
        tracing::warn!(%error, "The window will not be where it was.");
    }
    match window.destroy() {
        Ok(()) => tracing::info!("The window is gone; the relay goes on."),
        Err(error) => tracing::error!(%error, "The window cannot be closed."),
    }
}

/// Puts the window away where there is no tray to bring it back from.
pub(crate) fn minimise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL)
        && let Err(error) = window.minimize()
    {
        tracing::error!(%error, "The window cannot be minimised.");
    }
}

/// Ends everything, in order.
pub(crate) fn quit(app: &AppHandle) {
    app.exit(0);
}
