//! What a platform's answers taught, kept with the call that taught it.

use super::deliveries::Standing;
use super::learned::About;
use super::shared::Shared;
use super::writer::Tx;
use super::{conversations, events, learned, messages, sent};
use crate::domain::Timestamp;
use crate::error::Result;
use crate::platforms::write::Taught;

/// Keeps what was learned by a delivery.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    shared: &Shared,
    now: &Standing,
    taught: &[Taught],
    at: Timestamp,
) -> Result<()> {
    let seal = shared.seal()?;
    let Some(kept) = events::find(tx.db, &seal, now.event)? else { return Ok(()) };
    let event = kept.event;
    for fact in taught {
        match (fact, &event.conversation, &event.contact) {
            (Taught::Chat(value), Some(_), _) => {
                learned::keep(tx, &seal, now.channel, About::Chat(event.lane_key()), value, at)?;
            }
            (Taught::Contact(value), _, Some(contact)) => {
                learned::keep(tx, &seal, now.channel, About::Contact(&contact.key), value, at)?;
            }
            (Taught::Sent(key), conversation, _) => {
                sent::keep(tx, now.channel, key, now.id)?;
                let known = match conversation {
                    Some(about) => conversations::id_of(tx.db, now.channel, &about.key)?,
                    None => None,
                };
                if let Some(conversation) = known {
                    messages::rename(tx, conversation, &now.event.to_string(), key)?;
                }
            }
            // Of the channel itself: kept with its settings, by the caller. Or about nobody.
            (Taught::Channel(_) | Taught::Chat(_) | Taught::Contact(_), ..) => {}
        }
    }
    Ok(())
}
