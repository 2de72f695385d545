use bytes::Bytes;
use http::HeaderMap;

use super::*;
use crate::domain::*;
use crate::platforms::contract::{NOW, channel, fixture};
use crate::platforms::write::{Known, write};
use crate::secret::Secret;

const P: Platform = Platform::Elma365;
const WEBHOOK: &str = "https://my-domain.example.test/api/messengers/external/other/webhook/ebf45efc";

fn elma(options: Elma365Options) -> Channel {
    let webhook = Some(WEBHOOK.to_owned());
    Channel { options: Options::Elma365(Elma365Options { webhook, ..options }), ..channel(P) }
}

/// A channel of which nothing but the address was learned.
fn plain() -> Channel {
    elma(Elma365Options { send_token: Secret::new("confirm2"), ..Elma365Options::default() })
}

fn asked(body: Value) -> Event {
    crate::platforms::outbox::parse(P, body.to_string().as_bytes()).unwrap().event(Vec::new())
}

struct Case {
    channel: Channel,
    event: Event,
    files: Vec<FileAt>,
    snapshot: Option<Snapshot>,
    state: State,
}

impl Case {
    fn new(channel: Channel, event: Event) -> Self {
        Self { channel, event, files: Vec::new(), snapshot: None, state: State::Received }
    }

    fn step(&self, progress: &Value, heard: Option<Heard<'_>>) -> Step {
        let task = Task {
            channel: &self.channel,
            id: EventId(7),
            event: &self.event,
            known: &Known::default(),
            files: &self.files,
            snapshot: self.snapshot.as_ref(),
            state: self.state,
            now: NOW,
        };
        write(&task, progress, heard)
    }

    fn answered(&self, progress: &Value, status: u16, body: &str) -> Step {
        let (headers, body) = (HeaderMap::new(), Bytes::copy_from_slice(body.as_bytes()));
        let status = StatusCode::from_u16(status).unwrap();
        self.step(progress, Some(Heard::Answer { status, headers: &headers, body: &body }))
    }

    fn call(&self) -> Call {
        match self.step(&Value::Null, None).next {
            Next::Call(call) => call,
            other => panic!("no call: {other:?}"),
        }
    }

    fn body(&self) -> Value {
        match self.call().body {
            Body::Json(body) => body,
            other => panic!("no JSON: {other:?}"),
        }
    }
}

fn message() -> Case {
    Case::new(plain(), asked(json!({ "chat": "chat12", "text": "text test", "contact": { "id": "user12" } })))
}

fn sample(file: &str) -> Value {
    serde_json::from_slice(&fixture(P, file)).unwrap()
}

#[test]
fn a_message_is_as_in_the_sample() {
    let body = json!({
        "chat": "chat12", "chatName": "Chat name: chat 12", "text": "text test", "contact": { "id": "user12" },
        "files": [{ "name": "file1.png", "url": "https://example.test/file1.png" }]
    });
    let mut case = Case::new(plain(), asked(body));
    case.files.push(FileAt {
        id: FileId(1),
        name: "file1.png".to_owned(),
        content_type: "image/png".to_owned(),
        size: 3,
        url: Some("https://bridge.example.test/f/file1.png".to_owned()),
    });
    let mut expected = sample("to_elma.message.json");
    expected["data"]["externalMessageId"] = EventId(7).to_string().into();
    assert_eq!(case.body(), expected);
    let call = case.call();
    assert_eq!((call.method, call.url.as_str(), call.step), (Method::POST, WEBHOOK, "message.send"));
    assert!(call.repeatable, "they know it by its id");
}

#[test]
fn a_question_and_the_end_are_as_in_the_samples() {
    let with = |token| Channel { token: Secret::new(token), ..elma(Elma365Options::default()) };
    let user = "95806fe5-f8e8-460c-b2be-ce607068726c";
    let ask = Case::new(with("confirm"), asked(json!({ "kind": "userInfo", "contact": { "id": user } })));
    assert_eq!(ask.body(), sample("to_elma.userInfo.json"));
    let end = Case::new(with("confirm"), Event::new(EventKind::ChannelDisconnected, "disconnect"));
    assert_eq!(end.body(), sample("to_elma.disconnect.json"));
    let learned = elma(Elma365Options { channel_id: Some("ebf4".to_owned()), ..Elma365Options::default() });
    assert_eq!(Case::new(learned, end.event.clone()).body()["channelId"], "ebf4");
}

#[test]
fn a_chat_without_a_person_is_its_own_and_lost_files_leave_a_line() {
    let mut case = Case::new(plain(), asked(json!({ "chat": "chat12", "text": "See" })));
    case.files.push(FileAt {
        id: FileId(1),
        name: "a.png".to_owned(),
        content_type: String::new(),
        size: 0,
        url: None,
    });
    let data = case.body()["data"].clone();
    assert_eq!((&data["externalUserId"], &data["files"]), (&json!("chat12"), &json!([])));
    assert_eq!(data["text"], "See\n[The file a.png could not be passed on.]");
    assert_eq!(data.get("externalChatName"), None);
    let named = Case::new(
        plain(),
        asked(json!({ "chat": "c", "text": "t", "contact": { "id": "u", "name": "Ada" } })),
    );
    assert_eq!(named.body()["data"]["externalChatName"], "Ada");
}

#[test]
fn every_answer_has_its_outcome() {
    for (status, expected) in [
        (200, Next::Done(Done::Delivered)),
        (204, Next::Done(Done::Delivered)),
        (302, Next::Rejected(Code::Http03)),
        (400, Next::Rejected(Code::Plat01)),
        (401, Next::Barred(Code::Auth01)),
        (403, Next::Barred(Code::Auth01)),
        (404, Next::Barred(Code::Link04)),
        (410, Next::Barred(Code::Link04)),
        (413, Next::Rejected(Code::Size01)),
        (422, Next::Rejected(Code::Plat01)),
        (429, Next::Trouble(Code::Rate01, None)),
        (500, Next::Trouble(Code::Plat02, None)),
        (503, Next::Trouble(Code::Plat02, None)),
    ] {
        assert_eq!(message().answered(&Value::Null, status, "<html>").next, expected, "{status}");
    }
    for heard in [Heard::NotSent(Code::Net05), Heard::NoAnswer(Code::Net05)] {
        assert_eq!(message().step(&Value::Null, Some(heard)).next, Next::Trouble(Code::Net05, None));
    }
    let heard = Some(Heard::NotSent(Code::Tls02));
    assert_eq!(message().step(&Value::Null, heard).next, Next::Barred(Code::Tls02));
    let interrupted = message().step(&Value::Null, Some(Heard::Interrupted)).next;
    assert_eq!(interrupted, Next::Call(message().call()), "the same once more, under the same id");
    let end = Case::new(plain(), Event::new(EventKind::ChannelDisconnected, "disconnect"));
    assert_eq!(end.answered(&Value::Null, 404, "").next, Next::Done(Done::Delivered), "gone already");
}

#[test]
fn silence_counts_only_where_outcomes_are_told_and_three_times_at_most() {
    for options in [
        Elma365Options { outcomes_used: true, ..Elma365Options::default() },
        Elma365Options { resend_silent: true, ..Elma365Options::default() },
    ] {
        let mut case = Case::new(elma(options), message().event);
        let mut progress = Value::Null;
        for _ in 0..3 {
            assert!(matches!(case.step(&progress, None).next, Next::Call(_)));
            let step = case.answered(&progress, 200, "{}");
            assert_eq!(step.next, Next::Done(Done::Accepted(Some(60_000))));
            progress = step.progress;
            case.state = State::Accepted;
        }
        assert_eq!(
            case.step(&progress, None).next,
            Next::Done(Done::Accepted(None)),
            "it stays accepted, never failed"
        );
        // They said that it failed: that is another matter, and the schedule's.
        case.state = State::Retrying;
        assert!(matches!(case.step(&progress, None).next, Next::Call(_)));
    }
}

#[test]
fn what_they_answer_to_a_question_is_kept() {
    let ask = Case::new(plain(), asked(json!({ "kind": "userInfo", "contact": { "id": "u" } })));
    for (body, kept) in [
        (r#"{"fullName":"Ada"}"#, json!({ "fullName": "Ada" })),
        (" Ada \n", json!("Ada")),
        ("", Value::Null),
    ] {
        let step = ask.answered(&Value::Null, 200, body);
        assert_eq!((step.next, &step.progress["result"]), (Next::Done(Done::Delivered), &kept), "{body}");
    }
}

#[test]
fn what_they_have_no_notion_of_is_not_told() {
    let next = |event| Case::new(plain(), event).step(&Value::Null, None).next;
    for kind in [
        EventKind::ContactUpdated,
        EventKind::ContactCreated,
        EventKind::ConversationStatusChanged,
        EventKind::ConversationEnded,
        EventKind::TypingStarted,
        EventKind::MessageUpdated,
        EventKind::MessageRead,
    ] {
        assert_eq!(next(Event::new(kind, "x")), Next::Done(Done::Nothing), "{kind}");
    }
    for kind in [
        EventKind::MessageSent,
        EventKind::NoteCreated,
        EventKind::MessageReceived,
        EventKind::ContactRequested,
    ] {
        assert_eq!(next(Event::new(kind, "x")), Next::Rejected(Code::Kind01), "{kind}");
    }
    let unconnected = Channel { options: Options::Elma365(Elma365Options::default()), ..plain() };
    assert_eq!(
        Case::new(unconnected, message().event).step(&Value::Null, None).next,
        Next::Barred(Code::Link04)
    );
}

/// A conversation that is sent there, of messages of these words.
fn whole(texts: &[&str]) -> Case {
    let of = SnapshotOf { channel: ChannelId(3), conversation: ConversationId(4) };
    let mut event = of.event();
    event.conversation = Some(Conversation {
        key: "switchboard:3:chat12".to_owned(),
        chat: Some("switchboard:3:chat12".to_owned()),
        ..Conversation::default()
    });
    event.contact = Some(Contact { key: "switchboard:3:ada".to_owned(), ..Contact::default() });
    for (name, value) in [("chatName", "Ada"), ("channelName", "Support"), ("language", "en")] {
        event.detail.insert(name.to_owned(), value.into());
    }
    let said = |text: &&str| Message { text: (*text).to_owned(), ..Message::by(Side::Operator) };
    let conversation =
        Conversation { transcript: texts.iter().map(said).collect(), ..Conversation::default() };
    let snapshot = Some(Snapshot { of, conversation, contact: None, events: Vec::new() });
    Case { snapshot, ..Case::new(plain(), event) }
}

#[test]
fn a_whole_conversation_is_one_message_of_the_customers() {
    let mut case = whole(&["Hello", "between us"]);
    let transcript = &mut case.snapshot.as_mut().unwrap().conversation.transcript;
    transcript[1].private = true;
    transcript.push(Message {
        author: Some("Ada".to_owned()),
        text: "Thanks".to_owned(),
        sent_at: Some(Timestamp(1_800_000_000_000)),
        files: vec![File { name: "a.png".to_owned(), ..File::default() }],
        ..Message::by(Side::Customer)
    });
    let data = &case.body()["data"];
    assert_eq!(
        (&data["externalMessageId"], &data["externalChatName"]),
        (&EventId(7).to_string().into(), &"Ada".into())
    );
    assert_eq!(
        (&data["externalChatId"], &data["externalUserId"]),
        (&"switchboard:3:chat12".into(), &"switchboard:3:ada".into())
    );
    assert_eq!(
        data["text"],
        "Conversation with Ada from Support. Times are UTC.\nOperator: Hello\n2027-01-15 08:00 Ada: Thanks [a.png]"
    );
    assert_eq!(case.answered(&Value::Null, 200, "").next, Next::Done(Done::Delivered));
    // What is no longer here cannot be sent.
    assert_eq!(Case { snapshot: None, ..case }.step(&Value::Null, None).next, Next::Rejected(Code::Kind01));
}

#[test]
fn of_a_long_conversation_the_latest_is_sent_and_the_message_says_so() {
    let long = "x".repeat(12_000);
    let text = whole(&["first", &long, &long, "last"]).body()["data"]["text"].as_str().unwrap().to_owned();
    assert!(
        text.contains("[Earlier messages left out: 2.]") && text.ends_with("Operator: last"),
        "{}",
        &text[..200]
    );
    assert!(text.chars().count() < 21_000);
    let endless = "x".repeat(90_000);
    let text = whole(&[&endless]).body()["data"]["text"].as_str().unwrap().to_owned();
    assert!(text.chars().count() < 21_000 && text.ends_with('…'));
}
