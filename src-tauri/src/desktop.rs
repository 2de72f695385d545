//! What the page may ask of the desktop, besides the engine's commands.

use std::sync::Arc;

use serde::Serialize;
use switchboard_engine::error::{Error, Result};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::closing::{self, Answer, Told, Wish};
use crate::desk::Desk;
use crate::{autostart, tray};

/// How the desktop is.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct DesktopState {
    /// There is a tray to show signs in.
    tray: bool,
    /// The app starts with the computer.
    autostart: bool,
}

/// The page hears questions and where to go from now on.
#[tauri::command]
pub(crate) async fn desktop_listen(desk: State<'_, Arc<Desk>>, channel: Channel<Told>) -> Result<()> {
    desk.page.listens(channel);
    Ok(())
}

/// The answer to a question.
#[tauri::command]
pub(crate) async fn desktop_answer(app: AppHandle, answer: Answer) -> Result<()> {
    closing::answer(&app, answer).await;
    Ok(())
}

/// Quits; asks before, where something is left undone.
#[tauri::command]
pub(crate) async fn desktop_quit(app: AppHandle) -> Result<()> {
    closing::wish(&app, Wish::Quit);
    Ok(())
}

/// How the desktop is, read anew.
#[tauri::command]
pub(crate) async fn desktop_state(desk: State<'_, Arc<Desk>>) -> Result<DesktopState> {
    let autostart = autostart::file(&desk.host.arguments).is_some_and(|file| autostart::is_on(&file));
    Ok(DesktopState { tray: tray::has_host().await, autostart })
}

/// Has the app start with the computer, or not. Errors: APP-01 when the file for it cannot be written.
#[tauri::command]
pub(crate) async fn desktop_autostart(desk: State<'_, Arc<Desk>>, on: bool) -> Result<DesktopState> {
    let hidden = desk.api().await?.settings().start_hidden;
    let file = autostart::file(&desk.host.arguments)
        .ok_or_else(|| Error::unexpected("starting with the computer", &"no home"))?;
    desk.set_autostart(&file, on, hidden)
        .map_err(|cause| Error::unexpected("starting with the computer", &cause))?;
    desktop_state(desk).await
}
