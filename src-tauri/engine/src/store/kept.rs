//! How much is kept, and letting go of it when an admin says so.

use std::sync::Arc;

use rusqlite::Connection;

use super::retention::Ages;
use super::sql::{num, statement};
use super::{Store, chores, index};
use crate::domain::{ConversationId, ExchangeId, FileId, MessageId, Timestamp};
use crate::error::Result;
use crate::schema::{HistoryCount, HistoryWhat};

/// What the journal holds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kept {
    /// Bytes of the journal that are in use, and those that are free to be used again.
    pub(crate) used: u64,
    pub(crate) free: u64,
    /// Bytes of the files of messages.
    pub(crate) files: u64,
}

impl Store {
    /// How much room things take.
    pub(crate) async fn usage(&self) -> Result<Kept> {
        self.read(move |reader| {
            let (pages, free, size) = pages(&reader.db)?;
            Ok(Kept { used: pages.saturating_sub(free) * size, free: free * size, files: files(&reader.db)? })
        })
        .await
    }

    /// What would go of these kinds that came before then.
    pub(crate) async fn count_history(
        &self,
        what: Vec<HistoryWhat>,
        before: Timestamp,
    ) -> Result<HistoryCount> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let has = |one| what.contains(&one);
            let mut count = HistoryCount { waiting: shared.sums.all_waiting(), ..HistoryCount::default() };
            if has(HistoryWhat::Traffic) {
                count.exchanges = counted(&reader.db, "exchanges", num(ExchangeId::at(before).0))?;
            }
            if has(HistoryWhat::Conversations) {
                count.messages = counted(&reader.db, "messages", num(MessageId::at(before).0))?;
                count.conversations =
                    counted(&reader.db, "conversations", num(ConversationId::at(before).0))?;
            }
            if has(HistoryWhat::Files) {
                let end = num(FileId::at(before).0);
                count.files = counted(&reader.db, "files", end)?;
                count.file_bytes =
                    statement(&reader.db, "SELECT coalesce(sum(size), 0) FROM files WHERE id < ?1")?
                        .query_row([end], |row| row.get::<_, i64>(0))?
                        .max(0)
                        .cast_unsigned();
            }
            Ok(count)
        })
        .await
    }

    /// Lets go of these kinds that came before then, in slices, and of their words in the search. What is still owed stays, with all that
    /// it needs.
    pub(crate) async fn delete_history(&self, what: Vec<HistoryWhat>, before: Timestamp) -> Result<()> {
        let store = Arc::downgrade(&self.0);
        let ages = Ages::chosen(&what, before);
        // It goes on when nobody waits for it any more.
        let going = tokio::spawn(async move { chores::retire_all(&store, ages).await });
        going.await.map_err(|cause| crate::error::Error::unexpected("deleting history", &cause))??;
        chores::told(&self.0, index::Order::Purge).await;
        Ok(())
    }
}

/// Bytes in use by the journal and by the files of messages.
pub(super) fn used(db: &Connection) -> Result<u64> {
    let (pages, free, size) = pages(db)?;
    Ok(pages.saturating_sub(free) * size + files(db)?)
}

/// Pages, free ones among them, and the size of one.
fn pages(db: &Connection) -> Result<(u64, u64, u64)> {
    let number = |name: &str| -> Result<u64> {
        let number: i64 = db.pragma_query_value(None, name, |row| row.get(0))?;
        Ok(number.max(0).cast_unsigned())
    };
    Ok((number("page_count")?, number("freelist_count")?, number("page_size")?))
}

fn files(db: &Connection) -> Result<u64> {
    let bytes: i64 =
        statement(db, "SELECT coalesce(sum(size), 0) FROM files")?.query_row([], |row| row.get(0))?;
    Ok(bytes.max(0).cast_unsigned())
}

fn counted(db: &Connection, table: &str, end: i64) -> Result<u64> {
    let count: i64 = statement(db, &format!("SELECT count(*) FROM {table} WHERE id < ?1"))?
        .query_row([end], |row| row.get(0))?;
    Ok(count.max(0).cast_unsigned())
}
