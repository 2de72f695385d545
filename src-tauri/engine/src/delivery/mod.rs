//! Everything that goes out, to endpoints and to platforms: which delivery is next, how it is sent, and what follows from what came back.
//!
//! | file | what it is |
//! | --- | --- |
//! | `schedule` | what follows from a try; pure |
//! | `breaker` | whether a destination is tried at all; pure |
//! | `format`, `sign` | what the endpoint gets; pure |
//! | `form` | a form with files, as platforms get it |
//! | `client`, `dial`, `tls` | the HTTP client, and how it connects and whom it trusts |
//! | `pace` | how fast platforms are called |
//! | `attempt` | one try at one delivery: `endpoint` in one request, `platform` in as many as it takes |
//! | `tell` | what platforms are told about messages of their own |
//! | `lanes` | what is sent to one destination, in which order, by how many at once |
//!
//! Nothing is held only in memory: the journal says what is owed, and a restart goes on from there.

pub(crate) mod attempt;
mod breaker;
pub(crate) mod client;
pub(crate) mod dial;
pub(crate) mod endpoint;
mod form;
pub(crate) mod format;
mod lanes;
pub(crate) mod pace;
pub(crate) mod platform;
pub(crate) mod schedule;
pub(crate) mod sign;
mod tell;
mod tls;

use std::collections::{HashMap, HashSet};
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use attempt::Shared;
use breaker::{Breaker, Stop};
use lanes::{Lanes, Notice, Notices};
use pace::Pace;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::domain::{DestinationId, Timestamp};
use crate::engine::Engine;
use crate::error::Result;
use crate::store::{Destination, Due};

/// The lanes of every destination there is.
#[derive(Debug)]
pub(crate) struct Delivery {
    lanes: RwLock<HashMap<DestinationId, Notices>>,
    /// Of all calls to platforms.
    pub pace: Pace,
}

impl Delivery {
    /// Without lanes yet.
    pub(crate) fn new(clock: Clock) -> Self {
        Self { lanes: RwLock::default(), pace: Pace::new(clock) }
    }

    /// Makes sure that every destination is served. Those that are gone end by themselves.
    pub(crate) async fn reload(&self, engine: &Arc<Engine>) -> Result<()> {
        let destinations = engine.store.destinations().await?;
        let mut lanes = self.lanes.write().unwrap_or_else(PoisonError::into_inner);
        lanes.retain(|id, _| destinations.iter().any(|destination| destination.id == *id));
        for destination in destinations {
            lanes.entry(destination.id).or_insert_with(|| serve(engine, &destination));
        }
        Ok(())
    }

    /// Tells lanes that something is due. Never waits. False when one of the destinations has no lanes yet: it came to be with what is
    /// due, and [`Delivery::reload`] finds both.
    pub(crate) fn wake(&self, due: &[Due]) -> bool {
        let lanes = self.lanes.read().unwrap_or_else(PoisonError::into_inner);
        let mut known = true;
        for due in due {
            match lanes.get(&due.destination) {
                Some(notices) => notices.tell(Notice::Due(*due)),
                None => known = false,
            }
        }
        known
    }

    /// Tries a stopped destination now. False when there is none of that id.
    pub(crate) fn probe(&self, id: DestinationId) -> bool {
        let lanes = self.lanes.read().unwrap_or_else(PoisonError::into_inner);
        let notices = lanes.get(&id);
        if let Some(notices) = notices {
            notices.tell(Notice::Probe);
        }
        notices.is_some()
    }
}

fn serve(engine: &Arc<Engine>, destination: &Destination) -> Notices {
    let stopped =
        destination.stopped.map(|code| Stop { code, probe_at: destination.probe_at.unwrap_or(Timestamp(0)) });
    let shared = Shared {
        engine: Arc::clone(engine),
        destination: destination.id,
        role: destination.role,
        address: destination.address.clone(),
        breaker: Mutex::new(Breaker::new(stopped)),
        calling: AtomicUsize::new(0),
        answered: Notify::new(),
        unsure: Mutex::new(HashSet::new()),
    };
    let (lanes, notices) = Lanes::new(Arc::new(shared), destination.channel);
    engine.run(lanes.run());
    notices
}
