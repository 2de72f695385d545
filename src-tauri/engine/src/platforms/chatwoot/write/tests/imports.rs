//! Whole conversations of other channels: what gets there, once, with what times, whatever happens on the way.

use super::faults::{Luck, deliver};
use super::*;
use crate::platforms::contract::Dice;

const MINUTE: i64 = 60_000;
const ELSEWHERE: ChannelId = ChannelId(4_711);

/// A conversation of another channel with so many messages, one a minute, the last one now.
fn talk(messages: usize) -> Snapshot {
    let at = |n: usize| NOW.plus_ms((n as i64 - messages as i64) * MINUTE);
    let message = |n: usize| {
        let side = if n.is_multiple_of(2) { Side::Customer } else { Side::Operator };
        Message {
            key: Some(format!("m{n}")),
            author: Some(if n.is_multiple_of(2) { "Ada" } else { "Noor" }.to_owned()),
            text: format!("Line {n}"),
            sent_at: Some(at(n)),
            ..Message::by(side)
        }
    };
    let attributes = json!({ "custom_attributes": { "order": "A-1" }, "additional_attributes": { "referer": "https://a.example" },
                             "priority": "high", "page": "Prices" });
    Snapshot {
        of: SnapshotOf { channel: ELSEWHERE, conversation: ConversationId(5) },
        conversation: Conversation {
            key: "77".to_owned(),
            chat: Some("visitor-1".to_owned()),
            status: Some(ConversationStatus::Resolved),
            labels: Some(vec!["vip".to_owned(), "refund".to_owned()]),
            attributes: attributes.as_object().unwrap().clone(),
            transcript: (0..messages).map(message).collect(),
            ..Conversation::default()
        },
        contact: Some(Contact {
            key: "501".to_owned(),
            identifier: Some("theirs".to_owned()),
            name: Some("Ada Example".to_owned()),
            email: Some("ada@example.test".to_owned()),
            ..Contact::default()
        }),
        events: Vec::new(),
    }
}

fn import(snapshot: Snapshot) -> Case {
    let mut event = Event::new(EventKind::ConversationSnapshot, "");
    let chat = link::key_across(ELSEWHERE, "visitor-1");
    event.conversation = Some(Conversation { chat: Some(chat), ..Conversation::default() });
    Case { snapshot: Some(snapshot), ..case(api(), event) }
}

/// What a conversation shows, line by line: kind, private, words, the time in seconds.
fn shown(desk: &Desk) -> Vec<(&'static str, bool, String, i64)> {
    let lines = desk.state.chats[0].messages.iter().filter(|message| message.source_id.is_some());
    lines
        .map(|message| (message.kind.name(), message.private, message.text().to_owned(), message.shown_at()))
        .collect()
}

fn expected(snapshot: &Snapshot) -> Vec<(&'static str, bool, String, i64)> {
    let line = |message: &Message| {
        let seconds = message.sent_at.unwrap().0 / 1_000;
        match message.from {
            Side::Customer => ("incoming", false, message.text.clone(), seconds),
            _ => ("outgoing", message.private, format!("[Noor]: {}", message.text), seconds),
        }
    };
    snapshot.conversation.transcript.iter().map(line).collect()
}

#[test]
fn a_conversation_gets_there_whole_in_order_and_with_its_times() {
    let mut desk = Desk::new(NOW);
    let snapshot = talk(3);
    let mut case = import(snapshot.clone());
    assert_eq!(case.run(&mut desk), DELIVERED);
    let chat = desk.state.chats[0].clone();
    assert_eq!(shown(&desk), expected(&snapshot));
    assert_eq!(
        (chat.status, chat.source_id.as_str()),
        ("resolved", &*link::key_across(ELSEWHERE, "visitor-1"))
    );
    assert_eq!(chat.labels, ["vip", "refund"]);
    assert_eq!((&chat.custom["order"], &chat.custom["page"]), (&json!("A-1"), &json!("Prices")));
    assert_eq!(
        (&chat.additional["referer"], chat.custom.get("priority")),
        (&json!("https://a.example"), None)
    );
    let contact = &desk.state.contacts[0];
    assert_eq!((contact.name.as_str(), contact.email.as_deref()), ("Ada Example", Some("ada@example.test")));
    assert_eq!(contact.identifier.as_deref(), Some(&*link::key_across(ELSEWHERE, "501")));
    assert_eq!(case.steps.last(), Some(&"conversation.status"));
    let sent = case.taught.iter().filter(|taught| matches!(taught, Taught::Sent(_))).count();
    assert_eq!(sent, 3, "each is known when it is told of");
    for message in &chat.messages {
        let Some(source_id) = &message.source_id else { continue };
        assert_eq!(super::super::own_reference(source_id), Some(ELSEWHERE.to_string()), "{source_id}");
    }
}

#[test]
fn a_second_sending_adds_what_is_new_and_nothing_else() {
    let mut desk = Desk::new(NOW);
    let mut first = import(talk(3));
    first.run(&mut desk);
    let before = desk.state.chats[0].clone();
    for forgets in [false, true] {
        let again = if forgets { import(talk(3)) } else { first.then(import(talk(3))) };
        let mut again = Case { id: EventId(first.id.0 + 7), ..again };
        assert_eq!(again.run(&mut desk), DELIVERED);
        assert!(!again.steps.contains(&"message.create"), "{:?}", again.steps);
        assert_eq!(desk.state.chats.len(), 1);
        assert_eq!(desk.state.chats[0], before, "forgets {forgets}");
    }
    let longer = Snapshot {
        conversation: Conversation { status: Some(ConversationStatus::Snoozed), ..talk(5).conversation },
        ..talk(5)
    };
    // The same three lines at the same times, and two more.
    let mut longer = longer;
    for (line, earlier) in longer.conversation.transcript.iter_mut().zip(talk(3).conversation.transcript) {
        *line = earlier;
    }
    let mut more = first.then(import(longer.clone()));
    more.id = EventId(first.id.0 + 9);
    assert_eq!(more.run(&mut desk), DELIVERED);
    assert_eq!(shown(&desk), expected(&longer));
    assert_eq!(desk.state.chats[0].status, "snoozed");
    assert_eq!((desk.state.contacts.len(), desk.state.chats.len()), (1, 1));
}

#[test]
fn what_is_no_message_goes_as_a_note_or_stays_where_it_is() {
    let mut desk = Desk::new(NOW);
    let mut snapshot = talk(2);
    let at = |minutes: i64| NOW.plus_ms(minutes * MINUTE);
    let plain =
        |side, text: &str| Message { text: text.to_owned(), sent_at: Some(at(1)), ..Message::by(side) };
    let transcript = &mut snapshot.conversation.transcript;
    transcript.push(Message { private: true, ..plain(Side::Operator, "VIP") });
    transcript.push(plain(Side::System, "The visitor left"));
    transcript.push(Message { template: true, ..plain(Side::Operator, "How was it?") });
    transcript.push(plain(Side::Customer, ""));
    // Two of the same words and time are two.
    transcript.push(plain(Side::Customer, "ok"));
    transcript.push(plain(Side::Customer, "ok"));
    let event = |kind, at, detail: Value| SnapshotEvent {
        kind,
        platform_name: String::new(),
        at,
        operator: None,
        detail: detail.as_object().unwrap().clone(),
    };
    snapshot.events = vec![
        event(EventKind::ConversationForwarded, at(-1).plus_ms(-1), json!({})),
        event(EventKind::ConversationStatusChanged, at(0), json!({ "status": "open" })),
        event(EventKind::ConversationRated, at(2), json!({ "rating": 5 })),
        event(EventKind::ConversationGoal, at(3), json!({ "goal": { "id": 1, "name": "Order" } })),
    ];
    let mut case = import(snapshot);
    assert_eq!(case.run(&mut desk), DELIVERED);
    let told: Vec<_> =
        shown(&desk).into_iter().map(|(kind, private, text, _)| (kind, private, text)).collect();
    let line = |kind, private, text: &str| (kind, private, text.to_owned());
    assert_eq!(
        told,
        [
            line("incoming", false, "Line 0"),
            line("outgoing", true, "[Conversation forwarded]"),
            line("outgoing", false, "[Noor]: Line 1"),
            line("outgoing", true, "VIP"),
            line("outgoing", true, "[The visitor left]"),
            line("outgoing", false, "How was it?"),
            line("incoming", false, "ok"),
            line("incoming", false, "ok"),
            line("outgoing", true, "[Rating: 5]"),
            line("outgoing", true, "[Goal reached: Order]"),
        ]
    );
    let mut again = case.then(import(case.snapshot.clone().unwrap()));
    assert_eq!(again.run(&mut desk), DELIVERED);
    assert_eq!(shown(&desk).len(), 10, "also what has no key is known again");
}

#[test]
fn files_go_with_their_message_and_what_is_not_here_is_named() {
    let mut desk = Desk::new(NOW);
    let mut snapshot = talk(2);
    let given = |id: Option<u64>, name: &str, url: &str| File {
        id: id.map(FileId),
        name: name.to_owned(),
        url: url.to_owned(),
        ..File::default()
    };
    snapshot.conversation.transcript[0].files =
        (0..20).map(|n| given(Some(n), "many.png", "https://there.example/x")).collect();
    snapshot.conversation.transcript[1].files =
        vec![given(Some(30), "lost.png", ""), given(None, "old.pdf", "https://there.example/old.pdf")];
    let mut case = import(snapshot);
    case.files = (0..20).map(|n| file(n, false)).chain([file(30, true)]).collect();
    assert_eq!(case.run(&mut desk), DELIVERED);
    let chat = &desk.state.chats[0];
    let lines: Vec<_> =
        chat.said().into_iter().map(|message| (message.text(), message.attachments.len())).collect();
    let named = "[Noor]: Line 1\n[The file file30.png could not be passed on.]\nold.pdf: https://there.example/old.pdf";
    let named = named.replace('\u{2068}', "");
    assert_eq!(lines[..2], [("Line 0", 15), ("", 5)]);
    assert_eq!(lines[2].0.replace(['\u{2068}', '\u{2069}'], ""), named);
    assert_eq!(chat.said()[0].shown_at(), chat.said()[1].shown_at());
    let again = case.then(import(case.snapshot.clone().unwrap()));
    let mut again = Case { files: case.files.clone(), ..again };
    assert_eq!(again.run(&mut desk), DELIVERED);
    assert_eq!(desk.state.chats[0].said().len(), 3);
}

#[test]
fn files_that_they_will_not_have_are_named_instead() {
    let mut snapshot = talk(1);
    snapshot.conversation.transcript[0].files =
        vec![File { id: Some(FileId(1)), name: "big.bin".to_owned(), ..File::default() }];
    let mut case = import(snapshot);
    case.known.chat = Some(json!({ "conversation": 1, "contact": 501, "message": 70 }));
    case.files = vec![file(1, false)];
    let mut step = case.step(&Value::Null, None);
    step = case.hear(&step.progress, StatusCode::OK, r#"{"payload":[]}"#);
    assert!(matches!(&step.next, Next::Call(call) if matches!(call.body, Body::Form { .. })));
    step = case.hear(&step.progress, StatusCode::PAYLOAD_TOO_LARGE, "<html>");
    let Next::Call(call) = &step.next else { panic!("{:?}", step.next) };
    let Body::Json(body) = &call.body else { panic!("{call:?}") };
    assert!(body["content"].as_str().unwrap().contains("file1.png"), "{body}");
    step = case.hear(&step.progress, StatusCode::UNPROCESSABLE_ENTITY, r#"{"error":"no"}"#);
    assert_eq!(step.next, Next::Rejected(Code::Plat01));
}

#[test]
fn one_fault_at_any_call_of_an_import_changes_nothing() {
    let mut whole = import(talk(6));
    whole.run(&mut Desk::new(NOW));
    for bad in Luck::BAD {
        for at in 0..whole.steps.len() {
            let mut desk = Desk::new(NOW);
            let mut made = 0;
            let luck = |_: &Call| {
                made += 1;
                if made == at + 1 { bad } else { Luck::Good }
            };
            let mut case = import(talk(6));
            deliver(&mut case, &mut desk, luck);
            assert_eq!(shown(&desk), expected(&talk(6)), "{bad:?} at {at}");
            assert_eq!((desk.state.contacts.len(), desk.state.chats.len()), (1, 1), "{bad:?} at {at}");
            assert_eq!(desk.state.chats[0].status, "resolved", "{bad:?} at {at}");
        }
    }
}

#[test]
fn any_number_of_faults_of_imports_changes_nothing_even_where_references_are_forgotten() {
    for seed in 1..=60_u64 {
        let mut dice = Dice(seed * 0x9e37_79b9);
        let mut desk = Desk::new(NOW);
        desk.state.switches.drops_source_id = seed % 3 == 0;
        let mut luck = |_: &Call| {
            if dice.roll(3) == 0 { Luck::BAD[dice.roll(Luck::BAD.len())] } else { Luck::Good }
        };
        let mut case = import(talk(12));
        deliver(&mut case, &mut desk, &mut luck);
        let mut again = case.then(import(talk(12)));
        deliver(&mut again, &mut desk, &mut luck);
        let lines: Vec<_> =
            desk.state.chats[0].said().iter().map(|message| message.text().to_owned()).collect();
        let wanted: Vec<_> = expected(&talk(12)).into_iter().map(|(_, _, text, _)| text).collect();
        assert_eq!(lines, wanted, "{seed}");
    }
}

#[test]
fn a_conversation_of_thousands_of_messages_gets_there_in_one_try() {
    const MANY: usize = 400;
    let mut desk = Desk::new(NOW);
    desk.state.switches.limits.messages = usize::MAX;
    let mut case = import(talk(MANY));
    let mut step = case.step(&Value::Null, None);
    let mut largest = 0;
    for _ in 0..MANY * 2 {
        case.learn(std::mem::take(&mut step.taught));
        let Next::Call(call) = &step.next else { break };
        largest = largest.max(step.progress.to_string().len());
        let (status, body) = ask(&mut desk, call);
        step = case.hear(&step.progress, status, &body);
    }
    assert_eq!(step.next, DELIVERED);
    assert_eq!(shown(&desk).len(), MANY);
    assert!(largest < 2_000, "it is kept with every call: {largest} bytes");
    let mut again = case.then(import(talk(MANY)));
    assert_eq!(again.run(&mut desk), DELIVERED);
    assert!(again.steps.len() < MANY / 20, "{} calls", again.steps.len());
}

#[test]
fn only_an_api_inbox_can_be_imported_to_and_nothing_makes_nothing() {
    let account = Case { channel: account(), ..import(talk(2)) };
    assert_eq!(account.step(&Value::Null, None).next, Next::Rejected(Code::Id02));
    let empty = import(talk(0));
    assert_eq!(empty.step(&Value::Null, None).next, Next::Done(Done::Nothing));
    let without = Case { snapshot: None, ..import(talk(1)) };
    assert_eq!(without.step(&Value::Null, None).next, Next::Done(Done::Nothing));
}

#[test]
fn a_conversation_that_is_gone_is_begun_anew() {
    let mut desk = Desk::new(NOW);
    let mut first = import(talk(3));
    first.run(&mut desk);
    desk.state.chats.clear();
    let mut again = first.then(import(talk(3)));
    assert_eq!(again.run(&mut desk), DELIVERED);
    assert_eq!(shown(&desk), expected(&talk(3)));
}
