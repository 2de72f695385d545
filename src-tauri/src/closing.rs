//! What becomes of the wish to close the window or to quit.
//!
//! [`next`] decides and is pure. Questions are put by the page; whatever they ask about, an answer that does not come does not keep anybody
//! from closing a window.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use switchboard_engine::schema::Owed;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager as _};

use crate::desk::Desk;
use crate::{notify, tray, window};

/// A page that works shows a question in no time.
const PATIENCE: Duration = Duration::from_secs(4);

/// What is just on its way arrives by then, and is nothing to ask about.
const MOMENT: Duration = Duration::from_millis(400);

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Wish {
    /// The window closed.
    Close,
    /// Everything ended.
    Quit,
}

/// What follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// The page asks.
    Ask,
    /// The window goes, the relay stays.
    Rest,
    /// There is no tray to bring a window back from.
    Minimise,
    /// It ends.
    Quit,
}

fn next(wish: Wish, close_to: &str, tray: bool, owed: &Owed) -> Next {
    let owes = owed.waiting > 0 || !owed.bulks.is_empty();
    match (wish, close_to) {
        (Wish::Close, "tray") if tray => Next::Rest,
        (Wish::Close, "tray") => Next::Minimise,
        (Wish::Close, "quit") | (Wish::Quit, _) => {
            if owes {
                Next::Ask
            } else {
                Next::Quit
            }
        }
        (Wish::Close, _) => Next::Ask,
    }
}

/// What the page is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum Told {
    /// Ask what to do. `guard`: only whether to quit all the same.
    Ask { guard: bool, tray: bool },
    /// Show this place.
    Go { to: String },
}

/// What the page answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Answer {
    /// The question is on the screen.
    Shown,
    /// Go on without the window.
    Background,
    /// End.
    Quit,
    /// Never mind.
    Stay,
}

/// The page, and what it has yet to hear.
#[derive(Debug, Default)]
pub(crate) struct Page(Mutex<Heard>);

#[derive(Default)]
struct Heard {
    channel: Option<Channel<Told>>,
    /// For a page that is not there yet.
    later: Vec<Told>,
    /// A question that is not on the screen yet, by its number.
    unseen: Option<u32>,
    asked: u32,
}

impl std::fmt::Debug for Heard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Heard")
            .field("later", &self.later)
            .field("unseen", &self.unseen)
            .finish_non_exhaustive()
    }
}

impl Page {
    /// A page is there and listens.
    pub(crate) fn listens(&self, channel: Channel<Told>) {
        let mut heard = self.heard();
        for told in std::mem::take(&mut heard.later) {
            // A page that has gone again is followed by another.
            drop(channel.send(told));
        }
        heard.channel = Some(channel);
    }

    /// It is gone.
    pub(crate) fn is_gone(&self) {
        self.heard().channel = None;
    }

    /// Tells it, now or as soon as there is one.
    pub(crate) fn tell(&self, told: Told) {
        let mut heard = self.heard();
        match &heard.channel {
            Some(channel) if channel.send(told.clone()).is_ok() => {}
            _ => heard.later.push(told),
        }
    }

    fn ask(&self, told: Told) -> u32 {
        let number = {
            let mut heard = self.heard();
            heard.asked = heard.asked.wrapping_add(1);
            heard.unseen = Some(heard.asked);
            heard.asked
        };
        self.tell(told);
        number
    }

    fn is_unseen(&self, number: u32) -> bool {
        self.heard().unseen == Some(number)
    }

    fn is_seen(&self) {
        self.heard().unseen = None;
    }

    fn heard(&self) -> std::sync::MutexGuard<'_, Heard> {
        // What it holds is whole at every moment.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody wants this; what follows, follows by itself.
pub(crate) fn wish(app: &AppHandle, wish: Wish) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move { follow(&app, wish).await });
}

async fn follow(app: &AppHandle, wish: Wish) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    // While nothing runs there is nothing to keep running.
    let Some(Ok(api)) = desk.host.started() else { return window::quit(app) };
    let tray = tray::has_host().await;
    let mut owed = api.owed().await;
    if owed.as_ref().is_ok_and(|owed| owed.waiting > 0 && owed.bulks.is_empty()) {
        tokio::time::sleep(MOMENT).await;
        owed = api.owed().await;
    }
    // A store that cannot be read has nothing that a question could name.
    let owed = owed.unwrap_or(Owed { waiting: 0, bulks: Vec::new() });
    match next(wish, &api.settings().close_to, tray, &owed) {
        Next::Quit => window::quit(app),
        Next::Rest => window::rest(app),
        Next::Minimise => minimise(app).await,
        Next::Ask => {
            let guard = wish == Wish::Quit || api.settings().close_to == "quit";
            if wish == Wish::Quit {
                window::show(app);
            }
            let number = desk.page.ask(Told::Ask { guard, tray });
            // A window that had to be opened for it takes its time.
            let patience = if wish == Wish::Quit { PATIENCE * 4 } else { PATIENCE };
            tokio::time::sleep(patience).await;
            if desk.page.is_unseen(number) {
                tracing::warn!(
                    "The page does not ask: the program ends. What waits goes on at the next start."
                );
                window::quit(app);
            }
        }
    }
}

/// What the page answers to a question.
pub(crate) async fn answer(app: &AppHandle, answer: Answer) {
    app.state::<Arc<Desk>>().page.is_seen();
    match answer {
        Answer::Shown | Answer::Stay => {}
        Answer::Quit => window::quit(app),
        Answer::Background if tray::has_host().await => window::rest(app),
        Answer::Background => minimise(app).await,
    }
}

async fn minimise(app: &AppHandle) {
    window::minimise(app);
    notify::minimised(app);
}

#[cfg(test)]
mod tests {
    use switchboard_engine::schema::OwedBulk;

    use super::*;

    #[test]
    fn closing_asks_once_and_then_does_what_was_said() {
        let none = Owed { waiting: 0, bulks: Vec::new() };
        let some = Owed { waiting: 3, bulks: Vec::new() };
        for owed in [&none, &some] {
            for tray in [true, false] {
                assert_eq!(next(Wish::Close, "ask", tray, owed), Next::Ask);
                assert_eq!(next(Wish::Close, "whatever", tray, owed), Next::Ask, "of a newer version");
            }
            assert_eq!(next(Wish::Close, "tray", true, owed), Next::Rest);
            assert_eq!(next(Wish::Close, "tray", false, owed), Next::Minimise);
        }
    }

    #[test]
    fn quitting_asks_only_while_something_is_left_undone() {
        let bulk = OwedBulk { name: "CRM".to_owned(), done: 412, total: 1_284 };
        let none = Owed { waiting: 0, bulks: Vec::new() };
        for (wish, close_to) in
            [(Wish::Quit, "ask"), (Wish::Quit, "tray"), (Wish::Quit, "quit"), (Wish::Close, "quit")]
        {
            assert_eq!(next(wish, close_to, true, &none), Next::Quit);
            assert_eq!(next(wish, close_to, true, &Owed { waiting: 1, ..none.clone() }), Next::Ask);
            assert_eq!(
                next(wish, close_to, true, &Owed { bulks: vec![bulk.clone()], ..none.clone() }),
                Next::Ask
            );
        }
    }

    #[test]
    fn a_page_that_comes_later_hears_what_was_said_before() {
        let page = Page::default();
        let number = page.ask(Told::Ask { guard: true, tray: false });
        page.tell(Told::Go { to: "/bulk".to_owned() });
        assert!(page.is_unseen(number));
        let (sender, receiver) = std::sync::mpsc::channel();
        page.listens(Channel::new(move |body| {
            // The receiver lives to the end of the test.
            drop(sender.send(body.deserialize::<serde_json::Value>().expect("JSON")));
            Ok(())
        }));
        let heard: Vec<_> = receiver.try_iter().collect();
        assert_eq!(
            heard,
            [
                serde_json::json!({ "type": "ask", "guard": true, "tray": false }),
                serde_json::json!({ "type": "go", "to": "/bulk" })
            ]
        );
        page.is_seen();
        assert!(!page.is_unseen(number));
    }
}
