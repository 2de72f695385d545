//! Notifications of the system. What is worth one is the engine's; this shows it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use switchboard_engine::strings;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_notification::NotificationExt as _;

use crate::closing::Told;
use crate::desk::Desk;
use crate::window;

/// So many notifications lead to their place when they are clicked; older ones only open the window.
const REMEMBERED: usize = 50;

/// Where the last notifications lead, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Places(Mutex<(i32, VecDeque<(i32, String)>)>);

impl Places {
    /// The number of a notification that leads there.
    fn number(&self, place: &str) -> i32 {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (last, places) = &mut *kept;
        *last = last.wrapping_add(1);
        if places.len() == REMEMBERED {
            places.pop_front();
        }
        places.push_back((*last, place.to_owned()));
        *last
    }

    /// Where that one leads.
    fn of(&self, number: i32) -> Option<String> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.1.iter().find(|(its, _)| *its == number).map(|(_, place)| place.clone())
    }
}

/// Shows one that leads to a place when it is clicked. A desktop that shows none is no trouble: the screens tell the same.
pub(crate) fn show(app: &AppHandle, title: &str, text: &str, place: &str) {
    let number = app.state::<Arc<Desk>>().places.number(place);
    let shown = app.notification().builder().id(number).title(title).body(text).icon("switchboard").show();
    match shown {
        Ok(()) => tracing::info!(title, "Notified."),
        Err(error) => tracing::warn!(%error, "The system shows no notification."),
    }
}

/// A click on one opens the window, on what it told of.
pub(crate) fn open_on_click(app: &AppHandle) {
    let theirs = app.clone();
    let listens = app.notification().on_action(move |action| {
        window::show(&theirs);
        let desk = theirs.state::<Arc<Desk>>();
        if let Some(to) = action.notification().and_then(|shown| desk.places.of(shown.id())) {
            desk.page.tell(Told::Go { to });
        }
    });
    if let Err(error) = listens {
        tracing::warn!(%error, "A click on a notification is not heard.");
    }
}

/// The window is minimised and not gone.
pub(crate) fn minimised(app: &AppHandle) {
    let language = app.state::<Arc<Desk>>().language();
    let text = |key: &str| strings::text_in(&language, key, &Default::default());
    show(app, &text("notice-minimised"), &text("notice-minimised-text"), "/");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_notifications_are_known_by_where_they_lead() {
        let places = Places::default();
        let first = places.number("/problems");
        let numbers: Vec<i32> = (0..REMEMBERED).map(|i| places.number(&format!("/bulk?bulk={i}"))).collect();
        assert_eq!(places.of(first), None);
        assert_eq!(places.of(numbers[0]).as_deref(), Some("/bulk?bulk=0"));
        assert_eq!(places.of(numbers[REMEMBERED - 1]).as_deref(), Some("/bulk?bulk=49"));
    }
}
