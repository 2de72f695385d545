//! Every pair of platforms in every mode, and every kind of thing that crosses or must not. Long because a promise about what crosses is
//! easiest found beside what it is an exception to.

use serde_json::json;

use super::*;
use crate::domain::route::tests::{channel, event, link, message, sent};
use crate::domain::{File, FileId};

const CUSTOMERS: ChannelId = ChannelId(1);
const OPERATORS: ChannelId = ChannelId(2);

/// A link of these platforms with what stands at its ends.
struct Pair {
    link: Link,
    customers: Channel,
    operators: Channel,
}

impl Pair {
    fn new(customers: Platform, operators: Platform, mode: LinkMode) -> Self {
        Self {
            link: Link { mode, ..link(7, 1, 2) },
            customers: channel(1, customers),
            operators: channel(2, operators),
        }
    }

    fn choosing(self, choices: LinkChoices) -> Self {
        Self { link: Link { choices, ..self.link }, ..self }
    }

    fn over(&self, event: &Event) -> Vec<Event> {
        carry(&self.link, &self.customers, &self.operators, event)
    }

    fn back(&self, event: &Event) -> Vec<Event> {
        carry(&self.link, &self.operators, &self.customers, event)
    }
}

use LinkMode::{Copy, TwoWay};
use Platform::{Chatwoot, Elma365, Userlike};

const PAIRS: [(Platform, Platform, LinkMode); 6] = [
    (Chatwoot, Elma365, TwoWay),
    (Chatwoot, Elma365, Copy),
    (Chatwoot, Chatwoot, TwoWay),
    (Chatwoot, Chatwoot, Copy),
    (Userlike, Elma365, Copy),
    (Userlike, Chatwoot, Copy),
];

fn pairs() -> impl Iterator<Item = Pair> {
    PAIRS.into_iter().map(|(customers, operators, mode)| Pair::new(customers, operators, mode))
}

const ALL: LinkChoices = LinkChoices { agents: true, templates: true, surveys: true };

fn one(copies: Vec<Event>) -> Event {
    assert_eq!(copies.len(), 1, "{copies:#?}");
    copies.into_iter().next().unwrap()
}

fn text(event: &Event) -> &str {
    &event.message.as_ref().unwrap().text
}

/// The chat of the operators' channel that this link made for `event`'s chat.
fn answer(pair: &Pair) -> Event {
    let over = one(pair.over(&event(EventKind::MessageReceived, "chat-1")));
    Event { conversation: over.conversation, ..sent("chat-1", "We can help") }
}

#[test]
fn every_pair_of_platforms_is_joined_or_refused_as_documented() {
    for (customers, operators, mode, expected) in [
        (Elma365, Elma365, TwoWay, Some(Code::Link01)),
        (Elma365, Elma365, Copy, Some(Code::Link01)),
        (Elma365, Chatwoot, TwoWay, Some(Code::Link01)),
        (Elma365, Chatwoot, Copy, Some(Code::Link01)),
        (Elma365, Userlike, TwoWay, Some(Code::Link01)),
        (Elma365, Userlike, Copy, Some(Code::Link01)),
        (Chatwoot, Elma365, TwoWay, None),
        (Chatwoot, Elma365, Copy, None),
        (Chatwoot, Chatwoot, TwoWay, None),
        (Chatwoot, Chatwoot, Copy, None),
        (Chatwoot, Userlike, TwoWay, Some(Code::Link01)),
        (Chatwoot, Userlike, Copy, Some(Code::Link01)),
        (Userlike, Elma365, TwoWay, Some(Code::Link02)),
        (Userlike, Elma365, Copy, None),
        (Userlike, Chatwoot, TwoWay, Some(Code::Link02)),
        (Userlike, Chatwoot, Copy, None),
        (Userlike, Userlike, TwoWay, Some(Code::Link01)),
        (Userlike, Userlike, Copy, Some(Code::Link01)),
    ] {
        let pair = Pair::new(customers, operators, mode);
        let refused = refusal(&pair.link, &pair.customers, &pair.operators, &[]);
        assert_eq!(refused, expected, "{customers:?} to {operators:?}, {mode:?}");
    }
}

#[test]
fn what_is_joined_already_and_what_makes_a_circle_is_refused() {
    let refused = |customers, operators, others: &[Link]| {
        let (a, b) = (channel(customers, Chatwoot), channel(operators, Chatwoot));
        refusal(&link(9, customers, operators), &a, &b, others)
    };
    let one = [link(1, 1, 2)];
    assert_eq!(refused(1, 2, &one), Some(Code::Link03));
    assert_eq!(refused(2, 1, &one), Some(Code::Loop01), "the other way round");
    assert_eq!(refused(1, 1, &[]), Some(Code::Loop01), "to itself");
    assert_eq!(refused(1, 3, &one), None, "a second channel of operators");
    assert_eq!(refused(3, 2, &one), None, "a second channel of customers");

    let chain = [link(1, 1, 2), Link { mode: Copy, ..link(2, 2, 3) }, Link { paused: true, ..link(3, 3, 4) }];
    assert_eq!(refused(4, 5, &chain), None, "a longer chain");
    assert_eq!(refused(1, 4, &chain), None, "a short cut in the same direction");
    assert_eq!(refused(4, 1, &chain), Some(Code::Loop01), "over copies and paused links as well");
    assert_eq!(refused(3, 2, &chain), Some(Code::Loop01));

    let itself = Link { paused: true, ..link(1, 1, 2) };
    assert_eq!(
        refusal(&itself, &channel(1, Chatwoot), &channel(2, Chatwoot), &one),
        None,
        "a link that is changed does not stand in its own way"
    );
}

#[test]
fn a_customers_message_goes_over_whatever_the_platforms_and_the_mode() {
    for pair in pairs() {
        let from = Event { occurred_at: Some(Timestamp(5)), ..event(EventKind::MessageReceived, "chat-1") };
        let copy = one(pair.over(&from));
        let across = key_across(CUSTOMERS, "chat-1");
        assert_eq!((copy.kind, copy.lane_key()), (EventKind::MessageReceived, across.as_str()));
        let own = if pair.operators.platform() == Elma365 { across.as_str() } else { "" };
        assert_eq!(copy.conversation.as_ref().unwrap().key, own, "Chatwoot numbers conversations itself");
        let message = copy.message.as_ref().unwrap();
        assert_eq!(
            (message.from, message.text.as_str(), message.key.as_deref()),
            (Side::Customer, "Hello", None)
        );
        assert_eq!(copy.contact.as_ref().unwrap().key, key_across(CUSTOMERS, "ada"));
        assert_eq!(copy.contact.as_ref().unwrap().avatar_url.as_deref(), Some("https://a.example/ada.png"));
        assert_eq!(copy.detail["chatName"], "Ada");
        assert_eq!(copy.occurred_at, Some(Timestamp(5)));
        assert_eq!(
            copy.origin,
            Some(Origin {
                link: LinkId(7),
                channel: CUSTOMERS,
                conversation: Some("conversation-of-chat-1".to_owned()),
                chat: Some("chat-1".to_owned()),
                message: Some("m1".to_owned()),
                trail: vec![CUSTOMERS],
            })
        );
        let identity = copy.identity.unwrap();
        assert_eq!((identity.key, identity.revision), (format!("carried:{}:m1", LinkId(7)), 0));
        assert!(pair.back(&from).is_empty(), "customers of the operators' channel are nobody's concern");
    }
}

#[test]
fn an_operators_answer_comes_back_to_the_chat_it_answers_in_two_way_links_only() {
    for pair in pairs() {
        let back = pair.back(&answer(&pair));
        if pair.link.mode == Copy {
            assert!(back.is_empty());
            continue;
        }
        let back = one(back);
        assert_eq!(
            (back.kind, back.lane_key(), text(&back)),
            (EventKind::MessageSent, "chat-1", "We can help")
        );
        assert_eq!(back.message.as_ref().unwrap().from, Side::Operator);
        assert_eq!(back.conversation.as_ref().unwrap().key, "");
        let origin = back.origin.unwrap();
        assert_eq!((origin.channel, origin.message.as_deref()), (OPERATORS, Some("m2")));
        assert_eq!(origin.chat, Some(key_across(CUSTOMERS, "chat-1")));
    }
}

#[test]
fn answers_in_other_chats_stay_where_they_are() {
    let pair = Pair::new(Chatwoot, Elma365, TwoWay);
    for chat in [
        "chat-1".to_owned(),
        key_across(ChannelId(3), "chat-1"),
        key_across(OPERATORS, "chat-1"),
        "switchboard:".to_owned(),
        "switchboard:x:y".to_owned(),
        format!("switchboard:{CUSTOMERS}:"),
        format!("switchboard:{CUSTOMERS}"),
    ] {
        assert!(pair.back(&sent(&chat, "Hello")).is_empty(), "{chat}");
    }
}

#[test]
fn a_chat_that_links_made_of_the_channels_own_does_not_go_over_again() {
    for pair in pairs().map(|pair| pair.choosing(ALL)) {
        let own = key_across(CUSTOMERS, "chat-1");
        assert!(pair.over(&sent(&own, "Hello")).is_empty());
        assert!(pair.over(&event(EventKind::MessageReceived, &own)).is_empty());
        let anothers = key_across(ChannelId(9), "chat-1");
        assert_eq!(pair.over(&event(EventKind::MessageReceived, &anothers)).len(), 1, "as in a chain");
    }
}

#[test]
fn a_key_comes_back_as_it_went_over_any_number_of_links() {
    for key in ["chat-1", "a:b:c", "switchboard:", " ", "ключ", "+15550100001"] {
        let once = key_across(ChannelId(1), key);
        let twice = key_across(ChannelId(2), &once);
        assert_eq!(key_back(&twice), Some((ChannelId(2), once.as_str())));
        assert_eq!(key_back(&once), Some((ChannelId(1), key)));
    }
    assert_eq!(key_back("switchboard:nonsense:x"), None);
}

#[test]
fn an_agents_words_go_over_as_text_with_the_name_and_only_by_choice() {
    for pair in pairs() {
        let spoken = Event {
            message: Some(Message { author: Some("Ben".to_owned()), ..message("m3", Side::Operator, "Hi") }),
            ..sent("chat-1", "Hi")
        };
        assert!(pair.over(&spoken).is_empty(), "not without the choice");
        let pair = pair.choosing(LinkChoices { agents: true, ..LinkChoices::default() });
        let copy = one(pair.over(&spoken));
        assert_eq!((copy.kind, text(&copy)), (EventKind::MessageReceived, "[Ben]: Hi"));
        assert_eq!(copy.message.as_ref().unwrap().from, Side::Customer, "only customers can write there");
    }
}

#[test]
fn an_agent_without_a_name_speaks_for_the_operator_or_the_channel() {
    let pair = Pair::new(Chatwoot, Elma365, TwoWay).choosing(ALL);
    let nameless = Event { operator: None, ..sent("chat-1", "Hi") };
    assert_eq!(text(&one(pair.over(&nameless))), "[Channel 1]: Hi");
    assert_eq!(text(&one(pair.over(&sent("chat-1", "Hi")))), "[Olga]: Hi");
    let mut file = sent("chat-1", "");
    file.message.as_mut().unwrap().files = vec![File { id: Some(FileId(1)), ..File::default() }];
    assert_eq!(text(&one(pair.over(&file))), "[Olga]:", "a file says who sent it as well");
}

#[test]
fn the_platforms_own_words_and_surveys_cross_only_by_choice() {
    let template = |content_type: Option<&str>| Message {
        template: true,
        content_type: content_type.map(str::to_owned),
        ..message("m4", Side::Operator, "Welcome!")
    };
    let none = LinkChoices::default();
    for (told, choices, crosses) in [
        (template(None), none, false),
        (template(None), LinkChoices { templates: true, ..none }, true),
        (template(None), LinkChoices { agents: true, surveys: true, ..none }, false),
        (template(Some("input_csat")), LinkChoices { agents: true, templates: true, ..none }, false),
        (template(Some("input_csat")), LinkChoices { surveys: true, ..none }, true),
    ] {
        let pair = Pair::new(Chatwoot, Chatwoot, TwoWay).choosing(choices);
        let over = pair.over(&Event { message: Some(told.clone()), ..sent("chat-1", "") });
        let back = pair.back(&Event { message: Some(told.clone()), ..answer(&pair) });
        assert_eq!(
            (over.len(), back.len()),
            (usize::from(crosses), usize::from(crosses)),
            "{told:?} {choices:?}"
        );
        if let Some(back) = back.first() {
            assert_eq!(text(back), "Welcome!");
            assert_eq!(
                back.message.as_ref().unwrap().content_type,
                None,
                "there it is a message like any other"
            );
        }
    }
}

#[test]
fn private_notes_never_cross() {
    for pair in pairs().map(|pair| pair.choosing(ALL)) {
        let private = Message { private: true, ..message("m5", Side::Operator, "secret") };
        for kind in [EventKind::NoteCreated, EventKind::MessageSent, EventKind::MessageReceived] {
            let note = Event { kind, message: Some(private.clone()), ..answer(&pair) };
            assert!(pair.over(&note).is_empty() && pair.back(&note).is_empty(), "{kind}");
        }
        let mut snapshot = event(EventKind::ConversationSnapshot, "chat-1");
        snapshot.message = None;
        snapshot.conversation.as_mut().unwrap().transcript = vec![private];
        assert!(pair.over(&snapshot).is_empty());
    }
}

#[test]
fn files_cross_under_their_own_id() {
    let file = File { id: Some(FileId(44)), name: "a.pdf".to_owned(), ..File::default() };
    let pair = Pair::new(Chatwoot, Elma365, TwoWay);
    let mut over = event(EventKind::MessageReceived, "chat-1");
    over.message = Some(Message { files: vec![file.clone()], ..message("m1", Side::Customer, "") });
    assert_eq!(one(pair.over(&over)).message.unwrap().files, std::slice::from_ref(&file));
    let mut back = answer(&pair);
    back.message.as_mut().unwrap().files = vec![file.clone()];
    assert_eq!(one(pair.back(&back)).message.unwrap().files, [file]);
}

#[test]
fn a_place_on_the_map_goes_as_words() {
    let pair = Pair::new(Chatwoot, Elma365, TwoWay).choosing(ALL);
    let place =
        |name: &str| File { name: name.to_owned(), url: "geo:52.5,13.4".to_owned(), ..File::default() };
    for (text, name, expected) in [
        ("", "geo:52.5,13.4", "geo:52.5,13.4"),
        ("", "Office", "Office: geo:52.5,13.4"),
        ("We are here", "Office", "We are here\nOffice: geo:52.5,13.4"),
    ] {
        let mut here = event(EventKind::MessageReceived, "chat-1");
        here.message = Some(Message { files: vec![place(name)], ..message("m1", Side::Customer, text) });
        let copy = one(pair.over(&here)).message.unwrap();
        assert_eq!((copy.text.as_str(), copy.files.len()), (expected, 0));
    }
}

#[test]
fn a_message_with_nothing_in_it_does_not_cross() {
    let pair = Pair::new(Chatwoot, Chatwoot, TwoWay).choosing(ALL);
    for words in ["", " \n"] {
        let mut empty = answer(&pair);
        empty.message.as_mut().unwrap().text = words.to_owned();
        assert!(pair.back(&empty).is_empty() && pair.over(&empty).is_empty());
    }
    let homeless = Event { conversation: None, ..event(EventKind::MessageReceived, "x") };
    assert!(pair.over(&homeless).is_empty(), "without a chat nobody knows where to");
}

#[test]
fn a_contact_goes_over_with_what_is_known_and_none_comes_back() {
    for pair in pairs() {
        let mut changed =
            Event { conversation: None, message: None, ..event(EventKind::ContactUpdated, "x") };
        changed.identity = Some(Identity { key: "ada".to_owned(), revision: 33 });
        let copy = one(pair.over(&changed));
        assert_eq!(copy.kind, EventKind::ContactUpdated);
        assert_eq!(copy.identity.as_ref().unwrap().revision, 33, "a later change is another one");
        let contact = copy.contact.unwrap();
        assert_eq!(contact.key, key_across(CUSTOMERS, "ada"));
        assert_eq!(contact.email.as_deref(), Some("ada@example.test"));
        assert!(contact.attributes.is_empty());
        let login = (pair.operators.platform() == Elma365).then_some("login-7");
        assert_eq!(contact.identifier.as_deref(), login, "in Chatwoot it could be somebody else's");
        assert!(pair.back(&changed).is_empty());
    }
}

#[test]
fn a_status_crosses_between_chatwoots_and_is_never_the_end_of_a_connection() {
    for pair in pairs() {
        let mut resolved = event(EventKind::ConversationStatusChanged, "chat-1");
        resolved.message = None;
        resolved.identity = Some(Identity { key: "12".to_owned(), revision: 5 });
        resolved.conversation.as_mut().unwrap().status = Some(ConversationStatus::Resolved);
        let over = pair.over(&resolved);
        assert!(over.iter().all(|copy| copy.kind == EventKind::ConversationStatusChanged));
        assert_eq!(over.len(), usize::from(pair.operators.platform() == Chatwoot));
        for copy in &over {
            assert_eq!(copy.conversation.as_ref().unwrap().status, Some(ConversationStatus::Resolved));
            assert_eq!(copy.identity.as_ref().unwrap().revision, 5, "the next status is news");
        }
        if let Some(copy) = over.first() {
            let back = pair.back(&Event { conversation: copy.conversation.clone(), ..resolved.clone() });
            assert_eq!(back.len(), usize::from(pair.link.mode == TwoWay), "{:?}", pair.link.mode);
            assert!(back.iter().all(|back| back.lane_key() == "chat-1"));
        }
    }
}

#[test]
fn a_talk_that_ended_at_userlike_is_resolved_at_chatwoot() {
    let ended = |kind, status| {
        let mut event = Event { message: None, ..event(kind, "9") };
        event.conversation.as_mut().unwrap().status = status;
        event
    };
    let over = ended(EventKind::ConversationEnded, Some(ConversationStatus::Ended));
    let copy = one(Pair::new(Userlike, Chatwoot, Copy).over(&over));
    assert_eq!(copy.kind, EventKind::ConversationStatusChanged);
    assert_eq!(copy.conversation.unwrap().status, Some(ConversationStatus::Resolved));
    assert!(Pair::new(Userlike, Elma365, Copy).over(&over).is_empty());
    let session = ended(EventKind::SessionEnded, None);
    assert!(Pair::new(Userlike, Chatwoot, Copy).over(&session).is_empty(), "its conversation may go on");
}

#[test]
fn a_whole_transcript_becomes_its_messages_in_order() {
    let mut snapshot = event(EventKind::ConversationSnapshot, "9");
    (snapshot.message, snapshot.operator) = (None, None);
    let said = |key: &str, from, author: &str, text: &str| Message {
        author: Some(author.to_owned()),
        sent_at: Some(Timestamp(1)),
        ..message(key, from, text)
    };
    snapshot.conversation.as_mut().unwrap().transcript = vec![
        said("k1", Side::Customer, "Ada", "Hello"),
        said("k2", Side::Operator, "Ben", "Hi"),
        said("k3", Side::System, "", "Ben joined"),
        said("k4", Side::Customer, "Ada", "ok"),
    ];
    let pair = Pair::new(Userlike, Elma365, Copy);
    let texts = |copies: &[Event]| copies.iter().map(|copy| text(copy).to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(&pair.over(&snapshot)), ["Hello", "ok"]);
    let pair = pair.choosing(LinkChoices::usual(Userlike));
    let copies = pair.over(&snapshot);
    assert_eq!(texts(&copies), ["Hello", "[Ben]: Hi", "ok"]);
    let keys: Vec<_> = copies.iter().map(|copy| copy.identity.as_ref().unwrap().key.clone()).collect();
    let expected = ["k1", "k2", "k4"].map(|key| format!("carried:{}:{key}", LinkId(7)));
    assert_eq!(keys, expected, "each is recognised when a later callback brings it again");
    assert!(copies.iter().all(|copy| copy.occurred_at == Some(Timestamp(1))));
}

#[test]
fn a_receipt_crosses_to_the_message_it_is_about() {
    let origin = |channel| Origin {
        link: LinkId(7),
        channel,
        conversation: Some("12".to_owned()),
        chat: Some("chat-1".to_owned()),
        message: Some("m1".to_owned()),
        trail: vec![channel],
    };
    let with = |event: Event, origin| Event { origin: Some(origin), ..event };
    let told = |status| {
        let message =
            Message { status: Some(status), error: Some("full".to_owned()), ..Message::by(Side::Operator) };
        Event { message: Some(message), ..Event::new(EventKind::MessageUpdated, "message_updated") }
    };
    let read = Event::new(EventKind::MessageRead, "markAsRead");

    // An operator read a customer's message.
    let pair = Pair::new(Chatwoot, Elma365, TwoWay);
    let copy = one(pair.back(&with(read.clone(), origin(CUSTOMERS))));
    assert_eq!((copy.kind, &copy.detail["by"]), (EventKind::MessageRead, &json!("operator")));
    assert_eq!(copy.conversation.as_ref().unwrap().key, "12");
    assert_eq!(copy.message.as_ref().unwrap().key.as_deref(), Some("m1"));
    assert!(!copy.detail.contains_key("writeBack"));

    // A customer read an operator's message, or it could not be shown to them.
    let pair = Pair::new(Chatwoot, Chatwoot, TwoWay);
    let copy = one(pair.over(&with(told(MessageStatus::Read), origin(OPERATORS))));
    assert_eq!((copy.kind, &copy.detail["by"]), (EventKind::MessageRead, &json!("customer")));
    assert_eq!(copy.detail["writeBack"], true);
    let copy = one(pair.over(&with(told(MessageStatus::Failed), origin(OPERATORS))));
    assert_eq!((copy.kind, &copy.detail["writeBack"]), (EventKind::MessageUpdated, &json!(true)));
    let message = copy.message.unwrap();
    assert_eq!((message.status, message.error.as_deref()), (Some(MessageStatus::Failed), Some("full")));

    // Edits, deletions and what came another way stay.
    let other = Origin { link: LinkId(8), ..origin(OPERATORS) };
    for stays in [
        told(MessageStatus::Read),
        with(told(MessageStatus::Delivered), origin(OPERATORS)),
        with(told(MessageStatus::Deleted), origin(OPERATORS)),
        with(told(MessageStatus::Read), other),
        with(read.clone(), origin(CUSTOMERS)),
    ] {
        assert!(pair.over(&stays).is_empty(), "{stays:?}");
    }
    let elma365 = Pair::new(Chatwoot, Elma365, TwoWay);
    assert!(
        elma365.over(&with(told(MessageStatus::Read), origin(OPERATORS))).is_empty(),
        "it has no place for it"
    );
    let copying = Pair::new(Chatwoot, Elma365, Copy);
    assert!(copying.back(&with(read, origin(CUSTOMERS))).is_empty(), "a copy brings nothing back");
}

#[test]
fn everything_else_stays_where_it_is() {
    use EventKind as K;
    for kind in [
        K::MessageUpdated,
        K::MessageRead,
        K::MessageOutcome,
        K::SessionStarted,
        K::SessionUnread,
        K::ConversationCreated,
        K::ConversationUpdated,
        K::ConversationForwarded,
        K::ConversationRated,
        K::ConversationFeedback,
        K::ConversationSurveyed,
        K::ConversationGoal,
        K::ContactCreated,
        K::ContactRequested,
        K::OperatorOnline,
        K::TypingStarted,
        K::TypingStopped,
        K::WidgetTriggered,
        K::ChannelConnected,
        K::ChannelDisconnected,
        K::PlatformOther,
    ] {
        for pair in pairs().map(|pair| pair.choosing(ALL)) {
            let event = Event { kind, ..answer(&pair) };
            assert!(pair.over(&event).is_empty() && pair.back(&event).is_empty(), "{kind}");
        }
    }
}

#[test]
fn cards_stay_cards_between_chatwoots() {
    let pair = Pair::new(Chatwoot, Chatwoot, TwoWay);
    let mut asked = answer(&pair);
    asked.message.as_mut().unwrap().content_type = Some("input_select".to_owned());
    let content = json!({ "items": [{ "title": "Yes", "value": "yes" }], "external_error": "x" });
    asked.detail.insert("content_attributes".to_owned(), content);
    let back = one(pair.back(&asked));
    assert_eq!(back.detail["contentType"], "input_select");
    assert_eq!(back.detail["contentAttributes"], json!({ "items": [{ "title": "Yes", "value": "yes" }] }));
}
