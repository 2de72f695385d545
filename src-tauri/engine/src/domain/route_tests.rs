use super::*;
use crate::domain::{
    Contact, Conversation, Endpoint, Format, Identity, LinkChoices, LinkId, LinkMode, Message, Mode,
    Operator, Options, Origin, Platform, Side, Subscriptions, Timestamp,
};
use crate::secret::Secret;
use std::collections::BTreeSet;

/// A channel with an endpoint that gets everything.
pub(in crate::domain) fn channel(id: u64, platform: Platform) -> Channel {
    Channel {
        id: ChannelId(id),
        name: format!("Channel {id}"),
        preset: None,
        token: Secret::default(),
        api_url: None,
        platform_trust: None,
        callback_url: Some("http://127.0.0.1:1/hook".to_owned()),
        subscriptions: Subscriptions::All,
        format: Format::Switchboard,
        endpoint: Endpoint::default(),
        options: Options::new(platform),
        intake_key: Secret::default(),
        endpoint_token: Secret::default(),
        signing_secret: Secret::default(),
        mode: Mode::Active,
        demo: false,
        created_at: Timestamp(0),
    }
}

/// A link of everything, both ways.
pub(in crate::domain) fn link(id: u64, customers: u64, operators: u64) -> Link {
    Link {
        id: LinkId(id),
        customers: ChannelId(customers),
        operators: ChannelId(operators),
        mode: LinkMode::TwoWay,
        choices: LinkChoices::default(),
        paused: false,
        created_at: Timestamp(0),
    }
}

pub(in crate::domain) fn message(key: &str, from: Side, text: &str) -> Message {
    Message { key: Some(key.to_owned()), text: text.to_owned(), ..Message::by(from) }
}

/// A customer's message, or another event about it, in that chat.
pub(in crate::domain) fn event(kind: EventKind, chat: &str) -> Event {
    Event {
        conversation: Some(Conversation {
            key: format!("conversation-of-{chat}"),
            chat: Some(chat.to_owned()),
            ..Conversation::default()
        }),
        contact: Some(Contact {
            key: "ada".to_owned(),
            identifier: Some("login-7".to_owned()),
            name: Some("Ada".to_owned()),
            email: Some("ada@example.test".to_owned()),
            avatar_url: Some("https://a.example/ada.png".to_owned()),
            attributes: serde_json::from_str(r#"{"custom_attributes":{"a":1}}"#).unwrap(),
            ..Contact::default()
        }),
        message: Some(message("m1", Side::Customer, "Hello")),
        identity: Some(Identity { key: "m1".to_owned(), revision: 99 }),
        ..Event::new(kind, "theirs")
    }
}

/// An operator's message in that chat.
pub(in crate::domain) fn sent(chat: &str, text: &str) -> Event {
    Event {
        contact: None,
        message: Some(message("m2", Side::Operator, text)),
        operator: Some(Operator {
            key: "5".to_owned(),
            name: Some("Olga".to_owned()),
            ..Operator::default()
        }),
        identity: Some(Identity { key: "m2".to_owned(), revision: 98 }),
        ..event(EventKind::MessageSent, chat)
    }
}

/// Channels 1 to `count`, all of Chatwoot.
fn channels(count: u64) -> Vec<Arc<Channel>> {
    (1..=count).map(|id| Arc::new(channel(id, Platform::Chatwoot))).collect()
}

fn planned(event: Event, at: u64, author: Author, channels: &[Arc<Channel>], links: &[Link]) -> Vec<Routed> {
    let channel = channels.iter().find(|channel| channel.id == ChannelId(at)).unwrap();
    plan(event, None, channel, author, channels, links)
}

/// Where each goes: channel, whether its platform gets it, why its endpoint does not.
fn ways(planned: &[Routed]) -> Vec<(u64, bool, Option<SkipReason>)> {
    planned.iter().map(|routed| (routed.channel.0, routed.platform, routed.skip)).collect()
}

#[test]
fn everybody_gets_it_but_who_wrote_it() {
    let all = channels(2);
    let links = [link(7, 1, 2)];
    for (author, own) in [
        (Author::Platform, (1, false, None)),
        (Author::Endpoint, (1, true, Some(SkipReason::OwnEcho))),
        (Author::Screen, (1, true, None)),
    ] {
        let said = || event(EventKind::MessageReceived, "chat-1");
        assert_eq!(ways(&planned(said(), 1, author, &all, &[])), [own], "{author:?}");
        assert_eq!(ways(&planned(said(), 1, author, &all, &links)), [own, (2, true, None)], "{author:?}");
    }
}

#[test]
fn each_endpoint_gets_what_its_own_channel_is_subscribed_to() {
    let mut all = channels(2);
    let said = || event(EventKind::MessageReceived, "chat-1");
    let links = [link(7, 1, 2)];
    Arc::make_mut(&mut all[1]).subscriptions = Subscriptions::Only(BTreeSet::new());
    let not = Some(SkipReason::NotSubscribed);
    assert_eq!(ways(&planned(said(), 1, Author::Platform, &all, &links)), [(1, false, None), (2, true, not)]);
    Arc::make_mut(&mut all[0]).callback_url = None;
    let none = Some(SkipReason::NoEndpoint);
    assert_eq!(ways(&planned(said(), 1, Author::Platform, &all, &links)), [(1, false, none), (2, true, not)]);
}

#[test]
fn an_echo_of_our_own_goes_nowhere_but_what_becomes_of_it_is_news() {
    let all = channels(2);
    let links = [link(7, 1, 2)];
    let echo = |kind| Event { echo: Some("x".to_owned()), ..event(kind, "chat-1") };
    let own = Some(SkipReason::OwnEcho);
    for kind in [EventKind::MessageReceived, EventKind::MessageSent, EventKind::NoteCreated] {
        assert_eq!(
            ways(&planned(echo(kind), 1, Author::Platform, &all, &links)),
            [(1, false, own)],
            "{kind}"
        );
    }
    let updated = planned(echo(EventKind::MessageUpdated), 1, Author::Platform, &all, &links);
    assert_eq!(ways(&updated), [(1, false, None)]);
}

#[test]
fn a_paused_link_and_one_to_a_channel_that_is_gone_carry_nothing() {
    let all = channels(2);
    let said = || event(EventKind::MessageReceived, "chat-1");
    let paused = [Link { paused: true, ..link(7, 1, 2) }];
    assert_eq!(planned(said(), 1, Author::Platform, &all, &paused).len(), 1);
    assert_eq!(planned(said(), 1, Author::Platform, &all[..1], &[link(7, 1, 2)]).len(), 1);
    assert_eq!(planned(said(), 1, Author::Platform, &channels(3), &[link(7, 2, 3)]).len(), 1);
}

#[test]
fn a_chain_carries_on_both_ways() {
    let all = channels(3);
    let links = [link(7, 1, 2), link(8, 2, 3)];
    let over = planned(event(EventKind::MessageReceived, "chat-1"), 1, Author::Platform, &all, &links);
    assert_eq!(ways(&over), [(1, false, None), (2, true, None), (3, true, None)]);
    let origin = over[2].event.origin.as_ref().unwrap();
    assert_eq!(origin.trail, [ChannelId(1), ChannelId(2)]);
    assert!(over.iter().all(|routed| routed.event.message.as_ref().unwrap().text == "Hello"));

    let answer = Event { conversation: over[2].event.conversation.clone(), ..sent("", "Hi") };
    let back = planned(answer, 3, Author::Platform, &all, &links);
    assert_eq!(ways(&back), [(3, false, None), (2, true, None), (1, true, None)]);
    assert_eq!(back[2].event.lane_key(), "chat-1");
}

#[test]
fn all_operators_get_it_and_see_each_others_answers_by_choice() {
    let all = channels(3);
    let choices = LinkChoices { agents: true, ..LinkChoices::default() };
    let links = [link(7, 1, 2), Link { choices, ..link(8, 1, 3) }];
    let over = planned(event(EventKind::MessageReceived, "chat-1"), 1, Author::Platform, &all, &links);
    assert_eq!(ways(&over), [(1, false, None), (2, true, None), (3, true, None)]);
    let answer = Event { conversation: over[1].event.conversation.clone(), ..sent("", "Hi") };
    let back = planned(answer, 2, Author::Platform, &all, &links);
    let texts: Vec<_> =
        back.iter().map(|it| (it.channel.0, it.event.message.as_ref().unwrap().text.as_str())).collect();
    assert_eq!(texts, [(2, "Hi"), (1, "Hi"), (3, "[Olga]: Hi")]);
}

#[test]
fn an_answer_does_not_go_back_by_the_link_it_came_by() {
    let all = channels(2);
    let choices = LinkChoices { agents: true, templates: true, surveys: true };
    let links = [Link { choices, ..link(7, 1, 2) }];
    let over = planned(event(EventKind::MessageReceived, "chat-1"), 1, Author::Platform, &all, &links);
    let answer = Event { conversation: over[1].event.conversation.clone(), ..sent("", "Hi") };
    let back = planned(answer, 2, Author::Platform, &all, &links);
    assert_eq!(ways(&back), [(2, false, None), (1, true, None)]);
}

#[test]
fn a_circle_that_got_into_the_settings_ends_where_it_closes() {
    let all = channels(3);
    let links = [link(7, 1, 2), link(8, 2, 3), link(9, 3, 1)];
    let over = planned(event(EventKind::MessageReceived, "chat-1"), 1, Author::Platform, &all, &links);
    let circle = Some(SkipReason::Circle);
    assert_eq!(ways(&over), [(1, false, None), (2, true, None), (3, true, None), (1, false, circle)]);
    let two = [link(7, 1, 2), link(8, 2, 1)];
    let over = planned(event(EventKind::MessageReceived, "chat-1"), 1, Author::Platform, &all, &two);
    assert_eq!(ways(&over), [(1, false, None), (2, true, None), (1, false, circle)]);
}

#[test]
fn a_receipt_goes_one_link_far() {
    let all = channels(3);
    let links = [link(7, 1, 2), link(8, 2, 3)];
    let origin = Origin {
        link: LinkId(8),
        channel: ChannelId(2),
        conversation: None,
        chat: Some("switchboard:0000000000001:chat-1".to_owned()),
        message: None,
        trail: vec![ChannelId(1), ChannelId(2)],
    };
    let read = Event { origin: Some(origin), ..Event::new(EventKind::MessageRead, "markAsRead") };
    let planned = planned(read, 3, Author::Platform, &all, &links);
    assert_eq!(ways(&planned), [(3, false, None), (2, true, None)]);
    assert_eq!(planned[0].event.origin, None, "nobody carried the receipt");
}

#[test]
fn people_are_kept_for_elma365_and_told_to_chatwoot() {
    let all = vec![
        Arc::new(channel(1, Platform::Chatwoot)),
        Arc::new(channel(2, Platform::Elma365)),
        Arc::new(channel(3, Platform::Chatwoot)),
    ];
    let changed = Event { conversation: None, message: None, ..event(EventKind::ContactUpdated, "") };
    let over = planned(changed, 1, Author::Platform, &all, &[link(7, 1, 2), link(8, 1, 3)]);
    assert_eq!(ways(&over), [(1, false, None), (2, false, None), (3, true, None)]);
}

#[test]
fn a_command_is_kept_and_goes_nowhere_alone_or_in_a_transcript() {
    let all = channels(3);
    let choices = LinkChoices { agents: true, ..LinkChoices::default() };
    let links = [Link { choices, ..link(7, 1, 2) }, link(8, 2, 3)];
    let command = Some(SkipReason::Command);
    let kept = |event: Event, author| {
        let mut planned = planned(event, 1, author, &all, &links);
        keep_commands(ChannelId(1), &mut planned, "$api");
        planned
    };
    for author in [Author::Platform, Author::Screen] {
        assert_eq!(ways(&kept(sent("chat-1", " $API\n"), author)), [(1, false, command)], "{author:?}");
    }
    let note = Event { kind: EventKind::NoteCreated, ..sent("chat-1", "$api") };
    assert_eq!(ways(&kept(note, Author::Platform)), [(1, false, command)]);
    let asked = Event { message: Some(message("m1", Side::Customer, "$api")), ..sent("chat-1", "") };
    let asked = Event { kind: EventKind::MessageReceived, ..asked };
    assert_eq!(kept(asked, Author::Platform).len(), 3, "a customer commands nothing");

    let mut whole = event(EventKind::ConversationSnapshot, "chat-1");
    whole.message = None;
    whole.conversation.as_mut().unwrap().transcript = vec![
        message("t1", Side::Customer, "[Olga]: $api"),
        message("t2", Side::Operator, "$api"),
        message("t3", Side::Operator, "Hello"),
    ];
    let said: Vec<String> = kept(whole, Author::Platform)
        .into_iter()
        .filter_map(|routed| Some((routed.channel, routed.event.message?)))
        .filter(|(channel, _)| *channel == ChannelId(3))
        .map(|(_, message)| message.text)
        .collect();
    assert_eq!(said, ["[Olga]: $api", "[Channel 1]: Hello"], "over two links");
}
