//! Runs of checks that are under way or have just ended, by ticket, and the tests that are expected back. In memory: whoever asks after
//! a restart starts another.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::{SILENT, Subject, Word, check};
use crate::domain::{ChannelId, Code, Event};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::events::CheckupWent;
use crate::platforms::chatwoot::setup;
use crate::schema::{Checkup, Part, RunningCheck};
use crate::secret::Secret;

/// Runs that are remembered; more have long been looked at.
const KEPT: usize = 64;
/// Random bytes in the word of this run of the relay.
const WORD_BYTES: usize = 18;

/// The runs of this run of the relay.
#[derive(Debug)]
pub(crate) struct Doctor {
    /// What this very relay answers by.
    pub(super) word: Secret,
    runs: Mutex<Runs>,
    expected: Mutex<HashMap<String, oneshot::Sender<()>>>,
}

#[derive(Debug, Default)]
struct Runs {
    last: u64,
    kept: VecDeque<Ticket>,
}

#[derive(Debug)]
struct Ticket {
    view: Checkup,
    stop: CancellationToken,
}

impl Default for Doctor {
    fn default() -> Self {
        Self { word: Secret::random(WORD_BYTES), runs: Mutex::default(), expected: Mutex::default() }
    }
}

impl Doctor {
    /// Begins a run; live rows tell how it goes on.
    pub(crate) fn start(
        engine: &Engine,
        channel: Option<ChannelId>,
        subject: Subject,
        parts: Option<Vec<Part>>,
    ) -> Checkup {
        let stop = engine.stopping().child_token();
        let view = engine.doctor().enter(channel, stop.clone());
        let id = view.id.clone();
        engine.detached(move |engine| async move {
            let parts = parts.unwrap_or_else(|| SILENT.to_vec());
            let listener = |word: Word| {
                engine.doctor().change(&engine, &id, |view| match word {
                    Word::Begins(part, name) => {
                        view.running = Some(RunningCheck { part, name: name.to_owned() });
                    }
                    Word::Found(check) => {
                        view.running = None;
                        view.checks.push(check);
                    }
                });
            };
            check(&engine, &subject, &parts, &listener, &stop).await;
            engine.doctor().change(&engine, &id, |view| (view.done, view.running) = (true, None));
        });
        view
    }

    /// How a run stands. Errors: ID-05 it is not remembered.
    pub(crate) fn get(&self, id: &str) -> Result<Checkup> {
        let runs = self.runs();
        let found = runs.kept.iter().find(|ticket| ticket.view.id == id);
        found.map(|ticket| ticket.view.clone()).ok_or_else(|| Error::new(Code::Id05))
    }

    /// Ends a run; what it has made elsewhere is taken away first. One that is not remembered has ended.
    pub(crate) fn stop(&self, id: &str) {
        if let Some(ticket) = self.runs().kept.iter().find(|ticket| ticket.view.id == id) {
            ticket.stop.cancel();
        }
    }

    /// A test with this key was sent: tells when it comes back.
    pub(super) fn expect(&self, key: &str) -> oneshot::Receiver<()> {
        let (sender, receiver) = oneshot::channel();
        self.expected().insert(key.to_owned(), sender);
        receiver
    }

    /// It is waited for no more.
    pub(super) fn forget(&self, key: &str) {
        self.expected().remove(key);
    }

    /// Whether an event is about a test, be it of this run or of an earlier one: nobody is to be told of it but who waits for it. Its
    /// conversation alone may come before what was said in it.
    pub(crate) fn takes(&self, event: &Event) -> bool {
        let Some(key) = setup::test_of(event) else { return false };
        if event.message.is_some()
            && let Some(waiting) = self.expected().remove(key)
        {
            // Whoever waited may have given up just now.
            let _ = waiting.send(());
        }
        true
    }

    fn enter(&self, channel: Option<ChannelId>, stop: CancellationToken) -> Checkup {
        let mut runs = self.runs();
        runs.last += 1;
        let id = runs.last.to_string();
        let view = Checkup { id, channel, checks: Vec::new(), running: None, done: false };
        runs.kept.push_back(Ticket { view: view.clone(), stop });
        while runs.kept.len() > KEPT {
            runs.kept.pop_front();
        }
        view
    }

    fn change(&self, engine: &Engine, id: &str, change: impl FnOnce(&mut Checkup)) {
        let mut runs = self.runs();
        let Some(ticket) = runs.kept.iter_mut().find(|ticket| ticket.view.id == id) else { return };
        change(&mut ticket.view);
        let view = ticket.view.clone();
        drop(runs);
        CheckupWent { view }.emit(&engine.bus);
    }

    fn runs(&self) -> MutexGuard<'_, Runs> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn expected(&self) -> MutexGuard<'_, HashMap<String, oneshot::Sender<()>>> {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
