//! Table `lanes`: what is sent to one destination in order. The schedule reads these, never deliveries: a lane knows its head and when
//! that is due.

use rusqlite::{Connection, OptionalExtension as _};

use super::Store;
use super::sql::{id, num, statement};
use super::steps::{Due, LaneId};
use super::writer::Tx;
use crate::domain::{DeliveryId, DestinationId, Timestamp};
use crate::error::Result;

impl Store {
    /// Lanes of a destination that are due by `now`, longest due first, at most `limit`, leaving out `busy`. None while the key cannot be
    /// read: nothing could be sent.
    pub async fn due(
        &self,
        destination: DestinationId,
        now: Timestamp,
        limit: usize,
        busy: &[LaneId],
    ) -> Result<Vec<Due>> {
        if self.0.shared.key_error().is_some() {
            return Ok(Vec::new());
        }
        let busy = busy.to_vec();
        self.read(move |reader| due(&reader.db, destination, now, limit, &busy)).await
    }

    /// When the next lane of a destination falls due; none when nothing waits. Lanes in `busy` do not count.
    pub async fn next_due(&self, destination: DestinationId, busy: &[LaneId]) -> Result<Option<Timestamp>> {
        if self.0.shared.key_error().is_some() {
            return Ok(None);
        }
        let busy = busy.to_vec();
        self.read(move |reader| next_due(&reader.db, destination, &busy)).await
    }

    /// The clock jumped by this much (ms): due times move along.
    pub async fn shift_due(&self, by_ms: i64) -> Result<()> {
        self.0.writer.keep(move |tx| shift(tx, by_ms)).await
    }
}

/// Puts a new delivery at the end of the lane with that key. Gives the lane, and whether the delivery is its head.
pub(super) fn join(
    tx: &mut Tx<'_>,
    destination: DestinationId,
    key: &str,
    delivery: DeliveryId,
    due: Timestamp,
) -> Result<(LaneId, bool)> {
    let at = (destination, key.to_owned());
    let known = match tx.memory.lanes.get(at.clone()).copied() {
        Some(lane) => tx.memory.owed.get(lane).map(|owed| (lane, *owed == 0)),
        None => None,
    };
    let known = match known {
        Some(known) => Some(known),
        None => statement(tx.db, "SELECT id, due IS NULL FROM lanes WHERE destination = ?1 AND key = ?2")?
            .query_row((num(destination.0), key), |row| Ok((LaneId(row.get(0)?), row.get(1)?)))
            .optional()?,
    };
    let (lane, is_head) = match known {
        None => (open(tx, destination, Some(key), delivery, due)?, true),
        Some((lane, false)) => (lane, false),
        Some((lane, true)) => {
            set_head(tx, lane, Some((delivery, due)))?;
            (lane, true)
        }
    };
    let owed = if is_head { Some(1) } else { tx.memory.owed.get(lane).map(|owed| owed + 1) };
    if let Some(owed) = owed {
        tx.memory.owed.put(lane, owed);
    }
    tx.memory.lanes.put(at, lane);
    Ok((lane, is_head))
}

/// A lane owes one delivery less.
pub(super) fn ended(tx: &mut Tx<'_>, lane: LaneId) {
    if let Some(owed) = tx.memory.owed.remove(&lane).and_then(|owed| owed.checked_sub(1)) {
        tx.memory.owed.put(lane, owed);
    }
}

/// Something else happened to what a lane owes: it is counted no more.
pub(super) fn changed(tx: &mut Tx<'_>, lane: LaneId) {
    tx.memory.owed.remove(&lane);
}

/// Opens a lane; without a key it is for this delivery alone. Its id is never given again: a delivery may remember a lane that is gone.
pub(super) fn open(
    tx: &Tx<'_>,
    destination: DestinationId,
    key: Option<&str>,
    delivery: DeliveryId,
    due: Timestamp,
) -> Result<LaneId> {
    let new = num(tx.next_id::<u64>());
    statement(tx.db, "INSERT INTO lanes VALUES (?1, ?2, ?3, ?4, ?5)")?.execute((
        new,
        num(destination.0),
        key,
        due.0,
        num(delivery.0),
    ))?;
    Ok(LaneId(new))
}

/// Sets what a lane holds next; none: it is idle, or gone when it was for one delivery.
pub(super) fn set_head(tx: &Tx<'_>, lane: LaneId, head: Option<(DeliveryId, Timestamp)>) -> Result<()> {
    match head {
        Some((delivery, due)) => {
            statement(tx.db, "UPDATE lanes SET due = ?2, head = ?3 WHERE id = ?1")?.execute((
                lane.0,
                due.0,
                num(delivery.0),
            ))?;
        }
        None => {
            let idle = statement(
                tx.db,
                "UPDATE lanes SET due = NULL, head = NULL WHERE id = ?1 AND key IS NOT NULL",
            )?
            .execute([lane.0])?;
            if idle == 0 {
                statement(tx.db, "DELETE FROM lanes WHERE id = ?1")?.execute([lane.0])?;
            }
        }
    }
    Ok(())
}

/// Lanes of a destination that are due by `now`, longest due first, leaving out `busy`.
pub(super) fn due(
    db: &Connection,
    destination: DestinationId,
    now: Timestamp,
    limit: usize,
    busy: &[LaneId],
) -> Result<Vec<Due>> {
    let mut select = statement(
        db,
        "SELECT id, head FROM lanes WHERE destination = ?1 AND due <= ?2 ORDER BY due LIMIT ?3",
    )?;
    let reach = i64::try_from(limit.saturating_add(busy.len())).unwrap_or(i64::MAX);
    let rows = select.query_map((num(destination.0), now.0, reach), |row| {
        Ok(Due { destination, lane: LaneId(row.get(0)?), delivery: id(row.get(1)?) })
    })?;
    let mut found = rows.collect::<Result<Vec<_>, _>>()?;
    found.retain(|due| !busy.contains(&due.lane));
    found.truncate(limit);
    Ok(found)
}

/// When the next lane of a destination falls due, leaving out `busy`.
pub(super) fn next_due(
    db: &Connection,
    destination: DestinationId,
    busy: &[LaneId],
) -> Result<Option<Timestamp>> {
    let mut select = statement(
        db,
        "SELECT id, due FROM lanes WHERE destination = ?1 AND due IS NOT NULL ORDER BY due LIMIT ?2",
    )?;
    let reach = i64::try_from(busy.len().saturating_add(1)).unwrap_or(i64::MAX);
    let mut rows = select.query((num(destination.0), reach))?;
    while let Some(row) = rows.next()? {
        if !busy.contains(&LaneId(row.get(0)?)) {
            return Ok(Some(Timestamp(row.get(1)?)));
        }
    }
    Ok(None)
}

/// The wall clock jumped: due times move along.
pub(super) fn shift(tx: &Tx<'_>, by_ms: i64) -> Result<()> {
    statement(tx.db, "UPDATE lanes SET due = due + ?1 WHERE due IS NOT NULL")?.execute([by_ms])?;
    statement(
        tx.db,
        "UPDATE deliveries SET due = due + ?1 WHERE due IS NOT NULL AND id IN (SELECT head FROM lanes WHERE head IS NOT NULL
         UNION SELECT id FROM deliveries WHERE state IN (5, 6, 10) AND state = 5)",
    )?
    .execute([by_ms])?;
    statement(
        tx.db,
        "UPDATE exchanges SET next_at = next_at + ?1 WHERE result IN (5, 6, 8, 10, 11) AND result = 5 AND next_at IS NOT NULL",
    )?
    .execute([by_ms])?;
    Ok(())
}

/// Whether a lane is still there: one for a single delivery goes with it.
pub(super) fn exists(db: &Connection, lane: LaneId) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM lanes WHERE id = ?1")?.exists([lane.0])?)
}

/// Whether a lane is there for one delivery alone.
pub(super) fn is_single(db: &Connection, lane: LaneId) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM lanes WHERE id = ?1 AND key IS NULL")?.exists([lane.0])?)
}

/// Whether this delivery is what a lane holds next.
pub(super) fn is_head(db: &Connection, lane: LaneId, delivery: DeliveryId) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM lanes WHERE id = ?1 AND head = ?2")?.exists((lane.0, num(delivery.0)))?)
}

/// Lets a lane go that owes nothing: one whose key will hardly come again, such as a message's.
pub(super) fn drop_idle(tx: &mut Tx<'_>, lane: LaneId) -> Result<()> {
    let gone =
        statement(tx.db, "DELETE FROM lanes WHERE id = ?1 AND due IS NULL RETURNING destination, key")?
            .query_row([lane.0], |row| Ok((id(row.get(0)?), row.get::<_, Option<String>>(1)?)))
            .optional()?;
    if let Some((destination, Some(key))) = gone {
        tx.memory.lanes.remove(&(destination, key));
        tx.memory.owed.remove(&lane);
    }
    Ok(())
}
