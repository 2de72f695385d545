//! What the store does by itself beside its callers: signs of life, letting go of what is old, erasing a channel.
//!
//! All of it in slices through the writer's background queue, and none of it keeps a store open that nobody holds any more.

use std::sync::Weak;
use std::time::Duration;

use super::{Inner, blanks, destinations, erase as erasing, index, kept, problems, retention, tallies};
use crate::domain::{BodyId, ChannelId, ConversationId, ExchangeId};
use crate::error::Result;

/// Gives a sign of life now and every 30 s, by which the next start can date a gap.
pub(super) async fn stay_alive(store: Weak<Inner>) {
    const EVERY: Duration = Duration::from_secs(30);
    while let Some(inner) = store.upgrade() {
        let at = inner.shared.clock.now().0;
        let writer = inner.writer.clone();
        drop(inner);
        if writer.background(move |tx| tallies::set_fact(tx.db, "alive_at", at)).await.is_err() {
            return;
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Lets go of what is too old, soon after the start and then every hour.
pub(super) async fn retire(store: Weak<Inner>) {
    const FIRST: Duration = Duration::from_secs(60);
    const EVERY: Duration = Duration::from_secs(60 * 60);
    let mut pause = FIRST;
    loop {
        tokio::time::sleep(pause).await;
        pause = EVERY;
        let Some(inner) = store.upgrade() else { return };
        let ages = retention::Ages::new(&inner.shared.settings(), inner.shared.clock.now());
        drop(inner);
        if let Err(error) = retire_all(&store, ages).await {
            tracing::warn!(%error, "Letting go of what is old stopped; it goes on within the hour.");
        }
        if let Err(error) = tidy_blanks(&store).await {
            tracing::warn!(%error, "Files stay a little longer than they should.");
        }
        if let Err(error) = trim(&store).await {
            tracing::warn!(%error, "Making room stopped; it goes on within the hour.");
        }
    }
}

/// Lets files go of which nothing is to be kept and whose addresses have run out, and the last traces of words out of the search.
async fn tidy_blanks(store: &Weak<Inner>) -> Result<()> {
    while let Some(inner) = store.upgrade() {
        let hours = i64::from(inner.shared.settings().file_address_hours);
        let before = inner.shared.clock.now().plus_ms(-hours * 60 * 60 * 1_000);
        if inner.writer.background(move |tx| blanks::forget_files(tx, before)).await? {
            inner.writer.background(|tx| blanks::tidy(tx)).await?;
            told(&inner, index::Order::Purge).await;
            break;
        }
    }
    Ok(())
}

/// Keeps less of what has arrived, where an admin wants it so.
pub(super) async fn blank(store: Weak<Inner>) {
    const EVERY: Duration = Duration::from_secs(2);
    loop {
        tokio::time::sleep(EVERY).await;
        if store.strong_count() == 0 {
            return;
        }
        if let Err(error) = blank_due(&store).await {
            tracing::warn!(%error, "What was said is kept a little longer than it should be.");
        }
    }
}

/// Does what is due of it.
pub(super) async fn blank_due(store: &Weak<Inner>) -> Result<()> {
    let mut cursor = ExchangeId(0);
    while let Some(inner) = store.upgrade() {
        // Without the key nothing can be read, and nothing was taken either.
        let Ok(seal) = inner.shared.seal() else { return Ok(()) };
        // What is just being written is left alone.
        let before = ExchangeId::at(inner.shared.clock.now().plus_ms(-1_000));
        let with = std::sync::Arc::clone(&seal);
        let found = inner
            .pool
            .read(move |reader| {
                let Some((due, last)) = blanks::next(&reader.db, cursor, before)? else { return Ok(None) };
                let messages = blanks::messages(&reader.db, &with, &due)?;
                Ok(Some((due, messages, last)))
            })
            .await?;
        let Some((due, messages, last)) = found else { break };
        cursor = last;
        if due.is_empty() {
            continue;
        }
        let which: Vec<ExchangeId> = due.iter().map(|one| one.exchange).collect();
        told(&inner, |done| index::Order::ForgetMessages(messages, done)).await;
        inner.writer.background(move |tx| blanks::blank(tx, &seal, &due)).await?;
        inner.shared.forget_jobs();
        for exchange in which {
            // It may have ended.
            drop(inner.orders.send(index::Order::Again(exchange)));
        }
    }
    Ok(())
}

/// Lets go of the oldest part of the log, again and again, while it and the files take more than the settings allow.
pub(super) async fn trim(store: &Weak<Inner>) -> Result<()> {
    let mut cursor = ExchangeId(0);
    while let Some(inner) = store.upgrade() {
        let most = u64::from(inner.shared.settings().keep_traffic_mb) * 1_000_000;
        if most == 0 {
            return Ok(());
        }
        let end = inner
            .pool
            .read(move |reader| {
                let over = kept::used(&reader.db)? > most;
                if over { retention::next_part(&reader.db, cursor) } else { Ok(None) }
            })
            .await?;
        drop(inner);
        let Some(end) = end else { return Ok(()) };
        retire_all(store, retention::Ages::up_to(end)).await?;
        cursor = end;
    }
    Ok(())
}

pub(super) async fn retire_all(store: &Weak<Inner>, ages: retention::Ages) -> Result<()> {
    let mut cursor = ExchangeId(0);
    while let Some(inner) = store.upgrade() {
        let old = inner.pool.read(move |reader| retention::exchanges(&reader.db, ages, cursor)).await?;
        let Some(last) = old.last() else { break };
        cursor = last.id;
        let going = retention::going(&old);
        if !going.is_empty() {
            forget_words(&inner, going).await;
            inner.writer.background(move |tx| retention::forget_exchanges(tx, &old)).await?;
        }
    }
    let Some(inner) = store.upgrade() else { return Ok(()) };
    if ages.is_thorough() {
        // From here on nothing new comes to share what is about to go.
        let forgotten = inner.writer.background(|tx| {
            tx.memory.forget_rows();
            Ok(())
        });
        forgotten.await?;
    }
    let used = inner.pool.read(move |reader| retention::bodies_in_use(&reader.db, ages)).await?;
    drop(inner);
    let mut cursor = BodyId(0);
    while let Some(inner) = store.upgrade() {
        let mut old = inner.pool.read(move |reader| retention::bodies(&reader.db, ages, cursor)).await?;
        let Some(last) = old.last() else { break };
        cursor = *last;
        old.retain(|body| !used.contains(body));
        inner.writer.background(move |tx| retention::forget_bodies(tx, &old)).await?;
    }
    while let Some(inner) = store.upgrade() {
        let old = inner.pool.read(move |reader| retention::messages(&reader.db, ages)).await?;
        if old.is_empty() {
            break;
        }
        let which = old.clone();
        told(&inner, |done| index::Order::ForgetMessages(which, done)).await;
        inner.writer.background(move |tx| retention::forget_messages(tx, &old)).await?;
    }
    while let Some(inner) = store.upgrade() {
        let old = inner.pool.read(move |reader| retention::conversations(&reader.db, ages)).await?;
        if old.is_empty() {
            break;
        }
        unlist(&inner, old.clone()).await;
        inner.writer.background(move |tx| retention::forget_conversations(tx, &old)).await?;
    }
    while let Some(inner) = store.upgrade() {
        if inner.writer.background(move |tx| retention::forget_people(tx, ages)).await? {
            break;
        }
    }
    while let Some(inner) = store.upgrade() {
        if inner.writer.background(move |tx| retention::forget_learned(tx, ages)).await? {
            break;
        }
    }
    while let Some(inner) = store.upgrade() {
        if inner.writer.background(move |tx| retention::forget_files(tx, ages)).await? {
            break;
        }
    }
    let Some(inner) = store.upgrade() else { return Ok(()) };
    inner.writer.background(|tx| problems::forget(tx)).await?;
    let gone = inner.writer.background(|tx| destinations::forget_addresses(tx)).await?;
    inner.shared.forget_destinations(&gone);
    for address in gone {
        inner.shared.sums.forget(address);
    }
    Ok(())
}

/// Takes exchanges out of the search index. The words go first: what is left in the journal can be found again, what is left in the
/// index could not.
async fn forget_words(inner: &Inner, which: Vec<ExchangeId>) {
    told(inner, |done| index::Order::Forget(which, done)).await;
}

/// Takes conversations out of the list, for the same reason before they go.
pub(super) async fn unlist(inner: &Inner, which: Vec<ConversationId>) {
    told(inner, |done| index::Order::ForgetConversations(which, done)).await;
}

/// Gives the index an order and waits until it was obeyed.
pub(super) async fn told(
    inner: &Inner,
    order: impl FnOnce(tokio::sync::oneshot::Sender<()>) -> index::Order,
) {
    let (done, gone) = tokio::sync::oneshot::channel();
    if inner.orders.send(order(done)).is_ok() {
        drop(gone.await);
    }
}

/// Erases all that is kept of a channel. Cut short, it goes on at the next start.
pub(super) async fn erase(store: Weak<Inner>, channel: ChannelId) {
    if let Err(error) = erase_all(&store, channel).await {
        tracing::warn!(%error, %channel, "Erasing a channel stopped; the next start goes on with it.");
    }
}

async fn erase_all(store: &Weak<Inner>, channel: ChannelId) -> Result<()> {
    let mut cursor = ConversationId(0);
    while let Some(inner) = store.upgrade() {
        let next = inner.pool.read(move |reader| erasing::conversations(&reader.db, channel, cursor)).await?;
        let Some(last) = next.last() else { break };
        cursor = *last;
        unlist(&inner, next).await;
    }
    while let Some(inner) = store.upgrade() {
        let next = inner.pool.read(move |reader| erasing::next(&reader.db, channel)).await?;
        if !next.is_empty() {
            forget_words(&inner, next.clone()).await;
            inner.writer.background(move |tx| erasing::exchanges(tx, channel, &next)).await?;
            continue;
        }
        let shown = inner.shared.shown();
        if inner.writer.background(move |tx| erasing::carried(tx, &shown, channel)).await? {
            continue;
        }
        if let Some(gone) = inner.writer.background(move |tx| erasing::rest(tx, channel)).await? {
            for destination in gone {
                inner.shared.sums.forget(destination);
            }
            return Ok(());
        }
    }
    Ok(())
}
