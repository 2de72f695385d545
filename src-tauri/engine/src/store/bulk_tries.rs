//! The step of a bulk send: what became of the items that were tried, and which are tried next, in one commit.
//!
//! An item is under way in the journal before anything of it leaves this computer; so after a stop it is known of which items nobody can
//! tell whether they arrived. Both in one commit, because a commit costs more than the tries it keeps.

use std::sync::Arc;

use bytes::Bytes;

use super::bulks::{self, BulkCounts, Change};
use super::exchanges::Envelope;
use super::seal::{Kind, Seal};
use super::sql::{num, statement};
use super::steps::{Headers, Role};
use super::writer::Tx;
use super::{Store, bodies, bulk_items, own_calls};
use crate::domain::{
    BulkId, ChannelId, Code, DeliveryId, EventId, EventKind, ExchangeId, SkipReason, Snapshot, State,
    Timestamp,
};
use crate::error::Result;
use crate::schema::{BulkSkip, Direction, ExchangeRow, Source, Timings};

/// What became of an item, and how it stands now.
#[derive(Clone, Debug)]
pub struct BulkTried {
    /// Which.
    pub n: u32,
    /// Delivered, failed or skipped; left, when it is tried again; under way, when it is tried again and may have arrived.
    pub state: State,
    /// Why it is not sent, when it is not.
    pub reason: Option<BulkSkip>,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// When it was tried.
    pub at: Timestamp,
    /// What came in when it was asked for, where it goes to a channel.
    pub exchange: Option<ExchangeId>,
    /// Its delivery, once it was asked for.
    pub delivery: Option<DeliveryId>,
    /// The call that was made, if one was.
    pub call: Option<Arc<BulkCall>>,
}

/// A call of a bulk send.
#[derive(Clone, Debug)]
pub struct BulkCall {
    /// Whose conversation it sent.
    pub channel: ChannelId,
    /// Whom it is with, and the beginning of its last message; without secrets.
    pub about: (String, String),
    /// HTTP method.
    pub method: String,
    /// The address.
    pub url: String,
    /// Our headers, in clear; sealed by the store.
    pub headers: Headers,
    /// Our body.
    pub body: Bytes,
    /// What came back: status, headers, the first 64 KiB of the body, and whether there was more. None: no answer.
    pub answer: Option<(u16, Headers, Bytes, bool)>,
    /// Where the time went.
    pub timings: Timings,
}

/// What a row of the log says of a conversation: whom it is with, and the beginning of its last message.
#[must_use]
pub fn bulk_about(snapshot: &Snapshot) -> (String, String) {
    let who = snapshot.contact.as_ref().map(super::words::who_is).filter(|who| !who.is_empty());
    let last = snapshot.conversation.transcript.last();
    let preview = last.map(|message| super::words::preview(&super::words::redacted(message.text.as_bytes())));
    (who.unwrap_or_else(|| snapshot.conversation.key.clone()), preview.unwrap_or_default())
}

/// What a step of a bulk send changed.
#[derive(Clone, Debug)]
pub struct BulkStepped {
    /// How many items stand where.
    pub counts: BulkCounts,
    /// Those that are under way now, of those asked for.
    pub claimed: Vec<u32>,
    /// The rows of the calls that were made.
    pub rows: Vec<ExchangeRow>,
}

/// How a delivery stands that a bulk send asked for.
#[derive(Clone, Copy, Debug)]
pub struct Followed {
    /// Its state, as it is stored.
    pub state: State,
    /// What went wrong, when something did.
    pub code: Option<Code>,
    /// Why it was skipped, when it was.
    pub skipped: Option<SkipReason>,
}

/// A try, made ready for the writer.
struct Ready {
    tried: BulkTried,
    call: Option<Sealed>,
}

struct Sealed {
    envelope: Vec<u8>,
    body: Option<bodies::Ready>,
    answer: Option<bodies::Ready>,
}

fn ready(seal: &Seal, tried: &BulkTried) -> Result<Ready> {
    let Some(call) = &tried.call else { return Ok(Ready { tried: tried.clone(), call: None }) };
    let nothing = (0, Vec::new(), Bytes::new(), false);
    let (_, answer_headers, answer, truncated) = call.answer.as_ref().unwrap_or(&nothing);
    let envelope = Envelope {
        method: call.method.clone(),
        address: call.url.clone(),
        peer: None,
        headers: call.headers.clone(),
        own: Vec::new(),
        answer_headers: answer_headers.clone(),
        truncated: *truncated,
    };
    let sealed = Sealed {
        envelope: seal.seal_json(Kind::Envelope, &envelope)?,
        body: bodies::ready(seal, &call.body)?,
        answer: bodies::ready(seal, answer)?,
    };
    Ok(Ready { tried: tried.clone(), call: Some(sealed) })
}

fn write(tx: &mut Tx<'_>, bulk: BulkId, tries: &[Ready], next: &[u32]) -> Result<BulkStepped> {
    let (mut change, mut rows) = (Change::default(), Vec::new());
    for ready in tries {
        let tried = &ready.tried;
        let Some(was) = bulk_items::standing(tx.db, bulk, tried.n)? else { continue };
        let exchange = match (&tried.call, &ready.call) {
            (Some(call), Some(sealed)) => Some(keep_call(tx, tried, call, sealed)?),
            _ => None,
        };
        statement(
            tx.db,
            "UPDATE bulk_items SET state = ?3, reason = ?4, code = ?5, tries = tries + ?6, at = coalesce(?7, at),
             exchange = coalesce(?8, exchange), delivery = coalesce(?9, delivery) WHERE bulk = ?1 AND n = ?2",
        )?
        .execute((
            num(bulk.0),
            tried.n,
            tried.state as u8,
            tried.reason.map(|reason| reason as u8),
            tried.code.map(Code::name),
            tried.call.is_some() || tried.exchange.is_some(),
            (tried.call.is_some() || tried.exchange.is_some()).then_some(tried.at.0),
            exchange.as_ref().map(|row| row.id).or(tried.exchange).map(|id| num(id.0)),
            tried.delivery.map(|id| num(id.0)),
        ))?;
        change.add(was, tried.state);
        rows.extend(exchange);
    }
    change.keep(tx, bulk)?;
    let mut claimed = Vec::with_capacity(next.len());
    // One that the admin cancelled meanwhile is none of these, and one that waited to be tried again may be under way already.
    let mut claim =
        statement(tx.db, "UPDATE bulk_items SET state = 1 WHERE bulk = ?1 AND n = ?2 AND state IN (0, 1)")?;
    for n in next {
        if claim.execute((num(bulk.0), n))? > 0 {
            claimed.push(*n);
        }
    }
    drop(claim);
    Ok(BulkStepped { counts: bulks::counts(tx.db, bulk)?, claimed, rows })
}

/// Keeps a call as an exchange. Gives its row.
fn keep_call(tx: &mut Tx<'_>, tried: &BulkTried, call: &BulkCall, sealed: &Sealed) -> Result<ExchangeRow> {
    // A retry of late has the same body.
    let body = bodies::keep(tx, Some(call.channel), sealed.body.as_ref())?;
    let answer = bodies::keep(tx, Some(call.channel), sealed.answer.as_ref())?;
    let exchange: ExchangeId = tx.next_id();
    let row = ExchangeRow {
        id: exchange,
        at: exchange.time(),
        direction: Direction::Out,
        channel: Some(call.channel),
        kind: Some(EventKind::ConversationSnapshot),
        platform_name: String::new(),
        who: call.about.0.clone(),
        preview: call.about.1.clone(),
        status: call.answer.as_ref().map(|answer| answer.0),
        result: if tried.code.is_none() { State::Delivered } else { State::Failed },
        skipped: None,
        code: tried.code,
        took_us: call.timings.total_us,
        size: call.body.len() as u64,
        retry: None,
        source: Source::Screen,
        step: None,
    };
    own_calls::enter(tx, &row, [body, answer], &sealed.envelope)?;
    Ok(row)
}

impl Store {
    /// Keeps what became of these items and puts those others under way, all in one commit.
    pub async fn bulk_step(&self, bulk: BulkId, tried: &[BulkTried], next: Vec<u32>) -> Result<BulkStepped> {
        let seal = self.0.shared.seal()?;
        let tries = tried.iter().map(|tried| ready(&seal, tried)).collect::<Result<Vec<_>>>()?;
        self.0.writer.background(move |tx| write(tx, bulk, &tries, &next)).await
    }

    /// Deliveries that wait for destinations that take some: live traffic, which goes before bulk sends.
    #[must_use]
    pub fn live_waiting(&self) -> u64 {
        self.0.shared.sums.waiting_but_for(&self.0.shared.shown())
    }

    /// The delivery of an event to its channel's platform.
    pub async fn delivery_to_platform(&self, event: EventId) -> Result<Option<DeliveryId>> {
        self.read(move |reader| {
            let owed = super::deliveries::of_event(&reader.db, event)?;
            Ok(owed.into_iter().find(|one| one.role == Role::Platform).map(|one| one.id))
        })
        .await
    }

    /// How these deliveries stand, in this order; none in the place of one that is gone.
    pub async fn followed(&self, ids: Vec<DeliveryId>) -> Result<Vec<Option<Followed>>> {
        self.read(move |reader| {
            let find = |id: DeliveryId| {
                let found = super::deliveries::find(&reader.db, id)?;
                Ok(found.map(|it| Followed { state: it.state, code: it.code, skipped: it.skipped }))
            };
            ids.into_iter().map(find).collect()
        })
        .await
    }
}
