//! Table `views` of `settings.db`: saved views of the list of conversations.

use rusqlite::Connection;

use super::Store;
use super::sql::num;
use crate::domain::ViewId;
use crate::error::{Error, Result};
use crate::schema::SavedView;

impl Store {
    /// All saved views, by creation.
    pub async fn views(&self) -> Result<Vec<SavedView>> {
        self.settings_db(all).await
    }

    /// Creates or replaces a view.
    pub async fn put_view(&self, view: SavedView) -> Result<()> {
        self.change_settings(move |db| put(db, &view)).await
    }

    /// Deletes a view. False when there is none.
    pub async fn delete_view(&self, id: ViewId) -> Result<bool> {
        self.change_settings(move |db| Ok(db.execute("DELETE FROM views WHERE id = ?1", [num(id.0)])? > 0))
            .await
    }
}

fn all(db: &Connection) -> Result<Vec<SavedView>> {
    let mut select = db.prepare("SELECT plain FROM views ORDER BY id")?;
    let rows = select.query_map([], |row| row.get::<_, String>(0))?;
    let mut views = Vec::new();
    for plain in rows {
        let view =
            serde_json::from_str(&plain?).map_err(|cause| Error::unexpected("reading a view", &cause))?;
        views.push(view);
    }
    Ok(views)
}

fn put(db: &Connection, view: &SavedView) -> Result<()> {
    let plain = serde_json::to_string(view).map_err(|cause| Error::unexpected("writing JSON", &cause))?;
    db.execute(
        "INSERT INTO views VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET plain = ?2",
        (num(view.id.0), plain),
    )?;
    Ok(())
}
