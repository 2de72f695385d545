//! Table `bulk_items`: what a bulk send sends, frozen when it was confirmed, and what became of each.
//!
//! Whatever touches many of them goes in slices through the writer's background queue: intake goes first.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::Store;
use super::bulks::{self, Change};
use super::seal::{Kind, Seal};
use super::sql::{code, id, num, state, statement};
use super::writer::Tx;
use crate::domain::{
    BulkId, ChannelId, Contact, ConversationId, DeliveryId, EventId, State, Target, Timestamp,
};
use crate::error::{Error, Result};
use crate::schema::{BulkItemPage, BulkItemView, BulkSkip, BulkState};

/// Items written in one slice: some milliseconds.
const SLICE: i64 = 250;

/// An item of a selection that is to be frozen.
#[derive(Clone, Debug)]
pub struct NewBulkItem {
    /// The conversation; none where its line names none.
    pub conversation: Option<ConversationId>,
    /// Its channel.
    pub channel: Option<ChannelId>,
    /// Why it is not sent, when it is not.
    pub skip: Option<BulkSkip>,
    /// The number of its line.
    pub line: Option<u32>,
    /// What its line holds.
    pub given: Vec<String>,
}

/// An item that is to be sent.
#[derive(Clone, Debug)]
pub struct BulkItem {
    /// Its number, from 1.
    pub n: u32,
    /// The conversation.
    pub conversation: Option<ConversationId>,
    /// Its channel.
    pub channel: Option<ChannelId>,
    /// Its `webhook-id`.
    pub event: EventId,
    /// How it stands: left, or under way.
    pub state: State,
    /// Its delivery, where it goes to a channel and was asked for.
    pub delivery: Option<DeliveryId>,
}

/// A row of the result, with what an export writes besides.
#[derive(Clone, Debug)]
pub struct BulkItemRow {
    /// As screens see it.
    pub view: BulkItemView,
    /// The fields of its line, in the order of [`BulkPlan::columns`](super::BulkPlan::columns); of a pasted list its id alone; none of
    /// what was chosen otherwise.
    pub given: Vec<String>,
    /// HTTP status of the answer to its last try, while that is in the log.
    pub status: Option<u16>,
    /// How long that try took, in ms.
    pub took_ms: u64,
}

/// What can be said of a conversation before it is sent.
#[derive(Clone, Copy, Debug)]
pub struct Sendable {
    /// Its channel.
    pub channel: ChannelId,
    /// It has no messages.
    pub empty: bool,
}

fn insert(tx: &Tx<'_>, bulk: BulkId, n: u32, item: &NewBulkItem, given: Option<&[u8]>) -> Result<()> {
    let event: EventId = tx.next_id();
    statement(
        tx.db,
        "INSERT INTO bulk_items (bulk, n, conversation, channel, event, state, reason, line, given)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((
        num(bulk.0),
        n,
        item.conversation.map(|id| num(id.0)),
        item.channel.map(|id| num(id.0)),
        num(event.0),
        if item.skip.is_some() { State::Skipped } else { State::Received } as u8,
        item.skip.map(|reason| reason as u8),
        item.line,
        given,
    ))?;
    Ok(())
}

/// How an item stands.
pub(super) fn standing(db: &Connection, bulk: BulkId, n: u32) -> Result<Option<State>> {
    Ok(statement(db, "SELECT state FROM bulk_items WHERE bulk = ?1 AND n = ?2")?
        .query_row((num(bulk.0), n), |row| Ok(state(row.get(0)?)))
        .optional()?)
}

/// Moves the next items of a bulk send from one state to another; how many. Reason and code go with the old state.
fn move_some(
    tx: &Tx<'_>,
    bulk: BulkId,
    from: State,
    to: State,
    reason: Option<BulkSkip>,
    which: &str,
) -> Result<usize> {
    let moved = statement(
        tx.db,
        &format!(
            "UPDATE bulk_items SET state = ?3, reason = ?4, code = NULL WHERE bulk = ?1 AND n IN
             (SELECT n FROM bulk_items WHERE bulk = ?1 AND state = ?2 {which} LIMIT ?5)"
        ),
    )?
    .execute((num(bulk.0), from as u8, to as u8, reason.map(|reason| reason as u8), SLICE))?;
    let mut change = Change::default();
    let by = i64::try_from(moved).unwrap_or(0);
    change.count(from, -by);
    change.count(to, by);
    change.keep(tx, bulk)?;
    Ok(moved)
}

const COLUMNS: &str = "i.n, i.conversation, i.channel, i.state, i.reason, i.code, i.tries, i.at, i.exchange, i.delivery, i.line, i.given,
     c.key, p.sealed, e.status, e.took_us";
const JOINED: &str =
    "bulk_items i LEFT JOIN conversations c ON c.id = i.conversation LEFT JOIN contacts p ON p.id = c.person
     LEFT JOIN exchanges e ON e.id = i.exchange";

fn row(row: &Row<'_>, seal: &Seal) -> Result<BulkItemRow> {
    let given = row.get::<_, Option<Vec<u8>>>(11)?;
    let given: Vec<String> = given.map_or(Ok(Vec::new()), |sealed| seal.open_json(Kind::Bulk, &sealed))?;
    let contact = row.get::<_, Option<Vec<u8>>>(13)?;
    let contact: Option<Contact> =
        contact.map(|sealed| seal.open_json(Kind::Contact, &sealed)).transpose()?;
    let key = row.get::<_, Option<String>>(12)?;
    Ok(BulkItemRow {
        view: BulkItemView {
            n: row.get(0)?,
            conversation: row.get::<_, Option<i64>>(1)?.map(id),
            channel: row.get::<_, Option<i64>>(2)?.map(id),
            key: key.unwrap_or_else(|| super::words::preview(&given.join(" "))),
            who: contact.map_or_else(String::new, |contact| super::words::who_is(&contact)),
            line: row.get(10)?,
            state: state(row.get(3)?),
            reason: row.get::<_, Option<i64>>(4)?.and_then(BulkSkip::from_number),
            error: code(row.get::<_, Option<String>>(5)?.as_deref()).map(Error::new),
            tries: row.get(6)?,
            at: row.get::<_, Option<i64>>(7)?.map(Timestamp),
            exchange: row.get::<_, Option<i64>>(8)?.map(id),
            delivery: row.get::<_, Option<i64>>(9)?.map(id),
        },
        given,
        status: row.get(14)?,
        took_ms: row.get::<_, Option<i64>>(15)?.unwrap_or(0).max(0).cast_unsigned() / 1_000,
    })
}

fn rows(
    db: &Connection,
    seal: &Seal,
    bulk: BulkId,
    of: Option<State>,
    after: u32,
    limit: u32,
) -> Result<Vec<BulkItemRow>> {
    let which = if of.is_some() { "AND i.state = ?4" } else { "AND ?4 IS NULL" };
    let mut select = statement(
        db,
        &format!(
            "SELECT {COLUMNS} FROM {JOINED} WHERE i.bulk = ?1 AND i.n > ?2 {which} ORDER BY i.n LIMIT ?3"
        ),
    )?;
    let mut found = Vec::new();
    let mut rows = select.query((num(bulk.0), after, limit, of.map(|state| state as u8)))?;
    while let Some(next) = rows.next()? {
        found.push(row(next, seal)?);
    }
    Ok(found)
}

impl Store {
    /// How many conversations a lookup takes at once: no read lasts long.
    const CHECKED_AT_ONCE: usize = 5_000;

    /// What can be said of these conversations before they are sent, in this order; none in the place of one that is not here.
    pub async fn sendable(&self, ids: Vec<ConversationId>) -> Result<Vec<Option<Sendable>>> {
        let mut all = Vec::with_capacity(ids.len());
        for slice in ids.chunks(Self::CHECKED_AT_ONCE) {
            let slice = slice.to_vec();
            let found = self.read(move |reader| {
                let mut select = statement(
                    &reader.db,
                    "SELECT channel, NOT EXISTS (SELECT 1 FROM messages m WHERE m.conversation = c.id) FROM conversations c WHERE id = ?1",
                )?;
                let mut find = |conversation: &ConversationId| {
                    let found = select.query_row([num(conversation.0)], |row| {
                        Ok(Sendable { channel: id(row.get(0)?), empty: row.get(1)? })
                    });
                    Ok(found.optional()?)
                };
                slice.iter().map(&mut find).collect::<Result<Vec<_>>>()
            });
            all.extend(found.await?);
        }
        Ok(all)
    }

    /// Freezes a selection: its items, in this order, numbered from 1.
    pub async fn bulk_add(&self, bulk: BulkId, items: Vec<NewBulkItem>) -> Result<()> {
        let seal = self.0.shared.seal()?;
        let mut first = 1;
        for slice in items.chunks(SLICE.unsigned_abs() as usize) {
            let slice: Arc<[NewBulkItem]> = slice.into();
            let given = slice.iter().map(|item| {
                (!item.given.is_empty()).then(|| seal.seal_json(Kind::Bulk, &item.given)).transpose()
            });
            let given = given.collect::<Result<Vec<_>>>()?;
            let count = u32::try_from(slice.len()).unwrap_or(u32::MAX);
            self.0
                .writer
                .background(move |tx| {
                    let mut change = Change::default();
                    for ((n, item), given) in (first..).zip(slice.iter()).zip(&given) {
                        insert(tx, bulk, n, item, given.as_deref())?;
                        change.count(State::Skipped, i64::from(item.skip.is_some()));
                    }
                    change.keep(tx, bulk)
                })
                .await?;
            first = first.saturating_add(count);
        }
        Ok(())
    }

    /// Throws one away whose selection was never frozen to its end: nothing of it was sent.
    pub async fn bulk_discard(&self, bulk: BulkId) -> Result<()> {
        while self
            .0
            .writer
            .background(move |tx| {
                let gone = statement(
                    tx.db,
                    "DELETE FROM bulk_items WHERE bulk = ?1 AND n IN (SELECT n FROM bulk_items WHERE bulk = ?1 LIMIT ?2)",
                )?
                .execute((num(bulk.0), SLICE))?;
                if gone == 0 {
                    statement(tx.db, "DELETE FROM bulks WHERE id = ?1 AND state = ?2")?
                        .execute((num(bulk.0), BulkState::Preparing as u8))?;
                }
                Ok(gone > 0)
            })
            .await?
        {}
        Ok(())
    }

    /// What a stop left behind: what was running is interrupted, and of what was under way nobody can tell whether it arrived. What goes
    /// to a channel has a delivery of its own, or was never asked for.
    pub async fn bulks_take_up(&self) -> Result<()> {
        for bulk in self.bulks().await? {
            if bulk.sending == 0 && bulk.state != BulkState::Running {
                continue;
            }
            let to_channel = matches!(bulk.plan.target, Target::Channel { .. });
            let id = bulk.id;
            self.0
                .writer
                .keep(move |tx| {
                    let (to, which) = if to_channel {
                        (State::Received, "AND delivery IS NULL")
                    } else {
                        (State::Unknown, "")
                    };
                    while move_some(tx, id, State::Sending, to, None, which)? > 0 {}
                    bulks::set_state(tx, id, &[BulkState::Running], BulkState::Interrupted, None)
                })
                .await?;
        }
        Ok(())
    }

    /// The next items that are left, after this number; at most so many. With `under_way` those under way.
    pub async fn bulk_next(
        &self,
        bulk: BulkId,
        under_way: bool,
        after: u32,
        limit: u32,
    ) -> Result<Vec<BulkItem>> {
        let wanted = if under_way { State::Sending } else { State::Received };
        self.read(move |reader| {
            let mut select = statement(
                &reader.db,
                "SELECT n, conversation, channel, event, delivery FROM bulk_items WHERE bulk = ?1 AND state = ?2 AND n > ?3
                 ORDER BY n LIMIT ?4",
            )?;
            let found = select.query_map((num(bulk.0), wanted as u8, after, limit), |row| {
                Ok(BulkItem {
                    n: row.get(0)?,
                    conversation: row.get::<_, Option<i64>>(1)?.map(id),
                    channel: row.get::<_, Option<i64>>(2)?.map(id),
                    event: id(row.get(3)?),
                    state: wanted,
                    delivery: row.get::<_, Option<i64>>(4)?.map(id),
                })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Moves all items of one state to another: the rest that is not sent, the failed that are sent again. Those under way are no part
    /// of either.
    pub async fn bulk_move(
        &self,
        bulk: BulkId,
        from: State,
        to: State,
        reason: Option<BulkSkip>,
    ) -> Result<()> {
        while self.0.writer.background(move |tx| move_some(tx, bulk, from, to, reason, "")).await? > 0 {}
        Ok(())
    }

    /// A page of the items of a bulk send.
    pub async fn bulk_items(
        &self,
        bulk: BulkId,
        of: Option<State>,
        after: u32,
        limit: u32,
    ) -> Result<Vec<BulkItemRow>> {
        let shared = Arc::clone(&self.0.shared);
        self.read(move |reader| rows(&reader.db, &*shared.seal()?, bulk, of, after, limit)).await
    }

    /// Its rows after this number, for an export; with `failed` those that failed and those nobody can tell of.
    pub async fn bulk_item_rows(
        &self,
        bulk: BulkId,
        failed: bool,
        after: u32,
        limit: u32,
    ) -> Result<Vec<BulkItemRow>> {
        if !failed {
            return self.bulk_items(bulk, None, after, limit).await;
        }
        let mut both = self.bulk_items(bulk, Some(State::Failed), after, limit).await?;
        both.extend(self.bulk_items(bulk, Some(State::Unknown), after, limit).await?);
        both.sort_unstable_by_key(|row| row.view.n);
        both.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(both)
    }
}

/// The page of these rows, which were asked for by one more than it holds.
#[must_use]
pub fn bulk_page(rows: Vec<BulkItemView>, limit: usize) -> BulkItemPage {
    let next = rows.get(limit).and_then(|_| rows.get(limit.checked_sub(1)?)).map(|row| row.n);
    BulkItemPage { rows: rows.into_iter().take(limit).collect(), next }
}
