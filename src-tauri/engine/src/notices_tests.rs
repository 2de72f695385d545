//! What is told when, second by second of made-up days.

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
            Notice::Digest(digest) => format!("digest {}", digest.day),
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
        notices.look(at(second), NOON, &Settings::default(), open, &[bulk(1, BulkState::Interrupted, false)])
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
        Notice::Digest(digest(Some(("CRM".to_owned(), 1_440.0)))),
        Notice::Digest(digest(None)),
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

fn digest(slowest: Option<(String, f64)>) -> Digest {
    let sums = Sums { received: 220, delivered: 214, failed: 2, troubled: 5 };
    Digest { day: Date::constant(2026, 11, 29), sums, slowest }
}

/// The times, of those at which it was looked, when the day before was told. What was told is remembered between them, the program is not.
fn digests(looks: &[&str], settings: &Settings) -> Vec<String> {
    let mut told = None;
    let mut shown = Vec::new();
    for look in looks {
        let now: DateTime = look.parse().expect("a made-up time");
        if is_digest_due(now, settings, told) {
            told = Some(now.date());
            shown.push((*look).to_owned());
        }
    }
    shown
}

#[test]
fn what_yesterday_brought_is_told_once_a_day_from_nine_on() {
    let on = Settings { daily_digest: true, ..Settings::default() };
    let looks = [
        "2026-11-30T00:00:01",
        "2026-11-30T08:59:59",
        "2026-11-30T09:00:00",
        "2026-11-30T09:00:02",
        "2026-11-30T23:59:58",
        "2026-12-01T08:00:00",
        "2026-12-01T09:00:01",
    ];
    assert_eq!(digests(&looks, &on), ["2026-11-30T09:00:00", "2026-12-01T09:00:01"]);
    assert!(digests(&looks, &Settings::default()).is_empty(), "nobody asked for it");
    let silent = Settings { notifications: "none".to_owned(), ..on };
    assert!(digests(&looks, &silent).is_empty());
}

#[test]
fn a_program_that_was_off_at_nine_tells_of_yesterday_when_it_runs_again_and_no_day_twice() {
    let on = Settings { daily_digest: true, ..Settings::default() };
    // Ended and started between any two of them.
    let looks = [
        "2026-11-30T14:20:00",
        "2026-11-30T14:31:00",
        "2026-12-01T07:00:00",
        // Off for days: only yesterday is told.
        "2026-12-04T18:00:00",
        // The clock was put back.
        "2026-12-03T10:00:00",
        "2026-12-05T10:00:00",
    ];
    assert_eq!(digests(&looks, &on), ["2026-11-30T14:20:00", "2026-12-04T18:00:00", "2026-12-05T10:00:00"]);
}

#[test]
fn quiet_hours_put_off_what_yesterday_brought_until_they_are_over() {
    let on =
        Settings { daily_digest: true, quiet_from: 22 * 60, quiet_to: 10 * 60 + 30, ..Settings::default() };
    let looks = ["2026-11-30T09:00:00", "2026-11-30T10:29:59", "2026-11-30T10:30:00", "2026-11-30T11:00:00"];
    assert_eq!(digests(&looks, &on), ["2026-11-30T10:30:00"]);
}

#[test]
fn a_day_is_told_in_numbers_and_leads_to_its_log() {
    let notice = Notice::Digest(digest(Some(("CRM".to_owned(), 1_440.0))));
    let (title, text) = notice.worded("en", at(0));
    assert_eq!(title, "What yesterday brought");
    assert_eq!(text, "220 received, 214 delivered, 2 failed. Slowest to answer: CRM, about 1.4 s.");
    assert!(notice.worded("de", at(0)).1.ends_with("CRM, etwa 1,4 s."), "{:?}", notice.worded("de", at(0)));
    assert_eq!(notice.place(), "/traffic?from=2026-11-29&to=2026-11-29");
    assert!(Notice::Digest(digest(None)).worded("en", at(0)).1.ends_with("2 failed."));
    assert!(!Digest { sums: Sums::default(), ..digest(None) }.has_traffic());
}
