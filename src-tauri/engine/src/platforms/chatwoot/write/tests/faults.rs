//! Whatever goes wrong on the way, nothing is there twice and nothing is missing.

use super::*;
use crate::platforms::contract::Dice;

/// What becomes of one call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Luck {
    Good,
    NotSent,
    LostBefore,
    LostAfter,
    StoppedBefore,
    StoppedAfter,
    Busy,
    Broken,
    BrokenAfter,
    Portal,
    PortalAfter,
}

impl Luck {
    pub(super) const BAD: [Self; 10] = [
        Self::NotSent,
        Self::LostBefore,
        Self::LostAfter,
        Self::StoppedBefore,
        Self::StoppedAfter,
        Self::Busy,
        Self::Broken,
        Self::BrokenAfter,
        Self::Portal,
        Self::PortalAfter,
    ];

    fn is_done(self) -> bool {
        matches!(
            self,
            Self::Good | Self::LostAfter | Self::StoppedAfter | Self::BrokenAfter | Self::PortalAfter
        )
    }
}

/// Tries until it is delivered, as the engine does: progress is committed with each answer, and what was under way at a stop is asked
/// about as interrupted. Gives the number of tries.
pub(super) fn deliver(case: &mut Case, desk: &mut Desk, mut luck: impl FnMut(&Call) -> Luck) -> usize {
    let mut committed = Value::Null;
    let mut interrupted = false;
    for tries in 1..200 {
        let mut step = case.step(&committed, None);
        if interrupted && matches!(&step.next, Next::Call(call) if !call.repeatable) {
            step = case.step(&committed, Some(Heard::Interrupted));
        }
        interrupted = false;
        loop {
            let Next::Call(call) = step.next.clone() else { break };
            case.steps.push(call.step);
            let luck = luck(&call);
            let answer = luck.is_done().then(|| ask(desk, &call));
            let before = step.progress;
            step = match (luck, answer) {
                (Luck::StoppedBefore | Luck::StoppedAfter, _) => {
                    interrupted = true;
                    break;
                }
                (Luck::NotSent, _) => case.step(&before, Some(Heard::NotSent(Code::Net05))),
                (Luck::LostBefore | Luck::LostAfter, _) => {
                    case.step(&before, Some(Heard::NoAnswer(Code::Net06)))
                }
                (Luck::Busy, _) => case.hear(&before, StatusCode::TOO_MANY_REQUESTS, "Retry later\n"),
                (Luck::Broken | Luck::BrokenAfter, _) => {
                    case.hear(&before, StatusCode::BAD_GATEWAY, "<html>")
                }
                (Luck::Portal | Luck::PortalAfter, _) => {
                    case.hear(&before, StatusCode::OK, "<html>Please sign in")
                }
                (Luck::Good, Some((status, body))) => case.hear(&before, status, &body),
                (Luck::Good, None) => unreachable!(),
            };
            committed = step.progress.clone();
            case.learn(std::mem::take(&mut step.taught));
        }
        match step.next {
            Next::Done(Done::Delivered) => return tries,
            Next::Call(_) | Next::Trouble(..) => {}
            other => panic!("{other:?} after {:?}", case.steps),
        }
    }
    panic!("never delivered: {:?}", case.steps)
}

fn message(number: usize) -> Case {
    let text = format!("Message {number}");
    let mut case = asked(json!({
        "chat": "chat1", "text": text,
        "contact": { "id": "Crm-7781", "name": format!("Ada {}", number / 3), "email": "ada@example.test" }
    }));
    case.id = EventId(EventId::at(NOW).0 + number as u64);
    if number % 4 == 3 {
        case.files = (0..20).map(|number| file(number, false)).collect();
    }
    case
}

/// What must be there after so many messages.
fn assert_ledger(desk: &Desk, messages: usize, shown: &dyn std::fmt::Debug) {
    assert_eq!(desk.state.contacts.len(), 1, "contacts: {shown:?}");
    assert_eq!(desk.state.chats.len(), 1, "conversations: {shown:?}");
    let written: Vec<_> = desk.state.chats[0]
        .messages
        .iter()
        .filter(|message| message.source_id.is_some())
        .map(|message| (message.content.clone().unwrap_or_default(), message.attachments.len()))
        .collect();
    let mut expected = Vec::new();
    for number in 0..messages {
        let files = number % 4 == 3;
        expected.push((format!("Message {number}"), if files { 15 } else { 0 }));
        if files {
            expected.push((String::new(), 5));
        }
    }
    assert_eq!(written, expected, "{shown:?}");
}

#[test]
fn one_fault_at_any_call_of_any_kind_changes_nothing() {
    for bad in Luck::BAD {
        for at in 0..14 {
            let mut desk = Desk::new(NOW);
            let mut made = 0;
            let mut luck = |_: &Call| {
                made += 1;
                if made == at + 1 { bad } else { Luck::Good }
            };
            let mut case = message(0);
            deliver(&mut case, &mut desk, &mut luck);
            for number in 1..4 {
                case = case.then(message(number));
                case.id = message(number).id;
                deliver(&mut case, &mut desk, &mut luck);
            }
            assert_ledger(&desk, 4, &(bad, at));
        }
    }
}

#[test]
fn any_number_of_faults_changes_nothing() {
    for seed in 1..=60_u64 {
        let mut dice = Dice(seed * 0x9e37_79b9);
        let mut desk = Desk::new(NOW);
        let mut luck = |_: &Call| {
            if dice.roll(3) == 0 { Luck::BAD[dice.roll(Luck::BAD.len())] } else { Luck::Good }
        };
        let mut case = message(0);
        deliver(&mut case, &mut desk, &mut luck);
        for number in 1..8 {
            // Sometimes everything that was learned is lost, as when a chat is cleared up.
            let forgets = number == 5;
            let id = message(number).id;
            case = if forgets { message(number) } else { case.then(message(number)) };
            case.id = id;
            deliver(&mut case, &mut desk, &mut luck);
        }
        assert_ledger(&desk, 8, &seed);
    }
}

#[test]
fn a_server_that_forgets_references_gets_customers_messages_once_all_the_same() {
    for bad in [Luck::LostAfter, Luck::StoppedAfter, Luck::BrokenAfter, Luck::PortalAfter] {
        let mut desk = Desk::new(NOW);
        desk.state.switches.drops_source_id = true;
        let mut case = message(0);
        for _ in 0..6 {
            let mut spent = false;
            let luck = |call: &Call| {
                let unlucky = call.step == "message.create" && !spent;
                spent |= unlucky;
                if unlucky { bad } else { Luck::Good }
            };
            deliver(&mut case, &mut desk, luck);
            case = case.then(asked(json!({ "chat": "chat1", "text": "ok" })));
        }
        assert_eq!(desk.state.chats.len(), 1);
        let words: Vec<_> = desk.state.chats[0]
            .messages
            .iter()
            .map(|message| (message.id, message.content.clone()))
            .collect();
        assert_eq!(words.len(), 6, "{bad:?}: {words:?}");
    }
}

#[test]
fn a_lost_message_in_a_long_conversation_is_looked_for_behind_the_last_one_known() {
    let mut desk = Desk::new(NOW);
    let mut first = message(0);
    deliver(&mut first, &mut desk, |_| Luck::Good);
    desk.state.switches.limits.messages = 10_000;
    // Meanwhile others write a great deal, before and after ours.
    let chatter = |desk: &mut Desk| {
        for _ in 0..130 {
            let body = Bytes::from(json!({ "content": "chatter", "message_type": "outgoing" }).to_string());
            desk.ask(
                &Method::POST,
                "/api/v1/accounts/1/conversations/1/messages",
                "application/json",
                &body,
                NOW,
            );
        }
    };
    for knows in [true, false] {
        chatter(&mut desk);
        let before = desk.state.chats[0].messages.len();
        let mut second = if knows { first.then(message(0)) } else { message(0) };
        second.known.conversation = Some(Conversation { key: "1".to_owned(), ..Conversation::default() });
        second.id = EventId(EventId::at(NOW).0 + 100 + u64::from(knows));
        let first_call = second.step(&Value::Null, None);
        let Next::Call(call) = &first_call.next else { panic!("it is a call") };
        ask(&mut desk, call);
        chatter(&mut desk);
        let mut step = second.step(&first_call.progress, Some(Heard::NoAnswer(Code::Net06)));
        let mut pages = 0;
        while let Next::Call(call) = &step.next {
            assert_eq!(call.step, "message.find");
            pages += 1;
            let (status, body) = ask(&mut desk, call);
            step = second.hear(&step.progress, status, &body);
        }
        assert_eq!(step.next, DELIVERED);
        assert!(pages > 1, "{pages} pages");
        assert_eq!(desk.state.chats[0].messages.len(), before + 131);
    }
}

#[test]
fn who_looks_for_ever_gives_up_and_says_that_nobody_knows() {
    let mut case = message(0);
    case.known.conversation = Some(Conversation { key: "1".to_owned(), ..Conversation::default() });
    let first = case.step(&Value::Null, None);
    let mut step = case.step(&first.progress, Some(Heard::Interrupted));
    let mut id = 1_000_000;
    while let Next::Call(call) = &step.next {
        assert!(call.repeatable);
        let page: Vec<Value> = (0..20)
            .map(|_| {
                id -= 1;
                json!({ "id": id, "source_id": "other" })
            })
            .collect();
        step = case.hear(&step.progress, StatusCode::OK, &json!({ "payload": page }).to_string());
    }
    assert_eq!(step.next, Next::Unknown(Code::Plat02));
}
