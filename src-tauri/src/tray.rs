//! The sign in the system tray: how things are, and the way back to the window.
//!
//! The engine says how things are; this shows it. On Linux a tray hears no clicks, only its menu, and may not be there at all.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use switchboard_engine::api::Api;
use switchboard_engine::clock::Clock;
use switchboard_engine::notices::{PROBLEMS, problem_place};
use switchboard_engine::schema::{Sign, Status};
use switchboard_engine::strings;
use tauri::image::Image;
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Manager as _, Wry};

use crate::clipboard;
use crate::closing::{Told, Wish, wish};
use crate::desk::Desk;
use crate::window;

/// The bus may hang; a tray is not worth waiting for it.
const BUS_LIMIT: Duration = Duration::from_secs(1);

/// A menu is as wide as its longest line.
const LONGEST_LINE: usize = 90;

const PAUSES: [(&str, Option<i64>); 3] =
    [("15", Some(15 * 60_000)), ("60", Some(60 * 60_000)), ("open", None)];

/// What the tray shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    sign: Sign,
    line: String,
    language: String,
    paused: bool,
    public_url: Option<String>,
    troubled: bool,
}

impl Shown {
    /// Of a running engine.
    pub(crate) fn of(status: &Status, language: &str) -> Self {
        Self {
            sign: status.sign,
            line: strings::sentence_in(language, &status.sentence, Clock.now()),
            language: language.to_owned(),
            paused: status.paused.is_some(),
            public_url: status.relay.public_url.clone(),
            troubled: status.problems > 0 || status.sign == Sign::Problem,
        }
    }

    /// Of one that does not run.
    pub(crate) fn stopped(line: &str, language: &str) -> Self {
        Self {
            sign: Sign::Stopped,
            line: line.to_owned(),
            language: language.to_owned(),
            paused: false,
            public_url: None,
            troubled: false,
        }
    }
}

/// The sign in the tray.
#[derive(Default)]
pub(crate) struct Tray {
    /// None where it cannot be made.
    icon: OnceLock<Option<TrayIcon>>,
    /// Held for a moment only: what is done to a tray waits for the thread that draws, and that thread asks here.
    shown: Mutex<Option<Shown>>,
}

impl std::fmt::Debug for Tray {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tray").field("shown", &self.shown).finish_non_exhaustive()
    }
}

impl Tray {
    /// Shows it, where it is not shown already. Answers whether it changed.
    pub(crate) fn show(&self, app: &AppHandle, shown: Shown) -> bool {
        let before = self.shown().replace(shown.clone());
        if before.as_ref() == Some(&shown) {
            return false;
        }
        if let Err(error) = self.paint(app, &shown) {
            tracing::warn!(%error, "The tray cannot be changed.");
        }
        true
    }

    fn paint(&self, app: &AppHandle, shown: &Shown) -> tauri::Result<()> {
        match self.icon.get() {
            None => drop(self.icon.set(make(app, shown))),
            Some(None) => {}
            Some(Some(icon)) => {
                icon.set_icon(Some(picture(shown.sign)))?;
                icon.set_menu(Some(menu(app, shown)?))?;
                icon.set_tooltip(Some(&shown.line))?;
            }
        }
        Ok(())
    }

    fn public_url(&self) -> Option<String> {
        self.shown().as_ref()?.public_url.clone()
    }

    fn shown(&self) -> MutexGuard<'_, Option<Shown>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes it, on the thread that draws. The library that draws trays is looked for only now and is missed with a panic, which must not go
/// through a library of another language.
fn make(app: &AppHandle, shown: &Shown) -> Option<TrayIcon> {
    let (sender, receiver) = std::sync::mpsc::channel();
    let (theirs, shown) = (app.clone(), shown.clone());
    let make = move || {
        let made = catch_unwind(AssertUnwindSafe(|| {
            TrayIconBuilder::with_id("switchboard")
                .icon(picture(shown.sign))
                .menu(&menu(&theirs, &shown)?)
                .tooltip(&shown.line)
                .on_menu_event(chosen)
                .build(&theirs)
        }));
        // Whoever asked waits for it.
        drop(sender.send(made));
    };
    if app.run_on_main_thread(make).is_err() {
        return None;
    }
    match receiver.recv() {
        Ok(Ok(Ok(icon))) => Some(icon),
        Ok(Ok(Err(error))) => {
            tracing::warn!(%error, "There is no tray.");
            None
        }
        Ok(Err(_)) => {
            tracing::warn!("There is no tray: libayatana-appindicator3 is missing.");
            None
        }
        Err(_) => None,
    }
}

fn picture(sign: Sign) -> Image<'static> {
    match sign {
        Sign::Working => tauri::include_image!("../icons/tray/working.png"),
        Sign::Problem => tauri::include_image!("../icons/tray/problem.png"),
        Sign::Stopped => tauri::include_image!("../icons/tray/stopped.png"),
        Sign::Paused => tauri::include_image!("../icons/tray/paused.png"),
    }
}

fn menu(app: &AppHandle, shown: &Shown) -> tauri::Result<Menu<Wry>> {
    let text = |key: &str| strings::text_in(&shown.language, key, &Default::default());
    let item =
        |id: &str, key: &str, enabled: bool| MenuItem::with_id(app, id, text(key), enabled, None::<&str>);
    let line = MenuItem::with_id(app, "line", one_line(&shown.line), false, None::<&str>)?;
    let (first, second) = (PredefinedMenuItem::separator(app)?, PredefinedMenuItem::separator(app)?);
    let open = item("open", "tray-open", true)?;
    let copy = item("copy", "tray-copy", shown.public_url.is_some())?;
    let problem = item("problem", "tray-problem", shown.troubled)?;
    let quit = item("quit", "tray-quit", true)?;
    let resume = item("resume", "tray-resume", true)?;
    let pauses = PAUSES
        .iter()
        .map(|(id, _)| item(&format!("pause-{id}"), &format!("tray-pause-{id}"), true))
        .collect::<tauri::Result<Vec<_>>>()?;
    let pauses: Vec<&dyn IsMenuItem<Wry>> = pauses.iter().map(|item| item as &dyn IsMenuItem<Wry>).collect();
    let pause = Submenu::with_id_and_items(app, "pause", text("tray-pause"), true, &pauses)?;
    let rest: &dyn IsMenuItem<Wry> = if shown.paused { &resume } else { &pause };
    Menu::with_items(app, &[&line, &first, &open, &problem, rest, &copy, &second, &quit])
}

fn one_line(sentence: &str) -> String {
    let line: String = sentence.chars().take(LONGEST_LINE).collect();
    // An underscore marks a key in a menu.
    let line = line.replace('_', "__");
    if sentence.chars().count() > LONGEST_LINE { format!("{line}…") } else { line }
}

fn chosen(app: &AppHandle, event: tauri::menu::MenuEvent) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    match event.id().as_ref() {
        "open" => window::show(app),
        "problem" => {
            window::show(app);
            tauri::async_runtime::spawn(async move {
                let newest = match desk.api().await {
                    Ok(api) => api.newest_problem().await.unwrap_or_default(),
                    Err(_) => None,
                };
                let to = newest.map_or_else(|| PROBLEMS.to_owned(), |id| problem_place(&id));
                desk.page.tell(Told::Go { to });
            });
        }
        // What is chosen in a menu runs on the thread that draws.
        "copy" => {
            if let Some(url) = desk.tray.public_url() {
                clipboard::put(&url);
            }
        }
        "resume" => call(app, "relay.resume", serde_json::Value::Null),
        "quit" => wish(app, Wish::Quit),
        id => {
            let span = id.strip_prefix("pause-");
            if let Some((_, span)) = PAUSES.iter().find(|(name, _)| Some(*name) == span) {
                let until = span.map(|span| Clock.now().plus_ms(span));
                call(app, "relay.pause", serde_json::json!({ "untilMs": until }));
            }
        }
    }
}

fn call(app: &AppHandle, command: &'static str, payload: serde_json::Value) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    tauri::async_runtime::spawn(async move {
        let called = match desk.api().await {
            Ok(api) => run(&api, command, payload).await,
            Err(error) => Err(error),
        };
        if let Err(error) = called {
            tracing::error!(%error, command, "What was chosen in the tray could not be done.");
        }
        desk.look.notify_one();
    });
}

async fn run(api: &Api, command: &str, payload: serde_json::Value) -> switchboard_engine::error::Result<()> {
    api.call(command, payload).await.map(drop)
}

/// Whether the desktop has a tray to show signs in.
pub(crate) async fn has_host() -> bool {
    tokio::time::timeout(BUS_LIMIT, ask_bus()).await.is_ok_and(|asked| asked.unwrap_or(false))
}

async fn ask_bus() -> zbus::Result<bool> {
    let bus = zbus::Connection::session().await?;
    let watcher = zbus::Proxy::new(
        &bus,
        "org.kde.StatusNotifierWatcher",
        "/StatusNotifierWatcher",
        "org.kde.StatusNotifierWatcher",
    )
    .await?;
    watcher.get_property("IsStatusNotifierHostRegistered").await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_menu_is_the_sentence_within_reason() {
        assert_eq!(one_line("All 3 channels are working."), "All 3 channels are working.");
        let long = one_line(&"слово ".repeat(40));
        assert!(long.chars().count() == LONGEST_LINE + 1 && long.ends_with('…'));
        assert_eq!(one_line("a_b"), "a__b");
    }

    #[test]
    fn each_sign_has_a_picture_of_its_own() {
        let signs = [Sign::Working, Sign::Problem, Sign::Stopped, Sign::Paused];
        let pictures: Vec<_> = signs.iter().map(|sign| picture(*sign).rgba().to_vec()).collect();
        for (i, one) in pictures.iter().enumerate() {
            assert!(one.iter().any(|byte| *byte != 0), "it shows something");
            assert!(!pictures[..i].contains(one), "{:?} looks like another", signs[i]);
        }
    }
}
