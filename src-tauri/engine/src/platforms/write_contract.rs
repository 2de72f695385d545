//! What every platform must hold to when it is written to, whatever it answers: one suite over all of them, fed with every event that the
//! fixtures bring and every body in them as an answer.

use std::collections::BTreeSet;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::contract::{Dice, NOW, channel, collect_paths, fixtures, odd_value, read_body};
use super::write::*;
use super::{Trust, outbox};
use crate::domain::*;
use crate::secret::Secret;

/// More calls than any task needs in one try.
const MOST_CALLS: usize = 300;
const STATUSES: [u16; 20] =
    [200, 200, 200, 201, 204, 301, 400, 401, 402, 403, 404, 405, 408, 409, 413, 422, 422, 429, 500, 502];
const TOKEN: &str = "t0kenT0ken";

/// Channels of that platform, set in every way that makes a difference.
fn channels(platform: Platform) -> Vec<Channel> {
    let options = match platform {
        Platform::Elma365 => {
            let connected = Elma365Options {
                webhook: Some("https://elma.example.test/webhook/1".to_owned()),
                ..Elma365Options::default()
            };
            vec![
                Options::Elma365(Elma365Options { outcomes_used: true, ..connected.clone() }),
                Options::Elma365(connected),
                Options::Elma365(Elma365Options::default()),
            ]
        }
        Platform::Chatwoot => {
            let account = ChatwootOptions { account_id: Some(1), ..ChatwootOptions::default() };
            let api = ChatwootOptions { inbox_id: Some(7), new_conversation: true, ..account.clone() };
            let public = ChatwootOptions { inbox_identifier: Some("a/b?c".to_owned()), ..api.clone() };
            [api, account, public, ChatwootOptions::default()].map(Options::Chatwoot).into()
        }
        Platform::Userlike => vec![Options::Userlike(UserlikeOptions::default())],
    };
    let of = |options| Channel {
        api_url: Some("https://chat.example.test".to_owned()),
        token: Secret::new(TOKEN),
        options,
        ..channel(platform)
    };
    options.into_iter().map(of).collect()
}

/// Every event of every fixture, those asked for at the outbox, and one of each kind with nothing in it.
fn events() -> Vec<Event> {
    let mut events: Vec<Event> = EventKind::ALL.iter().map(|kind| Event::new(*kind, "x")).collect();
    for platform in Platform::ALL {
        for body in fixtures(platform).into_values() {
            events.extend(read_body(&channel(platform), &body, Trust::Accepted).events);
        }
    }
    for (_, kind) in Kind::ALL {
        for from in ["customer", "operator"] {
            let body = json!({
                "kind": kind, "from": from, "chat": "chat:1/ü?", "chatName": "Chat", "text": "Hello", "private": from == "operator",
                "contact": { "id": "u/1", "name": "Ada", "email": "ada@example.test", "phone": "+15550100001", "attributes": { "a": 1 } },
                "conversation": { "status": "open", "assigneeId": 1, "customAttributes": { "a": {} } }, "state": "resolved",
                "contentType": "cards", "contentAttributes": { "items": [] }
            });
            for state in [json!("resolved"), json!("on"), json!("failed")] {
                let mut body = body.clone();
                body["state"] = state;
                for id in [Value::Null, json!("70002")] {
                    body["messageId"] = id;
                    let asked = outbox::parse(Platform::Chatwoot, body.to_string().as_bytes());
                    events.extend(asked.ok().map(|asked| asked.event(Vec::new())));
                }
            }
        }
    }
    events
}

/// A whole conversation: what the event itself says, or some lines of every kind.
fn snapshot(event: &Event, dice: &mut Dice) -> Snapshot {
    let mut conversation = event.conversation.clone().unwrap_or_default();
    if conversation.transcript.is_empty() {
        let message = |n: usize| Message {
            key: (!n.is_multiple_of(3)).then(|| format!("m{n}")),
            text: if n == 4 { String::new() } else { format!("Line {}", n / 2) },
            author: (!n.is_multiple_of(2)).then(|| "Noor".to_owned()),
            sent_at: (n != 5).then(|| NOW.plus_ms(n as i64)),
            private: n == 6,
            files: (0..n % 3)
                .map(|file| File {
                    id: Some(FileId(file as u64)),
                    name: "a.png".to_owned(),
                    ..File::default()
                })
                .collect(),
            ..Message::by([Side::Customer, Side::Operator, Side::System][n % 3])
        };
        conversation.transcript = (0..dice.roll(9)).map(message).collect();
        conversation.status = Some(ConversationStatus::Resolved);
        conversation.labels = Some(vec!["vip".to_owned()]);
    }
    Snapshot {
        of: SnapshotOf { channel: ChannelId(9), conversation: ConversationId(1) },
        contact: event.contact.clone(),
        conversation,
        events: vec![SnapshotEvent {
            kind: EventKind::ConversationRated,
            platform_name: "rating".to_owned(),
            at: NOW,
            operator: None,
            detail: [("rating".to_owned(), json!(5))].into_iter().collect(),
        }],
    }
}

struct Case<'a> {
    channel: &'a Channel,
    event: &'a Event,
    known: Known,
    files: Vec<FileAt>,
    snapshot: Option<Snapshot>,
}

impl<'a> Case<'a> {
    fn new(channel: &'a Channel, event: &'a Event, dice: &mut Dice) -> Self {
        let known = match dice.roll(4) {
            0 => Known {
                chat: Some(json!({ "conversation": 42, "contact": 501, "message": 70_000 })),
                contact: Some(json!({ "id": 501, "told": { "name": "Ada" } })),
                conversation: Some(Conversation {
                    key: "42".to_owned(),
                    status: Some(ConversationStatus::Resolved),
                    ..Conversation::default()
                }),
            },
            1 => Known {
                chat: Some(odd_value(dice)),
                contact: Some(odd_value(dice)),
                conversation: Some(Conversation { key: "none".to_owned(), ..Conversation::default() }),
            },
            _ => Known::default(),
        };
        let file = |number: usize| FileAt {
            id: FileId(number as u64),
            name: "a.png".to_owned(),
            content_type: "image/png".to_owned(),
            size: 1,
            url: (number != 1).then(|| "https://relay.example.test/file/1".to_owned()),
        };
        let snapshot = (event.kind == EventKind::ConversationSnapshot).then(|| snapshot(event, dice));
        Self { channel, event, known, files: (0..dice.roll(3)).map(file).collect(), snapshot }
    }

    /// One step, with what holds for every one.
    fn step(&self, progress: &Value, heard: Option<Heard<'_>>) -> Step {
        let shown = || format!("{:?} {} {progress}", self.channel.options, self.event.kind);
        let task = Task {
            channel: self.channel,
            id: EventId::at(NOW),
            event: self.event,
            known: &self.known,
            files: &self.files,
            snapshot: self.snapshot.as_ref(),
            state: State::Received,
            now: NOW,
        };
        let fresh = heard.is_none();
        let step = write(&task, progress, heard);
        if fresh {
            assert_eq!(step, write(&task, progress, None), "asked twice, it says two things: {}", shown());
        }
        let again = write(&task, &step.progress, None);
        assert_eq!(again, write(&task, &step.progress, None), "{}", shown());
        // After a stop, what must not be made twice is never what comes first.
        if matches!(&again.next, Next::Call(call) if !call.repeatable) {
            let next = write(&task, &step.progress, Some(Heard::Interrupted)).next;
            assert!(
                matches!(&next, Next::Call(call) if call.repeatable),
                "made twice after a stop: {next:?}: {}",
                shown()
            );
        }
        match &step.next {
            Next::Call(call) => {
                assert!(STEPS.contains(&call.step), "{} is no word of ours", call.step);
                let base = base(self.channel).unwrap_or_else(|| panic!("nowhere to call: {}", shown()));
                assert!(call.url.starts_with(&base), "{} is elsewhere than {base}", call.url);
                assert!(url::Url::parse(&call.url).is_ok(), "{} is no address", call.url);
                assert!(!call.url.contains(TOKEN), "the token is in the address");
            }
            // The stored code alone tells which schedule it follows.
            Next::Rejected(code) => assert!(code.is_rejection(), "{code}: {}", shown()),
            Next::Trouble(code, _) | Next::Barred(code) => {
                assert!(!code.is_rejection(), "{code}: {}", shown())
            }
            Next::Done(_) | Next::Unknown(_) => {}
        }
        let kept = format!("{}{:?}", step.progress, step.taught);
        assert!(!kept.contains(TOKEN), "the token is kept: {}", shown());
        step
    }

    /// One try to its end, each call being answered by `answer`.
    fn run(&self, progress: &Value, mut answer: impl FnMut() -> (u16, Bytes)) -> Value {
        let mut step = self.step(progress, None);
        for _ in 0..MOST_CALLS {
            if !matches!(step.next, Next::Call(_)) {
                return step.progress;
            }
            let (status, body) = answer();
            let headers = HeaderMap::new();
            let status = StatusCode::from_u16(status).unwrap();
            step = self.step(&step.progress, Some(Heard::Answer { status, headers: &headers, body: &body }));
        }
        panic!("no end: {:?} {}", self.channel.options, self.event.kind)
    }
}

fn bodies() -> Vec<Bytes> {
    let mut bodies: Vec<Bytes> = Platform::ALL
        .into_iter()
        .flat_map(|platform| fixtures(platform).into_values())
        .map(Bytes::from)
        .collect();
    for odd in [
        "",
        "{}",
        "[]",
        "null",
        "7",
        "\"text\"",
        "<html>",
        "{\"payload\":",
        "\u{0}",
        "{\"payload\":[{}],\"id\":-1}",
    ] {
        bodies.push(Bytes::from(odd));
    }
    bodies.push(Bytes::from(format!("{{\"payload\":{}", "[".repeat(100_000))));
    bodies
}

#[test]
fn whatever_is_answered_again_and_again_every_try_ends() {
    let mut dice = Dice(0xe2d);
    let (events, bodies) = (events(), bodies());
    for platform in Platform::ALL {
        for channel in channels(platform) {
            for body in &bodies {
                for status in BTreeSet::from(STATUSES) {
                    let event = &events[dice.roll(events.len())];
                    let case = Case::new(&channel, event, &mut dice);
                    let progress = case.run(&Value::Null, || (status, body.clone()));
                    case.run(&progress, || (status, body.clone()));
                }
            }
        }
    }
}

#[test]
fn every_event_survives_every_kind_of_luck() {
    let mut dice = Dice(0x10c5);
    let bodies = bodies();
    for event in events() {
        for platform in Platform::ALL {
            for channel in channels(platform) {
                let case = Case::new(&channel, &event, &mut dice);
                let mut progress = Value::Null;
                for _ in 0..3 {
                    let mut step = case.step(&progress, None);
                    let mut calls = 0;
                    while matches!(step.next, Next::Call(_)) && calls < MOST_CALLS {
                        calls += 1;
                        let before = step.progress;
                        step = match dice.roll(9) {
                            0 => case.step(&before, Some(Heard::NotSent(Code::Net05))),
                            1 => case.step(&before, Some(Heard::NoAnswer(Code::Tls02))),
                            2 => case.step(&before, Some(Heard::Interrupted)),
                            _ => {
                                let mut body = bodies[dice.roll(bodies.len())].clone();
                                if dice.roll(6) == 0 {
                                    body.truncate(dice.roll(body.len() + 1));
                                }
                                let status =
                                    StatusCode::from_u16(STATUSES[dice.roll(STATUSES.len())]).unwrap();
                                let headers = HeaderMap::new();
                                case.step(
                                    &before,
                                    Some(Heard::Answer { status, headers: &headers, body: &body }),
                                )
                            }
                        };
                    }
                    assert!(calls < MOST_CALLS, "no end: {platform:?} {}", event.kind);
                    progress = step.progress;
                }
            }
        }
    }
}

#[test]
fn progress_that_nobody_wrote_is_no_worse_than_none() {
    let mut dice = Dice(0x9e55);
    let events = events();
    let bodies = bodies();
    for platform in Platform::ALL {
        for channel in channels(platform) {
            for event in &events {
                let case = Case::new(&channel, event, &mut dice);
                let whole = case.step(&Value::Null, None).progress;
                let mut paths = vec![String::new()];
                collect_paths(&whole, String::new(), &mut paths);
                let mut broken = whole.clone();
                if let Some(at) = broken.pointer_mut(&paths[dice.roll(paths.len())]) {
                    *at = odd_value(&mut dice);
                }
                let body = bodies[dice.roll(bodies.len())].clone();
                case.run(&broken, || (200, body.clone()));
            }
        }
    }
}

#[test]
fn what_the_table_lacks_has_no_call() {
    let events = events();
    let mut dice = Dice(7);
    for channel in channels(Platform::Userlike) {
        for event in &events {
            let case = Case::new(&channel, event, &mut dice);
            assert_eq!(case.step(&Value::Null, None).next, Next::Rejected(Code::Kind01));
        }
    }
}
