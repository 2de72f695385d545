//! Table `turns`: what turned the fate of a delivery besides its tries.

use rusqlite::Connection;

use super::sql::{id, num, statement};
use super::writer::Tx;
use crate::domain::{DeliveryId, ExchangeId, State, Timestamp};
use crate::error::Result;

/// What was said of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Says {
    /// The platform has it.
    Delivered = 0,
    /// The person it was meant for saw it.
    Read = 1,
    /// The platform could not handle it.
    Failed = 2,
    /// Somebody wanted it sent again.
    SentAgain = 3,
    /// It was given up, and somebody left it at that.
    LeftOut = 4,
}

/// The condition for a delivery `d` that was left out, and nothing was said of it since.
pub(super) const LEFT_OUT: &str = "EXISTS (SELECT 1 FROM turns t WHERE t.delivery = d.id AND t.says = 4 AND t.at = (SELECT max(at) FROM turns WHERE delivery = d.id))";

impl Says {
    const ALL: [Self; 5] = [Self::Delivered, Self::Read, Self::Failed, Self::SentAgain, Self::LeftOut];

    /// What a platform's word comes to.
    pub(super) const fn of(state: State) -> Self {
        match state {
            State::Read => Self::Read,
            State::Delivered => Self::Delivered,
            _ => Self::Failed,
        }
    }
}

/// Something that was said of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Of which.
    pub delivery: DeliveryId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub says: Says,
    /// What brought the word; none for what was wanted here.
    pub exchange: Option<ExchangeId>,
}

/// Notes it. The same said twice in one moment is said once.
pub(super) fn insert(
    tx: &Tx<'_>,
    delivery: DeliveryId,
    at: Timestamp,
    says: Says,
    exchange: Option<ExchangeId>,
) -> Result<()> {
    statement(tx.db, "INSERT INTO turns VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")?.execute((
        num(delivery.0),
        at.0,
        says as u8,
        exchange.map(|id| num(id.0)),
    ))?;
    Ok(())
}

/// What was said of one, in order.
pub(super) fn of_delivery(db: &Connection, delivery: DeliveryId) -> Result<Vec<Turn>> {
    /// A platform that repeats itself for ever must not fill a screen.
    const MOST: usize = 200;
    let mut select =
        statement(db, "SELECT at, says, exchange FROM turns WHERE delivery = ?1 ORDER BY at, says LIMIT ?2")?;
    let rows = select.query_map((num(delivery.0), super::sql::count(MOST)), |row| {
        let says = usize::try_from(row.get::<_, i64>(1)?).ok().and_then(|i| Says::ALL.get(i)).copied();
        Ok(Turn {
            delivery,
            at: Timestamp(row.get(0)?),
            says: says.unwrap_or(Says::Delivered),
            exchange: row.get::<_, Option<i64>>(2)?.map(id),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
