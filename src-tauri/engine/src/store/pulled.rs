//! Table `pulled`: how far the history of each conversation was fetched, so that a pull that is begun again is soon where it was.

use rusqlite::OptionalExtension as _;

use super::sql::{num, statement};
use super::steps::Pulled;
use super::{Store, conversations};
use crate::domain::{ChannelId, Timestamp};
use crate::error::Result;

impl Store {
    /// How far the history of a conversation was fetched; none when it never was, or is no longer here.
    pub async fn pulled(&self, channel: ChannelId, conversation: &str) -> Result<Option<Pulled>> {
        let key = conversation.to_owned();
        self.read(move |reader| {
            let sql = "SELECT p.since, p.active_at, p.last FROM pulled p JOIN conversations c ON c.id = p.conversation
                       WHERE c.channel = ?1 AND c.key = ?2";
            let found = statement(&reader.db, sql)?.query_row((num(channel.0), key), |row| {
                let from = row.get::<_, Option<i64>>(0)?.map(Timestamp);
                Ok(Pulled { from, active_at: Timestamp(row.get(1)?), last: row.get(2)? })
            });
            Ok(found.optional()?)
        })
        .await
    }

    /// Notes how far the history of a conversation was fetched. Nothing happens when it is not here.
    pub async fn set_pulled(&self, channel: ChannelId, conversation: &str, pulled: Pulled) -> Result<()> {
        let key = conversation.to_owned();
        self.0
            .writer
            .keep(move |tx| {
                let Some(id) = conversations::id_of(tx.db, channel, &key)? else { return Ok(()) };
                let Pulled { from, active_at, last } = pulled;
                statement(tx.db, "INSERT OR REPLACE INTO pulled VALUES (?1, ?2, ?3, ?4)")?.execute((
                    num(id.0),
                    from.map(|from| from.0),
                    active_at.0,
                    last,
                ))?;
                Ok(())
            })
            .await
    }
}
