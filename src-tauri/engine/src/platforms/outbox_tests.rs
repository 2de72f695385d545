use super::*;
use crate::platforms::contract::Dice;

fn asked(platform: Platform, body: Value) -> Result<Request> {
    parse(platform, body.to_string().as_bytes())
}

fn event(platform: Platform, body: Value) -> Event {
    asked(platform, body).unwrap().event(Vec::new())
}

/// The field that is refused.
fn wrong(platform: Platform, body: Value) -> String {
    let error = asked(platform, body.clone()).expect_err(&body.to_string());
    assert_eq!(error.code, Code::Data02, "{body}: {error}");
    error.params["field"].clone()
}

#[test]
fn a_customers_message_says_all_it_was_given() {
    let body = json!({
        "chat": "chat12", "chatName": "Chat 12", "messageId": 63, "text": "Hello",
        "contact": {
            "id": "user12", "identifier": "crm-7", "name": "Ada", "email": "ada@example.test", "phone": "+15550100001",
            "avatarUrl": "https://example.test/a.png", "attributes": { "plan": "gold" }
        },
        "conversation": {
            "status": "pending", "assigneeId": "11", "teamId": 2,
            "additionalAttributes": { "page": "/" }, "customAttributes": { "order": "A-1" }
        },
        "contentType": "text", "contentAttributes": { "in_reply_to": 7 },
        "files": [
            { "name": "../a.txt", "base64": "aGk=" },
            { "url": "https://example.test/f/b%20c.png?x=1" },
            { "name": "d", "contentType": "image/png", "base64": "data:image/png;base64,-_8" }
        ]
    });
    let request = asked(Platform::Chatwoot, body).unwrap();
    assert_eq!((request.kind, request.from), (Kind::Message, Side::Customer));
    assert_eq!(request.message_id.as_deref(), Some("63"));
    let given = |name: &str, content_type: Option<&str>, content| GivenFile {
        name: name.to_owned(),
        content_type: content_type.map(str::to_owned),
        content,
    };
    assert_eq!(
        request.files,
        [
            given("a.txt", None, Given::Bytes(Bytes::from_static(b"hi"))),
            given("b c.png", None, Given::Url("https://example.test/f/b%20c.png?x=1".to_owned())),
            given("d", Some("image/png"), Given::Bytes(Bytes::from_static(b"\xfb\xff"))),
        ]
    );
    let file = File { name: "a.txt".to_owned(), ..File::default() };
    let event = request.event(vec![file.clone()]);
    assert_eq!((event.kind, event.platform_name.as_str()), (EventKind::MessageReceived, "message"));
    let conversation = event.conversation.unwrap();
    assert_eq!((conversation.key.as_str(), conversation.chat.as_deref()), ("", Some("chat12")));
    let contact = event.contact.unwrap();
    assert_eq!((contact.key.as_str(), contact.identifier.as_deref()), ("user12", Some("crm-7")));
    assert_eq!(contact.attributes["plan"], "gold");
    let message = event.message.unwrap();
    assert_eq!((message.from, message.text.as_str()), (Side::Customer, "Hello"));
    assert_eq!((message.key, message.author.as_deref()), (None, Some("Ada")));
    assert_eq!(message.files, [file]);
    assert_eq!(
        Value::Object(event.detail),
        json!({
            "chatName": "Chat 12", "messageId": "63", "contentType": "text", "contentAttributes": { "in_reply_to": 7 },
            "conversation": {
                "status": "pending", "assigneeId": 11, "teamId": 2,
                "additionalAttributes": { "page": "/" }, "customAttributes": { "order": "A-1" }
            }
        })
    );
}

#[test]
fn on_elma365_a_chat_is_called_as_we_call_it() {
    let event = event(Platform::Elma365, json!({ "chat": 12, "text": "Hello" }));
    assert_eq!(event.conversation.unwrap().key, "12");
}

#[test]
fn each_kind_becomes_the_event_it_means() {
    let of = |body: Value| event(Platform::Chatwoot, body);
    for (body, kind) in [
        (json!({ "chat": "c", "text": "t", "from": "operator" }), EventKind::MessageSent),
        (json!({ "chat": "c", "text": "t", "from": "operator", "private": true }), EventKind::NoteCreated),
        (json!({ "kind": "contact", "contact": { "id": "u" } }), EventKind::ContactUpdated),
        (json!({ "kind": "contact", "chat": "c", "contact": { "name": "A" } }), EventKind::ContactUpdated),
        (json!({ "kind": "read", "from": "operator", "chat": "c" }), EventKind::MessageRead),
        (json!({ "kind": "read", "chat": "c", "messageId": "70002" }), EventKind::MessageRead),
        (json!({ "kind": "typing", "chat": "c" }), EventKind::TypingStarted),
        (json!({ "kind": "typing", "chat": "c", "state": "off" }), EventKind::TypingStopped),
        (json!({ "kind": "state", "chat": "c", "state": "snoozed" }), EventKind::ConversationStatusChanged),
        (
            json!({ "kind": "state", "chat": "c", "messageId": 7, "state": "failed" }),
            EventKind::MessageUpdated,
        ),
        (json!({ "kind": "end", "chat": "c" }), EventKind::ConversationStatusChanged),
    ] {
        assert_eq!(of(body.clone()).kind, kind, "{body}");
    }
    let info = event(Platform::Elma365, json!({ "kind": "userInfo", "contact": { "id": "u1" } }));
    assert_eq!((info.kind, info.contact.unwrap().key.as_str()), (EventKind::ContactRequested, "u1"));

    let failed = json!({ "kind": "state", "chat": "c", "messageId": 7, "state": "failed", "reason": "No such number" });
    let message = of(failed.clone()).message.unwrap();
    assert_eq!((message.key.as_deref(), message.status), (Some("7"), Some(MessageStatus::Failed)));
    assert_eq!((message.error.as_deref(), message.from), (Some("No such number"), Side::Operator));
    assert_eq!(
        asked(Platform::Chatwoot, failed).unwrap().message_id,
        None,
        "two states of one message are two requests"
    );
    let ended = of(json!({ "kind": "end", "chat": "c" })).conversation.unwrap();
    assert_eq!(ended.status, Some(ConversationStatus::Ended));
}

#[test]
fn the_field_that_is_wrong_is_named() {
    const C: Platform = Platform::Chatwoot;
    for (body, field) in [
        (json!({ "kind": "mesage" }), "kind"),
        (json!({ "kind": 7 }), "kind"),
        (json!({ "from": "system" }), "from"),
        (json!({ "text": "t" }), "chat"),
        (json!({ "chat": "", "text": "t" }), "chat"),
        (json!({ "chat": "x".repeat(256), "text": "t" }), "chat"),
        (json!({ "chat": ["c"], "text": "t" }), "chat"),
        (json!({ "chat": "c" }), "text"),
        (json!({ "chat": "c", "text": " " }), "text"),
        (json!({ "chat": "c", "text": 7 }), "text"),
        (json!({ "chat": "c", "text": "t", "private": "yes" }), "private"),
        (json!({ "chat": "c", "text": "t", "private": true }), "private"),
        (json!({ "chat": "c", "text": "t", "messageId": {} }), "messageId"),
        (json!({ "chat": "c", "text": "t", "contact": "Ada" }), "contact"),
        (json!({ "chat": "c", "text": "t", "contact": { "name": 7 } }), "contact.name"),
        (json!({ "chat": "c", "text": "t", "contact": { "avatarUrl": "file:///etc" } }), "contact.avatarUrl"),
        (json!({ "chat": "c", "text": "t", "contact": { "attributes": [] } }), "contact.attributes"),
        (json!({ "chat": "c", "text": "t", "conversation": { "status": "new" } }), "conversation.status"),
        (
            json!({ "chat": "c", "text": "t", "conversation": { "assigneeId": "Ada" } }),
            "conversation.assigneeId",
        ),
        (json!({ "chat": "c", "text": "t", "conversation": { "teamId": 1.5 } }), "conversation.teamId"),
        (json!({ "chat": "c", "text": "t", "contentAttributes": "x" }), "contentAttributes"),
        (json!({ "chat": "c", "files": {} }), "files"),
        (json!({ "chat": "c", "files": [7] }), "files[0]"),
        (json!({ "chat": "c", "files": [{ "name": "a" }] }), "files[0].url"),
        (json!({ "chat": "c", "files": [{ "url": "ftp://example.test/a" }] }), "files[0].url"),
        (json!({ "chat": "c", "files": [{ "base64": "aGk=" }] }), "files[0].name"),
        (json!({ "chat": "c", "files": [{ "name": "a", "base64": "%" }] }), "files[0].base64"),
        (
            json!({ "chat": "c", "files": [{ "url": "https://example.test/a", "base64": "" }] }),
            "files[0].base64",
        ),
        (json!({ "kind": "contact", "chat": "c" }), "contact"),
        (json!({ "kind": "contact", "contact": {} }), "contact.id"),
        (json!({ "kind": "read", "chat": "c" }), "messageId"),
        (json!({ "kind": "typing" }), "chat"),
        (json!({ "kind": "typing", "chat": "c", "state": "maybe" }), "state"),
        (json!({ "kind": "state", "chat": "c" }), "state"),
        (json!({ "kind": "state", "chat": "c", "state": "delivered" }), "state"),
        (json!({ "kind": "state", "chat": "c", "state": "open", "messageId": "7" }), "state"),
        (json!({ "kind": "state", "state": "read", "messageId": "7" }), "chat"),
        (json!({ "kind": "end" }), "chat"),
    ] {
        assert_eq!(wrong(C, body.clone()), field, "{body}");
    }
    assert_eq!(
        wrong(Platform::Elma365, json!({ "kind": "userInfo", "contact": {}, "chat": "c" })),
        "contact.id"
    );
    assert_eq!(parse(C, b"[]").unwrap_err().code, Code::Data01);
    assert_eq!(parse(C, b"{").unwrap_err().code, Code::Data01);
}

#[test]
fn what_the_table_lacks_is_refused_before_anything_else_is_looked_at() {
    for platform in Platform::ALL {
        for (kind, name) in Kind::ALL {
            for (from, side) in [(Side::Customer, "customer"), (Side::Operator, "operator")] {
                let refused = asked(platform, json!({ "kind": name, "from": side }));
                let code = refused.map_or_else(|error| error.code, |_| Code::App01);
                assert_eq!(
                    code == Code::Kind01,
                    !takes(platform, kind, from),
                    "{platform:?} {name} {side}: {code}"
                );
            }
        }
    }
}

#[test]
fn a_form_says_the_same_as_json() {
    let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    let form = [
        ("kind", "message"),
        ("chat", "c"),
        ("text", "Hello"),
        ("chatName", ""),
        ("contact", r#"{"id":"u","name":"Ada"}"#),
        ("private", "false"),
    ];
    let json = json!({ "chat": "c", "text": "Hello", "contact": { "id": "u", "name": "Ada" } });
    let expected = asked(Platform::Chatwoot, json.clone()).unwrap();
    assert_eq!(parse_form(Platform::Chatwoot, form.map(pair), 0).unwrap(), expected);
    let whole = [("json".to_owned(), json.to_string())];
    assert_eq!(parse_form(Platform::Chatwoot, whole, 0).unwrap(), expected);

    let alone = [("chat".to_owned(), "c".to_owned())];
    assert!(parse_form(Platform::Chatwoot, alone.clone(), 1).is_ok(), "a file needs no words");
    assert_eq!(parse_form(Platform::Chatwoot, alone, 0).unwrap_err().params["field"], "text");
    for name in ["contact", "json", "files"] {
        let broken = [(name.to_owned(), "{".to_owned())];
        assert_eq!(parse_form(Platform::Chatwoot, broken, 0).unwrap_err().params["field"], name);
    }
}

#[test]
fn whatever_comes_is_understood_or_refused() {
    let whole = json!({
        "kind": "message", "from": "operator", "chat": "c", "chatName": "n", "text": "t", "private": true, "messageId": 1,
        "contact": { "id": 1, "identifier": "i", "name": "n", "email": "e", "phone": "p", "avatarUrl": "https://a.test", "attributes": {} },
        "conversation": { "status": "open", "assigneeId": 1, "teamId": 1, "additionalAttributes": {}, "customAttributes": {} },
        "contentType": "text", "contentAttributes": {}, "state": "open", "reason": "r",
        "files": [{ "name": "a", "url": "https://a.test/b", "contentType": "image/png" }, { "name": "a", "base64": "aGk=" }]
    });
    let mut paths = Vec::new();
    crate::platforms::contract::collect_paths(&whole, String::new(), &mut paths);
    let mut dice = Dice(0x0b0e);
    for platform in Platform::ALL {
        for (_, kind) in Kind::ALL {
            for path in &paths {
                for _ in 0..4 {
                    let mut body = whole.clone();
                    body["kind"] = kind.into();
                    *body.pointer_mut(path).unwrap() = crate::platforms::contract::odd_value(&mut dice);
                    match asked(platform, body.clone()) {
                        Ok(request) => drop(request.event(Vec::new())),
                        Err(error) => {
                            assert!(matches!(error.code, Code::Data02 | Code::Kind01), "{error}: {body}");
                        }
                    }
                }
            }
        }
    }
}
