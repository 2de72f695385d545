//! What the window's commands work with: the engine, whoever listens, the page, the tray.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use switchboard_engine::api::Api;
use switchboard_engine::api::host::{Arguments, Host};
use switchboard_engine::error::Result;
use switchboard_engine::strings;
use tokio::sync::Notify;

use crate::autostart;
use crate::closing::Page;
use crate::notify::Places;
use crate::subscriptions::Subscriptions;
use crate::tray::Tray;

/// What the window's commands work with.
#[derive(Debug)]
pub(crate) struct Desk {
    /// The engine: starting, running, or not to be had.
    pub(crate) host: Arc<Host>,
    /// Who listens to live rows.
    pub(crate) subscriptions: Subscriptions,
    /// The page, as far as closing goes.
    pub(crate) page: Page,
    /// The sign in the tray.
    pub(crate) tray: Tray,
    /// Where notifications lead.
    pub(crate) places: Places,
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
            host: Arc::new(Host::new(arguments)),
            subscriptions: Subscriptions::default(),
            page: Page::default(),
            tray: Tray::default(),
            places: Places::default(),
            look: Notify::new(),
        }
    }

    /// Starts the engine. An error is kept for whoever asks: the window shows it.
    pub(crate) async fn start(&self) {
        drop(self.host.start().await);
        self.look.notify_one();
    }

    /// The language to speak outside the page.
    pub(crate) fn language(&self) -> String {
        match self.host.started() {
            Some(Ok(api)) => strings::language(&api.settings().language),
            _ => strings::language("system"),
        }
    }

    /// Has the app start with the computer as it was started now, or not.
    pub(crate) fn set_autostart(&self, file: &Path, on: bool, hidden: bool) -> std::io::Result<()> {
        autostart::set(file, on, &std::env::current_exe()?, &self.host.arguments, hidden)
    }

    /// The engine, as soon as it has started. Errors: why it could not.
    pub(crate) async fn api(&self) -> Result<Arc<Api>> {
        self.host.api().await
    }

    /// Ends everything, a start under way included.
    pub(crate) async fn stop(&self) {
        self.subscriptions.close_all();
        self.host.stop().await;
    }
}
