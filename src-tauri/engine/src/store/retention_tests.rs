//! What goes with age and what stays, on a real folder looked at from a month ahead.

use super::*;
use crate::clock::Clock;
use crate::domain::Code;
use crate::schema::{TrafficFilter, TrafficQuery};
use crate::store::Verdict;
use crate::store::chores::retire_all;
use crate::store::tests::{Bench, arrival, bench, event, tried};

async fn a_month_later(bench: &Bench, settings: &Settings) {
    let ages = Ages::new(settings, Clock.now().plus_ms(31 * DAY_MS));
    retire_all(&std::sync::Arc::downgrade(&bench.store.0), ages).await.unwrap();
}

async fn left(bench: &Bench, table: &'static str) -> i64 {
    let count = format!("SELECT count(*) FROM {table}");
    bench
        .store
        .0
        .pool
        .read(move |reader| Ok(reader.db.query_row(&count, [], |row| row.get(0))?))
        .await
        .unwrap()
}

#[tokio::test]
async fn what_is_done_goes_and_what_is_owed_stays_with_all_it_needs() {
    let bench = bench().await;
    let store = &bench.store;
    let done = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "long ago")])).await.unwrap();
    store.record(tried(done.due[0].delivery, None, Verdict::Delivered)).await.unwrap();
    let owed =
        store.accept(arrival(Some(bench.channel), vec![event("c2", "m2", "still owed")])).await.unwrap();
    let delivery = owed.due[0].delivery;
    let again = Verdict::Again(Clock.now());
    store.record(tried(delivery, Some(Code::Http02), again)).await.unwrap();

    a_month_later(&bench, &Settings::default()).await;

    let page = store.traffic(TrafficQuery::default()).await.unwrap();
    assert!(page.rows.iter().any(|row| row.id == owed.row.id), "something of it is still owed");
    assert!(page.rows.iter().all(|row| row.id != done.row.id), "it is done and too old");
    assert_eq!(page.total, Some(2), "the request and the one try of it");
    let job = store.job(delivery).await.unwrap().unwrap();
    assert!(
        !job.original.is_empty() && job.fixed.is_some_and(|body| !body.is_empty()),
        "its bodies are still there"
    );
    assert_eq!((left(&bench, "events").await, left(&bench, "deliveries").await), (1, 1));
    assert_eq!(left(&bench, "attempts").await, 1);
    let filter = TrafficFilter { text: Some("ago".to_owned()), ..TrafficFilter::default() };
    let found = store.traffic(TrafficQuery { filter, ..TrafficQuery::default() }).await.unwrap();
    assert!(found.rows.is_empty(), "its words went with it");

    // Arrived at last, it goes like any other, and no body is left behind.
    store.record(tried(delivery, None, Verdict::Delivered)).await.unwrap();
    a_month_later(&bench, &Settings::default()).await;
    for table in ["exchanges", "events", "deliveries", "attempts", "bodies"] {
        assert_eq!(left(&bench, table).await, 0, "rows of {table} are left");
    }
}

#[tokio::test]
async fn the_log_the_tries_and_the_conversations_have_an_age_each() {
    let bench = bench().await;
    let store = &bench.store;
    let stored = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "hello")])).await.unwrap();
    store.record(tried(stored.due[0].delivery, None, Verdict::Delivered)).await.unwrap();

    let for_ever = Settings { keep_traffic_days: 0, ..Settings::default() };
    a_month_later(&bench, &for_ever).await;
    assert_eq!((left(&bench, "exchanges").await, left(&bench, "messages").await), (2, 1));

    a_month_later(&bench, &Settings { keep_tries_days: 7, ..for_ever.clone() }).await;
    assert_eq!((left(&bench, "exchanges").await, left(&bench, "attempts").await), (1, 0));
    assert_eq!(left(&bench, "deliveries").await, 1);

    a_month_later(&bench, &Settings { keep_conversations_days: 30, ..for_ever }).await;
    assert_eq!((left(&bench, "messages").await, left(&bench, "conversations").await), (0, 0));
    assert_eq!(left(&bench, "exchanges").await, 1, "the log has an age of its own");
    // A conversation that went may begin anew.
    store.accept(arrival(Some(bench.channel), vec![event("c1", "m2", "again")])).await.unwrap();
    assert_eq!(left(&bench, "messages").await, 1);
}

#[tokio::test]
async fn what_an_admin_wants_gone_goes_at_once_and_what_is_owed_stays() {
    let bench = bench().await;
    let store = &bench.store;
    let done = store.accept(arrival(Some(bench.channel), vec![event("c1", "m1", "just now")])).await.unwrap();
    store.record(tried(done.due[0].delivery, None, Verdict::Delivered)).await.unwrap();
    let owed = store.accept(arrival(Some(bench.channel), vec![event("c2", "m2", "just now")])).await.unwrap();
    let all = vec![HistoryWhat::Traffic, HistoryWhat::Conversations, HistoryWhat::Files];
    let end = Clock.now().plus_ms(1_000);
    let before = store.count_history(all.clone(), end).await.unwrap();
    assert_eq!((before.exchanges, before.messages, before.conversations, before.waiting), (3, 2, 2, 1));

    store.delete_history(all.clone(), end).await.unwrap();

    let after = store.count_history(all, end).await.unwrap();
    assert_eq!((after.exchanges, after.messages, after.conversations, after.waiting), (1, 0, 0, 1));
    let job = store.job(owed.due[0].delivery).await.unwrap().unwrap();
    assert!(!job.original.is_empty(), "its body is shared with the one that went");
    assert_eq!(left(&bench, "contacts").await, 0);
    // What comes next does not lean on what has gone.
    let next = store.accept(arrival(Some(bench.channel), vec![event("c1", "m3", "later")])).await.unwrap();
    assert!(!store.job(next.due[0].delivery).await.unwrap().unwrap().original.is_empty());
}

#[tokio::test]
async fn beyond_its_size_the_oldest_of_the_log_goes() {
    let bench = bench().await;
    let store = &bench.store;
    for number in 0..1_200 {
        let text = format!("{number} {}", "x".repeat(1_500));
        let event = event("c1", &format!("m{number}"), &text);
        let mut arrival = arrival(Some(bench.channel), vec![event]);
        arrival.body = text.into();
        let stored = store.accept(arrival).await.unwrap();
        if number < 700 {
            store.record(tried(stored.due[0].delivery, None, Verdict::Delivered)).await.unwrap();
        }
    }
    let settings = Settings { keep_traffic_mb: 1, ..Settings::default() };
    store.put_settings(settings).await.unwrap();
    crate::store::chores::trim(&std::sync::Arc::downgrade(&store.0)).await.unwrap();
    let rows = left(&bench, "exchanges").await;
    assert!((500..1_600).contains(&rows), "{rows} of 1,900 are left");
    let owed = store.waiting(store.destinations().await.unwrap()[0].id).await.unwrap();
    assert_eq!(owed, 500, "what is owed stays");
    let newest = store.traffic(TrafficQuery::default()).await.unwrap();
    assert!(newest.rows[0].preview.starts_with("1199"), "the newest stays");
}
