//! Everything paused at once, and resumed when its time has come.

use std::sync::Arc;
use std::time::Duration;

use super::Engine;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::events::PauseChanged;
use crate::schema::Pause;

/// So often it is looked whether the time has come: the clock may be set meanwhile.
const LOOK: Duration = Duration::from_secs(5);

impl Engine {
    /// Everything is paused: nothing is sent, and whatever comes in is kept.
    #[must_use]
    pub fn paused(&self) -> Option<Pause> {
        self.current.borrow().paused
    }

    /// Pauses everything, or resumes it.
    pub async fn set_paused(&self, pause: Option<Pause>) -> Result<()> {
        let _reloading = self.reloading.lock().await;
        if self.paused() == pause {
            return Ok(());
        }
        self.store.put_pause(pause).await?;
        self.current.send_modify(|current| current.paused = pause);
        PauseChanged { pause }.emit();
        Ok(())
    }
}

/// Resumes when the time has come.
pub(super) async fn resume_in_time(engine: Arc<Engine>) {
    let (stopping, mut current) = (engine.stopping(), engine.current());
    loop {
        let until = current.borrow_and_update().paused.and_then(|pause| pause.until);
        let left = until.map(|until| left(until, engine.clock.now()));
        let failed = left == Some(Duration::ZERO)
            && engine
                .set_paused(None)
                .await
                .inspect_err(|error| tracing::error!(%error, "Sending is not resumed yet."))
                .is_err();
        let pause = match left {
            Some(left) if !failed => left.min(LOOK),
            _ => LOOK,
        };
        tokio::select! {
            () = stopping.cancelled() => return,
            _ = current.changed() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

fn left(until: Timestamp, now: Timestamp) -> Duration {
    Duration::from_millis(u64::try_from(until.since(now)).unwrap_or(0))
}
