//! What each kind of refusal leads to, and how both shapes of an answer are read.

use super::*;
use crate::platforms::contract::fixture;

const P: Platform = Platform::Chatwoot;

fn sample(file: &str) -> String {
    String::from_utf8(fixture(P, file)).unwrap()
}

/// A message whose conversation is known: its first call creates it.
fn known() -> Case {
    let mut case = asked(json!({ "chat": "c", "text": "Hello" }));
    case.known.conversation = Some(Conversation { key: "42".to_owned(), ..Conversation::default() });
    case
}

/// What follows when the first call is answered like this.
fn follows(case: &Case, status: u16, body: &str) -> Next {
    let first = case.step(&Value::Null, None);
    case.hear(&first.progress, StatusCode::from_u16(status).unwrap(), body).next
}

#[test]
fn every_shape_of_error_is_one_of_ours() {
    const MINUTE: Option<i64> = Some(60_000);
    for (status, body, expected) in [
        (401, sample("error.401.invalid_token.json"), Next::Barred(Code::Auth01)),
        (401, sample("error.401.not_account_member.json"), Next::Barred(Code::Auth05)),
        (401, sample("error.401.not_permitted.json"), Next::Barred(Code::Auth05)),
        (401, sample("error.401.account_suspended.json"), Next::Barred(Code::Auth05)),
        (401, sample("error.401.bot_endpoint.json"), Next::Barred(Code::Auth05)),
        (401, String::new(), Next::Barred(Code::Auth01)),
        (401, "<html>401 Authorization Required</html>".to_owned(), Next::Barred(Code::Auth01)),
        (402, json!({ "error": "Upgrade" }).to_string(), Next::Rejected(Code::Plat01)),
        (403, sample("error.403.status_update_not_api_inbox.json"), Next::Rejected(Code::Id02)),
        (403, "Forbidden".to_owned(), Next::Barred(Code::Auth05)),
        (404, "<html>no such page</html>".to_owned(), Next::Barred(Code::Id01)),
        (413, "<html>too large</html>".to_owned(), Next::Rejected(Code::Size01)),
        (422, sample("error.422.incoming_on_non_api.json"), Next::Rejected(Code::Id02)),
        (422, sample("error.422.message_rejected.json"), Next::Trouble(Code::Rate01, MINUTE)),
        (422, sample("error.422.record_invalid.json"), Next::Rejected(Code::Plat01)),
        (422, sample("error.422.search_without_q.json"), Next::Rejected(Code::Plat01)),
        (429, "Retry later\n".to_owned(), Next::Trouble(Code::Rate01, MINUTE)),
        (400, String::new(), Next::Rejected(Code::Plat01)),
        (302, String::new(), Next::Rejected(Code::Http03)),
        (408, String::new(), Next::Trouble(Code::Plat02, None)),
        (
            500,
            json!({ "status": 500, "error": "Internal Server Error" }).to_string(),
            Next::Trouble(Code::Plat02, None),
        ),
        (502, "<html>Bad Gateway</html>".to_owned(), Next::Trouble(Code::Plat02, None)),
        (503, String::new(), Next::Trouble(Code::Plat02, None)),
    ] {
        assert_eq!(follows(&known(), status, &body), expected, "{status} {body}");
    }
}

#[test]
fn a_wait_that_is_asked_for_is_passed_on() {
    let case = known();
    let first = case.step(&Value::Null, None);
    for (status, wait) in [(429, "7"), (503, "7")] {
        let headers: HeaderMap = [(http::header::RETRY_AFTER, wait.parse().unwrap())].into_iter().collect();
        let heard = Heard::Answer {
            status: StatusCode::from_u16(status).unwrap(),
            headers: &headers,
            body: &Bytes::new(),
        };
        let next = case.step(&first.progress, Some(heard)).next;
        assert!(matches!(next, Next::Trouble(_, Some(7_000))), "{status}: {next:?}");
    }
}

fn header(step: &Step) -> String {
    let Next::Call(call) = &step.next else { panic!("it is a call: {:?}", step.next) };
    call.headers.iter().find(|(_, value)| value == "token").unwrap().0.clone()
}

#[test]
fn a_token_that_does_not_get_through_is_sent_under_the_dashed_name_and_the_channel_learns_it() {
    let missing = sample("error.401.missing_token.json");
    let case = known();
    let first = case.step(&Value::Null, None);
    assert_eq!(header(&first), "api_access_token");
    let second = case.hear(&first.progress, StatusCode::UNAUTHORIZED, &missing);
    assert_eq!(header(&second), "api-access-token");
    assert_eq!(second.taught, []);
    assert_eq!(header(&case.step(&second.progress, None)), "api-access-token", "also after a restart");

    let neither = case.hear(&second.progress, StatusCode::UNAUTHORIZED, &missing);
    assert_eq!((neither.next, neither.taught), (Next::Barred(Code::Auth02), Vec::new()));
    assert_eq!(header(&case.step(&neither.progress, None)), "api_access_token", "both are tried again");
    let done = case.hear(&second.progress, StatusCode::OK, &sample("response.message_create.incoming.json"));
    assert_eq!(done.next, DELIVERED);
    assert!(done.taught.contains(&Taught::Channel(Learned::Header { dashed: true })));

    let learned =
        chatwoot(ChatwootOptions { inbox_id: Some(7), dashed_header: true, ..ChatwootOptions::default() });
    let later = Case { channel: learned, ..known() };
    let first = later.step(&Value::Null, None);
    assert_eq!(header(&first), "api-access-token");
    let done = later.hear(&first.progress, StatusCode::OK, &sample("response.message_create.incoming.json"));
    assert_eq!(done.taught.iter().find(|taught| matches!(taught, Taught::Channel(_))), None);

    // A server that was mended, or moved, may get only the other one.
    let back = later.hear(&first.progress, StatusCode::UNAUTHORIZED, &missing);
    assert_eq!(header(&back), "api_access_token");
    let done = later.hear(&back.progress, StatusCode::OK, &sample("response.message_create.incoming.json"));
    assert!(done.taught.contains(&Taught::Channel(Learned::Header { dashed: false })));
}

#[test]
fn an_account_or_inbox_that_is_not_there_bars_the_way() {
    let gone = sample("error.404.not_found.json");
    let fresh = asked(json!({ "chat": "c", "text": "Hello" }));
    assert_eq!(follows(&fresh, 404, &gone), Next::Barred(Code::Id01));
    for options in
        [ChatwootOptions::default(), ChatwootOptions { inbox_id: Some(7), ..ChatwootOptions::default() }]
    {
        let channel = Channel { options: Options::Chatwoot(options), ..api() };
        let unset = Case { channel, ..asked(json!({ "chat": "c", "text": "Hello" })) };
        assert_eq!(unset.step(&Value::Null, None).next, Next::Barred(Code::Id01), "no account");
    }
    let unset = Case { channel: Channel { api_url: None, ..api() }, ..known() };
    assert_eq!(unset.step(&Value::Null, None).next, Next::Barred(Code::Id01), "no address");
    // The message is told to a conversation that is gone; then the account turns out to be.
    let case = known();
    let first = case.step(&Value::Null, None);
    let second = case.hear(&first.progress, StatusCode::NOT_FOUND, &gone);
    assert!(matches!(&second.next, Next::Call(call) if call.step == "conversation.find"));
    assert_eq!(case.hear(&second.progress, StatusCode::NOT_FOUND, &gone).next, Next::Barred(Code::Id01));
}

#[test]
fn a_status_for_what_is_gone_is_refused() {
    let mut event = Event::new(EventKind::MessageUpdated, "message_updated");
    event.conversation = Some(Conversation { key: "42".to_owned(), ..Conversation::default() });
    event.message = Some(Message {
        key: Some("7".to_owned()),
        status: Some(MessageStatus::Delivered),
        ..Message::by(Side::Operator)
    });
    let gone = sample("error.404.not_found.json");
    assert_eq!(follows(&case(api(), event.clone()), 404, &gone), Next::Rejected(Code::Id03));
    let other = sample("error.403.status_update_not_api_inbox.json");
    assert_eq!(follows(&case(api(), event), 403, &other), Next::Rejected(Code::Id02));
}

#[test]
fn a_proxys_page_is_no_success() {
    let mut end = asked(json!({ "kind": "end", "chat": "c" }));
    end.known.conversation = Some(Conversation { key: "42".to_owned(), ..Conversation::default() });
    assert_eq!(follows(&end, 200, "<html>Sign in</html>"), Next::Trouble(Code::Plat02, None));
    assert_eq!(follows(&end, 200, ""), DELIVERED, "some calls are answered with nothing");
    assert_eq!(follows(&end, 200, &sample("response.toggle_status.json")), DELIVERED);
    let failed = json!({ "payload": { "success": false } }).to_string();
    assert_eq!(follows(&end, 200, &failed), Next::Rejected(Code::Plat01));
}

#[test]
fn no_message_waits_for_a_name() {
    let mut case = asked(json!({ "chat": "c", "text": "Hello", "contact": { "id": "u", "name": "Ada L." } }));
    case.known.chat = Some(json!({ "conversation": 42, "contact": 501 }));
    case.known.contact = Some(json!({ "id": 501, "told": { "name": "Ada", "identifier": "u" } }));
    let first = case.step(&Value::Null, None);
    assert!(matches!(&first.next, Next::Call(call) if call.step == "contact.update"));
    for heard in [
        Heard::NoAnswer(Code::Net06),
        Heard::Answer { status: StatusCode::BAD_GATEWAY, headers: &HeaderMap::new(), body: &Bytes::new() },
        Heard::Answer { status: StatusCode::NOT_FOUND, headers: &HeaderMap::new(), body: &Bytes::new() },
        Heard::Answer {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            headers: &HeaderMap::new(),
            body: &Bytes::new(),
        },
    ] {
        let next = case.step(&first.progress, Some(heard)).next;
        assert!(matches!(&next, Next::Call(call) if call.step == "message.create"), "{next:?}");
    }
}

/// A first message, each of whose calls is answered by what its step is given.
fn answered(answers: &[(&str, Value)]) -> (Vec<&'static str>, Step, Case) {
    let mut case = asked(
        json!({ "chat": "4f0e7c1a", "text": "Hello", "contact": { "id": "crm-7781", "name": "Ada Example" } }),
    );
    let mut step = case.step(&Value::Null, None);
    let mut steps = Vec::new();
    while let Next::Call(call) = &step.next {
        steps.push(call.step);
        let path = url::Url::parse(&call.url).unwrap().path().to_owned();
        let fits = |(wanted, _): &&(&str, Value)| *wanted == call.step || path.ends_with(*wanted);
        let Some((_, answer)) = answers.iter().find(fits) else { panic!("nothing for {} {path}", call.step) };
        step = case.hear(&step.progress, StatusCode::OK, &answer.to_string());
        case.learn(std::mem::take(&mut step.taught));
    }
    (steps, step, case)
}

#[test]
fn the_documented_and_the_real_shapes_are_both_read() {
    let json = |file: &str| serde_json::from_str::<Value>(&sample(file)).unwrap();
    let real = [
        ("conversation.find", json!({ "data": { "meta": {}, "payload": [] } })),
        ("contact.find", json!({ "meta": { "count": 0, "current_page": 1 }, "payload": [] })),
        ("contact.create", json("response.contact_create.json")),
        ("contact.inbox", json("response.contact_inbox_create.json")),
        ("conversation.create", json("response.conversation_create.json")),
        ("message.create", json("response.message_create.incoming.json")),
    ];
    let contact = json!({ "id": "501", "name": "Ada Example" });
    let documented = [
        ("conversation.find", json!({ "payload": [] })),
        ("contact.find", json!([])),
        ("contact.create", json!({ "payload": [contact] })),
        ("contact.inbox", json!({ "source_id": "4f0e7c1a", "inbox": {} })),
        ("conversation.create", json!({ "id": 42, "account_id": 1, "inbox_id": 7 })),
        ("message.create", json!({ "payload": { "id": "70001", "content": "Hello" } })),
    ];
    for answers in [&real, &documented] {
        let (steps, step, case) = answered(answers);
        assert_eq!(step.next, DELIVERED);
        assert_eq!(
            steps,
            [
                "conversation.find",
                "contact.find",
                "contact.create",
                "contact.inbox",
                "conversation.create",
                "message.create"
            ]
        );
        assert!(case.taught.contains(&Taught::Sent("70001".to_owned())));
        assert_eq!(case.known.chat, Some(json!({ "conversation": 42, "contact": 501, "message": 70001 })));
        assert_eq!(case.known.contact.as_ref().unwrap()["id"], 501);
    }
}

#[test]
fn a_server_that_cannot_look_for_one_chat_is_not_believed() {
    let conversation = |id: i64, inbox: i64, key: Option<&str>| {
        let nested = json!({ "conversation": { "contact_inbox": { "source_id": key } } });
        let messages = if key.is_some() { json!([nested]) } else { json!([]) };
        json!({ "id": id, "inbox_id": inbox, "status": "open", "messages": messages, "meta": { "sender": { "id": 600 + id } } })
    };
    let found = |listed: Value, of_contact: Value| {
        let (_, _, case) = answered(&[
            ("/conversations/42/messages", json!({ "id": 1 })),
            ("/conversations/43/messages", json!({ "id": 1 })),
            ("/conversations/99/messages", json!({ "id": 1 })),
            ("/accounts/1/conversations", json!({ "data": { "payload": listed } })),
            ("contact.update", json!({ "payload": {} })),
            ("contact.find", json!({ "payload": [{ "id": 501, "identifier": "crm-7781" }] })),
            ("contact.inbox", json!({ "source_id": "4f0e7c1a" })),
            ("/contacts/501/conversations", json!({ "payload": of_contact })),
        ]);
        case.known.chat.unwrap()["conversation"].as_i64()
    };
    let ours = Some("4f0e7c1a");
    let make = || json!([conversation(99, 7, ours)]);
    assert_eq!(
        found(json!([conversation(42, 7, ours), conversation(43, 7, None)]), make()),
        Some(43),
        "all may be ours"
    );
    assert_eq!(
        found(json!([conversation(43, 8, None), conversation(42, 7, ours)]), make()),
        Some(42),
        "another inbox"
    );
    let others = json!([conversation(43, 7, None), conversation(40, 7, Some("other"))]);
    assert_eq!(found(others.clone(), make()), Some(99), "it lists everybody's");
    let mixed =
        json!([conversation(43, 7, None), conversation(42, 7, ours), conversation(40, 7, Some("other"))]);
    assert_eq!(found(mixed, make()), Some(42));
}
