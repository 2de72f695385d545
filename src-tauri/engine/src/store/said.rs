//! The words of conversations, in `search.db`: which conversations have been said these words in, or are with somebody of that name.
//!
//! Conversations are numbered in the order they came to be, and kept in parts of some thousands. A document is a message, or what is
//! known of the conversation itself and of whom it is with; its number begins with its conversation's, so that a hit says which
//! conversation it is in without a look anywhere. Words need not stand in one document: all of them must be somewhere in the conversation.
//!
//! As in the log, only words are kept, and only after secrets were taken out. Stands alone so that what is typed meets the query language
//! of FTS5 in one place; it must not know what a conversation is.

use std::ops::Range;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _};

use super::search;
use super::sql::statement;
use crate::clock::Stopwatch;
use crate::error::Result;

/// Documents of one conversation: so many bits of their number are their own.
const DOC_BITS: u32 = 20;
/// Conversations of one part.
const PART_BITS: u32 = 12;

pub(super) const SCHEMA: &str = "
-- Each part is a table `said_n`.
CREATE TABLE said_parts (n INTEGER PRIMARY KEY, forgot INTEGER NOT NULL DEFAULT 0) STRICT;
-- Under which number a message's words are kept.
CREATE TABLE said (message INTEGER PRIMARY KEY, doc INTEGER NOT NULL) STRICT;
";

/// The number of a conversation's document; its own is nought. None beyond a million: nothing more of it is found by words.
pub(super) fn doc(conversation: i64, number: i64) -> Option<i64> {
    (number < 1 << DOC_BITS).then_some(conversation << DOC_BITS | number)
}

fn conversation_of(doc: i64) -> i64 {
    doc >> DOC_BITS
}

fn part_of(conversation: i64) -> i64 {
    conversation >> PART_BITS
}

/// The first conversation of a part.
pub(super) fn first_of(part: i64) -> i64 {
    part << PART_BITS
}

/// Keeps the words of a document instead of those it had.
pub(super) fn put(index: &Connection, doc: i64, words: &str) -> Result<()> {
    let part = part_of(conversation_of(doc));
    if statement(index, "INSERT OR IGNORE INTO said_parts (n) VALUES (?1)")?.execute([part])? > 0 {
        index.execute_batch(&format!(
            "CREATE VIRTUAL TABLE said_{part} USING fts5 (text, content = '', contentless_delete = 1, detail = none,
             tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
        ))?;
    }
    statement(index, &format!("INSERT OR REPLACE INTO said_{part} (rowid, text) VALUES (?1, ?2)"))?
        .execute((doc, words))?;
    Ok(())
}

/// Forgets the words of a message. Gives its conversation.
pub(super) fn forget(index: &Connection, message: i64) -> Result<Option<i64>> {
    let doc: Option<i64> = statement(index, "DELETE FROM said WHERE message = ?1 RETURNING doc")?
        .query_row([message], |row| row.get(0))
        .optional()?;
    if let Some(doc) = doc {
        let part = part_of(conversation_of(doc));
        statement(index, &format!("DELETE FROM said_{part} WHERE rowid = ?1"))?.execute([doc])?;
        forgot(index, part)?;
    }
    Ok(doc.map(conversation_of))
}

/// Forgets all that was said in a conversation.
pub(super) fn forget_all(index: &Connection, conversation: i64) -> Result<()> {
    let part = part_of(conversation);
    if !statement(index, "SELECT 1 FROM said_parts WHERE n = ?1")?.exists([part])? {
        return Ok(());
    }
    let (from, to) = (conversation << DOC_BITS, (conversation + 1) << DOC_BITS);
    let docs = statement(index, &format!("SELECT id FROM said_{part}_docsize WHERE id >= ?1 AND id < ?2"))?
        .query_map((from, to), |row| row.get(0))?
        .collect::<Result<Vec<i64>, _>>()?;
    let mut delete = statement(index, &format!("DELETE FROM said_{part} WHERE rowid = ?1"))?;
    for doc in docs {
        delete.execute([doc])?;
    }
    forgot(index, part)
}

fn forgot(index: &Connection, part: i64) -> Result<()> {
    statement(index, "UPDATE said_parts SET forgot = 1 WHERE n = ?1")?.execute([part])?;
    Ok(())
}

/// Writes anew the parts that forgot something: FTS5 only marks what is deleted. Afterwards it is nowhere in them.
pub(super) fn purge(index: &Connection) -> Result<()> {
    let mut select = statement(index, "SELECT n FROM said_parts WHERE forgot = 1")?;
    for part in select.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()? {
        statement(index, &format!("INSERT INTO said_{part} (said_{part}) VALUES ('optimize')"))?
            .execute([])?;
        statement(index, "UPDATE said_parts SET forgot = 0 WHERE n = ?1")?.execute([part])?;
    }
    Ok(())
}

/// A set of conversations, by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers(Vec<u64>);

impl Numbers {
    pub(super) fn insert(&mut self, number: i64) {
        let Ok(number) = usize::try_from(number) else { return };
        if self.0.len() <= number / 64 {
            self.0.resize(number / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub(super) fn contains(&self, number: i64) -> bool {
        usize::try_from(number)
            .is_ok_and(|number| self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1))
    }

    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Those in both.
    pub(super) fn and(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        for (word, theirs) in self.0.iter_mut().zip(&other.0) {
            *word &= theirs;
        }
    }

    /// Those in either.
    pub(super) fn or(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, theirs) in self.0.iter_mut().zip(&other.0) {
            *word |= theirs;
        }
    }

    /// All of them, smallest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = i64> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let first = i64::try_from(at).unwrap_or(0) * 64;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| first + bit)
        })
    }
}

/// How long a search may take, and since when it has been under way.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    pub(super) since: Stopwatch,
    pub(super) most: Duration,
}

/// What a search for words brought.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) which: Numbers,
    /// The parts that were looked at.
    pub(super) parts: Range<i64>,
    /// There are older ones that were not.
    pub(super) more: bool,
}

/// The conversations of these parts in which all these words are, newest parts first. Without `patience` it looks at all of them, else at
/// one at least. Nothing to look for finds nothing.
pub(super) fn find(
    index: &Connection,
    typed: &str,
    within: Range<i64>,
    patience: Option<Patience>,
) -> Result<Found> {
    let asked = search::asked(typed);
    let mut select = statement(index, "SELECT n FROM said_parts WHERE n >= ?1 AND n < ?2 ORDER BY n DESC")?;
    let parts =
        select.query_map((within.start, within.end), |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    let mut found = Found { parts: within.clone(), ..Found::default() };
    if asked.is_empty() {
        return Ok(found);
    }
    for (nth, part) in parts.iter().enumerate() {
        if nth > 0 && patience.is_some_and(|patience| patience.since.elapsed() > patience.most) {
            found.parts.start = part + 1;
            found.more = true;
            break;
        }
        for words in &asked {
            found.which.or(&in_part(index, *part, words)?);
        }
    }
    Ok(found)
}

fn in_part(index: &Connection, part: i64, words: &[String]) -> Result<Numbers> {
    let mut all: Option<Numbers> = None;
    let mut select = statement(index, &format!("SELECT rowid FROM said_{part} WHERE said_{part} MATCH ?1"))?;
    for word in words {
        let mut found = Numbers::default();
        let mut hits = select.query([word])?;
        while let Some(hit) = hits.next()? {
            found.insert(conversation_of(hit.get(0)?));
        }
        if let Some(before) = &all {
            found.and(before);
        }
        if found.is_empty() {
            return Ok(found);
        }
        all = Some(found);
    }
    Ok(all.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Connection {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(SCHEMA).unwrap();
        db
    }

    fn found(db: &Connection, typed: &str) -> Vec<i64> {
        find(db, typed, 0..i64::MAX, None).unwrap().which.iter().collect()
    }

    #[test]
    fn words_of_a_conversation_need_not_stand_together() {
        let db = index();
        let far = first_of(3) + 5;
        for (conversation, number, words) in [
            (1, 0, "Ivan Petrov"),
            (1, 1, "good day"),
            (1, 2, "a refund please"),
            (far, 0, "Ivan"),
            (2, 1, "refund"),
        ] {
            put(&db, doc(conversation, number).unwrap(), words).unwrap();
        }
        assert_eq!(found(&db, "ivan refund"), [1]);
        assert_eq!(found(&db, "iva"), [1, far]);
        assert_eq!(found(&db, "refund"), [1, 2]);
        assert!(found(&db, "").is_empty() && found(&db, "\"*").is_empty());
        put(&db, doc(1, 0).unwrap(), "Pavel").unwrap();
        assert_eq!(found(&db, "ivan refund"), [0; 0], "a name that is gone is found no more");
        forget_all(&db, 1).unwrap();
        assert_eq!(found(&db, "refund"), [2]);
    }

    #[test]
    fn what_was_forgotten_is_nowhere_in_a_part_that_was_purged() {
        let db = index();
        db.pragma_update(None, "secure_delete", true).unwrap();
        put(&db, doc(1, 0).unwrap(), "Zebulon").unwrap();
        put(&db, doc(2, 0).unwrap(), "Anna").unwrap();
        forget_all(&db, 1).unwrap();
        purge(&db).unwrap();
        let mut select = db.prepare("SELECT block FROM said_0_data").unwrap();
        let blocks = select.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        for block in blocks {
            assert!(!block.unwrap().windows(5).any(|part| part == b"bulon"));
        }
        assert_eq!(found(&db, "anna"), [2]);
    }

    #[test]
    fn sets_are_joined_and_cut() {
        let of = |all: &[i64]| {
            let mut set = Numbers::default();
            all.iter().for_each(|one| set.insert(*one));
            set
        };
        let mut some = of(&[1, 64, 700]);
        some.and(&of(&[1, 65, 700, 9_000]));
        assert_eq!(some.iter().collect::<Vec<_>>(), [1, 700]);
        some.or(&of(&[3, 1_000]));
        assert_eq!((some.count(), some.contains(1_000), some.contains(2)), (4, true, false));
    }
}
