//! An agent's "Retry" at a message we had set failed.
//!
//! Chatwoot has no word for it: the message is told of once more as changed, without its error. Many things are told of so. That it stands
//! there without a failure is therefore made sure of, and only of a message we have told to be failed; then what was given up is sent again.

use std::sync::Arc;
use std::time::Duration;

use super::inquiry::{Inquiry, Trouble};
use crate::domain::{ChannelId, Event, EventKind, MessageStatus, Side, State};
use crate::engine::Engine;
use crate::error::Result;
use crate::platforms::chatwoot::catch_up::{Asking, stands};
use crate::schema::{DeliveryFilter, DeliveryQuery, DestinationKind, ResendRequest, Source};
use crate::store::{Arrival, Mark};

/// Waits before it is made sure of again, when the platform does not answer. Then the agent must press once more.
const PAUSES: [Duration; 3] = [Duration::ZERO, Duration::from_secs(5), Duration::from_secs(30)];

/// A message that an agent may want sent again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Retry {
    channel: ChannelId,
    conversation: String,
    message: String,
}

/// The messages of an arrival that may have been meant.
pub(super) fn meant(engine: &Engine, arrival: &Arrival) -> Vec<Retry> {
    let Some(id) = arrival.channel.filter(|_| arrival.source == Source::Platform && arrival.kept.is_none())
    else {
        return Vec::new();
    };
    let own = arrival.events.iter().filter(|routed| routed.channel == id);
    let mut meant = own.filter_map(|routed| retry(id, &routed.event)).peekable();
    // Most of what comes is no update at all.
    if meant.peek().is_none() || engine.channel(id).is_none_or(|channel| Asking::new(&channel).is_none()) {
        return Vec::new();
    }
    meant.collect()
}

fn retry(channel: ChannelId, event: &Event) -> Option<Retry> {
    let message = event.message.as_ref().filter(|_| event.kind == EventKind::MessageUpdated)?;
    let stands = message.error.is_none()
        && !matches!(message.status, Some(MessageStatus::Failed | MessageStatus::Deleted));
    let of_agent = message.from == Side::Operator && !message.private && !message.template;
    let conversation = event.conversation.as_ref()?.key.clone();
    (stands && of_agent).then_some(Retry { channel, conversation, message: message.key.clone()? })
}

/// Makes sure of them and sends again what was given up.
pub(super) fn follow(engine: &Engine, meant: Vec<Retry>) {
    for retry in meant {
        engine.detached(|engine| async move {
            if let Err(error) = made_sure(&engine, &retry).await {
                tracing::error!(%error, "What an agent wants sent again cannot be.");
            }
        });
    }
}

async fn made_sure(engine: &Arc<Engine>, retry: &Retry) -> Result<()> {
    let Some(mark) = failed(engine, retry).await? else { return Ok(()) };
    if !stands_there(engine, retry).await {
        return Ok(());
    }
    // The account's webhook and the inbox's both tell of it: whoever comes second finds nothing left to send.
    let _resending = engine.resending.lock().await;
    if failed(engine, retry).await?.is_none() {
        return Ok(());
    }
    let Some(delivery) = engine.store.delivery(mark.delivery).await? else { return Ok(()) };
    let filter = DeliveryFilter {
        exchange: Some(delivery.exchange),
        state: Some(State::Failed),
        ..DeliveryFilter::default()
    };
    let given_up = engine.store.deliveries(DeliveryQuery { filter, ..DeliveryQuery::default() }).await?;
    let meant = given_up.rows.iter().filter(|one| one.destination != DestinationKind::WriteBack);
    let ids = meant.map(|one| one.id).collect();
    let request = ResendRequest { ids: Some(ids), filter: None };
    let (resent, due) = engine.store.resend(request, engine.clock.now()).await?;
    tracing::info!(channel = %retry.channel, message = retry.message, sent = resent.queued, "An agent wants it sent again.");
    engine.wake(&due);
    Ok(())
}

/// What we told of the message, when that was that it failed, and the platform has it.
async fn failed(engine: &Engine, retry: &Retry) -> Result<Option<Mark>> {
    let mark = engine.store.mark(retry.channel, &retry.message).await?;
    Ok(mark.filter(|mark| mark.status == MessageStatus::Failed && mark.told))
}

async fn stands_there(engine: &Engine, retry: &Retry) -> bool {
    for pause in PAUSES {
        let stopping = engine.stopping();
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stopping.cancelled() => return false,
        }
        match look(engine, retry).await {
            Ok(stands) => return stands.unwrap_or(false),
            Err(Trouble { code, .. }) => {
                tracing::warn!(%code, channel = %retry.channel, "Whether an agent wants a message sent again is not known yet.");
            }
        }
    }
    false
}

/// None: the answer does not show the message.
async fn look(engine: &Engine, retry: &Retry) -> std::result::Result<Option<bool>, Trouble> {
    let Some(channel) = engine.channel(retry.channel) else { return Ok(None) };
    let Ok(number) = retry.message.parse() else { return Ok(None) };
    let mut inquiry = Inquiry::new(engine, &channel)?;
    let answer = inquiry.ask(|asking| Some(asking.message(&retry.conversation, number))).await?;
    Ok(stands(inquiry.heard(&answer), number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Conversation, Message};

    fn updated(change: impl FnOnce(&mut Message)) -> Option<Retry> {
        let mut message = Message { key: Some("7".to_owned()), ..Message::by(Side::Operator) };
        change(&mut message);
        let conversation = Conversation { key: "5".to_owned(), ..Conversation::default() };
        let mut event = Event::new(EventKind::MessageUpdated, "message_updated");
        (event.message, event.conversation) = (Some(message), Some(conversation));
        retry(ChannelId(1), &event)
    }

    #[test]
    fn only_an_agents_message_without_a_failure_may_be_meant() {
        assert!(updated(|_| {}).is_some());
        assert!(updated(|message| message.status = Some(MessageStatus::Sent)).is_some());
        let changes: [fn(&mut Message); 7] = [
            |message| message.error = Some("Not delivered".to_owned()),
            |message| message.status = Some(MessageStatus::Failed),
            |message| message.status = Some(MessageStatus::Deleted),
            |message| message.private = true,
            |message| message.template = true,
            |message| message.from = Side::Customer,
            |message| message.key = None,
        ];
        for (which, change) in changes.into_iter().enumerate() {
            assert_eq!(updated(change), None, "change {which}");
        }
    }
}
