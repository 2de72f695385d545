//! The engine: a data folder opened, the relay listening, deliveries going out, until it is stopped.
//!
//! Hosts hold it and call it; the rules of the business live in the modules it puts together. Where its relay listens is in `listen`, the
//! pause of everything in `pause`, clocks that are set and computers that sleep in `clocks`.

use std::collections::HashSet;
use std::future::Future;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::bulk::{self, Bulks};
use crate::clock::Clock;
use crate::config::{Config, Current};
use crate::delivery::Delivery;
use crate::delivery::pace::Pace;
use crate::doctor::{Doctor, Subject};
use crate::domain::{Channel, ChannelId, Code, DestinationId, ExchangeId, FileId, Link, Timestamp};
use crate::error::{Error, Result};
use crate::events::Bus;
use crate::files::Files;
use crate::intake::catch_up::{self, Gaps};
use crate::intake::pull::{self, Pulls};
use crate::practice::marks::Marks;
use crate::problems::{self, Seen};
use crate::schema::{CatchUp, Part, PullView, Settings, TestReport};
use crate::store::{Due, OpenOptions, Store};
use crate::{backup, doctor, files, intake, reach};

/// How long what is under way may take to end when the engine stops.
const STOP_LIMIT: Duration = Duration::from_secs(10);

/// Everything that runs, in one place.
#[derive(Debug)]
pub struct Engine {
    /// What is kept.
    pub store: Store,
    /// What happens, as it happens.
    pub bus: Bus,
    /// Files of messages.
    pub(crate) files: Files,
    /// The time.
    pub clock: Clock,
    /// Held while a channel is read, changed and put, by whoever changes one: what a platform teaches and what an admin types must not
    /// undo each other.
    pub editing: tokio::sync::Mutex<()>,
    /// Held while it is decided whether something is to be sent again because an agent wants it.
    pub(crate) resending: tokio::sync::Mutex<()>,
    /// What was seen in this run that may be a problem.
    pub(crate) seen: Seen,
    /// Words by which requests of our own practice are known.
    pub(crate) practice: Marks,
    /// Told when the time of a sending has come that was to be later.
    pub(crate) flags: Notify,
    current: watch::Sender<Current>,
    /// Held from reading what is stored to going by it, so that of two readings the older cannot come last.
    reloading: tokio::sync::Mutex<()>,
    relay: Mutex<listen::Relay>,
    delivery: Delivery,
    bulks: Bulks,
    doctor: Doctor,
    gaps: Gaps,
    pulls: Pulls,
    started_at: Timestamp,
    /// What the relay is to listen on, where that was said at the start; the settings are not asked then.
    fixed: Mutex<Option<String>>,
    folder: PathBuf,
    least_free: u64,
    stopping: CancellationToken,
    tasks: TaskTracker,
    me: Weak<Self>,
}

impl Engine {
    /// Opens the data folder and starts everything. A taken port is no error here: see [`Engine::relay_error`].
    pub async fn start(config: Config) -> Result<Arc<Self>> {
        let clock = Clock;
        let options = OpenOptions { relay_number: config.relay_number, ..config.options };
        let store = Store::open(&config.data, options, clock).await?;
        let mut current =
            Current::new(store.channels().await?, store.links().await?, Arc::new(store.settings().await?));
        current.gated = Arc::new(catch_up::gated(store.gap(), &current.channels));
        current.paused = store.pause();
        let fixed = config.listen.map(|address| address.to_string());
        let files = Files::open(&config.data, &store)?;
        let engine = Arc::new_cyclic(|me| Self {
            store,
            files,
            bus: Bus::default(),
            clock,
            editing: tokio::sync::Mutex::default(),
            resending: tokio::sync::Mutex::default(),
            seen: Seen::default(),
            practice: Marks::default(),
            flags: Notify::new(),
            current: watch::Sender::new(current),
            reloading: tokio::sync::Mutex::default(),
            relay: Mutex::default(),
            delivery: Delivery::new(clock),
            bulks: Bulks::default(),
            doctor: Doctor::default(),
            gaps: Gaps::default(),
            pulls: Pulls::default(),
            started_at: clock.now(),
            fixed: Mutex::new(fixed),
            folder: config.data.clone(),
            least_free: config.least_free.unwrap_or(problems::LEAST_FREE),
            stopping: CancellationToken::new(),
            tasks: TaskTracker::new(),
            me: Weak::clone(me),
        });
        engine.delivery.reload(&engine).await?;
        if let Err(error) = bulk::take_up(&engine).await {
            // Without the data key nothing can be sent, and nothing of it is lost.
            tracing::error!(%error, "Bulk sends stay as they were.");
        }
        // The first attempt is made before this returns, so that whoever starts an engine can ask for its address.
        let listener = engine.listen(&engine.wished()).await;
        engine.run(listen::serve(Arc::clone(&engine), listener));
        engine.run(problems::watch(Arc::clone(&engine)));
        engine.run(clocks::watch(Arc::clone(&engine)));
        engine.run(catch_up::watch_network(Arc::clone(&engine)));
        catch_up::begin(&engine);
        engine.run(intake::send::send_due(Arc::clone(&engine)));
        engine.run(pause::resume_in_time(Arc::clone(&engine)));
        engine.run(files::run(Arc::clone(&engine)));
        engine.run(files::tidy(Arc::clone(&engine)));
        engine.run(backup::daily::run(Arc::clone(&engine)));
        Ok(engine)
    }

    /// Takes no more requests, lets those under way and the tries being made come to an end (10 s at most) and closes the data folder.
    /// A try that does not end in time is made again at the next start.
    pub async fn stop(&self) {
        self.stopping.cancel();
        self.tasks.close();
        if tokio::time::timeout(STOP_LIMIT, self.tasks.wait()).await.is_err() {
            tracing::warn!("Stopped while requests were still under way.");
        }
        self.store.clone().close().await;
    }

    /// The address to paste into the platform.
    #[must_use]
    pub fn intake_url(&self, channel: &Channel) -> String {
        reach::intake_url(&self.base(), channel)
    }

    /// Where the endpoint sends to.
    #[must_use]
    pub fn outbox_url(&self, channel: &Channel) -> String {
        reach::outbox_url(&self.base(), channel)
    }

    /// The addresses work only from this computer: no public one is set.
    #[must_use]
    pub fn local_only(&self) -> bool {
        self.settings().public_url.trim().is_empty()
    }

    /// What every address the relay gives out begins with.
    pub(crate) fn base(&self) -> String {
        let settings = self.settings();
        reach::base(&settings.public_url, self.relay_addr(), &settings.listen)
    }

    /// The address under which the relay serves a file, from now for as long as the settings say. Errors: KEY-01 or KEY-02 without the data
    /// key.
    pub(crate) fn file_url(&self, id: FileId, name: &str) -> Result<String> {
        self.files.url(&self.base(), id, name, self.settings().file_address_hours, self.clock.now())
    }

    /// The channels as they are now.
    #[must_use]
    pub fn channels(&self) -> Arc<Vec<Arc<Channel>>> {
        Arc::clone(&self.current.borrow().channels)
    }

    /// The links as they are now.
    #[must_use]
    pub fn links(&self) -> Arc<Vec<Link>> {
        Arc::clone(&self.current.borrow().links)
    }

    /// The settings as they are now.
    #[must_use]
    pub fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.current.borrow().settings)
    }

    /// To be called after a channel or a link was put or deleted: intake and delivery go by it from then on.
    pub async fn reload_channels(&self) -> Result<()> {
        let _reloading = self.reloading.lock().await;
        let (channels, links) = (self.store.channels().await?, self.store.links().await?);
        self.current.send_modify(|current| {
            let (gated, paused) = (Arc::clone(&current.gated), current.paused);
            let settings = Arc::clone(&current.settings);
            *current = Current { gated, paused, ..Current::new(channels, links, settings) };
        });
        match self.me.upgrade() {
            Some(engine) => self.delivery.reload(&engine).await,
            None => Ok(()),
        }
    }

    /// To be called after settings were put. The relay moves to another listen address when it can have it.
    pub async fn reload_settings(&self) -> Result<()> {
        let _reloading = self.reloading.lock().await;
        let settings = Arc::new(self.store.settings().await?);
        self.current.send_modify(|current| current.settings = settings);
        Ok(())
    }

    /// Says that these lanes have something to send. Never waits.
    pub fn wake(&self, due: &[Due]) {
        if self.delivery.wake(due) {
            return;
        }
        self.detached(|engine| async move {
            if let Err(error) = engine.delivery.reload(&engine).await {
                tracing::error!(%error, "A new destination is not served yet.");
            }
        });
    }

    /// Asks a channel's platform what was said in the last day: what had not come by itself comes now. Errors: ID-05 there is no such
    /// channel, KIND-01 its platform cannot be asked, ID-01 it could be with an address, an account and a token.
    pub fn catch_up(&self, channel: ChannelId) -> Result<()> {
        match self.me.upgrade() {
            Some(engine) => catch_up::on_command(&engine, channel),
            None => Ok(()),
        }
    }

    /// What was missed while nothing could be heard, and what became of it; newest first.
    #[must_use]
    pub fn catch_ups(&self) -> Vec<CatchUp> {
        self.gaps.shown(self)
    }

    /// Begins to fetch a channel's history, of conversations in which something happened since `from`; all when absent. One that is under
    /// way goes on as it is. Errors: ID-05 there is no such channel, KIND-01 its platform cannot be asked, ID-01 it could be with an
    /// address, an account and a token.
    pub fn pull(&self, channel: ChannelId, from: Option<Timestamp>) -> Result<PullView> {
        let engine =
            self.me.upgrade().ok_or_else(|| Error::unexpected("fetching", &"the engine has ended"))?;
        pull::begin(&engine, channel, from)
    }

    /// Stops fetching a channel's history; what was fetched stays. Errors: ID-05 there is no such channel.
    pub fn cancel_pull(&self, channel: ChannelId) -> Result<()> {
        pull::cancel(self, channel)
    }

    /// How fetching history went or goes, the newest first.
    #[must_use]
    pub fn all_pulls(&self) -> Vec<PullView> {
        self.pulls.shown(self)
    }

    /// The pulls of this run.
    pub(crate) fn pulls(&self) -> &Pulls {
        &self.pulls
    }

    /// The gaps of this run.
    pub(crate) fn gaps(&self) -> &Gaps {
        &self.gaps
    }

    /// Whether what came after the gap of a channel still waits for what was missed in it.
    pub(crate) fn is_gated(&self, channel: ChannelId) -> bool {
        self.current.borrow().gated.contains(&channel)
    }

    /// What came after the gap of these channels waits no longer for what was missed in it.
    pub(crate) fn open_gates(&self, of: impl Fn(ChannelId) -> bool) {
        self.current.send_if_modified(|current| {
            let left: HashSet<ChannelId> = current.gated.iter().copied().filter(|id| !of(*id)).collect();
            let opened = left.len() < current.gated.len();
            current.gated = Arc::new(left);
            opened
        });
    }

    /// The bulk sends that have something under way.
    pub(crate) fn bulks(&self) -> &Bulks {
        &self.bulks
    }

    /// What checks are under way.
    pub(crate) fn doctor(&self) -> &Doctor {
        &self.doctor
    }

    /// When this run began.
    pub(crate) fn started_at(&self) -> Timestamp {
        self.started_at
    }

    /// How fast platforms are called.
    pub(crate) fn pace(&self) -> &Pace {
        &self.delivery.pace
    }

    /// Accepts a request that was kept without being acted on, and acts on it. `channel` is for one to an unknown address: whose it is.
    /// Errors: ID-05 when it is gone or may not be processed, or what reading it says.
    pub async fn process(&self, exchange: ExchangeId, channel: Option<ChannelId>) -> Result<()> {
        intake::process(self, exchange, channel).await
    }

    /// Whether a request that was kept would be taken, came it now to a channel like that. Errors: ID-05 it is gone or may not be processed.
    pub(crate) async fn would_take(&self, exchange: ExchangeId, channel: &Channel) -> Result<bool> {
        intake::would_take(self, exchange, channel).await
    }

    /// Bytes that are free where the data folder is; none where nobody can tell.
    pub(crate) fn free_bytes(&self) -> Option<u64> {
        fs4::available_space(&self.folder).ok()
    }

    /// The least that must be free there.
    pub(crate) fn least_free(&self) -> u64 {
        self.least_free
    }

    /// Reads the key again, after whatever kept it has been opened. Errors: why it still cannot be read.
    pub(crate) async fn unlock(&self) -> Result<()> {
        self.store.unlock().await?;
        self.files.unlock(&self.store);
        self.reload_channels().await
    }

    /// Tries a stopped destination now instead of at its next probe. Errors: ID-05 when there is none of that id.
    pub async fn destination_retry(&self, id: DestinationId) -> Result<()> {
        if self.delivery.probe(id) { Ok(()) } else { Err(Error::new(Code::Id05)) }
    }

    /// Tests how a channel's endpoint can be reached, without sending it anything it could mistake for a message.
    pub async fn test_channel(&self, channel: &Channel) -> TestReport {
        doctor::report(self, &Subject::Channel(Box::new(channel.clone())), &[Part::Endpoint]).await
    }

    /// What channels and settings are, and when they change.
    pub(crate) fn current(&self) -> watch::Receiver<Current> {
        self.current.subscribe()
    }

    /// The channel with that id.
    pub(crate) fn channel(&self, id: ChannelId) -> Option<Arc<Channel>> {
        self.current.borrow().channel(id).cloned()
    }

    /// The channel with that key in its intake address.
    pub(crate) fn channel_of_key(&self, key: &str) -> Option<Arc<Channel>> {
        self.current.borrow().by_key.get(key).cloned()
    }

    /// Cancelled when the engine stops.
    pub(crate) fn stopping(&self) -> CancellationToken {
        self.stopping.clone()
    }

    /// Runs something that [`Engine::stop`] waits for.
    pub(crate) fn run(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(task);
    }

    /// The same for something that needs the engine itself for longer than whoever calls has it.
    pub(crate) fn detached<F>(&self, task: impl FnOnce(Arc<Self>) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        if let Some(engine) = self.me.upgrade() {
            self.run(task(engine));
        }
    }
}

mod clocks;
mod listen;
mod pause;
#[cfg(test)]
mod tests;
