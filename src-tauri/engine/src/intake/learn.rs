//! What a platform teaches us about a channel, kept with its settings.

use crate::domain::{Channel, ChannelId, Learned, Options};
use crate::engine::Engine;
use crate::error::Result;
use crate::events::ChannelLearned;
use crate::problems;
use crate::store::Role;

/// Keeps what was learned before the platform is told that we know it. Writes nothing when we knew it already, so that a platform may
/// say the same as often as it likes.
pub(crate) async fn learn(engine: &Engine, id: ChannelId, learned: &[Learned]) -> Result<()> {
    if learned.is_empty() {
        return Ok(());
    }
    let _editing = engine.editing.lock().await;
    let Some(before) = engine.channel(id) else {
        return Ok(());
    };
    let mut channel = Channel::clone(&before);
    for fact in learned {
        apply(&mut channel.options, fact);
    }
    if channel == *before {
        let connects = learned.iter().any(|fact| matches!(fact, Learned::Connected { .. }));
        return if connects { look_again(engine, id).await } else { Ok(()) };
    }
    engine.store.put_channel(channel).await?;
    engine.reload_channels().await?;
    // Whether it is connected is shown as a problem: both are told at once.
    if let Err(error) = Box::pin(problems::look(engine)).await {
        tracing::warn!(%error, "Problems could not be looked at.");
    }
    ChannelLearned { channel: id }.emit(&engine.bus);
    Ok(())
}

/// A platform that connects anew with nothing changed has set right what it refused before, or says so: whatever stopped us is tried again.
async fn look_again(engine: &Engine, id: ChannelId) -> Result<()> {
    for destination in engine.store.destinations().await? {
        if destination.channel == id && destination.role == Role::Platform && destination.stopped.is_some() {
            engine.destination_retry(destination.id).await?;
        }
    }
    Ok(())
}

fn apply(options: &mut Options, fact: &Learned) {
    match (options, fact) {
        (Options::Elma365(options), Learned::Connected { channel_id, webhook }) => {
            // What a later connect leaves out is still true.
            if channel_id.is_some() {
                options.channel_id.clone_from(channel_id);
            }
            if webhook.is_some() {
                options.webhook.clone_from(webhook);
            }
            options.disconnected = false;
        }
        (Options::Elma365(options), Learned::Disconnected) => options.disconnected = true,
        (Options::Elma365(options), Learned::OutcomesUsed) => options.outcomes_used = true,
        (Options::Chatwoot(options), Learned::Header { dashed }) => options.dashed_header = *dashed,
        // No platform tells what is another's.
        _ => {}
    }
}
