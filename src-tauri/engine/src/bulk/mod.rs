//! Bulk sends: many conversations to one target, chosen, checked, frozen, then sent with the window closed.
//!
//! | file | what it is |
//! | --- | --- |
//! | `import` | what was pasted, or a CSV, as lines; pure |
//! | `choose` | which conversations are meant, and which of them can be sent |
//! | `check` | what it would do: samples, target, time |
//! | `http` | sends them over HTTP |
//! | `relay` | sends them to another channel, as deliveries of its own |
//! | `place` | where each goes |
//! | `judge`, `speed` | what follows from a call, and how fast it goes; pure |
//!
//! The journal is the truth: this holds only what is under way. A stop interrupts what runs, and nothing goes on before the admin says so.

mod check;
mod choose;
mod http;
mod import;
mod judge;
mod place;
mod relay;
mod speed;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, watch};

pub(crate) use check::preview;

use crate::clock::{Clock, Stopwatch};
use crate::domain::{BulkId, Code, State, Target, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::events::BulkChanged;
use crate::intake::send;
use crate::schema::{BulkInput, BulkSkip, BulkState, BulkView, Sentence, Tone};
use crate::store::{Bulk, BulkPlan};
use crate::strings;

/// So many send at once; others wait for their turn.
const AT_ONCE: usize = 3;
/// Screens are told of one at most so often, but of every change of its state.
const SHOWN_EVERY: Duration = Duration::from_millis(500);
/// After so many failures in a row one pauses itself, where the admin did not say.
const PAUSE_AFTER: u32 = 10;
/// Conversations a second.
const RATES: std::ops::RangeInclusive<u32> = 1..=50;

/// The bulk sends that have something under way.
#[derive(Debug)]
pub(crate) struct Bulks {
    jobs: Mutex<HashMap<BulkId, Arc<Job>>>,
    turns: Semaphore,
}

impl Default for Bulks {
    fn default() -> Self {
        Self { jobs: Mutex::default(), turns: Semaphore::new(AT_ONCE) }
    }
}

impl Bulks {
    fn jobs(&self) -> MutexGuard<'_, HashMap<BulkId, Arc<Job>>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a bulk send is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Send.
    Go,
    /// Begin nothing more; it will go on.
    Pause,
    /// Begin nothing more; the rest is not sent.
    Cancel,
    /// The program ends.
    End,
}

impl Order {
    /// How a bulk send stands that obeys.
    const fn state(self) -> BulkState {
        match self {
            Self::Go => BulkState::Running,
            Self::Pause => BulkState::Paused,
            Self::Cancel => BulkState::Cancelled,
            Self::End => BulkState::Interrupted,
        }
    }
}

/// A bulk send with something under way.
#[derive(Debug)]
struct Job {
    id: BulkId,
    order: watch::Sender<Order>,
    seen: Mutex<Seen>,
}

/// What screens are shown of it besides what is stored.
#[derive(Debug)]
struct Seen {
    since: Stopwatch,
    meter: speed::Meter,
    waits: Option<(Timestamp, Error)>,
    shown: Option<Stopwatch>,
}

impl Seen {
    fn now(&self) -> i64 {
        i64::try_from(self.since.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
}

impl Job {
    fn new(id: BulkId, order: Order, clock: Clock) -> Self {
        let seen =
            Seen { since: clock.stopwatch(), meter: speed::Meter::default(), waits: None, shown: None };
        Self { id, order: watch::Sender::new(order), seen: Mutex::new(seen) }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// It begins to send, or goes on after a rest.
    fn begin(&self) {
        let mut seen = self.seen();
        let now = seen.now();
        seen.meter.begin(now);
    }

    /// So many items more have come to an end.
    fn count(&self, items: u64) {
        let mut seen = self.seen();
        let now = seen.now();
        seen.meter.add(now, items);
    }

    /// The target asked to wait until then, or its time is over.
    fn wait(&self, waits: Option<(Timestamp, Error)>) {
        self.seen().waits = waits;
    }

    /// Shows how it stands, unless it was shown a moment ago.
    fn show(&self, engine: &Engine, bulk: &Bulk) {
        {
            let mut seen = self.seen();
            if seen.shown.is_some_and(|shown| shown.elapsed() < SHOWN_EVERY) {
                return;
            }
            seen.shown = Some(engine.clock.stopwatch());
        }
        BulkChanged { view: viewed(bulk, Some(self)) }.emit(&engine.bus);
    }

    /// It pauses itself, because of that; unless somebody has ordered otherwise meanwhile.
    async fn halt(&self, engine: &Engine, error: Error) {
        let done = engine
            .store
            .bulk_set_state(self.id, &[BulkState::Running], BulkState::Paused, Some(error.clone()))
            .await;
        match done {
            Ok(false) => return,
            Ok(true) => tracing::warn!(bulk = %self.id, code = %error.code, "A bulk send paused itself."),
            Err(error) => {
                tracing::error!(%error, bulk = %self.id, "That a bulk send paused itself could not be kept.");
            }
        }
        self.order.send_if_modified(|order| {
            let goes = *order == Order::Go;
            if goes {
                *order = Order::Pause;
            }
            goes
        });
        tell(engine, self.id).await;
    }
}

/// A bulk send as screens see it.
pub(crate) fn view(engine: &Engine, bulk: &Bulk) -> BulkView {
    let job = engine.bulks().jobs().get(&bulk.id).cloned();
    viewed(bulk, job.as_deref())
}

fn viewed(bulk: &Bulk, job: Option<&Job>) -> BulkView {
    let (counts, plan) = (&bulk.counts, &bulk.plan);
    let (mut waits, mut speed) = (None, None);
    if let Some(job) = job.filter(|_| bulk.state == BulkState::Running) {
        let seen = job.seen();
        waits = seen.waits.clone();
        speed = seen.meter.speed(seen.now());
    }
    let left = counts.left();
    BulkView {
        id: bulk.id,
        state: bulk.state,
        created_at: bulk.id.time(),
        ended_at: bulk.ended_at,
        target_name: plan.name.clone(),
        target_url: plan.url.clone(),
        target_channel: match plan.target {
            Target::Channel { channel } => Some(channel),
            _ => None,
        },
        choice: choice(&plan.choice, counts.total),
        rate: plan.rate,
        pause_after: plan.pause_after,
        total: counts.total,
        delivered: counts.delivered,
        skipped: counts.skipped,
        failed: counts.failed,
        unknown: counts.unknown,
        left,
        sending: u32::try_from(bulk.sending).unwrap_or(u32::MAX),
        waits_until: waits.as_ref().map(|(until, _)| *until),
        error: waits.map(|(_, error)| error).or_else(|| bulk.error.clone()),
        speed,
        left_ms: speed.map(|speed| (left as f64 * 1_000.0 / speed).round() as u64),
    }
}

/// What was chosen, in a sentence.
fn choice(key: &str, count: u64) -> Sentence {
    let params = BTreeMap::from([("count".to_owned(), count.to_string())]);
    Sentence { english: strings::text(key, &params), key: key.to_owned(), params, tone: Tone::Neutral }
}

/// Tells screens how one stands.
async fn tell(engine: &Engine, id: BulkId) {
    match engine.store.bulk(id).await {
        Ok(Some(bulk)) => BulkChanged { view: view(engine, &bulk) }.emit(&engine.bus),
        Ok(None) => {}
        Err(error) => tracing::error!(%error, bulk = %id, "How a bulk send stands cannot be read."),
    }
}

/// One bulk send. Errors: ID-05.
pub(crate) async fn get(engine: &Engine, id: BulkId) -> Result<Bulk> {
    engine.store.bulk(id).await?.ok_or_else(|| Error::new(Code::Id05))
}

/// Freezes a selection and sends it. Errors: DATA-02 when nothing could be sent, or not as many as were confirmed; what keeps the target
/// from taking any.
pub(crate) async fn create(engine: &Arc<Engine>, input: BulkInput) -> Result<Bulk> {
    let input = BulkInput { target: send::checked(engine, input.target)?, ..input };
    let chosen = choose::choose(engine, &input).await?;
    let (ready, total) = (chosen.ready(), chosen.items.len() as u64);
    if input.confirmed.is_some_and(|confirmed| u64::from(confirmed) != ready) {
        return Err(Error::with(Code::Data02, [("field", "confirmed")]));
    }
    if ready == 0 {
        return Err(Error::with(Code::Data02, [("field", "choice")]));
    }
    let target = check::target(engine, &input.target, &chosen)?;
    if let Some(error) = target.error {
        return Err(error);
    }
    let plan = BulkPlan {
        target: input.target,
        name: target.name,
        url: target.url,
        choice: chosen.key.to_owned(),
        rate: input.rate,
        pause_after: input.pause_after.unwrap_or(PAUSE_AFTER),
        columns: chosen.columns,
    };
    let id = engine.store.bulk_create(&plan, total).await?;
    tell(engine, id).await;
    let items = chosen.items;
    let theirs = Arc::clone(engine);
    engine.run(async move {
        let frozen = freeze(&theirs, id, items).await;
        if let Err(error) = frozen {
            tracing::error!(%error, bulk = %id, "A bulk send could not be prepared.");
            // What was written goes now, or at the next start.
            drop(theirs.store.bulk_discard(id).await);
        }
    });
    get(engine, id).await
}

async fn freeze(engine: &Arc<Engine>, id: BulkId, items: Vec<crate::store::NewBulkItem>) -> Result<()> {
    engine.store.bulk_add(id, items).await?;
    let goes = engine.store.bulk_set_state(id, &[BulkState::Preparing], BulkState::Running, None).await?;
    // It was cancelled before it began.
    order(engine, id, if goes { Order::Go } else { Order::Cancel });
    tell(engine, id).await;
    Ok(())
}

/// Begins nothing more of it. Of one that does not run nothing changes.
pub(crate) async fn pause(engine: &Arc<Engine>, id: BulkId) -> Result<Bulk> {
    if engine.store.bulk_set_state(id, &[BulkState::Running], BulkState::Paused, None).await? {
        order(engine, id, Order::Pause);
        tell(engine, id).await;
    }
    get(engine, id).await
}

/// Lets it go on; with `resend_unknown` also with those nobody can tell of, which may arrive twice.
pub(crate) async fn resume(engine: &Arc<Engine>, id: BulkId, resend_unknown: bool) -> Result<Bulk> {
    const AT_REST: &[BulkState] = &[BulkState::Paused, BulkState::Interrupted];
    const ANY: &[BulkState] = &[
        BulkState::Paused,
        BulkState::Interrupted,
        BulkState::Done,
        BulkState::Cancelled,
        BulkState::Running,
    ];
    let bulk = get(engine, id).await?;
    let again = resend_unknown && bulk.counts.unknown > 0;
    if again {
        engine.store.bulk_move(id, State::Unknown, State::Received, None).await?;
    }
    let from = if again { ANY } else { AT_REST };
    if engine.store.bulk_set_state(id, from, BulkState::Running, None).await? {
        order(engine, id, Order::Go);
        tell(engine, id).await;
    }
    get(engine, id).await
}

/// Sends the failed ones again.
pub(crate) async fn retry(engine: &Arc<Engine>, id: BulkId) -> Result<Bulk> {
    const ANY: &[BulkState] = &[
        BulkState::Paused,
        BulkState::Interrupted,
        BulkState::Done,
        BulkState::Cancelled,
        BulkState::Running,
    ];
    if get(engine, id).await?.counts.failed > 0 {
        engine.store.bulk_move(id, State::Failed, State::Received, None).await?;
        if engine.store.bulk_set_state(id, ANY, BulkState::Running, None).await? {
            order(engine, id, Order::Go);
            tell(engine, id).await;
        }
    }
    get(engine, id).await
}

/// Does not send the rest. What is under way comes to its end.
pub(crate) async fn cancel(engine: &Arc<Engine>, id: BulkId) -> Result<Bulk> {
    const GOING: &[BulkState] =
        &[BulkState::Preparing, BulkState::Running, BulkState::Paused, BulkState::Interrupted];
    let was = get(engine, id).await?.state;
    if engine.store.bulk_set_state(id, GOING, BulkState::Cancelled, None).await? {
        // Of one that is still being prepared this is done once it is.
        if was != BulkState::Preparing {
            order(engine, id, Order::Cancel);
            skip_rest(engine, id).await?;
        }
        tell(engine, id).await;
    }
    get(engine, id).await
}

async fn skip_rest(engine: &Engine, id: BulkId) -> Result<()> {
    engine.store.bulk_move(id, State::Received, State::Skipped, Some(BulkSkip::Cancelled)).await
}

/// Ends what a stop cut short: selections that were being frozen are thrown away, what ran is interrupted, what went to a channel is
/// followed to its end.
pub(crate) async fn take_up(engine: &Arc<Engine>) -> Result<()> {
    engine.store.bulks_take_up().await?;
    for bulk in engine.store.bulks().await? {
        let (id, theirs) = (bulk.id, Arc::clone(engine));
        match bulk.state {
            BulkState::Preparing => engine.run(async move {
                tracing::warn!(bulk = %id, "A bulk send that was never prepared to its end is thrown away.");
                if let Err(error) = theirs.store.bulk_discard(id).await {
                    tracing::error!(%error, bulk = %id, "It could not be thrown away.");
                }
            }),
            BulkState::Cancelled if bulk.counts.left() > 0 => order(engine, id, Order::Cancel),
            _ if bulk.sending > 0 => order(engine, id, Order::Pause),
            _ => {}
        }
    }
    Ok(())
}

/// Orders something of one, and sees to it that it is done.
fn order(engine: &Arc<Engine>, id: BulkId, order: Order) {
    let mut jobs = engine.bulks().jobs();
    if let Some(job) = jobs.get(&id) {
        job.order.send_replace(order);
        return;
    }
    let job = Arc::new(Job::new(id, order, engine.clock));
    jobs.insert(id, Arc::clone(&job));
    drop(jobs);
    engine.run(serve(Arc::clone(engine), job));
}

/// Does what is ordered until nothing is under way any more.
async fn serve(engine: Arc<Engine>, job: Arc<Job>) {
    let mut orders = job.order.subscribe();
    loop {
        let order = *orders.borrow_and_update();
        if let Err(error) = obey(&engine, &job, order).await {
            tracing::error!(%error, bulk = %job.id, "A bulk send broke off.");
            job.halt(&engine, error).await;
            orders.mark_unchanged();
        }
        let mut jobs = engine.bulks().jobs();
        let stopping = engine.stopping().is_cancelled();
        if stopping || !orders.has_changed().unwrap_or(false) {
            jobs.remove(&job.id);
            break;
        }
    }
    tell(&engine, job.id).await;
}

async fn obey(engine: &Arc<Engine>, job: &Arc<Job>, order: Order) -> Result<()> {
    let stopping = engine.stopping();
    let mut orders = job.order.subscribe();
    let turn = async {
        if order == Order::Go {
            tokio::select! {
                () = stopping.cancelled() => None,
                _ = orders.changed() => None,
                turn = engine.bulks().turns.acquire() => turn.ok(),
            }
        } else {
            None
        }
    };
    let _turn = turn.await;
    let Some(bulk) = engine.store.bulk(job.id).await? else { return Ok(()) };
    let early = match bulk.plan.target {
        Target::Endpoint | Target::Address { .. } => http::Sender::new(engine, job, bulk).run().await,
        Target::Channel { channel } => relay::run(engine, job, bulk, channel).await?,
    };
    let now = *job.order.borrow();
    if stopping.is_cancelled() {
        engine.store.bulk_end(job.id, early).await?;
        engine.store.bulk_set_state(job.id, &[BulkState::Running], BulkState::Interrupted, None).await?;
        return Ok(());
    }
    if now == Order::Cancel {
        skip_rest(engine, job.id).await?;
    }
    engine.store.bulk_end(job.id, early).await.map(drop)
}
