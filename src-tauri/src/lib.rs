//! The desktop window: the engine and its screens in one program.
//!
//! # Layout
//!
//! | module | what it is |
//! | --- | --- |
//! | [`desk`] | what the commands work with |
//! | [`rpc`] | the one command, and the stream of live rows |
//! | [`backups`] | a backup picked on the disk, and the data folder shown |
//! | [`clipboard`] | the system's clipboard |
//! | [`exports`] | exports saved where the admin says |
//! | [`files`] | files brought in, and addresses opened in the browser |
//! | [`subscriptions`] | who listens, and when they stop |
//! | [`window`] | the window made, shown, let go |
//! | [`closing`] | what closing and quitting lead to |
//! | [`tray`] | the sign in the system tray |
//! | [`watch`] | looks how things are, for tray and notifications |
//! | [`notify`] | notifications of the system |
//! | [`instance`] | one window a data folder |
//! | [`autostart`] | started with the computer |
//! | [`graphics`] | how the window is drawn, decided before anything starts |
//! | [`desktop`] | what the page may ask of all this |
//!
//! A host holds no rule of the business. What the page may do is what its capability grants: its fourteen commands, and nothing of
//! the system but to have the browser show the relay's own addresses, to save an export and read a backup where a dialog of the system says, to
//! read what was copied when a button asks for it, to close and quit, and to start with the computer.

mod autostart;
mod backups;
mod clipboard;
mod closing;
mod desk;
mod desktop;
mod exports;
mod files;
mod graphics;
mod instance;
mod notify;
mod rpc;
mod subscriptions;
mod tray;
mod watch;
mod window;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use switchboard_engine::api::host::{self, Arguments};
use tauri::plugin::TauriPlugin;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager as _, RunEvent, WindowEvent, Wry};
use tokio::signal::unix::{SignalKind, signal};

use closing::Wish;
use desk::Desk;

const PROGRAM: &str = "switchboard";
/// How long the engine may take to end; longer than it ever should.
const LAST_WAIT: Duration = Duration::from_secs(15);
/// How long a tray may take to come up with the desktop, in seconds.
const TRAY_WAIT_S: u32 = 20;

/// Opens the window and stays until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args_os().skip(1), false) {
        Ok(arguments) => arguments,
        Err(sentence) => {
            eprintln!("{PROGRAM}: {sentence}\n\n{}", Arguments::usage(PROGRAM, false));
            return ExitCode::from(2);
        }
    };
    if arguments.help {
        println!("{}", Arguments::usage(PROGRAM, false));
        return ExitCode::SUCCESS;
    }
    if arguments.version {
        println!("{PROGRAM} {}", env!("CARGO_PKG_VERSION"));
        return ExitCode::SUCCESS;
    }
    // Before anything else runs.
    graphics::prepare(&arguments);
    host::log();
    match open(arguments) {
        Ok(code) => u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => {
            eprintln!("{PROGRAM}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn open(arguments: Arguments) -> tauri::Result<i32> {
    let app = tauri::Builder::default()
        .plugin(instance::plugin(&arguments))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(remembering(&arguments))
        .manage(Arc::new(Desk::new(arguments.clone())))
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            rpc::subscribe,
            rpc::unsubscribe,
            files::put_file,
            files::open_link,
            exports::save_export,
            desktop::desktop_listen,
            desktop::desktop_answer,
            desktop::desktop_quit,
            desktop::desktop_state,
            desktop::desktop_autostart,
            backups::pick_backup,
            backups::open_folder,
            clipboard::read_clipboard,
        ])
        .on_page_load(|webview, page| {
            // A page that loads anew has forgotten what the one before it listened to.
            if page.event() == PageLoadEvent::Started {
                gone(webview.app_handle(), webview.label());
            }
        })
        .on_window_event(|window, event| match event {
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                closing::wish(window.app_handle(), Wish::Close);
            }
            WindowEvent::Destroyed => gone(window.app_handle(), window.label()),
            _ => {}
        })
        .setup(move |app| {
            // The window does not wait for the engine: it shows what becomes of the start.
            let desk = Arc::clone(&app.state::<Arc<Desk>>());
            tauri::async_runtime::spawn(async move { desk.start().await });
            tauri::async_runtime::spawn(end_on_signal(app.handle().clone()));
            notify::open_on_click(app.handle());
            if arguments.hidden {
                tauri::async_runtime::spawn(show_where_nothing_else_does(app.handle().clone()));
            } else {
                window::make(app.handle())?;
            }
            tauri::async_runtime::spawn(watch::run(app.handle().clone()));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    Ok(app.run_return(|app, event| match event {
        // The last window is gone; that was the wish, or it was not.
        RunEvent::ExitRequested { code: None, api, .. }
            if app.state::<Arc<Desk>>().resting.load(Ordering::Acquire) =>
        {
            api.prevent_exit();
        }
        RunEvent::Exit => {
            let desk = Arc::clone(&app.state::<Arc<Desk>>());
            tauri::async_runtime::block_on(async move {
                if tokio::time::timeout(LAST_WAIT, desk.stop()).await.is_err() {
                    tracing::error!("The engine did not end in time.");
                }
            });
        }
        _ => {}
    }))
}

/// Size and place of the window, kept with the data: two data folders are two windows.
fn remembering(arguments: &Arguments) -> TauriPlugin<Wry> {
    let folder = arguments.folder();
    let file = std::path::absolute(&folder).unwrap_or(folder).join("window-state.json");
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(window::kept())
        .with_filename(file.to_string_lossy())
        .build()
}

/// A page is gone, and whatever it listened to with it.
fn gone(app: &AppHandle, label: &str) {
    let desk = app.state::<Arc<Desk>>();
    desk.subscriptions.close_page(label);
    desk.page.is_gone();
}

/// Started hidden on a desktop without a tray there would be no way to the window: it is shown minimised. Trays come up with the desktop, and
/// may take their time.
async fn show_where_nothing_else_does(app: AppHandle) {
    for _ in 0..TRAY_WAIT_S {
        if tray::has_host().await || app.get_webview_window(window::LABEL).is_some() {
            return;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let made =
        tauri::async_runtime::spawn_blocking(move || window::make(&app).and_then(|window| window.minimize()));
    if let Ok(Err(error)) = made.await {
        tracing::error!(%error, "The window cannot be shown.");
    }
}

/// SIGTERM and SIGINT end the program in order, and ask nobody.
async fn end_on_signal(app: AppHandle) {
    let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    app.exit(0);
}

#[cfg(test)]
mod tests {
    /// An inline style in the page makes Tauri put a nonce into the policy, which then forbids the styles that the components set: the
    /// built app loses its looks and nothing else shows it.
    #[test]
    fn the_page_has_no_style_of_its_own() {
        for page in [include_str!("../../ui/index.html"), include_str!("../../ui/dist/index.html")] {
            let page = page.to_lowercase();
            assert!(!page.contains("<style") && !page.contains("style="), "{page}");
        }
    }

    #[test]
    fn the_policy_lets_in_nothing_from_outside() {
        let config: serde_json::Value =
            serde_json::from_str(include_str!("../tauri.conf.json")).expect("JSON");
        let policy = config["app"]["security"]["csp"].as_str().expect("a policy");
        assert!(policy.contains("style-src 'self' 'unsafe-inline'"), "the components set styles");
        for word in ["unsafe-eval", "https:", " * ", "script-src 'self' 'unsafe-inline'"] {
            assert!(!policy.contains(word), "{word} in {policy}");
        }
        assert_eq!(config["app"]["withGlobalTauri"], false);
    }

    /// With frozen prototypes the libraries that draw the map throw before the first screen is there, and only in the window.
    #[test]
    fn the_page_may_have_constructors_of_its_own() {
        let config: serde_json::Value =
            serde_json::from_str(include_str!("../tauri.conf.json")).expect("JSON");
        assert_eq!(config["app"]["security"]["freezePrototype"], false);
    }

    #[test]
    fn the_page_may_call_the_engine_and_nothing_of_the_system() {
        let capability: serde_json::Value =
            serde_json::from_str(include_str!("../capabilities/main.json")).expect("JSON");
        assert_eq!(
            capability["permissions"],
            serde_json::json!([
                "allow-rpc",
                "allow-subscribe",
                "allow-unsubscribe",
                "allow-put-file",
                "allow-open-link",
                "allow-save-export",
                "allow-desktop-listen",
                "allow-desktop-answer",
                "allow-desktop-quit",
                "allow-desktop-state",
                "allow-desktop-autostart",
                "allow-pick-backup",
                "allow-open-folder",
                "allow-read-clipboard"
            ])
        );
    }
}
