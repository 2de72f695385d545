//! Picks conversations from the list: a page of them, how many there are, all of them.
//!
//! What narrows to few (words, a label, a contact, failures, flags) is gathered as a set of numbers first; the rest is tested as the list
//! is walked in its order, along an index that holds all of it. Few are looked up one by one. A search for words looks at the newest
//! conversations first and stops at its budget; a page then holds those found so far, in the order asked for, and its key says where to
//! go on. What a row shows is not in the list: see [`super::rows`].

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, params_from_iter};

use super::pages::Where;
use super::pool::Reader;
use super::said::{self, Numbers, Patience};
use super::sql::{id, num, statement};
use super::{Store, listing, pages, rows};
use crate::clock::Clock;
use crate::domain::validate::bad_field;
use crate::domain::{ChannelId, ConversationId, Timestamp};
use crate::error::Result;
use crate::schema::{
    ConversationCount, ConversationFilter, ConversationPage, ConversationQuery, ConversationRow,
    ConversationSort,
};

/// A page's search for words ends after this time, with what it has.
const PATIENCE: Duration = Duration::from_millis(15);
/// The same for a count.
const COUNTING: Duration = Duration::from_millis(100);
/// So many are looked up one by one; of more the list is walked.
const FEW: usize = 4_000;
/// The list lags behind what has just come by a moment, which is nothing to speak of.
const LAG_MS: i64 = 1_000;

impl Store {
    /// A page of the list of conversations. Errors: DATA-02 for a key that is not of this list.
    pub async fn conversations(&self, query: ConversationQuery) -> Result<ConversationPage> {
        let shared = std::sync::Arc::clone(&self.0.shared);
        self.read(move |reader| {
            let before = shared.clock.now().plus_ms(-LAG_MS);
            // Asked first: what is entered between the two may be on the page or not.
            let behind = is_behind(reader, before)?;
            let picked = page(reader, &query)?;
            let rows = rows::complete(reader, &shared, &picked.which)?;
            Ok(ConversationPage {
                rows: rows.into_iter().flatten().collect(),
                next: picked.next,
                searched_back: picked.searched_back,
                behind,
            })
        })
        .await
    }

    /// How many conversations match.
    pub async fn count_conversations(&self, filter: ConversationFilter) -> Result<ConversationCount> {
        self.read(move |reader| count(reader, &filter)).await
    }

    /// All conversations that match, in the order they came to be, those after `after`, at most `limit`: however many they are, and with
    /// words looked for in all of them.
    pub async fn matching(
        &self,
        filter: ConversationFilter,
        after: Option<ConversationId>,
        limit: usize,
    ) -> Result<Vec<ConversationId>> {
        self.read(move |reader| matching(reader, &filter, after, limit)).await
    }

    /// Rows of these conversations, in this order; none for one that is gone.
    pub async fn conversation_rows(&self, which: &[ConversationId]) -> Result<Vec<Option<ConversationRow>>> {
        let (shared, which) = (std::sync::Arc::clone(&self.0.shared), which.to_vec());
        self.read(move |reader| rows::complete(reader, &shared, &which)).await
    }

    /// Conversations by what their platform calls them or their chat, in this order; of a chat the latest.
    pub async fn find_conversations(
        &self,
        keys: &[(ChannelId, String)],
    ) -> Result<Vec<Option<ConversationId>>> {
        let keys = keys.to_vec();
        self.read(move |reader| keys.iter().map(|(channel, key)| by_key(&reader.db, *channel, key)).collect())
            .await
    }

    /// Returns when all that has come by now is in the list, or after some seconds.
    pub async fn caught_up(&self) {
        const LONGEST: Duration = Duration::from_secs(5);
        let (done, told) = tokio::sync::oneshot::channel();
        if self.0.orders.send(super::index::Order::CatchUp(done)).is_ok() {
            drop(tokio::time::timeout(LONGEST, told).await);
        }
    }
}

fn by_key(db: &Connection, channel: ChannelId, key: &str) -> Result<Option<ConversationId>> {
    if let Some(found) = super::conversations::id_of(db, channel, key)? {
        return Ok(Some(found));
    }
    Ok(statement(
        db,
        "SELECT id FROM conversations WHERE channel = ?1 AND chat = ?2
         ORDER BY coalesce(started_at, id >> 21) DESC, id DESC LIMIT 1",
    )?
    .query_row((num(channel.0), key), |row| Ok(id(row.get(0)?)))
    .optional()?)
}

/// Whether something that came before this is still to be entered in the list.
fn is_behind(reader: &mut Reader, before: Timestamp) -> Result<bool> {
    let index = reader.search.index()?;
    let (met, said) = (listing::watermark(index, "met")?, listing::watermark(index, "said")?);
    let until = num(ConversationId::at(before).0);
    for (sql, watermark) in [
        ("SELECT 1 FROM conversations WHERE id > ?1 AND id < ?2 LIMIT 1", met),
        ("SELECT 1 FROM messages WHERE id > ?1 AND id < ?2 LIMIT 1", said),
    ] {
        if statement(&reader.db, sql)?.exists((watermark, until))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a page is sorted by, and the index that is sorted so.
const fn column(sort: ConversationSort) -> (&'static str, &'static str) {
    match sort {
        ConversationSort::LastActivity => ("last_at", "listing_by_activity"),
        ConversationSort::Started => ("started_at", "listing_by_start"),
        ConversationSort::Messages => ("messages", "listing_by_messages"),
    }
}

/// What is tested on every row of the list.
fn conditions(filter: &ConversationFilter) -> Where {
    let mut clause = Where::default();
    if let Some(channel) = filter.channel {
        clause.and("channel = ?", num(channel.0));
    }
    if let Some(statuses) = filter.statuses.as_ref().filter(|statuses| !statuses.is_empty()) {
        let numbers = statuses.iter().map(|status| listing::number_of(*status).to_string());
        clause.plain(format!("status IN ({})", numbers.collect::<Vec<_>>().join(",")));
    }
    if let Some(operator) = &filter.operator {
        clause.and("operator = ?", operator.clone());
    }
    if let Some(from) = filter.from {
        clause.and("last_at >= ?", from.0);
    }
    if let Some(to) = filter.to {
        clause.and("last_at <= ?", to.0);
    }
    clause
}

fn words(filter: &ConversationFilter) -> Option<&str> {
    filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// The set a filter narrows to, words aside; none when it does not.
fn narrowed(reader: &mut Reader, filter: &ConversationFilter) -> Result<Option<Numbers>> {
    let mut sets = Vec::new();
    if filter.failed == Some(true) {
        let sql = "SELECT DISTINCT conversation FROM deliveries WHERE state = 6 AND conversation IS NOT NULL ORDER BY 1";
        sets.push(listed(reader, sql)?);
    }
    if filter.flagged == Some(true) {
        sets.push(listed(reader, "SELECT conversation FROM flags ORDER BY 1")?);
    }
    let index = reader.search.index()?;
    let asked = [
        ("SELECT n FROM listing WHERE contact = ?1", &filter.contact),
        ("SELECT n FROM labelled WHERE label = ?1", &filter.label),
    ];
    for (sql, value) in asked {
        let Some(value) = value else { continue };
        let mut set = Numbers::default();
        let mut select = statement(index, sql)?;
        let mut found = select.query([value])?;
        while let Some(row) = found.next()? {
            set.insert(row.get(0)?);
        }
        sets.push(set);
    }
    Ok(sets.into_iter().reduce(|mut all, set| {
        all.and(&set);
        all
    }))
}

/// The numbers of conversations the journal names, smallest first.
fn listed(reader: &mut Reader, sql: &str) -> Result<Numbers> {
    let named =
        statement(&reader.db, sql)?.query_map([], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    let index = reader.search.index()?;
    let mut set = Numbers::default();
    if named.len() <= FEW {
        let mut select = statement(index, "SELECT n FROM listing WHERE id = ?1")?;
        for one in named {
            if let Some(n) = select.query_row([one], |row| row.get(0)).optional()? {
                set.insert(n);
            }
        }
        return Ok(set);
    }
    // Both are sorted: one pass over the list is less than so many looks into it.
    let mut select = statement(index, "SELECT id, n FROM listing ORDER BY id")?;
    let mut all = select.query([])?;
    let mut named = named.into_iter().peekable();
    while let Some(row) = all.next()? {
        let one: i64 = row.get(0)?;
        while named.next_if(|named| *named < one).is_some() {}
        match named.peek() {
            Some(named) if *named == one => set.insert(row.get(1)?),
            Some(_) => {}
            None => break,
        }
    }
    Ok(set)
}

/// A place in a list: after this row, in a search for words within these parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    /// What the row is sorted by, and its identifier; none at the beginning.
    row: Option<(i64, i64)>,
    /// From which part to which; the end is open at the first page.
    parts: Option<(i64, i64)>,
}

impl Place {
    /// As a text that says nothing to anybody else: with a digest of the list it is a place in.
    fn to_text(self, list: u32) -> String {
        let mut bytes = list.to_le_bytes().to_vec();
        bytes.push(u8::from(self.row.is_some()) | u8::from(self.parts.is_some()) << 1);
        for (one, other) in self.row.into_iter().chain(self.parts) {
            bytes.extend(one.to_le_bytes());
            bytes.extend(other.to_le_bytes());
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// None for a text that is none of ours, or of another list.
    fn from_text(text: &str, list: u32) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (of, rest) = bytes.split_first_chunk::<4>()?;
        let (which, rest) = rest.split_first()?;
        let (numbers, left) = rest.as_chunks::<8>();
        let mut numbers = numbers.iter().map(|number| i64::from_le_bytes(*number));
        let mut pair = |bit: u8| match which >> bit & 1 {
            0 => Some(None),
            _ => Some(Some((numbers.next()?, numbers.next()?))),
        };
        let place = Self { row: pair(0)?, parts: pair(1)? };
        (u32::from_le_bytes(*of) == list && *which < 4 && left.is_empty() && numbers.next().is_none())
            .then_some(place)
    }
}

/// A digest of what a list holds, and in which order.
fn list_of(query: &ConversationQuery) -> u32 {
    let named = serde_json::json!([query.filter, query.sort, query.ascending]).to_string();
    let mut first = [0; 4];
    first.copy_from_slice(&blake3::hash(named.as_bytes()).as_bytes()[..4]);
    u32::from_le_bytes(first)
}

/// What a page holds.
struct Picked {
    which: Vec<ConversationId>,
    next: Option<String>,
    searched_back: Option<Timestamp>,
}

fn page(reader: &mut Reader, query: &ConversationQuery) -> Result<Picked> {
    let since = Clock.stopwatch();
    let list = list_of(query);
    let place = match &query.before {
        Some(text) => Place::from_text(text, list).ok_or_else(|| bad_field("before"))?,
        None => Place::default(),
    };
    let limit = pages::limit(query.limit);
    let clause = conditions(&query.filter);
    let mut set = narrowed(reader, &query.filter)?;
    let index = reader.search.index()?;
    let mut searched = None;
    if let Some(words) = words(&query.filter) {
        // The pages of what was found in one go are of the same parts.
        let (within, patience) = match place.parts {
            Some((from, to)) if place.row.is_some() => (from..to, None),
            parts => (0..parts.map_or(i64::MAX, |(_, to)| to), Some(Patience { since, most: PATIENCE })),
        };
        let mut found = said::find(index, words, within, patience)?;
        found.more |= place.row.is_some() && found.parts.start > 0 && has_parts(index, found.parts.start)?;
        if let Some(set) = &set {
            found.which.and(set);
        }
        set = Some(found.which);
        searched = Some((found.parts, found.more));
    }
    let walk = Walk { sort: query.sort, ascending: query.ascending, after: place.row, limit: limit + 1 };
    let mut picked = walk.rows(index, &clause, set.as_ref())?;
    let more_here = picked.len() > limit;
    picked.truncate(limit);
    let mut next = None;
    let mut searched_back = None;
    let parts = searched.as_ref().map(|(parts, _)| (parts.start, parts.end));
    if more_here {
        next = picked.last().map(|row| Place { row: Some(*row), parts });
    } else if let Some((parts, true)) = searched {
        next = Some(Place { row: None, parts: Some((0, parts.start)) });
        if picked.len() < limit {
            searched_back = began(index, said::first_of(parts.start))?;
        }
    }
    Ok(Picked {
        which: picked.into_iter().map(|(_, conversation)| id(conversation)).collect(),
        next: next.map(|place| place.to_text(list)),
        searched_back,
    })
}

fn has_parts(index: &Connection, before: i64) -> Result<bool> {
    Ok(statement(index, "SELECT 1 FROM said_parts WHERE n < ?1")?.exists([before])?)
}

/// When the conversation of that number, or the next one there is, was first heard of.
fn began(index: &Connection, number: i64) -> Result<Option<Timestamp>> {
    Ok(statement(index, "SELECT id FROM listing WHERE n >= ?1 ORDER BY n LIMIT 1")?
        .query_row([number], |row| Ok(id::<ConversationId>(row.get(0)?).time()))
        .optional()?)
}

/// A way along the list.
struct Walk {
    sort: ConversationSort,
    ascending: bool,
    after: Option<(i64, i64)>,
    limit: usize,
}

impl Walk {
    /// The next rows, each with what it is sorted by.
    fn rows(&self, index: &Connection, clause: &Where, set: Option<&Numbers>) -> Result<Vec<(i64, i64)>> {
        let (key, along) = column(self.sort);
        let (order, beyond) = if self.ascending { ("ASC", ">") } else { ("DESC", "<") };
        let mut values = clause.values.clone();
        let mut conditions = clause.text();
        if let Some((at, row)) = self.after {
            let [at_blank, row_blank] = [values.len() + 1, values.len() + 2];
            conditions = format!(
                "{key} {beyond}= ?{at_blank} AND ({key} {beyond} ?{at_blank} OR id {beyond} ?{row_blank}) AND {conditions}"
            );
            values.extend([Value::from(at), Value::from(row)]);
        }
        let mut rows = Vec::new();
        match set {
            Some(set) if set.count() <= FEW => {
                let blank = values.len() + 1;
                let sql = format!("SELECT {key}, id FROM listing WHERE n = ?{blank} AND {conditions}");
                let mut select = statement(index, &sql)?;
                values.push(Value::Null);
                for number in set.iter() {
                    values[blank - 1] = Value::from(number);
                    let found = select
                        .query_row(params_from_iter(&values), |row| Ok((row.get(0)?, row.get(1)?)))
                        .optional()?;
                    rows.extend(found);
                }
                rows.sort_unstable();
                if !self.ascending {
                    rows.reverse();
                }
                rows.truncate(self.limit);
            }
            set => {
                let sql = format!(
                    "SELECT {key}, id, n FROM listing INDEXED BY {along} WHERE {conditions} ORDER BY {key} {order}, id {order}"
                );
                let mut select = statement(index, &sql)?;
                let mut found = select.query(params_from_iter(&values))?;
                while rows.len() < self.limit
                    && let Some(row) = found.next()?
                {
                    if set.is_none_or(|set| row.get(2).is_ok_and(|n| set.contains(n))) {
                        rows.push((row.get(0)?, row.get(1)?));
                    }
                }
            }
        }
        Ok(rows)
    }
}

fn count(reader: &mut Reader, filter: &ConversationFilter) -> Result<ConversationCount> {
    let since = Clock.stopwatch();
    let clause = conditions(filter);
    let mut set = narrowed(reader, filter)?;
    let index = reader.search.index()?;
    let mut more = false;
    if let Some(words) = words(filter) {
        let mut found = said::find(index, words, 0..i64::MAX, Some(Patience { since, most: COUNTING }))?;
        more = found.more;
        if let Some(set) = &set {
            found.which.and(set);
        }
        set = Some(found.which);
    }
    let count = match set {
        None => {
            let sql = format!(
                "SELECT count(*) FROM listing INDEXED BY listing_by_activity WHERE {}",
                clause.text()
            );
            statement(index, &sql)?
                .query_row(params_from_iter(&clause.values), |row| row.get::<_, i64>(0))?
                .max(0)
                .cast_unsigned()
        }
        Some(set) if clause.sql.is_empty() => set.count() as u64,
        Some(set) => {
            let all = Walk {
                sort: ConversationSort::LastActivity,
                ascending: false,
                after: None,
                limit: usize::MAX,
            };
            all.rows(index, &clause, Some(&set))?.len() as u64
        }
    };
    Ok(ConversationCount { count, more })
}

fn matching(
    reader: &mut Reader,
    filter: &ConversationFilter,
    after: Option<ConversationId>,
    limit: usize,
) -> Result<Vec<ConversationId>> {
    let clause = conditions(filter);
    let mut set = narrowed(reader, filter)?;
    let index = reader.search.index()?;
    if let Some(words) = words(filter) {
        let mut found = said::find(index, words, 0..i64::MAX, None)?.which;
        if let Some(set) = &set {
            found.and(set);
        }
        set = Some(found);
    }
    let mut values = clause.values.clone();
    values.push(Value::from(after.map_or(-1, |after| num(after.0))));
    let sql =
        format!("SELECT id, n FROM listing WHERE id > ?{} AND {} ORDER BY id", values.len(), clause.text());
    let mut select = statement(index, &sql)?;
    let mut rows = select.query(params_from_iter(&values))?;
    let mut all = Vec::new();
    while all.len() < limit
        && let Some(row) = rows.next()?
    {
        if set.as_ref().is_none_or(|set| row.get(1).is_ok_and(|n| set.contains(n))) {
            all.push(id(row.get(0)?));
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_only_in_its_own_list() {
        for place in [
            Place::default(),
            Place { row: Some((-1, i64::MAX)), parts: None },
            Place { row: None, parts: Some((0, 7)) },
            Place { row: Some((1, 2)), parts: Some((3, i64::MAX)) },
        ] {
            let text = place.to_text(77);
            assert_eq!(Place::from_text(&text, 77), Some(place));
            assert_eq!(Place::from_text(&text, 78), None);
            assert_eq!(Place::from_text(&format!("{text}AAAAAAAAAAA"), 77), None);
        }
        for text in ["", "nonsense", "\0", "AAAA", "____________________________________"] {
            assert_eq!(Place::from_text(text, 77), None, "{text}");
        }
    }
}
