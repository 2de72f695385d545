//! What lets a delivery wait, or stop waiting, without a try.

use super::deliveries::{self, Standing};
use super::steps::{Due, Verdict};
use super::writer::Tx;
use super::{exchanges, lanes};
use crate::domain::{DeliveryId, ExchangeId, SkipReason, State, Timestamp};
use crate::error::Result;

/// Why a verdict skips, where it does.
pub(super) fn reason(verdict: Verdict) -> Option<SkipReason> {
    match verdict {
        Verdict::Stale => Some(SkipReason::Stale),
        Verdict::Nothing => Some(SkipReason::NothingToSend),
        _ => None,
    }
}

/// They have it and will say what became of it: until `due` it waits in a lane of its own, where it holds up nobody. True when it was
/// there already.
pub(super) fn await_word(tx: &Tx<'_>, now: &mut Standing, due: Timestamp) -> Result<bool> {
    let single = lanes::is_single(tx.db, now.lane)?;
    if single {
        lanes::set_head(tx, now.lane, Some((now.id, due)))?;
    } else {
        now.lane = lanes::open(tx, now.destination, None, now.id, due)?;
    }
    now.due = Some(due);
    deliveries::update(tx, now)?;
    Ok(single)
}

/// Lets a delivery wait at the head of its lane until this time.
pub(super) fn postpone(tx: &Tx<'_>, delivery: DeliveryId, until: Timestamp) -> Result<()> {
    let Some(mut now) = deliveries::find(tx.db, delivery)?.filter(Standing::is_owed) else { return Ok(()) };
    now.due = Some(until);
    deliveries::update(tx, &now)?;
    if lanes::is_head(tx.db, now.lane, now.id)? {
        lanes::set_head(tx, now.lane, Some((now.id, until)))?;
    }
    Ok(())
}

/// Makes due at once what an exchange caused and what was put off without having failed: what it waited for is there.
pub(super) fn resume(tx: &mut Tx<'_>, exchange: ExchangeId, at: Timestamp) -> Result<Vec<Due>> {
    let Some(caused) = exchanges::caused(tx.db, exchange)? else { return Ok(Vec::new()) };
    let mut due = Vec::new();
    for mut now in deliveries::of_exchange(tx.db, exchange, Some(caused))? {
        if now.state != State::Received || now.due.is_none_or(|due| due <= at) {
            continue;
        }
        now.due = None;
        deliveries::update(tx, &now)?;
        due.extend(deliveries::advance(tx, now.destination, now.lane, at)?);
    }
    Ok(due)
}
