//! Sends a bulk send to another channel: one delivery each, asked for once under a name of its own and followed to its end.
//!
//! Order, pace and retries are those of that channel's platform; so only a few are asked for at a time, and the rest can be cancelled. A
//! stop leaves deliveries where they are: they go on by themselves after it, and are followed again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::speed::Beat;
use super::{Job, Order};
use crate::clock::Stopwatch;
use crate::domain::{
    Channel, ChannelId, Code, DeliveryId, ExchangeId, SkipReason, Snapshot, State, Target, address,
};
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::intake::send;
use crate::platforms::{redact, write};
use crate::schema::{BulkSkip, ResendRequest, Source};
use crate::store::{Bulk, BulkItem, BulkTried, Followed};

/// Asked for at a time.
const AT_ONCE: usize = 8;
/// How often what was asked for is looked at.
const LOOK: Duration = Duration::from_millis(200);
/// Letters of a sample.
const SAMPLE: usize = 4_000;

/// Why nothing can be sent to a channel; none when it can.
pub(super) fn cannot(channel: &Channel) -> Option<Error> {
    write::lacks(channel, true)
}

/// What the channel's other side would read of a conversation.
pub(super) fn sample(snapshot: &Snapshot) -> String {
    let shown = snapshot.conversation.transcript.iter().filter(|message| !message.private);
    let line = |message: &crate::domain::Message| {
        let files = message.files.iter().map(|file| format!("[{}]", file.name));
        let said: Vec<String> =
            std::iter::once(redact::written(&message.text).into_owned()).chain(files).collect();
        let said = said.join(" ");
        match &message.author {
            Some(author) => format!("{author}: {}", said.trim()),
            None => said,
        }
    };
    shown.map(line).collect::<Vec<_>>().join("\n").chars().take(SAMPLE).collect()
}

/// Sends until nothing is left, or until it is told to end and what was asked for has ended. Gives why it ended before its time.
pub(super) async fn run(
    engine: &Arc<Engine>,
    job: &Arc<Job>,
    bulk: Bulk,
    channel: ChannelId,
) -> Result<Option<Error>> {
    let relaying = Relaying {
        engine: Arc::clone(engine),
        orders: job.order.subscribe(),
        job: Arc::clone(job),
        beat: Beat::new(bulk.plan.rate),
        bulk,
        channel,
        failures: 0,
        pause: LOOK,
        watch: engine.clock.stopwatch(),
    };
    relaying.run().await
}

struct Relaying {
    engine: Arc<Engine>,
    job: Arc<Job>,
    orders: watch::Receiver<Order>,
    bulk: Bulk,
    channel: ChannelId,
    beat: Beat,
    failures: u32,
    /// How long until it is looked again.
    pause: Duration,
    watch: Stopwatch,
}

impl Relaying {
    async fn run(mut self) -> Result<Option<Error>> {
        let stopping = self.engine.stopping();
        self.job.begin();
        loop {
            let order = *self.orders.borrow_and_update();
            if stopping.is_cancelled() {
                return Ok(None);
            }
            let Some(to) = self.engine.channel(self.channel) else { return self.gone().await.map(Some) };
            self.pause = LOOK;
            let under_way = self.follow().await?;
            let rests = self.engine.paused().is_some();
            // While everything is paused nothing more is asked for, and all of it is left.
            let mut left = rests && order == Order::Go;
            if !rests && order == Order::Go && *self.orders.borrow() == Order::Go {
                if let Some(error) = cannot(&to) {
                    self.job.halt(&self.engine, error).await;
                    continue;
                }
                left = self.ask(under_way).await?;
            }
            if under_way == 0 && !left {
                return Ok(None);
            }
            tokio::select! {
                () = stopping.cancelled() => {}
                _ = self.orders.changed() => {}
                () = tokio::time::sleep(self.pause) => {}
            }
        }
    }

    /// The channel was removed, and what was on its way there with it.
    async fn gone(&mut self) -> Result<Error> {
        let (id, reason) = (self.bulk.id, Some(BulkSkip::NoTarget));
        let store = &self.engine.store;
        store.bulk_move(id, State::Sending, State::Skipped, reason).await?;
        store.bulk_move(id, State::Received, State::Skipped, reason).await?;
        Ok(Error::new(Code::Id05))
    }

    /// Asks for the next ones. False when there are no more.
    async fn ask(&mut self, under_way: usize) -> Result<bool> {
        let room = u32::try_from(AT_ONCE.saturating_sub(under_way)).unwrap_or(0);
        let next = self.engine.store.bulk_next(self.bulk.id, false, 0, room.max(1)).await?;
        let some = !next.is_empty();
        for item in next.into_iter().take(usize::try_from(room).unwrap_or(0)) {
            let now = i64::try_from(self.watch.elapsed().as_millis()).unwrap_or(i64::MAX);
            if *self.orders.borrow() != Order::Go {
                break;
            }
            if let Err(wait) = self.beat.take(now) {
                self.pause = LOOK.min(Duration::from_millis(u64::try_from(wait).unwrap_or(1)));
                break;
            }
            self.ask_one(item).await?;
        }
        Ok(some)
    }

    /// Asks for one: it is under way before it is asked for, and asked for twice it is the same.
    async fn ask_one(&mut self, item: BulkItem) -> Result<()> {
        if self.step(Vec::new(), vec![item.n]).await? == 0 {
            return Ok(());
        }
        let Some((exchange, delivery)) = self.delivery(&item).await? else {
            let gone = BulkTried { reason: Some(BulkSkip::Gone), ..self.now(item.n, State::Skipped) };
            return self.step(vec![gone], Vec::new()).await.map(drop);
        };
        let asked = BulkTried { delivery: Some(delivery), exchange, ..self.now(item.n, State::Sending) };
        self.step(vec![asked], Vec::new()).await.map(drop)
    }

    /// The delivery of an item; none when its conversation is no longer here.
    async fn delivery(&self, item: &BulkItem) -> Result<Option<(Option<ExchangeId>, DeliveryId)>> {
        let (engine, store) = (&*self.engine, &self.engine.store);
        if let Some(delivery) = item.delivery {
            // It was given up before, and goes on.
            let again = ResendRequest { ids: Some(vec![delivery]), filter: None };
            let (_, due) = store.resend(again, engine.clock.now()).await?;
            engine.wake(&due);
            return Ok(Some((None, delivery)));
        }
        let ids = item.conversation.into_iter().collect();
        let Some(head) = store.heads(ids).await?.pop().flatten() else { return Ok(None) };
        let Some(from) = engine.channel(head.of.channel) else { return Ok(None) };
        let target = Target::Channel { channel: self.channel };
        let unique = Some(format!("bulk:{}:{}", self.bulk.id, item.n));
        let (event, entered) = send::send(engine, &from, &head, &target, Source::Screen, unique).await?;
        let delivery = store.delivery_to_platform(event).await?;
        Ok(delivery.map(|delivery| (Some(entered.exchange), delivery)))
    }

    /// Looks what became of those that were asked for. Gives how many have not ended.
    async fn follow(&mut self) -> Result<usize> {
        let store = &self.engine.store;
        let items = store.bulk_next(self.bulk.id, true, 0, u32::MAX).await?;
        let ids = items.iter().filter_map(|item| item.delivery).collect();
        let mut found = store.followed(ids).await?.into_iter();
        let (mut ended, mut halted) = (Vec::new(), None);
        for item in &items {
            let followed = item.delivery.and_then(|_| found.next().flatten());
            let Some(now) = self.judge(item, followed) else { continue };
            let failed = now.state == State::Failed;
            self.failures = if failed { self.failures + 1 } else { 0 };
            if failed && self.bulk.plan.pause_after > 0 && self.failures >= self.bulk.plan.pause_after {
                halted = now.code;
            }
            ended.push(now);
        }
        let left = items.len() - ended.len();
        if !ended.is_empty() {
            self.step(ended, Vec::new()).await?;
        }
        if let Some(code) = halted {
            self.failures = 0;
            self.job.halt(&self.engine, self.error(code)).await;
        }
        Ok(left)
    }

    /// What a delivery's state means for its item; none while it goes on.
    fn judge(&self, item: &BulkItem, followed: Option<Followed>) -> Option<BulkTried> {
        let Some(Followed { state, code, skipped }) = followed else {
            // It went with what it belonged to, or was never asked for.
            return Some(BulkTried { reason: Some(BulkSkip::Gone), ..self.now(item.n, State::Skipped) });
        };
        let now = match state {
            // They have it; what their own side makes of it stands with the conversation.
            State::Delivered | State::Read | State::Accepted => State::Delivered,
            State::Failed | State::Refused => State::Failed,
            State::Unknown => State::Unknown,
            State::Skipped => State::Skipped,
            _ => return None,
        };
        let reason = (now == State::Skipped).then_some(match skipped {
            Some(SkipReason::NothingToSend) => BulkSkip::Empty,
            _ => BulkSkip::Gone,
        });
        Some(BulkTried { reason, code, ..self.now(item.n, now) })
    }

    fn now(&self, n: u32, state: State) -> BulkTried {
        BulkTried {
            n,
            state,
            reason: None,
            code: None,
            at: self.engine.clock.now(),
            exchange: None,
            delivery: None,
            call: None,
        }
    }

    fn error(&self, code: Code) -> Error {
        let channel = self.engine.channel(self.channel);
        let base = channel.as_deref().and_then(write::base).unwrap_or_default();
        let brand = channel.as_deref().map_or("", Channel::brand);
        let name = channel.as_deref().map_or("", |channel| channel.name.as_str());
        let host = address::host(&base).unwrap_or_default();
        Error::with(code, [("host", host.as_str()), ("platform", brand), ("channel", name), ("status", "0")])
    }

    /// Keeps what became of items, and puts others under way: so many were.
    async fn step(&mut self, tried: Vec<BulkTried>, next: Vec<u32>) -> Result<usize> {
        let stepped = self.engine.store.bulk_step(self.bulk.id, &tried, next).await?;
        let ended = stepped.counts.ended().saturating_sub(self.bulk.counts.ended());
        self.bulk.counts = stepped.counts;
        self.job.count(ended);
        self.bulk.state = self.orders.borrow().state();
        self.job.show(&self.engine, &self.bulk);
        Ok(stepped.claimed.len())
    }
}
