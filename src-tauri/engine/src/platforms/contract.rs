//! What every platform must hold to, whatever it is: one suite over all of them, fed with every body of the fixtures folder.
//!
//! `tests/fixtures/<platform>/` holds bodies and `tests/fixtures/<platform>.expected.json` what each is read as. After a change that is
//! meant to read them otherwise, `UPDATE_FIXTURES=1` writes the second anew; the difference is what there is to review. Of bodies called
//! `inferred` the tolerance is tested and not the truth; those called `made` follow documents and source code where nobody has printed a
//! body. Answers, and requests of the other direction, lie there too: whatever comes to an intake, it may do no harm.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use http::HeaderMap;
use serde_json::{Map, Value, json};

use super::{Answer, Reading, Request, Trust, Verdict, read};
use crate::domain::*;
use crate::secret::{MASK, Secret};

pub(super) const NOW: Timestamp = Timestamp(1_790_000_000_000);

/// A channel of that platform, set as the fixtures want it.
pub(super) fn channel(platform: Platform) -> Channel {
    let (token, options) = match platform {
        Platform::Elma365 => {
            let channel_id = Some("ebf45efc-cc67-4b60-9e3f-121966ba9f30".to_owned());
            ("confirm", Options::Elma365(Elma365Options { channel_id, ..Elma365Options::default() }))
        }
        Platform::Chatwoot => {
            ("", Options::Chatwoot(ChatwootOptions { inbox_id: Some(7), ..ChatwootOptions::default() }))
        }
        Platform::Userlike => ("", Options::Userlike(UserlikeOptions::default())),
    };
    Channel {
        id: ChannelId(1),
        name: platform.code().to_owned(),
        preset: None,
        token: Secret::new(token),
        api_url: None,
        platform_trust: None,
        callback_url: None,
        subscriptions: Subscriptions::All,
        format: Format::Switchboard,
        endpoint: Endpoint::default(),
        options,
        intake_key: Secret::default(),
        endpoint_token: Secret::default(),
        signing_secret: Secret::default(),
        mode: Mode::Active,
        demo: false,
        created_at: NOW,
    }
}

/// Reads a body that came without headers.
pub(super) fn read_body(channel: &Channel, body: &[u8], trust: Trust) -> Reading {
    read(channel, Request { headers: &HeaderMap::new(), body }, trust, NOW)
}

/// The body of a fixture.
pub(super) fn fixture(platform: Platform, file: &str) -> Vec<u8> {
    std::fs::read(folder().join(platform.code()).join(file)).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

/// Every fixture of a platform, by name.
pub(super) fn fixtures(platform: Platform) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder().join(platform.code())).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.map(|name| (name.clone(), fixture(platform, &name))).collect()
}

/// A reading as JSON, without what is not there.
fn as_json(reading: &Reading) -> Value {
    let verdict = match reading.verdict {
        Verdict::Taken => json!("taken"),
        Verdict::Skipped(reason) => json!({ "skipped": reason }),
        Verdict::Refused(code) => json!({ "refused": code }),
        Verdict::Quarantined(code) => json!({ "quarantined": code }),
    };
    let answer = match &reading.answer {
        Answer::Status(status, _) => json!(status.as_u16()),
        Answer::Contact(key) => json!({ "contact": key }),
    };
    let learned: Vec<_> = reading.learned.iter().map(|learned| format!("{learned:?}")).collect();
    let event = |event: &Event| {
        json!({
            "kind": event.kind,
            "name": event.platform_name,
            "at": event.occurred_at,
            "identity": event.identity.as_ref().map(|identity| format!("{} {:016x}", identity.key, identity.revision)),
            "conversation": event.conversation,
            "contact": event.contact,
            "message": event.message,
            "operator": event.operator,
            "detail": event.detail,
            "echo": event.echo,
        })
    };
    let events: Vec<_> = reading.events.iter().map(event).collect();
    let mut json = json!({ "verdict": verdict, "answer": answer, "learned": learned, "events": events });
    leave_out_nothings(&mut json);
    json
}

fn leave_out_nothings(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(leave_out_nothings);
            object.retain(|_, value| {
                !matches!(value, Value::Null | Value::Bool(false))
                    && *value != json!([])
                    && *value != json!({})
            });
        }
        Value::Array(list) => list.iter_mut().for_each(leave_out_nothings),
        _ => {}
    }
}

#[test]
fn every_fixture_is_read_as_expected() {
    for platform in Platform::ALL {
        let channel = channel(platform);
        let read =
            |(name, body): (String, Vec<u8>)| (name, as_json(&read_body(&channel, &body, Trust::None)));
        let actual: Map<String, Value> = fixtures(platform).into_iter().map(read).collect();
        let file = folder().join(format!("{}.expected.json", platform.code()));
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            std::fs::write(&file, serde_json::to_string_pretty(&actual).unwrap() + "\n").unwrap();
        }
        let expected: Map<String, Value> = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        for (name, actual) in &actual {
            let expected =
                expected.get(name).unwrap_or_else(|| panic!("{platform:?}: nobody says how {name} is read"));
            assert_eq!(actual, expected, "{platform:?}: {name} is read as\n{actual:#}");
        }
        let gone: Vec<_> = expected.keys().filter(|name| !actual.contains_key(*name)).collect();
        assert!(gone.is_empty(), "{platform:?}: expected, but no fixture: {gone:?}");
    }
}

/// What holds for every reading of anything.
fn assert_sound(channel: &Channel, body: &[u8], trust: Trust) {
    let reading = read_body(channel, body, trust);
    let shown = || String::from_utf8_lossy(body).into_owned();
    assert_eq!(reading, read_body(channel, body, trust), "read twice, it means two things: {}", shown());
    let status = match &reading.answer {
        Answer::Status(status, _) => status.as_u16(),
        Answer::Contact(_) => 200,
    };
    match reading.verdict {
        Verdict::Taken | Verdict::Skipped(_) => {
            assert_eq!(status, 200, "{}", shown());
            assert!(!reading.events.is_empty(), "taken, but nothing happened: {}", shown());
        }
        Verdict::Quarantined(_) => assert_eq!(status, 200, "{}", shown()),
        Verdict::Refused(_) => assert!((400..500).contains(&status), "refused with {status}: {}", shown()),
    }
    if matches!(reading.verdict, Verdict::Refused(_) | Verdict::Quarantined(_)) {
        assert!(
            reading.events.is_empty() && reading.learned.is_empty(),
            "refused, but acted on: {}",
            shown()
        );
    }
    for event in &reading.events {
        let identity = event.identity.as_ref().map(|identity| identity.key.as_str());
        assert_ne!(identity, Some(""), "an empty identity would be everybody's: {}", shown());
        let chat = event.conversation.as_ref().map(|conversation| conversation.key.as_str());
        assert_ne!(chat, Some(""), "an empty key would be every chat's: {}", shown());
        let side = event.message.as_ref().map(|message| message.from);
        match event.kind {
            EventKind::MessageReceived => assert_ne!(side, Some(Side::Operator), "{}", shown()),
            EventKind::MessageSent => assert_ne!(side, Some(Side::Customer), "{}", shown()),
            _ => {}
        }
        let private = event.message.as_ref().is_some_and(|message| message.private);
        assert!(
            !private || event.kind == EventKind::NoteCreated,
            "a private note goes out as {}: {}",
            event.kind,
            shown()
        );
    }
}

#[test]
fn every_fixture_is_read_soundly_whichever_platform_it_is_shown_to() {
    for of in Platform::ALL {
        for body in fixtures(of).into_values() {
            for platform in Platform::ALL {
                assert_sound(&channel(platform), &body, Trust::None);
                assert_sound(&channel(platform), &body, Trust::Accepted);
            }
        }
    }
}

#[test]
fn what_is_no_json_object_is_refused_with_400() {
    for platform in Platform::ALL {
        for body in [
            &b""[..],
            b" ",
            b"null",
            b"[]",
            b"\"text\"",
            b"7",
            b"{",
            b"{\"type\":",
            b"{} {}",
            b"\xff\xfe",
            b"{\"a\":\"\xff\"}",
            b"type=message&token=confirm",
            b"<xml/>",
        ] {
            let reading = read_body(&channel(platform), body, Trust::Accepted);
            assert_eq!(
                reading.verdict,
                Verdict::Refused(Code::Data01),
                "{platform:?}: {}",
                String::from_utf8_lossy(body)
            );
            assert!(matches!(reading.answer, Answer::Status(http::StatusCode::BAD_REQUEST, _)));
        }
        let deep = format!("{{\"event\":{}", "[".repeat(100_000));
        assert_eq!(
            read_body(&channel(platform), deep.as_bytes(), Trust::None).verdict,
            Verdict::Refused(Code::Data01)
        );
    }
}

/// Numbers that are the same in every run, so that a failure can be repeated.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

#[test]
fn a_field_of_any_other_type_is_never_more_than_a_missing_field() {
    let mut dice = Dice(0x5eed);
    for platform in Platform::ALL {
        let channel = channel(platform);
        for body in fixtures(platform).into_values() {
            let Ok(whole) = serde_json::from_slice::<Value>(&body) else { continue };
            let mut paths = Vec::new();
            collect_paths(&whole, String::new(), &mut paths);
            for path in paths {
                let mut changed = whole.clone();
                *changed.pointer_mut(&path).unwrap() = odd_value(&mut dice);
                assert_sound(&channel, changed.to_string().as_bytes(), Trust::None);
            }
        }
    }
}

pub(super) fn collect_paths(value: &Value, path: String, into: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                collect_paths(value, format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), into);
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                collect_paths(value, format!("{path}/{at}"), into);
            }
        }
        _ => {}
    }
    if !path.is_empty() {
        into.push(path);
    }
}

pub(super) fn odd_value(dice: &mut Dice) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(false),
        json!(-1),
        json!(0),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(0.5),
        json!(""),
        json!(" "),
        json!("\u{0}\u{202e}{{id}}'\";--"),
        json!("9".repeat(400)),
        json!("x".repeat(5_000)),
        json!([]),
        json!({}),
        json!([null, [], {}, 1, "a"]),
        json!({ "id": {}, "name": [] }),
        json!([[["a"]]]),
        json!("2026-99-99 99:99:99"),
        json!("%"),
    ];
    odd[dice.roll(odd.len())].clone()
}

#[test]
fn broken_bytes_never_do_more_than_break_one_request() {
    let mut dice = Dice(0xbad);
    for platform in Platform::ALL {
        let channel = channel(platform);
        for body in fixtures(platform).into_values() {
            for _ in 0..24 {
                let mut broken = body.clone();
                match dice.roll(3) {
                    0 => broken.truncate(dice.roll(body.len())),
                    1 => broken[dice.roll(body.len())] ^= 1 << dice.roll(8),
                    _ => {
                        let (from, to) = (dice.roll(body.len()), dice.roll(body.len()));
                        broken[to] = body[from];
                    }
                }
                assert_sound(&channel, &broken, Trust::None);
            }
        }
    }
}

/// Every text in `value` that stands under the name of a secret.
fn secrets_of(value: &Value, into: &mut BTreeSet<String>) {
    let mut masked = value.clone();
    super::redact::value(&mut masked);
    pair(value, &masked, into);

    fn pair(clear: &Value, masked: &Value, into: &mut BTreeSet<String>) {
        match (clear, masked) {
            (Value::Object(clear), Value::Object(masked)) => {
                clear.iter().for_each(|(name, value)| pair(value, &masked[name], into))
            }
            (Value::Array(clear), Value::Array(masked)) => {
                clear.iter().zip(masked).for_each(|(clear, masked)| pair(clear, masked, into))
            }
            (Value::String(clear), Value::String(masked)) if masked == MASK => {
                into.insert(clear.clone());
            }
            _ => {}
        }
    }
}

#[test]
fn no_secret_of_a_body_gets_into_its_events_or_past_the_mask() {
    let mut found = 0;
    for platform in Platform::ALL {
        for (name, body) in fixtures(platform) {
            let Ok(whole) = serde_json::from_slice(&body) else { continue };
            let mut secrets = BTreeSet::new();
            secrets_of(&whole, &mut secrets);
            let events = format!("{:?}", read_body(&channel(platform), &body, Trust::Accepted).events);
            let shown = super::redact::body(&body);
            for secret in secrets {
                found += 1;
                assert!(!events.contains(&secret), "{platform:?}: {name}: {secret} is in its events");
                assert!(!shown.contains(&format!("\"{secret}\"")), "{platform:?}: {name}: {secret} is shown");
            }
        }
    }
    assert!(found > 50, "only {found} secrets in all fixtures: the names have changed");
}

#[test]
fn every_event_is_named_as_its_platforms_table_names_it() {
    let names = super::event_names();
    let mut seen = BTreeSet::new();
    for platform in Platform::ALL {
        for body in fixtures(platform).into_values() {
            for event in read_body(&channel(platform), &body, Trust::None).events {
                seen.insert((platform.code(), event.platform_name.clone(), event.kind));
            }
        }
    }
    for (platform, name, kind) in names.iter().filter(|(_, name, _)| !name.contains('*')) {
        assert!(
            seen.contains(&(platform.code(), (*name).to_owned(), *kind)),
            "{platform:?}: no fixture brings {name} as {kind}"
        );
    }
}
