//! Table `pause` of `settings.db`: a row while everything is paused.

use rusqlite::{Connection, OptionalExtension as _};

use super::Store;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::schema::Pause;

impl Store {
    /// Whether everything is paused, and until when.
    #[must_use]
    pub fn pause(&self) -> Option<Pause> {
        self.0.shared.pause()
    }

    /// Pauses everything, or nothing any more. What waits is shown as on hold from then on.
    pub async fn put_pause(&self, pause: Option<Pause>) -> Result<()> {
        self.change_settings(move |db| put(db, pause)).await?;
        self.0.shared.set_pause(pause);
        Ok(())
    }
}

pub(super) fn get(db: &Connection) -> Result<Option<Pause>> {
    let until = |row: &rusqlite::Row<'_>| row.get::<_, Option<i64>>(0);
    let found = db.query_row("SELECT until FROM pause", [], until).optional()?;
    Ok(found.map(|until| Pause { until: until.map(Timestamp) }))
}

fn put(db: &Connection, pause: Option<Pause>) -> Result<()> {
    match pause {
        Some(Pause { until }) => db.execute(
            "INSERT INTO pause VALUES (1, ?1) ON CONFLICT DO UPDATE SET until = ?1",
            [until.map(|until| until.0)],
        )?,
        None => db.execute("DELETE FROM pause", [])?,
    };
    Ok(())
}
