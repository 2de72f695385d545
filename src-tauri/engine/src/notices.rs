//! Which notifications the system is asked to show. Pure: what is open and the time in, notices out.
//!
//! Never one for a message. At most one when a problem opens, one when it is still open after an hour, one when it is solved; several that
//! open together are one. In quiet hours nothing is shown, and what still matters afterwards is shown then. It knows no window and no
//! clock, so that every host can use it.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{BulkId, Timestamp};
use crate::schema::{BulkState, BulkView, Sentence, Settings};
use crate::strings;

/// What opens, or is solved, within so many ms is told together; what comes and goes faster is not told at all.
const SETTLE_MS: i64 = 5_000;

/// A problem that is open for so long is told of once more.
const LONG_MS: i64 = 60 * 60 * 1_000;

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
mod tests {
    use super::*;
    use crate::schema::Tone;

    const NOON: u32 = 12 * 60;

    fn at(seconds: i64) -> Timestamp {
        Timestamp(1_800_000_000_000 + seconds * 1_000)
    }

    fn trouble(id: &str) -> Trouble {
        let params = BTreeMap::from([("host".to_owned(), "crm.example.com".to_owned())]);
        let sentence = Sentence {
            key: "error-net-05".to_owned(),
            english: strings::text("error-net-05", &params),
            params,
            tone: Tone::Bad,
        };
        Trouble { id: id.to_owned(), name: format!("Channel {id}"), sentence, since: None, known: false }
    }

    fn troubles(ids: &str) -> Vec<Trouble> {
        ids.split_whitespace().map(trouble).collect()
    }

    fn bulk(id: u64, state: BulkState, halted: bool) -> BulkFact {
        BulkFact { id: BulkId(id), state, name: "CRM".to_owned(), delivered: 412, failed: 2, left: 0, halted }
    }

    /// Looks at that second with these problems open; what was told, as kind and ids.
    fn look(notices: &mut Notices, second: i64, open: &str) -> Vec<String> {
        look_at(notices, second, NOON, &Settings::default(), open, &[])
    }

    fn look_at(
        notices: &mut Notices,
        second: i64,
        minute: u32,
        settings: &Settings,
        open: &str,
        bulks: &[BulkFact],
    ) -> Vec<String> {
        let ids = |troubles: &[Trouble]| {
            troubles.iter().map(|trouble| trouble.id.clone()).collect::<Vec<_>>().join("+")
        };
        let told = notices.look(at(second), minute, settings, troubles(open), bulks);
        told.iter()
            .map(|notice| match notice {
                Notice::Opened(all) => format!("opened {}", ids(all)),
                Notice::StillOpen(all) => format!("still {}", ids(all)),
                Notice::Solved(all) => format!("solved {}", ids(all)),
                Notice::BulkDone(bulk) => format!("done {}", bulk.id.0),
                Notice::BulkHalted(bulk) => format!("halted {}", bulk.id.0),
                Notice::BulkInterrupted(bulk) => format!("interrupted {}", bulk.id.0),
            })
            .collect()
    }

    fn running() -> Notices {
        let mut notices = Notices::since(at(0));
        assert!(look(&mut notices, 0, "").is_empty());
        notices
    }

    #[test]
    fn a_problem_is_told_when_it_opens_after_an_hour_and_when_it_is_solved_and_never_else() {
        let mut notices = running();
        let mut told = Vec::new();
        for second in (10..3 * 3_600).step_by(2) {
            let open = if second < 2 * 3_600 { "a" } else { "" };
            told.extend(look(&mut notices, second, open).into_iter().map(|what| (second, what)));
        }
        let expected = [(16, "opened a"), (3_610, "still a"), (7_206, "solved a")];
        assert_eq!(told, expected.map(|(second, what)| (second, what.to_owned())));
    }

    #[test]
    fn nobody_is_reminded_of_what_they_said_they_know_of() {
        let mut notices = running();
        let mut told = Vec::new();
        for second in (10..3 * 3_600).step_by(2) {
            let known = Trouble { known: second > 600, ..trouble("a") };
            let open = if second < 2 * 3_600 { vec![known] } else { Vec::new() };
            told.extend(notices.look(at(second), NOON, &Settings::default(), open, &[]));
        }
        assert!(matches!(told[..], [Notice::Opened(_), Notice::Solved(_)]), "{told:?}");
    }

    #[test]
    fn what_opens_together_is_one_notification() {
        let mut notices = running();
        assert!(look(&mut notices, 10, "a").is_empty());
        assert!(look(&mut notices, 13, "a b c").is_empty());
        assert_eq!(look(&mut notices, 15, "a b c"), ["opened a+b+c"]);
        assert!(look(&mut notices, 30, "c").is_empty());
        assert_eq!(look(&mut notices, 35, "c"), ["solved a+b"]);
    }

    #[test]
    fn what_comes_and_goes_at_once_is_not_told() {
        let mut notices = running();
        for second in 0..600 {
            let open = if second % 4 < 2 { "a" } else { "" };
            assert!(look(&mut notices, 10 + second, open).is_empty(), "at {second}");
        }
    }

    #[test]
    fn what_was_open_at_the_start_is_no_news_and_its_end_is() {
        let mut notices = Notices::since(at(0));
        let mut look =
            |second, open: Vec<Trouble>| notices.look(at(second), NOON, &Settings::default(), open, &[]);
        let old = || vec![Trouble { since: Some(at(-90)), ..trouble("a") }];
        assert!(look(1, old()).is_empty());
        assert!(look(60, old()).is_empty());
        assert!(look(70, Vec::new()).is_empty());
        assert!(matches!(look(76, Vec::new())[..], [Notice::Solved(_)]));
    }

    /// Who starts with the computer and has no window once learned of a taken port after an hour.
    #[test]
    fn what_went_wrong_in_the_start_is_told_and_so_is_a_bulk_send_it_interrupted() {
        let mut notices = Notices::since(at(0));
        let mut look = |second| {
            let open = vec![Trouble { since: Some(at(1)), ..trouble("a") }];
            notices.look(
                at(second),
                NOON,
                &Settings::default(),
                open,
                &[bulk(1, BulkState::Interrupted, false)],
            )
        };
        let first = look(2);
        assert!(matches!(first[..], [Notice::BulkInterrupted(_)]), "{first:?}");
        let second = look(8);
        assert!(matches!(second[..], [Notice::Opened(_)]), "{second:?}");
        assert_eq!(
            (first[0].place(), second[0].place()),
            (format!("/bulk?bulk=%22{}%22", BulkId(1)), "/problems?problem=%22a%22".to_owned())
        );
        assert!(look(20).is_empty());
    }

    #[test]
    fn quiet_hours_keep_back_what_still_matters_afterwards() {
        let settings = Settings { quiet_from: 22 * 60, quiet_to: 7 * 60, ..Settings::default() };
        let mut notices = running();
        let mut look = |second, minute, open, bulks: &[BulkFact]| {
            look_at(&mut notices, second, minute, &settings, open, bulks)
        };
        let (night, morning) = (23 * 60, 7 * 60);
        assert!(look(10, night, "a b", &[bulk(1, BulkState::Running, false)]).is_empty());
        assert!(look(20, night, "a b", &[bulk(1, BulkState::Done, false)]).is_empty());
        assert!(look(7_200, 0, "a", &[bulk(1, BulkState::Done, false)]).is_empty());
        // Told once, though it is open for more than an hour; the solved one was never told.
        assert_eq!(look(9_000, morning, "a", &[]), ["opened a", "done 1"]);
        assert!(look(9_100, morning, "a", &[]).is_empty());
    }

    #[test]
    fn quiet_hours_may_go_over_midnight_and_none_are_none() {
        let quiet = |from, to| (0..1_440).filter(|minute| is_quiet(*minute, from, to)).count();
        assert_eq!((quiet(0, 0), quiet(600, 600)), (0, 0));
        assert_eq!((quiet(60, 120), quiet(22 * 60, 7 * 60)), (60, 9 * 60));
        assert!(is_quiet(23 * 60, 22 * 60, 7 * 60) && !is_quiet(7 * 60, 22 * 60, 7 * 60));
    }

    #[test]
    fn switched_off_nothing_is_told_and_nothing_is_saved_up() {
        let off = Settings { notifications: "none".to_owned(), ..Settings::default() };
        let mut notices = running();
        for second in 10..100 {
            let bulks = [bulk(1, if second < 50 { BulkState::Running } else { BulkState::Done }, false)];
            assert!(look_at(&mut notices, second, NOON, &off, "a", &bulks).is_empty());
        }
        assert!(look(&mut notices, 110, "a").is_empty());
        assert!(look(&mut notices, 5_000, "a").is_empty());
    }

    #[test]
    fn a_bulk_send_is_told_when_it_is_through_or_paused_itself() {
        let mut notices = running();
        let problems = Settings { notifications: "problems".to_owned(), ..Settings::default() };
        let mut look = |second, settings: &Settings, bulks: &[BulkFact]| {
            look_at(&mut notices, second, NOON, settings, "", bulks)
        };
        let all = Settings::default();
        assert!(look(1, &all, &[bulk(1, BulkState::Running, false)]).is_empty());
        assert!(look(2, &all, &[bulk(1, BulkState::Paused, false)]).is_empty(), "the admin paused it");
        assert!(look(3, &all, &[bulk(1, BulkState::Running, false)]).is_empty());
        assert_eq!(look(4, &problems, &[bulk(1, BulkState::Paused, true)]), ["halted 1"]);
        assert!(look(5, &all, &[bulk(1, BulkState::Running, false)]).is_empty());
        let two = [bulk(1, BulkState::Done, false), bulk(2, BulkState::Done, false)];
        assert_eq!(look(6, &all, &two), ["done 1", "done 2"]);
        assert!(look(7, &all, &two).is_empty());
        let third = [bulk(1, BulkState::Done, false), bulk(3, BulkState::Done, false)];
        assert!(look(8, &problems, &third).is_empty(), "an end is no problem");
    }

    #[test]
    fn every_notice_has_words_in_every_language() {
        let fact = bulk(1, BulkState::Done, false);
        for notice in [
            Notice::Opened(troubles("a")),
            Notice::Opened(troubles("a b")),
            Notice::StillOpen(troubles("a")),
            Notice::StillOpen(troubles("a b c d e")),
            Notice::Solved(troubles("a b")),
            Notice::BulkDone(fact.clone()),
            Notice::BulkHalted(fact.clone()),
            Notice::BulkInterrupted(fact),
        ] {
            let english = notice.worded("en", at(0));
            for language in ["ru", "de"] {
                let (title, text) = notice.worded(language, at(0));
                assert!(title != english.0 && !title.starts_with("notice-"), "{language}: {title}");
                assert!(!text.is_empty() && !text.contains('{') && !text.starts_with("notice-"), "{text}");
            }
        }
        let (title, text) = Notice::Opened(troubles("a")).worded("en", at(0));
        assert_eq!(title, "Channel a needs you");
        assert!(text.contains("crm.example.com"), "{text}");
        assert_eq!(Notice::Opened(troubles("a b")).worded("en", at(0)).1, "Channel a, Channel b");
    }
}
