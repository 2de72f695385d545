//! The desktop window: the engine and its screens in one program.
//!
//! # Layout
//!
//! | module | what it is |
//! | --- | --- |
//! | [`desk`] | the engine as the window has it: starting, running or failed |
//! | [`rpc`] | the one command, and the stream of live rows |
//! | [`exports`] | exports saved where the admin says |
//! | [`files`] | files brought in, and addresses opened in the browser |
//! | [`subscriptions`] | who listens, and when they stop |
//!
//! A host holds no rule of the business. What the page may do is what its capability grants: six commands, and nothing of the system but
//! to have the browser show the relay's own addresses and to save an export where a dialog of the system says.

mod desk;
mod exports;
mod files;
mod rpc;
mod subscriptions;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use switchboard_engine::api::host::{self, Arguments};
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager as _, RunEvent, WindowEvent};
use tokio::signal::unix::{SignalKind, signal};

use desk::Desk;

const PROGRAM: &str = "switchboard";
/// How long the engine may take to end; longer than it ever should.
const LAST_WAIT: Duration = Duration::from_secs(15);

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
        .plugin(tauri_plugin_dialog::init())
        .manage(Arc::new(Desk::default()))
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            rpc::subscribe,
            rpc::unsubscribe,
            files::put_file,
            files::open_link,
            exports::save_export
        ])
        .on_page_load(|webview, page| {
            // A page that loads anew has forgotten what the one before it listened to.
            if page.event() == PageLoadEvent::Started {
                webview.state::<Arc<Desk>>().subscriptions.close_page(webview.label());
            }
        })
        .on_window_event(|window, event| {
            if matches!(event, WindowEvent::Destroyed) {
                window.state::<Arc<Desk>>().subscriptions.close_page(window.label());
            }
        })
        .setup(move |app| {
            // The window does not wait for the engine: it shows what becomes of the start.
            let desk = Arc::clone(&app.state::<Arc<Desk>>());
            tauri::async_runtime::spawn(async move { desk.start(&arguments).await });
            tauri::async_runtime::spawn(end_on_signal(app.handle().clone()));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    Ok(app.run_return(|app, event| {
        if matches!(event, RunEvent::Exit) {
            let desk = Arc::clone(&app.state::<Arc<Desk>>());
            tauri::async_runtime::block_on(async move {
                if tokio::time::timeout(LAST_WAIT, desk.stop()).await.is_err() {
                    tracing::error!("The engine did not end in time.");
                }
            });
        }
    }))
}

/// SIGTERM and SIGINT close the window as its user would.
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
                "allow-save-export"
            ])
        );
    }
}
