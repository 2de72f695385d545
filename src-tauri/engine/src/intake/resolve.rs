//! What a receipt is about, looked up before it is decided where it goes.
//!
//! A platform tells by its own or by our id of a message that it was read, or that it failed. When a link had carried that message, whoever
//! wrote it is on another channel, and only the store knows which.

use serde_json::Value;

use crate::domain::{Channel, Event, EventKind, MessageStatus, link};
use crate::engine::Engine;
use crate::error::Result;

/// Gives every receipt about a message that a link carried here the origin of that message. Costs nothing for channels without links.
pub(super) async fn origins(engine: &Engine, channel: &Channel, events: &mut [Event]) -> Result<()> {
    let links = engine.links();
    if links.iter().all(|link| link.other(channel.id).is_none()) {
        return Ok(());
    }
    for event in events.iter_mut().filter(|event| link::is_receipt(event)) {
        for key in keys(event) {
            event.origin = engine.store.origin(channel.id, &key).await?;
            if event.origin.is_some() {
                break;
            }
        }
    }
    Ok(())
}

/// By what the message it is about may be known: our own reference, where it is told, else the platform's id.
fn keys(event: &Event) -> Vec<String> {
    let message = event.message.as_ref();
    let status = message.and_then(|message| message.status);
    // Of all that happens to a message only these two are told to its author.
    let crosses = matches!(status, Some(MessageStatus::Read | MessageStatus::Failed));
    if event.kind != EventKind::MessageRead && !crosses {
        return Vec::new();
    }
    let named = event.detail.get("messageId").and_then(Value::as_str).map(str::to_owned);
    let own = event.echo.clone().or(named);
    own.into_iter().chain(message.and_then(|message| message.key.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Message, Side};

    #[test]
    fn a_message_is_looked_up_by_our_own_reference_before_the_platforms_id() {
        let mut read = Event::new(EventKind::MessageRead, "markAsRead");
        assert!(keys(&read).is_empty());
        read.detail.insert("messageId".to_owned(), Value::from("ours"));
        assert_eq!(keys(&read), ["ours"]);

        let updated = |status| Event {
            message: Some(Message { key: Some("7".to_owned()), status, ..Message::by(Side::Operator) }),
            ..Event::new(EventKind::MessageUpdated, "message_updated")
        };
        assert_eq!(keys(&updated(Some(MessageStatus::Read))), ["7"]);
        let echo = Event { echo: Some("ours".to_owned()), ..updated(Some(MessageStatus::Failed)) };
        assert_eq!(keys(&echo), ["ours", "7"]);
        for stays in
            [None, Some(MessageStatus::Sent), Some(MessageStatus::Delivered), Some(MessageStatus::Deleted)]
        {
            assert!(keys(&updated(stays)).is_empty(), "{stays:?}");
        }
    }
}
