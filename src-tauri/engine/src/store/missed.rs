//! Facts `missed:<channel>`: since when it is not certain that all a platform said is here. Set by the start that finds a gap, before the
//! first sign of life that would hide it, and taken away when the platform was asked for all of it: so a stop on the way loses nothing.

use std::collections::HashMap;

use rusqlite::Connection;

use super::sql::statement;
use super::{Store, tallies};
use crate::domain::{ChannelId, Timestamp};
use crate::error::Result;

fn name(channel: ChannelId) -> String {
    format!("missed:{channel}")
}

/// Marks every channel as not certain since the last sign of life, unless it has not been since longer. Gives all marks.
pub(super) fn begin(
    db: &Connection,
    channels: &[ChannelId],
    alive_at: i64,
) -> Result<HashMap<ChannelId, Timestamp>> {
    let mut since = HashMap::new();
    for channel in channels {
        let name = name(*channel);
        let marked = tallies::fact(db, &name)?;
        let at = if marked > 0 { marked.min(alive_at) } else { alive_at };
        tallies::set_fact(db, &name, at)?;
        since.insert(*channel, Timestamp(at));
    }
    Ok(since)
}

impl Store {
    /// Since when it is not certain that all this channel's platform said is here, as far as that was known at the start.
    pub fn missed(&self, channel: ChannelId) -> Option<Timestamp> {
        self.0.missed.get(&channel).copied()
    }

    /// Notes since when it is not certain that all a channel's platform said is here; none: it is.
    pub async fn set_missed(&self, channel: ChannelId, since: Option<Timestamp>) -> Result<()> {
        self.0
            .writer
            .keep(move |tx| match since {
                Some(at) => tallies::set_fact(tx.db, &name(channel), at.0),
                None => {
                    statement(tx.db, "DELETE FROM facts WHERE name = ?1")?.execute([name(channel)])?;
                    Ok(())
                }
            })
            .await
    }
}
