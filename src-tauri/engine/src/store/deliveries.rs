//! Table `deliveries`: events owed to destinations. The state "on hold" is never stored, see [`super::shared::Shown`].

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::sql::{code, id, num, state, statement};
use super::steps::{Due, LaneId};
use super::writer::Tx;
use crate::domain::{
    ChannelId, Code, DeliveryId, DestinationId, EventId, EventKind, ExchangeId, SkipReason, State, Timestamp,
};
use crate::error::Result;

/// A delivery that comes to be owed.
pub(super) struct New {
    pub(super) id: DeliveryId,
    pub(super) event: EventId,
    pub(super) exchange: ExchangeId,
    pub(super) channel: ChannelId,
    pub(super) destination: DestinationId,
    pub(super) lane: LaneId,
    pub(super) kind: EventKind,
}

/// A delivery as it stands.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) id: DeliveryId,
    pub(super) event: EventId,
    pub(super) exchange: ExchangeId,
    pub(super) channel: ChannelId,
    pub(super) destination: DestinationId,
    pub(super) lane: LaneId,
    pub(super) kind: EventKind,
    pub(super) state: State,
    pub(super) skipped: Option<SkipReason>,
    pub(super) code: Option<Code>,
    pub(super) made: u32,
    pub(super) tries: u32,
    pub(super) failing_since: Option<Timestamp>,
    pub(super) due: Option<Timestamp>,
    pub(super) out_of_order: bool,
    pub(super) body: Option<i64>,
}

/// The columns [`read`] reads, in its order.
pub(super) const COLUMNS: &str = "id, event, exchange, channel, destination, lane, kind, state, skipped, code, made, tries, \
                                  failing_since, due, out_of_order, body";

/// Adds one, due at once.
pub(super) fn insert(tx: &Tx<'_>, new: New) -> Result<()> {
    statement(
        tx.db,
        "INSERT INTO deliveries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, NULL, NULL, 0, 0, NULL, NULL, 0, NULL)",
    )?
    .execute((
        num(new.id.0),
        num(new.event.0),
        num(new.exchange.0),
        num(new.channel.0),
        num(new.destination.0),
        new.lane.0,
        new.kind.name(),
    ))?;
    Ok(())
}

/// One delivery from a row of [`COLUMNS`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        id: id(row.get(0)?),
        event: id(row.get(1)?),
        exchange: id(row.get(2)?),
        channel: id(row.get(3)?),
        destination: id(row.get(4)?),
        lane: LaneId(row.get(5)?),
        kind: EventKind::from_name(row.get_ref(6)?.as_str()?).unwrap_or(EventKind::PlatformOther),
        state: state(row.get(7)?),
        skipped: row.get::<_, Option<i64>>(8)?.and_then(SkipReason::from_number),
        code: code(row.get::<_, Option<String>>(9)?.as_deref()),
        made: row.get(10)?,
        tries: row.get(11)?,
        failing_since: row.get::<_, Option<i64>>(12)?.map(Timestamp),
        due: row.get::<_, Option<i64>>(13)?.map(Timestamp),
        out_of_order: row.get(14)?,
        body: row.get(15)?,
    })
}

/// One delivery.
pub(super) fn find(db: &Connection, delivery: DeliveryId) -> Result<Option<Standing>> {
    Ok(statement(db, &format!("SELECT {COLUMNS} FROM deliveries WHERE id = ?1"))?
        .query_row([num(delivery.0)], read)
        .optional()?)
}

/// Writes how a delivery stands now.
pub(super) fn update(tx: &Tx<'_>, now: &Standing) -> Result<()> {
    statement(
        tx.db,
        "UPDATE deliveries SET lane = ?2, state = ?3, skipped = ?4, code = ?5, made = ?6, tries = ?7, failing_since = ?8, due = ?9,
         out_of_order = ?10, body = ?11 WHERE id = ?1",
    )?
    .execute((
        num(now.id.0),
        now.lane.0,
        now.state as u8,
        now.skipped.map(|reason| reason as u8),
        now.code.map(Code::name),
        now.made,
        now.tries,
        now.failing_since.map(|at| at.0),
        now.due.map(|at| at.0),
        now.out_of_order,
        now.body,
    ))?;
    Ok(())
}

/// The oldest delivery a lane still owes, and when it is due.
pub(super) fn head(db: &Connection, lane: LaneId) -> Result<Option<(DeliveryId, Option<Timestamp>)>> {
    Ok(statement(
        db,
        "SELECT id, due FROM deliveries WHERE lane = ?1 AND state IN (0, 5) ORDER BY id LIMIT 1",
    )?
    .query_row([lane.0], |row| Ok((id(row.get(0)?), row.get::<_, Option<i64>>(1)?.map(Timestamp))))
    .optional()?)
}

/// What an exchange caused, in order.
pub(super) fn of_exchange(
    db: &Connection,
    exchange: ExchangeId,
    caused: Option<super::exchanges::Caused>,
) -> Result<Vec<Standing>> {
    let Some(caused) = caused else { return Ok(Vec::new()) };
    let sql =
        format!("SELECT {COLUMNS} FROM deliveries WHERE id BETWEEN ?1 AND ?2 AND exchange = ?3 ORDER BY id");
    let mut select = statement(db, &sql)?;
    let rows = select.query_map((num(caused.first), num(caused.last), num(exchange.0)), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets a lane's head to the oldest it owes. Gives it when it is due by `now`.
pub(super) fn advance(
    tx: &mut Tx<'_>,
    destination: DestinationId,
    lane: LaneId,
    now: Timestamp,
) -> Result<Option<Due>> {
    let owes_nothing = tx.memory.owed.get(lane) == Some(&0);
    let head = if owes_nothing { None } else { head(tx.db, lane)? };
    let head = head.map(|(delivery, due)| (delivery, due.unwrap_or(now)));
    super::lanes::set_head(tx, lane, head)?;
    Ok(head.filter(|(_, due)| *due <= now).map(|(delivery, _)| Due { destination, lane, delivery }))
}
