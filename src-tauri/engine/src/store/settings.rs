//! Table `settings` of `settings.db`: one row of JSON. What a version does not know it ignores, what it misses takes its default.

use rusqlite::{Connection, OptionalExtension as _};

use super::{Role, Store, channels, destinations, links};
use crate::domain::{Channel, Link, LinkId};
use crate::error::{Error, Result};
use crate::schema::Settings;

/// The settings, defaults where none were saved.
pub(super) fn get(db: &Connection) -> Result<Settings> {
    let plain: Option<String> =
        db.query_row("SELECT plain FROM settings", [], |row| row.get(0)).optional()?;
    plain.map_or_else(
        || Ok(Settings::default()),
        |plain| {
            serde_json::from_str(&plain).map_err(|cause| Error::unexpected("reading the settings", &cause))
        },
    )
}

/// Replaces them.
pub(super) fn put(db: &Connection, settings: &Settings) -> Result<()> {
    let plain = serde_json::to_string(settings).map_err(|cause| Error::unexpected("writing JSON", &cause))?;
    db.execute("INSERT INTO settings VALUES (1, ?1) ON CONFLICT DO UPDATE SET plain = ?1", [plain])?;
    Ok(())
}

impl Store {
    /// The settings, defaults where none were saved.
    pub async fn settings(&self) -> Result<Settings> {
        Ok(self.0.shared.settings())
    }

    /// Replaces the settings.
    pub async fn put_settings(&self, settings: Settings) -> Result<()> {
        let written = settings.clone();
        self.change_settings(move |db| put(db, &written)).await?;
        self.0.shared.set_settings(settings);
        Ok(())
    }

    /// Replaces the settings and these channels and links, and takes other links away: all of it or nothing.
    pub(crate) async fn put_all(
        &self,
        settings: Settings,
        put: Vec<Channel>,
        joined: Vec<Link>,
        parted: Vec<LinkId>,
    ) -> Result<()> {
        let seal = self.0.shared.seal()?;
        let written = (settings.clone(), put.clone());
        self.change_settings(move |db| {
            let tx = db.unchecked_transaction()?;
            self::put(&tx, &written.0)?;
            written.1.iter().try_for_each(|channel| channels::put(&tx, &seal, channel))?;
            joined.iter().try_for_each(|link| links::put(&tx, link))?;
            parted.iter().try_for_each(|link| links::delete(&tx, *link).map(drop))?;
            tx.commit()?;
            Ok(())
        })
        .await?;
        self.0.shared.set_settings(settings);
        let ids: Vec<_> = put.iter().map(|channel| channel.id).collect();
        put.into_iter().for_each(|channel| self.0.shared.set_channel(channel));
        self.0
            .writer
            .keep(move |tx| {
                ids.iter().try_for_each(|id| destinations::ensure(tx, *id, Role::Endpoint).map(drop))
            })
            .await
    }
}
