//! Words in the log: `search.db`, losable, written by a thread of its own that follows the journal.
//!
//! Only words are kept, without their order and without the texts, and only after secrets were taken out. The thread goes on from its
//! watermark; a file that is damaged is made anew. It must not keep the writer from its work: under load it rests longer than it
//! works.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::lock::Lock;
use super::shared::{Shared, Shown};
use super::sql::{id, num, statement};
use super::{bodies, events, exchanges, pages, words};
use crate::api::schema::{Direction, ExchangeRow};
use crate::domain::{Event, ExchangeId};
use crate::error::{Error, Result};

/// Exchanges indexed in one go.
const SLICE: i64 = 100;
/// How often the journal is looked at when nothing is left to do.
const LOOK: Duration = Duration::from_millis(200);
/// Under load it rests so many times as long as it worked.
const RESTS: u32 = 5;
/// Characters of a request that could not be read that are indexed.
const RAW: usize = 4_096;
/// Version of `search.db`: another one is thrown away and made anew.
const VERSION: i64 = 1;

const SCHEMA: &str = "
CREATE VIRTUAL TABLE words USING fts5 (
  text, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO facts VALUES ('watermark', 0);
";

/// What the index is told besides following the journal.
pub(super) enum Order {
    /// This exchange was processed again: it says more now.
    Again(ExchangeId),
    /// These are about to be erased; answers when their words are gone.
    Forget(Vec<ExchangeId>, tokio::sync::oneshot::Sender<()>),
    /// The journal is closed.
    End,
}

fn path(folder: &Path) -> std::path::PathBuf {
    folder.join("search.db")
}

/// Opens the index, or makes it anew when it is missing, damaged or of another version.
fn open_or_make(folder: &Path) -> Result<Connection> {
    let path = path(folder);
    if let Ok(Some(db)) = usable(&path) {
        return Ok(db);
    }
    for end in ["", "-wal", "-shm"] {
        let file = folder.join(format!("search.db{end}"));
        if let Err(cause) = std::fs::remove_file(&file)
            && cause.kind() != std::io::ErrorKind::NotFound
        {
            return Err(Error::unexpected("making the search index anew", &cause));
        }
    }
    let db = configured(&path)?;
    db.execute_batch(&format!("BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;"))?;
    Ok(db)
}

fn configured(path: &Path) -> Result<Connection> {
    let db = Connection::open(path)?;
    db.busy_timeout(super::open::BUSY)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // Losable: what a power cut takes is indexed again.
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "cache_size", -4_096)?;
    Ok(db)
}

/// None when there is none, or one of another version.
fn usable(path: &Path) -> Result<Option<Connection>> {
    if !path.exists() {
        return Ok(None);
    }
    let db = configured(path)?;
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((version == VERSION).then_some(db))
}

/// Starts the thread.
pub(super) fn start(
    folder: &Path,
    shared: Arc<Shared>,
    orders: mpsc::Receiver<Order>,
    lock: Arc<Lock>,
) -> Result<JoinHandle<()>> {
    let index = open_or_make(folder)?;
    let journal = Connection::open_with_flags(
        folder.join("journal.db"),
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    journal.busy_timeout(super::open::BUSY)?;
    journal.pragma_update(None, "cache_size", -1_024)?;
    super::open::steady(&journal)?;
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
    loop {
        match orders.recv_timeout(rest) {
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
            Ok(0) => LOOK,
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
        Order::Again(exchange) => {
            statement(index, "DELETE FROM words WHERE rowid = ?1")?.execute([num(exchange.0)])?;
            add(index, journal, shared, exchange)?;
        }
        Order::Forget(which, done) => {
            index.execute_batch("BEGIN")?;
            for exchange in &which {
                statement(index, "DELETE FROM words WHERE rowid = ?1")?.execute([num(exchange.0)])?;
            }
            index.execute_batch("COMMIT")?;
            // Whoever asked may have gone away.
            _ = done.send(());
        }
    }
    Ok(true)
}

/// Indexes the next exchanges; how many. Ids commit in order because one writer gives them, so the watermark alone says where to go on.
fn slice(index: &Connection, journal: &Connection, shared: &Shared) -> Result<usize> {
    let watermark: i64 = statement(index, "SELECT value FROM facts WHERE name = 'watermark'")?
        .query_row([], |row| row.get(0))?;
    let mut select = statement(journal, "SELECT id FROM exchanges WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let found = select.query_map((watermark, SLICE), |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    let Some(last) = found.last() else { return Ok(0) };
    index.execute_batch("BEGIN")?;
    let done = found.iter().try_for_each(|found| add(index, journal, shared, id(*found)));
    let done = done.and_then(|()| {
        statement(index, "UPDATE facts SET value = ?1 WHERE name = 'watermark'")?.execute([last])?;
        index.execute_batch("COMMIT")?;
        Ok(())
    });
    if let Err(error) = done {
        index.execute_batch("ROLLBACK")?;
        return Err(error);
    }
    Ok(found.len())
}

fn add(index: &Connection, journal: &Connection, shared: &Shared, exchange: ExchangeId) -> Result<()> {
    let Some((row, caused)) = exchanges::find(journal, &shared.shown(), exchange)? else { return Ok(()) };
    let mut text = format!("{} {} {} ", row.who, row.preview, row.platform_name);
    // A try says nothing its message has not said; its row has the beginning.
    if row.direction == Direction::In {
        let seal = shared.seal()?;
        let events = events::of_exchange(journal, &seal, exchange, caused)?;
        for kept in &events {
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
    statement(index, "INSERT INTO words (rowid, text) VALUES (?1, ?2)")?.execute((num(exchange.0), text))?;
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

/// The words of what somebody typed, as FTS5 asks for them; none when there is nothing to look for. Everything is quoted: no word of
/// theirs is a word of its query language.
fn question(typed: &str) -> Option<String> {
    const MOST: usize = 12;
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 5 && typed.chars().all(|letter| letter.is_ascii_digit() || " +-()/.".contains(letter))
    {
        let apart = terms(typed, MOST).join(" AND ");
        return Some(format!("\"{digits}\"* OR ({apart})"));
    }
    let terms = terms(typed, MOST);
    if terms.is_empty() { None } else { Some(terms.join(" AND ")) }
}

fn terms(typed: &str, most: usize) -> Vec<String> {
    let words: BTreeSet<String> = typed
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(40).collect())
        .collect();
    // A single letter would match nearly everything as a beginning.
    let term =
        |word: String| if word.chars().count() < 2 { format!("\"{word}\"") } else { format!("\"{word}\"*") };
    words.into_iter().take(most).map(term).collect()
}

/// Finds rows of the log by words.
pub(super) struct Search {
    folder: std::path::PathBuf,
    /// Opened at the first search: most readers never search.
    index: Option<Connection>,
}

/// Which rows a search may give: above, below, newest first, at most.
pub(super) struct Range {
    pub(super) above: i64,
    pub(super) below: i64,
    pub(super) newest_first: bool,
    pub(super) limit: usize,
}

impl Search {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), index: None }
    }

    /// Rows with all those words that also fulfil `clause`. Gives how far it looked when it did not look at everything.
    pub(super) fn rows(
        &mut self,
        journal: &Connection,
        shown: &Shown,
        typed: &str,
        (clause, values): (&str, &[Value]),
        range: &Range,
    ) -> Result<(Vec<ExchangeRow>, Option<ExchangeId>)> {
        /// So many hits are looked up for one page.
        const BUDGET: usize = 5_000;
        const CHUNK: usize = 500;
        let Some(question) = question(typed) else { return Ok((Vec::new(), None)) };
        let index = match &mut self.index {
            Some(index) => index,
            none => none.insert(open_to_read(&self.folder)?),
        };
        let order = if range.newest_first { "DESC" } else { "ASC" };
        let mut hits = index.prepare_cached(&format!(
            "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid > ?2 AND rowid < ?3 ORDER BY rowid {order} LIMIT ?4"
        ))?;
        let (mut above, mut below) = (range.above, range.below);
        let (mut rows, mut looked) = (Vec::new(), 0);
        while looked < BUDGET {
            let chunk = i64::try_from(if looked == 0 { range.limit } else { CHUNK }).unwrap_or(i64::MAX);
            let found = hits
                .query_map((&question, above, below, chunk), |row| row.get(0))?
                .collect::<Result<Vec<i64>, _>>()?;
            let Some(last) = found.last().copied() else { return Ok((rows, None)) };
            let ids = found.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
            let sql = format!(
                "SELECT {} FROM exchanges WHERE id IN ({ids}) AND {clause} ORDER BY id {order} LIMIT {}",
                exchanges::COLUMNS,
                range.limit - rows.len(),
            );
            rows.extend(pages::select(journal, shown, &sql, values)?);
            if rows.len() >= range.limit {
                return Ok((rows, None));
            }
            if (found.len() as i64) < chunk {
                return Ok((rows, None));
            }
            if range.newest_first {
                below = last
            } else {
                above = last
            }
            looked += found.len();
        }
        Ok((rows, Some(id(if range.newest_first { below } else { above }))))
    }
}

fn open_to_read(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path(folder), flags)?;
    db.busy_timeout(super::open::BUSY)?;
    db.pragma_update(None, "cache_size", -2_048)?;
    Ok(db)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_never_read_as_a_query() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(SCHEMA).unwrap();
        db.execute("INSERT INTO words (rowid, text) VALUES (1, 'the quick Brown fox''s \u{e9}clair, +49 151 234567 49151234567')", []).unwrap();
        let found = |typed: &str| -> bool {
            question(typed).is_some_and(|question| {
                db.prepare("SELECT 1 FROM words WHERE words MATCH ?1").unwrap().exists([question]).unwrap()
            })
        };
        for typed in
            ["quick", "QUI", "brown fox", "eclair", "\u{e9}cl", "fox's", "+49151234567", "151 234567"]
        {
            assert!(found(typed), "{typed:?}");
        }
        for typed in [
            "\"",
            "AND",
            "NOT quick",
            "a OR b",
            "quick\"*",
            "text:",
            "^",
            "NEAR(a b)",
            "{",
            "\0",
            "*",
            "'; DROP TABLE words; --",
            "-",
        ] {
            let _no_error = found(typed);
        }
        assert!(!found("slow"));
        assert!(found("quick AND") == found("and quick"), "AND is a word like any other");
    }
}
