//! Table `seen`: the last revision of everything a platform told of, by which a repeat is recognised.

use super::sql::{num, statement};
use super::writer::Tx;
use crate::domain::{ChannelId, EventKind, Identity};
use crate::error::Result;

/// True when this is what was stored last under that key: a repeat. Otherwise remembers it; a return to an older revision is news.
pub(super) fn is_repeat(
    tx: &Tx<'_>,
    channel: ChannelId,
    kind: EventKind,
    identity: &Identity,
) -> Result<bool> {
    let changed = statement(
        tx.db,
        "INSERT INTO seen VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET revision = excluded.revision WHERE revision <> excluded.revision",
    )?
    .execute((num(channel.0), kind.name(), &identity.key, identity.revision.cast_signed()))?;
    Ok(changed == 0)
}
