//! Calls of ours that no delivery needed: a file fetched, a channel caught up with, something made sure of. The log shows them like any other.

use super::bodies;
use super::exchanges::{self, Envelope, Rest};
use super::seal::{Kind, Seal};
use super::steps::OwnCall;
use super::tallies::Tally;
use super::writer::Tx;
use crate::domain::{BodyId, ExchangeId, State};
use crate::error::Result;
use crate::schema::{Direction, ExchangeRow, Source};

/// A call made ready for the writer.
pub(super) struct Ready {
    call: OwnCall,
    envelope: Vec<u8>,
    body: Option<bodies::Ready>,
    answer: Option<bodies::Ready>,
}

/// Does everything that can be done outside the writer.
pub(super) fn ready(seal: &Seal, mut call: OwnCall) -> Result<Ready> {
    let (answer_headers, answer, truncated) = match call.answer.take() {
        Some((status, headers, body, truncated)) => {
            call.answer = Some((status, Vec::new(), bytes::Bytes::new(), truncated));
            (headers, body, truncated)
        }
        None => Default::default(),
    };
    let envelope = Envelope {
        method: call.method.clone(),
        address: std::mem::take(&mut call.url),
        peer: None,
        headers: std::mem::take(&mut call.headers),
        own: Vec::new(),
        answer_headers,
        truncated,
    };
    Ok(Ready {
        envelope: seal.seal_json(Kind::Envelope, &envelope)?,
        body: bodies::ready(seal, &call.body)?,
        answer: bodies::ready(seal, &answer)?,
        call,
    })
}

/// Keeps a call. Gives its row.
pub(super) fn write(tx: &mut Tx<'_>, ready: &Ready) -> Result<ExchangeRow> {
    let call = &ready.call;
    let body = bodies::keep(tx, None, ready.body.as_ref())?;
    let answer = bodies::keep(tx, None, ready.answer.as_ref())?;
    let exchange: ExchangeId = tx.next_id();
    let row = ExchangeRow {
        id: exchange,
        at: exchange.time(),
        direction: Direction::Out,
        channel: Some(call.channel),
        kind: None,
        platform_name: String::new(),
        who: String::new(),
        preview: String::new(),
        status: call.answer.as_ref().map(|answer| answer.0),
        result: if call.code.is_none() { State::Delivered } else { State::Failed },
        skipped: None,
        code: call.code,
        took_us: call.timings.total_us,
        size: call.body.len() as u64,
        retry: None,
        source: match call.step.split('.').next() {
            Some("file") => Source::File,
            Some("practice") => Source::Practice,
            _ => Source::CatchUp,
        },
        step: Some(call.step.to_owned()),
    };
    enter(tx, &row, [body, answer], &ready.envelope)?;
    Ok(row)
}

/// Enters the row of a call that no delivery needed into the log. `bodies` are what it sent and what it was answered.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    row: &ExchangeRow,
    [body, answer]: [Option<BodyId>; 2],
    envelope: &[u8],
) -> Result<()> {
    let rest =
        Rest { can_process: false, caused: None, delivery: None, body, answer, envelope, destination: None };
    exchanges::insert(tx, row, rest)?;
    tx.memory.tallies.push(Tally { at: row.at, channel: row.channel, exchanges: 1, ..Tally::default() });
    Ok(())
}
