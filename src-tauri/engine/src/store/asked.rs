//! What became of what an endpoint asked for at its outbox.

use rusqlite::Connection;

use super::seal::Kind;
use super::shared::Shared;
use super::steps::Asked;
use super::{deliveries, events, exchanges, receipts, sent};
use crate::domain::{ChannelId, EventId, EventKind, Origin, SnapshotOf, State};
use crate::error::Result;
use crate::platforms::write::Progress;
use crate::schema::Source;

/// What became of it; none when it never was asked for there.
pub(super) fn find(
    db: &Connection,
    shared: &Shared,
    channel: ChannelId,
    event: EventId,
) -> Result<Option<Asked>> {
    let (shown, seal) = (shared.shown(), shared.seal()?);
    let Some(kept) = events::find(db, &seal, event)? else { return Ok(None) };
    let Some((row, _)) = exchanges::find(db, &shown, kept.exchange)? else { return Ok(None) };
    let is_asked = row.source == Source::Endpoint && row.channel == Some(channel);
    // A conversation may be sent to another channel.
    if !is_asked || (kept.elsewhere.is_some() && SnapshotOf::of(&kept.event).is_none()) {
        return Ok(None);
    }
    let mut asked = Asked {
        event,
        at: row.at,
        kind: kept.event.kind,
        state: State::Skipped,
        skipped: kept.skipped,
        code: None,
        retry: None,
        message: None,
        result: None,
    };
    let owed = deliveries::of_event(db, event)?;
    // It gets nothing of what it asks for itself but a conversation.
    let sends = kept.event.kind == EventKind::ConversationSnapshot;
    for one in owed.into_iter().filter(|one| sends || one.role.is_platform()) {
        let state = shown.state(one.state, Some(one.destination));
        if state.rank() >= asked.state.rank() {
            asked.state = state;
            asked.skipped = one.skipped;
            asked.code = one.code;
            asked.retry = (one.state == State::Retrying).then(|| shown.retry(one.made, one.due, one.code));
        }
        if let Some(key) = sent::key(db, one.id)? {
            asked.message = Some(key);
        }
        if let Some(sealed) = deliveries::progress(db, one.id)? {
            let progress: Progress = seal.open_json(Kind::Progress, &sealed)?;
            asked.result = progress.get("result").cloned().or(asked.result);
        }
    }
    Ok(Some(asked))
}

/// What one of our own messages at a platform is a copy of.
pub(super) fn origin(
    db: &Connection,
    shared: &Shared,
    channel: ChannelId,
    called: &str,
) -> Result<Option<Origin>> {
    let Some(ours) = receipts::find(db, channel, called)? else { return Ok(None) };
    let kept = events::find(db, &*shared.seal()?, ours.event)?;
    Ok(kept.and_then(|kept| kept.event.origin))
}
