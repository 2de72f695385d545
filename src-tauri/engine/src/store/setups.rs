//! Table `setups` of `settings.db`: channels whose set-up was begun and not finished. A row goes with its channel.

use super::Store;
use super::sql::{id, num};
use crate::domain::{ChannelId, Timestamp};
use crate::error::Result;
use crate::schema::Setup;

impl Store {
    /// The set-ups that are not finished, the one last worked on first.
    pub async fn setups(&self) -> Result<Vec<Setup>> {
        self.settings_db(|db| {
            let mut select = db.prepare("SELECT channel, step, at FROM setups ORDER BY at DESC, channel")?;
            let rows = select.query_map([], |row| {
                Ok(Setup { channel: id(row.get(0)?), step: row.get(1)?, at: Timestamp(row.get(2)?) })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .await
    }

    /// Notes how far a set-up has come.
    pub async fn put_setup(&self, setup: Setup) -> Result<()> {
        self.settings_db(move |db| {
            db.execute(
                "INSERT INTO setups VALUES (?1, ?2, ?3) ON CONFLICT (channel) DO UPDATE SET step = ?2, at = ?3",
                (num(setup.channel.0), setup.step, setup.at.0),
            )?;
            Ok(())
        })
        .await
    }

    /// A set-up is finished.
    pub async fn end_setup(&self, channel: ChannelId) -> Result<()> {
        self.settings_db(move |db| {
            db.execute("DELETE FROM setups WHERE channel = ?1", [num(channel.0)])?;
            Ok(())
        })
        .await
    }
}
