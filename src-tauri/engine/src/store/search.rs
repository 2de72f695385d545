//! Finds rows of the log by words: what was typed becomes a question to the index, its hits are looked up in the journal.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use super::index::{self, Part};
use super::shared::Shown;
use super::sql::id;
use super::{exchanges, pages};
use crate::clock::Clock;
use crate::domain::ExchangeId;
use crate::error::Result;
use crate::schema::ExchangeRow;

/// The words of what somebody typed, as FTS5 asks for them; none when there is nothing to look for. Everything is quoted: no word of
/// theirs is a word of its query language.
fn question(typed: &str) -> Option<String> {
    let asked: Vec<String> =
        asked(typed).into_iter().map(|words| format!("({})", words.join(" AND "))).collect();
    if asked.is_empty() { None } else { Some(asked.join(" OR ")) }
}

/// The same as lists of words, all of one of which are looked for; none when there is nothing to look for.
pub(super) fn asked(typed: &str) -> Vec<Vec<String>> {
    const MOST: usize = 12;
    let terms = terms(typed, MOST);
    if terms.is_empty() {
        return Vec::new();
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 5 && typed.chars().all(|letter| letter.is_ascii_digit() || " +-()/.".contains(letter))
    {
        return vec![vec![format!("\"{digits}\"*")], terms];
    }
    vec![terms]
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

    /// The index, opened at its first use.
    pub(super) fn index(&mut self) -> Result<&Connection> {
        Ok(match &mut self.index {
            Some(index) => index,
            none => none.insert(open_to_read(&self.folder)?),
        })
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
        /// A search ends after this time, with what it has and how far it looked.
        const BUDGET: Duration = Duration::from_millis(25);
        /// Hits looked up at once.
        const CHUNK: usize = 400;
        let Some(question) = question(typed) else { return Ok((Vec::new(), None)) };
        let index = self.index()?;
        let time = Clock.stopwatch();
        let order = if range.newest_first { "DESC" } else { "ASC" };
        let mut parts = within(index::parts(index)?, range);
        if range.newest_first {
            parts.reverse();
        }
        let mut rows = Vec::new();
        for part in parts {
            let mut select = index.prepare_cached(&format!(
                "SELECT rowid FROM words_{0} WHERE words_{0} MATCH ?1 AND rowid > ?2 AND rowid < ?3 ORDER BY rowid {order}",
                part.n
            ))?;
            let mut hits = select.query((&question, range.above, range.below))?;
            loop {
                let mut found: Vec<i64> = Vec::new();
                while found.len() < CHUNK
                    && let Some(hit) = hits.next()?
                {
                    found.push(hit.get(0)?);
                }
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
                let spent = time.elapsed() > BUDGET;
                match found.last() {
                    Some(last) if spent => return Ok((rows, Some(id(*last)))),
                    Some(_) if found.len() == CHUNK => {}
                    _ if spent && range.newest_first => return Ok((rows, Some(id(part.first)))),
                    _ => break,
                }
            }
        }
        Ok((rows, None))
    }
}

/// The parts that may hold something of a range.
fn within(parts: Vec<Part>, range: &Range) -> Vec<Part> {
    let ends = parts.iter().skip(1).map(|part| part.first).chain([i64::MAX]).collect::<Vec<_>>();
    let parts = parts.into_iter().zip(ends);
    parts.filter(|(part, end)| part.first < range.below && *end > range.above).map(|(part, _)| part).collect()
}

fn open_to_read(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(index::path(folder), flags)?;
    db.busy_timeout(super::open::BUSY)?;
    db.pragma_update(None, "cache_size", -2_048)?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(db)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_never_read_as_a_query() {
        let db = index::tests::of(&["the quick Brown fox's \u{e9}clair, +49 151 234567 49151234567"]);
        let found = |typed: &str| -> bool {
            question(typed).is_some_and(|question| {
                db.prepare("SELECT 1 FROM words_1 WHERE words_1 MATCH ?1")
                    .unwrap()
                    .exists([question])
                    .unwrap()
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
