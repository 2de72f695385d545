//! What goes with a channel when links tie it to others, and what goes with age.

use serde_json::json;

use super::*;
use crate::platforms::write::Taught;
use crate::store::chores::retire_all;
use crate::store::retention::Ages;

/// Everything there is to a channel, with copies both ways. Gives the channel, another one, and the row of what came to each.
async fn tied() -> (Bench, [ChannelId; 2], [ExchangeId; 2]) {
    let bench = bench().await;
    let store = &bench.store;
    let one = bench.another(chatwoot, "One").await;
    let other = bench.another(chatwoot, "Other").await;
    let link: LinkId = store.new_id();
    let mut rows = Vec::new();
    for (from, to, key) in [(one, other, "m1"), (other, one, "m2")] {
        let mut original = event("c1", key, "hello");
        original.kind = EventKind::MessageSent;
        let copy = copy(&original, from, to, link);
        let mut arrival = arrival(Some(from), vec![original]);
        arrival.events.push(copy);
        let id = store.new_id();
        let url = "http://x.example/a".to_owned();
        arrival.events[0].event.message.as_mut().unwrap().files =
            vec![File { id: Some(id), name: "a".to_owned(), ..File::default() }];
        arrival.files = vec![NewFile {
            id,
            channel: from,
            name: "a".to_owned(),
            content_type: None,
            place: FilePlace::There(url),
        }];
        let row = store.accept(arrival).await.unwrap().row.id;
        let owed = bench.owed(row).await;
        let mut step = called(owed[1].id, "contact.create", json!({ "contact": 5 }), Verdict::Step);
        step.taught =
            vec![Taught::Chat(json!(1)), Taught::Contact(json!(2)), Taught::Sent(format!("s-{key}"))];
        store.record(step).await.unwrap();
        let mut done = tried(owed[0].id, None, Verdict::Delivered);
        let mut told = Event::new(EventKind::MessageUpdated, "");
        told.message = Some(Message {
            key: Some(key.to_owned()),
            status: Some(MessageStatus::Delivered),
            ..Message::by(Side::Operator)
        });
        done.write_backs = vec![(from, told)];
        store.record(done).await.unwrap();
        rows.push(row);
        store.accept(asked(from, event("c1", "", "asked"), Some("name"))).await.unwrap();
    }
    (bench, [one, other], [rows[0], rows[1]])
}

const TABLES: [&str; 19] = [
    "bodies",
    "exchanges",
    "events",
    "seen",
    "contacts",
    "conversations",
    "sessions",
    "messages",
    "destinations",
    "lanes",
    "deliveries",
    "attempts",
    "tallies",
    "requests",
    "sent",
    "marks",
    "learned",
    "files",
    "parts",
];

#[tokio::test]
async fn a_channel_goes_with_its_copies_elsewhere_and_others_go_on() {
    let (bench, [one, other], [first, second]) = tied().await;
    let store = &bench.store;
    let platform = bench.destination(other, Role::Platform).await;
    let waiting = store.waiting(platform).await.unwrap();
    assert_eq!(waiting, 2, "the copy and what was asked for");
    store.delete_channel(one).await.unwrap();
    assert!(store.exchange(first).await.unwrap().is_none());
    assert_eq!(store.waiting(platform).await.unwrap(), 1, "the copy went with what it was a copy of");
    let due = store.due(platform, Clock.now(), 10, &[]).await.unwrap();
    assert_eq!(due.len(), 1, "its lane goes on without it");
    assert_eq!(store.job(due[0].delivery).await.unwrap().unwrap().event.message.unwrap().text, "asked");

    let left = bench.row(second).await;
    assert_eq!(left.result, State::Delivered, "its endpoint had it");
    let detail = store.exchange(second).await.unwrap().unwrap();
    assert!(detail.deliveries.iter().all(|owed| owed.channel == other), "of the copy nothing is left");
    for table in ["exchanges", "deliveries", "destinations", "contacts", "conversations", "learned", "sent"] {
        let sql = format!("SELECT count(*) FROM {table} WHERE channel = ?1");
        let count = move |reader: &mut Reader| -> Result<i64> {
            Ok(reader.db.query_row(&sql, [sql::num(one.0)], |row| row.get(0))?)
        };
        assert_eq!(store.read(count).await.unwrap(), 0, "{table} still holds something of it");
    }
    let orphans = store.read(|reader| {
        let count = |sql: &str| -> i64 { reader.db.query_row(sql, [], |row| row.get(0)).unwrap() };
        Ok([
            count("SELECT count(*) FROM events WHERE exchange NOT IN (SELECT id FROM exchanges)"),
            count("SELECT count(*) FROM deliveries WHERE event NOT IN (SELECT id FROM events)"),
            count("SELECT count(*) FROM attempts WHERE exchange NOT IN (SELECT id FROM exchanges)"),
            count("SELECT count(*) FROM exchanges WHERE delivery NOT IN (SELECT id FROM deliveries)"),
            count("SELECT count(*) FROM lanes WHERE head NOT IN (SELECT id FROM deliveries)"),
            count("SELECT count(*) FROM sent WHERE delivery NOT IN (SELECT id FROM deliveries)"),
            count("SELECT count(*) FROM marks WHERE delivery NOT IN (SELECT id FROM deliveries)"),
            count("SELECT count(*) FROM requests WHERE event NOT IN (SELECT id FROM events)"),
            count("SELECT count(*) FROM files WHERE exchange NOT IN (SELECT id FROM exchanges)"),
        ])
    });
    assert_eq!(orphans.await.unwrap(), [0; 9]);

    for channel in [other, bench.channel] {
        store.delete_channel(channel).await.unwrap();
    }
    for table in TABLES.iter().filter(|table| **table != "parts") {
        assert_eq!(bench.count(table).await, 0, "{table} still holds something");
    }
    assert_eq!(store.traffic(TrafficQuery::default()).await.unwrap().total, Some(0));
}

#[tokio::test]
async fn what_waited_only_for_a_channel_that_is_gone_is_discarded() {
    let bench = bench().await;
    let store = &bench.store;
    let one = bench.another(chatwoot, "One").await;
    let other = bench.another(chatwoot, "Other").await;
    let original = event("c1", "m1", "hello");
    let copy = copy(&original, one, other, store.new_id());
    let mut arrival = arrival(Some(one), vec![original]);
    arrival.events[0].skip = Some(SkipReason::NoEndpoint);
    arrival.events.push(copy);
    let row = store.accept(arrival).await.unwrap().row;
    assert_eq!(row.result, State::Received);
    store.delete_channel(other).await.unwrap();
    let left = bench.row(row.id).await;
    assert_eq!((left.result, left.skipped), (State::Skipped, Some(SkipReason::Discarded)));
}

async fn a_month_later(bench: &Bench, settings: &Settings) {
    let later = Clock.now().plus_ms(31 * 24 * 60 * 60 * 1_000);
    retire_all(&Arc::downgrade(&bench.store.0), Ages::new(settings, later)).await.unwrap();
}

#[tokio::test]
async fn with_age_goes_all_that_was_remembered_for_its_sake() {
    let (bench, _, rows) = tied().await;
    let store = &bench.store;
    let for_a_week = Settings { keep_conversations_days: 7, ..Settings::default() };
    a_month_later(&bench, &for_a_week).await;
    assert!(store.exchange(rows[0]).await.unwrap().is_some(), "something of it is still owed");
    assert_eq!(bench.count("files").await, 2, "and with it its file stays");
    assert_eq!((bench.count("marks").await, bench.count("sent").await), (2, 2));

    // All comes to its end.
    let filter = DeliveryFilter::default();
    let owed = store.deliveries(DeliveryQuery { filter, ..DeliveryQuery::default() }).await.unwrap().rows;
    for one in owed.iter().filter(|one| one.state.is_open()) {
        store.settle(settled(one.id, Verdict::Nothing)).await.unwrap();
    }
    a_month_later(&bench, &for_a_week).await;
    for table in TABLES
        .iter()
        .filter(|table| !["seen", "contacts", "destinations", "lanes", "tallies", "parts"].contains(table))
    {
        assert_eq!(bench.count(table).await, 0, "{table} still holds something");
    }
    assert_eq!(bench.count("lanes WHERE due IS NOT NULL").await, 0);
}

#[tokio::test]
async fn what_waits_for_their_word_stays_with_what_it_needs() {
    let bench = bench().await;
    let store = &bench.store;
    let elma = bench.another(elma365, "ELMA").await;
    let stored = store.accept(asked(elma, event("c1", "", "hello"), None)).await.unwrap();
    let delivery = stored.due[0].delivery;
    let asked_at = Clock.now();
    store
        .record(called(delivery, "message.send", json!({}), Verdict::Accepted(Some(asked_at))))
        .await
        .unwrap();
    a_month_later(&bench, &Settings::default()).await;
    assert!(store.job(delivery).await.unwrap().is_some());
    store.settle(settled(delivery, Verdict::Accepted(None))).await.unwrap();
    a_month_later(&bench, &Settings::default()).await;
    assert!(store.exchange(stored.row.id).await.unwrap().is_none());
}
