//! Table `activity`: what was noted for the admin.

use std::collections::BTreeMap;

use super::{KEPT_MS, json};
use crate::domain::{ActivityId, ProblemId, Timestamp};
use crate::error::Result;
use crate::store::Store;
use crate::store::sql::{id, num, statement};
use crate::store::writer::Tx;

/// Something that was noted for the admin.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Ours.
    pub id: ActivityId,
    /// When.
    pub at: Timestamp,
    /// What, as the catalogue names it.
    pub kind: String,
    /// The problem it is about.
    pub problem: Option<ProblemId>,
    /// What fills its sentence.
    pub params: BTreeMap<String, String>,
}

/// Enters something into the activity. Of one problem the last opening and the last end are kept.
pub(super) fn note(
    tx: &Tx<'_>,
    kind: &str,
    problem: Option<ProblemId>,
    params: &BTreeMap<String, String>,
    at: Timestamp,
) -> Result<()> {
    if let Some(problem) = problem {
        statement(tx.db, "DELETE FROM activity WHERE problem = ?1 AND kind = ?2")?
            .execute((num(problem.0), kind))?;
    }
    let new: ActivityId = tx.next_id();
    statement(tx.db, "INSERT INTO activity VALUES (?1, ?2, ?3, ?4, ?5)")?.execute((
        num(new.0),
        at.0,
        kind,
        problem.map(|id| num(id.0)),
        json(params)?,
    ))?;
    Ok(())
}

impl Store {
    /// Notes something for the admin.
    pub async fn note(&self, kind: String, params: BTreeMap<String, String>) -> Result<()> {
        self.0.writer.keep(move |tx| note(tx, &kind, None, &params, tx.clock.now())).await
    }

    /// What was noted in the last 30 days, newest first.
    pub async fn activity(&self, before: Option<ActivityId>, limit: u32) -> Result<Vec<Activity>> {
        let since = self.0.shared.clock.now().plus_ms(-KEPT_MS);
        self.read(move |reader| {
            let mut select = statement(
                &reader.db,
                "SELECT id, at, kind, problem, params FROM activity WHERE id < ?1 AND at >= ?2 ORDER BY id DESC LIMIT ?3",
            )?;
            let before = before.map_or(i64::MAX, |id| num(id.0));
            let rows = select.query_map((before, since.0, limit), |row| {
                Ok(Activity {
                    id: id(row.get(0)?),
                    at: Timestamp(row.get(1)?),
                    kind: row.get(2)?,
                    problem: row.get::<_, Option<i64>>(3)?.map(id),
                    params: serde_json::from_str(row.get_ref(4)?.as_str()?).unwrap_or_default(),
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
    }
}
