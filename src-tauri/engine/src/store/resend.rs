//! The step that sends deliveries again because somebody wants it.
//!
//! To an endpoint the same body goes again. To a platform, one that was given up goes on from where it had come, so that nothing that
//! may have been done there is done twice unlooked; one that had arrived, or of which nobody knows, begins anew, for then a second message
//! is what is asked for. What a platform was to be told of its own message is told again only while there is nothing newer to tell.

use std::sync::Arc;

use super::deliveries::{self, Standing};
use super::exchanges;
use super::shared::Shared;
use super::steps::{Due, Role};
use super::tallies::Tally;
use super::turns::{self, Says};
use super::writer::Tx;
use super::{Store, attempts, blanks, lanes, marks, record, results};
use crate::domain::{DeliveryId, State, Timestamp};
use crate::error::Result;
use crate::schema::{DeliveryFilter, ResendRequest, Resent};

impl Store {
    /// Puts deliveries in their lanes again, due at once, with tries counted from the start. Returns also the lanes now due. One to a platform
    /// goes on from where it was given up; one that had arrived there begins anew.
    pub async fn resend(&self, request: ResendRequest, now: Timestamp) -> Result<(Resent, Vec<Due>)> {
        /// So many in one commit: intake goes on between them.
        const SLICE: usize = 100;
        let which = self.read(move |reader| named(&reader.db, &request)).await?;
        let (mut sum, mut due) = (Resent { queued: 0, left: 0 }, Vec::new());
        for slice in which.chunks(SLICE) {
            let (slice, shared) = (slice.to_vec(), Arc::clone(&self.0.shared));
            let (resent, more, since) =
                self.0.writer.background(move |tx| resend(tx, &shared, &slice, now)).await?;
            if let Some(since) = since {
                self.recount(since);
            }
            sum.queued += resent.queued;
            sum.left += resent.left;
            due.extend(more);
        }
        Ok((sum, due))
    }
}

/// Puts deliveries in their lanes again, due at once, with tries counted from the start. One that waits for its next try is tried now;
/// one that has not been tried has its turn coming anyway. Tells since when the sums are others than they were, if they are.
pub(super) fn resend(
    tx: &mut Tx<'_>,
    shared: &Shared,
    which: &[DeliveryId],
    now: Timestamp,
) -> Result<(Resent, Vec<Due>, Option<Timestamp>)> {
    let mut since: Option<Timestamp> = None;
    let (mut queued, mut left, mut due) = (0, 0, Vec::new());
    for id in which {
        match deliveries::find(tx.db, *id)? {
            Some(standing) if can_go(tx, &standing)? => {
                let at = taken_back(tx, &standing)?;
                since = since.into_iter().chain(at).min();
                due.extend(again(tx, shared, standing, now)?);
                queued += 1;
            }
            _ => left += 1,
        }
    }
    due.dedup_by_key(|due| due.lane);
    Ok((Resent { queued, left }, due, since))
}

/// What was given up is so no longer, and is not counted so any more where it was; the time that was.
fn taken_back(tx: &mut Tx<'_>, standing: &Standing) -> Result<Option<Timestamp>> {
    if standing.state != State::Failed || !record::is_tallied(standing) {
        return Ok(None);
    }
    let at = attempts::last_at(tx.db, standing.id, standing.tries)?;
    if let Some(at) = at {
        tx.memory.tallies.push(Tally { at, channel: Some(standing.channel), failed: -1, ..Tally::default() });
    }
    Ok(at)
}

fn can_go(tx: &Tx<'_>, standing: &Standing) -> Result<bool> {
    if blanks::is_done(tx.db, standing.exchange)? {
        return Ok(false);
    }
    if standing.state.is_open() {
        return Ok(standing.state == State::Retrying);
    }
    if standing.role == Role::WriteBack {
        return marks::is_newest(tx.db, standing.id);
    }
    Ok(true)
}

fn again(tx: &mut Tx<'_>, shared: &Shared, mut standing: Standing, now: Timestamp) -> Result<Option<Due>> {
    let waits = standing.state == State::Retrying;
    let is_done = matches!(standing.state, State::Accepted | State::Delivered | State::Read | State::Unknown);
    if is_done && standing.role.is_platform() {
        deliveries::set_progress(tx, standing.id, None)?;
    }
    marks::forget(tx, standing.id)?;
    turns::insert(tx, standing.id, now, Says::SentAgain, None)?;
    standing.state = State::Received;
    standing.skipped = None;
    standing.code = None;
    standing.made = 0;
    standing.failing_since = None;
    standing.due = None;
    if !lanes::exists(tx.db, standing.lane)? {
        standing.lane = lanes::open(tx, standing.destination, None, standing.id, now)?;
    }
    deliveries::update(tx, &standing)?;
    if let Some(earlier) = attempts::exchange(tx.db, standing.id, standing.tries)? {
        exchanges::superseded(tx, earlier)?;
    }
    lanes::changed(tx, standing.lane);
    results::settle_cause(tx, &standing, &shared.shown())?;
    tx.memory.tallies.push(Tally {
        at: now,
        channel: Some(standing.channel),
        waiting: (!waits).then_some((standing.destination, 1)),
        ..Tally::default()
    });
    deliveries::advance(tx, standing.destination, standing.lane, now)
}

/// Ids a resend names: those given, or all that match. A filter without any field matches nothing.
pub(super) fn named(db: &rusqlite::Connection, request: &ResendRequest) -> Result<Vec<DeliveryId>> {
    if let Some(ids) = &request.ids {
        return Ok(ids.clone());
    }
    match &request.filter {
        Some(filter) if !is_empty(filter) => super::pages::matching_deliveries(db, filter),
        _ => Ok(Vec::new()),
    }
}

fn is_empty(filter: &DeliveryFilter) -> bool {
    filter.channel.is_none()
        && filter.state.is_none()
        && filter.exchange.is_none()
        && filter.from.is_none()
        && filter.to.is_none()
}
