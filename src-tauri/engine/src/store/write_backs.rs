//! What a platform is told of its own messages: entered in the commit that keeps what became of them.

use super::deliveries::{self, Owing, Standing};
use super::steps::{Due, Role};
use super::writer::Tx;
use super::{destinations, events, marks};
use crate::domain::{ChannelId, Event, MessageStatus, State, Timestamp};
use crate::error::Result;

/// The destination at a platform that an event is for: what tells it of its own messages goes apart from what is news there.
pub(super) fn role(event: &Event) -> Role {
    let tells = event.detail.get("writeBack").and_then(serde_json::Value::as_bool);
    if tells == Some(true) { Role::WriteBack } else { Role::Platform }
}

/// Something a platform is to be told.
pub(super) struct Telling<'a> {
    /// Its channel.
    pub(super) channel: ChannelId,
    pub(super) event: &'a Event,
    pub(super) sealed: &'a [u8],
    /// The channel of the exchange that brought the message it is about.
    pub(super) whose: Option<ChannelId>,
    pub(super) at: Timestamp,
}

/// Enters what a platform is told now that `now` came to its end; `all` is what the same exchange caused. Gives the lane, if that has
/// something due now. Told is only what changes something: delivered paints nothing where another copy of the message failed.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    now: &Standing,
    all: &[Standing],
    telling: Telling<'_>,
) -> Result<Option<Due>> {
    let Telling { channel, event, sealed, whose, at } = telling;
    let Some(message) = &event.message else { return Ok(None) };
    let (Some(key), Some(status)) = (&message.key, message.status) else { return Ok(None) };
    let failed =
        |one: &Standing| one.id != now.id && one.role != Role::WriteBack && one.state == State::Failed;
    if status == MessageStatus::Delivered && all.iter().any(failed) {
        return Ok(None);
    }
    let known = marks::find(tx.db, channel, key)?.map(|mark| mark.status);
    let is_said =
        known == Some(status) || known == Some(MessageStatus::Read) && status == MessageStatus::Delivered;
    // A channel that is gone is told nothing.
    if is_said || destinations::of_channel(tx, channel, Role::Endpoint)?.is_none() {
        return Ok(None);
    }
    let destination = destinations::ensure(tx, channel, Role::WriteBack)?;
    let event_id = tx.next_id();
    let exchange = now.exchange;
    let elsewhere = (whose != Some(channel)).then_some(channel);
    // It is about a message that tells its own story; in the story of the conversation it is nothing new.
    let (conversation, contact) = (None, None);
    let new = events::New {
        id: event_id,
        exchange,
        elsewhere,
        event,
        skipped: None,
        sealed,
        conversation,
        contact,
    };
    events::insert(tx, new)?;
    let role = Role::WriteBack;
    let owing = Owing { event_id, event, exchange, channel, destination, role, at, conversation };
    let (due, head) = deliveries::owe(tx, owing)?;
    marks::set(tx, channel, key, status, now.id, due.delivery)?;
    Ok(head.then_some(due))
}
