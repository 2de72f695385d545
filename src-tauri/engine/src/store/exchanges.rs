//! Table `exchanges`: the traffic log, both directions.

use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

use super::shared::Shown;
use super::sql::{code, count, id, num, state, statement};
use super::steps::Headers;
use super::writer::Tx;
use crate::domain::{
    BodyId, Code, DeliveryId, DestinationId, EventKind, ExchangeId, SkipReason, State, Timestamp,
};
use crate::error::Result;
use crate::schema::{Direction, ExchangeRow, Source};

/// What is sealed of an exchange besides its bodies.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Envelope {
    pub(super) method: String,
    /// Path as it came, or address as it was called.
    pub(super) address: String,
    pub(super) peer: Option<String>,
    pub(super) headers: Headers,
    /// Names of those of them that are secret by whoever typed them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) own: Vec<String>,
    pub(super) answer_headers: Headers,
    /// The answer went on beyond what was kept.
    pub(super) truncated: bool,
}

/// What a row of the log needs besides what the log shows.
#[derive(Debug)]
pub(super) struct Rest<'a> {
    pub(super) can_process: bool,
    pub(super) caused: Option<Caused>,
    pub(super) delivery: Option<DeliveryId>,
    pub(super) body: Option<BodyId>,
    pub(super) answer: Option<BodyId>,
    pub(super) envelope: &'a [u8],
    /// Of what its result tells, if it tells of a delivery.
    pub(super) destination: Option<DestinationId>,
}

/// The range of ids an exchange's events and deliveries lie in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caused {
    pub(super) first: u64,
    pub(super) last: u64,
}

/// The columns [`read`] reads, in its order.
pub(super) const COLUMNS: &str = "id, at, direction, channel, kind, platform_name, who, preview, status, result, skipped, code, \
                                  took_us, size, made, next_at, source, step, destination";

/// One row of the log, as screens see it.
pub(super) fn read(row: &Row<'_>, shown: &Shown) -> rusqlite::Result<ExchangeRow> {
    let channel = row.get::<_, Option<i64>>(3)?.map(id);
    let result = state(row.get(9)?);
    let code = code(row.get_ref(11)?.as_str_or_null().ok().flatten());
    let retry = row.get::<_, Option<u32>>(14)?.map(|made| -> rusqlite::Result<_> {
        Ok(shown.retry(made, row.get::<_, Option<i64>>(15)?.map(Timestamp), code))
    });
    Ok(ExchangeRow {
        id: id(row.get(0)?),
        at: Timestamp(row.get(1)?),
        direction: if row.get::<_, i64>(2)? == 0 { Direction::In } else { Direction::Out },
        channel,
        kind: row.get_ref(4)?.as_str_or_null().ok().flatten().and_then(EventKind::from_name),
        platform_name: row.get(5)?,
        who: row.get(6)?,
        preview: row.get(7)?,
        status: row.get(8)?,
        result: shown.state(result, row.get::<_, Option<i64>>(18)?.map(id)),
        skipped: row.get::<_, Option<i64>>(10)?.and_then(SkipReason::from_number),
        code,
        took_us: row.get::<_, i64>(12)?.max(0).cast_unsigned(),
        size: row.get::<_, i64>(13)?.max(0).cast_unsigned(),
        retry: retry.transpose()?,
        source: source(row.get(16)?),
        step: row.get(17)?,
    })
}

fn source(number: i64) -> Source {
    usize::try_from(number).ok().and_then(|i| Source::ALL.get(i)).copied().unwrap_or_default()
}

/// Adds a row.
pub(super) fn insert(tx: &mut Tx<'_>, row: &ExchangeRow, rest: Rest<'_>) -> Result<()> {
    statement(
        tx.db,
        "INSERT INTO exchanges VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
         ?21, ?22, ?23, ?24, ?25, ?26)",
    )?
    .execute(rusqlite::params![
        num(row.id.0),
        row.at.0,
        i64::from(row.direction == Direction::Out),
        row.channel.map(|id| num(id.0)),
        row.kind.map(EventKind::name),
        row.platform_name,
        row.who,
        row.preview,
        row.status,
        row.result as u8,
        row.skipped.map(|reason| reason as u8),
        row.code.map(Code::name),
        count(row.took_us),
        count(row.size),
        row.retry.map(|retry| retry.made),
        row.retry.and_then(|retry| retry.next).map(|at| at.0),
        rest.can_process,
        rest.caused.map(|caused| num(caused.first)),
        rest.caused.map(|caused| num(caused.last)),
        rest.delivery.map(|id| num(id.0)),
        rest.body.map(|id| num(id.0)),
        rest.answer.map(|id| num(id.0)),
        rest.envelope,
        row.source as u8,
        row.step,
        rest.destination.map(|id| num(id.0)),
    ])?;
    super::blanks::enter(tx, row.id, row.channel)
}

/// One row of the log and what it caused.
pub(super) fn find(
    db: &Connection,
    shown: &Shown,
    exchange: ExchangeId,
) -> Result<Option<(ExchangeRow, Option<Caused>)>> {
    Ok(statement(db, &format!("SELECT {COLUMNS}, first, last FROM exchanges WHERE id = ?1"))?
        .query_row([num(exchange.0)], |row| {
            let first: Option<i64> = row.get(19)?;
            let last: Option<i64> = row.get(20)?;
            let caused = first
                .zip(last)
                .map(|(first, last)| Caused { first: first.cast_unsigned(), last: last.cast_unsigned() });
            Ok((read(row, shown)?, caused))
        })
        .optional()?)
}

/// Whether it is still in the log.
pub(super) fn is_kept(db: &Connection, exchange: ExchangeId) -> Result<bool> {
    Ok(statement(db, "SELECT 1 FROM exchanges WHERE id = ?1")?.exists([num(exchange.0)])?)
}

/// The range of what an exchange caused.
pub(super) fn caused(db: &Connection, exchange: ExchangeId) -> Result<Option<Caused>> {
    Ok(statement(db, "SELECT first, last FROM exchanges WHERE id = ?1")?
        .query_row([num(exchange.0)], |row| {
            let (first, last): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
            Ok(first
                .zip(last)
                .map(|(first, last)| Caused { first: first.cast_unsigned(), last: last.cast_unsigned() }))
        })
        .optional()?
        .flatten())
}

/// What became of what an exchange caused: `row` tells it, with the state as it is stored, of a delivery to that destination.
pub(super) fn set_result(
    tx: &Tx<'_>,
    row: &ExchangeRow,
    stored: State,
    destination: Option<DestinationId>,
) -> Result<()> {
    statement(
        tx.db,
        "UPDATE exchanges SET result = ?2, skipped = ?3, code = ?4, made = ?5, next_at = ?6, destination = ?7 WHERE id = ?1",
    )?
    .execute((
        num(row.id.0),
        stored as u8,
        row.skipped.map(|reason| reason as u8),
        row.code.map(Code::name),
        row.retry.map(|retry| retry.made),
        row.retry.and_then(|retry| retry.next).map(|at| at.0),
        destination.map(|id| num(id.0)),
    ))?;
    Ok(())
}

/// A try that a later one followed: nothing more comes of it.
pub(super) fn superseded(tx: &Tx<'_>, exchange: ExchangeId) -> Result<()> {
    statement(tx.db, "UPDATE exchanges SET next_at = NULL WHERE id = ?1 AND next_at IS NOT NULL")?
        .execute([num(exchange.0)])?;
    Ok(())
}

/// Requests to addresses no channel has are kept to the last thousand.
pub(super) fn prune_unclaimed(tx: &Tx<'_>) -> Result<()> {
    const KEPT: i64 = 1_000;
    let oldest: Option<i64> = statement(
        tx.db,
        "SELECT id FROM exchanges WHERE channel IS NULL ORDER BY id DESC LIMIT 1 OFFSET ?1",
    )?
    .query_row([KEPT], |row| row.get(0))
    .optional()?;
    if let Some(oldest) = oldest {
        statement(
            tx.db,
            "DELETE FROM bodies WHERE id IN (SELECT body FROM exchanges WHERE channel IS NULL AND id <= ?1
             UNION ALL SELECT answer FROM exchanges WHERE channel IS NULL AND id <= ?1)",
        )?
        .execute([oldest])?;
        statement(tx.db, "DELETE FROM exchanges WHERE channel IS NULL AND id <= ?1")?.execute([oldest])?;
    }
    Ok(())
}

/// How many requests to addresses no channel has are kept.
pub(super) fn unclaimed(db: &Connection) -> Result<u64> {
    let count: i64 = statement(db, "SELECT count(*) FROM exchanges WHERE channel IS NULL")?
        .query_row([], |row| row.get(0))?;
    Ok(count.max(0).cast_unsigned())
}

/// Requests refused for that reason since then that can still be processed, oldest first, up to 1,000.
pub(super) fn kept_for(
    db: &Connection,
    channel: Option<crate::domain::ChannelId>,
    code: Code,
    since: Timestamp,
) -> Result<Vec<ExchangeId>> {
    let sql = "SELECT id FROM exchanges INDEXED BY exchanges_in_rare_states
         WHERE result = 11 AND result IN (5, 6, 8, 10, 11) AND id >= ?1 AND can_process = 1 AND channel IS ?2 AND code = ?3 ORDER BY id LIMIT 1000";
    let mut select = statement(db, sql)?;
    let values = (num(ExchangeId::at(since).0), channel.map(|id| num(id.0)), code.name());
    let rows = select.query_map(values, |row| Ok(id(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// When the last request of a channel came.
pub(super) fn last_at(db: &Connection, channel: crate::domain::ChannelId) -> Result<Option<Timestamp>> {
    Ok(statement(
        db,
        "SELECT at FROM exchanges WHERE channel = ?1 AND direction = 0 ORDER BY id DESC LIMIT 1",
    )?
    .query_row([num(channel.0)], |row| Ok(Timestamp(row.get(0)?)))
    .optional()?)
}
