//! Table `attempts`: every call of every try at a delivery; its request and answer are an exchange.

use rusqlite::{Connection, OptionalExtension as _};

use super::sql::{code, id, num, statement};
use super::writer::Tx;
use crate::domain::{Code, DeliveryId, ExchangeId, Timestamp};
use crate::error::{Error, Result};
use crate::schema::{AttemptView, Timings};

/// One try, to be kept.
pub(super) struct New<'a> {
    pub(super) delivery: DeliveryId,
    pub(super) number: u32,
    pub(super) exchange: ExchangeId,
    pub(super) at: Timestamp,
    pub(super) status: Option<u16>,
    pub(super) code: Option<Code>,
    pub(super) timings: &'a str,
    pub(super) certificate: Option<&'a [u8]>,
    /// What a call to a platform was for.
    pub(super) step: Option<&'a str>,
}

/// Adds one.
pub(super) fn insert(tx: &Tx<'_>, new: New<'_>) -> Result<()> {
    statement(tx.db, "INSERT INTO attempts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?.execute((
        num(new.delivery.0),
        new.number,
        num(new.exchange.0),
        new.at.0,
        new.status,
        new.code.map(Code::name),
        new.timings,
        new.certificate,
        new.step,
    ))?;
    Ok(())
}

/// The exchange of one try.
pub(super) fn exchange(db: &Connection, delivery: DeliveryId, number: u32) -> Result<Option<ExchangeId>> {
    Ok(statement(db, "SELECT exchange FROM attempts WHERE delivery = ?1 AND number = ?2")?
        .query_row((num(delivery.0), number), |row| Ok(id(row.get(0)?)))
        .optional()?)
}

/// The tries of a delivery, oldest first.
pub(super) fn of_delivery(db: &Connection, delivery: DeliveryId) -> Result<Vec<AttemptView>> {
    let mut select = statement(
        db,
        "SELECT number, exchange, at, status, code, timings, step FROM attempts WHERE delivery = ?1 ORDER BY number",
    )?;
    let rows = select.query_map([num(delivery.0)], |row| {
        Ok(AttemptView {
            number: row.get(0)?,
            exchange: id(row.get(1)?),
            at: Timestamp(row.get(2)?),
            status: row.get(3)?,
            error: code(row.get::<_, Option<String>>(4)?.as_deref()).map(Error::new),
            timings: timings(row.get_ref(5)?.as_str()?),
            step: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When a delivery was last tried.
pub(super) fn last_at(db: &Connection, delivery: DeliveryId, tries: u32) -> Result<Option<Timestamp>> {
    Ok(statement(db, "SELECT at FROM attempts WHERE delivery = ?1 AND number = ?2")?
        .query_row((num(delivery.0), tries), |row| Ok(Timestamp(row.get(0)?)))
        .optional()?)
}

/// What one try's exchange shows besides: where the time went, and the certificate that was refused.
pub(super) fn of_exchange(
    db: &Connection,
    delivery: DeliveryId,
    exchange: ExchangeId,
) -> Result<Option<(Timings, Option<Vec<u8>>)>> {
    Ok(statement(db, "SELECT timings, certificate FROM attempts WHERE delivery = ?1 AND exchange = ?2")?
        .query_row((num(delivery.0), num(exchange.0)), |row| {
            Ok((timings(row.get_ref(0)?.as_str()?), row.get(1)?))
        })
        .optional()?)
}

fn timings(json: &str) -> Timings {
    serde_json::from_str(json).unwrap_or_default()
}
