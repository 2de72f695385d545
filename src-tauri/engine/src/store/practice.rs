//! Table `practice` of `settings.db`: channels that have a practice endpoint, and where they sent before.

use rusqlite::Connection;

use super::Store;
use super::seal::{Kind, Seal};
use super::sql::{id, num};
use crate::domain::ChannelId;
use crate::error::{Error, Result};
use crate::schema::PracticeAnswer;

/// A channel's practice endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeRow {
    /// The channel.
    pub channel: ChannelId,
    /// The port it listened on.
    pub port: u16,
    /// How it answers.
    pub answer: PracticeAnswer,
    /// Where the channel sent before.
    pub before: Option<String>,
}

impl Store {
    /// Every channel's practice endpoint.
    pub async fn practices(&self) -> Result<Vec<PracticeRow>> {
        let seal = self.0.shared.seal()?;
        self.settings_db(move |db| all(db, &seal)).await
    }

    /// Creates or replaces a channel's. Nothing happens where the channel is gone.
    pub async fn put_practice(&self, row: PracticeRow) -> Result<()> {
        let seal = self.0.shared.seal()?;
        self.change_settings(move |db| put(db, &seal, &row)).await
    }
}

fn all(db: &Connection, seal: &Seal) -> Result<Vec<PracticeRow>> {
    let mut select = db.prepare("SELECT channel, port, answer, sealed FROM practice")?;
    let rows = select.query_map([], |row| {
        Ok((id(row.get(0)?), row.get::<_, u16>(1)?, row.get::<_, String>(2)?, row.get::<_, Vec<u8>>(3)?))
    })?;
    let mut practices = Vec::new();
    for row in rows {
        let (channel, port, answer, sealed) = row?;
        // An answer of a newer version is the usual one.
        let answer = serde_json::from_str(&answer).unwrap_or_default();
        practices.push(PracticeRow {
            channel,
            port,
            answer,
            before: seal.open_json(Kind::Secrets, &sealed)?,
        });
    }
    Ok(practices)
}

fn put(db: &Connection, seal: &Seal, row: &PracticeRow) -> Result<()> {
    let answer =
        serde_json::to_string(&row.answer).map_err(|cause| Error::unexpected("writing JSON", &cause))?;
    let sealed = seal.seal_json(Kind::Secrets, &row.before)?;
    db.execute(
        "INSERT INTO practice SELECT id, ?2, ?3, ?4 FROM channels WHERE id = ?1
         ON CONFLICT (channel) DO UPDATE SET port = ?2, answer = ?3, sealed = ?4",
        (num(row.channel.0), row.port, answer, sealed),
    )?;
    Ok(())
}
