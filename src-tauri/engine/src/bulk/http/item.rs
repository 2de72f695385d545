//! An item of a bulk send on its way: what it sends, and what became of it.

use bytes::Bytes;

use crate::delivery::format;
use crate::domain::{Code, EventId, State, Timestamp};
use crate::engine::Engine;
use crate::error::Result;
use crate::schema::BulkSkip;
use crate::store::{BulkItem, BulkTried, bulk_about};

/// An item with its body.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) row: BulkItem,
    pub(super) body: Bytes,
    pub(super) about: (String, String),
    /// Tries that counted since it was read.
    pub(super) made: usize,
    /// It may have arrived already.
    pub(super) unsure: bool,
}

/// What became of an item, and how it stands now.
pub(super) fn tried(
    item: &Item,
    state: State,
    reason: Option<BulkSkip>,
    code: Option<Code>,
    at: Timestamp,
) -> BulkTried {
    BulkTried { n: item.row.n, state, reason, code, at, exchange: None, delivery: None, call: None }
}

/// Reads what these items send, as it was known when the bulk send was confirmed. Also gives those that are no longer here.
pub(super) async fn prepare(
    engine: &Engine,
    until: EventId,
    rows: Vec<BulkItem>,
) -> Result<(Vec<Item>, Vec<BulkTried>)> {
    let (mut items, mut gone) = (Vec::with_capacity(rows.len()), Vec::new());
    let ids = rows.iter().filter_map(|row| row.conversation).collect();
    let mut snapshots = engine.store.snapshots(ids, Some(until)).await?.into_iter();
    for row in rows {
        let snapshot = row.conversation.and_then(|_| snapshots.next().flatten());
        let channel = row.channel.and_then(|id| engine.channel(id));
        let (body, about) = match (&snapshot, &channel) {
            (Some(snapshot), Some(channel)) => {
                let address_of = |id, name: &str| engine.file_url(id, name).ok();
                (format::snapshot(channel, snapshot, until.time(), &address_of), bulk_about(snapshot))
            }
            // Without its channel it has no target either: that is said when its turn comes.
            (_, None) => Default::default(),
            (None, Some(_)) => {
                gone.push(BulkTried {
                    n: row.n,
                    state: State::Skipped,
                    reason: Some(BulkSkip::Gone),
                    code: None,
                    at: engine.clock.now(),
                    exchange: None,
                    delivery: None,
                    call: None,
                });
                continue;
            }
        };
        items.push(Item { row, body, about, made: 0, unsure: false });
    }
    Ok((items, gone))
}
