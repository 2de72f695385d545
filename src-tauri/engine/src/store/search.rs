//! Words in the log.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::shared::Shown;
use crate::api::schema::ExchangeRow;
use crate::domain::ExchangeId;
use crate::error::Result;

/// Finds rows of the log by words.
pub(super) struct Search;

impl Search {
    pub(super) fn open(_folder: &std::path::Path) -> Result<Self> {
        Ok(Self)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one query")]
    pub(super) fn rows(
        &mut self,
        db: &Connection,
        shown: &Shown,
        words: &str,
        clause: &str,
        values: &[Value],
        range: (i64, i64, bool),
        limit: usize,
    ) -> Result<(Vec<ExchangeRow>, Option<ExchangeId>)> {
        let (above, below, newest_first) = range;
        let order = if newest_first { "DESC" } else { "ASC" };
        let mut values = values.to_vec();
        values.push(Value::Text(words.to_owned()));
        let sql = format!(
            "SELECT {} FROM exchanges WHERE id > {above} AND id < {below} AND {clause} AND instr(preview || ' ' || who, ?{}) > 0
             ORDER BY id {order} LIMIT {limit}",
            super::exchanges::COLUMNS,
            values.len(),
        );
        Ok((super::pages::select(db, shown, &sql, &values)?, None))
    }
}
