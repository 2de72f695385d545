//! Looks how things are, for the tray, for notifications, and for the window nobody looks at.

use std::sync::Arc;
use std::time::Duration;

use switchboard_engine::api::Api;
use switchboard_engine::clock::{Clock, Stopwatch};
use switchboard_engine::error::Error;
use switchboard_engine::notices::{Notice, Notices, minute_of};
use switchboard_engine::strings;
use tauri::{AppHandle, Manager as _};

use crate::desk::Desk;
use crate::tray::{self, Shown};
use crate::{autostart, graphics, notify, window};

/// How often it is looked. Looking takes at most a twentieth of the time.
const OFTEN: Duration = Duration::from_secs(2);
const SHARE: u32 = 20;

/// A window that was minimised for so long is let go, where there is a tray to bring it back from.
const UNSEEN: Duration = Duration::from_secs(10 * 60);

/// Looks until the program ends.
pub(crate) async fn run(app: AppHandle) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    let mut notices = Notices::since(Clock.now());
    let mut settled = None;
    let mut unseen = None;
    let mut failed = false;
    loop {
        let watch = Clock.stopwatch();
        match desk.host.started() {
            None => {}
            Some(Ok(api)) => {
                look(&app, &desk, &api, &mut notices).await;
                settle(&app, &desk, &api, &mut settled);
            }
            Some(Err(error)) => {
                show_stopped(&app, &desk, &error);
                // Who started it hidden should see why there is nothing.
                if !std::mem::replace(&mut failed, true) {
                    window::show(&app);
                }
            }
        }
        let_go(&app, &mut unseen).await;
        let pause = OFTEN.max(watch.elapsed() * SHARE);
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = desk.look.notified() => {}
        }
    }
}

fn show_stopped(app: &AppHandle, desk: &Desk, error: &Error) {
    let language = desk.language();
    let key = format!("error-{}", error.code.name().to_lowercase());
    let line = strings::text_in(&language, &key, &error.params);
    desk.tray.show(app, Shown::stopped(&line, &language));
}

async fn look(app: &AppHandle, desk: &Desk, api: &Api, notices: &mut Notices) {
    let status = match api.status().await {
        Ok(status) => status,
        // An engine that cannot say how it is is not well.
        Err(error) => return show_stopped(app, desk, &error),
    };
    let language = desk.language();
    if desk.tray.show(app, Shown::of(&status, &language)) {
        tracing::debug!(sign = ?status.sign, "The tray shows it.");
    }
    let Ok((troubles, bulks)) = api.troubles().await else { return };
    let now = Clock.now();
    let local = Clock.local(now);
    let mut shown = notices.look(now, minute_of(local), &api.settings(), troubles, &bulks);
    shown.extend(api.digest(now).await.ok().flatten().map(Notice::Digest));
    for notice in shown {
        let (title, text) = notice.worded(&language, now);
        notify::show(app, &title, &text, &notice.place());
    }
}

/// Settings that live in the window or in files of the system as well are repeated there when they change.
fn settle(app: &AppHandle, desk: &Desk, api: &Api, settled: &mut Option<(bool, bool, u32)>) {
    let settings = api.settings();
    let now = (settings.safe_graphics, settings.start_hidden, settings.zoom);
    if *settled == Some(now) {
        return;
    }
    if let Some(window) = app.get_webview_window(window::LABEL) {
        window::zoom(&window, settings.zoom);
    }
    let graphics = graphics::remember(&desk.host.arguments.folder(), settings.safe_graphics);
    let start = match autostart::file(&desk.host.arguments).filter(|file| autostart::is_on(file)) {
        Some(file) => desk.set_autostart(&file, true, settings.start_hidden),
        None => Ok(()),
    };
    for error in [graphics.err(), start.err()].into_iter().flatten() {
        tracing::warn!(%error, "A setting could not be written where the next start reads it.");
    }
    *settled = Some(now);
}

async fn let_go(app: &AppHandle, unseen: &mut Option<Stopwatch>) {
    let minimised = app
        .get_webview_window(window::LABEL)
        .is_some_and(|window| window.is_minimized().unwrap_or(false) || !window.is_visible().unwrap_or(true));
    if !minimised {
        *unseen = None;
    } else if unseen.get_or_insert_with(|| Clock.stopwatch()).elapsed() >= UNSEEN && tray::has_host().await {
        window::rest(app);
        *unseen = None;
    }
}
