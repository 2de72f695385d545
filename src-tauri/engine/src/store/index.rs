//! The index of words in the log, and the list of conversations beside it: `search.db`, losable, written by a thread of its own that
//! follows the journal.
//!
//! The words of the log are kept in parts of some ten thousand exchanges, the newest last, so that what a search costs does not grow with the log: FTS5
//! gathers all that begins with some letters before it gives the first hit.
//!
//! Only words are kept, without their order and without the texts, and only after secrets were taken out. The thread goes on from its
//! watermark; a file that is damaged is made anew. It must not keep the writer from its work: under load it rests longer than it
//! works.

use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _};

use super::lock::Lock;
use super::losable::{self, Losable};
use super::shared::Shared;
use super::sql::{id, num, statement};
use super::{bodies, events, exchanges, listing, said, words};
use crate::domain::{ConversationId, Event, ExchangeId, MessageId};
use crate::error::{Error, Result};
use crate::schema::Direction;

/// Exchanges indexed in one go.
const SLICE: i64 = 100;
/// How often the journal is looked at when nothing is left to do.
const LOOK: Duration = Duration::from_millis(200);
/// Under load it rests so many times as long as it worked.
const RESTS: u32 = 9;
/// Characters of a request that could not be read that are indexed.
const RAW: usize = 4_096;
/// What the file is called.
const NAME: &str = "search.db";
/// Version of `search.db`: another one is thrown away and made anew.
const VERSION: i64 = 3;
/// Exchanges in one part.
const PART: i64 = 50_000;

const SCHEMA: &str = "
-- Each part `n` is a table `words_n`; it holds the exchanges from `first` up to the next part's.
CREATE TABLE parts (
  n INTEGER PRIMARY KEY, first INTEGER NOT NULL, rows INTEGER NOT NULL, forgot INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO facts VALUES ('watermark', 0);
";

/// One part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) n: i64,
    /// The smallest id it may hold.
    pub(super) first: i64,
    rows: i64,
}

/// All parts, oldest first.
pub(super) fn parts(index: &Connection) -> Result<Vec<Part>> {
    let mut select = statement(index, "SELECT n, first, rows FROM parts ORDER BY n")?;
    let rows =
        select.query_map([], |row| Ok(Part { n: row.get(0)?, first: row.get(1)?, rows: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Opens a part for exchanges from `first` on.
fn open_part(index: &Connection, n: i64, first: i64) -> Result<Part> {
    index.execute_batch(&format!(
        "CREATE VIRTUAL TABLE words_{n} USING fts5 (text, content = '', contentless_delete = 1, detail = none,
         tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    ))?;
    statement(index, "INSERT INTO parts (n, first, rows) VALUES (?1, ?2, 0)")?.execute((n, first))?;
    Ok(Part { n, first, rows: 0 })
}

/// The part an exchange belongs to, if it was indexed.
fn part_of(index: &Connection, exchange: ExchangeId) -> Result<Option<i64>> {
    Ok(statement(index, "SELECT n FROM parts WHERE first <= ?1 ORDER BY n DESC LIMIT 1")?
        .query_row([num(exchange.0)], |row| row.get(0))
        .optional()?)
}

/// What the index is told besides following the journal.
pub(super) enum Order {
    /// This exchange was processed again: it says more now.
    Again(ExchangeId),
    /// These are about to be erased; answers when their words are gone.
    Forget(Vec<ExchangeId>, tokio::sync::oneshot::Sender<()>),
    /// These messages are about to be erased; answers when their words are gone.
    ForgetMessages(Vec<MessageId>, tokio::sync::oneshot::Sender<()>),
    /// These conversations are about to be erased; answers when they are gone from the list.
    ForgetConversations(Vec<ConversationId>, tokio::sync::oneshot::Sender<()>),
    /// Answers when not even the bytes of what was forgotten are left on the disk.
    Purge(tokio::sync::oneshot::Sender<()>),
    /// Answers when everything that is in the journal by now is in the index.
    CatchUp(tokio::sync::oneshot::Sender<()>),
    /// The journal is closed.
    End,
}

pub(super) fn path(folder: &Path) -> std::path::PathBuf {
    folder.join(NAME)
}

/// Starts the thread.
pub(super) fn start(
    folder: &Path,
    shared: Arc<Shared>,
    orders: mpsc::Receiver<Order>,
    lock: Arc<Lock>,
) -> Result<JoinHandle<()>> {
    let file = Losable {
        name: NAME,
        what: "making the search index anew",
        version: VERSION,
        schema: [SCHEMA, listing::SCHEMA, said::SCHEMA].concat(),
        cache: -4_096,
    };
    let index = file.open_or_make(folder)?;
    // Words that are forgotten are to be gone.
    index.pragma_update(None, "secure_delete", true)?;
    let journal = losable::journal(folder)?;
    std::thread::Builder::new()
        .name("store-search".to_owned())
        .spawn(move || {
            run(&index, &journal, &shared, &orders);
            drop((index, journal));
            drop(lock);
        })
        .map_err(|cause| Error::unexpected("starting the search index", &cause))
}

fn run(index: &Connection, journal: &Connection, shared: &Shared, orders: &mpsc::Receiver<Order>) {
    let mut rest = LOOK;
    let mut waiting = Vec::new();
    loop {
        match orders.recv_timeout(rest) {
            Ok(Order::CatchUp(done)) => waiting.push(done),
            Ok(order) => match obey(index, journal, shared, order) {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(%error, "The search index missed something."),
            },
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => return,
        }
        let work = shared.clock.stopwatch();
        rest = match slice(index, journal, shared) {
            Ok(0) => {
                // Whoever asked may have gone away.
                for done in waiting.drain(..) {
                    let done: tokio::sync::oneshot::Sender<()> = done;
                    _ = done.send(());
                }
                LOOK
            }
            Ok(_) => work.elapsed() * if shared.is_busy() { RESTS } else { 0 },
            Err(error) => {
                tracing::warn!(%error, "The search index fell behind; it goes on.");
                Duration::from_secs(5)
            }
        };
    }
}

fn obey(index: &Connection, journal: &Connection, shared: &Shared, order: Order) -> Result<bool> {
    match order {
        Order::End => return Ok(false),
        Order::CatchUp(_) => {}
        // It is still to be indexed.
        Order::Again(exchange) if listing::watermark(index, "watermark")? < num(exchange.0) => {}
        Order::Again(exchange) => at_once(index, || match remove(index, exchange)? {
            Some(part) => {
                let mut touched = listing::Touched::default();
                add(index, journal, shared, part, exchange, &mut touched)?;
                touched.refresh(index, journal, shared)
            }
            None => Ok(()),
        })?,
        // Whoever asked may have gone away.
        Order::Forget(which, done) => {
            at_once(index, || which.iter().try_for_each(|exchange| remove(index, *exchange).map(drop)))?;
            _ = done.send(());
        }
        Order::ForgetMessages(which, done) => {
            at_once(index, || listing::forget_messages(index, &which))?;
            _ = done.send(());
        }
        Order::ForgetConversations(which, done) => {
            at_once(index, || listing::forget(index, journal, &which))?;
            _ = done.send(());
        }
        Order::Purge(done) => {
            at_once(index, || purge(index))?;
            index.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            _ = done.send(());
        }
    }
    Ok(true)
}

/// Does it whole or not at all.
fn at_once(index: &Connection, step: impl FnOnce() -> Result<()>) -> Result<()> {
    index.execute_batch("BEGIN")?;
    if let Err(error) = step() {
        index.execute_batch("ROLLBACK")?;
        return Err(error);
    }
    index.execute_batch("COMMIT")?;
    Ok(())
}

/// Takes an exchange's words out. Gives the part they were in.
fn remove(index: &Connection, exchange: ExchangeId) -> Result<Option<i64>> {
    let part = part_of(index, exchange)?;
    if let Some(part) = part {
        statement(index, &format!("DELETE FROM words_{part} WHERE rowid = ?1"))?
            .execute([num(exchange.0)])?;
        statement(index, "UPDATE parts SET forgot = 1 WHERE n = ?1 AND forgot = 0")?.execute([part])?;
    }
    Ok(part)
}

/// Writes anew what forgot something: FTS5 only marks what is deleted.
fn purge(index: &Connection) -> Result<()> {
    let mut select = statement(index, "SELECT n FROM parts WHERE forgot = 1")?;
    for part in select.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()? {
        statement(index, &format!("INSERT INTO words_{part} (words_{part}) VALUES ('optimize')"))?
            .execute([])?;
        statement(index, "UPDATE parts SET forgot = 0 WHERE n = ?1")?.execute([part])?;
    }
    said::purge(index)
}

/// Indexes what is next; how many. Ids commit in order because one writer gives them, so the watermarks alone say where to go on.
fn slice(index: &Connection, journal: &Connection, shared: &Shared) -> Result<usize> {
    // One look at the journal instead of one for each statement: every look takes and gives back a lock of its file.
    let _look = journal.unchecked_transaction()?;
    // Conversations come before exchanges that tell of them.
    let new = listing::new(index, journal)?;
    if new.len() > 0 {
        at_once(index, || listing::enter(index, journal, shared, &new))?;
        return Ok(new.len());
    }
    let watermark = listing::watermark(index, "watermark")?;
    let mut select = statement(journal, "SELECT id FROM exchanges WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let found = select.query_map((watermark, SLICE), |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    if found.is_empty() {
        return Ok(0);
    }
    at_once(index, || write(index, journal, shared, &found))?;
    Ok(found.len())
}

fn write(index: &Connection, journal: &Connection, shared: &Shared, found: &[i64]) -> Result<()> {
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return Ok(()) };
    let part = match parts(index)?.last().copied() {
        Some(part) if part.rows < PART => part,
        Some(full) => open_part(index, full.n + 1, *first)?,
        None => open_part(index, 1, 0)?,
    };
    let mut touched = listing::Touched::default();
    for exchange in found {
        add(index, journal, shared, part.n, id(*exchange), &mut touched)?;
    }
    touched.refresh(index, journal, shared)?;
    let added = i64::try_from(found.len()).unwrap_or(0);
    statement(index, "UPDATE parts SET rows = rows + ?2 WHERE n = ?1")?.execute((part.n, added))?;
    statement(index, "UPDATE facts SET value = ?1 WHERE name = 'watermark'")?.execute([last])?;
    Ok(())
}

fn add(
    index: &Connection,
    journal: &Connection,
    shared: &Shared,
    part: i64,
    exchange: ExchangeId,
    touched: &mut listing::Touched,
) -> Result<()> {
    let Some((row, caused)) = exchanges::find(journal, &shared.shown(), exchange)? else { return Ok(()) };
    let mut text = format!("{} {} {} ", row.who, row.preview, row.platform_name);
    // A try says nothing its message has not said; its row has the beginning.
    if row.direction == Direction::In {
        let seal = shared.seal()?;
        let events = events::of_exchange(journal, &seal, exchange, caused)?;
        for kept in &events {
            touched.add(kept, row.at);
        }
        // A copy that a link made says nothing its original has not said.
        for kept in events.iter().filter(|kept| kept.elsewhere.is_none()) {
            add_event(&mut text, &kept.event);
        }
        if events.is_empty() {
            let body = statement(journal, "SELECT body FROM exchanges WHERE id = ?1")?
                .query_row([num(exchange.0)], |row| row.get(0))
                .optional()?
                .flatten();
            let raw = words::redacted(&bodies::read(journal, &seal, body)?);
            text.extend(raw.chars().take(RAW));
        }
    }
    statement(index, &format!("INSERT INTO words_{part} (rowid, text) VALUES (?1, ?2)"))?
        .execute((num(exchange.0), text))?;
    Ok(())
}

fn add_event(text: &mut String, event: &Event) {
    let mut put = |words: &str| {
        text.push_str(words);
        text.push(' ');
    };
    if let Some(contact) = &event.contact {
        put(&contact.key);
        for known in
            [&contact.identifier, &contact.name, &contact.email, &contact.phone].into_iter().flatten()
        {
            put(known);
        }
        // Written without its blanks, so that it is found however it is typed.
        put(&contact
            .phone
            .as_deref()
            .unwrap_or_default()
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>());
    }
    if let Some(conversation) = &event.conversation {
        put(&conversation.key);
        for known in [&conversation.chat, &conversation.session].into_iter().flatten() {
            put(known);
        }
        for message in &conversation.transcript {
            put(&words::redacted(message.text.as_bytes()));
        }
    }
    if let Some(message) = &event.message {
        put(&words::redacted(message.text.as_bytes()));
        put(message.author.as_deref().unwrap_or_default());
        for file in &message.files {
            put(&file.name);
        }
    }
    if let Some(operator) = &event.operator {
        put(operator.name.as_deref().unwrap_or_default());
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// An index of one part with these texts, numbered from 1.
    pub(in crate::store) fn of(texts: &[&str]) -> Connection {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(SCHEMA).unwrap();
        open_part(&db, 1, 0).unwrap();
        for (i, text) in texts.iter().enumerate() {
            db.execute("INSERT INTO words_1 (rowid, text) VALUES (?1, ?2)", (i as i64 + 1, text)).unwrap();
        }
        db
    }

    #[test]
    fn an_exchange_is_looked_for_in_its_part() {
        let db = of(&[]);
        open_part(&db, 2, 100).unwrap();
        assert_eq!(part_of(&db, ExchangeId(99)).unwrap(), Some(1));
        assert_eq!(part_of(&db, ExchangeId(100)).unwrap(), Some(2));
    }
}
