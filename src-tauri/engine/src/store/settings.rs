//! Table `settings` of `settings.db`: one row of JSON. What a version does not know it ignores, what it misses takes its default.

use rusqlite::{Connection, OptionalExtension as _};

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
