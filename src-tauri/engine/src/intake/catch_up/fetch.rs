//! What was said at a Chatwoot since a gap began, asked for, sorted, and kept as if its webhooks had come.

use std::collections::HashSet;
use std::time::Duration;

use bytes::Bytes;
use http::Method;

use super::super::inquiry::{Inquiry, Trouble};
use super::super::keep::keep;
use super::super::receive;
use crate::domain::{Channel, Code, Event, Format, SkipReason, Timestamp};
use crate::engine::Engine;
use crate::error::{Error, Result as Kept};
use crate::platforms::Verdict;
use crate::platforms::chatwoot::catch_up::{Conversations, Messages, source_id};
use crate::schema::Source;
use crate::store::Arrival;

/// Clocks differ, and what was under way when the gap began counts as well, in ms.
const MARGIN_MS: i64 = 60_000;

/// Nothing older is asked for, however long a channel was silent before the gap, in ms.
const LONGEST_MS: i64 = 30 * 24 * 60 * 60 * 1_000;

/// More is not held in memory before it is kept; in bytes of what was answered.
const HELD: usize = 32 << 20;

/// The wait before more is handed to a store that has too much to write.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// A message that was missed.
struct Missed {
    at: Timestamp,
    id: i64,
    event: Event,
    body: Bytes,
    path: String,
}

/// Fetches and keeps what was said on a channel in a gap that began then. Errors: it could not all be asked for; what was, is kept.
pub(super) async fn fetch(engine: &Engine, channel: &Channel, from: Timestamp) -> Result<(), Trouble> {
    let mut inquiry = Inquiry::new(engine, channel)?;
    let seen = engine.store.last_seen(channel.id).await.map_err(ours)?;
    let since = since(from, seen.activity);
    let mut listed = Conversations::new(since);
    while listed.call(inquiry.asking).is_some() {
        let answer = inquiry.ask(|asking| listed.call(asking)).await?;
        let heard = inquiry.heard(&answer);
        listed.hear(inquiry.asking, heard).map_err(|code| trouble(code, Some(answer.status.as_u16())))?;
    }
    let count = listed.count() as u64;
    engine.gaps().change(channel.id, |gap| gap.conversations = count);
    let (mut missed, mut held) = (Vec::new(), 0);
    for messages in listed.each() {
        let found = read(&mut inquiry, messages, since).await?;
        held += found.iter().map(|one| one.body.len()).sum::<usize>();
        missed.extend(found);
        if held > HELD {
            take_all(engine, channel, std::mem::take(&mut missed)).await?;
            held = 0;
        }
    }
    take_all(engine, channel, missed).await
}

/// From when on is asked for: since the platform was last heard, but for what came after the gap began.
fn since(from: Timestamp, activity: Option<Timestamp>) -> Timestamp {
    let heard = activity.map_or(from, |activity| activity.min(from));
    Timestamp(heard.0.max(from.0.saturating_sub(LONGEST_MS))).plus_ms(-MARGIN_MS)
}

/// What was said in one conversation and is not known yet.
async fn read(
    inquiry: &mut Inquiry<'_>,
    mut messages: Messages,
    since: Timestamp,
) -> Result<Vec<Missed>, Trouble> {
    let (engine, channel) = (inquiry.engine(), inquiry.channel());
    if let Some(last) = engine.store.last_message(channel.id, &messages.key, since).await.map_err(ours)? {
        messages.after(&last);
    }
    let mut path = String::new();
    while let Some(call) = messages.call(inquiry.asking) {
        let url = url::Url::parse(&call.url).map_err(|_| trouble(Code::Url03, None))?;
        path = url.path().to_owned();
        let answer = inquiry.ask(|asking| messages.call(asking)).await?;
        let heard = inquiry.heard(&answer);
        messages.hear(heard).map_err(|code| trouble(code, Some(answer.status.as_u16())))?;
    }
    let mut found = messages.take();
    let keys = found.iter().map(|one| one.id.to_string()).collect();
    let unknown = engine.store.unknown_messages(channel.id, &messages.key, keys).await.map_err(ours)?;
    let unknown: HashSet<String> = unknown.into_iter().collect();
    found.retain(|one| unknown.contains(&one.id.to_string()));
    if found.is_empty() {
        return Ok(Vec::new());
    }
    if let Some((contact, inbox)) = messages.asks_for_chat() {
        let answer = inquiry.ask(|asking| Some(asking.contact(&contact))).await?;
        if let Some(chat) = source_id(inquiry.heard(&answer), inbox) {
            messages.set_chat(chat);
        }
    }
    let missed = found.iter().filter_map(|one| {
        let event = messages.event(one)?;
        let body = Bytes::from(one.body.to_string());
        Some(Missed { at: one.at, id: one.id, event, body, path: path.clone() })
    });
    Ok(missed.collect())
}

/// Keeps messages in the order they were written in.
async fn take_all(engine: &Engine, channel: &Channel, mut missed: Vec<Missed>) -> Result<(), Trouble> {
    in_order(&mut missed);
    for one in missed {
        let new = take(engine, channel, one).await.map_err(ours)?;
        engine.gaps().change(channel.id, |gap| gap.recovered += u64::from(new));
    }
    Ok(())
}

/// In the order they were written in: the platform's clock tells seconds, and its numbers tell the order within one.
fn in_order(missed: &mut [Missed]) {
    missed.sort_by_key(|one| (one.at, one.id));
}

/// Keeps one message. False: it has come by itself meanwhile, or it is our own.
async fn take(engine: &Engine, channel: &Channel, missed: Missed) -> Kept<bool> {
    loop {
        let events = vec![missed.event.clone()];
        let (mut events, files) = receive::routed(engine, channel, &Verdict::Taken, events).await?;
        if engine.is_gated(channel.id) {
            // What has come since the start waits, and this goes before it.
            events.iter_mut().for_each(|routed| routed.id = engine.store.earlier_id());
        }
        let arrival = Arrival {
            channel: Some(channel.id),
            at: engine.clock.now(),
            started: engine.clock.stopwatch(),
            method: Method::GET.to_string(),
            path: missed.path.clone(),
            peer: String::new(),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: missed.body.clone(),
            status: 200,
            answer: None,
            kept: None,
            events,
            // There are no bytes of a webhook to pass on.
            format: Format::Switchboard,
            source: Source::CatchUp,
            files,
            unique: None,
        };
        match keep(engine, arrival).await {
            Ok(entered) => {
                return Ok(!matches!(entered.skipped, Some(SkipReason::Duplicate | SkipReason::OwnEcho)));
            }
            Err(error) if error.code == Code::Rate02 && !engine.stopping().is_cancelled() => {
                tokio::time::sleep(STORE_PAUSE).await;
            }
            Err(error) => return Err(error),
        }
    }
}

fn trouble(code: Code, status: Option<u16>) -> Trouble {
    Trouble { code, status }
}

fn ours(error: Error) -> Trouble {
    trouble(error.code, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_in_the_same_second_goes_by_the_platforms_numbers() {
        let missed = |at: i64, id: i64| Missed {
            at: Timestamp(at),
            id,
            event: Event::new(crate::domain::EventKind::MessageSent, ""),
            body: Bytes::new(),
            path: String::new(),
        };
        // As they are read: conversation by conversation.
        let mut all =
            vec![missed(1_000, 7), missed(2_000, 9), missed(1_000, 10), missed(1_000, 8), missed(0, 30)];
        in_order(&mut all);
        assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), [30, 7, 8, 10, 9]);
    }

    #[test]
    fn what_is_asked_for_begins_with_the_last_that_was_heard_before_the_gap() {
        const DAY: i64 = 24 * 60 * 60 * 1_000;
        let from = Timestamp(100 * DAY);
        let begins = |activity: Option<i64>| since(from, activity.map(Timestamp)).0 + MARGIN_MS;
        assert_eq!(begins(None), from.0);
        assert_eq!(begins(Some(99 * DAY)), 99 * DAY, "the platform was silent for a day before");
        assert_eq!(begins(Some(100 * DAY + 5_000)), from.0, "its webhooks have come again since");
        assert_eq!(begins(Some(DAY)), 70 * DAY, "not back to the beginning");
    }
}
