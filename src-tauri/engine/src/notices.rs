//! Which notifications the system is asked to show. Pure: what is open and the time in, notices out.
//!
//! Never one for a message. At most one when a problem opens, one when it is still open after an hour, one when it is solved; several that
//! open together are one. In quiet hours nothing is shown, and what still matters afterwards is shown then. Who wants it is told once a day
//! what the day before brought. It knows no window and no clock, so that every host can use it.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, DateTime};

use crate::domain::{BulkId, Timestamp};
use crate::schema::{BulkState, BulkView, Sentence, Settings, Sums};
use crate::strings;

/// What opens, or is solved, within so many ms is told together; what comes and goes faster is not told at all.
const SETTLE_MS: i64 = 5_000;

/// A problem that is open for so long is told of once more.
const LONG_MS: i64 = 60 * 60 * 1_000;

/// What a day brought is told from this minute of the next one on.
const DIGEST_FROM: u32 = 9 * 60;

/// Something that is wrong now.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// The same for as long as it lasts.
    pub id: String,
    /// Whose it is: the name of a channel, or of what else is troubled.
    pub name: String,
    /// What it is.
    pub sentence: Sentence,
    /// Since when; none where nobody knows.
    pub since: Option<Timestamp>,
    /// Somebody said that they know of it.
    pub known: bool,
}

/// What of a bulk send may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkFact {
    /// Which.
    pub id: BulkId,
    /// How it stands.
    pub state: BulkState,
    /// Where it goes.
    pub name: String,
    /// Confirmed by the target.
    pub delivered: u64,
    /// Given up, or nobody can tell.
    pub failed: u64,
    /// Still to come.
    pub left: u64,
    /// It paused itself.
    pub halted: bool,
}

impl From<&BulkView> for BulkFact {
    fn from(view: &BulkView) -> Self {
        Self {
            id: view.id,
            state: view.state,
            name: view.target_name.clone(),
            delivered: view.delivered,
            failed: view.failed + view.unknown,
            left: view.left,
            halted: view.state == BulkState::Paused && view.error.is_some(),
        }
    }
}

/// What a day brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Digest {
    /// Which day, by this computer's calendar.
    pub day: Date,
    /// What was counted in it.
    pub sums: Sums,
    /// Of the channels the one whose endpoint was the slowest, and what the slowest twentieth of its answers took at least, in ms.
    pub slowest: Option<(String, f64)>,
}

impl Digest {
    /// Whether there was anything.
    #[must_use]
    pub fn has_traffic(&self) -> bool {
        self.sums.received + self.sums.delivered + self.sums.failed > 0
    }

    fn worded(&self, language: &str) -> (String, String) {
        let Sums { received, delivered, failed, .. } = self.sums;
        let mut params: BTreeMap<_, _> =
            [("received", received), ("delivered", delivered), ("failed", failed)]
                .map(|(name, count)| (name.to_owned(), count.to_string()))
                .into();
        let mut text = strings::text_in(language, "notice-digest-text", &params);
        if let Some((name, ms)) = &self.slowest {
            let seconds = format!("{:.1}", (ms / 1_000.0).max(0.1));
            let seconds = if language == "en" { seconds } else { seconds.replace('.', ",") };
            params.extend([("name".to_owned(), name.clone()), ("seconds".to_owned(), seconds)]);
            text = format!("{text} {}", strings::text_in(language, "notice-digest-slowest", &params));
        }
        (strings::text_in(language, "notice-digest", &params), text)
    }
}

/// Whether it is time to tell what the day before brought: once a day, from nine in the morning on, as soon as quiet hours allow. `told` is the
/// last day on which it was told, which outlives the program. Where quiet hours last from nine to midnight it is not told at all.
#[must_use]
pub fn is_digest_due(now: DateTime, settings: &Settings, told: Option<Date>) -> bool {
    let minute = minute_of(now);
    settings.daily_digest
        && settings.notifications != "none"
        && minute >= DIGEST_FROM
        && !is_quiet(minute, settings.quiet_from, settings.quiet_to)
        && told.is_none_or(|told| told < now.date())
}

/// The minute of the day.
#[must_use]
pub fn minute_of(now: DateTime) -> u32 {
    u32::try_from(i32::from(now.hour()) * 60 + i32::from(now.minute())).unwrap_or(0)
}

/// One notification.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// These problems opened.
    Opened(Vec<Trouble>),
    /// These are open for an hour.
    StillOpen(Vec<Trouble>),
    /// These are solved.
    Solved(Vec<Trouble>),
    /// A bulk send is through.
    BulkDone(BulkFact),
    /// A bulk send paused itself.
    BulkHalted(BulkFact),
    /// A bulk send waits since the program ended.
    BulkInterrupted(BulkFact),
    /// What yesterday brought.
    Digest(Digest),
}

impl Notice {
    /// Title and text in a language.
    #[must_use]
    pub fn worded(&self, language: &str, now: Timestamp) -> (String, String) {
        match self {
            Self::Opened(troubles) => about("notice-opened", troubles, language, now),
            Self::StillOpen(troubles) => about("notice-still-open", troubles, language, now),
            Self::Solved(troubles) => {
                let params = BTreeMap::from([("count".to_owned(), troubles.len().to_string())]);
                (strings::text_in(language, "notice-solved", &params), names(troubles))
            }
            Self::BulkDone(bulk) => bulk_text("notice-bulk-done", bulk, language),
            Self::BulkHalted(bulk) => bulk_text("notice-bulk-halted", bulk, language),
            Self::BulkInterrupted(bulk) => bulk_text("notice-bulk-interrupted", bulk, language),
            Self::Digest(digest) => digest.worded(language),
        }
    }

    /// The address of the screen that shows what it is about.
    #[must_use]
    pub fn place(&self) -> String {
        match self {
            Self::Opened(troubles) | Self::StillOpen(troubles) => match troubles.as_slice() {
                [only] => problem_place(&only.id),
                _ => PROBLEMS.to_owned(),
            },
            Self::Solved(_) => PROBLEMS.to_owned(),
            Self::BulkDone(bulk) | Self::BulkHalted(bulk) | Self::BulkInterrupted(bulk) => {
                format!("/bulk?bulk=%22{}%22", bulk.id)
            }
            Self::Digest(Digest { day, .. }) => format!("/traffic?from={day}&to={day}"),
        }
    }
}

/// The address of the list of problems.
pub const PROBLEMS: &str = "/problems";

/// The address of the screen that shows a problem.
#[must_use]
pub fn problem_place(id: &str) -> String {
    format!("{PROBLEMS}?problem=%22{id}%22")
}

/// One problem is told in its own sentence, several by whose they are.
fn about(key: &str, troubles: &[Trouble], language: &str, now: Timestamp) -> (String, String) {
    let params = BTreeMap::from([
        ("count".to_owned(), troubles.len().to_string()),
        ("name".to_owned(), troubles.first().map_or_else(String::new, |trouble| trouble.name.clone())),
    ]);
    let text = match troubles {
        [only] => strings::sentence_in(language, &only.sentence, now),
        several => names(several),
    };
    (strings::text_in(language, key, &params), text)
}

fn names(troubles: &[Trouble]) -> String {
    let mut names: Vec<&str> = troubles.iter().map(|trouble| trouble.name.as_str()).collect();
    names.dedup();
    names.join(", ")
}

fn bulk_text(key: &str, bulk: &BulkFact, language: &str) -> (String, String) {
    let params = BTreeMap::from([
        ("name".to_owned(), bulk.name.clone()),
        ("delivered".to_owned(), bulk.delivered.to_string()),
        ("failed".to_owned(), bulk.failed.to_string()),
        ("left".to_owned(), bulk.left.to_string()),
    ]);
    (strings::text_in(language, key, &params), strings::text_in(language, &format!("{key}-text"), &params))
}

/// What is known, and what was told of it.
#[derive(Debug)]
pub struct Notices {
    troubles: HashMap<String, Known>,
    bulks: HashMap<BulkId, BulkState>,
    /// Of bulk sends, while they may not be shown.
    later: Vec<Notice>,
    /// When the program started: what was wrong before is no news.
    started: Timestamp,
    /// It was looked once.
    looked: bool,
}

#[derive(Debug)]
struct Known {
    trouble: Trouble,
    seen_at: Timestamp,
    told: bool,
    long_told: bool,
    /// It is gone since then.
    gone_at: Option<Timestamp>,
}

impl Known {
    fn since(&self) -> Timestamp {
        self.trouble.since.unwrap_or(self.seen_at)
    }
}

impl Notices {
    /// Those of a program that started then.
    #[must_use]
    pub fn since(started: Timestamp) -> Self {
        Self { troubles: HashMap::new(), bulks: HashMap::new(), later: Vec::new(), started, looked: false }
    }

    /// What is to be shown now. `minute` is the minute of this computer's day.
    pub fn look(
        &mut self,
        now: Timestamp,
        minute: u32,
        settings: &Settings,
        open: Vec<Trouble>,
        bulks: &[BulkFact],
    ) -> Vec<Notice> {
        self.see(now, open);
        self.see_bulks(settings, bulks);
        self.looked = true;
        if settings.notifications == "none" {
            self.later.clear();
            self.troubles.retain(|_, known| known.gone_at.is_none());
            for known in self.troubles.values_mut() {
                (known.told, known.long_told) = (true, true);
            }
            return Vec::new();
        }
        if is_quiet(minute, settings.quiet_from, settings.quiet_to) {
            return Vec::new();
        }
        let mut notices = self.tell(now);
        notices.append(&mut self.later);
        notices
    }

    fn see(&mut self, now: Timestamp, open: Vec<Trouble>) {
        for known in self.troubles.values_mut() {
            let is_open = open.iter().any(|trouble| trouble.id == known.trouble.id);
            known.gone_at = if is_open { None } else { known.gone_at.or(Some(now)) };
        }
        // Who was not told that it came is not told that it went.
        self.troubles.retain(|_, known| known.gone_at.is_none() || known.told);
        for trouble in open {
            match self.troubles.get_mut(&trouble.id) {
                Some(known) => {
                    // Who knows of it need not be told of it, nor reminded.
                    known.told |= trouble.known;
                    known.long_told |= trouble.known;
                    known.trouble = trouble;
                }
                None => {
                    let id = trouble.id.clone();
                    // Started hidden, a port that is taken would otherwise be told of after an hour.
                    let old = trouble.since.is_none_or(|since| since < self.started);
                    let told = !self.looked && old;
                    let long = now.since(trouble.since.unwrap_or(now)) >= LONG_MS;
                    let known = Known { trouble, seen_at: now, told, long_told: told && long, gone_at: None };
                    self.troubles.insert(id, known);
                }
            }
        }
    }

    fn see_bulks(&mut self, settings: &Settings, bulks: &[BulkFact]) {
        for bulk in bulks {
            let before = self.bulks.insert(bulk.id, bulk.state);
            if before == Some(bulk.state) {
                continue;
            }
            if bulk.state == BulkState::Interrupted {
                self.later.push(Notice::BulkInterrupted(bulk.clone()));
            } else if !self.looked {
                // It was so before.
            } else if bulk.state == BulkState::Done && settings.notifications == "all" {
                self.later.push(Notice::BulkDone(bulk.clone()));
            } else if bulk.halted {
                self.later.push(Notice::BulkHalted(bulk.clone()));
            }
        }
        self.bulks.retain(|id, _| bulks.iter().any(|bulk| bulk.id == *id));
    }

    fn tell(&mut self, now: Timestamp) -> Vec<Notice> {
        let mut notices = Vec::new();
        let settled = |known: &Known| known.gone_at.is_none() && now.since(known.seen_at) >= SETTLE_MS;
        if self.troubles.values().any(|known| !known.told && settled(known)) {
            let opened = self.mark(|known| !known.told && known.gone_at.is_none(), |known| known.told = true);
            notices.push(Notice::Opened(opened));
            // What quiet hours kept back for so long is told once, not twice.
            self.mark(|known| now.since(known.since()) >= LONG_MS, |known| known.long_told = true);
        }
        let long = |known: &Known| {
            known.told && !known.long_told && known.gone_at.is_none() && now.since(known.since()) >= LONG_MS
        };
        let still = self.mark(long, |known| known.long_told = true);
        if !still.is_empty() {
            notices.push(Notice::StillOpen(still));
        }
        let over = |known: &Known| known.gone_at.is_some_and(|at| now.since(at) >= SETTLE_MS);
        if self.troubles.values().any(over) {
            let solved = self.mark(|known| known.gone_at.is_some(), |_| ());
            self.troubles.retain(|_, known| known.gone_at.is_none());
            notices.push(Notice::Solved(solved));
        }
        notices
    }

    /// Does it to those, and gives them, the oldest first.
    fn mark(&mut self, which: impl Fn(&Known) -> bool, mark: impl Fn(&mut Known)) -> Vec<Trouble> {
        let mut marked: Vec<&mut Known> = self.troubles.values_mut().filter(|known| which(known)).collect();
        marked.sort_by(|a, b| (a.since(), &a.trouble.name).cmp(&(b.since(), &b.trouble.name)));
        marked
            .into_iter()
            .map(|known| {
                mark(known);
                known.trouble.clone()
            })
            .collect()
    }
}

/// Whether that minute of the day lies in the quiet hours, which may go over midnight.
fn is_quiet(minute: u32, from: u32, to: u32) -> bool {
    if from <= to { (from..to).contains(&minute) } else { minute >= from || minute < to }
}

#[cfg(test)]
#[path = "notices_tests.rs"]
mod tests;
