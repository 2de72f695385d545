//! What an exchange tells of all that it caused: the worst of it.

use super::deliveries::{self, Standing};
use super::exchanges::{self, Caused};
use super::shared::Shown;
use super::steps::Role;
use super::writer::Tx;
use crate::domain::{ExchangeId, SkipReason, State};
use crate::error::Result;
use crate::schema::ExchangeRow;

/// All that the exchange of a delivery caused. Mostly that is one event with this one delivery, and there is nothing to read.
pub(super) fn siblings(tx: &Tx<'_>, now: &Standing, caused: Option<Caused>) -> Result<Vec<Standing>> {
    if caused.is_some_and(|caused| caused.first == now.event.0 && caused.last == now.id.0) {
        return Ok(vec![now.clone()]);
    }
    deliveries::of_exchange(tx.db, now.exchange, caused)
}

/// The worst of what an exchange caused becomes its result. What platforms are told of their own messages is no part of it.
pub(super) fn settle(tx: &Tx<'_>, cause: &mut ExchangeRow, all: &[Standing], shown: &Shown) -> Result<()> {
    let state = |one: &Standing| shown.state(one.state, Some(one.destination));
    let owed = all.iter().filter(|one| one.role != Role::WriteBack);
    let worst =
        owed.reduce(|worst, other| if state(other).rank() > state(worst).rank() { other } else { worst });
    let Some(worst) = worst else { return Ok(()) };
    let well = matches!(worst.state, State::Received | State::Accepted | State::Delivered | State::Read);
    cause.result = state(worst);
    cause.skipped = worst.skipped;
    cause.code = worst.code.filter(|_| !well);
    cause.retry = (worst.state == State::Retrying).then(|| shown.retry(worst.made, worst.due, worst.code));
    exchanges::set_result(tx, cause, worst.state, Some(worst.destination))
}

/// Settles the exchange of a delivery that changed, and gives its row; none when it is gone.
pub(super) fn settle_cause(tx: &Tx<'_>, now: &Standing, shown: &Shown) -> Result<Option<ExchangeRow>> {
    let Some((mut cause, caused)) = exchanges::find(tx.db, shown, now.exchange)? else { return Ok(None) };
    settle(tx, &mut cause, &siblings(tx, now, caused)?, shown)?;
    Ok(Some(cause))
}

/// Settles an exchange of which something was taken away. When nothing is left that is owed, it counts as discarded, unless it arrived.
pub(super) fn settle_without(tx: &Tx<'_>, exchange: ExchangeId, shown: &Shown) -> Result<()> {
    let Some((mut cause, caused)) = exchanges::find(tx.db, shown, exchange)? else { return Ok(()) };
    let left = deliveries::of_exchange(tx.db, exchange, caused)?;
    if left.iter().any(|one| one.role != Role::WriteBack) {
        return settle(tx, &mut cause, &left, shown);
    }
    if cause.result.is_open() || matches!(cause.result, State::Failed | State::Unknown) {
        cause.skipped = Some(SkipReason::Discarded);
        (cause.code, cause.retry) = (None, None);
        exchanges::set_result(tx, &cause, State::Skipped, None)?;
    }
    Ok(())
}
