//! All that is known of the way of one message: the exchange that brought it with everything it caused, and what was said of that later.

use rusqlite::{Connection, OptionalExtension as _};

use super::shared::Shared;
use super::sql::{id, num, statement};
use super::turns::{self, Turn};
use super::writer::Tx;
use super::{Store, deliveries, details};
use crate::domain::{DeliveryId, ExchangeId, MessageId};
use crate::error::Result;
use crate::schema::{ExchangeDetail, JourneyRef};

/// All that is known of the way of one message.
#[derive(Debug)]
pub struct Travelled {
    /// What brought it, with what it caused; or a call of ours that belongs to no message.
    pub cause: ExchangeDetail,
    /// What was said of its deliveries.
    pub turns: Vec<Turn>,
    /// The exchange this one was made out of by hand.
    pub copy_of: Option<ExchangeId>,
    /// Exchanges that were made out of this one.
    pub copies: Vec<ExchangeId>,
}

impl Store {
    /// The way of a message; none when it is gone. Of several things named, the first in the order of the fields counts.
    pub async fn travelled(&self, which: JourneyRef) -> Result<Option<Travelled>> {
        let shared = std::sync::Arc::clone(&self.0.shared);
        self.read(move |reader| travelled(&reader.db, &shared, &which)).await
    }

    /// Remembers that an exchange was made out of an earlier one. Nothing happens where it is gone already.
    pub async fn put_copy(&self, exchange: ExchangeId, original: ExchangeId) -> Result<()> {
        self.0.writer.keep(move |tx| put_copy(tx, exchange, original)).await
    }
}

fn put_copy(tx: &Tx<'_>, exchange: ExchangeId, original: ExchangeId) -> Result<()> {
    statement(tx.db, "INSERT OR REPLACE INTO copies SELECT id, ?2 FROM exchanges WHERE id = ?1")?
        .execute((num(exchange.0), num(original.0)))?;
    Ok(())
}

fn travelled(db: &Connection, shared: &Shared, which: &JourneyRef) -> Result<Option<Travelled>> {
    let Some(exchange) = cause(db, which)? else { return Ok(None) };
    let Some(cause) = details::exchange(db, shared, exchange)? else { return Ok(None) };
    let mut turns = Vec::new();
    for delivery in &cause.deliveries {
        turns.extend(turns::of_delivery(db, delivery.id)?);
    }
    let copy_of = statement(db, "SELECT original FROM copies WHERE exchange = ?1")?
        .query_row([num(exchange.0)], |row| row.get(0))
        .optional()?
        .map(id);
    let mut select =
        statement(db, "SELECT exchange FROM copies WHERE original = ?1 ORDER BY exchange LIMIT 50")?;
    let copies = select.query_map([num(exchange.0)], |row| Ok(id(row.get(0)?)))?;
    Ok(Some(Travelled { copy_of, copies: copies.collect::<Result<_, _>>()?, turns, cause }))
}

/// The exchange a journey begins with.
fn cause(db: &Connection, which: &JourneyRef) -> Result<Option<ExchangeId>> {
    if let Some(exchange) = which.exchange {
        let delivery: Option<DeliveryId> = statement(db, "SELECT delivery FROM exchanges WHERE id = ?1")?
            .query_row([num(exchange.0)], |row| row.get::<_, Option<i64>>(0))
            .optional()?
            .flatten()
            .map(id);
        let owed = delivery.map(|delivery| deliveries::find(db, delivery)).transpose()?.flatten();
        return Ok(Some(owed.map_or(exchange, |owed| owed.exchange)));
    }
    if let Some(delivery) = which.delivery {
        return Ok(deliveries::find(db, delivery)?.map(|owed| owed.exchange));
    }
    match which.message {
        Some(message) => of_message(db, message),
        None => Ok(None),
    }
}

fn of_message(db: &Connection, message: MessageId) -> Result<Option<ExchangeId>> {
    Ok(statement(db, "SELECT v.exchange FROM messages m JOIN events v ON v.id = m.event WHERE m.id = ?1")?
        .query_row([num(message.0)], |row| Ok(id(row.get(0)?)))
        .optional()?)
}
