//! The engine as the window has it: starting, running, or not to be had, and then why.

use std::sync::Arc;

use switchboard_engine::api::Api;
use switchboard_engine::api::host::Arguments;
use switchboard_engine::error::Result;
use tokio::sync::watch;

use crate::subscriptions::Subscriptions;

/// What the window's commands work with.
#[derive(Debug)]
pub(crate) struct Desk {
    /// None while the engine starts.
    engine: watch::Sender<Option<Result<Arc<Api>>>>,
    /// Who listens to live rows.
    pub(crate) subscriptions: Subscriptions,
}

impl Default for Desk {
    fn default() -> Self {
        Self { engine: watch::Sender::new(None), subscriptions: Subscriptions::default() }
    }
}

impl Desk {
    /// Starts the engine. An error is kept for whoever asks: the window shows it.
    pub(crate) async fn start(&self, arguments: &Arguments) {
        let started = arguments.start().await;
        if let Err(error) = &started {
            tracing::error!(%error, "The engine did not start.");
        }
        self.engine.send_replace(Some(started));
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
        let desk = Arc::new(Desk::default());
        let asking = tokio::spawn({
            let desk = Arc::clone(&desk);
            async move { desk.api().await.map(drop) }
        });
        // A file where the data folder should be: nothing can be kept there.
        let file = std::env::current_exe().expect("this program is a file");
        desk.start(&Arguments { data: Some(file), ..Arguments::default() }).await;
        let error = asking.await.expect("no panic").expect_err("a file is no folder");
        assert_ne!(error.code, Code::Id05);
        assert_eq!(desk.api().await.map(drop).expect_err("it stays so"), error);
    }
}
