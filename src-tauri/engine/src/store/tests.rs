//! The store as the rest of the engine uses it: whole steps on a real folder.

use bytes::Bytes;

use super::*;
use crate::secret::Secret;

struct Bench {
    folder: tempfile::TempDir,
    store: Store,
    channel: ChannelId,
    destination: DestinationId,
}

fn options() -> OpenOptions {
    OpenOptions { key_file: true, ..OpenOptions::default() }
}

fn channel(id: ChannelId, name: &str) -> Channel {
    Channel {
        id,
        name: name.to_owned(),
        preset: Some(Preset::Chatwoot),
        token: Secret::new("token-seeded-3141"),
        api_url: None,
        callback_url: Some("http://127.0.0.1:9/hook".to_owned()),
        subscriptions: Subscriptions::All,
        format: Format::Switchboard,
        endpoint: Endpoint::default(),
        options: Options::new(Platform::Chatwoot),
        intake_key: Secret::new("intake-seeded-2718"),
        endpoint_token: Secret::new("endpoint"),
        signing_secret: Secret::new("whsec_x"),
        mode: Mode::Active,
        demo: false,
        created_at: Timestamp(1),
    }
}

async fn bench() -> Bench {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), options(), Clock).await.unwrap();
    let id = store.new_id();
    store.put_channel(channel(id, "First")).await.unwrap();
    let destination = store.destinations().await.unwrap()[0].id;
    Bench { folder, store, channel: id, destination }
}

fn event(chat: &str, key: &str, text: &str) -> Event {
    let mut event = Event::new(EventKind::MessageReceived, "message_created");
    event.identity = Some(Identity { key: key.to_owned(), revision: 1 });
    event.conversation = Some(Conversation { key: chat.to_owned(), ..Conversation::default() });
    event.contact = Some(Contact { key: "7".to_owned(), name: Some("Ada".to_owned()), ..Contact::default() });
    event.message = Some(Message {
        key: Some(key.to_owned()),
        from: Side::Customer,
        author: None,
        text: text.to_owned(),
        content_type: None,
        files: Vec::new(),
        private: false,
        template: false,
        sent_at: None,
        status: None,
        error: None,
    });
    event
}

fn arrival(channel: Option<ChannelId>, events: Vec<Event>) -> Arrival {
    let body = format!("{{\"events\":{}}}", events.len());
    Arrival {
        channel,
        at: Clock.now(),
        started: Clock.stopwatch(),
        method: "POST".to_owned(),
        path: "/in/••••".to_owned(),
        peer: "127.0.0.1:5".to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: Bytes::from(body),
        status: 200,
        answer: Some("{}".to_owned()),
        kept: None,
        events: events.into_iter().map(|event| Routed { event, skip: None }).collect(),
        format: Format::Switchboard,
    }
}

fn tried(delivery: DeliveryId, code: Option<Code>, verdict: Verdict) -> Tried {
    Tried {
        delivery,
        at: Clock.now(),
        url: "http://127.0.0.1:9/hook".to_owned(),
        headers: vec![("webhook-id".to_owned(), "x".to_owned())],
        body: Bytes::from_static(b"{\"type\":\"message.received\"}"),
        answer: Some((if code.is_none() { 200 } else { 500 }, Vec::new(), Bytes::from_static(b"ok"), false)),
        code,
        certificate: None,
        timings: Timings { total_us: 5, ..Timings::default() },
        verdict,
    }
}

#[tokio::test]
async fn a_message_goes_in_is_owed_is_tried_and_is_done() {
    let bench = bench().await;
    let store = &bench.store;
    let stored = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "hello")])).await.unwrap();
    assert_eq!((stored.row.result, stored.row.preview.as_str(), stored.row.who.as_str()), (State::Received, "hello", "Ada"));
    let due = store.due(bench.destination, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(due, stored.due);
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 1);
    let at_hand = store.job(due[0].delivery).await.unwrap().unwrap();
    let read_back = store.job(due[0].delivery).await.unwrap().unwrap();
    assert_eq!(at_hand.event, read_back.event);
    assert_eq!(at_hand.original, read_back.original);
    assert_eq!(at_hand.contact, read_back.contact);
    let recorded = store.record(tried(due[0].delivery, None, Verdict::Delivered)).await.unwrap();
    assert!(recorded.next.is_none());
    assert_eq!(recorded.rows[1].result, State::Delivered);
    assert_eq!(store.waiting(bench.destination).await.unwrap(), 0);
    assert!(store.job(due[0].delivery).await.unwrap().is_none(), "it is owed no more");
    let page = store.traffic(TrafficQuery::default()).await.unwrap();
    assert_eq!(page.rows.len(), 2);
    assert_eq!(page.total, Some(2));
    let detail = store.exchange(stored.row.id).await.unwrap().unwrap();
    assert_eq!(detail.deliveries[0].attempts.len(), 1);
    assert_eq!(detail.events[0].message.as_ref().unwrap().text, "hello");
}
