//! The relay understands every request a practice platform makes, and the practice endpoint fails as it is told.

use http::{HeaderMap, HeaderName};

use super::people::Person;
use super::request::Request;
use super::*;
use crate::config::Config;
use crate::domain::{EventKind, Timestamp};
use crate::platforms::{self, Trust, Verdict};
use crate::schema::{Direction, TrafficQuery};
use crate::store::OpenOptions;

const NOW: Timestamp = Timestamp(1_790_000_000_000);

fn channel(options: Options) -> Channel {
    Channel {
        id: ChannelId(1),
        name: "Practice".to_owned(),
        preset: None,
        token: Secret::new("token"),
        api_url: None,
        platform_trust: None,
        callback_url: None,
        subscriptions: Subscriptions::All,
        format: Format::Switchboard,
        endpoint: EndpointOptions::default(),
        options,
        intake_key: Secret::new("key"),
        endpoint_token: Secret::default(),
        signing_secret: signing_secret(),
        mode: Mode::Active,
        demo: true,
        created_at: NOW,
    }
}

/// What the relay understands of a request, once it was taken.
fn understood(channel: &Channel, request: &Request) -> Vec<EventKind> {
    let headers: HeaderMap = request
        .headers
        .iter()
        .map(|(name, value)| (name.parse::<HeaderName>().unwrap(), value.parse().unwrap()))
        .collect();
    let reading = platforms::read(
        channel,
        platforms::Request { headers: &headers, body: &request.body },
        Trust::None,
        NOW,
    );
    assert_eq!(reading.verdict, Verdict::Taken, "{}", String::from_utf8_lossy(&request.body));
    reading.events.iter().map(|event| event.kind).collect()
}

#[test]
fn every_request_of_elma365_is_understood() {
    let channel = channel(Options::new(Platform::Elma365));
    let elma365 =
        Elma365 { token: "token".to_owned(), channel_id: "c".to_owned(), company: COMPANY.to_owned() };
    let file = elma365::File { name: "a.png".to_owned(), size: 3, url: format!("{COMPANY}/a.png") };
    for (request, kind) in [
        (elma365.connect(), EventKind::ChannelConnected),
        (elma365.message("chat", "text", &[file]), EventKind::MessageSent),
        (elma365.message_outcome("message", true), EventKind::MessageOutcome),
        (elma365.user_info("user"), EventKind::ContactRequested),
        (elma365.mark_as_read("message"), EventKind::MessageRead),
        (elma365.disconnect(), EventKind::ChannelDisconnected),
    ] {
        assert_eq!(understood(&channel, &request), [kind]);
    }
}

#[test]
fn every_request_of_chatwoot_is_understood_and_its_signature_fits() {
    let secret = Secret::new("secret");
    let options = ChatwootOptions { webhook_secrets: vec![secret.clone()], ..ChatwootOptions::default() };
    let channel = channel(Options::Chatwoot(options));
    let chatwoot = Chatwoot::new((1, "Acme"), (7, "Support"), Some(secret));
    let mut random = Random::new(7);
    let contact = chatwoot::Contact::from(&Person::made_up(4, &mut random));
    let agent = chatwoot::Agent::from(&Person::made_up(5, &mut random));
    let chat = chatwoot::Chat::new(2, 7, "chat", contact, NOW);
    let message = chatwoot::Message::said(3, Some(&agent), "text", NOW);
    let sent = chatwoot.message_created(&chat, &message);
    let updated = chatwoot.message_updated(&chat, &message);
    let note = chatwoot.message_created(&chat, &chatwoot::Message { private: true, ..message });
    let received = chatwoot.message_created(&chat, &chatwoot::Message::said(4, None, "text", NOW));
    for (body, kind) in [
        (sent, EventKind::MessageSent),
        (updated, EventKind::MessageUpdated),
        (note, EventKind::NoteCreated),
        (received, EventKind::MessageReceived),
        (chatwoot.conversation_created(&chat), EventKind::ConversationCreated),
        (chatwoot.conversation_status_changed(&chat), EventKind::ConversationStatusChanged),
        (chatwoot.typing(&chat, &agent, true, false), EventKind::TypingStarted),
        (chatwoot.typing(&chat, &agent, false, false), EventKind::TypingStopped),
        (chatwoot.contact_created(&chat.contact), EventKind::ContactCreated),
    ] {
        assert_eq!(understood(&channel, &chatwoot.request(&body, &mut random, NOW)), [kind]);
    }
}

#[test]
fn every_callback_of_userlike_is_understood() {
    let channel = channel(Options::new(Platform::Userlike));
    let userlike = Userlike {
        secret: Some(("x-switchboard-secret".to_owned(), "token".to_owned())),
        time_zone: "UTC".to_owned(),
        widget: (9, "Website".to_owned()),
        page: COMPANY.to_owned(),
    };
    let mut random = Random::new(7);
    let session = userlike::Session {
        id: 2,
        client_uuid: "client".to_owned(),
        client: Person::made_up(4, &mut random),
        operator: Person::made_up(5, &mut random),
        started: NOW,
        ended: Some(NOW),
        rate: Some(5),
        feedback: None,
        lines: vec![userlike::Line { by_operator: true, text: "text".to_owned(), at: NOW }],
    };
    for (event, kind) in [
        ("start", EventKind::SessionStarted),
        ("unread", EventKind::SessionUnread),
        ("end", EventKind::SessionEnded),
        ("rating", EventKind::ConversationRated),
    ] {
        // The transcript's messages come along with every callback; the store keeps each once.
        assert!(understood(&channel, &userlike.chat_session(event, &session)).contains(&kind), "{event}");
    }
    assert!(
        understood(&channel, &userlike.conversation_ended(&session)).contains(&EventKind::ConversationEnded)
    );
    assert_eq!(
        understood(&channel, &userlike.operator("away", &session.operator)),
        [EventKind::OperatorAway]
    );
}

#[test]
fn the_endpoint_fails_some_events_and_the_same_event_always_alike() {
    let moody = Moody::new(7);
    let call = |id: u32| Call {
        method: http::Method::POST,
        path: "/".to_owned(),
        headers: HeaderMap::from_iter([(
            HeaderName::from_static("webhook-id"),
            id.to_string().parse().unwrap(),
        )]),
        body: bytes::Bytes::new(),
    };
    let statuses =
        |ids: std::ops::Range<u32>| ids.map(|id| moody.answer(&call(id)).code()).collect::<Vec<_>>();
    let (first, second) = (statuses(0..1_000), statuses(0..1_000));
    let count = |all: &[StatusCode], status: StatusCode| all.iter().filter(|one| **one == status).count();
    assert!((20..90).contains(&count(&first, StatusCode::INTERNAL_SERVER_ERROR)));
    assert_eq!(
        count(&second, StatusCode::INTERNAL_SERVER_ERROR),
        0,
        "what failed once is taken when it comes again"
    );
    assert!((5..50).contains(&count(&first, StatusCode::UNPROCESSABLE_ENTITY)));
    assert_eq!(
        count(&first, StatusCode::UNPROCESSABLE_ENTITY),
        count(&second, StatusCode::UNPROCESSABLE_ENTITY)
    );
}

#[test]
fn a_taken_name_gets_a_number() {
    let mut taken = channel(Options::new(Platform::Userlike));
    taken.name = "DEMO".to_owned();
    assert_eq!(free_name("Demo", std::slice::from_ref(&taken)), "Demo 2");
    assert_eq!(free_name("Other", &[taken]), "Other");
}

/// An engine on a folder of its own, listening on a free port.
async fn engine(folder: &std::path::Path) -> Arc<Engine> {
    let options = OpenOptions { key_file: true, ..OpenOptions::default() };
    let listen = Some(std::net::SocketAddr::from(([127, 0, 0, 1], 0)));
    Engine::start(Config { data: folder.to_owned(), listen, options, ..Config::default() }).await.unwrap()
}

/// Waits until as many channels as there are platforms have had something forwarded.
async fn until_live(engine: &Engine) {
    let live = async {
        loop {
            let page = engine
                .store
                .traffic(TrafficQuery { limit: Some(500), ..TrafficQuery::default() })
                .await
                .unwrap();
            let out = page.rows.iter().filter(|row| row.direction == Direction::Out && row.status.is_some());
            if out.filter_map(|row| row.channel).collect::<HashSet<_>>().len() == Platform::ALL.len() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), live).await.expect("every demo channel forwards something");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_brings_live_traffic_and_goes_without_a_trace() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine(folder.path()).await;
    let practice = start_with(&engine, 7).await.unwrap();
    let names: Vec<String> = engine.channels().iter().map(|channel| channel.name.clone()).collect();
    assert_eq!(names, ["ELMA365 practice", "Chatwoot practice", "Userlike practice"]);
    until_live(&engine).await;

    practice.stop().await.unwrap();
    assert!(engine.channels().is_empty());
    // A long demo's traffic is removed a slice at a time.
    let gone = async {
        while !engine.store.traffic(TrafficQuery::default()).await.unwrap().rows.is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), gone).await.expect("its traffic is removed");
    engine.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_that_was_cut_short_is_taken_up_again_or_removed() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine(folder.path()).await;
    let ids = || engine.channels().iter().map(|channel| channel.id).collect::<Vec<_>>();

    drop(start_with(&engine, 7).await.unwrap());
    let left = ids();
    assert_eq!(left.len(), 3);

    let again = start_with(&engine, 8).await.unwrap();
    assert_eq!(ids(), left, "the channels left behind are used again");
    until_live(&engine).await;
    drop(again);

    remove(&engine).await.unwrap();
    assert!(ids().is_empty());
    engine.stop().await;
}
