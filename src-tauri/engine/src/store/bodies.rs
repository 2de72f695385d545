//! Table `bodies`: what was said, sealed, once by content among the bodies of late.
//!
//! A body is shared only within its channel and only while the writer remembers it. An index over all digests would cost a random page
//! for every message; what comes again (repeats, tries of one delivery, the same short answers) comes again soon.

use rusqlite::{Connection, OptionalExtension as _};

use super::retention::SHARED_FOR_MS;
use super::seal::{Kind, Seal};
use super::sql::{count, id, num, statement};
use super::writer::Tx;
use crate::domain::{BodyId, ChannelId};
use crate::error::Result;

/// A body, made ready outside the writer.
#[derive(Debug)]
pub(super) struct Ready {
    digest: [u8; 16],
    size: usize,
    sealed: Vec<u8>,
}

/// Seals a body; none for an empty one, which is not kept.
pub(super) fn ready(seal: &Seal, body: &[u8]) -> Result<Option<Ready>> {
    if body.is_empty() {
        return Ok(None);
    }
    Ok(Some(Ready { digest: seal.digest(body), size: body.len(), sealed: seal.seal(Kind::Body, body)? }))
}

/// Keeps a body, or finds the one that is the same. Without a channel it is not shared, so that it can go without a look at the others:
/// that of a request no channel claims, or of a call that may go sooner than the rest of its channel's.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    channel: Option<ChannelId>,
    body: Option<&Ready>,
) -> Result<Option<BodyId>> {
    let Some(body) = body else { return Ok(None) };
    if let Some(channel) = channel
        && let Some(known) = tx.memory.bodies.get((channel, body.digest)).copied()
        && tx.clock.now().since(known.time()) < SHARED_FOR_MS
    {
        return Ok(Some(known));
    }
    let new: BodyId = tx.next_id();
    statement(tx.db, "INSERT INTO bodies VALUES (?1, ?2, ?3, ?4, ?5)")?.execute((
        num(new.0),
        channel.map(|id| num(id.0)),
        body.digest,
        count(body.size),
        &body.sealed,
    ))?;
    if let Some(channel) = channel {
        tx.memory.bodies.put((channel, body.digest), new);
    }
    Ok(Some(new))
}

/// The bytes of a body; empty when there was none or it has expired.
pub(super) fn read(db: &Connection, seal: &Seal, body: Option<i64>) -> Result<Vec<u8>> {
    let Some(body) = body else { return Ok(Vec::new()) };
    let sealed: Option<Vec<u8>> = statement(db, "SELECT sealed FROM bodies WHERE id = ?1")?
        .query_row([body], |row| row.get(0))
        .optional()?;
    sealed.map_or(Ok(Vec::new()), |sealed| seal.open(Kind::Body, &sealed))
}

/// By what the writer knows a body again: whose it is, and the digest of its content.
pub(super) type Known = (ChannelId, [u8; 16]);

/// What the writer should remember after a start: the bodies of late.
pub(super) fn of_late(db: &Connection) -> Result<Vec<(Known, BodyId)>> {
    let mut select = db.prepare("SELECT channel, digest, id FROM bodies ORDER BY id DESC LIMIT 1024")?;
    let rows = select.query_map([], |row| {
        Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, [u8; 16]>(1)?, row.get::<_, i64>(2)?))
    })?;
    let mut found = Vec::new();
    for row in rows {
        let (channel, digest, body) = row?;
        found.extend(channel.map(|channel| ((id(channel), digest), id(body))));
    }
    found.reverse();
    Ok(found)
}
