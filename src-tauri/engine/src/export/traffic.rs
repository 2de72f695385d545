//! The traffic log, written out: its rows as a table, or every exchange with what was said.
//!
//! Goes through the log by key, from the newest at the asking to the oldest (an archive the other way round, as its readers want it), so that
//! rows that come in meanwhile neither repeat nor hold it up. What was said is what a screen shows of it, masked.

use std::collections::VecDeque;
use std::sync::Arc;

use serde::Serialize;

use super::csv::Cell;
use super::json::{self, List, as_iso};
use super::words::Words;
use super::{Piece, har, masked};
use crate::domain::{Channel, ChannelId, Code, EventKind, ExchangeId, SkipReason, State, Timestamp};
use crate::engine::Engine;
use crate::error::Result;
use crate::schema::{
    Direction, ExchangeDetail, ExchangeRow, ExportFormat, Payload, Source, Timings, TrafficFilter,
    TrafficQuery,
};

/// Rows of a page.
const PAGE: u32 = 500;
/// Exchanges are read whole until so many bytes are together, so that large bodies do not fill the memory.
const ENOUGH: u64 = 1 << 20;
/// What an exchange takes besides its body: its answer at most, and its headers.
const BESIDES: u64 = 16 << 10;

const COLUMNS: [&str; 16] = [
    "time",
    "direction",
    "channel",
    "event",
    "platform-event",
    "who",
    "text",
    "step",
    "http-status",
    "state",
    "reason",
    "code",
    "tries",
    "took",
    "size",
    "id",
];

/// Where an export of the log stands.
#[derive(Debug)]
pub(super) struct Pages {
    format: ExportFormat,
    words: Words,
    filter: TrafficFilter,
    /// Rows that are read but not written yet.
    rows: VecDeque<ExchangeRow>,
    /// The key to read on from; none at the end.
    next: Option<ExchangeId>,
    /// No row that is newer.
    newest: ExchangeId,
    entries: List,
    begun: bool,
    ended: bool,
}

impl Pages {
    pub(super) fn new(filter: TrafficFilter, format: ExportFormat, words: Words, now: Timestamp) -> Self {
        let newest = ExchangeId::at(now.plus_ms(1));
        let oldest_first = format == ExportFormat::Har;
        Self {
            format,
            words,
            filter,
            rows: VecDeque::new(),
            next: Some(if oldest_first { ExchangeId(0) } else { newest }),
            newest,
            entries: List::default(),
            begun: false,
            ended: false,
        }
    }

    /// What follows; none at the end.
    pub(super) async fn next(&mut self, engine: &Engine) -> Result<Option<Piece>> {
        if !self.begun {
            self.begun = true;
            let bytes = match self.format {
                ExportFormat::Csv => self.words.csv().start(&self.words.columns(&COLUMNS))?,
                ExportFormat::Har => har::START.as_bytes().to_vec(),
                _ => Vec::new(),
            };
            return Ok(Some(Piece { bytes, rows: 0 }));
        }
        if self.rows.is_empty() && self.next.is_some() {
            self.read(engine).await?;
        }
        if self.rows.is_empty() && self.next.is_none() {
            let ends = std::mem::replace(&mut self.ended, true);
            let bytes =
                if self.format == ExportFormat::Har { har::END.as_bytes().to_vec() } else { Vec::new() };
            return Ok((!ends).then_some(Piece { bytes, rows: 0 }));
        }
        let channels = engine.channels();
        if self.format == ExportFormat::Csv {
            let rows = self.rows.len() as u64;
            let cells =
                self.rows.drain(..).map(|row| cells(&row, name_of(&channels, row.channel), &self.words));
            return Ok(Some(Piece { bytes: self.words.csv().rows(cells)?, rows }));
        }
        self.whole(engine, &channels).await.map(Some)
    }

    /// Reads the next rows. A search may stop at its budget with none.
    async fn read(&mut self, engine: &Engine) -> Result<()> {
        let oldest_first = self.format == ExportFormat::Har;
        let (before, after) = if oldest_first { (Some(self.newest), self.next) } else { (self.next, None) };
        let filter = self.filter.clone();
        let page = engine.store.traffic(TrafficQuery { limit: Some(PAGE), before, after, filter }).await?;
        self.next = page.next;
        self.rows.extend(page.rows);
        if oldest_first {
            self.rows.make_contiguous().reverse();
        }
        Ok(())
    }

    /// The next exchanges with what was said. One that is gone by now is left out.
    async fn whole(&mut self, engine: &Engine, channels: &[Arc<Channel>]) -> Result<Piece> {
        let mut ids = Vec::new();
        let mut bytes = 0;
        while bytes < ENOUGH
            && let Some(row) = self.rows.pop_front()
        {
            bytes += row.size + BESIDES;
            ids.push(row.id);
        }
        let found = engine.store.exchanges(ids).await?.into_iter().flatten();
        let found: Vec<ExchangeDetail> = found.map(masked::exchange).collect();
        let rows = found.len() as u64;
        let named = |exchange: &ExchangeDetail| name_of(channels, exchange.row.channel).map(str::to_owned);
        let bytes = if self.format == ExportFormat::Har {
            let base = engine.base();
            self.entries.more(found.iter().filter_map(|one| har::entry(one, named(one).as_deref(), &base)))?
        } else {
            json::lines(found.iter().map(|one| Line::of(one, name_of(channels, one.row.channel))))?
        };
        Ok(Piece { bytes, rows })
    }
}

fn name_of(channels: &[Arc<Channel>], id: Option<ChannelId>) -> Option<&str> {
    channels.iter().find(|channel| Some(channel.id) == id).map(|channel| channel.name.as_str())
}

fn cells(row: &ExchangeRow, channel: Option<&str>, words: &Words) -> Vec<Cell> {
    vec![
        json::iso(row.at).into(),
        words.named("direction", &row.direction).into(),
        channel.into(),
        row.kind.map(|kind| words.event(kind)).into(),
        row.platform_name.as_str().into(),
        row.who.as_str().into(),
        row.preview.as_str().into(),
        row.step.as_deref().map(|step| words.step(step)).into(),
        row.status.map(u64::from).into(),
        words.named("state", &row.result).into(),
        row.skipped.map(|reason| words.named("skip", &reason)).into(),
        row.code.map(Code::name).into(),
        row.retry.map(|retry| u64::from(retry.made)).into(),
        row.took_us.div_ceil(1_000).into(),
        row.size.into(),
        row.id.to_string().into(),
    ]
}

/// One exchange as a line of JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    id: ExchangeId,
    #[serde(serialize_with = "as_iso")]
    at: Timestamp,
    direction: Direction,
    channel: Option<ChannelId>,
    channel_name: Option<&'a str>,
    kind: Option<EventKind>,
    platform_name: &'a str,
    who: &'a str,
    preview: &'a str,
    source: Source,
    step: Option<&'a str>,
    status: Option<u16>,
    result: State,
    skipped: Option<SkipReason>,
    code: Option<Code>,
    tries: Option<u32>,
    took_us: u64,
    method: &'a str,
    url: &'a str,
    peer: Option<&'a str>,
    request: &'a Payload,
    answer: Option<&'a Payload>,
    timings: Option<&'a Timings>,
}

impl<'a> Line<'a> {
    fn of(exchange: &'a ExchangeDetail, channel_name: Option<&'a str>) -> Self {
        let row = &exchange.row;
        Self {
            id: row.id,
            at: row.at,
            direction: row.direction,
            channel: row.channel,
            channel_name,
            kind: row.kind,
            platform_name: &row.platform_name,
            who: &row.who,
            preview: &row.preview,
            source: row.source,
            step: row.step.as_deref(),
            status: row.status,
            result: row.result,
            skipped: row.skipped,
            code: row.code,
            tries: row.retry.map(|retry| retry.made),
            took_us: row.took_us,
            method: &exchange.method,
            url: &exchange.url,
            peer: exchange.peer.as_deref(),
            request: &exchange.request,
            answer: exchange.answer.as_ref(),
            timings: exchange.timings.as_ref(),
        }
    }
}
