//! The engine as the window has it: starting, running, or not to be had, and then why.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use switchboard_engine::api::Api;
use switchboard_engine::api::host::Arguments;
use switchboard_engine::error::Result;
use switchboard_engine::strings;
use tokio::sync::{Notify, watch};

use crate::autostart;
use crate::closing::Page;
use crate::subscriptions::Subscriptions;
use crate::tray::Tray;

/// What the window's commands work with.
#[derive(Debug)]
pub(crate) struct Desk {
    /// How it was started.
    pub(crate) arguments: Arguments,
    /// None while the engine starts.
    engine: watch::Sender<Option<Result<Arc<Api>>>>,
    /// Who listens to live rows.
    pub(crate) subscriptions: Subscriptions,
    /// The page, as far as closing goes.
    pub(crate) page: Page,
    /// The sign in the tray.
    pub(crate) tray: Tray,
    /// There is no window on purpose: the relay goes on without.
    pub(crate) resting: AtomicBool,
    /// Told when it is to be looked at once how things are.
    pub(crate) look: Notify,
}

impl Desk {
    /// One whose engine has not started.
    pub(crate) fn new(arguments: Arguments) -> Self {
        Self {
            resting: AtomicBool::new(arguments.hidden),
            arguments,
            engine: watch::Sender::new(None),
            subscriptions: Subscriptions::default(),
            page: Page::default(),
            tray: Tray::default(),
            look: Notify::new(),
        }
    }

    /// Starts the engine. An error is kept for whoever asks: the window shows it.
    pub(crate) async fn start(&self) {
        let started = self.arguments.start().await;
        if let Err(error) = &started {
            tracing::error!(%error, "The engine did not start.");
        }
        self.engine.send_replace(Some(started));
        self.look.notify_one();
    }

    /// The engine, or why it could not start; none while it starts.
    pub(crate) fn started(&self) -> Option<Result<Arc<Api>>> {
        self.engine.borrow().clone()
    }

    /// The language to speak outside the page.
    pub(crate) fn language(&self) -> String {
        match self.started() {
            Some(Ok(api)) => strings::language(&api.settings().language),
            _ => strings::language("system"),
        }
    }

    /// Has the app start with the computer as it was started now, or not.
    pub(crate) fn set_autostart(&self, file: &Path, on: bool, hidden: bool) -> std::io::Result<()> {
        autostart::set(file, on, &std::env::current_exe()?, &self.arguments, hidden)
    }

    /// The engine, as soon as it has started. Errors: why it could not.
    pub(crate) async fn api(&self) -> Result<Arc<Api>> {
        let mut engine = self.engine.subscribe();
        loop {
            if let Some(started) = engine.borrow_and_update().clone() {
                return started;
            }
            // The sender lives as long as this desk, so waiting does not fail.
            drop(engine.changed().await);
        }
    }

    /// Ends everything, a start under way included.
    pub(crate) async fn stop(&self) {
        self.subscriptions.close_all();
        if let Ok(api) = self.api().await {
            api.stop().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use switchboard_engine::domain::Code;

    use super::*;

    #[tokio::test]
    async fn whoever_asks_early_waits_and_learns_why_the_engine_did_not_start() {
        // A file where the data folder should be: nothing can be kept there.
        let file = std::env::current_exe().expect("this program is a file");
        let desk = Arc::new(Desk::new(Arguments { data: Some(file), ..Arguments::default() }));
        let asking = tokio::spawn({
            let desk = Arc::clone(&desk);
            async move { desk.api().await.map(drop) }
        });
        desk.start().await;
        let error = asking.await.expect("no panic").expect_err("a file is no folder");
        assert_ne!(error.code, Code::Id05);
        assert_eq!(desk.api().await.map(drop).expect_err("it stays so"), error);
    }
}
