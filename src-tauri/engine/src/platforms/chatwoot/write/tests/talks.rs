//! What is said, in which order, and what comes of it.

use super::*;

const FIRST: [&str; 6] = [
    "conversation.find",
    "contact.find",
    "contact.find",
    "contact.find",
    "contact.create",
    "conversation.create",
];

#[test]
fn a_first_message_makes_its_contact_and_conversation_and_the_second_needs_neither() {
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    assert_eq!(first.run(&mut desk), DELIVERED);
    assert_eq!(first.steps, [FIRST.as_slice(), &["message.create"]].concat());
    let contact = &desk.state.contacts[0];
    assert_eq!((contact.name.as_str(), contact.email.as_deref()), ("Ada", Some("ada@example.test")));
    assert_eq!(
        (contact.phone.as_deref(), contact.identifier.as_deref()),
        (Some("+15550100001"), Some("crm-7781"))
    );
    assert_eq!(
        (contact.avatar.as_str(), &contact.custom["plan"]),
        ("https://example.test/a.png", &json!("gold"))
    );
    let chat = desk.state.chats_of("chat1")[0];
    assert_eq!((chat.inbox, chat.contact.id), (7, contact.id));
    assert_eq!(chat.custom["order"], "A-1");
    assert_eq!(chat.assignee.as_ref().map(|agent| agent.id), Some(11));
    let reference = format!("switchboard:{}", first.id);
    assert_eq!(first.messages(&desk), [(chat.id, Some(reference.clone()), "Hello".to_owned())]);
    assert_eq!(super::super::own_reference(&reference), Some(first.id.to_string()));
    assert_eq!(first.taught.iter().filter(|taught| matches!(taught, Taught::Sent(_))).count(), 1);

    let mut second = first.then(hello());
    assert_eq!(second.run(&mut desk), DELIVERED);
    assert_eq!(second.steps, ["message.create"]);
    assert_eq!(second.messages(&desk).len(), 2);
    assert_eq!(second.run(&mut desk), DELIVERED);
}

#[test]
fn an_operators_message_goes_to_a_websites_conversation_without_touching_its_contact() {
    let mut desk = Desk::new(NOW);
    let (number, key) = desk.visitor(NOW);
    let body = json!({ "chat": key, "text": "May I help?", "from": "operator", "contact": { "id": "502", "name": "Changed" } });
    let mut reply = case(account(), asked(body.clone()).event);
    reply.known.conversation = Some(Conversation { key: number.to_string(), ..Conversation::default() });
    assert_eq!(reply.run(&mut desk), DELIVERED);
    assert_eq!(reply.steps, ["message.create"]);
    assert_eq!(desk.state.contacts[0].name, "Visitor");

    let mut unknown = case(account(), asked(body).event);
    assert_eq!(unknown.run(&mut desk), DELIVERED, "found by the chat's key");
    assert_eq!(unknown.steps, ["conversation.find", "message.create"]);

    let mut nobody = case(account(), asked(json!({ "chat": "gone", "text": "t", "from": "operator" })).event);
    assert_eq!(nobody.run(&mut desk), Next::Rejected(Code::Id03));
    let mut customer = case(account(), asked(json!({ "chat": "new", "text": "t" })).event);
    assert_eq!(customer.run(&mut desk), Next::Rejected(Code::Id02));
    let mut incoming = case(account(), asked(json!({ "chat": key, "text": "t" })).event);
    assert_eq!(incoming.run(&mut desk), Next::Rejected(Code::Id02), "the inbox is not of the kind API");
}

#[test]
fn an_event_may_name_its_conversation() {
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    first.run(&mut desk);
    let mut reply = Event::new(EventKind::MessageSent, "message");
    reply.conversation = Some(Conversation { key: "1".to_owned(), ..Conversation::default() });
    reply.message = Some(Message { text: "Hi".to_owned(), ..Message::by(Side::Operator) });
    let mut named = case(api(), reply.clone());
    assert_eq!(named.run(&mut desk), DELIVERED);
    assert_eq!(named.steps, ["message.create"]);
    reply.conversation = Some(Conversation { key: "chat1".to_owned(), ..Conversation::default() });
    assert_eq!(case(api(), reply).run(&mut desk), Next::Rejected(Code::Id03), "it names none of theirs");
}

#[test]
fn a_note_is_private_and_content_keeps_its_kind() {
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    first.run(&mut desk);
    let mut note =
        first.then(asked(json!({ "chat": "chat1", "text": "Careful", "from": "operator", "private": true })));
    assert_eq!(note.run(&mut desk), DELIVERED);
    let items = json!({ "items": [{ "title": "Yes", "value": "yes" }] });
    let form = json!({ "chat": "chat1", "from": "operator", "text": "Agree?", "contentType": "input_select", "contentAttributes": items });
    let mut form = note.then(asked(form));
    assert_eq!(form.run(&mut desk), DELIVERED);
    let messages = &desk.state.chats_of("chat1")[0].messages;
    assert!(messages[messages.len() - 2].private);
    let last = messages.last().unwrap();
    assert_eq!((last.content_type.as_str(), Value::from(last.attributes.clone())), ("input_select", items));
    assert!(!last.private);
}

#[test]
fn files_go_along_fifteen_at_a_time_and_lost_ones_leave_a_line() {
    let mut desk = Desk::new(NOW);
    let mut case = asked(
        json!({ "chat": "chat1", "text": "See", "files": [{ "name": "a", "url": "https://example.test/a" }] }),
    );
    case.files = (1..=17).map(|number| file(number, number == 3)).collect();
    assert_eq!(case.run(&mut desk), DELIVERED);
    let messages = &desk.state.chats_of("chat1")[0].messages;
    let counts: Vec<_> = messages.iter().map(|message| message.attachments.len()).collect();
    assert_eq!(counts, [15, 1]);
    assert_eq!(messages[0].content.as_deref(), Some("See\n[The file file3.png could not be passed on.]"));
    let reference = format!("switchboard:{}:2", case.id);
    assert_eq!(messages[1].source_id.as_deref(), Some(reference.as_str()));
    assert_eq!(super::super::own_reference(&reference), Some(case.id.to_string()));
}

#[test]
fn a_text_too_long_goes_in_pieces() {
    let mut desk = Desk::new(NOW);
    let line = format!("{}\n", "ü".repeat(99));
    let text = line.repeat(3_001);
    let mut case = asked(json!({ "chat": "chat1", "text": text }));
    case.files = vec![file(1, false)];
    assert_eq!(case.run(&mut desk), DELIVERED);
    let messages = &desk.state.chats_of("chat1")[0].messages;
    assert_eq!(messages.len(), 3);
    assert_eq!(messages.iter().filter_map(|message| message.content.as_deref()).collect::<String>(), text);
    assert!(messages[0].content.as_deref().unwrap().ends_with('\n'), "it breaks where a line ends");
    assert_eq!(messages.iter().map(|message| message.attachments.len()).collect::<Vec<_>>(), [0, 0, 1]);
}

#[test]
fn with_the_option_a_resolved_conversation_is_followed_by_a_new_one() {
    let option = || {
        chatwoot(ChatwootOptions { inbox_id: Some(7), new_conversation: true, ..ChatwootOptions::default() })
    };
    let mut desk = Desk::new(NOW);
    let mut first = case(option(), hello().event);
    first.run(&mut desk);
    let mut end = first.then(asked(json!({ "kind": "end", "chat": "chat1" })));
    assert_eq!(end.run(&mut desk), DELIVERED);
    assert_eq!(desk.state.chats[0].status, "resolved");

    // As its webhook told us.
    let resolved = Conversation {
        key: "1".to_owned(),
        chat: Some("chat1".to_owned()),
        status: Some(ConversationStatus::Resolved),
        ..Conversation::default()
    };
    let mut second = end.then(case(option(), hello().event));
    second.known.conversation = Some(resolved.clone());
    assert_eq!(second.run(&mut desk), DELIVERED);
    assert_eq!(second.steps, ["conversation.create", "message.create"]);
    assert_eq!(desk.state.chats_of("chat1").len(), 2);
    let mut third = second.then(case(option(), hello().event));
    assert_eq!(third.run(&mut desk), DELIVERED);
    assert_eq!(third.messages(&desk).last().unwrap().0, 2, "the new one goes on");

    // Told by the search alone.
    end.run(&mut desk);
    asked(json!({ "kind": "end", "chat": "chat1" })).run(&mut desk);
    let mut stranger = case(option(), hello().event);
    stranger.id = EventId(stranger.id.0 + 9);
    stranger.run(&mut desk);
    assert_eq!(desk.state.chats_of("chat1").len(), 3);

    // Without the option, and with an inbox that has one conversation for ever, the old one reopens.
    let mut plain = first.then(hello());
    plain.known.conversation = Some(resolved.clone());
    plain.id = EventId(plain.id.0 + 20);
    plain.run(&mut desk);
    assert_eq!(desk.state.chats_of("chat1").len(), 3);
}

#[test]
fn an_inbox_with_one_conversation_for_ever_is_understood() {
    let option = || {
        chatwoot(ChatwootOptions { inbox_id: Some(7), new_conversation: true, ..ChatwootOptions::default() })
    };
    let mut desk = Desk::new(NOW);
    desk.state.inboxes[0].lock_to_single = true;
    let mut first = case(option(), hello().event);
    first.run(&mut desk);
    let resolved = || {
        Some(Conversation {
            key: "1".to_owned(),
            status: Some(ConversationStatus::Resolved),
            ..Conversation::default()
        })
    };
    let mut second = first.then(case(option(), hello().event));
    second.known.conversation = resolved();
    assert_eq!(second.run(&mut desk), DELIVERED);
    assert_eq!(second.steps, ["conversation.create", "message.create"]);
    let mut third = second.then(case(option(), hello().event));
    third.known.conversation = resolved();
    assert_eq!(third.run(&mut desk), DELIVERED);
    assert_eq!(third.steps, ["message.create"], "it is not asked for a new one again");
    assert_eq!(third.messages(&desk).len(), 3);
}

#[test]
fn what_is_gone_is_found_or_made_anew_once() {
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    first.run(&mut desk);
    let contact = desk.state.contacts[0].id;
    // Numbers are given once only: somebody else has the last ones.
    asked(json!({ "chat": "other", "text": "t", "contact": { "id": "other" } })).run(&mut desk);
    desk.remove_chat(1);
    let mut second = first.then(hello());
    assert_eq!(second.run(&mut desk), DELIVERED);
    assert_eq!(second.messages(&desk).len(), 1);
    asked(json!({ "chat": "last", "text": "t", "contact": { "id": "last" } })).run(&mut desk);
    desk.remove_contact(contact);
    let mut third = second.then(hello());
    assert_eq!(third.run(&mut desk), DELIVERED);
    assert_eq!(third.messages(&desk).len(), 1);
    assert_eq!(desk.state.contacts.len(), 3);
    let mut fourth = third.then(hello());
    assert_eq!(fourth.run(&mut desk), DELIVERED);
    assert_eq!(fourth.steps, ["message.create"]);
}

#[test]
fn states_typing_and_receipts_are_told() {
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    first.run(&mut desk);
    let agents = asked(json!({ "chat": "chat1", "text": "Yes?", "from": "operator" }));
    let mut agents = first.then(agents);
    agents.run(&mut desk);
    let Some(Taught::Sent(number)) = agents.taught.iter().find(|taught| matches!(taught, Taught::Sent(_)))
    else {
        panic!("{:?}", agents.taught)
    };
    let told = |body: Value, step: &'static str, desk: &mut Desk| {
        let mut case = agents.then(asked(body.clone()));
        assert_eq!(case.run(desk), DELIVERED, "{body}");
        assert_eq!(case.steps, [step], "{body}");
    };
    let message = |desk: &Desk| desk.state.chats[0].messages.last().cloned().unwrap();
    for status in ["open", "snoozed", "pending", "resolved"] {
        told(json!({ "kind": "state", "chat": "chat1", "state": status }), "conversation.status", &mut desk);
        assert_eq!(desk.state.chats[0].status, status);
    }
    told(json!({ "kind": "typing", "chat": "chat1" }), "conversation.typing", &mut desk);
    told(json!({ "kind": "read", "chat": "chat1", "from": "operator" }), "conversation.read", &mut desk);
    let of_message = |state: &str| json!({ "kind": "state", "chat": "chat1", "messageId": number, "state": state, "reason": "No such number" });
    desk.state.chats[0].messages.retain(|message| message.content.is_some() && message.source_id.is_some());
    told(of_message("delivered"), "message.status", &mut desk);
    assert_eq!(message(&desk).status, "delivered");
    told(of_message("failed"), "message.status", &mut desk);
    assert_eq!(message(&desk).attributes["external_error"], "No such number");
    told(json!({ "kind": "read", "chat": "chat1", "messageId": number }), "message.status", &mut desk);
    assert_eq!(message(&desk).status, "read");

    // Where nothing is known of the chat, it is looked for; typing is over before that.
    let mut stranger = asked(json!({ "kind": "end", "chat": "chat1" }));
    stranger.run(&mut desk);
    assert_eq!(stranger.steps, ["conversation.find", "conversation.status"]);
    let mut nowhere = asked(json!({ "kind": "end", "chat": "nowhere" }));
    assert_eq!(nowhere.run(&mut desk), Next::Rejected(Code::Id03));
    let mut typing = asked(json!({ "kind": "typing", "chat": "chat1" }));
    assert_eq!(typing.run(&mut desk), Next::Done(Done::Nothing));
    assert_eq!(typing.steps, [""; 0]);
}

#[test]
fn a_customer_types_the_public_way_where_that_is_known() {
    let mut desk = Desk::new(NOW);
    let mut first = hello();
    first.run(&mut desk);
    let identifier = Some(desk.state.inboxes[0].identifier.clone());
    let channel = || {
        chatwoot(ChatwootOptions {
            inbox_id: Some(7),
            inbox_identifier: identifier.clone(),
            ..ChatwootOptions::default()
        })
    };
    for (from, public) in [("customer", true), ("operator", false)] {
        let mut typing = first
            .then(case(channel(), asked(json!({ "kind": "typing", "chat": "chat1", "from": from })).event));
        let Next::Call(call) = typing.step(&Value::Null, None).next else { panic!("it is a call") };
        assert_eq!(call.url.contains("/public/"), public, "{from}: {}", call.url);
        assert_eq!(typing.run(&mut desk), DELIVERED);
    }
}

#[test]
fn nothing_is_told_of_what_they_have_no_notion_of() {
    for kind in [
        EventKind::MessageOutcome,
        EventKind::ConversationUpdated,
        EventKind::ChannelConnected,
        EventKind::OperatorAway,
        EventKind::PlatformOther,
        EventKind::MessageUpdated,
        EventKind::MessageRead,
        EventKind::MessageReceived,
        EventKind::ContactUpdated,
        EventKind::ConversationStatusChanged,
    ] {
        let step = case(api(), Event::new(kind, "x")).step(&Value::Null, None);
        assert_eq!(step.next, Next::Done(Done::Nothing), "{kind}");
    }
    let mut customers = asked(json!({ "kind": "state", "chat": "c", "messageId": 7, "state": "failed" }));
    customers.event.message.as_mut().unwrap().from = Side::Customer;
    assert_eq!(
        customers.step(&Value::Null, None).next,
        Next::Done(Done::Nothing),
        "a customer's message is never painted"
    );
}

#[test]
fn an_agents_message_is_written_back_and_nothing_else() {
    let mut event = Event::new(EventKind::MessageSent, "message_created");
    event.conversation =
        Some(Conversation { key: "42".to_owned(), chat: Some("c".to_owned()), ..Conversation::default() });
    event.message =
        Some(Message { key: Some("70002".to_owned()), text: "Hi".to_owned(), ..Message::by(Side::Operator) });
    let told = write_back(&api(), &event, WriteBack::Failed("Nobody there")).unwrap();
    assert_eq!((told.kind, &told.detail["writeBack"]), (EventKind::MessageUpdated, &json!(true)));
    let message = told.message.clone().unwrap();
    assert_eq!((message.key.as_deref(), message.status), (Some("70002"), Some(MessageStatus::Failed)));
    let Next::Call(call) = case(api(), told).step(&Value::Null, None).next else { panic!("it is a call") };
    assert_eq!(call.method, Method::PATCH);
    assert_eq!(call.url, "https://chat.example.test/api/v1/accounts/1/conversations/42/messages/70002");
    assert_eq!(call.body, Body::Json(json!({ "status": "failed", "external_error": "Nobody there" })));
    let status = |state| write_back(&api(), &event, state).unwrap().message.unwrap();
    assert_eq!(status(WriteBack::Delivered).status, Some(MessageStatus::Delivered));
    assert_eq!(status(WriteBack::Read).error, None);

    let never = |change: &dyn Fn(&mut Event)| {
        let mut event = event.clone();
        change(&mut event);
        write_back(&api(), &event, WriteBack::Delivered)
    };
    assert_eq!(write_back(&account(), &event, WriteBack::Delivered), None, "only an API inbox can be told");
    assert_eq!(never(&|event| event.kind = EventKind::NoteCreated), None);
    assert_eq!(never(&|event| event.kind = EventKind::MessageReceived), None);
    assert_eq!(never(&|event| event.echo = Some("x".to_owned())), None);
    assert_eq!(never(&|event| event.message.as_mut().unwrap().template = true), None);
    assert_eq!(never(&|event| event.message.as_mut().unwrap().private = true), None);
    assert_eq!(never(&|event| event.message.as_mut().unwrap().from = Side::Customer), None);
    assert_eq!(never(&|event| event.message.as_mut().unwrap().key = None), None);
    assert_eq!(never(&|event| event.conversation = None), None);
}
