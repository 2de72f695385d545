//! Tickets for exports: who shows one gets the bytes, once, within a minute.
//!
//! A browser's download can send no header, so the ticket is all its proof: it cannot be guessed, and is kept as a digest alone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::Planned;
use crate::domain::ExportId;
use crate::engine::Engine;
use crate::events::Live;
use crate::schema::{ExportState, ExportView};
use crate::secret::Secret;

/// How long a ticket is good for.
const GOOD_FOR: Duration = Duration::from_secs(60);

type Digest = [u8; 32];

/// Exports that wait for their receivers, and those under way.
#[derive(Debug)]
pub(crate) struct Desk {
    good_for: Duration,
    all: Mutex<All>,
}

#[derive(Debug, Default)]
struct All {
    waiting: HashMap<Digest, Planned>,
    running: HashMap<ExportId, CancellationToken>,
}

impl Default for Desk {
    fn default() -> Self {
        Self { good_for: GOOD_FOR, all: Mutex::default() }
    }
}

impl Desk {
    /// Keeps an export until its receiver comes, and gives it with the ticket. One that nobody comes for is over.
    pub(super) fn add(self: &Arc<Self>, planned: Planned, engine: &Arc<Engine>) -> ExportView {
        let ticket = Secret::random(32);
        let digest = digest(ticket.expose());
        let (view, cancel) = (planned.view.clone(), planned.cancel.clone());
        self.all().waiting.insert(digest, planned);
        let (desk, engine) = (Arc::downgrade(self), Arc::downgrade(engine));
        let good_for = self.good_for;
        tokio::spawn(async move {
            tokio::select! {
                () = cancel.cancelled() => {}
                () = tokio::time::sleep(good_for) => {}
            }
            let Some(planned) = desk.upgrade().and_then(|desk| desk.all().waiting.remove(&digest)) else {
                return;
            };
            if let Some(engine) = engine.upgrade() {
                let view = ExportView { state: ExportState::Cancelled, ..planned.view };
                engine.bus.announce(|| Live::Export(Box::new(view)));
            }
        });
        ExportView { ticket: Some(ticket.expose().to_owned()), ..view }
    }

    /// The export of a ticket, which is used up by it.
    pub(super) fn take(&self, ticket: &str) -> Option<Planned> {
        let mut all = self.all();
        let planned = all.waiting.remove(&digest(ticket))?;
        all.running.insert(planned.view.id, planned.cancel.clone());
        Some(planned)
    }

    /// Ends one, waiting or under way. One that is over already is no error.
    pub(crate) fn cancel(&self, id: ExportId) {
        let all = self.all();
        let waiting =
            all.waiting.values().find(|planned| planned.view.id == id).map(|planned| &planned.cancel);
        if let Some(cancel) = waiting.or_else(|| all.running.get(&id)) {
            cancel.cancel();
        }
    }

    /// One is over.
    pub(super) fn forget(&self, id: ExportId) {
        self.all().running.remove(&id);
    }

    fn all(&self) -> MutexGuard<'_, All> {
        // What it holds is whole at every moment, so a panic elsewhere spoils nothing.
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn digest(ticket: &str) -> Digest {
    *blake3::hash(ticket.as_bytes()).as_bytes()
}
